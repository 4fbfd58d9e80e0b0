// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "simulator/families/key_value_store/key_value_store.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadWriteCapacityMode.html";
constexpr const char* kPartitions =
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
constexpr double kKib = 1024, kGib = 1073741824.0;

bool onDemand(const ComponentView& self)
{
    return self.text("mode") == "on-demand";
}
bool infrequentAccess(const ComponentView& self)
{
    return self.text("tableClass") == "standard-ia";
}

/// On demand serves twice the previous peak, and no less than 4,000 write and 12,000 read units a second.
double writeUnits(const ComponentView& self)
{
    return onDemand(self) ? std::max(4000.0, 2 * self.number("previousPeakWrites"))
                          : std::max(1.0, self.number("wcu"));
}
double readUnits(const ComponentView& self)
{
    return onDemand(self) ? std::max(12'000.0, 2 * self.number("previousPeakReads"))
                          : std::max(1.0, self.number("rcu"));
}

/// AWS does not publish the count; planning uses the larger of the throughput and the size need (an assumption). A
/// new on-demand table serves 4,000 writes and 12,000 reads a second from the same partitions.
std::size_t partitionsFor(const ComponentView& self, double writeCapacity, double readCapacity)
{
    const double writes = writeCapacity / self.number("partitionWcu");
    const double reads = readCapacity / self.number("partitionRcu");
    const double byThroughput = onDemand(self) ? std::max(writes, reads) : writes + reads;
    const double bySize = self.number("startingStorageGb") / 10;
    return static_cast<std::size_t>(std::max(1.0, std::ceil(std::max(byThroughput, bySize) - 1e-9)));
}

std::size_t partitionsOf(const ComponentView& self)
{
    return partitionsFor(self, writeUnits(self), readUnits(self));
}

double readFactor(const ComponentView& self)
{
    return self.flag("consistentReads") ? 1 : 0.5;
}

struct Load {
    double writeUnits = 0, readUnits = 0;  ///< used, per second
    double wcuHeld = 0, rcuHeld = 0;       ///< provisioned, time mean
    double items = 0, itemBytes = 0;       ///< written, per second
};

void meterLoad(const ComponentView& self, const Load& load, const MeterSink& meters)
{
    const std::string ia = infrequentAccess(self) ? "-ia" : "";
    if (onDemand(self)) {
        meters.count("on-demand-write-units" + ia, load.writeUnits,
                     {given("write request units", load.writeUnits, "units/s")});
        meters.count("on-demand-read-units" + ia, load.readUnits,
                     {given("read request units", load.readUnits, "units/s")});
    } else {
        meters.level("provisioned-wcu-hours" + ia, load.wcuHeld,
                     {given("write capacity units", load.wcuHeld, "WCU")});
        meters.level("provisioned-rcu-hours" + ia, load.rcuHeld,
                     {given("read capacity units", load.rcuHeld, "RCU")});
    }
    const double overhead = self.number("itemOverheadBytes");
    const double share = self.number("newItemsPercent") / 100;
    const double inflow = (load.itemBytes + load.items * overhead) * share / kGib;
    meters.stock("storage" + ia, self.number("startingStorageGb"), inflow,
                 {computed("GB stored each second", inflow, "GB/s",
                           "items x (item bytes + overhead) x share that is new",
                           {given("items written", load.items, "1/s"),
                            given("item", load.items > 0 ? load.itemBytes / load.items : 0, "B"),
                            assumed("overhead an item", overhead, "B", "billed with each item"),
                            given("share that is new", share, "")})});
}

LimitSpec writeLimit(const ComponentView& self)
{
    return {"write-units", "Write capacity", "WCU", writeUnits(self), 1, "", kCapacity};
}
LimitSpec readLimit(const ComponentView& self)
{
    return {"read-units", "Read capacity", "RCU", readUnits(self), 1, "", kCapacity};
}
LimitSpec partitionLimit(const ComponentView& self)
{
    return {"partition",
            "Writes of one partition",
            "WCU",
            self.number("partitionWcu"),
            static_cast<double>(partitionsOf(self)),
            "partitions",
            kPartitions};
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    TableConfig config;
    config.onDemand = onDemand(self);
    config.writes = {writeUnits(self), kKib, 1, self.number("partitionWcu")};
    config.reads = {readUnits(self), 4 * kKib, readFactor(self), self.number("partitionRcu")};
    const bool scales = !config.onDemand && self.flag("autoScaling");
    const double target = self.number("autoScalingTargetPercent") / 100;
    const Duration delay = fromSeconds(self.number("scalingDelaySeconds"));
    config.writeScaling = {scales, target, self.number("minWcu"), self.number("maxWcu"), delay};
    config.readScaling = {scales, target, self.number("minRcu"), self.number("maxRcu"), delay};
    // Only provisioned capacity can lie unused and be saved.
    config.burstSeconds = config.onDemand ? 1 : std::max(1.0, self.number("burstSeconds"));
    config.partitions = partitionsOf(self);
    config.partitionsFor = [self](double writeCapacity, double readCapacity) {
        return partitionsFor(self, writeCapacity, readCapacity);
    };
    config.writeLatency = Law::deterministic(self.number("writeLatencyMillis") * 1e6);
    config.readLatency = Law::deterministic(self.number("readLatencyMillis") * 1e6);
    config.stream = self.text("stream") != "off";
    // Four polls a second and shard; the shards are taken as one a partition.
    config.streamRead.callsPerSecond = 10;
    config.streamRead.recordsPerCall = 10'000;
    config.streamRead.latency = std::chrono::milliseconds{10};
    config.finish = [self](const TableFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        LimitUse writes = rateLimit(writeLimit(self), f.writes.total() / s, f.writes.peak(),
                                    static_cast<double>(f.refusedByTable));
        LimitUse reads = rateLimit(readLimit(self), f.reads.total() / s, f.reads.peak(), 0);
        const double held = f.writeCapacity.integralUntil(end) / s;
        if (held > 0) {  // capacity may have moved during the run
            writes.capacity = held;
            writes.utilisation = writes.mean / held;
        }
        out.component.limits.push_back(withHistory(writes, f.writes, f.writeCapacity, s));
        if (f.readRequests > 0)
            out.component.limits.push_back(withHistory(reads, f.reads, f.readCapacity, s));
        out.component.limits.push_back(
            withHistory(rateLimit(partitionLimit(self), f.writes.total() / s, f.writes.peak(),
                                  static_cast<double>(f.refusedByPartition), f.busiestPartitionShare),
                        f.writes, s));
        out.component.facts.emplace_back("partitions-assumed", "partitions (assumed)", Aggregation::Last,
                                         static_cast<double>(f.partitions));
        if (f.streamConsumers > 0)
            out.component.facts.emplace_back("stream-getrecords-calls", "stream GetRecords calls",
                                             Aggregation::Sum, static_cast<double>(f.streamReadCalls));
        meterLoad(self,
                  {f.writeUnitsUsed / s, f.readUnitsUsed / s, held, f.readCapacity.integralUntil(end) / s,
                   static_cast<double>(f.itemsWritten) / s, static_cast<double>(f.bytesWritten) / s},
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeTable(std::move(config), context);
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
    const double perWrite = std::max(1.0, std::ceil(writes.bytesPerRecord() / kKib));
    const double perRead = std::max(1.0, std::ceil(reads.bytesPerRecord() / (4 * kKib))) * readFactor(self);
    const double wantedWrites = writes.recordsPerSecond * perWrite;
    const double wantedReads = reads.recordsPerSecond * perRead;
    const double hot = writes.hottestKeyShare;
    const double partitions = static_cast<double>(partitionsOf(self));
    const double busiest = hot + (1 - hot) / partitions;
    const double partitionPasses =
        wantedWrites * busiest > self.number("partitionWcu")
            ? (wantedWrites * (1 - busiest) + self.number("partitionWcu")) / wantedWrites
            : 1;
    double held = writeUnits(self);
    if (!onDemand(self) && self.flag("autoScaling"))
        held = std::clamp(std::ceil(wantedWrites / (self.number("autoScalingTargetPercent") / 100)),
                          std::max(1.0, self.number("minWcu")), std::max(1.0, self.number("maxWcu")));
    const double passes = std::min({1.0, partitionPasses, wantedWrites > held ? held / wantedWrites : 1.0});
    const FlowRate stored = writes * passes;
    context.result.offered = writes + reads;
    context.result.accepted = stored + reads;
    context.result.refused = writes * (1 - passes);
    LimitUse use =
        rateLimit(writeLimit(self), wantedWrites, wantedWrites, writes.recordsPerSecond * (1 - passes));
    use.capacity = held;
    use.utilisation = wantedWrites / held;
    context.result.limits.push_back(use);
    if (wantedReads > 0)
        context.result.limits.push_back(rateLimit(readLimit(self), wantedReads, wantedReads, 0));
    context.result.limits.push_back(rateLimit(partitionLimit(self), wantedWrites, wantedWrites, 0, busiest));
    context.result.serviceMillis = self.number("writeLatencyMillis");
    context.passOn(stored);
    meterLoad(self,
              {stored.recordsPerSecond * perWrite, wantedReads, onDemand(self) ? 0 : held,
               onDemand(self) ? 0 : readUnits(self), stored.recordsPerSecond, stored.bytesPerSecond},
              meters);
    if (!onDemand(self)) {
        context.result.sizing.push_back(
            sizeFor("wcu", "WCU", writeUnits(self), context.targetUtilisation,
                    {{"writes", "WCU", std::max(wantedWrites, 1e-9), 1, kCapacity}}));
        context.result.sizing.push_back(
            sizeFor("rcu", "RCU", readUnits(self), context.targetUtilisation,
                    {{"reads", "RCU", std::max(wantedReads, 1e-9), 1, kCapacity}}));
    }
    if (hot > 0 && wantedWrites * hot > self.number("partitionWcu"))
        context.findings.push_back(
            {"hot-key", FindingLevel::Problem, self.component->id,
             "One key asks for " + figure(std::round(wantedWrites * hot)) + " WCU of a partition that gives "
                 + figure(self.number("partitionWcu")) + ": more capacity will not help",
             "Split the key, e.g. add a suffix to it and gather on read",
             computed("WCU on the hottest key", wantedWrites * hot, "WCU",
                      "WCU asked x share of the hottest key",
                      {given("WCU asked", wantedWrites, "WCU"), given("share of the hottest key", hot, ""),
                       quoted("one partition gives", self.number("partitionWcu"), "WCU", kPartitions)})});
}

int lanes(const ComponentView& self)
{
    return static_cast<int>(partitionsOf(self));
}

}  // namespace

Service dynamodb()
{
    // Source of the poll rate: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
    return {.spec = dynamodbSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; },
            .lanes = lanes};
}

}  // namespace plimsoll
