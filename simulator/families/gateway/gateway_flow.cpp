// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"
#include "simulator/families/shared/outgoing.h"

namespace plimsoll {

GatewayLoad GatewayFamily::flow(const GatewayConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double rate = offered.messagesPerSecond;
    const double passes = rate > config.ratePerSecond ? config.ratePerSecond / rate : 1;
    FlowComponent& result = context.result;
    result.accepted = offered * passes;
    result.refused = offered * (1 - passes);
    result.limits.push_back(rateLimit(config.limit, rate, rate, rate * (1 - passes)));
    Outgoing outgoing{Outgoing::Sender::Relay, context.self, context.outputs};
    outgoing.limitWaits(config.timeout);
    const CallsOfWork calls = outgoing.send(context.outputs, result.accepted);
    const double seconds = config.overhead.mean() * 1e-9 + calls.seconds;
    result.serviceMillis = seconds * 1e3;
    Answer answer{seconds * passes, 1 - passes * (1 - calls.failedShare)};
    answer.variance = config.overhead.variance() * 1e-18 + calls.variance;
    context.answerAll(answer);
    return {result.accepted.messagesPerSecond,
            config.meteredBytes > 0 ? result.accepted.stepsPerMessage(config.meteredBytes) : 1};
}

}  // namespace plimsoll
