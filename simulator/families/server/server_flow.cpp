// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/server/reading_server.h"
#include "simulator/families/shared/line_flow.h"

namespace plimsoll {

namespace {

/// How requests gather: mean size of a batch, and what a request waits in it.
struct Gathered {
    double size = 1, seconds = 0;
};
Gathered gathered(const ServerConfig& config, double rate, double service)
{
    const double most = static_cast<double>(config.batchSize), wait = seconds(config.batchWait);
    if (most <= 1)
        return {};
    if (wait > 0) {
        // It holds what comes within its wait; on average half the others are still to come: (n - 1) / (2 lambda).
        const double size = std::clamp(1 + rate * wait, 1.0, most);
        return {size, rate > 0 ? (size - 1) / 2 / rate : 0};
    }
    // Whoever came during one service is the next batch, alone if nobody did; of exponential services that is 1 in 1 + a.
    const double during = rate * service / config.servers;
    return {std::min(most, during + 1 / (1 + during)), 0};
}

}  // namespace

ServerLoad ServerFamily::flow(const ServerConfig& config, FlowContext& context)
{
    if (readsStores(context.inputs))
        return readingServerFlow(config, context);
    const FlowRate offered = context.arriving();
    const Outgoing outgoing{Outgoing::Sender::Worker, context.self, context.outputs};
    const double own = config.service.law.mean() * 1e-9;
    const Gathered batch = gathered(config, offered.messagesPerSecond, own);
    FlowRate pieces = offered;
    pieces.messagesPerSecond /= batch.size;
    const CallsOfWork calls = outgoing.send(context.outputs, pieces);
    const double most = static_cast<double>(config.batchSize) / batch.size;
    const bool shared = config.discipline == Discipline::Shared;
    // Shared servers are insensitive to the law of the service: M/G/c-PS has the means of M/M/c. Who waits for calls takes
    // nothing of them. Two priorities change whose wait it is, not the mean of all.
    CallsOfWork holding = calls;
    if (shared)
        holding.seconds = holding.variance = 0;
    LineFlow line = lineFlow(context, pieces, own, shared ? 1 : config.service.squaredVariation, holding,
                             config.servers, config.queueLimit, most);
    if (shared) {
        line.seconds += calls.seconds;
        line.variance += calls.variance;
        context.result.serviceMillis = line.seconds * 1e3;
    }
    passAccepted(context, outgoing, pieces, line);
    LimitUse use = heldLimit(config.limit, line.busy, line.busy, line.refused);
    use.utilisation = line.use / most;
    context.result.limits.push_back(use);
    context.result.serviceMillis += batch.seconds * 1e3;
    answerInputs(context, line, batch.seconds);
    return {static_cast<double>(config.servers)};
}

}  // namespace plimsoll
