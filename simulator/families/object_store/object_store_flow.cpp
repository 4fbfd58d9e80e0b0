// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/object_store/object_store.h"

#include "simulator/families/shared/background_copies.h"
#include "simulator/families/shared/outgoing.h"

#include <algorithm>

namespace plimsoll {

namespace {

LimitUse row(LimitSpec spec, double prefixes, const RequestUse& use)
{
    spec.count = prefixes;
    return rateLimit(spec, use.asked, use.peak, use.refused);
}

/// One kind of request in a steady state: what is offered, and the share that its rate lets pass.
struct Steady {
    double passes = 1;
    double seconds = 0;  ///< of one that is served
    RequestUse use;
};

Steady steadyOf(const BucketConfig& config, const LimitSpec& limit, double part, const FlowRate& offered)
{
    Steady steady;
    const double asked = offered.messagesPerSecond;
    const double capacity = limit.perUnit * part * static_cast<double>(config.prefixes);
    steady.passes = asked > capacity ? capacity / asked : 1;
    steady.use = {asked, asked, asked * (1 - steady.passes)};
    const double object = asked > 0 ? offered.bytesPerSecond / asked : 0;
    steady.seconds = config.firstByte.mean() * 1e-9 + object / config.bytesPerSecond;
    return steady;
}

/// What restores add to a read: of a share of them a time of this mean and variance.
struct Restored {
    double seconds = 0, variance = 0;
};
Restored restoredOf(const BucketConfig& config)
{
    const double share = config.restoredShare, mean = config.restore.mean() * 1e-9;
    if (share <= 0)
        return {};
    return {share * mean,
            share * (config.restore.variance() * 1e-18 + mean * mean) - share * share * mean * mean};
}

/// Objects below `bytes` of what comes over one input, and what they hold; objects of many records are taken as of one size.
struct Small {
    double puts = 0, bytes = 0;
};
/// E[X if X < bytes, else 0] by the shares above: the integral of P(t < X < bytes) over t.
double smallBytesOf(const SizeMix& sizes, double bytes)
{
    constexpr int kSteps = 512;
    const double larger = sizes.shareAbove(bytes - 1);
    if (sizes.variance() < 1e-6 || larger <= 0 || larger >= 1)
        return larger < 0.5 ? sizes.mean() : 0;
    double sum = 0;
    for (int step = 0; step < kSteps; ++step)
        sum += std::max(0.0, sizes.shareAbove((step + 0.5) * bytes / kSteps) - larger) * bytes / kSteps;
    return sum;
}

Small smallOf(const FlowRate& rate, double bytes)
{
    const double objects = rate.messagesPerSecond;
    if (objects <= 0 || bytes <= 0)
        return {};
    if (rate.recordsPerSecond <= objects && !rate.sizes.empty()) {
        const double larger = rate.sizes.shareAbove(bytes - 1);
        return {objects * (1 - larger), objects * smallBytesOf(rate.sizes, bytes)};
    }
    return rate.bytesPerSecond < bytes * objects ? Small{objects, rate.bytesPerSecond} : Small{};
}

}  // namespace

bool readsObjects(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read" || port.kind == ConnectionKind::Query;
}

std::vector<LimitUse> limitsOf(const BucketConfig& config, double part, const RequestUse& puts,
                               const RequestUse& gets)
{
    const double prefixes = static_cast<double>(config.prefixes) * part;
    return {row(config.puts, prefixes, puts), row(config.gets, prefixes, gets)};
}

double settledPart(const BucketConfig& config, double puts, double gets)
{
    const auto prefixes = static_cast<double>(config.prefixes);
    const double carried = std::max(puts / config.puts.perUnit, gets / config.gets.perUnit) / prefixes;
    return std::clamp(2 * carried, config.newPart, 1.0);
}

BucketLoad BucketFamily::flow(const BucketConfig& config, FlowContext& context)
{
    FlowRate writes, reads;
    for (const FlowPort& input : context.inputs) {
        FlowRate& sum = readsObjects(input.port) ? reads : writes;
        sum = sum + input.rate;
    }
    const double part = settledPart(config, writes.messagesPerSecond, reads.messagesPerSecond);
    const Steady write = steadyOf(config, config.puts, part, writes);
    Steady read = steadyOf(config, config.gets, part, reads);
    const Restored restored = restoredOf(config);
    read.seconds += restored.seconds;
    const FlowRate stored = writes * write.passes, served = reads * read.passes;
    // A loader takes all that is new at its visit, each object once, unless it says otherwise.
    double loads = 0;
    for (const FlowPort& output : context.outputs) {
        if (output.port.kind == ConnectionKind::Load)
            loads += output.answer.pulls.objectShare * stored.messagesPerSecond;
    }
    RequestUse gets = read.use;
    gets.asked += loads;
    gets.peak = gets.asked;

    FlowComponent& result = context.result;
    result.offered = writes + reads;
    result.accepted = stored + served;
    result.refused = writes * (1 - write.passes) + reads * (1 - read.passes);
    result.limits = limitsOf(config, part, write.use, gets);
    const double requests = result.accepted.messagesPerSecond;
    const double busy = write.seconds * stored.messagesPerSecond + read.seconds * served.messagesPerSecond;
    result.serviceMillis = 1e3 * (requests > 0 ? busy / requests : write.seconds);
    for (FlowPort& input : context.inputs) {
        const Steady& steady = readsObjects(input.port) ? read : write;
        const double object =
            input.rate.messagesPerSecond > 0 ? input.rate.bytesPerSecond / input.rate.messagesPerSecond : 0;
        input.answer = {config.firstByte.mean() * 1e-9 + object / config.bytesPerSecond, 1 - steady.passes};
        input.answer.variance = config.firstByte.variance() * 1e-18;
        if (readsObjects(input.port)) {
            input.answer.seconds += restored.seconds;
            input.answer.variance += restored.variance;
        }
    }
    FlowRate own;  // what comes as a copy is not copied on
    Small small;
    for (const FlowPort& input : context.inputs) {
        if (readsObjects(input.port))
            continue;
        const FlowRate kept = input.rate * write.passes;
        own = isReplica(context.self, input.port) ? own : own + kept;
        const Small few = smallOf(kept, static_cast<double>(config.smallBytes));
        small = {small.puts + few.puts, small.bytes + few.bytes};
    }
    double replicated = 0;
    for (FlowPort& output : context.outputs) {
        output.rate = isReplica(context.self, output.port) ? own : stored;
        if (output.port.kind == ConnectionKind::Replicate)
            replicated += output.rate.bytesPerSecond;
    }
    const Outgoing events{Outgoing::Sender::Worker, context.self, context.outputs};
    for (const OutCall& way : events.ways()) {
        FlowPort& output = context.outputs[way.output];
        output.rate = stored * way.share(stored);
        output.rate.recordsPerSecond =
            output.rate.messagesPerSecond;  // one event an object, whatever lies in it
        if (!output.port.other.spec->invoked) {
            output.rate.sizes = SizeMix::constant(static_cast<double>(config.eventBytes));
            output.rate.bytesPerSecond =
                output.rate.messagesPerSecond * static_cast<double>(config.eventBytes);
        }
    }
    return {
        .puts = stored.messagesPerSecond,
        .gets = served.messagesPerSecond + loads,
        .bytesIn = stored.bytesPerSecond,
        .bytesOut =
            served.bytesPerSecond
            + (stored.messagesPerSecond > 0 ? loads * stored.bytesPerSecond / stored.messagesPerSecond : 0),
        .smallPuts = small.puts,
        .smallBytesIn = small.bytes,
        .replicatedBytes = replicated};
}

}  // namespace plimsoll
