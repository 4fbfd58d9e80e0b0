// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/gateway/gateway.h"
#include "simulator/metrics/meter_sink.h"
#include "simulator/services/parameter_factories.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The cache of answers that an API may be given, billed by the hour and its size.
namespace plimsoll::gateway_cache {

struct Words {
    std::vector<std::string> sizes;  ///< in GB, as the price books name them
    std::int64_t ttlSeconds = 300;
    declare::Fact ttl;
    std::string pricing;
    VisibleWhen only{};  ///< where it is a choice
};

/// Adds `cacheGb`, `cacheTtlSeconds`, `cachedPercent`, `answerBytes` and the meters `cache-hours-<size>GB`.
void declareOn(ServiceSpec& spec, const Words& words);
/// What these parameters stand for; nothing without a cache.
std::optional<GatewayCache> of(const ComponentView& self);
void bill(const ComponentView& self, const MeterSink& meters);

}  // namespace plimsoll::gateway_cache
