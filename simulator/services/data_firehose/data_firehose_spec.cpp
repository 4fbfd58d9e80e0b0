// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::data_firehose {

namespace {

constexpr const char* kQuota = "https://docs.aws.amazon.com/firehose/latest/dev/limits.html";
constexpr const char* kBufferHints =
    "https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html";
constexpr const char* kBufferTime = "https://docs.aws.amazon.com/firehose/latest/dev/buffering-hints.html";
constexpr const char* kDelivery = "https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html";
constexpr const char* kBuffering = "https://docs.aws.amazon.com/firehose/latest/dev/buffering.html";
constexpr const char* kTransformation =
    "https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html";
constexpr const char* kPricing = "https://aws.amazon.com/firehose/pricing/";
constexpr const char* kOperations =
    "https://docs.aws.amazon.com/firehose/latest/APIReference/API_Operations.html";

std::vector<MeterSpec> deliveryMeters()
{
    using namespace declare;
    return {
        counted("data-firehose/kinesis-source-gb", "Data from a Kinesis stream", "GB"),
        counted("data-firehose/msk-source-gb", "Data from an MSK topic", "GB"),
        counted("data-firehose/direct-put-gb", "Data from direct puts", "GB"),
        counted("data-firehose/iceberg-gb", "Data into Apache Iceberg tables", "GB"),
        counted("data-firehose/format-conversion-gb", "Format conversion", "GB"),
        counted("data-firehose/dynamic-partitioning-gb", "Dynamic partitioning data", "GB"),
        counted("data-firehose/dynamic-partitioning-objects", "Dynamic partitioning objects", "object"),
        meter(MeterClass::Stock, "data-firehose/jq-hours", "Dynamic partitioning by JQ", "hour"),
        held("data-firehose/vpc-zone-hours", "Delivery into a VPC, zones", "zone-hour"),
        counted("data-firehose/vpc-gb", "Delivery into a VPC, data", "GB"),
    };
}

}  // namespace

