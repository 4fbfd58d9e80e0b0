// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/graph/engine_graph.h"

#include <string>
#include <vector>

namespace plimsoll {

/// A stretch of a scenario in which no parameter changes, and the graph as it is then: each knows its own time only.
struct Epoch {
    double from = 0, to = 0;
    Design design;
    EngineGraph graph;
    std::string inForce;  ///< what has been changed by then, as text
};

/// One at least, in their order. Errors as engineGraph().
Result<std::vector<Epoch>> epochsOf(const Design& design, const ServiceLibrary& library,
                                    const Scenario& scenario);

}  // namespace plimsoll
