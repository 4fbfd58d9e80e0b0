// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/node_meter.h"

#include <cstdint>
#include <deque>
#include <list>
#include <unordered_map>

namespace plimsoll {

/// The connections that callers have open to one instance. Whoever asks takes an idle one of its own, else opens one
/// more; what is idle too long is closed. The map is looked up only, never walked.
class ConnectionBook {
public:
    ConnectionBook(double most, Duration idle) : m_most{most}, m_idleFor{idle} {}

    enum class Taken { Kept, Opened, Refused };
    Taken take(SimTime t, std::uint64_t owner)
    {
        closeIdle(t);
        std::deque<Place>& own = m_idleOf[owner];
        if (!own.empty()) {
            m_idle.erase(own.back());
            own.pop_back();
            return Taken::Kept;
        }
        if (m_open + 1 > m_most) {
            ++m_refused;
            return Taken::Refused;
        }
        setOpen(t, m_open + 1);
        ++m_opened;
        return Taken::Opened;
    }
    void giveBack(SimTime t, std::uint64_t owner)
    {
        closeIdle(t);
        if (m_open > m_most)  // fewer are allowed meanwhile
            return setOpen(t, m_open - 1);
        m_idle.push_back({owner, t});
        m_idleOf[owner].push_back(std::prev(m_idle.end()));
    }
    /// Opened before the start, and idle since.
    void keep(std::uint64_t owner)
    {
        if (m_open + 1 > m_most)
            return;
        setOpen(kSimStart, m_open + 1);
        m_idle.push_back({owner, kSimStart});
        m_idleOf[owner].push_back(std::prev(m_idle.end()));
    }
    void closeAll(SimTime t)
    {
        m_idle.clear();
        m_idleOf.clear();
        setOpen(t, 0);
    }
    void closeIdle(SimTime t)
    {
        while (!m_idle.empty() && m_idle.front().since + m_idleFor <= t) {
            setOpen(m_idle.front().since + m_idleFor, m_open - 1);
            m_idleOf[m_idle.front().owner].pop_front();  // of one owner, too, the longest idle is in front
            m_idle.pop_front();
        }
    }
    const HeldUse& use() const { return m_use; }
    std::uint64_t opened() const { return m_opened; }
    std::uint64_t refused() const { return m_refused; }

private:
    struct Idle {
        std::uint64_t owner = 0;
        SimTime since;
    };
    using Place = std::list<Idle>::iterator;
    void setOpen(SimTime t, double open)
    {
        m_open = open;
        m_use.set(t, open);
    }
    double m_most;
    Duration m_idleFor;
    double m_open = 0;
    std::list<Idle> m_idle;  ///< the longest idle in front
    std::unordered_map<std::uint64_t, std::deque<Place>> m_idleOf;
    HeldUse m_use;
    std::uint64_t m_opened = 0, m_refused = 0;
};

}  // namespace plimsoll
