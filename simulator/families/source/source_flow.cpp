// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/source/source.h"
#include "simulator/traffic/rate_profile.h"

#include <cmath>

namespace plimsoll {

namespace {

/// Mean records of a batch that closes with the `most`-th, or `wait` after its first: 1 + E[min(most - 1, N)] with N
/// Poisson of mean rate x wait, or, where records come at equal distances, what lies within the wait.
double meanBatch(double rate, double wait, double most, Arrivals arrivals)
{
    const double others = rate * wait;
    if (arrivals == Arrivals::Regular)
        return std::min(most, 1 + std::floor(others + 1e-9));
    if (others > most + 8 * std::sqrt(most))
        return most;
    // E[min(k, N)] = sum over n < k of P(N > n).
    double probability = std::exp(-others), below = 0, mean = 1;
    for (double n = 0; n < most - 1; ++n) {
        below += probability;
        mean += std::max(0.0, 1 - below);
        probability *= others / (n + 1);
    }
    return mean;
}

}  // namespace

SourceLoad SourceFamily::flow(const SourceConfig& config, FlowContext& context)
{
    const TrafficProfile traffic = trafficOf(*context.scenario, context.self.component->id);
    // Only the slice of the curve is built: a month of it in each of the slices would be most of the estimate.
    const RateProfile rates{traffic, context.scenario->durationSeconds, context.atSeconds,
                            context.atSeconds + context.sliceSeconds};
    const FlowRate rate = config.oneASecond * rates.mean();
    context.result.offered = context.result.accepted = rate;
    const Outgoing outgoing{Outgoing::Sender::Source, context.self, context.outputs};
    outgoing.send(context.outputs, rate);
    for (const OutCall& way : outgoing.ways()) {
        FlowRate& sent = context.outputs[way.output].rate;
        const double first = rate.recordsPerSecond * way.share(rate);
        sent.messagesPerSecond =
            sent.recordsPerSecond
            / meanBatch(first, seconds(config.batchWait), way.batchSize, traffic.arrivals);
        sent.mostRecords = way.batchSize;
    }
    return {rate.recordsPerSecond};
}

}  // namespace plimsoll
