// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/compared_designs.h"

#include "app/study/alternatives.h"

#include <utility>

namespace plimsoll {

namespace {

std::string labelOf(const Scenario& scenario)
{
    return scenario.label.empty() ? scenario.id : scenario.label;
}

std::vector<Contender> scenariosOf(const Design& design, const ScenarioId& scenario, const ScenarioId& other)
{
    const Scenario* first = findScenario(design, scenario);
    const Scenario* second = findScenario(design, other);
    if (!first || !second || first == second)
        return {};
    // A comparison plays one scenario on all its sides, so the other one takes the place of the first.
    Design changed = design;
    Scenario renamed = *second;
    renamed.id = first->id;
    std::erase_if(changed.scenarios, [&](const Scenario& each) { return each.id == first->id; });
    changed.scenarios.push_back(std::move(renamed));
    changed.month.clear();
    Design own = design;
    own.month.clear();
    return {{labelOf(*first), std::move(own)}, {labelOf(*second), std::move(changed)}};
}

std::vector<Contender> designsOf(const Design& design, const ScenarioId& scenario,
                                 const ComparisonChoice& choice)
{
    if (!choice.other)
        return {};
    Design other = *choice.other;
    if (!findScenario(other, scenario) || scenario.empty()) {
        // It calls its scenarios otherwise: its first one is what it is about.
        if (other.scenarios.empty())
            return {};
        other.scenarios.front().id = scenario;
    }
    const std::string own = design.title.empty() ? "This design" : design.title;
    std::string name = other.title.empty() ? choice.otherName : other.title;
    if (name == own)
        name = choice.otherName;
    return {{own, design}, {std::move(name), std::move(other)}};
}

}  // namespace

std::vector<Contender> contendersOf(const Design& design, const ScenarioId& scenario,
                                    const ComparisonChoice& choice)
{
    switch (choice.with) {
    case ComparisonChoice::With::Branches:
        return comparableBranches(design);
    case ComparisonChoice::With::Scenario:
        return scenariosOf(design, scenario, choice.scenario);
    case ComparisonChoice::With::Design:
        return designsOf(design, scenario, choice);
    }
    return {};
}

bool areAlternatives(const Design& design, const std::vector<Contender>& contenders,
                     const ServiceLibrary& library, const ScenarioId& scenario,
                     const ComparisonChoice& choice)
{
    if (choice.with == ComparisonChoice::With::Branches)
        return areAlternatives(design, contenders, library, scenario);
    return contenders.size() >= 2;
}

}  // namespace plimsoll
