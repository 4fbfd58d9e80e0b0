// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/kernel/node_context.h"

#include <functional>
#include <optional>

namespace plimsoll {

struct FleetFigures {
    double seconds = 0;
    std::uint64_t served = 0, waited = 0, batches = 0;
    double waitSeconds = 0;    ///< summed over requests and batches
    HeldUse busy;              ///< slots
    double meanInService = 0;  ///< instances
    double meanBilled = 0;     ///< instances, those starting included
    double peakInService = 0;
    std::uint64_t scaleOuts = 0;
};

/// What an instance group scales on.
enum class FleetMetric { None, BusyShare, Backlog };

/// Instances of `slots` parallel workers each. Requests line up first come first served; messages of a queue and
/// records of a stream are read as workers get free.
struct FleetConfig {
    int instances = 1;  ///< at the start, in service
    int slots = 1;      ///< of each
    Law service;        ///< nanoseconds, of a request or a record
    std::optional<std::uint64_t> queueLimit;
    FleetMetric metric = FleetMetric::None;
    ScalingPolicy scaling;  ///< in instances; its target is busy slots, or messages waiting, of one instance
    Duration boot{};        ///< from the launch of an instance until it works
    std::function<void(const FleetFigures&, NodeReport&)> finish;
};

NodeHandle makeFleet(FleetConfig config, const NodeContext& context);

}  // namespace plimsoll
