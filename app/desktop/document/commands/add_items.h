// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Items to add together; ids are already free and unique. A scenario with a known id replaces that one.
struct ItemSet {
    std::vector<Component> components;
    std::vector<Connection> connections;
    std::vector<Group> groups;
    std::vector<Note> notes;
    std::vector<Scenario> scenarios;
    bool isEmpty() const
    {
        return components.empty() && connections.empty() && groups.empty() && notes.empty()
               && scenarios.empty();
    }
};

/// Drop from the palette, paste, duplicate, new notes and groups.
class AddItems final : public ExchangeItems {
public:
    AddItems(DesignDocument& document, ItemSet items, const QString& text = {});
};

}  // namespace plimsoll
