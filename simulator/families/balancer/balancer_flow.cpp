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
    const CallsOfWork calls = outgoing.send(context.outputs, offered);
    const double own = config.overhead.mean() * 1e-9 + calls.seconds;
    result.serviceMillis = own * 1e3;
    Answer answer{own, calls.failedShare};
    answer.variance = config.overhead.variance() * 1e-18 + calls.variance;
    context.answerAll(answer);
    double bytes = 0, functionBytes = 0;
    for (const OutCall& way : outgoing.ways()) {
        const FlowPort& output = context.outputs[way.output];
        const double share = way.share(offered.hottestKeyShare);
        const double answered = 1 - Outgoing::failedShareOf(way, output.answer);
        (isFunction(*output.port.other.spec) ? functionBytes : bytes) +=
            share * (offered.bytesPerSecond + offered.messagesPerSecond * answered * config.answerBytes);
    }
    return balancerLoad(config, offered.messagesPerSecond, bytes, functionBytes, own);
}

}  // namespace plimsoll
