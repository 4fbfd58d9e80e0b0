// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>

namespace plimsoll {

/// How old the newest complete view at a sink is: now minus the event time before which everything accepted is
/// readable. Kept as outstanding counts per slice of event time, so memory follows the lag, not the traffic.
class FreshnessTracker {
public:
    explicit FreshnessTracker(Duration slice = std::chrono::milliseconds{100}) : m_slice{slice} {}
    void accepted(SimTime born) { count(born, 1); }
    /// Delivered, or known never to arrive.
    void settled(SimTime born) { count(born, -1); }
    /// Once a simulated second.
    void sample(SimTime now)
    {
        while (!m_outstanding.empty() && sliceEnd(m_first) <= now) {
            // A count below zero is a delivery noted before its acceptance, which cancels it when it comes, or a
            // duplicate, which nothing will.
            const bool forget =
                m_outstanding.front() < 0 && sliceEnd(m_first) + kLongestAcknowledgement <= now;
            if (m_outstanding.front() != 0 && !forget)
                break;
            m_outstanding.pop_front();
            ++m_first;
            if (forget)
                m_forgotten = m_first;
        }
        if (!m_seen)
            return;
        const double age = undeliveredAgeSeconds(now);
        m_sum += age;
        m_max = std::max(m_max, age);
        ++m_samples;
    }
    /// The warm-up is over: what was seen of ages so far is forgotten, what is outstanding is not.
    void restart()
    {
        m_sum = m_max = 0;
        m_samples = 0;
    }
    std::optional<double> meanSeconds() const
    {
        return m_samples ? std::optional{m_sum / static_cast<double>(m_samples)} : std::nullopt;
    }
    std::optional<double> maxSeconds() const { return m_samples ? std::optional{m_max} : std::nullopt; }
    std::uint64_t undelivered() const
    {
        std::int64_t total = 0;
        for (const std::int64_t n : m_outstanding)
            total += std::max<std::int64_t>(0, n);
        return static_cast<std::uint64_t>(total);
    }
    /// Age of the oldest undelivered event time.
    double undeliveredAgeSeconds(SimTime now) const
    {
        std::int64_t slice = m_first;
        for (const std::int64_t n : m_outstanding) {
            if (n > 0)
                return std::max(0.0, seconds(now - SimTime{m_slice * slice}));
            ++slice;
        }
        return 0;
    }

private:
    SimTime sliceEnd(std::int64_t slice) const { return SimTime{m_slice * (slice + 1)}; }
    void count(SimTime born, std::int64_t change)
    {
        m_seen = true;
        // Nearly always the slice met last: no division then.
        if (born < m_metFrom || born >= m_metTo) {
            m_met = born.time_since_epoch() / m_slice;
            m_metFrom = SimTime{m_slice * m_met};
            m_metTo = m_metFrom + m_slice;
        }
        const std::int64_t slice = m_met;
        if (slice < m_forgotten)
            return;
        if (m_outstanding.empty())
            m_first = slice;
        while (slice < m_first) {
            m_outstanding.push_front(0);
            --m_first;
        }
        while (slice >= m_first + static_cast<std::int64_t>(m_outstanding.size()))
            m_outstanding.push_back(0);
        m_outstanding[static_cast<std::size_t>(slice - m_first)] += change;
    }
    static constexpr Duration kLongestAcknowledgement = std::chrono::minutes{15};
    Duration m_slice;
    std::int64_t m_first = 0, m_forgotten = 0, m_met = 0;
    SimTime m_metFrom = kSimStart, m_metTo = kSimStart;
    std::deque<std::int64_t> m_outstanding;
    bool m_seen = false;
    double m_sum = 0, m_max = 0;
    std::uint64_t m_samples = 0;
};

}  // namespace plimsoll
