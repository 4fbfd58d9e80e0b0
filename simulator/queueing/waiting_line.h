// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace plimsoll {

/// What a line in front of parallel servers sees.
struct LineLoad {
    double arrivalsPerSecond = 0;
    double serviceSeconds = 0;
    double servers = 1;
    double arrivalVariation = 1;     ///< squared coefficient of variation of the gaps; Poisson 1, regular 0
    double serviceVariation = 1;     ///< of the service times
    std::optional<double> places{};  ///< that may wait; one more is turned away
};

struct LineAnswer {
    double waitSeconds = 0;  ///< mean, of those served; what grows without an end is not counted
    double refusedShare = 0;
};

/// Mean wait of G/G/c by Allen and Cunneen's approximation, exact for M/M/c: the wait of M/M/c times half the sum of both
/// squared variations, for gaps more regular than Poisson's with the correction of Kraemer and Langenbach-Belz. With a
/// limit of places the probabilities are those of M/M/c/K.
/// Source: Bolch, Greiner, de Meer, Trivedi, Queueing Networks and Markov Chains, 2nd ed. (2006), sections 6.3, 6.14
LineAnswer waitingLine(const LineLoad& load);

/// Variance of a wait of this mean where this share waits at all, and whoever does waits an exponential time, as in
/// M/M/c: E[W^2] = 2 W^2 / share.
double waitVariance(double meanSeconds, double waitingShare);

/// Share of random requests that find all `servers` busy and are refused: Erlang's loss formula, B(c) by
/// 1/B(c) = 1 + c / (a B(c - 1)). Source: https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_B_formula
double erlangLoss(double servers, double offered);
/// Share of random requests that wait for one of `servers`: Erlang's C, from B; 1 where they cannot keep up.
double erlangWait(double servers, double offered);

}  // namespace plimsoll
