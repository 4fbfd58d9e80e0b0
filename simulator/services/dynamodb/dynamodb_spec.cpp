// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

#include <string>
#include <vector>

namespace plimsoll::services::dynamodb {

namespace {

constexpr const char* kCapacityMode =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadWriteCapacityMode.html";
constexpr const char* kThroughput =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html";
constexpr const char* kQuota =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html";
constexpr const char* kPartitions =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
constexpr const char* kAutoScaling =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html";
constexpr const char* kStreams =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html";
constexpr const char* kItemSize =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html";
constexpr const char* kPricing = "https://aws.amazon.com/dynamodb/pricing/";
constexpr const char* kImport =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.HowItWorks.html";
constexpr const char* kTransactions =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html";
constexpr const char* kTimeToLive =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html";
constexpr const char* kIndexes = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html";
constexpr const char* kHeat =
    "https://aws.amazon.com/blogs/database/"
    "part-3-scaling-dynamodb-how-partitions-hot-keys-and-split-for-heat-impact-performance/";
constexpr const char* kMeasured =
    "https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/";
constexpr const char* kRecovery =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html";
constexpr const char* kBackup =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Backup-and-Restore.html";
constexpr const char* kExport =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html";
const std::vector<std::string> kStreamOn{"keys-only", "new-image", "old-image", "new-and-old-images"};
constexpr const char* kGlobal =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_HowItWorks.html";
constexpr const char* kGlobalDesign =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-global-table-design.html";
constexpr const char* kSingleDigit =
    "AWS promises single-digit milliseconds without a figure:"
    " https://aws.amazon.com/blogs/database/understanding-amazon-dynamodb-latency/";

/// Capacity is raised as often as one likes, and lowered 4 times a day and once more each hour.
ChangeSpec updateTable()
{
    ChangeSpec change;
    change.seconds = change.decreaseSeconds = 120;
    change.decreasesAtOnce = 4;
    change.onlyWhile = {"autoScaling", {"false"}};
    change.evidence = Evidence::Assumption;
    change.source = std::string{"AWS says minutes, without a figure: "} + kAutoScaling;
    change.quotaSource = kQuota;
    return change;
}

}  // namespace

// Longer than a screen because it is a table: one entry for each parameter, meter and quota.
ServiceSpec dynamodbSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "dynamodb";
    spec.name = "DynamoDB";
    spec.shortName = "DynamoDB";
    spec.category = "database";
    spec.summary =
        "A key-value table with capacity in write and read units and an optional stream of changes.";
    spec.integrationName = "DynamoDB";
    spec.feedParameter = "stream";
    spec.stores = true;
    spec.extraOutputs = {"Stream"};
    spec.slaPercent = 99.99;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html";
    spec.paletteRank = 6;
    spec.noun = "item";
    spec.puts = {"BatchWriteItem", 25,
                 "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/"
                 "API_Operations_Amazon_DynamoDB.html"};
    spec.feed.shape = FeedSpec::Shape::Lanes;
    spec.feed.pollMillis = 250;
    spec.feed.sharedReaders = 2;
    spec.feed.sharedReadersWhy = "a shard of the table's stream takes 2 readers";
    spec.feed.sharedReadersRemedy = "let one reader fan out, or copy the changes to a Kinesis stream";
    spec.feed.sharedReadersSource = kStreams;
    spec.legacyRetry.attempts = 10;
    spec.legacyRetry.baseMillis = 50;
    spec.legacyRetry.jitter = false;

