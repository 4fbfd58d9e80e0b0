// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "pricing/price_book.h"
#include "simulator/draws/random.h"
#include "simulator/estimate/flow.h"
#include "simulator/kernel/event_queue.h"
#include "simulator/run/simulation.h"
#include "simulator/services/builtin_services.h"

#include <benchmark/benchmark.h>

using namespace plimsoll;

namespace {

const ServiceLibrary& library()
{
    static const ServiceLibrary all = builtinServices();
    return all;
}

/// Runs once per iteration; logical events (arrivals and departures at every component) against CPU time.
void runDesign(benchmark::State& state, const Design& design, double seconds)
{
    RunMonitor monitor;
    RunOptions options;
    options.durationSeconds = seconds;
    double events = 0, records = 0;
    for (auto _ : state) {
        const Result<RunReport> report = simulate(design, library(), options, monitor);
        if (!report) {
            state.SkipWithError(report.error().toString().c_str());
            return;
        }
        events += static_cast<double>(report->provenance.events);
        records += static_cast<double>(report->totals.born);
    }
    state.counters["events/s"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
    state.counters["s/event"] =
        benchmark::Counter(events, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["records/s"] = benchmark::Counter(records, benchmark::Counter::kIsRate);
    state.counters["s/record"] =
        benchmark::Counter(records, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// M/M/1 at rho 0.8, two million customers: source and server, every statistic on.
void singleServer(benchmark::State& state)
{
    Design design;
    design.components = {{"in", "traffic-source", "in", {}, {}, {}, {}},
                         {"server", "custom-server", "server", {}, {{"serviceTimeMicros", 1000.0}}, {}, {}}};
    design.connections = {{"c1", "in", "server", {{"kind", std::string{"put"}}}, {}}};
    Scenario scenario;
    scenario.id = "main";
    scenario.durationSeconds = 2500;
    scenario.traffic["in"].ratePerSecond = 800;
    design.scenarios = {scenario};
    runDesign(state, design, 2500);
}

void comparison(benchmark::State& state)
{
    const Result<LoadedDesign> loaded = parseDesign(designTemplates().front().text, library().catalog());
    if (!loaded) {
        state.SkipWithError(loaded.error().toString().c_str());
        return;
    }
    runDesign(state, loaded->design, 300);
}

void comparisonFlow(benchmark::State& state)
{
    const Result<LoadedDesign> loaded = parseDesign(designTemplates().front().text, library().catalog());
    for (auto _ : state)
        benchmark::DoNotOptimize(estimateFlow(loaded->design, library(), ""));
}

/// Every book on board, one of which each estimate while editing reads: all of them together take less than 20 ms.
void priceBooks(benchmark::State& state)
{
    const std::vector<std::string> ids = builtinPriceBookIds();
    for (auto _ : state)
        for (const std::string& id : ids)
            benchmark::DoNotOptimize(builtinPriceBook(id));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(ids.size()));
}

/// Hold: each fired event is replaced an exponential time later; `pending` stay in the heap.
void hold(benchmark::State& state)
{
    const auto before = [](std::uint32_t a, std::uint32_t b, Inlet) { return a < b; };
    EventQueue<decltype(before)> heap{before};
    GapStream gaps{1};
    for (std::int64_t n = 0; n < state.range(0); ++n)
        heap.push({static_cast<std::int64_t>(gaps.exponential() * 1e9), 0, static_cast<std::uint32_t>(n)});
    for (auto _ : state) {
        Event event = heap.pop();
        event.time += static_cast<std::int64_t>(gaps.exponential() * 1e9);
        heap.push(event);
    }
}

}  // namespace

BENCHMARK(singleServer)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(3)
    ->ReportAggregatesOnly(true);
BENCHMARK(comparison)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1)
    ->Repetitions(3)
    ->ReportAggregatesOnly(true);
BENCHMARK(comparisonFlow)->Unit(benchmark::kMicrosecond);
BENCHMARK(priceBooks)->Unit(benchmark::kMillisecond);
BENCHMARK(hold)->Arg(100)->Arg(10'000)->Arg(1'000'000);

BENCHMARK_MAIN();
