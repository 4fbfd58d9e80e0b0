// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/region_store/region_store.h"
#include "simulator/families/shared/errands.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace plimsoll {

namespace {

struct RegionStoreNode : NodeBase {
    RegionStoreNode(const RegionStoreConfig& c, BillOf<RegionStoreLoad> b)
        : config{c}, bill{std::move(b)}, free(static_cast<std::size_t>(c.servers))
    {
        const auto vcpus = static_cast<std::size_t>(std::max(1.0, std::floor(c.vcpus)));
        for (std::vector<SimTime>& server : free)
            server.assign(vcpus, kSimStart);
    }
    /// A read that waits for blocks.
    struct Read {
        Message message;
        SimTime asked;
        int server = 0;
    };

    template <class Emit>
    void start(Emit&)
    {}
    template <class Emit>
    void accept(SimTime t, const Message& m, Emit& emit)
    {
        meter.offered(t, m.records, m.id.attempt > 0);
        const bool fails = faults.down || (faults.errors > 0 && errorDraws.at(m.id) < faults.errors);
        const int server = serverOf(m.key, t);
        if (fails || server < 0) {
            unserved += fails ? 0 : 1;
            meter.rejected(t, m.records);
            return emit.refuse(t + callerOf(m), m, Outcome::Failed);
        }
        meter.accepted(m.records);
        const std::uint32_t misses = fetches(m.operation) ? missesOf(m) : 0;
        fetched += misses;
        if (misses == 0)
            return work(t, {m, t, server}, emit);
        fetch(t, misses, {m, t, server}, emit);
    }
    /// The one server whose region has the key; -1 while nobody has it.
    int serverOf(std::uint32_t key, SimTime t) const
    {
        const std::uint64_t region = mix64(key);
        const auto all = static_cast<std::uint64_t>(config.servers);
        const int own = static_cast<int>(region % all);
        const int away = lost();
        if (own >= away)
            return own;
        // Which servers are lost is one as good as another; those that are left share out what they had.
        if (t < lostSince + config.moved || away >= config.servers)
            return -1;
        return away + static_cast<int>(region / all % static_cast<std::uint64_t>(config.servers - away));
    }
    int lost() const
    {
        return config.servers - static_cast<int>(std::floor(config.servers * faults.capacity + 1e-9));
    }
    std::uint32_t missesOf(const Message& m) const
    {
        std::uint32_t misses = 0;
        const std::uint64_t bits = missDraws.bitsAt(m.id);
        for (std::uint32_t row = 0; row < m.records; ++row)
            misses += toUnit(mix64(bits + row)) < config.missShare ? 1 : 0;
        return misses;
    }
    Duration callerOf(const Message& m) const
    {
        return fromNanos(config.caller.drawFor(m.id, callerDraws) * faults.slow + 0.5);
    }

    // --- blocks that are not in memory -------------------------------------------------------------------------------

    template <class Emit>
    void fetch(SimTime t, std::uint32_t misses, const Read& read, Emit& emit)
    {
        const CallToken token = waiting.open(read, 0);
        if (errands.empty()) {
            double nanos = 0;
            for (std::uint32_t n = 0; n < misses; ++n)
                nanos += config.block.quantile(toUnit(mix64(blockDraws.bitsAt(read.message.id) + n)));
            return timers.arm(t + fromNanos(nanos * faults.slow + 0.5),
                              std::uint64_t{token.generation & kLow} << 28 | token.slot);
        }
        Message lead = read.message;
        lead.records = misses;
        lead.bytes = static_cast<std::uint64_t>(config.blockBytes);
        lead.members = {};
        lead.carriesUnit = false;
        lead.deadline = kNever;
        if (errands.begin(t, lead, token, *this, emit).slot == CallToken::kNobody)
            workEnded(t, token, false, emit);
    }
    template <class Emit>
    void workEnded(SimTime t, const CallToken& token, bool failed, Emit& emit)
    {
        const Read* found = waiting.find(token);
        if (!found)
            return;
        const Read read = *found;
        waiting.close(token.slot);
        if (!failed)
            return work(t, read, emit);
        meter.failed(t, read.message.records);
        emit.refuse(t, read.message, Outcome::Failed);
    }

    // --- work of a server --------------------------------------------------------------------------------------------

