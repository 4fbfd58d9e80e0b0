// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/clusters.h"

#include "model/design/topology.h"

#include <algorithm>
#include <set>

namespace plimsoll {

std::vector<Cluster> clustersOf(std::uint32_t nodes, const std::vector<DelayEdge>& edges)
{
    std::vector<std::pair<int, int>> pairs;
    for (const DelayEdge& edge : edges)
        pairs.emplace_back(static_cast<int>(edge.from), static_cast<int>(edge.to));
    const std::vector<int> groupOf = strongComponentsOf(static_cast<int>(nodes), pairs);
    const int groups = groupOf.empty() ? 0 : *std::max_element(groupOf.begin(), groupOf.end()) + 1;
    std::vector<Cluster> clusters(static_cast<std::size_t>(groups));
    std::vector<std::uint32_t> place(nodes);
    for (std::uint32_t node = 0; node < nodes; ++node) {
        std::vector<std::uint32_t>& members = clusters[static_cast<std::size_t>(groupOf[node])].nodes;
        place[node] = static_cast<std::uint32_t>(members.size());
        members.push_back(node);
    }
    // Kahn's algorithm over the groups, the one with the lowest node first.
    std::vector<int> waitingFor(clusters.size(), 0);
    for (const DelayEdge& edge : edges) {
        const auto from = static_cast<std::size_t>(groupOf[edge.from]);
        const auto to = static_cast<std::size_t>(groupOf[edge.to]);
        if (from == to)
            clusters[from].edges.push_back({place[edge.from], place[edge.to], edge.least});
        else
            ++waitingFor[to];
    }
    std::set<std::pair<std::uint32_t, std::size_t>> ready;
    for (std::size_t group = 0; group < clusters.size(); ++group) {
        if (waitingFor[group] == 0)
            ready.emplace(clusters[group].nodes.front(), group);
    }
    std::vector<Cluster> sorted;
    while (!ready.empty()) {
        const std::size_t group = ready.begin()->second;
        ready.erase(ready.begin());
        for (const DelayEdge& edge : edges) {
            const auto to = static_cast<std::size_t>(groupOf[edge.to]);
            if (static_cast<std::size_t>(groupOf[edge.from]) == group && to != group && --waitingFor[to] == 0)
                ready.emplace(clusters[to].nodes.front(), to);
        }
        sorted.push_back(std::move(clusters[group]));
    }
    return sorted;
}

}  // namespace plimsoll
