// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sweep_checkpoint.h"

#include "model/serialization/json_text.h"
#include "simulator/draws/random.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace plimsoll {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "plimsoll-sweep-checkpoint/2";
constexpr std::uintmax_t kLargest = 1ull << 30;
/// A point of a thousand sinks and paths with long names has a tenth of it.
constexpr std::size_t kLongestLine = 1u << 20;
constexpr std::string_view kSum = ",\"sum\":\"";
constexpr std::size_t kSumDigits = 16;
constexpr std::string_view kEnd = "\"}";

json toJson(const std::optional<double>& number)
{
    return number ? json(*number) : json(nullptr);
}

json toJson(const SweptFigure& figure)
{
    return {{"name", figure.name}, {"value", toJson(figure.value)}, {"halfWidth", toJson(figure.halfWidth)}};
}

std::optional<double> numberOf(const json& value)
{
    return value.is_null() ? std::nullopt : std::optional{value.get<double>()};
}

/// Throws where it is not a whole number as they are written here: a fraction beyond the range has no value as one.
std::uint64_t wholeNumberOf(const json& value)
{
    return value.get_ref<const json::number_unsigned_t&>();
}

SweptFigure figureOf(const json& value)
{
    return {value.at("name").get<std::string>(), numberOf(value.at("value")),
            numberOf(value.at("halfWidth"))};
}

Error unusable(const std::string& path, std::string what)
{
    return {"--checkpoint " + path, std::move(what), "name another file, or remove this one"};
}

std::string sumOf(std::string_view header, std::string_view line)
{
    return fmt::format("{:016x}", mix64(hashOf(header)) ^ hashOf(line));
}

/// A line with its checksum as the last member of its object.
std::string sealed(std::string line, std::string_view header)
{
    const std::string sum = sumOf(header, line);
    line.pop_back();
    return line.append(kSum).append(sum).append(kEnd);
}

/// The line as it was before it was sealed; nothing when it is not what was sealed.
std::optional<std::string> unsealed(std::string_view line, std::string_view header)
{
    const std::size_t tail = kSum.size() + kSumDigits + kEnd.size();
    if (line.size() <= tail || !line.ends_with(kEnd))
        return std::nullopt;
    const std::string_view sum = line.substr(line.size() - kEnd.size() - kSumDigits, kSumDigits);
    std::string before{line.substr(0, line.size() - tail)};
    if (line.substr(before.size(), kSum.size()) != kSum)
        return std::nullopt;
    before += '}';
    if (sumOf(header, before) != sum)
        return std::nullopt;
    return before;
}

/// What the header of the file disagrees in; empty when it is ours.
std::string difference(const std::string& line, const SweepIdentity& identity)
{
    // Whole and not ours: told apart by what it says, which is looked at no deeper than its members' texts.
    const json header = nestedDeeperThan(line, 1) ? json() : json::parse(line, nullptr, false);
    if (!header.is_object() || !header.contains("format") || header["format"] != kFormat)
        return "is no checkpoint of a sweep by this version";
    for (const auto& [name, text] : identity)
        if (!header.contains(name) || header[name] != text)
            return fmt::format("is the checkpoint of a sweep with another {}", name);
    return "";
}

}  // namespace

