// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/estimate/flow_pass.h"

#include "simulator/draws/elementary.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/queueing/breaker_share.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll {

namespace {

constexpr double kSameAnswer = 1e-6;
constexpr int kMostRounds = 64, kUndampedRounds = 4;

bool differs(double a, double b, double least)
{
    return a != b && std::abs(a - b) > kSameAnswer * std::max({least, std::abs(a), std::abs(b)});
}
bool differs(const Answer& a, const Answer& b)
{
    return differs(a.seconds, b.seconds, 1e-6) || differs(a.refusedShare, b.refusedShare, 1)
           || differs(a.shutOutShare, b.shutOutShare, 1) || differs(a.spread(), b.spread(), 1e-9)
           || differs(a.pulls.perSecond, b.pulls.perSecond, 1e-6)
           || differs(a.pulls.emptyPerSecond, b.pulls.emptyPerSecond, 1e-6)
           || differs(a.pulls.receivers, b.pulls.receivers, 1e-6)
           || differs(a.pulls.objectShare, b.pulls.objectShare, 1e-6)
           || differs(a.pulls.matchShare, b.pulls.matchShare, 1e-6)
           || differs(a.pulls.deletesPerSecond, b.pulls.deletesPerSecond, 1e-6)
           || differs(a.pulls.mostRecordsPerSecond, b.pulls.mostRecordsPerSecond, 1e-6);
}

/// By more than rounding: whoever takes the rate is asked again.
bool differs(const FlowRate& a, const FlowRate& b)
{
    constexpr double kRounding = 1e-12;
    const auto apart = [](double x, double y) {
        return x != y && std::abs(x - y) > kRounding * std::max(std::abs(x), std::abs(y));
    };
    return apart(a.messagesPerSecond, b.messagesPerSecond) || apart(a.recordsPerSecond, b.recordsPerSecond)
           || apart(a.bytesPerSecond, b.bytesPerSecond) || apart(a.hottestKeyShare, b.hottestKeyShare)
           || apart(a.metShare, b.metShare) || apart(a.clients, b.clients) || apart(a.heldBack, b.heldBack)
           || apart(a.shutOutShare, b.shutOutShare) || apart(a.burstRecords, b.burstRecords)
           || apart(a.burstSeconds, b.burstSeconds) || apart(a.recordsAtOnce, b.recordsAtOnce)
           || apart(a.firstShare, b.firstShare) || a.keys != b.keys || apart(a.sizes.mean(), b.sizes.mean())
           || apart(a.sizes.variance(), b.sizes.variance());
}

/// What rounding alone leaves of a part that is nothing.
void dropRounding(FlowRate& part, const FlowRate& whole)
{
    constexpr double kRounding = 1e-12;
    for (double FlowRate::*const rate :
         {&FlowRate::messagesPerSecond, &FlowRate::recordsPerSecond, &FlowRate::bytesPerSecond})
        if (part.*rate < kRounding * whole.*rate)
            part.*rate = 0;
}

}  // namespace

TrafficProfile steadyTraffic(const TrafficProfile& like, double ratePerSecond)
{
    TrafficProfile steady;
    steady.arrivals = like.arrivals;
    steady.burstFactor = like.burstFactor;
    steady.burstShare = like.burstShare;
    steady.burstSeconds = like.burstSeconds;
    steady.ratePerSecond = ratePerSecond;
    return steady;
}

FlowPass::FlowPass(const EngineGraph& graph, const Design& design, const Scenario& scenario,
                   double targetUtilisation)
    : m_graph{graph}, m_design{design}, m_steady{scenario}, m_target{targetUtilisation}
{
    m_steady.load = 1;
    for (std::uint32_t rank = 0; rank < graph.nodes.size(); ++rank) {
        const EngineGraph::Node& node = graph.nodes[rank];
        if (node.view.spec->isSource)
            m_sources.push_back(rank);
        std::vector<FlowPort> inputs, outputs;
        for (const ConnectionPort& port : node.inputs)
            inputs.push_back({port, {}, {}});
        for (const ConnectionPort& port : node.outputs)
            outputs.push_back({port, {}, {}});
        m_inputs.push_back(std::move(inputs));
        m_outputs.push_back(std::move(outputs));
        m_faces.push_back(node.service->flowFace(node.view));
    }
    m_followed.resize(graph.nodes.size());
}

