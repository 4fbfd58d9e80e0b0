// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/shared/retry_parameters.h"
#include "simulator/families/source/source.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"
#include "simulator/traffic/size_law.h"

#include <algorithm>

namespace plimsoll {

namespace {

KeyLaw keysOf(const ComponentView& self)
{
    return keyLawOf(effectiveValue(*self.spec, self.component->parameters, "keys"), self.number("keySkew"),
                    self.number("hotKeyShare"));
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView& self = context.self;
    const TrafficProfile profile = trafficOf(*context.scenario, self.component->id);
    const double from = context.trafficFromSeconds, to = from + seconds(context.horizon.time_since_epoch());
    SourceConfig config{
        .profile = RateProfile{profile, std::max(to, context.trafficSeconds), from, to},
        .arrivals = profile.arrivals,
        .bursts = {profile.burstFactor, profile.burstShare, profile.burstSeconds},
        .recordBytes = sizeLawOf(effectiveValue(*self.spec, self.component->parameters, "recordSizeBytes")),
        .keys = keysOf(self),
        .retry = retryPolicyOf(self),
        .sdkClients = static_cast<int>(self.number("sdkClients")),
        .stream = self.text("stream")};
    return makeSource(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink&)
{
    const ComponentView& self = context.self;
    // Only the slice of the curve is built: a month of it in each of the slices would be most of the estimate.
    const RateProfile rates{trafficOf(*context.scenario, self.component->id),
                            context.scenario->durationSeconds, context.atSeconds,
                            context.atSeconds + context.sliceSeconds};
    FlowRate rate;
    rate.recordsPerSecond = rates.mean();
    rate.messagesPerSecond = rate.recordsPerSecond;
    rate.bytesPerSecond =
        rate.recordsPerSecond
        * sizeLawOf(effectiveValue(*self.spec, self.component->parameters, "recordSizeBytes")).mean();
    rate.hottestKeyShare = keysOf(self).hottestShare();
    context.result.offered = context.result.accepted = rate;
    context.passOn(rate);
}

}  // namespace

Service trafficSource()
{
    return {.spec = trafficSourceSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
