// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <optional>

namespace plimsoll {

/// Work that was given up because it took longer than it may: by a gateway or balancer that waits for an answer, by a
/// function or a query engine that cuts off its own.
struct TimedOut {
    const ComponentReport* at = nullptr;
    double records = 0;                       ///< or requests, runs, queries
    const ComponentReport* callee = nullptr;  ///< that took the time; null: the work itself did
};
/// Nothing where it is a trifle of what was offered, or of what failed.
std::optional<TimedOut> timedOut(const ComponentReport& component, const RunReport& report);

/// How long faults of the scenario took the component away, in seconds.
double downSeconds(const ComponentReport& component);

/// How long faults of the scenario let a share of its work fail, in seconds.
double failingSeconds(const ComponentReport& component);

/// Messages of a queue that came back while somebody was still at work on them, and were worked on again.
double workedOnTwice(const ComponentReport& queue);
/// Whether that is what keeps the readers of a queue busy.
bool comesBackTooSoon(const ComponentReport& queue);

/// What went wrong where no limit refused or held anything: its cause, a name for verdicts.
struct Cause {
    enum class Kind { TimedOut, Down, Failing } kind;
    const ComponentReport* at = nullptr;
    const ComponentReport* callee = nullptr;
    double records = 0;
};
/// The one that cost most records.
std::optional<Cause> causeBesideLimits(const RunReport& report);

Finding timedOutFinding(const TimedOut& timedOut);
std::optional<Finding> comesBackFinding(const ComponentReport& queue, const RunReport& report);
/// Errors of an origin that a cache gives to all who ask for the same.
std::optional<Finding> rememberedErrorsFinding(const ComponentReport& component);
/// Runs that waited for a new environment, often enough to set the slowest hundredth.
std::optional<Finding> coldStartFinding(const ComponentReport& component);

}  // namespace plimsoll
