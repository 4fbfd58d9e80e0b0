// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/fargate.h"
#include "simulator/services/host_parameters.h"

namespace plimsoll::services::eks {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html";
constexpr const char* kPricing = "https://aws.amazon.com/eks/pricing/";
constexpr const char* kPodScaler =
    "https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/";
constexpr const char* kFargatePods =
    "https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html";
constexpr const char* kSpotNotice =
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/rebalance-recommendations.html";

}  // namespace

WorkerWords eksWords()
{
    return {.one = "pod",
            .many = "pods",
            .count = "pods",
            .least = "minPods",
            .most = "maxPods",
            .largest = 5000,
            // Looked at every 15 s; down only to the largest size that the last 5 minutes asked for.
            .metricSeconds = 15,
            .outPoints = 1,
            .inPoints = 20,
            .cooldownOut = false,
            .pace = declare::documented(kPodScaler),
            .cooldown = declare::documented(kPodScaler)};
}

ServiceSpec eksSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "eks";
    spec.name = "EKS";
    spec.shortName = "EKS";
    spec.category = "compute";
    spec.summary =
        "Runs a Kubernetes deployment of pods on Fargate or on instances that are added and ended.";
    spec.integrationName = "EKS";
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    spec.invoked = true;
    spec.deploys = true;
    spec.usesSpot = true;
    spec.spotParameter = "spot";
    spec.sender = ownCode();

    const VisibleWhen onNodes{"compute", {"nodes"}}, onFargate{"compute", {"fargate"}};
    spec.parameters = {
        choice("compute", "Pods run on", {{"nodes", "EC2 instances"}, {"fargate", "Fargate"}}, "nodes",
               "Instances are paid as they are there, Fargate for each pod.", documented(kPricing)),
        changeable(desiredCount(),
                   sizable(integer(
                       "pods", "Pods", "pods", {1, 5000}, 2,
                       "Pods at the start, all in service; of a deployment that scales when it opens cold.",
                       assumed("your choice")))),
        yesNo("cluster", "Pays for a cluster", true, "No when another component stands for the same cluster.",
              documented(kPricing)),
        when("cluster", {"true"},
             yesNo("extendedSupport", "Extended support", false,
                   "An older Kubernetes version costs more by the hour.", documented(kPricing))),
    };
    const WorkerWords words = eksWords();
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    addParameters(spec, fargate::startParameters("pod", 20, onFargate));
    spec.parameters.push_back(
        when("compute", {"nodes"},
             real("podStartSeconds", "Start of a pod", "s", {0, 3600}, 20,
                  "Pull of the image, start of the program, readiness: until the pod takes work.",
                  assumed("depends on the image and on the readiness probe; measure yours"))));
    addParameters(spec, fargate::sizeParameters("pod", onFargate));
    addParameters(spec, hostParameters({.unit = "pod",
                                        .lookSeconds = 10,
                                        .inPoints = 60,
                                        .pace = assumed("timings of the autoscaler; look up yours"),
                                        .density = assumed("requests of the pods; look up yours")},
                                       onNodes));
    for (ParameterSpec& each : spotParameters(kSpotNotice))
        spec.parameters.push_back(each.visibleWhen.parameter.empty()
                                      ? when("compute", {"nodes"}, std::move(each))
                                      : std::move(each));

    addInstanceMeters(spec);
    spec.meters.push_back(held("eks/cluster-hours", "Cluster hours", "cluster-hour"));
    spec.meters.push_back(held("eks/extended-support-hours", "Extended support, on top", "cluster-hour"));
    spec.meters.push_back(held("eks/fargate-vcpu-hours", "Fargate vCPU hours", "vCPU-hour"));
    spec.meters.push_back(held("eks/fargate-gb-hours", "Fargate memory hours", "GB-hour"));

    spec.quotas = {{"Fargate pod launches of an account without ECS", 20, "pods/s", fargate::kThrottling},
                   {"Launch burst of such an account", 20, "pods", fargate::kThrottling},
                   {"Memory that Fargate adds to a pod", 256, "MB", kFargatePods},
                   {"Look of the pod autoscaler", 15, "s", kPodScaler},
                   {"Stabilisation before fewer pods", 300, "s", kPodScaler}};
    return spec;
}

}  // namespace plimsoll::services::eks
