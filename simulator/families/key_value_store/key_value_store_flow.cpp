// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "simulator/families/key_value_store/key_value_store.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

bool readsOver(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read" || port.kind == ConnectionKind::Query;
}

double unitsPerRecord(const TableConfig& config, const CapacityConfig& capacity, const FlowRate& rate)
{
    return rate.stepsPerRecord(capacity.unitBytes) * capacity.unitFactor * (1 + config.transactions);
}

/// One direction in a steady state: `passes` of what is offered is served.
struct Steady {
    double perRecord = 1;  ///< units
    double passes = 1;
    CapacityUse use;
};

/// A request is refused by the table when its bucket is empty, else by its partition. With `a` the share that the table
/// lets through, min(a W p, P) + min(a W (1 - p), (n - 1) P) is served; where that is more than the table has at
/// a = 1, `a` is such that it is just as much.
Steady steadyOf(const TableConfig& config, const CapacityConfig& capacity, const FlowRate& offered,
                double held, double partitions)
{
    Steady steady;
    steady.perRecord = unitsPerRecord(config, capacity, offered);
    const double asked = offered.recordsPerSecond * steady.perRecord;
    const double busiest = offered.hottestKeyShare + (1 - offered.hottestKeyShare) / partitions;
    const double ceiling = capacity.partition.perUnit;
    const auto served = [&](double share) {
        return std::min(share * asked * busiest, ceiling)
               + std::min(share * asked * (1 - busiest), (partitions - 1) * ceiling);
    };
    double share = 1;
    if (served(1) > held) {
        double low = 0, high = 1;
        for (int step = 0; step < 60; ++step) {
            const double middle = (low + high) / 2;
            (served(middle) > held ? high : low) = middle;
        }
        share = low;
    }
    steady.passes = asked > 0 ? served(share) / asked : 1;
    steady.use = {.asked = asked,
                  .peak = asked,
                  .capacity = held,
                  .partitions = partitions,
                  .busiestShare = busiest,
                  .refusedByTable = offered.recordsPerSecond * (1 - share),
                  .refusedByPartition = offered.recordsPerSecond * std::max(0.0, share - steady.passes)};
    return steady;
}

/// Where a steady load leaves the capacity: what was set, or what scaling ends at.
double heldFor(const TableConfig& config, const CapacityConfig& capacity, const FlowRate& offered)
{
    if (!capacity.scales || capacity.settledTarget >= 1)
        return capacity.table.perUnit;
    const double asked = offered.recordsPerSecond * unitsPerRecord(config, capacity, offered);
    return std::clamp(std::ceil(asked / capacity.settledTarget - 1e-9), capacity.scaling.least,
                      capacity.scaling.most);
}

void findHotKey(const CapacityConfig& capacity, double asked, double hot, FlowContext& context)
{
    if (hot <= 0 || asked * hot <= capacity.partition.perUnit)
        return;
    const std::string& unit = capacity.partition.unit;
    context.findings.push_back(
        {"hot-key", FindingLevel::Problem, context.self.component->id,
         "One key asks for " + figure(std::round(asked * hot)) + " " + unit + " of a partition that gives "
             + figure(capacity.partition.perUnit) + ": more capacity will not help",
         capacity.hotKeyRemedy,
         computed(
             unit + " on the hottest key", asked * hot, unit, unit + " asked x share of the hottest key",
             {given(unit + " asked", asked, unit), given("share of the hottest key", hot, ""),
              quoted("one partition gives", capacity.partition.perUnit, unit, capacity.partition.source)})});
}

LimitUse tableRow(LimitSpec spec, const CapacityUse& use)
{
    if (use.capacity > 0)  // it may have moved
        spec.perUnit = use.capacity;
    return rateLimit(spec, use.asked, use.peak, use.refusedByTable);
}

LimitUse partitionRow(LimitSpec spec, const CapacityUse& use)
{
    spec.count = use.partitions;
    return rateLimit(spec, use.asked, use.peak, use.refusedByPartition, use.busiestShare);
}

}  // namespace

