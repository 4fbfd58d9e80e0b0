// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/flow/flow_rate.h"
#include "simulator/kernel/node_context.h"
#include "simulator/metrics/meter_sink.h"
#include "simulator/metrics/support_use.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace plimsoll {

/// One end of the flow face: rates that arrive or leave over a connection, and what the answers to them are.
struct FlowPort {
    ConnectionPort port;
    FlowRate rate;
    Answer answer;  ///< outputs: as the callee last said; inputs: to fill
};

/// What a family's flow face reads and fills, for one slice of time with constant rates.
/// It is asked several times for one slice, as answers travel against the rates, and must depend on its arguments alone.
struct FlowContext {
    ComponentView self;
    const Scenario* scenario = nullptr;
    const Design* design = nullptr;
    double atSeconds = 0;  ///< start of the slice
    double sliceSeconds = 0;
    double targetUtilisation = 0.8;
    SupportUse use{};               ///< what those who use this component ask of it, all in all
    std::vector<FlowPort> inputs;   ///< answers to fill
    std::vector<FlowPort> outputs;  ///< rates to fill
    FlowComponent& result;
    std::vector<Finding>& findings;
    /// Of a capacity that follows its load: what there is on average while these rates hold, where its course is known.
    std::optional<FollowedSlice> followed{};

    /// Sum over the inputs.
    FlowRate arriving() const;
    /// The same answer to every input.
    void answerAll(const Answer& answer);
    /// The same rate to every output (copy), or by share (split).
    void passOn(const FlowRate& rate);
};

/// How a component's connections are used while the sources hold the rates a run opens with, as after a long time of it.
struct SettledFlow {
    std::shared_ptr<const Scenario> scenario;  ///< with those rates
    std::vector<FlowPort> inputs, outputs;
    bool hasRoom = true;  ///< no limit of it was used in full: what can be saved up was
};

/// The flow face of one placed component with its configuration; what it is billed for goes into the sink.
using FlowFace = std::function<void(FlowContext&, const MeterSink&)>;

/// Rates of calls that a compute service makes over one output while it handles `rate`.
FlowRate callRate(const ConnectionPort& port, const FlowRate& rate);

}  // namespace plimsoll
