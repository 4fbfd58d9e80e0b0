// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace plimsoll {

/// Runs that begin independently of each other: so many a second, so many at once on average.
struct RandomRuns {
    double perSecond = 0;
    double atOnce = 0;
    double most = std::numeric_limits<double>::infinity();  ///< environments: runs at once never need more
    double swing =
        1;  ///< variance of the number at once over its mean: 1 at random, 0 at equal distances and times
};

/// Variance of the number at once over its mean, of runs that begin at equal distances and take times of this variance: the
/// sum over the runs of the chance that one is over times the chance that it is not, rate x E|S - S'| / 2.
double swingOfRegular(double perSecond, double atOnce, double variance);

/// Cold starts a second of runs that reuse the warmest environment first, where one is gone that was idle for
/// `keepWarm` seconds. Environment n is used while n run at once, which is Poisson where they begin at random (M/G/infinity); it is cold when it
/// was idle for longer: e^(-keepWarm / mean idle time). Those up to `alwaysWarm` never are.
double coldStartsPerSecond(const RandomRuns& runs, double keepWarm, double alwaysWarm);

/// Environments that are warm after a long time of these runs: all that are more likely than not to have been used
/// within the last `keepWarm` seconds.
int warmAfterLong(const RandomRuns& runs, double keepWarm, int most);

}  // namespace plimsoll
