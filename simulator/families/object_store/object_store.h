// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <chrono>
#include <vector>

namespace plimsoll {

/// Objects behind request rates per prefix, a first-byte latency and a throughput; tells its subscribers.
struct BucketConfig {
    std::size_t prefixes = 1;  ///< that requests spread over evenly
    LimitSpec puts, gets;      ///< of one prefix per second, one second's depth
    /// A prefix begins with this part of the rates, as it shares a partition with others; after refusals in each minute
    /// of `growth` the part doubles, up to the whole. What a long time at a steady load leaves it is settledPart().
    double newPart = 1;
    Duration growth = std::chrono::minutes{10};
    Law firstByte;                                    ///< nanoseconds
    double bytesPerSecond = 90e6;                     ///< of one request
    Duration refusal = std::chrono::milliseconds{1};  ///< time that a refused request takes
    Law notification;                                 ///< nanoseconds from the write to the event
    std::uint32_t eventBytes = 1024;  ///< of one event, where it is kept and not run (assumption)
    double startingBytes = 0;
    std::uint64_t smallBytes = 0;  ///< objects below this are counted apart
    std::vector<double>
        moveAges;              ///< days at which larger objects move on, at the next midnight of the scenario
    double restoredShare = 0;  ///< of the reads, that wait until their object is restored from an archive ...
    Law restore;               ///< ... nanoseconds
    Law replicaLag;            ///< nanoseconds from a write until another bucket gets its copy
    Duration replicaRetry = std::chrono::seconds{60};  ///< until a copy that was refused is tried again
};

/// What a bucket is billed for, per second.
struct BucketLoad {
    double puts = 0, gets = 0;  ///< requests that were served
    double bytesIn = 0, bytesOut = 0;
    double smallPuts = 0, smallBytesIn = 0;  ///< of these, objects below `smallBytes`
    double replicatedBytes = 0;              ///< sent to other buckets
};

/// What a limit of the bucket saw, on average per second; of a run or of the flow.
struct RequestUse {
    double asked = 0, peak = 0, refused = 0;
};

/// The rows of both faces: writes, then reads; `part` of the rates is in force, as a time mean.
std::vector<LimitUse> limitsOf(const BucketConfig& config, double part, const RequestUse& puts,
                               const RequestUse& gets);

/// Part of the rates that a prefix has after a long time of so many requests a second at the whole bucket: for twice as
/// many (an assumption), no less than a new one has.
double settledPart(const BucketConfig& config, double puts, double gets);

/// Whether what comes over the connection reads objects.
bool readsObjects(const ConnectionPort& port);

struct BucketFamily {
    using Config = BucketConfig;
    using Load = BucketLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Replicate};
    static constexpr KindSet kMakes{ConnectionKind::Notify, ConnectionKind::Start, ConnectionKind::Load,
                                    ConnectionKind::Replicate};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(BucketConfig config, const NodeContext& context, BillOf<BucketLoad> bill);
    static BucketLoad flow(const BucketConfig& config, FlowContext& context);
};

}  // namespace plimsoll
