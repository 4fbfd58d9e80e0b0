// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"
#include "simulator/services/specs.h"

namespace plimsoll {

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
constexpr const char* kSingleDigit =
    "AWS promises single-digit milliseconds without a figure:"
    " https://aws.amazon.com/blogs/database/understanding-amazon-dynamodb-latency/";

}  // namespace

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
             autoSized(integer("wcu", "Write capacity", "WCU", {1, 1e7}, 1,
                               "One unit writes one item of up to 1 KB a second; the table quota is 40,000.",
                               documented(kQuota)))),
        when("mode", {"provisioned"},
             autoSized(integer("rcu", "Read capacity", "RCU", {1, 1e7}, 1,
                               "One unit reads up to 4 KB a second consistently, or twice that eventually.",
                               documented(kQuota)))),
        when("mode", {"provisioned"},
             yesNo("autoScaling", "Auto scaling", false,
                   "Raises capacity after two minutes above the target and lowers it after fifteen below.",
                   documented(kAutoScaling))),
        when("autoScaling", {"true"},
             integer("autoScalingTargetPercent", "Target utilisation", "%", {20, 90}, 70,
                     "Used share of capacity that auto scaling aims at; AWS allows 20 to 90.",
                     assumed(std::string{"AWS gives the range only, 70 is assumed: "} + kAutoScaling))),
        when("autoScaling", {"true"},
             integer("minWcu", "Least write capacity", "WCU", {1, 1e7}, 1,
                     "Auto scaling never goes below this.", assumed("your choice"))),
        when("autoScaling", {"true"},
             integer("maxWcu", "Most write capacity", "WCU", {1, 1e7}, 40000,
                     "Auto scaling never goes above this; the table quota by default.", documented(kQuota))),
        when("autoScaling", {"true"},
             integer("minRcu", "Least read capacity", "RCU", {1, 1e7}, 1,
                     "Auto scaling never goes below this.", assumed("your choice"))),
        when("autoScaling", {"true"},
             integer("maxRcu", "Most read capacity", "RCU", {1, 1e7}, 40000,
                     "Auto scaling never goes above this; the table quota by default.", documented(kQuota))),
        when("autoScaling", {"true"},
             advanced(integer("scalingDelaySeconds", "Scaling delay", "s", {0, 3600}, 120,
                              "From the decision to scale until the new capacity serves.",
                              assumed(std::string{"AWS says minutes, without a figure: "} + kAutoScaling)))),
        when("mode", {"on-demand"},
             integer(
                 "previousPeakWrites", "Earlier write peak", "units/s", {0, 1e7}, 2000,
                 "On-demand serves twice the highest earlier traffic at once; 2,000 is a new table's 4,000.",
                 documented(kCapacityMode))),
        when("mode", {"on-demand"},
             integer(
                 "previousPeakReads", "Earlier read peak", "units/s", {0, 1e7}, 6000,
                 "On-demand serves twice the highest earlier traffic at once; 6,000 is a new table's 12,000.",
                 documented(kCapacityMode))),
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
        integer("itemOverheadBytes", "Overhead per item", "B", {0, 409600}, 100,
                "Bytes billed as storage with every item on top of its own.", documented(kItemSize)),
        real("newItemsPercent", "Writes that add an item", "%", kPercent, 100,
             "The rest replace an item, so the table does not grow by them.",
             assumed("depends on your keys; 100 is the largest bill")),
        yesNo("consistentReads", "Strongly consistent reads", false,
              "Reads see every earlier write and cost twice the units of eventual ones.",
              documented(kCapacityMode)),
        real("startingStorageGb", "Stored at the start", "GB", {0, 1e9}, 0,
             "What the table holds before the first write.", assumed("your data")),
        advanced(integer("burstSeconds", "Burst", "s", {0, 3600}, 300,
                         "Seconds of unused capacity a provisioned table keeps for a peak.",
                         documented(kPartitions))),
        advanced(integer("partitionWcu", "Writes per partition", "WCU", {1, 1e7}, 1000,
                         "Ceiling of one partition and so of one key.", documented(kPartitions))),
        advanced(integer("partitionRcu", "Reads per partition", "RCU", {1, 1e7}, 3000,
                         "Ceiling of one partition and so of one key.", documented(kPartitions))),
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
        kept("dynamodb/storage", "Storage"),
        kept("dynamodb/storage-ia", "Storage, Standard-IA"),
        counted("dynamodb/stream-read-units", "Stream reads", "stream read unit"),
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

}  // namespace plimsoll
