// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/delivery_stream/aside_objects.h"
#include "simulator/families/delivery_stream/delivery_stream.h"
#include "simulator/families/delivery_stream/record_buffers.h"
#include "simulator/families/shared/key_parts.h"

#include "model/catalog/delivery_quotas.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/metrics/facts.h"
#include "simulator/queueing/lane_poller.h"
#include "simulator/queueing/token_bucket.h"

#include <deque>
#include <optional>

namespace plimsoll {

namespace {

constexpr std::uint64_t kFlush = std::uint64_t{1} << 60, kRetry = std::uint64_t{2} << 60,
                        kTransform = std::uint64_t{3} << 60, kTransformAgain = std::uint64_t{4} << 60;

struct Input {
    LanePoller poller;
    SimTime askedAt = kSimStart;
    bool parked = false;  ///< it was due while paused or down
    bool isTopic = false;
};

struct Destination {
    std::uint32_t index = 0;
    bool oneAtATime = false;  ///< Redshift: the next COPY starts when the last has ended
    Duration retryFor{}, commit{};
    Operation operation = Operation::Write;
};

struct Delivery {
    SpanRef members;
    std::vector<SimTime> cameIn;  ///< each of them
    std::uint64_t bytes = 0;
    SimTime flushed;
    Message message;
    bool waiting = false;
};

/// A batch that a function has in work.
struct Transforming {
    SpanRef members;
    std::vector<SimTime> cameIn;  ///< each of them
    Message message;
};

enum class Source { Direct, Stream, Topic };
/// Tells a copy of a source record from the record.
constexpr std::uint16_t kBackupPart = 1 << 12;

struct DeliveryFigures {
    std::uint64_t transformCalls = 0, transformRetries = 0, grown = 0;
    std::uint64_t failedTransforms = 0, beyondPartitions = 0;  ///< records to the error prefix
    HeldUse active;                                            ///< partitions with an open buffer
    std::uint64_t records = 0, bytes = 0;
    std::uint64_t polledBilled = 0, directBilled = 0;  ///< bytes, each record in whole steps
    std::uint64_t topicBytes = 0, givenUp = 0;
    std::uint64_t objects = 0, deliveredBytes = 0, sizeFlushes = 0, timeFlushes = 0, retries = 0;
    RateUse directBytes, directRecords, directCalls;
    std::uint64_t refusedByBytes = 0, refusedByRecords = 0, refusedByCalls = 0;
    bool direct = false;
};

struct DeliveryNode : NodeBase {
    DeliveryNode(const DeliveryConfig& c, BillOf<DeliveryLoad> b) : config{c}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        bytesBucket = TokenBucket{config.directBytesPerSecond, config.directBytesPerSecond};
        recordsBucket = TokenBucket{config.directRecordsPerSecond, config.directRecordsPerSecond};
        callsBucket = TokenBucket{config.directCallsPerSecond, config.directCallsPerSecond};
        for (std::size_t input = 0; input < inputs.size(); ++input)
            timers.arm(inputs[input].poller.firstPoll(phase), input);
    }

    /// Direct PUT.
    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        figures.direct = true;
        meter.offered(t, m.records, m.id.attempt > 0);
        figures.directBytes.add(t, static_cast<double>(m.bytes));
        figures.directRecords.add(t, m.records);
        figures.directCalls.add(t, 1);
        const auto bytes = static_cast<double>(m.bytes);
        const SimTime ack = t
                            + Duration{static_cast<std::int64_t>(
                                static_cast<double>(config.putLatency.count()) * faults.slow + 0.5)};
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        const bool tooLarge = !m.members && m.bytes > config.largestRecord;
        const bool byteRoom = bytesBucket.has(bytes, t), recordRoom = recordsBucket.has(m.records, t);
        const bool callRoom = callsBucket.has(1, t);
        if (fails || tooLarge || !byteRoom || !recordRoom || !callRoom) {
            if (fails || tooLarge) {
                meter.rejected(t, m.records);
            } else {
                meter.throttled(t, m.records);
                (!byteRoom     ? figures.refusedByBytes
                 : !recordRoom ? figures.refusedByRecords
                               : figures.refusedByCalls) += m.records;
            }
            return emit.refuse(ack, m,
                               fails      ? Outcome::Failed
                               : tooLarge ? Outcome::Rejected
                                          : Outcome::Throttled);
        }
        bytesBucket.take(bytes);
        recordsBucket.take(m.records);
        callsBucket.take(1);
        if (!m.carriesUnit)
            meter.units.generated += m.records;
        if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        meter.accepted(m.records);
        if (m.members) {
            for (const Member& member : emit.spans().members(m.members))
                buffer(t, member, Source::Direct, emit);
            emit.spans().release(m.members);
        } else {
            buffer(t, Member{m.id, m.born, t, m.key, static_cast<std::uint32_t>(m.bytes)}, Source::Direct,
                   emit);
        }
        emit.done(ack, m);
    }

