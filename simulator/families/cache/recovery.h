// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <algorithm>

namespace plimsoll {

/// Share of its hits at which a cache counts as recovered.
inline constexpr double kRecovered = 0.9;

/// How a cache gets its hits back after it was emptied, looked at in windows of a second and 100 reads at least.
class Recovery {
public:
    void emptied(SimTime t)
    {
        if (m_isCold || m_reads == 0)
            return;
        m_before = static_cast<double>(m_hits) / static_cast<double>(m_reads);
        m_isCold = m_before > 0;
        m_emptied = t;
        m_windows = 0;
        open(t);
    }
    void read(SimTime t, bool hit)
    {
        if (!m_isCold) {
            ++m_reads;
            m_hits += hit ? 1 : 0;
            return;
        }
        if (m_windowReads == 0)
            m_windowFrom = t;
        ++m_windowReads;
        m_windowHits += hit ? 1 : 0;
        if (m_windowReads >= 100 && t - m_windowFrom >= std::chrono::seconds{1})
            close(t);
    }
    void report(ComponentReport& out) const
    {
        if (m_worst > 0)
            out.facts.emplace_back("load-behind-when-empty", "times the misses right after it was emptied",
                                   Aggregation::Peak, m_worst);
        if (m_longest > 0)
            out.facts.emplace_back("seconds-to-recover", "seconds until 90% of the hits were back",
                                   Aggregation::Peak, m_longest);
        if (m_isCold)
            out.facts.emplace_back("still-cold", "emptied, and not 90% of the hits back at the end",
                                   Aggregation::Peak, 1);
    }

private:
    void open(SimTime t)
    {
        m_windowFrom = t;
        m_windowReads = m_windowHits = 0;
    }
    void close(SimTime t)
    {
        const double hits = static_cast<double>(m_windowHits) / static_cast<double>(m_windowReads);
        if (m_windows++ == 0 && m_before < 1)
            m_worst = std::max(m_worst, (1 - hits) / (1 - m_before));
        if (hits >= kRecovered * m_before) {
            m_longest = std::max(m_longest, seconds(t - m_emptied));
            m_isCold = false;
            m_reads = m_hits = 0;
        }
        open(t);
    }
    std::uint64_t m_reads = 0, m_hits = 0;  ///< while it was warm
    double m_before = 0;                    ///< share of hits then
    bool m_isCold = false;
    SimTime m_emptied, m_windowFrom;
    std::uint64_t m_windowReads = 0, m_windowHits = 0, m_windows = 0;
    double m_worst = 0, m_longest = 0;
};

}  // namespace plimsoll
