// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/waiting_line.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// base^exponent for whole exponents, the same on every system.
double power(double base, double exponent)
{
    double result = 1;
    for (; exponent >= 1 && result > 0; exponent = std::floor(exponent / 2), base *= base) {
        if (std::fmod(exponent, 2) >= 1)
            result *= base;
    }
    return result;
}

/// Sum of r^j and of j r^j for j = 1 .. k.
struct Series {
    double sum = 0, first = 0;
};
Series seriesOf(double r, double k)
{
    if (std::abs(1 - r) < 1e-6)
        return {k, k * (k + 1) / 2};
    const double last = power(r, k);
    return {r * (1 - last) / (1 - r), r * (1 - (k + 1) * last + k * last * r) / ((1 - r) * (1 - r))};
}

double variationFactor(const LineLoad& load, double use)
{
    const double sum = load.arrivalVariation + load.serviceVariation;
    if (load.arrivalVariation >= 1 || sum <= 0)
        return sum / 2;
    const double lack = 1 - load.arrivalVariation;
    const double less = 2 * (1 - use) / (3 * use) * lack * lack / sum;
    return less < 700 ? sum / 2 * deterministicExp(-less) : 0;
}

}  // namespace

double erlangLoss(double servers, double offered)
{
    if (offered <= 0)
        return 0;
    if (servers < 1)
        return 1;
    if (servers > 1e5)  // the random part is below 1%
        return std::max(0.0, 1 - servers / offered);
    double inverse = 1;
    for (double n = 1; n <= servers; ++n) {
        inverse = 1 + inverse * n / offered;
        if (inverse > 1e15)
            return 0;
    }
    return 1 / inverse;
}

double erlangWait(double servers, double offered)
{
    const double lost = erlangLoss(servers, offered), use = offered / servers;
    return use >= 1 ? 1 : lost / (1 - use * (1 - lost));
}

double waitVariance(double meanSeconds, double waitingShare)
{
    return meanSeconds * meanSeconds * (2 / std::clamp(waitingShare, 1e-9, 1.0) - 1);
}

LineAnswer waitingLine(const LineLoad& load)
{
    const double erlangs = load.arrivalsPerSecond * load.serviceSeconds;
    if (erlangs <= 0)
        return {};
    const double use = erlangs / load.servers, blocked = erlangLoss(load.servers, erlangs);
    if (!load.places) {
        if (use >= 1)
            return {};
        return {erlangWait(load.servers, erlangs) * load.serviceSeconds / (load.servers * (1 - use))
                    * variationFactor(load, use),
                0};
    }
    // Probabilities relative to that of c customers in M/M/c/c; beyond the limit's own size there is no difference left.
    const double places = std::min(*load.places, 1e7);
    double refused = 0, waiting = 0;
    if (use <= 1) {
        const Series line = seriesOf(use, places);
        const double all = 1 + blocked * line.sum;
        refused = blocked * power(use, places) / all;
        waiting = blocked * line.first / all;
    } else {  // counted from the full line downwards
        const double r = 1 / use, last = power(r, places);
        const double m = places - 1;
        const Series free = seriesOf(r, m);
        const double all = last + blocked * (1 + free.sum);
        refused = places > 0 ? blocked / all : blocked;
        waiting = places > 0 ? blocked * (places * (1 + free.sum) - free.first) / all : 0;
    }
    const double served = load.arrivalsPerSecond * (1 - refused);
    const double factor = std::min(1.0, use) < 1 ? variationFactor(load, use) : 1;
    return {served > 0 ? waiting / served * factor : 0, refused};
}

}  // namespace plimsoll
