// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/number_text.h"
#include "simulator/families/key_value_store/key_value_store.h"
#include "simulator/families/shared/background_copies.h"
#include "simulator/families/shared/lane_shares.h"

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
    const double perStep =
        capacity.unitFactor * (1 - config.transactions) + capacity.transactionFactor * config.transactions;
    return rate.stepsPerRecord(capacity.unitBytes) * perStep;
}

/// One direction in a steady state: `passes` of what is offered is served.
struct Steady {
    double perRecord = 1;  ///< units
    double passes = 1;
    CapacityUse use;
};

/// A request is refused by the table when its bucket is empty, else by its partition. With `a` the share that the table
/// lets through, the sum of min(a W p, P) over the partitions' shares p is served; where that is more than the table has
/// at a = 1, `a` is such that it is just as much.
Steady steadyOf(const TableConfig& config, const CapacityConfig& capacity, const FlowRate& offered,
                double held, double partitions)
{
    Steady steady;
    steady.perRecord = unitsPerRecord(config, capacity, offered);
    const double asked = offered.recordsPerSecond * steady.perRecord;
    const std::vector<double> shares =
        laneShares(offered, static_cast<std::uint32_t>(partitions), *config.keyHashes);
    const double busiest = *std::max_element(shares.begin(), shares.end());
    const double ceiling = capacity.partition.perUnit;
    const auto served = [&](double through) {
        double sum = 0;
        for (const double share : shares)
            sum += std::min(through * asked * share, ceiling);
        return sum;
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
        {"hot-key",
         FindingLevel::Problem,
         context.self.component->id,
         {"One key asks for {asked} {unit} of a partition that gives {gives}: more capacity cannot carry it",
          {inFigures("asked", std::round(asked * hot)), inWords("unit", unit),
           inFigures("gives", capacity.partition.perUnit)}},
         Phrase::verbatim(capacity.hotKeyRemedy),
         computed(
             unit + " on the hottest key", asked * hot, unit, unit + " asked x share of the hottest key",
             {given(unit + " asked", asked, unit), given("share of the hottest key", hot, ""),
              quoted("one partition gives", capacity.partition.perUnit, unit, capacity.partition.source)})});
}

