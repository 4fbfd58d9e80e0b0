// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/kernel/calendar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace plimsoll {

/// What arrives at one node over one connection in one direction, in order of time and message id: a column. What is
/// pushed in order is only appended; what overtakes waits in a heap beside it, and where many do, in a calendar.
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
        if (m_scatters) {
            if (!m_calendar->empty())
                return *::new (&m_calendar->open(time).payload) Payload;
            m_scatters = false;
        }
        if (m_head == m_end && m_head > 0)
            m_head = m_end = 0;
        if (m_end == m_capacity) [[unlikely]] {
            makeRoom(std::max<std::size_t>(16, 2 * m_capacity));
        }
        Entry& entry = m_items[m_end];
        entry.time = time;
        return *::new (&entry.payload) Payload;
    }
    void close()
    {
        if (m_scatters)
            return m_calendar->close();
        const Entry& entry = m_items[m_end];
        if (m_end > m_head && entry.time <= m_items[m_end - 1].time
            && before(entry.time, entry.payload, m_items[m_end - 1])) [[unlikely]] {
            if (!m_collects)
                return pushLate(entry.time, entry.payload);
            m_inOrder = false;
        }
        ++m_end;
    }
    /// As open() and close() of each of `count`: `timeOf(n)` is when it arrives, `fill(n, payload)` what it is.
    template <class TimeOf, class Fill>
    void append(std::size_t count, TimeOf timeOf, Fill fill)
    {
        if (m_scatters) {
            for (std::size_t n = 0; n < count; ++n) {
                fill(n, open(timeOf(n)));
                close();
            }
            return;
        }
        if (m_head == m_end)
            m_head = m_end = 0;
        if (m_end + count > m_capacity) [[unlikely]] {
            makeRoom(std::max(m_end + count, std::max<std::size_t>(16, 2 * m_capacity)));
        }
        Entry* next = m_items.data() + m_end;
        std::int64_t last = m_end > m_head ? next[-1].time : std::numeric_limits<std::int64_t>::min();
        for (std::size_t n = 0; n < count; ++n) {
            const std::int64_t time = timeOf(n);
            next->time = time;
            fill(n, *::new (&next->payload) Payload);  // without braces, which would clear it first
            if (time <= last && before(time, next->payload, next[-1])) [[unlikely]] {
                m_inOrder = false;
                if (!m_collects) {
                    pushLate(time, next->payload);
                    continue;
                }
            }
            last = time;
            ++next;
        }
        m_end = static_cast<std::size_t>(next - m_items.data());
    }
    /// Of the first entry; kNothing when there is none.
    std::int64_t frontTime() const
    {
        const std::int64_t inOrder = m_head < m_end ? m_items[m_head].time : kNothing;
        return std::min(inOrder, lateTime());
    }
    /// Of a lane that is not empty. Stays valid until the next push or pop.
    const Payload& front() const { return lateFirst() ? lateFront().payload : m_items[m_head].payload; }
    /// The entry `ahead` places behind the first of those in order; nothing when there is none.
    const Payload* peek(std::size_t ahead) const
    {
        return m_head + ahead < m_end ? &m_items[m_head + ahead].payload : nullptr;
    }
    void pop()
    {
        if (!lateFirst()) {
            ++m_head;
            compact();
        } else if (m_scatters) {
            m_calendar->take();
            m_calendar->release();
        } else {
            m_free.push_back(popLate());
        }
    }
    struct Entry {
        std::int64_t time = 0;
        Payload payload;
    };
    /// Takes out the first entry of a lane that is not empty; where it is stays as it is until release(), before which nothing
    /// may be pushed.
    const Entry* take()
    {
        if (!lateFirst())
            return &m_items[m_head++];
        if (m_scatters)
            return m_calendar->take();
        m_taken.push_back(popLate());
        return &m_late[m_taken.back()];
    }
    /// The same of the first entries that come before `limit`, as many as there is room for.
    template <std::size_t Most>
    std::size_t take(std::int64_t limit, std::array<const Entry*, Most>& entries)
    {
        std::size_t count = 0;
        if (isInOrder()) {
            const std::span<const Entry> rest = inOrder();
            for (const std::size_t most = std::min(Most, rest.size());
                 count < most && rest[count].time < limit; ++count)
                entries[count] = &rest[count];
            skip(count);
            return count;
        }
        if (m_scatters && m_head == m_end)
            return m_calendar->take(limit, entries);
        while (count < Most && frontTime() < limit)
            entries[count++] = take();
        return count;
    }
    /// Whether everything that waits is in order(), so that it may be taken out with skip() as well.
    bool isInOrder() const { return m_heap.empty() && (!m_scatters || m_calendar->empty()); }
    /// Behind the last of them, if there is one, there is an entry that may be looked at and says nothing.
    std::span<const Entry> inOrder() const { return {m_items.data() + m_head, m_end - m_head}; }
    /// As take() of the first of them.
    void skip(std::size_t count) { m_head += count; }
    void release()
    {
        m_free.insert(m_free.end(), m_taken.begin(), m_taken.end());
        m_taken.clear();
        if (m_scatters)
            m_calendar->release();
        compact();
    }
    /// visit(time, payload) of everything that waits, in no order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (std::size_t at = m_head; at < m_end; ++at)
            visit(m_items[at].time, m_items[at].payload);
        for (const Late& late : m_heap)
            visit(late.time, m_late[late.slot].payload);
        if (m_scatters)
            m_calendar->forEach([&](const Entry& entry) { visit(entry.time, entry.payload); });
    }
    void clear() { *this = Lane{}; }
    /// The same of what it is allowed to change; times stay as they are.
    template <class Change>
    void changeEach(Change change)
    {
        for (std::size_t at = m_head; at < m_end; ++at)
            change(m_items[at].payload);
        for (const Late& late : m_heap)
            change(m_late[late.slot].payload);
        if (m_scatters)
            m_calendar->forEach([&](Entry& entry) { change(entry.payload); });
    }
    std::size_t size() const
    {
        return m_end - m_head + m_heap.size() + (m_scatters ? m_calendar->size() : 0);
    }
    /// From now on entries stay as they are pushed: it is to be emptied with moveTo().
    void collect() { m_collects = true; }
    /// The earliest of what it has collected.
    std::int64_t firstTime() const
    {
        std::int64_t first = kNothing;
        for (std::size_t at = m_head; at < (m_inOrder ? std::min(m_end, m_head + 1) : m_end); ++at)
            first = std::min(first, m_items[at].time);
        return first;
    }
    void forget()
    {
        m_head = m_end = 0;
        m_inOrder = true;
    }
    /// Moves all it has collected to another lane, and forgets it.
    void moveTo(Lane& other)
    {
        if (m_inOrder && kFew * (other.m_end - other.m_head) < m_end - m_head) {
            // Few are left there: they overtake, as it were, what is handed over whole.
            m_items.swap(other.m_items);
            std::swap(m_head, other.m_head);
            std::swap(m_end, other.m_end);
            std::swap(m_capacity, other.m_capacity);
        }
        for (; m_head < m_end; ++m_head)
            other.push(m_items[m_head].time, m_items[m_head].payload);
        forget();
    }

