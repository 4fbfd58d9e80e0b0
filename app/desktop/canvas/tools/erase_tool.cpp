// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/erase_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/document/commands/remove_items.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr double kReach = 5;
constexpr double kFaded = 0.2;

}  // namespace

EraseTool::EraseTool(CanvasScene& scene, QPointF scenePosition) : m_scene{scene}, m_last{scenePosition}
{
    touch(scenePosition);
}

void EraseTool::touch(QPointF scenePosition)
{
    const QRectF around{scenePosition - QPointF{kReach, kReach}, QSizeF{2 * kReach, 2 * kReach}};
    for (QGraphicsItem* each : m_scene.items(around, Qt::IntersectsItemShape)) {
        auto* mark = dynamic_cast<NoteItem*>(each);
        if (!mark || mark->drawing().locked || m_touched.contains(mark->id()))
            continue;
        mark->setOpacity(kFaded);
        m_touched.append(mark->id());
    }
}

void EraseTool::move(QPointF scenePosition, Qt::KeyboardModifiers)
{
    // A quick pointer leaps: all of its way counts.
    const QPointF way = scenePosition - m_last;
    const int steps = std::max(1, static_cast<int>(std::hypot(way.x(), way.y()) / kReach));
    for (int step = 1; step <= std::min(steps, 400); ++step)
        touch(m_last + way * step / std::min(steps, 400));
    m_last = scenePosition;
}

void EraseTool::release(QPointF)
{
    const QStringList touched = m_touched;
    cancel();
    if (!touched.isEmpty())
        m_scene.document().undoStack().push(new RemoveItems{m_scene.document(), touched});
}

void EraseTool::cancel()
{
    for (const QString& id : m_touched)
        if (CanvasItem* mark = m_scene.item(id))
            mark->setOpacity(1);
    m_touched.clear();
}

}  // namespace plimsoll
