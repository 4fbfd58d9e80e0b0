// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/report/sweep_report.h"
#include "app/study/ranks.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <thread>

namespace plimsoll::cli {

namespace {

struct SweepCommand {
    DesignOptions design;
    PriceOptions price;
    OutputOptions output;
    std::vector<std::string> vary;
    std::string metric, checkpoint;
    std::uint64_t seed = 1;
    int replications = 3;
    std::optional<int> threads;
};

/// `producers.rate` is what a source sends; everything else is a parameter.
Status setInput(Design& design, const ServiceCatalog& catalog, const ScenarioId& scenario,
                const std::string& input, const std::string& value, double monthHours)
{
    constexpr std::string_view kRate = ".rate";
    if (input.ends_with(kRate)) {
        const std::string owner = input.substr(0, input.size() - kRate.size());
        const Component* component = findComponent(design, owner);
        const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
        if (spec && spec->isSource)
            return applyRate(design, catalog, scenario, owner + "=" + value, monthHours);
    }
    return applySetting(design, catalog, input + "=" + value);
}

int runSweep(Session& session, const SweepCommand& options)
{
    Ranks* ranks = session.ranks();
    const std::optional<StudyInput> loaded =
        loadStudy(session, options.design, options.price, options.output, true);
    if (!loaded)
        return kBadInput;
    const LoadedInput& input = loaded->input;
    if (const Result<PriceBook> book = priceBookFor(input.design, loaded->price);
        !book && (!options.price.book.empty() || options.price.monthHours))
        return session.fail("", book.error());
    SweepOptions study;
    study.scenario = input.scenario;
    study.price = loaded->price;
    study.seed = options.seed;
    study.replications = options.replications;
    // Ranks share the processors already.
    study.threads = options.threads ? *options.threads
                    : ranks         ? 1
                            : static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
    study.metric = options.metric;
    study.checkpointFile = options.checkpoint;
    study.ranks = ranks;
    study.setInput = [&](Design& design, const std::string& name, const std::string& value) {
        return setInput(design, session.catalog(), input.scenario, name, value,
                        withMonthOf(options.design, options.price).monthHours);
    };
    for (const std::string& text : options.vary) {
        Result<SweepAxis> axis = parseSweepAxis(text);
        if (!axis)
            return session.fail("", axis.error());
        study.axes.push_back(std::move(*axis));
    }
    const Result<Sweep> found = [&] {
        TerminalMonitor monitor{session};
        return sweep(input.design, session.library(), study, monitor);
    }();
    if (!found)
        return session.fail(options.design.file, found.error());
    if (ranks && ranks->rank() > 0)
        return kDone;
    for (const std::string& warning : found->warnings)
        session.warn("", warning);
    if (found->partial && ranks && ranks->isEnding() && found->warnings.empty())
        session.warn("", "the ranks were told to end; rerun with the same --checkpoint to go on");
    const std::string text =
        loaded->format == Format::Json ? writeSweepJson(*found)
        : loaded->format == Format::Csv
            ? writeSweepCsv(*found)
            : readable(documentOf(*found, input.design.title), loaded->format, session, options.output);
    const int status = session.deliver(text, options.output);
    return status == kDone && found->partial ? kInterrupted : status;
}

}  // namespace

Command addSweep(CLI::App& app, Session& session)
{
    CLI::App* command =
        app.add_subcommand("sweep", "Run a grid of variants on the same draws: objectives, tails, cost");
    auto options = std::make_shared<SweepCommand>();
    addDesignOptions(*command, options->design);
    command
        ->add_option("--vary", options->vary,
                     "An input and its values, from:to:step or a,b,c; several make a grid. Inputs are "
                     "COMPONENT.PARAMETER, CONNECTION.PARAMETER and SOURCE.rate")
        ->required()
        ->type_name("INPUT=VALUES")
        ->allow_extra_args(false)
        ->take_all();
    command
        ->add_option("--metric", options->metric,
                     "What the front weighs against cost: delay-p99@SINK, refused-share, ...; the first "
                     "objective if not told")
        ->type_name("FIGURE[@ID]");
    command
        ->add_option("--checkpoint", options->checkpoint,
                     "Keep every finished point in this file; a rerun goes on from there")
        ->type_name("FILE");
    command->add_option("--seed", options->seed, "Seed of all draws")->capture_default_str()->type_name("N");
    command->add_option("--replications", options->replications, "Independent runs of each point")
        ->capture_default_str()
        ->check(CLI::Range(1, 10'000))
        ->type_name("N");
    command
        ->add_option("--threads", options->threads,
                     "Threads over points, of each rank; never changes a result")
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
    addPriceOptions(*command, options->price);
    addOutputOptions(*command, options->output, "text, json, csv or md");
    return {command, [&session, options] { return runSweep(session, *options); }, true};
}

}  // namespace plimsoll::cli
