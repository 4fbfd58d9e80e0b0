// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace plimsoll {

/// First in, first out, in storage that only grows: for lines that every message passes, where a deque would ask for
/// memory every few of them.
template <class Item>
class Ring {
public:
    bool empty() const { return m_begin == m_end; }
    std::size_t size() const { return static_cast<std::size_t>(m_end - m_begin); }
    const Item& front() const { return m_items[m_begin & (m_items.size() - 1)]; }
    void push_back(const Item& item)
    {
        if (size() == m_items.size())
            grow();
        m_items[m_end++ & (m_items.size() - 1)] = item;
    }
    /// push_back() where `wanted`, without a branch: whether somebody waits is as good as a coin to a processor.
    void pushIf(bool wanted, const Item& item)
    {
        if (size() == m_items.size()) [[unlikely]]
            grow();
        m_items[m_end & (m_items.size() - 1)] = item;
        m_end += wanted ? 1 : 0;
    }
    /// pushIf() of `count` in turn, item `n` where `wanted(n)`. Whenever there are more than `most`, `shorten(n)` pops what it
    /// can and returns the new `most`, at least as many as there are then.
    template <class Wanted, class ItemAt, class Shorten>
    void pushEachIf(std::size_t count, std::size_t most, Wanted wanted, ItemAt itemAt, Shorten shorten)
    {
        while (m_items.size() < size() + count)
            grow();
        Item* const items = m_items.data();
        const std::uint64_t mask = m_items.size() - 1;
        std::uint64_t end = m_end, limit = m_begin + most;
        for (std::size_t n = 0; n < count; ++n) {
            items[end & mask] = itemAt(n);
            end += wanted(n) ? 1 : 0;
            if (end > limit) {
                m_end = end;
                limit = shorten(n);
                limit += m_begin;
            }
        }
        m_end = end;
    }
    void pop_front() { ++m_begin; }

private:
    void grow()
    {
        std::vector<Item> items(m_items.empty() ? 16 : 2 * m_items.size());
        for (std::uint64_t at = m_begin; at < m_end; ++at)
            items[at & (items.size() - 1)] = std::move(m_items[at & (m_items.size() - 1)]);
        m_items.swap(items);
    }
    std::vector<Item> m_items;  ///< a power of two
    std::uint64_t m_begin = 0, m_end = 0;
};

}  // namespace plimsoll
