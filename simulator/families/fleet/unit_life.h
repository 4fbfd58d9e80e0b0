// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <vector>

namespace plimsoll {

/// How instances, tasks and pods start, and from when and in which steps they are billed.
struct UnitStart {
    double launchesPerSecond = 0, launchBurst = 0;  ///< a bucket that launches are taken from; 0 = no bound
    Duration provision{};                           ///< from the launch until it is billed
    Duration boot{};                                ///< from then until it works
    Duration leastBilled{}, billedStep{};

    /// Seconds that a unit is billed for which was there for so long.
    double charged(Duration life) const
    {
        if (life <= Duration{})
            return 0;
        std::int64_t nanos = std::max(life, leastBilled).count();
        if (const std::int64_t step = billedStep.count(); step > 0)
            nanos = (nanos + step - 1) / step * step;
        return seconds(Duration{nanos});
    }
};

/// Equal units (instances, tasks, pods, machines) that come and go: those that are wanted are launched as the bucket and the
/// room allow, work once they have started, and are ended the youngest first. Keeps no clock: the caller comes back at next().
class UnitLife {
public:
    static constexpr int kUnbounded = std::numeric_limits<int>::max();

    UnitLife() = default;
    explicit UnitLife(const UnitStart& start)
        : m_start{start}, m_bucket{start.launchesPerSecond, start.launchBurst}
    {}

    /// Units that worked before the run began.
    void open(int count)
    {
        m_inService = count;
        m_billedFrom.assign(static_cast<std::size_t>(count), kSimStart);
    }
    int inService() const { return m_inService; }
    int starting() const { return static_cast<int>(m_billedFrom.size()) - m_inService; }
    int existing() const { return static_cast<int>(m_billedFrom.size()); }
    /// Wanted, but not yet launched.
    int pending() const { return m_pending; }
    int wanted() const { return existing() + m_pending; }
    std::uint64_t launches() const { return m_launches; }

    void want(SimTime t, int count)
    {
        if (count >= wanted()) {
            m_pending += count - wanted();
        } else {
            const int dropped = std::min(m_pending, wanted() - count);
            m_pending -= dropped;
            while (existing() > count)
                endYoungest(t);
        }
        advance(t);
    }
    /// Room for so many units, those that work included; a caller that takes room away ends units first.
    void setRoom(SimTime t, int units)
    {
        m_room = units;
        advance(t);
    }
    /// So many of those that work are taken away. Nothing is launched before give().
    void take(SimTime t, int count)
    {
        const int taken = std::min(count, m_inService);
        // Any of them; as they are alike for the work, those that were launched first.
        for (int unit = 0; unit < taken; ++unit)
            m_billedEnded += m_start.charged(t - m_billedFrom[static_cast<std::size_t>(unit)]);
        m_billedFrom.erase(m_billedFrom.begin(), m_billedFrom.begin() + taken);
        m_inService -= taken;
        m_pending += taken;
        ++m_withheld;
    }
    void give(SimTime t)
    {
        m_withheld = std::max(0, m_withheld - 1);
        advance(t);
    }
    /// Puts in service what has started by `t`, and launches what may be.
    void advance(SimTime t)
    {
        while (!m_starting.empty() && m_starting.front().ready <= t) {
            m_inService += m_starting.front().count;
            m_starting.pop_front();
        }
        while (m_pending > 0 && mayLaunch() && takeLaunch(t))
            launch(t);
    }
    /// When advance() has something to do without any other call; kNever.
    SimTime next(SimTime t)
    {
        SimTime at = m_starting.empty() ? kNever : m_starting.front().ready;
        if (m_pending > 0 && mayLaunch() && m_start.launchBurst > 0)
            at = std::min(at, m_bucket.readyAt(1, t));
        return at;
    }
    /// Seconds of all units until `end`; those that go on have no last step yet.
    double billedSeconds(SimTime end) const
    {
        double sum = m_billedEnded;
        for (const SimTime from : m_billedFrom)
            sum += std::max(0.0, seconds(end - from));
        return sum;
    }

private:
    struct Group {
        SimTime ready;
        int count = 0;
    };
    bool mayLaunch() const { return m_withheld == 0 && existing() < m_room; }
    bool takeLaunch(SimTime t) { return m_start.launchBurst <= 0 || m_bucket.tryTake(1, t); }
    void launch(SimTime t)
    {
        --m_pending;
        ++m_launches;
        m_billedFrom.push_back(t + m_start.provision);
        const SimTime ready = t + m_start.provision + m_start.boot;
        if (m_starting.empty() || m_starting.back().ready != ready)
            m_starting.push_back({ready, 0});
        ++m_starting.back().count;
        if (ready <= t) {  // it works at once
            --m_starting.back().count;
            if (m_starting.back().count == 0)
                m_starting.pop_back();
            ++m_inService;
        }
    }
    void endYoungest(SimTime t)
    {
        m_billedEnded += m_start.charged(t - m_billedFrom.back());
        m_billedFrom.pop_back();
        if (m_starting.empty()) {
            --m_inService;
        } else if (--m_starting.back().count == 0) {
            m_starting.pop_back();
        }
    }

    UnitStart m_start;
    TokenBucket m_bucket;
    std::deque<Group> m_starting;       ///< in the order in which they will work
    std::vector<SimTime> m_billedFrom;  ///< of every unit that exists, the youngest last
    int m_inService = 0, m_pending = 0, m_withheld = 0;
    int m_room = kUnbounded;
    std::uint64_t m_launches = 0;
    double m_billedEnded = 0;
};

}  // namespace plimsoll