    template <class Emit>
    void work(SimTime t, const Read& request, Emit& emit)
    {
        const Message& m = request.message;
        const bool isRead = fetches(m.operation);
        std::vector<SimTime>& vcpus = free[static_cast<std::size_t>(request.server)];
        SimTime& vcpu = *std::min_element(vcpus.begin(), vcpus.end());
        const double nanos =
            (isRead ? config.read : config.write).law.drawFor(m.id, serviceDraws) * m.records * faults.slow;
        vcpu = std::max(t, vcpu) + fromNanos(nanos + 0.5);
        busy.add(t, nanos * 1e-9);
        const double logged = isRead ? 0 : config.log.drawFor(m.id, logDraws) * faults.slow;
        end(request.asked, vcpu + fromNanos(logged + 0.5) + callerOf(m), m, isRead, emit);
    }
    template <class Emit>
    void end(SimTime asked, SimTime at, const Message& m, bool isRead, Emit& emit)
    {
        meter.completed(at, m.records, at - asked);
        meter.abandoned(at, m.deadline, m.records);
        inWork.push(at);
        if (m.members)
            emit.spentEach(meter, emit.spans().members(m.members), TimePart::Service, asked, at);
        else
            emit.spent(meter, m.id, TimePart::Service, asked, at);
        if (!isRead) {
            if (m.members)
                emit.readableEach(meter, at, emit.spans().members(m.members));
            else
                emit.readable(meter, at, m.id, m.born);
        }
        if (m.carriesUnit)
            (at <= meter.horizon() ? meter.units.done : unitsAfterEnd) += m.records;
        emit.spans().release(m.members);
        emit.done(at, m);
    }

    // ----------------------------------------------------------------------------------------------------------------

    template <class Emit>
    void control(SimTime t, const Control& c, Emit& emit)
    {
        const int before = lost();
        faults.apply(c);
        if (lost() > before)
            lostSince = t;
        std::vector<CallToken> struck;
        waiting.forEachSlot([&](std::uint32_t slot, const Read& read) {
            if (faults.down || read.server < lost())
                struck.push_back({slot, waiting.generationOf(slot), 0, false});
        });
        for (const CallToken& token : struck)
            workEnded(t, token, true, emit);
    }
    template <class Emit>
    void reply(SimTime t, const Reply& r, Emit& emit)
    {
        errands.reply(t, r, *this, emit);
    }
    template <class Emit>
    void timer(SimTime t, std::uint64_t id, Emit& emit)
    {
        if (errands.owns(id))
            return errands.alarm(t, id, *this, emit);
        workEnded(
            t, {static_cast<std::uint32_t>(id & kLow), static_cast<std::uint32_t>(id >> 28 & kLow), 0, false},
            false, emit);
    }
    void sample(SimTime t)
    {
        while (!inWork.empty() && inWork.top() <= t)
            inWork.pop();
        meter.sample(t, static_cast<double>(inWork.size() + waiting.openCount()), 0);
    }
    std::uint64_t resident() const
    {
        std::uint64_t records = 0;
        waiting.forEach([&](const Read& read) { records += read.message.records; });
        return records;
    }
    std::uint64_t unitsInFlight() const
    {
        std::uint64_t units = unitsAfterEnd;
        waiting.forEach(
            [&](const Read& read) { units += read.message.carriesUnit ? read.message.records : 0; });
        return units;
    }
    void report(NodeReport& out) const
    {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(
            withHistory(rateLimit(config.busy, busy.total() / s, busy.peak(), 0), busy, s));
        if (unserved > 0)
            addCounts(out.component, {{"regions-away", "requests whose region had no server", unserved}});
        addCounts(out.component, {{"blocks-fetched", "blocks fetched", fetched}});
        reportGuards(errands.desk().guards(), out.component);
        bill({static_cast<double>(config.servers)}, out);
    }

    static constexpr std::uint64_t kLow = 0xFFFFFFF;

    RegionStoreConfig config;
    BillOf<RegionStoreLoad> bill;
    std::vector<std::vector<SimTime>> free;  ///< by server: when each of its vCPUs is
    PendingSlab<Read> waiting;
    Errands<CallToken> errands;
    std::priority_queue<SimTime, std::vector<SimTime>, std::greater<>> inWork;  ///< when each ends
    DrawKey serviceDraws, logDraws, callerDraws, missDraws, blockDraws, errorDraws;
    SimTime lostSince = kSimStart;
    RateUse busy;
    std::uint64_t unserved = 0, fetched = 0, unitsAfterEnd = 0;
};

}  // namespace

NodeHandle RegionStoreFamily::makeNode(const RegionStoreConfig& config, const NodeContext& context,
                                       BillOf<RegionStoreLoad> bill)
{
    auto node = std::make_unique<RegionStoreNode>(config, std::move(bill));
    node->meter = context.meter();
    node->serviceDraws = context.draws(Purpose::Service);
    node->logDraws = context.draws(Purpose::Node);
    node->callerDraws = context.draws(Purpose::Latency);
    node->missDraws = context.draws(Purpose::Filter);
    node->blockDraws = context.draws(Purpose::Size);
    node->errorDraws = context.draws(Purpose::Error);
    node->errands.open(blocksOf(config, context.self, context.outputs), context);
    return plimsoll::makeNode(std::move(node));
}

}  // namespace plimsoll
