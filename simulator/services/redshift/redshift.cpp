// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/warehouse/warehouse.h"
#include "simulator/services/family_service.h"
#include "simulator/services/redshift/node_types.h"

namespace plimsoll::services::redshift {

ServiceSpec redshiftSpec();  // redshift_spec.cpp

namespace {

constexpr const char* kSlots =
    "https://docs.aws.amazon.com/redshift/latest/dg/cm-c-defining-query-queues.html";
constexpr const char* kDelivery = "https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html";
constexpr double kLeastExternal = 10 * 1024 * 1024;  ///< bytes that a query is billed
constexpr double kFreeScaling = 1.0 / 24;

bool serverless(const ComponentView& self)
{
    return self.text("mode") == "serverless";
}

double slicesOf(const ComponentView& self)
{
    if (serverless(self))
        return std::max(1.0, self.number("baseRpu") / self.number("rpuPerSlice"));
    const RedshiftNodeType* type = findRedshiftNodeType(self.text("nodeType"));
    return (type ? type->slices : 2) * std::max(1.0, self.number("nodes"));
}

void bill(const ComponentView& self, const WarehouseLoad& load, const MeterSink& meters)
{
    const double stored = load.bytesLoaded * self.number("compressionPercent") / 100 / kGib;
    const std::vector<Derivation> kept{
        given("loaded", load.bytesLoaded, "B/s"),
        assumed("size after loading", self.number("compressionPercent"), "%", "depends on the columns")};
    if (serverless(self)) {
        const double rpu = self.number("baseRpu");
        meters.count("serverless-rpu-hours", rpu * load.billedShare / 3600,
                     {given("base capacity", rpu, "RPU"),
                      given("share of the time billed, a minute at least each time", load.billedShare, "")});
        meters.stock("serverless-storage", self.number("startingStorageGb"), stored, kept);
        return;
    }
    const double nodes = std::max(1.0, self.number("nodes"));
    meters.level("node-hours-" + self.text("nodeType"), load.nodes,
                 {given("nodes that are not paused", load.nodes, "")}, load.nodes < nodes ? 0 : nodes);
    // An hour a day is free.
    const double scaling = std::max(0.0, load.scalingClusters - kFreeScaling);
    meters.count("concurrency-scaling-seconds-" + self.text("nodeType"), scaling * nodes,
                 {given("extra clusters with queries", load.scalingClusters, ""), given("nodes", nodes, ""),
                  given("free, an hour a day", kFreeScaling, "")});
    meters.count("spectrum-tb", load.externalBytes / (1024 * kGib),
                 {given("external tables read, 10 MB a query at least", load.externalBytes, "B/s")});
    if (self.text("nodeType").starts_with("ra3"))  // dc2 keeps its data on the nodes
        meters.stock("managed-storage", self.number("startingStorageGb"), stored, kept);
}

WarehouseConfig configure(const ComponentView& self)
{
    WarehouseConfig config;
    config.slots = static_cast<int>(std::max(1.0, self.number("slots")));
    config.slices = slicesOf(self);
    config.copyBytesPerSecondPerSlice = self.number("copyMegabytesPerSecondPerSlice") * 1e6;
    config.copyOverhead = fromSeconds(self.number("copyOverheadSeconds"));
    config.queryOverhead = fromMillis(self.number("queryOverheadMillis"));
    if (!serverless(self)) {
        config.scalingClusters = static_cast<int>(self.number("scalingClusters"));
        config.scalingStart = fromSeconds(self.number("scalingStartSeconds"));
    }
    config.external = {self.number("externalPercent") / 100,
                       self.number("externalReadPercent") / 100,
                       self.number("spectrumMegabytesPerSecond") * 1e6,
                       kLeastExternal,
                       self.number("externalObjectMib") * kMib,
                       self.number("spectrumRequests")};
    config.slotsInUse = {
        "slots",    "Query slots", "slots", self.number("slots"), 1.0 + config.scalingClusters,
        "clusters", kSlots};
    config.copyRunning = {"copy", "COPY running", "share of time", 1, 1, "", kDelivery};
    if (!serverless(self)) {
        const std::string state = self.text("state");
        config.life = {state == "paused"      ? WarehouseState::Paused
                       : state == "restoring" ? WarehouseState::Restoring
                                              : WarehouseState::Running,
                       std::max(1.0, self.number("nodes")),
                       fromSeconds(self.number("resizeInterruptionMinutes") * 60),
                       fromSeconds(self.number("restoreMinutes") * 60),
                       fromSeconds(self.number("snapshotHours") * 3600),
                       self.number("snapshotGb") * kGib};
    }
    config.idle = "idle: add a query or a job";
    return config;
}

}  // namespace

Service redshift()
{
    return serviceOf<WarehouseFamily>(redshiftSpec(), configure, bill);
}

}  // namespace plimsoll::services::redshift