std::vector<LimitUse> limitsOf(const TableConfig& config, const CapacityUse& writes, const CapacityUse& reads)
{
    return {tableRow(config.writes.table, writes), tableRow(config.reads.table, reads),
            partitionRow(config.writes.partition, writes), partitionRow(config.reads.partition, reads)};
}

std::size_t partitionsFor(const TableConfig& config, double writeUnits, double readUnits, double heldBytes)
{
    const double writes = writeUnits / config.writes.partition.perUnit;
    const double reads = readUnits / config.reads.partition.perUnit;
    const double byThroughput = config.partitions.shared ? std::max(writes, reads) : writes + reads;
    const double bySize = heldBytes / config.partitions.bytes;
    const double count = std::ceil(std::max(byThroughput, bySize) - 1e-9);
    return static_cast<std::size_t>(std::clamp(count, 1.0, static_cast<double>(config.partitions.most)));
}

int TableFamily::lanes(const TableConfig& config)
{
    return static_cast<int>(partitionsFor(config, config.writes.table.perUnit, config.reads.table.perUnit,
                                          config.partitions.heldBytes));
}

TableLoad TableFamily::flow(const TableConfig& config, FlowContext& context)
{
    FlowRate writes, reads;
    for (const FlowPort& input : context.inputs) {
        FlowRate& sum = readsOver(input.port) ? reads : writes;
        sum = sum + input.rate;
    }
    const double tooLarge = writes.sizes.shareAbove(static_cast<double>(config.largestItem));
    const FlowRate fitting = writes * (1 - tooLarge);
    const double writeHeld = heldFor(config, config.writes, fitting);
    const double readHeld = heldFor(config, config.reads, reads);
    const auto partitions = static_cast<double>(
        partitionsFor(config, std::max(writeHeld, config.writes.table.perUnit),
                      std::max(readHeld, config.reads.table.perUnit), config.partitions.heldBytes));
    const Steady write = steadyOf(config, config.writes, fitting, writeHeld, partitions);
    const Steady read = steadyOf(config, config.reads, reads, readHeld, partitions);
    const FlowRate stored = fitting * write.passes, served = reads * read.passes;

    FlowComponent& result = context.result;
    result.offered = writes + reads;
    result.accepted = stored + served;
    result.refused = writes * (1 - (1 - tooLarge) * write.passes) + reads * (1 - read.passes);
    result.limits = limitsOf(config, write.use, read.use);
    const double writeSeconds = config.writeLatency.mean() * 1e-9;
    const double readSeconds = config.readLatency.mean() * 1e-9;
    const double all = result.offered.recordsPerSecond;
    result.serviceMillis =
        1e3
        * (all > 0 ? (writeSeconds * writes.recordsPerSecond + readSeconds * reads.recordsPerSecond) / all
                   : writeSeconds);
    for (FlowPort& input : context.inputs)
        input.answer = readsOver(input.port) ? Answer{readSeconds, 1 - read.passes}
                                             : Answer{writeSeconds, 1 - (1 - tooLarge) * write.passes};
    for (FlowPort& output : context.outputs)
        output.rate = stored;
    for (const auto& [capacity, use] : {std::pair{&config.writes, &write.use}, {&config.reads, &read.use}}) {
        if (!capacity->sizingParameter.empty())
            result.sizing.push_back(
                sizeFor(capacity->sizingParameter, capacity->table.unit, capacity->table.perUnit,
                        context.targetUtilisation,
                        {{capacity == &config.writes ? "writes" : "reads", capacity->table.unit,
                          std::max(use->asked, 1e-9), 1, capacity->table.source}}));
    }
    findHotKey(config.writes, write.use.asked, writes.hottestKeyShare, context);
    findHotKey(config.reads, read.use.asked, reads.hottestKeyShare, context);
    return {.writeUnits = stored.recordsPerSecond * write.perRecord,
            .readUnits = served.recordsPerSecond * read.perRecord,
            .writeCapacity = writeHeld,
            .readCapacity = readHeld,
            .itemsWritten = stored.recordsPerSecond,
            .writtenBytes = stored.bytesPerSecond,
            .storedBytes =
                (stored.bytesPerSecond + stored.recordsPerSecond * config.itemOverhead) * config.newItems};
}

}  // namespace plimsoll
