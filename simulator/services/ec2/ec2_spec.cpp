// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/instance_types.h"
#include "simulator/services/worker_parameters.h"

namespace plimsoll::services::ec2 {

namespace {

constexpr const char* kConcepts = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kPricing = "https://aws.amazon.com/ec2/pricing/on-demand/";
constexpr const char* kAlarm =
    "the alarms that target tracking makes are not documented as fixed; look up yours";

}  // namespace

WorkerWords ec2Words()
{
    return {.one = "instance",
            .many = "instances",
            .count = "instances",
            .least = "minInstances",
            .most = "maxInstances",
            .pace = declare::assumed(kAlarm),
            .cooldown = declare::assumed(kAlarm)};
}

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
    spec.sender = ownCode();
    spec.usesSpot = true;
    spec.spotParameter = "spot";

    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes) {
        const std::string id{type};
        types.push_back({id, id});
        spec.meters.push_back(held("ec2/hours-" + id, "Instance hours, " + id, "instance-hour"));
        spec.meters.push_back(held("ec2/spot-hours-" + id,
                                   "Instance hours on Spot, as On-Demand hours of the same price, " + id,
                                   "instance-hour"));
    }
    spec.parameters = {
        choice("instanceType", "Instance type", types, "m6i.large",
               "What an hour of an instance costs; the time of a request is yours to give.",
               documented(kPricing)),
        changeable(desiredCount(),
                   sizable(integer("instances", "Instances", "instances", {1, 100000}, 2,
                                   "Instances at the start, all in service.", assumed("your choice")))),
    };
    const WorkerWords words = ec2Words();
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    spec.parameters.push_back(
        when("scaling", {"busy", "backlog"},
             real("bootSeconds", "Boot", "s", {0, 3600}, 120,
                  "From the launch of an instance until it takes work; it is billed from its launch.",
                  assumed("your image and program; measure it"))));
    addParameters(spec, spotParameters(kSpotNotice));

    spec.quotas = {{"Notice before a Spot instance is taken back", 2, "min", kSpotNotice}};
    return spec;
}

}  // namespace plimsoll::services::ec2
