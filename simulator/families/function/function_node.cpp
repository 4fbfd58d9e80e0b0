// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/function.h"

#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/lane_poller.h"
#include "simulator/queueing/scaling_controller.h"
#include "simulator/queueing/token_bucket.h"

#include <deque>

namespace plimsoll {

namespace {

// Timer ids: kind in the top byte, then what it is about.
enum class Alarm : std::uint64_t {
    Poll,
    Window,
    Computed,
    Retry,
    CallTimeout,
    InvocationTimeout,
    AsyncRetry,
    Stopped,
    QueueAsk,
    QueueScale
};
constexpr std::uint64_t alarmId(Alarm kind, std::uint64_t a, std::uint64_t b = 0)
{
    return static_cast<std::uint64_t>(kind) << 56 | (a & 0xFFFFFFF) << 28 | (b & 0xFFFFFFF);
}
constexpr Alarm alarmOf(std::uint64_t id)
{
    return static_cast<Alarm>(id >> 56);
}
constexpr std::uint32_t highOf(std::uint64_t id)
{
    return static_cast<std::uint32_t>(id >> 28) & 0xFFFFFFF;
}
constexpr std::uint32_t lowOf(std::uint64_t id)
{
    return static_cast<std::uint32_t>(id) & 0xFFFFFFF;
}

/// Event source mapping of one stream shard and one parallel lane: batches leave in order, one at a time.
struct BatchLane {
    std::vector<Member> buffer;  ///< waiting records
    std::size_t head = 0;
    bool busy = false, waiting = false;
    int failures = 0;
    int tries = 0;              ///< failures that count as retries: splitting a batch does not
    std::size_t retrySize = 0;  ///< after a failure: the same records again, or half of them
    SimTime windowArmed = kNever;
    SimTime pausedUntil = kSimStart;  ///< after a failure
    SimTime failedAt = kSimStart;
    std::size_t size() const { return buffer.size() - head; }
};

struct ShardMapping {
    LanePoller poller;
    SimTime askedAt = kSimStart;
    std::vector<BatchLane> lanes;
    std::size_t readAhead = 0;  ///< records it may hold; what is beyond stays in the shard and ages there
    bool more = false;          ///< the last read left some
    bool parked = false;        ///< it was due while paused
};

/// Source of the mapping's defaults and limits:
/// https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
struct Mapping {
    std::uint32_t connection = 0;
    std::size_t batchSize = 100;
    Duration window{};
    int attempts = -1;  ///< retries; -1 = for ever
    bool bisect = false;
    double passShare = 1;
    std::vector<ShardMapping> shards;
    static constexpr std::uint64_t kPayload = 6'000'000;  ///< bytes that close a batch
};

/// Event source mapping of a queue: slots that receive, run and delete, as many as its controller allows.
struct QueueMapping {
    QueuePollers pollers;
    ScalingController scaling;
    CapacityTrack track;
    bool byItem = false;  ///< the function names the messages that failed, the others are deleted
    double passShare = 1;
};

struct Invocation {
    enum class Kind : std::uint8_t { Sync, Async, Mapped, Queued } kind = Kind::Sync;
    bool failed = false;
    Message request;  ///< Sync, Async
    SpanRef members;  ///< the records, if it has more than the request
    std::uint32_t records = 1;
    std::uint64_t bytes = 0;
    std::uint32_t mapping = 0, shard = 0, lane = 0;
    SimTime arrived, started, ready, computed;
    std::size_t call = 0;  ///< first call of the running step
    std::uint64_t outstanding = 0;
    std::vector<std::uint64_t> issued;  ///< per call of the step
    std::uint64_t serial = 0;
    std::uint32_t slot = 0;
    std::uint32_t version = 0;                    ///< deployed when it began
    SimTime accepted;                             ///< Async: when the service took the event
    SimTime resumed = kSimStart;                  ///< the wait for this run began no sooner
    TimePart waitedFor = TimePart::ThrottleWait;  ///< what that wait was
};

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

struct OpenCall {
    std::uint32_t invocation = 0, generation = 0;  ///< in the invocation slab
    std::uint32_t call = 0;
    Message message;
    bool waiting = false;
    CallPass pass;
    SimTime tried;                      ///< the present try left
    TimePart lostTo = TimePart::Retry;  ///< why the last one came to nothing
};

/// The first record born from `since` on in the place that the fault's name picks: it fails every time.
struct Poison {
    std::uint64_t name = 0;
    SimTime since;
    bool found = false;
    MessageId id;
    bool is(const MessageId& other) const
    {
        return found && id.serial == other.serial && id.origin == other.origin && id.part == other.part;
    }
    bool takes(const MessageId& other, SimTime born)
    {
        if (found || born < since)
            return false;
        found = true;
        id = other;
        return true;
    }
};

/// Takes what was given up, instead of nobody.
struct FailureDestination {
    std::uint32_t connection = 0;
    Operation operation = Operation::Write;
};

struct FunctionNode : NodeBase {
    explicit FunctionNode(FunctionConfig c) : config{std::move(c)} {}

    template <class Emit>
    void start(Emit&)
    {
        scaling = TokenBucket{config.newEnvironmentsPerSecond, config.newEnvironmentsDepth};
        for (std::uint32_t m = 0; m < mappings.size(); ++m) {
            for (std::uint32_t s = 0; s < mappings[m].shards.size(); ++s)
                timers.arm(mappings[m].shards[s].poller.firstPoll(phase), alarmId(Alarm::Poll, m, s));
        }
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            QueueMapping& queue = queues[q];
            queue.track.set(kSimStart, queue.scaling.capacity());
            queue.pollers.grow(static_cast<std::size_t>(queue.scaling.capacity()));
            for (std::uint32_t slot = 0; slot < queue.pollers.slots(); ++slot) {
                queue.pollers.wake(slot);
                timers.arm(queue.pollers.firstAsk(kSimStart, slot, phase), alarmId(Alarm::QueueAsk, q, slot));
            }
            timers.arm(kSimStart + queue.scaling.policy().period, alarmId(Alarm::QueueScale, q));
        }
    }

    // --- environments -------------------------------------------------------------------------------------------

    int limit() const { return static_cast<int>(config.concurrency * faults.capacity); }

