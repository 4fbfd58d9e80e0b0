// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/move_tool.h"

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/geometry.h"

namespace plimsoll {

MoveTool::MoveTool(CanvasScene& scene, const CanvasItem& grabbed, QPointF scenePosition)
    : m_scene{scene}, m_start{scenePosition}, m_anchor{grabbed.pos()}
{
    for (const QString& id : scene.movedWith(scene.selectedIds()))
        m_origins.insert(id, scene.item(id)->pos());
}

void MoveTool::move(QPointF scenePosition, Qt::KeyboardModifiers modifiers)
{
    // The grabbed item goes by the grid; the others keep their distance to it. Alt moves freely.
    const QPointF wanted = m_anchor + scenePosition - m_start;
    place(((modifiers & Qt::AltModifier) ? wanted : snapped(wanted)) - m_anchor);
}

void MoveTool::place(QPointF delta)
{
    m_delta = delta;
    for (auto at = m_origins.cbegin(); at != m_origins.cend(); ++at)
        m_scene.previewPosition(at.key(), at.value() + delta);
}

void MoveTool::release(QPointF)
{
    const QPointF delta = m_delta;
    place({});
    if (!delta.isNull())
        m_scene.moveItems(m_origins.keys(), delta, CanvasScene::Nudge::No);
}

void MoveTool::cancel()
{
    place({});
}

}  // namespace plimsoll
