// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/fleet/fleet.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll {

/// Jobs that wait for capacity as long as they must. What is submitted is one job, or an array of children that are run
/// each by itself.
struct JobQueueConfig {
    /// What jobs run on: instances with `slots` places each, which a policy adds and ends by the jobs waiting and running;
    /// or, where each job has a unit of its own, how that starts. Its service time is one attempt's.
    FleetConfig capacity;
    bool unitPerJob = false;    ///< launched for a job, ended with it
    double mostUnits = 1;       ///< of those at once
    Duration containerStart{};  ///< on an instance, before an attempt works
    std::uint32_t children = 1;
    bool oneByOne = false;      ///< each child waits for the success of the one before it
    bool handsOnWhole = false;  ///< once, when all children have succeeded; else each child its own
    double nodes = 1;           ///< places that an attempt takes, all at once
    Duration
        longest{};     ///< an attempt that works longer is ended and not made again; 0 = as long as it takes
    int attempts = 1;  ///< of a child, the first included
    double failShare = 0;    ///< of the attempts
    double urgentShare = 0;  ///< of the jobs: a second queue, of a higher priority on the same capacity
    LimitSpec submits;       ///< a second; an array counts as one
    LimitSpec places;        ///< jobs at once
    std::string sized{};     ///< parameter that bounds the capacity ...
    std::string sizedUnit{};
    double sizedNow = 0, sizedEach = 1;  ///< ... its value, and what a place takes of it
};

struct JobQueueLoad {
    double units =
        0;  ///< billed, time mean: those starting included, in the least time and the steps of their bill
};

struct JobQueueFamily {
    using Config = JobQueueConfig;
    using Load = JobQueueLoad;
    static constexpr KindSet kTakes{ConnectionKind::Put, ConnectionKind::Start};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static constexpr bool kAcknowledgesAtOnce = true;
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// Instances after a long time of these rates.
double settledUnits(const JobQueueConfig& config, const Outgoing& outgoing,
                    const std::vector<FlowPort>& inputs, std::vector<FlowPort>& outputs);

/// Whether whoever starts a job over this connection hears of its end; else it hears that the job is in the queue.
template <class Port>
bool waitsForEnd(const Port& port)
{
    return port.kind == ConnectionKind::Start && port.text("wait", "no") == "finish";
}

}  // namespace plimsoll
