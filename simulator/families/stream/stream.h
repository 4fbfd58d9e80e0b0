// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/families/shared/lane_consumers.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"
#include "simulator/traffic/key_hashes.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// The number that sets how many shards there are.
struct StreamSize {
    std::string parameter, unit;  ///< empty: nothing to size
    double now = 0;
    double shardsEach = 1;
};

/// An ordered, sharded log with two write quotas per shard and polled readers.
struct StreamConfig {
    std::size_t shards = 1;                     ///< at the start
    LimitSpec records, bytes;                   ///< written to one shard per second, one second's depth
    LimitSpec readBytes, readCalls;             ///< of one shard per second, all shared consumers together
    LimitSpec pushedBytes;                      ///< of one shard per second to one enhanced consumer
    std::uint64_t largestRecord = 1024 * 1024;  ///< bytes
    double stepBytes = 1024;                    ///< a record is billed in steps of this
    /// Producers pack the records of one put that go to one shard into records of up to so many bytes; 0 = they do not.
    double packedBytes = 0;
    Law putLatency;  ///< nanoseconds
    LaneConsumers::Limits read;
    /// Splits shards while the load grows; loads and capacities are in shards' worth.
    std::optional<ScalingPolicy> scaling;
    StreamSize sizing;
    std::string sizingSource;  ///< of the rule for reads
    std::string hotKeyRemedy;
    std::shared_ptr<KeyHashes> keyHashes = std::make_shared<KeyHashes>();  ///< that the flow remembers
    std::vector<StreamConfig> later{};                                     ///< of them only the shards change
};

/// What a stream is billed for; time means and amounts per second.
struct StreamLoad {
    double shards = 0;
    double records = 0, bytes = 0;  ///< stored, packed ones as one
    double steps = 0;               ///< billed steps of what was stored
    double sharedBytesRead = 0, enhancedBytesRead = 0;
    double enhancedConsumers = 0;
};

/// What the limits of a stream saw, on average per second; of a run or of the flow.
struct StreamUse {
    double shards = 0;
    double records = 0, bytes = 0;  ///< asked for
    double recordPeak = 0, bytePeak = 0;
    double busiestRecordShare = 0, busiestByteShare = 0;  ///< of all demand, the busiest shard's
    double recordsRefused = 0, bytesRefused = 0;
    bool shared = false, enhanced = false;  ///< whether there are such consumers
    double readBytes = 0, readBytePeak = 0, readCalls = 0, readCallPeak = 0;
    double readBytesRefused = 0, readCallsRefused = 0;
    double pushedBytes = 0, pushedBytePeak = 0, pushesRefused = 0;  ///< the enhanced consumers' mean
};

/// The rows of both faces, always in this order: records, bytes, then those of the consumers there are.
std::vector<LimitUse> limitsOf(const StreamConfig& config, const StreamUse& use);

struct StreamFamily {
    using Config = StreamConfig;
    using Load = StreamLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Replicate};
    static constexpr KindSet kMakes{ConnectionKind::Poll};
    static NodeHandle makeNode(StreamConfig config, const NodeContext& context, BillOf<StreamLoad> bill);
    static StreamLoad flow(const StreamConfig& config, FlowContext& context);
    /// That a reader ever asks.
    static int lanes(const StreamConfig& config)
    {
        std::size_t most = config.shards;
        for (const StreamConfig& later : config.later)
            most = std::max(most, later.shards);
        return static_cast<int>(most);
    }
};

}  // namespace plimsoll
