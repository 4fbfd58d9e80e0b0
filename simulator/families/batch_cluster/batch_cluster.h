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
    bool billsStartUp =
        true;                 ///< of a cluster per job: it is billed from its order, else from its first work
    Duration leastBilled{0};  ///< of a cluster per job: it is billed for at least so long
    /// Workers are kept between runs, from the first one until there was none for `idleStop`; a run that finds them starts
    /// so soon.
    std::optional<Duration> startKept;
    Duration idleStop{};
    double unitsPerRun = 1;     ///< of what `mostUnits` counts, such as DPUs
    double mostUnits = 0;       ///< held by all runs at once; a run above is refused; 0 = no limit
    double startsTogether = 1;  ///< so many start requests make one run of each job without a schedule ...
    Duration startWindow{0};    ///< ... or fewer, so long after the first of them
    /// Workers follow the containers that the running jobs still need; of a cluster for the whole run.
    std::optional<ScalingPolicy> scaling;
    double workers = 1;  ///< at the start; `bytesPerSecond` is theirs
    double bytesPerContainer = 128.0 * 1024 * 1024;
    double redoneShare = 1;  ///< of what nodes had done when they are taken: done again
    LimitSpec busy;     ///< jobs on the cluster against how many it takes at once, or what `mostUnits` bounds
    std::string sized;  ///< parameter that says how many workers there are ...
    std::string sizedUnit;
    double sizedNow = 0;       ///< ... its value ...
    double bytesPerSized = 1;  ///< ... and what one of them gets through in a second
    std::string idle;          ///< what is missing when there is no job
};

/// What a cluster is billed for.
struct ClusterLoad {
    double clusters = 0;  ///< time mean of clusters that exist
    double workers = 0;   ///< nodes of one that exists, those starting included; time mean
    double billed = 0;    ///< time mean of clusters that are billed, least times and start-up as configured
    double kept = 0;      ///< share of the time in which workers are kept
};

struct BatchClusterFamily {
    using Config = ClusterConfig;
    using Load = ClusterLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Start, ConnectionKind::Load};
    static constexpr KindSet kMakes{ConnectionKind::Load};
    static constexpr bool kAcknowledgesAtOnce = true;
    static NodeHandle makeNode(const ClusterConfig& config, const NodeContext& context,
                               BillOf<ClusterLoad> bill);
    static ClusterLoad flow(const ClusterConfig& config, FlowContext& context);
};

/// Whether what comes over such a connection asks for a run: neither data to work on nor a feed to read.
constexpr bool isStart(ConnectionKind kind)
{
    return kind != ConnectionKind::Load && kind != ConnectionKind::Poll;
}

/// The scenario's jobs that run on this component.
std::vector<JobLoad> jobsOf(const ComponentView& self, const Scenario& scenario);

}  // namespace plimsoll
