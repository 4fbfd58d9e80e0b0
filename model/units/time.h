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

/// A sum of durations in whole nanoseconds, of which many servers in a month need more than 64 bits: it does not round, so
/// it does not depend on the order of what is added.
class TotalTime {
public:
    constexpr TotalTime() = default;
    /// To the nearest of a sum that is known roughly.
    constexpr explicit TotalTime(double nanoseconds) : m_nanos{static_cast<Nanos>(nanoseconds + 0.5)} {}
    constexpr TotalTime& operator+=(Duration d)
    {
        m_nanos += d.count();
        return *this;
    }
    constexpr void add(Duration each, std::uint64_t times)
    {
        m_nanos += Nanos{each.count()} * static_cast<Nanos>(times);
    }
    constexpr TotalTime& operator-=(const TotalTime& other)
    {
        m_nanos -= other.m_nanos;
        return *this;
    }
    constexpr TotalTime& operator+=(const TotalTime& other)
    {
        m_nanos += other.m_nanos;
        return *this;
    }
    constexpr double nanoseconds() const { return static_cast<double>(m_nanos); }
    constexpr double seconds() const { return nanoseconds() * 1e-9; }
    friend constexpr bool operator==(const TotalTime&, const TotalTime&) = default;

private:
    __extension__ using Nanos = __int128;
    Nanos m_nanos = 0;
};

}  // namespace plimsoll
