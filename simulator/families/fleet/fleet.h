// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"

#include <optional>
#include <string>

namespace plimsoll {

/// What an instance group scales on.
enum class FleetMetric { None, BusyShare, Backlog };

struct FleetConfig {
    int instances = 1;    ///< at the start, in service
    int slots = 1;        ///< of each
    ServiceTime service;  ///< of a request or a record
    std::optional<std::uint64_t> queueLimit;
    FleetMetric metric = FleetMetric::None;
    ScalingPolicy scaling;  ///< in instances; its target is busy slots, or messages waiting, of one instance
    Duration boot{};        ///< from the launch of an instance until it works
    LimitSpec limit;        ///< of the workers of one instance
    std::string sized;      ///< the parameter that sizing sets
};

struct FleetLoad {
    double instances = 0;  ///< those starting included
};

/// Instances of `slots` parallel workers each. Requests line up first come first served; messages of a queue and
/// records of a stream are read as workers get free. A worker holds its slot until its calls are answered.
struct FleetFamily {
    using Config = FleetConfig;
    using Load = FleetLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
