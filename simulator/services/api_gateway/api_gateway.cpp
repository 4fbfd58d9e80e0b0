// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"

#include <cmath>

namespace plimsoll {

ServiceSpec apiGatewaySpec();  // api_gateway_spec.cpp

namespace {

constexpr const char* kThrottling =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html";

LimitSpec requestLimit(const ComponentView& self)
{
    return {"requests", "Requests", "requests/s", self.number("ratePerSecond"), 1, "", kThrottling};
}

/// HTTP APIs are metered in steps of 512 KB; REST APIs by the call.
void meterRequests(const ComponentView& self, double requestsPerSecond, double steps, const MeterSink& meters)
{
    const Derivation requests = given("requests", requestsPerSecond, "requests/s");
    if (self.text("apiType") == "http") {
        meters.count("http-requests", requestsPerSecond * steps,
                     {requests, given("512 KB steps a request", steps, "")});
        return;
    }
    meters.count("rest-requests", requestsPerSecond, {requests});
    if (const std::string cache = self.text("cacheGb"); cache != "none" && !cache.empty())
        meters.level("cache-hours-" + cache + "GB", 1, {given("cache", 1, "")});
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    GatewayConfig config;
    config.ratePerSecond = self.number("ratePerSecond");
    config.burst = self.number("burst");
    config.timeout = fromMillis(self.number("timeoutMillis"));
    config.overhead = Law::logNormalFromQuantiles(self.number("overheadMillis") * 1e6,
                                                  self.number("overheadP99Millis") * 1e6);
    config.finish = [self](const GatewayFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(withHistory(
            rateLimit(requestLimit(self), f.use.total() / s, f.use.peak(), static_cast<double>(f.throttled)),
            f.use, s));
        out.component.facts.emplace_back("timeouts", "timeouts", Aggregation::Sum,
                                         static_cast<double>(f.timeouts));
        meterRequests(self, static_cast<double>(f.requests) / s,
                      f.requests > 0 ? static_cast<double>(f.meteredSteps) / static_cast<double>(f.requests)
                                     : 1,
                      {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeGateway(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    const double rate = self.number("ratePerSecond");
    const double passes = offered.messagesPerSecond > rate ? rate / offered.messagesPerSecond : 1;
    context.result.accepted = offered * passes;
    context.result.refused = offered * (1 - passes);
    context.result.limits.push_back(rateLimit(requestLimit(self), offered.messagesPerSecond,
                                              offered.messagesPerSecond,
                                              offered.messagesPerSecond * (1 - passes)));
    context.result.serviceMillis = self.number("overheadMillis");
    double total = 0;
    for (const FlowPort& output : context.outputs)
        total += output.port.number("share", 100);
    for (FlowPort& output : context.outputs) {
        FlowRate part = context.result.accepted * (total > 0 ? output.port.number("share", 100) / total : 0);
        const double fixed = output.port.number("bytes", 0);
        part.bytesPerSecond = fixed > 0 ? part.messagesPerSecond * fixed
                                        : part.bytesPerSecond * output.port.number("sizeFactor", 1);
        output.rate = part;
    }
    const double steps = std::max(1.0, std::ceil(context.result.accepted.bytesPerRecord() / (512.0 * 1024)));
    meterRequests(self, context.result.accepted.messagesPerSecond, steps, meters);
}

}  // namespace

Service apiGateway()
{
    return {.spec = apiGatewaySpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
