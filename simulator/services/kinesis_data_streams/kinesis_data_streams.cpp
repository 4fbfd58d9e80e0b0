// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "simulator/families/stream/stream.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr const char* kLimits =
    "https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html";
constexpr const char* kSizing = "https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html";
constexpr double kKib = 1024;
constexpr double kGib = 1073741824.0;
constexpr double kDay = 86'400;

bool onDemand(const ComponentView& self)
{
    return self.text("mode") == "on-demand";
}

/// On demand serves twice the highest write of the last 30 days, at least 4 MiB/s; a shard's worth is 1 MiB/s.
double shardsOf(const ComponentView& self)
{
    if (onDemand(self))
        return std::max(4.0, std::ceil(2 * self.number("onDemandPeakMibPerSecond")));
    return std::max(1.0, self.number("shards"));
}

/// What the stream's bill depends on, from a run or from the flow.
struct Load {
    double records = 0, bytes = 0, payloadUnits = 0, roundedKib = 0;  ///< accepted, per second
    double bytesRead = 0, enhancedBytesRead = 0;                      ///< per second
    double enhancedConsumers = 0;
};

void meterLoad(const ComponentView& self, const Load& load, const MeterSink& meters)
{
    const double hours = self.number("retentionHours");
    const Derivation records = given("records stored", load.records, "records/s");
    if (onDemand(self)) {
        const double gb = load.roundedKib * kKib / kGib;
        meters.level("on-demand-stream-hours", 1, {given("streams", 1, "")});
        meters.count("on-demand-ingest-gb", gb,
                     {computed("GB ingested", gb, "GB/s", "each record rounded up to 1 KB", {records})});
        meters.count(
            "on-demand-retrieval-gb", (load.bytesRead - load.enhancedBytesRead) / kGib,
            {given("bytes read by shared consumers", load.bytesRead - load.enhancedBytesRead, "B/s")});
        meters.count("on-demand-enhanced-fan-out-gb", load.enhancedBytesRead / kGib,
                     {given("bytes pushed to enhanced consumers", load.enhancedBytesRead, "B/s")});
        // Retention beyond a day is kept bytes: those older than 24 h, up to 7 days, then the long-term rate.
        const double extended = std::min(hours, 168.0) * 3600 - kDay;
        if (extended > 0)
            meters.stock("on-demand-extended-retention-gb", 0, load.bytes / kGib,
                         {given("retention beyond 24 h", extended / 3600, "h")}, extended, kDay);
        if (hours > 168)
            meters.stock("on-demand-long-term-retention-gb", 0, load.bytes / kGib,
                         {given("retention beyond 7 days", hours - 168, "h")}, (hours - 168) * 3600,
                         7 * kDay);
        return;
    }
    const double shards = shardsOf(self);
    const Derivation shardCount = given("shards", shards, "");
    meters.level("shard-hours", shards, {shardCount});
    meters.count(
        "put-payload-units", load.payloadUnits,
        {computed("PUT payload units", load.payloadUnits, "units/s", "records x ceil(record bytes / 25 KB)",
                  {records, given("record", load.records > 0 ? load.bytes / load.records : 0, "B")})});
    if (hours > 24)
        meters.level("extended-retention-shard-hours", shards, {shardCount, given("retention", hours, "h")});
    if (hours > 168)
        meters.stock("long-term-retention-gb", 0, load.bytes / kGib,
                     {given("retention beyond 7 days", hours - 168, "h")}, (hours - 168) * 3600, 7 * kDay);
    meters.level("enhanced-fan-out-shard-hours", shards * load.enhancedConsumers,
                 {shardCount, given("enhanced consumers", load.enhancedConsumers, "")});
    meters.count("enhanced-fan-out-gb", load.enhancedBytesRead / kGib,
                 {given("bytes pushed to enhanced consumers", load.enhancedBytesRead, "B/s")});
}

