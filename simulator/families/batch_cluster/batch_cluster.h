// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"
#include "simulator/queueing/scaling_controller.h"

#include <functional>
#include <optional>

namespace plimsoll {

struct ClusterFigures {
    double seconds = 0;
    std::uint64_t started = 0, finished = 0, skipped = 0;
    double clusterSeconds = 0;  ///< a cluster existed, summed over clusters
    HeldUse working;            ///< jobs reading or writing
    double readBytes = 0, writtenBytes = 0, longestSeconds = 0;
    double meanWorkers = 0;  ///< of a cluster that scales: billed, those starting included
};

/// Jobs on a cluster: start-up, bytes / throughput, commit; the output is readable only at the commit.
struct ClusterConfig {
    bool transient = true;  ///< a cluster per job; otherwise one for the whole run
    Duration startUp = std::chrono::minutes{6};
    double bytesPerSecond = 1;  ///< of the whole cluster
    Duration commit = std::chrono::seconds{10};
    /// Workers follow the containers that the running jobs still need; of a cluster for the whole run.
    std::optional<ScalingPolicy> scaling;
    double workers = 1;  ///< at the start; `bytesPerSecond` is theirs
    double bytesPerContainer = 128.0 * 1024 * 1024;
    double redoneShare = 1;  ///< of what nodes had done when they are taken: done again
    std::vector<JobLoad> jobs;
    std::function<void(const ClusterFigures&, NodeReport&)> finish;
};

NodeHandle makeBatchCluster(ClusterConfig config, const NodeContext& context);

}  // namespace plimsoll
