// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/services/family_service.h"

#include <cmath>

namespace plimsoll::services::athena {

ServiceSpec athenaSpec();  // athena_spec.cpp

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/athena.html";
constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/athena/latest/ug/capacity-management-requirements.html";
constexpr double kLeastBilledMegabytes = 10;
constexpr double kVcpusPerDpu = 4;

bool reserved(const ComponentView& self)
{
    return self.text("mode") == "capacity";
}

ScannedTable tableOf(const ComponentView& self)
{
    ScannedTable table;
    const std::string format = self.text("format");
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
    config.running = {"running", "Queries at work", "queries", 0, 1, "", "set on the component"};
    if (reserved(self)) {
        const double each = self.number("dpuPerQuery"), dpus = self.number("dpus");
        config.workers = each * kVcpusPerDpu;
        config.slots = std::floor(dpus / each);
        config.running.source = kCapacity;
        config.sized = "dpus";
        config.sizedUnit = "DPU";
        config.sizedNow = dpus;
        config.slotsPerUnit = 1 / each;
    } else {
        config.workers = self.number("workersPerQuery");
        config.slots = self.number("runningAtOnce");
    }
    config.running.perUnit = config.slots;
    config.mostActive = self.number("activeQueries");
    config.startsPerSecond = self.number("startsPerSecond");
    config.startBurst = self.number("startBurst");
    config.planning = fromMillis(self.number("planningMillis"));
    config.openObject = fromMillis(self.number("objectMillis"));
    config.variation = self.number("queryVariation");
    config.longest = fromSeconds(self.number("timeoutMinutes") * 60);
    if (self.flag("resultReuse"))
        config.reuse = fromSeconds(self.number("reuseMinutes") * 60);
    config.distinctQueries = self.number("distinctQueries");
    config.leastBilledBytes = kLeastBilledMegabytes * kMib;
    config.billedStep = kMib;
    config.active = {"active", "Running and waiting queries", "queries", config.mostActive, 1, "", kQuotas};
    config.starts = {"starts", "Queries started", "calls/s", config.startsPerSecond, 1, "", kQuotas};
    config.idle = "idle: add a query";
    return config;
}

void bill(const ComponentView& self, const QueryEngineLoad& load, const MeterSink& meters)
{
    if (reserved(self))
        return meters.level("provisioned-dpu-hours", self.number("dpus"),
                            {given("reserved capacity", self.number("dpus"), "DPU")});
    meters.count("scanned-tb", load.billedBytes / kTib,
                 {given("queries", load.queries, "queries/s"), given("read", load.scanned, "B/s"),
                  given("read, each query in steps of 1 MB, 10 MB at least", load.billedBytes, "B/s")});
}

}  // namespace

Service athena()
{
    return serviceOf<QueryEngineFamily>(athenaSpec(), configure, bill);
}

}  // namespace plimsoll::services::athena
