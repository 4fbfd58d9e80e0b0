// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/call_guard.h"

#include <utility>
#include <vector>

namespace plimsoll {

/// Who calls: where records begin, whose answers are the responses that are measured, or whoever works on them.
enum class CallerKind { Origin, Worker };

/// Where the run's unit of work is while a call is open.
enum class CallUnit : std::uint8_t {
    None,  ///< the call is an errand, the unit is somewhere else
    Held,  ///< with the caller until the answer has come
    Sent   ///< it goes with the message
};

/// The open calls of one node: tries and pauses by the policy, quota, budget and breaker of each of its ways, timeouts,
/// answers that come late, what it all says in traces, where the units are. `Owner` is what the node knows a call by.
/// The node, a NodeBase, offers callEnded(t, owner, outcome, emit) and, of an Origin, recordEnded(t, call, id, sent, failed)
/// for each record whose last answer has come; it passes on answers, and alarms that the desk owns.
template <class Owner, CallerKind kKind>
class CallDesk {
public:
    struct Call {
        Message message;
        std::uint32_t way = 0;
        bool waiting = false;  ///< between two tries
        CallPass pass;
        SimTime tried;                      ///< the present try left
        TimePart lostTo = TimePart::Retry;  ///< why the last one came to nothing
        Owner owner{};
    };

    /// Ways are numbered as they are added. `clients` share the calls, each with a retry quota of its own.
    void addWay(std::uint32_t connection, const RetryPolicy& policy, Duration timeout, CallUnit unit,
                int clients = 1)
    {
        m_ways.push_back({connection, timeout, unit});
        m_guards.emplace_back(policy, clients);
    }
    void drawBackoffs(const DrawKey& draws) { m_backoffs = draws; }
    std::vector<CallGuard>& guards() { return m_guards; }
    const std::vector<CallGuard>& guards() const { return m_guards; }
    std::size_t openCount() const { return m_calls.openCount(); }
    template <class Visit>
    void forEach(Visit visit) const
    {
        m_calls.forEach(visit);
    }
    /// Units of work the caller itself holds.
    std::uint64_t unitsHeld() const
    {
        std::uint64_t units = 0;
        m_calls.forEach([&](const Call& call) {
            const CallUnit unit = m_ways[call.way].unit;
            units +=
                unit == CallUnit::Held || (unit == CallUnit::Sent && call.waiting) ? call.message.records : 0;
        });
        return units;
    }

    /// Takes over the reference to the message's members, if there are any. A call that the breaker stops ends a moment
    /// later: who makes it is still being looked at.
    template <class Node, class Emit>
    void place(SimTime t, Message message, std::uint32_t way, Owner owner, Node& node, Emit& emit)
    {
        CallGuard& guard = m_guards[way];
        message.carriesUnit = m_ways[way].unit == CallUnit::Sent;
        Call call{message, way, false, {}, t, TimePart::Retry, std::move(owner)};
        guard.firstTry();
        const bool admitted = guard.admits(t, call.pass);
        call.waiting = !admitted;
        const CallToken token = m_calls.open(std::move(call), m_ways[way].connection);
        if (admitted)
            transmit(t, token, message, way, node, emit);
        else
            node.timers.arm(t + Duration{1}, alarmOf(kStopped, token));
    }

    template <class Node, class Emit>
    void reply(SimTime t, const Reply& r, Node& node, Emit& emit)
    {
        Call* call = m_calls.find(r.call);
        if (!call) {  // after the caller had moved on to its next try, or gave up
            if (kKind == CallerKind::Origin)
                node.meter.units.lost += r.units;
            return emit.spans().release(r.members);
        }
        if (r.outcome == Outcome::Done) {
            m_guards[call->way].succeeded(t, call->pass);
            emit.spans().release(r.members);
            return end(t, r.call.slot, Outcome::Done, node, emit);
        }
        if (r.members) {  // only the refused part of a batch is tried again
            endRecords(t, *call, r.members, false, node, emit);
            emit.spans().release(call->message.members);
            call->message.members = r.members;
            call->message.records = static_cast<std::uint32_t>(emit.spans().members(r.members).size());
        }
        failed(t, r.call.slot, r.outcome, node, emit);
    }

    static bool owns(std::uint64_t alarm) { return alarm >= kRetry; }
    template <class Node, class Emit>
    void alarm(SimTime t, std::uint64_t id, Node& node, Emit& emit)
    {
        const auto slot = static_cast<std::uint32_t>(id & kLow);
        Call* call = m_calls.find({slot, static_cast<std::uint32_t>(id >> 28 & kLow), 0, false});
        if (!call)
            return;
        if (id >= kStopped) {
            countFailure(*call, emit);
            end(t, slot, Outcome::Failed, node, emit);
        } else if (id < kTimeout) {
            resend(t, slot, node, emit);
        } else if (!call->waiting) {
            timedOut(t, slot, node, emit);
        }
    }

private:
    struct Way {
        std::uint32_t connection = 0;
        Duration timeout{};
        CallUnit unit = CallUnit::None;
    };
    static constexpr std::uint64_t kRetry = std::uint64_t{0xFD} << 56;
    static constexpr std::uint64_t kTimeout = std::uint64_t{0xFE} << 56;
    static constexpr std::uint64_t kStopped = std::uint64_t{0xFF} << 56;
    static constexpr std::uint64_t kLow = 0xFFFFFFF;
    static std::uint64_t alarmOf(std::uint64_t kind, const CallToken& token)
    {
        return kind | (token.generation & kLow) << 28 | token.slot;
    }

