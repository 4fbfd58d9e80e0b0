// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/rate_profile.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr double kDay = 86'400;
constexpr double kChord = 300;
constexpr double kCoarseChord = 900;
constexpr double kFineUpTo = 120 * kDay;

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

/// A straight stretch of rate between two instants.
struct Piece {
    double from, to, rateFrom, rateTo;
    double at(double second) const
    {
        return to > from ? rateFrom + (rateTo - rateFrom) * ((second - from) / (to - from)) : rateFrom;
    }
};

/// The curve of one profile, seen through the window [from, to).
class Curve {
public:
    Curve(const TrafficProfile& profile, double duration, double from, double to)
        : m_profile{profile}, m_duration{duration}, m_from{std::max(0.0, from)}, m_to{std::min(to, duration)}
    {
        drawShape();
        if (weekendFactor() != 1)
            weighWeekends();
        if (!profile.spikes.empty() || !profile.pauses.empty())
            overlay();
    }
    const std::vector<Piece>& pieces() const { return m_pieces; }

private:
    struct Overlay {
        double from, to;
        const TrafficSpike* spike;  ///< null = a pause
    };

    void add(double from, double to, double rateFrom, double rateTo)
    {
        const Piece whole{from, to, rateFrom, rateTo};
        const double a = std::max(from, m_from), b = std::min(to, m_to);
        // A part ends on the whole's own line, so that parts of a curve add up to it.
        if (b > a)
            m_pieces.push_back({a, b, a == from ? rateFrom : whole.at(a), b == to ? rateTo : whole.at(b)});
    }

    void drawShape()
    {
        const double rate = m_profile.ratePerSecond;
        switch (m_profile.shape) {
        case TrafficShape::Constant:
            return add(0, m_duration, rate, rate);
        case TrafficShape::Ramp:
            return add(0, m_duration, rate, m_profile.endPerSecond);
        case TrafficShape::Spike: {
            const double start = std::clamp(m_profile.peakStartSeconds, 0.0, m_duration);
            const double end = std::clamp(start + m_profile.peakSeconds, start, m_duration);
            add(0, start, rate, rate);
            add(start, end, m_profile.peakPerSecond, m_profile.peakPerSecond);
            return add(end, m_duration, rate, rate);
        }
        case TrafficShape::Step: {
            double at = 0, level = rate;
            for (const RateLevel& next : m_profile.levels) {
                const double edge = std::clamp(next.atSeconds, at, m_duration);
                add(at, edge, level, level);
                at = edge;
                level = next.ratePerSecond;
            }
            return add(at, m_duration, level, level);
        }
        case TrafficShape::Diurnal:
        case TrafficShape::Weekly:
            return drawDays();
        case TrafficShape::Trace:
            return drawTrace();
        }
    }

    void drawDays()
    {
        const double rate = m_profile.ratePerSecond;
        // A week without a peak has flat days.
        const double swing = m_profile.shape == TrafficShape::Weekly && m_profile.peakPerSecond <= 0
                                 ? 0
                                 : m_profile.peakPerSecond - rate;
        const auto at = [&](double second) {
            const double ofDay = second - std::floor(second / kDay) * kDay;
            return std::max(0.0, rate + swing * cosineOfTurn((ofDay - m_profile.peakHour * 3600) / kDay));
        };
        const double chord = m_duration > kFineUpTo ? kCoarseChord : kChord;
        // A month repeats one day's cosines.
        const auto perDay = static_cast<std::size_t>(kDay / chord);
        std::vector<double> day;
        if (m_to - m_from > kDay) {
            for (std::size_t n = 0; n < perDay; ++n)
                day.push_back(at(static_cast<double>(n) * chord));
        }
        auto number = static_cast<std::size_t>(m_from / chord);
        const auto atChord = [&](std::size_t n) {
            return day.empty() ? at(static_cast<double>(n) * chord) : day[n % perDay];
        };
        double rateFrom = atChord(number);
        for (; static_cast<double>(number) * chord < m_to; ++number) {
            const double from = static_cast<double>(number) * chord;
            const double to = std::min(from + chord, m_duration);
            const double rateTo = to < from + chord ? at(to) : atChord(number + 1);
            add(from, to, rateFrom, rateTo);
            rateFrom = rateTo;
        }
    }

