// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/replication.h"

#include "simulator/metrics/journeys.h"
#include "simulator/metrics/limits.h"
#include "simulator/metrics/report_difference.h"
#include "simulator/run/findings/run_findings.h"
#include "simulator/run/replication/fault_edges.h"
#include "simulator/run/replication/flow_before.h"
#include "simulator/run/replication/run_cost.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <tuple>

namespace plimsoll {

namespace {

constexpr double kMostBins = 600;

/// Names and keeps the exemplars of one end.
void addTraces(const std::vector<const TraceStore::Journey*>& journeys, const EngineGraph& graph,
               const std::string& end, const ComponentId& component, const ConnectionId& connection,
               RunReport& report)
{
    const auto nameOf = [&](std::uint32_t rank) { return graph.nodes[rank].view.component->id; };
    for (RequestTrace& trace : exemplars(journeys, nameOf)) {
        trace.id = "trace/" + end + "/" + trace.quantile;
        trace.component = component;
        trace.connection = connection;
        report.traces.push_back(std::move(trace));
    }
}

std::string describe(const Driver& driver)
{
    std::string text;
    for (const Driver::ClusterInfo& cluster : driver.clusters())
        text += (text.empty() ? "" : "; ") + std::to_string(cluster.ranks.size())
                + (cluster.columnar ? " in columns" : " by events");
    return text;
}

/// What its users took in over time is what a supporting service was asked and did.
void addUseOverTime(const EngineGraph::Node& node, const RunReport& report, ComponentReport& component)
{
    const auto valuesOf = [](const ComponentReport& of, std::string_view name) -> const std::vector<double>* {
        for (const TimeSeries& series : of.series)
            if (series.name == name)
                return &series.values;
        return nullptr;
    };
    for (TimeSeries& series : component.series) {
        if (series.name != "offered" && series.name != "completed")
            continue;
        for (const auto& [port, user] : node.users) {
            const std::vector<double>* offered = valuesOf(report.components[user], "offered");
            const std::vector<double>* refused = valuesOf(report.components[user], "refused");
            for (std::size_t bin = 0; offered && bin < std::min(series.values.size(), offered->size());
                 ++bin) {
                const double away = refused && bin < refused->size() ? (*refused)[bin] : 0;
                series.values[bin] += useOver(port, (*offered)[bin] - away).calls;
            }
        }
    }
}

/// Counts and meters of nodes, paths and sinks at this instant, `now` into the run.
void readMeters(const EngineGraph& graph, const SimulationState& state, const Driver& driver, SimTime now,
                RunReport& report)
{
    report.provenance.simulatedSeconds = seconds(now.time_since_epoch());
    report.totals = state.units;
    report.totals.inFlight = driver.unitsInTransit();
    for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
        const EngineGraph::Node& node = graph.nodes[rank];
        const NodeHandle& handle = driver.nodes()[rank];
        const NodeMeter& meter = handle.base().meter;
        ComponentReport component;
        component.id = node.view.component->id;
        component.service = node.view.component->service;
        component.label =
            node.view.component->label.empty() ? node.view.component->id : node.view.component->label;
        meter.writeTo(component, handle.ops().resident(handle.node()));
        NodeReport writer{component, report.usage, report.provenance.simulatedSeconds};
        for (const auto& [port, user] : node.users)
            writer.use += useOver(port, static_cast<double>(report.components[user].counts.accepted)
                                            / std::max(writer.seconds, 1e-9));
        handle.ops().report(handle.node(), writer);
        if (!node.users.empty())
            addUseOverTime(node, report, component);
        describeHeadRoom(component);
        RunTotals& totals = report.totals;
        totals.born += meter.units.born;
        totals.copied += meter.units.copied;
        totals.generated += meter.units.generated;
        totals.done += meter.units.done;
        totals.filtered += meter.units.filtered;
        totals.joined += meter.units.joined;
        totals.gaveUp += meter.units.gaveUp;
        totals.lost += meter.units.lost;
        totals.inFlight += handle.ops().unitsInFlight(handle.node());
        report.provenance.events += meter.counts.offered + meter.counts.completed;
        report.components.push_back(std::move(component));
    }
    for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
        if (!graph.links[link].fromSource)
            continue;
        const PathMeter& meter = state.paths[link];
        const Connection& connection = *graph.connections[link];
        report.paths.push_back({connection.id,
                                connection.from,
                                connection.id,
                                summarise(meter.response),
                                meter.succeeded,
                                meter.failed,
                                meter.gaveUp,
                                {},
                                {}});
    }
    for (const std::uint32_t rank : graph.sinks) {
        const NodeMeter& meter = driver.nodes()[rank].base().meter;
        SinkReport sink;
        sink.component = graph.nodes[rank].view.component->id;
        sink.delay = summarise(meter.delay);
        sink.delivered = meter.readable;
        report.sinks.push_back(std::move(sink));
    }
}

