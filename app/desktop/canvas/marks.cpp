// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/marks.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>

namespace plimsoll {

namespace {

constexpr double kDisc = 9;

void paintDisc(QPainter& painter, QPointF centre)
{
    const Theme& theme = Theme::current();
    painter.setPen(QPen{theme.colour("border"), 1});
    painter.setBrush(theme.colour("surface"));
    painter.drawEllipse(centre, kDisc, kDisc);
    painter.setPen(QPen{theme.colour("textMuted"), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.setBrush(Qt::NoBrush);
}

}  // namespace

void paintMarks(QPainter& painter, QPointF corner, const ItemDrawing& drawing)
{
    QPointF at = corner;
    if (drawing.locked) {
        paintDisc(painter, at);
        painter.drawArc(QRectF{at.x() - 2.5, at.y() - 5.5, 5, 6}, 0, 180 * 16);
        painter.setBrush(painter.pen().color());
        painter.drawRoundedRect(QRectF{at.x() - 4, at.y() - 1.5, 8, 6}, 1, 1);
        at.rx() += 2 * kDisc + 3;
    }
    if (drawing.pinned) {
        paintDisc(painter, at);
        painter.drawLine(at + QPointF{0, 1}, at + QPointF{0, 5.5});
        painter.setBrush(painter.pen().color());
        painter.drawPolygon(QPolygonF{{at + QPointF{-2, -5}, at + QPointF{2, -5}, at + QPointF{2, -1},
                                       at + QPointF{4, 1}, at + QPointF{-4, 1}, at + QPointF{-2, -1}}});
    }
}

}  // namespace plimsoll
