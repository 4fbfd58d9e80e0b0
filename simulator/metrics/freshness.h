// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll {

/// How old the newest complete view at a sink is: now minus the event time before which everything accepted is
/// readable. Kept as outstanding counts per slice of event time, so memory follows the lag, not the traffic. A slice is
/// 100 ms; of lags beyond two hours more.
class FreshnessTracker {
public:
    void accepted(SimTime born) { count(born, 1); }
    /// Delivered, or known never to arrive.
    void settled(SimTime born) { count(born, -1); }
    /// Several event times, none before `first` or after `last`.
    void acceptedEach(std::span<const SimTime> born, SimTime first, SimTime last)
    {
        countEach(born, first, last, 1);
    }
    void settledEach(std::span<const SimTime> born, SimTime first, SimTime last)
    {
        countEach(born, first, last, -1);
    }
    /// Once in each simulated second.
    void sample(SimTime now)
    {
        m_metTo = m_metFrom;  // its place may be given to another slice
        for (; m_first < m_end && sliceEnd(m_first) <= now; ++m_first) {
            // A count below zero is a delivery noted before its acceptance, which cancels it when it comes, or a
            // duplicate, which nothing will.
            const bool forget = at(m_first) < 0 && sliceEnd(m_first) + kLongestAcknowledgement <= now;
            if (at(m_first) != 0 && !forget)
                break;
            if (forget)
                m_forgotten = m_first + 1;
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
    /// The largest age is of what comes from now on.
    void restartPeak() { m_max = 0; }
    std::optional<double> meanSeconds() const
    {
        return m_samples ? std::optional{m_sum / static_cast<double>(m_samples)} : std::nullopt;
    }
    std::optional<double> maxSeconds() const { return m_samples ? std::optional{m_max} : std::nullopt; }
    std::uint64_t undelivered() const
    {
        std::int64_t total = 0;
        for (std::int64_t slice = m_first; slice < m_end; ++slice)
            total += std::max<std::int64_t>(0, at(slice));
        return static_cast<std::uint64_t>(total);
    }
    /// Age of the oldest undelivered event time.
    double undeliveredAgeSeconds(SimTime now) const
    {
        for (std::int64_t slice = m_first; slice < m_end; ++slice) {
            if (at(slice) > 0)
                return std::max(0.0, seconds(now - SimTime{m_slice * slice}));
        }
        return 0;
    }

private:
    SimTime sliceEnd(std::int64_t slice) const { return SimTime{m_slice * (slice + 1)}; }
    [[gnu::always_inline]] void count(SimTime born, std::int64_t change)
    {
        // Nearly always the slice met last: no division then.
        if (born < m_metFrom || born >= m_metTo) [[unlikely]]
            return countElsewhere(born, change);
        m_counts[m_met] += change;
    }
    void countEach(std::span<const SimTime> born, SimTime first, SimTime last, std::int64_t change)
    {
        if (first >= m_metFrom && last < m_metTo) {
            m_counts[m_met] += change * static_cast<std::int64_t>(born.size());
            return;
        }
        for (const SimTime t : born)
            count(t, change);
    }
    void countElsewhere(SimTime born, std::int64_t change)
    {
        m_seen = true;
        while (m_first < m_end && std::abs(born.time_since_epoch() / m_slice - m_first) >= kMostSlices)
            fold();
        const std::int64_t slice = born.time_since_epoch() / m_slice;
        if (slice < m_forgotten)
            return;
        if (slice < m_first || slice >= m_end)
            extendTo(slice);
        at(slice) += change;
        m_met = static_cast<std::size_t>(slice) & (m_counts.size() - 1);
        m_metFrom = SimTime{m_slice * slice};
        m_metTo = m_metFrom + m_slice;
    }
    std::int64_t at(std::int64_t slice) const
    {
        return m_counts[static_cast<std::size_t>(slice) & (m_counts.size() - 1)];
    }
    std::int64_t& at(std::int64_t slice)
    {
        return m_counts[static_cast<std::size_t>(slice) & (m_counts.size() - 1)];
    }
    /// Two slices become one: what stays undelivered for hours must not be counted in tenths of a second.
    void fold()
    {
        std::vector<std::int64_t> counts(m_counts.size(), 0);
        for (std::int64_t old = m_first; old < m_end; ++old)
            counts[static_cast<std::size_t>(old / 2) & (counts.size() - 1)] += at(old);
        m_counts.swap(counts);
        m_first /= 2;
        m_end = (m_end + 1) / 2;
        m_forgotten /= 2;
        m_slice *= 2;
        m_metTo = m_metFrom;
    }
    void extendTo(std::int64_t slice)
    {
        if (m_first == m_end)
            m_first = m_end = slice;
        const std::int64_t first = std::min(m_first, slice), end = std::max(m_end, slice + 1);
        if (static_cast<std::size_t>(end - first) > m_counts.size()) {
            std::vector<std::int64_t> counts(
                std::bit_ceil(std::max<std::size_t>(64, static_cast<std::size_t>(end - first))), 0);
            for (std::int64_t old = m_first; old < m_end; ++old)
                counts[static_cast<std::size_t>(old) & (counts.size() - 1)] = at(old);
            m_counts.swap(counts);
        }
        // What lies in the new places is of slices long gone.
        for (; m_first > first; --m_first)
            at(m_first - 1) = 0;
        for (; m_end < end; ++m_end)
            at(m_end) = 0;
    }
    static constexpr std::int64_t kMostSlices = 65'536;
    static constexpr Duration kLongestAcknowledgement = std::chrono::minutes{15};
    Duration m_slice = std::chrono::milliseconds{100};
    std::int64_t m_first = 0, m_end = 0;  ///< slices that are counted
    std::int64_t m_forgotten = 0;
    std::size_t m_met = 0;  ///< place of the slice met last, which reaches from m_metFrom to m_metTo
    SimTime m_metFrom = kSimStart, m_metTo = kSimStart;
    std::vector<std::int64_t> m_counts;  ///< outstanding, by slice modulo its size, a power of two
    bool m_seen = false;
    double m_sum = 0, m_max = 0;
    std::uint64_t m_samples = 0;
};

}  // namespace plimsoll
