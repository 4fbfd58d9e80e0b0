// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/geometry.h"

#include <QtCore/QList>

namespace plimsoll {

/// How lines are drawn.
enum class LineStyle { Orthogonal, Curved, Straight };

/// How far a line goes straight on from a port before its first bend.
inline constexpr double kStub = 16;

/// Where a line steps aside. Lines that share an end part near it, so that most of each is a stretch of its own.
enum class StepAside { Midway, NearFrom, NearTo };

/// The corners of a line of level and upright stretches that leaves `from` by its side, arrives at `to` by its side and
/// goes round the cards: the shortest one, a bend counted as a detour. Through them where no way round is found.
QList<QPointF> orthogonalRoute(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                               const QList<QRectF>& cards, StepAside aside = StepAside::Midway);
/// The corners of a line of level and upright stretches through the corners that a user gave it. The first and the last
/// of them keep to the ports, wherever those have gone since.
QList<QPointF> routeThrough(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                            const QList<QPointF>& bends);
/// The corners after one of its stretches was dragged so that it passes by `through`. At the ports a stub stays.
QList<QPointF> withStretchMoved(QList<QPointF> corners, qsizetype stretch, QPointF through);
/// The stretch of the line that is nearest to the point.
qsizetype nearestStretch(const QList<QPointF>& corners, QPointF point);
/// A smooth line that leaves and arrives by its sides and passes through the points.
QPainterPath curveThrough(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                          const QList<QPointF>& points);
/// What a route may have to go round: cards beyond this rectangle do not matter to it.
QRectF routeReach(QPointF from, QPointF to);

/// Where a line hops over another one: on which of its stretches, and where.
struct LineJump {
    qsizetype stretch;
    QPointF at;
    friend bool operator==(const LineJump&, const LineJump&) = default;
};
inline constexpr double kJumpRadius = 6;

/// The line through the corners, each rounded; with a small arch at each jump.
QPainterPath roundedPath(const QList<QPointF>& corners, double radius, const QList<LineJump>& jumps = {});

}  // namespace plimsoll
