// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "simulator/flow/flow_context.h"
#include "simulator/kernel/node_context.h"

namespace plimsoll {

/// A service: what it says about itself and how it behaves. One folder under services/ makes one of these.
struct Service {
    ServiceSpec spec;
    /// The exact node, message by message; null for a service that can only be drawn.
    NodeHandle (*makeNode)(const NodeContext&) = nullptr;
    /// The flow face: mean rates in, mean rates out, limits, sizing, meters.
    void (*flow)(FlowContext&) = nullptr;
    /// Shards or partitions a consumer polls one by one; null = 1.
    int (*lanes)(const ComponentView&) = nullptr;
    /// How often an idle poller asks each lane.
    Duration pollInterval = std::chrono::seconds{1};
};

}  // namespace plimsoll
