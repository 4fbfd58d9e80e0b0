// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// A figure's half-width at 95%, or why the report cannot state one.
struct StatedInterval {
    std::optional<double> value;  ///< the interval's middle, where there is an interval
    std::optional<double> halfWidth;
    int parts = 0;       ///< replications it rests on; 0 = parts of a sampled run
    std::string reason;  ///< why there is no half-width; may qualify one of a sampled run
};

/// Of the figure `figure` ("backlog-peak", "freshness-mean", "cost", "delay-max") at `where` (component, sink, path
/// or connection id; empty = the whole run). Over replications where there are several, else from what a sampled run
/// says, else the reason for none.
StatedInterval intervalOf(const RunReport& report, std::string_view figure, std::string_view where);

/// The same for a figure of a distribution: "mean", "p50", "p90", "p95", "p99", "p999" or "max".
StatedInterval intervalOf(const LatencySummary& summary, std::string_view figure);

/// For every kind of figure in the report, what its half-widths rest on or why it has none.
std::vector<IntervalNote> intervalNotes(const RunReport& report);

}  // namespace plimsoll
