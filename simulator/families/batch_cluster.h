// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"

#include <functional>

namespace plimsoll {

struct ClusterFigures {
    double seconds = 0;
    std::uint64_t started = 0, finished = 0, skipped = 0;
    double clusterSeconds = 0;  ///< a cluster existed, summed over clusters
    HeldUse working;            ///< jobs reading or writing
    double readBytes = 0, writtenBytes = 0, longestSeconds = 0;
};

/// Jobs on a cluster: start-up, bytes / throughput, commit; the output is readable only at the commit.
struct ClusterConfig {
    bool transient = true;  ///< a cluster per job; otherwise one for the whole run
    Duration startUp = std::chrono::minutes{6};
    double bytesPerSecond = 1;  ///< of the whole cluster
    Duration commit = std::chrono::seconds{10};
    std::vector<JobLoad> jobs;
    std::function<void(const ClusterFigures&, NodeReport&)> finish;
};

NodeHandle makeBatchCluster(ClusterConfig config, const NodeContext& context);

}  // namespace plimsoll
