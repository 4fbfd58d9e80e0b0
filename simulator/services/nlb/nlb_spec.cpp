// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::nlb {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html";
constexpr const char* kBalancer =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html";
constexpr const char* kChecks =
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html";
constexpr const char* kPricing = "https://aws.amazon.com/elasticloadbalancing/pricing/";

}  // namespace

ServiceSpec nlbSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "nlb";
    spec.name = "Network Load Balancer";
    spec.shortName = "NLB";
    spec.category = "networking";
    spec.summary = "Passes connections on to the targets that pass their health checks.";
    spec.integrationName = "NLB";
    spec.noun = "request";
    spec.slaPercent = 99.99;
    spec.slaSource = "https://aws.amazon.com/elasticloadbalancing/sla/";
    spec.docsUrl = kGuide;
    spec.balances = true;
    spec.sender = {.routes = {Route::Split}, .operation = true, .sizes = true};

    spec.parameters = {
        choice("protocol", "Protocol", {{"tcp", "TCP"}, {"tls", "TLS, ended here"}, {"udp", "UDP"}}, "tcp",
               "What a capacity unit covers and how long a connection may idle depend on it.",
               documented(kPricing)),
        when("protocol", {"tcp"},
             integer("idleTimeoutSeconds", "Idle timeout", "s", {60, 6000}, 350,
                     "A TCP connection is closed after this long without a byte; TLS has 350 s and UDP 120 "
                     "s, fixed.",
                     documented(kBalancer))),
    };
    for (auto&& more : {checkParameters({.timeoutSeconds = 6, .source = kChecks}), clientParameters(),
                        ownTimeParameters(0.1, 0.5)})
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());

    spec.meters = {held("nlb/hours", "Load balancer hours", "hour"),
                   held("nlb/nlcu-hours", "Load balancer capacity units", "NLCU-hour")};

    spec.quotas = {{"New TCP connections of a capacity unit", 800, "connections/s", kPricing},
                   {"Active TCP connections of a capacity unit", 100000, "connections", kPricing},
                   {"New TLS connections of a capacity unit", 50, "connections/s", kPricing},
                   {"Active TLS connections of a capacity unit", 3000, "connections", kPricing},
                   {"New UDP flows of a capacity unit", 400, "flows/s", kPricing},
                   {"Active UDP flows of a capacity unit", 50000, "flows", kPricing},
                   {"Bytes of a capacity unit", 1, "GB/h", kPricing},
                   {"Idle timeout, TLS", 350, "s", kBalancer},
                   {"Idle timeout, UDP", 120, "s", kBalancer}};
    return spec;
}

}  // namespace plimsoll::services::nlb
