// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/object_store/object_store.h"

#include <algorithm>

namespace plimsoll {

namespace {

bool readsOver(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read" || port.kind == ConnectionKind::Query;
}

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

Steady steadyOf(const BucketConfig& config, const LimitSpec& limit, const FlowRate& offered)
{
    Steady steady;
    const double asked = offered.messagesPerSecond;
    const double capacity = limit.perUnit * static_cast<double>(config.prefixes);
    steady.passes = asked > capacity ? capacity / asked : 1;
    steady.use = {asked, asked, asked * (1 - steady.passes)};
    const double object = asked > 0 ? offered.bytesPerSecond / asked : 0;
    steady.seconds = config.firstByte.mean() * 1e-9 + object / config.bytesPerSecond;
    return steady;
}

}  // namespace

std::vector<LimitUse> limitsOf(const BucketConfig& config, const RequestUse& puts, const RequestUse& gets)
{
    const auto prefixes = static_cast<double>(config.prefixes);
    return {row(config.puts, prefixes, puts), row(config.gets, prefixes, gets)};
}

BucketLoad BucketFamily::flow(const BucketConfig& config, FlowContext& context)
{
    FlowRate writes, reads;
    for (const FlowPort& input : context.inputs) {
        FlowRate& sum = readsOver(input.port) ? reads : writes;
        sum = sum + input.rate;
    }
    // A loader takes all that is new at its visit: each object once, which counts as reads of the prefixes.
    double loaders = 0;
    for (const FlowPort& output : context.outputs)
        loaders += output.port.kind == ConnectionKind::Load || output.port.kind == ConnectionKind::Replicate;
    const Steady write = steadyOf(config, config.puts, writes), read = steadyOf(config, config.gets, reads);
    const FlowRate stored = writes * write.passes, served = reads * read.passes;
    RequestUse gets = read.use;
    gets.asked += stored.messagesPerSecond * loaders;
    gets.peak = gets.asked;

    FlowComponent& result = context.result;
    result.offered = writes + reads;
    result.accepted = stored + served;
    result.refused = writes * (1 - write.passes) + reads * (1 - read.passes);
    result.limits = limitsOf(config, write.use, gets);
    const double requests = result.accepted.messagesPerSecond;
    const double busy = write.seconds * stored.messagesPerSecond + read.seconds * served.messagesPerSecond;
    result.serviceMillis = 1e3 * (requests > 0 ? busy / requests : write.seconds);
    for (FlowPort& input : context.inputs) {
        const Steady& steady = readsOver(input.port) ? read : write;
        const double object =
            input.rate.messagesPerSecond > 0 ? input.rate.bytesPerSecond / input.rate.messagesPerSecond : 0;
        input.answer = {config.firstByte.mean() * 1e-9 + object / config.bytesPerSecond, 1 - steady.passes};
    }
    for (FlowPort& output : context.outputs) {
        output.rate = stored;
        if (output.port.kind == ConnectionKind::Notify
            || output.port.kind
                   == ConnectionKind::Start)  // one event an object, however many records lie in it
            output.rate.recordsPerSecond = stored.messagesPerSecond;
    }
    return {.puts = stored.messagesPerSecond,
            .gets = served.messagesPerSecond + stored.messagesPerSecond * loaders,
            .bytesIn = stored.bytesPerSecond,
            .bytesOut = served.bytesPerSecond + stored.bytesPerSecond * loaders};
}

}  // namespace plimsoll
