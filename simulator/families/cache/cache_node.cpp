// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/cache.h"

#include "simulator/draws/elementary.h"
#include "simulator/families/cache/cache_behind.h"
#include "simulator/families/cache/key_life.h"
#include "simulator/families/cache/lru.h"
#include "simulator/families/cache/recovery.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/server_pool.h"
#include "simulator/queueing/token_bucket.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace plimsoll {

namespace {

constexpr double kMostFilled = 2e7;  ///< keys; with more the cache starts empty rather than the run late

struct CacheFigures {
    std::uint64_t reads = 0, hits = 0, writes = 0, failed = 0, together = 0, repeated = 0;
    std::uint64_t refusedByRequests = 0, refusedByBytes = 0, refusedByMemory = 0, nowhere = 0;
    std::uint64_t edgeRuns = 0, edgeMillis = 0;
    double units = 0, readBytes = 0, writtenBytes = 0;
    RateUse use, bytes;
    HeldUse stored;  ///< bytes
};

struct CacheNode : NodeBase {
    struct Request {
        Message message;
        SimTime arrived;
        bool isRead = false;
        bool keeps = false;  ///< the answer is kept
        bool hit = false;    ///< or shares the answer to one that went on
    };
    /// A request that went on to the store behind, and those that wait for the same answer.
    struct Call {
        Request first;
        std::uint64_t key = 0;
        std::vector<Request> others{};
    };

    CacheNode(const CacheConfig& c, BillOf<CacheLoad> b) : config{c}, bill{std::move(b)}, items{c.memoryBytes}
    {}

    template <class Emit>
    void start(Emit&)
    {
        servers = ServerPool{static_cast<std::size_t>(config.servers)};
        requestQuota = TokenBucket{config.mostRequests, config.mostRequests};
        byteQuota = TokenBucket{config.mostBytes, config.mostBytes};
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        figures.bytes.add(t, static_cast<double>(m.bytes));
        const bool isRead = fetches(m.operation);
        const std::uint64_t key = keyOf(m);
        if (faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors)) {
            meter.rejected(t, m.records);
            return emit.refuse(t + slowed(config.network.drawFor(m.id, latencies)), m, Outcome::Failed);
        }
        if (!hasQuota(t, m)) {
            figures.use.add(t, 1);
            meter.throttled(t, m.records);
            return emit.refuse(t, m, Outcome::Throttled);
        }
        if (!isRead && !takesWrite(key, m)) {
            figures.use.add(t, config.costs.write * config.costs.stepsOf(static_cast<double>(m.bytes)));
            meter.rejected(t, m.records);
            return emit.refuse(t, m, Outcome::Rejected);
        }
        meter.accepted(m.records);
        figures.units += std::max(1.0, std::ceil(static_cast<double>(m.bytes) / config.billedStep));
        const bool bypasses = isRead && config.bypassShare > 0 && bypassDraws.at(m.id) < config.bypassShare;
        const bool hit = isRead && !bypasses && items.find(key, t);
        SimTime ready = work(t, m, isRead, hit, emit);
        if (config.edge && config.edge->everyRequest)
            ready = runEdge(ready, m, emit);
        if (isRead) {
            ++figures.reads;
            figures.hits += hit ? 1 : 0;
            recovery.read(t, hit);
            if (hit)
                return finish(ready, {m, t, true, false, true}, emit);
        } else {
            ++figures.writes;
            figures.writtenBytes += static_cast<double>(m.bytes);
            keep(t, key, m);
        }
        if (isRead ? !behind.any(true) : !config.writeThrough || !behind.any(false)) {
            // With nobody to ask, whoever reads brings what was missing; a database has only what was written.
            if (isRead && !bypasses && config.pushesOut)
                keep(t, key, m);
            return finish(ready, {m, t, isRead}, emit);
        }
        goOn(ready, {m, t, isRead, isRead && !bypasses}, key, emit);
    }

