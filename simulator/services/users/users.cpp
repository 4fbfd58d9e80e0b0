// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/users/users.h"

#include "simulator/families/shared/retry_parameters.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

/// Their number over time: the parameter, times the scenario's shape relative to its own `ratePerSecond`.
RateProfile presentUsers(const ComponentView& self, const Scenario& scenario, double whole, double from,
                         double to)
{
    TrafficProfile shape = trafficOf(scenario, self.component->id);
    const double users = self.number("users");
    if (shape.ratePerSecond > 0) {
        shape.load *= users / shape.ratePerSecond;
    } else {
        shape = TrafficProfile{.ratePerSecond = users, .load = shape.load};
    }
    return {shape, whole, from, to};
}

KeyLaw keysOf(const ComponentView& self)
{
    return keyLawOf(effectiveValue(*self.spec, self.component->parameters, "keys"), self.number("keySkew"),
                    self.number("hotKeyShare"));
}

SizeLaw sizesOf(const ComponentView& self)
{
    return sizeLawOf(effectiveValue(*self.spec, self.component->parameters, "recordSizeBytes"));
}

Law thinkLaw(const ComponentView& self)
{
    const double mean = self.number("thinkSeconds") * 1e9;
    const std::string law = self.text("thinkDistribution");
    if (law == "deterministic")
        return Law::deterministic(mean);
    if (law == "lognormal")
        return Law::logNormal(mean, self.number("thinkCv"));
    if (law == "uniform")
        return Law::uniform(mean);
    return Law::exponential(mean);
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView& self = context.self;
    const double from = context.trafficFromSeconds, to = from + seconds(context.horizon.time_since_epoch());
    const double whole = std::max(to, context.trafficSeconds);
    return makeUsers({.present = presentUsers(self, *context.scenario, whole, from, to),
                      .think = thinkLaw(self),
                      .thinkHasMemory = self.text("thinkDistribution") != "exponential",
                      .recordBytes = sizesOf(self),
                      .keys = keysOf(self),
                      .retry = retryPolicyOf(self),
                      .sdkClients = static_cast<int>(self.number("sdkClients")),
                      .stream = self.text("stream")},
                     context);
}

void flow(FlowContext& context, const MeterSink&)
{
    const ComponentView& self = context.self;
    // Answers take no time in the estimate, so this is the most that the users can send: N / Z.
    constexpr double kShortestCycle = 1e-3;
    const double cycle = std::max(self.number("thinkSeconds"), kShortestCycle);
    const RateProfile users = presentUsers(self, *context.scenario, context.scenario->durationSeconds,
                                           context.atSeconds, context.atSeconds + context.sliceSeconds);
    FlowRate rate;
    rate.recordsPerSecond = users.mean() / cycle;
    rate.messagesPerSecond = rate.recordsPerSecond;
    rate.bytesPerSecond = rate.recordsPerSecond * sizesOf(self).mean();
    rate.hottestKeyShare = keysOf(self).hottestShare();
    context.result.offered = context.result.accepted = rate;
    // Every request goes to one of the connections.
    double total = 0;
    for (const FlowPort& output : context.outputs)
        total += output.port.number("share", 100);
    for (FlowPort& output : context.outputs)
        output.rate = total > 0 ? rate * (output.port.number("share", 100) / total) : rate;
}

}  // namespace

Service users()
{
    return {.spec = usersSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
