// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"
#include "simulator/metrics/trace_store.h"

#include <functional>
#include <string>
#include <vector>

namespace plimsoll {

/// Where the time of the sampled journeys with one end went: on average, and of those at or above their p99.
TimeSplit splitOf(const std::vector<const TraceStore::Journey*>& journeys);

/// The middle journey, the one at p99 and the slowest, of journeys with one end; `nameOf(rank)` is a component's id.
std::vector<RequestTrace> exemplars(const std::vector<const TraceStore::Journey*>& journeys,
                                    const std::function<std::string(std::uint32_t)>& nameOf);

/// The journeys that ended at `place`, quickest first, ties by id.
std::vector<const TraceStore::Journey*> endedAt(const std::vector<TraceStore::Journey>& journeys,
                                                bool isResponse, std::uint32_t place);

/// Bins of at most a sixtieth of a run this long: minutes, where it has enough of them.
double courseBinSeconds(double runSeconds);
/// Percentiles of the journeys with one end, by when they ended.
LatencyCourse courseOf(const std::vector<const TraceStore::Journey*>& journeys, double runSeconds);
/// The time that sampled messages spent at a node, by when they left it, and how long they waited there.
struct VisitSummary {
    LatencyCourse course;
    WaitSummary wait;
};
std::vector<VisitSummary> visitsByNode(const std::vector<TraceStore::Journey>& journeys, std::size_t nodes,
                                       double runSeconds);

/// Whether the steps follow each other from beginning to end, so that their parts sum to the total to the nanosecond.
bool isWhole(const TraceStore::Journey& journey);

}  // namespace plimsoll
