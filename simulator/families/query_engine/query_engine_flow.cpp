// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/families/shared/object_reads.h"
#include "simulator/families/shared/query_askers.h"
#include "simulator/queueing/waiting_line.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Queries of one kind: asked over connections, or by one load of the scenario.
struct Kind {
    double perSecond = 0;
    double reusedShare = 0;
    Scan scan;
    double runSeconds = 0;      ///< in a slot
    double openingSeconds = 0;  ///< of them, on its reads
    double readShare = 1;       ///< of its objects, until it is stopped
    double users = 0, thinkSeconds = 0;
    double hottestKeyShare = 0;
    std::shared_ptr<const KeyPopularity> keys{};
    double runs() const { return perSecond * (1 - reusedShare); }
};

/// Of a query asked r times a second and given again for T: once in T + 1 / r it runs, and r T times it does not.
double reusedShare(const QueryEngineConfig& config, double perSecond)
{
    const double repeats = perSecond * seconds(config.reuse);
    return config.reuse > Duration{0} ? repeats / (1 + repeats) : 0;
}

double reusedShare(const QueryEngineConfig& config, const FlowRate& asked)
{
    if (config.reuse <= Duration{0} || !asked.keys)
        return 0;
    double share = 0;
    for (const KeyLaw::Share& group : asked.keys->groups())
        share += group.keys * group.each * reusedShare(config, group.each * asked.messagesPerSecond);
    return share;
}

std::vector<Kind> kindsOf(const QueryEngineConfig& config, const FlowContext& context)
{
    std::vector<Kind> kinds;
    if (const FlowRate asked = context.arriving(); asked.messagesPerSecond > 0) {
        Kind kind;
        kind.perSecond = asked.messagesPerSecond;
        kind.reusedShare = reusedShare(config, asked);
        kind.hottestKeyShare = asked.hottestKeyShare;
        kind.keys = asked.keys;
        kind.scan = scanOf(config, config.askedBytes, config.cpuSecondsPerByte);
        kinds.push_back(kind);
    }
    for (const QueryLoad& query : queriesOf(context.self, *context.scenario)) {
        Kind kind;
        kind.scan = scanOf(config, query.gigabytesScanned * kGib, query.cpuSecondsPerGigabyte / kGib);
        kind.users = static_cast<double>(query.users);
        kind.thinkSeconds = query.thinkSeconds;
        kind.perSecond = query.users > 0 ? 0 : query.perHour / 3600;
        kind.reusedShare = reusedShare(config, kind.perSecond / std::max(1.0, config.distinctQueries));
        kinds.push_back(kind);
    }
    return kinds;
}

/// So many that always come back share all workers, after `other` seconds each time: seconds one computes. Mean values from one of
/// them to all, each of whom finds what one fewer have at work.
/// Source: Reiser, Lavenberg, Mean-Value Analysis of Closed Multichain Queuing Networks, J. ACM 27(2), 1980
double computingSeconds(double count, double other, double alone, double side)
{
    constexpr double kMost = 100'000;
    double atWork = 0, computes = alone;
    for (double n = 1; n <= std::min(count, kMost); ++n) {
        computes = alone * std::max(1.0, (1 + atWork) / side);
        atWork = n / (other + computes) * computes;
    }
    return computes;
}
void takeTurns(const QueryEngineConfig& config, Kind& kind)
{
    const double alone = kind.scan.computeSeconds, other = kind.runSeconds - alone;
    const double side = config.workers / kind.scan.workersAtWork;  // so many compute side by side undisturbed
    const double computes = computingSeconds(kind.users, kind.thinkSeconds + other, alone, side);
    kind.perSecond = std::min(kind.users / (kind.thinkSeconds + other + computes),
                              std::max(1.0, config.slots) / (other + alone));
    kind.runSeconds = other + computes;
}

