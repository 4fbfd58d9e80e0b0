// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/families/function/invocation.h"
#include "simulator/families/function/mapping_play.h"
#include "simulator/families/function/queue_slots.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/kernel/node.h"
#include "simulator/queueing/scaling_controller.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::function_node {

/// Event source mapping of a queue: slots that receive, run and delete, as many as its controller allows.
struct QueueMapping {
    QueuePollers pollers;
    std::string label;  ///< of the queue
    ScalingController scaling;
    CapacityTrack track;
    QueueSlots rules;
    std::vector<SimTime> mayAsk;  ///< by slot
    std::vector<bool> pauses;
    std::size_t pausing = 0;
    bool wasBehind = false;  ///< at the last look
    bool byItem = false;     ///< the function names the messages that failed, the others are deleted
    bool ordered = false;    ///< it stops at the first that fails, and names those behind it too
    double passShare = 1;
    HeldUse working;                      ///< batches in work
    std::array<std::size_t, 60> looks{};  ///< batches in work at the last looks, round about
    std::size_t look = 0;
    /// More slots than the controller allows now.
    bool ends(std::uint32_t slot) const
    {
        return slot >= static_cast<std::size_t>(scaling.capacity() + 1e-9);
    }
    /// Whether this slot has to wait before its next receive.
    bool pausesUntil(SimTime t, std::uint32_t slot)
    {
        if (slot >= mayAsk.size())
            return false;
        const bool waits = t < mayAsk[slot];
        pausing += (waits ? 1 : 0) - (pauses[slot] ? 1 : 0);
        pauses[slot] = waits;
        return waits;
    }
    void took(SimTime t, std::uint32_t slot, const std::vector<Member>& brought)
    {
        double bytes = 0;
        for (const Member& member : brought)
            bytes += static_cast<double>(member.bytes);
        if (slot >= mayAsk.size()) {
            mayAsk.resize(pollers.slots(), kSimStart);
            pauses.resize(pollers.slots(), false);
        }
        mayAsk[slot] = t + fromSeconds(rules.pauseAfter(bytes));
    }
    /// The most at one of the last looks, this one included.
    std::size_t peakWorking(std::size_t now)
    {
        looks[look++ % looks.size()] = now;
        return *std::max_element(looks.begin(), looks.end());
    }
};