FlowPoint FlowPass::at(const std::vector<double>& sourceRates, double seconds)
{
    for (std::size_t source = 0; source < m_sources.size(); ++source) {
        const ComponentId& id = m_graph.nodes[m_sources[source]].view.component->id;
        m_steady.traffic[id] = steadyTraffic(m_steady.traffic[id], sourceRates[source]);
    }
    FlowPoint point;
    point.rates.resize(m_graph.links.size());
    point.components.resize(m_graph.nodes.size());
    m_answers.assign(m_graph.links.size(), {});
    m_longest.assign(m_graph.links.size(), 0);
    m_steps.assign(m_graph.links.size(), {});
    // Who is asked what was asked before answers as before: only those are asked again whose rates or answers moved.
    const std::size_t ranks = m_graph.nodes.size();
    m_moved.assign(ranks, true);
    for (m_rounds = 0; m_rounds < kMostRounds; ++m_rounds) {
        bool changed = false;
        for (std::size_t step = 0; step < 2 * ranks; ++step) {
            const std::size_t rank = step < ranks ? step : 2 * ranks - 1 - step;
            if (m_moved[rank])
                changed |= ask(rank, point, seconds, false);
        }
        if (!changed)
            break;
    }
    for (std::size_t rank = 0; rank < ranks; ++rank)
        ask(rank, point, seconds, true);
    return point;
}

bool FlowPass::ask(std::size_t rank, FlowPoint& point, double seconds, bool metered)
{
    const EngineGraph::Node& node = m_graph.nodes[rank];
    const auto stopped = [this](const FlowPort& output) {
        return !m_stopped.empty() && m_stopped[output.port.index];
    };
    FlowComponent& component = point.components[rank];
    component = {};
    component.id = node.view.component->id;
    std::vector<Finding> unheard;
    FlowContext context{.self = node.view,
                        .scenario = &m_steady,
                        .design = &m_design,
                        .sliceSeconds = std::min(seconds, m_steady.durationSeconds),
                        .targetUtilisation = m_target,
                        .inputs = std::move(m_inputs[rank]),
                        .outputs = std::move(m_outputs[rank]),
                        .result = component,
                        .findings = metered ? point.findings : unheard,
                        .followed = m_followed[rank]};
    for (const auto& [port, user] : node.users)
        context.use += useOver(port, point.components[user].accepted.recordsPerSecond);
    for (FlowPort& input : context.inputs) {
        input.rate = point.rates[input.port.index];
        input.answer.seconds = -1;
    }
    for (FlowPort& output : context.outputs) {
        output.rate = {};
        output.answer = stopped(output) ? Answer{0, 1} : m_answers[output.port.index];
    }
    context.result.offered = context.arriving();
    m_faces[rank](context, metered ? MeterSink{point.usage, component.id, node.view.spec->id, seconds,
                                               node.view.placement}
                                   : MeterSink{});
    dropRounding(component.refused, component.offered);
    m_moved[rank] = false;
    for (FlowPort& output : context.outputs) {
        if (stopped(output))
            output.rate = {};
        FlowRate& rate = point.rates[output.port.index];
        if (differs(rate, output.rate))
            m_moved[m_graph.links[output.port.index].to] = true;
        rate = output.rate;
    }
    bool changed = false;
    for (FlowPort& input : context.inputs) {
        Answer answer = input.answer;
        if (answer.seconds < 0) {  // a family that says nothing of its answers gives all the same
            const double offered = component.offered.messagesPerSecond;
            answer.seconds = component.serviceMillis * 1e-3;
            answer.refusedShare = offered > 0 ? component.refused.messagesPerSecond / offered : 0;
        }
        Answer& known = m_answers[input.port.index];
        // Where more is asked than can be answered the wait grows: with users who wait for their answers, until they ask
        // no more than that; for whoever does not, as a fluid over the time there is, half of it on average.
        if (m_rounds == 0)
            m_longest[input.port.index] = std::max(0.0, answer.overload - 1) * seconds / 2;
        if (answer.overload > 1)
            answer.seconds = std::min(answer.seconds + m_longest[input.port.index],
                                      std::max(answer.seconds, known.seconds * answer.overload));
        // Where an answer changes the rates that made it, half of each step settles what would swing, and half of that each
        // time it swings all the same: near saturation a little more load is a far longer wait.
        Steps& steps = m_steps[input.port.index];
        const double step = answer.seconds - known.seconds;
        steps.weight = step * steps.last < 0 ? steps.weight / 2 : std::min(1.0, steps.weight * 1.1);
        steps.last = step;
        const double weight = m_rounds < kUndampedRounds ? 1 : 0.5 * steps.weight;
        const auto settle = [weight](double& next, double before) {
            next = before + (next - before) * weight;
        };
        Answer next = answer;
        settle(next.seconds, known.seconds);
        settle(next.refusedShare, known.refusedShare);
        settle(next.shutOutShare, known.shutOutShare);
        settle(next.pulls.perSecond, known.pulls.perSecond);
        settle(next.pulls.emptyPerSecond, known.pulls.emptyPerSecond);
        settle(next.pulls.deletesPerSecond, known.pulls.deletesPerSecond);
        if (std::isfinite(known.pulls.mostRecordsPerSecond) && std::isfinite(next.pulls.mostRecordsPerSecond))
            settle(next.pulls.mostRecordsPerSecond, known.pulls.mostRecordsPerSecond);
        if (differs(next, known)) {
            changed = true;
            // It has not settled yet, and whoever asks hears something new.
            m_moved[rank] = m_moved[m_graph.links[input.port.index].from] = true;
        }
        known = next;
    }
    m_inputs[rank] = std::move(context.inputs);
    m_outputs[rank] = std::move(context.outputs);
    return changed;
}

