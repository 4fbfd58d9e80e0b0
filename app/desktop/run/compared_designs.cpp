// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/run/compared_designs.h"

#include "simulator/services/service_library.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kSameLoad = 0.01;  // relative
// Beyond this nobody reads sides beside each other, and unconnected parts are districts of one design.
constexpr std::size_t kMostSides = 6;
constexpr std::size_t kMostComponents = 300;

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

auto branchGroups(const Design& design)
{
    return std::count_if(design.groups.begin(), design.groups.end(),
                         [](const Group& group) { return group.kind == "branch"; });
}

std::vector<Contender> branches(const Design& design)
{
    if (branchGroups(design) < 2 && design.components.size() > kMostComponents)
        return {};
    std::vector<Contender> sides = branchesOf(design);
    return sides.size() <= kMostSides ? sides : std::vector<Contender>{};
}

double loadOf(const Contender& contender, const ServiceLibrary& library, const ScenarioId& scenario)
{
    const Result<FlowReport> flow = estimateFlow(contender.design, library, scenario);
    double rate = 0;
    if (flow)
        for (const Component& component : contender.design.components) {
            const ServiceSpec* spec = library.catalog().find(component.service);
            const FlowComponent* found = findComponent(*flow, component.id);
            if (spec && spec->isSource && found)
                rate += found->offered.recordsPerSecond;
        }
    return rate;
}

}  // namespace

std::vector<Contender> contendersOf(const Design& design, const ScenarioId& scenario,
                                    const ComparisonChoice& choice)
{
    switch (choice.with) {
    case ComparisonChoice::With::Branches:
        return branches(design);
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
    if (contenders.size() < 2)
        return false;
    if (choice.with != ComparisonChoice::With::Branches)
        return true;
    if (branchGroups(design) >= 2)
        return true;
    const double first = loadOf(contenders.front(), library, scenario);
    return first > 0 && std::all_of(contenders.begin() + 1, contenders.end(), [&](const Contender& each) {
               return std::fabs(loadOf(each, library, scenario) - first) <= kSameLoad * first;
           });
}

}  // namespace plimsoll
