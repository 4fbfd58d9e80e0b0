// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/message.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <type_traits>
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
        open(time) = payload;
        close();
    }
    /// Room for what arrives at `time`, with a default payload: fill it in, then close(), before anything else is asked
    /// of the lane. A message written where it will be read is not copied while its parts are still on their way to
    /// memory, which costs more than all the rest.
    Payload& open(std::int64_t time)
    {
        if (m_head == m_end && m_head > 0)
            m_head = m_end = 0;
        if (m_end == m_capacity) [[unlikely]] {
            m_capacity = std::max<std::size_t>(16, 2 * m_capacity);
            m_items.resize(m_capacity);
        }
        Entry& entry = m_items[m_end];
        entry.time = time;
        return *std::construct_at(&entry.payload);
    }
    void close()
    {
        const Entry& entry = m_items[m_end];
        if (m_end > m_head && entry.time <= m_items[m_end - 1].time
            && before(entry.time, entry.payload, m_items[m_end - 1])) [[unlikely]]
            pushLate(entry.time, entry.payload);
        else
            ++m_end;
    }
    /// Of the first entry; kNothing when there is none.
    std::int64_t frontTime() const
    {
        const std::int64_t inOrder = m_head < m_end ? m_items[m_head].time : kNothing;
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
        return m_head + ahead < m_end ? &m_items[m_head + ahead].payload : nullptr;
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
        compact();
    }
    struct Entry {
        std::int64_t time = 0;
        Payload payload;
    };
    /// The first entries, at most `most`, that come before `before` and are in order in one piece of memory.
    std::span<const Entry> run(std::int64_t before, std::size_t most) const
    {
        if (!m_heap.empty())
            return {};
        const std::size_t end = std::min(m_end, m_head + most);
        std::size_t next = m_head;
        while (next < end && m_items[next].time < before)
            ++next;
        return {m_items.data() + m_head, next - m_head};
    }
    /// The first `count` of a run.
    void drop(std::size_t count)
    {
        m_head += count;
        compact();
    }
    /// visit(time, payload) of everything that waits, in no order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t at = m_head; at < m_end; ++at)
            visit(m_items[at].time, m_items[at].payload);
        for (const std::uint32_t slot : m_heap)
            visit(m_late[slot].time, m_late[slot].payload);
    }
    void clear() { *this = Lane{}; }

private:
    static_assert(std::is_trivially_copyable_v<Payload> && std::is_trivially_destructible_v<Payload>);
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
        return m_head >= m_end || before(late.time, late.payload, m_items[m_head]);
    }
    /// A lane that never runs empty must not keep all that has passed.
    void compact()
    {
        if (m_head >= kCompact && 2 * m_head >= m_end) {
            std::copy(m_items.begin() + static_cast<std::ptrdiff_t>(m_head),
                      m_items.begin() + static_cast<std::ptrdiff_t>(m_end), m_items.begin());
            m_end -= m_head;
            m_head = 0;
        }
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

    std::vector<Entry> m_items;  ///< storage; what waits lies in [m_head, m_end)
    std::size_t m_head = 0, m_end = 0, m_capacity = 0;
    std::vector<Entry> m_late;  ///< slab of the entries that overtook
    std::vector<std::uint32_t> m_heap, m_free;
};

}  // namespace plimsoll
