// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/selection.h"

#include "app/report/document.h"
#include "model/catalog/service_catalog.h"
#include "model/support/csv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace plimsoll {

namespace {

using nlohmann::ordered_json;

struct Filter {
    std::string name, value;
    bool isKind() const { return name == "kind"; }
};

Result<std::vector<Filter>> filtersOf(const Selection& selection)
{
    std::vector<Filter> filters;
    for (const std::string& text : selection.filters) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            return Error{"--filter " + text, "names no value", "write it as component=ID or kind=bill"};
        filters.push_back({text.substr(0, equals), text.substr(equals + 1)});
    }
    return filters;
}

std::string textOf(const ordered_json& value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// Drops the entries of lists that have the filter's name with another value. `list`: the member the list stands in.
void dropOthers(ordered_json& value, const Filter& filter, std::string_view list, bool& met)
{
    if (value.is_object()) {
        for (auto& [name, member] : value.items())
            dropOthers(member, filter, name, met);
        return;
    }
    if (!value.is_array())
        return;
    ordered_json kept = ordered_json::array();
    for (ordered_json& entry : value) {
        const bool isComponent = filter.name == "component" && list == "components";
        const auto found = entry.is_object() ? entry.find(isComponent ? "id" : filter.name) : entry.end();
        const bool has = entry.is_object() && found != entry.end();
        if (has && textOf(*found) != filter.value)
            continue;
        met = met || has;
        if (!has)
            dropOthers(entry, filter, "", met);
        kept.push_back(std::move(entry));
    }
    value = std::move(kept);
}

/// The part of `value` along the path, in the shape it had; false when the path meets nothing.
bool copyPath(const ordered_json& value, std::string_view path, ordered_json& into)
{
    if (path.empty()) {
        into = value;
        return true;
    }
    if (value.is_array()) {
        if (!into.is_array())
            into = ordered_json::array();
        bool met = value.empty();
        for (std::size_t at = 0; at < value.size(); ++at) {
            if (into.size() <= at)
                into.push_back(ordered_json::object());
            met = copyPath(value[at], path, into[at]) || met;
        }
        return met;
    }
    const std::size_t dot = path.find('.');
    const std::string name{path.substr(0, dot)};
    if (!value.is_object() || !value.contains(name))
        return false;
    if (!into.is_object())
        into = ordered_json::object();
    return copyPath(value.at(name), dot == std::string_view::npos ? "" : path.substr(dot + 1), into[name]);
}

void addPaths(const ordered_json& value, const std::string& before, std::set<std::string>& paths)
{
    if (value.is_array()) {
        for (const ordered_json& each : value)
            addPaths(each, before, paths);
        return;
    }
    if (!value.is_object())
        return;
    for (const auto& [name, member] : value.items()) {
        const std::string path = before.empty() ? name : before + "." + name;
        paths.insert(path);
        addPaths(member, path, paths);
    }
}

Error unknown(const std::string& option, const std::string& name, const std::vector<std::string>& known)
{
    std::string near = nearestName(name, known);
    // The end of a path is what people remember.
    for (const std::string& each : known)
        if (near.empty() && each.ends_with("." + name))
            near = each;
    std::string all;
    for (const std::string& each : known)
        if (each.find('.') == std::string::npos)
            all += (all.empty() ? "" : ", ") + each;
    return {option + " " + name, "is not in this document",
            near.empty() ? "there are " + all : "did you mean " + near + "?"};
}

}  // namespace

Result<std::string> selectFromJson(const std::string& text, const Selection& selection)
{
    ordered_json document = ordered_json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
        return Error{"--fields", "the document is no JSON object", "leave --fields and --filter out"};
    const Result<std::vector<Filter>> filters = filtersOf(selection);
    if (!filters)
        return filters.error();
    std::vector<std::string> kinds;
    for (const auto& [name, member] : document.items())
        kinds.push_back(name);
    std::set<std::string> wanted;
    for (const Filter& filter : *filters) {
        if (!filter.isKind()) {
            bool met = false;
            dropOthers(document, filter, "", met);
            if (!met)
                return Error{"--filter " + filter.name + "=" + filter.value, "meets nothing in this document",
                             "check the name and the value"};
            continue;
        }
        if (!document.contains(filter.value))
            return unknown("--filter kind", filter.value, kinds);
        wanted.insert(filter.value);
    }
    if (!wanted.empty())
        for (const std::string& kind : kinds)
            if (kind != "schema" && !wanted.contains(kind))
                document.erase(kind);
    if (!selection.fields.empty()) {
        ordered_json chosen = ordered_json::object();
        for (const std::string& field : selection.fields) {
            if (copyPath(document, field, chosen))
                continue;
            std::set<std::string> paths;
            addPaths(document, "", paths);
            return unknown("--fields", field, {paths.begin(), paths.end()});
        }
        document = std::move(chosen);
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<std::string> selectFromCsv(const std::string& table, const Selection& selection)
{
    const Result<std::vector<Filter>> filters = filtersOf(selection);
    if (!filters)
        return filters.error();
    const Result<std::vector<CsvRow>> read = readCsv(table);
    if (!read)
        return read.error();
    const std::vector<CsvRow>& rows = *read;
    if (rows.empty())
        return table;
    const std::vector<std::string>& head = rows.front();
    const auto columnOf = [&](const std::string& name) {
        const auto at = [&](std::string_view wanted) {
            return static_cast<std::size_t>(std::find(head.begin(), head.end(), wanted) - head.begin());
        };
        std::size_t column = at(name);
        if (column == head.size() && name == "component")
            column = at("item");
        if (column == head.size() && name == "kind")
            column = at("section");
        return column;
    };
    std::vector<std::size_t> columns;
    for (const std::string& field : selection.fields) {
        columns.push_back(columnOf(field));
        if (columns.back() == head.size())
            return unknown("--fields", field, head);
    }
    if (columns.empty())
        for (std::size_t at = 0; at < head.size(); ++at)
            columns.push_back(at);
    std::vector<std::pair<std::size_t, std::string>> wanted;
    for (const Filter& filter : *filters) {
        wanted.emplace_back(columnOf(filter.name), filter.value);
        if (wanted.back().first == head.size())
            return unknown("--filter", filter.name, head);
    }
    std::string text;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const bool holds = at == 0 || std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
                               return each.first < rows[at].size() && rows[at][each.first] == each.second;
                           });
        if (!holds)
            continue;
        std::vector<std::string> cells;
        for (const std::size_t column : columns)
            cells.push_back(column < rows[at].size() ? rows[at][column] : "");
        text += csvRow(cells);
        ++kept;
    }
    if (kept < 2 && !wanted.empty())
        return Error{"--filter", "meets no row of this table", "check the names and the values"};
    return text;
}

}  // namespace plimsoll
