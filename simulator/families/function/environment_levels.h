// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace plimsoll {

/// Runs that begin at random and independently of each other: so many a second, so many at once on average.
struct RandomRuns {
    double perSecond = 0;
    double atOnce = 0;
    double most = std::numeric_limits<double>::infinity();  ///< environments: runs at once never need more
};

/// Cold starts a second of runs that reuse the warmest environment first, where one is gone that was idle for
/// `keepWarm` seconds. Environment n is used while n run at once, which is Poisson (M/G/infinity); it is cold when it
/// was idle for longer: e^(-keepWarm / mean idle time). Those up to `alwaysWarm` never are.
double coldStartsPerSecond(const RandomRuns& runs, double keepWarm, double alwaysWarm);

/// Environments that are warm after a long time of these runs: all that are more likely than not to have been used
/// within the last `keepWarm` seconds.
int warmAfterLong(const RandomRuns& runs, double keepWarm, int most);

}  // namespace plimsoll
