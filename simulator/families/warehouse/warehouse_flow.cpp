// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/shared/object_reads.h"
#include "simulator/families/shared/query_askers.h"
#include "simulator/families/warehouse/warehouse.h"

#include "simulator/queueing/extremes.h"
#include "simulator/queueing/waiting_line.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kAskedCpuSecondsPerGib = 2;  // of a query asked over a connection, as the node takes it

/// Queries a second, and the slot time of one.
struct QueryRate {
    double perSecond = 0;
    double runSeconds = 0;
    double externalBytes = 0;   ///< a second
    double squaredSeconds = 0;  ///< mean of the run's square, but for what each query varies by itself
    FlowRate reads{};           ///< objects of external tables
    void add(double rate, double run)
    {
        squaredSeconds =
            perSecond + rate > 0 ? (perSecond * squaredSeconds + rate * run * run) / (perSecond + rate) : 0;
        runSeconds = perSecond + rate > 0 ? (perSecond * runSeconds + rate * run) / (perSecond + rate) : 0;
        perSecond += rate;
    }
    double busySlots() const { return perSecond * runSeconds; }
};

/// Share of the time in which something runs, with at least `least` seconds each time it wakes. Queries come one by
/// one, so busy times are those of M/G/inf: E[B] = (e^(lambda r) - 1) / lambda.
double activeShare(const QueryRate& queries, double slots, double least)
{
    const double rate = queries.perSecond, load = queries.busySlots();
    if (rate <= 0)
        return 0;
    if (load >= slots)
        return 1;
    const double busy = (deterministicExp(load) - 1) / rate;
    // What still runs when the least time is over runs on about as long as any busy time.
    const double awake = queries.runSeconds >= least ? busy : least + (1 - decay(load)) * busy;
    return awake / (awake + 1 / rate);
}

/// Loads a second, the time of one, and the variance of the time from one to the next.
struct LoadRate {
    double perSecond = 0, seconds = 0;
    double variance = 0;
    int inputs = 0;
    /// Those of several come at random.
    void add(double rate, double apart)
    {
        perSecond += rate;
        variance = ++inputs > 1 ? 1 / (perSecond * perSecond) : apart;
    }
};

/// The same of loads, one after the other. A waking that ends while nothing runs ends with the least time; the next load
/// begins another: by Wald's equation, after E[N] intervals, where E[N] = 1 + the sum of P(n intervals <= least).
double activeShare(const LoadRate& loads, double least)
{
    const double rate = loads.perSecond;
    if (rate <= 0)
        return 0;
    const double apart = 1 / rate, busy = rate * loads.seconds;
    if (busy >= 1)
        return 1;
    if (loads.seconds >= least)
        return busy;
    // Of very many in the least time the last may lie anywhere.
    constexpr double kVeryMany = 1000, kJitter = 1e-3;
    double cycle = least + apart / 2;
    if (loads.variance >= apart * apart * (1 - 1e-9)) {
        cycle = least + apart;
    } else if (least / apart < kVeryMany) {
        double intervals = 1;
        for (int n = 1; n < 2 * kVeryMany; ++n) {
            // What is due the moment the least time is over comes a little before it or after.
            const double spread = std::max(std::sqrt(n * loads.variance), kJitter);
            if (n * apart > least + 6 * spread)
                break;
            intervals += normalShare((least - n * apart) / spread);
        }
        cycle = intervals * apart;
    }
    return std::min(1.0, (least + busy * loads.seconds / 2) / cycle);
}

/// On all clusters together.
double slotsOf(const WarehouseConfig& config)
{
    return config.slots * (1.0 + config.scalingClusters);
}

/// Extra clusters that have a query, on average. Each takes what the N slots before it have no room for, of A queries at work
/// in all: m = A B(N, A) on average, with the variance m (1 - m + A / (N + 1 + m - A)), as what overflows comes in clumps. A
/// negative binomial number with z = variance / mean is none for z^(-m / (z - 1)) of the time.
/// Source: R. I. Wilkinson, Theories for Toll Traffic Engineering in the U.S.A., Bell System Technical Journal 35(2), 1956
double scalingInUse(const WarehouseConfig& config, double busySlots)
{
    double inUse = 0;
    for (int cluster = 1; cluster <= config.scalingClusters; ++cluster) {
        const double slots = static_cast<double>(config.slots) * cluster;
        const double mean = busySlots * erlangLoss(slots, busySlots);
        if (mean < 1e-12)
            break;
        const double clumps = 1 - mean + busySlots / (slots + 1 + mean - busySlots);
        inUse +=
            1 - (clumps > 1 + 1e-9 ? decay(mean / (clumps - 1) * deterministicLog(clumps)) : decay(mean));
    }
    return inUse;
}

