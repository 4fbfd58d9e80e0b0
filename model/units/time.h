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
/// No span of time is longer: sixty years, six times the longest scenario. A few of them in a row still fit into the clock.
inline constexpr double kLongestSpanNanos = 60 * 366 * 86'400e9;
inline constexpr Duration kLongestSpan{static_cast<std::int64_t>(kLongestSpanNanos)};

/// A span of so many nanoseconds, cut at the longest there is, which also stands for what is no number.
constexpr Duration fromNanos(double nanoseconds)
{
    if (!(nanoseconds < kLongestSpanNanos))
        return kLongestSpan;
    return Duration{
        static_cast<std::int64_t>(nanoseconds < -kLongestSpanNanos ? -kLongestSpanNanos : nanoseconds)};
}
/// Rounds to the nearest nanosecond.
constexpr Duration fromSeconds(double s)
{
    return fromNanos(s * 1e9 + (s < 0 ? -0.5 : 0.5));
}
/// The end of what begins at `t` and takes so long, where one may follow the other without end: what is that far in the
/// future never comes, but the clock must not run over.
constexpr SimTime endOf(SimTime t, Duration span)
{
    const SimTime end = t + span;
    const SimTime last = kSimStart + 3 * kLongestSpan;
    return end < last ? end : last;
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
