// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/zones.h"
#include "simulator/families/server/server.h"
#include "simulator/families/shared/acknowledged.h"
#include "simulator/families/shared/capacity_track.h"
#include "simulator/families/shared/errands.h"
#include "simulator/families/shared/hand_over.h"
#include "simulator/kernel/driver.h"
#include "simulator/queueing/server_pool.h"

#include <memory>
#include <utility>
#include <vector>

namespace plimsoll {

struct ServerFigures {
    TotalTime busyTime;  ///< of all servers until the end of the run
    std::uint64_t waited = 0, served = 0;
    std::uint64_t batches = 0;    ///< of a server that takes batches
    TotalTime waitTime;           ///< summed over all served
    std::uint64_t whileDown = 0;  ///< records turned away by a fault, not by what is limited
    std::uint64_t taken = 0;      ///< requests that a Spot interruption caught in work
    HeldSums busy;                ///< servers at work over time
};

/// What a server has whether it takes requests one by one or in batches.
struct ServerBase : NodeBase {
    explicit ServerBase(const ServerConfig& c) : config{c} {}
    template <class Emit>
    void start(Emit&)
    {
        servers = ServerPool{static_cast<std::size_t>(config.servers)};
    }
    /// What more than the new servers are busy with they finish.
    void change(SimTime t, const Control& c)
    {
        const ServerConfig& next = config.later[static_cast<std::size_t>(c.factor)];
        config.servers = next.servers;
        config.limit = next.limit;
        track.set(t, config.servers);
    }
    bool attends(std::uint32_t connection) const { return errands.asks(connection); }
    Duration stretched(double nanos) const { return fromNanos(nanos * faults.slow + 0.5); }
    /// Servers that a cut leaves; what they have in work they finish.
    std::size_t open() const
    {
        return static_cast<std::size_t>(static_cast<double>(config.servers) * faults.capacity + 1e-9);
    }
    /// Slots of what is in work and lost with the nodes that go, when a Spot interruption leaves `c.factor` of the servers.
    /// Any server may be on any node, so it is as many of them as go, drawn without putting back: each by its own id.
    template <class Slab, class IdOf>
    std::vector<std::uint32_t> takenWith(const Slab& inService, const Control& c, IdOf idOf) const
    {
        const auto left = static_cast<std::size_t>(static_cast<double>(config.servers) * c.factor + 1e-9);
        std::size_t go = open() - std::min(open(), left);
        std::size_t among = std::max(open(), inService.openCount());
        std::vector<std::uint32_t> slots;
        inService.forEachSlot([&](std::uint32_t slot, const auto& job) {
            const double chance = static_cast<double>(go) / static_cast<double>(among--);
            if (toUnit(mix64(nodeDraws.bitsAt(idOf(job)) ^ c.name)) >= chance)
                return;
            slots.push_back(slot);
            --go;
        });
        return slots;
    }
    /// A server works from `begin` to `end`, of which the run sees what is before its horizon.
    void works(SimTime begin, SimTime end)
    {
        const SimTime seen = std::min(end, meter.horizon());
        if (begin >= seen)
            return;
        figures.busyTime += seen - begin;
        figures.busy.spread(begin, seen, 1);
    }
    /// Accepted work is answered now if it was put here by somebody who only waits for that.
    template <class Emit>
    void acknowledge(SimTime t, const Message& m, Emit& emit)
    {
        if (acknowledged.holds(m))
            emit.answer(t, m.replyTo, acknowledged.reply(m));
    }
    template <class Emit>
    void answerDone(SimTime t, const Message& m, Emit& emit)
    {
        if (acknowledged.holds(m))
            return;
        meter.abandoned(t, m.deadline, m.records);
        emit.done(t, m);
    }
    template <class Emit>
    void failOne(SimTime t, const Message& m, Emit& emit)
    {
        meter.failed(t, m.records);
        acknowledged.fail(t, m, meter, emit);
    }
    /// Whoever asked, the work is done, and done for nobody if the caller has given up meanwhile.
    template <class Emit>
    [[gnu::always_inline]] void complete(const Message& m, SimTime arrived, SimTime begin, SimTime end,
                                         Emit& emit)
    {
        meter.completed(end, m.records, end - arrived);
        if (m.members) {
            const std::vector<Member>& members = emit.spans().members(m.members);
            emit.spentEach(meter, members, TimePart::Queue, arrived, begin);
            emit.spentEach(meter, members, TimePart::Service, begin, end);
            emit.readableEach(meter, end, members);
        } else {
            emit.spent(meter, m.id, TimePart::Queue, arrived, begin);
            emit.spent(meter, m.id, TimePart::Service, begin, end);
            emit.readable(meter, end, m.id, m.born);
        }
        if (m.replyTo.slot == CallToken::kUnattended && end <= meter.horizon())
            emit.entered(m.replyTo.connection, m.born);
        passOn(end, m, emit);
        answerDone(end, m, emit);
    }
    /// Without anyone to take it over it ends here.
    template <class Emit>
    void passOn(SimTime end, const Message& m, Emit& emit)
    {
        if (!handOver.empty())
            return handOver.send(end, m, meter, emit, [&](std::size_t) { return m.carriesUnit; });
        emit.spans().release(m.members);
        if (m.carriesUnit)
            (end <= meter.horizon() ? meter.units.done : unitsAfterEnd) += m.records;
    }
    /// The report, with what `inService` has begun by its end.
    template <class Slab>
    void reportWith(const Slab& inService, NodeReport& out) const;
    /// The report of servers that were busy for so long, all together.
    void reportAs(double busySeconds, const HeldSums& busy, NodeReport& out) const;

