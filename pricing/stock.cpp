// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/stock.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

bool Stock::hasRetention() const
{
    return std::isfinite(retentionSeconds);
}

double Stock::at(double seconds) const
{
    if (!hasRetention())
        return start + inflowPerSecond * seconds;
    if (seconds >= retentionSeconds)
        return inflowPerSecond * retentionSeconds;
    return start * (1 - seconds / retentionSeconds) + inflowPerSecond * seconds;
}

double Stock::meanBetween(double from, double to) const
{
    if (to <= from)
        return at(from);
    // Both pieces, before and after the first byte expires, are straight lines: their mean is that of their ends.
    const double bend = hasRetention() ? std::clamp(retentionSeconds, from, to) : to;
    const double rising = (bend - from) * (at(from) + at(bend)) / 2;
    const double level = (to - bend) * at(to);
    return (rising + level) / (to - from);
}

}  // namespace plimsoll
