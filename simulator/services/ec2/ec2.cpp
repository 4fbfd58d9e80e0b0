// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll {

ServiceSpec ec2Spec();  // ec2_spec.cpp

namespace {

constexpr const char* kYours = "set on the component";

double instancesOf(const ComponentView& self)
{
    return std::max(1.0, self.number("instances"));
}
double leastOf(const ComponentView& self)
{
    return std::max(1.0, self.number("minInstances"));
}
double mostOf(const ComponentView& self)
{
    return std::max(leastOf(self), self.number("maxInstances"));
}
FleetMetric metricOf(const ComponentView& self)
{
    const std::string scaling = self.text("scaling");
    return scaling == "busy"      ? FleetMetric::BusyShare
           : scaling == "backlog" ? FleetMetric::Backlog
                                  : FleetMetric::None;
}

/// In busy workers, or in messages waiting, of one instance.
/// Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html
double targetOf(const ComponentView& self)
{
    const double slots = self.number("slots");
    if (metricOf(self) == FleetMetric::Backlog)
        return slots * self.number("acceptableSeconds") / (self.number("serviceMillis") * 1e-3);
    return slots * self.number("targetBusyPercent") / 100;
}

ScalingPolicy policyOf(const ComponentView& self)
{
    ScalingPolicy policy;
    policy.period = fromSeconds(self.number("metricSeconds"));
    policy.target = std::max(1e-9, targetOf(self));
    policy.slack = self.number("slackPercent") / 100;
    policy.outPoints = policy.outWindow = static_cast<int>(self.number("outPoints"));
    policy.inPoints = policy.inWindow = static_cast<int>(self.number("inPoints"));
    policy.least = leastOf(self);
    policy.most = mostOf(self);
    policy.outCooldown = policy.inCooldown = fromSeconds(self.number("cooldownSeconds"));
    return policy;
}

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config;
    config.metric = metricOf(self);
    config.instances = static_cast<int>(config.metric == FleetMetric::None
                                            ? instancesOf(self)
                                            : std::clamp(instancesOf(self), leastOf(self), mostOf(self)));
    config.slots = static_cast<int>(self.number("slots"));
    config.service = serviceTimeOf(self, self.number("serviceMillis") * 1e6);
    if (const double limit = self.number("queueLimit"); limit >= 0)
        config.queueLimit = static_cast<std::uint64_t>(limit);
    config.scaling = policyOf(self);
    config.boot = fromSeconds(self.number("bootSeconds"));
    config.limit = {"workers", "Workers busy", "workers", self.number("slots"), 1, "instances", kYours};
    config.sized = "instances";
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    meters.level("hours-" + self.text("instanceType"), load.instances,
                 {given("instances, those starting included", load.instances, "")});
}

}  // namespace

Service ec2()
{
    return serviceOf<FleetFamily>(ec2Spec(), configure, bill);
}

}  // namespace plimsoll