void readFreshness(const SimulationState& state, SimTime now, RunReport& report)
{
    for (std::size_t at = 0; at < report.sinks.size(); ++at) {
        const FreshnessTracker& freshness = state.freshness[at];
        SinkReport& sink = report.sinks[at];
        sink.undelivered = freshness.undelivered();
        sink.undeliveredAgeSeconds = freshness.undeliveredAgeSeconds(now);
        sink.freshnessMeanSeconds = freshness.meanSeconds();
        sink.freshnessMaxSeconds = freshness.maxSeconds();
    }
}

/// What was measured up to a checkpoint; journeys are gathered at the end only.
Replication stateAt(const EngineGraph& graph, const SimulationState& state, const Driver& driver, SimTime now)
{
    Replication out;
    readMeters(graph, state, driver, now, out.report);
    readFreshness(state, now, out.report);
    for (const NodeHandle& handle : driver.nodes())
        out.latencies.push_back(handle.base().meter.latencies);
    for (const std::uint32_t rank : graph.sinks)
        out.delays.push_back(driver.nodes()[rank].base().meter.delay);
    for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
        if (graph.links[link].fromSource)
            out.responses.push_back(state.paths[link].response);
    }
    return out;
}

/// Percentiles, backlogs and ages are of what comes from now on.
void restartMeters(const Driver& driver, SimulationState& state)
{
    for (const NodeHandle& handle : driver.nodes())
        handle.base().meter.restart();
    for (PathMeter& path : state.paths)
        path.response = {};
    for (FreshnessTracker& tracker : state.freshness)
        tracker.restart();
}

/// Meters and paths of a run that has not begun.
SimulationState emptyState(const EngineGraph& graph, double durationSeconds, std::uint64_t seed,
                           int replication)
{
    SimulationState state;
    state.horizon = SimTime{fromSeconds(durationSeconds)};
    state.links = graph.links;
    state.sampling = DrawKey{seed, replication, "", Purpose::Phase};
    state.paths.resize(graph.links.size());
    state.sinksBelow = graph.sinksBelow;
    state.upstreamOf = graph.upstreamOf;
    state.freshness.resize(graph.sinks.size());
    state.sinkOfNode.assign(graph.nodes.size(), -1);
    // Of what waits or is in work at the nodes a query counts for what it takes.
    for (const EngineGraph::Node& node : graph.nodes)
        state.heldWeight.push_back(node.view.spec->runsQueries ? kHeldByQuery : 1);
    for (std::size_t sink = 0; sink < graph.sinks.size(); ++sink)
        state.sinkOfNode[graph.sinks[sink]] = static_cast<std::int32_t>(sink);
    return state;
}

/// Journeys of about `wanted` messages: one in 2^bits is followed.
int samplingBits(const EngineGraph& graph, const FlowReport& flow, double durationSeconds, double wanted)
{
    double expected = 0;
    for (const EngineGraph::Node& node : graph.nodes) {
        if (node.view.spec->isSource)
            expected +=
                findComponent(flow, node.view.component->id)->offered.recordsPerSecond * durationSeconds;
    }
    int bits = 0;
    while (std::ldexp(wanted, bits) < expected)
        ++bits;
    return bits;
}

/// A node for each component, in rank order.
std::vector<NodeHandle> nodesOf(const EngineGraph& graph, const Scenario& scenario, SimTime horizon,
                                std::uint64_t seed, int replication, const ReplicationPart& part)
{
    const double duration = scenario.durationSeconds;
    const std::vector<std::shared_ptr<const SettledFlow>> before = flowBefore(graph, scenario, part);
    const auto phases = part.phases.value_or(std::pair{seed, replication});
    const double binSeconds = std::max(1.0, std::ceil(duration / kMostBins));
    std::vector<NodeHandle> handles;
    for (const EngineGraph::Node& node : graph.nodes) {
        NodeContext context;
        context.self = node.view;
        context.scenario = &scenario;
        context.seed = seed;
        context.replication = replication;
        std::tie(context.phaseSeed, context.phaseReplication) = phases;
        context.before = before[handles.size()];
        context.settled = part.settled.value_or(context.before && context.before->hasRoom);
        context.horizon = horizon;
        context.trafficFromSeconds = part.fromSeconds;
        context.trafficSeconds = part.scenarioSeconds > 0 ? part.scenarioSeconds : duration;
        context.binSeconds = binSeconds;
        context.bins = static_cast<std::size_t>(std::ceil(duration / binSeconds)) + 1;
        context.inputs = node.inputs;
        context.outputs = node.outputs;
        context.later = node.later;
        context.keyHashes = graph.keyHashes;
        handles.push_back(node.service->makeNode(context));
        for (const Fault& fault : scenario.faults) {
            if (fault.component == node.view.component->id && fault.kind == FaultKind::Slow)
                handles.back().base().faults.fastest =
                    std::min(handles.back().base().faults.fastest, fault.factor);
        }
    }
    return handles;
}

