// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <cstdint>
#include <list>
#include <queue>
#include <unordered_map>
#include <vector>

namespace plimsoll {

/// Items within so many bytes, the least recently used pushed out first. The map is looked up only, never walked.
class LruItems {
public:
    explicit LruItems(double mostBytes) : m_most{mostBytes} {}
    double bytes() const { return m_bytes; }
    std::uint64_t evicted() const { return m_evicted; }
    std::size_t count() const { return m_order.size(); }

    /// Whether the key is there and not too old; it is then the most recently used.
    bool find(std::uint64_t key, SimTime t)
    {
        const auto found = m_places.find(key);
        if (found == m_places.end())
            return false;
        if (found->second->until <= t) {
            drop(found->second);
            return false;
        }
        m_order.splice(m_order.begin(), m_order, found->second);
        return true;
    }
    /// What is too old by `t` leaves its room to others.
    void expire(SimTime t)
    {
        while (!m_aging.empty() && m_aging.top().until <= t) {
            const auto found = m_places.find(m_aging.top().key);
            if (found != m_places.end() && found->second->until <= t)
                drop(found->second);
            m_aging.pop();
        }
    }
    void put(std::uint64_t key, double bytes, SimTime until)
    {
        if (const auto found = m_places.find(key); found != m_places.end())
            drop(found->second);
        if (bytes > m_most)
            return;
        m_order.push_front({key, bytes, until});
        m_places[key] = m_order.begin();
        if (until < kNever)
            m_aging.push({until, key});
        m_bytes += bytes;
        makeRoom();
    }
    /// Whether it has room for such an item without pushing another one out.
    bool fits(std::uint64_t key, double bytes) const
    {
        const auto found = m_places.find(key);
        return m_bytes - (found == m_places.end() ? 0 : found->second->bytes) + bytes <= m_most;
    }
    void clear()
    {
        m_order.clear();
        m_places.clear();
        m_aging = {};
        m_bytes = 0;
    }
    void shrinkTo(double mostBytes)
    {
        m_most = mostBytes;
        makeRoom();
    }
    void growTo(double mostBytes) { m_most = mostBytes; }

private:
    struct Item {
        std::uint64_t key = 0;
        double bytes = 0;
        SimTime until;
    };
    struct Aging {
        SimTime until;
        std::uint64_t key = 0;
        bool operator<(const Aging& other) const { return until > other.until; }  // the first to age on top
    };
    using Order = std::list<Item>;
    void makeRoom()
    {
        while (m_bytes > m_most && !m_order.empty()) {
            ++m_evicted;
            drop(std::prev(m_order.end()));
        }
    }
    void drop(Order::iterator item)
    {
        m_bytes -= item->bytes;
        m_places.erase(item->key);
        m_order.erase(item);
        if (m_order.empty())
            m_bytes = 0;  // no rounding is left over
    }
    double m_most;
    double m_bytes = 0;
    std::uint64_t m_evicted = 0;
    std::priority_queue<Aging> m_aging;  ///< with entries of items that were replaced or pushed out since
    Order m_order;                       ///< most recently used first
    std::unordered_map<std::uint64_t, Order::iterator> m_places;
};

}  // namespace plimsoll