ServiceSpec dataFirehoseSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "data-firehose";
    spec.name = "Data Firehose";
    spec.shortName = "Firehose";
    spec.category = "streaming";
    spec.summary =
        "Collects records into a buffer and delivers it as one object when it is full or old enough.";
    spec.integrationName = "Data Firehose";
    spec.slaPercent = 99.9;
    spec.slaSource = "https://www.amazonaws.cn/en/firehose/sla/beijing/";
    spec.docsUrl = "https://docs.aws.amazon.com/firehose/latest/dev/what-is-this-service.html";
    spec.paletteRank = 4;
    spec.puts = {"PutRecordBatch", 500, kQuota};
    spec.mostTargets = 1;
    spec.mostTargetsSource = "https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html";
    // It reads a stream its own way: nothing of it can be set.
    spec.reader = {.batch = false, .enhanced = false, .replays = false};
    // A bucket beside takes what failed, and every source record where that is asked for.
    spec.sender = {.routes = {Route::Copy}, .failures = true, .failuresSource = kDelivery};

    spec.parameters = {
        movable(
            Lever::Less,
            integer(
                "bufferMib", "Buffer size", "MiB", {1, 128}, 5,
                "A delivery starts when this much has come in, or the interval is over, whichever is first.",
                documented(kBufferHints))),
        movable(
            Lever::Less,
            integer("bufferSeconds", "Buffer interval", "s", {0, 900}, 300,
                    "Oldest age of a record in the buffer before it is delivered; 0 delivers within seconds.",
                    documented(kBufferTime))),
        real("compressionPercent", "Size after compression", "%", {1, 100}, 100,
             "Delivered bytes as a share of the bytes that came in; 100 delivers them as they are.",
             assumed("depends on your data; 100 assumes no compression")),
        choice("delivers", "Delivers", {{"objects", "Objects"}, {"iceberg", "Rows of Apache Iceberg tables"}},
               "objects",
               "What a bucket gets. Data of tables is billed by the GB at a rate of its own, instead of what "
               "comes in, and can be read once it is committed.",
               documented(kPricing)),
        when("delivers", {"iceberg"},
             integer("tablePartitions", "Partitions of the tables", "", {1, 100000}, 1,
                     "Partitions that the records fall into by their keys; each gets data files of its own.",
                     assumed("depends on your tables"))),
        when("delivers", {"iceberg"},
             real("commitMillis", "Commit", "ms", {0, 600000}, 1000,
                  "From written data files to a snapshot of the table that shows them.",
                  assumed("not published"))),
        choice(
            "backup", "Kept beside",
            {{"failed", "What failed"}, {"all", "What failed, and all source records"}}, "failed",
            "What goes to the bucket connected as on-failure destination. Without one, what cannot be "
            "transformed or sorted goes to the destination's error prefix, and to nowhere where that is no "
            "bucket.",
            documented(kOperations)),
        advanced(integer("backupMib", "Buffer beside", "MiB", {1, 128}, 5,
                         "Objects of what is kept beside are written at this size, or after the interval.",
                         documented(kBufferHints))),
        advanced(integer("backupSeconds", "Interval beside", "s", {60, 900}, 300,
                         "Oldest age of a record that is kept beside before it is written.",
                         documented(kBufferTime))),
        yesNo("formatConversion", "Convert to Parquet or ORC", false,
              "Turns JSON into a columnar format before delivery and meters the bytes for it.",
              documented(kOperations)),
        when("delivers", {"objects"},
             yesNo("dynamicPartitioning", "Dynamic partitioning", false,
                   "Sorts records into prefixes by their content and meters bytes and objects for it.",
                   documented(kQuota))),
        when("dynamicPartitioning", {"true"},
             integer(
                 "prefixes", "Prefixes", "", {1, 100000}, 100,
                 "Values that the records are sorted by; each key has one of them, and each prefix that has "
                 "records has a buffer and objects of its own.",
                 assumed("depends on your data"))),
        when("dynamicPartitioning", {"true"},
             integer("activePartitions", "Active partitions, at most", "partitions", {1, 5000}, 500,
                     "Prefixes with an open buffer; records of one more go to the error prefix. 500 unless "
                     "raised, to 5,000.",
                     documented(kQuota))),
        when("dynamicPartitioning", {"true"},
             real("partitionIntervalFactor", "Interval with partitions", "x", {1, 1.5}, 1.5,
                  "AWS says that records may wait up to 1.5 times the buffer interval.",
                  documented(kBuffering))),
        when("dynamicPartitioning", {"true"},
             real("jqHoursPerMonth", "JQ processing", "h/month", {0, 1e6}, 0,
                  "Hours of JQ that take the keys out of the records, billed on top.",
                  assumed("0 where your own code or function names the keys"))),
        integer("vpcZones", "Zones of a VPC it delivers into", "zones", {0, 6}, 0,
                "An index, warehouse or address inside a VPC is reached by an interface in each of its "
                "zones: billed "
                "by the hour and by the GB that comes in. 0 = the destination is not in one.",
                documented(kPricing)),
        real("transformMib", "Transformation buffer", "MiB", {0.2, 3}, 1,
             "With a function connected: it is called when so much has come in, or the time is over.",
             documented(kTransformation)),
        integer("transformSeconds", "Transformation interval", "s", {0, 900}, 60,
                "Oldest age of a record before the function is called.", documented(kTransformation)),
        real("transformedPercent", "Size after transformation", "%", {1, 1000}, 100,
             "Bytes that come back from the function as a share of those that it gets.",
             assumed("depends on your function")),
        movable(Lever::More,
                advanced(integer("directPutMibPerSecond", "Direct PUT bytes", "MiB/s", {1, 10000}, 5,
                                 "Byte quota of direct puts, 5 in the three largest Regions and 1 elsewhere, "
                                 "raisable; the quotas of records and calls rise with it.",
                                 documented(kQuota)))),
        advanced(integer("directPutRecordsPerSecond", "Direct PUT records", "records/s", {0, 1000000000}, 0,
                         "Record quota of direct puts; 0 is tied to the byte quota, 100,000 for each MiB/s.",
                         documented(kQuota))),
        advanced(integer("directPutCallsPerSecond", "Direct PUT calls", "calls/s", {0, 10000000}, 0,
                         "Request quota of direct puts; 0 is tied to the byte quota, 400 for each MiB/s.",
                         documented(kQuota))),
        integer("retryHours", "Retry for", "h", {0, 24}, 24,
                "How long a failing delivery to S3 is retried before direct puts are lost.",
                documented(kDelivery)),
        integer(
            "endpointRetrySeconds", "Retry at an address for", "s", {0, 7200}, 300,
            "How long a delivery that OpenSearch, Splunk or an HTTP endpoint refuses is tried again; then "
            "it goes to the bucket beside, or is lost.",
            documented(kOperations)),
        integer("copyRetrySeconds", "Retry a COPY for", "s", {0, 7200}, 3600,
                "How long a failing load into Redshift is tried again, every five minutes.",
                documented(kOperations)),
        advanced(integer("pollMillis", "Poll interval of a Kinesis source", "ms", {1, 60000}, 1000,
                         "Pause between two reads of one shard when a stream feeds the delivery.",
                         assumed("not published; taken from the one poll a second of other stream readers"))),
    };

    spec.meters = deliveryMeters();

    spec.quotas = {{"Record", 1000, "KiB", kQuota},
                   {"Records in one PutRecordBatch", 500, "records", kQuota},
                   {"Bytes in one PutRecordBatch", 4, "MiB", kQuota},
                   {"Billing granule of a record", 5, "KB", kQuota},
                   {"Active partitions", 500, "partitions", kQuota},
                   {"Longest retry to an index or address", 7200, "s", kOperations},
                   {"Longest retry to Redshift", 7200, "s", kOperations}};
    return spec;
}

}  // namespace plimsoll::services::data_firehose
