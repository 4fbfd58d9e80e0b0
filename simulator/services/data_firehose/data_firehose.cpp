// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/delivery_stream/delivery_stream.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::data_firehose {

ServiceSpec dataFirehoseSpec();  // data_firehose_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/firehose/latest/dev/limits.html";
/// Each record is billed in whole steps of this.
constexpr std::uint64_t kGranule = 5 * 1024;

bool intoTables(const ComponentView& self)
{
    return self.text("delivers") == "iceberg";
}
bool partitions(const ComponentView& self)
{
    return !intoTables(self) && self.flag("dynamicPartitioning");
}

void bill(const ComponentView& self, const DeliveryLoad& load, const MeterSink& meters)
{
    const auto ingest = [&](const char* meter, double rounded) {
        meters.count(meter, rounded / kGib,
                     {computed("GB billed", rounded / kGib, "GB/s", "records x record rounded up to 5 KB",
                               {given("records", load.records, "records/s"),
                                given("record", load.records > 0 ? load.bytes / load.records : 0, "B"),
                                quoted("billing granule", kGranule, "B", kLimits)})});
    };
    if (intoTables(self)) {
        // The rate of tables names no granule, and Kinesis and direct puts as its sources.
        const double bytes = load.bytes - load.topicBytes;
        meters.count("iceberg-gb", bytes / kGib, {given("came in", bytes, "B/s")});
    } else {
        ingest("kinesis-source-gb", load.polledBilled);
        ingest("direct-put-gb", load.directBilled);
    }
    if (load.topicBytes > 0)  // without a granule
        meters.count("msk-source-gb", load.topicBytes / kGib,
                     {given("read of topics", load.topicBytes, "B/s")});
    const double converted = (load.polledBilled + load.directBilled + load.topicBytes) / kGib;
    if (self.flag("formatConversion"))
        meters.count("format-conversion-gb", converted, {given("GB billed", converted, "GB/s")});
    if (partitions(self)) {
        meters.count("dynamic-partitioning-gb", load.deliveredBytes / kGib,
                     {given("delivered", load.deliveredBytes, "B/s")});
        meters.count("dynamic-partitioning-objects", load.objects, {given("objects", load.objects, "1/s")});
        const double hours = self.number("jqHoursPerMonth");
        meters.stock("jq-hours", hours, 0, {given("JQ processing a month", hours, "h")});
    }
    if (const double zones = self.number("vpcZones"); zones > 0) {
        meters.level("vpc-zone-hours", zones, {given("zones delivered into", zones, "")});
        meters.count("vpc-gb", converted, {given("GB billed", converted, "GB/s")});
    }
}

DeliveryConfig configure(const ComponentView& self)
{
    DeliveryConfig config;
    config.bufferBytes = static_cast<std::uint64_t>(self.number("bufferMib") * kMib);
    config.bufferTime = fromSeconds(std::max(0.001, self.number("bufferSeconds")));
    config.sizeFactor = self.number("compressionPercent") / 100;
    config.directBytesPerSecond = self.number("directPutMibPerSecond") * kMib;
    // Tied to the bytes: 10 MiB/s come with 1,000,000 records and 4,000 calls. Source: kLimits.
    const auto tied = [&](const char* own, double perMib) {
        return self.number(own) > 0 ? self.number(own) : self.number("directPutMibPerSecond") * perMib;
    };
    config.directRecordsPerSecond = tied("directPutRecordsPerSecond", 100'000);
    config.directCallsPerSecond = tied("directPutCallsPerSecond", 400);
    config.directBytes = {"bytes", "Direct PUT bytes", "B/s", config.directBytesPerSecond, 1, "", kLimits};
    config.directRecords = {
        "records", "Direct PUT records", "records/s", config.directRecordsPerSecond, 1, "", kLimits};
    config.directCalls = {"calls", "Direct PUT calls", "requests/s", config.directCallsPerSecond, 1, "",
                          kLimits};
    if (intoTables(self)) {
        config.partitions.prefixes = static_cast<std::uint32_t>(self.number("tablePartitions"));
        config.partitions.active = 0;
        config.commit = fromMillis(self.number("commitMillis"));
    }
    if (partitions(self)) {
        config.partitions.prefixes = static_cast<std::uint32_t>(self.number("prefixes"));
        config.partitions.active = static_cast<std::uint64_t>(self.number("activePartitions"));
        config.partitions.limit = {"active-partitions",
                                   "Active partitions",
                                   "partitions",
                                   self.number("activePartitions"),
                                   1,
                                   "",
                                   kLimits};
        config.bufferTime = fromSeconds(seconds(config.bufferTime) * self.number("partitionIntervalFactor"));
    }
    config.transform.bytes = static_cast<std::uint64_t>(self.number("transformMib") * kMib);
    config.transform.time = fromSeconds(std::max(0.001, self.number("transformSeconds")));
    config.transform.sizeFactor = self.number("transformedPercent") / 100;
    config.retryFor = fromSeconds(self.number("retryHours") * 3600);
    config.endpointRetryFor = fromSeconds(self.number("endpointRetrySeconds"));
    config.backup = {self.text("backup") == "all",
                     static_cast<std::uint64_t>(self.number("backupMib") * kMib),
                     fromSeconds(self.number("backupSeconds"))};
    config.copyRetryFor = fromSeconds(self.number("copyRetrySeconds"));
    config.pollInterval = fromMillis(self.number("pollMillis"));
    config.billedStep = kGranule;
    return config;
}

}  // namespace

Service dataFirehose()
{
    return serviceOf<DeliveryStreamFamily>(dataFirehoseSpec(), configure, bill);
}

}  // namespace plimsoll::services::data_firehose
