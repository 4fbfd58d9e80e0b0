// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/metrics/limits.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace plimsoll {

/// Tables that lie in a lake: read by a fleet beside the warehouse, billed by the bytes.
struct ExternalTables {
    double share = 0;           ///< of what a query scans
    double readShare = 1;       ///< of these bytes that are read, after format, compression and columns
    double bytesPerSecond = 1;  ///< read for one query, where no bucket is connected ...
    double leastBytes = 0;      ///< billed for a query
    double objectBytes = 128.0 * 1048576;  ///< ... else object by object of it ...
    double requests = 1;                   ///< ... so many at once
};

/// Whether a warehouse is there. While it is paused or restored from a snapshot it refuses all work.
enum class WarehouseState { Running, Paused, Restoring };

/// How it changes while a scenario runs.
struct WarehouseLife {
    WarehouseState state = WarehouseState::Running;
    double nodes = 1;       ///< that are billed while it is not paused
    Duration exchanging{};  ///< no work begins, and what is under way rests, when their number changes
    Duration restoring{};   ///< from the state Restoring to Running, with the rows of the last snapshot
    Duration snapshotEvery = std::chrono::hours{8};
    double snapshotBytes = 5e9;  ///< changed on a node; whichever comes first
};

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
    int scalingClusters = 0;  ///< that take queries for which the slots have no room, each with as many slots
    Duration scalingStart{};  ///< longer that the first query on one takes
    ExternalTables external;
    LimitSpec slotsInUse;
    LimitSpec copyRunning;
    std::string idle;  ///< what is missing when nothing is asked of it
    WarehouseLife life;
    std::vector<WarehouseConfig> later{};
};

/// What a warehouse is billed for.
struct WarehouseLoad {
    double billedShare = 0;      ///< of the time: active, a minute at least each time it wakes
    double bytesLoaded = 0;      ///< per second
    double scalingClusters = 0;  ///< that have a query, time mean
    double externalBytes = 0;    ///< billed, per second
    double nodes = 1;            ///< billed, time mean
};

/// Bytes of external tables that a query reads.
inline double externalReadOf(const WarehouseConfig& config, double gigabytes)
{
    return gigabytes * 1073741824.0 * config.external.share * config.external.readShare;
}
/// Mean time of a query in its slot, which has its share of the slices; what it reads of a connected bucket aside.
inline double runSecondsOf(const WarehouseConfig& config, double gigabytes, double cpuSecondsPerGigabyte,
                           bool asksBucket)
{
    const ExternalTables& external = config.external;
    return seconds(config.queryOverhead)
           + gigabytes * (1 - external.share) * cpuSecondsPerGigabyte / (config.slices / config.slots)
           + (asksBucket ? 0 : externalReadOf(config, gigabytes) / external.bytesPerSecond);
}
/// Bytes of external tables that it is billed.
inline double externalBytesOf(const WarehouseConfig& config, double gigabytes)
{
    return config.external.share > 0 ? std::max(externalReadOf(config, gigabytes), config.external.leastBytes)
                                     : 0;
}
/// Objects of external tables that it reads.
inline double externalObjectsOf(const WarehouseConfig& config, double gigabytes)
{
    constexpr double kMost = 1e6;  // beyond this a table is not taken object by object
    const double objects = std::ceil(externalReadOf(config, gigabytes) / config.external.objectBytes - 1e-9);
    return config.external.share > 0 ? std::clamp(objects, 1.0, kMost) : 0;
}

struct WarehouseFamily {
    using Config = WarehouseConfig;
    using Load = WarehouseLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query,
                                    ConnectionKind::Load};
    static constexpr KindSet kMakes{ConnectionKind::Query};
    static NodeHandle makeNode(const WarehouseConfig& config, const NodeContext& context,
                               BillOf<WarehouseLoad> bill);
    static WarehouseLoad flow(const WarehouseConfig& config, FlowContext& context);
};

}  // namespace plimsoll
