// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/run_cost.h"

#include "model/design/topology.h"
#include "model/support/number_text.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/kernel/driver_options.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

// Where a run ends to be one, on one core of 2025: some million messages a second, so that a run takes hours at most.
constexpr double kMostMessages = 1e11;
constexpr double kMostAttempts = 5e6;  ///< per second of the scenario, where retries multiply what is sent
constexpr double kMostTurns = 1e9;     ///< of messages that go round in a loop
constexpr double kMostLanes =
    1e6;  ///< shards or partitions of one component; AWS's default quotas are below 1e5
constexpr double kMostPolls = 1e7;       ///< of shards, per second of the scenario
constexpr double kShortestThink = 1e-3;  ///< of users who ask nobody, or whom a breaker cuts off
constexpr double kRecordBytes = 40, kLaneBytes = 80, kReaderBytes = 200;
/// A run stops by itself when more than kMostHeld wait; beyond this it is known from the start that it will say little.
constexpr double kMostWaiting = 4.0 * static_cast<double>(kMostHeld);

std::string placeOf(const ComponentView& view, const std::string& parameter)
{
    const std::string place = "/components/" + view.component->id;
    return parameter.empty() ? place : place + "/parameters/" + parameter;
}

std::string memory(double bytes)
{
    constexpr double kMega = 1e6, kGiga = 1e9;
    return bytes >= kGiga ? figure(bytes / kGiga) + " GB" : figure(std::ceil(bytes / kMega)) + " MB";
}

/// The parameter of the component that counts most: at its default `measure` would be least.
template <class Measure>
std::string decisiveParameter(const ComponentView& view, const Measure& measure)
{
    std::string decisive;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& [id, value] : view.component->parameters) {
        Component without = *view.component;
        without.parameters.erase(id);
        const double left = measure(ComponentView{&without, view.spec});
        if (left < least) {
            least = left;
            decisive = id;
        }
    }
    return decisive;
}

double lanesOf(const EngineGraph::Node& node, const ComponentView& view)
{
    const int lanes = node.service->lanes ? node.service->lanes(view, node.later) : 0;
    return lanes < 0 ? std::numeric_limits<double>::infinity() : lanes;  // more than a whole number holds
}

double readersOf(const EngineGraph& graph, const EngineGraph::Node& node)
{
    return static_cast<double>(
        std::count_if(node.outputs.begin(), node.outputs.end(),
                      [&](const ConnectionPort& port) { return graph.links[port.index].pulled; }));
}

double peakOf(const EngineGraph::Node& node, const FlowReport& flow, const Scenario& scenario)
{
    const ComponentId& id = node.view.component->id;
    const double mean = findComponent(flow, id)->offered.recordsPerSecond;
    if (node.view.spec->sendsUnasked) {
        // Whom a breaker cuts off asks again as soon as the thought is over.
        const Outgoing outgoing{Outgoing::Sender::Source, node.view, node.outputs};
        const bool cutOff = std::any_of(outgoing.ways().begin(), outgoing.ways().end(),
                                        [](const OutCall& way) { return way.retry.breaker.on; });
        const double think = std::max(node.view.number("thinkSeconds"), kShortestThink);
        return cutOff ? std::max(mean, node.view.number("users") / think) : mean;
    }
    if (!scenario.traffic.contains(id))
        return mean;
    return std::max(mean, RateProfile{trafficOf(scenario, id), scenario.durationSeconds}.peak());
}

Status checkSource(const EngineGraph::Node& node, const FlowReport& flow, const Scenario& scenario)
{
    const ComponentView& view = node.view;
    const double perSecond = peakOf(node, flow, scenario);
    if (view.spec->sendsUnasked && node.outputs.empty() && view.number("users") > 0
        && view.number("thinkSeconds") < kShortestThink)
        return Error{placeOf(view, "thinkSeconds"),
                     "users who neither think nor ask anybody would send without end",
                     "let them think 0.001 s or more, or connect them to what they ask"};
    if (perSecond <= kMostSentPerSecond)
        return Done{};
    const std::string what = "would send about " + figure(std::round(perSecond))
                             + " messages a second, more than the " + figure(kMostSentPerSecond)
                             + " that can be run one by one";
    if (view.spec->sendsUnasked)
        return Error{placeOf(view, "thinkSeconds"), what, "use fewer users, or let them think longer"};
    return Error{"/scenarios/" + scenario.id + "/traffic/" + view.component->id, what,
                 "lower the rate, e.g. to a share of the traffic on a share of the capacity"};
}

