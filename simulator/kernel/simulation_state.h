// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/span_pool.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/freshness.h"
#include "simulator/metrics/run_report.h"
#include "simulator/metrics/trace_store.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace plimsoll {

/// The answers seen by a source on one connection.
struct PathMeter {
    BatchedHistogram response;
    std::uint64_t succeeded = 0, failed = 0, gaveUp = 0;
};

/// Freshness, noted for later in the order in which nodes say it: a cluster that runs ahead of others must not change what
/// they see of a sink.
class FreshnessNotes {
public:
    void add(std::uint32_t sink, std::int32_t change, std::span<const SimTime> born, SimTime first,
             SimTime last)
    {
        if (m_notes.empty() || m_notes.back().sink != sink || m_notes.back().change != change)
            m_notes.push_back({sink, change, 0, first, last});
        Note& note = m_notes.back();
        note.count += born.size();
        note.first = std::min(note.first, first);
        note.last = std::max(note.last, last);
        m_born.insert(m_born.end(), born.begin(), born.end());
    }
    /// Says it all to the sinks, and forgets it.
    void tell(std::vector<FreshnessTracker>& sinks)
    {
        std::span<const SimTime> rest{m_born};
        for (const Note& note : m_notes) {
            FreshnessTracker& sink = sinks[note.sink];
            const std::span<const SimTime> born = rest.first(note.count);
            rest = rest.subspan(note.count);
            note.change > 0 ? sink.acceptedEach(born, note.first, note.last)
                            : sink.settledEach(born, note.first, note.last);
        }
        m_notes.clear();
        m_born.clear();
    }

private:
    struct Note {
        std::uint32_t sink = 0;
        std::int32_t change = 0;
        std::size_t count = 0;
        SimTime first, last;
    };
    std::vector<Note> m_notes;
    std::vector<SimTime> m_born;
};

/// What only those nodes share that run on one thread: all of them, or those of one cluster.
struct NodeShare {
    SpanPool spans;
    TraceStore traces;
    RunTotals units;  ///< what no node owns: unattended failures
    std::uint64_t unitsAfterEnd = 0;
    FreshnessNotes* notes = nullptr;  ///< nothing: the sinks are told at once
};

/// What nodes share while one replication runs; each replication has its own.
struct SimulationState : NodeShare {
    SimTime horizon = kNever;
    std::vector<Link> links;
    std::vector<PathMeter> paths;                        ///< by connection index
    std::vector<std::vector<std::uint32_t>> sinksBelow;  ///< by node rank
    std::vector<FreshnessTracker> freshness;             ///< by sink index
    std::vector<std::vector<bool>> upstreamOf;  ///< by sink index: which nodes lead there, itself included
    std::vector<std::int32_t> sinkOfNode;       ///< by node rank; -1 = not a sink
    DrawKey sampling;                           ///< when within each second nodes and sinks are looked at
    std::vector<std::uint32_t> heldWeight;      ///< by node rank: what one of its records counts for
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
