// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/exchange_items.h"

#include <algorithm>

namespace plimsoll {

namespace {

template <class Item>
bool sameAs(const std::vector<Item>& items, const Id& id, const std::optional<Item>& value)
{
    const auto at = std::lower_bound(items.begin(), items.end(), id,
                                     [](const Item& item, const Id& wanted) { return item.id < wanted; });
    return at == items.end() || at->id != id ? !value : value && *value == *at;
}

}  // namespace

void ExchangeItems::redo()
{
    const DesignDocument::Batch batch{m_document};
    for (Slot& slot : m_slots)
        exchange(slot);
}

void ExchangeItems::undo()
{
    const DesignDocument::Batch batch{m_document};
    // Backwards, so that connections leave before the components they hang on.
    for (auto slot = m_slots.rbegin(); slot != m_slots.rend(); ++slot)
        exchange(*slot);
}

void ExchangeItems::exchange(Slot& slot)
{
    std::visit([&](auto& value) { value = m_document.exchange(slot.id, std::move(value)); }, slot.value);
}

bool ExchangeItems::changesNothing() const
{
    const Design& now = m_document.design();
    return std::all_of(m_slots.begin(), m_slots.end(), [&](const Slot& slot) {
        if (const auto* value = std::get_if<std::optional<Component>>(&slot.value))
            return sameAs(now.components, slot.id, *value);
        if (const auto* value = std::get_if<std::optional<Connection>>(&slot.value))
            return sameAs(now.connections, slot.id, *value);
        if (const auto* value = std::get_if<std::optional<Group>>(&slot.value))
            return sameAs(now.groups, slot.id, *value);
        if (const auto* value = std::get_if<std::optional<Note>>(&slot.value))
            return sameAs(now.notes, slot.id, *value);
        return sameAs(now.scenarios, slot.id, std::get<std::optional<Scenario>>(slot.value));
    });
}

}  // namespace plimsoll
