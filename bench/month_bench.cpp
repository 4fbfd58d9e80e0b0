// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The month against itself message by message, and how fast the flow face and the scout are.
//   plimsoll-month-bench auto|truth|both [hours=720] [peak=2600] [shards=4] [seeds=5] [spikes=4] [branch=both]
//   plimsoll-month-bench again ...                       the month, again unchanged, and after small edits, from the cache
//   plimsoll-month-bench coverage [trials=50] ...        do the stated intervals cover the truth?
//   plimsoll-month-bench flow [components=200]           first numbers after an edit
#include "app/study/evaluation.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "simulator/estimate/flow.h"
#include "simulator/graph/engine_graph.h"
#include "simulator/metrics/interval_notes.h"
#include "simulator/metrics/statistics.h"
#include "simulator/run/month/month_plan.h"
#include "simulator/run/month/segment.h"
#include "simulator/run/simulation.h"
#include "simulator/services/builtin_services.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

using namespace plimsoll;

namespace {

double userSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) * 1e-6;
}

const ServiceLibrary& library()
{
    static const ServiceLibrary all = builtinServices();
    return all;
}

struct Options {
    std::map<std::string, std::string> values;
    double number(const std::string& name, double otherwise) const
    {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : std::strtod(found->second.c_str(), nullptr);
    }
    std::string text(const std::string& name, const std::string& otherwise) const
    {
        const auto found = values.find(name);
        return found == values.end() ? otherwise : found->second;
    }
};

/// The comparison under a month of days: sine-shaped, and spikes of ten minutes to twice the rate.
Design reference(const Options& options)
{
    Result<LoadedDesign> loaded = parseDesign(designTemplates().front().text, library().catalog());
    if (!loaded) {
        std::fprintf(stderr, "%s\n", loaded.error().toString().c_str());
        std::exit(2);
    }
    Design design = loaded->design;
    const std::string branch = options.text("branch", "both");
    if (branch != "both") {
        const std::string other = branch == "a" ? "branch-b" : "branch-a";
        std::erase_if(design.components, [&](const Component& c) { return c.group == other; });
        std::erase_if(design.connections, [&](const Connection& c) {
            return !findComponent(design, c.from) || !findComponent(design, c.to);
        });
    }
    for (Component& component : design.components) {
        if (component.id == "orders")
            component.parameters["shards"] = static_cast<std::int64_t>(options.number("shards", 4));
        if (component.id == "items")
            component.parameters["wcu"] = static_cast<std::int64_t>(1000 * options.number("shards", 4));
    }
    Scenario& scenario = design.scenarios.front();
    const double hours = options.number("hours", 720), peak = options.number("peak", 3400);
    scenario.durationSeconds = hours * 3600;
    scenario.traffic.clear();
    scenario.objectives.clear();
    const int spikes = static_cast<int>(options.number("spikes", 4));
    for (const Component& component : design.components) {
        if (component.service != "traffic-source")
            continue;
        TrafficProfile profile;
        const bool flat = options.number("flat", 0) > 0;
        profile.shape = flat ? TrafficShape::Constant : TrafficShape::Diurnal;
        profile.ratePerSecond = peak * (flat ? 1 : 0.62);
        profile.peakPerSecond = peak;
        profile.peakHour = 15;
        if (!flat)
            profile.weekendFactor = options.number("weekend", 0.6);
        profile.load = options.number("load", 1);
        // At two in the afternoon, once a week: the rate doubles for ten minutes.
        for (int spike = 0; spike < spikes; ++spike) {
            TrafficSpike one;
            one.startSeconds = spikes == 4 && hours >= 672
                                   ? (spike * 168 + 62) * 3600.0
                                   : std::floor((spike + 0.5) * hours / spikes * 3600);
            one.seconds = std::min(600.0, hours * 3600 / spikes / 8);
            one.factor = 2;
            profile.spikes.push_back(one);
        }
        scenario.traffic[component.id] = profile;
    }
    return design;
}

struct Figures {
    std::vector<std::string> names;
    std::vector<double> values, halfWidths;
    void add(std::string name, std::optional<double> value, std::optional<double> half)
    {
        names.push_back(std::move(name));
        values.push_back(value.value_or(0));
        halfWidths.push_back(half.value_or(-1));
    }
};

