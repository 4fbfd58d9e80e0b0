// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

namespace {

bool hasWork(const Subject& subject, const Scenario& scenario)
{
    const auto sends = [&](const auto& entry) {
        const Component* component = subject.find(entry.first);
        const ServiceSpec* spec = component != nullptr ? subject.catalog.find(component->service) : nullptr;
        const TrafficProfile& profile = entry.second;
        return spec != nullptr && spec->isSource
               && (profile.ratePerSecond > 0 || profile.endPerSecond > 0 || profile.peakPerSecond > 0
                   || profile.shape == TrafficShape::Trace
                   || std::any_of(profile.levels.begin(), profile.levels.end(),
                                  [](const RateLevel& level) { return level.ratePerSecond > 0; })
                   || std::any_of(
                       profile.spikes.begin(), profile.spikes.end(),
                       [](const TrafficSpike& spike) { return spike.peakPerSecond.value_or(0) > 0; }));
    };
    const auto sendsUnasked = [&](const Component& component) {
        const ServiceSpec* spec = subject.catalog.find(component.service);
        // What takes nothing and is no source of traffic has a clock of its own.
        return spec != nullptr && (spec->sendsUnasked || (!spec->accepts && !spec->isSource));
    };
    const auto& components = subject.design.components;
    if (std::any_of(components.begin(), components.end(), sendsUnasked))
        return true;
    return !scenario.queries.empty() || !scenario.jobs.empty()
           || std::any_of(scenario.traffic.begin(), scenario.traffic.end(), sends);
}

}  // namespace

void noSource(const Subject& subject, Issues& issues)
{
    const Design& design = subject.design;
    if (design.components.empty())
        return;
    if (design.scenarios.empty()) {
        issues.push_back(aboutPlace(Severity::Warning, "no-source", "/scenarios",
                                    "nothing sends traffic: the design has no scenario",
                                    "add a scenario with traffic, queries or jobs"));
        return;
    }
    for (const Scenario& scenario : design.scenarios) {
        if (hasWork(subject, scenario))
            continue;
        issues.push_back(aboutPlace(Severity::Warning, "no-source", scenarioPlace(scenario.id),
                                    "nothing sends traffic in the scenario \""
                                        + (scenario.label.empty() ? scenario.id : scenario.label) + "\"",
                                    "give a source a rate, or add queries or jobs"));
    }
}

}  // namespace plimsoll::validation
