// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace plimsoll {

/// Copies a data store over a path and then keeps the copy up to date. The scenario's jobs are the full loads; what comes
/// in are changes, which share the path, wait while a load runs, and are then applied to the targets one after the other,
/// each until the target has taken it.
struct TransferConfig {
    double pathBytesPerSecond =
        1;  ///< of the path, as far as it can be used; appliers have equal parts of it
    double loadBytesPerSecond =
        0;                 ///< what a full load gets through by itself; 0 = as much as the path carries
    double tripBytes = 0;  ///< a full load goes in trips of so much, the last one not full; 0 = over the path
    Duration perTrip{};    ///< that a trip is under way, beside what its bytes take
    int appliers = 1;      ///< changes applied at once
    double changesPerApplier = 1000;  ///< per second
    Duration gather{0};               ///< changes are applied together so often; 0 = each by itself
    double cacheBytes = 0;  ///< for changes that wait; more are refused; 0 = they wait where they came from
    Duration retry = std::chrono::seconds{5};  ///< until a change the target refused is tried again
    LimitSpec path, apply, cache;
    std::string sized;  ///< the parameter with the path's bandwidth ...
    std::string sizedUnit = "Mbit/s";
    double sizedNow = 0;       ///< ... its value ...
    double bytesPerSized = 1;  ///< ... and what one of its unit carries in a second
    double loadWithin = 0;     ///< seconds a full load may take, for sizing
};

/// What a transfer is billed for, beside being there.
struct TransferLoad {
    double bytes = 0;      ///< per second, full loads and changes
    double loads = 0;      ///< full loads begun, per second ...
    double loadBytes = 0;  ///< ... and what they are to move
    double trips = 0;      ///< ... and the trips of them
};

struct TransferFamily {
    using Config = TransferConfig;
    using Load = TransferLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Replicate};
    static constexpr bool kAcknowledgesAtOnce = true;
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// Bytes of full load per second while one runs and nothing else is on the path.
inline double loadRate(const TransferConfig& config)
{
    return config.loadBytesPerSecond > 0 ? std::min(config.loadBytesPerSecond, config.pathBytesPerSecond)
                                         : config.pathBytesPerSecond;
}
/// Trips that a full load of so many bytes takes.
inline double tripsOf(const TransferConfig& config, double bytes)
{
    return config.tripBytes > 0 ? std::max(1.0, std::ceil(bytes / config.tripBytes)) : 0;
}
/// Whether changes go on over a connection of this kind.
constexpr bool takesChanges(ConnectionKind kind)
{
    return kind == ConnectionKind::Replicate || kind == ConnectionKind::Put || kind == ConnectionKind::Call;
}

}  // namespace plimsoll
