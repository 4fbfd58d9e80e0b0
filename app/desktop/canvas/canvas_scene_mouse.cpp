// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/page_reference.h"
#include "app/desktop/canvas/tools/bend_tool.h"
#include "app/desktop/canvas/tools/connect_tool.h"
#include "app/desktop/canvas/tools/draw_tool.h"
#include "app/desktop/canvas/tools/erase_tool.h"
#include "app/desktop/canvas/tools/move_tool.h"
#include "app/desktop/canvas/tools/resize_tool.h"
#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsSceneMouseEvent>

#include <cmath>
#include <utility>

// What the mouse does on the canvas, and what is painted around its items.

namespace plimsoll {

void CanvasScene::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    finishGlide();
    if (event->button() == Qt::LeftButton && !m_tool && m_pen.tool != BoardTool::Select) {
        if (m_pen.tool == BoardTool::Eraser)
            m_tool = std::make_unique<EraseTool>(*this, event->scenePos());
        else
            m_tool = std::make_unique<DrawTool>(*this, m_pen, event->scenePos());
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton && !m_tool) {
        for (QGraphicsItem* each : items(event->scenePos())) {
            if (const auto* reference = dynamic_cast<const PageReference*>(each);
                reference && reference->pill().contains(reference->mapFromScene(event->scenePos()))) {
                event->accept();
                // Going there takes the mark away.
                emit referenceFollowed(QString{reference->other()});
                return;
            }
            if (const auto* group = dynamic_cast<GroupItem*>(each);
                group && group->toggleRect().contains(group->mapFromScene(event->scenePos()))) {
                toggleGroup(group->id());
                event->accept();
                return;
            }
            if (auto* component = dynamic_cast<ComponentItem*>(each)) {
                if (const ComponentItem::Port* port = component->portAt(event->scenePos())) {
                    m_tool = std::make_unique<ConnectTool>(*this, *component, *port);
                    event->accept();
                    return;
                }
                break;  // what lies under a card is not meant
            }
            auto* frame = dynamic_cast<CanvasItem*>(each);
            if (const auto corner = frame && frame->isSelected()
                                        ? frame->cornerAt(frame->mapFromScene(event->scenePos()))
                                        : std::nullopt) {
                m_tool = std::make_unique<ResizeTool>(*this, *frame, *corner, event->scenePos());
                event->accept();
                return;
            }
        }
    }
    QGraphicsScene::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = dynamic_cast<CanvasItem*>(mouseGrabberItem());
    m_pressedLine = dynamic_cast<ConnectionItem*>(mouseGrabberItem());
    if (m_pressed && !m_pressed->isMovable())
        m_pressed = nullptr;
    m_pressedAt = event->scenePos();
}

void CanvasScene::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    const bool far = (event->screenPos() - event->buttonDownScreenPos(Qt::LeftButton)).manhattanLength()
                     >= QApplication::startDragDistance();
    if (!m_tool && m_pressed && far && (event->buttons() & Qt::LeftButton)) {
        if (!m_pressed->isSelected())
            select({m_pressed->id()});
        m_tool = std::make_unique<MoveTool>(*this, *m_pressed, m_pressedAt);
    }
    if (!m_tool && m_pressedLine && far && (event->buttons() & Qt::LeftButton)) {
        select({m_pressedLine->id()});
        m_tool = std::make_unique<BendTool>(*this, *m_pressedLine, m_pressedAt);
    }
    if (m_tool) {
        m_tool->move(event->scenePos(), event->modifiers());
        event->accept();
        return;
    }
    QGraphicsScene::mouseMoveEvent(event);
}

void CanvasScene::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_tool && event->button() == Qt::LeftButton) {
        // Taken out first: the command's signals may ask the scene for anything, even to rebuild.
        const std::unique_ptr<CanvasTool> tool = std::move(m_tool);
        const bool grabbed = m_pressed != nullptr || m_pressedLine != nullptr;
        m_pressed = nullptr;
        m_pressedLine = nullptr;
        if (grabbed)
            QGraphicsScene::mouseReleaseEvent(event);
        tool->release(event->scenePos());
        event->accept();
        return;
    }
    m_pressed = nullptr;
    m_pressedLine = nullptr;
    QGraphicsScene::mouseReleaseEvent(event);
}

void CanvasScene::setPen(const BoardPen& pen)
{
    cancelTool();
    m_pen = pen;
}

void CanvasScene::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_pen.tool != BoardTool::Select) {
        mousePressEvent(event);
        return;
    }
    for (QGraphicsItem* each : items(event->scenePos())) {
        const auto* found = dynamic_cast<const CanvasItem*>(each);
        if (found && event->button() == Qt::LeftButton && found->isMovable()) {
            select({found->id()});
            emit editRequested(found->id());
            event->accept();
            return;
        }
    }
    if (event->button() == Qt::LeftButton && items(event->scenePos()).isEmpty()) {
        emit addRequested(event->scenePos());
        event->accept();
        return;
    }
    QGraphicsScene::mouseDoubleClickEvent(event);
}

void CanvasScene::markDifferences(std::shared_ptr<const Design> before,
                                  std::vector<ItemDifference> differences)
{
    m_marks.set(std::move(before), std::move(differences));
    update();
}

void CanvasScene::drawForeground(QPainter* painter, const QRectF&)
{
    m_marks.paint(*painter, *this);
    if (m_guides.isEmpty())
        return;
    QPen pen{Theme::current().colour("accent"), 1};
    pen.setCosmetic(true);
    pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->drawLines(m_guides);
}

void CanvasScene::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Theme& theme = Theme::current();
    painter->fillRect(rect, theme.colour("canvas"));
    const double zoom = painter->worldTransform().m11();
    constexpr double kLeastGap = 14;  // between dots, so that they stay a ground and do not become a pattern
    double step = kGrid * 2;
    while (step * zoom < kLeastGap)
        step *= 2;
    // All rows are alike: the dots of one are drawn, and put down as often as there are rows.
    const double dot = zoom > 0.7 ? 2.2 : 1.6;
    const double left = std::floor(rect.left() / step) * step;
    const double ratio = painter->device()->devicePixelRatioF();
    const double height = std::ceil(dot) + 1;
    QPixmap row{QSizeF{(rect.right() - left + step) * zoom * ratio, height * ratio}.toSize()};
    row.setDevicePixelRatio(ratio);
    row.fill(Qt::transparent);
    {
        QPainter dots{&row};
        dots.setRenderHint(QPainter::Antialiasing);
        dots.setPen(Qt::NoPen);
        dots.setBrush(theme.colour("canvasGrid"));
        for (double x = 0; left + x < rect.right(); x += step)
            dots.drawEllipse(QPointF{x * zoom + height / 2, height / 2}, dot / 2, dot / 2);
    }
    const QTransform toView = painter->worldTransform();
    painter->save();
    painter->setWorldTransform({});
    for (double y = std::floor(rect.top() / step) * step; y < rect.bottom(); y += step) {
        const QPointF at = toView.map(QPointF{left, y}) - QPointF{height / 2, height / 2};
        // On whole pixels: rows in between would be smeared over two.
        painter->drawPixmap(QPointF{std::round(at.x() * ratio), std::round(at.y() * ratio)} / ratio, row);
    }
    painter->restore();
}

}  // namespace plimsoll
