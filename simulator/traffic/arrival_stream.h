// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/traffic/rate_profile.h"

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
    const RateProfile& profile() const { return m_profile; }

private:
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
