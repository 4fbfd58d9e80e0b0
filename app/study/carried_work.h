// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll {

/// How much of the work meant for one component an estimate's bill carries, in records per second.
struct CarriedPart {
    ComponentId component;
    std::string label;
    double wantedPerSecond = 0;   ///< what would arrive if nothing before it refused or waited
    double offeredPerSecond = 0;  ///< what arrives
    double carriedPerSecond = 0;  ///< what is done and billed
    double refusedPerSecond = 0;  ///< of what arrives, here
    double waitingPerSecond = 0;  ///< of what arrives: left over at the end, or more than a limit allows
    double failedPerSecond = 0;   ///< of what arrives: given up, as what was called failed or took too long
    bool isEnd = false;           ///< nothing goes on from here
    double share() const { return wantedPerSecond > 0 ? carriedPerSecond / wantedPerSecond : 1; }
};

/// One scenario of the month.
struct CarriedScenario {
    ScenarioId scenario;
    std::string label;
    double share = 1;                ///< of the records meant for the ends of the design
    std::vector<CarriedPart> parts;  ///< with work, in component id order
};

/// A size that has to grow before all work is carried.
struct SizeChange {
    ComponentId component;
    ConnectionId connection;  ///< of a connection's parameter; then `component` is the one it relieves
    std::string where;        ///< "Orders", "Orders to Writer"
    std::string parameter;    ///< id
    std::string name, unit;   ///< "Batches per shard"
    double from = 0, to = 0;
    std::string fromChoice, toChoice;  ///< instead, of a list of sizes: "db.m7g.large"
};

/// What a bill from average rates carries of the work, and what carrying all of it takes.
struct CarriedWork {
    std::vector<CarriedScenario> scenarios;
    std::vector<SizeChange> changes;  ///< nothing when all is carried
    std::vector<std::string> stuck;   ///< "Table: Writes of one partition (1,000%)": no size found that helps
    std::optional<Money>
        monthly;           ///< with the changes; nothing when all is carried, something is stuck or unpriced
    bool searched = true;  ///< false: the design is too large to look at all sizes
    double targetUtilisation = 0.8;  ///< that the changes leave
    bool isWhole() const;
    /// The end that misses most, of all scenarios; nothing when all is carried.
    const CarriedPart* worst() const;
};

/// Compares today's estimate with that of the design whose sizes have grown until average rates fit: sizing parameters
/// to what is recommended, then whatever relieves the limits left over. Follows the design's month as estimateBill().
/// `known`: the flow of that scenario, where it is there already. The size of the design bounds how many estimates are made.
Result<CarriedWork> carriedWork(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenario, const PriceChoice& choice,
                                const FlowReport* known = nullptr);

/// "This bill carries 1% of the work meant for Table (10 of 1,000 records/s): 99% is refused there." and what all of it
/// takes; nothing when all is carried.
std::optional<Finding> carriedFinding(const CarriedWork& work);
/// The same of a bill metered in a run: which part of what was offered the run refused or left waiting, and, from
/// `work` when there is one, what carrying all of it takes.
std::optional<Finding> refusedInRun(const RunReport& run, const CarriedWork* work);
/// "carries 1% of the work of Table; all of it costs $949/month"; empty when all is carried.
std::string carriedText(const CarriedWork& work);

}  // namespace plimsoll
