// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/service_library.h"

#include "simulator/services/service.h"

#include <algorithm>

namespace plimsoll {

namespace {

ServiceCatalog catalogOf(const std::vector<Service>& services)
{
    std::vector<ServiceSpec> specs;
    for (const Service& service : services)
        specs.push_back(service.spec);
    return ServiceCatalog{std::move(specs)};
}

}  // namespace

ServiceLibrary::ServiceLibrary(std::vector<Service> services)
    : m_catalog{catalogOf(services)},
      m_services{std::make_shared<const std::vector<Service>>(std::move(services))}
{}

const Service* ServiceLibrary::find(std::string_view serviceId) const
{
    const auto found = std::find_if(m_services->begin(), m_services->end(),
                                    [&](const Service& service) { return service.spec.id == serviceId; });
    return found == m_services->end() ? nullptr : &*found;
}

}  // namespace plimsoll
