// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace plimsoll {

/// A span of simulated time, in whole nanoseconds.
using Duration = std::chrono::nanoseconds;

/// The simulation's clock; it starts at 0 and never reads the wall.
struct SimClock {
    using rep = std::int64_t;
    using period = std::nano;
    using duration = Duration;
    using time_point = std::chrono::time_point<SimClock, Duration>;
    static constexpr bool is_steady = true;
};

/// An instant of simulated time.
using SimTime = SimClock::time_point;

constexpr SimTime kSimStart{Duration{0}};
constexpr SimTime kNever = SimTime::max();

constexpr double seconds(Duration d)
{
    return static_cast<double>(d.count()) * 1e-9;
}
constexpr double milliseconds(Duration d)
{
    return static_cast<double>(d.count()) * 1e-6;
}
/// Rounds to the nearest nanosecond; the caller keeps `s` within about 290 years.
constexpr Duration fromSeconds(double s)
{
    return Duration{static_cast<std::int64_t>(s * 1e9 + (s < 0 ? -0.5 : 0.5))};
}
constexpr Duration fromMillis(double ms)
{
    return fromSeconds(ms * 1e-3);
}

}  // namespace plimsoll
