// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

struct WarehouseFigures {
    double seconds = 0;
    std::uint64_t queries = 0, copies = 0, copiedRecords = 0, copiedBytes = 0;
    double activeSeconds = 0;  ///< with at least one query or COPY running
    double billedSeconds = 0;  ///< the same, a minute at least each time it wakes
    HeldUse slots;
    double copySeconds = 0, longestCopySeconds = 0;
    Histogram queryTimes;
};

/// Query slots with one queue; loads run one at a time beside them and commit what they read.
struct WarehouseConfig {
    int slots = 5;
    double slices = 4;
    double copyBytesPerSecondPerSlice = 20e6;
    Duration copyOverhead = std::chrono::seconds{2};
    Duration queryOverhead = std::chrono::milliseconds{500};
    double queryVariation = 0.5;  ///< coefficient of variation of a query's time, assumption
    std::vector<QueryLoad> queries;
    std::function<void(const WarehouseFigures&, NodeReport&)> finish;
};

NodeHandle makeWarehouse(WarehouseConfig config, const NodeContext& context);

}  // namespace plimsoll
