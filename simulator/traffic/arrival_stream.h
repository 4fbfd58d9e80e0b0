// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <span>

namespace plimsoll {

/// A two-state modulated Poisson process (MMPP): within a burst the rate is `factor` times the profile's, between two
/// bursts what keeps the profile's mean. Bursts and quiet times are exponential; `share` of the time is burst.
struct BurstLaw {
    double factor = 4;
    double share = 0.1;
    double seconds = 10;  ///< mean length of a burst
    /// Multiple of the rate between two bursts; 0 when the bursts hold everything.
    double quietFactor() const { return share < 1 ? std::max(0.0, (1 - share * factor) / (1 - share)) : 1; }
    double quietSeconds() const { return seconds * (1 - share) / share; }
};

/// The instants at which one source sends: regular, Poisson or bursty along a rate profile.
class ArrivalStream {
public:
    /// `gaps` draws the times between arrivals, `chain` when bursts begin and end; `phase` in (0, 1) is where the
    /// first regular arrival stands.
    ArrivalStream(RateProfile profile, Arrivals arrivals, GapStream gaps, double phase,
                  GapStream chain = GapStream{}, const BurstLaw& bursts = {})
        : m_profile{std::move(profile)},
          m_arrivals{arrivals},
          m_gaps{gaps},
          m_phase{phase},
          m_chain{chain},
          m_bursts{bursts}
    {}

    /// kNever when there is none.
    SimTime first()
    {
        if (m_arrivals == Arrivals::Regular)
            return m_profile.after(kSimStart, m_phase, m_place);
        if (m_arrivals == Arrivals::Bursty) {
            // Exponential times have no memory: what is left of the first one is a whole one.
            m_inBurst = m_chain.exponential() > -deterministicLog(m_bursts.share);
            m_inBurst = !(m_bursts.share < 1) || m_inBurst;
            m_turn = turnAfter(kSimStart);
        }
        return next(kSimStart);
    }
    SimTime next(SimTime now)
    {
        switch (m_arrivals) {
        case Arrivals::Regular:
            return m_profile.after(now, 1.0, m_place);
        case Arrivals::Poisson:
            return m_profile.after(now, m_gaps.exponential(), m_place);
        case Arrivals::Bursty:
            return nextOfBursts(now, m_gaps.exponential());
        }
        return kNever;
    }
    /// Those from `t` on that come before `end`, as many as there is room for: how many. Leaves `t` at the one after them.
    std::size_t column(SimTime& t, SimTime end, std::span<SimTime> times)
    {
        std::size_t count = 0;
        while (count < times.size() && t < end) {
            if (const std::size_t some = alongLine(t, end, times.subspan(count)); some > 0) {
                count += some;
                continue;
            }
            times[count++] = t;
            t = next(t);
        }
        return count;
    }
    const RateProfile& profile() const { return m_profile; }

private:
    /// The same of a Poisson process for as long as the rate stays what it is and draws are there: what next() would say, without
    /// its questions at each of them.
    std::size_t alongLine(SimTime& t, SimTime end, std::span<SimTime> times)
    {
        if (m_arrivals != Arrivals::Poisson)
            return 0;
        const RateProfile::Segment& line = m_profile.segments()[m_place.segment];
        if (line.slope != 0 || !(line.rate > 0) || seconds(t.time_since_epoch()) < line.from)
            return 0;
        // A little before the line ends, next() has to be asked: of which side of it the next one is.
        const SimTime last = SimTime{fromSeconds(line.to)} - std::chrono::microseconds{1};
        const std::span<const double> draws = m_gaps.ahead();
        const std::size_t most = std::min(draws.size(), times.size());
        const double rate = line.rate;
        SimTime now = t;
        std::size_t count = 0;
        for (; count < most && now < end; ++count) {
            const SimTime after = now + fromSeconds(draws[count] / rate);
            if (after >= last)
                break;
            times[count] = now;
            now = after;
        }
        m_gaps.skip(count);
        t = now;
        return count;
    }
    double factorNow() const { return m_inBurst ? m_bursts.factor : m_bursts.quietFactor(); }
    SimTime turnAfter(SimTime now)
    {
        const double mean = m_inBurst ? m_bursts.seconds : m_bursts.quietSeconds();
        const double left = mean * m_chain.exponential();
        // A burst that outlasts the profile needs no end.
        return left < m_profile.duration() + 1 ? now + std::max(fromSeconds(left), Duration{1}) : kNever;
    }
    SimTime nextOfBursts(SimTime now, double operational);

    RateProfile m_profile;
    RateProfile::Place m_place;
    Arrivals m_arrivals;
    GapStream m_gaps;
    double m_phase;
    GapStream m_chain;
    BurstLaw m_bursts;
    bool m_inBurst = false;
    SimTime m_turn = kNever;  ///< when the burst, or the quiet time, ends
};

}  // namespace plimsoll