Figures figuresOf(const RunReport& report, const Design& design)
{
    Figures f;
    const auto half = [&](const std::string& figure, const std::string& where) {
        return intervalOf(report, figure, where).halfWidth;
    };
    for (const SinkReport& sink : report.sinks) {
        f.add(sink.component + " mean ms", sink.delay.mean, sink.delay.meanHalfWidth);
        f.add(sink.component + " p50 ms", sink.delay.p50, sink.delay.p50HalfWidth);
        f.add(sink.component + " p95 ms", sink.delay.p95, sink.delay.p95HalfWidth);
        f.add(sink.component + " p99 ms", sink.delay.p99, sink.delay.p99HalfWidth);
        f.add(sink.component + " p99.9 ms", sink.delay.p999, sink.delay.p999HalfWidth);
        f.add(sink.component + " delivered", static_cast<double>(sink.delivered),
              half("delivered", sink.component));
        f.add(sink.component + " freshness s", sink.freshnessMeanSeconds,
              half("freshness-mean", sink.component));
    }
    for (const ComponentReport& component : report.components) {
        if (component.counts.throttled > 0)
            f.add(component.id + " throttled", static_cast<double>(component.counts.throttled),
                  half("throttled", component.id));
        if (component.backlogPeak > 0)
            f.add(component.id + " backlog peak", component.backlogPeak, half("backlog-peak", component.id));
        if (component.backlogMean > 0)
            f.add(component.id + " backlog mean", component.backlogMean, half("backlog-mean", component.id));
        for (const LimitUse& limit : component.limits)
            f.add(component.id + " use of " + limit.limit, limit.utilisation,
                  half("use-share " + limit.limit, component.id));
    }
    const Result<Bill> bill = billOf(report, design, library(), {});
    f.add("monthly USD", bill ? bill->total.dollars() : 0, half("cost", ""));
    return f;
}

RunReport runOnce(const Design& design, const Options& options, Engine engine, std::uint64_t seed,
                  double& cpu, std::shared_ptr<SegmentCache> cache = nullptr)
{
    RunOptions run;
    const PriceChoice prices;
    run.monthlyCost = costOf(design, library(), prices);
    run.engine = engine;
    run.seed = seed;
    run.threads = static_cast<int>(options.number("threads", 1));
    run.sampling.exactBelowMessages = options.number("exact", 0);
    run.sampling.targetShare = options.number("target", 0.01);
    run.sampling.budgetMessages = options.number("budget", 5e7);
    run.sampling.cache = std::move(cache);
    RunMonitor monitor;
    const double before = userSeconds();
    const Result<RunReport> report = simulate(design, library(), run, monitor);
    cpu = userSeconds() - before;
    if (!report) {
        std::fprintf(stderr, "%s\n", report.error().toString().c_str());
        std::exit(2);
    }
    for (const Audit& audit : report->audits) {
        if (!audit.passed)
            std::printf("AUDIT FAILED %s: %s\n", audit.name.c_str(), audit.detail.c_str());
    }
    return *report;
}

std::map<std::string, std::vector<double>> sample(const Design& design, const Options& options, Engine engine,
                                                  int seeds, std::uint64_t firstSeed,
                                                  std::vector<std::string>& order)
{
    std::map<std::string, std::vector<double>> all;
    for (int seed = 0; seed < seeds; ++seed) {
        double cpu = 0;
        const RunReport report =
            runOnce(design, options, engine, firstSeed + static_cast<std::uint64_t>(seed), cpu);
        std::printf("%s seed %d: %.2f s CPU, %.4g messages stood for, %.4g simulated%s\n",
                    report.provenance.engine.c_str(), seed, cpu, static_cast<double>(report.totals.born),
                    report.sampling.sampled ? report.sampling.simulatedMessages
                                            : static_cast<double>(report.totals.born),
                    report.sampling.sampled && !report.sampling.converged ? ", not converged" : "");
        if (seed == 0 && report.sampling.sampled) {
            std::printf("  %s\n", report.sampling.text.c_str());
            if (options.number("verbose", 0) > 0) {
                for (const SampledLevel& level : report.sampling.levels)
                    std::printf("  level %9.2f/s use %.3f stands for %9.0f s, measured %6.0f s\n",
                                level.ratesPerSecond.front().second, level.utilisation, level.seconds,
                                level.simulatedSeconds);
                for (const ExactStretch& s : report.sampling.stretches)
                    std::printf("  stretch %.0f-%.0f s x %d, %d runs: %s\n", s.fromSeconds, s.toSeconds,
                                s.count, s.runs, s.why.c_str());
            }
        }
        const Figures figures = figuresOf(report, design);
        order = figures.names;
        for (std::size_t n = 0; n < figures.names.size(); ++n)
            all[figures.names[n]].push_back(figures.values[n]);
    }
    return all;
}

