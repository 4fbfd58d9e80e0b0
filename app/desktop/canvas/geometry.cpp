// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/geometry.h"

#include <algorithm>

namespace plimsoll {

QPointF outward(PortSide side)
{
    switch (side) {
    case PortSide::Left:
        return {-1, 0};
    case PortSide::Right:
        return {1, 0};
    case PortSide::Top:
        return {0, -1};
    case PortSide::Bottom:
        return {0, 1};
    }
    return {1, 0};
}

Attachment attachmentOf(const QRectF& fromCard, const QRectF& toCard)
{
    const QPointF right{fromCard.right(), fromCard.center().y()};
    const QPointF left{toCard.left(), toCard.center().y()};
    const bool below = fromCard.top() > toCard.bottom();
    const bool above = fromCard.bottom() < toCard.top();
    if (left.x() >= right.x() + 12 || (!below && !above))
        return {right, left, PortSide::Right, PortSide::Left};
    const double fromX = fromCard.center().x();
    const double toX = toCard.center().x();
    if (below)
        return {{fromX, fromCard.top()}, {toX, toCard.bottom()}, PortSide::Top, PortSide::Bottom};
    return {{fromX, fromCard.bottom()}, {toX, toCard.top()}, PortSide::Bottom, PortSide::Top};
}

Attachment facingAttachment(const QRectF& fromCard, const QRectF& toCard)
{
    const double rightward = toCard.left() - fromCard.right(), leftward = fromCard.left() - toCard.right();
    const double downward = toCard.top() - fromCard.bottom(), upward = fromCard.top() - toCard.bottom();
    const double across = std::max(rightward, leftward), down = std::max(downward, upward);
    const QPointF from = fromCard.center(), to = toCard.center();
    if (down > across)
        return downward > upward ? Attachment{{from.x(), fromCard.bottom()},
                                              {to.x(), toCard.top()},
                                              PortSide::Bottom,
                                              PortSide::Top}
                                 : Attachment{{from.x(), fromCard.top()},
                                              {to.x(), toCard.bottom()},
                                              PortSide::Top,
                                              PortSide::Bottom};
    return rightward >= leftward
               ? Attachment{{fromCard.right(), from.y()},
                            {toCard.left(), to.y()},
                            PortSide::Right,
                            PortSide::Left}
               : Attachment{
                   {fromCard.left(), from.y()}, {toCard.right(), to.y()}, PortSide::Left, PortSide::Right};
}

QPainterPath curveBetween(QPointF from, PortSide fromSide, QPointF to, PortSide toSide)
{
    const double dx = to.x() - from.x();
    const double dy = to.y() - from.y();
    // A line that has to come back needs room to turn around the cards; a forward one gets half the way.
    const bool backwards = fromSide == PortSide::Right && toSide == PortSide::Left && dx < 24;
    const double reach = backwards ? std::clamp(std::abs(dx) * 0.5 + std::abs(dy) * 0.25, 72.0, 220.0)
                                   : std::clamp(std::hypot(dx, dy) * 0.45, 24.0, 140.0);
    // A line that leaves below and ends at a side turns soon instead of swinging out.
    const bool turns = fromSide == PortSide::Bottom && toSide == PortSide::Left;
    QPointF first = from + outward(fromSide) * (turns ? std::min(reach, 34.0) : reach);
    QPointF second = to + outward(toSide) * reach;
    if (backwards && std::abs(dy) < kCardHeight) {
        // Both ends at one height: the way back goes over the top.
        first.ry() -= kCardHeight * 1.6;
        second.ry() -= kCardHeight * 1.6;
    }
    QPainterPath path{from};
    path.cubicTo(first, second, to);
    return path;
}

}  // namespace plimsoll
