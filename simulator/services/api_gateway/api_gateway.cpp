// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"
#include "simulator/services/family_service.h"

namespace plimsoll {

ServiceSpec apiGatewaySpec();  // api_gateway_spec.cpp

namespace {

constexpr const char* kThrottling =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html";

bool isHttp(const ComponentView& self)
{
    return self.text("apiType") == "http";
}

GatewayConfig configure(const ComponentView& self)
{
    GatewayConfig config;
    config.ratePerSecond = self.number("ratePerSecond");
    config.burst = self.number("burst");
    config.timeout = fromMillis(self.number("timeoutMillis"));
    config.overhead = Law::logNormalFromQuantiles(self.number("overheadMillis") * 1e6,
                                                  self.number("overheadP99Millis") * 1e6);
    // HTTP APIs are metered in steps of 512 KB, REST APIs by the call.
    // Source: https://aws.amazon.com/api-gateway/pricing/
    config.meteredBytes = isHttp(self) ? 512.0 * 1024 : 0;
    config.limit = {"requests", "Requests", "requests/s", config.ratePerSecond, 1, "", kThrottling};
    return config;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    const Derivation requests = given("requests", load.requestsPerSecond, "requests/s");
    if (isHttp(self)) {
        meters.count("http-requests", load.requestsPerSecond * load.stepsPerRequest,
                     {requests, given("512 KB steps a request", load.stepsPerRequest, "")});
        return;
    }
    meters.count("rest-requests", load.requestsPerSecond, {requests});
    if (const std::string cache = self.text("cacheGb"); cache != "none" && !cache.empty())
        meters.level("cache-hours-" + cache + "GB", 1, {given("cache", 1, "")});
}

}  // namespace

Service apiGateway()
{
    return serviceOf<GatewayFamily>(apiGatewaySpec(), configure, bill);
}

}  // namespace plimsoll