    ServerConfig config;
    bool keeps =
        false;  ///< requests stay until an alarm ends them: a fault may strike them, or they make calls
    DrawKey draws, errorDraws, nodeDraws;
    Errands<CallToken> errands;
    HandOver handOver;
    Acknowledged acknowledged;
    ServerPool servers;
    CapacityTrack track;  ///< of the servers
    ServerFigures figures;
    std::uint64_t unitsAfterEnd = 0;
    BillOf<ServerLoad> bill;
};

template <class Slab>
void ServerBase::reportWith(const Slab& inService, NodeReport& out) const
{
    ServerFigures f = figures;
    const SimTime end{fromSeconds(out.seconds)};
    inService.forEach([&](const auto& job) {
        f.busyTime += end - job.begins;
        f.busy.spread(job.begins, end, 1);
    });
    reportAs(f.busyTime.seconds(), f.busy, out);
}

inline void ServerBase::reportAs(double busySeconds, const HeldSums& busyOverTime, NodeReport& out) const
{
    const ServerFigures& f = figures;
    const SimTime end{fromSeconds(out.seconds)};
    const double busy = out.seconds > 0 ? busySeconds / out.seconds : 0;
    LimitSpec limit = config.limit;
    limit.perUnit *= track.meanUntil(end) / config.servers;
    out.component.limits.push_back(withHistory(
        heldLimit(limit, busy, busy, static_cast<double>(out.component.counts.rejected - f.whileDown)),
        busyOverTime, track, out.seconds));
    if (!config.later.empty())
        reportCapacity(track, "capacity", "servers", out.seconds, out.component);
    const auto share = [&](const char* id, const char* name, double sum, std::uint64_t count) {
        out.component.facts.emplace_back(id, name, Aggregation::Share, sum / static_cast<double>(count));
    };
    if (f.served > 0) {
        share("share-that-waited", "share that waited", static_cast<double>(f.waited), f.served);
        share("mean-wait-ms", "mean wait ms", f.waitTime.seconds() * 1e3, f.served);
    }
    if (f.taken > 0)
        out.component.facts.emplace_back("lost-with-spot-nodes", "lost with Spot nodes", Aggregation::Sum,
                                         static_cast<double>(f.taken));
    if (f.batches > 0)
        share("mean-requests-in-a-batch", "mean requests in a batch", static_cast<double>(f.served),
              f.batches);
    reportGuards(errands.desk().guards(), out.component);
    bill({track.meanUntil(end)}, out);
}

NodeHandle makeRequestServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill);
NodeHandle makeSharedServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill);
NodeHandle makeBatchServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill);

template <class Node>
NodeHandle makeServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill)
{
    auto node = std::make_unique<Node>(config);
    node->bill = std::move(bill);
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->nodeDraws = context.draws(Purpose::Node);
    node->track = CapacityTrack{context.binSeconds, context.bins};
    node->track.set(kSimStart, config.servers);
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    node->errands.open(outgoing, context);
    node->handOver.open(outgoing, context);
    node->acknowledged.open(context.inputs);
    const ComponentView& self = context.self;
    node->keeps =
        config.discipline != Discipline::Fcfs || !node->errands.empty() || !config.later.empty()
        || std::any_of(context.scenario->faults.begin(), context.scenario->faults.end(),
                       [&](const Fault& fault) { return strikes(fault, *self.component, *self.spec); });
    return makeNode(std::move(node));
}

}  // namespace plimsoll
