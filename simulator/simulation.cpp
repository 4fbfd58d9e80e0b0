// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulation.h"

#include "model/serialization/design_file.h"
#include "simulator/engine_graph.h"
#include "simulator/flow/flow.h"
#include "simulator/metrics/statistics.h"
#include "simulator/run_findings.h"
#include "simulator/version.h"

#include <openssl/evp.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>

namespace plimsoll {

namespace {

constexpr double kMostBins = 600;
constexpr double kSampledJourneys = 16'384;

/// What one replication measured, before it is merged and worded.
struct Replication {
    RunReport report;
    std::vector<Histogram> delays;     ///< by sink
    std::vector<Histogram> responses;  ///< by path
    std::vector<Histogram> latencies;  ///< by component, in rank order
};

std::string hashOfDesign(const Design& design)
{
    const std::string text = writeDesign(design);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    EVP_Digest(text.data(), text.size(), digest, &length, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned int byte = 0; byte < 8; ++byte) {
        constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[byte] >> 4];
        hex += digits[digest[byte] & 15];
    }
    return hex;
}

/// Mean parts of the sampled journeys at one sink, of all and of those at or above their p99.
void fillSplit(const std::vector<TraceStore::Arrival>& arrivals, std::uint32_t rank, SinkReport& sink,
               bool& complete)
{
    std::vector<const TraceStore::Arrival*> mine;
    for (const TraceStore::Arrival& arrival : arrivals) {
        if (arrival.sink == rank)
            mine.push_back(&arrival);
    }
    sink.splitSamples = mine.size();
    if (mine.empty())
        return;
    std::sort(mine.begin(), mine.end(), [](const auto* a, const auto* b) {
        const auto totalA = a->readable - a->born, totalB = b->readable - b->born;
        return totalA != totalB ? totalA < totalB : a->id < b->id;
    });
    const auto tail = static_cast<std::size_t>(std::ceil(0.99 * static_cast<double>(mine.size()))) - 1;
    for (std::size_t at = 0; at < mine.size(); ++at) {
        std::int64_t sum = 0;
        for (std::size_t part = 0; part < kTimeParts; ++part) {
            sum += mine[at]->parts[part];
            const double millis = static_cast<double>(mine[at]->parts[part]) * 1e-6;
            sink.partMillisMean[part] += millis / static_cast<double>(mine.size());
            if (at >= tail)
                sink.partMillisP99[part] += millis / static_cast<double>(mine.size() - tail);
        }
        complete &= sum == (mine[at]->readable - mine[at]->born).count();
    }
}

Replication runOnce(const EngineGraph& graph, const Scenario& scenario, const FlowReport& flow,
                    double duration, std::uint64_t seed, int replication,
                    const std::function<bool(double)>& keepGoing)
{
    SimulationState state;
    state.horizon = SimTime{fromSeconds(duration)};
    state.links = graph.links;
    state.paths.resize(graph.links.size());
    state.sinksBelow = graph.sinksBelow;
    state.upstreamOf = graph.upstreamOf;
    // Slices of event time fine enough for a sawtooth, few enough for a month.
    const Duration slice = std::max<Duration>(std::chrono::milliseconds{100}, fromSeconds(duration / 65'536));
    state.freshness.assign(graph.sinks.size(), FreshnessTracker{slice});
    state.sinkOfNode.assign(graph.nodes.size(), -1);
    for (std::size_t sink = 0; sink < graph.sinks.size(); ++sink)
        state.sinkOfNode[graph.sinks[sink]] = static_cast<std::int32_t>(sink);
    double expected = 0;
    for (const EngineGraph::Node& node : graph.nodes) {
        if (node.view.spec->isSource)
            expected += findComponent(flow, node.view.component->id)->offered.recordsPerSecond * duration;
    }
    int bits = 0;
    while (std::ldexp(kSampledJourneys, bits) < expected)
        ++bits;
    state.traces.sampleOneIn(bits);

    const double binSeconds = std::max(1.0, std::ceil(duration / kMostBins));
    const auto keys = std::make_shared<KeyHashes>();
    std::vector<NodeHandle> handles;
    for (const EngineGraph::Node& node : graph.nodes) {
        NodeContext context;
        context.self = node.view;
        context.scenario = &scenario;
        context.seed = seed;
        context.replication = replication;
        context.horizon = state.horizon;
        context.binSeconds = binSeconds;
        context.bins = static_cast<std::size_t>(std::ceil(duration / binSeconds)) + 1;
        context.inputs = node.inputs;
        context.outputs = node.outputs;
        context.keyHashes = keys;
        handles.push_back(node.service->makeNode(context));
    }
    EventDriver driver{std::move(handles), state};
    for (const Fault& fault : scenario.faults) {
        for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
            if (graph.nodes[rank].view.component->id != fault.component)
                continue;
            Control control;
            control.kind = fault.kind == FaultKind::Down     ? Control::Kind::Down
                           : fault.kind == FaultKind::Slow   ? Control::Kind::Slow
                           : fault.kind == FaultKind::Errors ? Control::Kind::Errors
                                                             : Control::Kind::CapacityCut;
            control.factor = fault.factor;
            control.begins = true;
            driver.schedule(SimTime{fromSeconds(fault.startSeconds)}, rank, control);
            control.begins = false;
            driver.schedule(SimTime{fromSeconds(fault.startSeconds + fault.durationSeconds)}, rank, control);
        }
    }
    const SimTime reached =
        driver.run([&](SimTime now) { return keepGoing(seconds(now.time_since_epoch()) / duration); });

    Replication out;
    RunReport& report = out.report;
    const double simulated = seconds(reached.time_since_epoch());
    report.provenance.simulatedSeconds = simulated;
    report.provenance.partial = reached < state.horizon;
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
        meter.writeTo(component, handle.event().resident(handle.node()));
        NodeReport writer{component, report.usage, simulated};
        handle.event().report(handle.node(), writer);
        RunTotals& totals = report.totals;
        totals.born += meter.units.born;
        totals.copied += meter.units.copied;
        totals.generated += meter.units.generated;
        totals.done += meter.units.done;
        totals.filtered += meter.units.filtered;
        totals.joined += meter.units.joined;
        totals.gaveUp += meter.units.gaveUp;
        totals.lost += meter.units.lost;
        totals.inFlight += handle.event().unitsInFlight(handle.node());
        report.provenance.events += meter.counts.offered + meter.counts.completed;
        out.latencies.push_back(meter.latencies);
        report.components.push_back(std::move(component));
    }
    for (std::uint32_t link = 0; link < graph.links.size(); ++link) {
        if (!graph.links[link].fromSource)
            continue;
        const PathMeter& meter = state.paths[link];
        const Connection& connection = *graph.connections[link];
        report.paths.push_back({connection.id, connection.from, connection.id, summarise(meter.response),
                                meter.succeeded, meter.failed, meter.gaveUp});
        out.responses.push_back(meter.response);
    }
    bool journeysComplete = true;
    for (std::size_t at = 0; at < graph.sinks.size(); ++at) {
        const std::uint32_t rank = graph.sinks[at];
        const NodeMeter& meter = driver.nodes()[rank].base().meter;
        const FreshnessTracker& freshness = state.freshness[at];
        SinkReport sink;
        sink.component = graph.nodes[rank].view.component->id;
        sink.delay = summarise(meter.delay);
        sink.delivered = meter.readable;
        sink.undelivered = freshness.undelivered();
        sink.undeliveredAgeSeconds = freshness.undeliveredAgeSeconds(reached);
        sink.freshnessMeanSeconds = freshness.meanSeconds();
        sink.freshnessMaxSeconds = freshness.maxSeconds();
        fillSplit(state.traces.arrivals(), rank, sink, journeysComplete);
        sink.histogram = meter.delay;
        out.delays.push_back(meter.delay);
        report.sinks.push_back(std::move(sink));
    }
    report.audits = audit(report);
    report.audits.push_back(
        {"journeys sum to their total", journeysComplete, "parts of each sampled message"});
    return out;
}

/// Percentiles come from the pooled histogram; their spread over replications gives the half-widths.
void pool(LatencySummary& summary, const std::vector<const Histogram*>& all, Histogram* keep)
{
    if (all.size() < 2)
        return;
    Histogram pooled;
    std::vector<double> means, medians, tails;
    for (const Histogram* histogram : all) {
        pooled.merge(*histogram);
        const LatencySummary one = summarise(*histogram);
        if (one.mean)
            means.push_back(*one.mean);
        if (one.p50)
            medians.push_back(*one.p50);
        if (one.p99)
            tails.push_back(*one.p99);
    }
    summary = summarise(pooled);
    summary.meanHalfWidth = halfWidth95(means);
    summary.p50HalfWidth = halfWidth95(medians);
    summary.p99HalfWidth = halfWidth95(tails);
    if (keep)
        *keep = std::move(pooled);
}

template <class Pick>
std::vector<const Histogram*> gather(const std::vector<Replication>& all, Pick pick)
{
    std::vector<const Histogram*> histograms;
    for (const Replication& one : all)
        histograms.push_back(pick(one));
    return histograms;
}

}  // namespace

