// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"
#include "model/design/design.h"

#include <string_view>

namespace plimsoll {

/// How many Availability Zones a component spans; 0 = it sits in none of a Region (sources, global services).
int zonesOf(const Component& component, const ServiceSpec& spec);

/// Whether losing the zone ("a", "b" or "c") takes something from the component. What spans fewer than three zones
/// sits in its own and in those that follow.
bool sitsIn(const Component& component, const ServiceSpec& spec, std::string_view zone);

/// Whether the fault strikes this component.
bool strikes(const Fault& fault, const Component& component, const ServiceSpec& spec);

}  // namespace plimsoll
