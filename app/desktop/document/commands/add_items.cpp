// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/add_items.h"

#include <QtCore/QCoreApplication>

namespace plimsoll {

AddItems::AddItems(DesignDocument& document, ItemSet items, const QString& text)
    : ExchangeItems{document, text.isEmpty() ? QCoreApplication::translate("Commands", "Add") : text}
{
    const auto putAll = [this](auto& all) {
        using Item = typename std::decay_t<decltype(all)>::value_type;
        for (Item& item : all) {
            const Id id = item.id;  // read before the item moves away
            put<Item>(id, std::move(item));
        }
    };
    putAll(items.groups);
    putAll(items.notes);
    putAll(items.components);
    putAll(items.connections);
    putAll(items.scenarios);
}

}  // namespace plimsoll
