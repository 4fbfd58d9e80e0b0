// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/gateway/gateway.h"
#include "simulator/services/parameter_factories.h"

#include <string>

/// What ready-made models that are priced by the call have in common.
namespace plimsoll::ready_endpoint {

/// What tells one from another.
struct Facts {
    double quota = 20;  ///< `unit` a second that an account is given
    std::string quotaName = "Requests a second", unit = "requests/s";
    double median = 100, p99 = 400;  ///< milliseconds of a request
};

/// Gives a spec that has its id the words, the quota and the times of a ready-made model.
void declareOn(ServiceSpec& spec, const Facts& facts);
/// `tokensEach`: what a request takes of the quota.
GatewayConfig of(const ComponentView& self, double tokensEach = 1);

}  // namespace plimsoll::ready_endpoint
