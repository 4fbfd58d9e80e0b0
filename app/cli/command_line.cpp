// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/study/ranks.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <exception>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace plimsoll {

namespace cli {

namespace {
constexpr std::string_view kNames[] = {"simulate", "price",   "compare",  "check",     "size",
                                       "sweep",    "explain", "services", "templates", "prices",
                                       "migrate",  "export",  "report"};
}

void addDesignOptions(CLI::App& command, DesignOptions& options)
{
    command.add_option("design", options.file, "The design, a .plimsoll file")
        ->required()
        ->type_name("DESIGN");
    command.add_option("--scenario", options.scenario, "The scenario; the first one if not told")
        ->type_name("ID");
    command.add_option("--set", options.settings, "Change a parameter for this call; may be repeated")
        ->type_name("COMPONENT.PARAMETER=VALUE")
        ->allow_extra_args(false)
        ->take_all();
    command
        .add_option("--rate", options.rates,
                    "What a source sends: 1000 a second, 5k/s, 40M/day, 3M/month, or a multiple of what it "
                    "does; may be repeated")
        ->type_name("SOURCE=RATE|Mx")
        ->allow_extra_args(false)
        ->take_all();
    command.add_option("--trace", options.traces, "Let a source replay a CSV file of times or rates")
        ->type_name("SOURCE=FILE")
        ->allow_extra_args(false)
        ->take_all();
    command.add_option("--duration", options.duration, "Length of the scenario: 1h, 90s, 500ms")
        ->type_name("TIME");
}

void addPriceOptions(CLI::App& command, PriceOptions& options)
{
    command.add_option("--month-hours", options.monthHours, "Hours of a month; 730 if not told")
        ->type_name("HOURS");
    command.add_option("--price-book", options.book, "A region, study-note, or the file of your own book")
        ->type_name("BOOK");
    command.add_flag("--free-tier", options.freeTier, "Subtract AWS's free allowances");
    command.add_option("--storage", options.storage, "Stored bytes of: first-month, month=N, steady")
        ->type_name("BASIS");
    command
        .add_option("--term", options.term,
                    "Commit to capacity where a rate for it is known: on-demand, 1yr, 3yr")
        ->type_name("TERM");
}

void addSpanOption(CLI::App& command, PriceOptions& options)
{
    command
        .add_option_function<std::string>(
            "--for", [&options](const std::string& span) { options.forRun = span == "run"; },
            "month, or run: the scenario's duration alone")
        ->check(CLI::IsMember({"month", "run"}))
        ->default_str("month")
        ->type_name("SPAN");
}

void addOutputOptions(CLI::App& command, OutputOptions& options, const std::string& formats)
{
    command.add_option("--format", options.format, formats + "; by the ending of -o if not told")
        ->type_name("FORMAT");
    command
        .add_option("--fields", options.selection.fields,
                    "Of json these paths, such as components.counts.offered; of csv these columns")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->take_all()
        ->type_name("A,B,C");
    command
        .add_option("--filter", options.selection.filters,
                    "Of json and csv what has this value: component=ID, kind=bill; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false)
        ->take_all();
    command.add_option("-o,--output", options.file, "Write to this file, whole or not at all")
        ->type_name("FILE");
}

namespace {

constexpr int kMostReplications = 10'000;

StopRule& stopRuleOf(RunOptions& options)
{
    if (!options.stopRule)
        options.stopRule.emplace();
    return *options.stopRule;
}

void chooseReplications(RunOptions& options, const std::string& text)
{
    if (text == "auto") {
        stopRuleOf(options);
        return;
    }
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count < 1 || count > kMostReplications)
        throw CLI::ValidationError("--replications", "\"" + text
                                                         + "\" is neither auto nor a number from 1 to "
                                                         + std::to_string(kMostReplications));
    options.replications = count;
}

/// "5%" or "0.05"
double precisionOf(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view rest{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    if (rest == "%")
        value /= 100;
    if (error != std::errc{} || !(rest.empty() || rest == "%") || !(value >= 0.0001 && value <= 1))
        throw CLI::ValidationError("--precision",
                                   "\"" + text + "\" is no share from 0.01% to 100%, such as 5%");
    return value;
}

}  // namespace

void addRunOptions(CLI::App& command, RunOptions& options)
{
    command.add_option("--seed", options.seed, "Seed of all draws")->capture_default_str()->type_name("N");
    command
        .add_option_function<std::string>(
            "--replications", [&options](const std::string& text) { chooseReplications(options, text); },
            "Independent runs, for intervals; auto: until they are narrow")
        ->default_str("1")
        ->type_name("N|auto");
    command
        .add_option_function<std::string>(
            "--precision",
            [&options](const std::string& text) { stopRuleOf(options).precision = precisionOf(text); },
            "Replications until mean and p99 of each sink and path, refusals and cost are this close; 5% if "
            "auto")
        ->type_name("SHARE");
    command
        .add_option_function<int>(
            "--max-replications", [&options](int most) { stopRuleOf(options).most = most; },
            "Budget of --replications auto; 100 if not told")
        ->check(CLI::Range(2, kMostReplications))
        ->type_name("N");
    command
        .add_option_function<std::uint64_t>(
            "--max-messages", [&options](std::uint64_t most) { stopRuleOf(options).mostMessages = most; },
            "Budget of --replications auto, in all replications together; 1000000000 if not told")
        ->type_name("N");
    command.add_flag("--steady", options.steady,
                     "Figures of the long run: leave out the start-up phase that a pilot run shows");
    command
        .add_option_function<std::string>(
            "--warm-up",
            [&options](const std::string& text) {
                const Result<double> span = parseDuration(text, "--warm-up");
                if (!span)
                    throw CLI::ValidationError("--warm-up", span.error().what + "; " + span.error().remedy);
                options.warmUpSeconds = *span;
            },
            "Leave out this much of the start instead: 60s, 5min")
        ->type_name("TIME");
    options.engine = Engine::Auto;
    // Threads never change a result, so all there are is a sound default.
    options.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1u, 64u));
    command.add_option("--threads", options.threads, "Threads; never changes a result")
        ->capture_default_str()
        ->check(CLI::Range(1, 1024))
        ->type_name("N");
}