/// Shards and partitions: each is kept, and each is asked again and again by each of its readers.
Status checkLanes(const EngineGraph& graph, const EngineGraph::Node& node)
{
    const ComponentView& view = node.view;
    const double lanes = lanesOf(node, view), readers = readersOf(graph, node);
    double polls = 0;
    for (const ConnectionPort& port : node.outputs) {
        if (graph.links[port.index].pulled)
            polls += lanes * 1e3 / std::max(1.0, port.number("pollMillis", 1e3));
    }
    if (lanes <= kMostLanes && polls <= kMostPolls)
        return Done{};
    const std::string parameter =
        decisiveParameter(view, [&](const ComponentView& other) { return lanesOf(node, other); });
    const std::string held = figure(lanes) + " shards or partitions (about "
                             + memory(lanes * (kLaneBytes + readers * kReaderBytes)) + ")";
    if (lanes > kMostLanes)
        return Error{placeOf(view, parameter),
                     held + " are more than the " + figure(kMostLanes) + " a run keeps",
                     "use a smaller number here"};
    return Error{placeOf(view, parameter),
                 held + " would be polled " + figure(polls) + " times a second by their readers",
                 "use a smaller number here, or fewer readers"};
}

/// Tries of one request at a target that refuses this share of them.
double expectedTries(double refusedShare, double most)
{
    return refusedShare >= 1 ? most : (1 - std::pow(refusedShare, most)) / (1 - refusedShare);
}

/// What callers send again because it is refused, as their retry policies say and whatever their backoff.
Status checkRetries(const EngineGraph& graph, const FlowReport& flow, const EngineGraph::Node& node,
                    const Scenario& scenario)
{
    const ComponentView& view = node.view;
    if (!view.spec->isSource)
        return Done{};
    const auto has = [&](const char* id) {
        return std::any_of(view.spec->parameters.begin(), view.spec->parameters.end(),
                           [&](const ParameterSpec& parameter) { return parameter.id == id; });
    };
    if (!has("maxAttempts") || !has("retry") || view.text("retry") == "none")
        return Done{};
    const double sent = peakOf(node, flow, scenario);
    for (const ConnectionPort& port : node.outputs) {
        const FlowComponent* target = findComponent(flow, port.other.component->id);
        if (!target || target->offered.recordsPerSecond <= 0)
            continue;
        const double refused =
            std::clamp(target->refused.recordsPerSecond / target->offered.recordsPerSecond, 0.0, 1.0);
        const double most =
            view.text("retry") == "fixed" || view.component->parameters.contains("maxAttempts")
                ? view.number("maxAttempts")
                : 3;
        const double tries = expectedTries(refused, std::max(1.0, most));
        if (tries >= 2 && sent * tries > kMostAttempts)
            return Error{placeOf(view, "maxAttempts"),
                         "nearly all of " + figure(sent)
                             + " requests a second would be refused and tried again, about "
                             + figure(std::round(sent * tries)) + " tries a second",
                         "use fewer attempts, lower the rate, or give " + port.other.component->id
                             + " more capacity"};
    }
    (void)graph;
    return Done{};
}

/// A loop that loses nothing: whatever enters goes round until the scenario ends.
Status checkLoops(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario)
{
    constexpr double kLeastTurn = 1e-3;  ///< seconds a hop takes at least
    Design moving;
    for (const EngineGraph::Node& node : graph.nodes)
        moving.components.push_back({.id = node.view.component->id,
                                     .service = {},
                                     .label = {},
                                     .position = {},
                                     .parameters = {},
                                     .group = {},
                                     .extraJson = {}});
    for (std::size_t at = 0; at < graph.connections.size(); ++at) {
        const EngineGraph::Node& from = graph.nodes[graph.links[at].from];
        for (const ConnectionPort& port : from.outputs) {
            if (port.index != at || port.redrives)
                continue;
            const bool whole = port.number("share", 100) >= 100 && port.text("route", "copy") == "copy"
                               && port.text("role", "work") == "work"
                               && port.text("operation", "write") == "write";
            const bool moves = port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Put
                               || port.kind == ConnectionKind::Notify || port.kind == ConnectionKind::Poll;
            if (whole && moves && graph.links[at].from != graph.links[at].to)
                moving.connections.push_back(*graph.connections[at]);
        }
    }
    for (const std::vector<ComponentId>& cycle : topologyOf(moving, {}).cycles) {
        double turn = 0, enters = 0;
        for (const ComponentId& id : cycle)
            turn += std::max(kLeastTurn, findComponent(flow, id)->serviceMillis * 1e-3);
        for (const EngineGraph::Node& node : graph.nodes) {
            const bool inside = std::find(cycle.begin(), cycle.end(), node.view.component->id) != cycle.end();
            for (const ConnectionPort& port : node.outputs) {
                const bool into =
                    std::find(cycle.begin(), cycle.end(), port.other.component->id) != cycle.end();
                if (!inside && into && port.index < graph.connections.size()) {
                    const auto rate = flow.connections.find(graph.connections[port.index]->id);
                    enters += rate == flow.connections.end() ? 0 : rate->second.messagesPerSecond;
                }
            }
        }
        const double duration = scenario.durationSeconds;
        const double hops = enters * duration * duration / 2 / turn * static_cast<double>(cycle.size());
        if (hops > kMostTurns)
            return Error{"/components/" + cycle.front(),
                         "what enters the loop of " + figure(static_cast<std::uint64_t>(cycle.size()))
                             + " components goes round until the end, about " + figure(std::round(hops))
                             + " messages in " + plainNumber(duration) + " s",
                         "break the loop, let a share of it leave, or shorten the scenario"};
    }
    return Done{};
}

