// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/object_store/object_store.h"

#include "simulator/families/shared/background_copies.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/flow/flow_context.h"
#include "simulator/queueing/token_bucket.h"

namespace plimsoll {

namespace {

constexpr Duration kMinute = std::chrono::minutes{1}, kDay = std::chrono::hours{24};

struct BucketNode : NodeBase {
    struct Loader {  ///< a COPY, a job: takes what is new since its last visit
        std::uint32_t index = 0;
        ConnectionId connection;
        ComponentId component;
        std::vector<Member> fresh;
        std::uint64_t freshBytes = 0, freshObjects = 0, delivered = 0;
        double peakAge = 0;
    };

    BucketNode(BucketConfig c, BillOf<BucketLoad> b) : config{std::move(c)}, bill{std::move(b)} {}

    template <class Emit>
    void start(Emit&)
    {
        inForce.set(kSimStart, meanPart());
        if (config.newPart < 1)
            timers.arm(kSimStart + kMinute, 0);
    }

    Duration transfer(const MessageId& id, std::uint64_t bytes) const
    {
        const double nanos = config.firstByte.drawFor(id, latencies) * faults.slow
                             + static_cast<double>(bytes) / config.bytesPerSecond * 1e9;
        return Duration{static_cast<std::int64_t>(nanos + 0.5)};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        if (m.operation == Operation::Pull)
            return load(t, m, emit);
        const bool read = fetches(m.operation);
        meter.offered(t, m.records, m.id.attempt > 0);
        Requests& requests = read ? gets : puts;
        requests.asked.add(t, 1);
        // Prefixes are taken as spread evenly by content, the name of an object being the id of its first record.
        // Pieces of one piece of work, as the objects that a query reads, are objects of their own.
        const std::uint64_t piece = static_cast<std::uint64_t>(m.id.part) << 32;
        const std::size_t prefix = mix64(m.id.serial ^ m.id.origin ^ piece) % config.prefixes;
        TokenBucket& bucket = requests.prefixes[prefix];
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        if (fails || !bucket.tryTake(1, t)) {
            if (fails) {
                meter.rejected(t, m.records);
            } else {
                meter.throttled(t, m.records);  // 503 Slow Down
                ++requests.refused;
                ++growth[prefix].refused;
            }
            return emit.refuse(t + config.refusal, m, fails ? Outcome::Failed : Outcome::Throttled);
        }
        ++requests.served;
        meter.accepted(m.records);
        const bool restores =
            read && config.restoredShare > 0 && restoreShares.at(m.id) < config.restoredShare;
        restored += restores ? 1 : 0;
        const SimTime ack =
            t + transfer(m.id, m.bytes)
            + (restores ? fromNanos(config.restore.drawFor(m.id, restoreDraws) * faults.slow + 0.5)
                        : Duration{});
        meter.completed(ack, m.records, ack - t);
        meter.abandoned(ack, m.deadline, m.records);
        if (read) {
            bytesOut += m.bytes;
            finishUnits(ack, m);
            emit.spans().release(m.members);
        } else {
            store(t, ack, m, emit);
        }
        emit.done(ack, m);
    }

