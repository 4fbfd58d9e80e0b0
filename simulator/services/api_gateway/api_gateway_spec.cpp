// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/gateway_authoriser.h"
#include "simulator/services/gateway_cache.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::api_gateway {

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html";
constexpr const char* kIntegration = "https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html";
constexpr const char* kPricing = "https://aws.amazon.com/api-gateway/pricing/";
constexpr const char* kYourTraffic = "your own traffic";
constexpr const char* kYourPlan = "your own plan";
constexpr const char* kPlans =
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html";

}  // namespace

ServiceSpec apiGatewaySpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "api-gateway";
    spec.name = "API Gateway";
    spec.shortName = "API Gateway";
    spec.category = "networking";
    spec.summary =
        "The front door of an API: admits requests up to a rate, passes them on, waits for the answer.";
    spec.integrationName = "API Gateway";
    spec.slaPercent = 99.95;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = "https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html";
    spec.paletteRank = 13;
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true, .sizes = true};

    spec.meters = {
        counted("api-gateway/http-requests", "HTTP API requests", "request"),
        counted("api-gateway/rest-requests", "REST API requests", "request"),
        counted("api-gateway/data-out-gb", "Data out to the internet", "GB"),
        counted("api-gateway/websocket-messages", "WebSocket messages, each 32 KB", "message"),
        counted("api-gateway/websocket-minutes", "WebSocket connections", "connection-minute"),
    };

    spec.parameters = {
        choice(
            "apiType", "API type",
            {{"http", "HTTP API"}, {"rest", "REST API"}, {"websocket", "WebSocket API"}}, "http",
            "REST APIs cost more and can cache; HTTP APIs end every request after 30 s; WebSocket APIs bill "
            "messages both ways and connections.",
            documented(kPricing)),
        movable(Lever::More,
                integer("ratePerSecond", "Rate", "requests/s", {1, 10000000}, 10000,
                        "Requests a second all APIs of the account share; more are refused with 429.",
                        documented(kLimits))),
        integer("burst", "Burst", "requests", {1, 10000000}, 5000,
                "Requests that may come at once on a full token bucket.", documented(kLimits)),
        integer("timeoutMillis", "Timeout", "ms", {50, 900000}, 29000,
                "A request unanswered for this long fails; REST APIs may raise 29 s, HTTP APIs stop at 30 s.",
                documented(kIntegration)),
        real("overheadMillis", "Own latency, median", "ms", {0, 60000}, 10,
             "Time the gateway adds to half of all requests at most.", assumed("not published")),
        real("overheadP99Millis", "Own latency, 99th percentile", "ms", {0, 60000}, 50,
             "With the median it sets the log-normal law of the gateway's own time.",
             assumed("not published")),
        when("apiType", {"http", "rest"},
             integer("answerOutBytes", "Answer to the internet", "B", {0, 10485760}, 0,
                     "What a request sends out of the Region; 0 leaves it off the bill.",
                     assumed(kYourTraffic))),
        when(
            "apiType", {"rest"},
            yesNo("usagePlan", "Usage plan", false,
                  "Each client has an API key with a rate, a burst and a quota of its own; beyond them it is "
                  "refused with 429.",
                  documented(kPlans))),
        when("usagePlan", {"true"},
             integer("apiKeys", "API keys", "keys", {1, 10000}, 10,
                     "In use; clients, told by the keys of their records, have one each.",
                     assumed(kYourTraffic))),
        when("usagePlan", {"true"},
             movable(Lever::More,
                     real("keyRatePerSecond", "Rate of a key", "requests/s", {0.001, 10000000}, 100,
                          "Requests a second that one API key may send.", assumed(kYourPlan)))),
        when("usagePlan", {"true"},
             integer("keyBurst", "Burst of a key", "requests", {1, 10000000}, 200,
                     "Requests of one key that may come at once on a full token bucket.",
                     assumed(kYourPlan))),
        when("usagePlan", {"true"},
             choice("quotaPeriod", "Quota",
                    {{"none", "None"}, {"day", "A day"}, {"week", "A week"}, {"month", "A month"}}, "none",
                    "The period in which a key has so many requests; each begins anew.", documented(kPlans))),
        when("quotaPeriod", {"day", "week", "month"},
             movable(Lever::More,
                     integer("keyQuota", "Requests of a key in a period", "requests", {1, 1e12}, 100000,
                             "More are refused until the next period.", assumed(kYourPlan)))),
        when("apiType", {"websocket"},
             integer("connections", "Connections", "connections", {0, 100000000}, 1000,
                     "Clients that are connected, on average.", assumed(kYourTraffic))),
        when("apiType", {"websocket"},
             real("sentBack", "Messages sent back", "messages", {0, 1e6}, 1,
                  "To clients, for each message that comes from one.", assumed(kYourTraffic))),
        when("apiType", {"websocket"},
             integer("sentBytes", "Message sent back", "B", {1, 131072}, 1024, "Each 32 KB of it is billed.",
                     assumed(kYourTraffic))),
    };
    gateway_cache::declareOn(spec, {.sizes = {"0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"},
                                    .ttlSeconds = 300,
                                    .ttl = documented(kLimits),
                                    .pricing = kPricing,
                                    .only = {"apiType", {"rest"}}});

    gateway_authoriser::declareOn(
        spec, {"apiType", {"http", "rest"}},
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html");
    spec.quotas = {{"Requests of the account", 10000, "requests/s", kLimits},
                   {"Burst of the account", 5000, "requests", kLimits},
                   {"Timeout of a REST API unless raised", 29, "s", kIntegration},
                   {"Timeout of an HTTP API", 30, "s", kIntegration},
                   {"Life of a cached answer, unless set", 300, "s", kLimits},
                   {"The longest", 3600, "s", kLimits},
                   {"Cached answer", 1, "MB", kLimits},
                   {"Payload", 10, "MB", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::api_gateway
