// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace plimsoll {

/// What a layered layout places: boxes of some size, and edges between them by index.
struct LayeredGraph {
    struct Box {
        double width = 0, height = 0;
        double wish = 0;  ///< where it stood from top to bottom: equals keep that order
    };
    struct Gaps {
        double across = 96;  ///< between layers, for the lines and their labels
        double down = 36;    ///< between boxes of a layer
    };
    std::vector<Box> boxes;
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    Gaps gaps;
};

struct LayeredPlaces {
    std::vector<std::pair<double, double>> corners;  ///< upper left, per box; the smallest are 0
    double width = 0, height = 0;
    std::size_t crossings = 0;  ///< of edges, between neighbouring layers
};

/// Boxes in layers from left to right, so that edges go forward: cycles are cut at the edge that closes them, layers are
/// longest paths, the order within them comes from barycentres, heights from the least squares of the edges' bends.
/// After K. Sugiyama, S. Tagawa, M. Toda: Methods for Visual Understanding of Hierarchical System Structures, IEEE
/// Transactions on Systems, Man and Cybernetics 11 (1981) 109-125.
LayeredPlaces layeredLayout(const LayeredGraph& graph);

}  // namespace plimsoll
