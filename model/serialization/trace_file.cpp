// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/trace_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kFinestBin = 0.01;
constexpr std::size_t kMostBins = 1u << 17;
constexpr std::size_t kMostRates = 1u << 20;
constexpr std::size_t kLongestLine = 1u << 16;
constexpr double kLongestTrace = 10 * 366 * 86'400.0;
constexpr double kMostPerSecond = 1e9;

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '"'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    while (true) {
        const std::size_t comma = line.find(',');
        fields.push_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos)
            return fields;
        line.remove_prefix(comma + 1);
    }
}

std::optional<double> numberOf(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    if (text.size() < from + count)
        return std::nullopt;
    for (std::size_t at = from; at < from + count; ++at) {
        if (text[at] < '0' || text[at] > '9')
            return std::nullopt;
        value = value * 10 + (text[at] - '0');
    }
    return value;
}

/// Days since 1970-01-01 in the Gregorian calendar, by counting whole 400-year cycles from a March.
std::int64_t daysOf(int year, int month, int day)
{
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t cycle = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t ofCycle = y - cycle * 400;
    const std::int64_t ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return cycle * 146'097 + ofCycle * 365 + ofCycle / 4 - ofCycle / 100 + ofYear - 719'468;
}

/// Seconds of "2026-03-01T12:00:00.5+01:00"; no zone means UTC.
std::optional<double> isoTime(std::string_view text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2),
               hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || text[4] != '-' || text[7] != '-'
        || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':')
        return std::nullopt;
    if (*month < 1 || *month > 12 || *day < 1 || *day > 31 || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    double seconds =
        static_cast<double>(daysOf(*year, *month, *day)) * 86'400 + *hour * 3600 + *minute * 60 + *second;
    text.remove_prefix(19);
    if (text.starts_with('.')) {
        std::size_t length = 1;
        while (length < text.size() && text[length] >= '0' && text[length] <= '9')
            ++length;
        const auto fraction = numberOf("0" + std::string{text.substr(0, length)});
        if (!fraction)
            return std::nullopt;
        seconds += *fraction;
        text.remove_prefix(length);
    }
    if (text.empty() || text == "Z")
        return seconds;
    const auto zoneHour = digits(text, 1, 2), zoneMinute = digits(text, 4, 2);
    if ((text[0] != '+' && text[0] != '-') || !zoneHour || !zoneMinute || text.size() != 6)
        return std::nullopt;
    const double zone = *zoneHour * 3600 + *zoneMinute * 60;
    return seconds - (text[0] == '+' ? zone : -zone);
}

/// Counts of arrivals in equal bins, which double when there are too many.
class Bins {
public:
    void add(double second)
    {
        auto bin = static_cast<std::size_t>(second / m_width);
        while (bin >= kMostBins) {
            for (std::size_t at = 0; at < m_counts.size(); ++at) {
                const double count = std::exchange(m_counts[at], 0);
                m_counts[at / 2] += count;
            }
            m_counts.resize((m_counts.size() + 1) / 2);
            m_width *= 2;
            bin = static_cast<std::size_t>(second / m_width);
        }
        if (bin >= m_counts.size())
            m_counts.resize(bin + 1);
        ++m_counts[bin];
    }
    std::vector<TraceRates::Stretch> stretches() const
    {
        std::vector<TraceRates::Stretch> all;
        for (std::size_t bin = 0; bin < m_counts.size(); ++bin) {
            const double from = static_cast<double>(bin) * m_width;
            if (m_counts[bin] > 0)
                all.push_back({from, from + m_width, m_counts[bin] / m_width});
        }
        return all;
    }

private:
    double m_width = kFinestBin;
    std::vector<double> m_counts;
};

class TraceReader {
public:
    explicit TraceReader(std::string name) : m_name{std::move(name)} {}

    Result<TraceRates> read(std::istream& input)
    {
        std::string line;
        std::vector<char> chunk(1u << 16);
        std::uint64_t digest = 0xCBF29CE484222325ull;
        while (
            !m_error
            && (input.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || input.gcount() > 0)) {
            std::string_view rest{chunk.data(), static_cast<std::size_t>(input.gcount())};
            for (const char c : rest)
                digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
            while (!rest.empty() && !m_error) {
                const std::size_t end = rest.find('\n');
                line.append(rest.substr(0, end));
                if (line.size() > kLongestLine) {
                    ++m_line;
                    fail("is longer than 65536 characters", "give a CSV file");
                    break;
                }
                if (end == std::string_view::npos)
                    break;
                take(line);
                line.clear();
                rest.remove_prefix(end + 1);
            }
        }
        if (!m_error && !line.empty())
            take(line);
        if (!m_error)
            finish();
        if (m_error)
            return *m_error;
        m_trace.digest = digest;
        return std::move(m_trace);
    }

private:
    void fail(std::string what, std::string remedy)
    {
        m_error = Error{m_name + ":" + std::to_string(m_line), std::move(what), std::move(remedy)};
    }

    void take(std::string_view line)
    {
        ++m_line;
        if (m_line == 1 && line.starts_with("\xEF\xBB\xBF"))
            line.remove_prefix(3);
        line = trimmed(line);
        if (line.empty() || line.starts_with('#'))
            return;
        const std::vector<std::string_view> fields = fieldsOf(line);
        if (!m_started) {
            m_started = true;
            if (!numberOf(fields.front()) && !isoTime(fields.front()))
                return readNames(fields);
            m_fromFirst = !numberOf(fields.front());
            if (fields.size() > 1)
                m_rateColumn = 1;
        }
        readRow(fields);
    }

