// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/evaluation.h"

#include "app/study/storage_findings.h"
#include "app/study/wording.h"
#include "simulator/metrics/facts.h"
#include "simulator/run/findings/binding.h"
#include "simulator/run/findings/cause_findings.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace plimsoll {

namespace {

constexpr double kWorthNaming = 0.10;   // share of a line or of the bill from which it is a finding
constexpr double kDominates = 0.40;     // share of the bill of one line
constexpr double kStoragePriceGap = 3;  // ratio of two storage prices worth a sentence

std::string scenarioName(const Design& design, const ScenarioId& id)
{
    const Scenario* scenario = findScenario(design, id);
    if (!scenario)
        return id;
    return scenario->label.empty() ? scenario->id : scenario->label;
}

Result<Bill> price(const std::vector<MonthPart>& month, std::string heading, const Design& design,
                   const ServiceLibrary& library, const PriceChoice& choice)
{
    const Result<PriceBook> book = priceBookFor(design, choice);
    if (!book)
        return book.error();
    Result<Bill> bill = priceMonth(month, *book, library.catalog(), design, choice.bill);
    if (bill)
        bill->heading = std::move(heading);
    return bill;
}

/// A bill of one scenario: of a month like it, or of its own length alone.
Result<Bill> priceScenario(const Usage& usage, double seconds, const ScenarioId& scenario,
                           const Design& design, const ServiceLibrary& library, PriceChoice choice)
{
    if (!choice.runAlone)
        return price({{usage, 0}}, "a month entirely like " + scenarioName(design, scenario), design, library,
                     choice);
    choice.bill.spanHours = seconds / 3600;
    return price({{usage, 0}}, spanText(seconds) + " of " + scenarioName(design, scenario) + ", nothing else",
                 design, library, choice);
}

}  // namespace

Result<PriceBook> priceBookFor(const Design& design, const PriceChoice& choice)
{
    Result<PriceBook> book = choice.ownBook
                                 ? Result<PriceBook>{*choice.ownBook}
                                 : builtinPriceBook(choice.book.empty() ? design.region : choice.book);
    if (!book)
        return book;
    if (book->isStudyNote() && choice.monthHoursGiven) {
        std::string hours;
        for (const auto& [service, value] : book->hoursByService)
            hours += fmt::format("{}{} {}", hours.empty() ? "" : ", ", service, plainNumber(value));
        return Error{"--month-hours", fmt::format("{} fixes its own hours: {}", book->id, hours),
                     "leave --month-hours out or choose a region's price book"};
    }
    return book;
}

Result<Bill> billOf(const RunReport& report, const Design& design, const ServiceLibrary& library,
                    const PriceChoice& choice)
{
    return priceScenario(report.usage, report.provenance.simulatedSeconds, report.provenance.scenario, design,
                         library, choice);
}

MonthlyCost costOf(const Design& design, const ServiceLibrary& library, const PriceChoice& choice)
{
    // The book is read once: a thousand replications should not parse it a thousand times.
    const Result<PriceBook> book = priceBookFor(design, choice);
    if (!book)
        return {};
    return [&design, &library, &choice, book = *book](const Usage& usage) -> std::optional<double> {
        BillOptions options = choice.bill;
        if (choice.runAlone)
            options.spanHours = usage.empty() ? 0 : usage.front().observedSeconds / 3600;
        const Result<Bill> bill = priceMonth({{usage, 0}}, book, library.catalog(), design, options);
        return bill ? std::optional{bill->total.dollars()} : std::nullopt;
    };
}

