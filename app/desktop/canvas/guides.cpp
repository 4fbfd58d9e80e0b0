// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/guides.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll {

namespace {

using Marks = std::array<double, 3>;  // edge, middle, edge

Marks across(const QRectF& rect)
{
    return {rect.left(), rect.center().x(), rect.right()};
}

Marks down(const QRectF& rect)
{
    return {rect.top(), rect.center().y(), rect.bottom()};
}

/// The smallest way to any of the others' marks.
std::optional<double> nearest(const Marks& own, const QList<QRectF>& others, Marks (*marksOf)(const QRectF&),
                              double reach)
{
    std::optional<double> least;
    for (const QRectF& other : others) {
        const Marks marks = marksOf(other);
        for (std::size_t at = 0; at < marks.size(); ++at)
            if (const double way = marks[at] - own[at];
                std::abs(way) <= reach && (!least || std::abs(way) < std::abs(*least)))
                least = way;
    }
    return least;
}

}  // namespace

Guides guidesFor(const QRectF& moving, const QList<QRectF>& others, double reach)
{
    constexpr double kSame = 0.01;
    Guides guides;
    guides.across = nearest(across(moving), others, across, reach);
    guides.down = nearest(down(moving), others, down, reach);
    const QRectF placed = moving.translated(guides.across.value_or(0), guides.down.value_or(0));
    for (const QRectF& other : others) {
        const QRectF both = placed.united(other);
        for (std::size_t at = 0; at < Marks{}.size(); ++at) {
            if (guides.across && std::abs(across(other)[at] - across(placed)[at]) < kSame)
                guides.lines.append(
                    QLineF{across(other)[at], both.top() - 8, across(other)[at], both.bottom() + 8});
            if (guides.down && std::abs(down(other)[at] - down(placed)[at]) < kSame)
                guides.lines.append(
                    QLineF{both.left() - 8, down(other)[at], both.right() + 8, down(other)[at]});
        }
    }
    return guides;
}

}  // namespace plimsoll
