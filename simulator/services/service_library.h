// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"

#include <memory>
#include <string_view>
#include <vector>

namespace plimsoll {

struct Service;  // simulator/services/service.h: spec, node factory, flow, sizing

/// The services of this build: what the catalog says about each, and how each behaves.
class ServiceLibrary {
public:
    explicit ServiceLibrary(std::vector<Service> services);
    const ServiceCatalog& catalog() const { return m_catalog; }
    const Service* find(std::string_view serviceId) const;

private:
    ServiceCatalog m_catalog;
    std::shared_ptr<const std::vector<Service>> m_services;
};

}  // namespace plimsoll
