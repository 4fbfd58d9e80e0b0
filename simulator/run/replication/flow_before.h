// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/flow/flow_context.h"
#include "simulator/graph/engine_graph.h"

#include <memory>
#include <vector>

namespace plimsoll {

struct ReplicationPart;

/// By rank, what flowed before the part begins, as if its opening rate had held for long; null where the scenario opens
/// cold. At the very beginning that is the rate without the spikes and pauses that begin then.
std::vector<std::shared_ptr<const SettledFlow>> flowBefore(const EngineGraph& graph, const Scenario& scenario,
                                                           const ReplicationPart& part);

}  // namespace plimsoll
