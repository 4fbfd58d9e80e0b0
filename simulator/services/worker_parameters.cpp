// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/worker_parameters.h"

#include "simulator/services/instance_types.h"
#include "simulator/services/named_least.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string_view>
#include <utility>

namespace plimsoll {

namespace {

constexpr const char* kQueueScaling =
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html";
constexpr const char* kYourProgram = "your program; measure it";
constexpr const char* kYours = "set on the component";
constexpr const char* kTracking = "https://docs.aws.amazon.com/autoscaling/application/userguide/"
                                  "target-tracking-scaling-policy-overview.html";
constexpr const char* kAlarm =
    "the alarms that target tracking makes are not documented as fixed; look up yours";

std::string capital(std::string word)
{
    word.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
    return word;
}

struct MetricWords {
    std::string_view id, name;
    FleetMetric metric;
};
constexpr std::array<MetricWords, 4> kMetrics{{
    {"busy", "On the share of busy workers", FleetMetric::BusyShare},
    {"backlog", "On the messages waiting in its queue", FleetMetric::Backlog},
    {"requests", "On the requests a minute", FleetMetric::Requests},
    {"waiting", "On the requests waiting and in work", FleetMetric::Waiting},
}};

FleetMetric metricOf(const ComponentView& self)
{
    const std::string scaling = self.text("scaling");
    const auto found = std::find_if(kMetrics.begin(), kMetrics.end(),
                                    [&](const MetricWords& each) { return each.id == scaling; });
    return found == kMetrics.end() ? FleetMetric::None : found->metric;
}

/// Of one unit: busy workers, messages waiting, requests a minute, requests waiting and in work.
/// Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html
double targetOf(const ComponentView& self)
{
    const double slots = self.number("slots");
    switch (metricOf(self)) {
    case FleetMetric::Backlog:
        return slots * self.number("acceptableSeconds") / (self.number("serviceMillis") * 1e-3);
    case FleetMetric::Requests:
        return self.number("targetPerMinute");
    case FleetMetric::Waiting:
        return self.number("targetWaiting");
    case FleetMetric::BusyShare:
        return slots * self.number("targetBusyPercent") / 100;
    case FleetMetric::None:
        break;
    }
    return slots;
}

/// The target of each metric that a service can scale on.
std::vector<ParameterSpec> targetParameters(const WorkerWords& words)
{
    using namespace declare;
    const std::string each = " of each " + words.one;
    std::vector<ParameterSpec> all{
        when("scaling", {"busy"},
             real("targetBusyPercent", "Target, busy", "%", {1, 100}, 50,
                  "Share of busy workers to aim at; stands for CPU utilisation.", assumed("your choice"))),
        when("scaling", {"backlog"},
             real("acceptableSeconds", "Acceptable wait", "s", {0.001, 86400}, 10,
                  "A message may wait this long: the target is this over the time per message, for each "
                  "worker.",
                  documented(kQueueScaling))),
        when("scaling", {"requests"},
             real("targetPerMinute", "Target, requests", "1/min", {0.01, 1e9}, 70,
                  "Requests a minute" + each + " to aim at.", documented(words.metricsSource))),
        when("scaling", {"waiting"},
             real("targetWaiting", "Target, waiting", "requests", {0.01, 1e9}, 5,
                  "Requests waiting and in work to aim at, for each " + words.one + " there is.",
                  assumed("your choice"))),
    };
    std::erase_if(all, [&](const ParameterSpec& one) {
        return std::find(words.metrics.begin(), words.metrics.end(), one.visibleWhen.values.front())
               == words.metrics.end();
    });
    return all;
}

ScalingPolicy policyOf(const ComponentView& self, const WorkerWords& words)
{
    ScalingPolicy policy;
    policy.period = fromSeconds(self.number("metricSeconds"));
    policy.target = std::max(1e-9, targetOf(self));
    policy.slack = self.number("slackPercent") / 100;
    policy.outPoints = policy.outWindow = static_cast<int>(self.number("outPoints"));
    policy.inPoints = policy.inWindow = static_cast<int>(self.number("inPoints"));
    policy.least = std::max(static_cast<double>(words.smallest), self.number(words.least));
    policy.most = std::max(policy.least, self.number(words.most));
    policy.inCooldown = fromSeconds(self.number("cooldownSeconds"));
    if (words.cooldownOut)
        policy.outCooldown = policy.inCooldown;
    return policy;
}

}  // namespace

WorkerWords trackedTasks()
{
    return {.one = "task",
            .many = "tasks",
            .count = "tasks",
            .least = "minTasks",
            .most = "maxTasks",
            .smallest = 0,
            .largest = 5000,
            .cooldownSeconds = 300,
            .cooldownOut = false,
            .pace = declare::assumed(kAlarm),
            .cooldown = declare::documented(kTracking)};
}

ChangeSpec desiredCount()
{
    ChangeSpec change;
    change.onlyWhile = {"scaling", {"none"}};
    change.evidence = Evidence::Assumption;
    change.source = "asked for at once; units then start as they do when they scale";
    return change;
}

std::vector<ParameterSpec> workParameters(const WorkerWords& words)
{
    using namespace declare;
    return {
        integer("slots", words.slot + " of one " + words.one, "workers", {1, 10000}, 2,
                "Requests or batches that one " + words.one + " works on at once.", assumed(kYourProgram)),
        real("serviceMillis", "Time per request or record", "ms", {0.001, 1e9}, 50,
             "Mean time one request, message or record keeps one worker busy.", assumed(kYourProgram)),
        choice("serviceDistribution", "Time, law",
               {{"deterministic", "Always the mean"},
                {"exponential", "Exponential"},
                {"lognormal", "Log-normal"},
                {"uniform", "Uniform from 0 to twice the mean"}},
               "exponential", "How the times spread around their mean.", assumed(kYourProgram)),
        when("serviceDistribution", {"lognormal"},
             real("serviceCv", "Coefficient of variation", "", {0, 100}, 1,
                  "Standard deviation of the time divided by its mean.", assumed(kYourProgram))),
        advanced(leastMeans(
            "no limit", integer("queueLimit", "Waiting places", "requests", {-1, 1e12}, -1,
                                "Requests that may wait in all; one more is rejected, and -1 sets no limit.",
                                assumed(kYourProgram)))),
    };
}

std::vector<ParameterSpec> scalingParameters(const WorkerWords& words)
{
    using namespace declare;
    const std::vector<std::string>& scales = words.metrics;
    const Range bounds{static_cast<double>(words.smallest), static_cast<double>(words.largest)};
    std::vector<ParameterChoice> choices{{"none", "None"}};
    for (const MetricWords& each : kMetrics) {
        if (std::find(scales.begin(), scales.end(), each.id) != scales.end())
            choices.push_back({std::string{each.id}, std::string{each.name}});
    }
    std::vector<ParameterSpec> all{
        choice("scaling", "Scaling", std::move(choices), "none",
               "What is kept at its target by starting and ending " + words.many + ".",
               documented(words.metricsSource.empty() ? kQueueScaling : words.metricsSource)),
    };
    std::vector<ParameterSpec> targets = targetParameters(words);
    std::move(targets.begin(), targets.end(), std::back_inserter(all));
    std::vector<ParameterSpec> pace{
        when("scaling", scales,
             integer(words.least, capital(words.many) + ", at least", words.many, bounds, words.usualLeast,
                     "Scaling never leaves fewer.", assumed("your choice"))),
        when("scaling", scales,
             movable(Lever::More, integer(words.most, capital(words.many) + ", at most", words.many,
                                          {1, static_cast<double>(words.largest)}, 10,
                                          "Scaling never starts more.", assumed("your choice")))),
        advanced(when("scaling", scales,
                      integer("metricSeconds", "Metric period", "s", {1, 3600}, words.metricSeconds,
                              "The metric is looked at this often.", words.pace))),
        advanced(
            when("scaling", scales,
                 integer("outPoints", "Points above to scale out", "points", {1, 60}, words.outPoints,
                         "Periods in a row above the target that start " + words.many + ".", words.pace))),
        advanced(
            when("scaling", scales,
                 integer("inPoints", "Points below to scale in", "points", {1, 60}, words.inPoints,
                         "Periods in a row well below the target that end " + words.many + ".", words.pace))),
        advanced(when("scaling", scales,
                      real("slackPercent", "Dead band", "%", {0, 100}, 10,
                           "How far below its target the metric must be to scale in.", words.pace))),
        advanced(when(
            "scaling", scales,
            integer("cooldownSeconds", "Cooldown", "s", {0, 86400}, words.cooldownSeconds,
                    words.cooldownOut
                        ? "After a change, no other one of its kind for this long."
                        : "After a scale-in, no other one for this long; a larger scale-out never waits.",
                    words.cooldown))),
    };
    std::move(pace.begin(), pace.end(), std::back_inserter(all));
    return all;
}

std::vector<ParameterSpec> spotParameters(const std::string& source)
{
    using namespace declare;
    return {
        yesNo("spot", "Spot capacity", false,
              "Cheaper capacity that AWS may take back two minutes after a notice: a fault of the scenario.",
              documented(source)),
        when("spot", {"true"},
             real("spotPricePercent", "Spot price", "%", {1, 100}, 40,
                  "What Spot costs, as a share of the On-Demand price.",
                  assumed("Spot prices move; look up yours"))),
    };
}

void addParameters(ServiceSpec& spec, std::vector<ParameterSpec> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(spec.parameters));
}

