// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/fargate.h"
#include "simulator/services/host_parameters.h"

namespace plimsoll::services::eks {

ServiceSpec eksSpec();  // eks_spec.cpp
WorkerWords eksWords();

namespace {

/// Fargate adds so much to what a pod asks for.
/// Source: https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html
constexpr double kAddedGb = 0.25;

bool onFargate(const ComponentView& self)
{
    return self.text("compute") == "fargate";
}

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, eksWords());
    if (onFargate(self)) {
        config.start = fargate::startOf(self);
    } else {
        config.start.boot = fromSeconds(self.number("podStartSeconds"));
        config.hosts = hostsOf(self);
    }
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    if (self.flag("cluster")) {
        meters.level("cluster-hours", 1, {given("clusters", 1, "")});
        if (self.flag("extendedSupport"))
            meters.level("extended-support-hours", 1, {given("clusters", 1, "")});
    }
    if (!onFargate(self))
        return billInstances(self, load.hosts, self.number("minInstances"), meters);
    const double vcpu = fargate::vcpuOf(self);
    const double memory = fargate::memoryFor(vcpu, self.number("memoryGb") + kAddedGb);
    const Derivation pods = given("pods, each from its pull for a minute at least", load.instances, "");
    meters.level("fargate-vcpu-hours", load.instances * vcpu, {pods, given("vCPU of a pod", vcpu, "vCPU")});
    meters.level("fargate-gb-hours", load.instances * memory,
                 {pods, given("memory of a pod, with what Fargate adds", memory, "GB")});
}

}  // namespace

Service eks()
{
    return serviceOf<FleetFamily>(eksSpec(), configure, bill);
}

}  // namespace plimsoll::services::eks
