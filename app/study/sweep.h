// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"
#include "app/study/ranks.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// One input and the values it takes, as texts: "orders.shards" and "1", "2", "3"; "producers.rate" and "1000", "2x".
struct SweepAxis {
    std::string input;
    std::vector<std::string> values;
};

/// "orders.shards=1:10:1" (from, to, step) or "orders.mode=provisioned,on-demand".
Result<SweepAxis> parseSweepAxis(std::string_view text);

/// Gives one input of a design one value.
using SetInput = std::function<Status(Design& design, const std::string& input, const std::string& value)>;

/// A figure with its half-width at 95%, where there is one.
struct SweptFigure {
    std::string name;  ///< "delay-p99 at archive"
    std::optional<double> value, halfWidth;
    friend bool operator==(const SweptFigure&, const SweptFigure&) = default;
};

/// Does the interval lie within the target, beyond it, or across it?
enum class Certainty { Met, Missed, Unsure, NoData };
std::string_view toString(Certainty certainty);
/// Of an objective; without an interval the value alone decides. `widening` multiplies the half-width.
Certainty certaintyOf(const ObjectiveReport& objective, double widening = 1);

struct SweptObjective {
    SweptFigure figure;
    double target = 0;
    Certainty certainty = Certainty::NoData;
    friend bool operator==(const SweptObjective&, const SweptObjective&) = default;
};

/// What one point of the grid came to.
struct SweptPoint {
    std::string problem;  ///< why it could not run; then the rest is empty
    std::vector<SweptObjective> objectives;
    std::vector<SweptFigure> tails;  ///< p99 of each sink and path, ms
    SweptFigure refused;             ///< share of what was offered anywhere
    SweptFigure cost;                ///< dollars a month; no value where there are no prices
    SweptFigure metric;              ///< what the front weighs against cost
    std::optional<double> headroom;  ///< 1 - use of the limit that is closest; below 0 = over it
    std::string closest;             ///< "orders: records"
    friend bool operator==(const SweptPoint&, const SweptPoint&) = default;
};

struct SweepOptions {
    ScenarioId scenario;
    PriceChoice price;
    std::uint64_t seed = 1;
    int replications = 3;
    int threads = 1;  ///< over points, then replications; never changes a result
    bool steady = false;
    std::optional<double> warmUpSeconds;
    std::vector<SweepAxis> axes;
    std::string metric;  ///< "delay-p99@archive", "refused-share"; empty = the first objective's, else a p99
    std::string checkpointFile;  ///< empty = none
    SetInput setInput;
    /// Told of each point as it is done, from any thread, one at a time.
    std::function<void(std::size_t at, const SweptPoint& point)> pointDone;
    Ranks* ranks = nullptr;  ///< null = this process alone
};

/// A grid of variants of one design, all on the same draws.
struct Sweep {
    std::string designHash, scenario, version, metric;
    std::uint64_t seed = 0;
    int replications = 0;
    double durationSeconds = 0;
    std::vector<SweepAxis> axes;
    std::vector<std::optional<SweptPoint>> points;  ///< the last axis runs fastest; nothing = not done
    std::vector<bool> front;  ///< per point: nothing is both cheaper and better in the metric
    bool partial = false;
    std::size_t resumed = 0;                                     ///< points that the checkpoint already had
    std::vector<std::string> warnings;                           ///< ranks that were lost
    std::vector<std::string> valuesOf(std::size_t point) const;  ///< one per axis
};

inline constexpr std::size_t kMostSweptPoints = 100'000;

/// Error: an input or value that cannot be, or a checkpoint that is of something else. On another rank than 0 it works
/// for rank 0 and gives back nothing of its own.
Result<Sweep> sweep(const Design& design, const ServiceLibrary& library, const SweepOptions& options,
                    RunMonitor& monitor);

/// One point of the grid, run alone.
SweptPoint runPoint(const Design& design, const ServiceLibrary& library, const SweepOptions& options,
                    int threads, RunMonitor& monitor);

/// Which points no other beats on cost and metric at once. Points without either figure, or with a problem, are none.
std::vector<bool> paretoFront(const std::vector<std::optional<SweptPoint>>& points);

}  // namespace plimsoll
