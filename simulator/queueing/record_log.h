// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace plimsoll {

/// The ordered records of one shard: each lies here once, with one cursor per consumer, and leaves memory when the
/// last cursor has passed it.
class RecordLog {
public:
    explicit RecordLog(std::size_t consumers = 0) : m_cursors(consumers, 0) {}
    void push(const Member& member)
    {
        if (m_end - m_begin > m_mask || m_ring.empty())
            grow();
        m_ring[m_end & m_mask] = member;
        if (m_begin == m_end)
            m_oldest = member.arrived;
        ++m_end;
    }
    std::uint64_t unread(std::size_t consumer) const { return m_end - m_cursors[consumer]; }
    /// Records pushed so far, and those of them that the consumer has passed.
    std::uint64_t end() const { return m_end; }
    std::uint64_t passed(std::size_t consumer) const { return m_cursors[consumer]; }
    /// Records that everybody has read stay from now on, until they expire, or no longer.
    void keepRead(bool keep)
    {
        m_keeps = keep;
        if (!keep && !m_cursors.empty())
            drop();
    }
    /// The consumer goes back to the first record still here that arrived at `from` or later; how many it will read again.
    std::uint64_t rewind(std::size_t consumer, SimTime from)
    {
        std::uint64_t at = m_begin;
        while (at < m_cursors[consumer] && m_ring[at & m_mask].arrived < from)
            ++at;
        const std::uint64_t again = m_cursors[consumer] - at;
        m_cursors[consumer] = at;
        return again;
    }
    /// Null when the consumer has read everything.
    const Member* oldestUnread(std::size_t consumer) const
    {
        return unread(consumer) ? &m_ring[m_cursors[consumer] & m_mask] : nullptr;
    }
    /// Moves up to `most` records that arrived by `now` and fit `bytes` (at least one if `bytes` > 0) into `out`.
    std::uint64_t read(std::size_t consumer, SimTime now, std::uint64_t most, double bytes,
                       std::vector<Member>& out)
    {
        std::uint64_t taken = 0;
        std::uint64_t& cursor = m_cursors[consumer];
        const std::uint64_t until = std::min(m_end, cursor + most);
        std::uint64_t next = cursor;
        for (; next < until; ++next) {
            const Member& member = m_ring[next & m_mask];
            if (member.arrived > now || (taken > 0 && static_cast<double>(taken + member.bytes) > bytes))
                break;
            taken += member.bytes;
        }
        while (cursor < next) {  // in one piece, or in two where the ring closes
            const std::uint64_t from = cursor & m_mask;
            const std::uint64_t count = std::min<std::uint64_t>(next - cursor, m_ring.size() - from);
            const auto first = m_ring.begin() + static_cast<std::ptrdiff_t>(from);
            out.insert(out.end(), first, first + static_cast<std::ptrdiff_t>(count));
            cursor += count;
        }
        drop();
        return taken;
    }
    /// Drops what arrived before `limit`; calls expired(consumer, member) for each consumer that had not read it.
    template <class Expired>
    void expire(SimTime limit, Expired expired)
    {
        if (!holdsBefore(limit))
            return;
        do {
            for (std::size_t consumer = 0; consumer < m_cursors.size(); ++consumer) {
                if (m_cursors[consumer] == m_begin) {
                    expired(consumer, m_ring[m_begin & m_mask]);
                    ++m_cursors[consumer];
                }
            }
            ++m_begin;
        } while (m_begin < m_end && m_ring[m_begin & m_mask].arrived < limit);
        begun();
    }
    /// Whether a record arrived before `limit`. Asked at every record: callers ask before they make up what expire() needs.
    bool holdsBefore(SimTime limit) const { return m_begin != m_end && m_oldest < limit; }
    /// Records there is storage for.
    std::size_t capacity() const { return m_ring.size(); }

private:
    void drop()
    {
        if (m_keeps)
            return;
        m_begin = *std::min_element(m_cursors.begin(), m_cursors.end());
        begun();
    }
    void begun()
    {
        giveBack();
        if (m_begin < m_end)
            m_oldest = m_ring[m_begin & m_mask].arrived;
    }
    /// After a long backlog its storage goes back. The log is hardly ever quite empty then: what was just put is not
    /// readable yet.
    void giveBack()
    {
        if (m_ring.size() > 65536 && m_end - m_begin < m_ring.size() / 16)
            resize(std::max<std::size_t>(1024, std::bit_ceil((m_end - m_begin) * 2)));
    }
    void grow() { resize(m_ring.empty() ? 64 : m_ring.size() * 2); }
    void resize(std::size_t size)  // a power of two
    {
        std::vector<Member> ring(size);
        for (std::uint64_t at = m_begin; at < m_end; ++at)
            ring[at & (size - 1)] = m_ring[at & m_mask];
        m_ring.swap(ring);
        m_mask = size - 1;
    }
    std::vector<Member> m_ring;
    std::uint64_t m_mask = 0;  ///< its size less one
    std::vector<std::uint64_t> m_cursors;
    std::uint64_t m_begin = 0, m_end = 0;
    bool m_keeps = false;  ///< what everybody has read, too
    SimTime m_oldest =
        kSimStart;  ///< when the first of them arrived; the ring of a busy shard is far away in memory
};

}  // namespace plimsoll
