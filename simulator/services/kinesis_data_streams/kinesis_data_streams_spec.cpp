// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::kinesis_data_streams {

namespace {

constexpr const char* kPricing = "https://aws.amazon.com/kinesis/data-streams/pricing/";
constexpr const char* kLimits =
    "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
constexpr const char* kProducer =
    "https://github.com/awslabs/amazon-kinesis-producer/blob/master/java/amazon-kinesis-producer-sample/"
    "default_config.properties";
constexpr const char* kSizing = "https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html";
constexpr const char* kGetRecords =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html";
constexpr const char* kPutRecords =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html";
constexpr const char* kOperations =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html";
constexpr const char* kReshard =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html";
constexpr const char* kMaxRecord =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateMaxRecordSize.html";
constexpr const char* kMeasured =
    "https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/";
constexpr const char* kConsumers =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html";

/// A call of UpdateShardCount at most doubles or halves the shards, ten times in 24 hours.
ChangeSpec updateShardCount()
{
    ChangeSpec change;
    change.seconds = change.decreaseSeconds = 60;
    change.mostFactor = 2;
    change.mostPerDay = 10;
    change.evidence = Evidence::Assumption;
    change.source = "AWS says that a stream is being updated for a while, without a figure";
    change.quotaSource = kReshard;
    return change;
}

}  // namespace

