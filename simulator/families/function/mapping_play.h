// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/traffic/key_popularity.h"

#include <cstdint>
#include <functional>
#include <memory>

namespace plimsoll {

/// What one invocation of so many records takes on average, waits included, and how often it fails.
struct RunOfBatch {
    double seconds = 0;
    double billedSeconds = 0;
    double failedShare = 0;
    double variance = 0;       ///< of the seconds, squared
    double failedByCalls = 0;  ///< of the runs: by what they called, or cut off
    friend bool operator==(const RunOfBatch&, const RunOfBatch&) = default;
};
using RunOfRecords = std::function<RunOfBatch(std::uint32_t)>;

/// The reader of one shard and one of its lanes, as the flow face knows it.
struct LanePlay {
    /// After a failure, until the batch is tried again: a failing batch blocks its shard, and must not spin.
    static constexpr double kPauseSeconds = 1;
    double recordsPerSecond = 0;  ///< that pass the filter
    double recordsAtOnce = 1;     ///< that one put brings to the shard
    /// Or all of them come so many together, evenly over so long, in bursts as far apart as the rate makes them; 0 = not.
    double burstRecords = 0, burstSeconds = 0;
    bool regular = false;  ///< they come evenly
    double pollSeconds = 1;
    std::uint32_t batch = 100;
    double window = 0;
    int retries = -1;  ///< -1 = for ever
    bool bisect = false;
    friend bool operator==(const LanePlay&, const LanePlay&) = default;
};

/// The consumers of a queue.
struct QueuePlay {
    double messagesPerSecond = 0;
    double messagesAtOnce = 1;  ///< that one send brings
    bool regular = false;
    double receiveSeconds = 0.01;
    std::uint32_t batch = 10;
    std::uint32_t perReceive = 10;
    double longestWait = 20;
    double window = 0;
    int slots = 5;
    double pause = 0;            ///< seconds from a receive that brought something to the slot's next one ...
    double pausePerMessage = 0;  ///< ... or so many for each message, if that is longer
    double passShare = 1;
    bool byItem = false;
    /// A FIFO queue: of a group nothing is handed out while a message of it is in work, or hidden because its run failed.
    bool ordered = false;
    double visibility = 30;   ///< seconds it stays hidden then
    double hottestGroup = 0;  ///< share of the messages, where the groups are not known
    std::shared_ptr<const KeyPopularity> groups{};
    friend bool operator==(const QueuePlay&, const QueuePlay&) = default;
};

/// Per record offered, by playing a stretch of it with fixed draws: the rules of the node, mean times.
struct Played {
    double invocations = 0;
    double billedSeconds = 0;     ///< of all invocations, as billed
    double runSeconds = 0;        ///< of all invocations
    double handled = 1;           ///< records in them, each try counted
    double failed = 0;            ///< of those, in runs that failed
    double gaveUp = 0;            ///< records
    double residenceSeconds = 0;  ///< from the start of a batch's gathering to its end
    double staySeconds = 0;       ///< the same of each batch that succeeds, once
    double succeeded = 0;         ///< such batches
    double blockedSeconds = 0;    ///< of lanes, by batches that fail
    double receives = 0, emptyReceives = 0, deletes = 0;
    double behindShare = 0;  ///< of the time: messages are left and nearly all slots are busy
    double peakWorking = 0;  ///< slots at work at most at 60 looks
    bool isStuck = false;    ///< of a lane: a batch fails for ever, and most of what comes stays behind it
};

/// Both, the second one this share of the time.
Played mixed(const Played& one, const Played& other, double share);

/// Whether a mapping of a queue that leaves messages behind adds slots: nearly all of them are at work.
inline constexpr double kNearlyAll = 0.9;
inline bool isBehind(double working, double slots)
{
    return working + 1 > slots * kNearlyAll;
}

/// Of a lane that keeps up.
Played play(const LanePlay& lane, const RunOfRecords& run);
/// Of consumers that keep up.
Played play(const QueuePlay& queue, const RunOfRecords& run);

}  // namespace plimsoll
