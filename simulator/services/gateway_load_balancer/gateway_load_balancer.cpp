// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/balancer.h"
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::gateway_load_balancer {

ServiceSpec gatewayLoadBalancerSpec();  // gateway_load_balancer_spec.cpp

namespace {

BalancerConfig configure(const ComponentView& self)
{
    BalancerConfig config;
    configureBalancer(self, config);
    config.speaksHttp = false;
    // Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-load-balancers.html
    config.idleTimeout =
        fromSeconds(self.text("protocol") == "tcp" ? self.number("idleTimeoutSeconds") : 120);
    // Source: https://aws.amazon.com/elasticloadbalancing/pricing/
    config.unit = {.newConnectionsPerSecond = 600, .activeConnections = 60'000, .bytesPerHour = 1073741824.0};
    return config;
}

void bill(const ComponentView& /*self*/, const BalancerLoad& load, const MeterSink& meters)
{
    billBalancer(load, meters, "glcu-hours");
}

}  // namespace

Service gatewayLoadBalancer()
{
    return serviceOf<BalancerFamily>(gatewayLoadBalancerSpec(), configure, bill);
}

}  // namespace plimsoll::services::gateway_load_balancer
