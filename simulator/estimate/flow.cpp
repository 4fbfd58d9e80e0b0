// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/estimate/flow.h"

#include "model/support/number_text.h"
#include "model/support/phrase.h"
#include "model/validation/issue.h"
#include "simulator/draws/elementary.h"
#include "simulator/estimate/epochs.h"
#include "simulator/estimate/flow_pass.h"
#include "simulator/flow/flow_context.h"
#include "simulator/graph/engine_graph.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace plimsoll {

const FlowComponent* findComponent(const FlowReport& report, std::string_view id)
{
    const auto found = std::lower_bound(
        report.components.begin(), report.components.end(), id,
        [](const FlowComponent& component, std::string_view each) { return component.id < each; });
    return found == report.components.end() || found->id != id ? nullptr : &*found;
}

namespace {

constexpr std::size_t kMostSlices = 512;
constexpr double kGridSlices = 400;
constexpr std::size_t kMostJumps = kMostSlices - static_cast<std::size_t>(kGridSlices) - 1;
constexpr double kSameRate = 0.01;            // slices whose rates differ by less share one evaluation
constexpr std::size_t kMostEvaluations = 64;  // of the graph

std::vector<double> thinned(const std::vector<double>& edges, std::size_t most)
{
    std::vector<double> kept;
    for (std::size_t at = 0; at <= most; ++at)
        kept.push_back(edges[at * (edges.size() - 1) / most]);
    return kept;
}

/// Slices follow the jumps of the traffic, so that a spike is seen at its own rate, and a grid where it slopes.
std::vector<double> sliceEdges(const EngineGraph& graph, const Scenario& scenario)
{
    const double duration = scenario.durationSeconds;
    std::set<double> jumps;
    bool needsGrid = false;
    for (const EngineGraph::Node& node : graph.nodes) {
        if (!scenario.traffic.contains(node.view.component->id))
            continue;
        const RateProfile rates{trafficOf(scenario, node.view.component->id), duration};
        double level = rates.segments().front().rate;
        for (const RateProfile::Segment& segment : rates.segments()) {
            if (std::abs(segment.rate - level) > 1e-9 * std::max(segment.rate, level))
                jumps.insert(segment.from);
            needsGrid |= segment.slope != 0;
            level = segment.rateAt(segment.to);
        }
    }
    std::vector<double> kept(jumps.begin(), jumps.end());
    if (kept.size() > kMostJumps) {
        kept = thinned(kept, kMostJumps - 1);
        needsGrid = true;
    }
    std::set<double> edges(kept.begin(), kept.end());
    edges.insert(0);
    edges.insert(duration);
    if (needsGrid) {
        const double step = std::max(duration / kGridSlices, std::min(300.0, duration / 20));
        for (double at = step; at < duration; at += step)
            edges.insert(at);
    }
    return {edges.begin(), edges.end()};
}

void mergeRate(FlowRate& mean, const FlowRate& slice, double weight)
{
    mean.messagesPerSecond += slice.messagesPerSecond * weight;
    mean.recordsPerSecond += slice.recordsPerSecond * weight;
    mean.bytesPerSecond += slice.bytesPerSecond * weight;
    mean.hottestKeyShare = std::max(mean.hottestKeyShare, slice.hottestKeyShare);
    mean.burstRecords = std::max(mean.burstRecords, slice.burstRecords);
}

void mergeComponent(FlowComponent& into, const FlowComponent& slice, double weight)
{
    mergeRate(into.offered, slice.offered, weight);
    mergeRate(into.accepted, slice.accepted, weight);
    mergeRate(into.refused, slice.refused, weight);
    into.failedPerSecond += slice.failedPerSecond * weight;
    into.serviceMillis += slice.serviceMillis * weight;
    into.backlogGrowthPerSecond = std::max(into.backlogGrowthPerSecond, slice.backlogGrowthPerSecond);
    into.idle = slice.idle;
    for (const LimitUse& use : slice.limits) {
        const auto found = std::find_if(into.limits.begin(), into.limits.end(), [&](const LimitUse& limit) {
            return limit.limit == use.limit && limit.label == use.label;
        });
        if (found == into.limits.end()) {
            into.limits.push_back(use);
            into.limits.back().mean = use.mean * weight;
            into.limits.back().refused = use.refused * weight;
            continue;
        }
        const double mean = found->mean + use.mean * weight;
        const double refused = found->refused + use.refused * weight;
        const double peak = std::max(found->peak, use.peak);
        if (use.utilisation > found->utilisation)  // the worst slice decides, and shows its arithmetic
            *found = use;
        found->mean = mean;
        found->refused = refused;
        found->peak = peak;
    }
    for (const Sizing& sizing : slice.sizing) {
        const auto found = std::find_if(into.sizing.begin(), into.sizing.end(),
                                        [&](const Sizing& s) { return s.parameter == sizing.parameter; });
        if (found == into.sizing.end())
            into.sizing.push_back(sizing);
        else if (sizing.recommended > found->recommended)
            *found = sizing;
    }
}

/// Readings of one meter in successive slices become one: counts add, levels and inflows average over time.
void mergeUsage(Usage& into, const Usage& slice, double weight)
{
    for (const MeterReading& reading : slice) {
        const auto found = std::find_if(into.begin(), into.end(), [&](const MeterReading& r) {
            return r.component == reading.component && r.meter == reading.meter;
        });
        const bool sums = reading.meterClass == MeterClass::Count || reading.meterClass == MeterClass::Once;
        if (found == into.end()) {
            into.push_back(reading);
            if (!sums) {
                into.back().amount *= weight;
                into.back().inflowPerSecond *= weight;
            }
            continue;
        }
        found->mixAlways(reading, sums ? 1 : weight);
        found->amount += sums ? reading.amount : reading.amount * weight;
        found->inflowPerSecond += reading.inflowPerSecond * weight;
    }
}

}  // namespace

