// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/outgoing.h"
#include "simulator/families/users/users.h"

#include <algorithm>

namespace plimsoll {

UsersLoad UsersFamily::flow(const UsersConfig& config, FlowContext& context)
{
    const TrafficProfile shape = trafficOf(*context.scenario, context.self.component->id);
    const double present = presentUsers(config, shape, context.scenario->durationSeconds, context.atSeconds,
                                        context.atSeconds + context.sliceSeconds)
                               .mean();
    const Outgoing outgoing{Outgoing::Sender::Source, context.self, context.outputs};
    double response = 0;
    for (const OutCall& way : outgoing.ways())
        response +=
            way.share(config.oneASecond) * Outgoing::secondsOf(way, context.outputs[way.output].answer);
    // The interactive response time law, X = N / (Z + R).
    // Source: Denning and Buzen, The Operational Analysis of Queueing Network Models, ACM Computing Surveys 10 (1978).
    const double think = std::max(config.think.mean() * 1e-9, seconds(kShortestThink));
    FlowRate rate = config.oneASecond * (present / (think + response));
    rate.metShare = present > 1 ? (present - 1) / present : 0;
    context.result.offered = context.result.accepted = rate;
    outgoing.send(context.outputs, rate);
    return {rate.recordsPerSecond};
}

}  // namespace plimsoll
