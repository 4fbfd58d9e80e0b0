// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/design_difference.h"

#include <algorithm>
#include <set>
#include <utility>

namespace plimsoll {

namespace {

std::vector<ParameterDifference> differenceOf(const ParameterMap& before, const ParameterMap& after)
{
    std::set<std::string> names;
    for (const auto* map : {&before, &after})
        for (const auto& [name, value] : *map)
            names.insert(name);
    std::vector<ParameterDifference> differences;
    const auto valueIn = [](const ParameterMap& map, const std::string& name) {
        const auto at = map.find(name);
        return at == map.end() ? std::nullopt : std::optional{at->second};
    };
    for (const std::string& name : names)
        if (ParameterDifference each{name, valueIn(before, name), valueIn(after, name)};
            each.before != each.after)
            differences.push_back(std::move(each));
    return differences;
}

bool areOfOneKind(const Component& before, const Component& after)
{
    return before.service == after.service;
}

bool areOfOneKind(const Connection& before, const Connection& after)
{
    return before.from == after.from && before.to == after.to;
}

/// Both lists are sorted by id, so that one walk along both finds all.
template <class Item>
void addDifferences(const std::vector<Item>& before, const std::vector<Item>& after, bool areConnections,
                    std::vector<ItemDifference>& differences)
{
    using Kind = ItemDifference::Kind;
    auto was = before.begin();
    auto is = after.begin();
    while (was != before.end() || is != after.end()) {
        const bool gone = is == after.end() || (was != before.end() && was->id < is->id);
        const bool fresh = !gone && (was == before.end() || is->id < was->id);
        if (gone || (!fresh && !areOfOneKind(*was, *is)))
            differences.push_back({Kind::Removed, was->id, areConnections, {}});
        if (fresh || (!gone && !areOfOneKind(*was, *is)))
            differences.push_back({Kind::Added, is->id, areConnections, {}});
        if (!gone && !fresh && areOfOneKind(*was, *is))
            if (std::vector<ParameterDifference> parameters = differenceOf(was->parameters, is->parameters);
                !parameters.empty())
                differences.push_back({Kind::Changed, is->id, areConnections, std::move(parameters)});
        if (!fresh)
            ++was;
        if (!gone)
            ++is;
    }
}

}  // namespace

std::vector<ItemDifference> differenceOf(const Design& before, const Design& after)
{
    std::vector<ItemDifference> differences;
    addDifferences(before.components, after.components, false, differences);
    addDifferences(before.connections, after.connections, true, differences);
    return differences;
}

std::vector<ItemDifference> differenceOf(const Design& before, const Design& after,
                                         const ScenarioId& scenario)
{
    std::vector<ItemDifference> differences = differenceOf(before, after);
    const Scenario *was = findScenario(before, scenario), *is = findScenario(after, scenario);
    if (!was || !is)
        return differences;
    for (const auto& [id, profile] : is->traffic) {
        const auto earlier = was->traffic.find(id);
        if (earlier == was->traffic.end() || earlier->second == profile || !findComponent(before, id)
            || !findComponent(after, id))
            continue;
        ParameterDifference traffic{kTrafficDifference, std::nullopt, std::nullopt};
        const double rateBefore = earlier->second.ratePerSecond * earlier->second.load,
                     rateAfter = profile.ratePerSecond * profile.load;
        if (rateBefore != rateAfter) {
            traffic.before = rateBefore;
            traffic.after = rateAfter;
        }
        const auto at = std::find_if(differences.begin(), differences.end(), [&](const ItemDifference& each) {
            return each.isConnection || each.id >= id;
        });
        if (at != differences.end() && !at->isConnection && at->id == id)
            at->parameters.push_back(std::move(traffic));
        else
            differences.insert(at, {ItemDifference::Kind::Changed, id, false, {std::move(traffic)}});
    }
    return differences;
}

}  // namespace plimsoll