namespace {

/// What changes, from when on.
Finding changed(const Design& design, const ServiceLibrary& library, const ChangeInForce& change)
{
    const Component& component = *findComponent(design, change.component);
    const ParameterSpec& parameter = *findParameter(library.find(component.service)->spec, change.parameter);
    Finding finding;
    finding.id = "changed-" + change.id;
    finding.level = FindingLevel::Note;
    finding.component = change.component;
    finding.text = {"{component}: {parameter} {before} -> {after}, asked for at {asked} s",
                    {inWords("component", component.label.empty() ? component.id : component.label),
                     inWords("parameter", parameter.name), inWords("before", toString(change.before)),
                     inWords("after", toString(change.value)), inDigits("asked", change.requestedSeconds)}};
    if (change.inForceSeconds > change.requestedSeconds)
        finding.text += Phrase{", in force from {from} s", {inDigits("from", change.inForceSeconds)}};
    else
        finding.text += " and in force at once";
    const double takes = change.inForceSeconds - change.requestedSeconds;
    finding.derivation = parameter.change->evidence == Evidence::Documented
                             ? quoted("time that the change takes", takes, "s", parameter.change->source)
                             : assumed("time that the change takes", takes, "s", parameter.change->source);
    return finding;
}

/// What is gathered over the slices of a scenario.
struct Gathered {
    std::vector<FlowComponent> components;  ///< by rank
    std::vector<FlowRate> rates;            ///< by connection index
    std::vector<FlowPoint> points;
    std::vector<std::uint32_t> pointOf;  ///< by slice
    std::vector<double> ends, lengths;   ///< by slice
};

/// Slices of a scenario, and what the graph does in each kind of them.
struct Slices {
    std::vector<double> lengths;
    std::vector<RateCell> cells;
    std::vector<std::uint32_t> cellOf;  ///< by slice
    std::vector<FlowPoint> points;      ///< by cell
    /// By cell: what there is of the capacities that follow their load, by rank; empty where none does.
    std::vector<std::vector<std::pair<std::size_t, FollowedSlice>>> followed{};
};

/// Cut where they are long: a line grows and goes while rates stay.
Slices cutFine(const Slices& slices, double longest)
{
    Slices fine;
    fine.cells = slices.cells;
    for (std::size_t slice = 0; slice < slices.lengths.size(); ++slice) {
        const double parts = std::max(1.0, std::ceil(slices.lengths[slice] / longest - 1e-9));
        for (double part = 0; part < parts; ++part) {
            fine.lengths.push_back(slices.lengths[slice] / parts);
            fine.cellOf.push_back(slices.cellOf[slice]);
        }
    }
    return fine;
}

/// About how long a line is: none, or by powers of two.
int lengthOf(double waitSeconds)
{
    constexpr double kLeast = 0.01, kLn2 = 0.6931471805599453;
    return waitSeconds < kLeast ? 0 : 1 + static_cast<int>(deterministicLog(waitSeconds / kLeast) / kLn2);
}

/// A capacity that follows its load is never quite where the rates of a slice would leave it: it is walked through the slices
/// in order, and slices with the same rates and about the same lines are looked at again, with what there was of it.
void followLoads(FlowPass& pass, const Scenario& scenario, Slices& slices)
{
    constexpr double kFine = 120;  // slices of a scenario
    const bool settled = scenario.opening == Opening::Settled;
    const bool steady = slices.cells.size() < 2 && settled;
    std::vector<std::size_t> ranks;
    for (std::size_t rank = 0; rank < slices.points.front().components.size(); ++rank) {
        const FlowComponent& component = slices.points.front().components[rank];
        if (component.follow && (!steady || component.swings))
            ranks.push_back(rank);
    }
    if (ranks.empty())
        return;
    Slices fine = cutFine(slices, steady ? scenario.durationSeconds : scenario.durationSeconds / kFine);
    std::vector<std::vector<FollowedSlice>> courses;
    for (const std::size_t rank : ranks) {
        std::vector<FollowedSlice>& course = courses.emplace_back();
        for (std::size_t slice = 0; slice < fine.lengths.size(); ++slice) {
            course.push_back(slices.points[fine.cellOf[slice]].components[rank].asks);
            course.back().seconds = fine.lengths[slice];
        }
        slices.points[fine.cellOf.front()].components[rank].follow(course, settled);
    }
    fine.cells.clear();
    std::map<std::vector<int>, std::uint32_t> known;
    std::vector<std::vector<std::size_t>> members;  // slices by cell
    for (std::size_t slice = 0; slice < fine.lengths.size(); ++slice) {
        std::vector<int> kind{static_cast<int>(fine.cellOf[slice])};
        for (const std::vector<FollowedSlice>& course : courses)
            kind.push_back(lengthOf(course[slice].waitSeconds));
        const auto [at, isNew] = known.emplace(kind, static_cast<std::uint32_t>(fine.cells.size()));
        if (isNew) {
            fine.cells.push_back({slices.cells[fine.cellOf[slice]].rates, 0});
            members.emplace_back();
        }
        fine.cellOf[slice] = at->second;
        fine.cells[at->second].seconds += fine.lengths[slice];
        members[at->second].push_back(slice);
    }
    for (std::size_t cell = 0; cell < fine.cells.size(); ++cell) {
        std::vector<std::pair<std::size_t, FollowedSlice>> there;
        for (std::size_t at = 0; at < ranks.size(); ++at) {
            FollowedSlice mean;
            for (const std::size_t slice : members[cell])
                mean.add(courses[at][slice],
                         fine.cells[cell].seconds > 0 ? fine.lengths[slice] / fine.cells[cell].seconds : 0);
            pass.follow(ranks[at], mean);
            there.emplace_back(ranks[at], mean);
        }
        fine.points.push_back(pass.at(fine.cells[cell].rates, fine.cells[cell].seconds));
        fine.followed.push_back(there);
    }
    slices = std::move(fine);
}

/// Where a breaker opens, calls come as if there were none for part of the time, and not at all for the rest: both are looked
/// at, each for its time. Several breakers open together.
std::vector<std::pair<FlowPoint, double>> byBreakers(FlowPass& pass, const EngineGraph& graph,
                                                     const Slices& slices, std::size_t cell)
{
    std::vector<bool> stopped(graph.links.size(), false);
    const RateCell& here = slices.cells[cell];
    double passes = 1;
    bool guarded = false;
    for (std::size_t rank = 0; rank < graph.nodes.size(); ++rank)
        for (const ConnectionPort& port : graph.nodes[rank].outputs)
            guarded |= pass.breakerOf(rank, port).on;
    std::vector<std::pair<FlowPoint, double>> parts;
    if (guarded) {
        if (!slices.followed.empty())
            for (const auto& [rank, there] : slices.followed[cell])
                pass.follow(rank, there);
        pass.at(here.rates, here.seconds);
        std::vector<std::pair<std::size_t, FlowPort>> opens;
        for (std::size_t rank = 0; rank < graph.nodes.size(); ++rank)
            for (const FlowPort& output : pass.outputsOf(rank))
                if (pass.passedByBreakerOf(rank, output, output.answer) < 1) {
                    opens.emplace_back(rank, output);
                    stopped[output.port.index] = true;
                }
        if (!opens.empty()) {
            pass.stop(stopped);
            pass.at(here.rates, here.seconds);
            for (const auto& [rank, output] : opens)
                passes = std::min(passes, pass.passedByBreakerOf(rank, output, pass.answerOver(output)));
            pass.stop({});
        }
    }
    if (passes >= 1) {
        parts.emplace_back(slices.points[cell], here.seconds);
        return parts;
    }
    parts.emplace_back(pass.at(here.rates, here.seconds * passes), here.seconds * passes);
    pass.stop(stopped);
    parts.emplace_back(pass.at(here.rates, here.seconds * (1 - passes)), here.seconds * (1 - passes));
    pass.stop({});
    return parts;
}

void mergePoint(FlowPoint& point, double weight, FlowReport& report, Gathered& all)
{
    for (std::size_t rank = 0; rank < all.components.size(); ++rank) {
        all.components[rank].id = point.components[rank].id;
        mergeComponent(all.components[rank], point.components[rank], weight);
    }
    for (std::size_t link = 0; link < all.rates.size(); ++link)
        mergeRate(all.rates[link], point.rates[link], weight);
    mergeUsage(report.usage, point.usage, weight);
    for (Finding& finding : point.findings) {
        const bool known = std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& f) {
            return f.id == finding.id && f.component == finding.component;
        });
        if (!known)
            report.findings.push_back(std::move(finding));
    }
}

