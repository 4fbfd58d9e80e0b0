// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/segment.h"

#include "model/serialization/design_file.h"
#include "simulator/draws/random.h"
#include "simulator/run/month/figures.h"
#include "simulator/run/replication/scenario_part.h"
#include "simulator/version.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <optional>

namespace plimsoll {

void widen(Replication& shape, const Replication& other)
{
    const auto addMissing = [](auto& list, const auto& from, auto same, auto clear) {
        for (std::size_t n = 0; n < from.size(); ++n) {
            if (!figures::matching(&list, from[n], n, same)) {
                list.push_back(from[n]);
                clear(list.back());
            }
        }
    };
    for (std::size_t at = 0; at < shape.report.components.size(); ++at) {
        ComponentReport& a = shape.report.components[at];
        const ComponentReport& b = other.report.components[at];
        addMissing(
            a.consumers, b.consumers,
            [](const auto& x, const auto& y) {
                return x.connection == y.connection && x.consumer == y.consumer;
            },
            [](auto&) {});
        addMissing(
            a.limits, b.limits,
            [](const auto& x, const auto& y) { return x.limit == y.limit && x.label == y.label; },
            [](auto&) {});
        addMissing(
            a.facts, b.facts, [](const auto& x, const auto& y) { return x.id == y.id; }, [](auto&) {});
        if (a.idle.empty() || b.idle.empty())
            a.idle.clear();
    }
    for (std::size_t at = 0; at < shape.report.sinks.size(); ++at) {
        SinkReport& a = shape.report.sinks[at];
        const SinkReport& b = other.report.sinks[at];
        if (!a.freshnessMeanSeconds && b.freshnessMeanSeconds) {
            a.freshnessMeanSeconds = b.freshnessMeanSeconds;
            a.freshnessMaxSeconds = b.freshnessMaxSeconds;
        }
    }
    addMissing(
        shape.report.usage, other.report.usage,
        [](const auto& x, const auto& y) { return x.component == y.component && x.meter == y.meter; },
        [](auto&) {});
}

namespace {

/// `late` becomes what happened between two states of one run: sums subtract, time means are taken over the time
/// between, peaks and last values stay.
void keepSince(Replication& late, const Replication& early, double lateSeconds, double earlySeconds)
{
    const double seconds = lateSeconds - earlySeconds;
    double acceptedLate = 0, acceptedEarly = 0;
    eachFigure(late, early, [&](Aggregation kind, auto* now, const auto* before) {
        using T = std::remove_reference_t<decltype(*now)>;
        const double b = before ? static_cast<double>(*before) : 0;
        const double a = static_cast<double>(*now);
        switch (kind) {
        case Aggregation::Sum:
            if constexpr (std::is_same_v<T, std::uint64_t>) {
                acceptedLate = a;
                acceptedEarly = b;
                *now -= before ? *before : 0;
            } else {
                *now = a - b;
            }
            break;
        case Aggregation::TimeMean:
            if constexpr (std::is_same_v<T, double>)
                *now = seconds > 0 ? (a * lateSeconds - b * earlySeconds) / seconds : a;
            break;
        case Aggregation::Share:
            if constexpr (std::is_same_v<T, double>) {
                const double n = acceptedLate - acceptedEarly;
                *now = n > 0 ? (a * acceptedLate - b * acceptedEarly) / n : 0;
            }
            break;
        case Aggregation::Peak:
        case Aggregation::Last:
            break;
        }
    });
}

/// Sums as they are, means x seconds, means per record x records: all of it adds over time.
std::vector<double> addable(const Replication& shape, const Replication& state, double seconds)
{
    std::vector<double> values;
    double accepted = 0;
    eachFigure(shape, state, [&](Aggregation kind, const auto* of, const auto* value) {
        const double v = value ? static_cast<double>(*value) : 0;
        using T = std::remove_const_t<std::remove_reference_t<decltype(*of)>>;
        if (kind == Aggregation::Sum && std::is_same_v<T, std::uint64_t>)
            accepted = v;
        values.push_back(kind == Aggregation::TimeMean ? v * seconds
                         : kind == Aggregation::Share  ? v * accepted
                                                       : v);
    });
    return values;
}

std::vector<Histogram> sinceEach(const std::vector<Histogram>& late, const std::vector<Histogram>& early)
{
    std::vector<Histogram> parts;
    for (std::size_t n = 0; n < late.size(); ++n)
        parts.push_back(late[n].since(early[n]));
    return parts;
}

std::vector<SparseHistogram> sparse(const std::vector<Histogram>& all)
{
    std::vector<SparseHistogram> kept;
    for (const Histogram& one : all)
        kept.emplace_back(one);
    return kept;
}

/// The scenario of a segment alone: its own traffic, its own faults, its own clock.
Scenario segmentScenario(const EngineGraph& graph, const Scenario& scenario, const MonthPlan& plan,
                         const SegmentSpec& spec)
{
    const double duration = spec.warmUpSeconds + spec.seconds;
    if (spec.isLevel) {
        Scenario part = scenario;
        part.durationSeconds = duration;
        part.faults.clear();
        part.changes.clear();
        part.opening = Opening::Settled;
        for (std::size_t source = 0; source < plan.sources.size(); ++source) {
            const ComponentId& id = graph.nodes[plan.sources[source]].view.component->id;
            part.traffic[id] = steadyTraffic(trafficOf(scenario, id), spec.rates[source]);
        }
        part.load = 1;
        return part;
    }
    return scenarioPart(withoutChangesBy(scenario, graph.changes, spec.from), spec.from, duration);
}

/// The graph of a segment: that of its epoch, or one made for it where parameters change within.
struct SegmentGraph {
    Design design;
    std::optional<EngineGraph> own;
    const EngineGraph* graph = nullptr;
    std::optional<Error> error;
};

void choose(SegmentGraph& out, const MonthStage& stage, const SegmentSpec& spec, const Scenario& part)
{
    const auto after = std::find_if(stage.epochs.begin(), stage.epochs.end(),
                                    [&](const Epoch& epoch) { return epoch.from > spec.from + 1e-9; });
    const bool changes =
        !spec.isLevel && after != stage.epochs.end() && after->from < spec.from + part.durationSeconds;
    if (!changes) {
        out.graph = &(spec.isLevel ? stage.epochs[spec.epoch] : *std::prev(after)).graph;
        return;
    }
    out.design = designAt(stage.design, stage.graph.changes, spec.from);
    Result<EngineGraph> made = engineGraph(out.design, stage.library, part);
    if (!made) {
        out.error = made.error();
        return;
    }
    out.own = std::move(*made);
    // What changes at another time has the same figures here.
    for (std::size_t rank = 0; rank < out.own->nodes.size(); ++rank) {
        if (out.own->nodes[rank].later.empty())
            out.own->nodes[rank].later = stage.graph.nodes[rank].later;
    }
    out.graph = &*out.own;
}

}  // namespace

SegmentResult runSegment(const MonthStage& stage, const MonthPlan& plan, const FlowReport& flow,
                         const SegmentSpec& spec, const DriverOptions& driver,
                         const std::function<bool(double)>& keepGoing)
{
    const Scenario& scenario = stage.scenario;
    const Scenario own = segmentScenario(stage.graph, scenario, plan, spec);
    SegmentGraph chosen;
    choose(chosen, stage, spec, own);
    if (chosen.error) {
        SegmentResult failed;
        failed.cancelled = true;
        failed.stopped = chosen.error->toString();
        return failed;
    }
    const EngineGraph& graph = *chosen.graph;
    ReplicationPart part;
    part.fromSeconds = spec.isLevel ? 0 : spec.from;
    part.scenarioSeconds = spec.isLevel ? own.durationSeconds : scenario.durationSeconds;
    part.settled = spec.settled;
    part.mostHeld = spec.mostHeld;
    part.phases = {{spec.phaseSeed, spec.phaseReplication}};
    part.journeys = 4096;  // a month has dozens of segments
    const int batches = std::max(1, spec.batches);
    for (int batch = 0; batch < batches; ++batch)
        part.checkpointSeconds.push_back(spec.warmUpSeconds + spec.seconds * batch / batches);
    std::vector<Replication> states;
    part.atCheckpoint = [&](std::size_t number, Replication state) {
        states.resize(number);  // a run that had to start over begins again at the first
        states.push_back(std::move(state));
    };
    SegmentResult result;
    Replication whole = runReplication(graph, own, flow, spec.seed, 0, driver, keepGoing, 0, part);
    result.cancelled = whole.report.provenance.partial || states.empty();
    result.messages = static_cast<double>(whole.report.totals.born);
    for (const Audit& check : whole.report.audits) {
        if (!check.passed)
            result.failed.push_back(check);
    }
    if (result.cancelled) {
        if (!whole.report.provenance.stopped.empty())
            result.stopped = (spec.isLevel ? std::string{"in a steady level "}
                                           : "in the part that begins at " + plainNumber(spec.from) + " s ")
                             + whole.report.provenance.stopped;
        result.window = std::move(whole);
        return result;
    }
    const double end = own.durationSeconds;
    std::vector<double> before = addable(whole, states.front(), spec.warmUpSeconds);
    for (int batch = 0; batch < batches; ++batch) {
        const auto at = static_cast<std::size_t>(batch);
        const bool last = batch + 1 == batches;
        const Replication& early = states[at];
        const Replication& late = last ? whole : states[at + 1];
        const double lateSeconds = last ? end : part.checkpointSeconds[at + 1];
        SegmentResult::Batch one;
        one.seconds = lateSeconds - part.checkpointSeconds[at];
        one.born = static_cast<double>(late.report.totals.born - early.report.totals.born);
        std::vector<double> after = addable(whole, late, lateSeconds);
        one.figures.resize(after.size());
        for (std::size_t n = 0; n < after.size(); ++n)
            one.figures[n] = after[n] - before[n];
        before = std::move(after);
        one.delays = sparse(sinceEach(late.delays, early.delays));
        one.responses = sparse(sinceEach(late.responses, early.responses));
        result.batches.push_back(std::move(one));
    }
    result.seconds = spec.seconds;
    result.delays = sinceEach(whole.delays, states.front().delays);
    result.responses = sinceEach(whole.responses, states.front().responses);
    result.latencies = sinceEach(whole.latencies, states.front().latencies);
    keepSince(whole, states.front(), end, spec.warmUpSeconds);
    result.window = std::move(whole);
    result.window.delays.clear();
    result.window.responses.clear();
    result.window.latencies.clear();
    for (SinkReport& sink : result.window.report.sinks)
        sink.histogram = {};
    return result;
}

std::shared_ptr<const SegmentResult> SegmentCache::find(const std::string& key) const
{
    const std::lock_guard lock{m_guard};
    const auto found = m_results.find(key);
    return found == m_results.end() ? nullptr : found->second;
}

void SegmentCache::keep(const std::string& key, std::shared_ptr<const SegmentResult> result)
{
    const std::lock_guard lock{m_guard};
    if (!m_results.emplace(key, std::move(result)).second)
        return;
    m_order.push_back(key);
    if (m_order.size() > kMost) {
        m_results.erase(m_order.front());
        m_order.erase(m_order.begin());
    }
}

std::size_t SegmentCache::size() const
{
    const std::lock_guard lock{m_guard};
    return m_results.size();
}

std::string workingPartOf(const Design& design, const Scenario& scenario)
{
    Design working = design;
    working.title.clear();
    for (Component& component : working.components) {
        component.label.clear();
        component.position = {};
    }
    working.notes.clear();
    working.scenarios.clear();
    working.month.clear();
    // What a scenario does beside the rates of its traffic; an objective may make a component a sink.
    Scenario loads;
    loads.traffic = scenario.traffic;
    for (auto& [source, profile] : loads.traffic)
        profile = steadyTraffic(profile, 1);
    loads.queries = scenario.queries;
    loads.jobs = scenario.jobs;
    for (const Objective& objective : scenario.objectives) {
        Objective named;
        named.metric = objective.metric.substr(0, objective.metric.find('-')) + "-mean";
        named.component = objective.component;
        named.atMost = 0;
        const bool known = std::any_of(loads.objectives.begin(), loads.objectives.end(),
                                       [&](const Objective& o) { return o == named; });
        if (!known && (named.metric == "delay-mean" || named.metric == "freshness-mean"))
            loads.objectives.push_back(named);
    }
    working.scenarios.push_back(loads);
    return std::string{kVersion} + "\n" + writeDesign(working);
}

namespace {

/// What drives a segment, wherever in the scenario it lies: rates or curve, faults, lengths.
std::string loadOf(const Scenario& scenario, const MonthPlan& plan, const SegmentSpec& spec)
{
    std::string key;
    const auto add = [&](double value) { key += std::to_string(std::bit_cast<std::uint64_t>(value)) + " "; };
    if (spec.isLevel) {
        for (const double rate : spec.rates)
            add(rate);
        return key + plan.epochs[spec.epoch].inForce;
    }
    const double end = spec.from + spec.warmUpSeconds + spec.seconds;
    for (std::size_t step = 0; step < plan.steps.size(); ++step) {
        const double from = std::max(plan.steps[step].from, spec.from);
        const double to = std::min(plan.steps[step].to, end);
        if (to <= from)
            continue;
        key += std::to_string(std::llround((from - spec.from) * 1000)) + " ";
        for (std::size_t source = 0; source < plan.sources.size(); ++source)
            add(plan.stepRates[step * plan.sources.size() + source]);
    }
    for (std::size_t epoch = 0; epoch < plan.epochs.size(); ++epoch) {
        const bool over = epoch + 1 < plan.epochs.size() && plan.epochs[epoch + 1].from <= spec.from;
        if (over || plan.epochs[epoch].from >= end || plan.epochs[epoch].inForce.empty())
            continue;
        add(std::max(0.0, plan.epochs[epoch].from - spec.from));
        key += plan.epochs[epoch].inForce;
    }
    for (const Fault& fault : scenario.faults) {
        if (fault.startSeconds >= end || endOf(fault) <= spec.from)
            continue;
        key += "fault " + fault.component + " " + fault.zone + " ";
        add(static_cast<double>(fault.kind));
        add(fault.startSeconds - spec.from);
        add(fault.durationSeconds);
        add(fault.factor);
    }
    return key;
}

}  // namespace

std::uint64_t segmentSeed(const Scenario& scenario, const MonthPlan& plan, const SegmentSpec& spec,
                          std::uint64_t runSeed, int replication, int number)
{
    return mix64(mix64(mix64(runSeed) ^ static_cast<std::uint64_t>(replication))
                 ^ hashOf(loadOf(scenario, plan, spec)))
           + mix64(static_cast<std::uint64_t>(number));
}

std::string segmentKey(const std::string& workingPart, const Scenario& scenario, const MonthPlan& plan,
                       const SegmentSpec& spec)
{
    std::string key = workingPart + "\n" + loadOf(scenario, plan, spec);
    for (const double value : {spec.warmUpSeconds, spec.seconds, static_cast<double>(spec.batches)})
        key += std::to_string(std::bit_cast<std::uint64_t>(value)) + " ";
    return key + std::to_string(spec.seed) + (spec.settled ? " settled" : "");
}

}  // namespace plimsoll
