// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_documents.h"

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

namespace plimsoll {

namespace {

bool isEmpty(const Section& section)
{
    return section.before.empty() && section.table.rows.empty() && section.after.empty();
}

void add(Document& document, Section section)
{
    if (!isEmpty(section))
        document.sections.push_back(std::move(section));
}

/// "12 replications: every watched figure is within 5% (widest: delay-p99 at archive, 4.6%)"
std::string stoppingText(const Provenance& p)
{
    const Stopping& s = p.stopping;
    const std::string goal = percent(s.precision);
    const std::string replications = counted(static_cast<std::uint64_t>(p.replications), "replication");
    const std::string widest =
        s.widest.empty() ? "" : fmt::format("{}, {}", s.widest, percent(s.widestShare));
    const std::string needed = s.needed > p.replications
                                   ? fmt::format("; +-{} takes about {}", goal,
                                                 counted(static_cast<std::uint64_t>(s.needed), "replication"))
                                   : "";
    if (s.ended == "precision")
        return fmt::format("{}: every watched figure is within +-{}{}", replications, goal,
                           widest.empty() ? "" : " (widest: " + widest + ")");
    if (s.ended == "replications" || s.ended == "messages")
        return fmt::format("the {} budget ended it after {}, +-{} not reached (widest: {}){}",
                           s.ended == "messages" ? "message" : "replication", replications, goal, widest,
                           needed);
    if (p.replications > 1 && !widest.empty())
        return fmt::format("widest interval: {}{}", widest, needed);
    return "";
}

std::vector<std::string> provenanceLines(const Report& report)
{
    const Provenance& p = report.run.provenance;
    std::string first = report.scenarioLabel.empty() ? p.scenario : report.scenarioLabel;
    first += fmt::format(", {}, {} simulated", p.region, spanText(p.simulatedSeconds));
    if (p.replications > 1)
        first += ", " + counted(static_cast<std::uint64_t>(p.replications), "replication");
    first += fmt::format(", seed {}, {}", p.seed, counted(p.events, "event"));
    std::vector<std::string> lines{first};
    if (p.partial && p.replicationsAsked > p.replications && p.simulatedSeconds >= p.durationSeconds)
        lines.push_back(
            fmt::format("PARTIAL: stopped after {} of {} replications", p.replications, p.replicationsAsked));
    else if (p.partial)
        lines.push_back(fmt::format("PARTIAL: stopped after {} of {}", spanText(p.simulatedSeconds),
                                    spanText(p.durationSeconds)));
    if (const std::string text = stoppingText(p); !text.empty())
        lines.push_back(text);
    if (!p.warmUpNote.empty())
        lines.push_back(p.warmUpNote);
    if (!report.run.sampling.text.empty())
        lines.push_back(capitalised(report.run.sampling.text));
    std::string sized;
    for (const auto& [parameter, value] : p.sizedParameters)
        sized += (sized.empty() ? "sized for you: " : ", ") + parameter + " = " + value;
    if (!sized.empty())
        lines.push_back(sized);
    return lines;
}

}  // namespace

std::map<ConnectionId, std::string> endsOf(const Design& design)
{
    std::map<ConnectionId, std::string> ends;
    for (const Connection& connection : design.connections)
        ends[connection.id] = labelOf(design, connection.to);
    return ends;
}

Report makeReport(const Design& design, const ServiceCatalog& catalog, RunReport run,
                  const Result<Bill>& bill, std::optional<CarriedWork> carried)
{
    Report report;
    report.carried = std::move(carried);
    report.title = design.title;
    report.ends = endsOf(design);
    if (const Scenario* scenario = findScenario(design, run.provenance.scenario))
        report.scenarioLabel = scenario->label.empty() ? scenario->id : scenario->label;
    report.verdict = verdict(run, bill ? &*bill : nullptr);
    report.findings = run.findings;
    if (bill) {
        report.bill = *bill;
        if (const auto over = budgetClause(design, run.provenance.scenario, *bill))
            report.verdict.push_back(*over);
        if (std::optional<Finding> leftOut = refusedInRun(run, report.carried ? &*report.carried : nullptr))
            report.findings.push_back(std::move(*leftOut));
        for (Finding& finding : billFindings(*bill, run.usage, catalog))
            report.findings.push_back(std::move(finding));
        if (run.provenance.priceBookDate.empty())
            run.provenance.priceBookDate = bill->priceBookDate;
    } else {
        report.billProblem = bill.error().toString();
        report.findings.insert(report.findings.begin(),
                               {"no-bill",
                                FindingLevel::Advice,
                                {},
                                {"There is no bill: {why}", {inWords("why", bill.error().what)}},
                                Phrase::verbatim(bill.error().remedy),
                                {}});
    }
    report.run = std::move(run);
    return report;
}

namespace {

/// Of a run of alternatives: what tells them apart, before what each of them did.
void addComparison(Document& document, const Comparison& comparison)
{
    Section cost = comparedCost(comparison);
    cost.title = "Comparison";
    for (std::size_t at = 0; at < comparison.why.size(); ++at)
        cost.before.push_back({comparison.why[at], at == 0 ? Tone::Strong : Tone::Plain, "-"});
    add(document, std::move(cost));
    add(document, comparedFigures(comparison));
}

}  // namespace

Document documentOf(const Report& report)
{
    Document document;
    document.title = report.title.empty() ? "Untitled design" : report.title;
    document.subtitles = provenanceLines(report);
    add(document, verdictSection(report));
    if (report.comparison)
        addComparison(document, *report.comparison);
    add(document, objectivesSection(report.run));
    add(document, componentsSection(report.run));
    add(document, consumersSection(report.run));
    add(document, limitsSection(report.run));
    add(document, latencySection(report));
    add(document, replicationsSection(report.run));
    add(document, timeSection(report));
    add(document, sizingSection(report.run));
    if (report.bill) {
        Section bill = billSection(*report.bill, &report.run);
        if (report.comparison)
            bill.before.push_back(
                {"The alternatives are billed together here; what each costs is under Comparison.",
                 Tone::Quiet, ""});
        add(document, std::move(bill));
    }
    add(document, findingsSection(report.findings, report.run.trials));
    add(document, samplingSection(report.run));
    add(document, intervalsSection(report.run));
    if (!report.run.audits.empty())
        add(document, auditsSection(report.run));
    return document;
}

void addTraces(Document& document, const RunReport& run)
{
    for (const RequestTrace& trace : run.traces)
        document.sections.push_back(waterfall(run, trace));
}

Document traceDocument(const RunReport& run, std::string_view id)
{
    Document document;
    document.title = "Journeys of sampled messages";
    for (const RequestTrace& trace : run.traces)
        if (trace.id == id || id.empty())
            document.sections.push_back(waterfall(run, trace));
    return document;
}

Document checkDocument(const Report& report)
{
    Document document;
    document.title = report.title.empty() ? "Untitled design" : report.title;
    document.subtitles = provenanceLines(report);
    add(document, verdictSection(report));
    add(document, objectivesSection(report.run));
    std::vector<Finding> problems = report.findings;
    std::erase_if(problems, [](const Finding& each) { return each.level != FindingLevel::Problem; });
    add(document, findingsSection(problems));
    if (!report.run.audits.empty())
        add(document, auditsSection(report.run));
    return document;
}

Document documentOf(const Bill& bill, const std::string& title, const std::vector<Finding>& findings,
                    const CarriedWork* carried)
{
    Document document;
    document.title = (title.empty() ? "Untitled design" : title) + ": " + monthlyCost(bill);
    if (carried && !carried->isWhole())
        document.title += "; " + carriedText(*carried);
    add(document, billSection(bill));
    if (carried)
        add(document, carriedSection(*carried));
    add(document, findingsSection(findings));
    return document;
}

Document documentOf(const Comparison& comparison, const std::string& title)
{
    Document document;
    document.title = title;
    if (comparison.sides.empty())
        return document;
    const Bill& first = comparison.sides.front().bill;
    document.subtitles.push_back(capitalised(comparison.heading) + ", " + basisOf(first));
    add(document, comparedCost(comparison));

    Section runs{"Runs", {}, {}, {}};
    runs.table.columns = {{"Design"},
                          {"Sink"},
                          {"Delay p50", Align::Right},
                          {"p99", Align::Right},
                          {"Delivered", Align::Right},
                          {"Undelivered", Align::Right}};
    for (const ComparedSide& side : comparison.sides) {
        if (!side.run)
            continue;
        for (const SinkReport& sink : side.run->sinks)
            runs.table.rows.push_back(
                {{side.name, labelOf(*side.run, sink.component), percentileText(sink.delay, sink.delay.p50),
                  percentileText(sink.delay, sink.delay.p99), figure(sink.delivered),
                  figure(sink.undelivered)},
                 Tone::Plain});
        runs.after.push_back(
            {side.name + ": " + verdictText(verdict(*side.run, &side.bill)), Tone::Plain, "-"});
    }
    add(document, std::move(runs));

    add(document, comparedFigures(comparison));

    Section why{"Why", {}, {}, {}};
    for (std::size_t i = 0; i < comparison.why.size(); ++i)
        why.before.push_back({comparison.why[i], i == 0 ? Tone::Strong : Tone::Plain, "-"});
    add(document, std::move(why));
    return document;
}

Document estimateDocument(const FlowReport& flow, const Design& design, const Result<Bill>& bill)
{
    Document document = sizingDocument(flow, design, {});
    Section rates{"Rates", {}, {}, {}};
    rates.table.columns = {{"Component"},
                           {"Records/s", Align::Right},
                           {"Bytes/s", Align::Right},
                           {"Refused/s", Align::Right},
                           {"Backlog grows by", Align::Right}};
    // The run's section serves both faces: one table of limits, however they were found.
    RunReport limits;
    for (const FlowComponent& each : flow.components) {
        rates.table.rows.push_back(
            {{labelOf(design, each.id), figure(each.offered.recordsPerSecond),
              bytesText(each.offered.bytesPerSecond), figure(each.refused.recordsPerSecond),
              figure(each.backlogGrowthPerSecond)},
             each.refused.recordsPerSecond > 0 || each.backlogGrowthPerSecond > 0 ? Tone::Bad : Tone::Plain});
        if (!each.idle.empty())
            rates.after.push_back({labelOf(design, each.id) + " is " + each.idle + ".", Tone::Quiet, ""});
        ComponentReport component;
        component.id = each.id;
        component.label = labelOf(design, each.id);
        component.limits = each.limits;
        limits.components.push_back(std::move(component));
    }
    dropEmptyColumns(rates.table, {"0", "0 B"});
    std::vector<Section> front;
    front.push_back(std::move(rates));
    if (Section section = limitsSection(limits); !isEmpty(section))
        front.push_back(std::move(section));
    document.sections.insert(document.sections.begin(), std::make_move_iterator(front.begin()),
                             std::make_move_iterator(front.end()));
    if (bill)
        add(document, billSection(*bill));
    else
        document.sections.push_back(
            {"Bill", {{"No bill: " + bill.error().toString(), Tone::Bad, ""}}, {}, {}});
    return document;
}

Document sizingDocument(const FlowReport& flow, const Design& design, const std::vector<std::string>& costs)
{
    Document document;
    document.title = design.title.empty() ? "Untitled design" : design.title;
    const Scenario* scenario = findScenario(design, flow.scenario);
    document.subtitles.push_back(
        fmt::format("{}, from average rates over {}",
                    scenario && !scenario->label.empty() ? scenario->label : flow.scenario,
                    spanText(flow.durationSeconds)));
    Section section{"Sizing", {}, {}, {}};
    section.table.columns = sizingColumns();
    for (const FlowComponent& each : flow.components) {
        const Component* component = findComponent(design, each.id);
        addSizingRows(section.table, component && !component->label.empty() ? component->label : each.id,
                      each.sizing);
    }
    section.table.columns.push_back({"Cost", Align::Right});
    for (std::size_t i = 0; i < section.table.rows.size(); ++i)
        section.table.rows[i].cells.push_back(i < costs.size() ? costs[i] : "");
    dropEmptyColumns(section.table, {});
    if (section.table.rows.empty())
        section.before.push_back({"Nothing in this design has a size to choose.", Tone::Quiet, ""});
    add(document, std::move(section));
    add(document, findingsSection(flow.findings));
    return document;
}

}  // namespace plimsoll
