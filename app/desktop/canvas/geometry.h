// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/look/card.h"

#include <QtCore/QPointF>
#include <QtCore/QRectF>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

namespace plimsoll {

inline constexpr double kGrid = 12;
inline constexpr double kPortRadius = 5;
inline constexpr double kPortReach = 13;  ///< how near the pointer must come

inline constexpr double kPillWidth = 56;  ///< of an extra output such as "Stream"
inline constexpr double kPillHalf = 8.5;

inline double snapped(double value)
{
    return std::round(value / kGrid) * kGrid;
}
inline QPointF snapped(QPointF point)
{
    return {snapped(point.x()), snapped(point.y())};
}

enum class PortSide { Left, Right, Top, Bottom };

QPointF outward(PortSide side);

/// A smooth line that leaves `from` by its side and arrives at `to` by its side.
QPainterPath curveBetween(QPointF from, PortSide fromSide, QPointF to, PortSide toSide);

/// Where a line between two cards leaves and arrives. Forward lines go from right to left; a card that lies above or
/// below is reached by the short way, so that the line does not loop around both.
struct Attachment {
    QPointF from, to;
    PortSide fromSide, toSide;
};
Attachment attachmentOf(const QRectF& fromCard, const QRectF& toCard);
/// The same for a straight line, which must not run behind the cards it joins: the sides that face each other.
Attachment facingAttachment(const QRectF& fromCard, const QRectF& toCard);

/// Zoom at which small print is no longer drawn.
inline constexpr double kReadableZoom = 0.45;
/// Below this not even a name is legible.
inline constexpr double kFarZoom = 0.2;

/// How much larger a card writes its name and its number when it is seen from afar, so that a fitted design still says
/// something: 1 at the zoom that reads well, never more than the card has room for.
inline double legibility(double zoom)
{
    return std::clamp(0.85 / std::max(zoom, 0.01), 1.0, 1.7);
}
/// From this factor on a card keeps to its name and its number.
inline constexpr double kTerseLegibility = 1.2;

}  // namespace plimsoll
