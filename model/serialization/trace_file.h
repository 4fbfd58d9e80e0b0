// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/error.h"

#include <filesystem>
#include <istream>
#include <string>

namespace plimsoll {

/// Reads a traffic trace, CSV with a line of names or without one:
///   `timestamp` or `time` alone: one arrival a row, counted in bins of 10 ms, or wider so that 131,072 bins hold it;
///   with `rate` (or `ratePerSecond`): records per second from that time on, for the usual distance between two rows.
/// Times are seconds; a `timestamp` may also be ISO 8601, and the first one is time 0. Where rows are missing the rate
/// is 0. The file is read once, in pieces. Errors name the line.
Result<TraceRates> readTrace(std::istream& input, const std::string& name);
Result<TraceRates> readTraceFile(const std::filesystem::path& file);

/// Reads the traces that the profiles of the design name, below `folder` only. What goes wrong is kept with the
/// profile, for the validation to say.
void loadTraces(Design& design, const std::filesystem::path& folder);

}  // namespace plimsoll
