// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet.h"

#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/hand_over.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/lane_poller.h"

#include <deque>

namespace plimsoll {

namespace {

enum class Alarm : std::uint64_t { Done, Tick, Booted, QueueAsk, Poll };
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t a = 0, std::uint64_t b = 0)
{
    return static_cast<std::uint64_t>(kind) << 56 | (a & 0xFFFFFFF) << 28 | (b & 0xFFFFFFF);
}

/// What one worker does at a time.
struct Work {
    enum class Kind : std::uint8_t { Request, Queue, Lane } kind = Kind::Request;
    Message request;  ///< Request
    SpanRef members;
    std::uint32_t records = 1;
    std::uint32_t input = 0, slot = 0;  ///< Queue, Lane: which reader
    SimTime arrived, begun;
};

struct FleetFigures {
    std::uint64_t served = 0, waited = 0, batches = 0;
    double waitSeconds = 0;  ///< summed over requests and batches
    HeldUse busy;            ///< slots
};

struct LaneInput {
    std::uint32_t batchSize = 1;
    std::vector<LanePoller> pollers;
    std::vector<SimTime> askedAt;
    std::vector<SimTime> nextAsk;
};

struct FleetNode : NodeBase {
    explicit FleetNode(const FleetConfig& c) : config{c} {}

    template <class Emit>
    void start(Emit&)
    {
        inService = config.instances;
        track.set(kSimStart, inService);
        billed.set(kSimStart, inService);
        wakeReaders(kSimStart, true);
        for (std::uint32_t in = 0; in < lanes.size(); ++in) {
            for (std::uint32_t lane = 0; lane < lanes[in].pollers.size(); ++lane)
                timers.arm(lanes[in].pollers[lane].firstPoll(phase), alarmId(Alarm::Poll, in, lane));
        }
        if (config.metric != FleetMetric::None)
            timers.arm(kSimStart + controller.policy().period, alarmId(Alarm::Tick));
    }

