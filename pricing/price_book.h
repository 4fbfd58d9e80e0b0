// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"
#include "model/support/usage.h"
#include "model/units/money.h"
#include "pricing/commitment.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// One tier: units from `from` (inclusive) to `to` (exclusive, per month); no `to` = no upper bound.
struct PriceTier {
    double from = 0;
    std::optional<double> to;
    Money perMillionUnits;  ///< nanodollars per 10^6 units, so that $0.000000014 is exact
};

struct Price {
    MeterId meter;
    std::string description;
    std::string unit;
    std::vector<PriceTier> tiers;  ///< ascending, gapless from 0
    double freePerMonth =
        0;  ///< always-free or first-year allowance in the meter's unit; used with FreeTier::Apply only
    double freeHeld =
        0;  ///< capacity that is free all month (25 WCU): times the month's hours it is the allowance
    std::string freePool;  ///< meters that name the same pool share one allowance
    std::string freeNote;
    std::string asOf, source, confidence, note;
    std::vector<CommitmentRate> commitments;  ///< at most one of each term
    /// Quoted by third parties only: a bill says so.
    bool isUncertain() const { return confidence == "low"; }
};

/// Prices of one region at one date, or of a study note with its own assumptions.
struct PriceBook {
    std::string id;  ///< "us-east-1" or "study-note"
    std::string region;
    std::string asOf;  ///< latest as-of date in the book
    std::map<MeterId, Price, std::less<>> prices;
    /// Study note only: hours per service id; when set, --month-hours is refused by name.
    std::map<std::string, double, std::less<>> hoursByService;
    /// Study note only: meters it counts; every other one is listed "left out by the note".
    std::vector<MeterId> countedMeters;
    bool isStudyNote() const { return !hoursByService.empty(); }
};

/// The regions with a book, in the order lists show them. Their books are not read for it.
std::vector<std::string> builtinRegions();
/// The books compiled into the program: one of each region, named like it, and "study-note".
std::vector<std::string> builtinPriceBookIds();
Result<PriceBook> builtinPriceBook(std::string_view id);
/// A user's book in the same JSON; every error names the place and the remedy.
Result<PriceBook> parsePriceBook(std::string_view json);
std::string writePriceBook(const PriceBook& book);

}  // namespace plimsoll
