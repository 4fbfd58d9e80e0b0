// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/charge.h"

#include "model/catalog/service_catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Price or CommitmentRate.
template <typename Quoted>
std::string citation(const Quoted& price)
{
    std::string text = price.source;
    if (!price.asOf.empty())
        text += ", as of " + price.asOf;
    if (!price.confidence.empty() && price.confidence != "high")
        text += ", confidence " + price.confidence;
    return text;
}

TierCharge tierCharge(std::string reach, double units, Money perMillionUnits, double nanodollars)
{
    return {std::move(reach), units, perMillionUnits,
            Money::nanodollars(nanodollars < kMostNanodollars ? std::llround(nanodollars) : 0)};
}

}  // namespace

std::string grouped(double value)
{
    if (!std::isfinite(value) || std::fabs(value) > 9e15)
        return plainNumber(value);
    if (std::fabs(value) < 1000)
        return plainNumber(value);
    std::string text = fmt::format("{:.2f}", value);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(point) - 3; at > (value < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string unitPrice(Money perMillionUnits)
{
    constexpr std::int64_t kPerDollar = 1'000'000'000'000'000;
    std::string text = fmt::format("{}.{:015}", perMillionUnits.nanodollars() / kPerDollar,
                                   perMillionUnits.nanodollars() % kPerDollar);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

Charge chargeBetween(const Price& price, double from, double to, bool wantSteps)
{
    Charge charge;
    for (const PriceTier& tier : price.tiers) {
        const double low = std::max(from, tier.from);
        const double high = tier.to ? std::min(to, *tier.to) : to;
        if (high <= low)
            continue;
        const double units = high - low;
        const double nano = units * (static_cast<double>(tier.perMillionUnits.nanodollars()) / 1e6);
        charge.nanodollars += nano;
        if (!wantSteps)
            continue;
        const std::string perUnit = unitPrice(tier.perMillionUnits);
        std::string reach;
        if (tier.from == 0 && tier.to)
            reach = "first " + grouped(*tier.to) + " ";
        else if (tier.to)
            reach = "next " + grouped(*tier.to - tier.from) + " ";
        else if (tier.from > 0)
            reach = "above " + grouped(tier.from) + " ";
        const std::string within = reach.empty() ? "" : reach.substr(0, reach.size() - 1);
        charge.tiers.push_back(tierCharge(within, units, tier.perMillionUnits, nano));
        charge.steps.push_back(computed(
            reach + price.unit + " x " + perUnit, nano * 1e-9, "USD", grouped(units) + " x " + perUnit,
            {quoted("price of one " + price.unit,
                    static_cast<double>(tier.perMillionUnits.nanodollars()) * 1e-15, "USD",
                    citation(price))}));
    }
    return charge;
}

std::vector<CommittedCharge> committedCharges(const std::vector<HourlyUse>& use, const Price& price,
                                              double used)
{
    std::vector<CommittedCharge> found;
    double hours = 0;
    for (const HourlyUse& each : use)
        hours += each.hours;
    for (const CommitmentRate& rate : price.commitments) {
        const CommittedUse best = bestCommitment(use, rate, [&](double units) {
            return chargeBetween(price, used, used + units, false).nanodollars * 1e-9;
        });
        if (best.units <= 0)
            continue;
        CommittedCharge one{&rate, best, chargeBetween(price, used, used + best.onDemandUnits, true)};
        const Money perMillion = Money::nanodollars(std::llround(perHourOfTerm(rate)));
        const std::string covered = fmt::format("{} committed, {}", word(rate.term), rate.name);
        std::vector<Derivation> inputs{quoted("rate in each hour of the term",
                                              static_cast<double>(rate.perMillionUnits.nanodollars()) * 1e-15,
                                              "USD", citation(rate))};
        if (rate.upfrontPerMillionUnits > Money{})
            inputs.push_back(quoted("paid once, spread over the hours of the term",
                                    static_cast<double>(rate.upfrontPerMillionUnits.nanodollars()) * 1e-15,
                                    "USD", citation(rate)));
        one.charge.steps.insert(one.charge.steps.begin(),
                                computed(covered, best.committedDollars, "USD",
                                         fmt::format("{} in each of {} h x {}", grouped(best.units),
                                                     grouped(hours), unitPrice(perMillion)),
                                         std::move(inputs)));
        one.charge.tiers.insert(one.charge.tiers.begin(),
                                tierCharge(covered, best.unitHours, perMillion, best.committedDollars * 1e9));
        one.charge.nanodollars += best.committedDollars * 1e9;
        found.push_back(std::move(one));
    }
    return found;
}

std::string inWords(const CommittedCharge& committed, const std::string& unit)
{
    std::string text = fmt::format("{} {} in each hour committed for {}", grouped(committed.use.units), unit,
                                   committed.rate->term == Term::OneYear ? "1 year" : "3 years");
    if (committed.use.idleShare() > 0.0005)
        text += fmt::format(", {}% of it idle", plainNumber(committed.use.idleShare() * 100, 3));
    return text;
}

}  // namespace plimsoll
