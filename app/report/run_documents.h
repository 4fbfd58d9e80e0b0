// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/study/carried_work.h"
#include "app/study/comparison.h"
#include "app/study/evaluation.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// Everything one run has to say, ready to be written in any format.
struct Report {
    std::string title;  ///< of the design
    std::string scenarioLabel;
    RunReport run;
    std::optional<Bill> bill;
    std::string billProblem;             ///< why there is no bill; empty when there is one
    std::optional<CarriedWork> carried;  ///< what an estimate says about the work the bill leaves out
    std::vector<VerdictClause> verdict;
    std::vector<Finding> findings;                  ///< of the run, then of the bill
    std::optional<Comparison> comparison = {};      ///< of the alternatives that the design holds
    std::map<ConnectionId, std::string> ends = {};  ///< what whom each connection leads to is called
};

/// Puts run and bill together, with the verdict and the findings of both. `carried`: what the estimate says it takes to
/// carry all of the work.
Report makeReport(const Design& design, const ServiceCatalog& catalog, RunReport run,
                  const Result<Bill>& bill, std::optional<CarriedWork> carried = std::nullopt);

/// What whom each connection leads to is called, for Report::ends.
std::map<ConnectionId, std::string> endsOf(const Design& design);

Document documentOf(const Report& report);
/// Adds the charts of a run: traffic over time, delays, where the time goes, cost. For writers that draw.
void addCharts(Document& document, const Report& report);
/// Adds a waterfall for each kept journey of a sampled message.
void addTraces(Document& document, const RunReport& run);
/// The waterfall of one of them; of all with an empty id.
Document traceDocument(const RunReport& run, std::string_view id);
/// Verdict, objectives and problems only, as `check` shows them.
Document checkDocument(const Report& report);
/// The instant estimate from average rates: limits, sizing and bill, and labelled so.
Document estimateDocument(const FlowReport& flow, const Design& design, const Result<Bill>& bill);
/// A bill alone, as `price` shows it; `carried` says how much of the work it is for.
Document documentOf(const Bill& bill, const std::string& title, const std::vector<Finding>& findings,
                    const CarriedWork* carried = nullptr);
Document documentOf(const Comparison& comparison, const std::string& title);
/// Sizing advice from the flow estimate, as `size` shows it. `costs`: monthly price of each recommendation against
/// today's, in the order of the sizing rows; empty texts where unknown.
Document sizingDocument(const FlowReport& flow, const Design& design, const std::vector<std::string>& costs);

}  // namespace plimsoll
