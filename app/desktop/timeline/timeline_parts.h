// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the files of the track share.

#include "model/design/design.h"

#include <QtCore/QString>

#include <cmath>

namespace plimsoll {

inline constexpr double kTimelineBar = 11;  // height of a bar
inline constexpr double kTimelineMark = 6;  // half the width of a mark

/// Two digits are what a hand can aim at.
inline double roundedRate(double rate)
{
    if (rate <= 0)
        return 0;
    const double step = std::pow(10, std::floor(std::log10(rate)) - 1);
    return std::round(rate / step) * step;
}

inline QString nameIn(const Design& design, const ComponentId& id)
{
    return QString::fromStdString(labelOf(design, id));
}

}  // namespace plimsoll
