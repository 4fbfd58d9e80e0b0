// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/shared/lane_consumers.h"

#include <functional>

namespace plimsoll {

/// One direction (reads or writes) of a table's capacity.
struct CapacityConfig {
    double units = 0;            ///< provisioned per second, or what on-demand starts with
    double unitBytes = 1024;     ///< one unit covers this much of an item
    double unitFactor = 1;       ///< 0.5 for eventually consistent reads
    double perPartition = 1000;  ///< ceiling of one partition, units per second
};

struct AutoScalingConfig {
    bool on = false;
    double target = 0.7;  ///< of capacity
    double least = 1, most = 40'000;
    Duration delay = std::chrono::minutes{2};  ///< from the decision to the new capacity
};

struct TableFigures {
    double seconds = 0;
    RateUse writes, reads;  ///< capacity units asked for
    double writeUnitsUsed = 0, readUnitsUsed = 0;
    HeldUse writeCapacity, readCapacity;
    std::uint64_t itemsWritten = 0, bytesWritten = 0, readRequests = 0;
    std::uint64_t refusedByTable = 0, refusedByPartition = 0;
    std::size_t partitions = 1;
    double busiestPartitionShare = 0;
    std::uint64_t streamReadCalls = 0;
    std::size_t streamConsumers = 0;
};

/// A table of items by key: capacity for the whole table with saved burst, a ceiling per partition, a change feed.
struct TableConfig {
    bool onDemand = false;
    CapacityConfig writes, reads;
    AutoScalingConfig writeScaling, readScaling;
    double burstSeconds = 300;
    std::size_t partitions = 1;  ///< at the start; the stream keeps as many shards
    /// Partitions that this much write and read capacity needs; they are only ever added.
    std::function<std::size_t(double writeUnits, double readUnits)> partitionsFor;
    std::uint64_t largestItem = 400 * 1024;  ///< bytes
    Law writeLatency, readLatency;           ///< nanoseconds
    bool stream = false;
    LaneConsumers::Limits streamRead;
    std::function<void(const TableFigures&, NodeReport&)> finish;
};

NodeHandle makeTable(TableConfig config, const NodeContext& context);

}  // namespace plimsoll
