// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/law_tail.h"
#include "simulator/families/fleet/fleet.h"
#include "simulator/families/fleet/fleet_course.h"
#include "simulator/families/shared/line_flow.h"
#include "simulator/families/shared/queue_pollers.h"
#include "simulator/queueing/waiting_line.h"

#include <cmath>
#include <limits>

namespace plimsoll {

namespace {

/// How it takes records out of the store behind `input` when it has so many slots, and may come to have `most`, each of
/// which holds a record so long.
/// Of a queue every free slot waits with a receive, and a message goes to the one that waits longest: it comes alone, unless
/// it found all at work and another one waiting, and a slot that waits longer than a receive may asks in vain before.
/// `there`: what its slots and lines were like while these rates held, where it is not after a long time of them.
Pulls pullsOf(const FlowPort& input, double slots, double most, double busy, double held,
              const std::optional<FollowedSlice>& there)
{
    Pulls pulls;
    const double records = input.rate.recordsPerSecond;
    const bool isQueue = input.port.other.spec->feed.shape == FeedSpec::Shape::Queue;
    const double lanes = isQueue ? most : std::min<double>(input.port.otherLanes, most);
    if (held > 0)
        pulls.mostRecordsPerSecond = lanes / held;
    if (!isQueue)
        return pulls;
    pulls.receivers = slots;
    const double room = std::clamp(input.port.number("batchSize", 1), 1.0, double{QueuePollers::kPerReceive});
    // Out of a line a receive takes what it has room for.
    const double recordsEach = there && there->perSecond > 0 ? records / there->perSecond : 1;
    const double outOfLine = there ? recordsEach * there->takenOutOfLine / room : 0;
    const double direct = there ? recordsEach * (there->taken - there->takenOutOfLine) : records;
    if (direct <= 0) {
        const double idle = std::max(0.0, slots - busy);
        pulls.emptyPerSecond = (outOfLine > 0 ? idle : slots) / seconds(QueuePollers::kLongestWait);
        constexpr double kNever = 1e-12;  // none is not the same as not said
        pulls.perSecond = std::max(kNever, outOfLine + pulls.emptyPerSecond);
        pulls.deletesPerSecond = outOfLine * (1 - input.answer.refusedShare);
        return pulls;
    }
    const double waits = std::max(0.0, slots - busy) / direct;
    pulls.emptyPerSecond = direct * std::floor(waits / seconds(QueuePollers::kLongestWait));
    // Those that wait, by Erlang's C, and with probability rho not as the only one; where all are always at work there are
    // enough for each receive.
    const double use = direct * held / slots;
    const double alone = use < 1 - 1e-9 ? 1 - erlangWait(slots, direct * held) * use : 1;
    // What was sent together is there together, and one receive takes of it what it has room for.
    const double together = use < 1 - 1e-9 ? std::clamp(input.rate.recordsPerMessage(), 1.0, room) : room;
    const double receives = direct / together * alone + outOfLine;
    pulls.perSecond = receives + pulls.emptyPerSecond;
    pulls.deletesPerSecond = receives * (1 - input.answer.refusedShare);
    return pulls;
}

/// Records that one read of the store behind `input` brings: all that came since the one before it.
double recordsPerRead(const FlowPort& input, std::uint64_t atOnce)
{
    if (atOnce <= 1 || input.port.other.spec->feed.shape == FeedSpec::Shape::Queue)
        return 1;
    const double each = input.rate.recordsPerSecond * seconds(input.port.otherPollInterval)
                        / std::max(1, input.port.otherLanes);
    return std::clamp(each, 1.0, std::min(static_cast<double>(atOnce), input.port.number("batchSize", 1)));
}

/// Renewals of every lane, and checkpoints: of a lane at most one for each read that brings something (of reads at equal
/// distances 1 - e^-n of n records on average), at most one for each checkpoint interval.
double leaseWritesOf(const LeaseConfig& leases, const std::vector<FlowPort>& inputs)
{
    double writes = 0;
    for (const FlowPort& input : inputs) {
        if (leases.failover <= Duration{} || input.port.kind != ConnectionKind::Poll
            || input.port.other.spec->feed.shape == FeedSpec::Shape::Queue)
            continue;
        const double lanes = input.port.otherLanes, interval = seconds(input.port.otherPollInterval);
        const double reads = -std::expm1(-input.rate.recordsPerSecond / lanes * interval) / interval;
        const double pause = seconds(leases.checkpoint);
        // A checkpoint comes with the first batch after the pause.
        const double checkpoints = pause > 0 && reads > 0 ? 1 / (pause + 0.5 / reads) : reads;
        writes += lanes * (1 / seconds(leases.renewal()) + std::min(reads, checkpoints));
    }
    return writes;
}

/// Units that a metric of requests settles at, between its bounds not yet.
double unitsFor(const FleetConfig& config, const FleetSteady& steady)
{
    const ScalingPolicy& policy = config.scaling;
    const double keepsUp = std::ceil(steady.work / config.slots - 1e-9);
    switch (config.metric) {
    case FleetMetric::None:
        return config.instances;
    case FleetMetric::BusyShare:
        return std::ceil(steady.work / policy.target - 1e-9);
    case FleetMetric::Backlog:
        return keepsUp;
    case FleetMetric::Requests:
        return std::ceil(steady.pieces.messagesPerSecond * 60 / policy.target - 1e-9);
    case FleetMetric::Waiting:
        break;
    }
    // The fewest that have no more than their target waiting and in work.
    LineLoad load;
    load.arrivalsPerSecond = steady.pieces.messagesPerSecond;
    load.serviceSeconds = steady.own + steady.calls.seconds;
    load.serviceVariation = config.service.squaredVariation;
    double low = std::max(keepsUp, 1.0), high = std::max(low, policy.most);
    if (load.arrivalsPerSecond <= 0)
        return 0;
    while (low < high) {
        const double units = std::floor((low + high) / 2);
        load.servers = units * config.slots;
        const double here = waitingLine(load).waitSeconds * load.arrivalsPerSecond + steady.work;
        const bool enough = steady.work < load.servers && here <= units * policy.target;
        (enough ? high : low) = enough ? units : units + 1;
    }
    return low;
}

/// Share of requests whose own work and calls take longer than whoever asked hears, once they have waited.
double lateShare(const FleetConfig& config, const LineFlow& line, const FleetSteady& steady)
{
    if (config.answerWithin <= Duration{})
        return 0;
    const double waited = line.seconds - steady.own - steady.calls.seconds;
    const double left = seconds(config.answerWithin) - waited - steady.calls.seconds;
    return left <= 0 ? 1 : shareAbove(config.service.law, left * 1e9);
}

/// Places in a line that nobody stays in longer than callers hear: all that can be served until then.
std::optional<std::uint64_t> placesOf(const FleetConfig& config, double slots, double held)
{
    if (config.answerWithin <= Duration{} || held <= 0)
        return config.queueLimit;
    const double most = std::min(1e12, slots * seconds(config.answerWithin) / held);
    return std::min(config.queueLimit.value_or(std::numeric_limits<std::uint64_t>::max()),
                    static_cast<std::uint64_t>(most));
}

}  // namespace

double hostsFor(const FleetHosts& hosts, double units)
{
    if (hosts.unitsEach <= 0)
        return 0;
    const ScalingPolicy& policy = hosts.scaling;
    return std::clamp(std::ceil(units / policy.target - 1e-9), policy.least, policy.most);
}

FleetSteady steadyOf(const FleetConfig& config, const Outgoing& outgoing, const std::vector<FlowPort>& inputs,
                     std::vector<FlowPort>& outputs)
{
    FleetSteady steady;
    // A request is a message however many records it has; what is read is worked on record by record.
    double services = 0;
    for (const FlowPort& input : inputs) {
        steady.pieces = steady.pieces + input.rate;
        services += input.port.kind == ConnectionKind::Poll
                        ? input.rate.recordsPerSecond / recordsPerRead(input, config.recordsAtOnce)
                        : input.rate.messagesPerSecond;
    }
    steady.calls = outgoing.send(outputs, steady.pieces);
    const double each = config.service.law.mean() * 1e-9;
    const double messages = steady.pieces.messagesPerSecond;
    steady.own = messages > 0 ? each * services / messages : each;
    steady.work = messages * (steady.own + steady.calls.seconds);
    // It settles at the target, or, on a backlog, where it keeps up.
    steady.instances = unitsFor(config, steady);
    if (config.metric != FleetMetric::None)
        steady.instances = std::clamp(steady.instances, config.scaling.least, config.scaling.most);
    if (config.hosts.unitsEach > 0)
        steady.instances = std::min(steady.instances, config.hosts.scaling.most * config.hosts.unitsEach);
    return steady;
}

/// Where it is not after a long time of these rates: who comes meets the lines that there were.
void meetLines(const FollowedSlice& there, FlowContext& context, LineFlow& line)
{
    if (line.passes >= 1) {  // else what waits for good is counted already
        line.seconds += there.waitSeconds;
        line.variance += there.waitSeconds * there.waitSeconds / 3;  // of lines that grow and go evenly
    }
    line.failedShare = 1 - (1 - line.failedShare) * (1 - there.lateShare);
    if (there.refusedShare <= 0)
        return;
    const double finds = 1 - there.refusedShare;
    context.result.refused = context.result.refused + context.result.accepted * there.refusedShare;
    context.result.accepted = context.result.accepted * finds;
    line.refused += line.passes * there.refusedShare * there.perSecond;
    line.refusedShare = 1 - (1 - line.refusedShare) * finds;
    line.passes *= finds;
}

/// Pieces of work a second that stores would give it, had it room for them.
double heldBackFrom(const std::vector<FlowPort>& inputs)
{
    double pieces = 0;
    for (const FlowPort& input : inputs)
        if (input.rate.recordsPerSecond > 0)
            pieces += input.rate.messagesPerSecond * input.rate.heldBack / input.rate.recordsPerSecond;
    return pieces;
}

FleetLoad FleetFamily::flow(const FleetConfig& config, FlowContext& context)
{
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    const FleetSteady steady = steadyOf(config, outgoing, context.inputs, context.outputs);
    const double instances = steady.instances, slots = instances * config.slots;
    const double each = config.service.law.mean() * 1e-9;
    const double held = steady.own + steady.calls.seconds;
    LineFlow line = lineFlow(context, steady.pieces, steady.own, config.service.squaredVariation,
                             steady.calls, slots, placesOf(config, slots, held));
    // Where there is no unit there is nobody to connect to.
    if (instances <= 0 && !config.keepsWork) {
        line = {.refused = steady.pieces.messagesPerSecond, .refusedShare = 1, .passes = 0};
        context.result.accepted = {};
        context.result.refused = context.arriving();
        context.result.failedPerSecond = context.result.backlogGrowthPerSecond = 0;
        context.result.serviceMillis = 0;
    }
    line.failedShare = 1 - (1 - line.failedShare) * (1 - lateShare(config, line, steady));
    if (context.followed && context.followed->perSecond > 0 && line.passes >= 1) {
        // What has waited is worked off, and asks others, while other rates hold.
        LineFlow taken = line;
        const double share = context.followed->taken / context.followed->perSecond;
        passAccepted(context, outgoing, steady.pieces * share, taken);
        meetLines(*context.followed, context, line);
    } else {
        passAccepted(context, outgoing, steady.pieces, line);
    }
    // Who has waited for as long as callers hear was taken in, and came to nothing.
    if (config.answerWithin > Duration{} && !config.queueLimit) {
        line.failedShare = 1 - (1 - line.failedShare) * (1 - line.refusedShare);
        line.refused = line.refusedShare = 0;
        line.passes = 1;
        context.result.accepted = context.result.accepted + context.result.refused;
        context.result.refused = {};
    }
    LimitSpec limit = config.limit;
    limit.count = instances;
    LimitUse use = heldLimit(limit, line.busy, line.busy, line.refused);
    use.utilisation = line.use;
    context.result.limits.push_back(use);
    // What is taken out of a queue is taken by a worker that is free: it waits there, and not here.
    const bool onlyTakes =
        !context.inputs.empty()
        && std::all_of(context.inputs.begin(), context.inputs.end(), [](const FlowPort& input) {
               return input.port.kind == ConnectionKind::Poll
                      && input.port.other.spec->feed.shape == FeedSpec::Shape::Queue;
           });
    if (onlyTakes) {
        line.seconds = steady.own + steady.calls.seconds;
        context.result.serviceMillis = line.seconds * 1e3;
    }
    answerInputs(context, line);
    const double most = (config.metric == FleetMetric::None ? instances : config.scaling.most) * config.slots;
    for (FlowPort& input : context.inputs) {
        if (input.port.kind != ConnectionKind::Poll)
            continue;
        // The calls of a piece are those of all its records.
        const double perRecord = each / recordsPerRead(input, config.recordsAtOnce)
                                 + steady.calls.seconds / std::max(1.0, steady.pieces.recordsPerMessage());
        input.answer.pulls = pullsOf(input, context.followed ? context.followed->workers : slots, most,
                                     line.busy, perRecord, context.followed);
        if (input.port.other.spec->feed.shape == FeedSpec::Shape::Queue)
            continue;
        const double lanes = input.port.otherLanes, atOnce = input.rate.recordsPerSecond * perRecord;
        LimitUse batches = heldLimit(laneBatchesOf(lanes, input.port.other.name()), std::min(lanes, atOnce),
                                     std::min(lanes, atOnce), 0);
        batches.utilisation = lanes > 0 ? atOnce / lanes : 0;
        context.result.limits.push_back(batches);
    }
    const auto size = [&](const std::string& parameter, double now) {
        if (parameter.empty())
            return;
        context.result.sizing.push_back(
            sizeFor(parameter, config.noun, now, context.targetUtilisation,
                    {{"work", "requests/s", steady.pieces.messagesPerSecond + heldBackFrom(context.inputs),
                      held > 0 ? config.slots / held : 0, config.limit.source}}));
        context.result.sizing.back().relieves = {config.limit.limit};
    };
    // What scales is short of what it may scale to.
    if (config.metric != FleetMetric::None)
        size(config.sizedMost, config.scaling.most);
    size(config.sized, instances);
    FollowedSlice& asks = context.result.asks;
    asks.perSecond = steady.pieces.messagesPerSecond;
    asks.heldSeconds = held;
    asks.units = instances;
    asks.hosts = hostsFor(config.hosts, instances);
    if (config.metric != FleetMetric::None)
        context.result.follow = [&config](std::vector<FollowedSlice>& slices, bool settled) {
            const double atStart = settled ? slices.front().units : config.instances;
            followLoad(config, static_cast<int>(atStart + 0.5), slices);
        };
    const FollowedSlice& there = context.followed ? *context.followed : asks;
    FleetLoad load{there.units, there.hosts, leaseWritesOf(config.leases, context.inputs)};
    for (const FlowPort& input : context.inputs) {
        if (input.port.kind == ConnectionKind::Poll)
            continue;
        load.requests += input.rate.messagesPerSecond * (1 - line.refusedShare);
        load.bytesIn += input.rate.bytesPerSecond * (1 - line.refusedShare);
    }
    return load;
}

}  // namespace plimsoll
