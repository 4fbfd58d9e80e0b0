// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/error.h"
#include "simulator/kernel/driver_options.h"
#include "simulator/metrics/run_report.h"

#include <cstdint>
#include <optional>

namespace plimsoll {

class ServiceLibrary;

/// Receives progress and says when to stop; called from the thread that runs the simulation, a few times a second.
class RunMonitor {
public:
    virtual ~RunMonitor() = default;
    virtual void progressed(double /*fraction*/) {}
    virtual bool isCancelled() const { return false; }
};

struct RunOptions {
    ScenarioId scenario;  ///< empty = the first
    std::uint64_t seed = 1;
    int replications = 1;
    int threads = 1;  ///< over replications; never changes a result
    std::optional<double> durationSeconds;
    DriverOptions driver;            ///< never changes a result
    double targetUtilisation = 0.8;  ///< for `auto` parameters and sizing advice
};

/// Runs the scenario message by message. Errors: an unknown service, an illegal connection, no source, a parameter
/// out of range: anything validate() calls an error. A cancelled run returns what it has, marked partial.
Result<RunReport> simulate(const Design& design, const ServiceLibrary& library, const RunOptions& options,
                           RunMonitor& monitor);

}  // namespace plimsoll
