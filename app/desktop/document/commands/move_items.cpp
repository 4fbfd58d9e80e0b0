// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/move_items.h"

#include "app/desktop/document/commands/find_in.h"
#include "model/serialization/item_drawing.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <map>

namespace plimsoll {

namespace {

template <class Frame>
Frame placed(Frame frame, const ItemPlace& place)
{
    frame.position = place.position;
    frame.width = place.width.value_or(frame.width);
    frame.height = place.height.value_or(frame.height);
    return frame;
}

}  // namespace

MoveItems::MoveItems(DesignDocument& document, const std::vector<ItemPlace>& places, Merge merge)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Move")}, m_merge{merge}
{
    const Design& design = document.design();
    for (const ItemPlace& place : places) {
        if (const Component* component = findComponent(design, place.id)) {
            Component moved = *component;
            moved.position = place.position;
            moved.group = place.group.value_or(moved.group);
            put<Component>(place.id, std::move(moved));
        } else if (const Group* group = findIn(design.groups, place.id)) {
            put<Group>(place.id, placed(*group, place));
        } else if (const Note* note = findIn(design.notes, place.id)) {
            put<Note>(place.id, placed(*note, place));
        }
        m_ids.push_back(place.id);
    }
    moveBends(places);
    std::sort(m_ids.begin(), m_ids.end());
}

void MoveItems::moveBends(const std::vector<ItemPlace>& places)
{
    const Design& design = document().design();
    std::map<Id, Position> moved;
    for (const ItemPlace& place : places)
        if (const Component* component = findComponent(design, place.id))
            moved[place.id] = {place.position.x - component->position.x,
                               place.position.y - component->position.y};
    for (const Connection& connection : design.connections) {
        if (connection.extraJson.empty())
            continue;
        const auto from = moved.find(connection.from), to = moved.find(connection.to);
        if (from == moved.end() || to == moved.end() || from->second != to->second)
            continue;
        ItemDrawing drawing = drawingOf(connection.extraJson);
        if (drawing.bends.empty())
            continue;
        for (Position& bend : drawing.bends)
            bend = {bend.x + from->second.x, bend.y + from->second.y};
        Connection along = connection;
        along.extraJson = withDrawing(connection.extraJson, drawing);
        put<Connection>(connection.id, std::move(along));
    }
}

bool MoveItems::mergeWith(const QUndoCommand* other)
{
    // The document already shows where the later move ended; ours keeps where the first one began.
    const auto* next = static_cast<const MoveItems*>(other);
    if (m_ids != next->m_ids)
        return false;
    setObsolete(changesNothing());
    return true;
}

}  // namespace plimsoll
