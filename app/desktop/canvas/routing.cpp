// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/routing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <queue>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kClearance = 10;  // between a line and a card it passes
constexpr double kBendCost = 48;   // as much as so long a detour
constexpr double kReach = 180;     // around both ends, where ways round are looked for
constexpr qsizetype kMostCards = 24;
constexpr double kSame = 0.5;

bool crosses(QPointF a, QPointF b, const QList<QRectF>& grown)
{
    const QRectF line{QPointF{std::min(a.x(), b.x()), std::min(a.y(), b.y())},
                      QPointF{std::max(a.x(), b.x()), std::max(a.y(), b.y())}};
    // A line has no width, which QRectF::intersects() takes for nothing.
    return std::any_of(grown.begin(), grown.end(), [&](const QRectF& card) {
        return line.left() < card.right() && line.right() > card.left() && line.top() < card.bottom()
               && line.bottom() > card.top();
    });
}

bool isFree(const QList<QPointF>& corners, const QList<QRectF>& grown)
{
    // The first and the last stretch lie at the cards they belong to.
    for (qsizetype at = 1; at + 2 < corners.size(); ++at)
        if (crosses(corners[at], corners[at + 1], grown))
            return false;
    return true;
}

/// Without doubles and without corners on a straight stretch.
QList<QPointF> simplified(const QList<QPointF>& corners)
{
    QList<QPointF> result;
    for (const QPointF& each : corners) {
        if (!result.isEmpty() && std::abs(result.last().x() - each.x()) < kSame
            && std::abs(result.last().y() - each.y()) < kSame)
            continue;
        if (result.size() >= 2) {
            const QPointF a = result[result.size() - 2], b = result.last();
            const bool level = std::abs(a.y() - b.y()) < kSame && std::abs(b.y() - each.y()) < kSame;
            const bool upright = std::abs(a.x() - b.x()) < kSame && std::abs(b.x() - each.x()) < kSame;
            if (level || upright)
                result.removeLast();
        }
        result.append(each);
    }
    return result;
}

/// Level or upright lines along which ways are looked for. Of two that are all but the same the first one stays.
std::vector<double> linesOf(const std::vector<double>& values)
{
    std::vector<double> lines;
    for (const double value : values)
        if (std::none_of(lines.begin(), lines.end(),
                         [&](double line) { return std::abs(line - value) < kSame; }))
            lines.push_back(value);
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::size_t indexOf(const std::vector<double>& lines, double value)
{
    std::size_t best = 0;
    for (std::size_t at = 1; at < lines.size(); ++at)
        if (std::abs(lines[at] - value) < std::abs(lines[best] - value))
            best = at;
    return best;
}

/// The cheapest way over the crossings of those lines (Dijkstra; a state is a crossing and the direction one came by).
class WaySearch {
public:
    WaySearch(QPointF from, bool fromLevel, QPointF to, bool toLevel, const QList<QRectF>& grown)
        : m_from{from}, m_to{to}, m_fromLevel{fromLevel}, m_toLevel{toLevel}, m_grown{grown}
    {
        std::vector<double> xs{from.x(), to.x(), (from.x() + to.x()) / 2};
        std::vector<double> ys{from.y(), to.y(), (from.y() + to.y()) / 2};
        for (const QRectF& card : grown) {
            xs.insert(xs.end(), {card.left() - 1, card.right() + 1});
            ys.insert(ys.end(), {card.top() - 1, card.bottom() + 1});
        }
        m_xs = linesOf(xs);
        m_ys = linesOf(ys);
    }

    /// Empty when there is none.
    QList<QPointF> way() const
    {
        const std::size_t states = 2 * m_xs.size() * m_ys.size();
        std::vector<double> cost(states, std::numeric_limits<double>::infinity());
        std::vector<std::size_t> before(states, states);
        using Entry = std::pair<double, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        const std::size_t start = stateOf(indexOf(m_xs, m_from.x()), indexOf(m_ys, m_from.y()), m_fromLevel);
        const std::size_t goal = stateOf(indexOf(m_xs, m_to.x()), indexOf(m_ys, m_to.y()), m_toLevel);
        cost[start] = 0;
        open.emplace(0, start);
        while (!open.empty()) {
            const double soFar = open.top().first;
            const std::size_t state = open.top().second;
            open.pop();
            if (soFar > cost[state])
                continue;
            if (state == goal)
                return walked(before, goal);
            const auto reach = [&](std::size_t next, double more) {
                if (soFar + more < cost[next]) {
                    cost[next] = soFar + more;
                    before[next] = state;
                    open.emplace(cost[next], next);
                }
            };
            reach(state ^ 1, kBendCost);
            const std::size_t x = xOf(state), y = yOf(state);
            const bool level = (state & 1) != 0;
            for (const int step : {-1, 1}) {
                if (level ? (step < 0 ? x == 0 : x + 1 == m_xs.size())
                          : (step < 0 ? y == 0 : y + 1 == m_ys.size()))
                    continue;
                const std::size_t nextX = level ? x + static_cast<std::size_t>(step) : x;
                const std::size_t nextY = level ? y : y + static_cast<std::size_t>(step);
                const QPointF a{m_xs[x], m_ys[y]}, b{m_xs[nextX], m_ys[nextY]};
                if (!crosses(a, b, m_grown))
                    reach(stateOf(nextX, nextY, level), std::abs(a.x() - b.x()) + std::abs(a.y() - b.y()));
            }
        }
        return {};
    }

private:
    std::size_t stateOf(std::size_t x, std::size_t y, bool level) const
    {
        return 2 * (y * m_xs.size() + x) + (level ? 1 : 0);
    }
    std::size_t xOf(std::size_t state) const { return state / 2 % m_xs.size(); }
    std::size_t yOf(std::size_t state) const { return state / 2 / m_xs.size(); }
    QList<QPointF> walked(const std::vector<std::size_t>& before, std::size_t goal) const
    {
        QList<QPointF> corners;
        for (std::size_t at = goal; at < before.size(); at = before[at])
            corners.prepend({m_xs[xOf(at)], m_ys[yOf(at)]});
        return corners;
    }

    QPointF m_from, m_to;
    bool m_fromLevel, m_toLevel;
    const QList<QRectF>& m_grown;
    std::vector<double> m_xs, m_ys;
};

bool isLevel(PortSide side)
{
    return side == PortSide::Left || side == PortSide::Right;
}

}  // namespace

