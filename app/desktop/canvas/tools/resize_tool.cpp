// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/resize_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/geometry.h"

namespace plimsoll {

ResizeTool::ResizeTool(CanvasScene& scene, const CanvasItem& item, Corner corner, QPointF scenePosition)
    : m_scene{scene},
      m_id{item.id()},
      m_corner{corner},
      m_start{scenePosition},
      m_before{item.pos(), scene.frameSize(item.id())},
      m_after{m_before}
{}

void ResizeTool::move(QPointF scenePosition, Qt::KeyboardModifiers)
{
    const QPointF by = scenePosition - m_start;
    const bool left = m_corner == Corner::TopLeft || m_corner == Corner::BottomLeft;
    const bool top = m_corner == Corner::TopLeft || m_corner == Corner::TopRight;
    m_scene.previewSize(m_id, {snapped(m_before.width() + (left ? -by.x() : by.x())),
                               snapped(m_before.height() + (top ? -by.y() : by.y()))});
    // The smallest size holds, and the opposite corner stays.
    const QSizeF size = m_scene.frameSize(m_id);
    m_after = {QPointF{left ? m_before.right() - size.width() : m_before.left(),
                       top ? m_before.bottom() - size.height() : m_before.top()},
               size};
    m_scene.previewPosition(m_id, m_after.topLeft());
}

void ResizeTool::release(QPointF)
{
    cancel();
    if (m_after != m_before)
        m_scene.resizeItem(m_id, m_after);
}

void ResizeTool::cancel()
{
    m_scene.previewSize(m_id, m_before.size());
    m_scene.previewPosition(m_id, m_before.topLeft());
}

}  // namespace plimsoll
