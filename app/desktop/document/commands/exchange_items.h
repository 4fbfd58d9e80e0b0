// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtGui/QUndoCommand>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace plimsoll {

/// What most commands are: items that change places with the document's own, forwards to do and backwards to undo.
class ExchangeItems : public QUndoCommand {
public:
    void redo() override;
    void undo() override;

protected:
    explicit ExchangeItems(DesignDocument& document, const QString& text)
        : QUndoCommand{text}, m_document{document}
    {}
    /// Nothing in `value` removes the item.
    template <class Item>
    void put(const Id& id, std::optional<Item> value)
    {
        m_slots.push_back(Slot{id, std::move(value)});
    }
    bool isEmpty() const { return m_slots.empty(); }
    /// True when doing and undoing come to the same, so that the step can leave the history.
    bool changesNothing() const;
    DesignDocument& document() const { return m_document; }

private:
    using Value = std::variant<std::optional<Component>, std::optional<Connection>, std::optional<Group>,
                               std::optional<Note>, std::optional<Scenario>>;
    struct Slot {
        Id id;
        Value value;  ///< the one not in the document at present
    };
    void exchange(Slot& slot);

    DesignDocument& m_document;
    std::vector<Slot> m_slots;
};

}  // namespace plimsoll
