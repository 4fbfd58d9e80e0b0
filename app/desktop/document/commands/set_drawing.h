// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"
#include "model/serialization/item_drawing.h"

#include <functional>

namespace plimsoll {

/// What the item with this id says about how it is drawn.
ItemDrawing drawingOfItem(const Design& design, const Id& id);

/// Changes how items are drawn and handled: bends and style of lines, locks, pins, order, collapsed groups.
class SetDrawing final : public ExchangeItems {
public:
    using Change = std::function<void(ItemDrawing&)>;
    /// Applies the change to each item; items that stay as they are take no part.
    SetDrawing(DesignDocument& document, const QString& text, const std::vector<Id>& items,
               const Change& change);
    bool isEmpty() const { return ExchangeItems::isEmpty(); }
};

/// How lines are drawn that do not say it themselves.
class SetDesignLine final : public QUndoCommand {
public:
    SetDesignLine(DesignDocument& document, DrawnLine line);
    void redo() override { m_document.exchangeExtra(m_extraJson); }
    void undo() override { m_document.exchangeExtra(m_extraJson); }

private:
    DesignDocument& m_document;
    std::string m_extraJson;  ///< the one not in the document at present
};

}  // namespace plimsoll
