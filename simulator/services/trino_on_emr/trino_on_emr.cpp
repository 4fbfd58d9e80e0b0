// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/family_service.h"
#include "simulator/services/scanned_table_parameters.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::trino_on_emr {

ServiceSpec trinoOnEmrSpec();  // trino_on_emr_spec.cpp

namespace {

double vcpusOfNode(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    return type ? type->vcpus : 4;
}

/// Queries that the memory of all workers holds, each with as much of it.
double fitting(const ComponentView& self)
{
    const double each = self.number("queryGib");
    return each > 0 ? std::floor(self.number("workerNodes") * self.number("nodeGib") / each + 1e-9) : 1e9;
}

QueryEngineConfig configure(const ComponentView& self)
{
    QueryEngineConfig config;
    scanned_table::configure(self, config);
    const double asked = self.number("queriesAtOnce"), fit = fitting(self);
    config.slots = std::min(asked, fit);
    config.sharesWorkers = true;
    config.workers = self.number("workerNodes") * vcpusOfNode(self);
    config.mostActive = config.slots + self.number("waitingQueries");
    config.startsPerSecond = config.startBurst = 1e9;  // nothing bounds how often queries come
    config.planning = fromMillis(self.number("planningMillis"));
    config.longest = fromSeconds(self.number("timeoutMinutes") * 60);
    config.running = {"running",
                      "Queries at work",
                      "queries",
                      config.slots,
                      1,
                      "",
                      fit < asked ? "set by the workers' memory" : "set on the component"};
    config.active = {"active", "Running and waiting queries", "queries", config.mostActive, 1,
                     "",       "set on the component"};
    config.sized = "workerNodes";
    config.sizedUnit = "nodes";
    config.sizedNow = self.number("workerNodes");
    config.vcpusPerUnit = vcpusOfNode(self);
    config.idle = "idle: add a query";
    return config;
}

/// Every node pays the EMR charge and the EC2 charge all the time.
void bill(const ComponentView& self, const QueryEngineLoad& /*load*/, const MeterSink& meters)
{
    const std::string type = self.text("instanceType");
    const double nodes = self.number("coordinators") + self.number("workerNodes");
    const Derivation count = given("nodes", nodes, "");
    meters.level("uplift-hours-" + type, nodes, {count});
    meters.level("ec2-hours-" + type, nodes, {count}, nodes);
}

}  // namespace

Service trinoOnEmr()
{
    return serviceOf<QueryEngineFamily>(trinoOnEmrSpec(), configure, bill);
}

}  // namespace plimsoll::services::trino_on_emr