    template <class Emit>
    void buffer(SimTime t, Member member, Source source, Emit& emit)
    {
        count(member.bytes, source);
        member.arrived = t;
        if (backsUp) {
            // A copy of the record, with a name of its own.
            Member copy = member;
            copy.id.part = static_cast<std::uint16_t>(copy.id.part ^ kBackupPart);
            ++meter.units.copied;
            aside.add(t, AsideObjects::Backup, copy, timers, emit);
        }
        if (!transformer)
            return keep(t, member, t, emit);
        RecordBuffer* batch = toTransform.find(0);
        if (!batch) {
            batch = &toTransform.start(0, t, t + config.transform.time);
            timers.arm(t + config.transform.time, kTransform);
        }
        toTransform.add(*batch, member);
        if (batch->bytes >= config.transform.bytes)
            transform(t, emit);
    }

    /// As buffer() of each of what was polled, without a question about each record where all go into one buffer.
    template <class Emit>
    void bufferAll(SimTime t, const std::vector<Member>& taken, Source source, Emit& emit)
    {
        if (transformer || backsUp || config.partitions.prefixes > 0) {
            for (const Member& member : taken)
                buffer(t, member, source, emit);
            return;
        }
        for (std::size_t at = 0; at < taken.size();) {
            // All but the one that may fill it.
            RecordBuffer* into = buffers.find(0);
            std::uint64_t bytes = into ? into->bytes : config.bufferBytes;
            std::size_t end = at;
            for (; end < taken.size(); ++end) {
                bytes += taken[end].bytes;
                if (bytes >= config.bufferBytes)
                    break;
            }
            for (std::size_t n = at; n < std::min(end + 1, taken.size()); ++n)
                count(taken[n].bytes, source);
            if (into)
                buffers.addAll(*into, std::span{taken}.subspan(at, end - at), t);
            if (end < taken.size()) {
                Member member = taken[end++];
                member.arrived = t;
                keep(t, member, t, emit);
            }
            at = end;
        }
    }
    void count(std::uint32_t bytes, Source source)
    {
        ++figures.records;
        figures.bytes += bytes;
        if (source == Source::Topic)
            figures.topicBytes += bytes;
        else
            (source == Source::Stream ? figures.polledBilled : figures.directBilled) += billedFor(bytes);
    }
    std::uint64_t billedFor(std::uint32_t bytes)
    {
        if (bytes != lastBytes) {
            lastBytes = bytes;
            lastBilled = (bytes + config.billedStep - 1) / config.billedStep * config.billedStep;
        }
        return lastBilled;
    }

    // --- transformation -----------------------------------------------------------------------------------------------

