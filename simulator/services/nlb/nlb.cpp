// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/balancer/balancer.h"
#include "simulator/services/balancer_parameters.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::nlb {

ServiceSpec nlbSpec();  // nlb_spec.cpp

namespace {

/// What depends on the protocol.
struct Protocol {
    const char* name;
    double newConnectionsPerSecond, activeConnections;  ///< of a capacity unit
    double idleSeconds;                                 ///< fixed; 0 = it can be set
};
// Sources: https://aws.amazon.com/elasticloadbalancing/pricing/ and
// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
constexpr Protocol kProtocols[] = {
    {"tcp", 800, 100'000, 0}, {"tls", 50, 3000, 350}, {"udp", 400, 50'000, 120}};

BalancerConfig configure(const ComponentView& self)
{
    BalancerConfig config;
    configureBalancer(self, config);
    config.speaksHttp = false;
    const std::string named = self.text("protocol");
    for (const Protocol& protocol : kProtocols) {
        if (named != protocol.name)
            continue;
        config.unit = {.newConnectionsPerSecond = protocol.newConnectionsPerSecond,
                       .activeConnections = protocol.activeConnections,
                       .bytesPerHour = kGib};
        config.idleTimeout =
            fromSeconds(protocol.idleSeconds > 0 ? protocol.idleSeconds : self.number("idleTimeoutSeconds"));
    }
    return config;
}

void bill(const ComponentView& /*self*/, const BalancerLoad& load, const MeterSink& meters)
{
    billBalancer(load, meters, "nlcu-hours");
}

}  // namespace

Service nlb()
{
    return serviceOf<BalancerFamily>(nlbSpec(), configure, bill);
}

}  // namespace plimsoll::services::nlb
