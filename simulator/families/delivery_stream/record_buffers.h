// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plimsoll {

struct RecordBuffer {
    std::vector<Member> members;
    std::vector<SimTime> cameIn;  ///< of each, where that was before it was put here; empty: then
    std::uint64_t bytes = 0;
    SimTime since;
    std::uint64_t serial = 0;
    bool overdue = false;  ///< its time is over and it waits for its turn
};

/// Buffers of records, one for each prefix that has any. All are open for the same time at most.
class RecordBuffers {
public:
    std::size_t open() const { return m_open.size(); }
    std::size_t records() const { return m_records; }
    RecordBuffer* find(std::uint32_t prefix)
    {
        const auto found = m_open.find(prefix);
        return found == m_open.end() ? nullptr : &found->second;
    }
    /// Opens one that is due at `due`.
    RecordBuffer& start(std::uint32_t prefix, SimTime t, SimTime due)
    {
        RecordBuffer& buffer = m_open[prefix];
        buffer.since = t;
        buffer.serial = ++m_serials;
        m_due.push_back({due, prefix, buffer.serial});
        return buffer;
    }
    void add(RecordBuffer& buffer, const Member& member)
    {
        buffer.members.push_back(member);
        buffer.bytes += member.bytes;
        ++m_records;
    }
    /// Several at once, which have arrived now.
    void addAll(RecordBuffer& buffer, std::span<const Member> members, SimTime now)
    {
        const std::size_t before = buffer.members.size();
        buffer.members.insert(buffer.members.end(), members.begin(), members.end());
        for (std::size_t at = before; at < buffer.members.size(); ++at) {
            buffer.members[at].arrived = now;
            buffer.bytes += buffer.members[at].bytes;
        }
        m_records += members.size();
    }
    /// When each record of a buffer came into the delivery stream.
    static std::vector<SimTime> arrivals(RecordBuffer& buffer)
    {
        std::vector<SimTime> since = std::move(buffer.cameIn);
        if (since.empty()) {
            since.reserve(buffer.members.size());
            for (const Member& member : buffer.members)
                since.push_back(member.arrived);
        }
        return since;
    }
    RecordBuffer take(std::uint32_t prefix)
    {
        const auto found = m_open.find(prefix);
        RecordBuffer taken = std::move(found->second);
        m_open.erase(found);
        m_records -= taken.members.size();
        dropGone();
        return taken;
    }
    /// The next prefix whose time is over, each once.
    std::optional<std::uint32_t> nextDue(SimTime t)
    {
        while (!m_due.empty() && m_due.front().at <= t) {
            const Due due = m_due.front();
            m_due.pop_front();
            dropGone();
            if (!isGone(due))
                return due.prefix;
        }
        return std::nullopt;
    }
    /// When the oldest began that is not due yet.
    SimTime oldest(SimTime otherwise) const
    {
        return m_due.empty() ? otherwise : m_open.find(m_due.front().prefix)->second.since;
    }

private:
    struct Due {
        SimTime at;
        std::uint32_t prefix = 0;
        std::uint64_t serial = 0;
    };
    void dropGone()
    {
        while (!m_due.empty() && isGone(m_due.front()))
            m_due.pop_front();
    }
    bool isGone(const Due& due) const
    {
        const auto found = m_open.find(due.prefix);
        return found == m_open.end() || found->second.serial != due.serial;
    }
    std::unordered_map<std::uint32_t, RecordBuffer> m_open;  ///< looked up only
    std::deque<Due> m_due;                                   ///< in order; the first is never gone
    std::uint64_t m_serials = 0;
    std::size_t m_records = 0;
};

}  // namespace plimsoll
