// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/comparison.h"

#include <vector>

namespace plimsoll {

/// What each side costs a month when all traffic is this multiple of the scenario's.
struct CostAtLoad {
    double factor = 1;
    double recordsPerSecond = 0;  ///< what the first side's sources offer, time mean
    std::vector<Money> costs;     ///< per contender
};

/// Where two sides cost the same.
struct CrossoverPoint {
    CostAtLoad at;
    std::size_t cheaperBelow = 0, cheaperAbove = 0;  ///< sides
};

/// Cost against load, and where the cheaper side changes.
struct Crossover {
    std::vector<CostAtLoad> curve;  ///< by rising load
    std::vector<CrossoverPoint> points;
    std::string text;  ///< "Below 310 records/s B is cheaper, above it A."
};

/// The design with all its traffic times `factor`. Sizes that were chosen grow and shrink with it, in whole units and
/// within their ranges; what is `auto` is sized anyway. At factor 1 it is the design itself.
Design atLoad(const Design& design, const ServiceCatalog& catalog, double factor);

/// Prices the first two contenders, or the only one, from a thousandth to a hundred times the scenario's traffic, from mean rates.
/// Errors as estimateBill() at the scenario's own load; loads that cannot be priced are left out.
Result<Crossover> crossoverOf(const std::vector<Contender>& contenders, const ServiceLibrary& library,
                              const ScenarioId& scenario, const PriceChoice& price);

}  // namespace plimsoll
