// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/comparison.h"
#include "app/study/crossover.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll {

/// What the open design is held against.
struct ComparisonChoice {
    enum class With {
        Branches,  ///< its branches against each other
        Scenario,  ///< itself under another scenario
        Design     ///< another design under the present scenario
    };
    With with = With::Branches;
    ScenarioId scenario;                  ///< With::Scenario: the other one
    std::shared_ptr<const Design> other;  ///< With::Design
    std::string otherName;                ///< With::Design: what it is called when it has no title
};

/// Two or more sides with what their bills and, after a run, their runs say about each other.
struct ComparedDesigns {
    Comparison comparison;
    Crossover crossover;
    /// The sides stand for each other: one of them is built, so their sum means nothing. True for groups of kind
    /// "branch", for parts that carry the same load, and for whatever was chosen to be compared.
    bool alternatives = false;
    bool simulated = false;  ///< the sides were run, too

    const ComparedSide& cheapest() const { return comparison.sides[comparison.cheapest]; }
};

/// The sides; fewer than two when there is nothing to compare. All have the scenario under the id given.
std::vector<Contender> contendersOf(const Design& design, const ScenarioId& scenario,
                                    const ComparisonChoice& choice);

/// Whether the contenders of this choice stand for each other.
bool areAlternatives(const Design& design, const std::vector<Contender>& contenders,
                     const ServiceLibrary& library, const ScenarioId& scenario,
                     const ComparisonChoice& choice);

}  // namespace plimsoll
