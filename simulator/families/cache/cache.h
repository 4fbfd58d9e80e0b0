// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

namespace plimsoll {

/// Items by key in memory, the least recently used pushed out. A read that misses is passed on to the store behind and
/// kept when it comes back; many at once for one key all go on (a stampede).
struct CacheConfig {
    int servers = 1;                     ///< command threads; each works on one request at a time
    double requestsPerServer = 100'000;  ///< per second
    Law network;                         ///< nanoseconds from and to the caller together
    double memoryBytes = 1e9;            ///< for items, of all shards together
    double itemOverheadBytes = 0;        ///< memory an item takes beyond its own size
    Duration timeToLive{};               ///< 0 = items do not grow old
    bool writeThrough = false;           ///< a write goes on to the store behind, and is kept
    double billedStep = 1024;            ///< bytes that one billed unit of a request covers
    LimitSpec requests, memory;
};

/// What a cache is billed for.
struct CacheLoad {
    double units = 0;        ///< per second: requests, each in steps of `billedStep`
    double storedBytes = 0;  ///< time mean
};

struct CacheFamily {
    using Config = CacheConfig;
    using Load = CacheLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static NodeHandle makeNode(const CacheConfig& config, const NodeContext& context, BillOf<CacheLoad> bill);
    static CacheLoad flow(const CacheConfig& config, FlowContext& context);
};

}  // namespace plimsoll
