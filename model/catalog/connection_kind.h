// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

namespace plimsoll {

/// Who starts the work over a connection, and what is waited for.
enum class ConnectionKind { Call, Put, Notify, Poll, Query, Load, Replicate, Start, Uses };

/// Some of the kinds.
class KindSet {
public:
    constexpr KindSet(std::initializer_list<ConnectionKind> kinds)
    {
        for (const ConnectionKind kind : kinds)
            m_bits |= bit(kind);
    }
    static constexpr KindSet all()
    {
        KindSet set{};
        set.m_bits = ~0U;
        return set;
    }
    constexpr bool has(ConnectionKind kind) const { return (m_bits & bit(kind)) != 0; }

private:
    static constexpr unsigned bit(ConnectionKind kind) { return 1U << static_cast<unsigned>(kind); }
    unsigned m_bits = 0;
};

}  // namespace plimsoll
