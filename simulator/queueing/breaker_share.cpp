// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/breaker_share.h"

#include "simulator/draws/random.h"
#include "simulator/queueing/call_guard.h"

#include <algorithm>

namespace plimsoll {

double passedByBreaker(const BreakerRule& rule, double perSecond, double lostShare, double lostTrials)
{
    constexpr double kMostPassed = 20'000;
    constexpr std::uint64_t kMostOpened = 400, kKey = 0x62726561;
    if (!rule.on || perSecond <= 0 || lostShare <= 0)
        return 1;
    CircuitBreaker breaker{rule};
    double seconds = 0, all = 0, passed = 0;
    int trials = 0;  ///< to come
    for (std::uint64_t n = 0; passed < kMostPassed && breaker.opened() < kMostOpened; ++n) {
        seconds += 1 / perSecond;
        all += 1;
        const SimTime t = kSimStart + fromSeconds(seconds);
        CallPass pass;
        if (!breaker.admits(t, pass))
            continue;
        passed += 1;
        const std::uint64_t opened = breaker.opened();
        const double lost = trials > 0 ? lostTrials : lostShare;
        trials = std::max(0, trials - 1);
        breaker.answered(t, pass, toUnit(mix64(kKey ^ mix64(n))) < lost);
        if (breaker.opened() == opened)
            continue;
        trials = rule.trials;
        const double pause = plimsoll::seconds(rule.open);
        seconds += pause;   // nothing leaves until it is over
        if (opened == 0) {  // counted from the first time on
            all = passed = 0;
            continue;
        }
        all += perSecond * pause;
    }
    return breaker.opened() > 1 && all > 0 ? passed / all : 1;
}

}  // namespace plimsoll
