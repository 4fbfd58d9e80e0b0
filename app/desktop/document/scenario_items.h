// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <string>

namespace plimsoll {

// What a new entry of a scenario begins as, wherever it is added.

/// Ids of the loads of one scenario share a name space; the smallest free number is taken.
Id freeLoadId(const Scenario& scenario, const std::string& stem);
RateLevel newLevel(const TrafficProfile& profile, double durationSeconds);
TrafficSpike newSpike(double durationSeconds);
TrafficPause newPause(double durationSeconds);
/// Of the first component that is no source, in the second third of the scenario.
Fault newFault(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario);

}  // namespace plimsoll
