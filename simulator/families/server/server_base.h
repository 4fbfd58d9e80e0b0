// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/server/server.h"
#include "simulator/kernel/driver.h"
#include "simulator/queueing/server_pool.h"

#include <memory>
#include <utility>
#include <vector>

namespace plimsoll {

/// What a server has whether it takes requests one by one or in batches.
struct ServerBase : NodeBase {
    explicit ServerBase(ServerConfig c) : config{std::move(c)} {}
    template <class Emit>
    void start(Emit&)
    {
        servers = ServerPool{static_cast<std::size_t>(config.servers)};
    }
    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    bool attends(std::uint32_t) const { return false; }
    Duration stretched(double nanos) const
    {
        return fromNanos(nanos * faults.slow + 0.5);
    }
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
    /// The report, with what `inService` has begun by its end.
    template <class Slab>
    void reportWith(const Slab& inService, NodeReport& out) const
    {
        ServerFigures done = figures;
        const SimTime end{fromSeconds(out.seconds)};
        inService.forEach([&](const auto& job) {
            done.busyTime += end - job.begins;
            done.busy.spread(job.begins, end, 1);
        });
        if (config.finish)
            config.finish(done, out);
    }

    ServerConfig config;
    DrawKey draws, errorDraws, nodeDraws;
    std::vector<std::uint32_t> outputs;
    ServerPool servers;
    ServerFigures figures;
    std::uint64_t unitsAfterEnd = 0;
};

template <class Node>
NodeHandle makeServer(ServerConfig config, const NodeContext& context)
{
    auto node = std::make_unique<Node>(std::move(config));
    node->meter = context.meter();
    node->draws = context.draws(Purpose::Service);
    node->errorDraws = context.draws(Purpose::Error);
    node->nodeDraws = context.draws(Purpose::Node);
    for (const ConnectionPort& port : context.outputs)
        node->outputs.push_back(port.index);
    return makeNode(std::move(node));
}

}  // namespace plimsoll
