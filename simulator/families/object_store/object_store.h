// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

struct BucketFigures {
    double seconds = 0;
    RateUse puts, gets;
    std::uint64_t objects = 0, bytes = 0, gotBytes = 0, acceptedPuts = 0, acceptedGets = 0;
    std::uint64_t notifications = 0;
    double records = 0;
};

/// Objects behind request rates per prefix, a first-byte latency and a throughput; tells its subscribers.
struct BucketConfig {
    std::size_t prefixes = 1;
    double putsPerPrefix = 3500, getsPerPrefix = 5500;
    Law firstByte;                 ///< nanoseconds
    double bytesPerSecond = 90e6;  ///< of one request
    Law notification;              ///< nanoseconds from the write to the event
    double startingBytes = 0;
    std::function<void(const BucketFigures&, NodeReport&)> finish;
};

NodeHandle makeBucket(BucketConfig config, const NodeContext& context);

}  // namespace plimsoll
