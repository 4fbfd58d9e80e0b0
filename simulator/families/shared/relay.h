// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/reply_to.h"
#include "simulator/queueing/call_desk.h"

namespace plimsoll {

/// A request that went on, and is open until its answer has come.
struct PassedOn {
    Message request;
    SimTime arrived, left;
    std::uint32_t way = 0;
};

/// What nodes have in common that pass each request on to one other and its answer back. The node offers
/// callEnded(t, passed, outcome, emit), which the desk calls.
struct RelayBase : NodeBase {
    using Desk = CallDesk<PassedOn, CallerKind::Worker>;

    void open(const NodeContext& context, Duration timeout)
    {
        meter = context.meter();
        draws = context.draws(Purpose::Latency);
        routing = context.draws(Purpose::Route);
        errorDraws = context.draws(Purpose::Error);
        outgoing = Outgoing{Outgoing::Sender::Relay, context.self, context.outputs};
        for (const OutCall& way : outgoing.ways())
            desk.addWay(way.index, {}, timeout, CallUnit::None);
    }
    bool fails(const Message& m) const
    {
        return faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
    }
    /// The request, which arrived at `t`, goes the way number `chosen` at `ready`.
    template <class Node, class Emit>
    void pass(SimTime t, SimTime ready, const Message& m, std::uint32_t chosen, Node& node, Emit& emit)
    {
        const OutCall& way = outgoing.ways()[chosen];
        Message call = m;
        call.id = way.copyOf(m.id);
        call.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        call.id.attempt = 0;
        call.sent = ready;
        call.operation = way.operation;
        call.client = 0;
        call.bytes = way.bytesFor(m.bytes);
        desk.place(ready, call, chosen, {m, t, ready, chosen}, node, emit);
    }
    /// Its answer has come, or is given up: so the asker gets one.
    template <class Emit>
    void answer(SimTime t, const PassedOn& passed, Outcome outcome, Emit& emit)
    {
        const Message& request = passed.request;
        if (outcome == Outcome::Done) {
            const CallToken& asked = request.replyTo;
            if (asked.slot == CallToken::kUnattended)
                emit.entered(asked.connection, request.born);
            if (asked.slot != CallToken::kNobody)
                emit.took(answeredOver, request.born);
            // Where what is asked behind is only read, the answer is all that there is to be had.
            if (request.members)
                emit.readableEach(meter, t, emit.spans().members(request.members));
            else
                emit.readable(meter, t, request.id, request.born);
            meter.completed(t, request.records, t - passed.arrived);
            meter.abandoned(t, request.deadline, request.records);
            finishUnits(t, request);
        } else {
            meter.failed(t, request.records);
        }
        emit.answer(t, request.replyTo, replyTo(request, outcome));
    }
    /// Work put here, not asked of us, ends here.
    void finishUnits(SimTime at, const Message& m)
    {
        if (!m.carriesUnit)
            return;
        if (at <= meter.horizon())
            meter.units.done += m.records;
        else
            unitsAfterEnd += m.records;
    }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(desk.openCount()), 0); }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        desk.forEach([&](const Desk::Call& call) { records += call.owner.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        desk.forEach([&](const Desk::Call& call) {
            units += call.owner.request.carriesUnit ? call.owner.request.records : 0;
        });
        return units;
    }

    Outgoing outgoing;
    DrawKey draws, routing, errorDraws;
    Desk desk;
    std::uint32_t answeredOver = 0;  ///< the connection of the answer that is looked at
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace plimsoll
