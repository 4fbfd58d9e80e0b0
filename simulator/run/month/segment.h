// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/month/month_plan.h"
#include "simulator/run/replication/replication.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace plimsoll {

/// What segments are parts of: the design as it begins, its graph with all changes, and the epochs.
struct MonthStage {
    const Design& design;
    const ServiceLibrary& library;
    const Scenario& scenario;
    const EngineGraph& graph;
    const std::vector<Epoch>& epochs;
};

/// One run of a part of the scenario: a level's steady traffic, or a stretch of the real one.
struct SegmentSpec {
    bool isLevel = false;
    std::vector<double> rates;  ///< level: by source
    std::uint32_t epoch = 0;    ///< level: which parameters are in force
    double from = 0;            ///< stretch: where the lead-in begins
    double warmUpSeconds = 0;   ///< not measured
    double seconds = 0;         ///< measured
    int batches = 1;
    bool settled = false;  ///< begins with what was saved while there was room
    std::uint64_t seed = 0;
    std::uint64_t phaseSeed = 0;  ///< of the run: the phases of what repeats are the same in all its parts
    int phaseReplication = 0;
    std::uint64_t mostHeld = kMostHeld;
    double messages = 0;  ///< expected, for progress and budgets
};

/// What a segment measured after its warm-up.
struct SegmentResult {
    Replication window;  ///< sums, means and peaks of the measured time
    double seconds = 0;
    std::vector<Histogram> delays, responses, latencies;  ///< of the measured time
    struct Batch {
        double seconds = 0;
        double born = 0;
        std::vector<double>
            figures;  ///< in the order eachFigure() visits `window`; sums, and means x seconds
        std::vector<SparseHistogram> delays, responses;
    };
    std::vector<Batch> batches;
    double messages = 0;  ///< simulated, warm-up included
    std::vector<Audit> failed;
    bool cancelled = false;
    std::string stopped;  ///< why it was, when not by the user
};

SegmentResult runSegment(const MonthStage& stage, const MonthPlan& plan, const FlowReport& flow,
                         const SegmentSpec& spec, const DriverOptions& driver,
                         const std::function<bool(double)>& keepGoing);

/// Segments already run, by content: what an edit does not touch need not be run again. Safe from several threads.
class SegmentCache {
public:
    std::shared_ptr<const SegmentResult> find(const std::string& key) const;
    /// Keeps the newest results, at most `kMost`.
    void keep(const std::string& key, std::shared_ptr<const SegmentResult> result);
    std::size_t size() const;

private:
    static constexpr std::size_t kMost = 512;
    mutable std::mutex m_guard;
    std::map<std::string, std::shared_ptr<const SegmentResult>> m_results;
    std::vector<std::string> m_order;
};

/// Everything that decides what a segment measures, as text: the working part of the design, the way the scenario
/// loads it apart from traffic, and the version.
std::string workingPartOf(const Design& design, const Scenario& scenario);
/// Follows from what drives the segment, so that an edit elsewhere leaves its draws alone and two designs under equal
/// traffic get equal ones.
std::uint64_t segmentSeed(const Scenario& scenario, const MonthPlan& plan, const SegmentSpec& spec,
                          std::uint64_t runSeed, int replication, int number);
std::string segmentKey(const std::string& workingPart, const Scenario& scenario, const MonthPlan& plan,
                       const SegmentSpec& spec);

}  // namespace plimsoll
