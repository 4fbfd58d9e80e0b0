// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"

namespace plimsoll {

/// Share of a law's draws that are larger than `value`, from its quantiles by bisection.
inline double shareAbove(const Law& law, double value)
{
    double low = 0x1p-53, high = 1 - 0x1p-53;
    if (law.quantile(high) <= value)
        return 0;
    if (law.quantile(low) > value)
        return 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (law.quantile(middle) <= value ? low : high) = middle;
    }
    return 1 - low;
}

}  // namespace plimsoll