Result<Bill> estimateBill(const Design& design, const ServiceLibrary& library, const ScenarioId& scenario,
                          const PriceChoice& choice, const FlowReport* known)
{
    if (design.month.empty() || choice.wholeMonthIsTheScenario || choice.runAlone) {
        const Result<FlowReport> flow =
            known ? Result<FlowReport>{*known} : estimateFlow(design, library, scenario);
        if (!flow)
            return flow.error();
        return priceScenario(flow->usage, flow->durationSeconds, flow->scenario, design, library, choice);
    }
    std::vector<MonthPart> month;
    std::string heading;
    for (const MonthEntry& entry : design.month) {
        const Scenario* played = findScenario(design, entry.scenario);
        if (!played || entry.scenario.empty())
            return Error{"/month", fmt::format("there is no scenario \"{}\"", entry.scenario),
                         "name one of the design's scenarios"};
        const Result<FlowReport> flow = estimateFlow(design, library, entry.scenario);
        if (!flow)
            return flow.error();
        MonthPart part{flow->usage, 0};
        std::string text = "the rest " + scenarioName(design, entry.scenario);
        if (entry.times) {
            part.hours = *entry.times * played->durationSeconds / 3600;
            part.isSpread = *entry.times > 1;
            text = fmt::format("{} x {}", plainNumber(*entry.times), scenarioName(design, entry.scenario));
        } else if (entry.hours) {
            part.hours = *entry.hours;
            text = fmt::format("{} h of {}", plainNumber(*entry.hours), scenarioName(design, entry.scenario));
        }
        heading += (heading.empty() ? "a month of " : ", ") + text;
        // Played zero times: it has no part in the month, not the rest of it.
        if ((entry.times || entry.hours) && part.hours == 0)
            continue;
        month.push_back(std::move(part));
    }
    return price(month, std::move(heading), design, library, choice);
}

std::string monthlyCost(const Bill& bill)
{
    std::string text = roundDollars(bill.total)
                       + (bill.spanHours > 0 ? " for " + spanText(bill.spanHours * 3600) : "/month");
    if (bill.growthPerMonth > Money::dollars(1))
        text += fmt::format(", {} more each month", roundDollars(bill.growthPerMonth));
    const auto unpriced = static_cast<std::uint64_t>(
        std::count_if(bill.lines.begin(), bill.lines.end(), [](const BillLine& line) {
            return line.state == LineState::Unpriced && line.quantity > 0;
        }));
    if (unpriced > 0)
        text += ", " + counted(unpriced, "line") + " unpriced";
    return text;
}

