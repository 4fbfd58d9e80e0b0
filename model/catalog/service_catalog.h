// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_spec.h"
#include "model/design/design.h"

#include <string_view>
#include <vector>

namespace plimsoll {

/// The specs this build knows, in palette order. Built once in main() and passed on.
class ServiceCatalog {
public:
    ServiceCatalog() = default;
    explicit ServiceCatalog(std::vector<ServiceSpec> specs);
    const ServiceSpec* find(std::string_view serviceId) const;
    /// What a design without any load is given; null when there is no such service.
    const ServiceSpec* defaultSource() const;
    const std::vector<ServiceSpec>& all() const { return m_specs; }
    /// The known id closest in spelling; empty when nothing is near.
    std::string nearest(std::string_view serviceId) const;

private:
    std::vector<ServiceSpec> m_specs;
};

/// The component's own value or the spec's default. `id` must be a parameter of the spec.
ParameterValue effectiveValue(const ServiceSpec& spec, const ParameterMap& values, std::string_view id);
double numberOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id);
std::string textOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id);
bool flagOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id);
bool isAuto(const ServiceSpec& spec, const ParameterMap& values, std::string_view id);

/// The name in `candidates` closest to `wrong` by edit distance (at most 3 and half its length); else empty.
std::string nearestName(std::string_view wrong, const std::vector<std::string>& candidates);

}  // namespace plimsoll
