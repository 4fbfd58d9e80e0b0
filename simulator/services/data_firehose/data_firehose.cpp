// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/delivery_stream/delivery_stream.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/firehose/latest/dev/limits.html";
constexpr double kMib = 1048576, kGib = 1073741824.0, kGranule = 5 * 1024;

struct Load {
    double records = 0, bytes = 0;                ///< per second
    double polledRounded = 0, directRounded = 0;  ///< bytes per second, each record up to 5 KB
    double objects = 0, deliveredBytes = 0;       ///< per second
};

void meterLoad(const ComponentView& self, const Load& load, const MeterSink& meters)
{
    const auto ingest = [&](const char* meter, double rounded) {
        meters.count(meter, rounded / kGib,
                     {computed("GB billed", rounded / kGib, "GB/s", "records x record rounded up to 5 KB",
                               {given("records", load.records, "records/s"),
                                given("record", load.records > 0 ? load.bytes / load.records : 0, "B"),
                                quoted("billing granule", kGranule, "B", kLimits)})});
    };
    ingest("kinesis-source-gb", load.polledRounded);
    ingest("direct-put-gb", load.directRounded);
    if (self.flag("formatConversion"))
        meters.count("format-conversion-gb", (load.polledRounded + load.directRounded) / kGib,
                     {given("GB billed", (load.polledRounded + load.directRounded) / kGib, "GB/s")});
    if (self.flag("dynamicPartitioning")) {
        meters.count("dynamic-partitioning-gb", load.deliveredBytes / kGib,
                     {given("delivered", load.deliveredBytes, "B/s")});
        meters.count("dynamic-partitioning-objects", load.objects, {given("objects", load.objects, "1/s")});
    }
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    DeliveryConfig config;
    config.bufferBytes = static_cast<std::uint64_t>(self.number("bufferMib") * kMib);
    config.bufferTime = fromSeconds(std::max(0.001, self.number("bufferSeconds")));
    config.sizeFactor = self.number("compressionPercent") / 100;
    config.directBytesPerSecond = self.number("directPutMibPerSecond") * kMib;
    config.directRecordsPerSecond = self.number("directPutRecordsPerSecond");
    config.directCallsPerSecond = self.number("directPutCallsPerSecond");
    config.retryFor = fromSeconds(self.number("retryHours") * 3600);
    config.copyRetryFor = fromSeconds(self.number("copyRetrySeconds"));
    config.pollInterval = fromMillis(self.number("pollMillis"));
    config.finish = [self](const DeliveryFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        if (f.direct) {
            const auto refused = static_cast<double>(f.refusedDirect);
            const auto add = [&](const LimitSpec& spec, const RateUse& use, double turnedAway) {
                out.component.limits.push_back(
                    withHistory(rateLimit(spec, use.total() / s, use.peak(), turnedAway), use, s));
            };
            add({"bytes", "Direct PUT bytes", "B/s", self.number("directPutMibPerSecond") * kMib, 1, "",
                 kLimits},
                f.directBytes, refused);
            add({"records", "Direct PUT records", "records/s", self.number("directPutRecordsPerSecond"), 1,
                 "", kLimits},
                f.directRecords, 0);
            add({"calls", "Direct PUT calls", "requests/s", self.number("directPutCallsPerSecond"), 1, "",
                 kLimits},
                f.directCalls, 0);
        }
        out.component.facts.emplace_back("objects-delivered", "objects delivered", Aggregation::Sum,
                                         static_cast<double>(f.objects));
        out.component.facts.emplace_back("flushed-by-size", "flushed by size", Aggregation::Sum,
                                         static_cast<double>(f.sizeFlushes));
        out.component.facts.emplace_back("flushed-by-time", "flushed by time", Aggregation::Sum,
                                         static_cast<double>(f.timeFlushes));
        out.component.facts.emplace_back("delivery-retries", "delivery retries", Aggregation::Sum,
                                         static_cast<double>(f.retries));
        meterLoad(self,
                  {static_cast<double>(f.records) / s, static_cast<double>(f.bytes) / s,
                   static_cast<double>(f.polledRounded5Kb) / s, static_cast<double>(f.directRounded5Kb) / s,
                   static_cast<double>(f.objects) / s, static_cast<double>(f.deliveredBytes) / s},
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeDeliveryStream(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    FlowRate polled, direct;
    for (const FlowPort& input : context.inputs)
        (input.port.kind == ConnectionKind::Poll ? polled : direct) =
            (input.port.kind == ConnectionKind::Poll ? polled : direct) + input.rate;
    double passes = 1;
    if (direct.recordsPerSecond > 0) {
        const double bytes = self.number("directPutMibPerSecond") * kMib;
        const double records = self.number("directPutRecordsPerSecond");
        const double calls = self.number("directPutCallsPerSecond");
        passes = std::min({1.0, bytes / direct.bytesPerSecond, records / direct.recordsPerSecond,
                           calls / direct.messagesPerSecond});
        context.result.limits.push_back(rateLimit({"bytes", "Direct PUT bytes", "B/s", bytes, 1, "", kLimits},
                                                  direct.bytesPerSecond, direct.bytesPerSecond, 0));
        context.result.limits.push_back(
            rateLimit({"records", "Direct PUT records", "records/s", records, 1, "", kLimits},
                      direct.recordsPerSecond, direct.recordsPerSecond, 0));
        context.result.limits.push_back(
            rateLimit({"calls", "Direct PUT calls", "requests/s", calls, 1, "", kLimits},
                      direct.messagesPerSecond, direct.messagesPerSecond, 0));
    }
    const FlowRate taken = polled + direct * passes;
    context.result.offered = polled + direct;
    context.result.accepted = taken;
    context.result.refused = direct * (1 - passes);
    FlowRate objects = taken;
    // A buffer closes at the first record that reaches the size, so it holds whole records.
    const double record = std::max(1.0, taken.bytesPerRecord());
    const double fullBuffer = std::ceil(self.number("bufferMib") * kMib / record - 1e-9) * record;
    const double perObject =
        std::min(fullBuffer, taken.bytesPerSecond * std::max(0.001, self.number("bufferSeconds")));
    objects.messagesPerSecond = perObject > 0 ? taken.bytesPerSecond / perObject : 0;
    const double fill = taken.bytesPerSecond > 0 ? perObject / taken.bytesPerSecond : 0;
    objects.bytesPerSecond *= self.number("compressionPercent") / 100;
    context.result.serviceMillis = fill / 2 * 1e3;  // half of the time a buffer takes to close
    context.passOn(objects);
    const double roundUp = std::ceil(record / kGranule) * kGranule;
    meterLoad(self,
              {taken.recordsPerSecond, taken.bytesPerSecond, polled.recordsPerSecond * roundUp,
               direct.recordsPerSecond * passes * roundUp, objects.messagesPerSecond, objects.bytesPerSecond},
              meters);
}

}  // namespace

Service dataFirehose()
{
    return {.spec = dataFirehoseSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
