// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/board_shapes.h"

#include "app/desktop/canvas/geometry.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPathStroker>
#include <QtGui/QTextOption>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kPenWidth = 2.4;
constexpr double kReach = 12;  // how near the pointer must come to a line, from side to side
constexpr double kHead = 11;   // of an arrow
constexpr double kTextPoints = 14;
constexpr double kShapePoints = 10;

/// The points as large as the mark is now: it may have been resized since they were drawn.
std::vector<QPointF> scaledPoints(const ItemDrawing& drawing, QSizeF size)
{
    double wide = 0, high = 0;
    for (const Position& each : drawing.points) {
        wide = std::max(wide, each.x);
        high = std::max(high, each.y);
    }
    const double across = wide > 1 ? size.width() / wide : 1;
    const double down = high > 1 ? size.height() / high : 1;
    std::vector<QPointF> points;
    for (const Position& each : drawing.points)
        points.emplace_back(each.x * across, each.y * down);
    return points;
}

QPainterPath strokePath(const ItemDrawing& drawing, QSizeF size)
{
    const std::vector<QPointF> points = scaledPoints(drawing, size);
    QPainterPath path;
    if (points.empty())
        return path;
    path.moveTo(points.front());
    if (drawing.shape != DrawnShape::Pen || points.size() < 3) {
        for (const QPointF& each : points)
            path.lineTo(each);
        // A dot is seen, too.
        if (points.size() == 1)
            path.lineTo(points.front() + QPointF{0.1, 0});
        return path;
    }
    // Through the middles, so that the hand's corners become curves.
    for (std::size_t at = 1; at + 1 < points.size(); ++at)
        path.quadTo(points[at], (points[at] + points[at + 1]) / 2);
    path.lineTo(points.back());
    return path;
}

QPolygonF arrowHead(const ItemDrawing& drawing, QSizeF size)
{
    const std::vector<QPointF> points = scaledPoints(drawing, size);
    if (points.size() < 2)
        return {};
    const QPointF way = points.back() - points[points.size() - 2];
    const double length = std::hypot(way.x(), way.y());
    if (length < 1)
        return {};
    const QPointF along = way / length * kHead;
    const QPointF aside{-along.y() * 0.5, along.x() * 0.5};
    return QPolygonF{{points.back() - along + aside, points.back(), points.back() - along - aside}};
}

QPainterPath outlineOf(const ItemDrawing& drawing, QSizeF size)
{
    const QRectF rect{QPointF{}, size};
    QPainterPath path;
    switch (drawing.shape) {
    case DrawnShape::Ellipse:
        path.addEllipse(rect);
        break;
    case DrawnShape::Diamond:
        path.addPolygon(
            QPolygonF{{QPointF{rect.center().x(), 0}, QPointF{rect.right(), rect.center().y()},
                       QPointF{rect.center().x(), rect.bottom()}, QPointF{0, rect.center().y()}}});
        path.closeSubpath();
        break;
    case DrawnShape::Frame:
        path.addRoundedRect(rect, 4, 4);
        break;
    default:
        path.addRoundedRect(rect, 8, 8);
    }
    return path;
}

QRectF frameTitle(QSizeF size)
{
    return {4, -34, std::max(60.0, size.width() - 8), 32};
}

void paintWords(QPainter& painter, const ItemDrawing& drawing, QSizeF size, const QString& text)
{
    const Theme& theme = Theme::current();
    // From afar in larger letters, like the cards.
    const double larger = legibility(painter.worldTransform().m11());
    painter.setPen(boardInk(drawing.colour));
    if (drawing.shape == DrawnShape::Frame) {
        painter.setFont(theme.font(kShapePoints * larger, QFont::DemiBold));
        const QString shown = text.isEmpty() ? QCoreApplication::translate("BoardShapes", "Frame") : text;
        painter.drawText(
            frameTitle(size), int(Qt::AlignLeft | Qt::AlignBottom),
            QFontMetricsF{painter.font()}.elidedText(shown, Qt::ElideRight, frameTitle(size).width()));
        return;
    }
    const bool plain = drawing.shape == DrawnShape::Text;
    QTextOption wrapped{plain ? Qt::AlignLeft | Qt::AlignTop : Qt::AlignCenter};
    wrapped.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter.setFont(theme.font(plain ? kTextPoints : kShapePoints * larger));
    if (text.isEmpty()) {
        if (!plain)
            return;
        painter.setPen(theme.colour("textMuted"));
        painter.drawText(QRectF{QPointF{}, size},
                         QCoreApplication::translate("BoardShapes", "Double-click to write"), wrapped);
        return;
    }
    painter.drawText(
        QRectF{QPointF{}, size}.adjusted(plain ? 0 : 8, plain ? 0 : 4, plain ? 0 : -8, plain ? 0 : -4), text,
        wrapped);
}

}  // namespace

