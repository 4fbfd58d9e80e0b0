// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

/// Prefixes that records are sorted into, each with a buffer of its own while it has any.
struct PartitionedBuffers {
    std::uint32_t prefixes = 0;  ///< 0 = one buffer for all
    std::uint64_t active =
        500;  ///< open at once at most; records of one more go to the error prefix; 0 = any number
    LimitSpec limit;
};

/// A function that changes records before they are delivered, called with a batch of its own.
struct TransformConfig {
    std::uint64_t bytes = 1024 * 1024;
    Duration time = std::chrono::seconds{60};
    int retries = 3;  ///< then the batch goes to the error prefix
    Duration pause = std::chrono::seconds{1};
    double sizeFactor = 1;  ///< of what comes back
};

/// Objects beside the delivery, in a bucket of their own (a connection in the role on-failure) or, of what failed, in the
/// destination's: what could not be delivered, and with `all` every source record as it came.
struct BackupConfig {
    bool all = false;
    std::uint64_t bytes = 5 * 1024 * 1024;
    Duration time = std::chrono::seconds{300};
};

/// Buffers records by size or time, whichever comes first, then delivers the batch as one object or one COPY.
struct DeliveryConfig {
    PartitionedBuffers partitions;
    TransformConfig transform;
    BackupConfig backup;
    /// A buffer that is due while a delivery still waits for its turn grows on, up to this size.
    std::uint64_t largestBuffer = 128ull * 1024 * 1024;
    std::uint64_t bufferBytes = 5 * 1024 * 1024;
    Duration bufferTime = std::chrono::seconds{300};
    double sizeFactor = 1;  ///< delivered bytes / buffered bytes
    double directBytesPerSecond = 5.0 * 1024 * 1024, directRecordsPerSecond = 500'000,
           directCallsPerSecond = 2'000;
    LimitSpec directBytes, directRecords, directCalls;    ///< what those three are called
    Duration retryFor = std::chrono::hours{24};           ///< into a bucket
    Duration endpointRetryFor = std::chrono::minutes{5};  ///< into an index or an address
    Duration commit{};  ///< from the objects of a delivery until a table shows them
    Duration copyRetryFor = std::chrono::hours{1};  ///< of a load into a warehouse, tried every five minutes
    std::uint64_t largestRecord = 1000 * 1024;      ///< bytes, of direct puts
    std::uint64_t billedStep = 1;                   ///< bytes: each record is billed in whole steps of this
    Duration putLatency = std::chrono::milliseconds{10};
    Duration pollInterval = std::chrono::seconds{1};
};

/// What a delivery stream is billed for, per second.
struct DeliveryLoad {
    double records = 0, bytes = 0;
    double polledBilled = 0, directBilled = 0;  ///< bytes, each record in whole steps
    double objects = 0, deliveredBytes = 0;
    double topicBytes = 0;  ///< read of Kafka topics; not in `polledBilled`
};

/// Where a delivery goes over a connection.
enum class DeliveryWay { Bucket, Copy, Endpoint, Transform, Aside };
DeliveryWay wayOf(const ConnectionPort& port);
/// The configuration as the destination lets it be: some take smaller buffers only.
DeliveryConfig boundedBy(DeliveryConfig config, const std::vector<ConnectionPort>& outputs);

struct DeliveryStreamFamily {
    using Config = DeliveryConfig;
    using Load = DeliveryLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll};
    static constexpr KindSet kMakes{ConnectionKind::Put, ConnectionKind::Load, ConnectionKind::Call};
    static NodeHandle makeNode(const DeliveryConfig& config, const NodeContext& context,
                               BillOf<DeliveryLoad> bill);
    static DeliveryLoad flow(const DeliveryConfig& config, FlowContext& context);
};

}  // namespace plimsoll