namespace {

std::string labelOf(const ComponentReport& component)
{
    return component.label.empty() ? component.id : component.label;
}

VerdictClause objectivesClause(const RunReport& report)
{
    const std::size_t all = report.objectives.size();
    const auto met = static_cast<std::size_t>(
        std::count_if(report.objectives.begin(), report.objectives.end(),
                      [](const ObjectiveReport& each) { return each.verdict == Verdict::Met; }));
    const auto silent = static_cast<std::size_t>(
        std::count_if(report.objectives.begin(), report.objectives.end(),
                      [](const ObjectiveReport& each) { return each.verdict == Verdict::NoData; }));
    std::string text;
    if (all == 1)
        text = met == 1 ? "Meets its objective." : "Misses its objective.";
    else if (met == all && all == 2)
        text = "Meets both objectives.";
    else if (met == all)
        text = fmt::format("Meets all {} objectives.", all);
    else
        text = fmt::format("Meets {} of {} objectives.", met, all);
    if (silent > 0 && silent == all)
        text = all == 1 ? "No data on its objective." : fmt::format("No data on its {} objectives.", all);
    else if (silent > 0)
        text += fmt::format(" No data on {}.", silent);
    return {text, "objectives"};
}

constexpr double kUsedUp = 0.995;  ///< shown as 100%

/// Why work came to nothing where no limit refused or held it.
std::optional<VerdictClause> causeClause(const RunReport& report)
{
    const std::optional<Cause> cause = causeBesideLimits(report);
    if (!cause || cause->records <= 0)
        return std::nullopt;
    const std::string where = labelOf(*cause->at), count = figure(std::round(cause->records));
    std::string text;
    if (cause->kind == Cause::Kind::Down)
        text = fmt::format("{} was down and refused {}.", where, count);
    else if (cause->kind == Cause::Kind::Failing)
        text = fmt::format("{} failed for {} by a fault.", where, count);
    else if (cause->callee)
        text = fmt::format("{} gave up {} after its timeout: {} takes longer.", where, count,
                           labelOf(*cause->callee));
    else
        text = fmt::format("{} gave up {} after its timeout.", where, count);
    return VerdictClause{text, "component:" + cause->at->id};
}

/// What binds first, as the findings say it (simulator/run/findings/binding.h).
std::optional<VerdictClause> bindingClause(const RunReport& report)
{
    const std::vector<Binding> all = bindings(report);
    if (all.empty())
        return std::nullopt;
    const Binding& first = all.front();
    const std::string where = labelOf(*first.at);
    const std::string what = first.limit ? lowered(first.limit->label) : "";
    const std::string use = percent(first.share);
    std::string text;
    switch (first.why) {
    case Binding::Why::Refuses:
        text = fmt::format("{} binds on {} ({} at its worst, {} refused).", where, what, use,
                           figure(first.records));
        break;
    case Binding::Why::HoldsUp:
        text = counted(static_cast<std::uint64_t>(first.records), "record");
        text = staysBehind(*first.waits) ? fmt::format("{} falls behind by {}", labelOf(*first.waits), text)
                                         : fmt::format("{} fell behind by {}", labelOf(*first.waits), text);
        if (first.limit && first.share >= kNearLimit)
            text += fmt::format(": {} binds on {} ({})", where, what, use);
        else if (first.blockedSeconds > 0)
            text += ": batches that fail and are tried again block shards for " + where;
        else if (first.byOrder)
            text += ": messages of a group wait for those before them";
        else if (first.at != first.waits)
            text += ": " + where + " takes them no faster";
        text += ".";
        break;
    case Binding::Why::Near:
        if (std::optional<VerdictClause> cause = causeClause(report))
            return cause;
        text = first.share < kNearLimit
                   ? fmt::format("Nothing binds; {} is closest, on {} ({}).", where, what, use)
               : first.share < kUsedUp ? fmt::format("{} is near its limit of {} ({}).", where, what, use)
                                       : fmt::format("{} binds on {} ({}).", where, what, use);
        break;
    }
    if (first.callee)
        text += " "
                + fmt::format("{} is kept busy by calls to {}, which is at {} of its {}.", where,
                              labelOf(*first.callee), percent(worstUse(*first.callee, *first.calleeLimit)),
                              lowered(first.calleeLimit->label));
    return VerdictClause{text, "component:" + (first.waits ? first.waits : first.at)->id};
}

/// Records that what binds first refused or kept waiting.
double heldOrRefused(const RunReport& report)
{
    const std::vector<Binding> all = bindings(report);
    return all.empty() || all.front().why == Binding::Why::Near ? 0 : all.front().records;
}

double lostRecords(const RunReport& report)
{
    return static_cast<double>(report.totals.lost + report.totals.gaveUp);
}

std::optional<VerdictClause> lostClause(const RunReport& report)
{
    const std::uint64_t gone = report.totals.lost + report.totals.gaveUp;
    if (gone == 0)
        return std::nullopt;
    const ComponentReport* worst = nullptr;
    for (const ComponentReport& component : report.components)
        if (component.counts.lost > (worst ? worst->counts.lost : 0))
            worst = &component;
    const std::string share =
        report.totals.born > 0 ? fmt::format(
            " ({})", percent(static_cast<double>(gone) / static_cast<double>(report.totals.born)))
                               : "";
    return VerdictClause{fmt::format("{} lost{}.", capitalised(counted(gone, "record")), share),
                         worst ? "component:" + worst->id : "run"};
}

/// Messages that no reader got done, apart from the work and still there.
std::optional<VerdictClause> deadLetterClause(const RunReport& report)
{
    double all = 0, most = 0;
    const ComponentReport* worst = nullptr;
    for (const ComponentReport& component : report.components) {
        const double dead = factOf(component, "dead-lettered");
        all += dead;
        if (dead > most) {
            most = dead;
            worst = &component;
        }
    }
    if (!worst)
        return std::nullopt;
    return VerdictClause{
        fmt::format("{} dead-lettered.",
                    capitalised(counted(static_cast<std::uint64_t>(std::llround(all)), "message"))),
        "component:" + worst->id};
}

}  // namespace

