// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"

#include <cmath>

namespace plimsoll {

ServiceSpec ec2Spec();  // ec2_spec.cpp

namespace {

constexpr const char* kYours = "set on the component";

Law serviceLaw(const ComponentView& self)
{
    const double mean = self.number("serviceMillis") * 1e6;
    const std::string kind = self.text("serviceDistribution");
    if (kind == "deterministic")
        return Law::deterministic(mean);
    if (kind == "lognormal")
        return Law::logNormal(mean, self.number("serviceCv"));
    if (kind == "uniform")
        return Law::uniform(mean);
    return Law::exponential(mean);
}

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

LimitSpec workerLimit(const ComponentView& self, double instances)
{
    return {"workers", "Workers busy", "workers", self.number("slots"), instances, "instances", kYours};
}

void meterInstances(const ComponentView& self, double instances, const MeterSink& meters)
{
    meters.level("hours-" + self.text("instanceType"), instances,
                 {given("instances, those starting included", instances, "")});
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    FleetConfig config;
    config.metric = metricOf(self);
    config.instances = static_cast<int>(config.metric == FleetMetric::None
                                            ? instancesOf(self)
                                            : std::clamp(instancesOf(self), leastOf(self), mostOf(self)));
    config.slots = static_cast<int>(self.number("slots"));
    config.service = serviceLaw(self);
    if (const double limit = self.number("queueLimit"); limit >= 0)
        config.queueLimit = static_cast<std::uint64_t>(limit);
    config.scaling = policyOf(self);
    config.boot = fromSeconds(self.number("bootSeconds"));
    config.finish = [self](const FleetFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const double busy = f.busy.integralUntil(SimTime{fromSeconds(out.seconds)}) / s;
        out.component.limits.push_back(heldLimit(workerLimit(self, f.meanInService), busy, f.busy.peak(),
                                                 static_cast<double>(out.component.counts.rejected)));
        if (const std::uint64_t begun = f.served + f.batches; begun > 0) {
            out.component.facts.emplace_back("mean-wait-ms", "mean wait ms", Aggregation::Share,
                                             f.waitSeconds / static_cast<double>(begun) * 1e3);
            out.component.facts.emplace_back("share-that-waited", "share that waited", Aggregation::Share,
                                             static_cast<double>(f.waited) / static_cast<double>(begun));
        }
        out.component.facts.emplace_back("mean-instances-in-service", "mean instances in service",
                                         Aggregation::TimeMean, f.meanInService);
        meterInstances(self, f.meanBilled, {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeFleet(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    FlowRate offered = context.arriving();
    // A request is a message however many records it has; what is read is worked on record by record.
    double work = 0;
    for (const FlowPort& input : context.inputs)
        work += input.port.kind == ConnectionKind::Poll ? input.rate.recordsPerSecond
                                                        : input.rate.messagesPerSecond;
    const double perInstance = self.number("slots") / (self.number("serviceMillis") * 1e-3);
    double instances = instancesOf(self);
    if (const FleetMetric metric = metricOf(self); metric != FleetMetric::None) {
        // Where the group settles: at the target, or, on a backlog, where it keeps up.
        const double share = metric == FleetMetric::BusyShare ? self.number("targetBusyPercent") / 100 : 1;
        instances = std::clamp(std::ceil(work / perInstance / share - 1e-9), leastOf(self), mostOf(self));
    }
    const double capacity = instances * perInstance;
    const double passes = work > capacity ? capacity / work : 1;
    const bool refuses = self.number("queueLimit") >= 0;
    context.result.accepted = refuses ? offered * passes : offered;
    context.result.refused = offered * (refuses ? 1 - passes : 0);
    context.result.backlogGrowthPerSecond = refuses ? 0 : std::max(0.0, work - capacity);
    const double busy = std::min(work, capacity) * self.number("serviceMillis") * 1e-3;
    LimitUse use = heldLimit(workerLimit(self, instances), busy, busy, 0);
    use.utilisation = work / capacity;
    context.result.limits.push_back(use);
    context.result.serviceMillis = self.number("serviceMillis");
    context.passOn(offered * passes);
    meterInstances(self, instances, meters);
    context.result.sizing.push_back(sizeFor("instances", "instances", instances, context.targetUtilisation,
                                            {{"work", "requests/s", work, perInstance, kYours}}));
}

}  // namespace

Service ec2()
{
    return {.spec = ec2Spec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
