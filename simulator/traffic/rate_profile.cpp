// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kDay = 86'400;
constexpr double kChord = 300;

// cos on [0, 2 pi) from its Taylor series after folding into [0, pi / 2]: the library's differs between systems.
double cosineOfTurn(double turn)
{
    turn -= std::floor(turn);
    if (turn > 0.5)
        turn = 1 - turn;
    const bool flip = turn > 0.25;
    const double x = (flip ? 0.5 - turn : turn) * 6.283185307179586;
    const double z = x * x;
    double term = 1, sum = 1;
    for (int n = 1; n <= 10; ++n) {
        term *= -z / ((2 * n - 1) * (2 * n));
        sum += term;
    }
    return flip ? -sum : sum;
}

}  // namespace

void RateProfile::add(double from, double to, double rateFrom, double rateTo)
{
    from = std::max(from, 0.0);
    to = std::min(to, m_duration);
    if (to > from)
        m_segments.push_back({from, to, rateFrom, (rateTo - rateFrom) / (to - from)});
}

RateProfile::RateProfile(double ratePerSecond, double durationSeconds) : m_duration{durationSeconds}
{
    add(0, durationSeconds, ratePerSecond, ratePerSecond);
}

RateProfile::RateProfile(const TrafficProfile& profile, double durationSeconds) : m_duration{durationSeconds}
{
    const double rate = profile.ratePerSecond;
    switch (profile.shape) {
    case TrafficShape::Constant:
        add(0, m_duration, rate, rate);
        break;
    case TrafficShape::Ramp:
        add(0, m_duration, rate, profile.endPerSecond);
        break;
    case TrafficShape::Spike: {
        const double start = std::clamp(profile.peakStartSeconds, 0.0, m_duration);
        const double end = std::clamp(start + profile.peakSeconds, start, m_duration);
        add(0, start, rate, rate);
        add(start, end, profile.peakPerSecond, profile.peakPerSecond);
        add(end, m_duration, rate, rate);
        break;
    }
    case TrafficShape::Diurnal: {
        const double swing = profile.peakPerSecond - rate;
        const auto at = [&](double second) {
            return std::max(0.0, rate + swing * cosineOfTurn((second - profile.peakHour * 3600) / kDay));
        };
        for (double from = 0; from < m_duration; from += kChord) {
            const double to = std::min(from + kChord, m_duration);
            add(from, to, at(from), at(to));
        }
        break;
    }
    }
}

SimTime RateProfile::after(SimTime now, double operational) const
{
    const double start = seconds(now.time_since_epoch());
    auto segment = std::partition_point(m_segments.begin(), m_segments.end(),
                                        [&](const Segment& s) { return s.to <= start; });
    double at = start;
    for (; segment != m_segments.end(); ++segment) {
        at = std::max(at, segment->from);
        const double rate = segment->rate + segment->slope * (at - segment->from);
        const double length = segment->to - at;
        const double available = rate * length + segment->slope * length * length / 2;
        if (available >= operational && available > 0) {
            // rate x + slope x^2 / 2 = operational, in the form that does not cancel for small slopes
            const double root = std::sqrt(std::max(0.0, rate * rate + 2 * segment->slope * operational));
            const double offset = 2 * operational / (rate + root);
            if (at == start)  // keep nanoseconds exact on long runs: add the gap to the integer clock
                return now + fromSeconds(std::min(offset, length));
            return SimTime{fromSeconds(at + std::min(offset, length))};
        }
        operational -= available;
    }
    return kNever;
}

double RateProfile::rateAt(double second) const
{
    for (const Segment& s : m_segments) {
        if (second < s.to)
            return second < s.from ? 0 : s.rate + s.slope * (second - s.from);
    }
    return 0;
}

double RateProfile::expected(double from, double to) const
{
    double total = 0;
    for (const Segment& s : m_segments) {
        const double a = std::max(from, s.from);
        const double b = std::min(to, s.to);
        if (b > a)
            total += (b - a) * (s.rate + s.slope * ((a + b) / 2 - s.from));
    }
    return total;
}

double RateProfile::peak() const
{
    double peak = 0;
    for (const Segment& s : m_segments)
        peak = std::max({peak, s.rate, s.rate + s.slope * (s.to - s.from)});
    return peak;
}

}  // namespace plimsoll
