// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLineF>
#include <QtCore/QList>
#include <QtCore/QRectF>

#include <optional>

namespace plimsoll {

/// How a dragged rectangle comes into line with others: by how much it is off, per axis, and the lines that say so.
struct Guides {
    std::optional<double> across, down;
    QList<QLineF> lines;
};

/// Edges and middles of `moving` that are within `reach` of the same edge or middle of another rectangle.
Guides guidesFor(const QRectF& moving, const QList<QRectF>& others, double reach);

}  // namespace plimsoll