    template <class Emit>
    void transform(SimTime t, Emit& emit)
    {
        RecordBuffer batch = toTransform.take(0);
        emit.spentEach(
            meter, batch.members, TimePart::BufferWait, [](const Member& member) { return member.arrived; },
            t);
        Transforming call;
        Message& message = call.message;
        message.id = batch.members.front().id;
        ++message.id.visit;
        message.born = batch.members.front().born;
        message.key = batch.members.front().key;
        message.sent = t;
        message.records = static_cast<std::uint32_t>(batch.members.size());
        message.bytes = batch.bytes;
        message.operation = Operation::Invoke;
        call.cameIn = RecordBuffers::arrivals(batch);
        call.members = emit.spans().create();
        emit.spans().members(call.members).swap(batch.members);
        recordsTransforming += message.records;
        const Message sent = message;
        const SpanRef members = call.members;
        transmit(t, transforming.open(std::move(call), *transformer), sent, members, emit);
        ++figures.transformCalls;
    }
    template <class Emit>
    void transformed(SimTime t, const Reply& r, Emit& emit)
    {
        emit.spans().release(r.members);
        Transforming* call = transforming.find(r.call);
        if (!call)
            return;
        if (r.outcome != Outcome::Done && call->message.id.attempt < config.transform.retries) {
            ++figures.transformRetries;
            timers.arm(t + config.transform.pause, kTransformAgain | r.call.slot);
            return;
        }
        const SpanRef span = call->members;
        const SimTime sent = call->message.sent;
        recordsTransforming -= call->message.records;
        const std::vector<SimTime> cameIn = std::move(call->cameIn);
        transforming.close(r.call.slot);
        std::vector<Member> members;
        members.swap(emit.spans().members(span));
        emit.spans().release(span);
        if (r.outcome != Outcome::Done) {
            figures.failedTransforms += members.size();
            for (const Member& member : members)
                toErrors(t, member, emit);
            return;
        }
        emit.spentEach(meter, members, TimePart::Service, sent, t);
        for (std::size_t at = 0; at < members.size(); ++at) {
            Member& member = members[at];
            member.arrived = t;
            member.bytes = static_cast<std::uint32_t>(
                std::max(1.0, static_cast<double>(member.bytes) * config.transform.sizeFactor + 0.5));
            keep(t, member, cameIn[at], emit);
        }
    }
    template <class Emit>
    void transformAgain(SimTime t, std::uint32_t slot, Emit& emit)
    {
        transforming.reopen(
            slot,
            [&](Transforming& call, const CallToken& token) {
                ++call.message.id.attempt;
                ++figures.transformCalls;
                transmit(t, token, call.message, call.members, emit);
            },
            [&](const Transforming&) { return *transformer; });
    }
    /// What cannot be delivered where it belongs.
    template <class Emit>
    void toErrors(SimTime t, const Member& member, Emit& emit)
    {
        meter.failed(t, 1);
        if (!aside.isOpen())
            ++meter.units.lost;
        if (!aside.isOpen() || keptElsewhere)
            emit.gone(member.born);
        if (aside.isOpen())
            aside.add(t, AsideObjects::Errors, member, timers, emit);
    }

    // --- buffers ------------------------------------------------------------------------------------------------------

    template <class Emit>
    void keep(SimTime t, const Member& member, SimTime cameIn, Emit& emit)
    {
        const std::uint32_t prefixes = config.partitions.prefixes;
        const std::uint32_t prefix = prefixes > 0 ? partOf(member.key, prefixes) : 0;
        RecordBuffer* into = buffers.find(prefix);
        if (!into) {
            if (prefixes > 0 && config.partitions.active > 0 && buffers.open() >= config.partitions.active) {
                ++figures.beyondPartitions;
                return toErrors(t, member, emit);
            }
            into = &buffers.start(prefix, t, t + config.bufferTime);
            timers.arm(t + config.bufferTime, kFlush);
            figures.active.set(t, static_cast<double>(buffers.open()));
        }
        buffers.add(*into, member);
        if (transformer)
            into->cameIn.push_back(cameIn);
        if (into->bytes < config.bufferBytes)
            return;
        if (lags() && into->bytes < config.largestBuffer) {
            figures.grown += into->overdue ? 0 : 1;
            into->overdue = true;
            return;
        }
        ++figures.sizeFlushes;
        flush(t, prefix, emit);
    }
    /// A delivery waits until the one before it has ended.
    bool lags() const { return !destinations.empty() && destinations.front().oneAtATime && !queue.empty(); }

