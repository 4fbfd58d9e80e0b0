// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/cache.h"

#include "simulator/draws/elementary.h"
#include "simulator/families/cache/lru.h"
#include "simulator/kernel/pending_slab.h"
#include "simulator/queueing/server_pool.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kMostFilled = 2e7;  ///< keys; with more the cache starts empty rather than the run late

struct CacheFigures {
    std::uint64_t reads = 0, hits = 0, writes = 0, failed = 0;
    double units = 0;
    RateUse use;
    HeldUse stored;  ///< bytes
};

/// The store behind.
struct Behind {
    std::uint32_t link = 0;
    Operation operation = Operation::Read;
};

struct CacheNode : NodeBase {
    /// A request that went on to the store behind.
    struct Call {
        Message request;
        SimTime arrived;
        bool isRead = false;
    };

    CacheNode(const CacheConfig& c, BillOf<CacheLoad> b) : config{c}, bill{std::move(b)}, items{c.memoryBytes}
    {}

    template <class Emit>
    void start(Emit&)
    {
        servers = ServerPool{static_cast<std::size_t>(config.servers)};
        figures.stored.set(kSimStart, items.bytes());
    }

    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        figures.use.add(t, 1);
        if (faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors)) {
            meter.rejected(t, m.records);
            return emit.refuse(t + slowed(config.network.drawFor(m.id, latencies)), m, Outcome::Failed);
        }
        meter.accepted(m.records);
        figures.units += std::max(1.0, std::ceil(static_cast<double>(m.bytes) / config.billedStep));
        const SimTime begun = std::max(t, servers.nextFree());
        const SimTime done = begun + slowed(1e9 / config.requestsPerServer);
        servers.take(done);
        const SimTime ready = done + slowed(config.network.drawFor(m.id, latencies));
        emit.spent(meter, m.id, TimePart::Queue, t, begun);
        emit.spent(meter, m.id, TimePart::Service, begun, ready);
        const bool isRead = m.operation == Operation::Read || m.operation == Operation::Query;
        if (isRead) {
            ++figures.reads;
            if (items.find(m.key, t)) {
                ++figures.hits;
                return finish(ready, t, m, emit);
            }
        } else {
            ++figures.writes;
            keep(t, m);
        }
        if (outputs.empty() || (!isRead && !config.writeThrough))
            return finish(ready, t, m, emit);
        Message call = m;
        call.id.visit = static_cast<std::uint8_t>(m.id.visit + 1);
        call.id.attempt = 0;
        call.sent = ready;
        call.deadline = kNever;
        call.carriesUnit = false;
        call.operation = outputs.front().operation;
        call.replyTo = calls.open({m, t, isRead}, outputs.front().link);
        emit.send(outputs.front().link, ready, call);
    }

    /// As after a long time of such reads: each key is there with the probability that it was read within the
    /// characteristic time, and was last read when such a read falls.
    void fill(const FlowRate& reads, const DrawKey& draws)
    {
        if (!reads.keys || !(reads.messagesPerSecond > 0) || reads.keys->keys() > kMostFilled)
            return;
        const double item = std::max(1.0, reads.bytesPerRecord()) + config.itemOverheadBytes;
        double within = reads.keys->characteristicTime(config.memoryBytes / item);
        if (config.timeToLive > Duration{0})
            within = std::min(within, reads.messagesPerSecond * seconds(config.timeToLive));
        struct Last {
            double requestsAgo;
            std::uint32_t key;
        };
        std::vector<Last> present;
        for (const KeyLaw::Share& group : reads.keys->groups()) {
            const double missing = decay(group.each * within);
            for (std::uint32_t n = 0; n < static_cast<std::uint32_t>(group.keys); ++n) {
                const std::uint32_t key = group.first + n;
                const double u = draws.at(std::uint64_t{key});
                if (u < missing || group.each <= 0)
                    continue;
                // u is uniform above `missing` = e^(-p T): -ln u / p is the time since the last read, T at most.
                present.push_back({-deterministicLog(u) / group.each, key});
            }
        }
        std::sort(present.begin(), present.end(), [](const Last& a, const Last& b) {
            return a.requestsAgo != b.requestsAgo ? a.requestsAgo > b.requestsAgo : a.key < b.key;
        });
        for (const Last& last : present) {
            const double left = seconds(config.timeToLive) - last.requestsAgo / reads.messagesPerSecond;
            items.put(last.key, item,
                      config.timeToLive > Duration{0} ? kSimStart + fromSeconds(std::max(0.0, left))
                                                      : kNever);
        }
    }

    /// What was read or written stays until it is pushed out or too old.
    void keep(SimTime t, const Message& m)
    {
        const SimTime until = config.timeToLive > Duration{0} ? t + config.timeToLive : kNever;
        items.put(m.key, static_cast<double>(m.bytes) + config.itemOverheadBytes, until);
        figures.stored.set(t, items.bytes());
    }

    template <class Emit>
    void finish(SimTime at, SimTime arrived, const Message& m, Emit& emit)
    {
        meter.completed(at, m.records, at - arrived);
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
        emit.spans().release(m.members);
        emit.done(at, m);
    }

    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        const Call* found = calls.find(r.call);
        emit.spans().release(r.members);
        if (!found)
            return;
        const Call call = *found;
        calls.close(r.call.slot);
        emit.called(r.call.connection, call.request.id, r.sent, t);
        if (r.outcome == Outcome::Done) {
            if (call.isRead)
                keep(t, call.request);
            return finish(t, call.arrived, call.request, emit);
        }
        ++figures.failed;
        meter.failed(t, call.request.records);
        emit.refuse(t, call.request, r.outcome);
    }

    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    /// What goes down, or is replaced, comes back with nothing in memory.
    template <class Emit>
    void control(SimTime t, const Control& c, Emit&)
    {
        faults.apply(c);
        if ((c.kind == Control::Kind::Down && c.begins) || c.kind == Control::Kind::Replaced)
            items.clear();
        if (c.kind == Control::Kind::CapacityCut && c.begins)
            items.shrinkTo(config.memoryBytes * faults.capacity);
        if (c.kind == Control::Kind::CapacityCut && !c.begins)
            items.growTo(config.memoryBytes * faults.capacity);
        figures.stored.set(t, items.bytes());
    }
    Duration slowed(double nanos) const
    {
        return Duration{static_cast<std::int64_t>(nanos * faults.slow + 0.5)};
    }
    void sample(SimTime t) { meter.sample(t, static_cast<double>(calls.openCount()), 0); }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        calls.forEach([&](const Call& call) { records += call.request.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        calls.forEach(
            [&](const Call& call) { units += call.request.carriesUnit ? call.request.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(withHistory(
            rateLimit(config.requests, figures.use.total() / s, figures.use.peak(), 0), figures.use, s));
        const double stored = figures.stored.integralUntil(SimTime{fromSeconds(out.seconds)}) / s;
        out.component.limits.push_back(heldLimit(config.memory, stored, figures.stored.peak(), 0));
        if (figures.reads > 0)
            out.component.facts.emplace_back("hit-share", "share of reads that hit", Aggregation::Share,
                                             static_cast<double>(figures.hits)
                                                 / static_cast<double>(figures.reads));
        addCounts(out.component, {{"hits", "hits", figures.hits},
                                  {"misses", "misses", figures.reads - figures.hits},
                                  {"evictions", "evictions", items.evicted()}});
        bill({figures.units / s, stored}, out);
    }

    CacheConfig config;
    BillOf<CacheLoad> bill;
    LruItems items;
    ServerPool servers;
    std::vector<Behind> outputs;
    DrawKey latencies, errorDraws;
    PendingSlab<Call> calls;
    CacheFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

}  // namespace

NodeHandle CacheFamily::makeNode(const CacheConfig& config, const NodeContext& context,
                                 BillOf<CacheLoad> bill)
{
    auto node = std::make_unique<CacheNode>(config, std::move(bill));
    node->meter = context.meter();
    node->latencies = context.draws(Purpose::Latency);
    node->errorDraws = context.draws(Purpose::Error);
    for (const ConnectionPort& port : context.outputs) {
        if (port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Query
            || port.kind == ConnectionKind::Put)
            node->outputs.push_back({port.index, port.other.spec->invoked ? Operation::Invoke
                                                 : port.text("operation", "read") == "read"
                                                     ? Operation::Read
                                                     : Operation::Write});
    }
    if (context.before) {
        FlowRate reads;
        for (const FlowPort& input : context.before->inputs) {
            if (input.port.text("operation", "write") == "read" || input.port.kind == ConnectionKind::Query)
                reads = reads + input.rate;
        }
        node->fill(reads, context.draws(Purpose::Key));
    }
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
