// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::services::comprehend {

ServiceSpec comprehendSpec();  // comprehend_spec.cpp

namespace {

/// Characters of a unit, and the fewest units of a request. Source: https://aws.amazon.com/comprehend/pricing/
constexpr double kUnitCharacters = 100;
constexpr int kLeastUnits = 3;

GatewayConfig configure(const ComponentView& self)
{
    GatewayConfig config = ready_endpoint::of(self);
    config.meteredBytes = kUnitCharacters * self.number("bytesPerCharacter");
    config.leastSteps = kLeastUnits;
    return config;
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    meters.count("units-" + self.text("analysis"), load.requestsPerSecond * load.stepsPerRequest,
                 {given("requests", load.requestsPerSecond, "1/s"),
                  given("units of a request, three at least", load.stepsPerRequest, "")});
}

}  // namespace

Service comprehend()
{
    return serviceOf<ReadyEndpointFamily>(comprehendSpec(), configure, bill);
}

}  // namespace plimsoll::services::comprehend