QRectF routeReach(QPointF from, QPointF to)
{
    return QRectF{from, to}.normalized().adjusted(-kReach, -kReach, kReach, kReach);
}

QList<QPointF> orthogonalRoute(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                               const QList<QRectF>& cards, StepAside aside)
{
    QList<QRectF> grown;
    const QRectF reach = routeReach(from, to);
    for (const QRectF& card : cards)
        if (card.intersects(reach) && grown.size() < kMostCards)
            grown.append(card.adjusted(-kClearance, -kClearance, kClearance, kClearance));
    const QPointF a = from + outward(fromSide) * kStub;
    const QPointF b = to + outward(toSide) * kStub;
    // Most lines need no search: straight on, or one step aside on the way.
    const bool level = isLevel(fromSide) && isLevel(toSide);
    const bool upright = !isLevel(fromSide) && !isLevel(toSide);
    const bool forward = QPointF::dotProduct(b - a, outward(fromSide)) >= 0;
    QList<QPointF> first;
    if ((level || upright) && forward)
        for (const double share : aside == StepAside::NearFrom ? std::array{0.0, 0.5, 1.0}
                                  : aside == StepAside::NearTo ? std::array{1.0, 0.5, 0.0}
                                                               : std::array{0.5, 0.0, 1.0}) {
            const QPointF middle = a + (b - a) * share;
            const QList<QPointF> tried =
                level ? QList<QPointF>{from, {middle.x(), from.y()}, {middle.x(), to.y()}, to}
                      : QList<QPointF>{from, {from.x(), middle.y()}, {to.x(), middle.y()}, to};
            QList<QPointF> whole{from, a, tried[1], tried[2], b, to};
            if (first.isEmpty())
                first = tried;
            if (isFree(whole, grown))
                return simplified(tried);
        }
    const QList<QPointF> way = WaySearch{a, isLevel(fromSide), b, isLevel(toSide), grown}.way();
    if (way.isEmpty())
        return simplified(first.isEmpty() ? QList<QPointF>{from, a, {b.x(), a.y()}, b, to} : first);
    return simplified(QList<QPointF>{from} + way + QList<QPointF>{to});
}

QList<QPointF> routeThrough(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                            const QList<QPointF>& bends)
{
    QList<QPointF> kept = bends;
    if (!kept.isEmpty()) {
        const auto keepTo = [](QPointF& bend, QPointF port, PortSide side) {
            if (isLevel(side))
                bend.setY(port.y());
            else
                bend.setX(port.x());
        };
        keepTo(kept.first(), from, fromSide);
        keepTo(kept.last(), to, toSide);
    }
    kept.append(to);
    QList<QPointF> corners{from};
    bool level = isLevel(fromSide);
    for (const QPointF& next : kept) {
        const QPointF last = corners.last();
        const bool sameX = std::abs(last.x() - next.x()) < kSame,
                   sameY = std::abs(last.y() - next.y()) < kSame;
        if (!sameX && !sameY) {
            // Straight on, then aside: a corner more rather than a slanting stretch.
            corners.append(level ? QPointF{next.x(), last.y()} : QPointF{last.x(), next.y()});
            level = !level;
        } else {
            level = sameY;
        }
        corners.append(next);
    }
    return simplified(corners);
}

