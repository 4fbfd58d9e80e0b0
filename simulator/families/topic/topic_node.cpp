// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/topic/deliveries.h"
#include "simulator/families/topic/topic.h"
#include "simulator/flow/flow_context.h"
#include "simulator/kernel/driver.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

using namespace topic_node;

struct PublishFigures {
    TopicVolume asked, told;  ///< sums, not rates
    RateUse demand, bytes;
    std::unordered_map<std::uint32_t, std::uint64_t> byKey;  ///< asked so far; looked up only
    std::uint64_t mostOfKey = 0, ofKeys = 0;
    std::uint64_t refusedByRate = 0, refusedByBytes = 0, refusedByKey = 0, tooLarge = 0;
    double filteredBytes = 0;
};

struct TopicNode : NodeBase, Deliveries<TopicNode> {
    TopicNode(TopicConfig c, BillOf<TopicLoad> b) : config{std::move(c)}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        for (std::uint32_t n = 0; config.clock && n < config.clock->schedules; ++n)
            awaitDue(kSimStart, 0, n);
    }
    /// The next time the schedule is due from `after` on, which is carried out within its window.
    void awaitDue(SimTime t, double after, std::uint32_t schedule)
    {
        const Clock& clock = *config.clock;
        const double due = clock.next(clockStart + after, phases.at(std::uint64_t{schedule})) - clockStart;
        const MessageId id = invocation(schedule);
        if (due > seconds(meter.horizon().time_since_epoch()))
            return;
        dueAt[schedule] = due;
        timers.arm(std::max(t, SimTime{fromSeconds(due + clock.windowSeconds * gaps.at(id))}), schedule);
    }
    MessageId invocation(std::uint32_t schedule) const
    {
        return {.serial = std::uint64_t{schedule} << 32 | invoked[schedule],
                .origin = origin,
                .part = 0,
                .visit = 0,
                .attempt = 0};
    }
    template <class Emit>
    void invoke(SimTime t, std::uint32_t schedule, Emit& emit)
    {
        if (faults.down)
            return timers.arm(t + std::chrono::seconds{1}, schedule);
        const SimTime due{fromSeconds(dueAt[schedule])};
        const Member record{invocation(schedule), due, t, schedule,
                            static_cast<std::uint32_t>(config.clock->recordBytes)};
        ++invoked[schedule];
        ++meter.units.born;
        meter.offered(t, 1, false);
        awaitDue(t, seconds(due.time_since_epoch()) + 1, schedule);
        if (faults.errors > 0 && errorDraws.at(record.id) < faults.errors) {
            meter.rejected(t, 1);
            ++meter.units.lost;
            return;
        }
        for (const Subscription& each : subscriptions)
            emit.entered(each.way.index, due);
        emit.spent(meter, record.id, TimePart::BufferWait, due, t);
        publish(t, t, record, 1, true, emit);
    }

    Duration slowed(double nanos) const { return fromNanos(nanos * faults.slow + 0.5); }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const SimTime ack = t + slowed(config.acknowledgement.drawFor(m.id, latencies));
        published.demand.add(t, config.countsCalls ? 1 : m.records);
        published.bytes.add(t, static_cast<double>(m.bytes));
        const Outcome whole = outcomeOfCall(t, m);
        if (whole != Outcome::Done)
            return emit.refuse(ack, m, whole);
        const bool isTold = notifies(m);
        if (!m.members) {
            const Member record{m.id, m.born, t, m.key, static_cast<std::uint32_t>(m.bytes)};
            const Outcome outcome = outcomeOf(t, record, m.records);
            if (outcome != Outcome::Done)
                return emit.refuse(ack, m, outcome);
            if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
                emit.entered(m.replyTo.connection, m.born);
            count(isTold ? published.told : published.asked, m);
            publish(t, ack, record, m.records, m.carriesUnit, emit);
            return emit.done(ack, m);
        }
        // Each record of a batch is taken or refused by itself; the refused ones go back to the caller.
        SpanRef refused = emit.spans().create();
        double bytes = 0;
        TopicVolume& volume = isTold ? published.told : published.asked;
        for (std::size_t n = 0; n < emit.spans().members(m.members).size(); ++n) {
            const Member record = emit.spans().members(m.members)[n];
            if (outcomeOf(t, record, 1) != Outcome::Done) {
                emit.spans().members(refused).push_back(record);
                continue;
            }
            bytes += record.bytes;
            countRecord(volume, record.bytes, 1);
            publish(t, ack, record, 1, m.carriesUnit, emit);
        }
        volume.calls += 1;
        volume.bytes += bytes;
        volume.callSteps += steps(bytes, config.callStep);
        emit.spans().release(m.members);
        if (!emit.spans().members(refused).empty())
            return emit.refuse(ack, m, Outcome::Throttled, refused);
        emit.spans().release(refused);
        emit.done(ack, m);
    }

    bool notifies(const Message& m) const
    {
        return std::find(notifiers.begin(), notifiers.end(), m.replyTo.connection) != notifiers.end();
    }

    /// Of a call as a whole, which is counted when it is refused.
    Outcome outcomeOfCall(SimTime t, const Message& m)
    {
        if (faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors)) {
            meter.rejected(t, m.records);
            return Outcome::Failed;
        }
        if (m.bytes > config.largest) {
            published.tooLarge += m.records;
            meter.rejected(t, m.records);
            return Outcome::Rejected;
        }
        if (config.publishedBytes && !byteBucket.tryTake(static_cast<double>(m.bytes), t)) {
            published.refusedByBytes += m.records;
            meter.throttled(t, m.records);
            return Outcome::Throttled;
        }
        if (config.published && config.countsCalls && !bucket.tryTake(1, t)) {
            published.refusedByRate += m.records;
            meter.throttled(t, m.records);
            return Outcome::Throttled;
        }
        return Outcome::Done;
    }
    Outcome outcomeOf(SimTime t, const Member& record, std::uint32_t records)
    {
        const bool keyHasRoom = !config.perKey || roomOfKey(t, record.key, records);
        const bool counts = config.published && !config.countsCalls;
        if (!keyHasRoom || (counts && !bucket.has(records, t))) {
            (keyHasRoom ? published.refusedByRate : published.refusedByKey) += records;
            meter.throttled(t, records);
            return Outcome::Throttled;
        }
        if (counts)
            bucket.take(records);
        if (config.perKey)
            keyBuckets.find(record.key)->second.take(records);
        return Outcome::Done;
    }
    bool roomOfKey(SimTime t, std::uint32_t key, std::uint32_t records)
    {
        published.ofKeys += records;
        published.mostOfKey = std::max(published.mostOfKey, published.byKey[key] += records);
        const double rate = config.perKey->perUnit * faults.capacity;
        const auto [found, isNew] = keyBuckets.try_emplace(key, TokenBucket{rate, rate});
        return found->second.has(records, t);
    }

    /// A record that is taken: done with its acknowledgement; its copies go their ways.
    template <class Emit>
    void publish(SimTime t, SimTime ack, const Member& record, std::uint32_t records, bool carriesUnit,
                 Emit& emit)
    {
        meter.accepted(records);
        meter.completed(ack, records, ack - t);
        emit.spent(meter, record.id, TimePart::Service, t, ack);
        emit.readable(meter, ack, record.id, record.born);
        const double u = copies ? 0 : routes.at(record.id);
        std::vector<std::uint32_t>& taken = scratch;
        taken.clear();
        for (std::uint32_t at = 0; at < subscriptions.size(); ++at) {
            Subscription& to = subscriptions[at];
            if (to.way.route == OutCall::Route::Match)
                published.filteredBytes += static_cast<double>(record.bytes) * records;
            if (!to.way.takes(u, record.key)) {
                to.counts.filtered += records;
                continue;
            }
            taken.push_back(to.way.index);
            deliver(t, ack, record, records, at, emit);
        }
        if (!copies)
            emit.took(std::span<const std::uint32_t>{taken}, record.born);
        const std::uint64_t units = taken.size() * records;
        if (!carriesUnit)
            meter.units.generated += units;
        else if (!taken.empty())
            meter.units.copied += units - records;
        else if (!subscriptions.empty())
            meter.units.filtered += records;
        else if (ack <= meter.horizon())
            meter.units.done += records;
        else
            unitsAfterEnd += records;
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        Deliveries::reply(t, r, emit);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (owns(id))
            alarm(t, id, emit);
        else
            invoke(t, static_cast<std::uint32_t>(id), emit);
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        const auto cut = [&](TokenBucket& one, const LimitSpec& limit) {
            const double rate = limit.perUnit * limit.count * faults.capacity;
            one.setRate(rate, rate, t);
        };
        if (config.published)
            cut(bucket, *config.published);
        if (config.publishedBytes)
            cut(byteBucket, *config.publishedBytes);
        if (config.deliveries)
            cut(turns, *config.deliveries);
        if (config.perKey) {
            for (auto& [key, one] : keyBuckets)  // each by itself: their order does not matter
                cut(one, *config.perKey);
        }
        for (Subscription& each : subscriptions) {
            if (config.endpointPace)
                cut(each.pace, *config.endpointPace);
        }
    }
    void sample(SimTime t)
    {
        const auto [count, age] = waitingAt(t);
        meter.sample(t, count, age);
    }
    Duration leastAnswer() const
    {
        return std::max(Duration{1}, faults.shortest(config.acknowledgement.least()));
    }
    bool attends(std::uint32_t connection) const
    {
        return std::any_of(subscriptions.begin(), subscriptions.end(),
                           [&](const Subscription& each) { return each.way.index == connection; });
    }
    bool sends(std::uint32_t connection) const
    {
        return attends(connection)
               || std::any_of(deadLetters.begin(), deadLetters.end(),
                              [&](const DeadLetters& each) { return each.connection == connection; });
    }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return unitsAfterEnd + unitsWaiting(); }

    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        reportLimits(s, out.component);
        for (std::uint32_t at = 0; at < subscriptions.size(); ++at) {
            ConsumerCounts counts = subscriptions[at].counts;
            open.forEach(
                [&](const Delivery& one) { counts.resident += one.way == at ? one.message.records : 0; });
            out.component.consumers.push_back(counts);
        }
        addCounts(out.component, {{"delivery-tries", "delivery tries", figures.tries},
                                  {"delivery-retries", "delivery retries", figures.retries},
                                  {"delivery-timeouts", "delivery timeouts", figures.timeouts},
                                  {"dead-lettered", "dead-lettered", figures.deadLettered},
                                  {"deliveries-lost", "deliveries given up and lost", figures.lost},
                                  {"too-large", "too large to publish", published.tooLarge}});
        const auto perSecond = [s](TopicVolume volume) {
            for (double TopicVolume::*const each :
                 {&TopicVolume::calls, &TopicVolume::records, &TopicVolume::bytes, &TopicVolume::callSteps,
                  &TopicVolume::recordSteps, &TopicVolume::fineSteps})
                volume.*each /= s;
            return volume;
        };
        TopicLoad load;
        load.asked = perSecond(published.asked);
        load.told = perSecond(published.told);
        load.copies = perSecond(figures.copies);
        for (const Subscription& each : subscriptions) {
            TopicVolume& sum = load.delivered[static_cast<std::size_t>(each.rules.receiver)];
            sum = sum + perSecond(each.delivered);
        }
        load.filteredBytes = published.filteredBytes / s;
        bill(load, out);
    }
    void reportLimits(double s, ComponentReport& component) const
    {
        const auto row = [&](const LimitSpec& spec, const RateUse& use, std::uint64_t refused,
                             double busiest = 0) {
            component.limits.push_back(withHistory(
                rateLimit(spec, use.total() / s, use.peak(), static_cast<double>(refused), busiest), use, s));
        };
        if (config.published)
            row(*config.published, published.demand, published.refusedByRate);
        if (config.publishedBytes)
            row(*config.publishedBytes, published.bytes, published.refusedByBytes);
        if (config.perKey && published.ofKeys > 0) {
            LimitSpec spec = *config.perKey;
            spec.count = static_cast<double>(published.byKey.size());
            row(spec, published.demand, published.refusedByKey,
                static_cast<double>(published.mostOfKey) / static_cast<double>(published.ofKeys));
        }
        if (config.deliveries)
            row(*config.deliveries, figures.asked, figures.held);
        for (const Subscription& each : subscriptions) {
            if (each.rules.receiver != Receiver::Endpoint || !config.endpointPace)
                continue;
            LimitSpec spec = *config.endpointPace;
            spec.limit += "-" + each.counts.connection;
            row(spec, each.paced, each.heldByPace);
        }
    }

    TopicConfig config;
    BillOf<TopicLoad> bill;
    TokenBucket bucket, byteBucket;
    std::unordered_map<std::uint32_t, TokenBucket> keyBuckets;
    std::vector<std::uint32_t> notifiers;  ///< connections over which a service publishes
    std::vector<std::uint32_t> scratch;
    bool copies = true;  ///< every subscription takes all
    DrawKey latencies, errorDraws, routes, phases, gaps;
    double clockStart = 0;  ///< what the run's time 0 is for the clock, in seconds
    std::uint32_t origin = 0;
    std::vector<double> dueAt;  ///< by schedule: the next one, in the run's time
    std::vector<std::uint32_t> invoked;
    PublishFigures published;
    std::uint64_t unitsAfterEnd = 0;
};