std::vector<VerdictClause> verdict(const RunReport& report, const Bill* bill)
{
    std::vector<VerdictClause> clauses;
    if (report.provenance.partial)
        clauses.push_back(
            {fmt::format("Stopped after {} of {}.", spanText(report.provenance.simulatedSeconds),
                         spanText(report.provenance.durationSeconds)),
             "run"});
    if (!report.objectives.empty())
        clauses.push_back(objectivesClause(report));
    const std::optional<VerdictClause> lost = lostClause(report), binding = bindingClause(report);
    // What there is most of comes first: a few lost records are not the news where millions wait.
    const bool bindingFirst = binding && heldOrRefused(report) > lostRecords(report);
    for (const auto& clause : {bindingFirst ? binding : lost, bindingFirst ? lost : binding})
        if (clause)
            clauses.push_back(*clause);
    if (std::optional<VerdictClause> dead = deadLetterClause(report))
        clauses.push_back(std::move(*dead));
    const auto failed = static_cast<std::uint64_t>(std::count_if(
        report.audits.begin(), report.audits.end(), [](const Audit& audit) { return !audit.passed; }));
    if (failed > 0)
        clauses.push_back(
            {fmt::format("{} failed: do not trust this run.", capitalised(counted(failed, "audit"))),
             "audits"});
    if (bill)
        clauses.push_back({monthlyCost(*bill) + ".", "bill"});
    return clauses;
}

std::string verdictText(const std::vector<VerdictClause>& clauses)
{
    std::string text;
    for (const VerdictClause& clause : clauses)
        text += (text.empty() ? "" : " ") + clause.text;
    return text;
}

std::optional<VerdictClause> budgetClause(const Design& design, std::string_view scenario, const Bill& bill)
{
    const Scenario* played = findScenario(design, scenario);
    // More than money can hold is no bound.
    if (!played || bill.spanHours > 0 || !played->monthlyBudgetUsd || !(*played->monthlyBudgetUsd < 9e9))
        return std::nullopt;
    const Money budget = Money::nanodollars(std::llround(*played->monthlyBudgetUsd * 1e9));
    if (bill.total <= budget)
        return std::nullopt;
    return VerdictClause{fmt::format("Over the budget of {}/month by {}.", roundDollars(budget),
                                     roundDollars(bill.total - budget)),
                         "bill"};
}

