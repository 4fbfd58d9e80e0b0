// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/gateway/gateway.h"
#include "simulator/metrics/meter_sink.h"
#include "simulator/services/parameter_factories.h"

#include <optional>

/// Who checks the callers of an API: tokens by their public key, or a function whose answer is kept for a while.
namespace plimsoll::gateway_authoriser {

/// Adds `authoriser` and what belongs to it, and the meters of the function; `only`: where it is a choice.
void declareOn(ServiceSpec& spec, VisibleWhen only, std::string source);
/// What these parameters stand for; nothing without an authoriser.
std::optional<GatewayAuthoriser> of(const ComponentView& self);
void bill(const ComponentView& self, const GatewayLoad& load, const MeterSink& meters);

}  // namespace plimsoll::gateway_authoriser
