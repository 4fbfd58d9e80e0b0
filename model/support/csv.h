// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

using CsvRow = std::vector<std::string>;

/// Reads comma-separated text with quoted fields (RFC 4180; LF or CRLF). Strict: every row has as many fields as the
/// first, a quote may stand only at a field's ends, doubled inside. Errors carry `line:column`.
Result<std::vector<CsvRow>> readCsv(std::string_view text);

}  // namespace plimsoll