std::string lineOf(std::size_t index, const SweptPoint& point)
{
    json objectives = json::array(), tails = json::array();
    for (const SweptObjective& objective : point.objectives)
        objectives.push_back({{"figure", toJson(objective.figure)},
                              {"target", objective.target},
                              {"certainty", static_cast<int>(objective.certainty)}});
    for (const SweptFigure& tail : point.tails)
        tails.push_back(toJson(tail));
    const json line{{"point", index},
                    {"problem", point.problem},
                    {"objectives", std::move(objectives)},
                    {"tails", std::move(tails)},
                    {"refused", toJson(point.refused)},
                    {"cost", toJson(point.cost)},
                    {"metric", toJson(point.metric)},
                    {"headroom", toJson(point.headroom)},
                    {"closest", point.closest}};
    return line.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::pair<std::size_t, SweptPoint>> pointOf(std::string_view line)
{
    constexpr int kDeepest = 4;
    if (line.size() > kLongestLine || nestedDeeperThan(line, kDeepest))
        return std::nullopt;
    try {
        const json value = json::parse(line);
        SweptPoint point;
        point.problem = value.at("problem").get<std::string>();
        for (const json& each : value.at("objectives")) {
            const std::uint64_t certainty = wholeNumberOf(each.at("certainty"));
            if (certainty > static_cast<std::uint64_t>(Certainty::NoData))
                return std::nullopt;
            point.objectives.push_back({figureOf(each.at("figure")), each.at("target").get<double>(),
                                        static_cast<Certainty>(certainty)});
        }
        for (const json& each : value.at("tails"))
            point.tails.push_back(figureOf(each));
        point.refused = figureOf(value.at("refused"));
        point.cost = figureOf(value.at("cost"));
        point.metric = figureOf(value.at("metric"));
        point.headroom = numberOf(value.at("headroom"));
        point.closest = value.at("closest").get<std::string>();
        return std::pair{static_cast<std::size_t>(wholeNumberOf(value.at("point"))), std::move(point)};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string checkpointHeader(const SweepIdentity& identity)
{
    json header{{"format", kFormat}};
    for (const auto& [name, text] : identity)
        header[name] = text;
    return header.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string checkpointLine(std::size_t index, const SweptPoint& point, std::string_view header)
{
    return sealed(lineOf(index, point), header);
}

Result<CheckpointContents> readCheckpoint(std::istream& input, const SweepIdentity& identity,
                                          std::size_t points)
{
    const auto refused = [](std::string what) {
        return Error{"", std::move(what), "name another file, or remove this one"};
    };
    const std::string header = checkpointHeader(identity);
    CheckpointContents contents;
    std::string line;
    for (int number = 1;; ++number) {
        line.clear();
        bool ended = false;
        for (int c = input.get(); c != std::istream::traits_type::eof(); c = input.get()) {
            if (c == '\n') {
                ended = true;
                break;
            }
            line += static_cast<char>(c);
            if (line.size() > kLongestLine)
                return refused(
                    fmt::format("has a line of more than {} bytes: line {}", kLongestLine, number));
        }
        if (!ended) {
            // A line without its end was torn. Only our own header may be: all else is somebody's file.
            if (number == 1 && !header.starts_with(line))
                return refused("is no checkpoint of a sweep by this version");
            return contents;
        }
        if (number == 1) {
            if (line != header) {
                const std::string other = difference(line, identity);
                return refused(other.empty() ? "was altered in line 1" : other);
            }
        } else {
            const std::optional<std::string> plain = unsealed(line, header);
            if (!plain)
                return refused(fmt::format("was altered in line {}: its checksum does not fit", number));
            std::optional<std::pair<std::size_t, SweptPoint>> found = pointOf(*plain);
            if (!found || found->first >= points)
                return refused(fmt::format("is damaged in line {}", number));
            contents.done[found->first] = std::move(found->second);
        }
        contents.wholeBytes += line.size() + 1;
    }
}

Result<SweepCheckpoint> SweepCheckpoint::open(const std::string& path, const SweepIdentity& identity,
                                              std::size_t points)
{
    SweepCheckpoint checkpoint;
    checkpoint.m_path = path;
    checkpoint.m_header = checkpointHeader(identity);
    std::error_code code;
    if (std::filesystem::is_directory(path, code))
        return unusable(path, "is a folder");
    const std::uintmax_t size = std::filesystem::file_size(path, code);
    bool isNew = static_cast<bool>(code) || size == 0;
    if (!isNew) {
        if (size > kLargest)
            return unusable(path, "is too large");
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return unusable(path, "cannot be read");
        Result<CheckpointContents> read = readCheckpoint(file, identity, points);
        if (!read)
            return unusable(path, read.error().what);
        file.close();
        checkpoint.m_done = std::move(read->done);
        const std::uintmax_t whole = read->wholeBytes;
        if (whole < size) {
            std::filesystem::resize_file(path, whole, code);
            if (code)
                return unusable(path, "cannot be written");
        }
        isNew = whole == 0;
    }
    checkpoint.m_file.reset(std::fopen(path.c_str(), "ab"));
    if (!checkpoint.m_file)
        return unusable(path, "cannot be written");
    if (isNew) {
        const std::string header = checkpoint.m_header + "\n";
        if (std::fwrite(header.data(), 1, header.size(), checkpoint.m_file.get()) != header.size()
            || std::fflush(checkpoint.m_file.get()) != 0)
            return unusable(path, "cannot be written");
    }
    return checkpoint;
}

Status SweepCheckpoint::add(std::size_t index, const SweptPoint& point)
{
    const std::string line = checkpointLine(index, point, m_header) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), m_file.get()) != line.size()
        || std::fflush(m_file.get()) != 0)
        return unusable(m_path, "cannot be written");
    return Done{};
}

}  // namespace plimsoll
