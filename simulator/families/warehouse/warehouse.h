// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <string>

namespace plimsoll {

/// Query slots with one queue; loads run one at a time beside them and commit what they read. The queries are the
/// scenario's.
struct WarehouseConfig {
    int slots = 5;
    double slices = 4;
    double copyBytesPerSecondPerSlice = 20e6;
    Duration copyOverhead = std::chrono::seconds{2};
    Duration queryOverhead = std::chrono::milliseconds{500};
    double queryVariation = 0.5;  ///< coefficient of variation of a query's time, assumption
    Duration leastBilled = std::chrono::minutes{1};  ///< each time it wakes
    LimitSpec slotsInUse;
    LimitSpec copyRunning;
    std::string idle;  ///< what is missing when nothing is asked of it
};

/// What a warehouse is billed for.
struct WarehouseLoad {
    double billedShare = 0;  ///< of the time: active, a minute at least each time it wakes
    double bytesLoaded = 0;  ///< per second
};

struct WarehouseFamily {
    using Config = WarehouseConfig;
    using Load = WarehouseLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query,
                                    ConnectionKind::Load};
    static constexpr KindSet kMakes{};
    static NodeHandle makeNode(const WarehouseConfig& config, const NodeContext& context,
                               BillOf<WarehouseLoad> bill);
    static WarehouseLoad flow(const WarehouseConfig& config, FlowContext& context);
};

}  // namespace plimsoll
