// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/endpoint/endpoint.h"
#include "simulator/services/family_service.h"
#include "simulator/services/ready_endpoint.h"

namespace plimsoll::services::rekognition {

ServiceSpec rekognitionSpec();  // rekognition_spec.cpp

namespace {

GatewayConfig configure(const ComponentView& self)
{
    return ready_endpoint::of(self, self.number("operationsPerPicture"));
}

void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters)
{
    const double each = self.number("operationsPerPicture");
    meters.count(
        "images-" + self.text("operations"), load.requestsPerSecond * each,
        {given("requests", load.requestsPerSecond, "1/s"), given("operations of a request", each, "")});
}

}  // namespace

Service rekognition()
{
    return serviceOf<ReadyEndpointFamily>(rekognitionSpec(), configure, bill);
}

}  // namespace plimsoll::services::rekognition
