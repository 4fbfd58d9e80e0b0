// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/environments.h"
#include "simulator/families/function/invocation.h"
#include "simulator/families/shared/errands.h"
#include "simulator/kernel/pending_slab.h"

#include <algorithm>

namespace plimsoll::function_node {

/// Runs of the handler: compute, then what it asks of others. Whoever owns it says what the end of a run means:
/// fn().end(t, slot, emit).
template <class Fn>
struct InvocationRuns {
    template <class Emit>
    void begin(SimTime t, const Environments::Taken& taken, Invocation run, Emit& emit)
    {
        run.started = t;
        run.environment = taken.environment;
        run.version = fn().environments.version();
        run.ready = t + taken.coldStart;
        const double nanos =
            (static_cast<double>(fn().config.fixed.count()) + fn().config.nanosPerRecord * run.records)
            * fn().faults.slow;
        run.computed = run.ready + Duration{static_cast<std::int64_t>(nanos + 0.5)};
        run.serial = ++fn().figures.invocations;
        if (const std::uint64_t step = fn().config.payloadStep; step > 0)
            fn().figures.payloadSteps += std::max<std::uint64_t>(1, (run.bytes + step - 1) / step);
        recordsInvoked += run.records;
        if (run.members) {
            const std::vector<Member>& members = emit.spans().members(run.members);
            const bool followed = emit.spentEach(
                fn().meter, members, run.waitedFor,
                [&](const Member& member) { return std::max(std::min(member.arrived, t), run.resumed); }, t);
            emit.spentEach(fn().meter, members, TimePart::ColdStart, t, run.ready, followed);
            emit.spentEach(fn().meter, members, TimePart::Service, run.ready, run.computed, followed);
        } else {
            const MessageId& id = run.request.id;
            emit.spent(fn().meter, id, run.waitedFor, std::max(run.arrived, run.resumed), t);
            emit.spent(fn().meter, id, TimePart::ColdStart, t, run.ready);
            emit.spent(fn().meter, id, TimePart::Service, run.ready, run.computed);
        }
        const SimTime cut = run.ready + fn().config.timeout;
        const bool cutInCompute = run.computed > cut;
        const SimTime next = cutInCompute ? cut : run.computed;
        const CallToken token = runs.open(std::move(run), 0);
        runs.at(token.slot)->slot = token.slot;
        fn().timers.arm(next, alarmId(Alarm::Computed, token.slot, token.generation));
        if (!errands.empty() && !cutInCompute)
            fn().timers.arm(cut, alarmId(Alarm::InvocationTimeout, token.slot, token.generation));
    }
    template <class Emit, class Visit>
    void eachMember(const Invocation& run, Emit& emit, Visit visit)
    {
        if (!run.members)
            return visit(run.request.id, run.arrived, run.request.born);
        for (const Member& member : emit.spans().members(run.members))
            visit(member.id, std::min(member.arrived, run.started), member.born);
    }
    template <class Emit>
    void computed(SimTime t, std::uint32_t slot, std::uint32_t generation, Emit& emit)
    {
        Invocation* run = runs.find({slot, generation, 0, false});
        if (!run)
            return;
        if (t < run->computed) {
            ++fn().figures.timeouts;
            run->failed = true;
            return fn().end(t, slot, emit);
        }
        Message lead = run->request;
        lead.members = run->members;
        lead.records = run->records;
        lead.bytes = run->bytes;
        const CallToken errand =
            errands.begin(t, lead, CallToken{slot, generation, 0, false}, fn(), emit, run->environment);
        if (errand.slot == CallToken::kNobody)
            return fn().end(t, slot, emit);
        runs.at(slot)->errand = errand;
    }
    /// All calls of a run have ended.
    template <class Emit>
    void workEnded(SimTime t, const CallToken& run, bool failed, Emit& emit)
    {
        if (!runs.find(run))
            return;
        runs.at(run.slot)->failed |= failed;
        fn().figures.failedByCalls += failed ? 1 : 0;
        fn().end(t, run.slot, emit);
    }
    template <class Emit>
    void runTimedOut(SimTime t, std::uint32_t slot, std::uint32_t generation, Emit& emit)
    {
        Invocation* run = runs.find({slot, generation, 0, false});
        if (!run)
            return;
        ++fn().figures.timeouts;
        ++fn().figures.failedByCalls;  // its own work had ended
        run->failed = true;
        fn().end(t, slot, emit);
    }

    Errands<CallToken> errands;  ///< by run
    PendingSlab<Invocation> runs;
    std::uint64_t recordsInvoked = 0;

private:
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
