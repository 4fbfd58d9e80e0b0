// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"

#include <optional>
#include <string>

namespace plimsoll {

/// How much of a server's capacity requests take: so many of its units, for each `stepBytes` begun.
struct CacheCosts {
    double hit = 1, miss = 1, write = 1;
    double stepBytes = 0;  ///< 0 = whatever their size
    double stepsOf(double bytes) const;
};

/// A function that runs beside the cache: on every request, or on each that goes on to what is behind.
struct EdgeFunction {
    Law time;  ///< nanoseconds of a run
    bool everyRequest = true;
    /// E[T rounded up to whole milliseconds], in seconds; of an exponential law with mean m ms, 1 / (1 - e^(-1 / m)) ms.
    double billedSeconds() const;
};

/// Items by key in memory, the least recently used pushed out. A read that misses is passed on to the store behind and
/// kept when it comes back; many at once for one key all go on (a stampede), unless the cache lets them wait together.
struct CacheConfig {
    int servers = 1;  ///< command threads; each works on one request at a time; 0 = nothing waits for one
    double requestsPerServer = 100'000;  ///< per second, of those that cost one
    CacheCosts costs;
    double mostRequests = 0, mostBytes = 0;  ///< per second; more are refused; 0 = no such quota
    Law network;                             ///< nanoseconds from and to the caller together
    std::optional<Law> writeNetwork{};       ///< of writes, where it takes longer to be sure of them
    double memoryBytes = 1e9;                ///< for items, of all shards together
    double itemOverheadBytes = 0;            ///< memory an item takes beyond its own size
    bool pushesOut = true;    ///< what is used least makes room; else a full memory refuses writes
    bool replicated = false;  ///< every server holds all items and does every write
    bool durable = false;     ///< what it keeps survives
    Duration timeToLive{};    ///< 0 = items do not grow old
    Duration errorsLive{};    ///< an error of the store behind is repeated for so long
    int parts = 1;  ///< caches that fill by themselves and share the memory, a request meets any of them
    double bypassShare = 0;     ///< of the reads, which only the store itself can answer
    bool writeThrough = false;  ///< a write goes on to the store behind, and is kept
    bool collapses = false;     ///< reads that miss one key at a time wait for one answer together
    std::optional<EdgeFunction> edge{};
    double billedStep = 1024;  ///< bytes that one billed unit of a request covers
    std::string sized;         ///< the parameter that adds servers and memory; empty = none does
    double sizedNow = 0, serversEach = 1;
    LimitSpec requests, bytes, memory;
};

/// What a cache is billed for; rates are per second.
struct CacheLoad {
    double units = 0;        ///< requests, each in steps of `billedStep`
    double storedBytes = 0;  ///< time mean
    double reads = 0, writes = 0;
    double readBytes = 0, writtenBytes = 0;  ///< answered, accepted
    double edgeRuns = 0, edgeSeconds = 0;    ///< of the function beside it, each rounded up to a millisecond
};

struct CacheFamily {
    using Config = CacheConfig;
    using Load = CacheLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Query};
    static constexpr bool kAnswersReads = true;
    static NodeHandle makeNode(const CacheConfig& config, const NodeContext& context, BillOf<CacheLoad> bill);
    static CacheLoad flow(const CacheConfig& config, FlowContext& context);
};

}  // namespace plimsoll
