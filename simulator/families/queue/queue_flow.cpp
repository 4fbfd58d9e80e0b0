// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/queue/queue.h"

#include <algorithm>
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
};

Taken takenBy(const QueueConfig& config, const FlowRate& part, const Answer& reader, bool hasDeadLetters)
{
    Taken taken;
    const double fails = std::min(reader.refusedShare, 0.999);
    // Received 1 + f + f^2 + ... times, with a dead-letter queue `maxReceives` times at most.
    double lost = hasDeadLetters ? 1 : 0;
    for (int receive = 0; receive < config.maxReceives && lost > 0; ++receive)
        lost *= fails;
    const double times = (1 - lost) / (1 - fails);
    const double kept = reader.pulls.mostRecordsPerSecond;
    const double passes = part.recordsPerSecond * times > kept ? kept / (part.recordsPerSecond * times) : 1;
    const FlowRate gone = part * passes;
    taken.received = gone * times;
    taken.waiting = part.recordsPerSecond * (1 - passes);
    taken.deadLettered = gone.recordsPerSecond * lost;
    // One by one when the reader says nothing: a queue that keeps up has nothing to fill a receive with.
    const Pulls& pulls = reader.pulls;
    const double full =
        pulls.perSecond > 0 ? pulls.perSecond - pulls.emptyPerSecond : taken.received.recordsPerSecond;
    FlowRate replies = taken.received;
    replies.messagesPerSecond = full;
    taken.receives = full * replies.stepsPerMessage(static_cast<double>(config.chunk)) + pulls.emptyPerSecond;
    taken.deletes = pulls.perSecond > 0 ? pulls.deletesPerSecond : gone.recordsPerSecond * (1 - lost);
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

}  // namespace

QueueLoad QueueFamily::flow(const QueueConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const FlowRate stored =
        offered * (1 - offered.sizes.shareAbove(static_cast<double>(config.largestMessage)));
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
    load.sends = offered.messagesPerSecond * offered.stepsPerMessage(static_cast<double>(config.chunk));
    double inFlight = 0;
    FlowRate letters;
    for (FlowPort& output : context.outputs) {
        if (output.port.kind != ConnectionKind::Poll)
            continue;
        const FlowRate part = stored * shares[reader++];
        const Taken taken = takenBy(config, part, output.answer, hasDeadLetters);
        output.rate = taken.received;  // its messages are the sends: how many come at once
        load.receives += taken.receives;
        load.deletes += taken.deletes;
        inFlight += taken.inFlight;
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
    return load;
}

}  // namespace plimsoll
