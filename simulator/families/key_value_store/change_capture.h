// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/kernel/node_context.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/kernel/timer_set.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace plimsoll {

/// Copies the changes of a table to streams in the background: nobody waits, and what a stream refuses for want of
/// capacity is tried again until it is taken.
class ChangeCapture {
public:
    static constexpr std::uint64_t kRetry = std::uint64_t{1} << 60;

    void open(const NodeContext& context, double factor, double step, Duration retry)
    {
        m_factor = factor;
        m_step = step;
        m_retry = retry;
        for (const ConnectionPort& port : context.outputs) {
            if (port.kind == ConnectionKind::Replicate)
                m_streams.push_back(port.index);
        }
    }
    bool empty() const { return m_streams.empty(); }
    bool sendsOver(std::uint32_t connection) const
    {
        return std::find(m_streams.begin(), m_streams.end(), connection) != m_streams.end();
    }
    static bool owns(std::uint64_t alarm) { return (alarm & kRetry) != 0; }

    template <class Emit>
    void capture(SimTime at, const Member& item, bool carriesUnit, NodeMeter& meter, Emit& emit)
    {
        for (std::size_t stream = 0; stream < m_streams.size(); ++stream) {
            Message change;
            change.id = item.id;
            change.id.attempt = 0;
            ++change.id.visit;
            // Copies to several streams must not draw alike.
            change.id.part = static_cast<std::uint16_t>(change.id.part ^ (stream << 12));
            change.born = item.born;
            change.sent = at;
            change.key = item.key;
            change.bytes = static_cast<std::uint64_t>(static_cast<double>(item.bytes) * m_factor + 0.5);
            change.carriesUnit = true;
            change.replyTo = m_open.open({change, false}, m_streams[stream]);
            m_open.at(change.replyTo.slot)->message.replyTo = change.replyTo;
            ++(carriesUnit ? meter.units.copied : meter.units.generated);
            ++m_captured;
            m_units += static_cast<std::uint64_t>(
                std::max(1.0, std::ceil(static_cast<double>(item.bytes) / m_step)));
            emit.send(m_streams[stream], at, change);
        }
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, TimerSet& timers, NodeMeter& meter, Emit& emit)
    {
        emit.spans().release(r.members);
        Change* change = m_open.find(r.call);
        if (!change)
            return;
        if (r.outcome == Outcome::Done)
            return m_open.close(r.call.slot);
        if (r.outcome == Outcome::Rejected) {  // it never will be taken
            ++m_lost;
            ++meter.units.lost;
            emit.gone(change->message.born);
            return m_open.close(r.call.slot);
        }
        ++m_retries;
        ++m_waiting;
        change->waits = true;
        timers.arm(t + m_retry, kRetry | r.call.slot);
    }
    template <class Emit>
    void tryAgain(SimTime t, std::uint64_t alarm, Emit& emit)
    {
        m_open.reopen(
            static_cast<std::uint32_t>(alarm),
            [&](Change& change, const CallToken& token) {
                change.waits = false;
                --m_waiting;
                change.message.replyTo = token;
                change.message.sent = t;
                change.message.id.attempt =
                    static_cast<std::uint8_t>(std::min(255, change.message.id.attempt + 1));
                emit.send(token.connection, t, change.message);
            },
            [](const Change& change) { return change.message.replyTo.connection; });
    }
    /// Refused, and here until they are tried again.
    std::uint64_t waiting() const { return m_waiting; }
    std::uint64_t units() const { return m_units; }
    void report(ComponentReport& out) const
    {
        if (m_streams.empty())
            return;
        addCounts(out, {{"changes-captured", "changes captured", m_captured},
                        {"capture-retries", "capture retries", m_retries},
                        {"changes-lost", "changes too large for their stream", m_lost}});
    }

private:
    struct Change {
        Message message;
        bool waits = false;
    };
    std::vector<std::uint32_t> m_streams;
    double m_factor = 1, m_step = 1024;
    Duration m_retry{};
    PendingSlab<Change> m_open;
    std::uint64_t m_captured = 0, m_retries = 0, m_lost = 0, m_waiting = 0, m_units = 0;
};

}  // namespace plimsoll
