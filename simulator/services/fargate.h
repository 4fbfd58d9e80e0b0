// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/worker_parameters.h"

#include <string>

namespace plimsoll {

/// What tasks and pods on Fargate have in common: sizes, how they start, what they are billed.
namespace fargate {

inline constexpr const char* kPricing = "https://aws.amazon.com/fargate/pricing/";
inline constexpr const char* kThrottling =
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html";

/// Of the choice `cpu`.
double vcpuOf(const ComponentView& self);
/// Memory of a unit that may be had with so many vCPU: the least that holds what is asked for.
/// Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
double memoryFor(double vcpu, double askedGb);
inline double memoryOf(const ComponentView& self)
{
    return memoryFor(vcpuOf(self), self.number("memoryGb"));
}

/// `cpu`, `memoryGb`; shown under `only` where Fargate is a choice.
std::vector<ParameterSpec> sizeParameters(const std::string& one, const VisibleWhen& only);
/// `provisionSeconds`, `startSeconds`, `launchBurst`, `launchesPerSecond`.
std::vector<ParameterSpec> startParameters(const std::string& one, double burst, const VisibleWhen& only);
UnitStart startOf(const ComponentView& self);

/// `architecture`, `storageGb`: what else is billed.
std::vector<ParameterSpec> billedParameters(const std::string& one);
/// Meters of vCPU, memory and disk, also on Spot, and what so many units add to them.
void addMeters(ServiceSpec& spec);
void billUnits(const ComponentView& self, double units, double always, const MeterSink& meters);

}  // namespace fargate

}  // namespace plimsoll
