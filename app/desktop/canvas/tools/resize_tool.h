// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_item.h"
#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtCore/QRectF>
#include <QtCore/QString>

namespace plimsoll {

class CanvasScene;

/// Drags a corner of a group or note; the opposite one stays.
class ResizeTool final : public CanvasTool {
public:
    ResizeTool(CanvasScene& scene, const CanvasItem& item, Corner corner, QPointF scenePosition);
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    CanvasScene& m_scene;
    QString m_id;
    Corner m_corner;
    QPointF m_start;
    QRectF m_before, m_after;
};

}  // namespace plimsoll
