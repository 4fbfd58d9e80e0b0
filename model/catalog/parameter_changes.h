// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <string>
#include <vector>

namespace plimsoll {

/// A change of a scenario with the time it takes: asked for, then in force.
struct ChangeInForce {
    Id id;
    ComponentId component;
    std::string parameter;
    ParameterValue before, value;
    double requestedSeconds = 0;
    double inForceSeconds = 0;
};

/// Seconds from the request until this change of a value is in force.
double secondsOf(const ChangeSpec& change, double before, double value);

/// In the order in which they come in force.
/// Changes of what cannot change are left out; validate() names them.
std::vector<ChangeInForce> changesInForce(const Design& design, const ServiceCatalog& catalog,
                                          const Scenario& scenario);

/// The design with the values in force at that time. Its scenarios have no changes left that are: they would be asked for
/// again.
Design designAt(Design design, const std::vector<ChangeInForce>& changes, double seconds);

/// The scenario without the changes that are in force by then: for a part that begins there, with designAt().
Scenario withoutChangesBy(Scenario scenario, const std::vector<ChangeInForce>& changes, double seconds);

}  // namespace plimsoll
