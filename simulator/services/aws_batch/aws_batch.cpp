// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/job_queue/job_queue.h"
#include "simulator/services/family_service.h"
#include "simulator/services/fargate.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::aws_batch {

ServiceSpec awsBatchSpec();  // aws_batch_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/batch/latest/userguide/service_limits.html";
constexpr const char* kYours = "set on the component";

bool onFargate(const ComponentView& self)
{
    return self.text("platform") == "fargate";
}

/// A job of several nodes, each an instance of its own.
bool multiNode(const ComponentView& self)
{
    return !onFargate(self) && self.text("management") == "multi-node";
}
double roomOf(const ComponentView& self)
{
    return multiNode(self) ? 1 : self.number("perInstance");
}

/// As many as the jobs waiting and running need, between the bounds in vCPU.
ScalingPolicy policyOf(const ComponentView& self, double vcpusOfInstance)
{
    ScalingPolicy policy;
    policy.period = fromSeconds(self.number("lookSeconds"));
    policy.target = roomOf(self);
    policy.slack = 0;
    policy.inPoints = policy.inWindow = static_cast<int>(self.number("idleLooks"));
    policy.most = std::max(1.0, std::floor(self.number("maxVcpus") / vcpusOfInstance + 1e-9));
    policy.least = std::min(policy.most, std::ceil(self.number("minVcpus") / vcpusOfInstance - 1e-9));
    if (self.text("management") == "unmanaged")
        policy.least = policy.most = self.number("instances");
    return policy;
}

JobQueueConfig configure(const ComponentView& self)
{
    const double vcpus = fargate::vcpuOf(self);
    JobQueueConfig config;
    FleetConfig& capacity = config.capacity;
    capacity.service = serviceTimeOf(self, self.number("jobSeconds") * 1e9);
    config.unitPerJob = onFargate(self);
    if (config.unitPerJob) {
        capacity.start = fargate::startOf(self);
        config.mostUnits = std::max(1.0, std::floor(self.number("maxVcpus") / vcpus + 1e-9));
    } else {
        capacity.metric = FleetMetric::Waiting;
        capacity.slots = static_cast<int>(roomOf(self));
        capacity.scaling = policyOf(self, vcpus * capacity.slots);
        capacity.instances = static_cast<int>(capacity.scaling.least);
        capacity.start = instanceStart(fromSeconds(self.number("bootSeconds")));
        config.containerStart = fromSeconds(self.number("containerStartSeconds"));
    }
    config.children = static_cast<std::uint32_t>(self.number("arraySize"));
    config.oneByOne = self.text("childrenRun") == "sequential";
    config.handsOnWhole = self.text("handsOn") == "job";
    config.nodes = multiNode(self) ? self.number("nodes") : 1;
    if (self.flag("timeout"))
        config.longest = fromSeconds(self.number("timeoutSeconds"));
    config.attempts = static_cast<int>(self.number("attempts"));
    config.failShare = self.number("failPercent") / 100;
    config.urgentShare = self.number("urgentPercent") / 100;
    config.submits = {"submits", "Jobs submitted", "jobs/s", self.number("submitsPerSecond"), 1, "", kLimits};
    config.places = {"places", "Jobs at once",
                     "jobs",   config.unitPerJob ? config.mostUnits : roomOf(self),
                     1,        config.unitPerJob ? "" : "instances",
                     kYours};
    if (config.unitPerJob || self.text("management") != "unmanaged") {
        config.sized = "maxVcpus";
        config.sizedUnit = "vCPU";
        config.sizedNow = self.number("maxVcpus");
        config.sizedEach = vcpus;
    }
    return config;
}

/// Batch itself costs nothing.
void bill(const ComponentView& self, const JobQueueLoad& load, const MeterSink& meters)
{
    if (onFargate(self))
        fargate::billUnits(self, load.units, 0, meters);
    else if (multiNode(self))  // never on Spot, whatever was chosen for other jobs
        meters.level("instance-hours-" + self.text("instanceType"), load.units,
                     {given("instances, those starting included", load.units, "")});
    else
        billInstances(self, load.units,
                      policyOf(self, fargate::vcpuOf(self) * self.number("perInstance")).least, meters);
}

}  // namespace

Service awsBatch()
{
    return serviceOf<JobQueueFamily>(awsBatchSpec(), configure, bill);
}

}  // namespace plimsoll::services::aws_batch
