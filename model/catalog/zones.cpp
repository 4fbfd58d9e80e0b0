// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/zones.h"

#include "model/catalog/service_catalog.h"

namespace plimsoll {

namespace {

/// A Region has at least three zones, and regional services run in several of them; that it is just three, and an
/// equal share of the capacity in each, is an assumption.
/// Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/availability-zones.html
constexpr int kZonesOfRegion = 3;

}  // namespace

int zonesOf(const Component& component, const ServiceSpec& spec)
{
    if (spec.isSource || spec.scope == ServiceScope::Global)
        return 0;
    if (findParameter(spec, "zones") != nullptr)
        return static_cast<int>(numberOf(spec, component.parameters, "zones"));
    if (findParameter(spec, "multiAz") != nullptr)
        return flagOf(spec, component.parameters, "multiAz") ? 2 : 1;
    return spec.scope == ServiceScope::Zonal ? 1 : kZonesOfRegion;
}

bool sitsIn(const Component& component, const ServiceSpec& spec, std::string_view zone)
{
    const int zones = zonesOf(component, spec);
    if (zones == 0 || zone.size() != 1 || zone.front() < 'a' || zone.front() > 'c')
        return false;
    const std::string own =
        findParameter(spec, "zone") != nullptr ? textOf(spec, component.parameters, "zone") : "a";
    const int first = own.empty() ? 0 : own.front() - 'a';
    return (zone.front() - 'a' - first + kZonesOfRegion) % kZonesOfRegion < zones;
}

bool strikes(const Fault& fault, const Component& component, const ServiceSpec& spec)
{
    if (fault.kind != FaultKind::ZoneLost)
        return fault.component == component.id;
    return zonesOf(component, spec) > 0 && (fault.component.empty() || fault.component == component.id)
           && (fault.zone.empty() || sitsIn(component, spec, fault.zone));
}

}  // namespace plimsoll
