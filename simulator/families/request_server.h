// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/law.h"
#include "simulator/kernel/node_context.h"

#include <functional>
#include <optional>

namespace plimsoll {

struct ServerFigures {
    double busySeconds = 0;  ///< server-seconds used until the end of the run
    std::uint64_t waited = 0, served = 0;
    double waitSeconds = 0;  ///< summed over all served
    SlotSums busy;           ///< server-seconds over time
};

/// G/G/c/K: first come first served, `servers` in parallel, at most `queueLimit` waiting.
struct ServerConfig {
    int servers = 1;
    Law service;  ///< nanoseconds
    std::optional<std::uint64_t> queueLimit;
    bool disturbed = false;  ///< the scenario has a fault for it
    std::function<void(const ServerFigures&, NodeReport&)> finish;
};

/// Answers its callers and passes what it finished on to its outputs.
NodeHandle makeRequestServer(ServerConfig config, const NodeContext& context);

}  // namespace plimsoll
