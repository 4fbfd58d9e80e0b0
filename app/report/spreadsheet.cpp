// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/spreadsheet.h"

#include "simulator/metrics/interval_notes.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <utility>
#include <variant>
#include <vector>

namespace plimsoll {

namespace {

struct Formula {
    std::string text;
    double value = 0;  ///< what it comes to, for programs that do not calculate
};
using Cell = std::variant<std::monostate, std::string, double, Money, Formula>;

struct Sheet {
    std::string name;
    std::vector<std::string> head;
    std::vector<std::vector<Cell>> rows;
};

/// Excel refuses texts above 32,767 characters and control characters, and cuts nothing by itself.
std::string sheetText(const std::string& text)
{
    constexpr std::size_t kLongest = 32'000;
    std::string result;
    for (const char c : text.substr(0, kLongest))
        result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    return result;
}

/// A folder nobody else has, gone when this goes.
class PrivateFolder {
public:
    PrivateFolder()
    {
        std::error_code code;
        const std::filesystem::path base = std::filesystem::temp_directory_path(code);
        std::random_device random;
        // A name that is taken already is not ours, whoever put it there.
        for (int attempt = 0; attempt < 8 && m_path.empty() && !code; ++attempt) {
            const std::filesystem::path path =
                base / fmt::format("plimsoll-{:08x}{:08x}", random(), random());
            if (std::filesystem::create_directory(path, code)) {
                m_path = path;
                std::filesystem::permissions(path, std::filesystem::perms::owner_all, code);
            }
        }
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    ~PrivateFolder()
    {
        std::error_code code;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, code);
    }
    std::string file(const char* name) const
    {
        return m_path.empty() ? std::string{} : (m_path / name).string();
    }

private:
    std::filesystem::path m_path;
};

/// The library writes files only; the bytes are read back, so that the caller can save them atomically.
class Writer {
public:
    Writer()
    {
        if (!m_file.empty())
            m_book = workbook_new(m_file.c_str());
        if (!m_book)
            return;
        // The same report is the same bytes: no wall clock in the file.
        lxw_doc_properties properties{};
        properties.created = 946'684'800;
        workbook_set_properties(m_book, &properties);
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        format_set_bottom(m_bold, LXW_BORDER_THIN);
        m_money = workbook_add_format(m_book);
        format_set_num_format(m_money, "#,##0.00");
        m_number = workbook_add_format(m_book);
        format_set_num_format(m_number, "#,##0.###");
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer()
    {
        if (m_book)
            workbook_close(m_book);
    }

    void add(const Sheet& sheet)
    {
        lxw_worksheet* page = m_book ? workbook_add_worksheet(m_book, sheet.name.c_str()) : nullptr;
        if (!page)
            return;
        for (std::size_t i = 0; i < sheet.head.size(); ++i)
            worksheet_write_string(page, 0, static_cast<lxw_col_t>(i), sheetText(sheet.head[i]).c_str(),
                                   m_bold);
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                write(page, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(column),
                      sheet.rows[row][column]);
        if (!sheet.head.empty())
            worksheet_set_column(page, 0, static_cast<lxw_col_t>(sheet.head.size() - 1), 20, nullptr);
        worksheet_freeze_panes(page, 1, 0);
    }

    Result<std::string> finish()
    {
        if (!m_book)
            return Error{"workbook", "the temporary folder cannot be written", "set TMPDIR to one that can"};
        if (const lxw_error error = workbook_close(std::exchange(m_book, nullptr)); error != LXW_NO_ERROR)
            return Error{"workbook", lxw_strerror(error), "write csv or json instead"};
        std::ifstream file(m_file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }

private:
    void write(lxw_worksheet* page, lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        if (const auto* text = std::get_if<std::string>(&cell))
            worksheet_write_string(page, row, column, sheetText(*text).c_str(), nullptr);
        else if (const auto* number = std::get_if<double>(&cell); number && std::isfinite(*number))
            worksheet_write_number(page, row, column, *number, m_number);
        else if (const auto* money = std::get_if<Money>(&cell))
            worksheet_write_number(page, row, column, money->dollars(), m_money);
        else if (const auto* formula = std::get_if<Formula>(&cell))
            worksheet_write_formula_num(page, row, column, formula->text.c_str(), m_money, formula->value);
    }

    PrivateFolder m_folder;
    std::string m_file = m_folder.file("book.xlsx");
    lxw_workbook* m_book = nullptr;
    lxw_format* m_bold = nullptr;
    lxw_format* m_money = nullptr;
    lxw_format* m_number = nullptr;
};

/// The sum of a column above its last row.
Formula sumOf(char column, std::size_t rows, Money total)
{
    return {fmt::format("=SUM({0}2:{0}{1})", column, rows + 1), total.dollars()};
}

Sheet billSheet(const Bill& bill)
{
    Sheet sheet{"Bill",
                {"Component", "Meter", "Quantity", "Unit", "USD/month", "Growth USD/month", "Note",
                 "Meter id", "Place"},
                {}};
    for (const BillLine& line : bill.lines) {
        const bool priced = line.state == LineState::Priced;
        sheet.rows.push_back(
            {line.componentLabel, line.name, line.quantity, line.unit, priced ? Cell{line.amount} : Cell{},
             priced ? Cell{line.growthPerMonth} : Cell{}, line.note, line.meter, line.place});
    }
    const std::size_t rows = sheet.rows.size();
    if (rows > 0)
        sheet.rows.push_back({std::string{"Total"},
                              {},
                              {},
                              {},
                              sumOf('E', rows, bill.total),
                              sumOf('F', rows, bill.growthPerMonth)});
    sheet.rows.push_back({});
    sheet.rows.push_back(
        {fmt::format("{}, prices of {} as of {}", bill.heading, bill.priceBookId, bill.priceBookDate)});
    return sheet;
}

Cell figureOf(const std::optional<double>& value)
{
    return value ? Cell{*value} : Cell{};
}

Cell figureOf(std::uint64_t value)
{
    return static_cast<double>(value);
}

std::vector<Cell> latencyRow(const std::string& where, const char* what, const LatencySummary& s)
{
    std::vector<Cell> row{where,           std::string{what},  figureOf(s.mean), figureOf(s.p50),
                          figureOf(s.p90), figureOf(s.p95),    figureOf(s.p99),  figureOf(s.p999),
                          figureOf(s.max), figureOf(s.samples)};
    // A half-width, or why there is none.
    for (const char* figure : {"mean", "p50", "p90", "p95", "p99", "p999"}) {
        const StatedInterval stated = intervalOf(s, figure);
        row.push_back(stated.halfWidth ? Cell{*stated.halfWidth} : Cell{stated.reason});
    }
    return row;
}

}  // namespace

Result<std::string> writeBillSpreadsheet(const Bill& bill)
{
    Writer writer;
    writer.add(billSheet(bill));
    return writer.finish();
}

Result<std::string> writeRunSpreadsheet(const Report& report)
{
    Writer writer;
    if (report.bill)
        writer.add(billSheet(*report.bill));
    Sheet components{"Components",
                     {"Component", "Service", "Offered", "Accepted", "Throttled", "Rejected", "Completed",
                      "Failed", "Retried", "Lost", "In flight", "Backlog mean", "Backlog peak"},
                     {}};
    Sheet limits{
        "Limits", {"Component", "Limit", "Capacity", "Mean", "Peak", "Unit", "Utilisation", "Refused"}, {}};
    Sheet latency{"Latency",
                  {"Where", "What", "Mean ms", "p50 ms", "p90 ms", "p95 ms", "p99 ms", "p99.9 ms", "Max ms",
                   "Samples", "Mean +- ms", "p50 +- ms", "p90 +- ms", "p95 +- ms", "p99 +- ms",
                   "p99.9 +- ms"},
                  {}};
    for (const PathReport& path : report.run.paths)
        latency.rows.push_back(latencyRow(path.source, "response", path.response));
    for (const SinkReport& sink : report.run.sinks)
        latency.rows.push_back(latencyRow(sink.component, "delay", sink.delay));
    for (const ComponentReport& each : report.run.components) {
        const std::string label = each.label.empty() ? each.id : each.label;
        const Counts& c = each.counts;
        components.rows.push_back({label, each.service, figureOf(c.offered), figureOf(c.accepted),
                                   figureOf(c.throttled), figureOf(c.rejected), figureOf(c.completed),
                                   figureOf(c.failed), figureOf(c.retried), figureOf(c.lost),
                                   figureOf(c.inFlight), each.backlogMean, each.backlogPeak});
        for (const LimitUse& limit : each.limits)
            limits.rows.push_back({label, limit.label, limit.capacity, limit.mean, limit.peak, limit.unit,
                                   limit.utilisation, limit.refused});
        if (each.latency.samples > 0)
            latency.rows.push_back(latencyRow(label, "time inside", each.latency));
    }
    Sheet findings{"Findings", {"Finding", "Remedy"}, {}};
    for (const Finding& finding : report.findings)
        findings.rows.push_back({finding.text.english(), finding.remedy.english()});
    Sheet intervals{"Intervals", {"Of", "Half-widths at 95%"}, {}};
    for (const IntervalNote& note : report.run.provenance.intervals)
        intervals.rows.push_back({note.kind, note.text});
    for (const FigureOfRuns& figure : report.run.figures) {
        // Those of times stand beside their figures.
        if (report.run.provenance.replications < 2 || figure.figure.starts_with("latency-")
            || figure.figure.starts_with("response-") || figure.figure.starts_with("delay-"))
            continue;
        const StatedInterval stated = intervalOf(report.run, figure.figure, figure.where);
        intervals.rows.push_back(
            {figure.where.empty() ? figure.figure : figure.figure + " at " + figure.where,
             stated.halfWidth ? Cell{*stated.halfWidth} : Cell{stated.reason},
             stated.value ? Cell{*stated.value} : Cell{}});
    }
    for (const FigureInterval& interval : report.run.sampling.intervals)
        intervals.rows.push_back({interval.figure,
                                  interval.halfWidth ? Cell{*interval.halfWidth} : Cell{interval.reason},
                                  interval.value});
    intervals.head.push_back("Figure");
    for (const Sheet* sheet : {&components, &limits, &latency, &findings, &intervals})
        writer.add(*sheet);
    return writer.finish();
}

Result<std::string> writeComparisonSpreadsheet(const Comparison& comparison)
{
    // A column letter each; nobody lays more than two dozen designs side by side.
    constexpr std::size_t kMostSides = 24;
    if (comparison.sides.size() > kMostSides)
        return Error{"workbook", "holds at most 24 designs", "write csv instead"};
    Sheet sheet{"Comparison", {"USD/month"}, {}};
    for (const ComparedSide& side : comparison.sides)
        sheet.head.push_back(side.name);
    for (const ComparedLine& line : comparison.lines) {
        std::vector<Cell> row{line.name};
        for (const std::optional<Money>& amount : line.amounts)
            row.push_back(amount ? Cell{*amount} : Cell{});
        sheet.rows.push_back(std::move(row));
    }
    std::vector<Cell> total{std::string{"Total"}};
    for (std::size_t i = 0; i < comparison.sides.size(); ++i)
        total.push_back(sumOf(static_cast<char>('B' + i), sheet.rows.size(), comparison.sides[i].bill.total));
    if (!sheet.rows.empty())
        sheet.rows.push_back(std::move(total));
    sheet.rows.push_back({});
    for (const std::string& sentence : comparison.why)
        sheet.rows.push_back({sentence});
    Writer writer;
    writer.add(sheet);
    return writer.finish();
}

}  // namespace plimsoll