/// What comes as a COPY; anything else is a statement in a slot, also one that inserts rows.
bool isLoad(const FlowPort& input)
{
    return input.port.kind == ConnectionKind::Load;
}

/// Rows that statements insert.
bool inserts(const FlowPort& input)
{
    return !isLoad(input) && input.port.kind != ConnectionKind::Query
           && input.port.text("operation", "write") == "write";
}

/// What queries read of external tables, object by object.
FlowRate readsOf(const WarehouseConfig& config, double perSecond, double gigabytes)
{
    const double objects = externalObjectsOf(config, gigabytes);
    FlowRate rate;
    if (objects <= 0)
        return rate;
    rate.messagesPerSecond = perSecond;
    rate.recordsPerSecond = perSecond * objects;
    rate.bytesPerSecond = perSecond * externalReadOf(config, gigabytes);
    rate.sizes = SizeMix::constant(externalReadOf(config, gigabytes) / objects);
    return rate;
}

QueryRate queryRate(const WarehouseConfig& config, const Outgoing& external, FlowContext& context)
{
    const auto runOf = [&](double gigabytes, double cpuSeconds) {
        const bool asks = !external.empty();
        const bool reads = asks && externalObjectsOf(config, gigabytes) > 0;
        return runSecondsOf(config, gigabytes, cpuSeconds, asks)
               + (reads ? readingSeconds(external, context.outputs, readsOf(config, 1, gigabytes)) : 0);
    };
    const double slots = slotsOf(config);
    QueryRate queries;
    for (const QueryLoad& query : queriesOf(context.self, *context.scenario)) {
        const double run = runOf(query.gigabytesScanned, query.cpuSecondsPerGigabyte);
        // Closed loop: each user asks once per think time and answer, and no more than the slots get through.
        const double rate =
            query.users > 0
                ? std::min(static_cast<double>(query.users) / (query.thinkSeconds + run), slots / run)
                : query.perHour / 3600;
        queries.add(rate, run);
        queries.externalBytes += rate * externalBytesOf(config, query.gigabytesScanned);
        queries.reads = queries.reads + readsOf(config, rate, query.gigabytesScanned);
    }
    for (const FlowPort& input : context.inputs) {
        if (isLoad(input))
            continue;
        const double bytes =
            input.rate.messagesPerSecond > 0 ? input.rate.bytesPerSecond / input.rate.messagesPerSecond : 0;
        queries.add(input.rate.messagesPerSecond, runOf(bytes / kGib, kAskedCpuSecondsPerGib));
        queries.externalBytes += input.rate.messagesPerSecond * externalBytesOf(config, bytes / kGib);
        queries.reads = queries.reads + readsOf(config, input.rate.messagesPerSecond, bytes / kGib);
    }
    return queries;
}

/// It is not there: all work is refused, and no node is billed.
WarehouseLoad paused(const WarehouseConfig& config, FlowContext& context)
{
    context.result.offered = context.result.refused = context.arriving();
    context.answerAll({0.001, 1});
    context.result.idle = config.idle;
    double anHour = context.arriving().messagesPerSecond * 3600;
    for (const QueryLoad& query : queriesOf(context.self, *context.scenario))
        anHour += query.users > 0 ? 0 : query.perHour;
    if (anHour > 0)
        context.findings.push_back(
            {"paused",
             FindingLevel::Problem,
             context.self.component->id,
             {"While {component} is not there it refuses {asked} loads and queries an hour",
              {inWords("component", context.self.component->label), inFigures("asked", std::ceil(anHour))}},
             Phrase{"Let it resume before they come, or let what loads it hold back until then"},
             computed("refused", anHour, "1/h", "loads and queries that come meanwhile",
                      {given("over connections", context.arriving().messagesPerSecond * 3600, "1/h")})});
    WarehouseLoad none;
    none.nodes = 0;
    return none;
}

}  // namespace

