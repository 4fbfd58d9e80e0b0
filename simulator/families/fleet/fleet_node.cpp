// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet.h"

#include "simulator/families/fleet/fleet_size.h"
#include "simulator/families/fleet/leases.h"
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/hand_over.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/flow/flow_context.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/lane_poller.h"

#include <deque>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Done, Tick, Hosts, Size, QueueAsk, Poll, Renew, FailOver, Line, Late };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t a = 0, std::uint64_t b = 0)
{
    return static_cast<std::uint64_t>(kind) << 56 | (a & 0xFFFFFFF) << 28 | (b & 0xFFFFFFF);
}

/// What one worker does at a time.
struct Work {
    enum class Kind : std::uint8_t { Request, Queue, Lane, Again } kind = Kind::Request;
    Message request;  ///< Request; Again: all of them as one
    SpanRef members;
    std::uint32_t records = 1;
    std::uint32_t input = 0, slot = 0;  ///< Queue, Lane: which reader
    CallToken errand{};                 ///< its calls, while they are under way
    bool late = false;                  ///< whoever asked has given it up: it only keeps its slot
    SimTime arrived, begun;
};

struct FleetFigures {
    std::uint64_t served = 0, waited = 0, batches = 0;
    std::uint64_t taken = 0;                  ///< works that a Spot interruption caught
    std::uint64_t notByWorkers = 0;           ///< records turned away by a fault, or as there was no unit
    std::uint64_t requests = 0, bytesIn = 0;  ///< taken
    std::uint64_t late = 0;                   ///< requests that were not answered in time
    double waitSeconds = 0;                   ///< summed over requests and batches
    HeldUse busy;                             ///< slots
};

struct LaneInput {
    std::uint32_t batchSize = 1;
    std::uint32_t firstLease = 0;  ///< of its lanes
    std::vector<LanePoller> pollers;
    std::vector<SimTime> askedAt;
    std::vector<SimTime> nextAsk;
    std::string label;  ///< of the store
    int inWork = 0;     ///< lanes with a batch at a worker
    HeldUse busy;
};

struct FleetNode : NodeBase {
    explicit FleetNode(const FleetConfig& c) : config{c} {}

    template <class Emit>
    void start(Emit&)
    {
        wakeReaders(kSimStart, true);
        for (std::uint32_t in = 0; in < lanes.size(); ++in) {
            for (std::uint32_t lane = 0; lane < lanes[in].pollers.size(); ++lane)
                timers.arm(lanes[in].pollers[lane].firstPoll(phase), alarmId(Alarm::Poll, in, lane));
        }
        for (std::size_t lease = 0; lease < leases.count(); ++lease) {
            const double at =
                phase.at(mix64(lease ^ 0x1ea5e)) * static_cast<double>(config.leases.renewal().count());
            timers.arm(kSimStart + Duration{static_cast<std::int64_t>(at)}, alarmId(Alarm::Renew, lease));
        }
        if (size.scales())
            timers.arm(kSimStart + size.policy().period, alarmId(Alarm::Tick));
        if (size.onHosts())
            timers.arm(kSimStart + config.hosts.scaling.period, alarmId(Alarm::Hosts));
    }

