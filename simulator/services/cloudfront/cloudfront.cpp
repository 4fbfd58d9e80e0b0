// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/cache/cache.h"
#include "simulator/services/family_service.h"

namespace plimsoll {

ServiceSpec cloudfrontSpec();  // cloudfront_spec.cpp

namespace {

constexpr const char* kLimits =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
constexpr double kGib = 1073741824.0;
constexpr double kBytesOfGbit = 1e9 / 8;

CacheConfig configure(const ComponentView& self)
{
    CacheConfig config;
    config.servers = 0;
    config.network = Law::logNormalFromQuantiles(self.number("latencyMillis") * 1e6,
                                                 self.number("latencyP99Millis") * 1e6);
    config.mostRequests = self.number("mostRequestsPerSecond");
    config.mostBytes = self.number("mostGbitPerSecond") * kBytesOfGbit;
    config.memoryBytes = self.number("cacheGib") * kGib;
    config.parts = static_cast<int>(self.number("caches"));
    config.timeToLive = fromSeconds(self.number("timeToLiveSeconds"));
    config.errorsLive = fromSeconds(self.number("errorTtlSeconds"));
    // Reads of one object that miss at a time go to the origin once. Source: https://docs.aws.amazon.com/AmazonCloudFront/
    // latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
    config.collapses = true;
    config.writeThrough = true;
    config.requests = {"requests", "Requests of the distribution", "requests/s", config.mostRequests, 1, "",
                       kLimits};
    config.bytes = {"bytes", "Bandwidth of the distribution", "B/s", config.mostBytes, 1, "", kLimits};
    config.memory = {"memory", "Space for objects", "B", config.memoryBytes, 1, "", "set on the component"};
    return config;
}

void bill(const ComponentView& self, const CacheLoad& load, const MeterSink& meters)
{
    const std::string audience = self.text("audience");
    meters.count("data-out-gb-" + audience, load.readBytes / kGib,
                 {given("answers", load.readBytes / kGib, "GB/s")});
    meters.count(self.text("protocol") + "-requests-" + audience, load.reads,
                 {given("requests that read", load.reads, "requests/s")});
    meters.count("write-requests-" + audience, load.writes,
                 {given("requests that write", load.writes, "requests/s")});
}

}  // namespace

Service cloudfront()
{
    return serviceOf<CacheFamily>(cloudfrontSpec(), configure, bill);
}

}  // namespace plimsoll
