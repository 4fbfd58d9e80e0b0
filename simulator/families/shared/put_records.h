// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>

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

}  // namespace plimsoll
