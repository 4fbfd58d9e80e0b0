// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/cli/arguments.h"
#include "model/catalog/integrations.h"
#include "model/serialization/design_file.h"
#include "model/support/plain_text.h"
#include "model/validation/issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#if defined(_WIN32)
#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace plimsoll::cli {

namespace {

bool isTerminal(int descriptor)
{
#if defined(_WIN32)
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) != 0;
#endif
}

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value;
}

int terminalWidth()
{
    int columns = 0;
#if !defined(_WIN32)
    winsize size{};
    if (ioctl(1, TIOCGWINSZ, &size) == 0)
        columns = size.ws_col;
#endif
    return columns == 0 ? 100 : std::clamp(columns, 60, 120);
}

}  // namespace

Session::Session(const ServiceLibrary& library, std::ostream& out, std::ostream& err, Ranks* ranks,
                 Renderer* renderer)
    : m_library{library}, m_out{out}, m_err{err}, m_ranks{ranks}, m_renderer{renderer}
{
    // Tests and the desktop program pass streams of their own: those are no terminals.
    if (&out == &std::cout && isTerminal(1)) {
        const char* terminal = std::getenv("TERM");
        // https://no-color.org: any non-empty value turns colour off.
        m_style.colour = !isSet("NO_COLOR") && terminal && std::string_view{terminal} != "dumb";
        m_style.width = terminalWidth();
    }
    m_showsProgress = &err == &std::cerr && isTerminal(2);
}

int Session::fail(std::string_view file, const Error& error)
{
    // What is wrong with an option is not wrong in the file.
    if (!file.empty() && !error.place.starts_with("--"))
        m_err << printable(file) << (error.place.empty() ? ": " : ":");
    m_err << error.toString() << "\n";
    return kBadInput;
}

void Session::warn(std::string_view file, std::string_view text)
{
    m_err << (file.empty() ? "" : printable(file) + ": ") << "warning: " << oneLine(text) << "\n";
}

int Session::deliver(const std::string& whole, const OutputOptions& options)
{
    std::string text = whole;
    if (!options.selection.isEmpty()) {
        const Result<Format> format = formatOf(options);
        Result<std::string> chosen =
            Error{"--fields and --filter", "are for data", "add --format json or csv"};
        if (format && *format == Format::Json)
            chosen = selectFromJson(whole, options.selection);
        else if (format && *format == Format::Csv)
            chosen = selectFromCsv(whole, options.selection);
        if (!chosen)
            return fail("", chosen.error());
        text = std::move(*chosen);
    }
    if (!options.file.empty()) {
        if (const Status saved = saveFileAtomically(options.file, text); !saved)
            return fail("", saved.error());
        return kDone;
    }
    m_out << text;
    m_out.flush();
    if (!m_out)
        return fail("", {"standard output", "could not be written", "check the disk or the pipe"});
    return kDone;
}

int Session::deliver(const Result<std::string>& text, const OutputOptions& options)
{
    return text ? deliver(*text, options) : fail("", text.error());
}

int Session::refuseSpreadsheet()
{
    return fail("", {"--format", "this command writes no xlsx", "use text, json, csv or md"});
}

DesignOptions withMonthOf(DesignOptions design, const PriceOptions& price)
{
    // A month that cannot be is refused where prices are chosen.
    if (price.monthHours && checkMonthHours(*price.monthHours))
        design.monthHours = *price.monthHours;
    return design;
}