/// Estimated messages a second of each component, in rank order.
std::vector<double> messageRates(const EngineGraph& graph, const FlowReport& flow)
{
    std::vector<double> rates;
    for (const EngineGraph::Node& node : graph.nodes) {
        const FlowComponent* estimate = findComponent(flow, node.view.component->id);
        rates.push_back(estimate ? estimate->offered.messagesPerSecond : 0);
    }
    return rates;
}

/// Hands the state at each of the part's checkpoints over as the run passes it.
void setCheckpoints(const EngineGraph& graph, const ReplicationPart& part, const Driver& driver,
                    SimulationState& state)
{
    for (const double at : part.checkpointSeconds)
        state.checkpoints.push_back(SimTime{fromSeconds(at)});
    state.atCheckpoint = [&](std::size_t number) {
        part.atCheckpoint(number, stateAt(graph, state, driver, state.checkpoints[number]));
        if (number > 0)
            return;
        // A start from nothing, with traffic as high as it then is, is not what the part is of.
        for (const NodeHandle& handle : driver.nodes())
            handle.base().meter.restartPeaks();
        for (FreshnessTracker& tracker : state.freshness)
            tracker.restartPeak();
    };
}

/// What the sampled journeys say of components, paths and sinks; the audit is whether each of them adds up.
Audit readJourneys(const EngineGraph& graph, const SimulationState& state, double durationSeconds,
                   RunReport& report)
{
    const std::vector<TraceStore::Journey> journeys =
        state.traces.journeys(state.links, state.upstreamOf, state.sinkOfNode);
    std::vector<VisitSummary> visits = visitsByNode(journeys, graph.nodes.size(), durationSeconds);
    for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
        report.components[rank].course = std::move(visits[rank].course);
        report.components[rank].wait = visits[rank].wait;
    }
    std::size_t path = 0;
    for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
        if (!graph.links[link].fromSource)
            continue;
        const Connection& connection = *graph.connections[link];
        const auto mine = endedAt(journeys, true, link);
        report.paths[path].split = splitOf(mine);
        report.paths[path++].course = courseOf(mine, durationSeconds);
        addTraces(mine, graph, connection.id, connection.from, connection.id, report);
    }
    for (std::size_t at = 0; at < graph.sinks.size(); ++at) {
        SinkReport& sink = report.sinks[at];
        const auto mine = endedAt(journeys, false, graph.sinks[at]);
        sink.split = splitOf(mine);
        sink.course = courseOf(mine, durationSeconds);
        addTraces(mine, graph, sink.component, sink.component, {}, report);
    }
    const auto torn = std::find_if_not(journeys.begin(), journeys.end(), isWhole);
    return {"journeys sum to their total", torn == journeys.end(),
            torn == journeys.end() ? "parts of each sampled message"
                                   : "message " + std::to_string(torn->id.serial)};
}

/// All that was measured when the run has ended at `reached`.
Replication readAll(const EngineGraph& graph, const SimulationState& state, const Driver& driver,
                    SimTime reached, double durationSeconds)
{
    Replication out = stateAt(graph, state, driver, reached);
    RunReport& report = out.report;
    report.provenance.driver = describe(driver);
    report.provenance.partial = reached < state.horizon;
    const Audit whole = readJourneys(graph, state, durationSeconds, report);
    for (std::size_t at = 0; at < graph.sinks.size(); ++at) {
        report.sinks[at].histogram = out.delays[at];
        out.courses.push_back(driver.nodes()[graph.sinks[at]].base().meter.delay.batchMeans());
    }
    for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
        if (graph.links[link].fromSource)
            out.courses.push_back(state.paths[link].response.batchMeans());
    }
    report.audits = audit(report);
    report.audits.push_back(whole);
    return out;
}