UnitStart instanceStart(Duration boot)
{
    UnitStart start;
    start.boot = boot;
    start.leastBilled = std::chrono::minutes{1};
    start.billedStep = std::chrono::seconds{1};
    return start;
}

void addInstanceMeters(ServiceSpec& spec)
{
    for (const std::string_view type : kEc2InstanceTypes) {
        const std::string id{type};
        spec.meters.push_back(
            declare::held(spec.id + "/instance-hours-" + id, "Instance hours, " + id, "instance-hour"));
        spec.meters.push_back(declare::held(
            spec.id + "/spot-instance-hours-" + id,
            "Instance hours on Spot, as On-Demand hours of the same price, " + id, "instance-hour"));
    }
}

double heldAlways(const ComponentView& self, const WorkerWords& words)
{
    return metricOf(self) == FleetMetric::None
               ? std::max(static_cast<double>(words.smallest), self.number(words.count))
               : policyOf(self, words).least;
}

void billInstances(const ComponentView& self, double instances, double always, const MeterSink& meters)
{
    std::vector<Derivation> inputs{given("instances, those starting included", instances, "")};
    const bool spot = self.flag("spot");
    const double share = spot ? self.number("spotPricePercent") / 100 : 1;
    if (spot)
        inputs.push_back(given("Spot price over On-Demand price", share, ""));
    meters.level((spot ? "spot-instance-hours-" : "instance-hours-") + self.text("instanceType"),
                 instances * share, std::move(inputs), always * share);
}

SenderSpec ownCode()
{
    return {.routes = {Route::Copy, Route::Split, Route::Match},
            .operation = true,
            .operations = true,
            .batch = true,
            .sizes = true,
            .order = true,
            .concurrency = true,
            .timeout = true,
            .retry = true};
}

FleetConfig workersOf(const ComponentView& self, const WorkerWords& words)
{
    FleetConfig config;
    config.noun = words.many;
    config.metric = metricOf(self);
    config.scaling = policyOf(self, words);
    const double units = std::max(static_cast<double>(words.smallest), self.number(words.count));
    config.instances = static_cast<int>(config.metric == FleetMetric::None
                                            ? units
                                            : std::clamp(units, config.scaling.least, config.scaling.most));
    config.slots = static_cast<int>(self.number("slots"));
    config.service = serviceTimeOf(self, self.number("serviceMillis") * 1e6);
    if (const double limit = self.number("queueLimit"); limit >= 0)
        config.queueLimit = static_cast<std::uint64_t>(limit);
    config.limit = {"workers", "Workers busy", "workers", self.number("slots"), 1, words.many, kYours};
    config.sized = words.count;
    config.sizedMost = words.most;
    return config;
}

}  // namespace plimsoll
