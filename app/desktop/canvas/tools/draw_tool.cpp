// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/tools/draw_tool.h"

#include "app/desktop/canvas/canvas_scene.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/document/commands/add_items.h"

#include <QtCore/QSizeF>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kLeastStep = 1.5;  // between two points of the pen
constexpr double kLeastSize = 8;

QSizeF usualSize(BoardTool tool)
{
    switch (tool) {
    case BoardTool::Text:
        return {240, 32};
    case BoardTool::Frame:
        return {480, 300};
    default:
        return {192, 96};
    }
}

bool isWritten(BoardTool tool)
{
    return tool == BoardTool::Note || tool == BoardTool::Text || tool == BoardTool::Frame;
}

}  // namespace

DrawTool::DrawTool(CanvasScene& scene, BoardPen pen, QPointF scenePosition)
    : m_scene{scene}, m_pen{std::move(pen)}, m_points{{scenePosition.x(), scenePosition.y()}}
{}

DrawTool::~DrawTool() = default;

void DrawTool::move(QPointF scenePosition, Qt::KeyboardModifiers modifiers)
{
    Position to{scenePosition.x(), scenePosition.y()};
    const Position& start = m_points.front();
    if (m_pen.tool == BoardTool::Pen) {
        const Position& last = m_points.back();
        if (std::hypot(to.x - last.x, to.y - last.y) < kLeastStep)
            return;
        m_points.push_back(to);
    } else {
        if (modifiers & Qt::ShiftModifier) {
            // Squares and circles, and lines along the axes or their diagonals.
            const double dx = to.x - start.x, dy = to.y - start.y;
            if (!isStroke(shapeOf(m_pen.tool))) {
                const double side = std::max(std::abs(dx), std::abs(dy));
                to = {start.x + std::copysign(side, dx), start.y + std::copysign(side, dy)};
            } else if (std::abs(dx) > 2.4 * std::abs(dy)) {
                to.y = start.y;
            } else if (std::abs(dy) > 2.4 * std::abs(dx)) {
                to.x = start.x;
            } else {
                to.y = start.y + std::copysign(dx, dy);
            }
        }
        m_points.resize(1);
        m_points.push_back(to);
    }
    const Note note = drawn();
    if (!m_preview) {
        m_preview = std::make_unique<NoteItem>(note);
        m_scene.addItem(m_preview.get());
    } else {
        m_preview->show(note);
    }
}

bool DrawTool::isTooSmall() const
{
    if (m_pen.tool == BoardTool::Pen)
        return false;
    if (m_points.size() < 2)
        return true;
    const double dx = std::abs(m_points.back().x - m_points.front().x);
    const double dy = std::abs(m_points.back().y - m_points.front().y);
    return isStroke(shapeOf(m_pen.tool)) ? std::hypot(dx, dy) < kLeastSize
                                         : dx < kLeastSize || dy < kLeastSize;
}

Note DrawTool::drawn() const
{
    ItemDrawing drawing;
    drawing.shape = shapeOf(m_pen.tool);
    drawing.colour = m_pen.colour;
    double left = m_points.front().x, right = left, top = m_points.front().y, bottom = top;
    for (const Position& each : m_points) {
        left = std::min(left, each.x);
        right = std::max(right, each.x);
        top = std::min(top, each.y);
        bottom = std::max(bottom, each.y);
    }
    // Whole coordinates are enough for the eye and keep the file small.
    left = std::floor(left);
    top = std::floor(top);
    if (isStroke(drawing.shape))
        for (const Position& each : m_pen.tool == BoardTool::Pen ? thinned(m_points) : m_points)
            drawing.points.push_back(
                {std::round((each.x - left) * 10) / 10, std::round((each.y - top) * 10) / 10});
    Note note;
    note.position = {left, top};
    note.width = std::max(1.0, std::ceil(right - left));
    note.height = std::max(1.0, std::ceil(bottom - top));
    note.extraJson = withDrawing({}, drawing);
    return note;
}

void DrawTool::release(QPointF)
{
    m_preview.reset();
    const bool clicked = isTooSmall();
    if (clicked && isStroke(shapeOf(m_pen.tool)))
        return;
    Note note = drawn();
    if (clicked) {
        const QSizeF size = usualSize(m_pen.tool);
        const QPointF at = snapped(QPointF{m_points.front().x, m_points.front().y});
        note.position = {at.x(), at.y()};
        note.width = size.width();
        note.height = size.height();
    }
    note.id = freeId(m_scene.document().design(), m_pen.tool == BoardTool::Note ? "note" : "mark");
    const QString id = QString::fromStdString(note.id);
    ItemSet items;
    items.notes.push_back(std::move(note));
    m_scene.document().undoStack().push(
        new AddItems{m_scene.document(), std::move(items), CanvasScene::tr("Draw")});
    if (m_pen.tool == BoardTool::Pen)
        return;  // the next stroke follows
    m_scene.select({id});
    emit m_scene.markDrawn();
    if (isWritten(m_pen.tool))
        emit m_scene.editRequested(id);
}

void DrawTool::cancel()
{
    m_preview.reset();
}

}  // namespace plimsoll
