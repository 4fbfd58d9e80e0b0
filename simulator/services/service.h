// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "simulator/flow/flow_context.h"
#include "simulator/kernel/node_context.h"

#include <functional>
#include <memory>
#include <vector>

namespace plimsoll {

/// A service: what it says about itself and how it behaves. One folder under services/ makes one of these, out of a
/// family and three things of its own: spec, configuration and bill (family_service.h).
struct Service {
    ServiceSpec spec;
    /// The exact node, message by message; null for a service that can only be drawn.
    std::function<NodeHandle(const NodeContext&)> makeNode{};
    /// The flow face: mean rates in, mean rates and answers out, limits, sizing, meters.
    std::function<FlowFace(const ComponentView&)> flowFace{};
    /// Shards or partitions a consumer polls one by one, with what a scenario makes of the component later; null = 1.
    std::function<int(const ComponentView&, const std::vector<std::shared_ptr<const Component>>&)> lanes{};
    bool changes = false;  ///< its family takes changes of its configuration while it runs
};

}  // namespace plimsoll
