// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/scenario.h"
#include "model/units/time.h"

#include <vector>

namespace plimsoll {

/// An arrival rate over time, piecewise linear, so that its integral inverts in closed form and both the exact
/// arrivals and the exact expected volume come from the same curve.
class RateProfile {
public:
    /// Diurnal curves become 5-minute chords of a cosine between 2 x mean - peak and peak.
    RateProfile(const TrafficProfile& profile, double durationSeconds);
    /// Constant at `ratePerSecond` for the whole duration.
    RateProfile(double ratePerSecond, double durationSeconds);
    /// The instant after `now` by which `operational` further units of expected arrivals have gathered; kNever when
    /// the profile ends first.
    SimTime after(SimTime now, double operational) const;
    double rateAt(double second) const;
    /// Expected arrivals in [from, to) seconds.
    double expected(double from, double to) const;
    double mean() const { return m_duration > 0 ? expected(0, m_duration) / m_duration : 0; }
    double peak() const;

private:
    struct Segment {
        double from, to;     // seconds
        double rate, slope;  // at `from`; per second per second
    };
    void add(double from, double to, double rateFrom, double rateTo);
    std::vector<Segment> m_segments;
    double m_duration = 0;
};

}  // namespace plimsoll
