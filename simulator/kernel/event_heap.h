// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/message.h"

#include <vector>

namespace plimsoll {

/// What happens next: 24 bytes, the payload lies in a slab. Order: time, node rank, inlet, connection, message id.
struct Event {
    std::int64_t time = 0;
    std::uint64_t tie = 0;  ///< rank << 32 | inlet << 28 | connection
    std::uint32_t slot = 0;

    static std::uint64_t tieOf(std::uint32_t rank, Inlet inlet, std::uint32_t connection)
    {
        return (static_cast<std::uint64_t>(rank) << 32) | (static_cast<std::uint64_t>(inlet) << 28)
               | connection;
    }
    std::uint32_t rank() const { return static_cast<std::uint32_t>(tie >> 32); }
    Inlet inlet() const { return static_cast<Inlet>((tie >> 28) & 0xF); }
};

/// Binary heap whose last tie-break, asked only for equal time and inlet, is `Before(slotA, slotB, inlet)`.
template <class Before>
class EventHeap {
public:
    explicit EventHeap(Before before) : m_before{before} {}
    bool empty() const { return m_heap.empty(); }
    std::size_t size() const { return m_heap.size(); }
    const Event& top() const { return m_heap.front(); }
    void push(const Event& event)
    {
        std::size_t at = m_heap.size();
        m_heap.push_back(event);
        while (at > 0) {
            const std::size_t parent = (at - 1) / 2;
            if (!less(event, m_heap[parent]))
                break;
            m_heap[at] = m_heap[parent];
            at = parent;
        }
        m_heap[at] = event;
    }
    Event pop()
    {
        const Event first = m_heap.front();
        const Event last = m_heap.back();
        m_heap.pop_back();
        const std::size_t count = m_heap.size();
        if (count == 0)
            return first;
        std::size_t at = 0;
        for (std::size_t child = 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && less(m_heap[child + 1], m_heap[child]))
                ++child;
            if (!less(m_heap[child], last))
                break;
            m_heap[at] = m_heap[child];
            at = child;
        }
        m_heap[at] = last;
        return first;
    }

private:
    bool less(const Event& a, const Event& b) const
    {
        if (a.time != b.time)
            return a.time < b.time;
        if (a.tie != b.tie)
            return a.tie < b.tie;
        return m_before(a.slot, b.slot, a.inlet());
    }
    std::vector<Event> m_heap;
    Before m_before;
};

}  // namespace plimsoll