    template <class Emit>
    void store(SimTime t, SimTime ack, const Message& m, Emit& emit)
    {
        bytesIn += m.bytes;
        if (m.bytes < config.smallBytes) {
            ++smallPuts;
            smallBytesIn += m.bytes;
        } else if (!config.moveAges.empty()) {
            const auto day = static_cast<std::size_t>((t - kSimStart) / kDay);
            if (largeByDay.size() <= day)
                largeByDay.resize(day + 1, 0);
            ++largeByDay[day];
        }
        if (!loaders.empty())
            noteKept(t);
        if (m.members) {
            const std::vector<Member>& members = emit.spans().members(m.members);
            emit.spentEach(meter, members, TimePart::Service, t, ack);
            emit.readableEach(meter, ack, members);
        } else {
            emit.spent(meter, m.id, TimePart::Service, t, ack);
            emit.readable(meter, ack, m.id, m.born);
        }
        if (m.replyTo.slot == CallToken::kUnattended && ack <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        const auto told = static_cast<std::size_t>(
            std::count_if(subscribers.begin(), subscribers.end(),
                          [&m](const Subscriber& each) { return each.way.takes(0, m.key); }));
        const bool isCopy = copies.isCopy(m.replyTo);
        const std::size_t consumers = told + loaders.size() + copies.copiesOf(isCopy);
        if (consumers == 0) {
            finishUnits(ack, m);
            emit.spans().release(m.members);
            return;
        }
        if (m.carriesUnit)
            meter.units.copied += (consumers - 1) * m.records;
        else
            meter.units.generated += consumers * m.records;
        replicatedBytes += m.bytes * copies.copiesOf(isCopy);
        copies.send(ack, m, isCopy, meter, emit);
        for (const auto& [way, runsCode] : subscribers) {
            if (!way.takes(0, m.key))
                continue;
            // One event per object, however many records lie in it.
            Message event;
            event.id = way.copyOf(m.id);
            event.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
            event.id.attempt = 0;
            event.born = m.born;
            event.sent = ack;
            // Code reads the object it is told of; whatever else is told keeps the event alone.
            event.bytes = runsCode ? m.bytes : config.eventBytes;
            event.key = m.key;
            event.records = 1;
            event.operation = Operation::Invoke;
            event.carriesUnit = true;
            event.replyTo = {CallToken::kNobody, 0, way.index, false};  // whose rules for retries hold
            meter.units.joined += m.records - 1;
            if (runsCode
                && m.members) {  // so that what lies below it stops waiting for the records that were joined
                event.members = m.members;
                emit.spans().retain(m.members);
            }
            ++notifications;
            const SimTime at = ack + fromNanos(config.notification.drawFor(m.id, notifyDraws) + 0.5);
            emit.spent(meter, event.id, TimePart::Transfer, ack, at);
            emit.send(way.index, at, event);
        }
        for (Loader& loader : loaders) {
            loader.freshBytes += m.bytes;
            ++loader.freshObjects;
            if (m.members) {
                for (const Member& member : emit.spans().members(m.members)) {
                    loader.fresh.push_back(member);
                    loader.fresh.back().arrived = ack;
                }
            } else {
                loader.fresh.push_back({m.id, m.born, ack, m.key, static_cast<std::uint32_t>(m.bytes)});
            }
        }
        emit.spans().release(m.members);
    }

    void finishUnits(SimTime ack, const Message& m)
    {
        if (!m.carriesUnit)
            return;
        if (ack <= meter.horizon())
            meter.units.done += m.records;
        else
            unitsAfterEnd += m.records;
    }

    struct Kept {
        std::uint64_t bytes = 0, objects = 0;
    };
    /// What came within the last `window`, to the minute; all of it, with what was there before, when that is nothing.
    Kept keptFor(SimTime t, Duration window) const
    {
        Kept all{bytesIn, puts.served};
        if (window <= Duration{}) {
            all.bytes += static_cast<std::uint64_t>(config.startingBytes);
            return all;
        }
        const std::int64_t before = (t - kSimStart - window) / kMinute;
        if (before <= 0 || untilMinute.empty())
            return all;
        const Kept& old =
            untilMinute[std::min<std::size_t>(static_cast<std::size_t>(before), untilMinute.size()) - 1];
        return {all.bytes - old.bytes, all.objects - old.objects};
    }
    void noteKept(SimTime t)
    {
        const auto minute = static_cast<std::size_t>((t - kSimStart) / kMinute);
        if (untilMinute.size() <= minute)
            untilMinute.resize(minute + 1, untilMinute.empty() ? Kept{} : untilMinute.back());
        untilMinute[minute] = {bytesIn, puts.served};
    }

    /// What is new for this loader; limit 0: only how much there is, of the last `key` seconds if that is not 0.
    template <class Emit>
    void load(SimTime t, const Message& m, Emit& emit)
    {
        Reply reply{.call = {},
                    .id = m.id,
                    .outcome = Outcome::Done,
                    .more = false,
                    .members = {},
                    .bytes = 0,
                    .sent = m.sent,
                    .units = 0};
        const SimTime at = t + transfer(m.id, 0);
        if (faults.down) {
            reply.outcome = Outcome::Failed;
            return emit.answer(at, m.replyTo, reply);
        }
        if (m.limit == 0) {
            const Kept kept = keptFor(t, std::chrono::seconds{m.key});
            reply.bytes = kept.bytes;
            gets.served += kept.objects;
            gets.asked.add(t, static_cast<double>(kept.objects));
            bytesOut += kept.bytes;
            return emit.answer(at, m.replyTo, reply);
        }
        for (Loader& loader : loaders) {
            if (loader.index != m.replyTo.connection)
                continue;
            reply.members = emit.spans().create();
            std::vector<Member>& out = emit.spans().members(reply.members);
            std::vector<Member> later;
            for (const Member& member : loader.fresh)
                (member.arrived <= t ? out : later).push_back(member);
            loader.fresh.swap(later);
            for (Member& member : out) {
                emit.spent(meter, member.id, TimePart::BufferWait, member.arrived, at);
                member.arrived = at;
            }
            reply.units = out.size();
            loader.delivered += out.size();
            reply.bytes = loader.fresh.empty() ? loader.freshBytes : bytesOf(out);
            loader.freshBytes -= reply.bytes;
            gets.served += loader.freshObjects;
            gets.asked.add(t, static_cast<double>(loader.freshObjects));
            bytesOut += reply.bytes;
            loader.freshObjects = 0;
            if (out.empty()) {
                emit.spans().release(reply.members);
                reply.members = {};
            }
        }
        emit.answer(at, m.replyTo, reply);
    }
    static std::uint64_t bytesOf(const std::vector<Member>& members)
    {
        std::uint64_t total = 0;
        for (const Member& member : members)
            total += member.bytes;
        return total;
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        copies.reply(t, r, timers, meter, emit);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (BackgroundCopies::owns(id))
            return copies.tryAgain(t, id & ~BackgroundCopies::kRetry, emit);
        bool grew = false;
        for (std::size_t prefix = 0; prefix < growth.size(); ++prefix) {
            Growth& one = growth[prefix];
            one.hotMinutes = one.refused > 0 ? one.hotMinutes + 1 : 0;
            one.refused = 0;
            if (one.part >= 1 || one.hotMinutes * kMinute < config.growth)
                continue;
            one.part = std::min(1.0, 2 * one.part);
            one.hotMinutes = 0;
            setRates(t, prefix);
            grew = true;
        }
        if (grew)
            inForce.set(t, meanPart());
        timers.arm(t + kMinute, 0);
    }
    void setRates(SimTime t, std::size_t prefix)
    {
        for (const auto& [requests, limit] : {std::pair{&puts, &config.puts}, {&gets, &config.gets}}) {
            const double rate = limit->perUnit * growth[prefix].part * faults.capacity;
            requests->prefixes[prefix].setRate(rate, rate, t);
        }
    }
    double meanPart() const
    {
        double sum = 0;
        for (const Growth& one : growth)
            sum += one.part;
        return sum / static_cast<double>(growth.size());
    }
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        for (std::size_t prefix = 0; prefix < growth.size(); ++prefix)
            setRates(t, prefix);
    }
    void sample(SimTime t)
    {
        double waiting = 0, age = 0;
        for (Loader& loader : loaders) {
            waiting = std::max(waiting, static_cast<double>(loader.fresh.size()));
            if (!loader.fresh.empty())
                age = std::max(age, seconds(t - loader.fresh.front().arrived));
            loader.peakAge = std::max(loader.peakAge, age);
        }
        meter.sample(t, waiting, age);
    }
    Duration leastAnswer() const { return std::min(config.refusal, leastPullAnswer()); }
    Duration leastPullAnswer() const { return faults.shortest(config.firstByte.least()); }
    bool attends(std::uint32_t connection) const { return copies.sendsOver(connection); }
    bool sends(std::uint32_t connection) const
    {
        return copies.sendsOver(connection)
               || std::any_of(subscribers.begin(), subscribers.end(), [&](const Subscriber& subscriber) {
                      return subscriber.way.index == connection;
                  });
    }
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd + copies.waiting();
        for (const Loader& loader : loaders)
            units += loader.fresh.size();
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        for (const Loader& loader : loaders)
            out.component.consumers.push_back({loader.connection, loader.component, loader.delivered, 0, 0,
                                               loader.fresh.size(), loader.peakAge});
        const double part = inForce.integralUntil(SimTime{fromSeconds(s)}) / s;
        std::vector<LimitUse> limits = limitsOf(config, part, puts.useOver(s), gets.useOver(s));
        out.component.limits = {withParts(std::move(limits[0]), puts.asked, inForce, s),
                                withParts(std::move(limits[1]), gets.asked, inForce, s)};
        addCounts(out.component, {{"objects-written", "objects written", puts.served}});
        if (config.restoredShare > 0)
            addCounts(out.component, {{"objects-restored", "objects restored", restored}});
        if (puts.served > 0)
            out.component.facts.emplace_back("mean-object-mib", "mean object MiB", Aggregation::Share,
                                             static_cast<double>(bytesIn) / static_cast<double>(puts.served)
                                                 / 1048576.0);
        if (notifications > 0)
            addCounts(out.component, {{"notifications", "notifications", notifications}});
        copies.report(out.component);
        reportMoves(out);
        bill({.puts = static_cast<double>(puts.served) / s,
              .gets = static_cast<double>(gets.served) / s,
              .bytesIn = static_cast<double>(bytesIn) / s,
              .bytesOut = static_cast<double>(bytesOut) / s,
              .smallPuts = static_cast<double>(smallPuts) / s,
              .smallBytesIn = static_cast<double>(smallBytesIn) / s,
              .replicatedBytes = static_cast<double>(replicatedBytes) / s},
             out);
    }

