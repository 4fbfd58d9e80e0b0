// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::route_53 {

namespace {

constexpr const char* kPricing = "https://aws.amazon.com/route53/pricing/";
constexpr const char* kGuide = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/Welcome.html";
constexpr const char* kChecks = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/"
                                "dns-failover-determining-health-of-endpoints.html";

}  // namespace

ServiceSpec route53Spec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "route-53";
    spec.name = "Route 53";
    spec.shortName = "Route 53";
    spec.category = "networking";
    spec.summary = "Answers name lookups and steers callers away from failed targets.";
    spec.integrationName = "Route 53";
    spec.noun = "request";
    spec.scope = ServiceScope::Global;
    spec.slaPercent = 100;
    spec.slaSource = "https://cloudonaut.io/aws-sla-are-you-able-to-keep-your-availability-promise";
    spec.docsUrl = kGuide;
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true};

    spec.parameters = {
        choice(
            "routing", "Routing", {{"failover", "Failover"}, {"weighted", "Weighted"}}, "failover",
            "Failover answers with the first target that is healthy, in the order of the connections' names; "
            "weighted with each by its share.",
            documented(kChecks)),
        movable(Lever::Less,
                integer("ttlSeconds", "Answers are kept for", "s", {1, 604800}, 60,
                        "Resolvers keep an answer for this long, whatever happens to the target.",
                        documented(kChecks))),
        movable(Lever::Choices,
                choice("checkInterval", "Check interval", {{"30", "30 s"}, {"10", "10 s (fast)"}}, "30",
                       "Each target is checked this often; the fast one costs more.", documented(kChecks))),
        movable(Lever::Less, integer("failureThreshold", "Failure threshold", "checks", {1, 10}, 3,
                                     "Checks in a row that fail, or pass, before a target counts as changed.",
                                     documented(kChecks))),
        integer("resolvers", "Resolvers", "", {1, 1000000}, 100,
                "Name servers that ask on behalf of the clients, each with answers of its own; requests are "
                "spread evenly over them.",
                assumed("depends on where your clients are")),
        real("lookupMillis", "Time of a lookup, median", "ms", {0, 60000}, 20,
             "Of a request whose answer is not kept any more.", assumed("depends on where your clients are")),
        real("lookupP99Millis", "Time of a lookup, 99th percentile", "ms", {0, 60000}, 100,
             "With the median it sets the log-normal law of lookups.",
             assumed("depends on where your clients are")),
        choice("queryType", "Queries billed as",
               {{"standard", "Standard"},
                {"latency", "Latency-based"},
                {"geo", "Geolocation"},
                {"geoproximity", "Geoproximity"},
                {"ip-based", "IP-based"},
                {"alias", "Alias to a resource of AWS"}},
               "standard",
               "By the kind of the record. Who asks from where is not told apart: the routing above steers "
               "them. Alias "
               "queries to load balancers, CloudFront and the like cost nothing.",
               documented(kPricing)),
        choice("endpoints", "Checked endpoints", {{"aws", "In AWS"}, {"other", "Elsewhere"}}, "aws",
               "What a health check costs.", documented(kPricing)),
        integer("hostedZones", "Hosted zones", "zones", {1, 500}, 1, "Each is billed by the month.",
                assumed("your own domains")),
    };

    spec.meters = {
        counted("route-53/standard-queries", "Standard queries", "query"),
        counted("route-53/latency-queries", "Latency-based queries", "query"),
        counted("route-53/geo-queries", "Geolocation queries", "query"),
        counted("route-53/geoproximity-queries", "Geoproximity queries", "query"),
        counted("route-53/ip-based-queries", "IP-based queries", "query"),
        meter(MeterClass::Stock, "route-53/hosted-zones", "Hosted zones", "zone-month"),
        meter(MeterClass::Stock, "route-53/health-checks", "Health checks of AWS endpoints", "check-month"),
        meter(MeterClass::Stock, "route-53/other-health-checks", "Health checks of other endpoints",
              "check-month"),
        meter(MeterClass::Stock, "route-53/health-check-options", "Fast checks", "feature-month"),
        meter(MeterClass::Stock, "route-53/other-health-check-options", "Fast checks of other endpoints",
              "feature-month")};

    spec.quotas = {{"Health check every", 30, "s", kChecks},
                   {"Fast health check every", 10, "s", kChecks},
                   {"Share of checkers that must find a target healthy, more than", 18, "%", kChecks}};
    return spec;
}

}  // namespace plimsoll::services::route_53
