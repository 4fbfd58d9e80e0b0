// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/fleet.h"
#include "simulator/families/shared/line_flow.h"
#include "simulator/families/shared/queue_pollers.h"

#include <cmath>

namespace plimsoll {

namespace {

/// How it takes records out of the store behind `input` when it has so many slots, each of which holds a record so long.
/// Of a queue every free slot waits with a receive, and a message goes to the one that waits longest: it comes alone, and a
/// slot that waits longer than a receive may asks in vain before.
Pulls pullsOf(const FlowPort& input, double slots, double busy, double held)
{
    Pulls pulls;
    const double records = input.rate.recordsPerSecond;
    const bool isQueue = input.port.other.spec->feed.shape == FeedSpec::Shape::Queue;
    const double lanes = isQueue ? slots : std::min<double>(input.port.otherLanes, slots);
    if (held > 0)
        pulls.mostRecordsPerSecond = lanes / held;
    if (!isQueue)
        return pulls;
    pulls.receivers = slots;
    if (records <= 0) {
        pulls.perSecond = pulls.emptyPerSecond = slots / seconds(QueuePollers::kLongestWait);
        return pulls;
    }
    const double waits = std::max(0.0, slots - busy) / records;
    pulls.emptyPerSecond = records * std::floor(waits / seconds(QueuePollers::kLongestWait));
    pulls.perSecond = records + pulls.emptyPerSecond;
    pulls.deletesPerSecond = records * (1 - input.answer.refusedShare);
    return pulls;
}

}  // namespace

FleetLoad FleetFamily::flow(const FleetConfig& config, FlowContext& context)
{
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    const FlowRate pieces = context.arriving();
    const CallsOfWork calls = outgoing.send(context.outputs, pieces);
    // A request is a message however many records it has; what is read is worked on record by record.
    double records = 0;
    for (const FlowPort& input : context.inputs)
        records += input.port.kind == ConnectionKind::Poll ? input.rate.recordsPerSecond
                                                           : input.rate.messagesPerSecond;
    const double each = config.service.law.mean() * 1e-9;
    const double own = pieces.messagesPerSecond > 0 ? each * records / pieces.messagesPerSecond : each;
    const double work = pieces.messagesPerSecond * (own + calls.seconds);  // slots it would keep busy
    double instances = config.instances;
    if (config.metric != FleetMetric::None) {
        // Where the group settles: at the target, or, on a backlog, where it keeps up.
        const double share =
            config.metric == FleetMetric::BusyShare ? config.scaling.target / config.slots : 1;
        instances = std::clamp(std::ceil(work / config.slots / share - 1e-9), config.scaling.least,
                               config.scaling.most);
    }
    LineFlow line = lineFlow(context, pieces, own, config.service.squaredVariation, calls,
                             instances * config.slots, config.queueLimit);
    passAccepted(context, outgoing, pieces, line);
    LimitSpec limit = config.limit;
    limit.count = instances;
    LimitUse use = heldLimit(limit, line.busy, line.busy, line.refused);
    use.utilisation = line.use;
    context.result.limits.push_back(use);
    answerInputs(context, line);
    const double most = (config.metric == FleetMetric::None ? instances : config.scaling.most) * config.slots;
    for (FlowPort& input : context.inputs) {
        if (input.port.kind == ConnectionKind::Poll)
            input.answer.pulls = pullsOf(input, most, line.busy, each + calls.seconds);
    }
    const double perInstance = own + calls.seconds > 0 ? config.slots / (own + calls.seconds) : 0;
    context.result.sizing.push_back(
        sizeFor(config.sized, "instances", instances, context.targetUtilisation,
                {{"work", "requests/s", pieces.messagesPerSecond, perInstance, config.limit.source}}));
    return {instances};
}

}  // namespace plimsoll
