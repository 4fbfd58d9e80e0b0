// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/host_parameters.h"

namespace plimsoll::services::ecs {

ServiceSpec ecsSpec();  // ecs_spec.cpp

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, trackedTasks());
    config.start.boot = fromSeconds(self.number("startSeconds"));
    config.hosts = hostsOf(self);
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    billInstances(self, load.hosts, self.number("minInstances"), meters);
}

}  // namespace

Service ecs()
{
    return serviceOf<FleetFamily>(ecsSpec(), configure, bill);
}

}  // namespace plimsoll::services::ecs
