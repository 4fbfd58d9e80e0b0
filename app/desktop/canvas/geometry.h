// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtGui/QPainterPath>

#include <cmath>

namespace plimsoll {

inline constexpr double kGrid = 12;
inline constexpr double kCardWidth = 168;
inline constexpr double kCardHeight = 76;
inline constexpr double kPortRadius = 5;
inline constexpr double kPortReach = 13; ///< how near the pointer must come

inline double snapped(double value)
{
    return std::round(value / kGrid) * kGrid;
}
inline QPointF snapped(QPointF point)
{
    return {snapped(point.x()), snapped(point.y())};
}

enum class PortSide { Left, Right, Bottom };

/// A smooth line that leaves `from` by its side and arrives at `to` from the left (or, while dragging, anywhere).
QPainterPath curveBetween(QPointF from, PortSide fromSide, QPointF to, PortSide toSide);

/// Zoom at which small print is no longer drawn.
inline constexpr double kReadableZoom = 0.45;

} // namespace plimsoll
