// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/estimate/epochs.h"
#include "simulator/estimate/flow_pass.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll {

/// A stretch of time in which each source's rate is one straight line.
struct MonthStep {
    double from = 0, to = 0;
    std::uint32_t cell = 0;           ///< of MonthPlan::cells
    std::uint32_t epoch = 0;          ///< which parameters are in force
    std::int32_t stretch = -1;        ///< of MonthPlan::stretches; -1 = sampled
    std::uint32_t low = 0, high = 0;  ///< levels it lies between
    double highShare = 0;             ///< by time, so that seconds and volume come out exact
};

/// Steady traffic, run for as long as its figures need and weighted by the time it stands for.
struct MonthLevel {
    std::vector<double> rates;  ///< by source
    std::uint32_t epoch = 0;    ///< which parameters are in force
    double seconds = 0;         ///< of the scenario, for counts, cost and time means
    double latencySeconds = 0;  ///< for distributions: seconds x rate is the volume it stands for
    double utilisation = 0;     ///< of the limit that binds first, from the flow
    double warmUpSeconds = 0;
    double settleSeconds = 0;      ///< how long its slowest part remembers
    double messagesPerSecond = 0;  ///< of all sources
};

/// Time run message by message: something changes there. Equal stretches are one class, run once or more.
struct MonthStretch {
    double from = 0, to = 0;
    std::uint32_t kind = 0;
    std::string why;  ///< "rate change", "near a limit", "backlog", "fault", "changed parameter"
};
struct MonthStretchKind {
    double from = 0, to = 0;  ///< the first of them
    double leadInSeconds = 0;
    double count = 0;
    double messages = 0;   ///< expected in one run, lead-in included
    bool settled = false;  ///< long before it, there was room for what is saved to be saved
};

/// Where the time of a scenario goes: what is sampled as levels, what is run as it is.
struct MonthPlan {
    std::vector<std::uint32_t> sources;  ///< ranks
    struct EpochText {
        double from = 0;
        std::string inForce;
    };
    std::vector<EpochText> epochs;
    std::vector<MonthStep> steps;
    std::vector<double> stepRates;  ///< by step, by source: means
    std::vector<MonthLevel> levels;
    std::vector<MonthStretch> stretches;
    std::vector<MonthStretchKind> kinds;
    double messages = 0;       ///< expected from all sources over the scenario
    double exactMessages = 0;  ///< expected in one run of each kind of stretch
    std::string cannot;        ///< why the scenario must be run as it is; empty = may be sampled
    bool proportional = true;  ///< the sources move together, so levels interpolate
};

/// Scouts the whole scenario with the flow face: minutes where rates are smooth, whole seconds where they bend.
/// `epochs` are those of the scenario, and must outlive the call.
MonthPlan planMonth(const std::vector<Epoch>& epochs, const Scenario& scenario);

}  // namespace plimsoll
