// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/design.h"

#include <algorithm>
#include <set>

namespace plimsoll {

namespace {

template <class Item>
const Item* findById(const std::vector<Item>& items, std::string_view id)
{
    // Items are kept sorted; a design that is still being put together may not be.
    const auto near =
        std::lower_bound(items.begin(), items.end(), id,
                         [](const Item& item, std::string_view wanted) { return item.id < wanted; });
    if (near != items.end() && near->id == id)
        return &*near;
    const auto at =
        std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

const Component* findComponent(const Design& design, std::string_view id)
{
    return findById(design.components, id);
}

std::string labelOf(const Design& design, const ComponentId& id)
{
    const Component* component = findComponent(design, id);
    return component && !component->label.empty() ? component->label : id;
}

const Connection* findConnection(const Design& design, std::string_view id)
{
    return findById(design.connections, id);
}

const Scenario* findScenario(const Design& design, std::string_view id)
{
    if (id.empty())
        return design.scenarios.empty() ? nullptr : &design.scenarios.front();
    return findById(design.scenarios, id);
}

Id freeId(const Design& design, std::string_view stem)
{
    std::set<std::string_view> taken;
    const auto take = [&taken](const auto& items) {
        for (const auto& item : items)
            taken.insert(item.id);
    };
    take(design.components);
    take(design.connections);
    take(design.groups);
    take(design.notes);
    take(design.scenarios);
    for (const Scenario& scenario : design.scenarios) {
        take(scenario.queries);
        take(scenario.jobs);
        take(scenario.faults);
        take(scenario.redrives);
        take(scenario.changes);
        take(scenario.replays);
    }
    for (std::size_t number = 1;; ++number) {
        const std::string digits = "-" + std::to_string(number);
        // A long stem gives way, so that the id stays within its 64 characters.
        Id candidate = std::string{stem.substr(0, 64 - digits.size())} + digits;
        if (!taken.contains(candidate))
            return candidate;
    }
}

}  // namespace plimsoll