namespace {

double unitCost(const BillLine& line)
{
    return line.quantity > 0 ? line.amount.dollars() / line.quantity : 0;
}

Finding finding(std::string id, FindingLevel level, const BillLine& line, Phrase text, Phrase remedy,
                Derivation derivation)
{
    return {std::move(id), level, line.component, std::move(text), std::move(remedy), std::move(derivation)};
}

/// Shares of lines that a change of design would save.
void addShares(const Bill& bill, std::vector<Finding>& findings)
{
    for (const BillLine& line : bill.lines) {
        for (const Derivation& share : line.ofWhich) {
            const double cost = line.amount.dollars();
            // Half a dollar a month is nobody's problem, whatever its share.
            if (cost <= 0 || share.value < 1 || share.value / cost < kWorthNaming)
                continue;
            const Money part = Money::nanodollars(std::llround(share.value * 1e9));
            findings.push_back(finding(
                "cost-share", FindingLevel::Note, line,
                {"{component}: {part} of {whole} for {meter} is {what}.",
                 {inWords("component", line.componentLabel), inDollars("part", part),
                  inDollars("whole", line.amount), inWords("meter", line.name), inWords("what", share.name)}},
                "", line.derivation));
        }
    }
}

/// Looks for a node that says how large a record is and to which multiple it is billed: inputs "record" and
/// "billing granule", both in bytes.
const std::vector<Derivation>* findGranule(const std::vector<Derivation>& inputs, double& record,
                                           double& granule)
{
    record = granule = 0;
    for (const Derivation& each : inputs) {
        if (each.unit != "B")
            continue;
        if (each.name == "record")
            record = each.value;
        else if (each.name == "billing granule")
            granule = each.value;
    }
    if (record > 0 && granule > 0)
        return &inputs;
    for (const Derivation& each : inputs)
        if (const auto* found = findGranule(each.inputs, record, granule))
            return found;
    return nullptr;
}

/// What is paid for bytes that are not there, because records are billed in granules larger than they are.
void addRounding(const Bill& bill, const Usage& usage, std::vector<Finding>& findings)
{
    for (const BillLine& line : bill.lines) {
        const auto reading = std::find_if(usage.begin(), usage.end(), [&](const MeterReading& each) {
            return each.component == line.component && each.meter == line.meter;
        });
        double record = 0, granule = 0;
        if (line.state != LineState::Priced || reading == usage.end()
            || !findGranule(reading->inputs, record, granule))
            continue;
        const double billed = std::ceil(record / granule - 1e-9) * granule;
        const double waste = line.amount.dollars() * (1 - record / billed);
        if (waste < 1 || 1 - record / billed < kWorthNaming)
            continue;
        Derivation arithmetic =
            computed("paid for rounding", waste, "USD", "line x (1 - record / billed size)",
                     {given("line", line.amount.dollars(), "USD"), given("record", record, "B"),
                      given("billed size", billed, "B")});
        findings.push_back(finding(
            "record-rounding", FindingLevel::Advice, line,
            {"{component} bills each {record} record as {billed}: {waste} of {whole} is "
             "rounding.",
             {inWords("component", line.componentLabel), inWords("record", bytesText(record)),
              inWords("billed", bytesText(billed)),
              inDollars("waste", Money::nanodollars(std::llround(waste * 1e9))),
              inDollars("whole", line.amount)}},
            "Send fewer, larger records: put several into one before they get here.", std::move(arithmetic)));
    }
}

/// Of a service beside the work, such as one that keeps logs: no place for what the work keeps.
bool isOfSupport(const BillLine& line, const ServiceCatalog& catalog)
{
    const ServiceSpec* spec = catalog.find(line.meter.substr(0, line.meter.find('/')));
    return spec && spec->use;
}

/// A stored byte that costs several times what another store of the same design asks.
void addStoragePrices(const Bill& bill, const Usage& usage, const ServiceCatalog& catalog,
                      std::vector<Finding>& findings)
{
    std::set<std::pair<ComponentId, MeterId>> stocks;
    for (const MeterReading& reading : usage)
        if (reading.meterClass == MeterClass::Stock)
            stocks.emplace(reading.component, reading.meter);
    const BillLine* cheapest = nullptr;
    std::vector<const BillLine*> lines;
    for (const BillLine& line : bill.lines) {
        // What else is held by the month, keys and people's accounts, are no bytes.
        if (line.state != LineState::Priced || line.quantity <= 0 || line.unit != kStoredBytes
            || !stocks.contains({line.component, line.meter}) || isOfSupport(line, catalog))
            continue;
        lines.push_back(&line);
        if (!cheapest || unitCost(line) < unitCost(*cheapest))
            cheapest = &line;
    }
    for (const BillLine* line : lines) {
        const double ratio = unitCost(*cheapest) > 0 ? unitCost(*line) / unitCost(*cheapest) : 0;
        if (ratio < kStoragePriceGap || line->amount < Money::dollars(1)
            || line->component == cheapest->component)
            continue;
        findings.push_back(finding(
            "storage-price", FindingLevel::Advice, *line,
            {"A byte kept in {component} costs {ratio} times what it costs in {other} (${here} against "
             "${there} per "
             "GB-month).",
             {inWords("component", line->componentLabel), inFigures("ratio", ratio),
              inWords("other", cheapest->componentLabel), inWords("here", plainNumber(unitCost(*line), 4)),
              inWords("there", plainNumber(unitCost(*cheapest), 4))}},
            {"Keep in {component} only what is read by key and let the rest expire into {other}.",
             {inWords("component", line->componentLabel), inWords("other", cheapest->componentLabel)}},
            line->derivation));
    }
}

void addBiggestLine(const Bill& bill, std::vector<Finding>& findings)
{
    const auto biggest =
        std::max_element(bill.lines.begin(), bill.lines.end(),
                         [](const BillLine& a, const BillLine& b) { return a.amount < b.amount; });
    if (biggest == bill.lines.end() || bill.total <= Money{} || bill.lines.size() < 2)
        return;
    const double share = biggest->amount.dollars() / bill.total.dollars();
    if (share < kDominates)
        return;
    findings.push_back(finding(
        "biggest-line", FindingLevel::Note, *biggest,
        {"{meter} of {component} is {share} of the bill ({amount} of {total}).",
         {inWords("meter", capitalised(biggest->name)), inWords("component", biggest->componentLabel),
          inPercent("share", share), inDollars("amount", biggest->amount), inDollars("total", bill.total)}},
        "", biggest->derivation));
}

void addGrowth(const Bill& bill, std::vector<Finding>& findings)
{
    for (const BillLine& line : bill.lines) {
        if (line.growthPerMonth < Money::dollars(1)
            || line.growthPerMonth.dollars() < kWorthNaming * bill.total.dollars())
            continue;
        findings.push_back(
            finding("grows", FindingLevel::Advice, line,
                    {"{component} keeps everything: its storage costs {more} more each month.",
                     {inWords("component", line.componentLabel), inDollars("more", line.growthPerMonth)}},
                    "Set a retention or lifecycle if old data is not needed.", line.derivation));
    }
}

void addUnpriced(const Bill& bill, std::vector<Finding>& findings)
{
    for (const BillLine& line : bill.lines)
        if (line.state == LineState::Unpriced && line.quantity > 0)
            findings.push_back(
                finding("unpriced", FindingLevel::Note, line,
                        {"{meter} of {component} is not in the total: {why}.",
                         {inWords("meter", capitalised(line.name)), inWords("component", line.componentLabel),
                          inWords("why", line.note)}},
                        "Add the price in a price book of your own.", line.derivation));
}

/// What nobody but third parties quotes is in the total, so the reader must know how much of it that is.
void addUncertain(const Bill& bill, std::vector<Finding>& findings)
{
    for (const BillLine& line : bill.lines)
        if (line.isUncertain && line.amount > Money{})
            findings.push_back(
                finding("uncertain-price", FindingLevel::Advice, line,
                        {"{amount} of the bill, {meter} of {component}, rests on a price that only third "
                         "parties quote.",
                         {inDollars("amount", line.amount), inWords("meter", line.name),
                          inWords("component", line.componentLabel)}},
                        "Check it against AWS's pricing page, or give your own in a price book of your own.",
                        line.derivation));
}

}  // namespace

