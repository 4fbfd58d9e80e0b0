// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/balancer.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::route_53 {

ServiceSpec route53Spec();  // route_53_spec.cpp

namespace {

bool isFast(const ComponentView& self)
{
    return self.text("checkInterval") == "10";
}

BalancerConfig configure(const ComponentView& self)
{
    BalancerConfig config;
    config.speaksHttp = false;
    config.picks = self.text("routing") == "failover" ? BalancerConfig::Picks::FirstHealthy
                                                      : BalancerConfig::Picks::InTurn;
    config.checks.interval = fromSeconds(isFast(self) ? 10 : 30);
    config.checks.failuresToLeave = static_cast<int>(self.number("failureThreshold"));
    config.checks.passesToReturn = config.checks.failuresToLeave;
    config.resolvers = static_cast<int>(self.number("resolvers"));
    config.answersLive = fromSeconds(self.number("ttlSeconds"));
    config.lookup =
        Law::logNormalFromQuantiles(self.number("lookupMillis") * 1e6, self.number("lookupP99Millis") * 1e6);
    return config;
}

void bill(const ComponentView& self, const BalancerLoad& load, const MeterSink& meters)
{
    const double zones = self.number("hostedZones");
    const std::string other = self.text("endpoints") == "other" ? "other-" : "";
    if (const std::string type = self.text("queryType"); type != "alias")
        meters.count(type + "-queries", load.lookups, {given("lookups", load.lookups, "queries/s")});
    meters.stock("hosted-zones", zones, 0, {given("hosted zones", zones, "")});
    meters.stock(other + "health-checks", load.targets, 0, {given("targets", load.targets, "")});
    if (isFast(self))
        meters.stock(other + "health-check-options", load.targets, 0, {given("targets", load.targets, "")});
}

}  // namespace

Service route53()
{
    return serviceOf<BalancerFamily>(route53Spec(), configure, bill);
}

}  // namespace plimsoll::services::route_53
