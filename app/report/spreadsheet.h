// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_documents.h"
#include "model/support/error.h"

#include <string>

namespace plimsoll {

// Excel workbooks (.xlsx) as bytes: figures are numbers a sheet can work with, totals are formulas, texts never are.

/// Sheets Bill, Components, Limits, Latency and Findings.
Result<std::string> writeRunSpreadsheet(const Report& report);
Result<std::string> writeBillSpreadsheet(const Bill& bill);
Result<std::string> writeComparisonSpreadsheet(const Comparison& comparison);

}  // namespace plimsoll
