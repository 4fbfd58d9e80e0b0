// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/line_flow.h"

#include "simulator/families/shared/acknowledged.h"

namespace plimsoll {

double arrivalVariation(const FlowContext& context)
{
    if (context.inputs.size() != 1 || !context.inputs.front().port.other.spec->isSource
        || context.inputs.front().port.other.spec->sendsUnasked)
        return 1;
    const TrafficProfile traffic =
        trafficOf(*context.scenario, context.inputs.front().port.other.component->id);
    return traffic.arrivals == Arrivals::Regular ? 0 : 1;
}

LineFlow lineFlow(FlowContext& context, const FlowRate& pieces, double ownSeconds, double squaredVariation,
                  const CallsOfWork& calls, double servers, const std::optional<std::uint64_t>& places,
                  double spare)
{
    LineFlow line;
    const double held = ownSeconds + calls.seconds;
    LineLoad load;
    load.arrivalsPerSecond = pieces.messagesPerSecond * pieces.metShare;
    load.serviceSeconds = held;
    load.servers = servers;
    load.arrivalVariation = arrivalVariation(context);
    const double spread = squaredVariation * ownSeconds * ownSeconds + calls.variance;
    load.serviceVariation = held > 0 ? spread / (held * held) : squaredVariation;
    if (places)
        load.places = static_cast<double>(*places);
    LineAnswer answer = waitingLine(load);
    if (pieces.metShare < 1)  // of N users who wait for their answers no more than N can be in line
        answer.waitSeconds = std::min(answer.waitSeconds, held / servers / (1 - pieces.metShare));
    line.use = pieces.messagesPerSecond * held / servers;
    line.refusedShare = answer.refusedShare;
    line.refused = pieces.messagesPerSecond * answer.refusedShare;
    line.passes = places ? 1 - answer.refusedShare : line.use > spare ? spare / line.use : 1;
    line.busy = std::min(1.0, line.use * (1 - answer.refusedShare)) * servers;
    // Whoever begins to be served finds as many others at work as there are on average, but for one where he had to wait.
    const double waits = line.busy < servers ? erlangWait(servers, line.busy) : 1;
    line.metShare = line.busy > 0 ? std::clamp(1 - waits / line.busy, 0.0, 1.0) : 1;
    line.failedShare = calls.failedShare;
    line.seconds = answer.waitSeconds + held;
    // A wait spreads as that of M/M/1: P(wait) = rho.
    line.variance = spread + waitVariance(answer.waitSeconds, line.use);
    FlowComponent& result = context.result;
    const FlowRate offered = context.arriving();
    result.accepted = offered * (1 - answer.refusedShare);
    result.refused = offered * answer.refusedShare;
    result.failedPerSecond = offered.recordsPerSecond * line.passes * calls.failedShare;
    result.backlogGrowthPerSecond = places ? 0 : std::max(0.0, offered.messagesPerSecond * (1 - line.passes));
    result.serviceMillis = line.seconds * 1e3;
    return line;
}

void passAccepted(FlowContext& context, const Outgoing& outgoing, const FlowRate& pieces,
                  const LineFlow& line)
{
    outgoing.send(context.outputs, pieces * line.passes);
    for (const OutCall& way : outgoing.ways()) {
        FlowRate& rate = context.outputs[way.output].rate;
        if (way.handsOver)
            rate = rate * (1 - line.failedShare);
        else
            rate.metShare = std::min(rate.metShare, line.metShare);
    }
}

void answerInputs(FlowContext& context, const LineFlow& line, double gatheringSeconds)
{
    const double fails = line.refusedShare + (1 - line.refusedShare) * line.failedShare;
    for (FlowPort& input : context.inputs) {
        input.answer = isAcknowledged(input.port) ? Answer{0, line.refusedShare}
                                                  : Answer{line.seconds + gatheringSeconds, fails};
        input.answer.variance = isAcknowledged(input.port) ? 0 : line.variance;
        if (line.passes < 1 && line.refusedShare == 0)
            input.answer.overload = 1 / line.passes;
    }
}

}  // namespace plimsoll
