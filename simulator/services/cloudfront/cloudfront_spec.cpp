// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/cloudfront/geographies.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::cloudfront {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Introduction.html";
constexpr const char* kLimits =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html";
constexpr const char* kExpiration =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html";
constexpr const char* kErrors =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html";
constexpr const char* kEdge =
    "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html";
constexpr const char* kPricing = "https://aws.amazon.com/cloudfront/pricing/";

}  // namespace

ServiceSpec cloudfrontSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "cloudfront";
    spec.name = "CloudFront";
    spec.shortName = "CloudFront";
    spec.category = "networking";
    spec.summary = "Caches answers near the users and asks the origin for the rest.";
    spec.integrationName = "CloudFront";
    spec.scope = ServiceScope::Global;
    spec.slaPercent = 99.9;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    spec.deploys = true;
    spec.caches = true;
    spec.balances = true;
    spec.noun = "object";
    spec.sender = {.routes = {Route::Split}, .operation = true};

    std::vector<ParameterChoice> geographies;
    for (const Geography& each : kGeographies)
        geographies.push_back({each.id, each.name});
    spec.parameters = {
        choice("audience", "Audience", geographies, "us",
               "Where its users are: requests and data out are priced by that.", documented(kPricing)),
        choice("protocol", "Protocol", {{"https", "HTTPS"}, {"http", "HTTP"}}, "https",
               "HTTPS requests cost more.", documented(kPricing)),
        movable(Lever::More, integer("timeToLiveSeconds", "Time to live", "s", {1, 31536000}, 86400,
                                     "An object older than this is fetched again from the origin.",
                                     documented(kExpiration))),
        integer("errorTtlSeconds", "Errors are kept for", "s", {0, 31536000}, 10,
                "An error of the origin is served to everyone who asks for that object for this long.",
                documented(kErrors)),
        movable(Lever::Less,
                integer("caches", "Caches that fill by themselves", "caches", {1, 600}, 1,
                        "Places near the users that each fetch an object for themselves; 1 is what Origin "
                        "Shield makes of them towards the origin.",
                        assumed("AWS publishes no number for an audience"))),
        movable(Lever::More,
                real("cacheGib", "Space for objects", "GiB", {0.001, 1e6}, 1000,
                     "Of all these caches; beyond it the least recently used go.", assumed("not published"))),
        integer("mostRequestsPerSecond", "Requests, at most", "requests/s", {1, 100000000}, 250000,
                "Quota of one distribution; more are refused. It can be raised.", documented(kLimits)),
        real("mostGbitPerSecond", "Bandwidth, at most", "Gbit/s", {0.001, 100000}, 150,
             "Quota of one distribution; more is refused. It can be raised.", documented(kLimits)),
        real("latencyMillis", "Network time, median", "ms", {0, 10000}, 20,
             "From the user to the nearest place and back.", assumed("depends on where the users are")),
        real("latencyP99Millis", "Network time, 99th percentile", "ms", {0, 60000}, 80,
             "With the median it sets the log-normal law of the network's time.",
             assumed("depends on where the users are")),
        choice("edgeFunction", "Lambda@Edge",
               {{"none", "None"}, {"viewer", "On every request"}, {"origin", "On requests to the origin"}},
               "none",
               "A function beside the cache, at the viewer's event or the origin's; billed by request and "
               "duration.",
               documented(kEdge)),
        when("edgeFunction", {"viewer", "origin"},
             real("edgeMillis", "Time of a run, mean", "ms", {0.1, 30000}, 5,
                  "5 s at most at a viewer's event, 30 s at an origin's; exponential around the mean.",
                  assumed("your own code"))),
        when("edgeFunction", {"viewer", "origin"},
             integer("edgeMemoryMb", "Memory of the function", "MB", {128, 10240}, 128,
                     "128 MB at most at a viewer's event.", documented(kEdge))),
        when("edgeFunction", {"viewer"},
             advanced(
                 integer("edgeRequestsPerSecond", "Runs, at most", "requests/s", {1, 10000000}, 10000,
                         "Quota of a Region: 1,000 at once that serve 10 requests a second each; more are "
                         "refused. It can be raised.",
                         documented(kLimits)))),
    };

    for (const Geography& each : kGeographies) {
        const std::string suffix = each.id, words = std::string{", "} + each.name;
        spec.meters.push_back(counted("cloudfront/data-out-gb-" + suffix, "Data out" + words, "GB"));
        for (const char* protocol : {"https", "http"}) {
            const std::string name = protocol == std::string{"https"} ? "HTTPS" : "HTTP";
            spec.meters.push_back(counted("cloudfront/" + std::string{protocol} + "-requests-" + suffix,
                                          name + " requests" + words, "request"));
        }
        spec.meters.push_back(counted("cloudfront/write-requests-" + suffix,
                                      "Requests that write (PUT, POST)" + words, "request"));
    }

    spec.meters.push_back(counted("cloudfront/edge-requests", "Lambda@Edge requests", "request"));
    spec.meters.push_back(counted("cloudfront/edge-gb-seconds", "Lambda@Edge duration", "GB-second"));
    spec.quotas = {{"Lambda@Edge, runs at once in a Region", 1000, "executions", kLimits},
                   {"Lambda@Edge at a viewer's event", 5, "s", kEdge},
                   {"Lambda@Edge at an origin's event", 30, "s", kEdge},
                   {"Requests of one distribution", 250000, "requests/s", kLimits},
                   {"Bandwidth of one distribution", 150, "Gbit/s", kLimits},
                   {"Object that can be cached", 50, "GB", kLimits},
                   {"Time to live unless the origin says otherwise", 86400, "s", kExpiration},
                   {"Errors are kept for", 10, "s", kErrors}};
    return spec;
}

}  // namespace plimsoll::services::cloudfront
