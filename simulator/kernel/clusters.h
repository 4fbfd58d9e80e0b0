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
    std::vector<std::uint32_t> nodes;  ///< ascending
    std::vector<DelayEdge> edges;      ///< between them; `from` and `to` are positions in `nodes`
};

/// Strongly connected groups of the graph, in an order in which nothing goes from a later to an earlier one.
std::vector<Cluster> clustersOf(std::uint32_t nodes, const std::vector<DelayEdge>& edges);

}  // namespace plimsoll
