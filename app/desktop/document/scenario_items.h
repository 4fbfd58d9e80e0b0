// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/integrations.h"
#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

// What a new entry of a scenario begins as, wherever it is added.

/// Ids of the loads of one scenario share a name space; the smallest free number is taken.
Id freeLoadId(const Scenario& scenario, const std::string& stem);
RateLevel newLevel(const TrafficProfile& profile, double durationSeconds);
TrafficSpike newSpike(double durationSeconds);
TrafficPause newPause(double durationSeconds);
/// Of the first component that is no source, in the second third of the scenario.
Fault newFault(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario);

/// What can happen at some time of a scenario, and where: as the rules that judge designs say.
struct TimedFits {
    struct Changeable {
        ComponentId component;
        std::string parameter;
        friend auto operator<=>(const Changeable&, const Changeable&) = default;
    };
    std::set<std::pair<ComponentId, FaultKind>> misfits;
    std::vector<ComponentId> redrives;  ///< the queues whose dead letters can go back
    std::vector<Changeable> changes;    ///< parameters that can be changed as they are set now
    std::vector<ConnectionId> replays;  ///< over which a reader can go back

    bool takes(const ComponentId& component, FaultKind kind) const
    {
        return component.empty() ? kind == FaultKind::ZoneLost : !misfits.contains({component, kind});
    }
};
TimedFits timedFits(const Design& design, const ServiceCatalog& catalog,
                    const IntegrationTable& integrations);
/// A slow-down by one and a cut to all of it are no faults: a factor that does something.
double usualFactor(FaultKind kind);

/// Whether the design has anything of the kind at all: quick, for what is asked after each edit.
bool mayRedrive(const Design& design, const ServiceCatalog& catalog);
bool mayChange(const Design& design, const ServiceCatalog& catalog);
bool mayReplay(const Design& design, const ServiceCatalog& catalog);

// Without a place when there is none that fits.
Redrive newRedrive(const Scenario& scenario, const TimedFits& fits);
ParameterChange newChange(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario,
                          const TimedFits& fits);
ParameterChange newChange(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario,
                          const TimedFits::Changeable& what);
Replay newReplay(const Scenario& scenario, const TimedFits& fits);
/// What a parameter could become: about twice as much, or half where that is the most.
ParameterValue anotherValue(const Design& design, const ServiceCatalog& catalog,
                            const TimedFits::Changeable& what);

}  // namespace plimsoll
