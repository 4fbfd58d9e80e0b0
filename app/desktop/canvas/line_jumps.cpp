// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/line_jumps.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kFromEnds = kJumpRadius + 3;  // nearer to a corner a crossing is a junction

struct Stretch {
    qsizetype line, index;
    QPointF from, to;
    double left, right, top, bottom;

    double slope() const { return std::abs(to.y() - from.y()) - std::abs(to.x() - from.x()); }
};

/// Where two stretches cross, well within both.
std::optional<QPointF> crossing(const Stretch& a, const Stretch& b)
{
    const QPointF wayA = a.to - a.from, wayB = b.to - b.from;
    const double turn = wayA.x() * wayB.y() - wayA.y() * wayB.x();
    if (std::abs(turn) < 1e-6)
        return std::nullopt;
    const QPointF apart = b.from - a.from;
    const double onA = (apart.x() * wayB.y() - apart.y() * wayB.x()) / turn;
    const double onB = (apart.x() * wayA.y() - apart.y() * wayA.x()) / turn;
    const auto within = [](double share, QPointF way) {
        const double length = std::hypot(way.x(), way.y());
        return share * length >= kFromEnds && (1 - share) * length >= kFromEnds;
    };
    if (!within(onA, wayA) || !within(onB, wayB))
        return std::nullopt;
    return a.from + wayA * onA;
}

}  // namespace

QList<QList<LineJump>> lineJumps(const QList<QList<QPointF>>& lines)
{
    std::vector<Stretch> all;
    for (qsizetype line = 0; line < lines.size(); ++line)
        for (qsizetype at = 0; at + 1 < lines[line].size(); ++at) {
            const QPointF a = lines[line][at], b = lines[line][at + 1];
            all.push_back({line, at, a, b, std::min(a.x(), b.x()), std::max(a.x(), b.x()),
                           std::min(a.y(), b.y()), std::max(a.y(), b.y())});
        }
    std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) {
        return std::tuple{a.left, a.line, a.index} < std::tuple{b.left, b.line, b.index};
    });
    QList<QList<LineJump>> jumps(lines.size());
    for (std::size_t at = 0; at < all.size(); ++at)
        for (std::size_t other = at + 1; other < all.size() && all[other].left <= all[at].right; ++other) {
            const Stretch &a = all[at], &b = all[other];
            if (a.line == b.line || a.top > b.bottom || b.top > a.bottom)
                continue;
            const std::optional<QPointF> where = crossing(a, b);
            if (!where)
                continue;
            const bool first =
                std::abs(a.slope() - b.slope()) < 1e-6 ? a.line > b.line : a.slope() < b.slope();
            const Stretch& hopping = first ? a : b;
            jumps[hopping.line].append({hopping.index, *where});
        }
    return jumps;
}

}  // namespace plimsoll
