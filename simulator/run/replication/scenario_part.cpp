// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/scenario_part.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {

double endOf(const Fault& fault)
{
    if (fault.kind == FaultKind::PoisonRecord && fault.durationSeconds <= 0)
        return std::numeric_limits<double>::infinity();
    return fault.startSeconds + fault.durationSeconds
           + (fault.kind == FaultKind::SpotInterruption ? kSpotNoticeSeconds : 0);
}

Scenario scenarioPart(Scenario scenario, double fromSeconds, double seconds)
{
    const double end = fromSeconds + seconds;
    scenario.durationSeconds = seconds;
    std::erase_if(scenario.faults, [&](const Fault& fault) {
        return fault.startSeconds >= end || endOf(fault) <= fromSeconds;
    });
    for (Fault& fault : scenario.faults)
        fault.startSeconds -= fromSeconds;
    std::erase_if(scenario.redrives, [&](const Redrive& redrive) {
        return redrive.startSeconds < fromSeconds || redrive.startSeconds >= end;
    });
    for (Redrive& redrive : scenario.redrives)
        redrive.startSeconds -= fromSeconds;
    for (ParameterChange& change : scenario.changes)  // those asked for before are not in force yet
        change.startSeconds -= fromSeconds;
    std::erase_if(scenario.replays, [&](const Replay& replay) {
        return replay.startSeconds < fromSeconds || replay.startSeconds >= end;
    });
    for (Replay& replay : scenario.replays) {
        replay.startSeconds -= fromSeconds;
        if (replay.fromSeconds)  // what came before the part is not there to be read
            replay.fromSeconds = std::max(0.0, *replay.fromSeconds - fromSeconds);
    }
    for (JobLoad& job : scenario.jobs) {
        double first = job.firstAtSeconds - fromSeconds;
        if (first < 0)  // its next start; a single one is over, but requests may still start it
            first = job.everySeconds > 0 ? first + std::ceil(-first / job.everySeconds) * job.everySeconds
                                         : seconds + 1;
        job.firstAtSeconds = first;
    }
    return scenario;
}

}  // namespace plimsoll
