// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/object_store/object_store.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

constexpr const char* kPerformance =
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html";
constexpr double kGib = 1073741824.0;

LimitSpec putLimit(const ComponentView& self)
{
    return {"puts",     "PUT requests", "requests/s", self.number("putsPerPrefix"), self.number("prefixes"),
            "prefixes", kPerformance};
}
LimitSpec getLimit(const ComponentView& self)
{
    return {"gets",     "GET requests", "requests/s", self.number("getsPerPrefix"), self.number("prefixes"),
            "prefixes", kPerformance};
}

struct Load {
    double puts = 0, gets = 0, bytesIn = 0, bytesOut = 0;  ///< per second
};

void meterLoad(const ComponentView& self, const Load& load, const MeterSink& meters)
{
    const std::string storageClass = self.text("storageClass");
    const double expireDays = self.number("expireDays");
    const Derivation puts = given("objects written", load.puts, "1/s");
    meters.count("put-requests-" + storageClass, load.puts, {puts});
    meters.count("get-requests-" + storageClass, load.gets, {given("objects read", load.gets, "1/s")});
    if (storageClass != "standard"
        && storageClass != "intelligent-tiering")  // those two have no retrieval charge
        meters.count("retrieval-gb-" + storageClass, load.bytesOut / kGib,
                     {given("read", load.bytesOut, "B/s")});
    std::vector<Derivation> inputs{puts,
                                   given("mean object", load.puts > 0 ? load.bytesIn / load.puts : 0, "B")};
    if (expireDays > 0)
        inputs.push_back(given("objects expire after", expireDays, "days"));
    meters.stock("storage-" + storageClass, self.number("startingStorageGb"), load.bytesIn / kGib,
                 std::move(inputs),
                 expireDays > 0 ? expireDays * 86'400 : std::numeric_limits<double>::infinity());
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    BucketConfig config;
    config.prefixes = static_cast<std::size_t>(std::max(1.0, self.number("prefixes")));
    config.putsPerPrefix = self.number("putsPerPrefix");
    config.getsPerPrefix = self.number("getsPerPrefix");
    config.firstByte = Law::logNormalFromQuantiles(self.number("firstByteMillis") * 1e6,
                                                   self.number("firstByteP99Millis") * 1e6);
    config.bytesPerSecond = self.number("megabytesPerSecond") * 1e6;
    config.notification = Law::exponential(self.number("notificationMillis") * 1e6);
    config.startingBytes = self.number("startingStorageGb") * kGib;
    config.finish = [self](const BucketFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const auto refused = static_cast<double>(out.component.counts.throttled);
        out.component.limits.push_back(
            withHistory(rateLimit(putLimit(self), f.puts.total() / s, f.puts.peak(), refused), f.puts, s));
        if (f.gets.total() > 0)
            out.component.limits.push_back(
                withHistory(rateLimit(getLimit(self), f.gets.total() / s, f.gets.peak(), 0), f.gets, s));
        out.component.facts.emplace_back("objects-written", "objects written", Aggregation::Sum,
                                         static_cast<double>(f.objects));
        if (f.objects > 0)
            out.component.facts.emplace_back("mean-object-mib", "mean object MiB", Aggregation::Share,
                                             static_cast<double>(f.bytes) / static_cast<double>(f.objects)
                                                 / 1048576.0);
        if (f.notifications > 0)
            out.component.facts.emplace_back("notifications", "notifications", Aggregation::Sum,
                                             static_cast<double>(f.notifications));
        meterLoad(self,
                  {static_cast<double>(f.acceptedPuts) / s, static_cast<double>(f.acceptedGets) / s,
                   static_cast<double>(f.bytes) / s, static_cast<double>(f.gotBytes) / s},
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeBucket(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    FlowRate writes, reads;
    for (const FlowPort& input : context.inputs) {
        const bool read =
            input.port.text("operation", "write") == "read" || input.port.kind == ConnectionKind::Query;
        (read ? reads : writes) = (read ? reads : writes) + input.rate;
    }
    const double capacity = self.number("putsPerPrefix") * self.number("prefixes");
    const double passes = writes.messagesPerSecond > capacity ? capacity / writes.messagesPerSecond : 1;
    const FlowRate stored = writes * passes;
    context.result.offered = writes + reads;
    context.result.accepted = stored + reads;
    context.result.refused = writes * (1 - passes);
    context.result.limits.push_back(rateLimit(putLimit(self), writes.messagesPerSecond,
                                              writes.messagesPerSecond,
                                              writes.messagesPerSecond * (1 - passes)));
    if (reads.messagesPerSecond > 0)
        context.result.limits.push_back(
            rateLimit(getLimit(self), reads.messagesPerSecond, reads.messagesPerSecond, 0));
    const double object = stored.messagesPerSecond > 0 ? stored.bytesPerSecond / stored.messagesPerSecond : 0;
    context.result.serviceMillis =
        self.number("firstByteMillis") + object / (self.number("megabytesPerSecond") * 1e6) * 1e3;
    double loadedObjects = 0, loadedBytes = 0;
    for (FlowPort& output : context.outputs) {
        output.rate = stored;
        if (output.port.kind
            == ConnectionKind::Notify)  // one event an object, however many records lie in it
            output.rate.recordsPerSecond = stored.messagesPerSecond;
        if (output.port.kind == ConnectionKind::Load) {
            loadedObjects += stored.messagesPerSecond;
            loadedBytes += stored.bytesPerSecond;
        }
    }
    meterLoad(self,
              {stored.messagesPerSecond, reads.messagesPerSecond + loadedObjects, stored.bytesPerSecond,
               reads.bytesPerSecond + loadedBytes},
              meters);
}

}  // namespace

Service s3()
{
    return {.spec = s3Spec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
