// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace plimsoll {

/// When each of c equal servers has ended what it has taken on: the state of a first-come-first-served station whose
/// service times are known in advance (Kiefer and Wolfowitz, 1955). Of many servers of which few are busy it keeps only the
/// busy ones, in no order: one is free as long as there are fewer of them than servers.
class ServerPool {
public:
    explicit ServerPool(std::size_t servers = 0) : m_servers{servers}, m_ordered{servers < kMany}
    {
        if (m_ordered)
            m_ends.assign(servers, kSimStart);
    }
    /// The earliest end, or anything up to `now` when a server is free. Times asked about ascend.
    SimTime nextFree(SimTime now)
    {
        if (m_ordered) [[unlikely]] {
            if (m_servers < kMany || ++m_sinceLook < m_servers || !loosen(now))
                return m_ends.front();
            return kSimStart;
        }
        return m_ends.size() < m_room || makeRoom(now) ? kSimStart : m_ends.front();
    }
    /// The server that ends first works until `end` next, which is not before; nextFree() was asked since the last time.
    void take(SimTime end)
    {
        if (!m_ordered) {
            m_ends.push_back(end);
            return;
        }
        // A heap whose least element is replaced: one way down, where pop and push would take two.
        const std::size_t size = m_ends.size();
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && m_ends[child + 1] < m_ends[child])
                ++child;
            if (end <= m_ends[child])
                break;
            m_ends[hole] = m_ends[child];
            hole = child;
        }
        m_ends[hole] = end;
    }

    /// Of a single server: when it has ended, and that it has taken on what ends at `end`.
    bool isSingle() const { return m_servers == 1; }
    SimTime singleEnd() const { return m_ends.front(); }
    void takeSingle(SimTime end) { m_ends.front() = end; }

private:
    static constexpr std::size_t kMany = 16;
    void forgetEnded(SimTime now)
    {
        m_ends.erase(std::remove_if(m_ends.begin(), m_ends.end(), [&](SimTime end) { return end <= now; }),
                     m_ends.end());
        // A few times as many as are busy: so each is looked at a time or two, and all stay near.
        m_room = std::min(m_servers, std::max<std::size_t>(64, 4 * m_ends.size()));
    }
    /// False when more than half of the servers are busy: from then on all ends are kept in order.
    bool makeRoom(SimTime now)
    {
        forgetEnded(now);
        if (2 * m_ends.size() <= m_servers)
            return true;
        m_ends.resize(m_servers, kSimStart);
        std::make_heap(m_ends.begin(), m_ends.end(), std::greater<>{});
        m_ordered = true;
        m_sinceLook = 0;
        return false;
    }
    /// Every now and then: whether a third or less of the servers are busy, which then need no order.
    bool loosen(SimTime now)
    {
        m_sinceLook = 0;
        const auto busy = std::count_if(m_ends.begin(), m_ends.end(), [&](SimTime end) { return end > now; });
        if (3 * static_cast<std::size_t>(busy) > m_servers)
            return false;
        forgetEnded(now);
        m_ordered = false;
        return true;
    }

    std::size_t m_servers = 0;
    std::vector<SimTime> m_ends;  ///< of the busy servers; or, in order, of all: a heap, the least in front
    std::size_t m_room = 0;       ///< so many ends may be kept before the past ones are forgotten
    std::size_t m_sinceLook = 0;
    bool m_ordered = true;
};

}  // namespace plimsoll
