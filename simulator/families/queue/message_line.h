// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/families/shared/message_groups.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace plimsoll::queue_node {

inline constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;

struct Entry {
    Member member;                    ///< `arrived`: when it becomes, or became, visible
    SimTime sent;                     ///< its retention runs from here
    int receives = 0;                 ///< so far
    std::uint32_t from = kElsewhere;  ///< the connection that brought it as a dead letter
    std::uint64_t place = 0;          ///< in the order of sending
    std::uint32_t group() const { return member.key; }
};

/// What waits in a standard queue: new messages in the order of sending, those that came back before them.
class StandardLine {
public:
    bool hasNew() const { return !m_ready.empty(); }
    std::uint64_t waiting() const { return m_ready.size() + m_returned.size(); }
    std::uint64_t visibleAt(SimTime t) const
    {
        if (m_ready.empty() || m_ready.back().member.arrived <= t)
            return waiting();
        const auto end = std::partition_point(m_ready.begin(), m_ready.end(),
                                              [t](const Entry& e) { return e.member.arrived <= t; });
        return m_returned.size() + static_cast<std::uint64_t>(end - m_ready.begin());
    }
    /// When the next may be handed out; kNever when none waits for that.
    SimTime nextAt() const
    {
        if (!m_returned.empty())
            return m_returned.front().member.arrived;
        return m_ready.empty() ? kNever : m_ready.front().member.arrived;
    }
    SimTime oldestSent(SimTime otherwise) const
    {
        for (const std::deque<Entry>* line : {&m_ready, &m_returned}) {
            if (!line->empty())
                otherwise = std::min(otherwise, line->front().sent);
        }
        return otherwise;
    }
    void add(const Entry& entry) { m_ready.push_back(entry); }
    /// Those that came back are the oldest; a standard queue promises no order.
    void take(SimTime t, std::size_t most, std::vector<Entry>& out)
    {
        for (; most > 0; --most) {
            std::deque<Entry>& line = m_returned.empty() ? m_ready : m_returned;
            if (line.empty() || line.front().member.arrived > t)
                return;
            out.push_back(line.front());
            line.pop_front();
        }
    }
    /// In nobody's hands any more, and not here either.
    void leave(const Entry&) {}
    /// The same, and back in line.
    void comeBack(const std::vector<Entry>& entries)
    {
        m_returned.insert(m_returned.end(), entries.begin(), entries.end());
    }
    /// Was taken out by takeIf().
    void putBack(const Entry& entry) { m_returned.push_front(entry); }
    template <class Gone>
    void expire(SimTime sentBefore, Gone gone)
    {
        for (std::deque<Entry>* line : {&m_ready, &m_returned}) {
            while (!line->empty() && line->front().sent < sentBefore) {
                gone(line->front());
                line->pop_front();
            }
        }
    }
    template <class Wanted>
    std::uint64_t count(Wanted wanted) const
    {
        return static_cast<std::uint64_t>(std::count_if(m_returned.begin(), m_returned.end(), wanted)
                                          + std::count_if(m_ready.begin(), m_ready.end(), wanted));
    }
    /// Takes out the oldest for which `wanted(entry)`; none when that is not visible yet, which `visible` then says.
    template <class Wanted>
    std::optional<Entry> takeIf(SimTime t, Wanted wanted, SimTime& visible)
    {
        visible = kNever;
        for (std::deque<Entry>* line : {&m_returned, &m_ready}) {
            const auto oldest = std::find_if(line->begin(), line->end(), wanted);
            if (oldest == line->end())
                continue;
            visible = oldest->member.arrived;
            if (visible > t)
                return std::nullopt;
            const Entry entry = *oldest;
            line->erase(oldest);
            return entry;
        }
        return std::nullopt;
    }

private:
    std::deque<Entry> m_ready, m_returned;
};

/// What lines kept by message groups do alike.
template <GroupTurns Turns>
class GroupedLine {
public:
    void leave(const Entry& entry) { m_groups.leave(entry.group()); }
    void comeBack(const std::vector<Entry>& entries)
    {
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            m_groups.putBack(*entry);
            m_groups.leave(entry->group());
        }
    }
    void putBack(const Entry& entry) { m_groups.putBack(entry); }

protected:
    template <class Gone>
    void expireVisible(SimTime sentBefore, Gone gone)
    {
        for (const Entry* oldest = m_groups.oldest(); oldest && oldest->sent < sentBefore;
             oldest = m_groups.oldest()) {
            gone(*oldest);
            m_groups.drop(Entry{*oldest});
        }
    }
    MessageGroups<Entry, Turns> m_groups;
};

