// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/simulation.h"

#include "model/support/number_text.h"
#include "simulator/graph/design_hash.h"
#include "simulator/kernel/run_refused.h"
#include "simulator/metrics/interval_notes.h"
#include "simulator/run/findings/run_findings.h"
#include "simulator/run/month/month_engine.h"
#include "simulator/run/replication/merge_replications.h"
#include "simulator/run/replication/run_cost.h"
#include "simulator/run/replication/scenario_part.h"
#include "simulator/run/replication/warm_up.h"
#include "simulator/version.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <new>

namespace plimsoll {

namespace {

Result<WarmUpChoice> chooseWarmUp(const Scenario& scenario, const RunOptions& options,
                                  const std::function<Replication()>& pilot)
{
    if (!options.steady && !options.warmUpSeconds && scenario.analysis != Analysis::Steady)
        return WarmUpChoice{};
    const std::string place = "/scenarios/" + scenario.id;
    if (options.window)
        return Error{place, "a window of a scenario has no steady state", "leave one of them out"};
    if (options.warmUpSeconds) {
        // Whole seconds, and something must be left.
        if (!(*options.warmUpSeconds >= 0 && std::ceil(*options.warmUpSeconds) < scenario.durationSeconds))
            return Error{place, "the warm-up must be shorter than the scenario",
                         "give less than " + plainNumber(scenario.durationSeconds) + " s"};
        const auto whole = static_cast<std::int64_t>(std::ceil(*options.warmUpSeconds));
        return WarmUpChoice{whole, true,
                            "steady state: the first " + plainNumber(static_cast<double>(whole))
                                + " s are left out of every replication, as told"};
    }
    for (const auto& [source, traffic] : scenario.traffic) {
        if (traffic.shape != TrafficShape::Constant || !traffic.spikes.empty() || !traffic.pauses.empty()
            || traffic.weekendFactor.value_or(1) != 1)
            return Error{place + "/traffic/" + source + "/shape",
                         "a steady state needs traffic that does not change",
                         "make it constant, or leave the analysis terminating"};
    }
    return findWarmUp(pilot());
}

/// Says in the report of a component whom it calls, or puts its work into.
void addReceiver(RunReport& report, const ComponentId& sender, const ConnectionPort& port)
{
    const bool calls = port.kind == ConnectionKind::Call || port.kind == ConnectionKind::Query;
    if (!calls && port.kind != ConnectionKind::Put && port.kind != ConnectionKind::Load)
        return;
    for (ComponentReport& component : report.components) {
        std::vector<ComponentId>& known = calls ? component.calls : component.delivers;
        const ComponentId& receiver = port.connection->to;
        if (component.id == sender && std::find(known.begin(), known.end(), receiver) == known.end())
            known.push_back(receiver);
    }
}

/// The scenario's duration is checked, and only the window asked for is left of it, and the design as it then is.
Status cutToWindow(Scenario& scenario, Design& design, const ServiceLibrary& library,
                   const RunOptions& options)
{
    if (!(scenario.durationSeconds > 0 && scenario.durationSeconds <= 10 * 366 * 86'400.0))
        return Error{"/scenarios/" + scenario.id + "/durationSeconds",
                     "must be more than 0 and at most ten years", "e.g. 3600"};
    if (!options.window)
        return Done{};
    const RunWindow& window = *options.window;
    const double begin = window.fromSeconds - window.leadInSeconds;
    if (!(window.leadInSeconds >= 0 && begin >= 0 && window.seconds > 0
          && window.fromSeconds + window.seconds <= scenario.durationSeconds))
        return Error{"/scenarios/" + scenario.id, "the window does not lie within the scenario",
                     "choose one between 0 and " + plainNumber(scenario.durationSeconds)
                         + " s, its lead-in included"};
    const std::vector<ChangeInForce> changes = changesInForce(design, library.catalog(), scenario);
    design = designAt(std::move(design), changes, begin);
    scenario = scenarioPart(withoutChangesBy(std::move(scenario), changes, begin), begin,
                            window.leadInSeconds + window.seconds);
    return Done{};
}

/// The epochs of a scenario; parts before and after a change have the same figures as `whole` has.
Result<std::vector<Epoch>> epochsAlike(const Design& design, const ServiceLibrary& library,
                                       const Scenario& scenario, const EngineGraph& whole)
{
    Result<std::vector<Epoch>> epochs = epochsOf(design, library, scenario);
    if (!epochs)
        return epochs;
    for (Epoch& epoch : *epochs) {
        for (std::size_t rank = 0; rank < whole.nodes.size(); ++rank)
            epoch.graph.nodes[rank].later = whole.nodes[rank].later;
    }
    return epochs;
}

Result<RunReport> run(const Design& design, const ServiceLibrary& library, const RunOptions& options,
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
    const double traffic = scenario.durationSeconds;
    Design played = sized->design;
    if (const Status cut = cutToWindow(scenario, played, library, options); !cut)
        return cut.error();
    const Result<EngineGraph> graph = engineGraph(played, library, scenario);
    if (!graph)
        return graph.error();
    std::optional<MonthPlan> plan;
    std::vector<Epoch> epochs;
    SamplingReport sampling;
    if (options.engine == Engine::Auto && !options.window) {
        Result<std::vector<Epoch>> found = epochsAlike(played, library, scenario, *graph);
        if (!found)
            return found.error();
        epochs = std::move(*found);
        plan = planMonth(epochs, scenario);
        if (options.steady || options.warmUpSeconds || scenario.analysis == Analysis::Steady)
            plan->cannot = "a steady state is asked for";
        const SamplingChoice choice = chooseSampling(*plan, options.sampling);
        sampling.text = choice.text;
        if (!choice.samples)
            plan.reset();
    }
    if (const Status bounded = checkRunCost(*graph, *flow, scenario, plan.has_value()); !bounded)
        return bounded.error();

    Result<WarmUpChoice> warmUp = chooseWarmUp(scenario, options, [&] {
        return runReplication(*graph, scenario, *flow, options.seed, 0, options.driver,
                              [&](double) { return !monitor.isCancelled(); });
    });
    if (!warmUp)
        return warmUp.error();
    // A single sampled run spreads over the threads by itself.
    RunOptions monthOptions = options;
    ReplicationPart whole;
    whole.mostHeld = options.mostHeld;
    if (options.window) {
        whole.fromSeconds = options.window->fromSeconds - options.window->leadInSeconds;
        whole.scenarioSeconds = traffic;
        warmUp->seconds = static_cast<std::int64_t>(std::ceil(options.window->leadInSeconds));
    }
    if (options.stopRule || options.replications > 1)
        monthOptions.threads = 1;
    // What sampling says is of the first replication; the others need no prices, which are asked for one at a time.
    RunOptions unpriced = monthOptions;
    unpriced.monthlyCost = {};
    // Threads that the replications leave idle share the clusters of each.
    DriverOptions driver = options.driver;
    if (!options.stopRule)
        driver.threads = std::max(driver.threads, options.threads / std::max(1, options.replications));
    RunReport report = runReplications(
        [&](int number, const std::function<bool(double)>& keepGoing) {
            if (!plan)
                return runReplication(*graph, scenario, *flow, options.seed, number, driver, keepGoing,
                                      warmUp->seconds, whole);
            MonthRun month = runMonth({played, library, scenario, *graph, epochs}, *plan, *flow,
                                      number == 0 ? monthOptions : unpriced, number, keepGoing);
            if (number == 0)
                sampling = std::move(month.sampling);
            return std::move(month.whole);
        },
        options, monitor);
    report.provenance.warmUpNote = warmUp->note;
    for (ComponentReport& component : report.components) {
        if (const FlowComponent* estimate = findComponent(*flow, component.id))
            component.sizing = estimate->sizing;
    }
    for (const EngineGraph::Node& node : graph->nodes)
        for (const ConnectionPort& port : node.outputs)
            addReceiver(report, node.view.component->id, port);
    std::sort(report.components.begin(), report.components.end(),
              [](const auto& a, const auto& b) { return a.id < b.id; });
    std::sort(report.sinks.begin(), report.sinks.end(),
              [](const auto& a, const auto& b) { return a.component < b.component; });
    std::sort(report.usage.begin(), report.usage.end(), [](const MeterReading& a, const MeterReading& b) {
        return a.component != b.component ? a.component < b.component : a.meter < b.meter;
    });
    report.sampling = std::move(sampling);
    report.provenance.intervals = intervalNotes(report);
    report.objectives = judge(scenario.objectives, report);
    report.findings = flow->findings;
    for (Finding& finding : runFindings(report, library.catalog()))
        report.findings.push_back(std::move(finding));

    Provenance& provenance = report.provenance;
    provenance.designHash = hashOfDesign(design);
    provenance.scenario = scenario.id;
    provenance.engine = plan ? "auto" : "event";
    provenance.version = kVersion;
    provenance.region = design.region;
    provenance.seed = options.seed;
    provenance.durationSeconds = scenario.durationSeconds;
    provenance.sizedParameters = sized->chosen;
    return report;
}

}  // namespace

Result<RunReport> simulate(const Design& design, const ServiceLibrary& library, const RunOptions& options,
                           RunMonitor& monitor)
{
    // Whatever is thrown on the way, on any thread, ends this run and nothing else.
    const std::string place = options.scenario.empty() ? "/scenarios" : "/scenarios/" + options.scenario;
    try {
        return run(design, library, options, monitor);
    } catch (const RunRefused& refused) {
        return refused.error();
    } catch (const std::bad_alloc&) {
        return Error{place, "the run needs more memory than there is",
                     "shorten the scenario or lower its rates"};
    } catch (const std::exception& error) {
        return Error{place, std::string{"internal error in the run: "} + error.what(),
                     "please report it with the design"};
    }
}

}  // namespace plimsoll
