// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <cstddef>
#include <vector>

namespace plimsoll {

/// When each of c equal servers has ended what it has taken on: the state of a first-come-first-served station whose
/// service times are known in advance (Kiefer and Wolfowitz, 1955).
class ServerPool {
public:
    explicit ServerPool(std::size_t servers = 0) : m_freeAt(servers, kSimStart) {}
    /// The earliest end.
    SimTime nextFree() const { return m_freeAt.front(); }
    /// The server that ends first works until `end` next, which is not before.
    void take(SimTime end)
    {
        // A heap whose least element is replaced: one way down, where pop and push would take two.
        const std::size_t size = m_freeAt.size();
        std::size_t hole = 0;
        for (std::size_t child = 1; child < size; child = 2 * hole + 1) {
            if (child + 1 < size && m_freeAt[child + 1] < m_freeAt[child])
                ++child;
            if (end <= m_freeAt[child])
                break;
            m_freeAt[hole] = m_freeAt[child];
            hole = child;
        }
        m_freeAt[hole] = end;
    }

private:
    std::vector<SimTime> m_freeAt;  ///< a heap, the least in front
};

}  // namespace plimsoll
