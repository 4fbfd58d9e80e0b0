// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/fault_edges.h"

#include "model/catalog/zones.h"
#include "simulator/draws/random.h"
#include "simulator/run/replication/scenario_part.h"

#include <algorithm>

namespace plimsoll {

namespace {

class Edges {
public:
    Edges(std::vector<FaultEdge>& out, std::uint32_t rank, const Fault& fault)
        : m_out{out}, m_rank{rank}, m_name{hashOf(fault.id)}
    {}
    void edge(double atSeconds, Control::Kind kind, bool begins, double factor)
    {
        m_out.push_back({SimTime{fromSeconds(atSeconds)}, m_rank, {kind, begins, factor, m_name}});
    }
    void span(double start, double duration, Control::Kind kind, double factor)
    {
        edge(start, kind, true, factor);
        edge(start + duration, kind, false, factor);
    }

private:
    std::vector<FaultEdge>& m_out;
    std::uint32_t m_rank;
    std::uint64_t m_name;
};

void addEdges(const Fault& fault, const ComponentView& view, Edges edges)
{
    using Kind = Control::Kind;
    const double start = fault.startSeconds, duration = fault.durationSeconds;
    switch (fault.kind) {
    case FaultKind::Down:
        return edges.span(start, duration, Kind::Down, fault.factor);
    case FaultKind::Slow:
        return edges.span(start, duration, Kind::Slow, fault.factor);
    case FaultKind::Errors:
        return edges.span(start, duration, Kind::Errors, fault.factor);
    case FaultKind::CapacityCut:
        return edges.span(start, duration, Kind::CapacityCut, fault.factor);
    case FaultKind::ZoneLost:
        if (const int zones = zonesOf(*view.component, *view.spec); zones > 1)
            return edges.span(start, duration, Kind::CapacityCut, 1 - 1.0 / zones);
        return edges.span(start, duration, Kind::Down, 1);
    case FaultKind::ConsumerPaused:
        return edges.span(start, duration, Kind::Paused, 1);
    case FaultKind::PoisonRecord:
        edges.edge(start, Kind::Poison, true, 1);
        if (duration > 0)  // else nobody ever corrects the handler
            edges.edge(start + duration, Kind::Poison, false, 1);
        return;
    case FaultKind::Deployment:
        if (fault.factor < 1)
            edges.span(start, duration, Kind::CapacityCut, fault.factor);
        return edges.edge(start + duration, Kind::Replaced, true, 1);
    case FaultKind::SpotInterruption:
        edges.edge(start + kSpotNoticeSeconds, Kind::Taken, true, fault.factor);
        return edges.span(start + kSpotNoticeSeconds, duration, Kind::CapacityCut, fault.factor);
    }
}

}  // namespace

std::vector<FaultEdge> faultEdges(const EngineGraph& graph, const Scenario& scenario)
{
    std::vector<FaultEdge> edges;
    for (const Fault& fault : scenario.faults) {
        for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
            const ComponentView& view = graph.nodes[rank].view;
            if (strikes(fault, *view.component, *view.spec))
                addEdges(fault, view, {edges, rank, fault});
        }
    }
    for (const Redrive& redrive : scenario.redrives) {
        for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
            if (graph.nodes[rank].view.component->id == redrive.component)
                edges.push_back({SimTime{fromSeconds(redrive.startSeconds)},
                                 rank,
                                 {Control::Kind::Redrive, true, redrive.ratePerSecond, hashOf(redrive.id)}});
        }
    }
    std::vector<double> changed(graph.nodes.size(), 0);
    for (const ChangeInForce& change : graph.changes) {
        for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
            if (graph.nodes[rank].view.component->id == change.component)
                edges.push_back({SimTime{fromSeconds(std::max(0.0, change.inForceSeconds))},
                                 rank,
                                 {Control::Kind::Changed, true, changed[rank]++, hashOf(change.id)}});
        }
    }
    for (const Replay& replay : scenario.replays) {
        for (std::size_t link = 0; link < graph.connections.size(); ++link) {
            if (graph.connections[link]->id == replay.connection && replay.startSeconds >= 0)
                edges.push_back({SimTime{fromSeconds(replay.startSeconds)},
                                 graph.links[link].from,
                                 {Control::Kind::Replay, true, replay.fromSeconds.value_or(0),
                                  hashOf(replay.connection)}});
        }
    }
    return edges;
}

std::vector<double> secondsStruck(std::vector<FaultEdge> edges, Control::Kind kind, std::size_t ranks,
                                  SimTime end)
{
    std::stable_sort(edges.begin(), edges.end(),
                     [](const FaultEdge& a, const FaultEdge& b) { return a.at < b.at; });
    std::vector<double> down(ranks, 0.0);
    std::vector<int> faults(ranks, 0);
    std::vector<SimTime> since(ranks);
    for (const FaultEdge& edge : edges) {
        if (edge.control.kind != kind)
            continue;
        const SimTime at = std::min(std::max(edge.at, SimTime{}), end);
        int& depth = faults[edge.rank];
        if (edge.control.begins && depth++ == 0)
            since[edge.rank] = at;
        else if (!edge.control.begins && --depth == 0)
            down[edge.rank] += seconds(at - since[edge.rank]);
    }
    return down;
}

}  // namespace plimsoll