DrawnShape shapeOf(BoardTool tool)
{
    switch (tool) {
    case BoardTool::Text:
        return DrawnShape::Text;
    case BoardTool::Pen:
        return DrawnShape::Pen;
    case BoardTool::Rectangle:
        return DrawnShape::Rectangle;
    case BoardTool::Ellipse:
        return DrawnShape::Ellipse;
    case BoardTool::Diamond:
        return DrawnShape::Diamond;
    case BoardTool::Line:
        return DrawnShape::Line;
    case BoardTool::Arrow:
        return DrawnShape::Arrow;
    case BoardTool::Frame:
        return DrawnShape::Frame;
    case BoardTool::Select:
    case BoardTool::Note:
    case BoardTool::Eraser:
        return DrawnShape::Note;
    }
    return DrawnShape::Note;
}

bool isStroke(DrawnShape shape)
{
    return shape == DrawnShape::Line || shape == DrawnShape::Arrow || shape == DrawnShape::Pen;
}

QColor boardInk(const std::string& colour)
{
    const char* key = colour == "yellow"  ? "warn"
                      : colour == "blue"  ? "info"
                      : colour == "green" ? "ok"
                      : colour == "red"   ? "danger"
                      : colour == "grey"  ? "textMuted"
                                          : "text";
    return Theme::current().colour(key);
}

QColor boardFill(const std::string& colour)
{
    const char* key = colour == "blue"    ? "infoSoft"
                      : colour == "green" ? "okSoft"
                      : colour == "red"   ? "dangerSoft"
                      : colour == "grey"  ? "surfaceSunken"
                                          : "accentSoft";
    return Theme::current().colour(key);
}

void paintBoardShape(QPainter& painter, const ItemDrawing& drawing, QSizeF size, const QString& text,
                     bool selected)
{
    const QColor ink = boardInk(drawing.colour);
    const QColor halo = Theme::current().colour("accent");
    if (isStroke(drawing.shape)) {
        const QPainterPath path = strokePath(drawing, size);
        painter.setBrush(Qt::NoBrush);
        if (selected) {
            QColor soft = halo;
            soft.setAlphaF(0.35f);
            painter.setPen(QPen{soft, kPenWidth + 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
            painter.drawPath(path);
        }
        painter.setPen(QPen{ink, kPenWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPath(path);
        if (drawing.shape == DrawnShape::Arrow)
            painter.drawPolyline(arrowHead(drawing, size));
        return;
    }
    if (drawing.shape != DrawnShape::Text || selected) {
        QPen pen{selected ? halo : ink, selected ? 2.4 : 1.8};
        if (drawing.shape == DrawnShape::Frame || drawing.shape == DrawnShape::Text)
            pen.setDashPattern({6, 4});
        painter.setPen(pen);
        QColor fill = boardFill(drawing.colour);
        fill.setAlphaF(0.45f);
        // What is drawn in the usual ink is an outline; a colour fills, too.
        const bool filled = !drawing.colour.empty() && drawing.shape != DrawnShape::Frame
                            && drawing.shape != DrawnShape::Text;
        painter.setBrush(filled ? QBrush{fill} : QBrush{Qt::NoBrush});
        painter.drawPath(outlineOf(drawing, size));
    }
    paintWords(painter, drawing, size, text);
}

QPainterPath boardReach(const ItemDrawing& drawing, QSizeF size, const QString& text)
{
    QPainterPathStroker stroker;
    stroker.setWidth(kReach);
    stroker.setCapStyle(Qt::RoundCap);
    if (isStroke(drawing.shape))
        return stroker.createStroke(strokePath(drawing, size));
    if (drawing.shape == DrawnShape::Text
        || (!drawing.colour.empty() && drawing.shape != DrawnShape::Frame)) {
        QPainterPath all;
        all.addRect(QRectF{QPointF{}, size});
        return all;
    }
    QPainterPath path = stroker.createStroke(outlineOf(drawing, size));
    if (drawing.shape == DrawnShape::Frame)
        path.addRect(frameTitle(size));
    else if (!text.isEmpty())
        path.addRect(QRectF{size.width() / 4, size.height() / 2 - 12, size.width() / 2, 24});
    path.setFillRule(Qt::WindingFill);
    return path;
}

std::vector<Position> thinned(const std::vector<Position>& points, double tolerance)
{
    if (points.size() < 3)
        return points;
    // Ramer, Douglas and Peucker: what lies nearer than the tolerance to the line between its neighbours goes.
    std::vector<char> kept(points.size(), 0);
    kept.front() = kept.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        const double dx = points[last].x - points[first].x, dy = points[last].y - points[first].y;
        const double length = std::hypot(dx, dy);
        double most = tolerance;
        std::size_t farthest = first;
        for (std::size_t at = first + 1; at < last; ++at) {
            const double px = points[at].x - points[first].x, py = points[at].y - points[first].y;
            const double distance = length > 0 ? std::abs(px * dy - py * dx) / length : std::hypot(px, py);
            if (distance > most) {
                most = distance;
                farthest = at;
            }
        }
        if (farthest == first)
            continue;
        kept[farthest] = 1;
        open.emplace_back(first, farthest);
        open.emplace_back(farthest, last);
    }
    std::vector<Position> thin;
    for (std::size_t at = 0; at < points.size(); ++at)
        if (kept[at])
            thin.push_back(points[at]);
    return thin.size() <= kMostPoints ? thin : thinned(points, tolerance * 2);
}

}  // namespace plimsoll
