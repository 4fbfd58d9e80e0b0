// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/address_parameters.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::http_endpoint {

ServiceSpec httpEndpointSpec();  // http_endpoint_spec.cpp

namespace {

/// It is not AWS that bills it.
void bill(const ComponentView& /*self*/, const ServerLoad& /*load*/, const MeterSink& /*meters*/) {}

}  // namespace

Service httpEndpoint()
{
    return serviceOf<ServerFamily>(httpEndpointSpec(), outside_address::of, bill);
}

}  // namespace plimsoll::services::http_endpoint
