// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/replication/replication.h"
#include "simulator/run/replication/run_options.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll {

/// Folds replications, in their order, into one report; memory does not grow with their number. Counts, backlogs,
/// peaks, meters, rates and series become means per replication, percentiles come from all samples together, a maximum
/// is the largest seen. Counts stay whole and add up: the ends are rounded (what happened at all, to at least one) and
/// offered and accepted are their sums. Audits are of the replications' own counts, before any rounding.
class ReplicationMerger {
public:
    explicit ReplicationMerger(MonthlyCost cost = {}) : m_cost{std::move(cost)} {}
    void add(Replication one);
    int count() const { return m_count; }
    std::uint64_t messages() const { return m_messages; }
    const std::vector<FigureOfRuns>& figures() const { return m_figures; }
    /// One replication comes back as it went in. At least one must have been added.
    RunReport finish();

private:
    void addFigures(const Replication& one);

    MonthlyCost m_cost;
    int m_count = 0;
    std::uint64_t m_messages = 0;
    Replication m_sum;
    std::vector<FigureOfRuns> m_figures;
    std::unordered_map<std::string, std::size_t> m_places;  ///< of each figure, by its name and where it is
};

/// How wide the watched figures are: mean and p99 of each sink and path, the share refused, the cost.
Stopping judgePrecision(const std::vector<FigureOfRuns>& figures, double precision);

/// Runs replication `number`; `keepGoing(fraction done)` is asked now and then.
using RunOne = std::function<Replication(int number, const std::function<bool(double)>& keepGoing)>;

/// As many replications as the options say, on their threads. Decisions look at replications in their order only, so
/// the number of threads never changes the report. Cancelled: what is whole counts, or the first one as far as it came. What a
/// replication throws is thrown from here, whichever thread ran it.
RunReport runReplications(const RunOne& runOne, const RunOptions& options, RunMonitor& monitor);

}  // namespace plimsoll
