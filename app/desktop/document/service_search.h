// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace plimsoll {

/// How well a service answers what was typed: the less the better, -1 for its very name; nothing when it does not.
std::optional<int> searchRank(const ServiceSpec& spec, const QString& wanted);

/// The services an architect meets first, in that order.
std::vector<const ServiceSpec*> firstServices(const ServiceCatalog& catalog);

/// What answers best comes first; of equals those met first, then those in the catalog's order.
std::vector<const ServiceSpec*> findServices(const ServiceCatalog& catalog, const QString& wanted);

/// A category of the catalog in the reader's language.
QString categoryName(const std::string& category);

}  // namespace plimsoll