/// Queries that share all workers with those that have a slot, as M/M/1 with its work shared: of n in it the first N have one.
struct Shared {
    double stretch = 1;      ///< of the time to compute, in a slot
    double waitSeconds = 0;  ///< for a slot
    double refusedShare = 0;
};
Shared sharedBy(const QueryEngineConfig& config, double use, double aloneSeconds, double side)
{
    constexpr double kMost = 100'000;
    Shared shared;
    const double slots = std::max(1.0, config.slots),
                 room = std::min(kMost, std::max(slots, config.mostActive));
    // Below saturation from none up, beyond it from the most down: what is left out has no weight.
    double all = 0, inSlots = 0, inLine = 0, full = 0, weight = 1;
    for (double n = 0; n <= room && weight > 1e-15; ++n, weight *= use < 1 ? use : 1 / use) {
        const double there = use < 1 ? n : std::max(slots, config.mostActive) - n;
        all += weight;
        inSlots += weight * std::min(there, slots);
        inLine += weight * std::max(0.0, there - slots);
        full += (use < 1 ? n == room : n == 0) ? weight : 0;
    }
    const double served = use * (1 - full / all);
    if (served <= 0)
        return shared;
    shared.refusedShare = full / all;
    shared.stretch = inSlots / all / served;
    // Queries of few objects leave workers to others: in a slot they wait as in M/M/c, c of them side by side.
    if (side > 1)
        shared.stretch = use < 1
                             ? std::min(shared.stretch, 1 + erlangWait(side, use * side) / (side * (1 - use)))
                             : std::max(1.0, slots / side);
    shared.waitSeconds = inLine / all / served * aloneSeconds * (1 + config.variation * config.variation) / 2;
    return shared;
}

/// The slot time of one query, its reads as they are answered.
void addRunTime(const QueryEngineConfig& config, const Outgoing& reads, std::vector<FlowPort>& outputs,
                Kind& kind)
{
    const double objects = kind.scan.objects;
    FlowRate one;
    one.messagesPerSecond = 1;
    one.recordsPerSecond = objects;
    one.bytesPerSecond = kind.scan.bytes;
    one.sizes = SizeMix::constant(kind.scan.bytes / objects);
    const bool asksNobody = reads.empty() || config.refresh > Duration{0};
    const double reading = asksNobody ? kind.scan.openSeconds : readingSeconds(reads, outputs, one);
    kind.openingSeconds = reading;
    kind.runSeconds = seconds(config.planning) + reading + kind.scan.computeSeconds;
    if (config.sharesWorkers && kind.users > 0)
        return takeTurns(config, kind);
    if (kind.users <= 0)
        return;
    // Users ask once per think time and answer, and no more than the slots get through.
    kind.perSecond = std::min(kind.users / (kind.thinkSeconds + kind.runSeconds),
                              std::max(1.0, config.slots) / kind.runSeconds);
}

/// Objects so small that a query spends its time on opening them.
void findSmallFiles(const QueryEngineConfig& config, const std::vector<Kind>& kinds, FlowContext& context)
{
    constexpr double kSmall = 32 * kMib, kMostly = 0.5, kFew = 4;
    const Kind* worst = nullptr;
    for (const Kind& kind : kinds)
        if (kind.scan.objects > kFew * kind.scan.workersAtWork
            && kind.openingSeconds > kMostly * kind.runSeconds
            && (!worst || kind.scan.objects > worst->scan.objects))
            worst = &kind;
    if (!worst || config.table.objectBytes >= kSmall)
        return;
    const double size = config.table.objectBytes / kMib;
    context.findings.push_back(
        {"small-files",
         FindingLevel::Advice,
         context.self.component->id,
         {"A query of {component} opens {objects} objects of {size} MB, {each} one after the other by each "
          "of its "
          "workers: that takes {share} of its {seconds} s",
          {inWords("component", context.self.component->label),
           inFigures("objects", static_cast<double>(worst->scan.objects)), inFigures("size", size),
           inFigures("each", std::ceil(worst->scan.objects / worst->scan.workersAtWork)),
           inPercent("share", worst->openingSeconds / worst->runSeconds),
           inFigures("seconds", worst->runSeconds)}},
         // Source: https://docs.aws.amazon.com/athena/latest/ug/performance-tuning-data-optimization-techniques.html
         Phrase{"Compact the table into objects of 128 MB"},
         computed("time on opening", worst->openingSeconds, "s", "objects / workers x time to open one",
                  {given("objects", worst->scan.objects, ""), given("workers", worst->scan.workersAtWork, ""),
                   given("time of the query", worst->runSeconds, "s")})});
}

