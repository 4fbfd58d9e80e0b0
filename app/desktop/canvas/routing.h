// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/geometry.h"

#include <QtCore/QList>

namespace plimsoll {

/// How lines are drawn.
enum class LineStyle { Orthogonal, Curved, Straight };

/// The corners of a line of level and upright stretches that leaves `from` by its side, arrives at `to` by its side and
/// goes round the cards: the shortest one, a bend counted as a detour. Through them where no way round is found.
QList<QPointF> orthogonalRoute(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                               const QList<QRectF>& cards);
/// What a route may have to go round: cards beyond this rectangle do not matter to it.
QRectF routeReach(QPointF from, QPointF to);

/// The line through the corners, each rounded.
QPainterPath roundedPath(const QList<QPointF>& corners, double radius);

}  // namespace plimsoll
