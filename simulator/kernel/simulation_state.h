// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/span_pool.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/freshness.h"
#include "simulator/metrics/run_report.h"
#include "simulator/metrics/trace_store.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace plimsoll {

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