namespace {

int parseAndRun(int argc, const char* const* argv, Session& session)
{
    CLI::App app{"Draw an AWS data architecture, push traffic through it, read limits, latency and the bill.",
                 "plimsoll-cli"};
    app.set_version_flag("--version", std::string{"plimsoll "} + PLIMSOLL_VERSION);
    app.require_subcommand(1);
    app.get_formatter()->column_width(44);
    const Command commands[] = {
        addSimulate(app, session), addPrice(app, session),    addCompare(app, session),
        addCheck(app, session),    addSize(app, session),     addSweep(app, session),
        addExplain(app, session),  addServices(app, session), addTemplates(app, session),
        addPrices(app, session),   addMigrate(app, session),  addExport(app, session),
        addReport(app, session)};
    // The parser would only say that a subcommand is required.
    if (argc > 1 && *argv[1] != '-' && !isCommandLine(argc, argv)) {
        const std::vector<std::string> names(std::begin(kNames), std::end(kNames));
        const std::string near = nearestName(argv[1], names);
        return session.fail("", {argv[1], "is no command",
                                 near.empty() ? "--help lists them" : "did you mean " + near + "?"});
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version arrive here as well, with exit code 0.
        return app.exit(error, session.out(), session.err()) == 0 ? kDone : kBadInput;
    }
    for (const Command& command : commands) {
        if (!command.parser->parsed())
            continue;
        // Of several processes the first does alone what cannot be shared.
        if (session.ranks() && session.ranks()->rank() > 0 && !command.isShared)
            return kDone;
        return command.run();
    }
    return kBadInput;
}

}  // namespace

}  // namespace cli

int runCommandLine(int argc, const char* const* argv, const ServiceLibrary& library, std::ostream& out,
                   std::ostream& err, Ranks* ranks, Renderer* renderer)
{
    cli::Session session{library, out, err, ranks, renderer};
    try {
        return cli::parseAndRun(argc, argv, session);
    } catch (const std::exception& error) {
        return session.fail("", {"internal error", error.what(), "please report it with the design"});
    }
}

bool isCommandLine(int argc, const char* const* argv)
{
    if (argc < 2)
        return false;
    const std::string_view first = argv[1];
    if (first == "--help" || first == "-h" || first == "--version")
        return true;
    for (const std::string_view name : cli::kNames)
        if (first == name)
            return true;
    return false;
}

}  // namespace plimsoll
