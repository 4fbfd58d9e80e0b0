// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtCore/QStringList>

namespace plimsoll {

class CanvasScene;

/// Takes away the marks of the whiteboard that the pointer comes over, in one step; components stay.
class EraseTool final : public CanvasTool {
public:
    EraseTool(CanvasScene& scene, QPointF scenePosition);
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    void touch(QPointF scenePosition);

    CanvasScene& m_scene;
    QPointF m_last;
    QStringList m_touched;
};

}  // namespace plimsoll
