// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/draws/message.h"
#include "simulator/kernel/node_context.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/kernel/timer_set.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plimsoll {

/// Whether the connection copies between two of one kind, such as the tables of a global table. What came over one goes
/// over no other, so that copies do not go round.
inline bool isReplica(const ComponentView& self, const ConnectionPort& port)
{
    return port.kind == ConnectionKind::Replicate && port.other.spec->id == self.spec->id;
}

/// Copies what was stored to others in the background: nobody waits, and what a target refuses for want of capacity is
/// tried again until it is taken.
class BackgroundCopies {
public:
    static constexpr std::uint64_t kRetry = std::uint64_t{1} << 60;

    struct Way {
        std::uint32_t index = 0;          ///< of the connection
        double factor = 1;                ///< bytes of a copy over those of what was stored
        Law lag = Law::deterministic(0);  ///< nanoseconds until it is on its way
        bool isReplica = false;
    };

    void open(const NodeContext& context, std::vector<Way> ways, Duration retry)
    {
        m_ways = std::move(ways);
        m_retry = retry;
        m_lags = context.draws(Purpose::Backoff);
        for (const ConnectionPort& port : context.inputs) {
            if (isReplica(context.self, port))
                m_from.push_back(port.index);
        }
    }
    bool empty() const { return m_ways.empty(); }
    /// Others of its kind copy to it, or it to them.
    bool isReplicated() const
    {
        return !m_from.empty()
               || std::any_of(m_ways.begin(), m_ways.end(), [](const Way& way) { return way.isReplica; });
    }
    bool sendsOver(std::uint32_t connection) const
    {
        return std::any_of(m_ways.begin(), m_ways.end(),
                           [&](const Way& way) { return way.index == connection; });
    }
    /// Whether this came as a copy from another of its kind.
    bool isCopy(const CallToken& asked) const
    {
        return !m_from.empty() && std::find(m_from.begin(), m_from.end(), asked.connection) != m_from.end();
    }
    static bool owns(std::uint64_t alarm) { return (alarm & kRetry) != 0; }

    /// How many copies are made of what is stored.
    std::size_t copiesOf(bool isCopy) const
    {
        return static_cast<std::size_t>(
            std::count_if(m_ways.begin(), m_ways.end(), [&](const Way& way) { return goes(way, isCopy); }));
    }
    /// Sends copies of a message that was stored at `at`; every way keeps the members for itself.
    template <class Emit>
    void send(SimTime at, const Message& stored, bool isCopy, NodeMeter& meter, Emit& emit)
    {
        for (std::size_t n = 0; n < m_ways.size(); ++n) {
            const Way& way = m_ways[n];
            if (!goes(way, isCopy))
                continue;
            Message copy;
            copy.id = stored.id;
            copy.id.attempt = 0;
            ++copy.id.visit;
            // Copies over several ways must not draw alike.
            copy.id.part = static_cast<std::uint16_t>(copy.id.part ^ (n << 12));
            copy.born = stored.born;
            copy.sent = at;
            copy.key = stored.key;
            copy.bytes = static_cast<std::uint64_t>(static_cast<double>(stored.bytes) * way.factor + 0.5);
            copy.records = stored.records;
            copy.members = stored.members;
            copy.carriesUnit = true;
            if (copy.members)
                emit.spans().retain(copy.members);
            copy.replyTo = m_open.open({copy, way.isReplica}, way.index);
            m_open.at(copy.replyTo.slot)->message.replyTo = copy.replyTo;
            ++(way.isReplica ? m_replicated : m_captured);
            const SimTime leaves = at + fromNanos(way.lag.drawFor(copy.id, m_lags) + 0.5);
            if (copy.members)
                emit.spentEach(meter, emit.spans().members(copy.members), TimePart::Transfer, at, leaves);
            else
                emit.spent(meter, copy.id, TimePart::Transfer, at, leaves);
            emit.send(way.index, leaves, copy);
        }
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, TimerSet& timers, NodeMeter& meter, Emit& emit)
    {
        Copy* copy = m_open.find(r.call);
        if (copy && r.outcome != Outcome::Done && r.outcome != Outcome::Rejected) {
            ++m_retries;
            m_waiting += copy->message.records;
            copy->message.members = r.members;  // what was refused has come back
            timers.arm(t + m_retry, kRetry | r.call.slot);
            return;
        }
        emit.spans().release(r.members);
        if (!copy)
            return;
        if (r.outcome == Outcome::Rejected) {  // it never will be taken
            m_lost += copy->message.records;
            meter.units.lost += copy->message.records;
            emit.gone(copy->message.born);
        }
        m_open.close(r.call.slot);
    }
    template <class Emit>
    void tryAgain(SimTime t, std::uint64_t alarm, Emit& emit)
    {
        m_open.reopen(
            static_cast<std::uint32_t>(alarm),
            [&](Copy& copy, const CallToken& token) {
                m_waiting -= copy.message.records;
                copy.message.replyTo = token;
                if (!copy.isReplica)  // which goes by when it was written
                    copy.message.sent = t;
                copy.message.id.attempt =
                    static_cast<std::uint8_t>(std::min(255, copy.message.id.attempt + 1));
                emit.send(token.connection, t, copy.message);
            },
            [](const Copy& copy) { return copy.message.replyTo.connection; });
    }
    /// Records that were refused, and are here until they are tried again.
    std::uint64_t waiting() const { return m_waiting; }
    void report(ComponentReport& out) const
    {
        if (m_ways.empty())
            return;
        if (m_captured > 0)
            addCounts(out, {{"changes-captured", "changes captured", m_captured}});
        if (m_replicated > 0)
            addCounts(out, {{"copies-sent", "copies sent to replicas", m_replicated}});
        addCounts(out, {{"capture-retries", "capture retries", m_retries},
                        {"changes-lost", "changes too large for their stream", m_lost}});
    }

private:
    struct Copy {
        Message message;
        bool isReplica = false;
    };
    static bool goes(const Way& way, bool isCopy) { return !way.isReplica || !isCopy; }

    std::vector<Way> m_ways;
    std::vector<std::uint32_t> m_from;  ///< connections over which copies come
    Duration m_retry{};
    DrawKey m_lags;
    PendingSlab<Copy> m_open;
    std::uint64_t m_captured = 0, m_replicated = 0, m_retries = 0, m_lost = 0, m_waiting = 0;
};

}  // namespace plimsoll
