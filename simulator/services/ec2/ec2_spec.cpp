// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/ec2/instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll {

namespace {

constexpr const char* kConcepts = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kQueueScaling =
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html";
constexpr const char* kPricing = "https://aws.amazon.com/ec2/pricing/on-demand/";
constexpr const char* kYourProgram = "your program; measure it";
constexpr const char* kAlarm =
    "the alarms that target tracking makes are not documented as fixed; look up yours";

}  // namespace

ServiceSpec ec2Spec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "ec2";
    spec.name = "EC2";
    spec.shortName = "EC2";
    spec.category = "compute";
    spec.summary = "Virtual machines, a fixed number or a group that scales.";
    spec.integrationName = "EC2";
    spec.scope = ServiceScope::Zonal;
    spec.slaPercent = 99.99;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kConcepts;
    spec.invoked = true;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true};

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes) {
        const std::string id{type};
        types.push_back({id, id});
        spec.meters.push_back(held("ec2/hours-" + id, "Instance hours, " + id, "instance-hour"));
    }
    const std::vector<std::string> scales{"busy", "backlog"};
    spec.parameters = {
        choice("instanceType", "Instance type", types, "m6i.large",
               "What an hour of an instance costs; the time of a request is yours to give.",
               documented(kPricing)),
        sizable(integer("instances", "Instances", "instances", {1, 100000}, 2,
                        "Instances at the start, all in service.", assumed("your choice"))),
        integer("slots", "Workers of an instance", "workers", {1, 10000}, 2,
                "Requests or batches an instance works on at once.", assumed(kYourProgram)),
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
        advanced(integer("queueLimit", "Waiting places", "requests", {-1, 1e12}, -1,
                         "Requests that may wait in all; one more is rejected, and -1 sets no limit.",
                         assumed(kYourProgram))),
        choice("scaling", "Scaling",
               {{"none", "None"},
                {"busy", "On the share of busy workers"},
                {"backlog", "On the messages waiting in its queue"}},
               "none", "What the Auto Scaling group keeps at its target.", documented(kQueueScaling)),
        when("scaling", {"busy"},
             real("targetBusyPercent", "Target, busy", "%", {1, 100}, 50,
                  "Share of busy workers that the group aims at; stands for CPU utilisation.",
                  assumed("your choice"))),
        when("scaling", {"backlog"},
             real("acceptableSeconds", "Acceptable wait", "s", {0.001, 86400}, 10,
                  "A message may wait this long: the target is this over the time per message, for each "
                  "worker.",
                  documented(kQueueScaling))),
        when("scaling", scales,
             integer("minInstances", "Instances, at least", "instances", {1, 100000}, 1,
                     "The group never has fewer.", assumed("your choice"))),
        when("scaling", scales,
             integer("maxInstances", "Instances, at most", "instances", {1, 100000}, 10,
                     "The group never has more.", assumed("your choice"))),
        when("scaling", scales,
             real("bootSeconds", "Boot", "s", {0, 3600}, 120,
                  "From the launch of an instance until it takes work; it is billed from its launch.",
                  assumed("your image and program; measure it"))),
        advanced(when("scaling", scales,
                      integer("metricSeconds", "Metric period", "s", {1, 3600}, 60,
                              "The metric is looked at this often.", assumed(kAlarm)))),
        advanced(when("scaling", scales,
                      integer("outPoints", "Points above to scale out", "points", {1, 60}, 3,
                              "Periods in a row above the target that launch instances.", assumed(kAlarm)))),
        advanced(
            when("scaling", scales,
                 integer("inPoints", "Points below to scale in", "points", {1, 60}, 15,
                         "Periods in a row well below the target that end instances.", assumed(kAlarm)))),
        advanced(when("scaling", scales,
                      real("slackPercent", "Dead band", "%", {0, 100}, 10,
                           "How far below its target the metric must be to scale in.", assumed(kAlarm)))),
        advanced(when("scaling", scales,
                      integer("cooldownSeconds", "Cooldown", "s", {0, 86400}, 0,
                              "After a change, no other one of its kind for this long.", assumed(kAlarm)))),
    };

    spec.quotas = {{"Notice before a Spot instance is taken back", 2, "min", kSpotNotice}};
    return spec;
}

}  // namespace plimsoll