std::optional<LoadedInput> loadInput(Session& session, const DesignOptions& options)
{
    Result<LoadedDesign> loaded = loadDesignFile(options.file, session.catalog());
    if (!loaded) {
        // The loader may name the file itself; naming it twice helps nobody.
        Error error = loaded.error();
        if (error.place.starts_with(options.file)) {
            error.place.erase(0, options.file.size());
            if (error.place.starts_with(':'))
                error.place.erase(0, 1);
        }
        session.fail(options.file, error);
        return std::nullopt;
    }
    LoadedInput input{std::move(loaded->design), {}, {}};
    for (const std::string& warning : loaded->warnings) {
        session.warn(options.file, warning);
        input.warnings.push_back(
            {"design-file", FindingLevel::Advice, {}, Phrase::verbatim(warning), {}, {}});
    }
    Result<ScenarioId> scenario = resolveScenario(input.design, options.scenario);
    if (!scenario) {
        session.fail(options.file, scenario.error());
        return std::nullopt;
    }
    input.scenario = *scenario;
    const auto apply = [&](const Status& status) {
        if (!status)
            session.fail(options.file, status.error());
        return static_cast<bool>(status);
    };
    for (const std::string& setting : options.settings)
        if (!apply(applySetting(input.design, session.catalog(), setting)))
            return std::nullopt;
    for (const std::string& trace : options.traces)
        if (!apply(applyTrace(input.design, session.catalog(), input.scenario, trace)))
            return std::nullopt;
    for (const std::string& rate : options.rates)
        if (!apply(applyRate(input.design, session.catalog(), input.scenario, rate, options.monthHours)))
            return std::nullopt;
    if (!options.duration.empty()) {
        const Result<double> seconds = parseDuration(options.duration, "--duration");
        if (!seconds) {
            session.fail("", seconds.error());
            return std::nullopt;
        }
        for (Scenario& each : input.design.scenarios)
            if (each.id == input.scenario)
                each.durationSeconds = *seconds;
    }
    return input;
}

bool passesValidation(Session& session, const std::string& file, const Design& design, bool warnings,
                      std::vector<Finding>* findings)
{
    const std::vector<Issue> issues = validate(design, session.catalog(), IntegrationTable::builtin());
    for (const Issue& issue : issues) {
        if (issue.severity == Severity::Error)
            session.fail(file, {issue.place, issue.what, issue.remedy});
        else if (warnings && issue.severity == Severity::Warning)
            session.warn(file, Error{issue.place, issue.what, issue.remedy}.toString());
        if (findings && issue.severity == Severity::Warning)
            findings->push_back({"design-file",
                                 FindingLevel::Advice,
                                 {},
                                 Phrase::verbatim(issue.place + ": " + issue.what),
                                 Phrase::verbatim(issue.remedy),
                                 {}});
    }
    return !hasErrors(issues);
}

std::optional<StudyInput> loadStudy(Session& session, const DesignOptions& design, const PriceOptions& price,
                                    const OutputOptions& output, bool warnings)
{
    const Result<Format> format = formatOf(output);
    if (!format) {
        session.fail("", format.error());
        return std::nullopt;
    }
    if (*format == Format::Spreadsheet) {
        session.refuseSpreadsheet();
        return std::nullopt;
    }
    std::optional<LoadedInput> input = loadInput(session, withMonthOf(design, price));
    if (!input || !passesValidation(session, design.file, input->design, warnings))
        return std::nullopt;
    const Result<PriceChoice> choice = priceChoice(price, true);
    if (!choice) {
        session.fail("", choice.error());
        return std::nullopt;
    }
    return StudyInput{*format, std::move(*input), *choice};
}

std::string readable(const Document& document, Format format, const Session& session,
                     const OutputOptions& output)
{
    if (format == Format::Markdown)
        return writeMarkdown(document);
    return writeText(document, output.file.empty() ? session.textStyle() : TextStyle{});
}

Result<std::string> readTextFile(const std::string& path, std::size_t limit)
{
    std::error_code code;
    if (std::filesystem::is_directory(path, code))
        return Error{path, "is a directory", "name a file in it"};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{path, "cannot be read", "check the name and your rights"};
    std::string text;
    char buffer[1 << 16];
    while (file.read(buffer, sizeof buffer) || file.gcount() > 0) {
        text.append(buffer, static_cast<std::size_t>(file.gcount()));
        if (text.size() > limit)
            return Error{path, "is too large", "give a smaller file"};
    }
    return text;
}

namespace {

bool looksLikeFile(const std::string& idOrFile)
{
    return idOrFile.find_first_of("/\\.") != std::string::npos;
}

}  // namespace

