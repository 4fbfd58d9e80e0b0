// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/key_value_store/key_value_store.h"
#include "simulator/services/family_service.h"

#include <cmath>

namespace plimsoll::services::dynamodb {

ServiceSpec dynamodbSpec();  // dynamodb_spec.cpp

namespace {

constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadWriteCapacityMode.html";
constexpr const char* kPartitions =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
constexpr const char* kIndexes = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html";

bool onDemand(const ComponentView& self)
{
    return self.text("mode") == "on-demand";
}

/// Two minutes above the target raise, fifteen below lower, by UpdateTable calls that take their time.
/// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html
ScalingPolicy autoScaling(const ComponentView& self, double least, double most)
{
    ScalingPolicy policy;
    policy.target = self.number("autoScalingTargetPercent") / 100;
    policy.slack = 0.2;  // scaling in starts when use has stayed 20% (relative) under the target
    policy.outPoints = policy.outWindow = 2;
    policy.inPoints = policy.inWindow = 15;
    policy.least = std::max(1.0, least);
    policy.most = std::max(1.0, most);
    policy.outDelay = policy.inDelay = fromSeconds(self.number("scalingDelaySeconds"));
    return policy;
}

/// Twice the highest past minute is served; a new high counts half an hour later.
/// Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html
ScalingPolicy onDemandPolicy(double served)
{
    ScalingPolicy policy;
    policy.target = 0.5;
    policy.grain = 0;
    policy.least = served;
    policy.outDelay = std::chrono::minutes{30};
    policy.pendingGrows = true;
    return policy;
}

/// What one direction has in this mode: its parameters, and the least that on-demand serves.
struct Direction {
    const char *limit, *label, *partitionLimit, *partitionLabel, *unit;
    const char *capacity, *peak, *perPartition, *least, *most;
    double onDemandLeast;
};
constexpr Direction kWrites{"write-units",
                            "Write capacity",
                            "partition",
                            "Writes of one partition",
                            "WCU",
                            "wcu",
                            "previousPeakWrites",
                            "partitionWcu",
                            "minWcu",
                            "maxWcu",
                            4000};
constexpr Direction kReads{"read-units",
                           "Read capacity",
                           "partition-reads",
                           "Reads of one partition",
                           "RCU",
                           "rcu",
                           "previousPeakReads",
                           "partitionRcu",
                           "minRcu",
                           "maxRcu",
                           12'000};

CapacityConfig capacityOf(const ComponentView& self, const Direction& direction, double unitBytes)
{
    // On demand serves twice the previous peak, and no less than a new table does.
    const double units = onDemand(self) ? std::max(direction.onDemandLeast, 2 * self.number(direction.peak))
                                        : std::max(1.0, self.number(direction.capacity));
    CapacityConfig config;
    config.table = {direction.limit, direction.label, direction.unit, units, 1, "", kCapacity};
    config.partition = {direction.partitionLimit,
                        direction.partitionLabel,
                        direction.unit,
                        self.number(direction.perPartition),
                        1,
                        "partitions",
                        kPartitions};
    config.unitBytes = unitBytes;
    if (onDemand(self)) {
        config.scales = true;
        config.scaling = onDemandPolicy(units);
        config.sizes = {{direction.peak, self.number(direction.peak), 2}};
        config.spreads = true;
        return config;
    }
    // What auto scaling has taken away a peak does not find: there the floor is to be raised.
    if (self.flag("autoScaling"))
        config.sizes.push_back({direction.least, self.number(direction.least)});
    config.sizes.push_back({direction.capacity, units});
    if (self.flag("autoScaling")) {
        config.scales = true;
        config.scaling = autoScaling(self, self.number(direction.least), self.number(direction.most));
        config.settledTarget = config.scaling.target;
    }
    return config;
}

IndexConfig indexesOf(const ComponentView& self, const CapacityConfig& writes)
{
    IndexConfig indexes;
    indexes.count = static_cast<int>(self.number("indexes"));
    indexes.reached = self.number("indexedPercent") / 100;
    indexes.projected = self.number("projectedPercent") / 100;
    // On demand an index grows with its table.
    indexes.capacity = {"index-writes", "Writes of an index", "WCU", self.number("indexWcu"), 1, "",
                        kIndexes};
    indexes.sizingParameter = "indexWcu";
    indexes.bounded = !onDemand(self);
    indexes.unitBytes = writes.unitBytes;
    return indexes;
}

TableConfig configure(const ComponentView& self)
{
    TableConfig config;
    config.writes = capacityOf(self, kWrites, kKib);
    config.reads = capacityOf(self, kReads, 4 * kKib);
    config.reads.unitFactor = self.flag("consistentReads") ? 1 : 0.5;
    config.writes.hotKeyRemedy = "Split the key, e.g. add a suffix to it and gather on read";
    config.reads.hotKeyRemedy =
        "Put a cache before the table, or split the key into copies that share the reads";
    // Only provisioned capacity can lie unused and be saved.
    config.burstSeconds = onDemand(self) ? 1 : std::max(1.0, self.number("burstSeconds"));
    // A new on-demand table serves 4,000 writes and 12,000 reads a second from the same partitions.
    config.partitions.shared = onDemand(self);
    config.partitions.bytes = 10 * kGib;
    config.partitions.heldBytes = self.number("startingStorageGb") * kGib;
    config.partitions.heatSplit = std::chrono::minutes{static_cast<int>(self.number("heatSplitMinutes"))};
    config.transactions = self.number("transactionsPercent") / 100;
    config.itemOverhead = self.number("itemOverheadBytes");
    config.newItems = self.number("newItemsPercent") / 100;
    config.writeLatency = Law::deterministic(self.number("writeLatencyMillis") * 1e6);
    config.readLatency = Law::deterministic(self.number("readLatencyMillis") * 1e6);
    config.feed = self.text("stream") != "off";
    config.feedRead.callsPerSecond = 10;
    config.feedRead.pollInterval = fromMillis(self.spec->feed.pollMillis);
    config.feedRead.latency = LaneConsumers::rarelySlow(self.number("streamLatencyMillis") * 1e6,
                                                        self.number("streamLatencyP99Millis") * 1e6);
    config.feedRead.rollover = fromSeconds(self.number("streamShardHours") * 3600);
    config.feedRead.discovery = fromSeconds(self.number("streamDiscoverySeconds"));
    config.indexes = indexesOf(self, config.writes);
    config.changeStep = kKib;
    config.captureRetry = fromMillis(self.number("captureRetryMillis"));
    config.replicaLag = Law::logNormalFromQuantiles(self.number("replicationMillis") * 1e6,
                                                    self.number("replicationP99Millis") * 1e6);
    return config;
}

/// Copies of the table's data, indexes apart: kept at any time back, kept as whole backups, exported.
void billCopies(const ComponentView& self, const TableLoad& load, const MeterSink& meters)
{
    const double days = self.number("expireDays");
    const double kept = days > 0 ? days * 86'400 : std::numeric_limits<double>::infinity();
    const auto add = [&](const char* meter, double copies, const char* what) {
        if (copies > 0)
            meters.stock(meter, self.number("startingStorageGb") * copies, load.tableBytes / kGib * copies,
                         {given(what, copies, ""),
                          given("the table without its indexes grows by", load.tableBytes / kGib, "GB/s")},
                         kept);
    };
    add("pitr-storage", self.flag("pointInTimeRecovery") ? 1 : 0, "copies");
    add("backup-storage", self.number("backupsKept"), "backups kept");
    const double restored = self.number("restoredGbPerMonth"), imported = self.number("importedGbPerMonth");
    meters.stock("restore-gb", restored, 0, {given("restored from backups a month", restored, "GB")});
    meters.stock("import-gb", imported, 0, {given("imported from S3 a month", imported, "GB")});
    // Each export is as large as the table then, so all of a month are its mean size as often.
    add("export-gb", self.number("exportsPerMonth"), "exports a month");
}

void bill(const ComponentView& self, const TableLoad& load, const MeterSink& meters)
{
    meters.count("kinesis-cdc-units", load.changeUnits,
                 {given("changes captured, by 1 KB of the item", load.changeUnits, "units/s")});
    billCopies(self, load, meters);
    const std::string ia = self.text("tableClass") == "standard-ia" ? "-ia" : "";
    // A write to a global table is a replicated write in each Region, also in that where it was made.
    const std::string replicated = load.isReplicated ? "replicated-" : "";
    if (onDemand(self)) {
        meters.count("on-demand-" + replicated + "write-units" + ia, load.writeUnits + load.indexUnits,
                     {given("write request units of the table", load.writeUnits, "units/s"),
                      given("write request units of its indexes", load.indexUnits, "units/s")});
        meters.count("on-demand-read-units" + ia, load.readUnits,
                     {given("read request units", load.readUnits, "units/s")});
    } else {
        const bool scales = self.flag("autoScaling");
        const auto always = [&](double held, const char* least) {
            return scales ? self.number(least) : held;
        };
        meters.level("provisioned-" + replicated + "wcu-hours" + ia, load.writeCapacity + load.indexCapacity,
                     {given("write capacity units of the table", load.writeCapacity, "WCU"),
                      given("write capacity units of its indexes", load.indexCapacity, "WCU")},
                     always(load.writeCapacity, "minWcu") + load.indexCapacity);
        meters.level("provisioned-rcu-hours" + ia, load.readCapacity,
                     {given("read capacity units", load.readCapacity, "RCU")},
                     always(load.readCapacity, "minRcu"));
    }
    const double item = load.itemsWritten > 0 ? load.writtenBytes / load.itemsWritten : 0;
    const double days = self.number("expireDays");
    std::vector<Derivation> inputs{given("items written", load.itemsWritten, "1/s"), given("item", item, "B"),
                                   assumed("overhead an item", self.number("itemOverheadBytes"), "B",
                                           "billed with each item, in the table and in each index"),
                                   given("share that is new", self.number("newItemsPercent") / 100, "")};
    if (days > 0)
        inputs.push_back(given("items live", days, "days"));
    meters.stock(
        "storage" + ia, self.number("startingStorageGb"), load.storedBytes / kGib,
        {computed("GB stored each second", load.storedBytes / kGib, "GB/s",
                  "items x (item bytes + overhead) x share that is new, and what the indexes hold of them",
                  std::move(inputs))},
        days > 0 ? days * 86'400 : std::numeric_limits<double>::infinity());
}

}  // namespace

Service dynamodb()
{
    return serviceOf<TableFamily>(dynamodbSpec(), configure, bill);
}

}  // namespace plimsoll::services::dynamodb
