// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/design/topology.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace plimsoll {

namespace {

using Directed = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Edge = std::pair<int, int>;

/// Each pair once, dangling ends skipped, in a stable order.
std::set<Edge> edgesOf(const Design& design)
{
    std::map<std::string_view, int> indexOf;
    for (std::size_t at = 0; at < design.components.size(); ++at)
        indexOf.emplace(design.components[at].id, static_cast<int>(at));
    std::set<Edge> edges;
    for (const Connection& connection : design.connections) {
        const auto from = indexOf.find(connection.from);
        const auto to = indexOf.find(connection.to);
        if (from != indexOf.end() && to != indexOf.end())
            edges.emplace(from->second, to->second);
    }
    return edges;
}

class GraphAnalysis {
public:
    GraphAnalysis(const Design& design, const std::vector<ComponentId>& sources)
        : m_design{design},
          m_count{design.components.size()},
          m_edges{edgesOf(design)},
          m_directed(m_count),
          m_strong(m_count),
          m_isSource(m_count)
    {
        for (const auto& [from, to] : m_edges)
            add_edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to), m_directed);
        m_strongCount = m_count == 0 ? 0 : boost::strong_components(m_directed, m_strong.data());
        const std::set<std::string_view> sourceIds(sources.begin(), sources.end());
        for (std::size_t at = 0; at < m_count; ++at)
            m_isSource[at] = sourceIds.contains(idOf(at));
    }

    Topology topology() const { return {order(), cycles(), orphans(), unreachable(), articulationPoints()}; }

private:
    const ComponentId& idOf(std::size_t at) const { return m_design.components[at].id; }

    std::vector<ComponentId> idsWhere(const std::vector<char>& chosen) const
    {
        std::vector<ComponentId> ids;
        for (std::size_t at = 0; at < m_count; ++at) {
            if (chosen[at])
                ids.push_back(idOf(at));
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    // Kahn's algorithm. Among what is ready, sources go first, then the smallest id. When only cycles are left, one
    // that nothing else feeds is opened at its smallest id.
    std::vector<int> order() const
    {
        using Key = std::tuple<bool, ComponentId, int>;
        std::vector<int> waitingFor(m_count);
        std::vector<std::vector<int>> next(m_count);
        for (const auto& [from, to] : m_edges) {
            if (from == to)
                continue;
            ++waitingFor[static_cast<std::size_t>(to)];
            next[static_cast<std::size_t>(from)].push_back(to);
        }
        std::set<Key> ready;
        std::set<Key> blocked;
        const auto keyOf = [this](int at) {
            const auto index = static_cast<std::size_t>(at);
            return Key{!m_isSource[index], idOf(index), at};
        };
        for (int at = 0; at < static_cast<int>(m_count); ++at)
            (waitingFor[static_cast<std::size_t>(at)] == 0 ? ready : blocked).insert(keyOf(at));
        std::vector<int> result;
        while (!ready.empty() || !blocked.empty()) {
            if (ready.empty()) {
                const Key opened = keyOf(entryOfBlocked(blocked));
                blocked.erase(opened);
                ready.insert(opened);
            }
            const int at = std::get<2>(*ready.begin());
            ready.erase(ready.begin());
            result.push_back(at);
            for (const int to : next[static_cast<std::size_t>(at)]) {
                if (--waitingFor[static_cast<std::size_t>(to)] == 0 && blocked.erase(keyOf(to)) == 1)
                    ready.insert(keyOf(to));
            }
        }
        return result;
    }

    template <class Keys>
    int entryOfBlocked(const Keys& blocked) const
    {
        std::set<int> remaining;
        for (const auto& key : blocked)
            remaining.insert(std::get<2>(key));
        // Groups that are fed by another remaining group have to wait for it.
        std::set<std::size_t> fed;
        for (const auto& [from, to] : m_edges) {
            const std::size_t fromGroup = m_strong[static_cast<std::size_t>(from)];
            const std::size_t toGroup = m_strong[static_cast<std::size_t>(to)];
            if (fromGroup != toGroup && remaining.contains(from) && remaining.contains(to))
                fed.insert(toGroup);
        }
        int entry = *remaining.begin();
        const ComponentId* smallest = nullptr;
        for (const int at : remaining) {
            const auto index = static_cast<std::size_t>(at);
            if (!fed.contains(m_strong[index]) && (smallest == nullptr || idOf(index) < *smallest)) {
                smallest = &idOf(index);
                entry = at;
            }
        }
        return entry;
    }

    std::vector<std::vector<ComponentId>> cycles() const
    {
        std::vector<std::vector<ComponentId>> groups(m_strongCount);
        for (std::size_t at = 0; at < m_count; ++at)
            groups[m_strong[at]].push_back(idOf(at));
        std::vector<std::vector<ComponentId>> result;
        for (std::size_t at = 0; at < m_count; ++at) {
            std::vector<ComponentId>& group = groups[m_strong[at]];
            const bool loops = m_edges.contains({static_cast<int>(at), static_cast<int>(at)});
            if (group.size() < 2 && !(loops && group.size() == 1))
                continue;
            std::sort(group.begin(), group.end());
            result.push_back(std::exchange(group, {}));
        }
        std::sort(result.begin(), result.end());
        return result;
    }

    std::vector<ComponentId> orphans() const
    {
        std::vector<char> alone(m_count, 1);
        for (const auto& [from, to] : m_edges)
            alone[static_cast<std::size_t>(from)] = alone[static_cast<std::size_t>(to)] = 0;
        return idsWhere(alone);
    }

    std::vector<ComponentId> unreachable() const
    {
        std::vector<boost::default_color_type> colours(m_count, boost::white_color);
        for (std::size_t at = 0; at < m_count; ++at) {
            if (m_isSource[at] && colours[at] == boost::white_color)
                boost::breadth_first_visit(m_directed, at, boost::color_map(colours.data()));
        }
        std::vector<char> missed(m_count, 0);
        for (std::size_t at = 0; at < m_count; ++at)
            missed[at] = colours[at] == boost::white_color;
        return idsWhere(missed);
    }

    std::vector<ComponentId> articulationPoints() const
    {
        Undirected graph(m_count);
        for (const auto& [from, to] : m_edges) {
            // Both directions between two components are one link here.
            if (from != to && !(from > to && m_edges.contains({to, from})))
                add_edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to), graph);
        }
        std::vector<std::size_t> points;
        boost::articulation_points(graph, std::back_inserter(points));
        std::vector<char> chosen(m_count, 0);
        for (const std::size_t at : points)
            chosen[at] = 1;
        return idsWhere(chosen);
    }

    const Design& m_design;
    std::size_t m_count;
    std::set<Edge> m_edges;
    Directed m_directed;
    std::vector<std::size_t> m_strong;  // group of each component
    std::size_t m_strongCount = 0;
    std::vector<char> m_isSource;
};

}  // namespace

Topology topologyOf(const Design& design, const std::vector<ComponentId>& sources)
{
    return GraphAnalysis{design, sources}.topology();
}

std::vector<int> strongComponentsOf(int nodes, const std::vector<std::pair<int, int>>& edges)
{
    Directed graph(static_cast<std::size_t>(nodes));
    for (const auto& [from, to] : edges)
        add_edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to), graph);
    std::vector<int> groups(static_cast<std::size_t>(nodes));
    if (nodes > 0)
        boost::strong_components(graph, groups.data());
    return groups;
}

}  // namespace plimsoll
