// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/bill.h"
#include "simulator/metrics/run_report.h"

#include <vector>

namespace plimsoll {

/// Moves of objects into a cheaper class that cost more than they save while the objects lie there, or for a year.
std::vector<Finding> dearMoves(const Bill& bill, const Usage& usage);

}  // namespace plimsoll
