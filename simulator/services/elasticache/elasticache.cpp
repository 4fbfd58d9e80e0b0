// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/cache/cache.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::elasticache {

ServiceSpec elasticacheSpec();  // elasticache_spec.cpp

namespace {

constexpr const char* kScaling = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html";
constexpr const char* kHost =
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/red-ug/CacheMetrics.HostLevel.html";

bool serverless(const ComponentView& self)
{
    return self.text("mode") != "nodes";
}

double nodesOf(const ComponentView& self)
{
    return self.number("shards") * (1 + self.number("replicas"));
}

CacheConfig configure(const ComponentView& self)
{
    CacheConfig config;
    config.network = Law::logNormalFromQuantiles(self.number("latencyMillis") * 1e6,
                                                 self.number("latencyP99Millis") * 1e6);
    config.requestsPerServer = self.number("requestsPerThread");
    config.itemOverheadBytes = self.number("itemOverheadBytes");
    config.timeToLive = fromSeconds(self.number("timeToLiveSeconds"));
    config.billedStep = kKib;
    const char* perServer = "Requests of the command threads";
    if (serverless(self)) {
        config.servers =
            std::max(1, static_cast<int>(self.number("unitsPerSecond") / config.requestsPerServer));
        config.requestsPerServer = self.number("unitsPerSecond") / config.servers;
        config.memoryBytes = self.number("mostGib") * kGib;
        config.requests = {"requests", perServer, "requests/s", self.number("unitsPerSecond"),
                           1,          "",        kScaling};
    } else {
        config.servers = static_cast<int>(nodesOf(self));
        config.memoryBytes = self.number("shards") * self.number("memoryGib") * kGib;
        config.requests = {"requests",    perServer, "requests/s", config.requestsPerServer,
                           nodesOf(self), "nodes",   kHost};
        config.sized = "shards";
        config.sizedNow = self.number("shards");
        config.serversEach = 1 + self.number("replicas");
    }
    config.memory = {"memory", "Memory of the items", "B", config.memoryBytes, 1, "", "set on the component"};
    return config;
}

void bill(const ComponentView& self, const CacheLoad& load, const MeterSink& meters)
{
    const std::string engine =
        self.text("mode") == "serverless-memcached" ? "memcached" : self.text("engine");
    if (!serverless(self)) {
        meters.level(
            "node-hours-" + self.text("nodeType") + ":" + engine, nodesOf(self),
            {given("shards", self.number("shards"), ""), given("replicas", self.number("replicas"), "")},
            nodesOf(self));
        return;
    }
    meters.count("serverless-units-" + engine, load.units,
                 {given("requests, each in steps of 1 KB", load.units, "units/s")});
    meters.level("serverless-gb-hours-" + engine, load.storedBytes / kGib,
                 {given("data kept", load.storedBytes / kGib, "GB")});
}

}  // namespace

Service elasticache()
{
    return serviceOf<CacheFamily>(elasticacheSpec(), configure, bill);
}

}  // namespace plimsoll::services::elasticache
