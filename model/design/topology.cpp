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

    /// What is still blocked in groups that no other blocked group feeds: where a cycle may be opened. Kept up to date
    /// as components leave, so that a design of many cycles costs no more than one of few.
    class Entries {
    public:
        explicit Entries(const GraphAnalysis& graph)
            : m_graph{graph}, m_fedBy(graph.m_strongCount), m_members(graph.m_strongCount)
        {
            for (const auto& [from, to] : graph.m_edges)
                m_fedBy[group(to)] += group(from) != group(to) ? 1 : 0;
            for (int at = 0; at < static_cast<int>(graph.m_count); ++at)
                m_members[group(at)].push_back(at);
            for (std::size_t each = 0; each < m_fedBy.size(); ++each)
                openIfFree(each);
        }
        /// `at` is blocked no longer; it still feeds others.
        void release(int at)
        {
            m_free.erase({m_graph.idOf(static_cast<std::size_t>(at)), at});
            m_released.insert(at);
        }
        /// `at` is in the order; `next` is what it led to.
        void leave(int at, const std::vector<int>& next)
        {
            for (const int to : next) {
                if (group(to) != group(at) && --m_fedBy[group(to)] == 0)
                    openIfFree(group(to));
            }
        }
        /// The smallest id; there is always one while something is blocked and nothing is ready.
        int first() const { return m_free.begin()->second; }

    private:
        std::size_t group(int at) const { return m_graph.m_strong[static_cast<std::size_t>(at)]; }
        void openIfFree(std::size_t group)
        {
            if (m_fedBy[group] != 0)
                return;
            for (const int at : m_members[group]) {
                if (!m_released.contains(at))
                    m_free.emplace(m_graph.idOf(static_cast<std::size_t>(at)), at);
            }
        }

        const GraphAnalysis& m_graph;
        std::vector<int>
            m_fedBy;  // by group: connections from components of other groups that are not in the order yet
        std::vector<std::vector<int>> m_members;
        std::set<std::pair<ComponentId, int>> m_free;
        std::set<int> m_released;
    };

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
        std::vector<char> isBlocked(m_count, 1);
        Entries entries{*this};
        const auto makeReady = [&](int at) {
            const auto index = static_cast<std::size_t>(at);
            isBlocked[index] = 0;
            entries.release(at);
            ready.emplace(!m_isSource[index], idOf(index), at);
        };
        for (int at = 0; at < static_cast<int>(m_count); ++at) {
            if (waitingFor[static_cast<std::size_t>(at)] == 0)
                makeReady(at);
        }
        std::vector<int> result;
        while (result.size() < m_count) {
            if (ready.empty())
                makeReady(entries.first());
            const int at = std::get<2>(*ready.begin());
            ready.erase(ready.begin());
            result.push_back(at);
            const std::vector<int>& onward = next[static_cast<std::size_t>(at)];
            entries.leave(at, onward);
            for (const int to : onward) {
                if (--waitingFor[static_cast<std::size_t>(to)] == 0
                    && isBlocked[static_cast<std::size_t>(to)])
                    makeReady(to);
            }
        }
        return result;
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