    /// Lifecycle moves, each at the midnight after an object came to the age. Nothing is said of a run too short to see one.
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html
    void reportMoves(NodeReport& out) const
    {
        const double day = seconds(kDay);
        for (std::size_t at = 0; at < config.moveAges.size(); ++at) {
            const double age = config.moveAges[at];
            if (out.seconds < (age + 1) * day)
                break;
            TimeSeries series{at == 0 ? "moved objects" : "moved objects again", "objects/s", binSeconds,
                              std::vector<double>(bins, 0)};
            std::uint64_t moved = 0;
            for (std::size_t written = 0; written < largeByDay.size(); ++written) {
                const double when = (static_cast<double>(written) + 1 + age) * day;
                const auto bin = static_cast<std::size_t>(when / series.binSeconds);
                if (when > out.seconds)
                    break;
                moved += largeByDay[written];
                if (bin < series.values.size())
                    series.values[bin] += static_cast<double>(largeByDay[written]) / series.binSeconds;
            }
            out.component.series.push_back(std::move(series));
            addCounts(out.component, {{at == 0 ? "moved" : "moved-again",
                                       at == 0 ? "objects moved" : "objects moved again", moved}});
        }
    }

    struct Growth {                 ///< of one prefix
        double part = 1;            ///< of the rates, in force
        std::uint32_t refused = 0;  ///< in the running minute
        std::uint32_t hotMinutes = 0;
    };
    struct Requests {  ///< of one kind
        std::vector<TokenBucket> prefixes;
        RateUse asked;
        std::uint64_t served = 0, refused = 0;
        RequestUse useOver(double s) const
        {
            return {asked.total() / s, asked.peak(), static_cast<double>(refused)};
        }
    };
    struct Subscriber {
        OutCall way;
        bool runsCode = false;
    };
    BucketConfig config;
    BillOf<BucketLoad> bill;
    Requests puts, gets;
    std::vector<Growth> growth;  ///< by prefix
    HeldUse inForce;             ///< part of the rates, mean over the prefixes
    std::vector<Subscriber> subscribers;
    std::vector<Loader> loaders;
    BackgroundCopies copies;
    DrawKey latencies, notifyDraws, errorDraws, restoreShares, restoreDraws;
    std::uint64_t restored = 0;
    std::uint64_t bytesIn = 0, bytesOut = 0, notifications = 0;
    std::uint64_t smallPuts = 0, smallBytesIn = 0, replicatedBytes = 0;
    double binSeconds = 1;
    std::size_t bins = 0;
    std::vector<std::uint64_t>
        largeByDay;                 ///< objects that lifecycle rules move, by the day they were written
    std::vector<Kept> untilMinute;  ///< by minute: what had come by its end
    std::uint64_t unitsAfterEnd = 0;
};

/// What the prefixes have at the start: what carried the load before, or no more than new ones.
double openingPart(const BucketConfig& config, const NodeContext& context)
{
    if (!context.before)
        return config.newPart;
    double puts = 0, gets = 0;
    for (const FlowPort& input : context.before->inputs)
        (readsObjects(input.port) ? gets : puts) += input.rate.messagesPerSecond;
    return settledPart(config, puts, gets);
}

}  // namespace

