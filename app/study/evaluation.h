// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/bill.h"
#include "simulator/flow/flow.h"
#include "simulator/simulation.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What the user chose for pricing.
struct PriceChoice {
    std::string book; ///< price book id or "" = the design's region
    BillOptions bill;
    bool monthHoursGiven = false; ///< the study note refuses --month-hours
};

/// Bill from a run's metered usage: "a month entirely like <scenario>".
Result<Bill> billOf(const RunReport& report, const Design& design, const ServiceLibrary& library,
                    const PriceChoice& choice);
/// Bill from the flow of average rates, following the design's month mix when it has one.
Result<Bill> estimateBill(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                          const PriceChoice& choice);

/// "Meets 2 of 3 objectives. Orders binds on records/s (100%). $1,340/month."
struct VerdictClause {
    std::string text;
    std::string link; ///< "objectives", "component:<id>", "bill"
};
std::vector<VerdictClause> verdict(const RunReport& report, const Bill* bill);

/// Findings that need the bill: what drives cost and what would change it.
std::vector<Finding> billFindings(const Bill& bill, const Usage& usage);

/// Every number `explain` and the window's "Why?" can show, by id: bill/<component>/<meter>,
/// limit/<component>/<limit>, size/<component>/<parameter>/minimum|recommended.
struct Explained {
    std::string id;
    Derivation derivation;
};
std::vector<Explained> explainables(const RunReport* report, const FlowReport* flow, const Bill* bill);

} // namespace plimsoll
