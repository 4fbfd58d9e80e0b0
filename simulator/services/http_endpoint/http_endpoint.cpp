// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/address_parameters.h"

namespace plimsoll::services::http_endpoint {

ServiceSpec httpEndpointSpec();  // http_endpoint_spec.cpp

Service httpEndpoint()
{
    return outside_address::serviceOf(httpEndpointSpec());
}

}  // namespace plimsoll::services::http_endpoint