TokenBucket bucketOf(const LimitSpec& limit)
{
    return {limit.perUnit * limit.count, limit.perUnit * limit.count};
}

}  // namespace

NodeHandle TopicFamily::makeNode(TopicConfig config, const NodeContext& context, BillOf<TopicLoad> bill)
{
    auto node = std::make_unique<TopicNode>(std::move(config), std::move(bill));
    const TopicConfig& c = node->config;
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->propagations = context.draws(Purpose::Notify);
    node->backoffs = context.draws(Purpose::Backoff);
    node->errorDraws = context.draws(Purpose::Error);
    node->routes = context.draws(Purpose::Route);
    node->phases = context.draws(Purpose::Phase);
    node->gaps = context.draws(Purpose::Gap);
    node->clockStart = context.trafficFromSeconds;
    node->origin = static_cast<std::uint32_t>(hashOf(context.self.component->id));
    if (c.clock) {
        node->dueAt.assign(c.clock->schedules, 0);
        node->invoked.assign(c.clock->schedules, 0);
    }
    if (c.published)
        node->bucket = bucketOf(*c.published);
    if (c.publishedBytes)
        node->byteBucket = bucketOf(*c.publishedBytes);
    if (c.deliveries)
        node->turns = bucketOf(*c.deliveries);
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->copies = outgoing.copies();
    for (const OutCall& way : outgoing.ways()) {
        const ConnectionPort& port = context.outputs[way.output];
        Subscription to;
        to.way = way;
        to.rules = rulesOf(c, context.self, port);
        to.counts.connection = port.connection->id;
        to.counts.consumer = port.connection->to;
        if (c.endpointPace)
            to.pace = bucketOf(*c.endpointPace);
        node->subscriptions.push_back(std::move(to));
    }
    for (const ConnectionPort& port : context.outputs) {
        if (isForFailures(port))
            node->deadLetters.push_back(
                {port.index, port.other.spec->invoked ? Operation::Invoke : Operation::Write});
    }
    for (const ConnectionPort& port : context.inputs) {
        if (port.kind == ConnectionKind::Notify)
            node->notifiers.push_back(port.index);
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
