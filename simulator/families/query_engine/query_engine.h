// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/metrics/limits.h"

#include <string>

namespace plimsoll {

/// The table that queries read, and how much of it each reads.
struct ScannedTable {
    double storedShare = 1;     ///< of the size as plain text, after format and compression
    double columnShare = 1;     ///< of the stored bytes that are read where columns lie apart
    double partitionShare = 1;  ///< of the objects that are read
    double objectBytes = 128.0 * 1024 * 1024;
    bool columnar = false;
    bool splittable = true;  ///< several workers can read one object
};

/// Queries over what others keep: each takes a slot, plans, reads its objects with several workers, and computes.
struct QueryEngineConfig {
    ScannedTable table;
    double askedBytes = 0;         ///< plain text that a query over a connection covers
    double cpuSecondsPerByte = 0;  ///< work of such a query; the scenario's say their own
    bool computes = true;          ///< false: others do the work on the data
    double workers = 1;            ///< of one query
    /// They are all there are: queries that compute share them alike, each with no more than its objects have work for.
    bool sharesWorkers = false;
    double slots = 1;       ///< queries that run at once; 0 = none ever can
    double mostActive = 0;  ///< running and waiting; one more is refused
    double startsPerSecond = 0,
           startBurst = 0;  ///< refused above them; without a limit of that name not at all
    Duration planning{};
    Duration openObject{};  ///< to the first byte of an object, where no store is connected
    double variation = 0;   ///< coefficient of variation of a query's own time
    Duration longest{};     ///< a query that runs longer fails
    Duration reuse{};       ///< how old a result may be to be given again; 0 = none is
    /// > 0: a copy in memory answers the queries, and is read from the stores behind this often, one time after another.
    Duration refresh{};
    double refreshBytes = 0;           ///< read each time ...
    double refreshBytesPerSecond = 0;  ///< ... and taken in as fast, once the store has answered; 0 = at once
    double copyBytes = 0;  ///< that it takes in memory; with more than there is room for no refresh succeeds
    std::uint32_t askedPerQuery = 1;  ///< queries to another store that one of ours makes, all at once
    double distinctQueries = 1;       ///< of the scenario's queries; over connections a key is a query
    double leastBilledBytes = 0, billedStep = 0;
    LimitSpec active, running, starts, copy;
    std::string sized;  ///< the parameter that sizing sets; empty = there is none ...
    std::string sizedUnit;
    double sizedNow = 0;
    double slotsPerUnit = 0;  ///< ... and how many slots one unit of it makes,
    double vcpusPerUnit = 0;  ///< or how many vCPUs, which all queries share
    std::string idle;         ///< what is missing when nothing is asked of it
};

/// What a query engine is billed for, per second.
struct QueryEngineLoad {
    double queries = 0;      ///< that were finished, those answered from a result included
    double scanned = 0;      ///< bytes
    double billedBytes = 0;  ///< each query's rounded up, its least counted
    double refreshes = 0;    ///< of the copy in memory
};

struct QueryEngineFamily {
    using Config = QueryEngineConfig;
    using Load = QueryEngineLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Query, ConnectionKind::Start};
    static constexpr KindSet kMakes{ConnectionKind::Query};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// What one query reads; both faces ask this alone.
struct Scan {
    double bytes = 0;
    std::uint32_t objects = 0;  ///< one at least
    double billedBytes = 0;
    double workersAtWork = 1;
    double computeSeconds = 0;  ///< planning aside
    double openSeconds = 0;     ///< opening of objects where no store is connected
};
Scan scanOf(const QueryEngineConfig& config, double plainBytes, double cpuSecondsPerByte);
/// The ways over which it reads: of a bucket object by object, of another store by queries of its own.
/// Whoever starts a query over it, and waits for nothing.
bool startsOnly(const ConnectionPort& input);
Outgoing readsOf(const QueryEngineConfig& config, const ComponentView& self,
                 std::vector<ConnectionPort> outputs);

}  // namespace plimsoll
