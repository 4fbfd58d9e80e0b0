// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace plimsoll {

// How the core writes numbers in sentences and tables: English, never localised.

/// Commas between thousands of the digits before the point: "10,799,448", "-1,234.5".
std::string grouped(std::string digits);
/// At most three significant digits, not grouped; whole from 100 on.
std::string shortNumber(double value);
/// Three significant digits or all of the integer part, grouped: "7,884,000,000", "37,594", "0.586".
std::string figure(double value);
std::string figure(std::uint64_t value);
/// "100%", "62%", "3.2%", "<0.1%" of a share such as 0.62.
std::string percent(double share);

}  // namespace plimsoll
