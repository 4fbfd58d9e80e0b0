// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/cache.h"

#include "model/support/number_text.h"
#include "simulator/draws/elementary.h"
#include "simulator/families/cache/cache_behind.h"
#include "simulator/families/cache/key_life.h"
#include "simulator/families/cache/recovery.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

double CacheCosts::stepsOf(double bytes) const
{
    return stepBytes > 0 ? std::max(1.0, std::ceil(bytes / stepBytes - 1e-9)) : 1;
}

double EdgeFunction::billedSeconds() const
{
    const double millis = time.mean() * 1e-6;
    if (time.variance() <= 0)
        return std::max(1.0, std::ceil(millis - 1e-9)) * 1e-3;
    return 1e-3 / (1 - decay(1 / millis));
}

namespace {

/// What becomes of reads that the cache may answer.
struct ReadsFlow {
    double hits = 0;     ///< share that finds its key
    double fetches = 0;  ///< share that goes on; the others wait with one that did
    double hottest = 0;  ///< share of what goes on that the hottest key has
    std::shared_ptr<const KeyPopularity> fetched{};
};

/// Of those that miss, one fetches and those of the time that takes wait with it.
ReadsFlow readsFlow(const CacheConfig& config, const FlowRate& reads, double items, double behindSeconds)
{
    ReadsFlow flow;
    if (!reads.keys || !(reads.messagesPerSecond > 0))
        return {0, 1, reads.hottestKeyShare, reads.keys};
    const KeyLife life{config, *reads.keys, reads.messagesPerSecond, items};
    const auto fetchesOf = [&](double p) {
        const double misses = 1 - life.present(p);
        return config.collapses ? misses / (1 + p * life.readsPerSecond * behindSeconds * misses) : misses;
    };
    for (const KeyLaw::Share& group : reads.keys->groups()) {
        flow.hits += group.keys * group.each * life.present(group.each);
        flow.fetches += group.keys * group.each * fetchesOf(group.each);
    }
    if (flow.fetches > 0)
        flow.hottest = reads.hottestKeyShare * fetchesOf(reads.hottestKeyShare) / flow.fetches;
    // Popular keys are found: what goes on is taken to be spread evenly over the keys, but for the hottest.
    flow.fetched = std::make_shared<const KeyPopularity>(
        KeyLaw{static_cast<std::uint32_t>(std::clamp(reads.keys->keys(), 1.0, 4e9)), 0, 0});
    return flow;
}

struct CacheFlow {
    FlowRate reads, writes;
    ReadsFlow of;
    double goesOn = 0;                         ///< share of the reads
    double asksFor = 0;                        ///< of the servers' capacity, per second
    double everywhere = 0;                     ///< of it, what every server does, for one of them
    double passes = 1;                         ///< share that is worked off
    double refused = 0;                        ///< share that a quota refuses
    double lostWrites = 0;                     ///< share of the writes that nobody behind takes
    double failedReads = 0, failedWrites = 0;  ///< shares of those worked off, as what is behind refuses them
};

void findRoom(const CacheConfig& config, const BehindCaches& behind, double items, CacheFlow& flow)
{
    const double bypass = config.bypassShare;
    flow.goesOn = flow.of.fetches * (1 - bypass) + bypass;
    const double readSteps =
        config.costs.stepBytes > 0 ? flow.reads.stepsPerMessage(config.costs.stepBytes) : 1;
    const double writeSteps =
        config.costs.stepBytes > 0 ? flow.writes.stepsPerMessage(config.costs.stepBytes) : 1;
    const double found = flow.of.hits * (1 - bypass);
    const double written = flow.writes.messagesPerSecond * writeSteps * config.costs.write;
    flow.everywhere = config.replicated ? written : 0;
    flow.asksFor = flow.reads.messagesPerSecond * readSteps
                       * (config.costs.hit * found + config.costs.miss * (1 - found))
                   + written * (config.replicated ? config.servers : 1);
    const double capacity = config.servers * config.requestsPerServer;
    if (config.servers > 0 && flow.asksFor > capacity)
        flow.passes = capacity / flow.asksFor;
    const FlowRate all = flow.reads + flow.writes;
    if (config.mostRequests > 0)
        flow.passes = std::min(flow.passes, config.mostRequests / std::max(1e-12, all.messagesPerSecond));
    if (config.mostBytes > 0)
        flow.passes = std::min(flow.passes, config.mostBytes / std::max(1e-12, all.bytesPerSecond));
    flow.refused = config.servers > 0 ? 0 : 1 - flow.passes;
    if (config.writeThrough && behind.losesWrites())
        flow.lostWrites = 1;
    // What does not push out is full as soon as all keys do not fit: then writes of those beyond are refused.
    if (!config.pushesOut && flow.writes.keys && flow.writes.keys->keys() > items)
        flow.lostWrites = 1 - items / flow.writes.keys->keys();
}

/// M/D/c: half the wait of M/M/c, whose own is about rho^(sqrt(2(c+1)) - 1) / (c (1 - rho)) services (Sakasegawa 1977).
double ownSeconds(const CacheConfig& config, const CacheFlow& flow)
{
    if (config.servers == 0)
        return 0;
    const double requests = flow.reads.messagesPerSecond + flow.writes.messagesPerSecond;
    const double service = (requests > 0 ? flow.asksFor / requests : 1) / config.requestsPerServer;
    const double rho = std::min(0.999, flow.asksFor / (config.servers * config.requestsPerServer));
    const double exponent = std::sqrt(2.0 * (config.servers + 1)) - 1;
    const double wait =
        rho > 0 ? 0.5 * service * decay(-exponent * deterministicLog(rho)) / (config.servers * (1 - rho)) : 0;
    return service + wait;
}

/// What happens when it loses its memory: everything goes on at first, until the popular keys are back.
void sayWhenEmptied(const CacheConfig& config, const CacheFlow& flow, double items, FlowContext& context)
{
    const double rate = flow.reads.messagesPerSecond * flow.passes;
    if (config.durable || flow.of.hits < 0.05 || !flow.reads.keys || !(rate > 0))
        return;
    const KeyPopularity& keys = *flow.reads.keys;
    const double wanted = kRecovered * std::min(flow.of.hits, keys.hitShare(items / config.parts));
    const double kept = keys.characteristicTime(items / config.parts);
    const auto hitsAfter = [&](double requests) { return keys.hitShareWithin(std::min(requests, kept)); };
    double low = 0, high = 1;
    while (hitsAfter(high) < wanted && high < 1e15)
        high *= 2;
    for (int round = 0; round < 50; ++round) {
        const double middle = (low + high) / 2;
        (hitsAfter(middle) < wanted ? low : high) = middle;
    }
    const double back = high * config.parts / rate, times = 1 / std::max(1e-9, flow.goesOn);
    const std::string name =
        context.self.component->label.empty() ? context.self.component->id : context.self.component->label;
    context.findings.push_back(
        {"cold-cache",
         FindingLevel::Note,
         context.self.component->id,
         {"Emptied, {component} would send on {emptied}/s instead of {filled}/s, {times} times as much, and "
          "have "
          "{back} of its hits back after {seconds} s",
          {inWords("component", name), inFigures("emptied", std::round(rate)),
           inFigures("filled", std::round(rate * flow.goesOn)),
           inDigits("times", std::round(times * 10) / 10), inPercent("back", 0.9),
           inFigures("seconds", std::round(back))}},
         "Leave room for that in what is behind, or warm the cache before its readers come",
         computed("times the load behind an empty cache", times, "", "1 / (1 - share of reads that hit)",
                  {computed("share of reads that hit", 1 - flow.goesOn, "",
                            "sum over keys of p (1 - e^(-p T)), H. Che et al. 2002",
                            {given("reads", rate, "reads/s"), given("items that fit", items, "items")}),
                   computed("time until 90% of the hits are back", back, "s",
                            "requests n with sum of p (1 - e^(-p n)) = 0.9 x hits, over their rate",
                            {given("requests", high * config.parts, "")})})});
}

/// What is there at a time: with a time to live only what was read, or written, within it.
double itemsHeld(const CacheConfig& config, const CacheFlow& flow, double items)
{
    const bool reads = static_cast<bool>(flow.reads.keys);
    const FlowRate& rate = reads ? flow.reads : flow.writes;
    if (!rate.keys)
        return 0;
    const double parts = reads ? config.parts : 1;
    if (config.timeToLive <= Duration{0})
        return rate.keys->keys() * parts;
    const KeyLife life{config, *rate.keys, rate.messagesPerSecond, items};
    double held = 0;
    for (const KeyLaw::Share& group : rate.keys->groups())
        held += group.keys * parts
                * (reads ? life.present(group.each)
                         : 1 - decay(group.each * rate.messagesPerSecond * life.livesSeconds));
    return held;
}

void sendOn(const CacheConfig& config, const CacheFlow& flow, const BehindCaches& behind,
            FlowContext& context)
{
    FlowRate fetched = flow.reads * (flow.goesOn * flow.passes);
    if (flow.goesOn > 0 && flow.of.fetched) {
        const double cached = flow.of.fetches * (1 - config.bypassShare) / flow.goesOn;
        fetched.hottestKeyShare = cached * flow.of.hottest + (1 - cached) * flow.reads.hottestKeyShare;
        if (cached >= 0.5)
            fetched.keys = flow.of.fetched;
    }
    const FlowRate written = flow.writes * (config.writeThrough ? flow.passes * (1 - flow.lostWrites) : 0);
    for (const BehindCache& each : behind.all()) {
        const auto resized = [&](FlowRate rate, double share) {
            rate = rate * share;
            const double bytes = each.call.fixedBytes > 0 ? each.call.fixedBytes
                                                          : rate.bytesPerRecord() * each.call.sizeFactor;
            rate.bytesPerSecond = rate.recordsPerSecond * bytes;
            rate.sizes =
                each.call.fixedBytes > 0 ? SizeMix::constant(bytes) : rate.sizes.scaled(each.call.sizeFactor);
            return rate;
        };
        context.outputs[each.call.output].rate = resized(fetched, behind.share(each, true, fetched))
                                                 + resized(written, behind.share(each, false, written));
    }
}

void answerCallers(const CacheConfig& config, CacheFlow& flow, const BehindCaches& behind, double own,
                   FlowContext& context)
{
    const auto waits = [&](bool read) {
        Answer mean;
        double squared = 0;
        for (const BehindCache& each : behind.all()) {
            const Answer& answer = context.outputs[each.call.output].answer;
            const double share =
                behind.any(read) ? behind.share(each, read, read ? flow.reads : flow.writes) : 0;
            mean.seconds += share * answer.seconds;
            squared += share * (answer.spread() + answer.seconds * answer.seconds);
            mean.refusedShare += share * answer.refusedShare;
        }
        mean.variance = std::max(0.0, squared - mean.seconds * mean.seconds);
        return mean;
    };
    const bool goesNowhere = config.writeThrough && behind.losesWrites();
    const double found = flow.of.hits * (1 - config.bypassShare);
    const Answer reads = waits(true), writes = waits(false);
    const double edge = config.edge ? config.edge->time.mean() * 1e-9 : 0;
    const double each = config.edge && config.edge->everyRequest ? edge : 0, onward = edge - each;
    const double network = config.network.mean() * 1e-9 + each;
    const double writeNetwork = config.writeNetwork ? config.writeNetwork->mean() * 1e-9 + each : network;
    const double readSeconds = own + network + (1 - found) * reads.seconds + flow.goesOn * onward;
    const double writeSeconds = own + writeNetwork + (config.writeThrough ? writes.seconds + onward : 0);
    // A read waits for what is behind, or it does not: the spread of both kinds, and between them.
    const double missed = 1 - found;
    const double readVariance = config.network.variance() * 1e-18 + missed * reads.variance
                                + missed * found * reads.seconds * reads.seconds;
    const double writeVariance =
        (config.writeNetwork ? *config.writeNetwork : config.network).variance() * 1e-18
        + (config.writeThrough ? writes.variance : 0);
    flow.failedReads = missed * reads.refusedShare;
    flow.failedWrites = config.writeThrough ? writes.refusedShare : 0;
    const double lost = flow.lostWrites;
    for (FlowPort& input : context.inputs) {
        const bool isRead = readsCache(input.port);
        const double fails = isRead ? flow.failedReads : lost + (1 - lost) * flow.failedWrites;
        input.answer.seconds = isRead ? readSeconds : writeSeconds;
        input.answer.variance = isRead ? readVariance : writeVariance;
        input.answer.refusedShare = flow.refused + (1 - flow.refused) * fails;
    }
    const double all = flow.reads.messagesPerSecond + flow.writes.messagesPerSecond;
    if (all > 0)
        context.result.serviceMillis =
            1e3 * (flow.reads.messagesPerSecond * readSeconds + flow.writes.messagesPerSecond * writeSeconds)
            / all;
    if (goesNowhere && flow.writes.messagesPerSecond > 0)
        context.findings.push_back({"no-way-for-writes",
                                    FindingLevel::Problem,
                                    context.self.component->id,
                                    "Writes have nowhere to go: no connection from the cache writes",
                                    "Draw a second connection to what is behind, with the operation write",
                                    {}});
}

}  // namespace