    /// Both quotas must have room before either is charged.
    bool hasQuota(SimTime t, const Message& m)
    {
        const auto bytes = static_cast<double>(m.bytes);
        if (config.mostRequests > 0 && !requestQuota.has(1, t)) {
            ++figures.refusedByRequests;
            return false;
        }
        if (config.mostBytes > 0 && !byteQuota.has(bytes, t)) {
            ++figures.refusedByBytes;
            return false;
        }
        requestQuota.take(1);
        byteQuota.take(bytes);
        return true;
    }
    bool takesWrite(std::uint64_t key, const Message& m)
    {
        if (config.writeThrough && behind.losesWrites()) {
            ++figures.nowhere;
            return false;
        }
        if (!config.pushesOut && !items.fits(key, itemBytes(m))) {
            ++figures.refusedByMemory;
            return false;
        }
        return true;
    }
    /// Waits for a server, and for the network; when the answer is there.
    template <class Emit>
    SimTime work(SimTime t, const Message& m, bool isRead, bool hit, Emit& emit)
    {
        const CacheCosts& costs = config.costs;
        const double cost = costs.stepsOf(static_cast<double>(m.bytes))
                            * (!isRead ? costs.write
                               : hit   ? costs.hit
                                       : costs.miss);
        const int times = !isRead && config.replicated ? std::max(1, config.servers) : 1;
        figures.use.add(t, cost * times);
        SimTime begun = t, done = t;
        for (int n = 0; config.servers > 0 && n < times; ++n) {
            begun = std::max(t, servers.nextFree(t));
            done = begun + slowed(cost * 1e9 / config.requestsPerServer / std::max(0.01, faults.capacity));
            servers.take(done);
        }
        const Law& network = !isRead && config.writeNetwork ? *config.writeNetwork : config.network;
        const SimTime ready = done + slowed(network.drawFor(m.id, latencies));
        emit.spent(meter, m.id, TimePart::Queue, t, begun);
        emit.spent(meter, m.id, TimePart::Service, begun, ready);
        return ready;
    }
    /// The function beside the cache: when it has ended.
    template <class Emit>
    SimTime runEdge(SimTime at, const Message& m, Emit& emit)
    {
        const double nanos = config.edge->time.drawFor(m.id, edgeDraws);
        ++figures.edgeRuns;
        figures.edgeMillis += static_cast<std::uint64_t>(std::max(1.0, std::ceil(nanos * 1e-6 - 1e-9)));
        const SimTime ended = at + slowed(nanos);
        emit.spent(meter, m.id, TimePart::Service, at, ended);
        return ended;
    }
    template <class Emit>
    void goOn(SimTime ready, const Request& request, std::uint64_t key, Emit& emit)
    {
        const Message& m = request.message;
        if (request.keeps && config.errorsLive > Duration{0} && repeatsError(ready, key)) {
            ++figures.repeated;
            return refuse(ready, request, Outcome::Failed, emit);
        }
        if (request.keeps && config.collapses) {
            if (const auto open = fetching.find(key); open != fetching.end()) {
                ++figures.together;
                calls.at(open->second)->others.push_back(request);
                calls.at(open->second)->others.back().hit = true;
                return;
            }
        }
        if (config.edge && !config.edge->everyRequest)
            ready = runEdge(ready, m, emit);
        const BehindCache& asked = behind.of(m.key, request.isRead);
        Message call = m;
        call.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        call.id.attempt = 0;
        call.sent = ready;
        call.deadline = kNever;
        call.carriesUnit = false;
        call.client = 0;
        call.operation = asked.operation(request.isRead);
        call.bytes = asked.call.bytesFor(m.bytes);
        call.replyTo = calls.open({request, key}, asked.call.index);
        if (request.keeps && config.collapses)
            fetching[key] = call.replyTo.slot;
        emit.spans().retain(call.members);  // the callee gives its reference back; ours goes with the answer
        emit.send(asked.call.index, ready, call);
    }
    bool repeatsError(SimTime t, std::uint64_t key)
    {
        const auto found = errors.find(key);
        if (found == errors.end())
            return false;
        if (found->second > t)
            return true;
        errors.erase(found);
        return false;
    }

    /// As after a long time of such reads: each key is there with the probability that it was read within the
    /// characteristic time, and was last read when such a read falls. What nothing pushes out is there with all keys.
    void fill(const FlowRate& reads, const DrawKey& draws)
    {
        if (!reads.keys || !(reads.messagesPerSecond > 0) || reads.keys->keys() * config.parts > kMostFilled)
            return;
        const double item = itemBytesOf(config, reads);
        const KeyLife life{config, *reads.keys, reads.messagesPerSecond, config.memoryBytes / item};
        struct Last {
            double requestsAgo;
            std::uint64_t key;
        };
        std::vector<Last> present;
        for (std::uint64_t part = 0; part < static_cast<std::uint64_t>(config.parts); ++part) {
            for (const KeyLaw::Share& group : reads.keys->groups()) {
                const double missing = config.pushesOut ? 1 - life.present(group.each) : 0;
                const double within = 1 - decay(group.each * life.characteristicTime);
                for (std::uint32_t n = 0; n < static_cast<std::uint32_t>(group.keys); ++n) {
                    const std::uint64_t key = part << 32 | (group.first + n);
                    const double u = draws.at(key);
                    if (u < missing || group.each <= 0)
                        continue;
                    // Of those there the last read was within the characteristic time: -ln(1 - v (1 - e^(-p T))) / p ago.
                    const double v = (u - missing) / (1 - missing);
                    present.push_back({-deterministicLog(1 - v * within) / group.each, key});
                }
            }
        }
        std::sort(present.begin(), present.end(), [](const Last& a, const Last& b) {
            return a.requestsAgo != b.requestsAgo ? a.requestsAgo > b.requestsAgo : a.key < b.key;
        });
        // Each was fetched at any time within its life; spread evenly, so that no more grow old at a time than on average.
        constexpr double kGolden = 0.6180339887498949;
        double age = draws.at(std::uint64_t{0x9E3779B97F4A7C15});
        for (const Last& last : present) {
            age += age + kGolden < 1 ? kGolden : kGolden - 1;
            const double left = life.livesSeconds * age;
            if (config.pushesOut || items.fits(last.key, item))
                items.put(last.key, item, life.livesSeconds > 0 ? kSimStart + fromSeconds(left) : kNever);
        }
        figures.stored.set(kSimStart, items.bytes());
    }

