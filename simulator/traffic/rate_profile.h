// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/scenario.h"
#include "model/units/time.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace plimsoll {

/// An arrival rate over time, piecewise linear, so that its integral inverts in closed form and both the exact
/// arrivals and the exact expected volume come from the same curve.
class RateProfile {
public:
    /// A stretch on which the rate is a straight line; segments follow each other without a hole.
    struct Segment {
        double from = 0, to = 0;     ///< seconds
        double rate = 0, slope = 0;  ///< at `from`; per second per second
        double before = 0;           ///< expected arrivals up to `from`
        double rateAt(double second) const { return rate + slope * (second - from); }
        double volume(double a, double b) const { return (b - a) * rateAt((a + b) / 2); }
        /// Seconds from `second` until `operational` arrivals are expected, as if the line had no end; infinity: never.
        double wait(double second, double operational) const
        {
            constexpr double never = std::numeric_limits<double>::infinity();
            if (slope == 0)
                return rate > 0 ? operational / rate : never;
            // now x + slope x^2 / 2 = operational, in the form that does not cancel for small slopes
            const double now = rateAt(second), square = now * now + 2 * slope * operational;
            const double sum = now + std::sqrt(std::max(square, 0.0));
            return square >= 0 && sum > 0 ? 2 * operational / sum : never;
        }
    };

    /// Diurnal curves become chords of a cosine between 2 x mean - peak and peak: of 5 minutes, of 15 when the
    /// scenario lasts longer than four months.
    RateProfile(const TrafficProfile& profile, double durationSeconds);
    /// The part in [from, to) seconds of that curve, with its time 0 at `from`; costs what the part holds.
    RateProfile(const TrafficProfile& profile, double durationSeconds, double from, double to);
    /// Constant at `ratePerSecond` for the whole duration.
    RateProfile(double ratePerSecond, double durationSeconds);

    /// Where on the curve a caller is who asks for one instant after the other.
    struct Place {
        std::size_t segment = 0;
        double reached = 0;   ///< expected arrivals of the segment by `at`
        SimTime at = kNever;  ///< the instant found last, where the segment is a slope
    };
    /// The instant after `now` by which `operational` further units of expected arrivals have gathered; kNever when
    /// the profile ends first. `place` is the caller's own: it begins as it is and is handed back each time. It changes
    /// instants by less than a nanosecond.
    SimTime after(SimTime now, double operational, Place& place) const
    {
        // Nearly every call stays on one segment: no search then. And no instant waits for more of the one before than its
        // sum, or whoever asks would wait for one root after the other.
        const Segment& s = m_segments[place.segment];
        if (s.slope == 0) {
            const double start = seconds(now.time_since_epoch());
            const double gap = s.wait(start, operational);
            if (start >= s.from && gap <= s.to - start)
                return now + fromSeconds(gap);
        } else if (now == place.at) {
            const double reached = place.reached + operational;
            const double into = s.wait(s.from, reached);
            if (into <= s.to - s.from) {
                place.reached = reached;
                place.at = std::max(now, SimTime{fromSeconds(s.from)} + fromSeconds(into));
                return place.at;
            }
        }
        return search(now, operational, place);
    }
    SimTime after(SimTime now, double operational) const
    {
        Place place;
        return after(now, operational, place);
    }
    double rateAt(double second) const;
    /// Expected arrivals in [from, to) seconds.
    double expected(double from, double to) const;
    double duration() const { return m_duration; }
    double mean() const { return m_duration > 0 ? expected(0, m_duration) / m_duration : 0; }
    double peak() const;
    /// Where the curve bends or jumps, in order; never empty.
    std::span<const Segment> segments() const { return m_segments; }
    /// The part in [from, to) seconds as a profile of its own, with its time 0 at `from`.
    RateProfile window(double from, double to) const;

private:
    RateProfile() = default;
    void append(double from, double to, double rateFrom, double rateTo);
    void close();
    std::size_t segmentAt(double second) const;
    SimTime search(SimTime now, double operational, Place& place) const;
    std::vector<Segment> m_segments;
    double m_duration = 0;
};

/// Spikes and pauses that repeat do so at most this often in one scenario.
inline constexpr double kMostRepetitions = 100'000;

}  // namespace plimsoll
