// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/number_text.h"
#include "model/support/phrase.h"
#include "model/units/money.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace plimsoll {

/// The unit of bill lines about stored bytes; keys and people's accounts are held by the month, too.
inline constexpr std::string_view kStoredBytes = "GB-month";

// How the core writes figures in sentences and tables: English, never localised.

/// "1,339.96"; below a cent the digits that count: "0.00123".
std::string amountText(Money amount);
/// "$1,339.96"
std::string dollars(Money amount);
/// For sentences: "$1,340" from a hundred dollars on, "$32.40" below.
std::string roundDollars(Money amount);
/// The same as a part of a phrase.
PhraseArgument inDollars(std::string name, Money amount);
/// "320 us", "45.6 ms", "1.23 s", "2 min 5 s".
std::string millisText(double milliseconds);
/// "1 h", "90 s", "2 min", "1.5 h"
std::string spanText(double seconds);
/// "1,024 B", "5 KB", "3.1 GB"; 1 KB is 1024 B.
std::string bytesText(double bytes);
/// "shards", "queries", "batches"
std::string pluralOf(std::string_view noun);
/// "1 shard", "3 shards", "2 queries"
std::string counted(std::uint64_t count, std::string_view noun);
/// The first letter in lower case, but for abbreviations: "batch size", "WCU".
std::string lowered(std::string text);
/// The first letter in upper case.
std::string capitalised(std::string text);

}  // namespace plimsoll
