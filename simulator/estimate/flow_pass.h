// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/estimate/flow.h"
#include "simulator/flow/flow_context.h"
#include "simulator/graph/engine_graph.h"
#include "simulator/queueing/retry_policy.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll {

/// A constant rate that arrives the way this profile's traffic does.
TrafficProfile steadyTraffic(const TrafficProfile& like, double ratePerSecond);

/// What the flow face says of the whole graph while the sources hold these rates.
struct FlowPoint {
    std::vector<FlowComponent> components;  ///< by rank
    std::vector<FlowRate> rates;            ///< by connection index
    Usage usage;                            ///< for `seconds` of it
    std::vector<Finding> findings;
};

/// Pushes rates through the graph, one set of source rates at a time; ports and contexts are made once. Rates go from
/// the sources on, answer times back to who asked: to a fixed point where answers change rates (closed loops, batches
/// that gather while a run lasts).
class FlowPass {
public:
    /// Graph, design and scenario must outlive it.
    FlowPass(const EngineGraph& graph, const Design& design, const Scenario& scenario,
             double targetUtilisation);
    /// Ranks of the sources: the order of the rates below.
    const std::vector<std::uint32_t>& sources() const { return m_sources; }
    FlowPoint at(const std::vector<double>& sourceRates, double seconds);
    /// From the next at() on, what there is of a component whose capacity follows its load is this; nothing: what the rates
    /// leave in the end.
    void follow(std::size_t rank, std::optional<FollowedSlice> there) { m_followed[rank] = there; }
    /// From the next at() on, calls over these connections fail at once and reach nobody.
    void stop(std::vector<bool> byConnection) { m_stopped = std::move(byConnection); }
    /// Share of the calls over a connection that its caller's breaker would let through, as the last at() left them.
    /// `trial`: what an attempt hears while there are no others.
    double passedByBreakerOf(std::size_t rank, const FlowPort& output, const Answer& trial) const;
    /// The breaker that guards the calls of a component over one of its connections.
    BreakerRule breakerOf(std::size_t rank, const ConnectionPort& port) const;
    /// What is heard over a connection, as the last at() left it.
    const Answer& answerOver(const FlowPort& output) const { return m_answers[output.port.index]; }
    /// The ports of a component as the last at() left them.
    const std::vector<FlowPort>& inputsOf(std::size_t rank) const { return m_inputs[rank]; }
    const std::vector<FlowPort>& outputsOf(std::size_t rank) const { return m_outputs[rank]; }
    /// The scenario with the rates of the last at().
    const Scenario& steady() const { return m_steady; }

private:
    const EngineGraph& m_graph;
    const Design& m_design;
    Scenario m_steady;
    double m_target;
    std::vector<std::uint32_t> m_sources;
    /// Asks one component's face; whether an answer of it changed by more than rounding.
    bool ask(std::size_t rank, FlowPoint& point, double seconds, bool metered);
    std::vector<std::vector<FlowPort>> m_inputs, m_outputs;  // by rank
    std::vector<FlowFace> m_faces;                           // by rank
    std::vector<std::optional<FollowedSlice>> m_followed;    // by rank
    std::vector<Answer> m_answers;                           // by connection index
    std::vector<double> m_longest;  // by connection index, seconds: waits of what is overloaded
    /// How the answers over a connection settle: the last step, and how much of each is taken.
    struct Steps {
        double last = 0, weight = 1;
    };
    std::vector<Steps> m_steps;   // by connection index
    std::vector<bool> m_moved;    // by rank: to be asked again
    std::vector<bool> m_stopped;  // by connection index; empty: none
    int m_rounds = 0;
};

/// Times in which the sources hold nearly the same rates, taken together: the flow face has no memory, so that one
/// evaluation at their mean rates serves them all.
struct RateCell {
    std::vector<double> rates;  ///< by source, mean over the cell
    double seconds = 0;
};

/// Groups steps by their rates to within `tolerance`, coarser where that would make more than `most` cells.
/// `rates` holds `sources` values a step; `cellOf` receives each step's cell.
std::vector<RateCell> groupByRates(const std::vector<double>& rates, std::size_t sources,
                                   const std::vector<double>& seconds, double tolerance, std::size_t most,
                                   std::vector<std::uint32_t>& cellOf);

}  // namespace plimsoll
