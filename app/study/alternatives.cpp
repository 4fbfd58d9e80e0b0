// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/alternatives.h"

#include "simulator/services/service_library.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

constexpr double kSameLoad = 0.01;  // relative
// Beyond this nobody reads sides beside each other, and unconnected parts are districts of one design.
constexpr std::size_t kMostSides = 6;
constexpr std::size_t kMostComponents = 300;

auto branchGroups(const Design& design)
{
    return std::count_if(design.groups.begin(), design.groups.end(),
                         [](const Group& group) { return group.kind == "branch"; });
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

std::vector<Contender> comparableBranches(const Design& design)
{
    if (branchGroups(design) < 2 && design.components.size() > kMostComponents)
        return {};
    std::vector<Contender> sides = branchesOf(design);
    return sides.size() <= kMostSides ? sides : std::vector<Contender>{};
}

bool areAlternatives(const Design& design, const std::vector<Contender>& branches,
                     const ServiceLibrary& library, const ScenarioId& scenario)
{
    if (branches.size() < 2)
        return false;
    if (branchGroups(design) >= 2)
        return true;
    const double first = loadOf(branches.front(), library, scenario);
    return first > 0 && std::all_of(branches.begin() + 1, branches.end(), [&](const Contender& each) {
               return std::fabs(loadOf(each, library, scenario) - first) <= kSameLoad * first;
           });
}

bool judgeSides(std::vector<VerdictClause>& verdict, const Design& design, const ScenarioId& scenario,
                const Comparison& comparison)
{
    std::erase_if(verdict, [](const VerdictClause& clause) { return clause.link == "bill"; });
    if (!comparison.why.empty())
        verdict.push_back({comparison.why.front(), "compare"});
    bool over = false;
    for (const ComparedSide& side : comparison.sides)
        if (auto clause = budgetClause(design, scenario, side.bill)) {
            clause->text = side.name + ": " + clause->text;
            verdict.push_back(std::move(*clause));
            over = true;
        }
    return over;
}

}  // namespace plimsoll
