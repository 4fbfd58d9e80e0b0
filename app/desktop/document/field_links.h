// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"
#include "model/support/derivation.h"

#include <string>

namespace plimsoll {

/// The parameter of the component that an input of a derivation is: one of the same name that has the same value. Empty
/// when there is none, or more than one.
std::string parameterBehind(const Design& design, const ServiceCatalog& catalog, const ComponentId& component,
                            const Derivation& input);

}  // namespace plimsoll
