// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/resize_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/geometry.h"

namespace plimsoll {

ResizeTool::ResizeTool(CanvasScene& scene, const QString& id, QPointF scenePosition)
    : m_scene{scene}, m_id{id}, m_start{scenePosition}, m_before{scene.frameSize(id)}, m_size{m_before}
{}

void ResizeTool::move(QPointF scenePosition, Qt::KeyboardModifiers)
{
    const QPointF grown = scenePosition - m_start;
    m_size = {snapped(m_before.width() + grown.x()), snapped(m_before.height() + grown.y())};
    m_scene.previewSize(m_id, m_size);
    m_size = m_scene.frameSize(m_id);  // the smallest size holds
}

void ResizeTool::release(QPointF)
{
    m_scene.previewSize(m_id, m_before);
    if (m_size != m_before)
        m_scene.resizeItem(m_id, m_size);
}

void ResizeTool::cancel()
{
    m_scene.previewSize(m_id, m_before);
}

}  // namespace plimsoll
