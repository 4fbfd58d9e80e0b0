// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/balancer/balancer.h"
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::alb {

ServiceSpec albSpec();  // alb_spec.cpp

namespace {

BalancerConfig configure(const ComponentView& self)
{
    BalancerConfig config;
    configureBalancer(self, config);
    config.picks = self.text("routing") == "least-outstanding" ? BalancerConfig::Picks::LeastOpen
                                                               : BalancerConfig::Picks::InTurn;
    config.idleTimeout = fromSeconds(self.number("idleTimeoutSeconds"));
    config.rules = self.number("rules");
    // Source: https://aws.amazon.com/elasticloadbalancing/pricing/
    config.unit = {.newConnectionsPerSecond = 25,
                   .activeConnections = 3000,
                   .bytesPerHour = kGib,
                   .functionBytesPerHour = 0.4 * kGib,
                   .rulesPerSecond = 1000,
                   .freeRules = 10};
    // Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
    config.functionBodyBytes = 1024.0 * 1024;
    return config;
}

void bill(const ComponentView& /*self*/, const BalancerLoad& load, const MeterSink& meters)
{
    billBalancer(load, meters, "lcu-hours");
}

}  // namespace

Service alb()
{
    return serviceOf<BalancerFamily>(albSpec(), configure, bill);
}

}  // namespace plimsoll::services::alb