WarehouseLoad WarehouseFamily::flow(const WarehouseConfig& config, FlowContext& context)
{
    if (config.life.state == WarehouseState::Paused)
        return paused(config, context);
    const double slots = slotsOf(config);
    std::vector<ConnectionPort> ports;
    for (const FlowPort& output : context.outputs)
        ports.push_back(output.port);
    const Outgoing external = objectReadsOf(context.self, std::move(ports), config.external.requests, 1);
    const QueryRate queries = queryRate(config, external, context);
    const double unread =
        external
            .send(context.outputs,
                  queries.reads * std::min(1.0, slots / std::max(1e-12, queries.busySlots())))
            .failedShare;
    FlowRate loaded, asked;
    double insertedBytes = 0;
    LoadRate loads;
    for (const FlowPort& input : context.inputs) {
        if (!isLoad(input)) {
            asked = asked + input.rate;
            insertedBytes += inserts(input) ? input.rate.bytesPerSecond : 0;
            continue;
        }
        loaded = loaded + input.rate;
        // What a store keeps is fetched on the connection's own schedule; a delivery is a COPY each.
        if (input.rate.recordsPerSecond <= 0)
            continue;
        const double period = std::max(1.0, input.port.number("everySeconds", 300));
        // A load that is due finds nothing new when no object has come since the last one.
        const double finds = std::min(1.0, input.rate.messagesPerSecond * period);
        if (input.port.takenOnSchedule) {
            loads.add(finds / period, period * period * (1 - finds) / (finds * finds));
            continue;
        }
        // A delivery waits for its first record, and then for a time.
        const double gap = 1 / std::max(1e-12, input.rate.recordsPerSecond);
        loads.add(input.rate.messagesPerSecond, gap * gap);
    }
    const double copiesPerSecond = loads.perSecond;
    const double copying = loaded.bytesPerSecond / (config.copyBytesPerSecondPerSlice * config.slices)
                           + copiesPerSecond * seconds(config.copyOverhead);
    context.result.offered = context.result.accepted = loaded + asked;
    const double variation = queries.runSeconds > 0
                                 ? queries.squaredSeconds / (queries.runSeconds * queries.runSeconds)
                                           * (1 + config.queryVariation * config.queryVariation)
                                       - 1
                                 : 0;
    const double waits = queries.perSecond > 0 && queries.busySlots() < slots
                             ? waitingLine({.arrivalsPerSecond = queries.perSecond,
                                            .serviceSeconds = queries.runSeconds,
                                            .servers = slots,
                                            .serviceVariation = variation,
                                            .places = {}})
                                   .waitSeconds
                             : 0;
    const double answered = waits + queries.runSeconds, over = queries.busySlots() / slots;
    if (queries.perSecond > 0) {
        const double busy = std::min(slots, queries.busySlots());
        LimitUse use = heldLimit(config.slotsInUse, busy, busy, 0);
        use.utilisation = over;
        context.result.limits.push_back(use);
        context.result.serviceMillis = answered * 1e3;
        context.result.backlogGrowthPerSecond = over > 1 ? asked.recordsPerSecond * (1 - 1 / over) : 0;
    }
    const double copySeconds = copiesPerSecond > 0 ? copying / copiesPerSecond : 0;
    if (loaded.recordsPerSecond > 0) {
        LimitUse use = heldLimit(config.copyRunning, std::min(1.0, copying), 1, 0);
        use.utilisation = copying;
        context.result.limits.push_back(use);
        context.result.backlogGrowthPerSecond +=
            copying > 1 ? loaded.recordsPerSecond * (1 - 1 / copying) : 0;
    }
    for (FlowPort& input : context.inputs) {
        input.answer.seconds = isLoad(input) ? copySeconds : answered;
        input.answer.overload = isLoad(input) ? copying : over;
        input.answer.refusedShare = isLoad(input) ? 0 : unread;
    }
    if (queries.perSecond <= 0 && loaded.recordsPerSecond <= 0)
        context.result.idle = config.idle;
    // Queries and loads are taken as independent.
    const double least = seconds(config.leastBilled);
    loads.seconds = copySeconds;
    const double loading = activeShare(loads, least);
    const double active = 1 - (1 - loading) * (1 - activeShare(queries, slots, least));
    return {.billedShare = active,
            .bytesLoaded =
                loaded.bytesPerSecond / std::max(1.0, copying) + insertedBytes / std::max(1.0, over),
            .scalingClusters = scalingInUse(config, queries.busySlots()),
            .externalBytes = queries.externalBytes * (1 - unread),
            .nodes = config.life.nodes};
}

}  // namespace plimsoll