QList<QPointF> withStretchMoved(QList<QPointF> corners, qsizetype stretch, QPointF through)
{
    if (stretch < 0 || stretch + 1 >= corners.size())
        return corners;
    const QPointF way = corners[stretch + 1] - corners[stretch];
    const bool level = std::abs(way.x()) >= std::abs(way.y());
    const double length = std::abs(way.x()) + std::abs(way.y());
    const QPointF stub = way * (std::min(kStub, length / 3) / std::max(length, 1.0));
    // What leaves or arrives at a port goes on doing so; the rest of the stretch moves.
    if (stretch + 2 == corners.size()) {
        const QPointF before = corners.last() - stub;
        corners.insert(corners.size() - 1, before);
        corners.insert(corners.size() - 1, before);
    }
    if (stretch == 0) {
        const QPointF behind = corners.first() + stub;
        corners.insert(1, behind);
        corners.insert(1, behind);
        stretch = 2;
    }
    for (const qsizetype end : {stretch, stretch + 1})
        if (level)
            corners[end].setY(through.y());
        else
            corners[end].setX(through.x());
    return simplified(corners);
}

qsizetype nearestStretch(const QList<QPointF>& corners, QPointF point)
{
    qsizetype nearest = -1;
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype at = 0; at + 1 < corners.size(); ++at) {
        const QPointF way = corners[at + 1] - corners[at];
        const double square = QPointF::dotProduct(way, way);
        const double share =
            square > 0 ? std::clamp(QPointF::dotProduct(point - corners[at], way) / square, 0.0, 1.0) : 0;
        const QPointF off = point - corners[at] - way * share;
        if (const double distance = std::hypot(off.x(), off.y()); distance < least) {
            least = distance;
            nearest = at;
        }
    }
    return nearest;
}

QPainterPath curveThrough(QPointF from, PortSide fromSide, QPointF to, PortSide toSide,
                          const QList<QPointF>& points)
{
    // Catmull-Rom: at each point the curve has the direction from its predecessor to its successor.
    QList<QPointF> all = points;
    all.prepend(from);
    all.append(to);
    QPainterPath path{from};
    for (qsizetype at = 0; at + 1 < all.size(); ++at) {
        const QPointF a = all[at], b = all[at + 1];
        const double reach = std::hypot(b.x() - a.x(), b.y() - a.y()) / 3;
        const auto direction = [&](qsizetype point) {
            const QPointF way = all[point + 1] - all[point - 1];
            return way / std::max(1.0, std::hypot(way.x(), way.y()));
        };
        const QPointF out = at == 0 ? outward(fromSide) : direction(at);
        const QPointF in = at + 2 == all.size() ? -outward(toSide) : direction(at + 1);
        path.cubicTo(a + out * reach, b - in * reach, b);
    }
    return path;
}

namespace {

/// Arches over the crossings on a stretch, in the order they are met.
void addJumps(QPainterPath& path, const QList<LineJump>& jumps, qsizetype stretch, QPointF from, QPointF to)
{
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    if (jumps.isEmpty() || length < 2 * kJumpRadius)
        return;
    const QPointF along = way / length;
    // The arch is above a level line and to the right of an upright one, whichever way it goes.
    const QPointF up = std::abs(along.x()) >= std::abs(along.y()) ? QPointF{0, -1} : QPointF{1, 0};
    std::vector<double> places;
    for (const LineJump& jump : jumps)
        if (jump.stretch == stretch)
            places.push_back(QPointF::dotProduct(jump.at - from, along));
    std::sort(places.begin(), places.end());
    double free = 0;
    for (const double place : places) {
        // Two crossings at all but one place are one arch.
        if (place - kJumpRadius < free || place + kJumpRadius > length)
            continue;
        const QPointF start = from + along * (place - kJumpRadius),
                      stop = from + along * (place + kJumpRadius);
        path.lineTo(start);
        path.cubicTo(start + up * (kJumpRadius * 4 / 3), stop + up * (kJumpRadius * 4 / 3), stop);
        free = place + kJumpRadius;
    }
}

}  // namespace

QPainterPath roundedPath(const QList<QPointF>& corners, double radius, const QList<LineJump>& jumps)
{
    QPainterPath path;
    if (corners.isEmpty())
        return path;
    path.moveTo(corners.first());
    for (qsizetype at = 1; at + 1 < corners.size(); ++at) {
        addJumps(path, jumps, at - 1, corners[at - 1], corners[at]);
        const QPointF corner = corners[at];
        const QPointF in = corners[at - 1] - corner, out = corners[at + 1] - corner;
        const double before = std::hypot(in.x(), in.y()), behind = std::hypot(out.x(), out.y());
        const double round = std::min({radius, before / 2, behind / 2});
        if (round < kSame) {
            path.lineTo(corner);
            continue;
        }
        path.lineTo(corner + in * (round / before));
        path.quadTo(corner, corner + out * (round / behind));
    }
    if (corners.size() > 1)
        addJumps(path, jumps, corners.size() - 2, corners[corners.size() - 2], corners.last());
    path.lineTo(corners.last());
    return path;
}

}  // namespace plimsoll