    template <class Emit>
    void flush(SimTime t, std::uint32_t prefix, Emit& emit)
    {
        meter.peak(backlog(), seconds(t - buffers.oldest(t)));
        RecordBuffer full = buffers.take(prefix);
        figures.active.set(t, static_cast<double>(buffers.open()));
        std::vector<Member>& waiting = full.members;
        const std::uint64_t waitingBytes = full.bytes;
        Delivery delivery;
        delivery.cameIn = RecordBuffers::arrivals(full);
        delivery.members = emit.spans().create();
        delivery.bytes = std::max<std::uint64_t>(
            1, static_cast<std::uint64_t>(static_cast<double>(waitingBytes) * config.sizeFactor + 0.5));
        delivery.flushed = t;
        Message& message = delivery.message;
        message.id = waiting.front().id;
        message.id.visit = static_cast<std::uint8_t>(message.id.visit + 1);
        message.born = waiting.front().born;
        message.key = waiting.front().key;
        message.records = static_cast<std::uint32_t>(waiting.size());
        message.bytes = delivery.bytes;
        message.carriesUnit = true;
        emit.spentEach(
            meter, waiting, TimePart::BufferWait, [](const Member& member) { return member.arrived; }, t);
        emit.spans().members(delivery.members).swap(waiting);
        if (destinations.empty()) {  // nowhere to go: kept in its own account of what ended here
            completed(t, delivery.cameIn);
            emit.readableEach(meter, t, emit.spans().members(delivery.members));
            meter.units.done += message.records;
            emit.spans().release(delivery.members);
            return;
        }
        queue.push_back(std::move(delivery));
        deliverNext(t, emit);
    }

    /// The time inside is each record's, from when it came in to when it was delivered.
    void completed(SimTime t, const std::vector<SimTime>& cameIn)
    {
        after.clear();
        for (const SimTime since : cameIn)
            after.push_back(t - since);
        meter.completedEach(t, after);
    }

    template <class Emit>
    void deliverNext(SimTime t, Emit& emit)
    {
        if (destinations.empty())
            return;
        const Destination& destination = destinations.front();
        while (!faults.down && !queue.empty() && !(destination.oneAtATime && open.openCount() > 0)) {
            Delivery delivery = std::move(queue.front());
            queue.pop_front();
            delivery.message.operation = destination.operation;
            emit.spentEach(meter, emit.spans().members(delivery.members), TimePart::Queue, delivery.flushed,
                           t);
            delivery.message.sent = t;
            const Message message = delivery.message;
            const SpanRef members = delivery.members;
            const CallToken token = open.open(std::move(delivery), destination.index);
            deliver(t, token, message, members, emit);
        }
        if (lags() || faults.down)
            return;
        if (const RecordBuffer* due = buffers.find(0); due && due->overdue)
            flush(t, 0, emit);
    }

    /// What belongs to a table can be read when it is committed.
    template <class Emit>
    void deliver(SimTime t, const CallToken& token, const Message& message, SpanRef members, Emit& emit)
    {
        const SimTime at = t + destinations.front().commit;
        if (at > t)
            emit.spentEach(meter, emit.spans().members(members), TimePart::Service, t, at);
        transmit(at, token, message, members, emit);
    }
    template <class Emit>
    void transmit(SimTime t, const CallToken& token, Message message, SpanRef members, Emit& emit)
    {
        message.members = members;
        message.replyTo = token;
        emit.spans().retain(members);
        emit.send(token.connection, t, message);
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        if (r.call.reversed)
            return polled(t, r, emit);
        if (AsideObjects::owns(r.call))
            return aside.reply(t, r, timers, meter, emit);
        if (transformer && r.call.connection == *transformer)
            return transformed(t, r, emit);
        Delivery* delivery = open.find(r.call);
        emit.spans().release(r.members);  // the callee's reference, handed back with a refusal
        if (!delivery)
            return;
        if (r.outcome == Outcome::Done) {
            ++figures.objects;
            figures.deliveredBytes += delivery->bytes;
            completed(t, delivery->cameIn);
            emit.spans().release(delivery->members);
            open.close(r.call.slot);
            return deliverNext(t, emit);
        }
        const bool copies = destinations.front().oneAtATime;
        if (t - delivery->flushed > destinations.front().retryFor) {
            giveUp(t, *delivery, emit);
            open.close(r.call.slot);
            return deliverNext(t, emit);
        }
        ++figures.retries;
        delivery->waiting = true;
        const int tries = std::min<int>(delivery->message.id.attempt, 6);
        // A failed COPY is tried every five minutes.
        // Source: https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html
        timers.arm(
            t + (copies ? Duration{std::chrono::minutes{5}} : Duration{std::chrono::seconds{1 << tries}}),
            kRetry | r.call.slot);
    }

