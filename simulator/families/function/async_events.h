// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/invocation.h"
#include "simulator/families/shared/reply_to.h"
#include "simulator/kernel/node.h"
#include "simulator/kernel/pending_slab.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <vector>

namespace plimsoll::function_node {

/// A connection whose work the service queues and retries itself.
struct AsyncInput {
    std::uint32_t connection = 0;
    int retries = 2;
    Duration longest = std::chrono::hours{6};  ///< an older event is not tried again
};

/// An event between two tries.
struct WaitingEvent {
    Message event;
    SimTime arrived;   ///< the present wait began
    SimTime accepted;  ///< the service took the event
    int throttles = 0;
    TimePart waitedFor = TimePart::ThrottleWait;
};

/// From the end of a failed try of an event, the n-th from 1 on, to the next: a minute, then two.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
inline Duration waitAfterTry(int tries)
{
    return std::chrono::minutes{tries};
}

/// Tries of an event whose tries fail at once, while it is young enough.
inline int triesWithin(int retries, Duration longest)
{
    int tries = 1;
    for (Duration due{}; tries <= retries; ++tries) {
        due += waitAfterTry(tries);
        if (due >= longest)
            break;
    }
    return tries;
}

/// Events that the service took at once: whatever happens later is its own to retry.
template <class Fn>
struct AsyncEvents {
    bool takesEvent(const Message& m) const
    {
        return m.replyTo.slot == CallToken::kNobody || asyncInput(m.replyTo.connection);
    }
    template <class Emit>
    void acceptEvent(SimTime t, const Message& m, Emit& emit)
    {
        // Accepted at once: whatever happens later is the service's to retry.
        emit.answer(t + Duration{1'000'000}, m.replyTo, replyTo(m, Outcome::Done));
        if (m.replyTo.slot == CallToken::kUnattended)
            emit.entered(m.replyTo.connection, m.born);
        fn().meter.accepted(m.records);
        Message event = m;
        if (event.records == 1
            && event.members) {  // one event for an object of many records: the first one's
            const std::vector<Member>& joined = emit.spans().members(event.members);
            for (std::size_t at = 1; at < joined.size(); ++at)
                emit.gone(joined[at].born);
            emit.spans().release(event.members);
            event.members = {};
        }
        if (!event.carriesUnit)
            fn().meter.units.generated += event.records;
        event.carriesUnit = true;
        event.replyTo = {CallToken::kNobody, 0, m.replyTo.connection, false};
        event.id.attempt = 0;
        event.deadline = kNever;
        if (fn().mappings.empty()) {
            for (Poison& poison : fn().poisons)
                poison.takes(event.id, event.born);
        }
        tryAsync(t, {event, t, t, 0, TimePart::ThrottleWait}, emit);
    }

    const AsyncInput* asyncInput(std::uint32_t connection) const
    {
        const auto found = std::find_if(asyncInputs.begin(), asyncInputs.end(), [&](const AsyncInput& input) {
            return input.connection == connection;
        });
        return found == asyncInputs.end() ? nullptr : &*found;
    }
    AsyncInput rulesFor(const Message& event) const
    {
        const AsyncInput* input = asyncInput(event.replyTo.connection);
        return input ? *input : AsyncInput{};
    }
    /// Async events wait inside the service: throttles back off from 1 s to 5 min.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
    template <class Emit>
    void tryAsync(SimTime t, WaitingEvent waiting, Emit& emit)
    {
        const Message& event = waiting.event;
        const SimTime tooOld = waiting.accepted + rulesFor(event).longest + Duration{1};
        if (t >= tooOld) {
            if (fn().failures.empty())
                fn().meter.lost(event.records);
            else
                fn().meter.failed(t, event.records);
            fn().discard(t, event, event.members, emit);
            emit.gone(event.born);
            emit.spans().release(event.members);
            return;
        }
        const auto taken = fn().faults.down ? std::nullopt : fn().takeEnvironment(t, event.id);
        if (!taken) {
            const Duration backOff = std::min<Duration>(
                std::chrono::seconds{1 << std::min(waiting.throttles, 9)}, std::chrono::minutes{5});
            ++waiting.throttles;
            ++fn().figures.waitsForConcurrency;
            return wait(std::min(t + backOff, tooOld), std::move(waiting));
        }
        Invocation run;
        run.kind = Invocation::Kind::Async;
        run.request = event;
        run.members = event.members;
        run.records = event.records;
        run.bytes = event.bytes;
        run.arrived = waiting.arrived;
        run.accepted = waiting.accepted;
        run.waitedFor = waiting.waitedFor;
        fn().begin(t, *taken, std::move(run), emit);
    }
    /// Each event has its own alarm: a later one may be due sooner.
    void wait(SimTime until, WaitingEvent waiting)
    {
        if (waiting.throttles > 0)
            ++withoutRoom[wholeSeconds(waiting.accepted)];
        const CallToken token = asyncWaiting.open(std::move(waiting), 0);
        fn().timers.arm(until, alarmId(Alarm::AsyncRetry, token.slot));
    }
    /// A failed event is tried again as often as the connection says and while it is young enough; then it goes to nobody:
    /// lost.
    template <class Emit>
    void endAsync(SimTime t, const Invocation& run, Emit& emit)
    {
        const AsyncInput rules = rulesFor(run.request);
        const SimTime due = t + waitAfterTry(run.request.id.attempt + 1);
        if (run.failed && run.request.id.attempt < rules.retries && due - run.accepted <= rules.longest) {
            Message again = run.request;
            ++again.id.attempt;
            ++fn().figures.asyncRetries;
            fn().lostRun(t, run, emit);
            fn().meter.offered(t, again.records, true);
            fn().meter.accepted(again.records);
            return wait(due, {again, t, run.accepted, 0, TimePart::Retry});
        }
        if (run.failed) {
            fn().discard(t, run.request, run.members, emit);
            fn().eachMember(run, emit, [&](const MessageId&, SimTime, SimTime born) { emit.gone(born); });
        } else if (!fn().succeeded(t, run.request, run.members, emit)) {
            fn().meter.units.done += run.records;
        }
        emit.spans().release(run.members);
    }
    template <class Emit>
    void tryAgain(SimTime t, std::uint32_t slot, Emit& emit)
    {
        WaitingEvent waiting = std::move(*asyncWaiting.at(slot));
        asyncWaiting.close(slot);
        if (waiting.throttles > 0) {
            const auto same = withoutRoom.find(wholeSeconds(waiting.accepted));
            if (--same->second == 0)
                withoutRoom.erase(same);
        }
        tryAsync(t, std::move(waiting), emit);
    }

    std::vector<AsyncInput> asyncInputs;
    /// Of the oldest event that found no room, to the second; those that failed wait as long as they are meant to.
    double ageOfWaiting(SimTime t) const
    {
        return withoutRoom.empty() ? 0
                                   : seconds(t - kSimStart) - static_cast<double>(withoutRoom.begin()->first);
    }
    static std::int64_t wholeSeconds(SimTime t)
    {
        return std::chrono::floor<std::chrono::seconds>(t - kSimStart).count();
    }

    PendingSlab<WaitingEvent> asyncWaiting;
    std::map<std::int64_t, std::uint32_t> withoutRoom;  ///< events by the second in which they were accepted

private:
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
