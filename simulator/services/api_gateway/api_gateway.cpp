// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"
#include "simulator/services/family_service.h"
#include "simulator/services/gateway_authoriser.h"
#include "simulator/services/gateway_cache.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::api_gateway {

ServiceSpec apiGatewaySpec();  // api_gateway_spec.cpp

namespace {

constexpr const char* kThrottling =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html";

constexpr double kWebSocketStep = 32.0 * 1024;

bool isHttp(const ComponentView& self)
{
    return self.text("apiType") == "http";
}
bool isWebSocket(const ComponentView& self)
{
    return self.text("apiType") == "websocket";
}

/// Of REST APIs alone.
std::optional<UsagePlan> planOf(const ComponentView& self)
{
    if (self.text("apiType") != "rest" || !self.flag("usagePlan"))
        return std::nullopt;
    UsagePlan plan;
    plan.keys = static_cast<std::uint32_t>(self.number("apiKeys"));
    plan.ratePerSecond = self.number("keyRatePerSecond");
    plan.burst = self.number("keyBurst");
    const std::string period = self.text("quotaPeriod");
    plan.quota = period == "none" ? 0 : self.number("keyQuota");
    // A month is that of the bill, 730 hours.
    plan.period = std::chrono::hours{period == "week" ? 168 : period == "month" ? 730 : 24};
    plan.rateLimit = {"key-rate", "Requests of the busiest API key", "requests/s", plan.ratePerSecond, 1, "",
                      kThrottling};
    plan.quotaLimit = {
        "key-quota", "Requests of the busiest API key in a period", "requests", plan.quota, 1, "",
        kThrottling};
    return plan;
}

GatewayConfig configure(const ComponentView& self)
{
    GatewayConfig config;
    config.ratePerSecond = self.number("ratePerSecond");
    config.burst = self.number("burst");
    config.timeout = fromMillis(self.number("timeoutMillis"));
    config.overhead = Law::logNormalFromQuantiles(self.number("overheadMillis") * 1e6,
                                                  self.number("overheadP99Millis") * 1e6);
    // HTTP APIs are metered in steps of 512 KB, WebSocket APIs of 32 KB, REST APIs by the call.
    // Source: https://aws.amazon.com/api-gateway/pricing/
    config.meteredBytes = isHttp(self) ? 512.0 * 1024 : isWebSocket(self) ? kWebSocketStep : 0;
    if (self.text("apiType") == "rest")
        config.cache = gateway_cache::of(self);
    if (!isWebSocket(self))
        config.authoriser = gateway_authoriser::of(self);
    config.plan = planOf(self);
    config.limit = {"requests", "Requests", "requests/s", config.ratePerSecond, 1, "", kThrottling};
    return config;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    const Derivation requests = given("requests", load.requestsPerSecond, "requests/s");
    const double answer = isWebSocket(self) ? 0 : self.number("answerOutBytes");
    meters.count("data-out-gb", load.requestsPerSecond * answer / 1073741824.0,
                 {requests, given("answer", answer, "B")});
    if (!isWebSocket(self))
        gateway_authoriser::bill(self, load, meters);
    if (isHttp(self)) {
        meters.count("http-requests", load.requestsPerSecond * load.stepsPerRequest,
                     {requests, given("512 KB steps a request", load.stepsPerRequest, "")});
        return;
    }
    if (isWebSocket(self)) {
        const double back = self.number("sentBack");
        const double steps = std::max(1.0, std::ceil(self.number("sentBytes") / kWebSocketStep));
        meters.count("websocket-messages", load.requestsPerSecond * (load.stepsPerRequest + back * steps),
                     {requests, given("32 KB steps a message", load.stepsPerRequest, ""),
                      given("messages sent back", back, ""), given("32 KB steps of those", steps, "")});
        const double connections = self.number("connections");
        meters.count("websocket-minutes", connections / 60, {given("connections", connections, "")});
        return;
    }
    meters.count("rest-requests", load.requestsPerSecond, {requests});
    gateway_cache::bill(self, meters);
}

}  // namespace

Service apiGateway()
{
    return serviceOf<GatewayFamily>(apiGatewaySpec(), configure, bill);
}

}  // namespace plimsoll::services::api_gateway
