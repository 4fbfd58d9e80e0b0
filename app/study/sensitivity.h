// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// What became of the two figures when one input was moved to one value.
struct MovedInput {
    double value = 0;
    std::optional<Estimate>
        change;  ///< of the time figure, in ms, on the same draws; nothing = could not be told
    bool distinguishable = false;       ///< the change is larger than its half-width
    std::optional<double> usdPerMonth;  ///< change of the bill
    std::string problem;                ///< why this value cannot be; empty when it ran
};

/// One input of the design, a tenth less and a tenth more, or one less and one more where it is a small whole number.
struct SensitivityRow {
    std::string id;    ///< "orders.shards", "a2.batchSize"; "producers.load" for traffic
    std::string name;  ///< "Orders: Open shards"
    std::string unit;
    double value = 0;
    std::optional<MovedInput> less, more;  ///< nothing at the end of the range
    double swing() const;                  ///< largest distinguishable change of the time figure, ms
    double costSwing() const;              ///< largest change of the bill, dollars
};

/// Which inputs move the tail and the bill most: the bars of a tornado chart.
struct Sensitivity {
    std::string figure;             ///< "delay-p99 at archive"; empty = nothing arrives anywhere
    std::optional<double> millis;   ///< its value as the design is
    std::optional<double> dollars;  ///< the bill as it is; nothing where there are no prices
    std::string scenario;
    double durationSeconds = 0;  ///< of each run
    int replications = 0;        ///< of each run
    std::uint64_t seed = 0;
    std::vector<SensitivityRow> rows;  ///< by swing, then cost swing, then id
    bool partial = false;              ///< stopped early: rows are missing
};

struct SensitivityOptions {
    ScenarioId scenario;
    PriceChoice price;
    std::uint64_t seed = 1;
    int threads = 1;  ///< over inputs; never changes a result
    double change = 0.1;
    int replications = 4;
};

/// Costs come from average rates over the whole scenario, times from runs on equal draws, as short as the figure allows.
Result<Sensitivity> sensitivityOf(const Design& design, const ServiceLibrary& library,
                                  const SensitivityOptions& options, RunMonitor& monitor);

}  // namespace plimsoll
