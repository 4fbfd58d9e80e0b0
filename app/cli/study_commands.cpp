// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/report/data_writers.h"
#include "app/report/run_documents.h"
#include "app/report/spreadsheet.h"
#include "app/report/sweep_report.h"
#include "app/study/comparison.h"
#include "app/study/search.h"
#include "app/study/wording.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <ostream>
#include <thread>

namespace plimsoll::cli {

namespace {

struct PriceCommand {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
};

int runPrice(Session& session, const PriceCommand& options)
{
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    const std::optional<LoadedInput> input = loadInput(session, withMonthOf(options.design, options.price));
    if (!input || !passesValidation(session, options.design.file, input->design, false))
        return kBadInput;
    const Result<PriceChoice> choice = priceChoice(options.price, !options.design.scenario.empty());
    if (!choice)
        return session.fail("", choice.error());
    const Result<FlowReport> flow = estimateFlow(input->design, session.library(), input->scenario);
    if (!flow)
        return session.fail(options.design.file, flow.error());
    const Result<Bill> bill =
        estimateBill(input->design, session.library(), input->scenario, *choice, &*flow);
    if (!bill)
        return session.fail(options.design.file, bill.error());
    std::vector<Finding> findings = billFindings(*bill, flow->usage, session.library().catalog());
    // What the estimate knows to go wrong, a bill does not keep quiet about.
    for (const Finding& finding : flow->findings)
        if (finding.level == FindingLevel::Problem)
            findings.insert(findings.begin(), finding);
    if (const std::size_t branches = branchesOf(input->design).size(); branches >= 2)
        findings.push_back({"branches",
                            FindingLevel::Note,
                            {},
                            {"This is the sum of {branches} designs that share nothing.",
                             {inFigures("branches", static_cast<std::uint64_t>(branches))}},
                            "`compare` prices each on its own, side by side.",
                            {}});
    if (const auto over = budgetClause(input->design, input->scenario, *bill))
        findings.insert(findings.begin(),
                        {"budget", FindingLevel::Problem, {}, Phrase::verbatim(over->text), {}, {}});
    PriceChoice month = *choice;
    month.runAlone = false;
    month.wholeMonthIsTheScenario |= choice->runAlone;
    const Result<CarriedWork> carried =
        carriedWork(input->design, session.library(), input->scenario, month, &*flow);
    if (!carried)
        return session.fail(options.design.file, carried.error());
    if (std::optional<Finding> leftOut = carriedFinding(*carried))
        findings.insert(findings.begin(), std::move(*leftOut));
    findings.insert(findings.end(), input->warnings.begin(), input->warnings.end());
    if (*format == Format::Json)
        return session.deliver(writeBillJson(*bill, findings, &*carried), options.output);
    if (*format == Format::Csv)
        return session.deliver(writeBillCsv(*bill, &*carried), options.output);
    if (*format == Format::Spreadsheet)
        return session.deliver(writeBillSpreadsheet(*bill), options.output);
    return session.deliver(readable(documentOf(*bill, input->design.title, findings, &*carried), *format,
                                    session, options.output),
                           options.output);
}

struct CompareCommand {
    std::vector<std::string> files;
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    RunOptions run;
    bool simulate = false;
    bool individual = false;
};

/// Names that tell the contenders apart: titles, and file names where titles are equal or missing.
void nameContenders(std::vector<Contender>& contenders, const std::vector<std::string>& files)
{
    for (std::size_t i = 0; i < contenders.size(); ++i)
        for (std::size_t j = 0; j < contenders.size(); ++j)
            if (contenders[i].name.empty()
                || (i != j && contenders[i].design.title == contenders[j].design.title))
                contenders[i].name = std::filesystem::path{files[i]}.stem().string();
}

int runCompare(Session& session, CompareCommand options)
{
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    std::vector<Contender> contenders;
    ScenarioId scenario;
    std::string title;
    for (const std::string& file : options.files) {
        DesignOptions one = options.design;
        one.file = file;
        std::optional<LoadedInput> input = loadInput(session, withMonthOf(one, options.price));
        if (!input || !passesValidation(session, file, input->design, false))
            return kBadInput;
        // Two designs may call their scenario differently; the option names one for all.
        scenario = options.design.scenario;
        contenders.push_back({input->design.title, std::move(input->design)});
    }
    if (contenders.size() == 1) {
        title = contenders.front().design.title;
        contenders = branchesOf(contenders.front().design);
        if (contenders.size() < 2)
            return session.fail(options.files.front(),
                                {"", "has nothing to compare: all its components hang together",
                                 "give a second design, or put the branches into groups of kind \"branch\""});
    } else {
        nameContenders(contenders, options.files);
    }
    const Result<PriceChoice> choice = priceChoice(options.price, !options.design.scenario.empty());
    if (!choice)
        return session.fail("", choice.error());
    bool interrupted = false;
    const Result<Comparison> comparison = [&] {
        TerminalMonitor monitor{session};
        Result<Comparison> compared =
            compareDesigns(contenders, session.library(),
                           {scenario, *choice, options.simulate, options.run, options.individual}, monitor);
        interrupted = monitor.isCancelled();
        return compared;
    }();
    if (!comparison) {
        const int status = session.fail("", comparison.error());
        return interrupted ? kInterrupted : status;
    }
    if (*format == Format::Json)
        return session.deliver(writeComparisonJson(*comparison), options.output);
    if (*format == Format::Csv)
        return session.deliver(writeComparisonCsv(*comparison), options.output);
    if (*format == Format::Spreadsheet)
        return session.deliver(writeComparisonSpreadsheet(*comparison), options.output);
    // The bills stand; the runs cover less than was asked for.
    bool partial = false;
    for (const ComparedSide& side : comparison->sides)
        partial = partial || (side.run && side.run->provenance.partial);
    if (title.empty())
        for (const Contender& contender : contenders)
            title += (title.empty() ? "" : " against ") + contender.name;
    const int status = session.deliver(
        readable(documentOf(*comparison, title), *format, session, options.output), options.output);
    return status == kDone && partial ? kInterrupted : status;
}

struct SizeCommand {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    double target = 0.8;
    bool search = false;
    SearchOptions searching;
};

/// Sets the parameter to its recommended size; false where it is none that can be set.
bool resize(Design& design, const ServiceCatalog& catalog, const ComponentId& id, const Sizing& size)
{
    for (Component& component : design.components) {
        if (component.id != id)
            continue;
        const ServiceSpec* spec = catalog.find(component.service);
        const ParameterSpec* parameter = spec ? findParameter(*spec, size.parameter) : nullptr;
        if (!parameter || parameter->type != ParameterType::Integer)
            return false;
        component.parameters[size.parameter] = static_cast<std::int64_t>(size.recommended);
        return true;
    }
    return false;
}

std::string moreAMonth(Money difference)
{
    if (difference == Money{})
        return "";
    return (difference > Money{} ? "+" : "") + dollars(difference) + "/month";
}

/// What the lines of each component cost.
std::map<ComponentId, Money> costsByComponent(const Bill& bill)
{
    std::map<ComponentId, Money> costs;
    for (const BillLine& line : bill.lines)
        costs[line.component] += line.amount;
    return costs;
}

/// What the month costs more or less with each parameter at its recommended size, in the order of the flow: by itself,
/// or in a design so large that this would take minutes the component's own lines with all of them at theirs.
std::vector<std::string> costsOfSizings(Session& session, const LoadedInput& input, const FlowReport& flow,
                                        const PriceChoice& choice, const Bill& today)
{
    constexpr std::size_t kMostWork = 20'000;  // components x estimates
    std::size_t sizings = 0;
    for (const FlowComponent& component : flow.components)
        sizings += component.sizing.size();
    std::vector<std::string> costs;
    if (sizings * input.design.components.size() <= kMostWork) {
        for (const FlowComponent& component : flow.components) {
            for (const Sizing& size : component.sizing) {
                Design design = input.design;
                const bool isSet = resize(design, session.catalog(), component.id, size);
                const Result<Bill> bill =
                    isSet ? estimateBill(design, session.library(), input.scenario, choice)
                          : Result<Bill>{today};
                costs.push_back(bill ? moreAMonth(bill->total - today.total) : "");
            }
        }
        return costs;
    }
    Design design = input.design;
    for (const FlowComponent& component : flow.components)
        for (const Sizing& size : component.sizing)
            resize(design, session.catalog(), component.id, size);
    const Result<Bill> bill = estimateBill(design, session.library(), input.scenario, choice);
    std::map<ComponentId, Money> before = costsByComponent(today);
    std::map<ComponentId, Money> after = bill ? costsByComponent(*bill) : before;
    for (const FlowComponent& component : flow.components)
        for (std::size_t size = 0; size < component.sizing.size(); ++size)
            costs.push_back(size == 0 ? moreAMonth(after[component.id] - before[component.id]) : "");
    return costs;
}

/// `size --search`: 1 when there is none, as `check` says of what misses its objectives.
int runSearch(Session& session, const SizeCommand& options, const LoadedInput& input, Format format,
              const PriceChoice& choice)
{
    SearchOptions study = options.searching;
    study.scenario = input.scenario;
    study.price = choice;
    const Result<SizeSearch> found = [&] {
        TerminalMonitor monitor{session};
        return searchSize(input.design, session.library(), study, monitor);
    }();
    if (!found)
        return session.fail(options.design.file, found.error());
    const std::string text = format == Format::Json  ? writeSearchJson(*found)
                             : format == Format::Csv ? writeSearchCsv(*found)
                                                     : readable(documentOf(*found, input.design.title),
                                                                format, session, options.output);
    if (const int status = session.deliver(text, options.output); status != kDone)
        return status;
    return found->partial ? kInterrupted : found->found ? kDone : kMissed;
}

int runSize(Session& session, const SizeCommand& options)
{
    const std::optional<StudyInput> study =
        loadStudy(session, options.design, options.price, options.output, false);
    if (!study)
        return kBadInput;
    const LoadedInput& input = study->input;
    if (options.search)
        return runSearch(session, options, input, study->format, study->price);
    const Result<FlowReport> flow =
        estimateFlow(input.design, session.library(), input.scenario, options.target);
    if (!flow)
        return session.fail(options.design.file, flow.error());
    if (study->format == Format::Json)
        return session.deliver(writeSizingJson(*flow), options.output);
    if (study->format == Format::Csv)
        return session.deliver(writeSizingCsv(*flow), options.output);
    std::vector<std::string> costs;
    // Advice stands without a bill, as in a region without prices.
    if (const Result<Bill> today =
            estimateBill(input.design, session.library(), input.scenario, study->price);
        today)
        costs = costsOfSizings(session, input, *flow, study->price, *today);
    return session.deliver(
        readable(sizingDocument(*flow, input.design, costs), study->format, session, options.output),
        options.output);
}

struct ExplainCommand {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    std::string number;
    RunOptions run;
};

/// `explain DESIGN trace/...`: a journey has to be run before it can be shown.
int explainTrace(Session& session, const ExplainCommand& options, const LoadedInput& input, Format format)
{
    RunOptions run = options.run;
    run.scenario = input.scenario;
    const Result<RunReport> report = [&] {
        TerminalMonitor monitor{session};
        return simulate(input.design, session.library(), run, monitor);
    }();
    if (!report)
        return session.fail(options.design.file, report.error());
    std::vector<std::string> ids;
    for (const RequestTrace& trace : report->traces) {
        if (trace.id == options.number)
            return session.deliver(format == Format::Json ? writeTraceJson(trace)
                                                          : readable(traceDocument(*report, trace.id), format,
                                                                     session, options.output),
                                   options.output);
        ids.push_back(trace.id);
    }
    std::string all;
    for (const std::string& id : ids)
        all += (all.empty() ? "" : ", ") + id;
    return session.fail(options.design.file,
                        {options.number, "is no journey of this run",
                         all.empty() ? "none was sampled: nothing was delivered" : "there are " + all});
}

int runExplain(Session& session, const ExplainCommand& options)
{
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    if (*format == Format::Spreadsheet)
        return session.refuseSpreadsheet();
    const std::optional<LoadedInput> input = loadInput(session, withMonthOf(options.design, options.price));
    if (!input || !passesValidation(session, options.design.file, input->design, false))
        return kBadInput;
    if (options.number.starts_with("trace/"))
        return explainTrace(session, options, *input, *format);
    const Result<FlowReport> flow = estimateFlow(input->design, session.library(), input->scenario);
    if (!flow)
        return session.fail(options.design.file, flow.error());
    const Result<PriceChoice> choice = priceChoice(options.price, true);
    if (!choice)
        return session.fail("", choice.error());
    const Result<Bill> bill = estimateBill(input->design, session.library(), input->scenario, *choice);
    if (!bill && (!options.price.book.empty() || options.price.monthHours))
        return session.fail("", bill.error());
    const std::vector<Explained> known = explainables(nullptr, &*flow, bill ? &*bill : nullptr);

    if (options.number.empty()) {
        Document document;
        document.title = "Numbers that `explain` can show";
        Section section;
        section.table.columns = {{"Number"}, {"Value", Align::Right}, {"Unit"}, {"What it is"}};
        for (const Explained& each : known) {
            const Derivation& is = each.derivation;
            const std::string value = is.unit == "USD" && std::fabs(is.value) < 9e9
                                          ? amountText(Money::nanodollars(std::llround(is.value * 1e9)))
                                          : figure(is.value);
            section.table.rows.push_back({{each.id, value, is.unit, is.name}, Tone::Plain});
        }
        document.sections.push_back(std::move(section));
        return session.deliver(readable(document, *format, session, options.output), options.output);
    }
    for (const Explained& each : known) {
        if (each.id != options.number)
            continue;
        if (*format == Format::Json)
            return session.deliver(writeDerivationJson(each.id, each.derivation), options.output);
        return session.deliver(toText(each.derivation), options.output);
    }
    std::string near;
    for (const std::string& id : nearestIds(options.number, known))
        near += (near.empty() ? "" : " or ") + id;
    return session.fail(options.design.file, {options.number, "is no number of this design",
                                              near.empty() ? "leave the number out to see all of them"
                                                           : "did you mean " + near + "?"});
}

}  // namespace

Command addPrice(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("price", "What the month costs, line by line, from average rates");
    auto options = std::make_shared<PriceCommand>();
    addDesignOptions(*command, options->design);
    addPriceOptions(*command, options->price);
    addSpanOption(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv, md or xlsx");
    return {command, [&session, options] { return runPrice(session, *options); }};
}

Command addCompare(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("compare", "Designs side by side, or the branches of one: the gap and why");
    auto options = std::make_shared<CompareCommand>();
    command->add_option("designs", options->files, "Two or more designs, or one with several branches")
        ->required()
        ->type_name("DESIGN...");
    command
        ->add_option("--scenario", options->design.scenario, "The scenario; each design's first if not told")
        ->type_name("ID");
    command->add_option("--duration", options->design.duration, "Length of the scenario: 1h, 90s, 500ms")
        ->type_name("TIME");
    command->add_flag("--run", options->simulate,
                      "Also simulate each side on the same draws; with --replications, say what differs");
    command->add_flag("--individual", options->individual,
                      "Each interval of a difference at 95% by itself, not all of them together");
    addRunOptions(*command, options->run);
    addPriceOptions(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv, md or xlsx");
    return {command, [&session, options] { return runCompare(session, *options); }};
}

Command addSize(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("size", "The least that carries the load, and with head-room");
    auto options = std::make_shared<SizeCommand>();
    addDesignOptions(*command, options->design);
    command->add_option("--target", options->target, "Utilisation to size for")
        ->capture_default_str()
        ->check(CLI::Range(0.01, 1.0))
        ->type_name("SHARE");
    CLI::Option* search = command->add_flag("--search", options->search,
                                            "Search the least-cost sizing that meets the scenario's "
                                            "objectives at 95%; exit 1 when there is none");
    command->add_option("--seed", options->searching.seed, "Seed of all draws")
        ->needs(search)
        ->capture_default_str()
        ->type_name("N");
    command->add_option("--replications", options->searching.replications, "Runs of each sizing tried")
        ->needs(search)
        ->capture_default_str()
        ->check(CLI::Range(5, 1000))
        ->type_name("N");
    command->add_option("--trials", options->searching.mostTrials, "Sizings to try at most")
        ->needs(search)
        ->capture_default_str()
        ->check(CLI::Range(1, 10'000))
        ->type_name("N");
    options->searching.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
    command->add_option("--threads", options->searching.threads, "Threads; never changes a result")
        ->needs(search)
        ->capture_default_str()
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    addPriceOptions(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv or md");
    return {command, [&session, options] { return runSize(session, *options); }};
}

Command addExplain(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("explain", "The arithmetic and sources of one number");
    auto options = std::make_shared<ExplainCommand>();
    addDesignOptions(*command, options->design);
    command
        ->add_option(
            "number", options->number,
            "Such as bill/orders/kinesis-data-streams/shard-hours, or trace/<sink>/p99, which runs the "
            "scenario; all but the traces if absent")
        ->type_name("NUMBER-ID");
    command->add_option("--seed", options->run.seed, "Seed of the run behind a trace")
        ->capture_default_str()
        ->type_name("N");
    addPriceOptions(*command, options->price);
    addOutputOptions(*command, options->output, "text or json");
    return {command, [&session, options] { return runExplain(session, *options); }};
}

}  // namespace plimsoll::cli
