// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/derivation.h"
#include "pricing/commitment.h"
#include "pricing/price_book.h"

#include <string>
#include <vector>

namespace plimsoll {

constexpr double kMostNanodollars = 9e18;  ///< what Money holds, about nine billion dollars

/// The units of a line that one price covers.
struct TierCharge {
    std::string reach;  ///< "first 512,000", "above 5,120"; empty where one price covers all
    double units = 0;
    Money perMillionUnits;
    Money amount;  ///< those of a line add up to its amount
};

/// Dollars for one unit, exact: a price has 9 decimals per million units, so 15 per unit. "0.000000014"
std::string unitPrice(Money perMillionUnits);

/// "512,000" for whole numbers, at most two decimals otherwise: formulas are read, not computed with.
std::string grouped(double value);

/// Units of a meter with the tiers they fall into.
struct Charge {
    double nanodollars =
        0;  ///< not yet rounded: a double holds nanodollars exactly up to nine million dollars
    std::vector<TierCharge> tiers;
    std::vector<Derivation> steps;
};

/// What the units from `from` to `to` of a meter's month cost on demand; tiers and steps where they are wanted.
Charge chargeBetween(const Price& price, double from, double to, bool wantSteps);

/// A line with the amount of a term committed to that costs least.
struct CommittedCharge {
    const CommitmentRate* rate = nullptr;
    CommittedUse use;
    Charge charge;  ///< the committed part first, then what goes on top of it on demand
};

/// Of each term for which something is best committed to. `used`: units that already fill the meter's tiers.
std::vector<CommittedCharge> committedCharges(const std::vector<HourlyUse>& use, const Price& price,
                                              double used);

/// "2 node-hour committed for 1 year, 12% of it idle"
std::string inWords(const CommittedCharge& committed, const std::string& unit);

}  // namespace plimsoll
