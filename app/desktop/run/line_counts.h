// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "simulator/metrics/run_report.h"

#include <map>

namespace plimsoll {

/// Records that each connection of a design carried in a run of it. A run counts at components: what several lines
/// bring to one is told apart only as far as all but one are known, and the others are not here.
std::map<ConnectionId, double> recordsByLine(const RunReport& report, const Design& design);

}  // namespace plimsoll
