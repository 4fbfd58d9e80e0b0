// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/environment_levels.h"
#include "simulator/families/function/function.h"

#include <cstdint>
#include <map>

namespace plimsoll {

/// A function after a long time at constant rates.
struct SettledFunction {
    int warm = 0;               ///< environments, those of provisioned concurrency apart
    bool overRequests = false;  ///< more is asked for than its request rate allows
    std::map<std::uint32_t, int>
        queueBatches;  ///< by connection: at once; not of a queue that cannot keep up
    std::map<std::uint32_t, double> lanePollers;  ///< by connection, of one's own
};
SettledFunction settledFunction(const FunctionConfig& config, const ComponentView& self,
                                const SettledFlow& before);

}  // namespace plimsoll