/// What is written and read over the inputs.
struct Asked {
    FlowRate writes, reads;
};
Asked askedOver(const std::vector<FlowPort>& inputs)
{
    Asked asked;
    for (const FlowPort& input : inputs) {
        FlowRate& sum = readsOver(input.port) ? asked.reads : asked.writes;
        sum = sum + input.rate;
    }
    return asked;
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

std::vector<LimitUse> limitsOf(const TableConfig& config, const CapacityUse& writes, const CapacityUse& reads,
                               const IndexUse& index)
{
    std::vector<LimitUse> rows{tableRow(config.writes.table, writes), tableRow(config.reads.table, reads),
                               partitionRow(config.writes.partition, writes),
                               partitionRow(config.reads.partition, reads)};
    if (config.indexes.count > 0 && config.indexes.bounded)
        rows.push_back(rateLimit(config.indexes.capacity, index.asked, index.peak, index.refused));
    return rows;
}

SettledCapacity settledCapacity(const TableConfig& config, const std::vector<FlowPort>& inputs)
{
    const Asked asked = askedOver(inputs);
    const double fits = 1 - asked.writes.sizes.shareAbove(static_cast<double>(config.largestItem));
    return {heldFor(config, config.writes, asked.writes * fits), heldFor(config, config.reads, asked.reads)};
}

double storedBytes(const TableConfig& config, double items, double bytes)
{
    const IndexConfig& indexes = config.indexes;
    const double copies = indexes.count * indexes.reached;
    return (bytes * (1 + copies * indexes.projected) + items * (1 + copies) * config.itemOverhead)
           * config.newItems;
}

double tableBytes(const TableConfig& config, double items, double bytes)
{
    return (bytes + items * config.itemOverhead) * config.newItems;
}

double changeFactor(const TableConfig& config)
{
    return 2 - config.newItems;
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

namespace {

/// The indexes in a steady state: what a write asks of each, and the share of the writes that they let pass.
struct SteadyIndex {
    double perRecord = 0;  ///< units of one index
    double passes = 1;
    IndexUse use;
};

SteadyIndex indexOf(const TableConfig& config, const FlowRate& offered)
{
    const IndexConfig& indexes = config.indexes;
    SteadyIndex steady;
    if (indexes.count == 0)
        return steady;
    FlowRate projected = offered;
    projected.bytesPerSecond *= indexes.projected;
    projected.sizes = offered.sizes.scaled(indexes.projected);
    steady.perRecord =
        projected.stepsPerRecord(indexes.unitBytes) * (1 + config.transactions) * indexes.reached;
    const double asked = offered.recordsPerSecond * steady.perRecord;
    const double serves =
        indexes.bounded && asked > indexes.capacity.perUnit ? indexes.capacity.perUnit / asked : 1;
    steady.passes = 1 - indexes.reached * (1 - serves);
    steady.perRecord = offered.recordsPerSecond > 0
                           ? asked * serves / (offered.recordsPerSecond * steady.passes)
                           : steady.perRecord;
    steady.use = {asked, asked, offered.recordsPerSecond * (1 - steady.passes)};
    return steady;
}

/// What both directions come to, and who asked.
struct Balance {
    FlowRate writes, reads;  ///< offered
    double tooLarge = 0;     ///< share of the writes
    SteadyIndex index;
    Steady write, read;
    double writePasses() const { return (1 - tooLarge) * index.passes * write.passes; }
};

Balance balanceOf(const TableConfig& config, const FlowContext& context)
{
    Balance balance;
    const Asked asked = askedOver(context.inputs);
    balance.writes = asked.writes;
    balance.reads = asked.reads;
    balance.tooLarge = balance.writes.sizes.shareAbove(static_cast<double>(config.largestItem));
    const FlowRate fitting = balance.writes * (1 - balance.tooLarge);
    balance.index = indexOf(config, fitting);
    const FlowRate indexed = fitting * balance.index.passes;
    const double writeHeld = heldFor(config, config.writes, indexed);
    const double readHeld = heldFor(config, config.reads, balance.reads);
    const auto partitions = static_cast<double>(
        partitionsFor(config, std::max(writeHeld, config.writes.table.perUnit),
                      std::max(readHeld, config.reads.table.perUnit), config.partitions.heldBytes));
    balance.write = steadyOf(config, config.writes, indexed, writeHeld, partitions);
    balance.read = steadyOf(config, config.reads, balance.reads, readHeld, partitions);
    return balance;
}

/// Answers back, changes onward.
void passAnswers(const TableConfig& config, const Balance& balance, FlowContext& context)
{
    const double writeSeconds = config.writeLatency.mean() * 1e-9;
    const double readSeconds = config.readLatency.mean() * 1e-9;
    const double written = balance.writes.recordsPerSecond * balance.writePasses();
    const double read = balance.reads.recordsPerSecond * balance.read.passes;
    context.result.serviceMillis =
        1e3
        * (written + read > 0 ? (writeSeconds * written + readSeconds * read) / (written + read)
                              : writeSeconds);
    for (FlowPort& input : context.inputs) {
        if (readsOver(input.port))
            input.answer = {readSeconds, 1 - balance.read.passes};
        else
            input.answer = {writeSeconds, 1 - balance.writePasses()};
        input.answer.variance =
            (readsOver(input.port) ? config.readLatency : config.writeLatency).variance() * 1e-18;
    }
    const FlowRate stored = balance.writes * balance.writePasses();
    FlowRate own;  // what comes as a copy is not copied on
    for (const FlowPort& input : context.inputs) {
        if (!readsOver(input.port) && !isReplica(context.self, input.port))
            own = own + input.rate * balance.writePasses();
    }
    for (FlowPort& output : context.outputs) {
        if (isReplica(context.self, output.port)) {
            output.rate = own;
            output.rate.messagesPerSecond = own.recordsPerSecond;
            continue;
        }
        if (output.port.kind == ConnectionKind::Replicate) {
            output.rate = stored;
            output.rate.messagesPerSecond = stored.recordsPerSecond;  // each change by itself
            output.rate.bytesPerSecond *= changeFactor(config);
            output.rate.sizes = stored.sizes.scaled(changeFactor(config));
            continue;
        }
        const double kept =
            output.answer.pulls.mostRecordsPerSecond / std::max(stored.recordsPerSecond, 1e-12);
        output.rate = stored * std::min(1.0, kept);
        output.rate.heldBack = stored.recordsPerSecond * std::max(0.0, 1 - kept);
        context.result.backlogGrowthPerSecond = std::max(context.result.backlogGrowthPerSecond,
                                                         stored.recordsPerSecond * (1 - std::min(1.0, kept)));
    }
}

}  // namespace

namespace {

bool isReplicated(const FlowContext& context)
{
    const auto isOne = [&](const FlowPort& port) { return isReplica(context.self, port.port); };
    return std::any_of(context.inputs.begin(), context.inputs.end(), isOne)
           || std::any_of(context.outputs.begin(), context.outputs.end(), isOne);
}

/// What would carry all that is asked, with head-room.
void addSizing(const TableConfig& config, double writes, double reads, double indexWrites,
               FlowContext& context)
{
    std::vector<Sizing>& sizing = context.result.sizing;
    const auto add = [&](const CapacitySize& size, const LimitSpec& limit, const char* need, double asked) {
        sizing.push_back(sizeFor(size.parameter, limit.unit, size.now, context.targetUtilisation,
                                 {{need, limit.unit, std::max(asked, 1e-9), size.unitsEach, limit.source}}));
        sizing.back().relieves = {limit.limit};
    };
    for (const auto& [capacity, asked] : {std::pair{&config.writes, writes}, {&config.reads, reads}}) {
        for (const CapacitySize& size : capacity->sizes) {
            add(size, capacity->table, capacity == &config.writes ? "writes" : "reads", asked);
            if (capacity->spreads)
                sizing.back().relieves.push_back(capacity->partition.limit);
        }
    }
    if (config.indexes.bounded && config.indexes.count > 0)
        add({config.indexes.sizingParameter, config.indexes.capacity.perUnit}, config.indexes.capacity,
            "writes", indexWrites);
}

/// How many take its changes, other than tables like it.
double streamsOf(const FlowContext& context)
{
    return static_cast<double>(
        std::count_if(context.outputs.begin(), context.outputs.end(), [&](const FlowPort& output) {
            return output.port.kind == ConnectionKind::Replicate && !isReplica(context.self, output.port);
        }));
}

}  // namespace

TableLoad TableFamily::flow(const TableConfig& config, FlowContext& context)
{
    const Balance balance = balanceOf(config, context);
    const Steady &write = balance.write, &read = balance.read;
    const FlowRate stored = balance.writes * balance.writePasses(), served = balance.reads * read.passes;
    passAnswers(config, balance, context);
    FlowComponent& result = context.result;
    result.offered = balance.writes + balance.reads;
    result.accepted = stored + served;
    result.refused = balance.writes * (1 - balance.writePasses()) + balance.reads * (1 - read.passes);
    result.limits = limitsOf(config, write.use, read.use, balance.index.use);
    addSizing(config, write.use.asked, read.use.asked, balance.index.use.asked, context);
    findHotKey(config.writes, write.use.asked, balance.writes.hottestKeyShare, context);
    findHotKey(config.reads, read.use.asked, balance.reads.hottestKeyShare, context);
    const double items = stored.recordsPerSecond;
    return {.writeUnits = items * write.perRecord,
            .readUnits = served.recordsPerSecond * read.perRecord,
            .indexUnits = items * balance.index.perRecord * config.indexes.count,
            .indexCapacity = config.indexes.capacity.perUnit * config.indexes.count,
            .writeCapacity = write.use.capacity,
            .readCapacity = read.use.capacity,
            .itemsWritten = items,
            .writtenBytes = stored.bytesPerSecond,
            .tableBytes = tableBytes(config, items, stored.bytesPerSecond),
            .changeUnits = items * stored.stepsPerRecord(config.changeStep) * streamsOf(context),
            .storedBytes = storedBytes(config, items, stored.bytesPerSecond),
            .isReplicated = isReplicated(context)};
}

}  // namespace plimsoll
