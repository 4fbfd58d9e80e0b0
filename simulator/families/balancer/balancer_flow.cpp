// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/balancer.h"
#include "simulator/families/shared/outgoing.h"

#include <algorithm>

namespace plimsoll {

std::vector<BalancerLoad::Dimension> BalancerLoad::dimensions() const
{
    constexpr double kHour = 3600;
    std::vector<Dimension> all;
    if (unit.newConnectionsPerSecond > 0)
        all.push_back({"new connections", newConnectionsPerSecond / unit.newConnectionsPerSecond});
    if (unit.activeConnections > 0)
        all.push_back({"active connections", activeConnections / unit.activeConnections});
    if (unit.bytesPerHour > 0) {
        const double functions =
            unit.functionBytesPerHour > 0 ? functionBytesPerSecond * kHour / unit.functionBytesPerHour : 0;
        all.push_back({"bytes", bytesPerSecond * kHour / unit.bytesPerHour + functions});
    }
    if (unit.rulesPerSecond > 0)
        all.push_back({"rule evaluations", rulesPerSecond / unit.rulesPerSecond});
    return all;
}

BalancerLoad::Dimension BalancerLoad::binding() const
{
    Dimension most{"", 0};
    for (const Dimension& each : dimensions())
        most = each.units > most.units ? each : most;
    return most;
}

BalancerLoad balancerLoad(const BalancerConfig& config, double requestsPerSecond, double bytesPerSecond,
                          double functionBytesPerSecond, double meanSeconds)
{
    // Who pauses for longer than connections may idle needs a new one for each request.
    const double idle = seconds(config.idleTimeout);
    const double each = config.gapSeconds < idle ? std::max(1.0, config.requestsPerConnection) : 1;
    BalancerLoad load;
    load.unit = config.unit;
    load.newConnectionsPerSecond = requestsPerSecond / each;
    // Little's law: a connection is open for its requests, the gaps between them, and until it has idled for too long.
    load.activeConnections =
        load.newConnectionsPerSecond * (each * meanSeconds + (each - 1) * config.gapSeconds + idle);
    load.bytesPerSecond = bytesPerSecond;
    load.functionBytesPerSecond = functionBytesPerSecond;
    load.rulesPerSecond = requestsPerSecond * std::max(0.0, config.rules - config.unit.freeRules);
    return load;
}

namespace {

/// Of r requests in the life of an answer one looks up and r find it: 1 / (1 + r).
double lookupShare(const BalancerConfig& config, double perSecond)
{
    if (config.resolvers == 0)
        return 0;
    return 1 / (1 + perSecond / config.resolvers * seconds(config.answersLive));
}

/// All of it goes to the first target, which is up as far as an estimate knows.
CallsOfWork sendToFirst(const Outgoing& outgoing, FlowContext& context, const FlowRate& offered)
{
    for (const OutCall& way : outgoing.ways())
        context.outputs[way.output].rate = {};
    OutCall first = outgoing.ways().front();
    first.route = OutCall::Route::Copy;
    first.from = 0;
    first.until = 1;
    FlowPort& output = context.outputs[first.output];
    output.rate = outgoing.rateOf(first, offered, output.answer);
    return {.seconds = Outgoing::secondsOf(first, output.answer),
            .variance = output.answer.spread(),
            .failedShare = Outgoing::failedShareOf(first, output.answer)};
}

}  // namespace

BalancerLoad BalancerFamily::flow(const BalancerConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    Outgoing outgoing{Outgoing::Sender::Relay, context.self, context.outputs};
    outgoing.limitWaits(config.idleTimeout);
    FlowComponent& result = context.result;
    if (outgoing.empty()) {  // no target: every request is refused
        result.refused = offered;
        context.answerAll({0, 1});
        return balancerLoad(config, 0, 0, 0, 0);
    }
    result.accepted = offered;
    const CallsOfWork calls = config.picks == BalancerConfig::Picks::FirstHealthy
                                  ? sendToFirst(outgoing, context, offered)
                                  : outgoing.send(context.outputs, offered);
    const double looksUp = lookupShare(config, offered.messagesPerSecond);
    const double own = (config.overhead.mean() + looksUp * config.lookup.mean()) * 1e-9 + calls.seconds;
    result.serviceMillis = own * 1e3;
    Answer answer{own, calls.failedShare};
    // Some wait for a lookup, of which the mean square counts.
    const double lookup = config.resolvers > 0 ? config.lookup.mean() : 0;
    const double lookups =
        config.resolvers > 0 ? looksUp * (config.lookup.variance() + lookup * lookup * (1 - looksUp)) : 0;
    answer.variance = (config.overhead.variance() + lookups) * 1e-18 + calls.variance;
    context.answerAll(answer);
    double bytes = 0, functionBytes = 0;
    for (const OutCall& way : outgoing.ways()) {
        const FlowPort& output = context.outputs[way.output];
        const double share =
            offered.messagesPerSecond > 0 ? output.rate.messagesPerSecond / offered.messagesPerSecond : 0;
        const double answered = 1 - Outgoing::failedShareOf(way, output.answer);
        (isFunction(*output.port.other.spec) ? functionBytes : bytes) +=
            share * (offered.bytesPerSecond + offered.messagesPerSecond * answered * config.answerBytes);
    }
    BalancerLoad load = balancerLoad(config, offered.messagesPerSecond, bytes, functionBytes, own);
    load.lookups = offered.messagesPerSecond * looksUp;
    load.targets = static_cast<double>(outgoing.ways().size());
    return load;
}

}  // namespace plimsoll
