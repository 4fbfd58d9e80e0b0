// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/command_ids.h"
#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Changes the label of a component, group or scenario; ids never change.
class RenameItem final : public ExchangeItems {
public:
    RenameItem(DesignDocument& document, const Id& item, std::string label);
    int id() const override { return RenameItemId; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    Id m_item;
};

}  // namespace plimsoll
