// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/estimate/flow.h"
#include "simulator/graph/engine_graph.h"
#include "simulator/kernel/driver_options.h"
#include "simulator/metrics/run_report.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

/// What one replication measured, before it is merged and worded.
struct Replication {
    RunReport report;
    std::vector<Histogram> delays;     ///< by sink
    std::vector<Histogram> responses;  ///< by path
    std::vector<Histogram> latencies;  ///< by component, in rank order
    /// How delays (by sink, then responses by path) went over the run: means of equal numbers of samples, in ms.
    std::vector<std::vector<double>> courses;
};

/// A part of a scenario on its own, and instants at which what was measured so far is handed out.
struct ReplicationPart {
    double fromSeconds = 0;      ///< where in the traffic's own time the part begins
    double scenarioSeconds = 0;  ///< length of the traffic's own time; 0 = that of the scenario
    /// What services save up while there is room is full at the start; by default as the scenario opens.
    std::optional<bool> settled;
    /// Seed and replication of the phases of what repeats, where they are not those of the run.
    std::optional<std::pair<std::uint64_t, int>> phases;
    std::uint64_t mostHeld = kMostHeld;  ///< a run that holds more records stops
    double journeys = 16'384;            ///< about how many messages are followed all the way
    std::vector<double>
        checkpointSeconds;  ///< ascending, of the part's time; peaks are of what follows the first
    std::function<void(std::size_t, Replication)> atCheckpoint;
};

/// Runs the scenario once, message by message. `flow` says how much traffic to expect (how many journeys to sample);
/// `keepGoing(fraction done)` is asked now and then. Figures are of what comes after the warm-up, whole seconds, which
/// runs and is audited like the rest. Same arguments, same bytes, whatever `options` says.
Replication runReplication(const EngineGraph& graph, const Scenario& scenario, const FlowReport& flow,
                           std::uint64_t seed, int replication, const DriverOptions& options,
                           const std::function<bool(double)>& keepGoing, std::int64_t warmUpSeconds = 0,
                           const ReplicationPart& part = {});

}  // namespace plimsoll
