// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/worker_parameters.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll {

/// How a service adds and ends the EC2 instances that its tasks or pods run on.
struct HostWords {
    std::string unit = "task";
    std::int64_t lookSeconds = 60,
                 inPoints = 15;  ///< how often it looks, how long an instance is spare before it ends
    declare::Fact pace;
    declare::Fact density;  ///< who says how many units an instance takes
};

/// `instanceType`, `perInstance`, `minInstances`, `maxInstances`, `bootSeconds` and how they are looked at.
std::vector<ParameterSpec> hostParameters(const HostWords& words, const VisibleWhen& only);
FleetHosts hostsOf(const ComponentView& self);

}  // namespace plimsoll