/// Whether more is held than may be. To count what is held takes as long as there is of it: it is counted again once as much
/// has come anew, or half of what could have filled the rest.
class HeldWatch {
public:
    HeldWatch(const Driver& driver, const SimulationState& state, std::uint64_t most)
        : m_driver{driver}, m_most{most}
    {
        for (const std::uint32_t weight : state.heldWeight)
            m_heaviest = std::max<std::uint64_t>(m_heaviest, weight);
    }
    bool isFull(SimTime now)
    {
        if (now < m_nextLook)
            return false;
        m_nextLook = now + std::chrono::seconds{1};
        // On several threads the nodes' own counts must not be read, and what is held is counted by them.
        const std::uint64_t come = m_driver.inParallel() ? 0 : comeSoFar();
        if (!m_driver.inParallel() && come >= m_comeThen && come - m_comeThen < m_mayCome)
            return false;
        const std::uint64_t held = m_driver.held();
        if (held > m_most)
            return true;
        m_comeThen = come;
        m_mayCome = std::min(held, (m_most - held) / 2) / m_heaviest;
        return false;
    }

private:
    std::uint64_t comeSoFar() const
    {
        std::uint64_t come = 0;
        for (const NodeHandle& node : m_driver.nodes()) {
            const auto& units = node.base().meter.units;
            come += units.born + units.copied + units.generated;
        }
        return come;
    }
    const Driver& m_driver;
    std::uint64_t m_most, m_heaviest = 1;
    std::uint64_t m_comeThen = 0, m_mayCome = 0;
    SimTime m_nextLook = kSimStart;
};

}  // namespace

Replication runReplication(const EngineGraph& graph, const Scenario& scenario, const FlowReport& flow,
                           std::uint64_t seed, int replication, const DriverOptions& options,
                           const std::function<bool(double)>& keepGoing, std::int64_t warmUpSeconds,
                           const ReplicationPart& part)
{
    const double duration = scenario.durationSeconds;
    SimulationState state = emptyState(graph, duration, seed, replication);
    state.traces.sampleOneIn(samplingBits(graph, flow, duration, part.journeys));
    DriverOptions how = options;
    if (warmUpSeconds > 0)  // at whose end all nodes are looked at
        how.threads = 1;
    Driver driver{nodesOf(graph, scenario, state.horizon, seed, replication, part), state, how,
                  messageRates(graph, flow)};
    for (const FaultEdge& edge : faultEdges(graph, scenario))
        driver.schedule(edge.at, edge.rank, edge.control);
    setCheckpoints(graph, part, driver, state);
    // The driver asks after every simulated second, when all nodes have come as far.
    RunReport warmUp;
    const SimTime measured{std::chrono::seconds{warmUpSeconds}};
    bool full = false;
    HeldWatch watch{driver, state, part.mostHeld};
    const SimTime reached = driver.run([&](SimTime now) {
        if (warmUpSeconds > 0 && now > measured && warmUp.components.empty()) {
            readMeters(graph, state, driver, measured, warmUp);
            restartMeters(driver, state);
        }
        full = watch.isFull(now);
        return !full && keepGoing(seconds(now.time_since_epoch()) / duration);
    });

    // A node that answers sooner than it promised spoils the windows; one event at a time needs no promise.
    if (!driver.inOrder()) {
        DriverOptions events = options;
        events.kind = DriverOptions::Kind::Event;
        Replication again =
            runReplication(graph, scenario, flow, seed, replication, events, keepGoing, warmUpSeconds, part);
        again.report.provenance.driver = "events, after columns out of order";
        return again;
    }
    // On several threads some nodes have come further than others when it is seen that too much waits.
    if (full && driver.inParallel()) {
        how.threads = 1;
        return runReplication(graph, scenario, flow, seed, replication, how, keepGoing, warmUpSeconds, part);
    }

    Replication out = readAll(graph, state, driver, reached, duration);
    RunReport& report = out.report;
    if (full)
        report.provenance.stopped = plainNumber(static_cast<double>(part.mostHeld) / 1e6)
                                    + " million records were waiting after "
                                    + plainNumber(std::floor(seconds(reached.time_since_epoch())))
                                    + " s; more are not kept in memory";
    // Stopped within the warm-up, there is nothing after it: the figures are of what ran.
    if (!warmUp.components.empty()) {
        subtract(report, warmUp);
        report.provenance.warmUpSeconds = static_cast<double>(warmUpSeconds);
    }
    const auto say = [&](Control::Kind kind, const char* id, const char* name) {
        const std::vector<double> struck =
            secondsStruck(faultEdges(graph, scenario), kind, graph.nodes.size(), reached);
        for (std::size_t rank = 0; rank < struck.size(); ++rank)
            if (struck[rank] > 0)
                report.components[rank].facts.emplace_back(id, name, Aggregation::Sum, struck[rank]);
    };
    say(Control::Kind::Down, "down-seconds", "seconds down");
    say(Control::Kind::Errors, "failing-seconds", "seconds with errors by a fault");
    return out;
}

}  // namespace plimsoll