/// The consumers of queues.
template <class Fn>
struct QueueMappings {
    void startReceiving()
    {
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            QueueMapping& queue = queues[q];
            queue.track.set(kSimStart, queue.scaling.capacity());
            queue.pollers.grow(static_cast<std::size_t>(queue.scaling.capacity()));
            for (std::uint32_t slot = 0; slot < queue.pollers.slots(); ++slot) {
                queue.pollers.wake(slot);
                fn().timers.arm(queue.pollers.firstAsk(kSimStart, slot, fn().phase),
                                alarmId(Alarm::QueueAsk, q, slot));
            }
            fn().timers.arm(kSimStart + queue.scaling.policy().period, alarmId(Alarm::QueueScale, q));
        }
    }

    template <class Emit>
    void askQueue(SimTime t, std::uint32_t q, std::uint32_t slot, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        if (fn().faults.paused)
            return fn().timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        // A batch that is being gathered is not left alone.
        if (queue.ends(slot) && !queue.pollers.batch(slot))
            return queue.pollers.rest(slot);
        if (queue.pausesUntil(t, slot))
            return fn().timers.arm(queue.mayAsk[slot], alarmId(Alarm::QueueAsk, q, slot));
        queue.pollers.ask(t, slot, emit);
    }
    template <class Emit>
    void receivedFromQueue(SimTime t, std::uint32_t q, const Reply& r, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        const std::uint32_t slot = r.call.slot;
        const auto passes = [&](const Member& member) {
            if (fn().mappings.empty() && q == 0 && !fn().poisons.empty()) {
                for (Poison& poison : fn().poisons) {
                    if (poison.takes(member.id, member.born))
                        break;
                }
            }
            // What a filter looks at stays as it is, however often the message is received.
            MessageId content = member.id;
            content.attempt = 0;
            if (queue.passShare >= 1 || fn().filterDraws.at(content) < queue.passShare)
                return true;
            ++fn().figures.filtered;
            emit.gone(member.born);
            return false;
        };
        if (queue.rules.provisioned && r.members)
            queue.took(t, slot, emit.spans().members(r.members));
        switch (queue.pollers.received(t, r, passes, emit)) {
        case QueuePollers::Next::HandOver:
            return invokeFromQueue(t, q, slot, emit);
        case QueuePollers::Next::Ask:
            return askQueue(t, q, slot, emit);
        case QueuePollers::Next::Pause:
            return fn().timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        }
    }
    template <class Emit>
    void invokeFromQueue(SimTime t, std::uint32_t q, std::uint32_t slot, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        const SpanRef batch = queue.pollers.batch(slot);
        const Member first = emit.spans().members(batch).front();
        const auto taken = fn().faults.down ? std::nullopt : fn().takeEnvironment(t, first.id);
        if (!taken) {
            // The messages stay hidden until their visibility timeout, then they count as received once more.
            ++fn().figures.waitsForConcurrency;
            fn().figures.throttledReceives += emit.spans().members(batch).size();
            queue.pollers.finish(
                t, slot, [](const Member&) { return false; }, emit);
            // In step with each other, slots would find messages and environments in a pattern that no fleet has.
            constexpr double kShortest = 0.5, kSpread = 1;  // seconds (assumption: a second on average)
            const double u = fn().errorDraws.at(
                mix64(mix64(first.id.serial) ^ static_cast<std::uint64_t>(t.time_since_epoch().count())));
            return fn().timers.arm(t + fromSeconds(kShortest + kSpread * u),
                                   alarmId(Alarm::QueueAsk, q, slot));
        }
        Invocation run;
        run.kind = Invocation::Kind::Queued;
        run.waitedFor = TimePart::BufferWait;
        run.mapping = q;
        run.lane = slot;
        run.members = batch;
        emit.spans().retain(batch);
        run.records = static_cast<std::uint32_t>(emit.spans().members(batch).size());
        run.bytes = queue.pollers.bytes(slot);
        run.arrived = first.arrived;
        run.request.id = first.id;
        run.request.born = first.born;
        fn().meter.offered(t, run.records, first.id.attempt > 0);
        fn().meter.accepted(run.records);
        queue.working.set(t, queue.working.value() + 1);
        fn().begin(t, *taken, std::move(run), emit);
    }
    /// What failed is not deleted: the queue shows it again after its visibility timeout.
    template <class Emit>
    void endQueued(SimTime t, const Invocation& run, Emit& emit)
    {
        QueueMapping& queue = queues[run.mapping];
        queue.working.set(t, queue.working.value() - 1);
        const double errors = std::max(fn().config.errorShare, fn().faults.errors);
        const auto draw = [&](const MessageId& id) { return errors > 0 && fn().errorDraws.at(id) < errors; };
        const auto poisonous = [&](const Member& member) {
            return std::any_of(fn().poisons.begin(), fn().poisons.end(),
                               [&](const Poison& poison) { return poison.is(member.id); });
        };
        bool whole = run.failed || (!queue.byItem && draw(run.request.id));
        if (!queue.byItem && !fn().poisons.empty()) {
            const std::vector<Member>& batch = emit.spans().members(run.members);
            whole |= std::any_of(batch.begin(), batch.end(), poisonous);
        }
        bool anyFailed = whole;
        std::uint32_t succeeded = 0;
        queue.pollers.finish(
            t, run.lane,
            [&](const Member& member) {
                if (whole || (queue.ordered && anyFailed)
                    || (queue.byItem && (draw(member.id) || poisonous(member)))) {
                    anyFailed = true;
                    return false;
                }
                ++succeeded;
                emit.spent(fn().meter, member.id, TimePart::Service, run.computed, t);
                emit.readable(fn().meter, t, member.id, member.born);
                return true;
            },
            emit);
        if (succeeded > 0)
            fn().meter.completed(t, succeeded, t - run.arrived);
        fn().meter.failed(t, run.records - succeeded);
        fn().figures.errors += anyFailed ? 1 : 0;
        fn().figures.mappingRetries += anyFailed ? 1 : 0;
        emit.spans().release(run.members);
        askQueue(t, run.mapping, run.lane, emit);
    }
    /// Looked at each second: messages are left and nearly all slots are busy, some more slots; for a minute fewer were,
    /// as many as would have been busy to the target then.
    void scaleQueue(SimTime t, std::uint32_t q)
    {
        QueueMapping& queue = queues[q];
        ScalingController& slots = queue.scaling;
        const std::size_t working = queue.pollers.working() + queue.pausing;
        const auto peak = static_cast<double>(queue.peakWorking(working));
        const bool now = queue.pollers.sawMore() && isBehind(static_cast<double>(working), slots.capacity());
        // Pollers of one's own are paid: what one receive left behind by chance brings none.
        const bool behind = now && (!queue.rules.provisioned || queue.wasBehind);
        queue.wasBehind = now;
        slots.sample(t, behind ? slots.capacity() + 1
                               : std::min(peak, slots.capacity() * slots.policy().target));
        if (slots.applyDue(t)) {
            queue.track.set(t, slots.capacity());
            queue.pollers.grow(static_cast<std::size_t>(slots.capacity()));
            for (std::uint32_t slot = 0; slot < static_cast<std::uint32_t>(slots.capacity()); ++slot) {
                if (!queue.pollers.resting(slot))
                    continue;
                queue.pollers.wake(slot);
                fn().timers.arm(t, alarmId(Alarm::QueueAsk, q, slot));
            }
        }
        fn().timers.arm(t + slots.policy().period, alarmId(Alarm::QueueScale, q));
    }
    /// The mapping whose receives go over this connection.
    std::optional<std::uint32_t> queueOf(std::uint32_t connection) const
    {
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            if (queues[q].pollers.config().connection == connection)
                return q;
        }
        return std::nullopt;
    }

    std::vector<QueueMapping> queues;

private:
    Fn& fn() { return static_cast<Fn&>(*this); }
    const Fn& fn() const { return static_cast<const Fn&>(*this); }
};

}  // namespace plimsoll::function_node
