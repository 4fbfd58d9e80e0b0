// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/scenario_items.h"

#include <algorithm>
#include <set>

namespace plimsoll {

Id freeLoadId(const Scenario& scenario, const std::string& stem)
{
    std::set<Id> taken;
    for (const QueryLoad& each : scenario.queries)
        taken.insert(each.id);
    for (const JobLoad& each : scenario.jobs)
        taken.insert(each.id);
    for (const Fault& each : scenario.faults)
        taken.insert(each.id);
    for (const Redrive& each : scenario.redrives)
        taken.insert(each.id);
    for (const ParameterChange& each : scenario.changes)
        taken.insert(each.id);
    for (const Replay& each : scenario.replays)
        taken.insert(each.id);
    int number = 1;
    while (taken.count(stem + "-" + std::to_string(number)) > 0)
        ++number;
    return stem + "-" + std::to_string(number);
}

RateLevel newLevel(const TrafficProfile& profile, double durationSeconds)
{
    RateLevel level;
    level.atSeconds = profile.levels.empty() ? durationSeconds / 2
                                             : (profile.levels.back().atSeconds + durationSeconds) / 2;
    level.ratePerSecond =
        2 * (profile.levels.empty() ? profile.ratePerSecond : profile.levels.back().ratePerSecond);
    return level;
}

TrafficSpike newSpike(double durationSeconds)
{
    TrafficSpike spike;
    spike.startSeconds = durationSeconds / 2;
    spike.seconds = std::min(600.0, durationSeconds / 10);
    spike.factor = 2;
    return spike;
}

TrafficPause newPause(double durationSeconds)
{
    TrafficPause pause;
    pause.startSeconds = durationSeconds / 2;
    pause.seconds = std::min(600.0, durationSeconds / 10);
    return pause;
}

Fault newFault(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario)
{
    Fault fault;
    fault.id = freeLoadId(scenario, "fault");
    for (const Component& each : design.components) {
        const ServiceSpec* found = catalog.find(each.service);
        if (found && !found->isSource && fault.component.empty())
            fault.component = each.id;
    }
    fault.startSeconds = scenario.durationSeconds / 3;
    fault.durationSeconds = std::min(300.0, scenario.durationSeconds / 6);
    fault.factor = 2;
    return fault;
}

}  // namespace plimsoll
