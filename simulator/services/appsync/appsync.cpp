// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/gateway/gateway.h"
#include "simulator/services/family_service.h"
#include "simulator/services/gateway_authoriser.h"
#include "simulator/services/gateway_cache.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::appsync {

ServiceSpec appsyncSpec();  // appsync_spec.cpp

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/appsync.html";
constexpr double kUpdateStep = 5.0 * 1024;  // kQuotas

GatewayConfig configure(const ComponentView& self)
{
    GatewayConfig config;
    // One second's depth: how much may be saved up is not published.
    config.ratePerSecond = config.burst = self.number("tokensPerSecond");
    config.tokensEach = self.number("tokensPerRequest");
    config.timeout = std::chrono::seconds{30};  // kQuotas
    config.overhead = Law::logNormalFromQuantiles(self.number("overheadMillis") * 1e6,
                                                  self.number("overheadP99Millis") * 1e6);
    config.limit = {"tokens", "Request tokens", "tokens/s", config.ratePerSecond, 1, "", kQuotas};
    config.resolves = true;
    config.cache = gateway_cache::of(self);
    config.authoriser = gateway_authoriser::of(self);
    return config;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    const Derivation operations = given("operations", load.requestsPerSecond, "1/s");
    meters.count("operations", load.requestsPerSecond, {operations});
    gateway_cache::bill(self, meters);
    gateway_authoriser::bill(self, load, meters);
    const double updates = self.number("updatesPerRequest");
    const double steps = std::max(1.0, std::ceil(self.number("updateBytes") / kUpdateStep));
    meters.count("realtime-updates", load.requestsPerSecond * updates * steps,
                 {operations, given("updates of an operation", updates, ""),
                  given("5 KB steps of an update", steps, "")});
    const double connections = self.number("connections");
    meters.count("connection-minutes", connections / 60, {given("connections", connections, "")});
}

}  // namespace

Service appsync()
{
    return serviceOf<ResolverFamily>(appsyncSpec(), configure, bill);
}

}  // namespace plimsoll::services::appsync
