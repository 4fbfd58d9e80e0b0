// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/gateway_authoriser.h"
#include "simulator/services/gateway_cache.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::appsync {

namespace {

constexpr const char* kQuotas = "https://docs.aws.amazon.com/general/latest/gr/appsync.html";
constexpr const char* kPricing = "https://aws.amazon.com/appsync/pricing/";

}  // namespace

ServiceSpec appsyncSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "appsync";
    spec.name = "AppSync";
    spec.shortName = "AppSync";
    spec.category = "networking";
    spec.summary = "A GraphQL API: resolves each operation from the sources behind it and answers once.";
    spec.integrationName = "AppSync";
    spec.docsUrl = "https://docs.aws.amazon.com/appsync/latest/devguide/what-is-appsync.html";
    spec.invoked = true;
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true};

    spec.parameters = {
        movable(Lever::More,
                real("tokensPerSecond", "Request tokens", "tokens/s", {1, 1e7}, 10000,
                     "Of the API in eleven large Regions, 5,000 elsewhere; operations beyond are "
                     "throttled.",
                     documented(kQuotas))),
        real("tokensPerRequest", "Tokens of an operation", "tokens", {0.01, 10000}, 1,
             "Grows with the time and the memory that an operation takes.",
             assumed("how it grows is not published; look at the metric of your API")),
        real("overheadMillis", "Own latency, median", "ms", {0, 60000}, 10,
             "Time the API adds to half of all operations at most.", assumed("not published")),
        real("overheadP99Millis", "Own latency, 99th percentile", "ms", {0, 60000}, 50,
             "With the median it sets the log-normal law of the API's own time.", assumed("not published")),
    };
    gateway_cache::declareOn(
        spec, {.sizes = {"1.55", "3.22", "12.3", "25.05", "50.47", "101.38", "203.26", "317.77"},
               .ttlSeconds = 300,
               .ttl = assumed("your choice"),
               .pricing = kPricing,
               .only = {}});
    gateway_authoriser::declareOn(spec, {},
                                  "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html");
    spec.parameters.push_back(integer("connections", "Real-time connections", "connections", {0, 100000000},
                                      0, "Clients with subscriptions, open at a time.",
                                      assumed("your own traffic")));
    spec.parameters.push_back(real("updatesPerRequest", "Updates of an operation", "updates", {0, 1e6}, 0,
                                   "Subscribers that an operation sends an update to, on average.",
                                   assumed("your own traffic")));
    spec.parameters.push_back(integer("updateBytes", "Update", "B", {1, 245760}, 1024,
                                      "Of a real-time update; each 5 KB is one.",
                                      assumed("your own traffic")));

    spec.meters.push_back(counted("appsync/operations", "Queries and mutations", "operation"));
    spec.meters.push_back(counted("appsync/realtime-updates", "Real-time updates, each 5 KB", "message"));
    spec.meters.push_back(
        counted("appsync/connection-minutes", "Real-time connections", "connection-minute"));
    spec.quotas = {{"Request tokens, eleven large Regions", 10'000, "tokens/s", kQuotas},
                   {"Request tokens elsewhere", 5'000, "tokens/s", kQuotas},
                   {"Time of an operation", 30, "s", kQuotas},
                   {"Answer", 5, "MB", kQuotas},
                   {"Resolvers", 10'000, "resolvers", kQuotas},
                   {"Functions of a pipeline", 10, "functions", kQuotas},
                   {"Items of one call of a function", 2'000, "items", kQuotas},
                   {"Updates out", 1'000'000, "messages/s", kQuotas},
                   {"Connects", 2'000, "connections/s", kQuotas},
                   {"Update", 240, "KB", kQuotas},
                   {"Subscriptions of a connection", 200, "subscriptions", kQuotas}};
    return spec;
}

}  // namespace plimsoll::services::appsync