BreakerRule FlowPass::breakerOf(std::size_t rank, const ConnectionPort& port) const
{
    const ComponentView& self = m_graph.nodes[rank].view;
    const auto sender = self.spec->isSource ? Outgoing::Sender::Source : Outgoing::Sender::Worker;
    return Outgoing::policyOf(sender, self, port).breaker;
}

double FlowPass::passedByBreakerOf(std::size_t rank, const FlowPort& output, const Answer& trial) const
{
    const BreakerRule rule = breakerOf(rank, output.port);
    const Duration timeout = fromMillis(output.port.number("timeoutMillis", 0));
    const auto lost = [&](const Answer& answer) { return Outgoing::lostShareOf(timeout, answer); };
    return passedByBreaker(rule, output.rate.messagesPerSecond, lost(output.answer), lost(trial));
}

std::vector<RateCell> groupByRates(const std::vector<double>& rates, std::size_t sources,
                                   const std::vector<double>& seconds, double tolerance, std::size_t most,
                                   std::vector<std::uint32_t>& cellOf)
{
    for (;; tolerance *= 2) {
        std::vector<RateCell> cells;
        std::map<std::vector<std::int64_t>, std::uint32_t> known;
        cellOf.assign(seconds.size(), 0);
        std::vector<std::int64_t> key(sources);
        for (std::size_t step = 0; step < seconds.size() && cells.size() <= most; ++step) {
            const double* at = rates.data() + step * sources;
            const bool same = step > 0 && std::equal(at, at + sources, at - sources);
            if (!same) {
                for (std::size_t source = 0; source < sources; ++source)
                    key[source] =
                        at[source] > 0
                            ? static_cast<std::int64_t>(std::floor(deterministicLog(at[source]) / tolerance))
                            : std::int64_t{-1'000'000'000};
            }
            const std::uint32_t cell =
                same ? cellOf[step - 1]
                     : known.emplace(key, static_cast<std::uint32_t>(cells.size())).first->second;
            if (cell == cells.size())
                cells.push_back({std::vector<double>(sources, 0), 0});
            cellOf[step] = cell;
            cells[cell].seconds += seconds[step];
            for (std::size_t source = 0; source < sources; ++source)
                cells[cell].rates[source] += at[source] * seconds[step];
        }
        if (cells.size() > most)
            continue;
        for (RateCell& cell : cells) {
            for (double& rate : cell.rates)
                rate = cell.seconds > 0 ? rate / cell.seconds : 0;
        }
        return cells;
    }
}

}  // namespace plimsoll
