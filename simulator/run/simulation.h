// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/error.h"
#include "simulator/metrics/run_report.h"
#include "simulator/run/replication/run_options.h"

namespace plimsoll {

class ServiceLibrary;

/// Runs the scenario. Errors: an unknown service, an illegal connection, no source, a parameter
/// out of range: anything validate() calls an error. A cancelled run returns what it has, marked partial.
Result<RunReport> simulate(const Design& design, const ServiceLibrary& library, const RunOptions& options,
                           RunMonitor& monitor);

}  // namespace plimsoll
