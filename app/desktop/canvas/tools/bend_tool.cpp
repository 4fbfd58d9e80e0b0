// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/bend_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/geometry.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr double kHandleReach = 10;

}  // namespace

BendTool::BendTool(CanvasScene& scene, const ConnectionItem& line, QPointF scenePosition)
    : m_scene{scene},
      m_line{line.id()},
      m_corners{line.corners()},
      m_before{line.bends()},
      m_bends{m_before},
      m_rightAngled{line.style() == LineStyle::Orthogonal}
{
    m_grabbed = nearestStretch(m_corners, scenePosition);
    if (m_rightAngled || m_grabbed < 0)
        return;
    // A bend that is there is dragged on; elsewhere the drag makes one.
    for (qsizetype at = 1; at + 1 < m_corners.size(); ++at) {
        const QPointF off = m_corners[at] - scenePosition;
        if (std::hypot(off.x(), off.y()) <= kHandleReach) {
            m_grabbed = at;
            return;
        }
    }
    m_corners.insert(++m_grabbed, scenePosition);
}

void BendTool::move(QPointF scenePosition, Qt::KeyboardModifiers modifiers)
{
    if (m_grabbed < 0)
        return;
    const QPointF to = (modifiers & Qt::AltModifier) ? scenePosition : snapped(scenePosition);
    QList<QPointF> corners = m_corners;
    if (m_rightAngled)
        corners = withStretchMoved(corners, m_grabbed, to);
    else
        corners[m_grabbed] = to;
    m_bends = corners.mid(1, corners.size() - 2);
    m_scene.previewBends(m_line, m_bends);
}

void BendTool::release(QPointF)
{
    m_scene.previewBends(m_line, m_before);
    if (m_bends != m_before)
        m_scene.bendLine(m_line, m_bends);
}

void BendTool::cancel()
{
    m_scene.previewBends(m_line, m_before);
}

}  // namespace plimsoll