    /// Takes an environment; nothing when none may be had now. The value is the cold start to wait for.
    std::optional<Duration> takeEnvironment(SimTime t, const MessageId& id)
    {
        while (!idle.empty() && idle.front() + config.keepWarm < t)
            idle.pop_front();
        if (busy >= limit()) {
            ++figures.throttledByConcurrency;
            return std::nullopt;
        }
        if (provisionedIdle > 0) {
            --provisionedIdle;
            ++provisionedBusy;
        } else if (!idle.empty()) {
            idle.pop_back();  // the warmest first, so the surplus can expire
        } else {
            if (!scaling.tryTake(1, t)) {
                ++figures.throttledByScaling;
                return std::nullopt;
            }
            ++figures.coldStarts;
            for (CallGuard& guard : guards)
                guard.addClient();  // every environment runs an SDK client of its own
            setBusy(t, busy + 1);
            return config.codeInit + fromNanos(config.cold.drawFor(id, coldDraws));
        }
        setBusy(t, busy + 1);
        return Duration{0};
    }
    void returnEnvironment(SimTime t, std::uint32_t ofVersion)
    {
        setBusy(t, busy - 1);
        if (provisionedBusy > 0) {
            --provisionedBusy;
            ++provisionedIdle;
        } else if (ofVersion == version) {
            idle.push_back(t);
        }
    }
    void setBusy(SimTime t, int value)
    {
        busy = value;
        figures.concurrency.set(t, value);
    }

    // --- ways in --------------------------------------------------------------------------------------------------

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        const bool async = m.replyTo.slot == CallToken::kNobody || asyncInput(m.replyTo.connection);
        meter.offered(t, m.records, m.id.attempt > 0);
        if (async) {
            // Accepted at once: whatever happens later is the service's to retry.
            emit.answer(t + Duration{1'000'000}, m.replyTo, replyTo(m, Outcome::Done));
            if (m.replyTo.slot == CallToken::kUnattended)
                emit.entered(m.replyTo.connection, m.born);
            meter.accepted(m.records);
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
                meter.units.generated += event.records;
            event.carriesUnit = true;
            event.replyTo = {CallToken::kNobody, 0, m.replyTo.connection, false};
            event.id.attempt = 0;
            event.deadline = kNever;
            if (mappings.empty()) {
                for (Poison& poison : poisons)
                    poison.takes(event.id, event.born);
            }
            return tryAsync(t, {event, t, t, 0, TimePart::ThrottleWait}, emit);
        }
        const auto cold = faults.down ? std::nullopt : takeEnvironment(t, m.id);
        if (!cold) {
            if (faults.down)
                meter.rejected(t, m.records);
            else
                meter.throttled(t, m.records);
            return emit.refuse(t, m, faults.down ? Outcome::Failed : Outcome::Throttled);
        }
        meter.accepted(m.records);
        Invocation run;
        run.kind = Invocation::Kind::Sync;
        run.request = m;
        run.members = m.members;
        run.records = m.records;
        run.bytes = m.bytes;
        run.arrived = t;
        begin(t, *cold, std::move(run), emit);
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
    Reply replyTo(const Message& m, Outcome outcome) const
    {
        return {.call = {},
                .id = m.id,
                .outcome = outcome,
                .more = false,
                .members = {},
                .bytes = 0,
                .sent = m.sent,
                .units = outcome == Outcome::Done ? 0u
                         : m.carriesUnit          ? std::uint64_t{m.records}
                                                  : 0u};
    }

