// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/pairing.h"
#include "app/desktop/canvas/tools/canvas_tool.h"

#include <QtWidgets/QGraphicsPathItem>

#include <memory>

namespace plimsoll {

class CanvasScene;

/// Draws a line from a port. Legal targets glow, the pair under the pointer is judged and explained while dragging,
/// and dropping on empty canvas asks what should follow.
class ConnectTool final : public CanvasTool {
public:
    ConnectTool(CanvasScene& scene, ComponentItem& start, const ComponentItem::Port& port);
    ~ConnectTool() override;
    void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePosition) override;
    void cancel() override;

private:
    Pairing judge(const QString& other) const;
    void clear();

    CanvasScene& m_scene;
    QString m_startId;
    ComponentItem::Port m_port;
    QPointF m_origin;
    QHash<QString, Pairing> m_pairings;
    std::unique_ptr<QGraphicsPathItem> m_rubber;
};

}  // namespace plimsoll
