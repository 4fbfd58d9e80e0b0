// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace plimsoll {

class CanvasScene;
class ConnectionItem;

/// Drags a part of a line to where the user wants it: a stretch of a right-angled line, a bend of any other.
class BendTool final : public CanvasTool {
public:
    BendTool(CanvasScene& scene, const ConnectionItem& line, QPointF scenePosition);
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    CanvasScene& m_scene;
    QString m_line;
    QList<QPointF> m_corners;  ///< of the whole line, ends included, before the drag
    QList<QPointF> m_before, m_bends;
    qsizetype m_grabbed = 0;  ///< the stretch of a right-angled line, else the corner
    bool m_rightAngled;
};

}  // namespace plimsoll
