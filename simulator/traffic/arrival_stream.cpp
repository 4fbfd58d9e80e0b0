// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/arrival_stream.h"

namespace plimsoll {

SimTime ArrivalStream::nextOfBursts(SimTime now, double operational)
{
    // The clock of arrivals runs faster in a burst: what a stretch gathers is its factor times the profile's volume.
    while (now < m_turn || m_turn == kNever) {
        const double factor = factorNow();
        if (factor > 0) {
            const SimTime next = m_profile.after(now, operational / factor, m_place);
            if (next <= m_turn)
                return next;
            operational -=
                factor
                * m_profile.expected(seconds(now.time_since_epoch()), seconds(m_turn.time_since_epoch()));
            operational = std::max(operational, 0.0);
        }
        if (m_turn == kNever || seconds(m_turn.time_since_epoch()) >= m_profile.duration())
            return kNever;
        now = m_turn;
        m_inBurst = !m_inBurst;
        m_turn = turnAfter(now);
    }
    return kNever;
}

}  // namespace plimsoll
