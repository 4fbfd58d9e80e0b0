// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/commitment.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kHoursPerYear = 8760;
constexpr std::array<std::string_view, 3> kWords{"on-demand", "1yr", "3yr"};

}  // namespace

std::string_view word(Term term)
{
    return kWords[static_cast<std::size_t>(term)];
}

std::optional<Term> termOf(std::string_view word)
{
    const auto found = std::find(kWords.begin(), kWords.end(), word);
    if (found == kWords.end())
        return std::nullopt;
    return static_cast<Term>(found - kWords.begin());
}

int yearsOf(Term term)
{
    return term == Term::OneYear ? 1 : term == Term::ThreeYears ? 3 : 0;
}

double perHourOfTerm(const CommitmentRate& rate)
{
    return static_cast<double>(rate.perMillionUnits.nanodollars())
           + static_cast<double>(rate.upfrontPerMillionUnits.nanodollars())
                 / (kHoursPerYear * std::max(1, yearsOf(rate.term)));
}

CommittedUse bestCommitment(const std::vector<HourlyUse>& use, const CommitmentRate& rate,
                            const std::function<double(double)>& onDemand)
{
    const double dollarsPerUnit = perHourOfTerm(rate) * 1e-15;
    double hours = 0;
    std::vector<double> levels{0};
    for (const HourlyUse& each : use) {
        hours += each.hours;
        if (rate.pack <= 0) {
            levels.push_back(each.always);
            continue;
        }
        // 3 nodes that were added up as 2.9999999999 are three nodes.
        const double packs = each.always / rate.pack;
        levels.push_back(std::floor(packs + 1e-9) * rate.pack);
        levels.push_back(std::ceil(packs - 1e-9) * rate.pack);
    }
    std::optional<CommittedUse> best;
    std::sort(levels.begin(), levels.end());
    for (const double level : levels) {
        CommittedUse one;
        one.units = level;
        one.unitHours = level * hours;
        for (const HourlyUse& each : use) {
            one.onDemandUnits += (std::max(0.0, each.always - level) + each.more) * each.hours;
            one.idleUnitHours += std::max(0.0, level - each.always) * each.hours;
        }
        one.committedDollars = one.unitHours * dollarsPerUnit;
        one.onDemandDollars = onDemand(one.onDemandUnits);
        if (!best || one.dollars() < best->dollars())
            best = one;
    }
    return *best;
}

}  // namespace plimsoll
