// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace plimsoll {

/// The pending alarms of one node. The driver asks only for the next one; equal times fire in id order.
class TimerSet {
public:
    void arm(SimTime at, std::uint64_t id)
    {
        m_heap.push_back({at, id});
        if (m_heap.size() > 1)
            std::push_heap(m_heap.begin(), m_heap.end(), later);
    }
    SimTime next() const { return m_heap.empty() ? kNever : m_heap.front().at; }
    std::uint64_t pop()
    {
        const std::uint64_t id = m_heap.front().id;
        if (m_heap.size() > 1)
            std::pop_heap(m_heap.begin(), m_heap.end(), later);
        m_heap.pop_back();
        return id;
    }

private:
    struct Alarm {
        SimTime at;
        std::uint64_t id;
    };
    static bool later(const Alarm& a, const Alarm& b) { return a.at != b.at ? a.at > b.at : a.id > b.id; }
    std::vector<Alarm> m_heap;
};

}  // namespace plimsoll
