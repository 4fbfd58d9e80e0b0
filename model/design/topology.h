// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"

#include <utility>
#include <vector>

namespace plimsoll {

/// What the graph of a design looks like; computed by Boost.Graph, never stored.
struct Topology {
    std::vector<int> order;  ///< component indices, sources first; cycles broken at the smallest id
    std::vector<std::vector<ComponentId>>
        cycles;                                   ///< strongly connected groups of two or more, or self loops
    std::vector<ComponentId> orphans;             ///< no connection at all
    std::vector<ComponentId> unreachable;         ///< no path from any source component
    std::vector<ComponentId> articulationPoints;  ///< their loss splits a path: single points of failure
};

/// `sources` are the ids of components that create work. Dangling connections are skipped.
Topology topologyOf(const Design& design, const std::vector<ComponentId>& sources);

/// The strongly connected group (0, 1, ...) of each of `nodes` vertices.
std::vector<int> strongComponentsOf(int nodes, const std::vector<std::pair<int, int>>& edges);

}  // namespace plimsoll
