// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_documents.h"
#include "app/report/run_sections.h"
#include "app/study/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

namespace plimsoll {

namespace {

constexpr std::size_t kMostPoints = 120;  // finer bins show batches, not traffic
constexpr double kTroubledShare = 0.01;   // refused, of what was offered
constexpr std::size_t kMostTroubled = 4;  // components with a chart of their own
constexpr std::size_t kMostSources = 2;
constexpr std::size_t kMostSinks = 8;  // lines that can be told apart
constexpr std::size_t kMostCostLines = 12;

/// Means over equal stretches of whole bins: the rest of a last bin would look like a collapse.
std::vector<Chart::Point> pointsOf(const TimeSeries& series, double seconds)
{
    std::vector<Chart::Point> points;
    const double whole = series.binSeconds > 0 ? std::floor(seconds / series.binSeconds + 1e-6) : 0;
    const std::size_t bins = std::min(series.values.size(), static_cast<std::size_t>(std::max(1.0, whole)));
    const std::size_t stride = std::max<std::size_t>(1, (bins + kMostPoints - 1) / kMostPoints);
    for (std::size_t from = 0; from < bins; from += stride) {
        const std::size_t to = std::min(bins, from + stride);
        double sum = 0;
        for (std::size_t at = from; at < to; ++at)
            sum += series.values[at];
        points.push_back(
            {static_cast<double>(from + to) / 2 * series.binSeconds, sum / static_cast<double>(to - from)});
    }
    return points;
}

Chart overTime(std::string title, std::string unit)
{
    Chart chart;
    chart.title = std::move(title);
    chart.xTitle = "Time";
    chart.xUnit = Chart::Unit::Seconds;
    chart.yTitle = std::move(unit);
    return chart;
}

/// What a source sends beside what the sinks finish, and what anybody refused.
std::optional<Chart> throughputChart(const RunReport& run)
{
    Chart chart = overTime("Throughput", "records/s");
    const double seconds = run.provenance.simulatedSeconds;
    const auto add = [&](const ComponentReport* component, std::string_view name, const char* what,
                         Tone tone) {
        const TimeSeries* series = component ? findSeries(*component, name) : nullptr;
        if (hasAny(series) && chart.series.size() < kMostSinks)
            chart.series.push_back({labelOf(*component) + ": " + what, tone, pointsOf(*series, seconds)});
    };
    std::vector<ComponentId> sources;
    for (const PathReport& path : run.paths)
        if (std::find(sources.begin(), sources.end(), path.source) == sources.end())
            sources.push_back(path.source);
    // More than a few grey lines tell nothing.
    if (sources.size() <= kMostSources)
        for (const ComponentId& source : sources)
            add(findComponent(run, source), "offered", "sent", Tone::Quiet);
    for (const SinkReport& sink : run.sinks)
        add(findComponent(run, sink.component), "completed", "completed", Tone::Plain);
    if (run.sinks.empty())
        for (const ComponentReport& component : run.components)
            add(&component, "completed", "completed", Tone::Plain);
    for (const ComponentReport& component : run.components)
        add(&component, "refused", "refused", Tone::Bad);
    return chart.series.empty() ? std::nullopt : std::optional{std::move(chart)};
}

/// What waited where.
std::optional<Chart> backlogChart(const RunReport& run)
{
    Chart chart = overTime("Backlog", "records");
    for (const ComponentReport& component : run.components) {
        const TimeSeries* backlog = findSeries(component, "backlog");
        // Less than a record on average is work in progress, no queue.
        if (component.backlogPeak >= 1 && hasAny(backlog) && chart.series.size() < kMostSinks)
            chart.series.push_back(
                {labelOf(component), Tone::Plain, pointsOf(*backlog, run.provenance.simulatedSeconds)});
    }
    return chart.series.empty() ? std::nullopt : std::optional{std::move(chart)};
}

/// Of each component that refused a good part of its work, the worst first.
std::vector<Chart> troubleCharts(const RunReport& run)
{
    const auto refusedShare = [](const ComponentReport& component) {
        const Counts& counts = component.counts;
        return counts.shareOf(counts.throttled + counts.rejected).value_or(0);
    };
    std::vector<const ComponentReport*> troubled;
    for (const ComponentReport& component : run.components)
        if (refusedShare(component) >= kTroubledShare && hasAny(findSeries(component, "refused")))
            troubled.push_back(&component);
    std::stable_sort(troubled.begin(), troubled.end(),
                     [&](const auto* a, const auto* b) { return refusedShare(*a) > refusedShare(*b); });
    if (troubled.size() > kMostTroubled)
        troubled.resize(kMostTroubled);
    std::vector<Chart> charts;
    for (const ComponentReport* component : troubled) {
        Chart rates = overTime(labelOf(*component) + ": offered, completed, refused", "records/s");
        constexpr std::pair<std::string_view, Tone> kShown[] = {
            {"offered", Tone::Quiet}, {"completed", Tone::Plain}, {"refused", Tone::Bad}};
        for (const auto& [name, tone] : kShown)
            if (const TimeSeries* series = findSeries(*component, name); hasAny(series))
                rates.series.push_back(
                    {std::string{name}, tone, pointsOf(*series, run.provenance.simulatedSeconds)});
        charts.push_back(std::move(rates));
    }
    return charts;
}

std::optional<Chart> percentileChart(const Report& report)
{
    const RunReport& run = report.run;
    Chart chart;
    chart.kind = Chart::Kind::Ranges;
    chart.title = "Percentiles";
    chart.xUnit = Chart::Unit::Millis;
    chart.xScale = Chart::Scale::Logarithmic;
    const auto add = [&](std::string label, const LatencySummary& summary) {
        Chart::Line line{std::move(label), "", {}, Tone::Plain};
        const std::pair<const char*, const std::optional<double>*> marks[] = {
            {"p50", &summary.p50}, {"p95", &summary.p95}, {"p99", &summary.p99}, {"p99.9", &summary.p999}};
        for (const auto& [name, value] : marks) {
            if (!*value)
                continue;
            line.parts.push_back({name, **value});
            // The two that people ask for; the table has them all.
            if (value == &summary.p50 || value == &summary.p99)
                line.figures +=
                    (line.figures.empty() ? "" : ", ") + std::string{name} + " " + millisText(**value);
        }
        if (!line.parts.empty())
            chart.lines.push_back(std::move(line));
    };
    for (const PathReport& path : run.paths)
        add(labelOf(report, path) + ", response", path.response);
    for (const SinkReport& sink : run.sinks)
        add(labelOf(run, sink.component) + ", delay", sink.delay);
    return chart.lines.empty() ? std::nullopt : std::optional{std::move(chart)};
}

/// The share of records readable within a time, per sink.
std::optional<Chart> distributionChart(const RunReport& run)
{
    Chart chart;
    chart.title = "Share of records delivered within a delay";
    chart.xUnit = Chart::Unit::Millis;
    chart.xScale = Chart::Scale::Logarithmic;
    chart.xTitle = "Delay";
    chart.yUnit = Chart::Unit::Share;
    for (const SinkReport& sink : run.sinks) {
        // Below this many, a curve would draw single records as a law.
        constexpr std::uint64_t kFewest = 72;
        if (sink.histogram.count() < kFewest || chart.series.size() >= kMostSinks)
            continue;
        Chart::Series series{labelOf(run, sink.component), Tone::Plain, {}};
        for (int percent = 1; percent < 100; ++percent)
            if (const auto value = sink.histogram.quantile(percent / 100.0); value && value->count() > 0)
                series.points.push_back({static_cast<double>(value->count()) * 1e-6, percent / 100.0});
        for (const double share : {0.995, 0.999})
            if (const auto value = sink.histogram.quantile(share); value && value->count() > 0)
                series.points.push_back({static_cast<double>(value->count()) * 1e-6, share});
        if (!series.points.empty())
            chart.series.push_back(std::move(series));
    }
    return chart.series.empty() ? std::nullopt : std::optional{std::move(chart)};
}

std::optional<Chart> timeChart(const Report& report)
{
    const RunReport& run = report.run;
    Chart chart;
    chart.kind = Chart::Kind::Bars;
    chart.title = "Mean time by part";
    chart.xUnit = Chart::Unit::Millis;
    const auto add = [&](const std::string& label, const TimeSplit& split) {
        Chart::Line line{label, "", {}, Tone::Plain};
        double sum = 0;
        for (int part = 0; part < kTimeParts; ++part) {
            line.parts.push_back(
                {std::string{toString(static_cast<TimePart>(part))}, split.meanMillis[part]});
            sum += split.meanMillis[part];
        }
        line.figures = millisText(sum);
        if (split.samples > 0 && sum > 0)
            chart.lines.push_back(std::move(line));
    };
    for (const PathReport& path : run.paths)
        add(labelOf(report, path) + ", response", path.split);
    for (const SinkReport& sink : run.sinks)
        add(labelOf(run, sink.component) + ", delay", sink.split);
    return chart.lines.empty() ? std::nullopt : std::optional{std::move(chart)};
}

std::optional<Chart> costChart(const Bill& bill)
{
    struct Sum {
        std::string label;
        Money amount;
    };
    std::map<ComponentId, Sum> sums;
    for (const BillLine& line : bill.lines) {
        Sum& sum = sums[line.component];
        sum.label = line.componentLabel.empty() ? line.component : line.componentLabel;
        sum.amount = sum.amount + line.amount;
    }
    std::vector<Sum> ordered;
    for (auto& [id, sum] : sums)
        if (sum.amount > Money{})
            ordered.push_back(std::move(sum));
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Sum& a, const Sum& b) { return a.amount > b.amount; });
    if (ordered.size() > kMostCostLines) {
        Sum rest{fmt::format("{} more", ordered.size() - kMostCostLines + 1), {}};
        for (std::size_t at = kMostCostLines - 1; at < ordered.size(); ++at)
            rest.amount = rest.amount + ordered[at].amount;
        ordered.resize(kMostCostLines - 1);
        ordered.push_back(std::move(rest));
    }
    Chart chart;
    chart.kind = Chart::Kind::Bars;
    chart.title = "Cost by component";
    chart.xTitle = "USD/month";
    chart.xUnit = Chart::Unit::Dollars;
    for (const Sum& each : ordered)
        chart.lines.push_back({each.label,
                               "$" + each.amount.toString(),
                               {{"", static_cast<double>(each.amount.nanodollars()) * 1e-9}},
                               Tone::Plain});
    return chart.lines.empty() ? std::nullopt : std::optional{std::move(chart)};
}

}  // namespace

