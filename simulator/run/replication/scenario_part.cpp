// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/scenario_part.h"

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
