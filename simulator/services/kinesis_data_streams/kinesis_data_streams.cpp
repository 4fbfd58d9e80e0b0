// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/stream/stream.h"
#include "simulator/services/family_service.h"

#include <cmath>

namespace plimsoll::services::kinesis_data_streams {

ServiceSpec kinesisDataStreamsSpec();  // kinesis_data_streams_spec.cpp

namespace {

constexpr const char* kLimits =
    "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
constexpr const char* kSizing = "https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html";
constexpr const char* kGetRecords =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html";
constexpr const char* kConsumers =
    "https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html";
constexpr const char* kPricing = "https://aws.amazon.com/kinesis/data-streams/pricing/";
constexpr double kDay = 86'400;
// Source: https://aws.amazon.com/kinesis/data-streams/pricing/
constexpr double kPayloadUnit = 25 * kKib, kOnDemandStep = kKib;

bool onDemand(const ComponentView& self)
{
    return self.text("mode") != "provisioned";
}

/// On demand serves twice the highest write of the last 30 days, at least 4 MiB/s; a shard's worth is 1 MiB/s.
double shardsOf(const ComponentView& self)
{
    if (onDemand(self))
        return std::max(4.0, std::ceil(2 * self.number("onDemandPeakMibPerSecond")));
    return std::max(1.0, self.number("shards"));
}

/// Twice the highest minute so far is served; a load that grows faster than that is refused in part until the shards
/// have been split, up to 15 minutes later.
/// Source: https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html
ScalingPolicy onDemandPolicy(double shards, double most)
{
    ScalingPolicy policy;
    policy.target = 0.5;
    policy.outDelay = std::chrono::minutes{15};
    policy.pendingGrows = true;
    policy.least = shards;
    policy.most = std::max(shards, most);
    return policy;
}

StreamConfig configure(const ComponentView& self)
{
    const auto perShard = [&](const char* id, const char* label, const char* unit, double amount,
                              const char* source) {
        return LimitSpec{id, label, unit, amount, 1, "shards", source};
    };
    const double readBytes = self.number("readKibPerShard") * kKib;
    StreamConfig config;
    config.shards = static_cast<std::size_t>(shardsOf(self));
    config.records =
        perShard("records", "Records written", "records/s", self.number("recordsPerShard"), kLimits);
    config.bytes = perShard("bytes", "Bytes written", "B/s", self.number("kibPerShard") * kKib, kLimits);
    config.readBytes = perShard("reads", "Bytes read by shared consumers", "B/s", readBytes, kGetRecords);
    config.readCalls = perShard("read-calls", "Read calls of shared consumers", "calls/s",
                                self.number("readCallsPerShard"), kGetRecords);
    config.pushedBytes =
        perShard("enhanced-reads", "Bytes pushed to one enhanced consumer", "B/s", readBytes, kConsumers);
    config.largestRecord = static_cast<std::uint64_t>(self.number("maxRecordKib") * kKib);
    config.stepBytes = onDemand(self) ? kOnDemandStep : kPayloadUnit;
    config.packedBytes = self.number("aggregationBytes");
    config.putLatency = Law::deterministic(self.number("putLatencyMillis") * 1e6);
    config.read.bytesPerSecond = readBytes;
    config.read.callsPerSecond = config.readCalls.perUnit;
    config.read.latency = LaneConsumers::rarelySlow(self.number("getLatencyMillis") * 1e6,
                                                    self.number("getLatencyP99Millis") * 1e6);
    config.read.push = LaneConsumers::rarelySlow(self.number("pushLatencyMillis") * 1e6,
                                                 self.number("pushLatencyP99Millis") * 1e6);
    config.read.retention = fromSeconds(self.number("retentionHours") * 3600);
    config.read.pollInterval = fromMillis(self.spec->feed.pollMillis);
    config.sizing = {"shards", "shards", shardsOf(self), 1};
    if (onDemand(self)) {
        config.scaling = onDemandPolicy(shardsOf(self), self.number("onDemandCeilingMibPerSecond"));
        config.sizing = {"onDemandPeakMibPerSecond", "MiB/s", self.number("onDemandPeakMibPerSecond"), 2};
    }
    config.sizingSource = kSizing;
    config.hotKeyRemedy = "Split the key, e.g. add a random suffix to it and let readers join the parts";
    return config;
}

void billOnDemand(const StreamLoad& load, double hours, const Derivation& records, const MeterSink& meters)
{
    const double gb = load.steps * kOnDemandStep / kGib;
    meters.level("on-demand-stream-hours", 1, {given("streams", 1, "")});
    meters.count("on-demand-ingest-gb", gb,
                 {computed("GB ingested", gb, "GB/s", "each record rounded up to 1 KB", {records})});
    meters.count("on-demand-retrieval-gb", load.sharedBytesRead / kGib,
                 {given("bytes read by shared consumers", load.sharedBytesRead, "B/s")});
    meters.count("on-demand-enhanced-fan-out-gb", load.enhancedBytesRead / kGib,
                 {given("bytes pushed to enhanced consumers", load.enhancedBytesRead, "B/s")});
    // Retention beyond a day is kept bytes: those older than 24 h, up to 7 days, then the long-term rate.
    const double extended = std::min(hours, 168.0) * 3600 - kDay;
    if (extended > 0)
        meters.stock("on-demand-extended-retention-gb", 0, load.bytes / kGib,
                     {given("retention beyond 24 h", extended / 3600, "h")}, extended, kDay);
    if (hours > 168)
        meters.stock("on-demand-long-term-retention-gb", 0, load.bytes / kGib,
                     {given("retention beyond 7 days", hours - 168, "h")}, (hours - 168) * 3600, 7 * kDay);
}

/// Without an hour of the stream and at one rate for all readers; of an account's least volumes the share that is set.
void billAdvantage(const ComponentView& self, const StreamLoad& load, const Derivation& records,
                   const MeterSink& meters)
{
    const double least = self.number("leastMibPerSecond") / 1024;
    const Derivation atLeast = given("billed at least", least, "GB/s");
    const double in = load.steps * kOnDemandStep / kGib;
    const double out = (load.sharedBytesRead + load.enhancedBytesRead) / kGib;
    meters.count("advantage-ingest-gb", std::max(in, least),
                 {records, given("GB ingested", in, "GB/s"), atLeast});
    meters.count("advantage-retrieval-gb", std::max(out, least),
                 {given("GB read, enhanced consumers included", out, "GB/s"), atLeast});
    if (const double beyond = self.number("retentionHours") * 3600 - kDay; beyond > 0)
        meters.stock("advantage-retention-gb", 0, load.bytes / kGib,
                     {given("retention beyond 24 h", beyond / 3600, "h")}, beyond, kDay);
}

void bill(const ComponentView& self, const StreamLoad& load, const MeterSink& meters)
{
    const double hours = self.number("retentionHours");
    const Derivation records = given("records stored", load.records, "records/s");
    if (self.text("mode") == "on-demand-advantage")
        return billAdvantage(self, load, records, meters);
    if (onDemand(self))
        return billOnDemand(load, hours, records, meters);
    const Derivation shards = given("shards", load.shards, "");
    meters.level("shard-hours", load.shards, {shards});
    meters.count(
        "put-payload-units", load.steps,
        {computed("PUT payload units", load.steps, "units/s", "records x mean of ceil(record bytes / 25 KB)",
                  {records, given("record", load.records > 0 ? load.bytes / load.records : 0, "B"),
                   quoted("billing granule", kPayloadUnit, "B", kPricing)})});
    if (hours > 24)
        meters.level("extended-retention-shard-hours", load.shards, {shards, given("retention", hours, "h")});
    if (hours > 168)
        meters.stock("long-term-retention-gb", 0, load.bytes / kGib,
                     {given("retention beyond 7 days", hours - 168, "h")}, (hours - 168) * 3600, 7 * kDay);
    const double old = self.number("longTermReadGb");
    meters.stock("long-term-retrieval-gb", old, 0,
                 {given("read of what is older than 7 days", old, "GB a month")});
    meters.level("enhanced-fan-out-shard-hours", load.shards * load.enhancedConsumers,
                 {shards, given("enhanced consumers", load.enhancedConsumers, "")});
    meters.count("enhanced-fan-out-gb", load.enhancedBytesRead / kGib,
                 {given("bytes pushed to enhanced consumers", load.enhancedBytesRead, "B/s")});
}

}  // namespace

Service kinesisDataStreams()
{
    return serviceOf<StreamFamily>(kinesisDataStreamsSpec(), configure, bill);
}

}  // namespace plimsoll::services::kinesis_data_streams
