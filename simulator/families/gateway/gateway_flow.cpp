// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/key_life.h"
#include "simulator/families/gateway/gateway.h"
#include "simulator/families/shared/key_parts.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/traffic/key_popularity.h"

#include <cmath>
#include <limits>

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

double askedShareOf(const GatewayAuthoriser& authoriser, double requestsPerSecond)
{
    if (authoriser.timeToLive <= Duration{0})
        return 1;
    const double life = seconds(authoriser.timeToLive) + authoriser.time.mean() * 1e-9;
    return 1 / (1 + requestsPerSecond / authoriser.tokens * life);
}

namespace {

/// E[max(least, steps)] of a request: below the least, each step that is missing is paid all the same.
double stepsOf(const GatewayConfig& config, const FlowRate& requests)
{
    if (config.meteredBytes <= 0)
        return 1;
    double steps = requests.stepsPerMessage(config.meteredBytes);
    if (requests.sizes.empty() || requests.recordsPerMessage() > 1)
        return std::max<double>(config.leastSteps, steps);
    for (int step = 1; step < config.leastSteps; ++step)
        steps += 1 - requests.sizes.shareAbove(step * config.meteredBytes);
    return steps;
}

/// A time rounded up to whole milliseconds, in seconds; of an exponential law with mean m ms, E[ceil(T)] = 1 / (1 - e^(-1 / m)).
double billedSecondsOf(const Law& time)
{
    const double millis = time.mean() * 1e-6;
    if (time.variance() <= 0)
        return std::max(1.0, std::ceil(millis - 1e-9)) * 1e-3;
    return 1e-3 / (1 - decay(1 / millis));
}

/// Requests of one key that its quota lets pass by `at`, at a constant rate.
double countedBy(const UsagePlan& plan, double perSecond, double at)
{
    const double period = seconds(plan.period), whole = std::floor(at / period);
    const double most = plan.quota > 0 ? plan.quota : std::numeric_limits<double>::infinity();
    return whole * std::min(most, perSecond * period) + std::min(most, perSecond * (at - whole * period));
}

/// Share of the requests that their keys' plans let pass.
double passingPlans(const UsagePlan& plan, const FlowRate& offered, FlowContext& context)
{
    const double rate = offered.messagesPerSecond, from = context.atSeconds;
    const double length = std::max(1e-9, context.sliceSeconds), to = from + length;
    double passing = 0, overRate = 0, overQuota = 0, busiest = 0, used = 0;
    for (const KeyParts& part : keyParts(offered, plan.keys)) {
        const double own = rate * part.share, in = std::min(own, plan.ratePerSecond);
        const double counted = (countedBy(plan, in, to) - countedBy(plan, in, from)) / length;
        passing += part.count * counted;
        overRate += part.count * (own - in);
        overQuota += part.count * (in - counted);
        busiest = std::max(busiest, own);
        used = std::max(used, std::min(plan.quota, in * std::min(to, seconds(plan.period))));
    }
    context.result.limits.push_back(rateLimit(plan.rateLimit, busiest, busiest, overRate));
    if (plan.quota > 0)
        context.result.limits.push_back(heldLimit(plan.quotaLimit, used, used, overQuota));
    return rate > 0 ? std::min(1.0, passing / rate) : 1;
}

}  // namespace

GatewayLoad GatewayFamily::flow(const GatewayConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double planned = config.plan ? passingPlans(*config.plan, offered, context) : 1;
    const double rate = offered.messagesPerSecond * config.tokensEach * planned;
    const double passes = planned * (rate > config.ratePerSecond ? config.ratePerSecond / rate : 1);
    FlowComponent& result = context.result;
    result.accepted = offered * passes;
    result.refused = offered * (1 - passes);
    result.limits.push_back(
        rateLimit(config.limit, rate, rate, rate * (1 - passes / std::max(1e-12, planned))));
    const double asks = 1 - (config.cache ? hitShareOf(*config.cache, result.accepted) : 0);
    const auto sender = config.resolves ? Outgoing::Sender::Handler : Outgoing::Sender::Relay;
    Outgoing outgoing{sender, context.self, context.outputs};
    if (!config.resolves)
        outgoing.limitWaits(config.timeout);
    CallsOfWork calls = outgoing.send(context.outputs, result.accepted * asks);
    if (config.resolves && calls.seconds > seconds(config.timeout))
        calls = {seconds(config.timeout), 0, 1};
    const double accepted = result.accepted.messagesPerSecond;
    const double looks = config.authoriser ? askedShareOf(*config.authoriser, accepted) : 0;
    const double look = config.authoriser ? config.authoriser->time.mean() * 1e-9 : 0;
    const double own = config.overhead.mean() * 1e-9 + looks * look + asks * calls.seconds;
    result.serviceMillis = own * 1e3;
    Answer answer{own * passes, 1 - passes * (1 - asks * calls.failedShare)};
    // Some ask, some are answered at once.
    answer.variance = config.overhead.variance() * 1e-18 + asks * calls.variance
                      + asks * (1 - asks) * calls.seconds * calls.seconds;
    if (config.authoriser)
        answer.variance +=
            looks * config.authoriser->time.variance() * 1e-18 + looks * (1 - looks) * look * look;
    context.answerAll(answer);
    return {.requestsPerSecond = accepted,
            .stepsPerRequest = stepsOf(config, result.accepted),
            .authorised = accepted * looks,
            .authoriserSeconds =
                config.authoriser ? accepted * looks * billedSecondsOf(config.authoriser->time) : 0};
}

}  // namespace plimsoll