Status checkWaiting(const FlowReport& flow, const Scenario& scenario)
{
    for (const FlowComponent& component : flow.components) {
        if (component.backlogPeak > kMostWaiting)
            return Error{"/components/" + component.id,
                         "about " + figure(std::round(component.backlogPeak)) + " records would wait here, "
                             + memory(component.backlogPeak * kRecordBytes) + " or more",
                         "give it more capacity, lower the rate, or run less than "
                             + plainNumber(scenario.durationSeconds) + " s"};
    }
    return Done{};
}

/// Until a consumer goes back, its stream keeps what everybody has read.
Status checkReplays(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario)
{
    for (const Replay& replay : scenario.replays) {
        for (const Connection* connection : graph.connections) {
            if (connection->id != replay.connection)
                continue;
            const double kept =
                findComponent(flow, connection->from)->accepted.recordsPerSecond * replay.startSeconds;
            if (kept > kMostWaiting)
                return Error{"/scenarios/" + scenario.id + "/replays/" + replay.id,
                             "about " + figure(std::round(kept)) + " records would be kept until then, "
                                 + memory(kept * kRecordBytes) + " or more",
                             "let it start sooner, or lower the rate"};
        }
    }
    return Done{};
}

}  // namespace

RunCost runCost(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario)
{
    RunCost cost;
    for (const EngineGraph::Node& node : graph.nodes) {
        const FlowComponent& estimate = *findComponent(flow, node.view.component->id);
        if (node.view.spec->isSource) {
            cost.messages += estimate.offered.recordsPerSecond * scenario.durationSeconds;
            cost.peakPerSecond += peakOf(node, flow, scenario);
        } else if (!node.view.spec->accepts) {  // has a clock of its own
            cost.messages += estimate.offered.recordsPerSecond * scenario.durationSeconds;
            cost.peakPerSecond += estimate.offered.recordsPerSecond;
        }
        cost.waiting = std::max(cost.waiting, estimate.backlogPeak);
        cost.bytes += estimate.backlogPeak * kRecordBytes
                      + lanesOf(node, node.view) * (kLaneBytes + readersOf(graph, node) * kReaderBytes);
    }
    return cost;
}

Status checkRunCost(const EngineGraph& graph, const FlowReport& flow, const Scenario& scenario, bool sampled)
{
    for (const EngineGraph::Node& node : graph.nodes) {
        if (node.view.spec->isSource) {
            if (Status sound = checkSource(node, flow, scenario); !sound)
                return sound;
        }
        if (Status sound = checkLanes(graph, node); !sound)
            return sound;
        if (Status sound = checkRetries(graph, flow, node, scenario); !sound)
            return sound;
    }
    if (Status sound = checkLoops(graph, flow, scenario); !sound)
        return sound;
    if (Status sound = checkReplays(graph, flow, scenario); !sound)
        return sound;
    if (sampled)
        return Done{};
    if (Status sound = checkWaiting(flow, scenario); !sound)
        return sound;
    const RunCost cost = runCost(graph, flow, scenario);
    if (cost.messages > kMostMessages)
        return Error{"/scenarios/" + scenario.id,
                     "would send about " + figure(std::round(cost.messages)) + " messages and keep about "
                         + memory(cost.bytes) + ", days of work one by one",
                     "lower the rate or shorten the duration; the estimate (price, size) has no such limit"};
    return Done{};
}

}  // namespace plimsoll
