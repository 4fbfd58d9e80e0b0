// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/board_shapes.h"
#include "app/desktop/canvas/tools/canvas_tool.h"
#include "model/design/design.h"

#include <memory>
#include <vector>

namespace plimsoll {

class CanvasScene;
class NoteItem;

/// Draws a mark of the whiteboard: along the way of the pointer, or from corner to corner. A click makes one of the
/// usual size where that makes sense.
class DrawTool final : public CanvasTool {
public:
    DrawTool(CanvasScene& scene, BoardPen pen, QPointF scenePosition);
    ~DrawTool() override;
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    Note drawn() const;
    bool isTooSmall() const;

    CanvasScene& m_scene;
    BoardPen m_pen;
    std::vector<Position> m_points;
    std::unique_ptr<NoteItem> m_preview;
};

}  // namespace plimsoll