private:
    static_assert(std::is_trivially_copyable_v<Payload> && std::is_trivially_destructible_v<Payload>);
    /// What overtook, with its time, so that sorting seldom looks at the entry itself.
    struct Late {
        std::int64_t time;
        std::uint32_t slot;
    };
    struct After {
        const Lane* lane;
        bool operator()(const Late& a, const Late& b) const
        {
            return b.time < a.time
                   || (b.time == a.time && lane->m_late[b.slot].payload.id < lane->m_late[a.slot].payload.id);
        }
    };
    std::uint32_t popLate()
    {
        std::pop_heap(m_heap.begin(), m_heap.end(), After{this});
        const std::uint32_t slot = m_heap.back().slot;
        m_heap.pop_back();
        return slot;
    }
    static constexpr std::size_t kCompact = 4096;
    static constexpr std::size_t kMany = 192;  ///< in the heap, from which on a calendar is quicker: measured
    static constexpr std::size_t kFew =
        8;  ///< of so many one may overtake: that costs about as much as copying all
    static bool before(std::int64_t time, const Payload& payload, const Entry& than)
    {
        return time < than.time || (time == than.time && payload.id < than.payload.id);
    }
    /// Of the first that overtook: they are in the heap or in the calendar, never in both.
    std::int64_t lateTime() const
    {
        if (m_scatters)
            return m_calendar->frontTime();
        return m_heap.empty() ? kNothing : m_heap.front().time;
    }
    const Entry& lateFront() const { return m_scatters ? m_calendar->front() : m_late[m_heap.front().slot]; }
    bool lateFirst() const
    {
        const std::int64_t time = lateTime();
        if (time == kNothing)
            return false;
        return m_head >= m_end || time < m_items[m_head].time
               || (time == m_items[m_head].time && lateFront().payload.id < m_items[m_head].payload.id);
    }
    void makeRoom(std::size_t capacity)
    {
        m_capacity = capacity;
        m_items.resize(capacity + 1);
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
        if (m_scatters || m_heap.size() >= kMany)
            return scatter(time, payload);
        std::uint32_t slot;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_late.size());
            m_late.push_back({time, payload});
        } else {
            slot = m_free.back();
            m_free.pop_back();
            m_late[slot] = {time, payload};
        }
        m_heap.push_back({time, slot});
        std::push_heap(m_heap.begin(), m_heap.end(), After{this});
    }

    /// To the calendar, where so many overtake that a heap of them is slow.
    void scatter(std::int64_t time, const Payload& payload)
    {
        if (!m_calendar)
            m_calendar = std::make_unique<Calendar<Entry>>();
        const auto put = [this](std::int64_t at, const Payload& what) {
            m_calendar->open(at).payload = what;
            m_calendar->close();
        };
        if (!m_heap.empty()) {
            const auto [first, last] = std::minmax_element(
                m_heap.begin(), m_heap.end(), [](const Late& a, const Late& b) { return a.time < b.time; });
            m_calendar->expect(m_heap.size(), last->time - first->time);
            for (const Late& late : m_heap)
                put(late.time, m_late[late.slot].payload);
            m_heap = {};
            m_late = {};
            m_free = {};
        }
        m_scatters = true;
        put(time, payload);
    }

    std::vector<Entry> m_items;  ///< storage; what waits lies in [m_head, m_end)
    std::size_t m_head = 0, m_end = 0, m_capacity = 0;
    std::vector<Entry> m_late;  ///< slab of the entries that overtook
    std::vector<Late> m_heap;
    std::vector<std::uint32_t> m_free, m_taken;
    std::unique_ptr<Calendar<Entry>> m_calendar;
    bool m_scatters = false;  ///< what overtakes waits in the calendar, not in the heap
    bool m_collects = false;
    bool m_inOrder = true;  ///< of a lane that collects: as a node is to see them
};

}  // namespace plimsoll
