// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"
#include "model/support/error.h"
#include "model/support/rate_text.h"
#include "pricing/bill.h"

#include <string>
#include <string_view>

namespace plimsoll {

/// "1h", "90s", "500ms", "2min", "1h30min", "1.5d"; a bare number is seconds.
Result<double> parseDuration(std::string_view text, std::string_view option);

/// `--set component.parameter=value`, also for connections. The value must fit the parameter's type and range;
/// a wrong name comes back with the nearest one.
Status applySetting(Design& design, const ServiceCatalog& catalog, std::string_view assignment);

/// `--rate SOURCE=N`, or `--rate N` where there is one source. Peaks and ends keep their ratio to the rate.
/// `--rate SOURCE=2.4x` multiplies all the source sends. N is what rateOf() reads: "3M/month", "5k/s", "1000".
Status applyRate(Design& design, const ServiceCatalog& catalog, std::string_view scenario,
                 std::string_view assignment, double monthHours = kRateMonthHours);

/// `--trace SOURCE=FILE`: the source replays the file, wherever it is.
Status applyTrace(Design& design, const ServiceCatalog& catalog, std::string_view scenario,
                  std::string_view assignment);

/// The scenario that --scenario names; the first one without it. Error with the nearest name.
Result<ScenarioId> resolveScenario(const Design& design, std::string_view wanted);

/// "first-month", "steady", "month=6"
Result<StorageBasis> parseStorageBasis(std::string_view text);

}  // namespace plimsoll
