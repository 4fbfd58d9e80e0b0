// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/message.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace plimsoll {

/// What arrives at one node over one connection in one direction, in order of time and message id: a column. What is
/// pushed in order is only appended; what overtakes waits in a heap beside it.
template <class Payload>
class Lane {
public:
    static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::max();
    void push(std::int64_t time, const Payload& payload)
    {
        if (m_head == m_items.size() && m_head > 0) {
            m_items.clear();
            m_head = 0;
        }
        if (!m_items.empty() && before(time, payload, m_items.back()))
            return pushLate(time, payload);
        m_items.push_back({time, payload});
    }
    /// Of the first entry; kNothing when there is none.
    std::int64_t frontTime() const
    {
        const std::int64_t inOrder = m_head < m_items.size() ? m_items[m_head].time : kNothing;
        return m_heap.empty() ? inOrder : std::min(inOrder, m_late[m_heap.front()].time);
    }
    /// Of a lane that is not empty. Stays valid until the next push or pop.
    const Payload& front() const
    {
        return lateFirst() ? m_late[m_heap.front()].payload : m_items[m_head].payload;
    }
    /// The entry `ahead` places behind the first of those in order; nothing when there is none.
    const Payload* peek(std::size_t ahead) const
    {
        return m_head + ahead < m_items.size() ? &m_items[m_head + ahead].payload : nullptr;
    }
    void pop()
    {
        if (lateFirst()) {
            std::pop_heap(m_heap.begin(), m_heap.end(), After{this});
            m_free.push_back(m_heap.back());
            m_heap.pop_back();
            return;
        }
        ++m_head;
        // A lane that never runs empty must not keep all that has passed.
        if (m_head >= kCompact && 2 * m_head >= m_items.size()) {
            m_items.erase(m_items.begin(), m_items.begin() + static_cast<std::ptrdiff_t>(m_head));
            m_head = 0;
        }
    }
    /// visit(time, payload) of everything that waits, in no order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t at = m_head; at < m_items.size(); ++at)
            visit(m_items[at].time, m_items[at].payload);
        for (const std::uint32_t slot : m_heap)
            visit(m_late[slot].time, m_late[slot].payload);
    }
    void clear() { *this = Lane{}; }

private:
    struct Entry {
        std::int64_t time;
        Payload payload;
    };
    struct After {
        const Lane* lane;
        bool operator()(std::uint32_t a, std::uint32_t b) const
        {
            return before(lane->m_late[b].time, lane->m_late[b].payload, lane->m_late[a]);
        }
    };
    static constexpr std::size_t kCompact = 4096;
    static bool before(std::int64_t time, const Payload& payload, const Entry& than)
    {
        return time < than.time || (time == than.time && payload.id < than.payload.id);
    }
    bool lateFirst() const
    {
        if (m_heap.empty())
            return false;
        const Entry& late = m_late[m_heap.front()];
        return m_head >= m_items.size() || before(late.time, late.payload, m_items[m_head]);
    }
    void pushLate(std::int64_t time, const Payload& payload)
    {
        std::uint32_t slot;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_late.size());
            m_late.push_back({time, payload});
        } else {
            slot = m_free.back();
            m_free.pop_back();
            m_late[slot] = {time, payload};
        }
        m_heap.push_back(slot);
        std::push_heap(m_heap.begin(), m_heap.end(), After{this});
    }

    std::vector<Entry> m_items;
    std::size_t m_head = 0;
    std::vector<Entry> m_late;  ///< slab of the entries that overtook
    std::vector<std::uint32_t> m_heap, m_free;
};

}  // namespace plimsoll
