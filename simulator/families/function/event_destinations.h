// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/invocation.h"
#include "simulator/kernel/node.h"

#include <vector>

namespace plimsoll::function_node {

/// Takes what was given up, instead of nobody; or what was done for those who did not wait.
struct EventDestination {
    std::uint32_t connection = 0;
    Operation operation = Operation::Write;
};

/// Where batches and events go that were given up, and events that were handled.
template <class Fn>
struct EventDestinations {
    /// What was given up goes to the on-failure destinations; without one it is lost. Its unit is in hand.
    template <class Emit>
    void discard(SimTime t, Message message, SpanRef members, Emit& emit)
    {
        if (failures.empty()) {
            fn().meter.units.lost += message.records;
            return;
        }
        deadLettered += message.records;
        tell(t, message, members, failures, emit);
    }
    /// An event was handled: those who are told of it have its unit from then on; whether there are any.
    template <class Emit>
    bool succeeded(SimTime t, Message message, SpanRef members, Emit& emit)
    {
        if (successes.empty())
            return false;
        told += message.records;
        tell(t, message, members, successes, emit);
        return true;
    }
    template <class Emit>
    void tell(SimTime t, Message message, SpanRef members, const std::vector<EventDestination>& ways,
              Emit& emit)
    {
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        message.sent = t;
        message.deadline = kNever;
        message.carriesUnit = true;
        message.members = members;
        fn().meter.units.copied += (ways.size() - 1) * message.records;
        for (const EventDestination& way : ways) {
            message.operation = way.operation;
            message.replyTo = {CallToken::kNobody, 0, way.connection, false};
            emit.spans().retain(message.members);
            emit.send(way.connection, t + std::chrono::milliseconds{1}, message);
        }
    }
    template <class Emit>
    void discardBatch(SimTime t, const Invocation& run, Emit& emit)
    {
        Message message = run.request;
        message.records = run.records;
        message.bytes = run.bytes;
        message.key = emit.spans().members(run.members).front().key;
        discard(t, message, run.members, emit);
    }

    std::vector<EventDestination> failures, successes;
    std::uint64_t deadLettered = 0, told = 0;

private:
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
