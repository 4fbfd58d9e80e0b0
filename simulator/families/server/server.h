// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/kernel/node_context.h"

#include <functional>
#include <optional>

namespace plimsoll {

struct ServerFigures {
    TotalTime busyTime;  ///< of all servers until the end of the run
    std::uint64_t waited = 0, served = 0;
    std::uint64_t batches = 0;  ///< of a server that takes batches
    TotalTime waitTime;         ///< summed over all served
    std::uint64_t taken = 0;    ///< requests that a Spot interruption caught in work
    HeldSums busy;              ///< servers at work over time
};

/// G/G/c/K: first come first served, `servers` in parallel, at most `queueLimit` waiting.
struct ServerConfig {
    int servers = 1;
    Law service;  ///< nanoseconds
    std::optional<std::uint64_t> queueLimit;
    std::uint64_t batchSize = 1;  ///< records one server takes at once
    Duration batchWait{};         ///< from a batch's first; 0 = until a server is free
    bool disturbed = false;       ///< the scenario has a fault for it
    std::function<void(const ServerFigures&, NodeReport&)> finish;
};

/// Answers its callers and passes what it finished on to its outputs.
NodeHandle makeRequestServer(ServerConfig config, const NodeContext& context);
/// The same with bulk service: a batch takes one server for one service time, and goes on as one message.
NodeHandle makeBatchServer(ServerConfig config, const NodeContext& context);

}  // namespace plimsoll
