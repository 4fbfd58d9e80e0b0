// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/report/data_writers.h"
#include "app/report/run_documents.h"
#include "app/report/sensitivity_report.h"
#include "app/report/spreadsheet.h"
#include "app/study/counterfactuals.h"
#include "app/study/wording.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <ostream>

namespace plimsoll::cli {

void addTrialOptions(CLI::App& command, TrialChoice& choice)
{
    command.add_flag("--why", choice.wanted,
                     "Try changes against each finding on the same traffic; show what helps and its price");
    command
        .add_option("--why-messages", choice.messages,
                    "Source records of all trials together; more play a longer window")
        ->capture_default_str()
        ->check(CLI::Range(1e3, 1e12))
        ->type_name("N");
}

std::optional<Report> runDesign(Session& session, const std::string& file, const LoadedInput& input,
                                const RunOptions& asked, const PriceOptions& prices,
                                const TrialChoice& trials)
{
    std::vector<Finding> warnings = input.warnings;
    if (!passesValidation(session, file, input.design, true, &warnings))
        return std::nullopt;
    // A price choice that contradicts itself is bad input, known before a long run.
    const Result<PriceChoice> choice = priceChoice(prices, true);
    if (!choice) {
        session.fail("", choice.error());
        return std::nullopt;
    }
    if (const Result<PriceBook> book = priceBookFor(input.design, *choice);
        !book && (!prices.book.empty() || prices.monthHours)) {
        session.fail("", book.error());
        return std::nullopt;
    }
    RunOptions options = asked;
    options.scenario = input.scenario;
    options.monthlyCost = costOf(input.design, session.library(), *choice);
    Result<RunReport> run = [&] {
        TerminalMonitor monitor{session};
        return simulate(input.design, session.library(), options, monitor);
    }();
    if (!run) {
        session.fail(file, run.error());
        return std::nullopt;
    }
    if (trials.wanted && !run->provenance.partial) {
        TrialOptions change;
        change.scenario = input.scenario;
        change.seed = options.seed;
        change.threads = options.threads;
        change.messages = trials.messages;
        change.targetUtilisation = options.targetUtilisation;
        change.price = *choice;
        change.price.runAlone = false;
        TerminalMonitor monitor{session};
        if (const Status tried = tryChanges(input.design, session.library(), change, *run, monitor); !tried)
            session.warn(file, tried.error().toString());
        if (monitor.isCancelled())
            session.warn(file, "the trials of changes were stopped; the run itself is whole");
    }
    const Result<Bill> bill = billOf(*run, input.design, session.library(), *choice);
    std::optional<CarriedWork> carried;
    PriceChoice month = *choice;
    month.runAlone = false;
    if (bill)
        if (Result<CarriedWork> found = carriedWork(input.design, session.library(), input.scenario, month);
            found)
            carried = std::move(*found);
    Report report =
        makeReport(input.design, session.library().catalog(), std::move(*run), bill, std::move(carried));
    report.findings.insert(report.findings.end(), warnings.begin(), warnings.end());
    return report;
}

namespace {

struct SimulateOptions {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    RunOptions run;
    std::string engine = "auto";
    bool trace = false;
    TrialChoice trials;
    bool sensitivity = false;
};

int simulateFlow(Session& session, const SimulateOptions& options, const LoadedInput& input, Format format)
{
    if (!passesValidation(session, options.design.file, input.design, true))
        return kBadInput;
    const Result<FlowReport> flow = estimateFlow(input.design, session.library(), input.scenario);
    if (!flow)
        return session.fail(options.design.file, flow.error());
    const Result<PriceChoice> choice = priceChoice(options.price, true);
    if (!choice)
        return session.fail("", choice.error());
    const Result<Bill> bill = estimateBill(input.design, session.library(), input.scenario, *choice);
    if (format == Format::Json)
        return session.deliver(writeSizingJson(*flow), options.output);
    if (format == Format::Csv)
        return session.deliver(writeSizingCsv(*flow), options.output);
    const Document document = estimateDocument(*flow, input.design, bill);
    return session.deliver(format == Format::Markdown ? writeMarkdown(document)
                                                      : writeText(document, session.textStyle()),
                           options.output);
}

int simulateSensitivity(Session& session, const SimulateOptions& options, const LoadedInput& input,
                        Format format)
{
    if (!passesValidation(session, options.design.file, input.design, true))
        return kBadInput;
    const Result<PriceChoice> choice = priceChoice(options.price, true);
    if (!choice)
        return session.fail("", choice.error());
    SensitivityOptions study;
    study.scenario = input.scenario;
    study.price = *choice;
    study.seed = options.run.seed;
    study.threads = options.run.threads;
    if (options.run.replications > 1)
        study.replications = options.run.replications;
    const Result<Sensitivity> found = [&] {
        TerminalMonitor monitor{session};
        return sensitivityOf(input.design, session.library(), study, monitor);
    }();
    if (!found)
        return session.fail(options.design.file, found.error());
    std::string text;
    if (format == Format::Json) {
        text = writeSensitivityJson(*found);
    } else if (format == Format::Csv) {
        text = writeSensitivityCsv(*found);
    } else {
        const Document document = documentOf(*found, input.design.title);
        text = format == Format::Markdown
                   ? writeMarkdown(document)
                   : writeText(document, options.output.file.empty() ? session.textStyle() : TextStyle{});
    }
    const int status = session.deliver(text, options.output);
    return status == kDone && found->partial ? kInterrupted : status;
}

int runSimulate(Session& session, const SimulateOptions& options)
{
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    const std::optional<LoadedInput> input = loadInput(session, withMonthOf(options.design, options.price));
    if (!input)
        return kBadInput;
    if (options.sensitivity && *format == Format::Spreadsheet)
        return session.refuseSpreadsheet();
    if (options.sensitivity)
        return simulateSensitivity(session, options, *input, *format);
    if (options.engine == "flow" && *format == Format::Spreadsheet)
        return session.refuseSpreadsheet();
    if (options.engine == "flow")
        return simulateFlow(session, options, *input, *format);
    RunOptions run = options.run;
    run.engine = options.engine == "event" ? Engine::Event : Engine::Auto;
    const std::optional<Report> report =
        runDesign(session, options.design.file, *input, run, options.price, options.trials);
    if (!report)
        return kBadInput;
    Document document = documentOf(*report);
    if (options.trace)
        addTraces(document, report->run);
    std::string text;
    switch (*format) {
    case Format::Text:
        text = writeText(document, options.output.file.empty() ? session.textStyle() : TextStyle{});
        break;
    case Format::Markdown:
        text = writeMarkdown(document);
        break;
    case Format::Json:
        text = writeRunJson(*report);
        break;
    case Format::Csv:
        text = writeRunCsv(*report);
        break;
    case Format::Spreadsheet: {
        Result<std::string> book = writeRunSpreadsheet(*report);
        if (!book)
            return session.fail("", book.error());
        text = std::move(*book);
        break;
    }
    }
    if (const int status = session.deliver(text, options.output); status != kDone)
        return status;
    if (!options.output.file.empty())
        session.err() << verdictText(report->verdict) << "\n";
    return report->run.provenance.partial ? kInterrupted : kDone;
}

struct CheckOptions {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    RunOptions run;
    TrialChoice trials;
};

int runCheck(Session& session, const CheckOptions& options)
{
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    const std::optional<LoadedInput> input = loadInput(session, withMonthOf(options.design, options.price));
    if (!input)
        return kBadInput;
    if (*format == Format::Spreadsheet)
        return session.refuseSpreadsheet();
    const Scenario* scenario = findScenario(input->design, input->scenario);
    const std::optional<Report> report =
        runDesign(session, options.design.file, *input, options.run, options.price, options.trials);
    if (!report)
        return kBadInput;
    bool missed = false;
    for (const ObjectiveReport& objective : report->run.objectives)
        missed = missed || objective.verdict != Verdict::Met;
    const bool hasBudget = scenario && scenario->monthlyBudgetUsd;
    if (hasBudget && report->bill)
        missed = missed || budgetClause(input->design, input->scenario, *report->bill).has_value();
    if (!report->bill && !hasBudget)
        session.warn(options.design.file, "no bill: " + report->billProblem);
    bool sound = true;
    for (const Audit& audit : report->run.audits)
        sound = sound && audit.passed;

    std::string text;
    if (*format == Format::Json) {
        text = writeRunJson(*report);
    } else if (*format == Format::Csv) {
        text = writeRunCsv(*report);
    } else {
        const Document document = checkDocument(*report);
        text =
            *format == Format::Markdown ? writeMarkdown(document) : writeText(document, session.textStyle());
    }
    if (const int status = session.deliver(text, options.output); status != kDone)
        return status;
    if (report->run.provenance.partial)
        return kInterrupted;
    // Nobody can promise a budget that could not be worked out.
    if (hasBudget && !report->bill)
        return session.fail(options.design.file,
                            {"/monthlyBudgetUsd", "cannot be checked without a bill", report->billProblem});
    if (!sound)
        return session.fail(options.design.file,
                            {"audits", "the run contradicts itself", "please report it"});
    return missed ? kMissed : kDone;
}

}  // namespace

Command addSimulate(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("simulate", "Push the scenario's traffic through the design");
    auto options = std::make_shared<SimulateOptions>();
    addDesignOptions(*command, options->design);
    addRunOptions(*command, options->run);
    command
        ->add_option("--engine", options->engine,
                     "event (every message), auto (long runs sampled) or flow (instant, average rates)")
        ->capture_default_str()
        ->check(CLI::IsMember({"event", "flow", "auto"}))
        ->type_name("ENGINE");
    command
        ->add_option("--sampling-target", options->run.sampling.targetShare,
                     "auto: half-width of mean and p99 as a share of them")
        ->capture_default_str()
        ->check(CLI::Range(1e-4, 0.5))
        ->type_name("SHARE");
    command
        ->add_option("--message-budget", options->run.sampling.budgetMessages,
                     "auto: most messages spent on steady traffic")
        ->capture_default_str()
        ->check(CLI::Range(1e5, 1e12))
        ->type_name("N");
    command->add_flag("--waterfall", options->trace, "Also show the journeys of a few sampled messages");
    addTrialOptions(*command, options->trials);
    command->add_flag("--sensitivity", options->sensitivity,
                      "Move every input a little: which moves the tail and the bill most");
    addPriceOptions(*command, options->price);
    addSpanOption(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv, md or xlsx");
    return {command, [&session, options] { return runSimulate(session, *options); }};
}

Command addCheck(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("check", "Validate, run, and exit 1 when an objective or the budget is missed");
    auto options = std::make_shared<CheckOptions>();
    addDesignOptions(*command, options->design);
    addRunOptions(*command, options->run);
    addTrialOptions(*command, options->trials);
    addPriceOptions(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv or md");
    return {command, [&session, options] { return runCheck(session, *options); }};
}

}  // namespace plimsoll::cli
