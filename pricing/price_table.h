// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"
#include "pricing/price_book.h"

#include <string_view>

namespace plimsoll {

/// A book as scripts/make_price_books.py writes it for the program itself: lines of tab-separated fields, long texts once
/// and then by number. Read in about a millisecond where JSON takes ten. An error says in which line the build went wrong.
Result<PriceBook> readPriceTable(std::string_view table);

}  // namespace plimsoll
