// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

/// Buffers records by size or time, whichever comes first, then delivers the batch as one object or one COPY.
struct DeliveryConfig {
    std::uint64_t bufferBytes = 5 * 1024 * 1024;
    Duration bufferTime = std::chrono::seconds{300};
    double sizeFactor = 1;  ///< delivered bytes / buffered bytes
    double directBytesPerSecond = 5.0 * 1024 * 1024, directRecordsPerSecond = 500'000,
           directCallsPerSecond = 2'000;
    LimitSpec directBytes, directRecords, directCalls;  ///< what those three are called
    Duration retryFor = std::chrono::hours{24};
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
};

struct DeliveryStreamFamily {
    using Config = DeliveryConfig;
    using Load = DeliveryLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll};
    static constexpr KindSet kMakes{ConnectionKind::Put, ConnectionKind::Load};
    static NodeHandle makeNode(const DeliveryConfig& config, const NodeContext& context,
                               BillOf<DeliveryLoad> bill);
    static DeliveryLoad flow(const DeliveryConfig& config, FlowContext& context);
};

}  // namespace plimsoll
