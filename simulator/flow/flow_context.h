// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/flow/flow.h"
#include "simulator/kernel/node_context.h"
#include "simulator/metrics/meter_sink.h"

#include <vector>

namespace plimsoll {

/// One end of the flow face: rates that arrive or leave over a connection.
struct FlowPort {
    ConnectionPort port;
    FlowRate rate;
};

/// What a service's flow face reads and fills, for one slice of time with constant rates.
struct FlowContext {
    ComponentView self;
    const Scenario* scenario = nullptr;
    const Design* design = nullptr;
    double atSeconds = 0;  ///< start of the slice
    double sliceSeconds = 0;
    double targetUtilisation = 0.8;
    std::vector<FlowPort> inputs;
    std::vector<FlowPort> outputs;  ///< rates to fill
    FlowComponent& result;
    std::vector<Finding>& findings;
    MeterSink meters;

    /// Sum over the inputs.
    FlowRate arriving() const;
    /// The same rate to every output (copy), or by share (split).
    void passOn(const FlowRate& rate);
};

/// Rates of calls that a compute service makes over one output while it handles `rate`.
FlowRate callRate(const ConnectionPort& port, const FlowRate& rate);

FlowRate operator+(const FlowRate& a, const FlowRate& b);
FlowRate operator*(const FlowRate& rate, double share);

}  // namespace plimsoll
