// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/environment_levels.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plimsoll {

namespace {

/// Probabilities of numbers at once, all that matter: from `first` on.
struct Levels {
    int first = 0;
    std::vector<double> shares{1};
};

Levels poisson(double mean)
{
    if (mean <= 0)
        return {};
    // Recursions from the mode, so that nothing vanishes; below 1e-12 of it nothing matters.
    const int mode = static_cast<int>(std::floor(mean));
    std::vector<double> down, up{1};
    for (int n = mode; n > 0; --n) {
        const double share = (down.empty() ? 1 : down.back()) * n / mean;
        if (share < 1e-12)
            break;
        down.push_back(share);
    }
    for (int n = mode + 1; up.back() >= 1e-12; ++n)
        up.push_back(up.back() * mean / n);
    Levels levels;
    levels.first = mode - static_cast<int>(down.size());
    levels.shares.assign(down.rbegin(), down.rend());
    levels.shares.insert(levels.shares.end(), up.begin(), up.end());
    double sum = 0;
    for (const double share : levels.shares)
        sum += share;
    for (double& share : levels.shares)
        share /= sum;
    return levels;
}

/// What whoever begins to run finds at work: those that always are, and those that come and go at random.
Levels levelsOf(const RandomRuns& runs)
{
    const double mean = std::max(runs.atOnce, 1e-9);
    const double random = std::clamp(runs.swing, 0.0, 1.0) * mean;
    Levels levels = poisson(random);
    levels.first += static_cast<int>(std::floor(mean - random));
    return levels;
}

/// Beyond this no level is looked at one by one.
constexpr double kMostAtOnce = 1e6;

}  // namespace

double swingOfRegular(double perSecond, double atOnce, double variance)
{
    constexpr double kMeanDifference =
        1.1284;  // E|S - S'| over the standard deviation, 2 / sqrt(pi) of a normal law
    return atOnce > 0 ? std::min(1.0, perSecond * kMeanDifference / 2 * std::sqrt(variance) / atOnce) : 1;
}

double coldStartsPerSecond(const RandomRuns& runs, double keepWarm, double alwaysWarm)
{
    if (runs.perSecond <= 0 || runs.atOnce > kMostAtOnce)
        return 0;
    const Levels levels = levelsOf(runs);
    double below = 0, cold = 0;
    for (std::size_t at = 0; at < levels.shares.size(); ++at) {
        below += levels.shares[at];
        // From `first + at` running to one more: that environment was last used when there were as many before.
        const double used = runs.perSecond * levels.shares[at];
        const double environment = levels.first + static_cast<double>(at) + 1;
        if (environment > alwaysWarm && environment <= runs.most)
            cold += used * deterministicExp(-std::min(600.0, keepWarm * used / below));
    }
    return cold;
}

int warmAfterLong(const RandomRuns& runs, double keepWarm, int most)
{
    if (runs.perSecond <= 0)
        return 0;
    if (runs.atOnce > kMostAtOnce)
        return most;
    const Levels levels = levelsOf(runs);
    for (std::size_t at = levels.shares.size(); at-- > 0;) {
        const double uses = runs.perSecond * levels.shares[at] * keepWarm;
        if (uses >= 0.6931471805599453)  // ln 2: used at least once with probability 1/2
            return std::min(most, levels.first + static_cast<int>(at) + 1);
    }
    return 0;
}

}  // namespace plimsoll
