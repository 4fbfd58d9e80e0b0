// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/graph/engine_graph.h"

#include "model/catalog/pair_table.h"
#include "model/design/topology.h"
#include "model/validation/issue.h"
#include "simulator/traffic/key_law.h"
#include "simulator/traffic/rate_profile.h"
#include "simulator/traffic/size_law.h"

#include <algorithm>
#include <map>

namespace plimsoll {

namespace {

/// Records travel on: the target keeps, handles or hands them on. A read or a query only fetches, and to an on-failure
/// destination or a dead-letter queue goes only what failed: no sink may wait there for every record.
bool carriesRecords(const ConnectionPort& port, const ServiceSpec& from)
{
    if (port.text("role", "work") == "on-failure" || carriesDeadLetters(from, *port.other.spec))
        return false;
    switch (port.kind) {
    case ConnectionKind::Put:
    case ConnectionKind::Notify:
    case ConnectionKind::Poll:
    case ConnectionKind::Load:
    case ConnectionKind::Replicate:
        return true;
    case ConnectionKind::Call:
        return port.text("operation", "write") != "read";
    case ConnectionKind::Query:
    case ConnectionKind::Start:
    case ConnectionKind::Uses:
        return false;
    }
    return false;
}

constexpr double kMostUsers = 1e7;

double usersAtPeak(const ServiceSpec& spec, const Component& component, const Scenario& scenario)
{
    const TrafficProfile shape = trafficOf(scenario, component.id);
    const double factor = shape.ratePerSecond > 0
                              ? RateProfile{shape, scenario.durationSeconds}.peak() / shape.ratePerSecond
                              : shape.load;
    return numberOf(spec, component.parameters, "users") * factor;
}

std::optional<Error> firstError(const Design& design, const ServiceLibrary& library)
{
    for (const Issue& issue : validate(design, library.catalog(), IntegrationTable::builtin())) {
        if (issue.severity == Severity::Error)
            return Error{issue.place, issue.what, issue.remedy};
    }
    for (const Component& component : design.components) {
        const Service* service = library.find(component.service);
        if (!service || !service->makeNode)
            return Error{"/components/" + component.id + "/service",
                         (service ? service->spec.name : component.service)
                             + " can be drawn but not simulated yet",
                         "remove it or put a custom-server in its place"};
        if (service->spec.isSource) {
            const ParameterValue size =
                effectiveValue(service->spec, component.parameters, "recordSizeBytes");
            if (const std::string why = sizeLawError(size); !why.empty())
                return Error{"/components/" + component.id + "/parameters/recordSizeBytes", why,
                             "give a whole number of bytes, e.g. 1024"};
            const ParameterValue keys = effectiveValue(service->spec, component.parameters, "keys");
            if (const std::string why = keyLawError(keys); !why.empty())
                return Error{"/components/" + component.id + "/parameters/keys", why,
                             "give a whole number of keys, e.g. 1000000"};
        }
    }
    return std::nullopt;
}

/// What the scenario changes while it lasts. A change after its end is none.
void addChanges(EngineGraph& graph, const Design& design, const ServiceLibrary& library,
                const Scenario& scenario)
{
    for (ChangeInForce& change : changesInForce(design, library.catalog(), scenario)) {
        if (change.inForceSeconds < scenario.durationSeconds)
            graph.changes.push_back(std::move(change));
    }
    for (const ChangeInForce& change : graph.changes) {
        for (EngineGraph::Node& node : graph.nodes) {
            if (node.view.component->id != change.component)
                continue;
            Component next = node.later.empty() ? *node.view.component : *node.later.back();
            next.parameters[change.parameter] = change.value;
            node.later.push_back(std::make_shared<const Component>(std::move(next)));
        }
    }
}

/// A way back for each connection that brings dead letters to a queue that is redriven. It is no connection of the
/// design: without a redrive the graph is as drawn.
void addRedrives(EngineGraph& graph, const Scenario& scenario)
{
    for (std::size_t at = 0; at < graph.connections.size(); ++at) {
        const std::uint32_t source = graph.links[at].from, letters = graph.links[at].to;
        const bool isRedriven =
            carriesDeadLetters(*graph.nodes[source].view.spec, *graph.nodes[letters].view.spec)
            && std::any_of(scenario.redrives.begin(), scenario.redrives.end(), [&](const Redrive& one) {
                   return one.component == graph.nodes[letters].view.component->id;
               });
        if (!isRedriven)
            continue;
        ConnectionPort port;
        port.index = static_cast<std::uint32_t>(graph.links.size());
        port.connection = graph.connections[at];
        // What the way in says is no matter for the way back.
        port.specs = std::make_shared<const std::vector<ParameterSpec>>();
        port.kind = ConnectionKind::Put;
        port.redrives = true;
        port.other = graph.nodes[source].view;
        graph.nodes[letters].outputs.push_back(port);
        port.other = graph.nodes[letters].view;
        graph.nodes[source].inputs.push_back(std::move(port));
        Link link;
        link.from = letters;
        link.to = source;
        graph.links.push_back(std::move(link));
    }
}

/// Numbers of the scenario that a run cannot start from.
std::optional<Error> firstUnplayable(const Design& design, const ServiceLibrary& library,
                                     const Scenario& scenario)
{
    for (const Component& component : design.components) {
        const ServiceSpec& spec = library.find(component.service)->spec;
        if (!spec.sendsUnasked)
            continue;
        const double users = usersAtPeak(spec, component, scenario);
        if (users > kMostUsers)
            return Error{"/components/" + component.id + "/parameters/users",
                         plainNumber(users)
                             + " users at the peak of the scenario are more than can be simulated",
                         "use at most 10000000, or a traffic source with their rate"};
    }
    for (const auto& [source, profile] : scenario.traffic) {
        if (profile.shape == TrafficShape::Trace && !profile.trace.rates)
            return Error{"/scenarios/" + scenario.id + "/traffic/" + source + "/file",
                         "the trace \"" + profile.file + "\" has not been read",
                         "open the design as a file, with the trace beside it"};
    }
    return std::nullopt;
}

/// Components by depth in the order of the topology, ties by id, so that an unrelated component shifts no tie.
std::vector<const Component*> byRank(const Design& design, const ServiceLibrary& library)
{
    std::vector<ComponentId> sources;
    for (const Component& component : design.components) {
        if (library.find(component.service)->spec.isSource)
            sources.push_back(component.id);
    }
    std::map<ComponentId, std::vector<ComponentId>> before;
    for (const Connection& connection : design.connections)
        before[connection.to].push_back(connection.from);
    std::map<ComponentId, std::size_t> depth;
    for (const int index : topologyOf(design, sources).order) {
        const Component& component = design.components[static_cast<std::size_t>(index)];
        std::size_t deepest = 0;
        for (const ComponentId& from : before[component.id]) {
            if (const auto at = depth.find(from); at != depth.end())
                deepest = std::max(deepest, at->second + 1);
        }
        depth[component.id] = deepest;
    }
    std::vector<const Component*> ranked;
    for (const Component& component : design.components)
        ranked.push_back(&component);
    std::sort(ranked.begin(), ranked.end(), [&](const Component* a, const Component* b) {
        return depth[a->id] != depth[b->id] ? depth[a->id] < depth[b->id] : a->id < b->id;
    });
    return ranked;
}

/// A link with a port at each of its two ends.
void addLink(EngineGraph& graph, const Connection& connection, std::uint32_t fromRank, std::uint32_t toRank,
             PairTable& pairs)
{
    EngineGraph::Node& from = graph.nodes[fromRank];
    EngineGraph::Node& to = graph.nodes[toRank];
    ConnectionPort port;
    port.index = static_cast<std::uint32_t>(graph.links.size());
    port.connection = &connection;
    port.kind = kindOf(connection, *from.view.spec, *to.view.spec);
    port.specs = pairs.parameters(port.kind, *from.view.spec, *to.view.spec);
    // A delivery stream starts its own COPY; from a store the loading side takes.
    const bool taken = port.kind == ConnectionKind::Load && from.view.spec->stores;
    port.takenOnSchedule =
        port.kind == ConnectionKind::Load && from.view.spec->feed.shape == FeedSpec::Shape::Objects;
    ConnectionPort seenFromTarget = port;
    port.other = to.view;
    seenFromTarget.other = from.view;
    seenFromTarget.otherLanes = from.service->lanes ? from.service->lanes(from.view, from.later) : 1;
    seenFromTarget.otherPollInterval =
        fromMillis(std::max(1.0, port.number("pollMillis", from.view.spec->feed.pollMillis)));
    Link link;
    link.from = fromRank;
    link.to = toRank;
    link.holdsUnit = port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Query;
    // What copies changes brings them, its own or those of another's store.
    link.pulled = taken || port.kind == ConnectionKind::Poll;
    link.fromSource = from.view.spec->isSource;
    if (port.kind == ConnectionKind::Uses) {  // beside the traffic
        to.users.emplace_back(port, fromRank);
    } else {
        from.outputs.push_back(port);
        to.inputs.push_back(seenFromTarget);
    }
    graph.links.push_back(link);
    graph.connections.push_back(&connection);
}

/// Ranks that a record at `rank` may have come by, `rank` included.
std::vector<bool> upstreamOf(std::uint32_t rank, const std::vector<std::vector<std::uint32_t>>& recordParents)
{
    std::vector<bool> upstream(recordParents.size(), false);
    std::vector<std::uint32_t> open{rank};
    while (!open.empty()) {
        const std::uint32_t at = open.back();
        open.pop_back();
        if (upstream[at])
            continue;
        upstream[at] = true;
        open.insert(open.end(), recordParents[at].begin(), recordParents[at].end());
    }
    return upstream;
}

/// A sink ends a record's way, or is named in an objective.
void findSinks(EngineGraph& graph, const Scenario& scenario)
{
    const std::size_t n = graph.nodes.size();
    std::vector<std::vector<std::uint32_t>> recordParents(n);
    for (std::uint32_t rank = 0; rank < n; ++rank) {
        for (const ConnectionPort& port : graph.nodes[rank].outputs) {
            if (carriesRecords(port, *graph.nodes[rank].view.spec))
                recordParents[graph.links[port.index].to].push_back(rank);
        }
    }
    graph.sinksBelow.resize(n);
    for (std::uint32_t rank = 0; rank < n; ++rank) {
        const EngineGraph::Node& node = graph.nodes[rank];
        const bool passesOn =
            std::any_of(node.outputs.begin(), node.outputs.end(),
                        [&](const ConnectionPort& port) { return carriesRecords(port, *node.view.spec); });
        const bool named =
            std::any_of(scenario.objectives.begin(), scenario.objectives.end(), [&](const Objective& o) {
                return o.component == node.view.component->id
                       && (o.metric.starts_with("delay") || o.metric.starts_with("freshness"));
            });
        if (node.view.spec->isSource || (passesOn && !named) || recordParents[rank].empty())
            continue;
        std::vector<bool> upstream = upstreamOf(rank, recordParents);
        const auto sink = static_cast<std::uint32_t>(graph.sinks.size());
        graph.sinks.push_back(rank);
        for (std::uint32_t at = 0; at < n; ++at) {
            if (upstream[at])
                graph.sinksBelow[at].push_back(sink);
        }
        graph.upstreamOf.push_back(std::move(upstream));
    }
    // A journey that came back passed through the dead-letter queue, but no sink waits for what lies there.
    for (std::vector<bool>& upstream : graph.upstreamOf) {
        for (auto link = graph.links.begin() + static_cast<std::ptrdiff_t>(graph.connections.size());
             link != graph.links.end(); ++link)
            upstream[link->from] = upstream[link->from] || upstream[link->to];
    }
    for (std::uint32_t link = 0; link < graph.links.size(); ++link)
        graph.links[link].sinks = graph.sinksBelow[graph.links[link].to];
}

}  // namespace

Result<EngineGraph> engineGraph(const Design& design, const ServiceLibrary& library, const Scenario& scenario)
{
    if (design.components.empty())
        return Error{"/components", "the design is empty", "add a traffic source and something it sends to"};
    if (const auto error = firstError(design, library))
        return *error;
    if (const auto error = firstUnplayable(design, library, scenario))
        return *error;

    EngineGraph graph;
    graph.design = &design;
    std::map<ComponentId, std::uint32_t> rankOf;
    for (const Component* component : byRank(design, library)) {
        rankOf[component->id] = static_cast<std::uint32_t>(graph.nodes.size());
        const Service* service = library.find(component->service);
        graph.nodes.push_back(
            {{component, &service->spec, placementOf(design, *component)}, service, {}, {}, {}, {}});
    }
    addChanges(graph, design, library, scenario);
    std::vector<const Connection*> sorted;
    for (const Connection& connection : design.connections)
        sorted.push_back(&connection);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    PairTable pairs{IntegrationTable::builtin()};
    for (const Connection* connection : sorted)
        addLink(graph, *connection, rankOf[connection->from], rankOf[connection->to], pairs);
    addRedrives(graph, scenario);
    findSinks(graph, scenario);
    return graph;
}

}  // namespace plimsoll
