// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/carried_work.h"
#include "app/study/evaluation.h"

namespace plimsoll {

struct TrialOptions {
    ScenarioId scenario;
    std::uint64_t seed = 1;
    int threads = 1;       ///< never changes a result
    int replications = 4;  ///< pairs behind each interval; at least 3
    double messages =
        6e6;  ///< source records of all trials together: decides how much of the scenario they play
    std::size_t kept = 3;  ///< most changes kept for each finding
    double targetUtilisation = 0.8;
    PriceChoice price;
};

/// Tries changes against the report's problems and advice, on the same traffic with the same draws, and puts those whose
/// gain can be told from chance on the findings, best for its cost first. Each interval stands alone. Where the scenario
/// has more records than the trials may send, they play the stretch around where the report is at its worst, and
/// `RunReport::trials` says which. A cancelled call leaves the findings as they were.
Status tryChanges(const Design& design, const ServiceLibrary& library, const TrialOptions& options,
                  RunReport& report, RunMonitor& monitor);

/// One change of one parameter, as `tryChanges` makes them; for tests and for showing what would be tried.
struct Change {
    ComponentId component;    ///< where the parameter is, or the connection's target
    ConnectionId connection;  ///< empty: the component's own
    std::string parameter;
    ParameterValue from, to;
    std::string text;        ///< "+2 shards"
    bool isAdvised = false;  ///< a finding names this very value
};

/// What may relieve a finding: those of `sizes`, which carry all the work together, that are at its component or at the one
/// its calls wait for, then the levers of these, of the connections there and of what feeds them. The design has no `auto`
/// left.
std::vector<Change> changesFor(const Finding& finding, const Design& design, const ServiceLibrary& library,
                               const RunReport& report, const std::vector<SizeChange>& sizes = {});

}  // namespace plimsoll
