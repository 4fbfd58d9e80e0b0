// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// A parameter the search may choose.
struct SearchKnob {
    std::string id;    ///< "orders.shards"
    std::string name;  ///< "Orders: Open shards"
    std::string unit;
    double current = 0;  ///< as the design is, `auto` resolved
    double least = 0;    ///< what average rates need: the search goes no lower
    double chosen = 0;   ///< current, where nothing was found
};

/// One sizing that was run.
struct SearchTrial {
    std::vector<double> values;  ///< by knob
    std::optional<double> usdPerMonth;
    std::vector<ObjectiveReport> objectives;
    bool met = false;       ///< every objective, with its whole interval
    double miss = 0;        ///< sum of how far upper ends are beyond their targets, as shares of these
    std::string note;       ///< "start", "orders.shards up", "fresh draws"
    std::string problem{};  ///< why it could not run
};

struct SizeSearch {
    bool found = false;
    std::string why;  ///< one sentence: what was found, or why nothing
    std::vector<SearchKnob> knobs;
    std::vector<SearchTrial> trials;            ///< in the order they ran
    std::optional<SearchTrial> confirmation;    ///< the chosen sizing on draws the search has not seen
    std::optional<double> usdBefore, usdAfter;  ///< a month, from average rates
    std::optional<double> budget;
    std::string scenario;
    std::uint64_t seed = 0;
    int replications = 0;
    double durationSeconds = 0;
    bool partial = false;
};

struct SearchOptions {
    ScenarioId scenario;
    PriceChoice price;
    std::uint64_t seed = 1;
    int replications = 5;  ///< at least 5
    int threads = 1;       ///< over replications; never changes a result
    int mostTrials = 40;
    /// Told of each sizing as it was run, from the thread of the search.
    std::function<void(const std::vector<SearchKnob>& knobs, const SearchTrial& trial)> trialDone{};
};

/// The least-cost sizing that meets all objectives of the scenario together at 95%: coarse from average rates, then
/// run message by message. Costs are taken to grow with every parameter, misses to shrink.
Result<SizeSearch> searchSize(const Design& design, const ServiceLibrary& library,
                              const SearchOptions& options, RunMonitor& monitor);

}  // namespace plimsoll
