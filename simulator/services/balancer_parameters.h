// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"
#include "simulator/families/balancer/balancer.h"
#include "simulator/kernel/node_context.h"
#include "simulator/metrics/meter_sink.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What health checks of a kind of balancer look like unless told otherwise, and who says so.
struct CheckDefaults {
    std::int64_t intervalSeconds = 30, leastIntervalSeconds = 5, mostIntervalSeconds = 300;
    std::int64_t timeoutSeconds = 5, leastTimeoutSeconds = 2, mostTimeoutSeconds = 120;
    std::string source;
};
std::vector<ParameterSpec> checkParameters(const CheckDefaults& defaults);
/// How its clients use their connections, and how much they get back.
std::vector<ParameterSpec> clientParameters();
/// The time it adds itself.
std::vector<ParameterSpec> ownTimeParameters(double medianMillis, double p99Millis);

/// What those parameters mean.
void configureBalancer(const ComponentView& self, BalancerConfig& config);
/// Its hours, and the capacity units of the dimension that needs most, with all dimensions as inputs.
void billBalancer(const BalancerLoad& load, const MeterSink& meters, const char* unitHours);

}  // namespace plimsoll
