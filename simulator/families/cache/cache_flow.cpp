// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/cache.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Share of the reads that find their key: what LRU leaves, and what is not yet too old, whichever is less. A key read
/// p times a time to live, on average, is fetched once and found p times: p / (1 + p).
double hitShare(const CacheConfig& config, const FlowRate& reads, double items)
{
    if (!reads.keys)
        return 0;
    const double hits = reads.keys->hitShare(items);
    if (config.timeToLive <= Duration{0})
        return hits;
    double young = 0;
    for (const KeyLaw::Share& group : reads.keys->groups()) {
        const double reread = group.each * reads.messagesPerSecond * seconds(config.timeToLive);
        young += group.keys * group.each * reread / (1 + reread);
    }
    return std::min(hits, young);
}

}  // namespace

CacheLoad CacheFamily::flow(const CacheConfig& config, FlowContext& context)
{
    FlowRate reads, writes;
    for (const FlowPort& input : context.inputs) {
        const bool isRead =
            input.port.text("operation", "write") == "read" || input.port.kind == ConnectionKind::Query;
        FlowRate& way = isRead ? reads : writes;
        way = way + input.rate;
    }
    const FlowRate all = reads + writes;
    const double capacity = config.servers * config.requestsPerServer;
    const double passes = all.messagesPerSecond > capacity ? capacity / all.messagesPerSecond : 1;
    context.result.offered = all;
    context.result.accepted = all * passes;
    context.result.backlogGrowthPerSecond = all.recordsPerSecond * (1 - passes);
    const double item = std::max(1.0, all.bytesPerRecord()) + config.itemOverheadBytes;
    const double items = config.memoryBytes / item;
    const double hits = hitShare(config, reads, items);
    // M/D/c: half the wait of M/M/c, whose own is about rho^(sqrt(2(c+1)) - 1) / (c (1 - rho)) services (Sakasegawa 1977).
    const double service = 1 / config.requestsPerServer;
    const double rho = std::min(0.999, all.messagesPerSecond / capacity);
    const double exponent = std::sqrt(2.0 * (config.servers + 1)) - 1;
    const double wait =
        rho > 0 ? 0.5 * service * decay(-exponent * deterministicLog(rho)) / (config.servers * (1 - rho)) : 0;
    const double own = config.network.mean() * 1e-9 + service + wait;
    double behind = 0, refused = 0;
    for (const FlowPort& output : context.outputs) {
        behind = std::max(behind, output.answer.seconds);
        refused = std::max(refused, output.answer.refusedShare);
    }
    const FlowRate misses = reads * ((1 - hits) * passes);
    for (FlowPort& input : context.inputs) {
        const bool isRead =
            input.port.text("operation", "write") == "read" || input.port.kind == ConnectionKind::Query;
        const double goesOn = isRead ? 1 - hits : config.writeThrough ? 1 : 0;
        input.answer.seconds = own + goesOn * behind;
        input.answer.refusedShare = goesOn * refused;
    }
    for (FlowPort& output : context.outputs)
        output.rate = config.writeThrough ? misses + writes * passes : misses;
    context.result.serviceMillis =
        (own + (all.messagesPerSecond > 0 ? misses.messagesPerSecond / all.messagesPerSecond : 0) * behind)
        * 1e3;
    context.result.limits.push_back(
        rateLimit(config.requests, all.messagesPerSecond, all.messagesPerSecond, 0));
    const double stored = reads.keys ? std::min(items, reads.keys->keys()) * item : 0;
    context.result.limits.push_back(heldLimit(config.memory, stored, stored, 0));
    return {all.messagesPerSecond * passes * all.stepsPerMessage(config.billedStep), stored};
}

}  // namespace plimsoll
