// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

struct GatewayConfig {
    double ratePerSecond = 0;
    double burst = 0;
    Duration timeout{};
    Law overhead;             ///< nanoseconds
    double meteredBytes = 0;  ///< step in which the size of a request is billed; 0 = it is not
    LimitSpec limit;          ///< of the requests
};

struct GatewayLoad {
    double requestsPerSecond = 0;
    double stepsPerRequest = 1;
};

/// A front door: a token bucket, its own overhead, then a call whose answer it passes back, within a timeout.
struct GatewayFamily {
    using Config = GatewayConfig;
    using Load = GatewayLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
