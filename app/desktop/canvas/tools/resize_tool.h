// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtCore/QSizeF>
#include <QtCore/QString>

namespace plimsoll {

class CanvasScene;

/// Drags the corner of a group or note.
class ResizeTool final : public CanvasTool {
public:
    ResizeTool(CanvasScene& scene, const QString& id, QPointF scenePosition);
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    CanvasScene& m_scene;
    QString m_id;
    QPointF m_start;
    QSizeF m_before, m_size;
};

}  // namespace plimsoll
