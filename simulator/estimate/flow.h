// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/error.h"
#include "simulator/flow/flow_rate.h"

#include <map>
#include <string>
#include <vector>

namespace plimsoll {

class ServiceLibrary;

/// The instant estimate: rates pushed through the graph once per slice, with no randomness and no waiting room.
struct FlowReport {
    ScenarioId scenario;
    double durationSeconds = 0;
    std::vector<FlowComponent> components;         ///< in component id order
    std::map<ConnectionId, FlowRate> connections;  ///< time means
    Usage usage;                                   ///< per scenario duration
    std::vector<Finding> findings;
};

const FlowComponent* findComponent(const FlowReport& report, std::string_view id);

/// At most 512 slices over the scenario. Errors as simulate().
Result<FlowReport> estimateFlow(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenario, double targetUtilisation = 0.8);

/// The design with every `auto` parameter replaced by its recommended size, and what was chosen
/// ("orders.shards" -> "4 (auto)").
struct SizedDesign {
    Design design;
    std::vector<std::pair<std::string, std::string>> chosen;
};
Result<SizedDesign> resolveAuto(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenario, double targetUtilisation = 0.8);

}  // namespace plimsoll
