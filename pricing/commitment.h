// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/money.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// For how long capacity is committed to: reserved capacity, instances and nodes, Savings Plans.
enum class Term { OnDemand, OneYear, ThreeYears };

/// "on-demand", "1yr", "3yr": as AWS's price list has them, and as options and files are written.
std::string_view word(Term term);
std::optional<Term> termOf(std::string_view word);
/// 0, 1 or 3.
int yearsOf(Term term);

/// What one unit costs for those who commit to a term: the rate is paid in each hour of it, used or not.
struct CommitmentRate {
    Term term = Term::OneYear;
    std::string name;  ///< AWS's word for it and how it is paid: "Reserved Instances, no upfront"
    double pack = 0;   ///< sold in multiples of so many units; 0: any amount
    Money perMillionUnits;
    Money upfrontPerMillionUnits;  ///< paid once for a unit held all the term
    std::string asOf, source, confidence;
    bool isUncertain() const { return confidence == "low"; }
};

/// Units held or used in so many hours: those in each of them, and what more they come to on average.
struct HourlyUse {
    double always = 0;
    double more = 0;
    double hours = 0;
};

/// How much is best committed to, and what that comes to.
struct CommittedUse {
    double units = 0;      ///< committed to in each hour; 0 where nothing is saved
    double unitHours = 0;  ///< paid for, used or not
    double idleUnitHours = 0;
    double onDemandUnits = 0;     ///< unit-hours beyond it
    double committedDollars = 0;  ///< with the upfront part of these hours
    double onDemandDollars = 0;
    double idleShare() const { return unitHours > 0 ? idleUnitHours / unitHours : 0; }
    double dollars() const { return committedDollars + onDemandDollars; }
};

/// Nanodollars per million unit-hours, the upfront part spread over the hours of the term (8,760 a year).
double perHourOfTerm(const CommitmentRate& rate);

/// The cheapest of nothing, each level that occurs, and the packs next to it: between two of them the cost is a straight
/// line, so that the least lies at one. `onDemand` gives the dollars of so many unit-hours in these hours.
CommittedUse bestCommitment(const std::vector<HourlyUse>& use, const CommitmentRate& rate,
                            const std::function<double(double)>& onDemand);

}  // namespace plimsoll
