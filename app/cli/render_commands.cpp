// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/renderer.h"
#include "app/report/data_writers.h"
#include "app/report/spreadsheet.h"
#include "app/study/alternatives.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>

namespace plimsoll::cli {

namespace {

struct ExportOptions {
    DesignOptions design;
    PictureOrder picture;
    std::string theme = "light";
};

struct ReportOptions {
    DesignOptions design;
    PriceOptions price;
    RunOptions run;
    TrialChoice trials;
    std::string file;
};

std::string endingOf(const std::string& file)
{
    std::string ending = std::filesystem::path{file}.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return ending;
}

bool isDrawn(const std::string& ending)
{
    return ending == ".html" || ending == ".htm" || ending == ".pdf";
}

int runExport(Session& session, const ExportOptions& options)
{
    const std::string ending = endingOf(options.picture.file);
    if (ending != ".svg" && ending != ".png" && ending != ".pdf")
        return session.fail("", {"-o " + options.picture.file, "is no kind of picture this program writes",
                                 "end the name in .svg, .png or .pdf"});
    if (!session.renderer())
        return session.fail("", {"export", "plimsoll-cli draws no pictures", "use plimsoll export"});
    const std::optional<LoadedInput> input = loadInput(session, options.design);
    if (!input)
        return kBadInput;
    for (const std::string& id : options.picture.only)
        if (!findComponent(input->design, id)
            && std::none_of(input->design.groups.begin(), input->design.groups.end(),
                            [&](const Group& group) { return group.id == id; }))
            return session.fail(options.design.file,
                                {"--only " + id, "is no component or group", "name ids of the design"});
    PictureOrder order = options.picture;
    order.dark = options.theme == "dark";
    const Status written = session.renderer()->writePicture(input->design, input->scenario, order);
    return written ? kDone : session.fail("", written.error());
}

/// Begins the report of a design that holds alternatives with what they say about each other, as the window does.
void addComparison(Session& session, const LoadedInput& input, const ReportOptions& options, Report& report)
{
    const std::vector<Contender> contenders = comparableBranches(input.design);
    if (!areAlternatives(input.design, contenders, session.library(), input.scenario))
        return;
    const Result<PriceChoice> price = priceChoice(options.price, true);
    if (!price)
        return;
    ComparisonOptions compared{input.scenario, *price, true, options.run, false};
    compared.run.replications = std::max(kLeastPairs, options.run.replications);
    compared.run.stopRule.reset();  // pairs need as many runs on each side
    TerminalMonitor monitor{session};
    Result<Comparison> comparison = compareDesigns(contenders, session.library(), compared, monitor);
    if (!comparison) {
        session.warn(options.design.file,
                     "the alternatives are not compared: " + comparison.error().toString());
        return;
    }
    judgeSides(report.verdict, input.design, input.scenario, *comparison);
    report.comparison = std::move(*comparison);
}

int runReport(Session& session, const ReportOptions& options)
{
    const std::string ending = endingOf(options.file);
    const bool plain = ending == ".md" || ending == ".csv" || ending == ".json" || ending == ".xlsx";
    if (!plain && !isDrawn(ending))
        return session.fail("", {"-o " + options.file, "is no kind of report this program writes",
                                 "end the name in .html, .pdf, .md, .csv, .xlsx or .json"});
    if (!plain && !session.renderer())
        return session.fail("", {"-o " + options.file, "plimsoll-cli draws nothing",
                                 "use plimsoll report, or end the name in .md, .csv, .xlsx or .json"});
    const std::optional<LoadedInput> input = loadInput(session, options.design);
    if (!input)
        return kBadInput;
    std::optional<Report> report =
        runDesign(session, options.design.file, *input, options.run, options.price, options.trials);
    if (!report)
        return kBadInput;
    if (!report->run.provenance.partial)
        addComparison(session, *input, options, *report);
    int status = kDone;
    if (plain) {
        const Result<std::string> text = ending == ".md"     ? writeMarkdown(documentOf(*report))
                                         : ending == ".csv"  ? Result<std::string>{writeRunCsv(*report)}
                                         : ending == ".json" ? Result<std::string>{writeRunJson(*report)}
                                                             : writeRunSpreadsheet(*report);
        OutputOptions output;
        output.file = options.file;
        status = session.deliver(text, output);
    } else if (const Status written = session.renderer()->writeReport(*report, input->design, options.file);
               !written) {
        status = session.fail("", written.error());
    }
    return status == kDone && report->run.provenance.partial ? kInterrupted : status;
}

}  // namespace

Command addExport(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("export", "Draw the design with its estimated figures: SVG, PNG or PDF");
    auto options = std::make_shared<ExportOptions>();
    addDesignOptions(*command, options->design);
    command->add_option("-o,--output", options->picture.file, "The picture: .svg, .png or .pdf")
        ->required()
        ->type_name("FILE");
    command->add_option("--scale", options->picture.scale, "Of a PNG: 1 is the size on screen")
        ->capture_default_str()
        ->check(CLI::Range(1, 4))
        ->type_name("N");
    command->add_option("--theme", options->theme, "light or dark")
        ->capture_default_str()
        ->check(CLI::IsMember({"light", "dark"}))
        ->type_name("THEME");
    command
        ->add_option("--overlay", options->picture.overlay,
                     "Figures on the cards: traffic, limits, delay or cost")
        ->capture_default_str()
        ->check(CLI::IsMember({"traffic", "limits", "delay", "cost"}))
        ->type_name("FIGURES");
    command->add_option("--only", options->picture.only, "This component or group alone; may be repeated")
        ->type_name("ID")
        ->allow_extra_args(false)
        ->take_all();
    command->add_flag("--transparent", options->picture.transparent, "Nothing behind the drawing");
    return {command, [&session, options] { return runExport(session, *options); }};
}

Command addReport(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("report", "Run the design and write its report with drawing and charts");
    auto options = std::make_shared<ReportOptions>();
    addDesignOptions(*command, options->design);
    addRunOptions(*command, options->run);
    addTrialOptions(*command, options->trials);
    addPriceOptions(*command, options->price);
    command->add_option("-o,--output", options->file, "The report: .html, .pdf, .md, .csv, .xlsx or .json")
        ->required()
        ->type_name("FILE");
    return {command, [&session, options] { return runReport(session, *options); }};
}

}  // namespace plimsoll::cli