    /// Workers there are now. Those above it end what they do and take nothing new.
    std::size_t workers() const
    {
        return faults.down ? 0
                           : static_cast<std::size_t>(
                               static_cast<double>(size.inService()) * config.slots * faults.capacity + 1e-9);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool full =
            config.queueLimit && running.openCount() >= workers() && line.size() >= *config.queueLimit;
        // Where there is no unit there is nobody to connect to.
        const bool fails = faults.down || (size.inService() == 0 && !config.keepsWork)
                           || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || full) {
            figures.notByWorkers += fails ? m.records : 0;
            meter.rejected(t, m.records);
            return emit.refuse(t, m, fails ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
        ++figures.requests;
        figures.bytesIn += m.bytes;
        if (m.replyTo.slot == CallToken::kUnattended)
            emit.entered(m.replyTo.connection, m.born);
        if (acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
        Work work;
        work.request = m;
        work.members = m.members;
        work.records = m.records;
        work.arrived = t;
        enqueue(t, std::move(work), emit);
    }

    template <class Emit>
    void enqueue(SimTime t, Work work, Emit& emit)
    {
        waiting += work.records;
        line.push_back(std::move(work));
        begin(t, emit);
        watchLine();
        meter.peak(static_cast<double>(waiting));
    }
    template <class Emit>
    void begin(SimTime t, Emit& emit)
    {
        while (!line.empty() && running.openCount() < workers()) {
            Work work = std::move(line.front());
            line.pop_front();
            waiting -= work.records;
            work.begun = t;
            if (t > work.arrived)
                ++figures.waited;
            figures.waitSeconds += seconds(t - work.arrived);
            double nanos = 0;
            if (work.kind == Work::Kind::Again) {
                nanos = config.service.law.mean()
                        * std::ceil(static_cast<double>(work.records)
                                    / static_cast<double>(config.recordsAtOnce));
            } else if (work.kind == Work::Kind::Request) {
                nanos = config.service.law.drawFor(work.request.id, draws);
            } else {  // one record after the other
                std::uint64_t at = 0;
                for (const Member& member : emit.spans().members(work.members))
                    nanos +=
                        at++ % config.recordsAtOnce == 0 ? config.service.law.drawFor(member.id, draws) : 0;
            }
            const SimTime ends = t + Duration{static_cast<std::int64_t>(nanos * faults.slow + 0.5)};
            const SimTime lateAt = heardAt(work);
            countLane(t, work, 1);
            const CallToken token = running.open(std::move(work), 0);
            figures.busy.set(t, static_cast<double>(running.openCount()));
            timers.arm(ends, alarmId(Alarm::Done, token.slot, token.generation));
            if (lateAt != kNever && (lateAt < ends || !errands.empty()))
                timers.arm(lateAt, alarmId(Alarm::Late, token.slot, token.generation));
        }
    }

    // --- answers in time ----------------------------------------------------------------------------------------------

    /// When whoever asked hears that it failed.
    SimTime heardAt(const Work& work) const
    {
        return config.answerWithin > Duration{} && work.kind == Work::Kind::Request
                   ? work.arrived + config.answerWithin
                   : kNever;
    }
    /// The first in the line has waited longest.
    void watchLine()
    {
        if (line.empty() || heardAt(line.front()) == lineAlarm || heardAt(line.front()) == kNever)
            return;
        lineAlarm = heardAt(line.front());
        timers.arm(lineAlarm, alarmId(Alarm::Line));
    }
    template <class Emit>
    void leaveLine(SimTime t, Emit& emit)
    {
        while (!line.empty() && heardAt(line.front()) <= t) {
            const Work work = std::move(line.front());
            line.pop_front();
            waiting -= work.records;
            ++figures.late;
            fail(t, work.request, emit);
        }
        watchLine();
    }
    /// What computes goes on to its end, as nobody tells it; what waits for its calls gives them up.
    template <class Emit>
    void late(SimTime t, const CallToken& token, Emit& emit)
    {
        Work* work = running.find(token);
        if (!work || work->late)
            return;
        ++figures.late;
        work->late = true;
        const bool calls = work->errand.slot != CallToken::kNobody;
        if (calls)
            errands.drop(std::exchange(work->errand, {}), emit);
        fail(t, work->request, emit);
        if (calls)
            freed(t, token.slot, emit);
    }
    template <class Emit>
    void freed(SimTime t, std::uint32_t slot, Emit& emit)
    {
        closed(t, slot);
        ++figures.served;
        begin(t, emit);
    }

    /// The own work is done: now its calls, which hold the slot.
    template <class Emit>
    void done(SimTime t, const CallToken& token, Emit& emit)
    {
        const Work* work = running.find(token);
        if (!work)  // lost before its end
            return;
        if (work->late)
            return freed(t, token.slot, emit);
        const Message asked = wholeOf(*work, emit);
        const CallToken errand = errands.empty() ? CallToken{} : errands.begin(t, asked, token, *this, emit);
        if (errand.slot == CallToken::kNobody)
            return workEnded(t, token, false, emit);
        running.at(token.slot)->errand = errand;
    }
    /// A request, or a batch that was read, as one message.
    template <class Emit>
    static Message wholeOf(const Work& work, Emit& emit)
    {
        if (work.kind == Work::Kind::Request || work.kind == Work::Kind::Again)
            return work.request;
        const std::vector<Member>& members = emit.spans().members(work.members);
        Message whole;
        whole.id = members.front().id;
        whole.key = members.front().key;
        whole.born = members.front().born;
        whole.members = work.members;
        whole.records = static_cast<std::uint32_t>(members.size());
        for (const Member& member : members) {
            whole.born = std::min(whole.born, member.born);
            whole.bytes += member.bytes;
        }
        return whole;
    }
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        const Work work = closed(t, token.slot);
        ++(work.kind == Work::Kind::Request ? figures.served : figures.batches);
        const auto served = [&](const MessageId& id, SimTime since, SimTime born) {
            emit.spent(meter, id, TimePart::Queue, since, work.begun);
            emit.spent(meter, id, TimePart::Service, work.begun, t);
            emit.readable(meter, t, id, born);
        };
        if (work.kind == Work::Kind::Again)
            readAgain(t, work, emit);
        else if (work.kind != Work::Kind::Request)
            endRead(t, work, failed, served, emit);
        else if (failed)
            fail(t, work.request, emit);
        else
            complete(t, work, served, emit);
        begin(t, emit);
    }
    Work closed(SimTime t, std::uint32_t slot)
    {
        Work work = std::move(*running.at(slot));
        running.close(slot);
        figures.busy.set(t, static_cast<double>(running.openCount()));
        countLane(t, work, -1);
        return work;
    }
    void countLane(SimTime t, const Work& work, int change)
    {
        if (work.kind != Work::Kind::Lane)
            return;
        LaneInput& input = lanes[work.input];
        input.inWork += change;
        input.busy.set(t, input.inWork);
    }
    template <class Emit>
    void fail(SimTime t, const Message& m, Emit& emit)
    {
        acknowledged.failWork(t, m, meter, emit);
    }
    template <class Served, class Emit>
    void complete(SimTime t, const Work& work, Served served, Emit& emit)
    {
        const Message& m = work.request;
        meter.completed(t, work.records, t - work.arrived);
        if (work.members) {
            for (const Member& member : emit.spans().members(work.members))
                served(member.id, work.arrived, member.born);
        } else {
            served(m.id, work.arrived, m.born);
        }
        passOn(t, m, emit);
        if (!acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
    }

    /// A batch read from a queue or a shard: each record succeeds or fails alone.
    template <class Served, class Emit>
    void endRead(SimTime t, const Work& work, bool failed, Served served, Emit& emit)
    {
        const bool fromQueue = work.kind == Work::Kind::Queue;
        SpanRef good = emit.spans().create();
        std::uint32_t bad = 0;
        std::uint64_t bytes = 0;
        const auto handle = [&](const Member& member) {
            if (failed || (faults.errors > 0 && errorDraws.at(member.id) < faults.errors)) {
                ++bad;
                if (!fromQueue) {  // nobody reads it again
                    ++meter.units.lost;
                    emit.gone(member.born);
                }
                return false;
            }
            served(member.id, work.arrived, member.born);
            bytes += member.bytes;
            bytesPerRecord = member.bytes;
            emit.spans().members(good).push_back(member);
            return true;
        };
        if (fromQueue) {
            queues[work.input].finish(t, work.slot, handle, emit);
        } else {
            const std::vector<Member> members = emit.spans().members(work.members);
            for (const Member& member : members)
                handle(member);
        }
        if (!fromQueue && leases.on())
            leases.progress(t, leaseOf(work), work.records);
        emit.spans().release(work.members);
        meter.failed(t, bad);
        const std::vector<Member>& kept = emit.spans().members(good);
        if (kept.empty()) {
            emit.spans().release(good);
        } else {
            meter.completed(t, kept.size(), t - work.arrived);
            Message next;
            next.id = kept.front().id;
            next.born = kept.front().born;
            for (const Member& member : kept)
                next.born = std::min(next.born, member.born);
            next.bytes = bytes;
            next.key = kept.front().key;
            next.records = static_cast<std::uint32_t>(kept.size());
            next.members = good;
            next.carriesUnit = !fromQueue;  // a queue's unit ends there, with the delete
            passOn(t, next, emit);
        }
        if (fromQueue)
            askQueue(t, work.input, work.slot, emit);
        else
            timers.arm(std::max(t, lanes[work.input].nextAsk[work.slot]),
                       alarmId(Alarm::Poll, work.input, work.slot));
    }

    /// Without anyone to take it over it ends here.
    template <class Emit>
    void passOn(SimTime t, const Message& m, Emit& emit)
    {
        if (!handOver.empty())
            return handOver.send(t, m, meter, emit, [&](std::size_t) { return m.carriesUnit; });
        emit.spans().release(m.members);
        meter.units.done += m.carriesUnit ? m.records : 0;
    }

    // --- reading ------------------------------------------------------------------------------------------------------

    /// As many readers of each queue as there are workers.
    void wakeReaders(SimTime t, bool atDrawnPhase)
    {
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            queues[q].grow(workers());
            const std::size_t awake = std::min(workers(), queues[q].slots());
            for (std::uint32_t slot = 0; slot < awake; ++slot) {
                if (!queues[q].resting(slot))
                    continue;
                queues[q].wake(slot);
                timers.arm(atDrawnPhase ? queues[q].firstAsk(t, slot, phase) : t,
                           alarmId(Alarm::QueueAsk, q, slot));
            }
        }
    }
    template <class Emit>
    void askQueue(SimTime t, std::uint32_t q, std::uint32_t slot, Emit& emit)
    {
        if (faults.paused)
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        if (slot >= workers() && !queues[q].batch(slot))
            return queues[q].rest(slot);
        queues[q].ask(t, slot, emit);
    }
    template <class Emit>
    void pollLane(SimTime t, std::uint32_t in, std::uint32_t lane, Emit& emit)
    {
        LanePoller& poller = lanes[in].pollers[lane];
        if (leases.on() && leases.stands(lanes[in].firstLease + lane))
            return leases.pollLater(lanes[in].firstLease + lane);
        if (faults.down || faults.paused)
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::Poll, in, lane));
        lanes[in].askedAt[lane] = t;
        emit.send(poller.connection, t, poller.ask(t, origin, lanes[in].batchSize));
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (!r.call.reversed)
            return errands.reply(t, r, *this, emit);
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            if (queues[q].config().connection == r.call.connection)
                return r.call.slot == kQuestion ? answeredBacklog(t, r, emit) : received(t, q, r, emit);
        }
        for (std::uint32_t in = 0; in < lanes.size(); ++in) {
            const std::uint32_t lane = r.call.slot;
            if (lanes[in].pollers.empty() || lanes[in].pollers.front().connection != r.call.connection)
                continue;
            const SimTime next = lanes[in].pollers[lane].nextPoll(t, lanes[in].askedAt[lane], r);
            if (!r.members)
                return timers.arm(next, alarmId(Alarm::Poll, in, lane));
            lanes[in].nextAsk[lane] = next;  // once these are done
            Work work;
            work.kind = Work::Kind::Lane;
            work.members = r.members;
            work.records = static_cast<std::uint32_t>(emit.spans().members(r.members).size());
            work.input = in;
            work.slot = lane;
            work.arrived = t;
            take(t, std::move(work), emit);
            return;
        }
        emit.spans().release(r.members);
    }
    template <class Emit>
    void received(SimTime t, std::uint32_t q, const Reply& r, Emit& emit)
    {
        const std::uint32_t slot = r.call.slot;
        switch (queues[q].received(
            t, r, [](const Member&) { return true; }, emit)) {
        case QueuePollers::Next::HandOver: {
            Work work;
            work.kind = Work::Kind::Queue;
            work.members = queues[q].batch(slot);
            emit.spans().retain(work.members);
            work.records = static_cast<std::uint32_t>(emit.spans().members(work.members).size());
            work.input = q;
            work.slot = slot;
            work.arrived = t;
            take(t, std::move(work), emit);
            return;
        }
        case QueuePollers::Next::Ask:
            return askQueue(t, q, slot, emit);
        case QueuePollers::Next::Pause:
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        }
    }
    template <class Emit>
    void take(SimTime t, Work work, Emit& emit)
    {
        meter.offered(t, work.records, false);
        meter.accepted(work.records);
        if (leases.on() && work.kind == Work::Kind::Lane && leases.stands(leaseOf(work)))
            return leases.keep(leaseOf(work), std::move(work));  // read by one that is lost
        enqueue(t, std::move(work), emit);
    }

    // --- leases -------------------------------------------------------------------------------------------------------

    std::size_t leaseOf(const Work& work) const { return lanes[work.input].firstLease + work.slot; }
    /// The leases of the last `gone` of so many workers are lost with them.
    void loseLeases(SimTime t, int workersBefore, int gone)
    {
        for (std::size_t lease = 0; lease < leases.count(); ++lease) {
            if (leases.lostWith(lease, workersBefore, gone) && leases.lose(lease))
                timers.arm(t + config.leases.failover, alarmId(Alarm::FailOver, lease));
        }
    }
    /// Another worker has it: first come the records since the checkpoint.
    template <class Emit>
    void takeOver(SimTime t, std::uint32_t lease, Emit& emit)
    {
        std::uint32_t input = 0;
        while (input + 1 < lanes.size() && lanes[input + 1].firstLease <= lease)
            ++input;
        Work work;
        work.kind = Work::Kind::Again;
        work.input = input;
        work.slot = lease - lanes[input].firstLease;
        work.records = static_cast<std::uint32_t>(leases.again(lease));
        work.arrived = t;
        if (work.records == 0)
            return resume(t, work, emit);
        work.request.id = {.serial = repeats++,
                           .origin = static_cast<std::uint32_t>(mix64(origin ^ 0xa9a1)),
                           .part = 0,
                           .visit = 0,
                           .attempt = 0};
        work.request.born = work.request.sent = t;
        work.request.records = work.records;
        work.request.bytes = bytesPerRecord;
        meter.offered(t, work.records, true);
        meter.accepted(work.records);
        enqueue(t, std::move(work), emit);
    }
    template <class Emit>
    void readAgain(SimTime t, const Work& work, Emit& emit)
    {
        meter.completed(t, work.records, t - work.arrived);
        resume(t, work, emit);
    }
    template <class Emit>
    void resume(SimTime t, const Work& work, Emit& emit)
    {
        auto [held, poll] = leases.resume(leaseOf(work));
        if (held.empty() && poll)
            pollLane(t, work.input, work.slot, emit);
        for (Work& each : held)
            enqueue(t, std::move(each), emit);
    }

    // --- scaling ------------------------------------------------------------------------------------------------------

    static constexpr std::uint32_t kQuestion = 0xFFFF;

    template <class Emit>
    void tick(SimTime t, Emit& emit)
    {
        timers.arm(t + size.policy().period, alarmId(Alarm::Tick));
        if (config.metric == FleetMetric::Backlog) {
            // The queue is asked how many messages wait; the answer decides.
            for (QueuePollers& queue : queues) {
                const MessageId id{questions++, origin, static_cast<std::uint16_t>(kQuestion), 0, 0};
                Message ask = queue_call::receive(id, t, static_cast<std::uint16_t>(kQuestion),
                                                  queue.config().connection, 0, {});
                ++unanswered;
                emit.send(queue.config().connection, t, ask);
            }
            return;
        }
        size.decide(t, loadSeen(t));
        resized(t, emit);
    }
    /// What the look at `t` sees of its own.
    double loadSeen(SimTime t)
    {
        const double period = seconds(size.policy().period);
        if (config.metric == FleetMetric::Waiting)
            return static_cast<double>(resident());
        if (config.metric == FleetMetric::Requests)
            return static_cast<double>(figures.requests - std::exchange(requestsBefore, figures.requests))
                   * 60 / period;
        const double busy = figures.busy.integralUntil(t);
        return (busy - std::exchange(busyBefore, busy)) / period;
    }
    template <class Emit>
    void answeredBacklog(SimTime t, const Reply& r, Emit& emit)
    {
        backlog += static_cast<double>(r.bytes);
        anyFailed |= r.outcome != Outcome::Done;
        if (--unanswered > 0)
            return;
        if (!anyFailed) {  // a metric that is missing changes nothing
            size.decide(t, backlog);
            resized(t, emit);
        }
        backlog = 0;
        anyFailed = false;
    }
    template <class Emit>
    void resized(SimTime t, Emit& emit)
    {
        if (const SimTime next = size.next(t); next != kNever && next != sizeAlarm) {
            sizeAlarm = next;
            timers.arm(next, alarmId(Alarm::Size));
        }
        wakeReaders(t, false);
        begin(t, emit);
    }

    // --- losses -------------------------------------------------------------------------------------------------------

    /// Spot capacity is away from here until the fault ends; any work may be on any unit, so it is as many of them as go.
    template <class Emit>
    void take(SimTime t, const Control& c, Emit& emit)
    {
        const int units = size.inService();
        const int go = units - static_cast<int>(static_cast<double>(units) * c.factor + 1e-9);
        auto lost = static_cast<std::size_t>(go) * static_cast<std::size_t>(config.slots);
        std::size_t among = std::max<std::size_t>(workers(), running.openCount());
        loseLeases(t, units, go);
        std::vector<std::uint32_t> slots;
        running.forEachSlot([&](std::uint32_t slot, const Work& work) {
            if (leases.on() && work.kind != Work::Kind::Request && work.kind != Work::Kind::Queue) {
                --among;
                if (leases.stands(leaseOf(work)))
                    slots.push_back(slot);
                return;
            }
            const MessageId& id = work.kind == Work::Kind::Request
                                      ? work.request.id
                                      : emit.spans().members(work.members).front().id;
            const double chance =
                static_cast<double>(lost) / static_cast<double>(std::max<std::size_t>(1, among--));
            if (toUnit(mix64(unitDraws.bitsAt(id) ^ c.name)) >= chance)
                return;
            slots.push_back(slot);
            --lost;
        });
        std::deque<Work> stays;
        for (Work& work : line) {
            if (leases.on() && work.kind == Work::Kind::Lane && leases.stands(leaseOf(work))) {
                waiting -= work.records;
                leases.keep(leaseOf(work), std::move(work));
            } else {
                stays.push_back(std::move(work));
            }
        }
        line = std::move(stays);
        figures.taken += slots.size();
        spotFaults.push_back(c.name);
        size.take(t, go);
        for (const std::uint32_t slot : slots)
            lose(t, closed(t, slot), emit);
        resized(t, emit);
    }
    template <class Emit>
    void loseAll(SimTime t, Emit& emit)
    {
        loseLeases(t, 1, 1);
        std::vector<std::uint32_t> slots;
        running.forEachSlot([&](std::uint32_t slot, const Work&) { slots.push_back(slot); });
        for (const std::uint32_t slot : slots)
            lose(t, closed(t, slot), emit);
        std::deque<Work> struck;
        std::swap(struck, line);
        for (Work& work : struck) {
            waiting -= work.records;
            lose(t, std::move(work), emit);
        }
    }
    /// A request fails, messages come back when their visibility timeout is over, records are read again by whoever has
    /// their shard next.
    template <class Emit>
    void lose(SimTime t, Work work, Emit& emit)
    {
        if (work.errand.slot != CallToken::kNobody)
            errands.drop(std::exchange(work.errand, {}), emit);
        if (work.late)
            return;
        if (work.kind == Work::Kind::Request)
            return fail(t, work.request, emit);
        if (work.kind == Work::Kind::Queue)
            return endRead(
                t, work, true, [](const MessageId&, SimTime, SimTime) {}, emit);
        if (work.kind == Work::Kind::Again) {  // whoever has the lease then does it anew
            meter.failed(t, work.records);
            timers.arm(t + config.leases.failover, alarmId(Alarm::FailOver, leaseOf(work)));
            return;
        }
        if (leases.on())
            return leases.keep(leaseOf(work), std::move(work));
        waiting += work.records;
        line.push_front(std::move(work));
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        const auto high = static_cast<std::uint32_t>(id >> 28) & 0xFFFFFFF;
        const auto low = static_cast<std::uint32_t>(id) & 0xFFFFFFF;
        switch (static_cast<Alarm>(id >> 56)) {
        case Alarm::Done:
            return done(t, {high, low, 0, false}, emit);
        case Alarm::Tick:
            return tick(t, emit);
        case Alarm::Hosts:
            timers.arm(t + config.hosts.scaling.period, alarmId(Alarm::Hosts));
            size.lookAtHosts(t);
            return resized(t, emit);
        case Alarm::Size:
            size.advance(t);
            return resized(t, emit);
        case Alarm::QueueAsk:
            return askQueue(t, high, low, emit);
        case Alarm::Poll:
            return pollLane(t, high, low, emit);
        case Alarm::Renew:
            timers.arm(t + config.leases.renewal(), alarmId(Alarm::Renew, high));
            return leases.renew(high);
        case Alarm::FailOver:
            return takeOver(t, high, emit);
        case Alarm::Line:
            return leaveLine(t, emit);
        case Alarm::Late:
            return late(t, {high, low, 0, false}, emit);
        }
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        if (c.kind == Control::Kind::Taken)
            return take(t, c, emit);
        if (c.kind == Control::Kind::Changed) {
            size.want(t, config.later[static_cast<std::size_t>(c.factor)].instances);
            return resized(t, emit);
        }
        if (const auto spot = std::find(spotFaults.begin(), spotFaults.end(), c.name);
            spot != spotFaults.end() && c.kind == Control::Kind::CapacityCut) {
            // The cut that comes with it: its units are gone already, and come back as new ones.
            if (!c.begins) {
                spotFaults.erase(spot);
                size.give(t);
            }
            return resized(t, emit);
        }
        const bool was = faults.down;
        faults.apply(c);
        if (faults.down && !was)
            loseAll(t, emit);
        wakeReaders(t, false);
        begin(t, emit);
    }
    void sample(SimTime t)
    {
        meter.sample(t, static_cast<double>(waiting), line.empty() ? 0 : seconds(t - line.front().arrived));
    }
    bool attends(std::uint32_t connection) const
    {
        return std::none_of(handOver.ways().begin(), handOver.ways().end(),
                            [&](const OutCall& way) { return way.index == connection; });
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = waiting;
        running.forEach([&](const Work& work) { records += work.late ? 0 : work.records; });
        leases.forEachHeld([&](const Work& work) { records += work.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        const auto add = [&](const Work& work) {
            const bool holds =
                work.kind == Work::Kind::Lane
                || (work.kind == Work::Kind::Request && work.request.carriesUnit && !work.late);
            units += holds ? work.records : 0;
        };
        for (const Work& work : line)
            add(work);
        running.forEach(add);
        leases.forEachHeld(add);
        return units;
    }
    void report(NodeReport& out) const
    {
        const SimTime end{fromSeconds(out.seconds)};
        const double s = std::max(out.seconds, 1e-9);
        size.report(config.noun, out.seconds, out.component);
        LimitSpec workersLimit = config.limit;
        workersLimit.count = size.meanInService(end);
        out.component.limits.push_back(
            heldLimit(workersLimit, figures.busy.integralUntil(end) / s, figures.busy.peak(),
                      static_cast<double>(out.component.counts.rejected - figures.notByWorkers)));
        for (const LaneInput& input : lanes)
            out.component.limits.push_back(
                heldLimit(laneBatchesOf(static_cast<double>(input.pollers.size()), input.label),
                          input.busy.integralUntil(end) / s, input.busy.peak(), 0));
        if (const std::uint64_t begun = figures.served + figures.batches; begun > 0) {
            out.component.facts.emplace_back("mean-wait-ms", "mean wait ms", Aggregation::Share,
                                             figures.waitSeconds / static_cast<double>(begun) * 1e3);
            out.component.facts.emplace_back("share-that-waited", "share that waited", Aggregation::Share,
                                             static_cast<double>(figures.waited)
                                                 / static_cast<double>(begun));
        }
        out.component.facts.emplace_back("mean-instances-in-service", "mean " + config.noun + " in service",
                                         Aggregation::TimeMean, size.meanInService(end));
        if (figures.taken > 0)
            out.component.facts.emplace_back("lost-with-spot-nodes", "lost with Spot nodes", Aggregation::Sum,
                                             static_cast<double>(figures.taken));
        if (config.answerWithin > Duration{})
            out.component.facts.emplace_back("not-answered-in-time", "not answered in time", Aggregation::Sum,
                                             static_cast<double>(figures.late));
        reportGuards(errands.desk().guards(), out.component);
        FleetLoad load = size.load(end);
        load.requests = static_cast<double>(figures.requests) / s;
        load.bytesIn = static_cast<double>(figures.bytesIn) / s;
        if (leases.on()) {
            leases.report(out.component);
            load.leaseWrites = leases.writes() / s;
        }
        bill(load, out);
    }

    FleetConfig config;
    DrawKey draws, errorDraws, unitDraws, phase;
    std::uint32_t origin = 0;
    Errands<CallToken> errands;
    HandOver handOver;
    Acknowledged acknowledged;
    BillOf<FleetLoad> bill;
    std::vector<QueuePollers> queues;
    std::vector<LaneInput> lanes;
    Leases<Work> leases;
    std::uint64_t repeats = 0, bytesPerRecord = 0;  ///< of what is read again: works; the last record's size
    std::deque<Work> line;
    std::uint64_t waiting = 0;  ///< records in the line
    PendingSlab<Work> running;
    FleetSize size;
    SimTime sizeAlarm = kNever;
    std::vector<std::uint64_t> spotFaults;  ///< under way
    double busyBefore = 0, backlog = 0;
    std::uint64_t requestsBefore = 0;
    SimTime lineAlarm = kNever;
    int unanswered = 0;
    bool anyFailed = false;
    std::uint64_t questions = 0;
    FleetFigures figures;
};

/// A fleet that scales has what the opening rates ask for, unless it opens cold.
int unitsAtStart(const FleetConfig& config, const Outgoing& outgoing, const NodeContext& context)
{
    if (config.metric == FleetMetric::None || !context.before)
        return config.instances;
    std::vector<FlowPort> outputs = context.before->outputs;
    return static_cast<int>(steadyOf(config, outgoing, context.before->inputs, outputs).instances + 0.5);
}

}  // namespace

