// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

struct FunctionFigures {
    double seconds = 0;
    std::uint64_t invocations = 0, coldStarts = 0, errors = 0, timeouts = 0;
    std::uint64_t billedMillis = 0;  ///< each invocation rounded up to 1 ms
    std::uint64_t waitsForConcurrency = 0, throttledByConcurrency = 0, throttledByScaling = 0;
    HeldUse concurrency;
    std::uint64_t asyncRetries = 0, mappingRetries = 0, filtered = 0;
    double meanBatch = 0;
};

/// A function whose every concurrent run needs an environment: warm ones are reused, new ones cost a cold start.
struct FunctionConfig {
    Duration fixed{};           ///< compute of one invocation
    double nanosPerRecord = 0;  ///< compute of each record in it
    Duration timeout = std::chrono::seconds{3};
    int concurrency = 1000;  ///< environments at most
    int provisioned = 0;     ///< warm from the start, never expire
    double newEnvironmentsPerSecond = 100, newEnvironmentsDepth = 1000;
    Law cold;             ///< nanoseconds
    Duration codeInit{};  ///< added to every cold start
    Duration keepWarm = std::chrono::minutes{10};
    double errorShare = 0;
    std::function<void(const FunctionFigures&, NodeReport&)> finish;
};

NodeHandle makeFunction(FunctionConfig config, const NodeContext& context);

}  // namespace plimsoll
