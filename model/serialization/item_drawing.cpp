// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/item_drawing.h"

#include "model/serialization/design_file.h"
#include "model/serialization/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

using json = nlohmann::json;

constexpr int kFarthestLayer = 1'000'000;
constexpr double kFarthestBend = 1e6;
constexpr std::array<std::pair<DrawnLine, const char*>, 3> kLines{{{DrawnLine::RightAngled, "right-angled"},
                                                                   {DrawnLine::Curved, "curved"},
                                                                   {DrawnLine::Straight, "straight"}}};

constexpr std::array<std::pair<DrawnShape, const char*>, 8> kShapes{{{DrawnShape::Text, "text"},
                                                                     {DrawnShape::Rectangle, "rectangle"},
                                                                     {DrawnShape::Ellipse, "ellipse"},
                                                                     {DrawnShape::Diamond, "diamond"},
                                                                     {DrawnShape::Line, "line"},
                                                                     {DrawnShape::Arrow, "arrow"},
                                                                     {DrawnShape::Pen, "pen"},
                                                                     {DrawnShape::Frame, "frame"}}};

json membersOf(const std::string& text)
{
    if (text.empty() || nestedDeeperThan(text, kDeepestNesting))
        return json::object();
    json members = json::parse(text, nullptr, /*allow_exceptions=*/false);
    return members.is_object() ? members : json::object();
}

bool flag(const json& members, const char* name)
{
    const auto at = members.find(name);
    return at != members.end() && at->is_boolean() && at->get<bool>();
}

/// Points of that member; none when there are too many or one is no point.
std::vector<Position> pointsOf(const json& members, const char* name, std::size_t most)
{
    std::vector<Position> bends;
    const auto at = members.find(name);
    if (at == members.end() || !at->is_array() || at->size() > most)
        return bends;
    for (const json& each : *at) {
        if (!each.is_array() || each.size() != 2 || !each[0].is_number() || !each[1].is_number())
            return {};
        const Position bend{each[0].get<double>(), each[1].get<double>()};
        if (!(std::abs(bend.x) <= kFarthestBend) || !(std::abs(bend.y) <= kFarthestBend))
            return {};
        bends.push_back(bend);
    }
    return bends;
}

/// Whole coordinates, as positions are written, without a decimal point.
json coordinate(double value)
{
    const double hundredths = std::round(value * 100) / 100;
    if (hundredths == std::floor(hundredths))
        return static_cast<std::int64_t>(hundredths);
    return hundredths;
}

json written(const std::vector<Position>& points)
{
    json list = json::array();
    for (const Position& each : points)
        list.push_back({coordinate(each.x), coordinate(each.y)});
    return list;
}

}  // namespace

ItemDrawing drawingOf(const std::string& extraJson)
{
    ItemDrawing drawing;
    if (extraJson.empty() || extraJson == "{}")
        return drawing;
    const json members = membersOf(extraJson);
    drawing.pinned = flag(members, "pinned");
    drawing.locked = flag(members, "locked");
    drawing.collapsed = flag(members, "collapsed");
    if (const auto z = members.find("z"); z != members.end() && z->is_number())
        drawing.z =
            static_cast<int>(std::clamp(z->get<double>(), double{-kFarthestLayer}, double{kFarthestLayer}));
    if (const auto line = members.find("line"); line != members.end() && line->is_string())
        for (const auto& [value, name] : kLines)
            if (*line == name)
                drawing.line = value;
    drawing.bends = pointsOf(members, "bends", kMostBends);
    if (const auto shape = members.find("shape"); shape != members.end() && shape->is_string())
        for (const auto& [value, name] : kShapes)
            if (*shape == name)
                drawing.shape = value;
    if (const auto colour = members.find("colour");
        colour != members.end() && colour->is_string()
        && colour->get_ref<const std::string&>().size() <= kLongestColour)
        drawing.colour = colour->get<std::string>();
    drawing.points = pointsOf(members, "points", kMostPoints);
    if (const auto page = members.find("page");
        page != members.end() && page->is_string() && isValidId(page->get_ref<const std::string&>()))
        drawing.page = page->get<std::string>();
    return drawing;
}

std::string withDrawing(const std::string& extraJson, const ItemDrawing& drawing)
{
    json members = membersOf(extraJson);
    const auto put = [&](const char* name, bool said, json value) {
        if (said)
            members[name] = std::move(value);
        else
            members.erase(name);
    };
    put("pinned", drawing.pinned, true);
    put("locked", drawing.locked, true);
    put("collapsed", drawing.collapsed, true);
    put("z", drawing.z != 0, drawing.z);
    members.erase("line");
    for (const auto& [value, name] : kLines)
        if (drawing.line == value)
            members["line"] = name;
    put("bends", !drawing.bends.empty(), written(drawing.bends));
    members.erase("shape");
    for (const auto& [value, name] : kShapes)
        if (drawing.shape == value)
            members["shape"] = name;
    put("colour", !drawing.colour.empty(), drawing.colour);
    put("points", !drawing.points.empty(), written(drawing.points));
    put("page", !drawing.page.empty(), drawing.page);
    return members.empty() ? std::string{} : members.dump();
}

std::vector<DrawnPage> pagesOf(const std::string& designExtraJson)
{
    // Nearly every design has an empty list.
    if (designExtraJson.find("\"pages\"") == std::string::npos)
        return {};
    const json members = membersOf(designExtraJson);
    const auto list = members.find("pages");
    if (list == members.end() || !list->is_array() || list->size() > kMostPages)
        return {};
    std::vector<DrawnPage> pages;
    for (const json& each : *list) {
        const auto id = each.is_object() ? each.find("id") : each.end();
        if (!each.is_object() || id == each.end() || !id->is_string()
            || !isValidId(id->get_ref<const std::string&>())
            || std::any_of(pages.begin(), pages.end(), [&](const DrawnPage& other) {
                   return other.id == id->get_ref<const std::string&>();
               }))
            return {};
        DrawnPage page{id->get<std::string>(), {}};
        if (const auto label = each.find("label");
            label != each.end() && label->is_string()
            && label->get_ref<const std::string&>().size() <= kLongestPageLabel)
            page.label = label->get<std::string>();
        json rest = each;
        rest.erase("id");
        rest.erase("label");
        if (!rest.empty())
            page.extraJson = rest.dump();
        pages.push_back(std::move(page));
    }
    return pages;
}

std::string withPages(const std::string& designExtraJson, const std::vector<DrawnPage>& pages)
{
    json members = membersOf(designExtraJson);
    json list = json::array();
    for (const DrawnPage& page : pages) {
        json written = membersOf(page.extraJson);
        written["id"] = page.id;
        written["label"] = page.label;
        list.push_back(std::move(written));
    }
    members["pages"] = std::move(list);
    return members.dump();
}

}  // namespace plimsoll
