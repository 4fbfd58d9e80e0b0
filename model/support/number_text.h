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

/// As data, for other programs to read: 15 significant digits, which no sum of doubles spoils (3000000, not
/// 3000000.0000000005), and no exponent from 0.000001 to 1e15. Empty when it is not finite; never "-0".
std::string dataNumber(double value);

}  // namespace plimsoll
