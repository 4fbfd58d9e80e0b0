// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"
#include "simulator/queueing/retry_policy.h"

#include <functional>

namespace plimsoll {

struct GatewayFigures {
    std::uint64_t requests = 0, timeouts = 0, throttled = 0;
    std::uint64_t meteredSteps = 0;  ///< 512 KB steps, one at least for each request
    RateUse use;
};

/// A front door: a token bucket, its own overhead, then a call whose answer it passes back, within a timeout.
struct GatewayConfig {
    double ratePerSecond = 10'000;
    double burst = 5'000;
    Duration timeout = std::chrono::seconds{29};
    Law overhead;  ///< nanoseconds
    std::function<void(const GatewayFigures&, NodeReport&)> finish;
};

NodeHandle makeGateway(GatewayConfig config, const NodeContext& context);

}  // namespace plimsoll
