// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/fargate.h"

namespace plimsoll::services::ecs_fargate {

ServiceSpec ecsFargateSpec();  // ecs_fargate_spec.cpp

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, trackedTasks());
    config.start = fargate::startOf(self);
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    fargate::billUnits(self, load.instances, heldAlways(self, trackedTasks()), meters);
}

}  // namespace

Service ecsFargate()
{
    return serviceOf<FleetFamily>(ecsFargateSpec(), configure, bill);
}

}  // namespace plimsoll::services::ecs_fargate
