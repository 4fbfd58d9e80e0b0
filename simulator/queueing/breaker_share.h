// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/queueing/retry_policy.h"

namespace plimsoll {

/// The share of so many attempts a second that a breaker lets through over a long time, when this share of those that leave is
/// lost, and that of the trials after a pause, which find a callee that nobody else asks: the breaker of the run, played with
/// attempts at equal distances, answers at once and fixed draws.
double passedByBreaker(const BreakerRule& rule, double perSecond, double lostShare, double lostTrials);

}  // namespace plimsoll
