// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>

namespace plimsoll {

/// Workers that are kept ready while an application is up: from its first run until it has had none for a while.
class KeptWorkers {
public:
    KeptWorkers() = default;
    explicit KeptWorkers(Duration idleStop) : m_idleStop{idleStop} {}
    bool up(SimTime t) const { return m_running > 0 || (m_used && t - m_idleSince <= m_idleStop); }
    void begins(SimTime t)
    {
        if (m_running++ > 0)
            return;
        m_seconds += m_used ? seconds(std::min(t - m_idleSince, m_idleStop)) : 0;
        m_busySince = t;
        m_used = true;
    }
    void ends(SimTime t)
    {
        if (--m_running > 0)
            return;
        m_seconds += seconds(t - m_busySince);
        m_idleSince = t;
    }
    double secondsUp(SimTime end) const
    {
        if (!m_used)
            return 0;
        return m_seconds
               + seconds(m_running > 0 ? end - m_busySince : std::min(end - m_idleSince, m_idleStop));
    }

private:
    Duration m_idleStop{};
    int m_running = 0;
    bool m_used = false;
    SimTime m_busySince, m_idleSince;
    double m_seconds = 0;  ///< of what is over
};

}  // namespace plimsoll
