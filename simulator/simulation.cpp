// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/simulation.h"

#include "model/serialization/design_file.h"
#include "simulator/metrics/statistics.h"
#include "simulator/replication.h"
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

std::string hashOfDesign(const Design& design)
{
    std::string text = writeDesign(design);
    // A trace beside the design is part of what was run.
    for (const Scenario& scenario : design.scenarios) {
        for (const auto& [source, profile] : scenario.traffic) {
            if (profile.trace.rates)
                text += source + std::to_string(profile.trace.rates->digest);
        }
    }
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

/// Beyond this a run message by message takes the best part of a day.
constexpr double kMostMessages = 1e11;

/// Expected over the whole scenario, of all sources.
double messagesSent(const EngineGraph& graph, const FlowReport& flow, double durationSeconds)
{
    double messages = 0;
    for (const EngineGraph::Node& node : graph.nodes) {
        if (node.view.spec->isSource)
            messages +=
                findComponent(flow, node.view.component->id)->offered.recordsPerSecond * durationSeconds;
    }
    return messages;
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
    if (const double messages = messagesSent(*graph, *flow, scenario.durationSeconds);
        messages > kMostMessages)
        return Error{"/scenarios/" + scenario.id,
                     "would send about " + plainNumber(std::round(messages))
                         + " messages, days of work one by one",
                     "lower the rate or shorten the duration; the estimate (price, size) has no such limit"};

    const int wanted = std::max(1, options.replications);
    std::vector<Replication> all(static_cast<std::size_t>(wanted));
    std::vector<double> fractions(all.size(), 0);
    std::mutex guard;
    const auto runNumber = [&](std::size_t number) {
        all[number] = runReplication(*graph, scenario, *flow, options.seed, static_cast<int>(number),
                                     options.driver, [&](double fraction) {
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