    void drawTrace()
    {
        double at = m_from;
        if (m_profile.trace.rates) {
            const auto& stretches = m_profile.trace.rates->stretches;
            auto stretch = std::partition_point(stretches.begin(), stretches.end(),
                                                [&](const auto& s) { return s.to <= m_from; });
            for (; stretch != stretches.end() && stretch->from < m_to; ++stretch) {
                if (stretch->from > at)
                    add(at, stretch->from, 0, 0);
                add(std::max(at, stretch->from), stretch->to, stretch->ratePerSecond, stretch->ratePerSecond);
                at = stretch->to;
            }
        }
        add(at, m_duration, 0, 0);
    }

    double weekendFactor() const
    {
        return m_profile.weekendFactor.value_or(m_profile.shape == TrafficShape::Weekly ? 0.5 : 1);
    }

    void weighWeekends()
    {
        std::vector<Piece> whole;
        whole.swap(m_pieces);
        for (const Piece& piece : whole) {
            double from = piece.from;
            while (from < piece.to) {
                const double day = std::floor(from / kDay);
                const double to = std::min(piece.to, (day + 1) * kDay);
                const auto weekday =
                    (static_cast<std::int64_t>(day) + static_cast<int>(m_profile.firstDay)) % 7;
                const double factor = weekday >= 5 ? weekendFactor() : 1;
                m_pieces.push_back({from, to, piece.at(from) * factor, piece.at(to) * factor});
                from = to;
            }
        }
    }

    void expand(std::vector<Overlay>& overlays, double start, double length, double every,
                const TrafficSpike* spike) const
    {
        if (!(length > 0))
            return;
        double at = start;
        if (every > 0 && m_from > start + length)
            at += std::floor((m_from - start - length) / every) * every;
        for (double n = 0; at < m_to && overlays.size() < kMostRepetitions && n < kMostRepetitions;
             ++n, at += every) {
            if (at + length > m_from)
                overlays.push_back({at, at + length, spike});
            if (!(every > 0))
                break;
        }
    }

    /// Spikes and pauses cut the pieces; a pause wins, then the highest rate of its own, then the highest multiple.
    void overlay()
    {
        std::vector<Overlay> overlays;
        for (const TrafficSpike& spike : m_profile.spikes)
            expand(overlays, spike.startSeconds, spike.seconds, spike.everySeconds, &spike);
        for (const TrafficPause& pause : m_profile.pauses)
            expand(overlays, pause.startSeconds, pause.seconds, pause.everySeconds, nullptr);
        std::stable_sort(overlays.begin(), overlays.end(),
                         [](const Overlay& a, const Overlay& b) { return a.from < b.from; });
        std::vector<double> edges;
        for (const Overlay& each : overlays) {
            edges.push_back(each.from);
            edges.push_back(each.to);
        }
        std::sort(edges.begin(), edges.end());

        std::vector<Piece> plain;
        plain.swap(m_pieces);
        std::vector<Overlay> active;
        auto next = overlays.begin();
        auto edge = edges.begin();
        for (const Piece& piece : plain) {
            double from = piece.from;
            while (from < piece.to) {
                while (edge != edges.end() && *edge <= from)
                    ++edge;
                const double to = edge == edges.end() ? piece.to : std::min(*edge, piece.to);
                for (; next != overlays.end() && next->from <= from; ++next)
                    active.push_back(*next);
                std::erase_if(active, [&](const Overlay& each) { return each.to <= from; });
                m_pieces.push_back(under(active, {from, to, piece.at(from), piece.at(to)}));
                from = to;
            }
        }
    }

    static Piece under(const std::vector<Overlay>& active, Piece piece)
    {
        std::optional<double> peak, factor;
        for (const Overlay& each : active) {
            if (!each.spike)
                return {piece.from, piece.to, 0, 0};
            if (each.spike->peakPerSecond)
                peak = std::max(peak.value_or(0), *each.spike->peakPerSecond);
            else if (each.spike->factor)
                factor = std::max(factor.value_or(0), *each.spike->factor);
        }
        if (peak)
            return {piece.from, piece.to, *peak, *peak};
        return {piece.from, piece.to, piece.rateFrom * factor.value_or(1), piece.rateTo * factor.value_or(1)};
    }

    const TrafficProfile& m_profile;
    double m_duration, m_from, m_to;
    std::vector<Piece> m_pieces;
};

}  // namespace

