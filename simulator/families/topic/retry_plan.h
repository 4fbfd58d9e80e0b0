// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"
#include "simulator/draws/elementary.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// Pauses before the tries of a delivery that failed, phase after phase. The last phase has no end: how often and for
/// how long it is tried is the subscription's.
struct RetryPlan {
    struct Phase {
        int tries = 1;
        double firstSeconds = 0, lastSeconds = 0;  ///< each pause is longer by the same factor
        double pause(int n) const
        {
            if (firstSeconds >= lastSeconds || tries < 2 || firstSeconds <= 0)
                return firstSeconds;
            const double steps = deterministicLog(lastSeconds / firstSeconds) / (tries - 1);
            return firstSeconds * deterministicExp(steps * std::min(n, tries - 1));
        }
    };
    std::vector<Phase> phases;
    double jitter = 0;  ///< a pause is up to this part shorter or longer

    /// Before the n-th retry, from 1 on; `u` in (0, 1) is its draw.
    Duration pause(int retry, double u) const
    {
        return fromSeconds(meanPause(retry) * (1 + jitter * (2 * u - 1)));
    }
    /// How many of at most `most` retries begin within so long, when the tries take no time.
    int retriesWithin(int most, double seconds) const
    {
        int begun = 0;
        double left = seconds;
        for (std::size_t phase = 0; phase < phases.size() && begun < most; ++phase) {
            const bool isLast = phase + 1 == phases.size();
            const int ofPhase = isLast ? most - begun : std::min(most - begun, phases[phase].tries);
            for (int n = 0; n < ofPhase; ++n) {
                const double next = phases[phase].pause(n);
                if (next > left)
                    return begun;
                if (isLast && n >= phases[phase].tries - 1)  // from here on all are alike
                    return next <= 0 ? most
                                     : begun + static_cast<int>(std::min<double>(left / next, ofPhase - n));
                left -= next;
                ++begun;
            }
        }
        return begun;
    }

private:
    double meanPause(int retry) const
    {
        int n = retry - 1;
        for (const Phase& phase : phases) {
            if (n < phase.tries || &phase == &phases.back())
                return phase.pause(n);
            n -= phase.tries;
        }
        return 0;
    }
};

}  // namespace plimsoll
