// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"

#include <optional>
#include <string>

namespace plimsoll {

/// Jobs on a cluster: start-up, bytes / throughput, commit; the output is readable only at the commit. The jobs are the
/// scenario's.
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
    LimitSpec busy;          ///< jobs on the cluster against how many it takes at once
    std::string sized;       ///< parameter that says how many workers there are ...
    std::string sizedUnit;
    double sizedNow = 0;       ///< ... its value ...
    double bytesPerSized = 1;  ///< ... and what one of them gets through in a second
    std::string idle;          ///< what is missing when there is no job
};

/// What a cluster is billed for.
struct ClusterLoad {
    double clusters = 0;  ///< time mean of clusters that exist
    double workers = 0;   ///< nodes of one that exists, those starting included; time mean
};

struct BatchClusterFamily {
    using Config = ClusterConfig;
    using Load = ClusterLoad;
    static NodeHandle makeNode(const ClusterConfig& config, const NodeContext& context,
                               BillOf<ClusterLoad> bill);
    static ClusterLoad flow(const ClusterConfig& config, FlowContext& context);
};

/// The scenario's jobs that run on this component.
std::vector<JobLoad> jobsOf(const ComponentView& self, const Scenario& scenario);

}  // namespace plimsoll