    spec.parameters = {
        choice("mode", "Capacity mode", {{"provisioned", "Provisioned"}, {"on-demand", "On-demand"}},
               "on-demand", "Provisioned pays for units a second you set; on-demand pays per unit used.",
               documented(kCapacityMode)),
        when("mode", {"provisioned"},
             changeable(updateTable(),
                        autoSized(integer(
                            "wcu", "Write capacity", "WCU", {1, 1e7}, 1,
                            "One unit writes one item of up to 1 KB a second; the table quota is 40,000.",
                            documented(kQuota))))),
        when("mode", {"provisioned"},
             changeable(updateTable(),
                        autoSized(integer(
                            "rcu", "Read capacity", "RCU", {1, 1e7}, 1,
                            "One unit reads up to 4 KB a second consistently, or twice that eventually.",
                            documented(kQuota))))),
        when("mode", {"provisioned"},
             yesNo("autoScaling", "Auto scaling", false,
                   "Raises capacity after two minutes above the target and lowers it after fifteen below.",
                   documented(kAutoScaling))),
        when("autoScaling", {"true"},
             integer("autoScalingTargetPercent", "Target utilisation", "%", {20, 90}, 70,
                     "Used share of capacity that auto scaling aims at; AWS allows 20 to 90.",
                     assumed(std::string{"AWS gives the range only, 70 is assumed: "} + kAutoScaling))),
        when("autoScaling", {"true"},
             movable(Lever::More, integer("minWcu", "Least write capacity", "WCU", {1, 1e7}, 1,
                                          "Auto scaling never goes below this.", assumed("your choice")))),
        when("autoScaling", {"true"},
             integer("maxWcu", "Most write capacity", "WCU", {1, 1e7}, 40000,
                     "Auto scaling never goes above this; the table quota by default.", documented(kQuota))),
        when("autoScaling", {"true"},
             movable(Lever::More, integer("minRcu", "Least read capacity", "RCU", {1, 1e7}, 1,
                                          "Auto scaling never goes below this.", assumed("your choice")))),
        when("autoScaling", {"true"},
             integer("maxRcu", "Most read capacity", "RCU", {1, 1e7}, 40000,
                     "Auto scaling never goes above this; the table quota by default.", documented(kQuota))),
        when("autoScaling", {"true"},
             advanced(integer("scalingDelaySeconds", "Scaling delay", "s", {0, 3600}, 120,
                              "From the decision to scale until the new capacity serves.",
                              assumed(std::string{"AWS says minutes, without a figure: "} + kAutoScaling)))),
        when("mode", {"on-demand"},
             movable(Lever::More,
                     integer("previousPeakWrites", "Earlier write peak", "units/s", {0, 1e7}, 2000,
                             "On-demand serves twice the highest earlier traffic at once; 2,000 is a new "
                             "table's 4,000. Warm throughput set beforehand counts as twice the peak.",
                             documented(kCapacityMode)))),
        when("mode", {"on-demand"},
             movable(Lever::More,
                     integer("previousPeakReads", "Earlier read peak", "units/s", {0, 1e7}, 6000,
                             "On-demand serves twice the highest earlier traffic at once; 6,000 is a new "
                             "table's 12,000. Warm throughput set beforehand counts as twice the peak.",
                             documented(kCapacityMode)))),
        choice("tableClass", "Table class", {{"standard", "Standard"}, {"standard-ia", "Standard-IA"}},
               "standard", "Standard-IA stores for less and charges more for each unit.",
               documented(kPricing)),
        choice("stream", "Change stream",
               {{"off", "Off"},
                {"keys-only", "Keys only"},
                {"new-image", "New image"},
                {"old-image", "Old image"},
                {"new-and-old-images", "New and old images"}},
               "off", "What each change puts on the table's stream, kept 24 h and in order per item.",
               documented(kStreams)),
        advanced(when(
            "stream", kStreamOn,
            real("streamLatencyMillis", "Stream read latency, median", "ms", {0, 60000}, 85,
                 "Time of one read of the stream; the wait for the next poll comes on top. With four polls a "
                 "second it makes the measured 213 ms from write to function.",
                 measured(kMeasured)))),
        advanced(when("stream", kStreamOn,
                      real("streamLatencyP99Millis", "Stream read latency, 99th percentile", "ms",
                           {0, 600000}, 400, "One read in a hundred takes longer.", measured(kMeasured)))),
        advanced(when(
            "stream", kStreamOn,
            real("streamShardHours", "Stream shards close after", "h", {0, 8760}, 4,
                 "Each shard is closed at times of its own and another takes its place; 0 never closes one.",
                 assumed(std::string{"practitioners tell of about 4 h, AWS gives no figure: "} + kStreams)))),
        advanced(when("stream", kStreamOn,
                      integer("streamDiscoverySeconds", "New shards are found within", "s", {0, 3600}, 30,
                              "Until then, evenly drawn, a reader sees nothing of a new shard.",
                              assumed("practitioners tell of seconds to a minute of age at such a time, AWS "
                                      "gives no figure")))),
        integer("itemOverheadBytes", "Overhead per item", "B", {0, 409600}, 100,
                "Bytes billed as storage with every item on top of its own.", documented(kItemSize)),
        real("newItemsPercent", "Writes that add an item", "%", kPercent, 100,
             "The rest replace an item, so the table does not grow by them.",
             assumed("depends on your keys; 100 is the largest bill")),
        integer("expireDays", "Items live", "days", {0, 36500}, 0,
                "Time to live: items are deleted at this age without using capacity; 0 keeps them for ever.",
                documented(kTimeToLive)),
        real("transactionsPercent", "Requests in transactions", "%", kPercent, 0,
             "Each item in a transaction is prepared and committed, which takes its units twice; a read in "
             "one is "
             "a consistent one.",
             documented(kTransactions)),
        integer(
            "indexes", "Global secondary indexes", "", {0, 20}, 0,
            "Each write of an indexed item is written to every index too, with units and storage of its own.",
            documented(kIndexes)),
        advanced(real("indexedPercent", "Writes that reach an index", "%", kPercent, 100,
                      "The rest have no value for its key, or change nothing that it holds.",
                      assumed("depends on your items; 100 is the largest bill"))),
        advanced(real("projectedPercent", "Part of an item in an index", "%", {0, 100}, 100,
                      "Bytes of the attributes that are projected into an index.",
                      assumed("depends on your projections; 100 projects all attributes"))),
        advanced(movable(
            Lever::More,
            integer("indexWcu", "Write capacity of an index", "WCU", {1, 1e7}, 1000,
                    "A write is refused as a whole when an index lacks capacity, however much the table has.",
                    documented(kIndexes)))),
        yesNo("consistentReads", "Strongly consistent reads", false,
              "Reads see every earlier write and cost twice the units of eventual ones.",
              documented(kCapacityMode)),
        yesNo(
            "pointInTimeRecovery", "Point-in-time recovery", false,
            "Keeps what it takes to restore any second of the last 35 days, billed by the size of the table.",
            documented(kRecovery)),
        integer("backupsKept", "Backups kept", "backups", {0, 10000}, 0,
                "On-demand backups of the whole table that are kept, each as large as the table.",
                documented(kBackup)),
        real("exportsPerMonth", "Exports a month", "", {0, 10000}, 0,
             "Full exports to S3, billed by the size of the table; they use no read capacity.",
             documented(kExport)),
        real("restoredGbPerMonth", "Restored a month", "GB", {0, 1e9}, 0,
             "From backups or to a point in time, into a new table; billed by the GB.", documented(kBackup)),
        real("importedGbPerMonth", "Imported a month", "GB", {0, 1e9}, 0,
             "From S3 into a new table, billed by the GB without compression; uses no write capacity.",
             documented(kImport)),
        advanced(integer("captureRetryMillis", "Change capture tries again after", "ms", {1, 3600000}, 1000,
                         "A change that its Kinesis stream has no capacity for is tried again so much later.",
                         assumed("AWS says that it tries again in the background, not how often"))),
        advanced(real("replicationMillis", "Lag of a replica, median", "ms", {0, 3600000}, 1000,
                      "From a write until the replicas of a global table in other Regions get it.",
                      documented(kGlobal))),
        advanced(real("replicationP99Millis", "Lag of a replica, 99th percentile", "ms", {0, 36000000}, 2500,
                      "0.5 to 2.5 s are common within one geography.", documented(kGlobalDesign))),
        real("startingStorageGb", "Stored at the start", "GB", {0, 1e9}, 0,
             "What the table holds before the first write.", assumed("your data")),
        advanced(integer("burstSeconds", "Burst", "s", {0, 3600}, 300,
                         "Seconds of unused capacity a provisioned table keeps for a peak.",
                         documented(kPartitions))),
        advanced(integer("partitionWcu", "Writes per partition", "WCU", {1, 1e7}, 1000,
                         "Ceiling of one partition and so of one key.", documented(kPartitions))),
        advanced(integer("partitionRcu", "Reads per partition", "RCU", {1, 1e7}, 3000,
                         "Ceiling of one partition and so of one key.", documented(kPartitions))),
        advanced(integer(
            "heatSplitMinutes", "Hot partitions split after", "min", {0, 1440}, 10,
            "A partition that refuses work in each of so many minutes is split in two; 0 never splits one. "
            "It helps many warm keys, never a single one.",
            assumed(std::string{"AWS says that it happens, not how fast: "} + kHeat))),
        real("writeLatencyMillis", "Write latency", "ms", {0, 60000}, 5,
             "Time of one write when nothing is refused.", assumed(kSingleDigit)),
        real("readLatencyMillis", "Read latency", "ms", {0, 60000}, 4,
             "Time of one read when nothing is refused.", assumed(kSingleDigit)),
    };

