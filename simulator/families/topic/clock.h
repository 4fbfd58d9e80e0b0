// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace plimsoll {

/// Schedules that are all alike, and when each is due. Times are seconds since midnight of a Monday.
struct Clock {
    std::uint32_t schedules = 1;
    double everySeconds = 0;  ///< 0: at hours and minutes
    int minute = 0;
    int hour = -1;                                                       ///< -1: every hour
    std::array<bool, 7> days{true, true, true, true, true, true, true};  ///< from Monday on
    double windowSeconds = 60;  ///< it is carried out at any time so long after it was due
    double recordBytes = 1024;

    /// The first due time at or after `from`. Those that repeat after a time began at different ones: `phase` in [0, 1).
    double next(double from, double phase) const
    {
        if (everySeconds > 0) {
            const double first = phase * everySeconds;
            return first + turns(from - first, everySeconds) * everySeconds;
        }
        constexpr double kMinute = 60, kHour = 3600, kDay = 86'400;
        const double offset = minute * kMinute + std::max(0, hour) * kHour, step = hour < 0 ? kHour : kDay;
        double at = offset + turns(from - offset, step) * step;
        // Within a week there is a day it is due.
        for (int looked = 0; looked < 7 * 24 + 1 && !isDay(at / kDay); ++looked)
            at += step;
        return at;
    }
    /// How often one of them is due in [from, to), on average over the phases.
    double timesIn(double from, double to) const
    {
        if (everySeconds > 0)
            return (to - from) / everySeconds;
        double times = 0;
        for (double at = next(from, 0); at < to; at = next(at + 1, 0)) {
            times += 1;
            if (at - from > 7 * 86'400) {  // a week is like the other
                const double week = timesIn(from, from + 7 * 86'400);
                return week * (to - from) / (7 * 86'400);
            }
        }
        return times;
    }

private:
    /// Whole steps until so many seconds are over; a rounding is not another step.
    static double turns(double seconds, double step)
    {
        return std::max(0.0, std::ceil(seconds / step - 1e-9));
    }
    bool isDay(double day) const
    {
        return days[static_cast<std::size_t>(static_cast<std::int64_t>(std::floor(day)) % 7)]
               || std::none_of(days.begin(), days.end(), [](bool each) { return each; });
    }
};

}  // namespace plimsoll