/// What an edit costs when the segments it leaves alone are remembered.
void runAgain(const Options& options)
{
    const auto cache = std::make_shared<SegmentCache>();
    const Design design = reference(options);
    const auto timed = [&](const char* what, const Design& edited) {
        double cpu = 0;
        runOnce(edited, options, Engine::Auto, 1, cpu, cache);
        std::printf("%-42s %6.2f s CPU\n", what, cpu);
    };
    timed("first", design);
    timed("again, unchanged", design);
    Design edited = design;
    edited.components.front().label += " (checked)";
    timed("another label", edited);
    const auto everySource = [&](auto change) {
        edited = design;
        for (auto& [source, profile] : edited.scenarios.front().traffic)
            change(profile);
    };
    if (options.number("spikes", 4) > 0) {
        everySource([](TrafficProfile& profile) { profile.spikes.front().factor = 1.9; });
        timed("the first spike a little lower", edited);
    }
    everySource([](TrafficProfile& profile) { profile.weekendFactor = 0.55; });
    timed("quieter weekends", edited);
    everySource([](TrafficProfile& profile) { profile.peakPerSecond *= 1.02; });
    timed("days 2% higher at their peak", edited);
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

void compareEngines(const Options& options)
{
    const Design design = reference(options);
    const int seeds = static_cast<int>(options.number("seeds", 5));
    std::vector<std::string> order, sampledOrder;
    const auto truth = sample(design, options, Engine::Event, seeds, 1, order);
    const auto sampled = sample(design, options, Engine::Auto, seeds, 1001, sampledOrder);
    std::printf("%-36s %14s %14s %9s %9s\n", "figure", "truth", "auto", "off", "2 s.e.");
    for (const std::string& name : order) {
        const double t = meanOf(truth.at(name));
        const auto found = sampled.find(name);
        const double s = found == sampled.end() ? 0 : meanOf(found->second);
        const double a = halfWidth95(truth.at(name)).value_or(0);
        const double b = found == sampled.end() ? 0 : halfWidth95(found->second).value_or(0);
        std::printf("%-36s %14.6g %14.6g %8.2f%% %8.2f%%\n", name.c_str(), t, s,
                    t != 0 ? (s - t) / t * 100 : 0, t != 0 ? std::hypot(a, b) / t * 100 : 0);
    }
}

void coverage(const Options& options)
{
    const Design design = reference(options);
    const int trials = static_cast<int>(options.number("trials", 50));
    std::vector<std::string> order;
    const auto truth =
        sample(design, options, Engine::Event, static_cast<int>(options.number("seeds", 5)), 1, order);
    std::map<std::string, std::pair<int, int>> covered;
    for (int trial = 0; trial < trials; ++trial) {
        double cpu = 0;
        const RunReport report =
            runOnce(design, options, Engine::Auto, 5000 + static_cast<std::uint64_t>(trial), cpu);
        const Figures figures = figuresOf(report, design);
        for (std::size_t n = 0; n < figures.names.size(); ++n) {
            if (figures.halfWidths[n] < 0 || !truth.contains(figures.names[n]))
                continue;
            const double off = std::abs(figures.values[n] - meanOf(truth.at(figures.names[n])));
            auto& [in, of] = covered[figures.names[n]];
            ++of;
            in += off <= figures.halfWidths[n] ? 1 : 0;
        }
    }
    for (const auto& [name, counts] : covered)
        std::printf("%-36s covered in %d of %d\n", name.c_str(), counts.first, counts.second);
}

/// Streams, functions, tables and deliveries in chains behind a few sources.
Design large(std::size_t components)
{
    Design design;
    Scenario scenario;
    scenario.id = "main";
    scenario.durationSeconds = 30 * 86'400;
    const auto place = [&](const char* service, const std::string& id, ParameterMap parameters) {
        design.components.push_back({id, service, id, {}, std::move(parameters), {}, {}});
    };
    const auto connect = [&](const std::string& from, const std::string& to) {
        design.connections.push_back({"c" + std::to_string(design.connections.size()), from, to, {}, {}});
    };
    for (std::size_t chain = 0; design.components.size() + 7 <= components; ++chain) {
        const std::string n = std::to_string(chain);
        place("traffic-source", "in-" + n, {});
        place("kinesis-data-streams", "stream-" + n, {{"shards", std::int64_t{4}}});
        place("lambda", "work-" + n, {});
        place("dynamodb", "table-" + n, {});
        place("data-firehose", "delivery-" + n, {});
        place("s3", "lake-" + n, {});
        place("lambda", "second-" + n, {});
        connect("in-" + n, "stream-" + n);
        connect("stream-" + n, "work-" + n);
        connect("work-" + n, "table-" + n);
        connect("stream-" + n, "delivery-" + n);
        connect("delivery-" + n, "lake-" + n);
        connect("stream-" + n, "second-" + n);
        TrafficProfile profile;
        profile.shape = TrafficShape::Diurnal;
        profile.ratePerSecond = 1000 + 10 * static_cast<double>(chain);
        profile.peakPerSecond = 2000;
        profile.peakHour = 12;
        scenario.traffic["in-" + n] = profile;
    }
    design.scenarios = {scenario};
    return design;
}

template <class Work>
void timed(const char* name, Work work)
{
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto before = std::chrono::steady_clock::now();
        work();
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count());
    }
    std::printf("%-48s %8.2f ms\n", name, best * 1e3);
}