/// What waits in a FIFO queue, by group. New messages become visible in the order of sending.
class OrderedLine : public GroupedLine<GroupTurns::Ordered> {
public:
    bool hasNew() const { return !m_coming.empty(); }
    std::uint64_t waiting() const { return m_groups.waiting(); }
    std::uint64_t visibleAt(SimTime t) const
    {
        return waiting()
               - static_cast<std::uint64_t>(m_coming.end()
                                            - std::upper_bound(m_coming.begin(), m_coming.end(), t));
    }
    SimTime nextAt() const
    {
        const Entry* next = m_groups.next();
        return next ? next->member.arrived : kNever;
    }
    SimTime oldestSent(SimTime otherwise) const
    {
        const Entry* oldest = m_groups.oldest();
        return oldest ? std::min(otherwise, oldest->sent) : otherwise;
    }
    void add(const Entry& entry)
    {
        m_coming.push_back(entry.member.arrived);
        m_groups.add(entry);
    }
    void take(SimTime t, std::size_t most, std::vector<Entry>& out)
    {
        show(t);
        m_groups.take(
            most, [t](const Entry& entry) { return entry.member.arrived <= t; }, out);
    }
    template <class Gone>
    void expire(SimTime sentBefore, Gone gone)
    {
        expireVisible(sentBefore, gone);
    }
    template <class Wanted>
    std::uint64_t count(Wanted wanted) const
    {
        return m_groups.count(wanted);
    }
    /// The first of a group alone: those behind it follow it.
    template <class Wanted>
    std::optional<Entry> takeIf(SimTime t, Wanted wanted, SimTime& visible)
    {
        show(t);
        const Entry* found = m_groups.find(wanted);
        visible = found ? found->member.arrived : kNever;
        if (!found || visible > t)
            return std::nullopt;
        const Entry entry = *found;
        m_groups.drop(entry);
        return entry;
    }

private:
    void show(SimTime t)
    {
        while (!m_coming.empty() && m_coming.front() <= t)
            m_coming.pop_front();
    }
    std::deque<SimTime> m_coming;  ///< when new messages become visible
};

/// What waits in a standard queue that is fair to the groups of its messages: the one with the fewest in work has its turn.
class FairLine : public GroupedLine<GroupTurns::Fair> {
public:
    bool hasNew() const { return !m_coming.empty(); }
    std::uint64_t waiting() const { return m_groups.waiting() + m_coming.size(); }
    std::uint64_t visibleAt(SimTime t) const
    {
        const auto end = std::partition_point(m_coming.begin(), m_coming.end(),
                                              [t](const Entry& e) { return e.member.arrived <= t; });
        return m_groups.waiting() + static_cast<std::uint64_t>(end - m_coming.begin());
    }
    SimTime nextAt() const
    {
        if (const Entry* next = m_groups.next())
            return next->member.arrived;
        return m_coming.empty() ? kNever : m_coming.front().member.arrived;
    }
    SimTime oldestSent(SimTime otherwise) const
    {
        if (const Entry* oldest = m_groups.oldest())
            otherwise = std::min(otherwise, oldest->sent);
        return m_coming.empty() ? otherwise : std::min(otherwise, m_coming.front().sent);
    }
    void add(const Entry& entry) { m_coming.push_back(entry); }
    void take(SimTime t, std::size_t most, std::vector<Entry>& out)
    {
        show(t);
        m_groups.take(
            most, [](const Entry&) { return true; }, out);
    }
    template <class Gone>
    void expire(SimTime sentBefore, Gone gone)
    {
        expireVisible(sentBefore, gone);
        for (; !m_coming.empty() && m_coming.front().sent < sentBefore; m_coming.pop_front())
            gone(m_coming.front());
    }
    template <class Wanted>
    std::uint64_t count(Wanted wanted) const
    {
        return m_groups.count(wanted)
               + static_cast<std::uint64_t>(std::count_if(m_coming.begin(), m_coming.end(), wanted));
    }
    /// Those behind the first of a group follow it.
    template <class Wanted>
    std::optional<Entry> takeIf(SimTime t, Wanted wanted, SimTime& visible)
    {
        show(t);
        if (const Entry* found = m_groups.find(wanted)) {
            const Entry entry = *found;
            visible = entry.member.arrived;
            m_groups.drop(entry);
            return entry;
        }
        const auto coming = std::find_if(m_coming.begin(), m_coming.end(), wanted);
        visible = coming == m_coming.end() ? kNever : coming->member.arrived;
        return std::nullopt;
    }

private:
    void show(SimTime t)
    {
        for (; !m_coming.empty() && m_coming.front().member.arrived <= t; m_coming.pop_front())
            m_groups.add(m_coming.front());
    }
    std::deque<Entry> m_coming;  ///< what is not yet, in the order of sending
};

}  // namespace plimsoll::queue_node
