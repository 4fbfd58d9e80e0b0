// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_changes.h"
#include "model/support/error.h"
#include "simulator/services/service.h"
#include "simulator/services/service_library.h"

#include <utility>
#include <vector>

namespace plimsoll {

/// A design made ready for the engine: components in rank order (sources first, ties by id) and typed connections.
struct EngineGraph {
    const Design* design = nullptr;
    struct Node {
        ComponentView view;
        const Service* service = nullptr;
        std::vector<ConnectionPort> inputs, outputs;  ///< in connection id order
        /// Who uses it beside the work: their connections, seen from them, and their ranks, which come before its own.
        std::vector<std::pair<ConnectionPort, std::uint32_t>> users{};
        /// The component as the scenario's changes make it, one after the other.
        std::vector<std::shared_ptr<const Component>> later;
    };
    std::vector<Node> nodes;             ///< by rank
    std::vector<ChangeInForce> changes;  ///< in the order of Node::later
    std::vector<Link> links;             ///< by connection index; then the ways back from dead-letter queues
    std::vector<const Connection*> connections;          ///< by connection index
    std::vector<std::uint32_t> sinks;                    ///< ranks
    std::vector<std::vector<bool>> upstreamOf;           ///< by sink index, by rank
    std::vector<std::vector<std::uint32_t>> sinksBelow;  ///< by rank: sink indices
    std::shared_ptr<KeyHashes> keyHashes = std::make_shared<KeyHashes>();
};

/// The design and the scenario must outlive the graph. Errors: what validate() calls one.
Result<EngineGraph> engineGraph(const Design& design, const ServiceLibrary& library,
                                const Scenario& scenario);

}  // namespace plimsoll