void gather(const Epoch& epoch, const Scenario& scenario, double target, FlowReport& report, Gathered& all)
{
    const EngineGraph& graph = epoch.graph;
    std::vector<double> edges{epoch.from};
    for (const double edge : sliceEdges(graph, scenario)) {
        if (edge > epoch.from && edge < epoch.to)
            edges.push_back(edge);
    }
    edges.push_back(epoch.to);
    const std::size_t slices = edges.size() - 1;
    FlowPass pass{graph, epoch.design, scenario, target};
    const std::size_t sources = pass.sources().size();
    std::vector<double> rates(slices * sources), lengths(slices);
    for (std::size_t slice = 0; slice < slices; ++slice)
        lengths[slice] = edges[slice + 1] - edges[slice];
    for (std::size_t source = 0; source < sources; ++source) {
        const RateProfile profile{trafficOf(scenario, graph.nodes[pass.sources()[source]].view.component->id),
                                  scenario.durationSeconds};
        for (std::size_t slice = 0; slice < slices; ++slice)
            rates[slice * sources + source] =
                lengths[slice] > 0 ? profile.expected(edges[slice], edges[slice + 1]) / lengths[slice] : 0;
    }
    Slices parts;
    parts.lengths = lengths;
    parts.cells = groupByRates(rates, sources, lengths, kSameRate, kMostEvaluations, parts.cellOf);
    for (const RateCell& cell : parts.cells)
        parts.points.push_back(pass.at(cell.rates, cell.seconds));
    followLoads(pass, scenario, parts);
    double end = epoch.from;
    for (std::size_t slice = 0; slice < parts.lengths.size(); ++slice) {
        end += parts.lengths[slice];
        all.pointOf.push_back(static_cast<std::uint32_t>(all.points.size()) + parts.cellOf[slice]);
        all.ends.push_back(end);
        all.lengths.push_back(parts.lengths[slice]);
    }
    for (std::size_t at = 0; at < parts.cells.size(); ++at) {
        for (auto& [point, seconds] : byBreakers(pass, graph, parts, at))
            mergePoint(point, seconds / scenario.durationSeconds, report, all);
        all.points.push_back(std::move(parts.points[at]));
    }
}

