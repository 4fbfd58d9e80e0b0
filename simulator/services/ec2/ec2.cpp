// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/worker_parameters.h"

namespace plimsoll::services::ec2 {

ServiceSpec ec2Spec();  // ec2_spec.cpp
WorkerWords ec2Words();

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, ec2Words());
    config.start = instanceStart(fromSeconds(self.number("bootSeconds")));
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    const std::string type = self.text("instanceType");
    if (!self.flag("spot")) {
        meters.level("hours-" + type, load.instances,
                     {given("instances, those starting included", load.instances, "")},
                     heldAlways(self, ec2Words()));
        return;
    }
    const double share = self.number("spotPricePercent") / 100;
    meters.level("spot-hours-" + type, load.instances * share,
                 {given("instances, those starting included", load.instances, ""),
                  given("Spot price over On-Demand price", share, "")});
}

}  // namespace

Service ec2()
{
    return serviceOf<FleetFamily>(ec2Spec(), configure, bill);
}

}  // namespace plimsoll::services::ec2