Result<RunReport> simulate(const Design& design, const ServiceLibrary& library, const RunOptions& options,
                           RunMonitor& monitor)
{
    // The flow comes first: it sizes what is on auto, says how many journeys to sample, and gives the sizing advice.
    const Result<SizedDesign> sized =
        resolveAuto(design, library, options.scenario, options.targetUtilisation);
    if (!sized)
        return sized.error();
    const Result<FlowReport> flow =
        estimateFlow(sized->design, library, options.scenario, options.targetUtilisation);
    if (!flow)
        return flow.error();
    Scenario scenario = *findScenario(sized->design, options.scenario);
    if (options.durationSeconds)
        scenario.durationSeconds = *options.durationSeconds;
    if (!(scenario.durationSeconds > 0 && scenario.durationSeconds <= 10 * 366 * 86'400.0))
        return Error{"/scenarios/" + scenario.id + "/durationSeconds",
                     "must be more than 0 and at most ten years", "e.g. 3600"};
    const Result<EngineGraph> graph = engineGraph(sized->design, library, scenario);
    if (!graph)
        return graph.error();

    const int wanted = std::max(1, options.replications);
    std::vector<Replication> all(static_cast<std::size_t>(wanted));
    std::vector<double> fractions(all.size(), 0);
    std::mutex guard;
    const auto runNumber = [&](std::size_t number) {
        all[number] = runOnce(*graph, scenario, *flow, scenario.durationSeconds, options.seed,
                              static_cast<int>(number), [&](double fraction) {
                                  const std::lock_guard lock{guard};
                                  fractions[number] = fraction;
                                  double sum = 0;
                                  for (const double f : fractions)
                                      sum += f;
                                  monitor.progressed(sum / static_cast<double>(wanted));
                                  return !monitor.isCancelled();
                              });
        const std::lock_guard lock{guard};
        fractions[number] = 1;
    };
    const auto threads = static_cast<std::size_t>(std::clamp(options.threads, 1, wanted));
    if (threads == 1) {
        for (std::size_t number = 0; number < all.size(); ++number)
            runNumber(number);
    } else {
        // Which thread runs which replication does not matter: each has its own state and its own place.
        std::atomic<std::size_t> next{0};
        std::vector<std::thread> workers;
        for (std::size_t worker = 0; worker < threads; ++worker)
            workers.emplace_back([&] {
                for (std::size_t number = next++; number < all.size(); number = next++)
                    runNumber(number);
            });
        for (std::thread& worker : workers)
            worker.join();
    }

    RunReport report = all.front().report;
    for (std::size_t at = 0; at < report.components.size(); ++at)
        pool(report.components[at].latency,
             gather(all, [&](const Replication& r) { return &r.latencies[at]; }), nullptr);
    for (std::size_t at = 0; at < report.paths.size(); ++at)
        pool(report.paths[at].response, gather(all, [&](const Replication& r) { return &r.responses[at]; }),
             nullptr);
    for (std::size_t at = 0; at < report.sinks.size(); ++at)
        pool(report.sinks[at].delay, gather(all, [&](const Replication& r) { return &r.delays[at]; }),
             &report.sinks[at].histogram);
    for (std::size_t number = 1; number < all.size(); ++number) {
        report.provenance.partial |= all[number].report.provenance.partial;
        report.provenance.events += all[number].report.provenance.events;
        for (const Audit& check : all[number].report.audits) {
            if (!check.passed)
                report.audits.push_back(
                    {check.name + ", replication " + std::to_string(number), false, check.detail});
        }
    }
    for (ComponentReport& component : report.components) {
        if (const FlowComponent* estimate = findComponent(*flow, component.id))
            component.sizing = estimate->sizing;
    }
    std::sort(report.components.begin(), report.components.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    std::sort(report.sinks.begin(), report.sinks.end(),
              [](const auto& a, const auto& b) { return a.component < b.component; });
    std::sort(report.usage.begin(), report.usage.end(), [](const MeterReading& a, const MeterReading& b) {
        return a.component != b.component ? a.component < b.component : a.meter < b.meter;
    });
    report.objectives = judge(scenario.objectives, report);
    report.findings = flow->findings;
    for (Finding& finding : runFindings(report))
        report.findings.push_back(std::move(finding));

    Provenance& provenance = report.provenance;
    provenance.designHash = hashOfDesign(design);
    provenance.scenario = scenario.id;
    provenance.engine = "event";
    provenance.version = kVersion;
    provenance.region = design.region;
    provenance.seed = options.seed;
    provenance.replications = wanted;
    provenance.durationSeconds = scenario.durationSeconds;
    provenance.sizedParameters = sized->chosen;
    return report;
}

}  // namespace plimsoll
