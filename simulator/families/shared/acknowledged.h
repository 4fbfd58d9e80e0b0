// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// Whose caller waits only for the acknowledgement: work that another component put here is this one's from then on. What
/// a source puts is measured to its end.
inline bool isAcknowledged(const ConnectionPort& input)
{
    return input.kind == ConnectionKind::Put && !input.other.spec->isSource;
}

/// The inputs of one node over which that is so.
class Acknowledged {
public:
    void open(const std::vector<ConnectionPort>& inputs)
    {
        for (const ConnectionPort& input : inputs) {
            if (isAcknowledged(input))
                m_connections.push_back(input.index);
        }
    }
    /// One more, whose caller waits for no more either.
    void add(std::uint32_t connection) { m_connections.push_back(connection); }
    bool any() const { return !m_connections.empty(); }
    bool holds(const Message& m) const
    {
        return !m_connections.empty() && m.replyTo.slot < CallToken::kNobody
               && std::find(m_connections.begin(), m_connections.end(), m.replyTo.connection)
                      != m_connections.end();
    }
    static Reply reply(const Message& m)
    {
        Reply done;
        done.id = m.id;
        done.sent = m.sent;
        return done;
    }
    /// Counts work that fails here, frees the sinks that were told to wait for it, and lets its caller know as below.
    template <class Emit>
    void failWork(SimTime t, const Message& m, NodeMeter& meter, Emit& emit) const
    {
        meter.failed(t, m.records);
        if (m.replyTo.slot == CallToken::kUnattended) {
            if (!m.members)
                emit.gone(m.born);
            else
                for (const Member& member : emit.spans().members(m.members))
                    emit.gone(member.born);
        }
        fail(t, m, meter, emit);
    }
    /// Work that was accepted comes to nothing: whoever still waits for it hears so; what was handed over is lost.
    template <class Emit>
    void fail(SimTime t, const Message& m, NodeMeter& meter, Emit& emit) const
    {
        if (!holds(m))
            return emit.refuse(t, m, Outcome::Failed);
        if (m.carriesUnit)
            meter.units.lost += m.records;
        if (m.members) {
            for (const Member& member : emit.spans().members(m.members))
                emit.gone(member.born);
            emit.spans().release(m.members);
        } else {
            emit.gone(m.born);
        }
    }

private:
    std::vector<std::uint32_t> m_connections;
};

}  // namespace plimsoll
