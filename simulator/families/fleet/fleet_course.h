// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/fleet/fleet.h"

#include <vector>

namespace plimsoll {

/// Walks a fleet that scales through slices of constant rates in order of time, by the policies and launches of the run and
/// with its work as a fluid, and fills in how many units and machines each slice pays for on average.
void followLoad(const FleetConfig& config, int unitsAtStart, std::vector<FollowedSlice>& slices);

}  // namespace plimsoll
