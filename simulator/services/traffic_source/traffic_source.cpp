// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/retry_parameters.h"
#include "simulator/families/source.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"
#include "simulator/traffic/size_law.h"

namespace plimsoll {

namespace {

TrafficProfile profileOf(const ComponentView& self, const Scenario& scenario)
{
    const auto found = scenario.traffic.find(self.component->id);
    return found == scenario.traffic.end() ? TrafficProfile{} : found->second;
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView& self = context.self;
    const TrafficProfile profile = profileOf(self, *context.scenario);
    SourceConfig config{
        .profile = RateProfile{profile, seconds(context.horizon.time_since_epoch())},
        .arrivals = profile.arrivals,
        .recordBytes = sizeLawOf(effectiveValue(*self.spec, self.component->parameters, "recordSizeBytes")),
        .keys = KeyLaw{static_cast<std::uint32_t>(self.number("keys")), self.number("keySkew"),
                       self.number("hotKeyShare")},
        .retry = retryPolicyOf(self),
        .sdkClients = static_cast<int>(self.number("sdkClients")),
        .stream = self.text("stream")};
    return makeSource(std::move(config), context);
}

void flow(FlowContext& context)
{
    const ComponentView& self = context.self;
    const TrafficProfile profile = profileOf(self, *context.scenario);
    const RateProfile rates{profile, context.scenario->durationSeconds};
    FlowRate rate;
    rate.recordsPerSecond = context.sliceSeconds > 0
                                ? rates.expected(context.atSeconds, context.atSeconds + context.sliceSeconds)
                                      / context.sliceSeconds
                                : 0;
    rate.messagesPerSecond = rate.recordsPerSecond;
    rate.bytesPerSecond =
        rate.recordsPerSecond
        * sizeLawOf(effectiveValue(*self.spec, self.component->parameters, "recordSizeBytes")).mean();
    const KeyLaw keys{static_cast<std::uint32_t>(self.number("keys")), self.number("keySkew"),
                      self.number("hotKeyShare")};
    rate.hottestKeyShare = keys.hottestShare();
    context.result.offered = context.result.accepted = rate;
    context.passOn(rate);
}

}  // namespace

Service trafficSource()
{
    return {.spec = trafficSourceSpec(), .makeNode = makeNode, .flow = flow};
}

}  // namespace plimsoll