std::vector<Finding> billFindings(const Bill& bill, const Usage& usage, const ServiceCatalog& catalog)
{
    std::vector<Finding> findings;
    addRounding(bill, usage, findings);
    addShares(bill, findings);
    addStoragePrices(bill, usage, catalog, findings);
    for (Finding& finding : dearMoves(bill, usage))
        findings.push_back(std::move(finding));
    addGrowth(bill, findings);
    addBiggestLine(bill, findings);
    addUnpriced(bill, findings);
    addUncertain(bill, findings);
    return findings;
}

std::vector<Explained> explainables(const RunReport* report, const FlowReport* flow, const Bill* bill)
{
    std::vector<Explained> all;
    const auto addComponent = [&](const ComponentId& id, const std::vector<LimitUse>& limits,
                                  const std::vector<Sizing>& sizing) {
        for (const LimitUse& limit : limits)
            all.push_back({"limit/" + id + "/" + limit.limit, limit.derivation});
        for (const Sizing& size : sizing) {
            all.push_back({"size/" + id + "/" + size.parameter + "/minimum", size.minimumDerivation});
            all.push_back({"size/" + id + "/" + size.parameter + "/recommended", size.recommendedDerivation});
        }
    };
    // What ran is better known than what was estimated.
    if (report) {
        for (const ComponentReport& component : report->components)
            addComponent(component.id, component.limits, component.sizing);
    } else if (flow) {
        for (const FlowComponent& component : flow->components)
            addComponent(component.id, component.limits, component.sizing);
    }
    if (bill)
        for (const BillLine& line : bill->lines)
            all.push_back({line.id, line.derivation});
    std::sort(all.begin(), all.end(), [](const Explained& a, const Explained& b) { return a.id < b.id; });
    return all;
}

std::vector<std::string> nearestIds(std::string_view wrong, const std::vector<Explained>& known)
{
    std::vector<std::string> ids;
    std::vector<std::string> near;
    for (const Explained& each : known) {
        ids.push_back(each.id);
        // A part of the id, "orders" or "shard-hours", is the usual question.
        if (!wrong.empty() && each.id.find(wrong) != std::string::npos && near.size() < 5)
            near.push_back(each.id);
    }
    if (const std::string one = nearestName(wrong, ids); near.empty() && !one.empty())
        near.push_back(one);
    return near;
}

}  // namespace plimsoll
