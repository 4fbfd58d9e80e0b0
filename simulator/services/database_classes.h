// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/database_instance/database_instance.h"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// A class of database instances, whichever service runs on it: what its name promises. The collected facts have no table
/// of it, so that each figure is a default that can be set.
struct DatabaseClass {
    std::string_view id;  ///< "db.r6g.large"
    double vcpus = 2;
    double memoryGib = 0;
    /// Burstable: share of its vCPUs that it earns all the time, and the vCPU-minutes it can save up.
    double baseShare = 1, mostCredits = 0;
    bool unlimited = true;  ///< use beyond what is saved is billed, not slowed down
};

/// The class on the component, with what is set beside it; of an unknown name the smallest.
DatabaseClass classOf(const ComponentView& self);
/// What of a class can be set, of those offered; `provisioned`: it is shown for instances only.
std::vector<ParameterSpec> classParameters(const std::vector<std::string_view>& offered, bool provisioned);

/// What a class means to the family.
ProcessorConfig processorOf(const DatabaseClass& instance);

}  // namespace plimsoll
