// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

#include <cstdint>
#include <vector>

namespace plimsoll {

/// Something may travel from one node to another, no sooner than `least` after its cause.
struct DelayEdge {
    std::uint32_t from = 0, to = 0;
    Duration least{};
};

/// Nodes that wait for each other, directly or around a loop.
struct Cluster {
    std::vector<std::uint32_t> nodes;   ///< in the order they run within a window
    Duration window = Duration::max();  ///< nothing that goes back arrives sooner; max when nothing goes back
};

/// Strongly connected groups of the graph, in an order in which nothing goes from a later to an earlier one. A group's
/// window is the largest d such that the edges shorter than d form no loop: run in the order of those edges, every node
/// knows all that arrives in a window of d before its turn. Loops without delay (which validation refuses) give 1 ns.
std::vector<Cluster> clustersOf(std::uint32_t nodes, const std::vector<DelayEdge>& edges);

}  // namespace plimsoll