    /// A request meets one of the parts, each with a memory of its own.
    std::uint64_t keyOf(const Message& m) const
    {
        if (config.parts <= 1)
            return m.key;
        const auto part = static_cast<std::uint64_t>(partDraws.at(m.id) * config.parts);
        return part << 32 | m.key;
    }
    double itemBytes(const Message& m) const
    {
        return static_cast<double>(m.bytes) + config.itemOverheadBytes;
    }
    /// What was read or written stays until it is pushed out or too old.
    void keep(SimTime t, std::uint64_t key, const Message& m)
    {
        const SimTime until = config.timeToLive > Duration{0} ? t + config.timeToLive : kNever;
        items.expire(t);
        items.put(key, itemBytes(m), until);
        figures.stored.set(t, items.bytes());
    }

    template <class Emit>
    void finish(SimTime at, const Request& request, Emit& emit)
    {
        const Message& m = request.message;
        figures.readBytes += request.isRead ? static_cast<double>(m.bytes) : 0;
        meter.completed(at, m.records, at - request.arrived);
        meter.abandoned(at, m.deadline, m.records);
        if (m.carriesUnit) {
            if (at <= meter.horizon())
                meter.units.done += m.records;
            else
                unitsAfterEnd += m.records;
        }
        if (m.operation == Operation::Write)
            emit.readable(meter, at, m.id, m.born);
        if (m.replyTo.slot == CallToken::kUnattended && at <= emit.horizon())
            emit.entered(m.replyTo.connection, m.born);
        // What the cache answers itself never comes to what is behind. Whoever asks in the course of other work may have
        // the record written there some other way.
        if (request.hit && !behind.all().empty() && isOfSource(m.replyTo.connection))
            emit.gone(m.born);
        emit.spans().release(m.members);
        emit.done(at, m);
    }
    bool isOfSource(std::uint32_t connection) const
    {
        return std::find(ofSources.begin(), ofSources.end(), connection) != ofSources.end();
    }
    template <class Emit>
    void refuse(SimTime t, const Request& request, Outcome outcome, Emit& emit)
    {
        ++figures.failed;
        meter.failed(t, request.message.records);
        emit.refuse(t, request.message, outcome);
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        Call* found = calls.find(r.call);
        emit.spans().release(r.members);
        if (!found)
            return;
        const Call call = std::move(*found);
        calls.close(r.call.slot);
        if (call.first.keeps && config.collapses)
            fetching.erase(call.key);
        emit.called(r.call.connection, call.first.message.id, r.sent, t);
        const bool done = r.outcome == Outcome::Done;
        if (done && call.first.keeps)
            keep(t, call.key, call.first.message);
        if (!done && call.first.keeps && config.errorsLive > Duration{0})
            errors[call.key] = t + config.errorsLive;
        answer(t, call.first, r.outcome, emit);
        for (const Request& other : call.others) {
            emit.called(r.call.connection, other.message.id, std::max(other.arrived, r.sent), t);
            answer(t, other, r.outcome, emit);
        }
    }
    template <class Emit>
    void answer(SimTime t, const Request& request, Outcome outcome, Emit& emit)
    {
        if (outcome == Outcome::Done)
            return finish(t, request, emit);
        refuse(t, request, outcome, emit);
    }

    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    /// What goes down, or is replaced, comes back with nothing in memory.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        const bool loses = (c.kind == Control::Kind::Down && c.begins) || c.kind == Control::Kind::Replaced;
        if (loses && !config.durable) {
            items.clear();
            recovery.emptied(t);
        }
        if (c.kind == Control::Kind::CapacityCut && c.begins && !config.replicated)
            items.shrinkTo(config.memoryBytes * faults.capacity);
        if (c.kind == Control::Kind::CapacityCut && !c.begins && !config.replicated)
            items.growTo(config.memoryBytes * faults.capacity);
        figures.stored.set(t, items.bytes());
    }
    Duration slowed(double nanos) const { return fromNanos(nanos * faults.slow + 0.5); }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(calls.openCount()), 0); }
    template <class Visit>
    void forEachOpen(Visit visit) const
    {
        calls.forEach([&](const Call& call) {
            visit(call.first.message);
            for (const Request& other : call.others)
                visit(other.message);
        });
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        forEachOpen([&](const Message& m) { records += m.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        forEachOpen([&](const Message& m) { units += m.carriesUnit ? m.records : 0; });
        return units;
    }
    void report(NodeReport& out) const;

    CacheConfig config;
    BillOf<CacheLoad> bill;
    LruItems items;
    ServerPool servers;
    TokenBucket requestQuota, byteQuota;
    BehindCaches behind;
    DrawKey latencies, errorDraws, bypassDraws, partDraws, edgeDraws;
    PendingSlab<Call> calls;
    std::vector<std::uint32_t> ofSources;                       ///< connections
    std::unordered_map<std::uint64_t, std::uint32_t> fetching;  ///< looked up only
    std::unordered_map<std::uint64_t, SimTime> errors;  ///< until when they are repeated; looked up only
    CacheFigures figures;
    Recovery recovery;
    std::uint64_t unitsAfterEnd = 0;
};

void CacheNode::report(NodeReport& out) const
{
    const double s = std::max(out.seconds, 1e-9);
    const auto refused = [](std::uint64_t count) { return static_cast<double>(count); };
    out.component.limits.push_back(
        withHistory(rateLimit(config.requests, figures.use.total() / s, figures.use.peak(),
                              refused(figures.refusedByRequests)),
                    figures.use, s));
    if (config.mostBytes > 0)
        out.component.limits.push_back(
            withHistory(rateLimit(config.bytes, figures.bytes.total() / s, figures.bytes.peak(),
                                  refused(figures.refusedByBytes)),
                        figures.bytes, s));
    const double stored = figures.stored.integralUntil(SimTime{fromSeconds(out.seconds)}) / s;
    out.component.limits.push_back(
        heldLimit(config.memory, stored, figures.stored.peak(), refused(figures.refusedByMemory)));
    if (figures.reads > 0)
        out.component.facts.emplace_back("hit-share", "share of reads that hit", Aggregation::Share,
                                         static_cast<double>(figures.hits)
                                             / static_cast<double>(figures.reads));
    addCounts(out.component, {{"hits", "hits", figures.hits},
                              {"misses", "misses", figures.reads - figures.hits},
                              {"evictions", "evictions", items.evicted()}});
    if (config.collapses)
        addCounts(out.component, {{"waited-together", "misses that waited for another's", figures.together}});
    if (config.errorsLive > Duration{0})
        addCounts(out.component, {{"errors-repeated", "errors answered from memory", figures.repeated}});
    if (figures.nowhere > 0)
        addCounts(out.component, {{"writes-nowhere", "writes with nowhere to go", figures.nowhere}});
    if (config.edge)
        addCounts(out.component, {{"edge-runs", "runs of the function at the edge", figures.edgeRuns}});
    recovery.report(out.component);
    bill({.units = figures.units / s,
          .storedBytes = stored,
          .reads = static_cast<double>(figures.reads) / s,
          .writes = static_cast<double>(figures.writes) / s,
          .readBytes = figures.readBytes / s,
          .writtenBytes = figures.writtenBytes / s,
          .edgeRuns = static_cast<double>(figures.edgeRuns) / s,
          .edgeSeconds = static_cast<double>(figures.edgeMillis) * 1e-3 / s},
         out);
}

}  // namespace

NodeHandle CacheFamily::makeNode(const CacheConfig& config, const NodeContext& context,
                                 BillOf<CacheLoad> bill)
{
    auto node = std::make_unique<CacheNode>(config, std::move(bill));
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->edgeDraws = context.draws(Purpose::Cold);
    node->errorDraws = context.draws(Purpose::Error);
    node->bypassDraws = context.draws(Purpose::Filter);
    node->partDraws = context.draws(Purpose::Route);
    node->behind = BehindCaches{context.self, context.outputs};
    for (const ConnectionPort& input : context.inputs) {
        if (input.other.spec->isSource)
            node->ofSources.push_back(input.index);
    }
    if (context.before) {
        FlowRate reads, writes;
        for (const FlowPort& input : context.before->inputs) {
            FlowRate& way = readsCache(input.port) ? reads : writes;
            way = way + input.rate;
        }
        node->fill(reads.keys ? reads * distinctReads(config, context.before->inputs) : writes,
                   context.draws(Purpose::Key));
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
