// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace plimsoll {

template <class Item>
const Item* findIn(const std::vector<Item>& items, const Id& id)
{
    const auto at = std::lower_bound(items.begin(), items.end(), id,
                                     [](const Item& item, const Id& wanted) { return item.id < wanted; });
    return at == items.end() || at->id != id ? nullptr : &*at;
}

}  // namespace plimsoll
