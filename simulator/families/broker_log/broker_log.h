// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/families/shared/lane_consumers.h"
#include "simulator/metrics/limits.h"
#include "simulator/traffic/key_hashes.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll {

/// An ordered log in partitions, each kept by several brokers. What a broker can take in, send and write is shared by all
/// partitions it keeps; who asks for more is slowed, and refused only when the producer's patience is over.
struct BrokerLogConfig {
    int brokers = 3;
    int partitions = 12;
    int replication = 3;  ///< brokers that keep a partition; no more than there are
    int inSync = 2;       ///< of them that must be there for a write
    bool copiesCount =
        true;  ///< the copies between brokers pass the limits `in`, `out` and `disk`; else they are not seen
    LimitSpec in, out;                    ///< bytes a second of one broker
    LimitSpec disk;                       ///< bytes a second written by one broker; perUnit 0 = none
    LimitSpec partitionIn, partitionOut;  ///< bytes a second of one partition; perUnit 0 = none
    double sizedIn = 0, sizedOut = 0;     ///< what sizing counts on instead of `in` and `out`; 0 = those
    std::uint64_t largestRecord = 1024 * 1024;    ///< bytes
    Law putLatency;                               ///< nanoseconds; all copies that are in sync included
    Duration patience = std::chrono::minutes{2};  ///< a producer gives up a record that waited so long
    Duration fetchWait = std::chrono::milliseconds{500};  ///< a fetch that finds nothing waits for so long
    LaneConsumers::Limits read;
    Duration nearRetention{};  ///< records older than this are read from the far tier; 0 = there is none
    double diskBytes = 0;      ///< of one broker; 0 = as many as are needed
    int advisedReplicas = 0;   ///< partitions of one broker, copies included; 0 = nothing is advised
    std::string sizingParameter, diskParameter;  ///< that set brokers and disks; empty: nothing to size
    std::string source;                          ///< of the rules of sizing
    std::shared_ptr<KeyHashes> keyHashes = std::make_shared<KeyHashes>();  ///< that the flow remembers

    int copies() const { return std::min(replication, brokers); }
    /// Copies of what comes in that leave the brokers again between them.
    int copiesSent() const { return copiesCount ? copies() - 1 : 0; }
};

/// What a broker log is billed for; amounts per second.
struct BrokerLogLoad {
    double records = 0, bytes = 0;  ///< stored, one copy
    double bytesRead = 0;           ///< by all consumers
    double farBytesRead = 0;        ///< of them, from the far tier
};

/// What its limits saw, on average per second; of a run or of the flow.
struct BrokerLogUse {
    struct Demand {
        double mean = 0, peak = 0, busiestShare = 0, refused = 0;
    };
    Demand in, out, disk, partitionIn, partitionOut;
};

/// The rows of both faces, always in this order: in, out, then those there are.
std::vector<LimitUse> limitsOf(const BrokerLogConfig& config, const BrokerLogUse& use);

struct BrokerLogFamily {
    using Config = BrokerLogConfig;
    using Load = BrokerLogLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Replicate};
    static constexpr KindSet kMakes{ConnectionKind::Poll};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
    static int lanes(const Config& config) { return config.partitions; }
};

}  // namespace plimsoll
