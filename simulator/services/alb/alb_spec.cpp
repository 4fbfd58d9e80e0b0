// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::alb {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/introduction.html";
constexpr const char* kBalancer =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html";
constexpr const char* kTargets =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html";
constexpr const char* kChecks =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
constexpr const char* kFunctions =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html";
constexpr const char* kLimits =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html";
constexpr const char* kPricing = "https://aws.amazon.com/elasticloadbalancing/pricing/";

}  // namespace

ServiceSpec albSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "alb";
    spec.name = "Application Load Balancer";
    spec.shortName = "ALB";
    spec.category = "networking";
    spec.summary = "Spreads HTTP requests over the targets that pass their health checks.";
    spec.integrationName = "ALB";
    spec.noun = "request";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/elasticloadbalancing/sla/";
    spec.docsUrl = kGuide;
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true, .sizes = true};

    spec.parameters = {
        movable(Lever::Choices,
                choice("routing", "Routing",
                       {{"round-robin", "In turn"}, {"least-outstanding", "Fewest open requests"}},
                       "round-robin", "Which of the healthy targets gets the next request.",
                       documented(kTargets))),
        integer("idleTimeoutSeconds", "Idle timeout", "s", {1, 4000}, 60,
                "A client's connection is closed after this long without a byte; a target that does not "
                "answer for so long makes a 504.",
                documented(kBalancer)),
        integer("rules", "Rules evaluated", "rules", {0, 100}, 1,
                "For each request, until one matches; the first 10 are free.", documented(kLimits)),
    };
    for (auto&& more : {checkParameters({.source = kChecks}), clientParameters(), ownTimeParameters(1, 5)})
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());

    spec.meters = {held("alb/hours", "Load balancer hours", "hour"),
                   held("alb/lcu-hours", "Load balancer capacity units", "LCU-hour")};

    spec.quotas = {{"New connections of a capacity unit", 25, "connections/s", kPricing},
                   {"Active connections of a capacity unit", 3000, "connections", kPricing},
                   {"Bytes of a capacity unit", 1, "GB/h", kPricing},
                   {"Bytes of a capacity unit, functions", 0.4, "GB/h", kPricing},
                   {"Rules of a capacity unit, beyond 10 of a request", 1000, "evaluations/s", kPricing},
                   {"Request to a function", 1, "MB", kFunctions},
                   {"Targets of a balancer", 1000, "targets", kLimits},
                   {"Balancers of a Region", 50, "balancers", kLimits},
                   {"Rules of a balancer", 100, "rules", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::alb
