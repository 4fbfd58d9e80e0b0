// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// One side of a comparison: a design, or one branch of a design.
struct Contender {
    std::string name;
    Design design;
};

/// The branches of one design: its groups of kind "branch" when it has at least two, else its unconnected parts. Each is
/// an account of its own with the scenarios cut down to its components. One entry = nothing to compare.
std::vector<Contender> branchesOf(const Design& design);

/// What one meter costs on each side, all components taken together.
struct ComparedLine {
    MeterId meter;
    std::string name;                           ///< "Firehose ingestion"
    std::vector<std::optional<Money>> amounts;  ///< per contender; nothing = not used there
    Money spread;                               ///< dearest less cheapest
};

struct ComparedSide {
    std::string name;
    Bill bill;
    std::optional<RunReport> run;  ///< when the comparison was asked to simulate
};

/// One figure of two sides that ran on the same draws, replication by replication.
struct ComparedFigure {
    std::string figure;                    ///< "delay p99", "cost", "share refused"
    std::string unit;                      ///< "ms", "USD/month"; empty for a share
    std::size_t first = 0, second = 1;     ///< sides
    std::string firstWhere, secondWhere;   ///< component ids; empty = the whole run
    double firstMean = 0, secondMean = 0;  ///< over the replications
    std::optional<Estimate> difference;    ///< second less first; nothing for a single replication
    bool distinguishable = false;
    std::string
        text;  ///< "Delay p99 at Archive: A is faster by 12 ms +- 3 ms." or "...: not distinguishable (...)."
};

/// Two or more designs on one scenario, side by side.
struct Comparison {
    std::string heading;
    std::vector<ComparedSide> sides;
    std::vector<ComparedLine> lines;  ///< by spread, widest first
    std::size_t cheapest = 0;
    /// "Table costs $1,128 more than Kinesis (1.8 times)." and what makes the difference.
    std::vector<std::string> why;
    std::vector<ComparedFigure> figures;  ///< of the runs: each side against the first
    std::string figuresNote;              ///< what the intervals promise, or why there are none
};

struct ComparisonOptions {
    ScenarioId scenario;
    PriceChoice price;
    bool simulate = false;  ///< also run each side, with the same seed: arrivals of equal streams are equal
    RunOptions run;
    bool individualIntervals = false;  ///< each interval at 95% by itself instead of all of them together
};

/// Error: a design that cannot be estimated or run; cancelled before each side had run a whole scenario.
Result<Comparison> compareDesigns(const std::vector<Contender>& contenders, const ServiceLibrary& library,
                                  const ComparisonOptions& options, RunMonitor& monitor);

/// Same, for bills and reports that exist already.
Comparison compareSides(std::vector<ComparedSide> sides);

/// Fills in what the runs of the sides say about each other: paired differences over the replications they share.
void compareRuns(Comparison& comparison, bool individualIntervals);

}  // namespace plimsoll