void RateProfile::append(double from, double to, double rateFrom, double rateTo)
{
    if (!(to > from))
        return;
    if (!m_segments.empty()) {
        Segment& last = m_segments.back();
        if (last.slope == 0 && rateFrom == rateTo && last.rate == rateFrom && last.to == from) {
            last.to = to;
            return;
        }
    }
    const double before = m_segments.empty()
                              ? 0
                              : m_segments.back().before
                                    + m_segments.back().volume(m_segments.back().from, m_segments.back().to);
    m_segments.push_back({from, to, rateFrom, (rateTo - rateFrom) / (to - from), before});
}

void RateProfile::close()
{
    if (m_segments.empty())
        m_segments.push_back({0, std::max(0.0, m_duration), 0, 0, 0});
}

RateProfile::RateProfile(double ratePerSecond, double durationSeconds) : m_duration{durationSeconds}
{
    append(0, durationSeconds, ratePerSecond, ratePerSecond);
    close();
}

RateProfile::RateProfile(const TrafficProfile& profile, double durationSeconds)
    : RateProfile{profile, durationSeconds, 0, durationSeconds}
{}

RateProfile::RateProfile(const TrafficProfile& profile, double durationSeconds, double from, double to)
    : m_duration{std::max(0.0, std::min(to, durationSeconds) - std::max(0.0, from))}
{
    const double start = std::max(0.0, from);
    const Curve curve{profile, durationSeconds, start, to};
    m_segments.reserve(curve.pieces().size());
    for (const Piece& piece : curve.pieces())
        append(piece.from - start, piece.to - start, piece.rateFrom * profile.load,
               piece.rateTo * profile.load);
    close();
}

RateProfile RateProfile::window(double from, double to) const
{
    from = std::max(0.0, from);
    to = std::min(to, m_duration);
    RateProfile part;
    part.m_duration = std::max(0.0, to - from);
    for (std::size_t at = segmentAt(from); at < m_segments.size() && m_segments[at].from < to; ++at) {
        const Segment& s = m_segments[at];
        const double a = std::max(s.from, from), b = std::min(s.to, to);
        part.append(a - from, b - from, s.rateAt(a), s.rateAt(b));
    }
    part.close();
    return part;
}

std::size_t RateProfile::segmentAt(double second) const
{
    const auto found = std::partition_point(m_segments.begin(), m_segments.end(),
                                            [&](const Segment& s) { return s.to <= second; });
    return static_cast<std::size_t>(found - m_segments.begin());
}

SimTime RateProfile::search(SimTime now, double operational, Place& place) const
{
    const double start = seconds(now.time_since_epoch());
    const auto holds = [&](std::size_t at) {
        return at < m_segments.size() && m_segments[at].from <= start && start < m_segments[at].to;
    };
    std::size_t index = holds(place.segment)       ? place.segment
                        : holds(place.segment + 1) ? place.segment + 1
                                                   : segmentAt(start);
    for (; index < m_segments.size(); ++index) {
        const Segment& segment = m_segments[index];
        const double at = std::max(start, segment.from);
        const double length = segment.to - at, offset = segment.wait(at, operational);
        if (offset <= length) {
            // Nanoseconds stay exact on long runs: the gap is added to the integer clock.
            const SimTime next =
                at == start ? now + fromSeconds(offset) : std::max(now, SimTime{fromSeconds(at + offset)});
            place = {index, segment.volume(segment.from, at) + operational, next};
            return next;
        }
        operational = std::max(0.0, operational - std::max(0.0, segment.volume(at, segment.to)));
    }
    place.segment = m_segments.size() - 1;
    return kNever;
}

double RateProfile::rateAt(double second) const
{
    const std::size_t at = segmentAt(second);
    if (second < 0 || at == m_segments.size())
        return 0;
    return m_segments[at].rateAt(second);
}

double RateProfile::expected(double from, double to) const
{
    from = std::max(from, 0.0);
    to = std::min(to, m_duration);
    if (!(to > from))
        return 0;
    const std::size_t first = segmentAt(from);
    // The end itself belongs to the segment before it.
    std::size_t last = segmentAt(to);
    if (last == m_segments.size() || m_segments[last].from == to)
        --last;
    if (first == last)
        return m_segments[first].volume(from, to);
    return m_segments[first].volume(from, m_segments[first].to)
           + (m_segments[last].before - m_segments[first + 1].before)
           + m_segments[last].volume(m_segments[last].from, to);
}

double RateProfile::peak() const
{
    double peak = 0;
    for (const Segment& s : m_segments)
        peak = std::max({peak, s.rate, s.rateAt(s.to)});
    return peak;
}

}  // namespace plimsoll
