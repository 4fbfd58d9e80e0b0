// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QSet>
#include <QtCore/QString>

namespace plimsoll {

class CanvasItem;
class CanvasScene;

/// Drags the selected items over the grid; a group takes its members along.
class MoveTool final : public CanvasTool {
public:
    MoveTool(CanvasScene& scene, const CanvasItem& grabbed, QPointF scenePosition);
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    void place(QPointF delta);

    CanvasScene& m_scene;
    QRectF m_grabbed;        ///< what is grabbed, as it lay before
    QList<QRectF> m_others;  ///< what it may come into line with
    QPointF m_start, m_anchor, m_delta;
    QHash<QString, QPointF> m_origins;
    QString m_card;  ///< what is grabbed, if it is a component
};

}  // namespace plimsoll