Result<PriceBook> loadPriceBook(const std::string& idOrFile)
{
    if (!looksLikeFile(idOrFile))
        return builtinPriceBook(idOrFile);
    constexpr std::size_t kLargestBook = 64u << 20;
    const Result<std::string> text = readTextFile(idOrFile, kLargestBook);
    if (!text)
        return text.error();
    Result<PriceBook> own = parsePriceBook(*text);
    if (!own) {
        Error error = own.error();
        error.place = idOrFile + (error.place.empty() ? "" : ":" + error.place);
        return error;
    }
    return own;
}

Result<PriceChoice> priceChoice(const PriceOptions& options, bool scenarioGiven)
{
    PriceChoice choice;
    choice.wholeMonthIsTheScenario = scenarioGiven;
    if (options.monthHours) {
        if (const Status sound = checkMonthHours(*options.monthHours); !sound)
            return sound.error();
        choice.bill.monthHours = *options.monthHours;
        choice.monthHoursGiven = true;
    }
    choice.runAlone = options.forRun;
    choice.bill.freeTier = options.freeTier ? FreeTier::Apply : FreeTier::Ignore;
    const Result<StorageBasis> storage = parseStorageBasis(options.storage);
    if (!storage)
        return storage.error();
    choice.bill.storage = *storage;
    const std::optional<Term> term = termOf(options.term.empty() ? word(Term::OnDemand) : options.term);
    if (!term)
        return Error{"--term", fmt::format("\"{}\" is no term", options.term), "use on-demand, 1yr or 3yr"};
    choice.bill.term = *term;

    if (!looksLikeFile(options.book)) {
        choice.book = options.book;
        return choice;
    }
    Result<PriceBook> own = loadPriceBook(options.book);
    if (!own)
        return own.error();
    choice.ownBook = std::make_shared<const PriceBook>(std::move(*own));
    return choice;
}

Result<Format> formatOf(const OutputOptions& options)
{
    std::string name = options.format;
    if (name.empty()) {
        const std::string ending = std::filesystem::path{options.file}.extension().string();
        name = ending == ".json"   ? "json"
               : ending == ".csv"  ? "csv"
               : ending == ".md"   ? "md"
               : ending == ".xlsx" ? "xlsx"
                                   : "text";
    }
    if (name == "text")
        return Format::Text;
    if (name == "json")
        return Format::Json;
    if (name == "csv")
        return Format::Csv;
    if (name == "md" || name == "markdown")
        return Format::Markdown;
    if (name == "xlsx") {
        if (options.file.empty())
            return Error{"--format", "xlsx is no format for a terminal", "name a file with -o"};
        return Format::Spreadsheet;
    }
    return Error{"--format", fmt::format("\"{}\" is unknown", name), "use text, json, csv, md or xlsx"};
}

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

extern "C" void onInterrupt(int)
{
    interrupted.store(true);
    // The next one ends the program at once, should stopping take too long.
    std::signal(SIGINT, SIG_DFL);
}

using Handler = void (*)(int);
Handler previousHandler = SIG_DFL;

}  // namespace

TerminalMonitor::TerminalMonitor(Session& session) : m_session{session}
{
    interrupted.store(false);
    previousHandler = std::signal(SIGINT, onInterrupt);
}

TerminalMonitor::~TerminalMonitor()
{
    std::signal(SIGINT, previousHandler == SIG_ERR ? SIG_DFL : previousHandler);
    if (m_drawnWidth > 0)
        m_session.err() << "\r" << std::string(static_cast<std::size_t>(m_drawnWidth), ' ') << "\r"
                        << std::flush;
}

void TerminalMonitor::progressed(double fraction)
{
    if (!m_session.showsProgress())
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_lastDrawn < std::chrono::milliseconds{100})
        return;
    m_lastDrawn = now;
    constexpr int kCells = 30;
    const int done = std::clamp(static_cast<int>(fraction * kCells), 0, kCells);
    std::string text;
    for (int i = 0; i < kCells; ++i)
        text += i < done ? "\u2588" : "\u2591";
    m_session.err() << "\r  " << text << fmt::format(" {:3.0f}%", fraction * 100) << std::flush;
    m_drawnWidth = kCells + 8;
}

bool TerminalMonitor::isCancelled() const
{
    return interrupted.load();
}

}  // namespace plimsoll::cli