CacheLoad CacheFamily::flow(const CacheConfig& config, FlowContext& context)
{
    CacheFlow flow;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = readsCache(input.port) ? flow.reads : flow.writes;
        way = way + input.rate;
    }
    const FlowRate all = flow.reads + flow.writes;
    const BehindCaches behind{context.self, context.outputs};
    double behindSeconds = 0;
    for (const BehindCache& each : behind.all()) {
        if (behind.any(true))
            behindSeconds +=
                behind.share(each, true, flow.reads) * context.outputs[each.call.output].answer.seconds;
    }
    const double item = itemBytesOf(config, all);
    const double items = config.memoryBytes / item;
    const double distinct = distinctReads(config, context.inputs);
    flow.of = readsFlow(config, flow.reads * distinct, items, behindSeconds);
    flow.of.hits = 1 - distinct * (1 - flow.of.hits);
    flow.of.fetches *= distinct;
    findRoom(config, behind, items, flow);
    FlowComponent& result = context.result;
    result.offered = all;
    result.accepted = flow.reads * flow.passes + flow.writes * (flow.passes * (1 - flow.lostWrites));
    result.refused = all * flow.refused + flow.writes * ((1 - flow.refused) * flow.lostWrites);
    result.backlogGrowthPerSecond = config.servers > 0 ? all.recordsPerSecond * (1 - flow.passes) : 0;
    answerCallers(config, flow, behind, ownSeconds(config, flow), context);
    sendOn(config, flow, behind, context);
    if (!behind.all().empty())
        sayWhenEmptied(config, flow, items, context);
    const double refusedRate = flow.refused * all.messagesPerSecond;
    result.limits.push_back(
        rateLimit(config.requests, flow.asksFor, flow.asksFor, config.mostBytes > 0 ? 0 : refusedRate));
    if (config.mostBytes > 0) {
        const bool byBytes =
            all.bytesPerSecond * config.mostRequests > all.messagesPerSecond * config.mostBytes;
        result.limits.back().refused = byBytes ? 0 : refusedRate;
        result.limits.push_back(
            rateLimit(config.bytes, all.bytesPerSecond, all.bytesPerSecond, byBytes ? refusedRate : 0));
    }
    const std::shared_ptr<const KeyPopularity>& keys = flow.reads.keys ? flow.reads.keys : flow.writes.keys;
    const double held = std::min(items, itemsHeld(config, flow, items)) * item;
    result.limits.push_back(
        heldLimit(config.memory, held, held, flow.writes.messagesPerSecond * flow.lostWrites));
    if (!config.sized.empty()) {
        // What every server does leaves each the less for the rest.
        const double rest = flow.asksFor - flow.everywhere * config.servers;
        const double each = std::max(1e-9, config.requestsPerServer - flow.everywhere) * config.serversEach;
        std::vector<SizingNeed> needs{{"requests", config.requests.unit, rest, each, config.requests.source}};
        if (!config.pushesOut && keys)
            needs.push_back({"memory", "B", keys->keys() * item, config.memoryBytes / config.sizedNow,
                             config.memory.source});
        result.sizing.push_back(
            sizeFor(config.sized, config.sized, config.sizedNow, context.targetUtilisation, needs));
    }
    const FlowRate done = flow.reads * flow.passes;
    const FlowRate kept = flow.writes * (flow.passes * (1 - flow.lostWrites));
    result.failedPerSecond =
        done.recordsPerSecond * flow.failedReads + kept.recordsPerSecond * flow.failedWrites;
    const double edgeRuns =
        !config.edge ? 0
        : config.edge->everyRequest
            ? done.messagesPerSecond + kept.messagesPerSecond
            : done.messagesPerSecond * (behind.any(true) ? flow.goesOn : 0)
                  + (config.writeThrough && behind.any(false) ? kept.messagesPerSecond : 0);
    return {.units =
                (done.messagesPerSecond + kept.messagesPerSecond) * all.stepsPerMessage(config.billedStep),
            .storedBytes = held,
            .reads = done.messagesPerSecond,
            .writes = kept.messagesPerSecond,
            .readBytes = done.bytesPerSecond * (1 - flow.failedReads),
            .writtenBytes = kept.bytesPerSecond,
            .edgeRuns = edgeRuns,
            .edgeSeconds = config.edge ? edgeRuns * config.edge->billedSeconds() : 0};
}

}  // namespace plimsoll
