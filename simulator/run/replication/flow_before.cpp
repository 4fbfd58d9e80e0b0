// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/flow_before.h"

#include "simulator/estimate/flow_pass.h"
#include "simulator/run/replication/replication.h"
#include "simulator/traffic/rate_profile.h"

#include <algorithm>

namespace plimsoll {

namespace {

double openingRate(TrafficProfile profile, const ReplicationPart& part, double duration)
{
    if (part.fromSeconds <= 0) {
        if (profile.shape == TrafficShape::Spike)
            profile.shape = TrafficShape::Constant;
        profile.spikes.clear();
        profile.pauses.clear();
    }
    return RateProfile{profile, part.scenarioSeconds > 0 ? part.scenarioSeconds : duration}.rateAt(
        std::max(0.0, part.fromSeconds));
}

}  // namespace

std::vector<std::shared_ptr<const SettledFlow>> flowBefore(const EngineGraph& graph, const Scenario& scenario,
                                                           const ReplicationPart& part)
{
    std::vector<std::shared_ptr<const SettledFlow>> before(graph.nodes.size());
    if (part.fromSeconds <= 0 && scenario.opening == Opening::Cold)
        return before;
    constexpr double kTarget = 0.8;  // sizing advice is of no interest here
    FlowPass pass{graph, *graph.design, scenario, kTarget};
    std::vector<double> rates;
    for (const std::uint32_t source : pass.sources())
        rates.push_back(openingRate(trafficOf(scenario, graph.nodes[source].view.component->id), part,
                                    scenario.durationSeconds));
    const FlowPoint point = pass.at(rates, scenario.durationSeconds);
    const auto steady = std::make_shared<const Scenario>(pass.steady());
    for (std::size_t rank = 0; rank < before.size(); ++rank) {
        const std::vector<LimitUse>& limits = point.components[rank].limits;
        const bool hasRoom = std::all_of(limits.begin(), limits.end(),
                                         [](const LimitUse& limit) { return limit.utilisation < 1; });
        before[rank] = std::make_shared<const SettledFlow>(
            SettledFlow{steady, pass.inputsOf(rank), pass.outputsOf(rank), hasRoom});
    }
    return before;
}

}  // namespace plimsoll
