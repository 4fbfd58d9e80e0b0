// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <string_view>

namespace plimsoll {

/// Hours of the month that a rate per month is spread over when nobody says otherwise: AWS Pricing Calculator's.
inline constexpr double kRateMonthHours = 730;

/// A volume as people say it, in units per second: "3M/month", "40M/day", "5k/s", "2/min", "1.5e6/h", "3,000,000/week";
/// a bare number is per second. k, M and G (or B, billion) are thousands, millions and billions. At most 1e9/s.
Result<double> rateOf(std::string_view text, double monthHours = kRateMonthHours);

}  // namespace plimsoll
