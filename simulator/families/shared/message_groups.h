// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plimsoll {

/// Whose turn it is among the groups of which something waits.
enum class GroupTurns {
    /// Of a group whose messages are in work none is handed out, and of the others the one whose first message is oldest
    /// comes first. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
    Ordered,
    /// The group with the fewest messages in work comes first, of several the one whose first message is oldest (max-min
    /// fairness; Bertsekas and Gallager, Data Networks, 6.5.2).
    Fair
};

/// What waits in a queue whose messages belong to groups.
/// `Item` has `std::uint32_t group() const` and `std::uint64_t place`, its number in the order of sending.
template <class Item, GroupTurns kTurns = GroupTurns::Ordered>
class MessageGroups {
public:
    std::size_t waiting() const { return m_waiting; }
    /// Of those, in groups whose turn may come: in order, those of which nothing is in work.
    std::size_t free() const { return m_free; }
    /// Groups of which something waits.
    std::size_t groups() const { return m_heads.size(); }
    const Item* oldest() const
    {
        return m_heads.empty() ? nullptr : &m_groups.find(m_heads.begin()->second)->second.waiting.front();
    }
    /// The first of the group whose turn it is.
    const Item* next() const
    {
        return m_turns.empty() ? nullptr : &m_groups.find(m_turns.begin()->second)->second.waiting.front();
    }

    /// As the last of its group.
    void add(const Item& item)
    {
        change(item.group(), [&](Group& group) { group.waiting.push_back(item); });
    }
    /// As the first of its group.
    void putBack(const Item& item)
    {
        change(item.group(), [&](Group& group) { group.waiting.push_front(item); });
    }
    /// Hands out at most so many for which `ready(item)`: in order as many of one group as there are before another one's,
    /// otherwise one at a turn.
    template <class Ready>
    void take(std::size_t most, Ready ready, std::vector<Item>& out)
    {
        while (most > 0 && !m_turns.empty() && ready(*next())) {
            change(m_turns.begin()->second, [&](Group& group) {
                do {
                    out.push_back(group.waiting.front());
                    group.waiting.pop_front();
                    ++group.inWork;
                    --most;
                } while (kTurns == GroupTurns::Ordered && most > 0 && !group.waiting.empty()
                         && ready(group.waiting.front()));
            });
        }
    }
    /// One of the group is in nobody's hands any more.
    void leave(std::uint32_t group)
    {
        change(group, [](Group& each) { --each.inWork; });
    }
    /// Takes the first of a group out for good, in work or not.
    void drop(const Item& first)
    {
        change(first.group(), [](Group& group) { group.waiting.pop_front(); });
    }
    /// The oldest that is the first of its group and for which `wanted(item)`.
    template <class Wanted>
    const Item* find(Wanted wanted) const
    {
        for (const auto& [place, key] : m_heads) {
            const Item& head = m_groups.find(key)->second.waiting.front();
            if (wanted(head))
                return &head;
        }
        return nullptr;
    }
    template <class Wanted>
    std::uint64_t count(Wanted wanted) const
    {
        std::uint64_t sum = 0;
        for (const auto& [place, key] : m_heads) {
            for (const Item& item : m_groups.find(key)->second.waiting)
                sum += wanted(item) ? 1 : 0;
        }
        return sum;
    }

private:
    struct Group {
        std::deque<Item> waiting;
        std::uint64_t inWork = 0;
    };
    /// How many of it are in work, where that counts, and the place of its first message.
    using Turn = std::pair<std::uint64_t, std::uint64_t>;

    /// Keeps the lists of first messages true to what `what` does to the group.
    template <class What>
    void change(std::uint32_t key, What what)
    {
        const auto found = m_groups.try_emplace(key).first;
        Group& group = found->second;
        list(key, group, false);
        what(group);
        list(key, group, true);
        if (group.waiting.empty() && group.inWork == 0)
            m_groups.erase(found);
    }
    void list(std::uint32_t key, const Group& group, bool in)
    {
        if (group.waiting.empty())
            return;
        const std::uint64_t place = group.waiting.front().place;
        const std::size_t count = group.waiting.size();
        if (in) {
            m_heads.emplace(place, key);
            m_waiting += count;
        } else {
            m_heads.erase(place);
            m_waiting -= count;
        }
        if (kTurns == GroupTurns::Ordered && group.inWork > 0)
            return;
        const Turn turn{group.inWork, place};
        if (in) {
            m_turns.emplace(turn, key);
            m_free += count;
        } else {
            m_turns.erase(turn);
            m_free -= count;
        }
    }

    std::unordered_map<std::uint32_t, Group> m_groups;  ///< looked up only
    std::map<std::uint64_t, std::uint32_t> m_heads;     ///< groups by the place of their first message
    std::map<Turn, std::uint32_t> m_turns;
    std::size_t m_waiting = 0, m_free = 0;
};

}  // namespace plimsoll
