// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/lane_consumers.h"
#include "simulator/queueing/scaling_controller.h"

#include <functional>
#include <optional>

namespace plimsoll {

/// What a finished stream node hands to its service for meters and limits.
struct StreamFigures {
    double seconds = 0;
    std::size_t shards = 0;  ///< at the end
    double meanShards = 0;
    std::uint64_t records = 0, bytes = 0, payloadUnits = 0, roundedKilobytes = 0;
    std::uint64_t bytesRead = 0, enhancedBytesRead = 0;
    std::size_t enhancedConsumers = 0;
    RateUse recordUse, byteUse;
    double busiestRecordShare = 0, busiestByteShare = 0;  ///< of all demand, the busiest shard's
    std::uint64_t recordsRefused = 0, bytesRefused = 0, readsRefused = 0;
};

/// An ordered, sharded log with two write quotas per shard and polled readers.
struct StreamConfig {
    std::size_t shards = 1;
    double recordsPerShard = 1000;              ///< per second, one second's depth
    double bytesPerShard = 1024.0 * 1024;       ///< per second, one second's depth
    std::uint64_t largestRecord = 1024 * 1024;  ///< bytes
    Duration putLatency{};
    LaneConsumers::Limits read;
    /// Splits shards while the load grows; loads and capacities are in shards' worth.
    std::optional<ScalingPolicy> scaling;
    /// Fills limits and meters of the report.
    std::function<void(const StreamFigures&, NodeReport&)> finish;
};

NodeHandle makeStream(StreamConfig config, const NodeContext& context);

}  // namespace plimsoll
