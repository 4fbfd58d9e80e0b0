// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/services/emr_instance_types.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::trino_on_emr {

ServiceSpec trinoOnEmrSpec();  // trino_on_emr_spec.cpp

namespace {

double vcpusOfNode(const ComponentView& self)
{
    const EmrInstanceType* type = findEmrInstanceType(self.text("instanceType"));
    return type ? type->vcpus : 4;
}

ScannedTable tableOf(const ComponentView& self)
{
    const std::string format = self.text("format");
    ScannedTable table;
    table.columnar = format == "parquet" || format == "orc";
    table.storedShare = self.number("storedPercent") / 100;
    table.columnShare = self.number("columnSharePercent") / 100;
    table.partitionShare = self.number("partitionSharePercent") / 100;
    table.objectBytes = self.number("objectMegabytes") * kMib;
    table.splittable = self.flag("splittable");
    return table;
}

QueryEngineConfig configure(const ComponentView& self)
{
    QueryEngineConfig config;
    config.table = tableOf(self);
    config.askedBytes = self.number("tableGigabytes") * kGib;
    config.cpuSecondsPerByte = self.number("cpuSecondsPerGb") / kGib;
    config.slots = self.number("queriesAtOnce");
    // Each query that runs has its share of the cluster, as when as many run as may.
    config.workers = std::max(1.0, self.number("workerNodes") * vcpusOfNode(self) / config.slots);
    config.mostActive = config.slots + self.number("waitingQueries");
    config.startsPerSecond = config.startBurst = 1e9;  // nothing bounds how often queries come
    config.planning = fromMillis(self.number("planningMillis"));
    config.openObject = fromMillis(self.number("objectMillis"));
    config.variation = self.number("queryVariation");
    config.longest = fromSeconds(self.number("timeoutMinutes") * 60);
    config.running = {"running", "Queries at work", "queries", config.slots, 1, "", "set on the component"};
    config.active = {"active", "Running and waiting queries", "queries", config.mostActive, 1,
                     "",       "set on the component"};
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
    meters.level("ec2-hours-" + type, nodes, {count});
}

}  // namespace

Service trinoOnEmr()
{
    return serviceOf<QueryEngineFamily>(trinoOnEmrSpec(), configure, bill);
}

}  // namespace plimsoll::services::trino_on_emr
