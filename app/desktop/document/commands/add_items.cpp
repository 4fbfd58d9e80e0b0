// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/add_items.h"

#include "app/desktop/document/pages.h"

#include <QtCore/QCoreApplication>

namespace plimsoll {

AddItems::AddItems(DesignDocument& document, ItemSet items, const QString& text)
    : ExchangeItems{document, text.isEmpty() ? QCoreApplication::translate("Commands", "Add") : text}
{
    // What does not say its page comes to the one that is looked at.
    if (const Pages pages{document.design()}; pages.any()) {
        const Id page = pages.known(document.currentPage());
        const auto place = [&](auto& all) {
            for (auto& item : all)
                item.extraJson = onPage(item.extraJson, page);
        };
        place(items.groups);
        place(items.notes);
        place(items.components);
    }
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
