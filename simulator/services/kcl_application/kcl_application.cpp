// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/family_service.h"
#include "simulator/services/worker_parameters.h"

namespace plimsoll::services::kcl_application {

ServiceSpec kclApplicationSpec();  // kcl_application_spec.cpp
WorkerWords kclApplicationWords();

namespace {

FleetConfig configure(const ComponentView& self)
{
    FleetConfig config = workersOf(self, kclApplicationWords());
    config.start = instanceStart(fromSeconds(self.number("bootSeconds")));
    config.leases.failover = fromSeconds(self.number("failoverSeconds"));
    config.leases.checkpoint = fromSeconds(self.number("checkpointSeconds"));
    return config;
}

void bill(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    billInstances(self, load.instances, heldAlways(self, kclApplicationWords()), meters);
    // A lease is far smaller than the 1 KB of a write unit.
    meters.count("lease-write-units", load.leaseWrites,
                 {given("lease renewals and checkpoints", load.leaseWrites, "writes/s")});
}

}  // namespace

Service kclApplication()
{
    return serviceOf<FleetFamily>(kclApplicationSpec(), configure, bill);
}

}  // namespace plimsoll::services::kcl_application
