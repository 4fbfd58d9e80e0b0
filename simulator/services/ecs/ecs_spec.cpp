// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/host_parameters.h"

namespace plimsoll::services::ecs {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
                                "operating-at-scale-service-quotas-best-practice.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";
constexpr const char* kAlarm =
    "the alarms that target tracking makes are not documented as fixed; look up yours";

}  // namespace

ServiceSpec ecsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "ecs";
    spec.name = "ECS on EC2";
    spec.shortName = "ECS";
    spec.category = "compute";
    spec.summary =
        "Runs containers as a service of tasks on instances that a capacity provider adds and ends.";
    spec.integrationName = "ECS/Fargate";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    spec.invoked = true;
    spec.deploys = true;
    spec.usesSpot = true;
    spec.spotParameter = "spot";
    spec.sender = ownCode();

    spec.parameters = {
        changeable(desiredCount(),
                   sizable(integer(
                       "tasks", "Tasks", "tasks", {0, 5000}, 2,
                       "Tasks at the start, all in service; of a service that scales when it opens cold.",
                       assumed("your choice")))),
    };
    const WorkerWords words = trackedTasks();
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    spec.parameters.push_back(
        real("startSeconds", "Start of a task", "s", {0, 3600}, 20,
             "Pull of the image, start of the program, registration: until the task takes work.",
             assumed("depends on the image and on the health check; measure yours")));
    addParameters(
        spec, hostParameters({.unit = "task", .pace = assumed(kAlarm), .density = documented(kQuotas)}, {}));
    addParameters(spec, spotParameters(kSpotNotice));
    addInstanceMeters(spec);

    spec.quotas = {{"Instances of a cluster", 5000, "instances", kQuotas},
                   {"Tasks of a service with service discovery", 1000, "tasks", kQuotas},
                   {"Tasks of a c5.large with a network interface each", 2, "tasks", kQuotas},
                   {"The same with trunking", 10, "tasks", kQuotas},
                   {"Warm-up of an instance unless set", 300, "s", kGuide}};
    return spec;
}

}  // namespace plimsoll::services::ecs
