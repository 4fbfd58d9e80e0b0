// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sweep_checkpoint.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace plimsoll {

namespace {

using nlohmann::json;

constexpr const char* kFormat = "plimsoll-sweep-checkpoint/1";
constexpr std::uintmax_t kLargest = 4ull << 30;

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

SweptFigure figureOf(const json& value)
{
    return {value.at("name").get<std::string>(), numberOf(value.at("value")),
            numberOf(value.at("halfWidth"))};
}

Error unusable(const std::string& path, std::string what)
{
    return {"--checkpoint " + path, std::move(what), "name another file, or remove this one"};
}

std::string headerOf(const SweepIdentity& identity)
{
    json header{{"format", kFormat}};
    for (const auto& [name, text] : identity)
        header[name] = text;
    return header.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What the header of the file disagrees in; empty when it is ours.
std::string difference(const std::string& line, const SweepIdentity& identity)
{
    const json header = json::parse(line, nullptr, false);
    if (!header.is_object() || !header.contains("format") || header["format"] != kFormat)
        return "is no checkpoint of a sweep";
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
    try {
        const json value = json::parse(line);
        SweptPoint point;
        point.problem = value.at("problem").get<std::string>();
        for (const json& each : value.at("objectives")) {
            const int certainty = each.at("certainty").get<int>();
            if (certainty < 0 || certainty > static_cast<int>(Certainty::NoData))
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
        return std::pair{value.at("point").get<std::size_t>(), std::move(point)};
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

Result<SweepCheckpoint> SweepCheckpoint::open(const std::string& path, const SweepIdentity& identity,
                                              std::size_t points)
{
    SweepCheckpoint checkpoint;
    checkpoint.m_path = path;
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
        std::string line;
        std::uintmax_t whole = 0;  // bytes up to the end of the last whole line
        int number = 0;
        // A line without its end was torn: getline meets the end of the file on it.
        while (std::getline(file, line) && !file.eof()) {
            if (++number == 1) {
                if (const std::string other = difference(line, identity); !other.empty())
                    return unusable(path, other);
            } else {
                std::optional<std::pair<std::size_t, SweptPoint>> found = pointOf(line);
                if (!found || found->first >= points)
                    return unusable(path, fmt::format("is damaged in line {}", number));
                checkpoint.m_done[found->first] = std::move(found->second);
            }
            whole += line.size() + 1;
        }
        file.close();
        // Only our own header may be torn; anything else without a line end is somebody's file.
        if (number == 0 && !headerOf(identity).starts_with(line))
            return unusable(path, "is no checkpoint of a sweep");
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
        const std::string header = headerOf(identity) + "\n";
        if (std::fwrite(header.data(), 1, header.size(), checkpoint.m_file.get()) != header.size()
            || std::fflush(checkpoint.m_file.get()) != 0)
            return unusable(path, "cannot be written");
    }
    return checkpoint;
}

Status SweepCheckpoint::add(std::size_t index, const SweptPoint& point)
{
    const std::string line = lineOf(index, point) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), m_file.get()) != line.size()
        || std::fflush(m_file.get()) != 0)
        return unusable(m_path, "cannot be written");
    return Done{};
}

}  // namespace plimsoll