NodeHandle FleetFamily::makeNode(const FleetConfig& config, const NodeContext& context,
                                 BillOf<FleetLoad> bill)
{
    auto node = std::make_unique<FleetNode>(config);
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->unitDraws = context.draws(Purpose::Node);
    node->phase = context.draws(Purpose::Phase);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->errands.open(outgoing, context);
    node->handOver.open(outgoing, context);
    node->acknowledged.open(context.inputs);
    node->size = FleetSize{node->config, context.binSeconds, context.bins};
    node->size.open(unitsAtStart(config, outgoing, context));
    std::uint32_t allLanes = 0;
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind != ConnectionKind::Poll)
            continue;
        const double batch = std::max(1.0, port.number("batchSize", 1));
        if (port.other.spec->feed.shape == FeedSpec::Shape::Queue) {
            QueuePollers::Config reader;
            reader.connection = port.index;
            reader.name = hashOf(port.connection->id);
            reader.origin = node->origin;
            reader.batchSize = static_cast<std::size_t>(batch);
            reader.window = config.window;
            node->queues.emplace_back(reader);
            continue;
        }
        LaneInput input;
        input.batchSize = static_cast<std::uint32_t>(batch);
        input.firstLease = allLanes;
        input.label = port.other.name();
        allLanes += static_cast<std::uint32_t>(port.otherLanes);
        for (int lane = 0; lane < port.otherLanes; ++lane) {
            LanePoller poller;
            poller.connection = port.index;
            poller.name = hashOf(port.connection->id);
            poller.lane = static_cast<std::uint16_t>(lane);
            poller.interval = port.otherPollInterval;
            poller.backToBack = std::min<Duration>(poller.interval, std::chrono::milliseconds{200});
            input.pollers.push_back(poller);
            input.askedAt.push_back(kSimStart);
            input.nextAsk.push_back(kSimStart);
        }
        node->lanes.push_back(std::move(input));
    }
    node->leases.open(config.leases, allLanes);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
