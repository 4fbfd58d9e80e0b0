// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/simulation.h"

#include <functional>
#include <optional>
#include <string>

namespace plimsoll {

/// How often a stated 95% interval held the truth.
struct Coverage {
    int trials = 0;
    int stated = 0;   ///< trials that stated an interval at all
    int covered = 0;  ///< of those
    double meanHalfWidth = 0;
    /// "190 of 200 (10 stated none)"
    std::string text() const;
};

/// A figure of a report with its half-width; nothing when the run states none.
using StatedFigure = std::function<std::optional<Estimate>(const RunReport& report)>;

/// Runs the design under `trials` seeds from `firstSeed` on, each as the options say.
Result<Coverage> coverageOf(const Design& design, const ServiceLibrary& library, RunOptions options,
                            std::uint64_t firstSeed, int trials, double truth, const StatedFigure& figure);

/// A figure of a latency summary.
std::optional<Estimate> statedMean(const LatencySummary& summary);
std::optional<Estimate> statedP50(const LatencySummary& summary);
std::optional<Estimate> statedP95(const LatencySummary& summary);
std::optional<Estimate> statedP99(const LatencySummary& summary);
std::optional<Estimate> statedP999(const LatencySummary& summary);

}  // namespace plimsoll