    void readNames(const std::vector<std::string_view>& names)
    {
        std::optional<std::size_t> time;
        for (std::size_t column = 0; column < names.size(); ++column) {
            const std::string_view name = names[column];
            if (name == "time" || name == "seconds" || name == "timeSeconds" || name == "timestamp") {
                time = column;
                m_fromFirst = name == "timestamp";
            } else if (name == "rate" || name == "ratePerSecond") {
                m_rateColumn = column;
            }
        }
        if (!time)
            return fail("has no column named time or timestamp",
                        "name the columns in the first line, e.g. time,rate");
        m_timeColumn = *time;
    }

    void readRow(const std::vector<std::string_view>& fields)
    {
        if (fields.size() <= std::max(m_timeColumn, m_rateColumn.value_or(0)))
            return fail("has fewer columns than the first line",
                        "give every row its time" + std::string{m_rateColumn ? " and rate" : ""});
        std::optional<double> time = numberOf(fields[m_timeColumn]);
        if (!time)
            time = isoTime(fields[m_timeColumn]);
        if (!time)
            return fail("\"" + std::string{fields[m_timeColumn].substr(0, 40)} + "\" is no time",
                        "give seconds, or a timestamp like 2026-03-01T12:00:00Z");
        if (m_fromFirst) {
            if (!m_origin)
                m_origin = *time;
            *time -= *m_origin;
        } else if (*time < 0) {
            return fail("the time is negative", "count seconds from the start of the scenario, from 0");
        }
        if (m_last && (*time < *m_last || (m_rateColumn && *time == *m_last)))
            return fail("the time is not after that of the row before", "sort the rows by time");
        if (*time > kLongestTrace)
            return fail("the time is more than ten years after the start",
                        "name the column timestamp to count from the first row");
        if (!m_rateColumn) {
            m_bins.add(*time);
        } else {
            const std::optional<double> rate = numberOf(fields[*m_rateColumn]);
            if (!rate || *rate < 0 || *rate > kMostPerSecond)
                return fail("\"" + std::string{fields[*m_rateColumn].substr(0, 40)} + "\" is no rate",
                            "give records per second, from 0 to 1000000000");
            if (m_trace.stretches.size() == kMostRates)
                return fail("there are more than 1048576 rows of rates", "average them over longer times");
            if (m_last)
                m_spacing = std::min(m_spacing, *time - *m_last);
            m_trace.stretches.push_back({*time, *time, *rate});
        }
        m_last = time;
    }

    void finish()
    {
        m_line = std::max<std::size_t>(m_line, 1);
        if (!m_last)
            return fail("the trace has no rows", "give it at least one row with a time");
        if (!m_rateColumn) {
            m_trace.stretches = m_bins.stretches();
            return;
        }
        auto& rows = m_trace.stretches;
        if (rows.size() == 1)
            return fail("one row of rates does not say how long it lasts", "add the row that follows it");
        // A row holds until the next; where one or more are missing, for as long as the others do.
        constexpr double kJitter = 1.5;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double next = row + 1 < rows.size() ? rows[row + 1].from : rows[row].from + m_spacing;
            rows[row].to = next - rows[row].from <= kJitter * m_spacing ? next : rows[row].from + m_spacing;
        }
    }

    std::string m_name;
    std::size_t m_line = 0;
    std::optional<Error> m_error;
    bool m_started = false;
    bool m_fromFirst = false;  ///< times count from the first row
    std::size_t m_timeColumn = 0;
    std::optional<std::size_t> m_rateColumn;
    std::optional<double> m_origin, m_last;
    double m_spacing = kLongestTrace;
    Bins m_bins;
    TraceRates m_trace;
};

/// Where the file is, or why it may not be read: a design that came by mail must not make the program open others.
Result<std::filesystem::path> placeBelow(const std::filesystem::path& folder, const std::string& file)
{
    const Error outside{file, "the trace is not in the folder of the design",
                        "move it there, or name it on the command line with --trace"};
    if (std::filesystem::path{file}.is_absolute())
        return outside;
    std::error_code code;
    const std::filesystem::path home = std::filesystem::canonical(folder.empty() ? "." : folder, code);
    if (code)
        return Error{file, "the folder of the design cannot be read", "save the design first"};
    const std::filesystem::path path = std::filesystem::weakly_canonical(home / file, code);
    if (code || std::mismatch(home.begin(), home.end(), path.begin(), path.end()).first != home.end())
        return outside;
    if (!std::filesystem::is_regular_file(path, code))
        return Error{file, "there is no such file", "put the trace beside the design"};
    return path;
}

}  // namespace

Result<TraceRates> readTrace(std::istream& input, const std::string& name)
{
    return TraceReader{name}.read(input);
}

Result<TraceRates> readTraceFile(const std::filesystem::path& file)
{
    std::error_code code;
    if (std::filesystem::is_directory(file, code))
        return Error{file.string(), "is a folder", "name a file in it"};
    std::ifstream input{file, std::ios::binary};
    if (!input)
        return Error{file.string(), "cannot be read", "check the name and your rights"};
    return readTrace(input, file.filename().string());
}

void loadTraces(Design& design, const std::filesystem::path& folder)
{
    for (Scenario& scenario : design.scenarios) {
        for (auto& [source, profile] : scenario.traffic) {
            if (profile.shape != TrafficShape::Trace || profile.file.empty())
                continue;
            profile.trace = {};
            const Result<std::filesystem::path> path = placeBelow(folder, profile.file);
            Result<TraceRates> rates = path ? readTraceFile(*path) : Result<TraceRates>{path.error()};
            if (rates)
                profile.trace.rates = std::make_shared<const TraceRates>(std::move(*rates));
            else
                profile.trace.problem = rates.error();
        }
    }
}

}  // namespace plimsoll
