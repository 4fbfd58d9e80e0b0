// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/sweep_report.h"

#include "app/report/json_text_writer.h"
#include "app/study/wording.h"
#include "model/support/derivation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

bool isTime(const std::string& figure)
{
    for (const char* kind : {"delay-", "response-", "latency-", "freshness-", "age-"})
        if (figure.starts_with(kind))
            return true;
    return false;
}

std::string valueText(const std::string& name, double value)
{
    if (isTime(name))
        return millisText(value);
    return name.find("share") != std::string::npos ? percent(value) : figure(value);
}

std::string figureText(const SweptFigure& swept)
{
    if (!swept.value)
        return "no data";
    const std::string text = valueText(swept.name, *swept.value);
    return swept.halfWidth ? text + " +- " + valueText(swept.name, *swept.halfWidth) : text;
}

std::string dollarsOf(const std::optional<double>& usd)
{
    return usd ? roundDollars(Money::nanodollars(std::llround(*usd * 1e9))) : "not priced";
}

std::string costText(const SweptFigure& cost)
{
    const std::string text = dollarsOf(cost.value);
    // Less than a cent either way is no uncertainty worth a column's width.
    return cost.value && cost.halfWidth && *cost.halfWidth >= 0.01 ? text + " +- " + dollarsOf(cost.halfWidth)
                                                                   : text;
}

/// The point that shows which columns there are.
const SweptPoint* pattern(const Sweep& sweep)
{
    for (const std::optional<SweptPoint>& point : sweep.points)
        if (point && point->problem.empty())
            return &*point;
    return nullptr;
}

std::string number(const std::optional<double>& value)
{
    return value ? plainNumber(*value, 15) : "";
}

void writeFigure(JsonTextWriter& json, const SweptFigure& swept)
{
    json.beginObject();
    json.member("name", swept.name);
    json.member("value", swept.value);
    json.member("halfWidth", swept.halfWidth);
    json.endObject();
}

/// What the half-widths of a study rest on, and which figures go without.
std::string intervalsText(int replications)
{
    if (replications < 2)
        return "one run of each: no intervals; several replications give them";
    return fmt::format(
        "Student's t over {} replications at 95%; none for a maximum, which grows with the "
        "length of the run, and for a figure that one of the replications has too few samples of",
        replications);
}

std::string shortTitle(const std::string& title)
{
    return title.empty() ? "Untitled design" : title;
}

}  // namespace

Document documentOf(const Sweep& sweep, const std::string& title)
{
    Document document;
    document.title = shortTitle(title) + ": sweep";
    const auto done = static_cast<std::size_t>(std::count_if(
        sweep.points.begin(), sweep.points.end(), [](const auto& point) { return point.has_value(); }));
    document.subtitles.push_back(fmt::format(
        "{}, {} of {} on the same draws, seed {}; intervals at 95%, each by itself",
        counted(sweep.points.size(), "point"), counted(static_cast<std::uint64_t>(sweep.replications), "run"),
        spanText(sweep.durationSeconds), sweep.seed));
    if (sweep.partial)
        document.subtitles.push_back(
            fmt::format("PARTIAL: stopped after {} of {} points", done, sweep.points.size()));
    const SweptPoint* shape = pattern(sweep);
    Section section;
    for (const SweepAxis& axis : sweep.axes)
        section.table.columns.push_back({axis.input, Align::Right});
    if (shape) {
        for (const SweptObjective& objective : shape->objectives)
            section.table.columns.push_back(
                {objective.figure.name + " <= " + valueText(objective.figure.name, objective.target)});
        for (const SweptFigure& tail : shape->tails)
            section.table.columns.push_back({tail.name, Align::Right});
    }
    for (const char* name : {"refused", "cost/month", "head-room"})
        section.table.columns.push_back({name, Align::Right});
    section.table.columns.push_back({"closest limit"});
    section.table.columns.push_back({"front"});
    for (std::size_t at = 0; at < sweep.points.size(); ++at) {
        const std::optional<SweptPoint>& point = sweep.points[at];
        if (!point)
            continue;
        Row row{sweep.valuesOf(at), Tone::Plain};
        bool met = true;
        if (point->problem.empty()) {
            for (const SweptObjective& objective : point->objectives) {
                row.cells.push_back(std::string{toString(objective.certainty)} + " ("
                                    + figureText(objective.figure) + ")");
                met = met && objective.certainty == Certainty::Met;
            }
            for (const SweptFigure& tail : point->tails)
                row.cells.push_back(figureText(tail));
            row.cells.push_back(figureText(point->refused));
            row.cells.push_back(costText(point->cost));
            row.cells.push_back(point->headroom
                                    ? (*point->headroom < 0 ? "-" : "") + percent(std::fabs(*point->headroom))
                                    : "-");
            row.cells.push_back(point->closest);
            row.cells.push_back(sweep.front[at] ? "*" : "");
            row.tone = sweep.front[at] ? Tone::Strong : met ? Tone::Plain : Tone::Quiet;
        } else {
            row.cells.resize(section.table.columns.size());
            row.cells[section.table.columns.size() - 2] = "not possible";
            row.tone = Tone::Bad;
            section.after.push_back({fmt::format("Point {}: {}", at + 1, point->problem), Tone::Bad, "!"});
        }
        section.table.rows.push_back(std::move(row));
    }
    if (!sweep.metric.empty())
        section.after.push_back(
            {fmt::format("* on the front of cost against {}: nothing else is both cheaper and better.",
                         sweep.metric),
             Tone::Quiet, ""});
    document.sections.push_back(std::move(section));
    return document;
}

