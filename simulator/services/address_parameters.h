// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/parameter_factories.h"
#include "simulator/services/service.h"

#include <string>

/// Addresses outside AWS that take requests: so many at once, each for a while, and no more waiting than they have places.
namespace plimsoll::outside_address {

struct Words {
    std::string workers, workersHelp;  ///< who handles the requests
    std::int64_t count = 10;
    double medianMillis = 100, p99Millis = 500;
};

/// Adds `workers`, `requestMillis`, `requestP99Millis`, `waitingPlaces`.
void declareOn(ServiceSpec& spec, const Words& words);
/// A service of them; it is not AWS that bills it.
Service serviceOf(ServiceSpec spec);

}  // namespace plimsoll::outside_address
