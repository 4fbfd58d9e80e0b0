// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/command_ids.h"
#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Where an item goes. Sizes are for groups and notes, the group for components.
struct ItemPlace {
    Id id;
    Position position;
    std::optional<double> width, height;
    std::optional<Id> group;
};

/// One drag, one nudge or one resize; consecutive ones of the same items are one undo step when `Merge::Yes`.
class MoveItems final : public ExchangeItems {
public:
    enum class Merge { No, Yes };
    MoveItems(DesignDocument& document, const std::vector<ItemPlace>& places, Merge merge = Merge::No);
    int id() const override { return m_merge == Merge::Yes ? static_cast<int>(MoveItemsId) : -1; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    /// The corners that a user gave a line go along when both of its ends do.
    void moveBends(const std::vector<ItemPlace>& places);

    Merge m_merge;
    std::vector<Id> m_ids;
};

}  // namespace plimsoll
