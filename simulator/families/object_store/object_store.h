// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <vector>

namespace plimsoll {

/// Objects behind request rates per prefix, a first-byte latency and a throughput; tells its subscribers.
struct BucketConfig {
    std::size_t prefixes = 1;                         ///< that requests spread over evenly
    LimitSpec puts, gets;                             ///< of one prefix per second, one second's depth
    Law firstByte;                                    ///< nanoseconds
    double bytesPerSecond = 90e6;                     ///< of one request
    Duration refusal = std::chrono::milliseconds{1};  ///< time that a refused request takes
    Law notification;                                 ///< nanoseconds from the write to the event
    double startingBytes = 0;
};

/// What a bucket is billed for, per second.
struct BucketLoad {
    double puts = 0, gets = 0;  ///< requests that were served
    double bytesIn = 0, bytesOut = 0;
};

/// What a limit of the bucket saw, on average per second; of a run or of the flow.
struct RequestUse {
    double asked = 0, peak = 0, refused = 0;
};

/// The rows of both faces: writes, then reads.
std::vector<LimitUse> limitsOf(const BucketConfig& config, const RequestUse& puts, const RequestUse& gets);

struct BucketFamily {
    using Config = BucketConfig;
    using Load = BucketLoad;
    static NodeHandle makeNode(BucketConfig config, const NodeContext& context, BillOf<BucketLoad> bill);
    static BucketLoad flow(const BucketConfig& config, FlowContext& context);
};

}  // namespace plimsoll
