// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/bill.h"
#include "simulator/estimate/flow.h"
#include "simulator/run/simulation.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// What the user chose for pricing.
struct PriceChoice {
    std::string book;  ///< price book id or "" = the design's region
    BillOptions bill;
    bool monthHoursGiven = false;              ///< the study note refuses --month-hours
    std::shared_ptr<const PriceBook> ownBook;  ///< a user's book; goes before `book`
    bool runAlone = false;                     ///< bill the scenario's duration and no month
    bool wholeMonthIsTheScenario = false;  ///< price the scenario alone, whatever the design's month mix says
};

/// The book this choice means for this design.
Result<PriceBook> priceBookFor(const Design& design, const PriceChoice& choice);

/// Bill from a run's metered usage: "a month entirely like <scenario>", or the run alone.
Result<Bill> billOf(const RunReport& report, const Design& design, const ServiceLibrary& library,
                    const PriceChoice& choice);
/// Prices the meters of one replication after the other, so that the cost has an interval too. The arguments must
/// outlive what it gives back.
MonthlyCost costOf(const Design& design, const ServiceLibrary& library, const PriceChoice& choice);
/// Bill from the flow of average rates, following the design's month mix when it has one.
/// `known`: the flow of that scenario, where it is there already; a large design takes seconds to estimate.
Result<Bill> estimateBill(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                          const PriceChoice& choice, const FlowReport* known = nullptr);

/// "Meets 2 of 3 objectives. Orders binds on records/s (100%). $1,340/month."
struct VerdictClause {
    std::string text;
    std::string link;  ///< "objectives", "component:<id>", "bill", "audits", "run"
};
std::vector<VerdictClause> verdict(const RunReport& report, const Bill* bill);

/// The verdict in one line of text.
std::string verdictText(const std::vector<VerdictClause>& clauses);
/// What exceeds the scenario's monthly budget, if it has one and the bill exceeds it.
std::optional<VerdictClause> budgetClause(const Design& design, std::string_view scenario, const Bill& bill);
/// "$1,340/month" with what stays unpriced and what grows; "$0.42 for 10 s" of a run alone.
std::string monthlyCost(const Bill& bill);

/// Findings that need the bill: what drives cost and what would change it. A meter whose inputs name a "record" and a
/// "billing granule", both in B, is checked for rounding; its shares (MeterReading::ofWhich) for waste.
std::vector<Finding> billFindings(const Bill& bill, const Usage& usage, const ServiceCatalog& catalog);

/// Every number `explain` and the window's "Why?" can show, by id: bill/<component>/<meter>,
/// limit/<component>/<limit>, size/<component>/<parameter>/minimum|recommended.
struct Explained {
    std::string id;
    Derivation derivation;
};
std::vector<Explained> explainables(const RunReport* report, const FlowReport* flow, const Bill* bill);

/// The ids closest to a wrong one, at most five, for "did you mean".
std::vector<std::string> nearestIds(std::string_view wrong, const std::vector<Explained>& known);

}  // namespace plimsoll
