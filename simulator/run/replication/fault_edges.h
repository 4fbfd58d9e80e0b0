// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/graph/engine_graph.h"

#include <vector>

namespace plimsoll {

/// One edge of a fault at one node, the start of a redrive or replay, or a changed parameter.
struct FaultEdge {
    SimTime at;
    std::uint32_t rank = 0;
    Control control;
};

/// What the scenario's faults do to the nodes, fault by fault in the order of their ids, then its redrives, changes and replays.
std::vector<FaultEdge> faultEdges(const EngineGraph& graph, const Scenario& scenario);

/// Seconds until `end` in which faults of a kind struck each of the components, by rank.
std::vector<double> secondsStruck(std::vector<FaultEdge> edges, Control::Kind kind, std::size_t ranks,
                                  SimTime end);

}  // namespace plimsoll
