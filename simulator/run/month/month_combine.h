// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/month/segment.h"
#include "simulator/run/replication/run_options.h"

#include <memory>
#include <vector>

namespace plimsoll {

/// Runs of each level and of each kind of stretch, in the plan's order.
struct MonthParts {
    std::vector<std::vector<std::shared_ptr<const SegmentResult>>> levels, kinds;
};

/// What one figure's interval owes to each level: variance x seconds sampled, relative to the figure squared.
struct LevelEffort {
    double share = 0;            ///< half-width / value
    double stretchVariance = 0;  ///< what the stretches add to share squared; sampling cannot cut it
    std::vector<double> levelSpread;
};

struct Combined {
    Replication whole;
    std::vector<FigureInterval> intervals;
    std::vector<LevelEffort> efforts;  ///< mean and p99 of each sink and path
    std::vector<double> levelSeconds;  ///< measured
    double widest = 0;                 ///< largest half-width / value of the efforts
    double coveredSeconds = 0;         ///< of the scenario; less than all of it when cancelled
};

/// While runs are being added only the intervals of mean and p99 are asked for.
enum class CombineDepth { Intervals, Whole };

/// Puts the parts together: exact volumes x what the levels measured, plus the stretches as often as they occur.
/// `cost` gives the whole its interval in dollars a month.
Combined combine(const Scenario& scenario, const MonthPlan& plan, const MonthParts& parts, CombineDepth depth,
                 const MonthlyCost& cost = {});

}  // namespace plimsoll
