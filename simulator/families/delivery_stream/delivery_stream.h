// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

struct DeliveryFigures {
    double seconds = 0;
    std::uint64_t records = 0, bytes = 0, polledRounded5Kb = 0,
                  directRounded5Kb = 0;  ///< rounded sums in bytes
    std::uint64_t objects = 0, deliveredBytes = 0, sizeFlushes = 0, timeFlushes = 0, retries = 0;
    RateUse directBytes, directRecords, directCalls;
    std::uint64_t refusedDirect = 0;
    bool direct = false;
};

/// Buffers records by size or time, whichever comes first, then delivers the batch as one object or one COPY.
struct DeliveryConfig {
    std::uint64_t bufferBytes = 5 * 1024 * 1024;
    Duration bufferTime = std::chrono::seconds{300};
    double sizeFactor = 1;  ///< delivered bytes / buffered bytes
    double directBytesPerSecond = 5.0 * 1024 * 1024, directRecordsPerSecond = 500'000,
           directCallsPerSecond = 2'000;
    Duration retryFor = std::chrono::hours{24};
    Duration copyRetryFor = std::chrono::hours{1};  ///< of a load into a warehouse, tried every five minutes
    std::uint64_t largestRecord = 1000 * 1024;      ///< bytes, of direct puts
    Duration pollInterval = std::chrono::seconds{1};
    std::function<void(const DeliveryFigures&, NodeReport&)> finish;
};

NodeHandle makeDeliveryStream(DeliveryConfig config, const NodeContext& context);

}  // namespace plimsoll
