// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/invocation.h"
#include "simulator/kernel/node.h"

#include <vector>

namespace plimsoll::function_node {

/// Takes what was given up, instead of nobody.
struct FailureDestination {
    std::uint32_t connection = 0;
    Operation operation = Operation::Write;
};

/// Where batches and events go that were given up.
template <class Fn>
struct FailureDestinations {
    /// What was given up goes to the on-failure destinations; without one it is lost. Its unit is in hand.
    template <class Emit>
    void discard(SimTime t, Message message, SpanRef members, Emit& emit)
    {
        if (destinations.empty()) {
            fn().meter.units.lost += message.records;
            return;
        }
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        message.sent = t;
        message.deadline = kNever;
        message.carriesUnit = true;
        message.members = members;
        deadLettered += message.records;
        fn().meter.units.copied += (destinations.size() - 1) * message.records;
        for (const FailureDestination& destination : destinations) {
            message.operation = destination.operation;
            message.replyTo = {CallToken::kNobody, 0, destination.connection, false};
            emit.spans().retain(members);
            emit.send(destination.connection, t + std::chrono::milliseconds{1}, message);
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

    std::vector<FailureDestination> destinations;
    std::uint64_t deadLettered = 0;

private:
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