std::string writeSweepJson(const Sweep& sweep)
{
    JsonTextWriter json;
    json.beginObject();
    json.member("schema", "plimsoll-sweep/1");
    json.member("designHash", sweep.designHash);
    json.member("version", sweep.version);
    json.member("scenario", sweep.scenario);
    json.member("seed", sweep.seed);
    json.member("replications", sweep.replications);
    json.member("durationSeconds", sweep.durationSeconds);
    json.member("partial", sweep.partial);
    json.member("intervals", intervalsText(sweep.replications));
    json.member("metric", sweep.metric);
    json.key("inputs");
    json.beginArray();
    for (const SweepAxis& axis : sweep.axes) {
        json.beginObject();
        json.member("id", axis.input);
        json.key("values");
        json.beginArray();
        for (const std::string& value : axis.values)
            json.value(value);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.key("points");
    json.beginArray();
    for (std::size_t at = 0; at < sweep.points.size(); ++at) {
        const std::optional<SweptPoint>& point = sweep.points[at];
        if (!point)
            continue;
        json.beginObject();
        json.key("values");
        json.beginArray();
        for (const std::string& value : sweep.valuesOf(at))
            json.value(value);
        json.endArray();
        json.member("problem", point->problem);
        json.member("front", static_cast<bool>(sweep.front[at]));
        if (point->problem.empty()) {
            json.key("objectives");
            json.beginArray();
            for (const SweptObjective& objective : point->objectives) {
                json.beginObject();
                json.member("name", objective.figure.name);
                json.member("value", objective.figure.value);
                json.member("halfWidth", objective.figure.halfWidth);
                json.member("atMost", objective.target);
                json.member("verdict", toString(objective.certainty));
                json.endObject();
            }
            json.endArray();
            json.key("p99Millis");
            json.beginArray();
            for (const SweptFigure& tail : point->tails)
                writeFigure(json, tail);
            json.endArray();
            json.key("refusedShare");
            writeFigure(json, point->refused);
            json.key("monthlyUsd");
            writeFigure(json, point->cost);
            json.key("metric");
            writeFigure(json, point->metric);
            json.member("headroom", point->headroom);
            json.member("closestLimit", point->closest);
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

std::string writeSweepCsv(const Sweep& sweep)
{
    std::vector<std::string> head;
    for (const SweepAxis& axis : sweep.axes)
        head.push_back(axis.input);
    const SweptPoint* shape = pattern(sweep);
    if (shape) {
        for (const SweptObjective& objective : shape->objectives)
            for (const char* part : {"", " half_width", " at_most", " verdict"})
                head.push_back("objective " + objective.figure.name + part);
        for (const SweptFigure& tail : shape->tails)
            for (const char* part : {" ms", " half_width"})
                head.push_back(tail.name + part);
    }
    for (const char* name : {"refused_share", "refused_half_width", "usd_per_month", "usd_half_width",
                             "headroom", "closest_limit", "front", "problem"})
        head.emplace_back(name);
    std::string text = csvRow(head);
    for (std::size_t at = 0; at < sweep.points.size(); ++at) {
        const std::optional<SweptPoint>& point = sweep.points[at];
        if (!point)
            continue;
        std::vector<std::string> row = sweep.valuesOf(at);
        for (const SweptObjective& objective : point->objectives) {
            row.push_back(number(objective.figure.value));
            row.push_back(number(objective.figure.halfWidth));
            row.push_back(number(objective.target));
            row.emplace_back(toString(objective.certainty));
        }
        for (const SweptFigure& tail : point->tails) {
            row.push_back(number(tail.value));
            row.push_back(number(tail.halfWidth));
        }
        if (point->problem.empty()) {
            for (const SweptFigure* swept : {&point->refused, &point->cost}) {
                row.push_back(number(swept->value));
                row.push_back(number(swept->halfWidth));
            }
            row.push_back(number(point->headroom));
            row.push_back(point->closest);
            row.emplace_back(sweep.front[at] ? "true" : "false");
        }
        row.resize(head.size() - 1);
        row.push_back(point->problem);
        text += csvRow(row);
    }
    // A reader of rows alone must see it too.
    if (sweep.partial)
        text += csvRow({"PARTIAL"});
    return text;
}

namespace {

std::string objectiveText(const ObjectiveReport& objective)
{
    const SweptFigure swept{objective.objective.metric, objective.value, objective.halfWidth};
    return figureText(swept);
}

void addTrial(Section& section, const SearchTrial& trial)
{
    Row row;
    for (const double value : trial.values)
        row.cells.push_back(figure(value));
    row.cells.push_back(dollarsOf(trial.usdPerMonth));
    for (const ObjectiveReport& objective : trial.objectives)
        row.cells.push_back(objectiveText(objective));
    row.cells.resize(section.table.columns.size() - 2);
    row.cells.emplace_back(trial.met ? "met" : trial.problem.empty() ? "not met" : "not possible");
    row.cells.push_back(trial.note);
    row.tone = trial.met ? Tone::Good : Tone::Plain;
    section.table.rows.push_back(std::move(row));
}

}  // namespace

Document documentOf(const SizeSearch& search, const std::string& title)
{
    Document document;
    document.title = shortTitle(title) + ": least-cost sizing";
    document.subtitles.push_back(fmt::format("{} runs of {} each, seed {}; all objectives together at 95%",
                                             search.replications, spanText(search.durationSeconds),
                                             search.seed));
    if (search.partial)
        document.subtitles.push_back("PARTIAL: stopped before the end");
    Section chosen;
    chosen.title = search.found ? "Found" : "Not found";
    chosen.before.push_back({search.why, search.found ? Tone::Good : Tone::Bad, search.found ? "+" : "!"});
    chosen.table.columns = {{"Parameter"},
                            {"Unit"},
                            {"Now", Align::Right},
                            {"By average rates", Align::Right},
                            {"Chosen", Align::Right}};
    for (const SearchKnob& knob : search.knobs)
        chosen.table.rows.push_back(
            {{knob.id, knob.unit, figure(knob.current), figure(knob.least),
              search.found ? figure(knob.chosen) : "-"},
             search.found && knob.chosen != knob.current ? Tone::Strong : Tone::Plain});
    if (search.found)
        chosen.after.push_back({fmt::format("{} a month now, {} as chosen, from average rates.",
                                            dollarsOf(search.usdBefore), dollarsOf(search.usdAfter)),
                                Tone::Plain, ""});
    document.sections.push_back(std::move(chosen));
    Section tried;
    tried.title = "What was run";
    for (const SearchKnob& knob : search.knobs)
        tried.table.columns.push_back({knob.id, Align::Right});
    tried.table.columns.push_back({"cost/month", Align::Right});
    for (const SearchTrial& trial : search.trials)
        if (!trial.objectives.empty()) {
            for (const ObjectiveReport& objective : trial.objectives)
                tried.table.columns.push_back({objective.text, Align::Right});
            break;
        }
    tried.table.columns.push_back({"all"});
    tried.table.columns.push_back({"step"});
    for (const SearchTrial& trial : search.trials)
        addTrial(tried, trial);
    if (search.confirmation)
        addTrial(tried, *search.confirmation);
    document.sections.push_back(std::move(tried));
    return document;
}

namespace {

void writeTrial(JsonTextWriter& json, const SearchTrial& trial)
{
    json.beginObject();
    json.key("values");
    json.beginArray();
    for (const double value : trial.values)
        json.value(value);
    json.endArray();
    json.member("monthlyUsd", trial.usdPerMonth);
    json.member("met", trial.met);
    json.member("step", trial.note);
    json.member("problem", trial.problem);
    json.key("objectives");
    json.beginArray();
    for (const ObjectiveReport& objective : trial.objectives) {
        json.beginObject();
        json.member("text", objective.text);
        json.member("value", objective.value);
        json.member("halfWidth", objective.halfWidth);
        if (!objective.noInterval.empty())
            json.member("reason", objective.noInterval);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

}  // namespace

std::string writeSearchJson(const SizeSearch& search)
{
    JsonTextWriter json;
    json.beginObject();
    json.member("schema", "plimsoll-size-search/1");
    json.member("scenario", search.scenario);
    json.member("seed", search.seed);
    json.member("replications", search.replications);
    json.member("durationSeconds", search.durationSeconds);
    json.member("partial", search.partial);
    json.member("intervals",
                intervalsText(search.replications) + "; widened for all objectives to hold together");
    json.member("found", search.found);
    json.member("why", search.why);
    json.member("monthlyUsdNow", search.usdBefore);
    json.member("monthlyUsdChosen", search.usdAfter);
    json.member("monthlyBudgetUsd", search.budget);
    json.key("parameters");
    json.beginArray();
    for (const SearchKnob& knob : search.knobs) {
        json.beginObject();
        json.member("id", knob.id);
        json.member("name", knob.name);
        json.member("unit", knob.unit);
        json.member("now", knob.current);
        json.member("byAverageRates", knob.least);
        json.key("chosen");
        if (search.found)
            json.value(knob.chosen);
        else
            json.null();
        json.endObject();
    }
    json.endArray();
    json.key("trials");
    json.beginArray();
    for (const SearchTrial& trial : search.trials)
        writeTrial(json, trial);
    json.endArray();
    json.key("confirmation");
    if (search.confirmation)
        writeTrial(json, *search.confirmation);
    else
        json.null();
    json.endObject();
    return json.take();
}

std::string writeSearchCsv(const SizeSearch& search)
{
    std::vector<std::string> head;
    for (const SearchKnob& knob : search.knobs)
        head.push_back(knob.id);
    for (const char* name : {"usd_per_month", "met", "step", "problem"})
        head.emplace_back(name);
    std::vector<const SearchTrial*> trials;
    for (const SearchTrial& trial : search.trials)
        trials.push_back(&trial);
    if (search.confirmation)
        trials.push_back(&*search.confirmation);
    for (const SearchTrial* trial : trials)
        if (!trial->objectives.empty()) {
            for (const ObjectiveReport& objective : trial->objectives)
                for (const char* part : {"", " half_width"})
                    head.push_back(objective.text + part);
            break;
        }
    std::string text = csvRow(head);
    for (const SearchTrial* trial : trials) {
        std::vector<std::string> row;
        for (const double value : trial->values)
            row.push_back(plainNumber(value, 15));
        row.push_back(number(trial->usdPerMonth));
        row.emplace_back(trial->met ? "true" : "false");
        row.push_back(trial->note);
        row.push_back(trial->problem);
        for (const ObjectiveReport& objective : trial->objectives) {
            row.push_back(number(objective.value));
            row.push_back(number(objective.halfWidth));
        }
        row.resize(head.size());
        text += csvRow(row);
    }
    return text;
}

}  // namespace plimsoll
