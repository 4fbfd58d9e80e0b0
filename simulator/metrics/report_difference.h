// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

namespace plimsoll {

/// Takes what had happened by an earlier instant of the same run off a report: counts, meters and mean uses of what came
/// after. What is in flight or resident stays as it is at the end, so accepted = completed + failed + lost + (in flight
/// now less in flight then). Peaks, facts and series remain those of the whole run; percentiles and backlogs are
/// restarted by the meters themselves (NodeMeter::restart). `simulatedSeconds` of both say when they were read.
void subtract(RunReport& report, const RunReport& earlier);

}  // namespace plimsoll
