// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"
#include "simulator/estimate/flow.h"
#include "simulator/graph/engine_graph.h"

namespace plimsoll {

/// What a run will ask of the machine, from the flow of average rates and before anything is built.
struct RunCost {
    double messages = 0;       ///< born at the sources over the scenario
    double peakPerSecond = 0;  ///< the same per second, at the peak
    double waiting = 0;        ///< records that wait where it comes to most
    double bytes = 0;          ///< of memory: what waits, shards and partitions with their readers
};

RunCost runCost(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario);

/// Whether that is bounded. Errors name the parameter that makes the run too large, the estimate and the remedy.
/// `sampled`: the steady part of the scenario is not run message by message, so its length costs nothing.
Status checkRunCost(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario, bool sampled);

/// Records that wait are counted in units of what one takes in a log, 40 bytes; a query takes this many.
inline constexpr std::uint64_t kHeldByQuery = 6;

}  // namespace plimsoll
