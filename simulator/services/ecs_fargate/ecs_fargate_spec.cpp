// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/fargate.h"

namespace plimsoll::services::ecs_fargate {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html";
constexpr const char* kQuotas = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
                                "operating-at-scale-service-quotas-best-practice.html";
constexpr const char* kDraining =
    "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/capacity-availability.html";

}  // namespace

ServiceSpec ecsFargateSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "ecs-fargate";
    spec.name = "ECS on Fargate";
    spec.shortName = "Fargate";
    spec.category = "compute";
    spec.summary = "Runs containers as a service of tasks without machines to keep.";
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
    addParameters(spec, fargate::sizeParameters("task", {}));
    addParameters(spec, fargate::billedParameters("task"));
    const WorkerWords words = trackedTasks();
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    addParameters(spec, fargate::startParameters("task", 100, {}));
    addParameters(spec, spotParameters(fargate::kPricing));

    fargate::addMeters(spec);

    spec.quotas = {{"Fargate task launches", 20, "tasks/s", fargate::kThrottling},
                   {"Launch burst", 100, "tasks", fargate::kThrottling},
                   {"RunTask calls, of up to 10 tasks", 20, "calls/s", fargate::kThrottling},
                   {"Tasks of a service with service discovery", 1000, "tasks", kQuotas},
                   {"Draining of a target unless set", 300, "s", kDraining}};
    return spec;
}

}  // namespace plimsoll::services::ecs_fargate