    spec.meters = {
        held("dynamodb/provisioned-wcu-hours", "Write capacity hours", "WCU-hour"),
        held("dynamodb/provisioned-rcu-hours", "Read capacity hours", "RCU-hour"),
        held("dynamodb/provisioned-wcu-hours-ia", "Write capacity hours, Standard-IA", "WCU-hour"),
        held("dynamodb/provisioned-rcu-hours-ia", "Read capacity hours, Standard-IA", "RCU-hour"),
        counted("dynamodb/on-demand-write-units", "On-demand write units", "write request unit"),
        counted("dynamodb/on-demand-read-units", "On-demand read units", "read request unit"),
        counted("dynamodb/on-demand-write-units-ia", "On-demand write units, Standard-IA",
                "write request unit"),
        counted("dynamodb/on-demand-read-units-ia", "On-demand read units, Standard-IA", "read request unit"),
        held("dynamodb/provisioned-replicated-wcu-hours", "Write capacity hours, global table", "WCU-hour"),
        held("dynamodb/provisioned-replicated-wcu-hours-ia",
             "Write capacity hours, global table, Standard-IA", "WCU-hour"),
        counted("dynamodb/on-demand-replicated-write-units", "On-demand write units, global table",
                "write request unit"),
        counted("dynamodb/on-demand-replicated-write-units-ia",
                "On-demand write units, global table, Standard-IA", "write request unit"),
        kept("dynamodb/storage", "Storage"),
        kept("dynamodb/storage-ia", "Storage, Standard-IA"),
        counted("dynamodb/stream-read-units", "Stream reads", "stream read unit"),
        kept("dynamodb/pitr-storage", "Point-in-time recovery"),
        kept("dynamodb/backup-storage", "On-demand backups"),
        meter(MeterClass::Stock, "dynamodb/export-gb", "Exports to S3", "GB"),
        meter(MeterClass::Stock, "dynamodb/restore-gb", "Restores", "GB"),
        meter(MeterClass::Stock, "dynamodb/import-gb", "Imports from S3", "GB"),
        counted("dynamodb/kinesis-cdc-units", "Changes captured for Kinesis", "change unit"),
    };

    spec.quotas = {
        {"Write units of one table", 40000, "WCU", kQuota},
        {"Read units of one table", 40000, "RCU", kQuota},
        {"Write units of one partition or key", 1000, "WCU/s", kPartitions},
        {"Read units of one partition or key", 3000, "RCU/s", kPartitions},
        {"Item", 400, "KB", kQuota},
        {"Partition", 10, "GB", kQuota},
        {"Items in one BatchWriteItem", 25, "items", kQuota},
        {"Stream retention", 24, "h", kStreams},
        {"Readers of one stream shard", 2, "readers", kQuota},
        {"Capacity decreases a day", 27, "", kQuota},
        {"Consecutive one-minute points above target before scaling up", 2, "min", kThroughput},
        {"Consecutive one-minute points below target before scaling down", 15, "min", kThroughput}};
    return spec;
}

}  // namespace plimsoll::services::dynamodb