    template <class Node, class Emit>
    void transmit(SimTime t, const CallToken& token, Message message, std::uint32_t way, Node& node,
                  Emit& emit)
    {
        const Way& to = m_ways[way];
        message.replyTo = token;
        if (to.timeout > Duration{0})
            message.deadline = t + to.timeout;
        emit.spans().retain(
            message.members);  // the callee gives its reference back; ours stays for a next try
        emit.send(to.connection, t, message);
        if (to.timeout > Duration{0})
            node.timers.arm(t + to.timeout, alarmOf(kTimeout, token));
    }
    template <class Node, class Emit>
    void failed(SimTime t, std::uint32_t slot, Outcome outcome, Node& node, Emit& emit)
    {
        Call& call = *m_calls.at(slot);
        countFailure(call, emit);
        call.lostTo = waitAfter(outcome);
        CallGuard& guard = m_guards[call.way];
        if (!guard.retries(t, call.message.id.attempt + 1, outcome == Outcome::TimedOut, call.pass))
            return end(t, slot, outcome, node, emit);
        call.waiting = true;
        node.timers.arm(t + guard.policy().delayAfter(call.message.id, m_backoffs),
                        alarmOf(kRetry, {slot, m_calls.generationOf(slot), 0, false}));
    }
    /// The answer may still come: a new slot for the next try makes it a late one.
    template <class Node, class Emit>
    void timedOut(SimTime t, std::uint32_t slot, Node& node, Emit& emit)
    {
        Call again = std::move(*m_calls.at(slot));
        m_calls.close(slot);
        // What was sent may still be stored, so a next try makes a possible duplicate.
        node.meter.units.copied += m_ways[again.way].unit == CallUnit::Sent ? again.message.records : 0;
        const std::uint32_t connection = m_ways[again.way].connection;
        failed(t, m_calls.open(std::move(again), connection).slot, Outcome::TimedOut, node, emit);
    }
    template <class Node, class Emit>
    void resend(SimTime t, std::uint32_t slot, Node& node, Emit& emit)
    {
        Call& stopped = *m_calls.at(slot);
        if (!m_guards[stopped.way].admits(t, stopped.pass))
            return end(t, slot, Outcome::Failed, node, emit);
        m_calls.reopen(
            slot,
            [&](Call& call, const CallToken& token) {
                call.waiting = false;
                node.meter.spent(call.lostTo, t - call.tried, call.message.records);
                eachRecord(call, emit, [&](const MessageId& id, SimTime, SimTime) {
                    emit.waited(m_ways[call.way].connection, id, call.lostTo, call.tried, t);
                });
                call.tried = t;
                ++call.message.id.attempt;
                transmit(t, token, call.message, call.way, node, emit);
            },
            [&](const Call& call) { return m_ways[call.way].connection; });
    }
    template <class Emit>
    void countFailure(const Call& call, Emit& emit)
    {
        if constexpr (kKind == CallerKind::Origin)
            emit.path(m_ways[call.way].connection).failed += call.message.records;
    }
    template <class Node, class Emit>
    void end(SimTime t, std::uint32_t slot, Outcome outcome, Node& node, Emit& emit)
    {
        const Call call = std::move(*m_calls.at(slot));
        m_calls.close(slot);
        endRecords(t, call, {}, outcome != Outcome::Done, node, emit);
        emit.spans().release(call.message.members);
        node.callEnded(t, call.owner, outcome, emit);
    }

    template <class Emit, class Visit>
    static void eachRecord(const Call& call, Emit& emit, Visit visit)
    {
        if (!call.message.members)
            return visit(call.message.id, call.message.sent, call.message.born);
        for (const Member& member : emit.spans().members(call.message.members))
            visit(member.id, member.born, member.born);
    }
    /// Of all the call's records but those that will be tried again, which are a part of all in the same order.
    template <class Node, class Emit>
    void endRecords(SimTime t, const Call& call, SpanRef again, bool hasFailed, Node& node, Emit& emit)
    {
        std::size_t next = 0;
        eachRecord(call, emit, [&](const MessageId& id, SimTime sent, SimTime born) {
            if (again && next < emit.spans().members(again).size()
                && emit.spans().members(again)[next].id == id)
                ++next;
            else
                endRecord(t, call, id, sent, born, hasFailed, node, emit);
        });
    }
    template <class Node, class Emit>
    void endRecord(SimTime t, const Call& call, const MessageId& id, SimTime sent, SimTime born,
                   bool hasFailed, Node& node, Emit& emit)
    {
        const Way& way = m_ways[call.way];
        if constexpr (kKind == CallerKind::Worker) {
            emit.called(way.connection, id, call.tried, t);
        } else {
            auto& path = emit.path(way.connection);
            if (hasFailed) {
                ++path.gaveUp;
                ++node.meter.units.gaveUp;
            } else {
                ++path.succeeded;
                path.response.add(t - sent);
                emit.responded(way.connection, id, sent, call.tried, t);
                if (!fetches(call.message.operation))
                    emit.entered(way.connection, born);
                node.meter.units.done += way.unit == CallUnit::Held ? 1 : 0;
            }
            node.recordEnded(t, call, id, sent, hasFailed);
        }
    }

    std::vector<Way> m_ways;
    std::vector<CallGuard> m_guards;  ///< by way
    DrawKey m_backoffs;
    PendingSlab<Call> m_calls;
};

}  // namespace plimsoll
