// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/queue/queue.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace plimsoll {

namespace {

/// What one consumer takes of its part of the messages.
struct Taken {
    FlowRate received;        ///< those that came back and are received again included
    double receives = 0;      ///< billed requests a second
    double deletes = 0;       ///< the same
    double waiting = 0;       ///< messages a second that it cannot keep up with
    double deadLettered = 0;  ///< messages a second that failed too often
    double inFlight = 0;      ///< messages in its hands, by Little's law
    double receiveCalls = 0;  ///< a second
    double deleteCalls = 0;   ///< the same
};

/// Records a second of these that pass when of each group no more than so many a second may.
double passingGroups(const FlowRate& rate, double mostOfGroup)
{
    const double all = rate.recordsPerSecond;
    if (!rate.keys || all <= 0)
        return all - std::max(0.0, all * rate.hottestKeyShare - mostOfGroup);
    double sum = 0;
    for (const KeyLaw::Share& group : rate.keys->groups())
        sum += group.keys * std::min(group.each * all, mostOfGroup);
    return std::min(sum, all);
}

/// Messages a second that a consumer of a FIFO queue can take: a group waits while one batch of it is in work, or hidden
/// because it failed, and a receive or a delete brings no more than a batch.
double mostInOrder(const QueueConfig& config, const FlowRate& received, const FlowPort& output, double fails)
{
    const Answer& reader = output.answer;
    double most = reader.pulls.mostRecordsPerSecond;
    const double batch = std::max(1.0, output.port.number("batchSize", 1));
    // A mapping says how long it has a batch in hand, others how long a message.
    const double work = reader.seconds * (output.port.other.spec->reader.mapping ? 1 : batch);
    const double held =
        (1 - fails) * (seconds(config.receiveLatency) + work) + fails * seconds(config.visibility);
    if (held > 0 && received.recordsPerSecond > 0) {
        const double passing = passingGroups(received, batch / held);
        if (passing < received.recordsPerSecond * (1 - 1e-9))
            most = std::min(most, passing);
    }
    for (const std::optional<LimitSpec>* calls : {&config.receiveCalls, &config.deleteCalls}) {
        if (*calls)
            most = std::min(most, (*calls)->perUnit * batch);
    }
    return most;
}

Taken takenBy(const QueueConfig& config, const FlowRate& part, const FlowPort& output, bool hasDeadLetters)
{
    const Answer& reader = output.answer;
    Taken taken;
    // One that fails is received 1 + f + f^2 + ... times, as often as its time in the queue and the dead-letter queue leave it.
    const double failsOnce = std::min(reader.refusedShare, 0.999), matches = reader.pulls.matchShare;
    const double visibility = seconds(config.visibility);
    const double inTime = visibility > 0
                              ? std::floor(seconds(config.retention - config.delay) / visibility) + 1
                              : std::numeric_limits<double>::infinity();
    const bool letters = hasDeadLetters && config.maxReceives <= inTime;
    const double lost = std::pow(failsOnce, letters ? config.maxReceives : std::max(1.0, inTime));
    const double tries = (1 - lost) / (1 - failsOnce);
    const double times = 1 - matches + matches * tries;
    const double fails = matches * tries * failsOnce / times;
    const double kept =
        config.ordered ? mostInOrder(config, part * times, output, fails) : reader.pulls.mostRecordsPerSecond;
    const double passes = part.recordsPerSecond * times > kept ? kept / (part.recordsPerSecond * times) : 1;
    const FlowRate gone = part * passes;
    taken.received = gone * times;
    taken.received.firstShare = 1 / times;
    taken.waiting = part.recordsPerSecond * (1 - passes);
    taken.deadLettered = letters ? gone.recordsPerSecond * matches * lost : 0;
    // One by one when the reader says nothing: a queue that keeps up has nothing to fill a receive with.
    const Pulls& pulls = reader.pulls;
    const double full =
        pulls.perSecond > 0 ? pulls.perSecond - pulls.emptyPerSecond : taken.received.recordsPerSecond;
    FlowRate replies = taken.received;
    replies.messagesPerSecond = full;
    taken.receives = full * replies.stepsPerMessage(static_cast<double>(config.chunk)) + pulls.emptyPerSecond;
    taken.deletes =
        pulls.perSecond > 0 ? pulls.deletesPerSecond : gone.recordsPerSecond * (1 - matches * lost);
    taken.receiveCalls = full + pulls.emptyPerSecond;
    taken.deleteCalls = taken.deletes;
    // What failed stays hidden until its visibility timeout.
    taken.inFlight = taken.received.recordsPerSecond
                     * ((1 - fails) * std::min(reader.seconds, seconds(config.visibility))
                        + fails * seconds(config.visibility));
    return taken;
}

/// How competing consumers share the messages: each goes to the receive that has waited longest. A slot of consumer i is
/// busy for h_i and then waits for w, so i takes slots_i / (w + h_i), and w is where that makes up all that comes. When
/// none would wait they take what they can.
std::vector<double> sharesOf(const std::vector<const Answer*>& readers, double messagesPerSecond)
{
    std::vector<double> shares(readers.size(), 1.0 / static_cast<double>(readers.size()));
    double slots = 0;
    for (const Answer* reader : readers) {
        if (reader->pulls.receivers <= 0)
            return shares;
        slots += reader->pulls.receivers;
    }
    if (readers.size() < 2 || messagesPerSecond <= 0)
        return shares;
    const auto taken = [&](std::size_t at, double wait) {
        return readers[at]->pulls.receivers / (wait + std::max(readers[at]->seconds, 1e-9));
    };
    double least = 0, most = slots / messagesPerSecond;
    constexpr int kHalvings = 60;
    for (int halving = 0; halving < kHalvings; ++halving) {
        const double wait = (least + most) / 2;
        double all = 0;
        for (std::size_t at = 0; at < readers.size(); ++at)
            all += taken(at, wait);
        (all > messagesPerSecond ? least : most) = wait;
    }
    double all = 0;
    for (std::size_t at = 0; at < readers.size(); ++at)
        all += shares[at] = taken(at, most);
    for (double& share : shares)
        share /= all;
    return shares;
}

/// Sends that the quotas of calls let through, of all and of each group; a call with several messages of a group is one
/// to it. Fills the rows of limits.
double passingSends(const QueueConfig& config, const FlowRate& offered, std::vector<LimitUse>& limits)
{
    double passes = 1;
    const double calls = offered.messagesPerSecond;
    if (config.sendCalls) {
        const double most = config.sendCalls->perUnit;
        passes = calls > most ? most / calls : 1;
        limits.push_back(rateLimit(*config.sendCalls, calls, calls, calls * (1 - passes)));
    }
    if (!config.groupSends || calls <= 0)
        return passes;
    const double perCall = std::max(1.0, offered.recordsPerMessage()), most = config.groupSends->perUnit;
    double all = 0, busiest = 0, refused = 0;
    const auto add = [&](double groups, double share) {
        const double each = calls * passes * (1 - std::pow(1 - std::min(share, 1.0), perCall));
        all += groups * each;
        busiest = std::max(busiest, each);
        refused += each > most ? groups * share * (1 - most / each) : 0;
    };
    if (offered.keys) {
        for (const KeyLaw::Share& group : offered.keys->groups())
            add(group.keys, group.each);
    } else {
        add(1, offered.hottestKeyShare);
    }
    LimitSpec spec = *config.groupSends;
    spec.count = offered.keys ? std::max(1.0, offered.keys->keys()) : 1;
    limits.push_back(
        rateLimit(spec, all, all, offered.recordsPerSecond * refused, all > 0 ? busiest / all : 0));
    return passes * (1 - refused);
}

}  // namespace

