// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/fargate.h"

namespace plimsoll {

ServiceSpec ecsFargateSpec();  // ecs_fargate_spec.cpp

namespace {

/// Of the disk of a task, what costs nothing.
/// Source: https://aws.amazon.com/fargate/pricing/
constexpr double kFreeDiskGb = 20;

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, trackedTasks());
    config.start = fargate::startOf(self);
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    const double vcpu = fargate::vcpuOf(self);
    const double memory = fargate::memoryOf(self);
    const bool spot = self.flag("spot");
    const double price = spot ? self.number("spotPricePercent") / 100 : 1;
    std::vector<Derivation> inputs{
        given("tasks, each from its pull for a minute at least", load.instances, "")};
    if (spot)
        inputs.push_back(given("Spot price over On-Demand price", price, ""));
    const std::string kind = spot ? "spot-" : "", suffix = self.text("architecture");
    const auto with = [&](Derivation size) {
        std::vector<Derivation> all = inputs;
        all.push_back(std::move(size));
        return all;
    };
    meters.level(kind + "vcpu-hours-" + suffix, load.instances * vcpu * price,
                 with(given("vCPU of a task", vcpu, "vCPU")));
    meters.level(kind + "gb-hours-" + suffix, load.instances * memory * price,
                 with(given("memory of a task", memory, "GB")));
    if (const double disk = self.number("storageGb") - kFreeDiskGb; disk > 0)
        meters.level("disk-gb-hours", load.instances * disk,
                     {inputs.front(), given("disk of a task above 20 GB", disk, "GB")});
}

}  // namespace

Service ecsFargate()
{
    return serviceOf<FleetFamily>(ecsFargateSpec(), configure, bill);
}

}  // namespace plimsoll
