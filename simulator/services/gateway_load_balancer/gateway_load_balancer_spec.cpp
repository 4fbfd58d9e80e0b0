// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::gateway_load_balancer {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html";
constexpr const char* kBalancer =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html";
constexpr const char* kChecks =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/health-checks.html";
constexpr const char* kPricing = "https://aws.amazon.com/elasticloadbalancing/pricing/";

}  // namespace

ServiceSpec gatewayLoadBalancerSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "gateway-load-balancer";
    spec.name = "Gateway Load Balancer";
    spec.shortName = "GWLB";
    spec.category = "networking";
    spec.summary = "Spreads traffic over appliances that look at it, such as firewalls.";
    spec.integrationName = "Gateway Load Balancer";
    spec.noun = "request";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/elasticloadbalancing/sla/";
    spec.docsUrl = kGuide;
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true, .sizes = true};

    spec.parameters = {
        choice("protocol", "Protocol", {{"tcp", "TCP"}, {"other", "Other"}}, "tcp",
               "A TCP flow may idle for 350 s unless told otherwise, another one for 120 s.",
               documented(kBalancer)),
        when("protocol", {"tcp"},
             integer("idleTimeoutSeconds", "Idle timeout", "s", {60, 6000}, 350,
                     "A TCP flow is forgotten after this long without a packet.", documented(kBalancer))),
    };
    for (auto&& more : {checkParameters({.intervalSeconds = 10, .source = kChecks}), clientParameters(),
                        ownTimeParameters(0.1, 0.5)})
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());

    spec.meters = {held("gateway-load-balancer/hours", "Load balancer hours", "hour"),
                   held("gateway-load-balancer/glcu-hours", "Load balancer capacity units", "GLCU-hour")};

    spec.quotas = {{"New connections of a capacity unit", 600, "connections/s", kPricing},
                   {"Active connections of a capacity unit", 60000, "connections", kPricing},
                   {"Bytes of a capacity unit", 1, "GB/h", kPricing},
                   {"Idle timeout, not TCP", 120, "s", kBalancer}};
    return spec;
}

}  // namespace plimsoll::services::gateway_load_balancer
