// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/fleet/unit_life.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/shared/service_time.h"
#include "simulator/metrics/facts.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// What an instance group scales on: busy slots, messages in the queue it reads, requests a minute, requests it has itself.
enum class FleetMetric { None, BusyShare, Backlog, Requests, Waiting };

/// Machines that the units of a fleet run on; none where a unit is a machine of its own.
struct FleetHosts {
    int unitsEach = 0;      ///< units one has room for; 0 = there are none
    UnitStart start;        ///< of one
    ScalingPolicy scaling;  ///< in machines; its target is the units of one
};

/// How readers of lanes share them out by leases; without a fail-over time there are none.
struct LeaseConfig {
    Duration failover{};    ///< a lease that is not renewed runs out after this
    Duration checkpoint{};  ///< the least from one checkpoint of a lane to the next; 0 = after each batch
    /// Source: https://github.com/awslabs/amazon-kinesis-client, DynamoDBLeaseCoordinator
    Duration renewal() const { return std::max(Duration{1}, failover / 3 - std::chrono::milliseconds{25}); }
};

struct FleetConfig {
    int instances = 1;                ///< units in service at the start: instances, tasks, pods
    int slots = 1;                    ///< of each
    ServiceTime service;              ///< of a request or a record
    std::uint64_t recordsAtOnce = 1;  ///< of those that are read, one service time is enough for so many
    Duration window{};                ///< an incomplete batch of a queue waits this long
    std::optional<std::uint64_t> queueLimit;
    bool keepsWork = false;   ///< requests wait in a queue of its own, also while there is no unit
    Duration answerWithin{};  ///< whoever asked hears so long after its request that it failed; 0 = no bound
    FleetMetric metric = FleetMetric::None;
    ScalingPolicy scaling;  ///< in units; its target is of the metric, for one
    UnitStart start;        ///< of one unit
    FleetHosts hosts;
    LeaseConfig leases;
    LimitSpec limit;        ///< of the workers of one unit
    std::string sized;      ///< the parameter that sizing sets
    std::string sizedMost;  ///< the parameter above which scaling does not go
    std::string noun = "instances";
    std::vector<FleetConfig> later{};  ///< of them only the instances change
};

struct FleetLoad {
    double instances =
        0;  ///< billed, time mean: those starting included, in the least time and the steps of their bill
    double hosts = 0;        ///< the same of the machines
    double leaseWrites = 0;  ///< renewals and checkpoints a second
    double requests = 0;     ///< taken, a second; what is read is none
    double bytesIn = 0;      ///< of those
};

/// Where a fleet's size is after a long time of these rates.
struct FleetSteady {
    FlowRate pieces;  ///< requests, and batches that are read
    double own = 0;   ///< seconds of its own work on one
    CallsOfWork calls;
    double work = 0;  ///< slots it would keep busy
    double instances = 0;
};
FleetSteady steadyOf(const FleetConfig& config, const Outgoing& outgoing, const std::vector<FlowPort>& inputs,
                     std::vector<FlowPort>& outputs);
/// Machines for so many units.
double hostsFor(const FleetHosts& hosts, double units);

/// A lane gives its batches one after the other: so many of a store's are worked on at once.
inline LimitSpec laneBatchesOf(double lanes, const std::string& store)
{
    return {kLaneBatches,
            "Batches at once of " + store,
            "batches",
            lanes,
            1,
            "",
            "https://docs.aws.amazon.com/streams/latest/dev/kcl.html"};
}

/// Instances, tasks or pods of `slots` parallel workers each. Requests line up first come first served; messages of a queue and
/// records of a stream are read as workers get free. A worker holds its slot until its calls are answered.
struct FleetFamily {
    using Config = FleetConfig;
    using Load = FleetLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Poll, ConnectionKind::Query};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