void findTooLong(const Kind& kind, const QueryEngineConfig& config, FlowContext& context)
{
    context.findings.push_back(
        {"queries-too-long",
         FindingLevel::Problem,
         context.self.component->id,
         {"Queries of {component} would take {seconds} s and are stopped after {limit} s, without an answer",
          {inWords("component", context.self.component->label), inFigures("seconds", kind.runSeconds),
           inFigures("limit", seconds(config.longest))}},
         Phrase{"Let them read less (columns, partitions, larger objects), or raise the time limit"},
         computed("time of a query", kind.runSeconds, "s", "planning + reading + computing",
                  {given("planning", seconds(config.planning), "s"),
                   given("reading", kind.openingSeconds, "s"),
                   given("computing", kind.scan.computeSeconds, "s")})});
}

FlowRate readsPerSecond(const std::vector<Kind>& kinds, double passes)
{
    FlowRate work;
    for (const Kind& kind : kinds) {
        FlowRate part;
        part.messagesPerSecond = kind.runs() * passes;
        part.recordsPerSecond = part.messagesPerSecond * kind.scan.objects * kind.readShare;
        part.bytesPerSecond = part.messagesPerSecond * kind.scan.bytes * kind.readShare;
        part.sizes = SizeMix::constant(kind.scan.bytes / kind.scan.objects);
        part.hottestKeyShare = kind.hottestKeyShare;
        part.keys = kind.keys;
        work = work + part;
    }
    return work;
}

FlowRate refreshesPerSecond(const QueryEngineConfig& config)
{
    FlowRate work;
    if (config.refresh <= Duration{0} || config.copyBytes > config.copy.perUnit)
        return work;
    const Scan scan = scanOf(config, config.refreshBytes, 0);
    work.messagesPerSecond = 1 / seconds(config.refresh);
    work.recordsPerSecond = work.messagesPerSecond * scan.objects;
    work.bytesPerSecond = work.messagesPerSecond * scan.bytes;
    work.sizes = SizeMix::constant(scan.bytes / scan.objects);
    return work;
}

}  // namespace

