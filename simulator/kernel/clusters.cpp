// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/clusters.h"

#include "model/design/topology.h"

#include <algorithm>
#include <set>

namespace plimsoll {

namespace {

/// Kahn's algorithm over the edges shorter than `below`, the lowest node first; shorter than `nodes` when they loop.
std::vector<std::uint32_t> orderOf(const std::vector<std::uint32_t>& nodes,
                                   const std::vector<DelayEdge>& edges, Duration below)
{
    std::vector<std::uint32_t> order;
    const std::uint32_t top = *std::max_element(nodes.begin(), nodes.end());
    std::vector<int> waitingFor(top + 1, 0);
    for (const DelayEdge& edge : edges)
        waitingFor[edge.to] += edge.least < below ? 1 : 0;
    std::set<std::uint32_t> ready;
    for (const std::uint32_t node : nodes) {
        if (waitingFor[node] == 0)
            ready.insert(node);
    }
    while (!ready.empty()) {
        const std::uint32_t node = *ready.begin();
        ready.erase(ready.begin());
        order.push_back(node);
        for (const DelayEdge& edge : edges) {
            if (edge.from == node && edge.least < below && --waitingFor[edge.to] == 0)
                ready.insert(edge.to);
        }
    }
    return order;
}

}  // namespace

std::vector<Cluster> clustersOf(std::uint32_t nodes, const std::vector<DelayEdge>& edges)
{
    std::vector<std::pair<int, int>> pairs;
    for (const DelayEdge& edge : edges)
        pairs.emplace_back(static_cast<int>(edge.from), static_cast<int>(edge.to));
    const std::vector<int> groupOf = strongComponentsOf(static_cast<int>(nodes), pairs);
    const int groups = groupOf.empty() ? 0 : *std::max_element(groupOf.begin(), groupOf.end()) + 1;
    std::vector<Cluster> clusters(static_cast<std::size_t>(groups));
    std::vector<std::vector<DelayEdge>> inside(clusters.size());
    for (std::uint32_t node = 0; node < nodes; ++node)
        clusters[static_cast<std::size_t>(groupOf[node])].nodes.push_back(node);
    std::vector<std::uint32_t> all;
    std::vector<DelayEdge> between;
    for (const DelayEdge& edge : edges) {
        if (groupOf[edge.from] == groupOf[edge.to])
            inside[static_cast<std::size_t>(groupOf[edge.from])].push_back(edge);
        else
            between.push_back({static_cast<std::uint32_t>(groupOf[edge.from]),
                               static_cast<std::uint32_t>(groupOf[edge.to]), Duration{0}});
    }
    for (std::size_t group = 0; group < clusters.size(); ++group) {
        all.push_back(static_cast<std::uint32_t>(group));
        Cluster& cluster = clusters[group];
        if (inside[group].empty())
            continue;
        std::set<Duration> delays;
        for (const DelayEdge& edge : inside[group])
            delays.insert(std::max(edge.least, Duration{1}));
        cluster.window = Duration{1};
        const std::vector<std::uint32_t> members = cluster.nodes;
        for (const Duration delay : delays) {
            std::vector<std::uint32_t> order = orderOf(members, inside[group], delay);
            if (order.size() < members.size())
                break;
            cluster.window = delay;
            cluster.nodes = std::move(order);
        }
    }
    std::vector<Cluster> sorted;
    for (const std::uint32_t group : orderOf(all, between, Duration::max()))
        sorted.push_back(std::move(clusters[group]));
    return sorted;
}

}  // namespace plimsoll