    /// Into the bucket beside, where there is one; else it is lost.
    template <class Emit>
    void giveUp(SimTime t, const Delivery& delivery, Emit& emit)
    {
        std::vector<Member> members;
        members.swap(emit.spans().members(delivery.members));
        emit.spans().release(delivery.members);
        if (keptElsewhere) {
            figures.givenUp += members.size();
            for (const Member& member : members)
                toErrors(t, member, emit);
            return;
        }
        meter.lost(members.size());
        meter.units.lost += members.size();
        for (const Member& member : members)
            emit.gone(member.born);
    }

    template <class Emit>
    void polled(SimTime t, const Reply& r, Emit& emit)
    {
        const auto found = std::find_if(inputs.begin(), inputs.end(), [&](const Input& input) {
            return input.poller.connection == r.call.connection && input.poller.lane == r.call.slot;
        });
        const auto at = static_cast<std::uint64_t>(found - inputs.begin());
        timers.arm(found->poller.nextPoll(t, found->askedAt, r), at);
        if (!r.members)
            return;
        const std::vector<Member>& members = emit.spans().members(r.members);
        meter.offered(t, members.size(), false);
        meter.accepted(members.size());
        // buffer() may flush, which makes spans: take the members out first.
        std::vector<Member> taken;
        taken.swap(emit.spans().members(r.members));
        bufferAll(t, taken, found->isTopic ? Source::Topic : Source::Stream, emit);
        taken.swap(emit.spans().members(r.members));
        emit.spans().release(r.members);
    }

    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        switch (id >> 60 << 60) {
        case kRetry:
            return resend(t, static_cast<std::uint32_t>(id), emit);
        case kTransformAgain:
            return transformAgain(t, static_cast<std::uint32_t>(id), emit);
        case kTransform:
            if (toTransform.nextDue(t))
                transform(t, emit);
            return;
        case kFlush:
            return flushDue(t, emit);
        case AsideObjects::kFlush:
            return aside.flushDue(t, emit);
        case AsideObjects::kRetry:
            return aside.tryAgain(t, id, emit);
        default:
            return poll(t, id, emit);
        }
    }
    template <class Emit>
    void flushDue(SimTime t, Emit& emit)
    {
        while (const std::optional<std::uint32_t> prefix = buffers.nextDue(t)) {
            RecordBuffer& due = *buffers.find(*prefix);
            if (lags() && due.bytes < config.largestBuffer) {
                figures.grown += due.overdue ? 0 : 1;
                due.overdue = true;
                continue;
            }
            ++figures.timeFlushes;
            flush(t, *prefix, emit);
        }
    }
    template <class Emit>
    void poll(SimTime t, std::uint64_t id, Emit& emit)
    {
        Input& input = inputs[id];
        if (faults.down || faults.paused) {
            input.parked = true;
            return;
        }
        // Deliveries that pile up hold reading back: the stream keeps the records.
        if (queue.size() > 16) {
            timers.arm(t + input.poller.interval, id);
            return;
        }
        input.askedAt = t;
        emit.send(input.poller.connection, t, input.poller.ask(t, origin, 10'000));
    }

    template <class Emit>
    void resend(SimTime t, std::uint32_t slot, Emit& emit)
    {
        if (faults.down)
            return timers.arm(t + std::chrono::seconds{1}, kRetry | slot);
        open.reopen(
            slot,
            [&](Delivery& delivery, const CallToken& token) {
                delivery.waiting = false;
                delivery.message.id.attempt =
                    static_cast<std::uint8_t>(std::min(delivery.message.id.attempt + 1, 255));
                emit.spentEach(meter, emit.spans().members(delivery.members), TimePart::Retry,
                               delivery.message.sent, t);
                deliver(t, token, delivery.message, delivery.members, emit);
            },
            [&](const Delivery&) { return destinations.front().index; });
    }

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        faults.apply(c);
        bytesBucket.setRate(config.directBytesPerSecond * faults.capacity,
                            config.directBytesPerSecond * faults.capacity, t);
        recordsBucket.setRate(config.directRecordsPerSecond * faults.capacity,
                              config.directRecordsPerSecond * faults.capacity, t);
        callsBucket.setRate(config.directCallsPerSecond * faults.capacity,
                            config.directCallsPerSecond * faults.capacity, t);
        if (!faults.down)
            deliverNext(t, emit);
        for (std::size_t at = 0; at < inputs.size() && !faults.down && !faults.paused; ++at) {
            if (inputs[at].parked)
                timers.arm(t + (inputs[at].poller.firstPoll(phase) - kSimStart), at);
            inputs[at].parked = false;
        }
    }
    void sample(SimTime t) { meter.sample(t, backlog(), seconds(t - buffers.oldest(t))); }
    /// In buffers, and in the hands of the function: what it is called with stays here until its answer.
    std::uint64_t heldRecords() const
    {
        return buffers.records() + toTransform.records() + recordsTransforming;
    }
    double backlog() const
    {
        double records = static_cast<double>(heldRecords());
        for (const Delivery& delivery : queue)
            records += delivery.message.records;
        return records;
    }
    Duration leastAnswer() const { return faults.shortest(config.putLatency); }
    std::uint64_t resident() const
    {
        std::uint64_t records = heldRecords();
        for (const Delivery& delivery : queue)
            records += delivery.message.records;
        open.forEach([&](const Delivery& delivery) { records += delivery.message.records; });
        return records;
    }
    /// A delivery under way is the callee's (or in transit); one that waits for its next try is ours.
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = heldRecords() + aside.units();
        for (const Delivery& delivery : queue)
            units += delivery.message.records;
        open.forEach(
            [&](const Delivery& delivery) { units += delivery.waiting ? delivery.message.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        if (figures.direct) {
            const auto add = [&](const LimitSpec& spec, const RateUse& use, std::uint64_t refused) {
                out.component.limits.push_back(withHistory(
                    rateLimit(spec, use.total() / s, use.peak(), static_cast<double>(refused)), use, s));
            };
            add(config.directBytes, figures.directBytes, figures.refusedByBytes);
            add(config.directRecords, figures.directRecords, figures.refusedByRecords);
            add(config.directCalls, figures.directCalls, figures.refusedByCalls);
        }
        if (config.partitions.prefixes > 0 && config.partitions.active > 0)
            out.component.limits.push_back(heldLimit(
                config.partitions.limit, figures.active.integralUntil(SimTime{fromSeconds(out.seconds)}) / s,
                figures.active.peak(), static_cast<double>(figures.beyondPartitions)));
        if (transformer)
            addCounts(out.component,
                      {{"transform-calls", "transformation calls", figures.transformCalls},
                       {"transform-retries", "transformation retries", figures.transformRetries}});
        if (figures.failedTransforms + figures.beyondPartitions > 0)
            addCounts(out.component, {{"to-error-prefix", "records to the error prefix",
                                       figures.failedTransforms + figures.beyondPartitions}});
        if (figures.givenUp > 0)
            addCounts(out.component,
                      {{"given-up", "records that could not be delivered in time", figures.givenUp}});
        if (aside.isOpen() && (keptElsewhere || aside.written(AsideObjects::Errors) > 0))
            addCounts(out.component,
                      {{"error-objects", "objects of what failed", aside.written(AsideObjects::Errors)}});
        if (backsUp)
            addCounts(out.component,
                      {{"backup-objects", "objects of source records", aside.written(AsideObjects::Backup)}});
        if (figures.grown > 0)
            addCounts(out.component,
                      {{"buffers-grown", "buffers that grew beyond their hint", figures.grown}});
        addCounts(out.component, {{"objects-delivered", "objects delivered", figures.objects},
                                  {"flushed-by-size", "flushed by size", figures.sizeFlushes},
                                  {"flushed-by-time", "flushed by time", figures.timeFlushes},
                                  {"delivery-retries", "delivery retries", figures.retries}});
        // Until the first buffer is due, what it holds is not late.
        if (figures.sizeFlushes + figures.timeFlushes == 0)
            addReadingPeriod(out.component, seconds(config.bufferTime));
        const auto perSecond = [s](std::uint64_t sum) { return static_cast<double>(sum) / s; };
        bill({.records = perSecond(figures.records),
              .bytes = perSecond(figures.bytes),
              .polledBilled = perSecond(figures.polledBilled),
              .directBilled = perSecond(figures.directBilled),
              .objects = perSecond(figures.objects),
              .deliveredBytes = perSecond(figures.deliveredBytes),
              .topicBytes = perSecond(figures.topicBytes)},
             out);
    }

    DeliveryConfig config;
    BillOf<DeliveryLoad> bill;
    std::vector<Input> inputs;
    std::vector<Destination> destinations;
    std::vector<Duration> after;  ///< scratch
    DrawKey phase, errorDraws;
    std::uint32_t origin = 0;
    TokenBucket bytesBucket, recordsBucket, callsBucket;
    RecordBuffers buffers, toTransform;
    AsideObjects aside;
    bool backsUp = false;                      ///< every source record
    bool keptElsewhere = false;                ///< beside: another bucket than the destination
    std::optional<std::uint32_t> transformer;  ///< the connection to the function
    PendingSlab<Transforming> transforming;
    std::uint64_t recordsTransforming = 0;
    std::uint32_t lastBytes = 0;  ///< records are mostly of one size
    std::uint64_t lastBilled = 0;
    std::deque<Delivery> queue;
    PendingSlab<Delivery> open;
    DeliveryFigures figures;
};

}  // namespace

