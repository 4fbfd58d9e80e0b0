// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/span_pool.h"
#include "simulator/kernel/trace_store.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/freshness.h"
#include "simulator/metrics/run_report.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace plimsoll {

/// One connection as the engine sees it: who asks whom.
struct Link {
    std::uint32_t from = 0, to = 0;    ///< node ranks
    bool holdsUnit = false;            ///< the caller keeps the unit until the answer (call, query)
    bool pulled = false;               ///< the target asks the source: poll, load, replicate
    bool fromSource = false;           ///< its answers are a path's responses
    std::vector<std::uint32_t> sinks;  ///< indices of the sinks downstream of `to`, itself included
};

/// The answers seen by a source on one connection.
struct PathMeter {
    BatchedHistogram response;
    std::uint64_t succeeded = 0, failed = 0, gaveUp = 0;
};

/// What nodes share while one replication runs. Single-threaded; each replication has its own.
struct SimulationState {
    SimTime horizon = kNever;
    std::vector<Link> links;
    std::vector<PathMeter> paths;                        ///< by connection index
    std::vector<std::vector<std::uint32_t>> sinksBelow;  ///< by node rank
    std::vector<FreshnessTracker> freshness;             ///< by sink index
    std::vector<std::vector<bool>> upstreamOf;  ///< by sink index: which nodes lead there, itself included
    std::vector<std::int32_t> sinkOfNode;       ///< by node rank; -1 = not a sink
    SpanPool spans;
    TraceStore traces;
    DrawKey sampling;  ///< when within each second nodes and sinks are looked at
    RunTotals units;   ///< what no node owns: unattended failures
    std::uint64_t unitsAfterEnd = 0;
    /// Instants, ascending, at which a driver stops between events, all nodes at that time, and calls atCheckpoint.
    std::vector<SimTime> checkpoints;
    std::function<void(std::size_t)> atCheckpoint;
    std::size_t nextCheckpoint = 0;
    void passCheckpointsBefore(SimTime t)
    {
        while (nextCheckpoint < checkpoints.size() && checkpoints[nextCheckpoint] < t)
            atCheckpoint(nextCheckpoint++);
    }
};

}  // namespace plimsoll