void addCharts(Document& document, const Report& report)
{
    std::size_t front = std::min<std::size_t>(1, document.sections.size());
    const auto add = [&](const char* title, std::vector<Chart> charts) {
        if (charts.empty())
            return;
        const auto found = std::find_if(document.sections.begin(), document.sections.end(),
                                        [&](const Section& each) { return each.title == title; });
        if (found != document.sections.end()) {
            found->charts = std::move(charts);
            return;
        }
        // Figures that no table shows come first, after the verdict.
        document.sections.insert(document.sections.begin() + static_cast<std::ptrdiff_t>(front++),
                                 Section{title, {}, {}, {}, std::move(charts)});
    };
    const auto listed = [](std::initializer_list<std::optional<Chart>> charts) {
        std::vector<Chart> present;
        for (const std::optional<Chart>& each : charts)
            if (each)
                present.push_back(*each);
        return present;
    };
    std::vector<Chart> traffic = listed({throughputChart(report.run), backlogChart(report.run)});
    for (Chart& each : troubleCharts(report.run))
        traffic.push_back(std::move(each));
    add("Traffic over time", std::move(traffic));
    add("Latency", listed({percentileChart(report), distributionChart(report.run)}));
    add("Where the time goes", listed({timeChart(report)}));
    if (report.bill)
        add("Bill", listed({costChart(*report.bill)}));
}

}  // namespace plimsoll