QueueLoad QueueFamily::flow(const QueueConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    std::vector<LimitUse> callLimits;
    const double passes = passingSends(config, offered, callLimits);
    const FlowRate stored =
        offered * (passes * (1 - offered.sizes.shareAbove(static_cast<double>(config.largestMessage))));
    context.result.accepted = stored;
    context.result.refused =
        offered
        * (1 - (offered.recordsPerSecond > 0 ? stored.recordsPerSecond / offered.recordsPerSecond : 1));
    context.result.serviceMillis = seconds(config.sendLatency) * 1e3;
    for (FlowPort& input : context.inputs)
        input.answer.variance = 0;
    std::vector<const Answer*> readers;
    for (const FlowPort& output : context.outputs) {
        if (output.port.kind == ConnectionKind::Poll)
            readers.push_back(&output.answer);
    }
    const bool hasDeadLetters = context.outputs.size() > readers.size();
    const std::vector<double> shares = sharesOf(readers, stored.recordsPerSecond);
    std::size_t reader = 0;
    QueueLoad load;
    load.sends =
        offered.messagesPerSecond * passes * offered.stepsPerMessage(static_cast<double>(config.chunk));
    double inFlight = 0, receiveCalls = 0, deleteCalls = 0;
    FlowRate letters;
    for (FlowPort& output : context.outputs) {
        if (output.port.kind != ConnectionKind::Poll)
            continue;
        const FlowRate part = stored * shares[reader++];
        const Taken taken = takenBy(config, part, output, hasDeadLetters);
        output.rate = taken.received;  // its messages are the sends: how many come at once
        output.rate.heldBack = config.ordered ? 0 : taken.waiting;
        load.receives += taken.receives;
        load.deletes += taken.deletes;
        inFlight += taken.inFlight;
        receiveCalls += taken.receiveCalls;
        deleteCalls += taken.deleteCalls;
        context.result.backlogGrowthPerSecond += taken.waiting;
        if (part.recordsPerSecond > 0)
            letters = letters + part * (taken.deadLettered / part.recordsPerSecond);
    }
    for (FlowPort& output : context.outputs) {
        if (output.port.kind != ConnectionKind::Poll && hasDeadLetters) {
            output.rate = letters;
            letters = {};  // the first one takes them
        }
    }
    context.result.limits.push_back(heldLimit(config.inFlight, inFlight, inFlight, 0));
    const auto addCalls = [&](const std::optional<LimitSpec>& spec, double calls) {
        if (spec)
            callLimits.push_back(rateLimit(*spec, calls, calls, std::max(0.0, calls - spec->perUnit)));
    };
    addCalls(config.receiveCalls, receiveCalls);
    addCalls(config.deleteCalls, deleteCalls);
    context.result.limits.insert(context.result.limits.end(), callLimits.begin(), callLimits.end());
    return load;
}

}  // namespace plimsoll
