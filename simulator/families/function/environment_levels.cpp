// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/environment_levels.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plimsoll {

namespace {

/// Poisson probabilities of a mean, all that matter: from `first` on.
struct Levels {
    int first = 0;
    std::vector<double> shares;
};

Levels levelsOf(double mean)
{
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

/// Beyond this no level is looked at one by one.
constexpr double kMostAtOnce = 1e6;

}  // namespace

double coldStartsPerSecond(const RandomRuns& runs, double keepWarm, double alwaysWarm)
{
    if (runs.perSecond <= 0 || runs.atOnce > kMostAtOnce)
        return 0;
    const Levels levels = levelsOf(std::max(runs.atOnce, 1e-9));
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
    const Levels levels = levelsOf(std::max(runs.atOnce, 1e-9));
    for (std::size_t at = levels.shares.size(); at-- > 0;) {
        const double uses = runs.perSecond * levels.shares[at] * keepWarm;
        if (uses >= 0.6931471805599453)  // ln 2: used at least once with probability 1/2
            return std::min(most, levels.first + static_cast<int>(at) + 1);
    }
    return 0;
}

}  // namespace plimsoll
