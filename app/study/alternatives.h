// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/comparison.h"

#include <vector>

namespace plimsoll {

/// Replications of a comparison: fewer say hardly anything about a difference.
inline constexpr int kLeastPairs = 5;

/// The branches of one design, as far as they can be read beside each other; fewer than two when there is nothing to
/// compare. In a large design only what is drawn as a branch is one.
std::vector<Contender> comparableBranches(const Design& design);

/// Whether these branches of the design stand for each other, so that one of them is built and their sum means nothing:
/// they are drawn as branches, or carry the same load.
bool areAlternatives(const Design& design, const std::vector<Contender>& branches,
                     const ServiceLibrary& library, const ScenarioId& scenario);

/// What the sides cost takes the place of the sum in the verdict, and a budget is for each. True when one is over it.
bool judgeSides(std::vector<VerdictClause>& verdict, const Design& design, const ScenarioId& scenario,
                const Comparison& comparison);

}  // namespace plimsoll
