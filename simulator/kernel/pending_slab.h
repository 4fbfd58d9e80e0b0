// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

#include <vector>

namespace plimsoll {

/// A caller's open calls. Closing one bumps its generation, so an answer that comes after the caller gave up finds
/// nothing, while the callee has still done the work.
template <class Call>
class PendingSlab {
public:
    CallToken open(Call call, std::uint32_t connection, bool reversed = false)
    {
        std::uint32_t slot;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_slots.size());
            m_slots.push_back({});
        } else {
            slot = m_free.back();
            m_free.pop_back();
        }
        m_slots[slot].call = std::move(call);
        m_slots[slot].open = true;
        ++m_open;
        return {slot, m_slots[slot].generation, connection, reversed};
    }
    /// Null when the call was closed before: a late answer.
    Call* find(const CallToken& token)
    {
        if (token.slot >= m_slots.size())
            return nullptr;
        Slot& slot = m_slots[token.slot];
        return slot.open && slot.generation == token.generation ? &slot.call : nullptr;
    }
    /// The open call in `slot`; it must be open.
    Call* at(std::uint32_t slot) { return &m_slots[slot].call; }
    std::uint32_t generationOf(std::uint32_t slot) const { return m_slots[slot].generation; }
    void close(std::uint32_t slot)
    {
        m_slots[slot].open = false;
        bump(m_slots[slot]);
        m_free.push_back(slot);
        --m_open;
    }
    /// For the next try of an open call: a fresh generation, then `use(call, token)`; `connectionOf(call)` names the way.
    template <class Use, class ConnectionOf>
    void reopen(std::uint32_t slot, Use use, ConnectionOf connectionOf)
    {
        Slot& item = m_slots[slot];
        if (!item.open)
            return;
        bump(item);
        use(item.call, CallToken{slot, item.generation, connectionOf(item.call), false});
    }
    std::size_t openCount() const { return m_open; }
    /// Visits open calls in slot order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const Slot& slot : m_slots) {
            if (slot.open)
                visit(slot.call);
        }
    }

    /// The same with the number of each slot.
    template <class Visit>
    void forEachSlot(Visit visit) const
    {
        for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
            if (m_slots[slot].open)
                visit(static_cast<std::uint32_t>(slot), m_slots[slot].call);
        }
    }

private:
    struct Slot {
        Call call{};
        std::uint32_t generation = 0;
        bool open = false;
    };
    // Generations stay within the 28 bits that a timer id has room for.
    static void bump(Slot& slot) { slot.generation = (slot.generation + 1) & 0xFFFFFFF; }
    std::vector<Slot> m_slots;
    std::vector<std::uint32_t> m_free;
    std::size_t m_open = 0;
};

}  // namespace plimsoll