NodeHandle DeliveryStreamFamily::makeNode(const DeliveryConfig& config, const NodeContext& context,
                                          BillOf<DeliveryLoad> bill)
{
    auto node = std::make_unique<DeliveryNode>(boundedBy(config, context.outputs), std::move(bill));
    node->meter = context.meter();
    node->phase = context.draws(Purpose::Phase);
    node->errorDraws = context.draws(Purpose::Error);
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind != ConnectionKind::Poll)
            continue;
        for (int lane = 0; lane < port.otherLanes; ++lane) {
            Input input;
            input.poller.connection = port.index;
            input.poller.name = hashOf(port.connection->id);
            input.isTopic = isTopic(*port.other.spec);
            input.poller.lane = static_cast<std::uint16_t>(lane);
            input.poller.interval = node->config.pollInterval;
            input.poller.backToBack =
                std::min<Duration>(node->config.pollInterval, std::chrono::milliseconds{250});
            node->inputs.push_back(input);
        }
    }
    const AsideObjects::Settings beside{config.backup.bytes, config.backup.time, config.retryFor};
    for (const ConnectionPort& port : context.outputs) {
        const DeliveryWay way = wayOf(port);
        if (way == DeliveryWay::Copy) {
            node->destinations.push_back({port.index, true, config.copyRetryFor, {}, Operation::Load});
        } else if (way == DeliveryWay::Transform) {
            node->transformer = port.index;
        } else if (way == DeliveryWay::Aside) {
            node->aside.open(port.index, beside);
            node->keptElsewhere = true;
            node->backsUp = config.backup.all;
        } else if (port.kind == ConnectionKind::Put) {
            const bool isBucket = way == DeliveryWay::Bucket;
            node->destinations.push_back({port.index, false,
                                          isBucket ? config.retryFor : config.endpointRetryFor,
                                          isBucket ? config.commit : Duration{}, Operation::Write});
            if (isBucket && !node->aside.isOpen())
                node->aside.open(port.index, beside);
        }
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
