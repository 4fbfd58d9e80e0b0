// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/report/selection.h"
#include "app/study/evaluation.h"
#include "model/support/error.h"
#include "model/support/rate_text.h"
#include "simulator/services/service_library.h"

#include <chrono>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {
class Ranks;
class Renderer;
}  // namespace plimsoll

namespace plimsoll::cli {

inline constexpr int kDone = 0;
inline constexpr int kMissed = 1;
inline constexpr int kBadInput = 2;
inline constexpr int kInterrupted = 130;

/// Which design, and what differs from the file.
struct DesignOptions {
    std::string file;
    std::string scenario;
    std::vector<std::string> settings;  ///< --set
    std::vector<std::string> rates;     ///< --rate
    std::vector<std::string> traces;    ///< --trace
    std::string duration;
    double monthHours = kRateMonthHours;  ///< what a rate per month is spread over
};

struct PriceOptions {
    std::optional<double> monthHours;
    std::string book;  ///< id or file
    bool freeTier = false;
    std::string storage;
    std::string term;     ///< on-demand | 1yr | 3yr; empty = on-demand
    bool forRun = false;  ///< --for run
};

struct OutputOptions {
    std::string format;   ///< text | json | csv | md; empty = by the file's ending, else text
    std::string file;     ///< empty = standard output
    Selection selection;  ///< --fields and --filter
};

enum class Format { Text, Json, Csv, Markdown, Spreadsheet };

/// What every command needs: where to read specs, where to write.
class Session {
public:
    Session(const ServiceLibrary& library, std::ostream& out, std::ostream& err, Ranks* ranks = nullptr,
            Renderer* renderer = nullptr);

    const ServiceLibrary& library() const { return m_library; }
    const ServiceCatalog& catalog() const { return m_library.catalog(); }
    std::ostream& out() { return m_out; }
    std::ostream& err() { return m_err; }
    TextStyle textStyle() const { return m_style; }
    bool showsProgress() const { return m_showsProgress; }
    /// Null: this process works alone.
    Ranks* ranks() const { return m_ranks; }
    /// Null: this program draws nothing.
    Renderer* renderer() const { return m_renderer; }

    /// "file:place: what; remedy" on `err`; returns the exit status of bad input.
    int fail(std::string_view file, const Error& error);
    void warn(std::string_view file, std::string_view text);

    /// Puts the result where it was asked for; a file is written whole or not at all.
    int deliver(const std::string& text, const OutputOptions& options);
    int deliver(const Result<std::string>& text, const OutputOptions& options);
    /// For commands that have no workbook to give.
    int refuseSpreadsheet();

private:
    const ServiceLibrary& m_library;
    std::ostream& m_out;
    std::ostream& m_err;
    Ranks* m_ranks;
    Renderer* m_renderer;
    TextStyle m_style;
    bool m_showsProgress = false;
};

/// A design with the options applied; issues that keep it from running come back as errors.
struct LoadedInput {
    Design design;
    ScenarioId scenario;
    std::vector<Finding> warnings;  ///< of the reader, as findings; they were printed already
};

/// The options of a command that also prices: its --month-hours is the month of a rate like 3M/month too.
DesignOptions withMonthOf(DesignOptions design, const PriceOptions& price);
/// Loads and applies --scenario, --set, --rate and --duration. Prints what is wrong; nothing = exit with kBadInput.
std::optional<LoadedInput> loadInput(Session& session, const DesignOptions& options);
/// Prints the errors of validation; false when there are any. Warnings are printed when `warnings` is set, and added to
/// `findings` where that is given.
bool passesValidation(Session& session, const std::string& file, const Design& design, bool warnings,
                      std::vector<Finding>* findings = nullptr);

/// A built-in book by its id, or a file when the text looks like one.
Result<PriceBook> loadPriceBook(const std::string& idOrFile);
Result<PriceChoice> priceChoice(const PriceOptions& options, bool scenarioGiven);
Result<Format> formatOf(const OutputOptions& options);

/// What a study of one design starts from.
struct StudyInput {
    Format format;
    LoadedInput input;
    PriceChoice price;
};
/// The first lines of commands that write no workbook: format, design, validation, prices. Prints what is wrong; nothing
/// = exit with kBadInput.
std::optional<StudyInput> loadStudy(Session& session, const DesignOptions& design, const PriceOptions& price,
                                    const OutputOptions& output, bool warnings);
/// A document as text or Markdown; in colour only on a terminal.
std::string readable(const Document& document, Format format, const Session& session,
                     const OutputOptions& output);

/// At most `limit` bytes of a file.
Result<std::string> readTextFile(const std::string& path, std::size_t limit);

/// Draws progress on a terminal and stops cleanly on Ctrl-C; a second Ctrl-C kills as usual.
class TerminalMonitor final : public RunMonitor {
public:
    explicit TerminalMonitor(Session& session);
    ~TerminalMonitor() override;
    TerminalMonitor(const TerminalMonitor&) = delete;
    TerminalMonitor& operator=(const TerminalMonitor&) = delete;
    void progressed(double fraction) override;
    bool isCancelled() const override;

private:
    Session& m_session;
    std::chrono::steady_clock::time_point m_lastDrawn{};
    int m_drawnWidth = 0;
};

}  // namespace plimsoll::cli