// Longer than a screen because it is a table: one entry for each parameter, meter and quota.
ServiceSpec kinesisDataStreamsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "kinesis-data-streams";
    spec.name = "Kinesis Data Streams";
    spec.shortName = "Kinesis";
    spec.category = "streaming";
    spec.summary = "Keeps ordered records in shards for hours to a year, for many consumers.";
    spec.integrationName = "Kinesis Data Streams";
    spec.stores = true;
    spec.slaPercent = 99.9;
    spec.slaSource = "https://aws.amazon.com/pt/kinesis/data-firehose/sla/";
    spec.docsUrl = "https://docs.aws.amazon.com/streams/latest/dev/introduction.html";
    spec.paletteRank = 3;
    spec.puts = {"PutRecords", 500, kPutRecords};
    spec.feed = {.shape = FeedSpec::Shape::Lanes,
                 .read = {"GetRecords", 10'000, kGetRecords},
                 .replays = true,
                 .enhancedFanOut = true,
                 .sharedReaders = 5,
                 .sharedReadersWhy =
                     "a shard answers 5 reads a second in all, so each reads less than once a second",
                 .sharedReadersRemedy = "give some of them enhanced fan-out",
                 .sharedReadersSource = kGetRecords};

    spec.parameters = {
        choice("mode", "Capacity mode",
               {{"provisioned", "Provisioned"},
                {"on-demand", "On-demand"},
                {"on-demand-advantage", "On-demand Advantage"}},
               "provisioned",
               "Provisioned pays for shards you set; on-demand pays for bytes and follows the 30-day write "
               "peak; Advantage has lower rates for an account that takes in and hands out 25 MB/s at least.",
               documented(kSizing)),
        when("mode", {"provisioned"},
             changeable(
                 updateShardCount(),
                 autoSized(integer(
                     "shards", "Open shards", "shards", {1, 20000}, 1,
                     "Each shard writes 1 MiB/s and 1,000 records/s and serves 2 MiB/s of shared reads.",
                     documented(kLimits))))),
        when("mode", {"on-demand-advantage"},
             real("leastMibPerSecond", "Billed at least", "MiB/s", {0, 25}, 25,
                  "Of the account's 25 MB/s, in and out each, what this stream has to come up for; less "
                  "where other "
                  "streams of the account and Region carry some of it.",
                  documented(kPricing))),
        when("mode", {"on-demand", "on-demand-advantage"},
             real("onDemandPeakMibPerSecond", "Highest write of the last 30 days", "MiB/s", {0, 10240}, 2,
                  "The stream serves twice this at first; a new stream starts at 4 MB/s, twice 2. A higher "
                  "minute of the run counts 15 minutes later.",
                  documented(kSizing))),
        advanced(when("mode", {"on-demand", "on-demand-advantage"},
                      real("onDemandCeilingMibPerSecond", "On-demand ceiling", "MiB/s", {1, 10240}, 10240,
                           "Capacity grows no further; 10 GB/s in the three largest Regions, 200 MB/s "
                           "elsewhere.",
                           documented(kLimits)))),
        integer("retentionHours", "Retention", "h", {24, 8760}, 24,
                "How long a record stays readable; unread records older than this are lost.",
                documented(kOperations)),
        when("mode", {"provisioned"},
             real("longTermReadGb", "Read of older than 7 days", "GB/month", {0, 1e9}, 0,
                  "Retrievals from long-term retention are billed by the GB.", documented(kPricing))),
        advanced(integer(
            "recordsPerShard", "Records per shard", "records/s", {1, 1000000}, 1000,
            "Write limit of one shard by count; a hot key is capped by it however many shards there are.",
            documented(kLimits))),
        advanced(integer("kibPerShard", "Write bytes per shard", "KiB/s", {1, 1048576}, 1024,
                         "Write limit of one shard by size, partition key included.",
                         documented(kPutRecords))),
        advanced(integer(
            "readKibPerShard", "Read bytes per shard", "KiB/s", {1, 1048576}, 2048,
            "All shared consumers of a shard divide this; an enhanced consumer has as much to itself.",
            documented(kGetRecords))),
        advanced(integer("readCallsPerShard", "Read calls per shard", "calls/s", {1, 100000}, 5,
                         "GetRecords calls a second on one shard, all shared consumers together.",
                         documented(kGetRecords))),
        integer(
            "aggregationBytes", "Aggregation by producers", "B", {0, 1048576}, 0,
            "Producers with the Kinesis Producer Library pack the records of one put that go to one shard "
            "into records of up to this size (its own default is 51,200), which quotas and PUT units "
            "count; readers unpack them. 0 packs none.",
            documented(kProducer)),
        integer("maxRecordKib", "Largest record", "KiB", {1024, 10240}, 1024,
                "Records above this are rejected; a stream can be set from 1 to 10 MiB.",
                documented(kMaxRecord)),
        integer("putLatencyMillis", "Put latency", "ms", {0, 60000}, 10,
                "From a put's arrival to its acknowledgement when nothing is refused.",
                assumed("AWS publishes no put latency")),
        advanced(real(
            "getLatencyMillis", "Get latency, median", "ms", {0, 60000}, 115,
            "Time of one GetRecords call; the wait for the next poll comes on top. With a poll a second it "
            "makes the measured 627 ms from put to function.",
            measured(kMeasured))),
        advanced(real("getLatencyP99Millis", "Get latency, 99th percentile", "ms", {0, 600000}, 1150,
                      "One call in a hundred takes longer; at or near the median every call takes that.",
                      measured(kMeasured))),
        advanced(real("pushLatencyMillis", "Push latency, median", "ms", {0, 60000}, 14,
                      "Time of a push to an enhanced consumer, on top of the wait until one leaves.",
                      measured(kMeasured))),
        advanced(real("pushLatencyP99Millis", "Push latency, 99th percentile", "ms", {0, 600000}, 70,
                      "One push in a hundred takes longer; at or near the median every push takes that.",
                      measured(kMeasured))),
    };

    spec.meters = {
        held("kinesis-data-streams/shard-hours", "Shard hours", "shard-hour"),
        counted("kinesis-data-streams/put-payload-units", "PUT payload units", "unit of 25 KB"),
        held("kinesis-data-streams/extended-retention-shard-hours", "Extended retention shard hours",
             "shard-hour"),
        kept("kinesis-data-streams/long-term-retention-gb", "Long-term retention"),
        meter(MeterClass::Stock, "kinesis-data-streams/long-term-retrieval-gb", "Long-term retrieval", "GB"),
        held("kinesis-data-streams/enhanced-fan-out-shard-hours", "Enhanced fan-out shard hours",
             "consumer-shard-hour"),
        counted("kinesis-data-streams/enhanced-fan-out-gb", "Enhanced fan-out data", "GB"),
        held("kinesis-data-streams/on-demand-stream-hours", "On-demand stream hours", "stream-hour"),
        counted("kinesis-data-streams/on-demand-ingest-gb", "On-demand data in", "GB"),
        counted("kinesis-data-streams/on-demand-retrieval-gb", "On-demand data out", "GB"),
        counted("kinesis-data-streams/on-demand-enhanced-fan-out-gb", "On-demand enhanced fan-out data",
                "GB"),
        kept("kinesis-data-streams/on-demand-extended-retention-gb", "On-demand extended retention"),
        kept("kinesis-data-streams/on-demand-long-term-retention-gb", "On-demand long-term retention"),
        counted("kinesis-data-streams/advantage-ingest-gb", "On-demand Advantage data in", "GB"),
        counted("kinesis-data-streams/advantage-retrieval-gb", "On-demand Advantage data out", "GB"),
        kept("kinesis-data-streams/advantage-retention-gb", "On-demand Advantage retention beyond a day"),
    };

    spec.quotas = {{"Shards in us-east-1, us-west-2, eu-west-1", 20000, "shards", kLimits},
                   {"Records in one PutRecords", 500, "records", kPutRecords},
                   {"Records in one GetRecords", 10000, "records", kGetRecords},
                   {"Bytes in one GetRecords", 10, "MiB", kGetRecords},
                   {"Enhanced fan-out consumers", 20, "consumers", kConsumers},
                   {"On-demand write in the three largest Regions", 10, "GB/s", kLimits},
                   {"On-demand write elsewhere", 200, "MB/s", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::kinesis_data_streams
