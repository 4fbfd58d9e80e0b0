// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bill_sections.h"

#include "app/report/run_sections.h"
#include "app/study/wording.h"
#include "simulator/metrics/interval_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

// Bills, and those of several designs.

namespace plimsoll {

namespace {

const char* yearsText(Term term)
{
    return term == Term::OneYear ? "1 year" : "3 years";
}

/// "Committed for 1 year where there is a rate: $1,200.00 a month (-21%)."
std::string termText(const TermTotal& term, const Bill& bill)
{
    return fmt::format("Committed for {} where there is a rate: {} a month (-{}){}.", yearsText(term.term),
                       dollars(term.total), percent(term.saved.dollars() / bill.total.dollars()),
                       term.isUncertain ? ", in part by rates quoted by third parties only" : "");
}

}  // namespace

/// "730 h, prices of us-east-1 as of 2025-11-03"; a study note has hours of its own, per service.
std::string basisOf(const Bill& bill)
{
    std::string text = "prices of " + bill.priceBookId;
    if (!bill.priceBookDate.empty())
        text += " as of " + bill.priceBookDate;
    if (bill.spanHours > 0)
        return text;
    if (bill.term != Term::OnDemand)
        text += fmt::format(", committed for {} where there is a rate", yearsText(bill.term));
    return bill.hasOwnHours ? text : fmt::format("{} h, {}", plainNumber(bill.monthHours), text);
}

namespace {

/// "+- $12.30 at 95%", or why it is not known how far off the total may be.
std::string totalWithin(const RunReport& run)
{
    const StatedInterval stated = intervalOf(run, "cost", "");
    const std::string reason = stated.reason.empty() ? "" : ": " + stated.reason;
    if (!stated.halfWidth)
        return "The total carries no interval" + reason + ".";
    return fmt::format("The total is within +- {} at 95%{}.",
                       dollars(Money::nanodollars(std::llround(*stated.halfWidth * 1e9))), reason);
}

}  // namespace

/// `run` is what the bill was metered from; null for an estimate.
Section billSection(const Bill& bill, const RunReport* run)
{
    Section section{"Bill", {}, {}, {}};
    section.before.push_back(
        {(bill.heading.empty() ? "A month" : capitalised(bill.heading)) + ", " + basisOf(bill), Tone::Quiet,
         ""});
    section.table.columns = {{"Component"},
                             {"Meter"},
                             {"Quantity", Align::Right},
                             {"Unit"},
                             {bill.spanHours > 0 ? "USD" : "USD/month", Align::Right},
                             {"Growth/month", Align::Right},
                             {"Place"},
                             {"Note"}};
    for (const BillLine& line : bill.lines) {
        Row row{{line.componentLabel, line.name, figure(line.quantity), line.unit, amountText(line.amount),
                 line.growthPerMonth > Money{} ? "+" + amountText(line.growthPerMonth) : "", line.place,
                 line.note},
                Tone::Plain};
        if (line.state != LineState::Priced) {
            row.cells[4] = line.state == LineState::Unpriced ? "unpriced" : "left out";
            row.tone = Tone::Quiet;
        }
        section.table.rows.push_back(std::move(row));
    }
    section.table.rows.push_back(
        {{"Total", "", "", "", amountText(bill.total),
          bill.growthPerMonth > Money{} ? "+" + amountText(bill.growthPerMonth) : "", "", ""},
         Tone::Strong});
    dropEmptyColumns(section.table, {});
    for (const TermTotal& term : bill.byTerm)
        section.after.push_back({termText(term, bill), Tone::Quiet, ""});
    if (run)
        section.after.push_back({totalWithin(*run), Tone::Quiet, ""});
    return section;
}

/// Which part of the work a bill carries, where it does not carry all of it.
Section carriedSection(const CarriedWork& work)
{
    Section section{"Work carried", {}, {}, {}};
    if (work.isWhole())
        return section;
    section.table.columns = {{"Scenario"},
                             {"Component"},
                             {"Meant for it", Align::Right},
                             {"Offered", Align::Right},
                             {"Refused", Align::Right},
                             {"Waiting", Align::Right},
                             {"Failed", Align::Right},
                             {"Carried", Align::Right},
                             {"Share", Align::Right}};
    const bool several = work.scenarios.size() > 1;
    for (const CarriedScenario& scenario : work.scenarios)
        for (const CarriedPart& part : scenario.parts)
            section.table.rows.push_back(
                {{several ? scenario.label : "", part.label, figure(part.wantedPerSecond),
                  figure(part.offeredPerSecond), figure(part.refusedPerSecond), figure(part.waitingPerSecond),
                  figure(part.failedPerSecond), figure(part.carriedPerSecond), percent(part.share())},
                 part.share() < 0.9995 ? Tone::Bad : Tone::Plain});
    dropEmptyColumns(section.table, {"0"});
    section.after.push_back({"Records per second, from average rates.", Tone::Quiet, ""});
    return section;
}

/// What each meter costs on each side, their sums, and the difference of two.
Section comparedCost(const Comparison& comparison)
{
    Section cost{"Cost", {}, {}, {}};
    cost.table.columns = {{"USD/month"}};
    for (const ComparedSide& side : comparison.sides)
        cost.table.columns.push_back({side.name, Align::Right});
    const bool two = comparison.sides.size() == 2;
    if (two)
        cost.table.columns.push_back({"Difference", Align::Right});
    const auto signedText = [](Money difference) {
        const std::string text = amountText(difference);
        return (difference > Money{} && text != "0.00" ? "+" : "") + text;
    };
    for (const ComparedLine& line : comparison.lines) {
        Row row{{line.name}, Tone::Plain};
        for (const std::optional<Money>& amount : line.amounts)
            row.cells.push_back(amount ? amountText(*amount) : "-");
        if (two)
            row.cells.push_back(
                signedText(line.amounts[1].value_or(Money{}) - line.amounts[0].value_or(Money{})));
        cost.table.rows.push_back(std::move(row));
    }
    Row total{{"Total"}, Tone::Strong};
    Row growth{{"grows each month by"}, Tone::Quiet};
    for (const ComparedSide& side : comparison.sides) {
        total.cells.push_back(amountText(side.bill.total));
        growth.cells.push_back(side.bill.growthPerMonth > Money{} ? amountText(side.bill.growthPerMonth)
                                                                  : "-");
    }
    if (two)
        total.cells.push_back(signedText(comparison.sides[1].bill.total - comparison.sides[0].bill.total));
    cost.table.rows.push_back(std::move(total));
    cost.table.rows.push_back(std::move(growth));
    return cost;
}

/// What the runs of the sides say about each other.
Section comparedFigures(const Comparison& comparison)
{
    Section differences{"Differences", {}, {}, {}};
    for (const ComparedFigure& figure : comparison.figures)
        differences.before.push_back({comparison.sides.size() > 2
                                          ? comparison.sides[figure.first].name + " against "
                                                + comparison.sides[figure.second].name + ": " + figure.text
                                          : figure.text,
                                      figure.distinguishable ? Tone::Plain : Tone::Quiet, "-"});
    if (!comparison.figures.empty())
        differences.after.push_back({comparison.figuresNote, Tone::Quiet, ""});
    return differences;
}

}  // namespace plimsoll