NodeHandle BucketFamily::makeNode(BucketConfig config, const NodeContext& context, BillOf<BucketLoad> bill)
{
    auto node = std::make_unique<BucketNode>(std::move(config), std::move(bill));
    const BucketConfig& c = node->config;
    node->meter = context.meter();
    node->binSeconds = context.binSeconds;
    node->bins = context.bins;
    node->latencies = context.draws(Purpose::Latency);
    node->notifyDraws = context.draws(Purpose::Notify);
    node->errorDraws = context.draws(Purpose::Error);
    node->restoreShares = context.draws(Purpose::Cold);
    node->restoreDraws = context.draws(Purpose::Service);
    const double part = openingPart(c, context);
    const auto full = [part](const LimitSpec& limit) {
        return TokenBucket{limit.perUnit * part, limit.perUnit * part};
    };
    node->puts.prefixes.assign(c.prefixes, full(c.puts));
    node->gets.prefixes.assign(c.prefixes, full(c.gets));
    node->growth.assign(c.prefixes, {part});
    const Outgoing events{Outgoing::Sender::Worker, context.self, context.outputs};
    for (const OutCall& way : events.ways())
        node->subscribers.push_back({way, context.outputs[way.output].other.spec->invoked});
    for (const ConnectionPort& port : context.outputs) {
        if (port.kind == ConnectionKind::Load)
            node->loaders.push_back({port.index, port.connection->id, port.connection->to, {}, 0, 0, 0, 0});
    }
    std::vector<BackgroundCopies::Way> replicas;
    for (const ConnectionPort& port : context.outputs) {
        if (port.kind == ConnectionKind::Replicate)
            replicas.push_back({port.index, 1, c.replicaLag, isReplica(context.self, port)});
    }
    node->copies.open(context, std::move(replicas), c.replicaRetry);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