/// What is held at all times is what is held in the least of them.
double alwaysShareOf(const MeterReading& reading, const std::vector<FlowPoint>& points)
{
    double least = reading.amount;
    for (const FlowPoint& point : points) {
        const auto found =
            std::find_if(point.usage.begin(), point.usage.end(), [&](const MeterReading& each) {
                return each.component == reading.component && each.meter == reading.meter;
            });
        least = std::min(least, found == point.usage.end() ? 0 : found->alwaysShare * found->amount);
    }
    return reading.amount > 0 ? least / reading.amount : 0;
}

}  // namespace

static Result<FlowReport> flowOf(const Design& design, const ServiceLibrary& library,
                                 const Scenario& scenario, double target)
{
    const Result<std::vector<Epoch>> epochs = epochsOf(design, library, scenario);
    if (!epochs)
        return epochs.error();
    const EngineGraph& graph = epochs->front().graph;
    FlowReport report;
    report.scenario = scenario.id;
    report.durationSeconds = scenario.durationSeconds;
    Gathered all;
    all.components.resize(graph.nodes.size());
    all.rates.resize(graph.links.size());
    for (const ChangeInForce& change : changesInForce(design, library.catalog(), scenario))
        report.findings.push_back(changed(design, library, change));
    for (const Epoch& epoch : *epochs) {
        if (epoch.to > epoch.from)
            gather(epoch, scenario, target, report, all);
    }
    std::vector<FlowComponent>& merged = all.components;
    const std::vector<FlowPoint>& points = all.points;
    const std::size_t slices = all.ends.size();
    // What a component cannot finish waits, and drains when there is room again.
    for (std::size_t rank = 0; rank < merged.size(); ++rank) {
        double capacity = 0, waiting = 0;
        bool falls = false;
        for (const FlowPoint& point : points) {
            const FlowComponent& at = point.components[rank];
            if (at.backlogGrowthPerSecond > 0)
                capacity = std::max(capacity, at.offered.recordsPerSecond - at.backlogGrowthPerSecond);
            falls |= at.backlogGrowthPerSecond > 0;
        }
        for (std::size_t slice = 0; falls && slice < slices; ++slice) {
            const FlowComponent& at = points[all.pointOf[slice]].components[rank];
            waiting = std::max(0.0, waiting + (at.offered.recordsPerSecond - capacity) * all.lengths[slice]);
            if (waiting > merged[rank].backlogPeak) {
                merged[rank].backlogPeak = waiting;
                merged[rank].backlogPeakAtSeconds = all.ends[slice];
            }
        }
        merged[rank].backlogFinal = waiting;
    }
    for (MeterReading& reading : report.usage) {
        reading.observedSeconds = scenario.durationSeconds;
        if (reading.meterClass == MeterClass::Level)
            reading.alwaysShare = alwaysShareOf(reading, points);
    }
    std::sort(merged.begin(), merged.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    report.components = std::move(merged);
    for (std::size_t link = 0; link < graph.connections.size(); ++link)
        report.connections[graph.connections[link]->id] = all.rates[link];
    std::sort(report.usage.begin(), report.usage.end(), [](const MeterReading& a, const MeterReading& b) {
        return a.component != b.component ? a.component < b.component : a.meter < b.meter;
    });
    return report;
}

/// Sized only where it matters: a parameter of the other capacity mode stays as it is.
static bool asksForSizing(const ServiceSpec& spec, const ParameterMap& values, const ParameterSpec& parameter)
{
    if (!parameter.sizable || !isAuto(spec, values, parameter.id))
        return false;
    const VisibleWhen& when = parameter.visibleWhen;
    return when.parameter.empty()
           || std::find(when.values.begin(), when.values.end(), textOf(spec, values, when.parameter))
                  != when.values.end();
}

static Result<const Scenario*> scenarioOf(const Design& design, const ScenarioId& id)
{
    const Scenario* scenario = findScenario(design, id);
    if (scenario)
        return scenario;
    if (id.empty())
        return Error{"/scenarios", "the design has no scenario",
                     "add one with a duration and traffic for a source"};
    std::string known;
    for (const Scenario& s : design.scenarios)
        known += (known.empty() ? "" : ", ") + s.id;
    return Error{"/scenarios", "there is no scenario '" + id + "'", "use one of: " + known};
}

Result<SizedDesign> resolveAuto(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenarioId, double target)
{
    SizedDesign sized{design, {}};
    bool any = false;
    for (const Component& component : design.components) {
        const Service* service = library.find(component.service);
        if (!service)
            continue;
        for (const ParameterSpec& parameter : service->spec.parameters)
            any |= asksForSizing(service->spec, component.parameters, parameter);
    }
    if (!any)
        return sized;
    const auto scenario = scenarioOf(design, scenarioId);
    if (!scenario)
        return scenario.error();
    // Once a parameter has its size, nothing says that it was `auto`.
    for (const Issue& issue : validate(design, library.catalog(), IntegrationTable::builtin())) {
        if (issue.severity == Severity::Error && issue.rule == "parameter-change")
            return Error{issue.place, issue.what, issue.remedy};
    }
    // First with room for everything, so that nothing upstream hides demand; what it recommends is then set.
    constexpr std::int64_t kPlenty = 1'000'000;
    for (Component& component : sized.design.components) {
        const Service* service = library.find(component.service);
        for (std::size_t p = 0; service && p < service->spec.parameters.size(); ++p) {
            const ParameterSpec& parameter = service->spec.parameters[p];
            if (asksForSizing(service->spec, component.parameters, parameter))
                component.parameters[parameter.id] =
                    std::min<std::int64_t>(kPlenty, static_cast<std::int64_t>(parameter.maximum));
        }
    }
    const Result<FlowReport> flow = flowOf(sized.design, library, **scenario, target);
    if (!flow)
        return flow.error();
    for (Component& component : sized.design.components) {
        const Service* service = library.find(component.service);
        const Component* original = findComponent(design, component.id);
        for (const ParameterSpec& parameter : service->spec.parameters) {
            if (!asksForSizing(service->spec, original->parameters, parameter))
                continue;
            double value = std::max(1.0, parameter.minimum);
            for (const Sizing& sizing : findComponent(*flow, component.id)->sizing) {
                if (sizing.parameter == parameter.id)
                    value = std::clamp(sizing.recommended, parameter.minimum, parameter.maximum);
            }
            component.parameters[parameter.id] = static_cast<std::int64_t>(value);
            sized.chosen.emplace_back(component.id + "." + parameter.id, plainNumber(value) + " (auto)");
        }
    }
    return sized;
}

Result<FlowReport> estimateFlow(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenarioId, double target)
{
    const auto scenario = scenarioOf(design, scenarioId);
    if (!scenario)
        return scenario.error();
    const Result<SizedDesign> sized = resolveAuto(design, library, scenarioId, target);
    if (!sized)
        return sized.error();
    return flowOf(sized->design, library, **scenario, target);
}

}  // namespace plimsoll
