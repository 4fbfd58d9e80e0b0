// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/key_life.h"
#include "simulator/families/gateway/gateway.h"
#include "simulator/families/shared/outgoing.h"

namespace plimsoll {

double hitShareOf(const GatewayCache& cache, const FlowRate& requests)
{
    if (!requests.keys || requests.messagesPerSecond <= 0)
        return 0;
    const KeyLife life{cache.keep, *requests.keys, requests.messagesPerSecond * cache.share,
                       cache.keep.memoryBytes / std::max(1.0, cache.answerBytes)};
    double hits = 0;
    for (const KeyLaw::Share& group : requests.keys->groups())
        hits += group.keys * group.each * life.present(group.each);
    return hits * cache.share;
}

GatewayLoad GatewayFamily::flow(const GatewayConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double rate = offered.messagesPerSecond * config.tokensEach;
    const double passes = rate > config.ratePerSecond ? config.ratePerSecond / rate : 1;
    FlowComponent& result = context.result;
    result.accepted = offered * passes;
    result.refused = offered * (1 - passes);
    result.limits.push_back(rateLimit(config.limit, rate, rate, rate * (1 - passes)));
    const double asks = 1 - (config.cache ? hitShareOf(*config.cache, result.accepted) : 0);
    const auto sender = config.resolves ? Outgoing::Sender::Handler : Outgoing::Sender::Relay;
    Outgoing outgoing{sender, context.self, context.outputs};
    if (!config.resolves)
        outgoing.limitWaits(config.timeout);
    CallsOfWork calls = outgoing.send(context.outputs, result.accepted * asks);
    if (config.resolves && calls.seconds > seconds(config.timeout))
        calls = {seconds(config.timeout), 0, 1};
    const double own = config.overhead.mean() * 1e-9 + asks * calls.seconds;
    result.serviceMillis = own * 1e3;
    Answer answer{own * passes, 1 - passes * (1 - asks * calls.failedShare)};
    // Some ask, some are answered at once.
    answer.variance = config.overhead.variance() * 1e-18 + asks * calls.variance
                      + asks * (1 - asks) * calls.seconds * calls.seconds;
    context.answerAll(answer);
    return {result.accepted.messagesPerSecond,
            config.meteredBytes > 0 ? result.accepted.stepsPerMessage(config.meteredBytes) : 1};
}

}  // namespace plimsoll
