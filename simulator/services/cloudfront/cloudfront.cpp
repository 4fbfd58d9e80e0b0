// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/cache/cache.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::cloudfront {

ServiceSpec cloudfrontSpec();  // cloudfront_spec.cpp

namespace {

constexpr const char* kLimits =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
constexpr double kBytesOfGbit = 1e9 / 8;

bool runsAtEdge(const ComponentView& self)
{
    return self.text("edgeFunction") != "none";
}

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
    if (runsAtEdge(self)) {
        // Of an exponential law: what a handler does differs from request to request.
        config.edge = EdgeFunction{Law::exponential(self.number("edgeMillis") * 1e6),
                                   self.text("edgeFunction") == "viewer"};
        const double most = self.number("edgeRequestsPerSecond");
        if (config.edge->everyRequest && most < config.mostRequests) {
            config.mostRequests = most;
            config.requests.label = "Requests of the function at the edge";
            config.requests.perUnit = most;
        }
    }
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
    if (runsAtEdge(self)) {
        const double gb = self.number("edgeMemoryMb") / 1024;
        const Derivation runs = given("runs at the edge", load.edgeRuns, "1/s");
        meters.count("edge-requests", load.edgeRuns, {runs});
        meters.count(
            "edge-gb-seconds", load.edgeSeconds * gb,
            {runs,
             given("billed time of a run", load.edgeRuns > 0 ? load.edgeSeconds / load.edgeRuns : 0, "s"),
             given("memory", gb, "GB")});
    }
    meters.count("write-requests-" + audience, load.writes,
                 {given("requests that write", load.writes, "requests/s")});
}

}  // namespace

Service cloudfront()
{
    return serviceOf<CacheFamily>(cloudfrontSpec(), configure, bill);
}

}  // namespace plimsoll::services::cloudfront
