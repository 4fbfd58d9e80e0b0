// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/stock.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

double lengthOf(const Stock::Spell& spell)
{
    return spell.to - spell.from;
}

}  // namespace

bool Stock::hasRetention() const
{
    return std::isfinite(retentionSeconds);
}

double Stock::meanInflow() const
{
    double each = 0;
    for (const Spell& spell : spells)
        each += spell.perSecond * lengthOf(spell);
    return inflowPerSecond + (periodSeconds > 0 ? each / periodSeconds : 0);
}

double Stock::arrivedBy(double seconds) const
{
    if (seconds <= 0)
        return 0;
    double bytes = inflowPerSecond * seconds;
    if (periodSeconds <= 0)
        return bytes;
    const double periods = std::floor(seconds / periodSeconds);
    const double into = seconds - periods * periodSeconds;
    for (const Spell& spell : spells)
        bytes += spell.perSecond
                 * (periods * lengthOf(spell) + std::clamp(into - spell.from, 0.0, lengthOf(spell)));
    return bytes;
}

double Stock::arrivedIntegral(double seconds) const
{
    if (seconds <= 0)
        return 0;
    double sum = inflowPerSecond * seconds * seconds / 2;
    if (periodSeconds <= 0)
        return sum;
    const double periods = std::floor(seconds / periodSeconds);
    const double into = seconds - periods * periodSeconds;
    for (const Spell& spell : spells) {
        // Within one period: a ramp while the spell lasts, level afterwards.
        const auto within = [&](double until) {
            const double ramp = std::clamp(until - spell.from, 0.0, lengthOf(spell));
            return ramp * ramp / 2 + std::max(0.0, until - spell.to) * lengthOf(spell);
        };
        // What earlier periods brought stays level: one spell's for each period that is over.
        const double earlier =
            lengthOf(spell) * (periods * (periods - 1) / 2 * periodSeconds + periods * into);
        sum += spell.perSecond * (periods * within(periodSeconds) + earlier + within(into));
    }
    return sum;
}

double Stock::at(double seconds) const
{
    const double counted = arrivedBy(seconds - delaySeconds);
    if (!hasRetention())
        return start + counted;
    const double left = retentionSeconds > 0 ? std::max(0.0, 1 - seconds / retentionSeconds) : 0;
    return start * left + counted - arrivedBy(seconds - delaySeconds - retentionSeconds);
}

double Stock::meanBetween(double from, double to) const
{
    if (to <= from)
        return at(from);
    double sum = arrivedIntegral(to - delaySeconds) - arrivedIntegral(from - delaySeconds);
    if (!hasRetention())
        return start + sum / (to - from);
    const double gone = delaySeconds + retentionSeconds;
    sum -= arrivedIntegral(to - gone) - arrivedIntegral(from - gone);
    // What was there drains in a straight line.
    const double end = std::min(to, retentionSeconds);
    if (end > from)
        sum += start * ((end - from) - (end * end - from * from) / (2 * retentionSeconds));
    return sum / (to - from);
}

}  // namespace plimsoll
