// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/families/shared/lane_consumers.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"
#include "simulator/traffic/key_hashes.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll {

/// One direction (reads or writes) of a table's capacity.
/// A number of the table's that gives it capacity.
struct CapacitySize {
    std::string parameter;
    double now = 0;
    double unitsEach = 1;  ///< a second, by one more of it
};

struct CapacityConfig {
    LimitSpec table;                    ///< units per second, provisioned or what on-demand starts with
    LimitSpec partition;                ///< ceiling of one partition, units per second
    double unitBytes = 1024;            ///< one unit covers this much of an item
    double unitFactor = 1;              ///< 0.5 for eventually consistent reads
    double transactionFactor = 2;       ///< in a transaction, whatever `unitFactor` is
    bool scales = false;                ///< `scaling` follows the use
    ScalingPolicy scaling;              ///< loads and capacities are in units per second
    double settledTarget = 1;           ///< use of the capacity that `scaling` ends at under a steady load
    std::vector<CapacitySize> sizes{};  ///< those that set the units; the one to raise comes first
    bool spreads = false;               ///< more of the table's capacity comes with more partitions
    std::string hotKeyRemedy{};
};

/// How a table's partitions grow; they are never merged.
struct PartitionConfig {
    bool shared = false;   ///< reads and writes each have a whole partition to themselves; else they add up
    double bytes = 10e9;   ///< most that one holds
    double heldBytes = 0;  ///< in the table at the start
    Duration heatSplit{};  ///< one that refuses work in every minute for so long is split; 0 = never
    std::size_t most = 4096;  ///< that are followed one by one
};

/// Secondary indexes that are written along with the table, all alike.
struct IndexConfig {
    int count = 0;
    double reached = 1;    ///< share of the writes that reach an index
    double projected = 1;  ///< part of an item's bytes in an index
    LimitSpec capacity;    ///< of one index, units per second
    std::string sizingParameter{};
    bool bounded = false;  ///< a write is refused as a whole where an index lacks capacity
    double unitBytes = 1024;
};

/// A table of items by key: capacity for the whole table with saved burst, a ceiling per partition, a change feed.
struct TableConfig {
    CapacityConfig writes, reads;
    double burstSeconds = 300;  ///< of unused capacity that is kept
    PartitionConfig partitions;
    IndexConfig indexes;
    double itemOverhead = 0;                 ///< bytes kept with each item
    double newItems = 1;                     ///< share of the writes that add an item
    double transactions = 0;                 ///< share of requests that are in one
    std::uint64_t largestItem = 400 * 1024;  ///< bytes
    Law writeLatency, readLatency;           ///< nanoseconds
    double changeStep = 1024;                ///< bytes of an item that one unit of a captured change covers
    Duration captureRetry = std::chrono::seconds{1};  ///< until a change that a stream refused is tried again
    Law replicaLag;     ///< nanoseconds from a write until a replica elsewhere gets it
    bool feed = false;  ///< changes can be read, a lane to each partition at the start
    LaneConsumers::Limits feedRead;
    std::shared_ptr<KeyHashes> keyHashes = std::make_shared<KeyHashes>();  ///< that the flow remembers
    std::vector<TableConfig> later{};  ///< of them only the capacities change
};

/// What a table is billed for; time means and amounts per second.
struct TableLoad {
    double writeUnits = 0, readUnits = 0;        ///< used
    double indexUnits = 0, indexCapacity = 0;    ///< of all indexes together
    double writeCapacity = 0, readCapacity = 0;  ///< in force
    double itemsWritten = 0, writtenBytes = 0;   ///< without the overhead
    double tableBytes = 0;                       ///< it grows by without its indexes, overhead included
    double changeUnits = 0;                      ///< of the changes captured, over all who take them
    double storedBytes = 0;                      ///< the table grows by, overhead included
    bool isReplicated = false;                   ///< others copy its writes, or it copies theirs
};

/// What one direction's limits saw, on average per second; of a run or of the flow.
struct CapacityUse {
    double asked = 0, peak = 0;  ///< units
    double capacity = 0;         ///< in force, time mean
    double partitions = 1;       ///< time mean
    double busiestShare = 0;     ///< of what was asked, the busiest partition's
    double refusedByTable = 0, refusedByPartition = 0;
};

/// The same of each index.
struct IndexUse {
    double asked = 0, peak = 0, refused = 0;
};

/// The rows of both faces: the table's writes and reads, one partition's, and an index's where they are bounded.
std::vector<LimitUse> limitsOf(const TableConfig& config, const CapacityUse& writes, const CapacityUse& reads,
                               const IndexUse& index);

/// Units a second that a table's capacities end at under a steady load, as its scaling has it.
struct SettledCapacity {
    double writes = 0, reads = 0;
};
SettledCapacity settledCapacity(const TableConfig& config, const std::vector<FlowPort>& inputs);

/// What a table grows by with so many items of so many bytes, its indexes included.
double storedBytes(const TableConfig& config, double items, double bytes);
/// The same without its indexes.
double tableBytes(const TableConfig& config, double items, double bytes);
/// Bytes of a captured change over those of the item: the new image, and the old one where there was one.
double changeFactor(const TableConfig& config);

/// Partitions that this much capacity and data need. AWS does not publish the count; planning uses the larger of the
/// throughput and the size need (an assumption).
std::size_t partitionsFor(const TableConfig& config, double writeUnits, double readUnits, double heldBytes);

struct TableFamily {
    using Config = TableConfig;
    using Load = TableLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Replicate};
    static constexpr KindSet kMakes{ConnectionKind::Poll, ConnectionKind::Load, ConnectionKind::Replicate};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(TableConfig config, const NodeContext& context, BillOf<TableLoad> bill);
    static TableLoad flow(const TableConfig& config, FlowContext& context);
    /// Lanes of the change feed.
    static int lanes(const TableConfig& config);
};

}  // namespace plimsoll
