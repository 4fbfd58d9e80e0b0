// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/id.h"
#include "model/support/usage.h"
#include "simulator/kernel/driver_options.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace plimsoll {

/// Receives progress and says when to stop; called from the thread that runs the simulation, a few times a second.
class RunMonitor {
public:
    virtual ~RunMonitor() = default;
    virtual void progressed(double /*fraction*/) {}
    virtual bool isCancelled() const { return false; }
};

/// Replications until the figures are known well enough, or a budget is spent; never until a clock says so.
struct StopRule {
    double precision = 0.05;  ///< half-width / value at 95%, of every watched figure
    int fewest = 5;
    int most = 100;
    std::uint64_t mostMessages =
        1'000'000'000;  ///< born in all replications together; the fewest run regardless
};

/// Dollars a month of a run's meters; nothing when it cannot be priced. Called from any thread, one at a time.
using MonthlyCost = std::function<std::optional<double>(const Usage&)>;

class SegmentCache;

/// Event: every message. Auto: what changes message by message, the rest sampled at message level.
enum class Engine { Event, Auto };

/// When `auto` samples, and how much.
struct SamplingOptions {
    double exactBelowMessages = 3e7;      ///< shorter runs are run as they are
    double targetShare = 0.01;            ///< half-width / value of mean and p99 that ends the sampling
    double budgetMessages = 5e7;          ///< for levels; what changes is always run
    std::shared_ptr<SegmentCache> cache;  ///< segments of earlier runs; null = none
};

/// A stretch of a scenario on its own. It is led up to, from nothing at work and nothing waiting; figures are of what
/// comes after the lead-in.
struct RunWindow {
    double fromSeconds = 0;  ///< where the stretch begins in the scenario
    double seconds = 0;
    double leadInSeconds = 0;  ///< whole, at most `fromSeconds`
};

struct RunOptions {
    ScenarioId scenario;  ///< empty = the first
    std::uint64_t seed = 1;
    int replications = 1;
    std::optional<StopRule> stopRule;  ///< goes before `replications`
    MonthlyCost monthlyCost;           ///< makes cost one of the figures of each replication
    int threads = 1;      ///< over replications, and over the parts of each; never changes a result
    bool steady = false;  ///< leave out the start-up phase, as a scenario of analysis "steady" does
    std::optional<double> warmUpSeconds;  ///< steady: this much, instead of what a pilot run shows
    std::optional<double> durationSeconds;
    std::optional<RunWindow> window;     ///< play only this, message by message; not with a steady state
    DriverOptions driver;                ///< never changes a result
    std::uint64_t mostHeld = kMostHeld;  ///< records that may wait before a run is given up
    Engine engine = Engine::Event;
    SamplingOptions sampling;
    double targetUtilisation = 0.8;  ///< for `auto` parameters and sizing advice
};

}  // namespace plimsoll
