// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/delivery_stream/record_buffers.h"

#include "simulator/kernel/pending_slab.h"
#include "simulator/kernel/timer_set.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <optional>

namespace plimsoll {

/// What is kept beside the delivery: records that cannot be delivered, under the error prefix, and source records as they
/// came. Both gather in a buffer of their own and are written as objects to one bucket, which may be the destination.
class AsideObjects {
public:
    static constexpr std::uint64_t kFlush = std::uint64_t{5} << 60, kRetry = std::uint64_t{6} << 60;
    enum Kind : std::uint32_t { Errors, Backup };
    struct Settings {
        std::uint64_t bytes = 5 * 1024 * 1024;
        Duration time{}, retryFor{};
    };

    void open(std::uint32_t connection, const Settings& settings)
    {
        m_connection = connection;
        m_settings = settings;
    }
    bool isOpen() const { return m_connection.has_value(); }
    /// Calls of its own are told from deliveries over the same connection by this bit of the slot.
    static bool owns(const CallToken& call)
    {
        return call.slot < CallToken::kNobody && (call.slot & kOwn) != 0;
    }

    /// A unit of work comes with the record: that of the run, or a copy that was counted.
    template <class Emit>
    void add(SimTime t, Kind kind, Member member, TimerSet& timers, Emit& emit)
    {
        member.arrived = t;
        RecordBuffer* into = m_buffers.find(kind);
        if (!into) {
            into = &m_buffers.start(kind, t, t + m_settings.time);
            timers.arm(t + m_settings.time, kFlush);
        }
        m_buffers.add(*into, member);
        if (into->bytes >= m_settings.bytes)
            write(t, kind, emit);
    }
    template <class Emit>
    void flushDue(SimTime t, Emit& emit)
    {
        while (const std::optional<std::uint32_t> kind = m_buffers.nextDue(t))
            write(t, *kind, emit);
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, TimerSet& timers, NodeMeter& meter, Emit& emit)
    {
        emit.spans().release(r.members);  // the callee's reference, handed back with a refusal
        CallToken call = r.call;
        call.slot &= ~kOwn;
        Object* object = m_open.find(call);
        if (!object)
            return;
        if (r.outcome != Outcome::Done && t - object->message.sent <= m_settings.retryFor) {
            object->waiting = true;
            const int tries = std::min<int>(object->message.id.attempt, 6);
            timers.arm(t + std::chrono::seconds{1 << tries}, kRetry | call.slot);
            return;
        }
        ++(r.outcome == Outcome::Done ? m_written : m_lost)[object->kind];
        if (r.outcome != Outcome::Done)
            meter.units.lost += object->message.records;
        emit.spans().release(object->members);
        m_open.close(call.slot);
    }
    template <class Emit>
    void tryAgain(SimTime t, std::uint64_t alarm, Emit& emit)
    {
        m_open.reopen(
            static_cast<std::uint32_t>(alarm),
            [&](Object& object, const CallToken& token) {
                object.waiting = false;
                object.message.id.attempt =
                    static_cast<std::uint8_t>(std::min(object.message.id.attempt + 1, 255));
                send(t, token, object, emit);
            },
            [&](const Object&) { return *m_connection; });
    }
    /// Units in hand: in buffers, and in objects that wait for their next try.
    std::uint64_t units() const
    {
        std::uint64_t units = m_buffers.records();
        m_open.forEach([&](const Object& object) { units += object.waiting ? object.message.records : 0; });
        return units;
    }
    std::uint64_t written(Kind kind) const { return m_written[kind]; }
    std::uint64_t lost(Kind kind) const { return m_lost[kind]; }

private:
    static constexpr std::uint32_t kOwn = 0x80000000;
    struct Object {
        SpanRef members;
        Message message;
        std::uint32_t kind = Errors;
        bool waiting = false;
    };

    template <class Emit>
    void write(SimTime t, std::uint32_t kind, Emit& emit)
    {
        RecordBuffer full = m_buffers.take(kind);
        Object object;
        object.kind = kind;
        object.members = emit.spans().create();
        Message& message = object.message;
        const Member& first = full.members.front();
        message.id = first.id;
        ++message.id.visit;
        message.id.attempt = 0;
        message.born = first.born;
        message.key = first.key;
        message.sent = t;
        message.records = static_cast<std::uint32_t>(full.members.size());
        message.bytes = std::max<std::uint64_t>(1, full.bytes);
        message.operation = Operation::Write;
        message.carriesUnit = true;
        emit.spans().members(object.members).swap(full.members);
        const CallToken token = m_open.open(object, *m_connection);
        send(t, token, object, emit);
    }
    template <class Emit>
    void send(SimTime t, CallToken token, const Object& object, Emit& emit)
    {
        Message message = object.message;
        message.members = object.members;
        token.slot |= kOwn;
        message.replyTo = token;
        emit.spans().retain(object.members);
        emit.send(*m_connection, t, message);
    }

    std::optional<std::uint32_t> m_connection;
    Settings m_settings;
    RecordBuffers m_buffers;
    PendingSlab<Object> m_open;
    std::uint64_t m_written[2] = {}, m_lost[2] = {};
};

}  // namespace plimsoll