void flow(const Options& options)
{
    for (const std::size_t components :
         {std::size_t{10}, static_cast<std::size_t>(options.number("components", 200))}) {
        const Design design = large(components);
        std::printf("%zu components, %zu connections\n", design.components.size(), design.connections.size());
        timed("first numbers: flow face", [&] {
            if (const auto report = estimateFlow(design, library(), ""); !report)
                std::printf("%s\n", report.error().toString().c_str());
        });
        timed("engine graph with validation",
              [&] { static_cast<void>(engineGraph(design, library(), design.scenarios.front())); });
        const Result<std::vector<Epoch>> epochs = epochsOf(design, library(), design.scenarios.front());
        timed("scout of a month", [&] { planMonth(*epochs, design.scenarios.front()); });
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string mode = argc > 1 ? argv[1] : "";
    Options options;
    for (int at = 2; at < argc; ++at) {
        const std::string text = argv[at];
        const std::size_t equals = text.find('=');
        options.values[text.substr(0, equals)] = equals == std::string::npos ? "1" : text.substr(equals + 1);
    }
    std::vector<std::string> order;
    if (mode == "auto" || mode == "truth") {
        const auto all = sample(reference(options), options, mode == "auto" ? Engine::Auto : Engine::Event,
                                static_cast<int>(options.number("seeds", 5)), 1, order);
        for (const std::string& name : order)
            std::printf("%-36s %14.6g +- %.3g\n", name.c_str(), meanOf(all.at(name)),
                        halfWidth95(all.at(name)).value_or(0));
    } else if (mode == "both") {
        compareEngines(options);
    } else if (mode == "again") {
        runAgain(options);
    } else if (mode == "coverage") {
        coverage(options);
    } else if (mode == "flow") {
        flow(options);
    } else {
        std::fprintf(stderr,
                     "usage: plimsoll-month-bench auto|truth|both|again|coverage|flow [name=value]...\n");
        return 2;
    }
    return 0;
}