    /// Async events wait inside the service: throttles back off from 1 s to 5 min.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html
    template <class Emit>
    void tryAsync(SimTime t, WaitingEvent waiting, Emit& emit)
    {
        const Message& event = waiting.event;
        const SimTime tooOld = waiting.accepted + rulesFor(event).longest + Duration{1};
        if (t >= tooOld) {
            if (destinations.empty())
                meter.lost(event.records);
            else
                meter.failed(t, event.records);
            discard(t, event, event.members, emit);
            emit.gone(event.born);
            emit.spans().release(event.members);
            return;
        }
        const auto cold = faults.down ? std::nullopt : takeEnvironment(t, event.id);
        if (!cold) {
            const Duration backOff = std::min<Duration>(
                std::chrono::seconds{1 << std::min(waiting.throttles, 9)}, std::chrono::minutes{5});
            ++waiting.throttles;
            ++figures.waitsForConcurrency;
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
        begin(t, *cold, std::move(run), emit);
    }
    /// Each event has its own alarm: a later one may be due sooner.
    void wait(SimTime until, WaitingEvent waiting)
    {
        const CallToken token = asyncWaiting.open(std::move(waiting), 0);
        timers.arm(until, alarmId(Alarm::AsyncRetry, token.slot));
    }

    template <class Emit>
    void poll(SimTime t, std::uint32_t m, std::uint32_t s, Emit& emit)
    {
        Mapping& mapping = mappings[m];
        ShardMapping& shard = mapping.shards[s];
        if (faults.paused) {
            shard.parked = true;
            return;
        }
        std::size_t held = 0;
        for (const BatchLane& lane : shard.lanes)
            held += lane.size();
        // Two batches for every lane, or about twice what its runs get through between two reads: less, and the lanes
        // would stand idle until the next one.
        const std::size_t least = 2 * mapping.batchSize * shard.lanes.size();
        if (4 * held > 3 * shard.readAhead || shard.readAhead < least)
            shard.readAhead = std::max(least, shard.readAhead / 2);
        else if (shard.more && 4 * held <= shard.readAhead)
            shard.readAhead = std::max(least, std::min<std::size_t>(10'000, 2 * shard.readAhead));
        // Keys fall unevenly: while one lane lacks a full next batch, the others must not hold it up.
        std::size_t most = shard.readAhead;
        if (shard.lanes.size() > 1
            && std::any_of(shard.lanes.begin(), shard.lanes.end(),
                           [&](const BatchLane& lane) { return lane.size() < 2 * mapping.batchSize; }))
            most = std::max(most, std::min<std::size_t>(10'000, held + least / 2));
        if (held >= most) {
            timers.arm(t + shard.poller.backToBack, alarmId(Alarm::Poll, m, s));
            return;
        }
        shard.askedAt = t;
        const auto wanted = static_cast<std::uint32_t>(std::min<std::size_t>(10'000, most - held));
        emit.send(mapping.connection, t, shard.poller.ask(t, origin, wanted));
    }

    // --- queues ---------------------------------------------------------------------------------------------------

    template <class Emit>
    void askQueue(SimTime t, std::uint32_t q, std::uint32_t slot, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        if (faults.paused)
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        // A batch that is being gathered is not left alone.
        if (slot >= static_cast<std::size_t>(queue.scaling.capacity()) && !queue.pollers.batch(slot))
            return queue.pollers.rest(slot);
        queue.pollers.ask(t, slot, emit);
    }
    template <class Emit>
    void receivedFromQueue(SimTime t, std::uint32_t q, const Reply& r, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        const std::uint32_t slot = r.call.slot;
        const auto passes = [&](const Member& member) {
            if (mappings.empty() && q == 0 && !poisons.empty()) {
                for (Poison& poison : poisons) {
                    if (poison.takes(member.id, member.born))
                        break;
                }
            }
            if (queue.passShare >= 1 || filterDraws.at(member.id) < queue.passShare)
                return true;
            ++figures.filtered;
            emit.gone(member.born);
            return false;
        };
        switch (queue.pollers.received(t, r, passes, emit)) {
        case QueuePollers::Next::HandOver:
            return invokeFromQueue(t, q, slot, emit);
        case QueuePollers::Next::Ask:
            return askQueue(t, q, slot, emit);
        case QueuePollers::Next::Pause:
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
        }
    }
    template <class Emit>
    void invokeFromQueue(SimTime t, std::uint32_t q, std::uint32_t slot, Emit& emit)
    {
        QueueMapping& queue = queues[q];
        const SpanRef batch = queue.pollers.batch(slot);
        const Member first = emit.spans().members(batch).front();
        const auto cold = faults.down ? std::nullopt : takeEnvironment(t, first.id);
        if (!cold) {
            // The messages stay hidden until their visibility timeout, then they count as received once more.
            ++figures.waitsForConcurrency;
            queue.pollers.finish(
                t, slot, [](const Member&) { return false; }, emit);
            return timers.arm(t + std::chrono::seconds{1}, alarmId(Alarm::QueueAsk, q, slot));
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
        meter.offered(t, run.records, first.id.attempt > 0);
        meter.accepted(run.records);
        begin(t, *cold, std::move(run), emit);
    }
    /// What failed is not deleted: the queue shows it again after its visibility timeout.
    template <class Emit>
    void endQueued(SimTime t, const Invocation& run, Emit& emit)
    {
        QueueMapping& queue = queues[run.mapping];
        const double errors = std::max(config.errorShare, faults.errors);
        const auto draw = [&](const MessageId& id) { return errors > 0 && errorDraws.at(id) < errors; };
        const auto poisonous = [&](const Member& member) {
            return std::any_of(poisons.begin(), poisons.end(),
                               [&](const Poison& poison) { return poison.is(member.id); });
        };
        bool whole = run.failed || (!queue.byItem && draw(run.request.id));
        if (!queue.byItem && !poisons.empty()) {
            const std::vector<Member>& batch = emit.spans().members(run.members);
            whole |= std::any_of(batch.begin(), batch.end(), poisonous);
        }
        bool anyFailed = whole;
        std::uint32_t succeeded = 0;
        queue.pollers.finish(
            t, run.lane,
            [&](const Member& member) {
                if (whole || (queue.byItem && (draw(member.id) || poisonous(member)))) {
                    anyFailed = true;
                    return false;
                }
                ++succeeded;
                emit.spent(meter, member.id, TimePart::Service, run.computed, t);
                emit.readable(meter, t, member.id, member.born);
                return true;
            },
            emit);
        if (succeeded > 0)
            meter.completed(t, succeeded, t - run.arrived);
        meter.failed(t, run.records - succeeded);
        figures.errors += anyFailed ? 1 : 0;
        figures.mappingRetries += anyFailed ? 1 : 0;
        emit.spans().release(run.members);
        askQueue(t, run.mapping, run.lane, emit);
    }
    /// More is waiting than the slots can take: more slots; fewer are busy: as many as are.
    void scaleQueue(SimTime t, std::uint32_t q)
    {
        QueueMapping& queue = queues[q];
        ScalingController& slots = queue.scaling;
        const auto working = static_cast<double>(queue.pollers.working());
        const bool behind = queue.pollers.sawMore() && working + 1 > slots.capacity() * 0.9;
        slots.sample(t, behind ? slots.capacity() + 1 : working);
        if (slots.applyDue(t)) {
            queue.track.set(t, slots.capacity());
            queue.pollers.grow(static_cast<std::size_t>(slots.capacity()));
            for (std::uint32_t slot = 0; slot < static_cast<std::uint32_t>(slots.capacity()); ++slot) {
                if (!queue.pollers.resting(slot))
                    continue;
                queue.pollers.wake(slot);
                timers.arm(t, alarmId(Alarm::QueueAsk, q, slot));
            }
        }
        timers.arm(t + slots.policy().period, alarmId(Alarm::QueueScale, q));
    }

    template <class Emit>
    void polled(SimTime t, const Reply& r, Emit& emit)
    {
        for (std::uint32_t q = 0; q < queues.size(); ++q) {
            if (queues[q].pollers.config().connection == r.call.connection)
                return receivedFromQueue(t, q, r, emit);
        }
        const auto found = std::find_if(mappings.begin(), mappings.end(),
                                        [&](const Mapping& m) { return m.connection == r.call.connection; });
        const auto m = static_cast<std::uint32_t>(found - mappings.begin());
        const std::uint32_t s = r.call.slot;
        ShardMapping& shard = found->shards[s];
        shard.more = r.outcome == Outcome::Done && r.more;
        timers.arm(shard.poller.nextPoll(t, shard.askedAt, r), alarmId(Alarm::Poll, m, s));
        if (!r.members)
            return;
        const std::vector<Member>& members = emit.spans().members(r.members);
        const bool all = found->passShare >= 1 && poisons.empty() && shard.lanes.size() == 1;
        if (all)
            shard.lanes.front().buffer.insert(shard.lanes.front().buffer.end(), members.begin(),
                                              members.end());
        for (std::size_t at = all ? members.size() : 0; at < members.size(); ++at) {
            const Member& member = members[at];
            if (found->passShare < 1 && filterDraws.at(member.id) >= found->passShare) {
                ++figures.filtered;
                ++meter.units.filtered;
                emit.gone(member.born);
                continue;
            }
            for (Poison& poison : poisons) {
                if (m == poison.name % mappings.size() && s == mix64(poison.name) % found->shards.size()
                    && poison.takes(member.id, member.born))
                    break;
            }
            // Order is kept per key: a key always takes the same lane.
            const std::size_t lane = shard.lanes.size() == 1 ? 0 : mix64(member.key) % shard.lanes.size();
            shard.lanes[lane].buffer.push_back(member);
            ++buffered;
        }
        buffered += all ? members.size() : 0;
        meter.peak(static_cast<double>(buffered + asyncWaiting.openCount()));
        emit.spans().release(r.members);
        for (std::uint32_t lane = 0; lane < shard.lanes.size(); ++lane)
            tryBatch(t, m, s, lane, emit);
    }

    /// Starts the lane's next batch if it is full, or its window is over.
    template <class Emit>
    void tryBatch(SimTime t, std::uint32_t m, std::uint32_t s, std::uint32_t l, Emit& emit)
    {
        Mapping& mapping = mappings[m];
        BatchLane& lane = mapping.shards[s].lanes[l];
        if (lane.busy || lane.waiting || lane.size() == 0 || t < lane.pausedUntil)
            return;
        std::size_t count = 0;
        std::uint64_t bytes = 0;
        const std::size_t most = lane.retrySize > 0 ? lane.retrySize : mapping.batchSize;
        bool full = false;
        while (lane.head + count < lane.buffer.size() && !full) {
            bytes += lane.buffer[lane.head + count].bytes;
            ++count;
            full = count >= most || bytes >= Mapping::kPayload;
        }
        const SimTime deadline = lane.buffer[lane.head].arrived + mapping.window;
        if (!full && t < deadline && lane.failures == 0) {
            if (lane.windowArmed != deadline) {
                lane.windowArmed = deadline;
                timers.arm(deadline, alarmId(Alarm::Window, m, s << 8 | l));
            }
            return;
        }
        const MessageId first = lane.buffer[lane.head].id;
        const auto cold = faults.down ? std::nullopt : takeEnvironment(t, first);
        if (!cold) {
            ++figures.waitsForConcurrency;
            lane.waiting = true;
            waitingLanes.push_back({m, s, l});
            if (busy == 0 || faults.down || figures.throttledByScaling > 0)  // nobody's end would wake it
                timers.arm(t + std::chrono::milliseconds{100}, alarmId(Alarm::Window, m, s << 8 | l));
            return;
        }
        Invocation run;
        run.kind = Invocation::Kind::Mapped;
        run.mapping = m;
        run.shard = s;
        run.lane = l;
        run.members = emit.spans().create();
        std::vector<Member>& members = emit.spans().members(run.members);
        members.assign(lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head),
                       lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head + count));
        run.records = static_cast<std::uint32_t>(count);
        run.bytes = bytes;
        run.arrived = members.front().arrived;
        run.waitedFor = lane.failures > 0 ? TimePart::Retry : TimePart::BufferWait;
        run.resumed = lane.failures > 0 ? lane.failedAt : kSimStart;
        run.request.id = first;
        run.request.id.attempt = static_cast<std::uint8_t>(std::min(lane.failures, 255));
        run.request.born = members.front().born;
        lane.busy = true;
        lane.windowArmed = kNever;
        meter.offered(t, count, lane.failures > 0);
        meter.accepted(count);
        begin(t, *cold, std::move(run), emit);
    }

    void dropTaken(BatchLane& lane, std::size_t count)
    {
        lane.head += count;
        buffered -= count;
        if (lane.head == lane.buffer.size()) {
            lane.buffer.clear();
            lane.head = 0;
        } else if (lane.head > 4096 && lane.head * 2 > lane.buffer.size()) {
            lane.buffer.erase(lane.buffer.begin(),
                              lane.buffer.begin() + static_cast<std::ptrdiff_t>(lane.head));
            lane.head = 0;
        }
    }

    // --- one run --------------------------------------------------------------------------------------------------

    template <class Emit>
    void begin(SimTime t, Duration cold, Invocation run, Emit& emit)
    {
        run.started = t;
        run.version = version;
        run.ready = t + cold;
        const double nanos =
            (static_cast<double>(config.fixed.count()) + config.nanosPerRecord * run.records) * faults.slow;
        run.computed = run.ready + Duration{static_cast<std::int64_t>(nanos + 0.5)};
        run.serial = ++figures.invocations;
        recordsInvoked += run.records;
        if (run.members) {
            const std::vector<Member>& members = emit.spans().members(run.members);
            emit.spentEach(
                meter, members, run.waitedFor,
                [&](const Member& member) { return std::max(std::min(member.arrived, t), run.resumed); }, t);
            emit.spentEach(meter, members, TimePart::ColdStart, t, run.ready);
            emit.spentEach(meter, members, TimePart::Service, run.ready, run.computed);
        } else {
            const MessageId& id = run.request.id;
            emit.spent(meter, id, run.waitedFor, std::max(run.arrived, run.resumed), t);
            emit.spent(meter, id, TimePart::ColdStart, t, run.ready);
            emit.spent(meter, id, TimePart::Service, run.ready, run.computed);
        }
        const SimTime cut = run.ready + config.timeout;
        const bool cutInCompute = run.computed > cut;
        const SimTime next = cutInCompute ? cut : run.computed;
        const CallToken token = runs.open(std::move(run), 0);
        runs.at(token.slot)->slot = token.slot;
        timers.arm(next, alarmId(Alarm::Computed, token.slot, token.generation));
        if (!calls.empty() && !cutInCompute)
            timers.arm(cut, alarmId(Alarm::InvocationTimeout, token.slot, token.generation));
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
            ++figures.timeouts;
            run->failed = true;
            return end(t, slot, emit);
        }
        run->call = 0;
        step(t, slot, emit);
    }

    /// Starts all calls of the next order value; when none is left the run ends.
    template <class Emit>
    void step(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Invocation& run = *runs.at(slot);
        if (run.call >= calls.size() || run.failed)
            return end(t, slot, emit);
        const int order = calls[run.call].order;
        run.issued.assign(calls.size(), 0);
        run.outstanding = 0;
        for (std::size_t call = run.call; call < calls.size() && calls[call].order == order; ++call) {
            const std::uint64_t all = calls[call].callsFor(run.records);
            for (std::uint64_t n = 0; n < std::min<std::uint64_t>(all, calls[call].concurrency); ++n)
                issue(t, slot, static_cast<std::uint32_t>(call), emit);
        }
    }

    template <class Emit>
    void issue(SimTime t, std::uint32_t slot, std::uint32_t c, Emit& emit)
    {
        Invocation& run = *runs.at(slot);
        const OutCall& call = calls[c];
        const std::uint64_t n = run.issued[c]++;
        ++run.outstanding;
        Message message;
        message.sent = t;
        message.operation = call.operation;
        message.carriesUnit = false;
        if (call.per == OutCall::Per::Record && run.members) {
            // Records [first, last) of the batch travel in this call.
            const std::uint64_t perRecord = call.operations;
            const std::uint64_t first = n * call.batchSize / perRecord;
            const std::uint64_t last =
                std::min<std::uint64_t>(run.records, ((n + 1) * call.batchSize + perRecord - 1) / perRecord);
            const Member& lead = emit.spans().members(run.members)[first];
            message.id = lead.id;
            message.id.part = static_cast<std::uint16_t>(call.batchSize == 1 ? n % perRecord : 0);
            message.born = lead.born;
            message.key = lead.key;
            message.records = static_cast<std::uint32_t>(last - first);
            if (message.records > 1) {
                message.members = emit.spans().create();
                copyMembers(run, first, last, call, t, message, emit);
            } else {
                message.bytes = call.bytesFor(lead.bytes);
                emit.traced(lead.id, TimePart::Queue, run.computed, t);
            }
        } else {
            message.id = run.request.id;
            message.id.part = static_cast<std::uint16_t>(n);
            message.born = run.request.born;
            message.key = run.request.key;
            message.records = call.per == OutCall::Per::Batch ? run.records : run.request.records;
            message.bytes = call.bytesFor(run.bytes);
            if (run.members && call.operation == Operation::Write) {
                message.members = emit.spans().create();
                copyMembers(run, 0, run.records, call, t, message, emit);
            } else if (run.members) {
                message.records = 1;
            }
        }
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        OpenCall open{slot, runs.generationOf(slot), c, message, false, {}, t, TimePart::Retry};
        guards[c].firstTry();
        const bool admitted = guards[c].admits(t, open.pass);
        open.waiting = !admitted;
        const SpanRef members = message.members;
        const CallToken token = openCalls.open(std::move(open), call.index);
        if (!admitted) {  // the run that made it is still being looked at: its end comes a moment later
            timers.arm(t + Duration{1}, alarmId(Alarm::Stopped, token.slot, token.generation));
            return;
        }
        transmit(t, token, call, message, members, emit);
    }

    template <class Emit>
    void copyMembers(const Invocation& run, std::uint64_t first, std::uint64_t last, const OutCall& call,
                     SimTime t, Message& message, Emit& emit)
    {
        std::vector<Member>& out = emit.spans().members(message.members);
        const std::vector<Member>& from = emit.spans().members(run.members);
        message.bytes = 0;
        for (std::uint64_t at = first; at < last; ++at) {
            Member& member = out.emplace_back(from[at]);
            member.bytes = static_cast<std::uint32_t>(call.bytesFor(from[at].bytes));
            message.bytes += member.bytes;
            emit.traced(from[at].id, TimePart::Queue, run.computed, t);
        }
    }

    template <class Emit>
    void transmit(SimTime t, const CallToken& token, const OutCall& call, Message message, SpanRef members,
                  Emit& emit)
    {
        message.replyTo = token;
        message.members = members;
        if (call.timeout > Duration{0})
            message.deadline = t + call.timeout;
        // The callee gives its reference back; ours stays for a next try.
        emit.spans().retain(members);
        emit.send(call.index, t, message);
        if (call.timeout > Duration{0})
            timers.arm(t + call.timeout, alarmId(Alarm::CallTimeout, token.slot, token.generation));
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (r.call.reversed)
            return polled(t, r, emit);
        OpenCall* open = openCalls.find(r.call);
        if (!open) {
            emit.spans().release(r.members);
            return;
        }
        if (r.outcome == Outcome::Done) {
            guards[open->call].succeeded(t, open->pass);
            return answered(t, r.call.slot, false, emit);
        }
        if (r.members) {  // only the refused part of a batch is tried again
            callEnded(t, *open, r.members, emit);
            emit.spans().release(open->message.members);
            open->message.members = r.members;
            open->message.records = static_cast<std::uint32_t>(emit.spans().members(r.members).size());
        }
        refused(t, r.call.slot, r.outcome, emit);
    }

    /// Says of whom the call's present try was, all but those that will be tried again.
    template <class Emit>
    void callEnded(SimTime t, const OpenCall& open, SpanRef again, Emit& emit)
    {
        const std::uint32_t connection = calls[open.call].index;
        if (!open.message.members)
            return emit.called(connection, open.message.id, open.tried, t);
        const std::vector<Member>& all = emit.spans().members(open.message.members);
        std::size_t next = 0;  // those to try again are a part of all, in the same order
        for (const Member& member : all) {
            if (again && next < emit.spans().members(again).size()
                && emit.spans().members(again)[next].id == member.id)
                ++next;
            else
                emit.called(connection, member.id, open.tried, t);
        }
    }

    /// The call's next try begins.
    template <class Emit>
    void triedInVain(SimTime t, OpenCall& open, Emit& emit)
    {
        const std::uint32_t connection = calls[open.call].index;
        meter.spent(open.lostTo, t - open.tried, open.message.records);
        if (open.message.members) {
            for (const Member& member : emit.spans().members(open.message.members))
                emit.waited(connection, member.id, open.lostTo, open.tried, t);
        } else {
            emit.waited(connection, open.message.id, open.lostTo, open.tried, t);
        }
        open.tried = t;
    }

    template <class Emit>
    void refused(SimTime t, std::uint32_t slot, Outcome outcome, Emit& emit)
    {
        OpenCall& open = *openCalls.at(slot);
        open.lostTo = waitAfter(outcome);
        CallGuard& guard = guards[open.call];
        if (!guard.retries(t, open.message.id.attempt + 1, outcome == Outcome::TimedOut, open.pass))
            return answered(t, slot, true, emit);
        open.waiting = true;
        timers.arm(t + guard.policy().delayAfter(open.message.id, backoffs),
                   alarmId(Alarm::Retry, slot, openCalls.generationOf(slot)));
    }

    template <class Emit>
    void answered(SimTime t, std::uint32_t slot, bool failed, Emit& emit)
    {
        const OpenCall open = *openCalls.at(slot);
        openCalls.close(slot);
        callEnded(t, open, {}, emit);
        emit.spans().release(open.message.members);
        Invocation* run = runs.find({open.invocation, open.generation, 0, false});
        if (!run)
            return;
        --run->outstanding;
        run->failed |= failed;
        const OutCall& call = calls[open.call];
        if (!run->failed && run->issued[open.call] < call.callsFor(run->records))
            return issue(t, open.invocation, open.call, emit);
        if (run->outstanding > 0)
            return;
        const int order = calls[run->call].order;
        while (run->call < calls.size() && calls[run->call].order == order)
            ++run->call;
        step(t, open.invocation, emit);
    }

    template <class Emit>
    void end(SimTime t, std::uint32_t slot, Emit& emit)
    {
        Invocation run = std::move(*runs.at(slot));
        runs.close(slot);
        returnEnvironment(t, run.version);
        const std::int64_t nanos =
            std::max<std::int64_t>(0, (t - run.ready).count());  // may end while it starts
        figures.billedMillis += static_cast<std::uint64_t>((nanos + 999'999) / 1'000'000);
        if (run.kind == Invocation::Kind::Queued) {
            endQueued(t, run, emit);
            return wakeLanes(t, emit);
        }
        const double errors = std::max(config.errorShare, faults.errors);
        if (errors > 0 && errorDraws.at(mix64(run.serial) ^ run.request.id.attempt) < errors)
            run.failed = true;
        if (!poisons.empty()) {
            eachMember(run, emit, [&](const MessageId& id, SimTime, SimTime) {
                run.failed |= std::any_of(poisons.begin(), poisons.end(),
                                          [&](const Poison& poison) { return poison.is(id); });
            });
        }
        figures.errors += run.failed ? 1 : 0;
        if (!run.failed) {
            meter.completed(t, run.records, t - run.arrived);
            if (run.kind == Invocation::Kind::Sync)
                meter.abandoned(t, run.request.deadline, run.records);
            if (run.members) {
                const std::vector<Member>& members = emit.spans().members(run.members);
                emit.spentEach(meter, members, TimePart::Service, run.computed, t);
                emit.readableEach(meter, t, members);
            } else {
                emit.spent(meter, run.request.id, TimePart::Service, run.computed, t);
                emit.readable(meter, t, run.request.id, run.request.born);
            }
        } else {
            meter.failed(t, run.records);
        }
        switch (run.kind) {
        case Invocation::Kind::Sync:
            if (run.request.carriesUnit && !run.failed)
                meter.units.done += run.records;
            emit.answer(t, run.request.replyTo,
                        replyTo(run.request, run.failed ? Outcome::Failed : Outcome::Done));
            emit.spans().release(run.members);
            break;
        case Invocation::Kind::Async:
            endAsync(t, run, emit);
            break;
        case Invocation::Kind::Mapped:
            endMapped(t, run, emit);
            break;
        case Invocation::Kind::Queued:
            break;  // above
        }
        wakeLanes(t, emit);
    }

    /// What a failed run took is, for a record that is tried again, time lost to retries.
    template <class Emit>
    void lostRun(SimTime t, const Invocation& run, Emit& emit)
    {
        eachMember(run, emit, [&](const MessageId& id, SimTime, SimTime) {
            emit.waited(TraceStore::kNoConnection, id, TimePart::Retry, run.started, t);
        });
    }

    /// A failed event is tried again after 1 and after 2 minutes, as often as the connection says and while it is
    /// young enough; then it goes to nobody: lost.
    template <class Emit>
    void endAsync(SimTime t, const Invocation& run, Emit& emit)
    {
        const AsyncInput rules = rulesFor(run.request);
        const SimTime due = t + std::chrono::minutes{run.request.id.attempt + 1};
        if (run.failed && run.request.id.attempt < rules.retries && due - run.accepted <= rules.longest) {
            Message again = run.request;
            ++again.id.attempt;
            ++figures.asyncRetries;
            lostRun(t, run, emit);
            meter.offered(t, again.records, true);
            meter.accepted(again.records);
            return wait(due, {again, t, run.accepted, 0, TimePart::Retry});
        }
        if (run.failed) {
            discard(t, run.request, run.members, emit);
            eachMember(run, emit, [&](const MessageId&, SimTime, SimTime born) { emit.gone(born); });
        } else {
            meter.units.done += run.records;
        }
        emit.spans().release(run.members);
    }

    template <class Emit>
    void endMapped(SimTime t, const Invocation& run, Emit& emit)
    {
        Mapping& mapping = mappings[run.mapping];
        BatchLane& lane = mapping.shards[run.shard].lanes[run.lane];
        lane.busy = false;
        bool giveUp = false;
        if (run.failed) {
            ++lane.failures;
            // Source: https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
            lane.tries += mapping.bisect && run.records > 1 ? 0 : 1;
            giveUp = mapping.attempts >= 0 && lane.tries > mapping.attempts;
            lane.retrySize = mapping.bisect ? (run.records + 1) / 2 : run.records;
            figures.mappingRetries += giveUp ? 0 : 1;
            lane.failedAt = t;
            if (!giveUp)
                lostRun(t, run, emit);
        }
        if (!run.failed || giveUp) {
            dropTaken(lane, run.records);
            lane.failures = 0;
            lane.tries = 0;
            lane.retrySize = 0;
            if (!giveUp)
                meter.units.done += run.records;
            else
                discardBatch(t, run, emit);
            if (giveUp)
                eachMember(run, emit, [&](const MessageId&, SimTime, SimTime born) { emit.gone(born); });
        }
        emit.spans().release(run.members);
        if (lane.failures > 0) {  // a failing batch blocks its shard; a pause keeps the loop from spinning
            lane.pausedUntil = t + std::chrono::seconds{1};
            timers.arm(lane.pausedUntil, alarmId(Alarm::Window, run.mapping, run.shard << 8 | run.lane));
        } else {
            tryBatch(t, run.mapping, run.shard, run.lane, emit);
        }
    }

    /// What was given up goes to the on-failure destinations; without one it is lost. Its unit is in hand.
    template <class Emit>
    void discard(SimTime t, Message message, SpanRef members, Emit& emit)
    {
        if (destinations.empty()) {
            meter.units.lost += message.records;
            return;
        }
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.id.attempt = 0;
        message.sent = t;
        message.deadline = kNever;
        message.carriesUnit = true;
        message.members = members;
        deadLettered += message.records;
        meter.units.copied += (destinations.size() - 1) * message.records;
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

    template <class Emit>
    void wakeLanes(SimTime t, Emit& emit)
    {
        while (!waitingLanes.empty() && busy < limit()) {
            const WaitingLane next = waitingLanes.front();
            waitingLanes.pop_front();
            BatchLane& lane = mappings[next.mapping].shards[next.shard].lanes[next.lane];
            if (!lane.waiting)
                continue;
            lane.waiting = false;
            tryBatch(t, next.mapping, next.shard, next.lane, emit);
            if (lane.waiting)
                return;
        }
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        const std::uint32_t high = highOf(id), low = lowOf(id);
        switch (alarmOf(id)) {
        case Alarm::Poll:
            return poll(t, high, low, emit);
        case Alarm::Window: {
            BatchLane& lane = mappings[high].shards[low >> 8].lanes[low & 0xFF];
            lane.waiting = false;
            return tryBatch(t, high, low >> 8, low & 0xFF, emit);
        }
        case Alarm::Computed:
            return computed(t, high, low, emit);
        case Alarm::Retry: {
            OpenCall* open = openCalls.find({high, low, 0, false});
            if (!open || !open->waiting)
                return;
            if (!guards[open->call].admits(t, open->pass))
                return answered(t, high, true, emit);
            openCalls.reopen(
                high,
                [&](OpenCall& call, const CallToken& token) {
                    call.waiting = false;
                    triedInVain(t, call, emit);
                    ++call.message.id.attempt;
                    transmit(t, token, calls[call.call], call.message, call.message.members, emit);
                },
                [&](const OpenCall& call) { return calls[call.call].index; });
            return;
        }
        case Alarm::CallTimeout: {
            OpenCall* open = openCalls.find({high, low, 0, false});
            if (!open || open->waiting)
                return;
            openCalls.reopen(
                high, [](OpenCall&, const CallToken&) {}, [](const OpenCall&) { return 0u; });
            return refused(t, high, Outcome::TimedOut, emit);
        }
        case Alarm::Stopped:
            if (openCalls.find({high, low, 0, false}))
                answered(t, high, true, emit);
            return;
        case Alarm::InvocationTimeout: {
            Invocation* run = runs.find({high, low, 0, false});
            if (!run)
                return;
            ++figures.timeouts;
            run->failed = true;
            return end(t, high, emit);
        }
        case Alarm::AsyncRetry: {
            WaitingEvent waiting = std::move(*asyncWaiting.at(high));
            asyncWaiting.close(high);
            return tryAsync(t, std::move(waiting), emit);
        }
        case Alarm::QueueAsk:
            return askQueue(t, high, low, emit);
        case Alarm::QueueScale:
            return scaleQueue(t, high);
        }
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
        if (c.kind == Control::Kind::Down && c.begins) {
            std::vector<std::uint32_t> running;
            runs.forEach([&](const Invocation& run) { running.push_back(run.slot); });
            for (const std::uint32_t slot : running) {
                runs.at(slot)->failed = true;
                end(t, slot, emit);
            }
        }
        if (c.kind == Control::Kind::Poison) {
            if (c.begins)
                poisons.push_back({c.name, t, false, {}});
            else
                std::erase_if(poisons, [&](const Poison& poison) { return poison.name == c.name; });
        }
        if (c.kind
            == Control::Kind::Replaced) {  // provisioned environments are ready before the traffic shifts
            ++version;
            idle.clear();
        }
        if (c.kind == Control::Kind::Paused && !faults.paused)
            resumePolling(t);
        wakeLanes(t, emit);  // nobody's end would, if nothing runs
    }

    /// Each poller at its own phase again.
    void resumePolling(SimTime t)
    {
        for (std::uint32_t m = 0; m < mappings.size(); ++m) {
            for (std::uint32_t s = 0; s < mappings[m].shards.size(); ++s) {
                ShardMapping& shard = mappings[m].shards[s];
                if (shard.parked)
                    timers.arm(t + (shard.poller.firstPoll(phase) - kSimStart), alarmId(Alarm::Poll, m, s));
                shard.parked = false;
            }
        }
    }

    void sample(SimTime t)
    {
        double backlog = static_cast<double>(asyncWaiting.openCount()), age = 0;
        for (const Mapping& mapping : mappings) {
            for (const ShardMapping& shard : mapping.shards) {
                for (const BatchLane& lane : shard.lanes) {
                    backlog += static_cast<double>(lane.size());
                    if (lane.size() > 0)
                        age = std::max(age, seconds(t - lane.buffer[lane.head].arrived));
                }
            }
        }
        meter.sample(t, backlog, age);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        runs.forEach([&](const Invocation& run) { records += run.records; });
        asyncWaiting.forEach([&](const WaitingEvent& waiting) { records += waiting.event.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = 0;
        for (const Mapping& mapping : mappings) {
            for (const ShardMapping& shard : mapping.shards) {
                for (const BatchLane& lane : shard.lanes)
                    units += lane.size();  // a running batch is still in its lane
            }
        }
        runs.forEach([&](const Invocation& run) {
            units += run.kind != Invocation::Kind::Mapped && run.request.carriesUnit ? run.records : 0;
        });
        asyncWaiting.forEach([&](const WaitingEvent& waiting) { units += waiting.event.records; });
        return units;
    }
    void report(NodeReport& out) const
    {
        FunctionFigures done = figures;
        done.seconds = out.seconds;
        done.meanBatch = figures.invocations
                             ? static_cast<double>(recordsInvoked) / static_cast<double>(figures.invocations)
                             : 0;
        if (config.finish)
            config.finish(done, out);
        if (!destinations.empty())
            out.component.facts.emplace_back("dead-lettered", "dead-lettered", Aggregation::Sum,
                                             static_cast<double>(deadLettered));
        reportGuards(guards, out.component);
        for (const QueueMapping& queue : queues) {
            reportScaling(queue.scaling, queue.track, "batches", out.seconds, out.component);
            out.component.limits.push_back(queueLimit(queue, out.seconds));
        }
    }
    static LimitUse queueLimit(const QueueMapping& queue, double runSeconds)
    {
        const double most = queue.scaling.policy().most;
        const double mean = queue.track.meanUntil(SimTime{fromSeconds(runSeconds)});
        return heldLimit({"queue-batches", "Concurrent batches of a queue", "batches", most, 1, "",
                          "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html"},
                         mean, queue.track.use().peak(), 0);
    }

    struct WaitingLane {
        std::uint32_t mapping, shard, lane;
    };

    FunctionConfig config;
    std::vector<OutCall> calls;
    std::vector<CallGuard> guards;  ///< by call
    std::vector<FailureDestination> destinations;
    std::vector<Mapping> mappings;
    std::vector<Poison> poisons;
    std::uint32_t version = 0;  ///< of what is deployed
    std::uint64_t deadLettered = 0;
    std::vector<QueueMapping> queues;
    std::vector<AsyncInput> asyncInputs;
    DrawKey coldDraws, errorDraws, filterDraws, backoffs, phase;
    std::uint32_t origin = 0;
    int busy = 0, provisionedIdle = 0, provisionedBusy = 0;
    std::deque<SimTime> idle;
    TokenBucket scaling;
    PendingSlab<Invocation> runs;
    PendingSlab<OpenCall> openCalls;
    PendingSlab<WaitingEvent> asyncWaiting;
    std::uint64_t buffered = 0;  ///< records in the lanes of all mappings
    std::deque<WaitingLane> waitingLanes;
    FunctionFigures figures;
    std::uint64_t recordsInvoked = 0;
};

/// Starts with 5 concurrent batches, up to 300 more a minute while messages are left.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
QueueMapping queueMapping(const ConnectionPort& port, double most, std::uint32_t origin,
                          const NodeContext& context)
{
    QueueMapping queue;
    QueuePollers::Config config;
    config.connection = port.index;
    config.name = hashOf(port.connection->id);
    config.origin = origin;
    config.batchSize = static_cast<std::size_t>(std::max(1.0, port.number("batchSize", 10)));
    config.window = fromMillis(port.number("batchWindowMillis", 0));
    config.payload = Mapping::kPayload;
    queue.pollers = QueuePollers{config};
    ScalingPolicy policy;
    policy.outStep = 300;
    policy.inPoints = policy.inWindow = 1;
    policy.least = std::min(5.0, most);
    policy.most = most;
    queue.scaling = ScalingController{policy, policy.least};
    queue.track = CapacityTrack{context.binSeconds, context.bins};
    queue.byItem = port.text("reportBatchItemFailures", "false") == "true";
    queue.passShare = port.number("filterShare", 100) / 100;
    return queue;
}

}  // namespace

NodeHandle makeFunction(FunctionConfig config, const NodeContext& context)
{
    auto node = std::make_unique<FunctionNode>(std::move(config));
    node->meter = context.meter();
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    for (const OutCall& way : outgoing.ways()) {
        if (way.kind != ConnectionKind::Start)
            node->calls.push_back(way);
    }
    for (const OutCall& call : node->calls)
        node->guards.emplace_back(call.retry, std::max(0, node->config.provisioned));
    for (const ConnectionPort& port : context.outputs) {
        if (port.text("role", "work") == "on-failure")
            node->destinations.push_back(
                {port.index, port.other.spec->invoked ? Operation::Invoke : Operation::Write});
    }
    node->coldDraws = context.draws(Purpose::Cold);
    node->errorDraws = context.draws(Purpose::Error);
    node->filterDraws = context.draws(Purpose::Filter);
    node->backoffs = context.draws(Purpose::Backoff);
    node->phase = context.draws(Purpose::Phase);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    node->provisionedIdle = node->config.provisioned;
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind == ConnectionKind::Notify)
            node->asyncInputs.push_back({port.index, static_cast<int>(port.number("maximumRetryAttempts", 2)),
                                         fromSeconds(port.number("maximumEventAgeSeconds", 21'600))});
        if (port.kind != ConnectionKind::Poll)
            continue;
        // Only the mapping of a queue has a bound on its concurrent batches.
        if (const double most = port.number("maximumConcurrency", 0); most > 0) {
            node->queues.push_back(queueMapping(port, most, node->origin, context));
            continue;
        }
        Mapping mapping;
        mapping.connection = port.index;
        mapping.batchSize = static_cast<std::size_t>(std::max(1.0, port.number("batchSize", 100)));
        mapping.window = fromMillis(port.number("batchWindowMillis", 0));
        mapping.attempts = static_cast<int>(port.number("maximumRetryAttempts", -1));
        mapping.bisect = port.text("bisectOnError", "false") == "true";
        mapping.passShare = port.number("filterShare", 100) / 100;
        const bool enhanced = port.text("reader", "shared") == "enhanced";
        const auto parallel =
            static_cast<std::size_t>(std::clamp(port.number("parallelizationFactor", 1), 1.0, 10.0));
        for (int lane = 0; lane < port.otherLanes; ++lane) {
            ShardMapping shard;
            shard.poller.connection = port.index;
            shard.poller.name = hashOf(port.connection->id);
            shard.poller.lane = static_cast<std::uint16_t>(lane);
            shard.poller.interval =
                enhanced ? Duration{std::chrono::milliseconds{100}} : port.otherPollInterval;
            shard.poller.backToBack =
                std::min<Duration>(shard.poller.interval, std::chrono::milliseconds{enhanced ? 100 : 200});
            shard.lanes.resize(parallel);
            mapping.shards.push_back(std::move(shard));
        }
        node->mappings.push_back(std::move(mapping));
    }
    return makeNode(std::move(node));
}

}  // namespace plimsoll