LimitSpec recordLimit(const ComponentView& self)
{
    return {"records",      "Records written", "records/s", self.number("recordsPerShard"),
            shardsOf(self), "shards",          kLimits};
}
LimitSpec byteLimit(const ComponentView& self)
{
    return {"bytes",        "Bytes written", "B/s",  self.number("kibPerShard") * kKib,
            shardsOf(self), "shards",        kLimits};
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

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    StreamConfig config;
    config.shards = static_cast<std::size_t>(shardsOf(self));
    config.recordsPerShard = self.number("recordsPerShard");
    config.bytesPerShard = self.number("kibPerShard") * kKib;
    config.largestRecord = static_cast<std::uint64_t>(self.number("maxRecordKib") * kKib);
    config.putLatency = fromMillis(self.number("putLatencyMillis"));
    config.read.bytesPerSecond = self.number("readKibPerShard") * kKib;
    config.read.callsPerSecond = self.number("readCallsPerShard");
    config.read.latency = fromMillis(self.number("getLatencyMillis"));
    config.read.retention = fromSeconds(self.number("retentionHours") * 3600);
    if (onDemand(self))
        config.scaling = onDemandPolicy(shardsOf(self), self.number("onDemandCeilingMibPerSecond"));
    config.finish = [self](const StreamFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const auto held = [&f](LimitSpec spec) {  // shards may have been split during the run
            spec.count = f.meanShards;
            return spec;
        };
        out.component.limits.push_back(
            withHistory(rateLimit(held(recordLimit(self)), f.recordUse.total() / s, f.recordUse.peak(),
                                  static_cast<double>(f.recordsRefused), f.busiestRecordShare),
                        f.recordUse, s));
        out.component.limits.push_back(
            withHistory(rateLimit(held(byteLimit(self)), f.byteUse.total() / s, f.byteUse.peak(),
                                  static_cast<double>(f.bytesRefused), f.busiestByteShare),
                        f.byteUse, s));
        const double shared = static_cast<double>(f.bytesRead - f.enhancedBytesRead) / s;
        out.component.limits.push_back(
            rateLimit({"reads", "Bytes read by shared consumers", "B/s",
                       self.number("readKibPerShard") * kKib, f.meanShards, "shards", kLimits},
                      shared, shared, static_cast<double>(f.readsRefused), f.busiestByteShare));
        const Load load{static_cast<double>(f.records) / s,      static_cast<double>(f.bytes) / s,
                        static_cast<double>(f.payloadUnits) / s, static_cast<double>(f.roundedKilobytes) / s,
                        static_cast<double>(f.bytesRead) / s,    static_cast<double>(f.enhancedBytesRead) / s,
                        static_cast<double>(f.enhancedConsumers)};
        meterLoad(self, load, {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeStream(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    const double perRecords = self.number("recordsPerShard"), perBytes = self.number("kibPerShard") * kKib;
    const double shards = shardsOf(self);
    // The busiest shard has its even share of the cold keys, and the hottest key as a whole.
    const double hot = offered.hottestKeyShare;
    const double busiest = hot + (1 - hot) / shards;
    const auto passes = [&](double share) {
        return std::min({1.0, perRecords / std::max(offered.recordsPerSecond * share, 1e-12),
                         perBytes / std::max(offered.bytesPerSecond * share, 1e-12)});
    };
    const double even = (1 - hot) / shards;
    const double accepted =
        offered.recordsPerSecond > 0 ? busiest * passes(busiest) + (shards - 1) * even * passes(even) : 1;
    context.result.accepted = offered * accepted;
    context.result.refused = offered * (1 - accepted);
    const double refusedByRecords = offered.recordsPerSecond - context.result.accepted.recordsPerSecond;
    context.result.limits.push_back(rateLimit(recordLimit(self), offered.recordsPerSecond,
                                              offered.recordsPerSecond, refusedByRecords, busiest));
    context.result.limits.push_back(
        rateLimit(byteLimit(self), offered.bytesPerSecond, offered.bytesPerSecond, 0, busiest));
    Load load{
        context.result.accepted.recordsPerSecond, context.result.accepted.bytesPerSecond, 0, 0, 0, 0, 0};
    const double record = context.result.accepted.bytesPerRecord();
    load.payloadUnits = load.records * std::ceil(record / (25 * kKib));
    load.roundedKib = load.records * std::ceil(record / kKib);
    double sharedReaders = 0;
    for (FlowPort& output : context.outputs) {
        output.rate = context.result.accepted;
        load.bytesRead += load.bytes;
        if (output.port.text("reader", "shared") == "enhanced") {
            load.enhancedBytesRead += load.bytes;
            ++load.enhancedConsumers;
        } else {
            ++sharedReaders;
        }
    }
    const double shared = load.bytesRead - load.enhancedBytesRead;
    if (sharedReaders > 0)
        context.result.limits.push_back(
            rateLimit({"reads", "Bytes read by shared consumers", "B/s",
                       self.number("readKibPerShard") * kKib, shards, "shards", kLimits},
                      shared, shared, 0, busiest));
    meterLoad(self, load, meters);
    context.result.serviceMillis = self.number("putLatencyMillis");
    if (!onDemand(self)) {
        std::vector<SizingNeed> needs{
            {"records", "records/s", offered.recordsPerSecond, perRecords, kLimits},
            {"bytes", "KiB/s", offered.bytesPerSecond / kKib, perBytes / kKib, kLimits}};
        if (sharedReaders > 0)
            needs.push_back({"shared reads", "KiB/s", sharedReaders * offered.bytesPerSecond / kKib,
                             self.number("readKibPerShard"), kSizing});
        context.result.sizing.push_back(
            sizeFor("shards", "shards", shards, context.targetUtilisation, needs));
    }
    const double hotRecords = offered.recordsPerSecond * hot, hotBytes = offered.bytesPerSecond * hot;
    if (hot > 0 && (hotRecords > perRecords || hotBytes > perBytes)) {
        context.findings.push_back(
            {"hot-key", FindingLevel::Problem, self.component->id,
             "One key sends " + figure(std::round(hotRecords)) + " records/s to one shard, which takes "
                 + figure(perRecords) + ": more shards will not help",
             "Split the key, e.g. add a random suffix to it and let readers join the parts",
             computed("records/s on the hottest key", hotRecords, "records/s",
                      "offered x share of the hottest key",
                      {given("offered", offered.recordsPerSecond, "records/s"),
                       given("share of the hottest key", hot, ""),
                       quoted("one shard takes", perRecords, "records/s", kLimits)})});
    }
}

int lanes(const ComponentView& self)
{
    return static_cast<int>(shardsOf(self));
}

}  // namespace

Service kinesisDataStreams()
{
    return {.spec = kinesisDataStreamsSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; },
            .lanes = lanes,
            .pollInterval = std::chrono::seconds{1}};
}

}  // namespace plimsoll