QueryEngineLoad QueryEngineFamily::flow(const QueryEngineConfig& config, FlowContext& context)
{
    std::vector<ConnectionPort> ports;
    for (const FlowPort& output : context.outputs)
        ports.push_back(output.port);
    const Outgoing reads = readsOf(config, context.self, std::move(ports));
    std::vector<Kind> kinds = kindsOf(config, context);
    double asked = 0, runs = 0, busy = 0, tooLong = 0, computing = 0;
    for (Kind& kind : kinds) {
        addRunTime(config, reads, context.outputs, kind);
        asked += kind.perSecond;
        runs += kind.runs();
        computing += kind.runs() * kind.scan.computeSeconds * kind.scan.workersAtWork;
        // A query that runs too long has its slot until it is stopped.
        if (config.longest > Duration{0} && kind.runSeconds > seconds(config.longest)) {
            tooLong += kind.runs();
            findTooLong(kind, config, context);
            if (kind.openingSeconds > 0)
                kind.readShare =
                    std::clamp(seconds(config.longest - config.planning) / kind.openingSeconds, 0.0, 1.0);
            kind.runSeconds = seconds(config.longest);
        }
        busy += kind.runs() * kind.runSeconds;
    }
    if (config.computes && config.refresh <= Duration{0})
        findSmallFiles(config, kinds, context);
    Shared shared;
    if (config.sharesWorkers && computing > 0 && runs > 0) {
        double alone = 0, side = 0;
        for (const Kind& kind : kinds) {
            alone += kind.runs() * kind.scan.computeSeconds / runs;
            side += kind.runs() * config.workers / kind.scan.workersAtWork / runs;
        }
        shared = sharedBy(config, computing / config.workers, alone / side, side);
        // No more of them than there are slots are ever beside each other.
        if (alone > 0)
            shared.stretch = std::min(
                shared.stretch,
                computingSeconds(std::max(1.0, config.slots), busy / runs - alone, alone, side) / alone);
        busy = 0;
        for (Kind& kind : kinds) {
            if (kind.users <= 0)  // of users it is known already
                kind.runSeconds += (shared.stretch - 1) * kind.scan.computeSeconds;
            busy += kind.runs() * kind.runSeconds;
        }
    }
    const double starts = asked > config.startsPerSecond ? config.startsPerSecond / asked : 1;
    LineLoad load;
    load.arrivalsPerSecond = runs * starts;
    load.serviceSeconds = runs > 0 ? busy / runs : 0;
    load.servers = std::max(1.0, config.slots);
    load.serviceVariation = config.variation * config.variation;
    load.places = std::max(0.0, config.mostActive - load.servers);
    LineAnswer line = waitingLine(load);
    if (config.sharesWorkers) {
        line.waitSeconds = std::max(line.waitSeconds, shared.waitSeconds);
        line.refusedShare = std::max(line.refusedShare, shared.refusedShare);
    }
    const double passes = config.slots < 1 ? 0 : starts * (1 - line.refusedShare);
    const CallsOfWork calls =
        reads.send(context.outputs,
                   config.refresh > Duration{0} ? refreshesPerSecond(config) : readsPerSecond(kinds, passes));

    FlowComponent& result = context.result;
    const FlowRate offered = context.arriving();
    const double unread = config.refresh > Duration{0} ? 0 : calls.failedShare;
    const double fails = runs > 0 ? 1 - (1 - tooLong / runs) * (1 - unread) : 0;
    const double reused = asked > 0 ? 1 - runs / asked : 0;
    const double own = load.serviceSeconds + line.waitSeconds;
    const double answered = (1 - reused) * own + reused * seconds(config.planning);
    result.accepted = offered * passes;
    result.refused = offered * (1 - passes);
    result.failedPerSecond = result.accepted.recordsPerSecond * fails;
    result.serviceMillis = answered * 1e3;
    if (asked <= 0)
        result.idle = config.idle;
    const double inSlots = std::min(busy * passes, load.servers);
    LimitUse running = heldLimit(config.running, inSlots, inSlots, 0);
    running.utilisation = config.slots > 0 ? busy * starts / config.slots : 1;
    result.limits.push_back(running);
    if (!config.active.limit.empty()) {
        const double active = std::min(config.mostActive, runs * passes * own);
        result.limits.push_back(heldLimit(config.active, active, active, asked * starts * line.refusedShare));
    }
    if (!config.starts.limit.empty())
        result.limits.push_back(rateLimit(config.starts, asked, asked, asked * (1 - starts)));
    if (!config.sized.empty()) {
        const SizingNeed need = config.vcpusPerUnit > 0
                                    ? SizingNeed{"vcpus", "busy vCPUs", computing * starts,
                                                 config.vcpusPerUnit, config.running.source}
                                    : SizingNeed{"running", "queries at work", busy * starts,
                                                 config.slotsPerUnit, config.running.source};
        result.sizing.push_back(
            sizeFor(config.sized, config.sizedUnit, config.sizedNow, context.targetUtilisation, {need}));
    }
    const double planned = seconds(config.planning);
    const double squared =
        (1 - reused) * own * own * (1 + config.variation * config.variation) + reused * planned * planned;
    for (FlowPort& input : context.inputs) {
        input.answer =
            startsOnly(input.port) ? Answer{0, 1 - passes} : Answer{answered, 1 - passes * (1 - fails)};
        input.answer.variance = startsOnly(input.port) ? 0 : std::max(0.0, squared - answered * answered);
    }

    if (config.refresh > Duration{0})
        result.limits.push_back(heldLimit(config.copy, config.copyBytes, config.copyBytes,
                                          config.copyBytes > config.copy.perUnit ? 1 : 0));

    QueryEngineLoad bill;
    bill.refreshes = reads.empty() ? 0 : refreshesPerSecond(config).messagesPerSecond;
    bill.queries = asked * passes * (1 - fails);
    for (const Kind& kind : kinds) {
        bill.scanned += kind.runs() * passes * (1 - fails) * kind.scan.bytes;
        bill.billedBytes += kind.runs() * passes * (1 - fails) * kind.scan.billedBytes;
    }
    return bill;
}

}  // namespace plimsoll
