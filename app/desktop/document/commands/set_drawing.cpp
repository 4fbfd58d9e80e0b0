// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_drawing.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

/// Calls `with` with the item of that id, whatever it is.
template <class With>
void withItem(const Design& design, const Id& id, const With& with)
{
    const auto tryList = [&](const auto& items) {
        const auto at = std::lower_bound(items.begin(), items.end(), id,
                                         [](const auto& item, const Id& wanted) { return item.id < wanted; });
        if (at == items.end() || at->id != id)
            return false;
        with(*at);
        return true;
    };
    (void)(tryList(design.components) || tryList(design.connections) || tryList(design.groups)
           || tryList(design.notes));
}

}  // namespace

ItemDrawing drawingOfItem(const Design& design, const Id& id)
{
    ItemDrawing drawing;
    withItem(design, id, [&](const auto& item) { drawing = drawingOf(item.extraJson); });
    return drawing;
}

SetDrawing::SetDrawing(DesignDocument& document, const QString& text, const std::vector<Id>& items,
                       const Change& change)
    : ExchangeItems{document, text}
{
    for (const Id& id : items)
        withItem(document.design(), id, [&](auto item) {
            const ItemDrawing before = drawingOf(item.extraJson);
            ItemDrawing after = before;
            change(after);
            if (after == before)
                return;
            item.extraJson = withDrawing(item.extraJson, after);
            put<decltype(item)>(id, std::move(item));
        });
}

SetDesignLine::SetDesignLine(DesignDocument& document, DrawnLine line)
    : QUndoCommand{QCoreApplication::translate("Commands", "Change lines")}, m_document{document}
{
    ItemDrawing drawing = drawingOf(document.design().extraJson);
    drawing.line = line;
    m_extraJson = withDrawing(document.design().extraJson, drawing);
}

}  // namespace plimsoll
