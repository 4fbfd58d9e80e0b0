// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/message_column.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <array>
#include <span>

namespace plimsoll {

/// What became of one record that was put, and when its sender hears so.
struct PutAnswer {
    Outcome outcome = Outcome::Done;
    SimTime at;
};

/// A message of one or more records is put into a log: `put(member)` answers for each. Each record of a batch succeeds or
/// fails alone; the refused ones go back to the caller, and it costs the round trip all the same.
template <class Put, class Emit>
void putRecords(SimTime t, const Message& m, NodeMeter& meter, Emit& emit, Put put)
{
    meter.offered(t, m.records, m.id.attempt > 0);
    if (!m.members) {
        const PutAnswer answer = put(Member{m.id, m.born, t, m.key, static_cast<std::uint32_t>(m.bytes)});
        if (answer.outcome != Outcome::Done)
            return emit.refuse(answer.at, m, answer.outcome);
        meter.abandoned(answer.at, m.deadline, 1);
        if (m.replyTo.slot == CallToken::kUnattended && answer.at <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        return emit.done(answer.at, m);
    }
    SimTime last = t;
    const SpanRef refused = emit.spans().create();
    for (const Member& member : emit.spans().members(m.members)) {
        const PutAnswer answer = put(member);
        last = std::max(last, answer.at);
        if (answer.outcome != Outcome::Done)
            emit.spans().members(refused).push_back(member);
    }
    meter.abandoned(last, m.deadline, m.records - emit.spans().members(refused).size());
    emit.spans().release(m.members);
    if (!emit.spans().members(refused).empty())
        return emit.refuse(last, m, Outcome::Throttled, refused);
    emit.spans().release(refused);
    emit.done(last, m);
}

/// As putRecords() of a run of messages of one record each that nothing but a full quota keeps out, with acknowledgements
/// drawn together and figures counted by the column: `put(n, t, member)` takes the record in, or not for want of room. False, and
/// nothing done, when they are not alike or the run ends before the last answer: then they are to be put one by one.
template <class Put, class Emit>
bool putColumn(RequestRun run, MessageColumn& column, const Law& latency, const DrawKey& draws, double slow,
               NodeMeter& meter, Emit& emit, Put put)
{
    if (!column.gather(run))
        return false;
    std::array<double, MessageColumn::kMost> nanos;
    std::array<SimTime, MessageColumn::kMost> acks;
    std::array<Duration, MessageColumn::kMost> stays;
    std::array<std::uint8_t, MessageColumn::kMost> places;
    latency.drawAll(column.ids, draws, nanos.data());
    SimTime last = kSimStart;
    for (std::size_t n = 0; n < run.size(); ++n) {
        acks[n] = column.arrivals[n] + Duration{static_cast<std::int64_t>(nanos[n] * slow + 0.5)};
        last = std::max(last, acks[n]);
    }
    if (last > meter.horizon())
        return false;
    meter.offeredEach(column.arrived(), column.retries);
    std::size_t taken = 0;
    Duration served{0};
    for (std::size_t n = 0; n < run.size(); ++n) {
        const Message& m = run[n]->payload;
        const SimTime t = column.arrivals[n];
        if (!put(n, t, Member{m.id, m.born, acks[n], m.key, static_cast<std::uint32_t>(m.bytes)}))
            [[unlikely]] {
            meter.throttled(t, 1);
            emit.setNow(run[n]->time);
            emit.refuse(acks[n], m, Outcome::Throttled);
            continue;
        }
        meter.abandoned(acks[n], m.deadline, 1);
        places[taken] = static_cast<std::uint8_t>(n);
        stays[taken] = acks[n] - t;
        served += stays[taken];
        acks[taken] = acks[n];
        column.ids.serials[taken] = column.ids.serials[n];
        column.ids.rests[taken] = column.ids.rests[n];
        column.births[taken] = column.births[n];
        column.sends[taken] = column.sends[n];
        ++taken;
    }
    column.ids.count = taken;
    if (taken == 0)
        return true;
    const std::span<const SimTime> at{acks.data(), taken};
    meter.accepted(taken);
    meter.completedEach(at, {stays.data(), taken});
    meter.spent(TimePart::Service, served, 1);
    emit.readableEach(meter, at, column);
    emit.enteredEach(column);
    emit.doneEach(at, column);
    emit.forEachSampled(column, [&](std::size_t n) {
        const Lane<Message>::Entry& entry = *run[places[n]];
        const Message& m = entry.payload;
        emit.traced(m.id, TimePart::Service, SimTime{Duration{entry.time}}, at[n]);
        emit.arrived(at[n], m.id, m.born);
        if (column.asked == MessageColumn::Asked::Unattended)
            emit.responded(column.connection, m.id, m.sent, m.sent, at[n]);
    });
    if (column.asked != MessageColumn::Asked::ByCallers)
        return true;
    for (std::size_t n = 0; n < taken; ++n) {
        const Lane<Message>::Entry& entry = *run[places[n]];
        emit.setNow(entry.time);
        emit.done(at[n], entry.payload);
    }
    return true;
}

/// Divides a run into stretches that `together(message)` allows to be handled by the column, `column(run)` does, and single ones,
/// or stretches that it cannot do after all, that `one(entry)` does.
template <class Together, class Column, class One>
void eachStretch(RequestRun run, Together together, Column column, One one)
{
    for (std::size_t from = 0; from < run.size();) {
        std::size_t to = from;
        while (to < run.size() && together(run[to]->payload))
            ++to;
        const RequestRun stretch = run.subspan(from, std::max<std::size_t>(1, to - from));
        if (to == from || !column(stretch)) {
            for (const Lane<Message>::Entry* entry : stretch)
                one(*entry);
        }
        from += stretch.size();
    }
}

}  // namespace plimsoll