    /// Workers there are now. Those above it end what they do and take nothing new.
    std::size_t workers() const
    {
        return faults.down ? 0 : static_cast<std::size_t>(inService * config.slots * faults.capacity + 1e-9);
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool full =
            config.queueLimit && running.openCount() >= workers() && line.size() >= *config.queueLimit;
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || full) {
            meter.rejected(t, m.records);
            return emit.refuse(t, m, fails ? Outcome::Failed : Outcome::Rejected);
        }
        meter.accepted(m.records);
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
            if (work.kind == Work::Kind::Request) {
                nanos = config.service.law.drawFor(work.request.id, draws);
            } else {  // one record after the other
                for (const Member& member : emit.spans().members(work.members))
                    nanos += config.service.law.drawFor(member.id, draws);
            }
            const CallToken token = running.open(std::move(work), 0);
            figures.busy.set(t, static_cast<double>(running.openCount()));
            timers.arm(t + Duration{static_cast<std::int64_t>(nanos * faults.slow + 0.5)},
                       alarmId(Alarm::Done, token.slot));
        }
    }

    /// The own work is done: now its calls, which hold the slot.
    template <class Emit>
    void done(SimTime t, std::uint32_t slot, Emit& emit)
    {
        const CallToken token{slot, running.generationOf(slot), 0, false};
        const Message asked = wholeOf(*running.at(slot), emit);
        if (errands.empty() || errands.begin(t, asked, token, *this, emit).slot == CallToken::kNobody)
            workEnded(t, token, false, emit);
    }
    /// A request, or a batch that was read, as one message.
    template <class Emit>
    static Message wholeOf(const Work& work, Emit& emit)
    {
        if (work.kind == Work::Kind::Request)
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
        const std::uint32_t slot = token.slot;
        const Work work = std::move(*running.at(slot));
        running.close(slot);
        figures.busy.set(t, static_cast<double>(running.openCount()));
        ++(work.kind == Work::Kind::Request ? figures.served : figures.batches);
        const auto served = [&](const MessageId& id, SimTime since, SimTime born) {
            emit.spent(meter, id, TimePart::Queue, since, work.begun);
            emit.spent(meter, id, TimePart::Service, work.begun, t);
            emit.readable(meter, t, id, born);
        };
        if (work.kind != Work::Kind::Request)
            endRead(t, work, failed, served, emit);
        else if (failed)
            fail(t, work.request, emit);
        else
            complete(t, work, served, emit);
        begin(t, emit);
    }
    template <class Emit>
    void fail(SimTime t, const Message& m, Emit& emit)
    {
        meter.failed(t, m.records);
        if (m.replyTo.slot == CallToken::kUnattended) {  // the sinks were told to wait for it
            if (!m.members)
                emit.gone(m.born);
            else
                for (const Member& member : emit.spans().members(m.members))
                    emit.gone(member.born);
        }
        acknowledged.fail(t, m, meter, emit);
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
                return r.call.slot == kQuestion ? answeredBacklog(t, r) : received(t, q, r, emit);
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
        enqueue(t, std::move(work), emit);
    }

    // --- scaling ------------------------------------------------------------------------------------------------------

    static constexpr std::uint32_t kQuestion = 0xFFFF;

    template <class Emit>
    void tick(SimTime t, Emit& emit)
    {
        timers.arm(t + controller.policy().period, alarmId(Alarm::Tick));
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
        const double busy = figures.busy.integralUntil(t);
        scale(t, (busy - busyBefore) / seconds(controller.policy().period), emit);
        busyBefore = busy;
    }
    void answeredBacklog(SimTime t, const Reply& r)
    {
        backlog += static_cast<double>(r.bytes);
        anyFailed |= r.outcome != Outcome::Done;
        if (--unanswered > 0)
            return;
        if (!anyFailed)  // a metric that is missing changes nothing
            decide(t, backlog);
        backlog = 0;
        anyFailed = false;
    }
    template <class Emit>
    void scale(SimTime t, double load, Emit& emit)
    {
        decide(t, load);
        begin(t, emit);
    }
    void decide(SimTime t, double load)
    {
        controller.sample(t, load);
        if (!controller.applyDue(t))
            return;
        const int desired = static_cast<int>(controller.capacity() + 0.5);
        if (desired > inService + booting) {
            const int launched = desired - inService - booting;
            booting += launched;
            timers.arm(t + config.boot, alarmId(Alarm::Booted, static_cast<std::uint64_t>(launched)));
        } else if (desired < inService) {
            inService = desired;
        }
        setInstances(t);
    }
    template <class Emit>
    void booted(SimTime t, int launched, Emit& emit)
    {
        booting -= launched;
        // The group may have been told to shrink while they started.
        inService = std::min(inService + launched, static_cast<int>(controller.capacity() + 0.5));
        setInstances(t);
        begin(t, emit);
    }
    void setInstances(SimTime t)
    {
        track.set(t, inService);
        billed.set(t, inService + booting);
        wakeReaders(t, false);
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
            return done(t, high, emit);
        case Alarm::Tick:
            return tick(t, emit);
        case Alarm::Booted:
            return booted(t, static_cast<int>(high), emit);
        case Alarm::QueueAsk:
            return askQueue(t, high, low, emit);
        case Alarm::Poll:
            return pollLane(t, high, low, emit);
        }
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
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
        running.forEach([&](const Work& work) { records += work.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        const auto add = [&](const Work& work) {
            const bool holds = work.kind == Work::Kind::Lane
                               || (work.kind == Work::Kind::Request && work.request.carriesUnit);
            units += holds ? work.records : 0;
        };
        for (const Work& work : line)
            add(work);
        running.forEach(add);
        return units;
    }
    void report(NodeReport& out) const
    {
        const SimTime end{fromSeconds(out.seconds)};
        const double s = std::max(out.seconds, 1e-9);
        if (config.metric != FleetMetric::None)
            reportScaling(controller, track, "instances", out.seconds, out.component);
        LimitSpec workersLimit = config.limit;
        workersLimit.count = track.meanUntil(end);
        out.component.limits.push_back(heldLimit(workersLimit, figures.busy.integralUntil(end) / s,
                                                 figures.busy.peak(),
                                                 static_cast<double>(out.component.counts.rejected)));
        if (const std::uint64_t begun = figures.served + figures.batches; begun > 0) {
            out.component.facts.emplace_back("mean-wait-ms", "mean wait ms", Aggregation::Share,
                                             figures.waitSeconds / static_cast<double>(begun) * 1e3);
            out.component.facts.emplace_back("share-that-waited", "share that waited", Aggregation::Share,
                                             static_cast<double>(figures.waited)
                                                 / static_cast<double>(begun));
        }
        out.component.facts.emplace_back("mean-instances-in-service", "mean instances in service",
                                         Aggregation::TimeMean, track.meanUntil(end));
        reportGuards(errands.desk().guards(), out.component);
        bill({out.seconds > 0 ? billed.integralUntil(end) / out.seconds : static_cast<double>(inService)},
             out);
    }

    FleetConfig config;
    DrawKey draws, errorDraws, phase;
    std::uint32_t origin = 0;
    Errands<CallToken> errands;
    HandOver handOver;
    Acknowledged acknowledged;
    BillOf<FleetLoad> bill;
    std::vector<QueuePollers> queues;
    std::vector<LaneInput> lanes;
    std::deque<Work> line;
    std::uint64_t waiting = 0;  ///< records in the line
    PendingSlab<Work> running;
    ScalingController controller;
    CapacityTrack track;
    HeldUse billed;
    int inService = 0, booting = 0;
    double busyBefore = 0, backlog = 0;
    int unanswered = 0;
    bool anyFailed = false;
    std::uint64_t questions = 0;
    FleetFigures figures;
};

}  // namespace

NodeHandle FleetFamily::makeNode(const FleetConfig& config, const NodeContext& context,
                                 BillOf<FleetLoad> bill)
{
    auto node = std::make_unique<FleetNode>(config);
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->phase = context.draws(Purpose::Phase);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->controller = ScalingController{node->config.scaling, static_cast<double>(node->config.instances)};
    node->track = CapacityTrack{context.binSeconds, context.bins};
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->errands.open(outgoing, context);
    node->handOver.open(outgoing, context);
    node->acknowledged.open(context.inputs);
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
            node->queues.emplace_back(reader);
            continue;
        }
        LaneInput input;
        input.batchSize = static_cast<std::uint32_t>(batch);
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
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
