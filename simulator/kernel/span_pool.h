// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

#include <vector>

namespace plimsoll {

/// Batches of members in flight. A slot's storage is reused, so memory follows what is in flight, not what passed.
class SpanPool {
public:
    SpanPool() : m_spans(1) {}
    /// An empty batch with one owner.
    SpanRef create()
    {
        std::uint32_t slot;
        if (m_free.empty()) {
            slot = static_cast<std::uint32_t>(m_spans.size());
            m_spans.push_back({});
        } else {
            slot = m_free.back();
            m_free.pop_back();
        }
        m_spans[slot].owners = 1;
        return {slot};
    }
    std::vector<Member>& members(SpanRef ref) { return m_spans[ref.slot].members; }
    const std::vector<Member>& members(SpanRef ref) const { return m_spans[ref.slot].members; }
    void retain(SpanRef ref)
    {
        if (ref)
            ++m_spans[ref.slot].owners;
    }
    void release(SpanRef ref)
    {
        if (!ref || --m_spans[ref.slot].owners > 0)
            return;
        std::vector<Member>& members = m_spans[ref.slot].members;
        // Any batch may be next in this slot: one that was large must not pin its storage under the small ones after it.
        if (members.capacity() > kKeptMembers)
            std::vector<Member>{}.swap(members);
        else
            members.clear();
        m_free.push_back(ref.slot);
    }
    /// Gives up one owner's share; its members go into `to`, which is empty, and what `to` had room for may stay here.
    void moveOut(SpanRef ref, std::vector<Member>& to)
    {
        if (m_spans[ref.slot].owners > 1)
            to = m_spans[ref.slot].members;
        else
            to.swap(m_spans[ref.slot].members);
        release(ref);
    }
    std::size_t live() const { return m_spans.size() - 1 - m_free.size(); }

private:
    static constexpr std::size_t kKeptMembers = 256;
    struct Span {
        std::vector<Member> members;
        std::uint32_t owners = 0;
    };
    std::vector<Span> m_spans;  // slot 0 is "none"
    std::vector<std::uint32_t> m_free;
};

}  // namespace plimsoll
