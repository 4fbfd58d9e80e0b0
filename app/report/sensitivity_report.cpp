// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/sensitivity_report.h"

#include "app/report/json_text_writer.h"
#include "app/study/wording.h"
#include "model/support/derivation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr std::size_t kMostRows = 15;

std::string dollarsText(double usd)
{
    const std::string text = roundDollars(Money::nanodollars(std::llround(usd * 1e9)));
    return usd > 0 ? "+" + text : text;
}

std::string changeText(const std::optional<MovedInput>& moved)
{
    if (!moved)
        return "-";
    if (!moved->problem.empty())
        return "not possible";
    if (!moved->change)
        return "no figure";
    if (!moved->distinguishable)
        return moved->change->mean == 0 ? "0" : "not distinguishable";
    const std::string text =
        (moved->change->mean > 0 ? "+" : "-") + millisText(std::fabs(moved->change->mean));
    return moved->change->halfWidth > 0 ? text + " +- " + millisText(moved->change->halfWidth) : text;
}

std::string costText(const std::optional<MovedInput>& moved)
{
    if (!moved || !moved->usdPerMonth)
        return "-";
    return *moved->usdPerMonth == 0 ? "0" : dollarsText(*moved->usdPerMonth);
}

std::string valueText(const std::optional<MovedInput>& moved)
{
    return moved ? figure(moved->value) : "-";
}

Section tableOf(std::string heading, const std::vector<const SensitivityRow*>& rows, bool time)
{
    Section section{std::move(heading), {}, {}, {}};
    section.table.columns = {{"Input"},
                             {"Now", Align::Right},
                             {"Unit"},
                             {"Less", Align::Right},
                             {"does", Align::Right},
                             {"More", Align::Right},
                             {"does", Align::Right}};
    for (const SensitivityRow* row : rows) {
        if (section.table.rows.size() == kMostRows)
            break;
        section.table.rows.push_back(
            {{row->name, figure(row->value), row->unit, valueText(row->less),
              time ? changeText(row->less) : costText(row->less), valueText(row->more),
              time ? changeText(row->more) : costText(row->more)},
             Tone::Plain});
    }
    return section;
}

}  // namespace

Document documentOf(const Sensitivity& sensitivity, const std::string& title)
{
    Document document;
    document.title = (title.empty() ? "Untitled design" : title) + ": what moves tail and bill";
    document.subtitles.push_back(fmt::format("each input a tenth or one step less and more; {} runs of {} on "
                                             "the same draws, seed {}; bill from average rates",
                                             sensitivity.replications, spanText(sensitivity.durationSeconds),
                                             sensitivity.seed));
    if (sensitivity.partial)
        document.subtitles.push_back("PARTIAL: stopped before every input was tried");
    std::vector<const SensitivityRow*> time, cost;
    for (const SensitivityRow& row : sensitivity.rows) {
        if (row.swing() > 0)
            time.push_back(&row);
        if (row.costSwing() > 0)
            cost.push_back(&row);
    }
    std::stable_sort(cost.begin(), cost.end(), [](const SensitivityRow* a, const SensitivityRow* b) {
        return a->costSwing() > b->costSwing();
    });
    Section times =
        tableOf(sensitivity.figure.empty()
                    ? "Nothing arrives anywhere, so there is no time to move"
                    : fmt::format("{}, now {}", capitalised(sensitivity.figure),
                                  sensitivity.millis ? millisText(*sensitivity.millis) : "too few samples"),
                time, true);
    times.after.push_back({fmt::format("{} inputs move it measurably, {} do not.", time.size(),
                                       sensitivity.rows.size() - time.size()),
                           Tone::Quiet, ""});
    document.sections.push_back(std::move(times));
    if (sensitivity.dollars) {
        Section bill =
            tableOf(fmt::format("Bill, now {} a month",
                                roundDollars(Money::nanodollars(std::llround(*sensitivity.dollars * 1e9)))),
                    cost, false);
        bill.after.push_back(
            {fmt::format("{} inputs move it, {} do not.", cost.size(), sensitivity.rows.size() - cost.size()),
             Tone::Quiet, ""});
        document.sections.push_back(std::move(bill));
    }
    return document;
}

std::string writeSensitivityJson(const Sensitivity& sensitivity)
{
    JsonTextWriter json;
    const auto writeMoved = [&](const char* name, const std::optional<MovedInput>& moved) {
        json.key(name);
        if (!moved) {
            json.null();
            return;
        }
        json.beginObject();
        json.member("value", moved->value);
        json.key("changeMillis");
        if (moved->change) {
            json.beginObject();
            json.member("mean", moved->change->mean);
            json.member("halfWidth", moved->change->halfWidth);
            json.member("n", moved->change->n);
            json.endObject();
        } else {
            json.null();
        }
        json.member("distinguishable", moved->distinguishable);
        json.member("changeUsdPerMonth", moved->usdPerMonth);
        json.member("problem", moved->problem);
        json.endObject();
    };
    json.beginObject();
    json.member("schema", "plimsoll-sensitivity/1");
    json.member("scenario", sensitivity.scenario);
    json.member("seed", sensitivity.seed);
    json.member("replications", sensitivity.replications);
    json.member("durationSeconds", sensitivity.durationSeconds);
    json.member("partial", sensitivity.partial);
    json.member("figure", sensitivity.figure);
    json.member("millis", sensitivity.millis);
    json.member("monthlyUsd", sensitivity.dollars);
    json.key("inputs");
    json.beginArray();
    for (const SensitivityRow& row : sensitivity.rows) {
        json.beginObject();
        json.member("id", row.id);
        json.member("name", row.name);
        json.member("unit", row.unit);
        json.member("value", row.value);
        json.member("swingMillis", row.swing());
        json.member("swingUsdPerMonth", row.costSwing());
        writeMoved("less", row.less);
        writeMoved("more", row.more);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

std::string writeSensitivityCsv(const Sensitivity& sensitivity)
{
    std::string text = csvRow({"input", "name", "unit", "value", "direction", "moved_to", "change_ms",
                               "half_width_ms", "distinguishable", "change_usd_per_month", "problem"});
    for (const SensitivityRow& row : sensitivity.rows) {
        const auto add = [&](const char* direction, const std::optional<MovedInput>& moved) {
            if (!moved)
                return;
            const auto number = [](double value) { return plainNumber(value, 12); };
            text += csvRow({row.id, row.name, row.unit, number(row.value), direction, number(moved->value),
                            moved->change ? number(moved->change->mean) : "",
                            moved->change ? number(moved->change->halfWidth) : "",
                            moved->distinguishable ? "true" : "false",
                            moved->usdPerMonth ? number(*moved->usdPerMonth) : "", moved->problem});
        };
        add("less", row.less);
        add("more", row.more);
    }
    return text;
}

}  // namespace plimsoll
