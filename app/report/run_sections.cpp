// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/run_sections.h"

#include "app/study/wording.h"
#include "simulator/metrics/interval_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

// What each part of a run found.

namespace plimsoll {

constexpr int kBarLength = 12;

std::string labelOf(const ComponentReport& component)
{
    return component.label.empty() ? component.id : component.label;
}

std::string labelOf(const RunReport& run, const ComponentId& id)
{
    const auto found = std::find_if(run.components.begin(), run.components.end(),
                                    [&](const ComponentReport& each) { return each.id == id; });
    return found == run.components.end() ? id : labelOf(*found);
}

std::string labelOf(const Report& report, const PathReport& path)
{
    const std::string source = labelOf(report.run, path.source);
    const auto end = report.ends.find(path.connection);
    const bool isOnly =
        std::none_of(report.run.paths.begin(), report.run.paths.end(), [&](const PathReport& each) {
            return each.source == path.source && each.id != path.id;
        });
    return isOnly || end == report.ends.end() ? source : source + " -> " + end->second;
}

namespace {

/// A bar of twelve cells; over the limit it is full.
std::string bar(double share)
{
    const double clamped = std::isfinite(share) ? std::clamp(share, 0.0, 1.0) : 1.0;
    int cells = static_cast<int>(std::lround(clamped * kBarLength));
    // Almost full is not full, almost nothing not nothing.
    if (cells == kBarLength && share < 0.995)
        --cells;
    if (cells == 0 && share > 0)
        cells = 1;
    std::string text;
    for (int i = 0; i < kBarLength; ++i)
        text += i < cells ? "\u2588" : "\u2591";
    return text;
}

}  // namespace

/// Columns that say something in at least one row stay; a table of zeros tells nothing.
void dropEmptyColumns(Table& table, const std::vector<std::string>& emptyTexts)
{
    for (std::size_t i = table.columns.size(); i-- > 0;) {
        const bool empty = std::all_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
            return i >= row.cells.size() || row.cells[i].empty()
                   || std::find(emptyTexts.begin(), emptyTexts.end(), row.cells[i]) != emptyTexts.end();
        });
        if (!empty || table.rows.empty())
            continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        table.columns.erase(table.columns.begin() + at);
        for (Row& row : table.rows)
            if (i < row.cells.size())
                row.cells.erase(row.cells.begin() + at);
    }
}

std::string percentileText(const LatencySummary& summary, const std::optional<double>& value)
{
    if (value)
        return millisText(*value);
    return summary.samples == 0 ? "no completions" : "too few";
}

namespace {

/// What the half-widths of a row rest on, or why there are none.
std::string intervalText(const LatencySummary& summary)
{
    switch (summary.interval) {
    case IntervalBasis::None:
        return "";
    case IntervalBasis::Replications:
        return counted(static_cast<std::uint64_t>(summary.intervalParts), "replication");
    case IntervalBasis::BatchMeans:
        return counted(static_cast<std::uint64_t>(summary.intervalParts), "batch");
    case IntervalBasis::Insufficient:
        return "insufficient: too few samples";
    case IntervalBasis::Correlated:
        return "correlated: run longer";
    case IntervalBasis::Transient:
        return "transient: not settled";
    case IntervalBasis::NotKept:
        return "none: see Intervals";
    }
    return "";
}

std::vector<std::string> latencyCells(const LatencySummary& summary)
{
    const auto withHalfWidth = [&](const std::optional<double>& value,
                                   const std::optional<double>& halfWidth) {
        std::string text = percentileText(summary, value);
        if (value && halfWidth.value_or(0) > 0)
            // Digits far below what is shown say nothing.
            text += *halfWidth < 0.0005 * *value ? " +- <0.1%" : " +- " + millisText(*halfWidth);
        return text;
    };
    return {withHalfWidth(summary.mean, summary.meanHalfWidth),
            withHalfWidth(summary.p50, summary.p50HalfWidth),
            withHalfWidth(summary.p90, summary.p90HalfWidth),
            withHalfWidth(summary.p95, summary.p95HalfWidth),
            withHalfWidth(summary.p99, summary.p99HalfWidth),
            withHalfWidth(summary.p999, summary.p999HalfWidth),
            percentileText(summary, summary.max),
            figure(summary.samples),
            intervalText(summary)};
}

Row latencyRow(std::string where, std::string what, const LatencySummary& summary)
{
    Row row{{std::move(where), std::move(what)}, Tone::Plain};
    if (summary.samples == 0) {
        row.cells.push_back("no completions");
        row.tone = Tone::Quiet;
        return row;
    }
    for (std::string& cell : latencyCells(summary))
        row.cells.push_back(std::move(cell));
    return row;
}

}  // namespace

Section verdictSection(const Report& report)
{
    Section section{"Verdict", {}, {}, {}};
    section.before.push_back({verdictText(report.verdict), Tone::Strong, ""});
    if (!report.billProblem.empty())
        section.before.push_back({"No bill: " + report.billProblem, Tone::Bad, ""});
    return section;
}

namespace {

std::string objectiveValue(const ObjectiveReport& objective)
{
    if (!objective.value)
        return "no data";
    const bool isShare = objective.objective.metric.ends_with("-share");
    const auto written = [&](double value) {
        return objective.objective.atMostMillis ? millisText(value)
               : isShare                        ? percent(value)
                                                : figure(value);
    };
    std::string text = written(*objective.value);
    if (objective.halfWidth.value_or(0) > 0)
        text += " +- " + written(*objective.halfWidth);
    return text;
}

}  // namespace

Section objectivesSection(const RunReport& run)
{
    Section section{"Objectives", {}, {}, {}};
    section.table.columns = {{"Objective"}, {"Found", Align::Right}, {"Verdict"}, {"Interval (95%)"}};
    for (const ObjectiveReport& each : run.objectives) {
        const char* word = each.verdict == Verdict::Met      ? "met"
                           : each.verdict == Verdict::Missed ? "MISSED"
                                                             : "no data";
        const Tone tone = each.verdict == Verdict::Met      ? Tone::Good
                          : each.verdict == Verdict::Missed ? Tone::Bad
                                                            : Tone::Quiet;
        section.table.rows.push_back({{each.text, objectiveValue(each), word, each.noInterval}, tone});
    }
    dropEmptyColumns(section.table, {});
    return section;
}

std::string_view unitAtEnd(std::string_view name)
{
    for (const std::string_view unit : {" s", " ms", " MiB"})
        if (name.ends_with(unit))
            return unit;
    return {};
}

Section componentsSection(const RunReport& run)
{
    Section section{"Components", {}, {}, {}};
    section.table.columns = {{"Component"},
                             {"Service"},
                             {"Offered", Align::Right},
                             {"Retried", Align::Right},
                             {"Throttled", Align::Right},
                             {"Rejected", Align::Right},
                             {"Completed", Align::Right},
                             {"Of which abandoned", Align::Right},
                             {"Failed", Align::Right},
                             {"Lost", Align::Right},
                             {"In flight", Align::Right},
                             {"Backlog peak", Align::Right},
                             {"Oldest", Align::Right}};
    for (const ComponentReport& each : run.components) {
        const Counts& c = each.counts;
        const bool trouble = c.throttled + c.rejected + c.failed + c.lost > 0;
        double oldest = each.peakAgeSeconds;
        for (const ConsumerCounts& consumer : each.consumers)
            oldest = std::max(oldest, consumer.peakAgeSeconds);
        Row row{{labelOf(each), each.service, figure(c.offered), figure(c.retried), figure(c.throttled),
                 figure(c.rejected), figure(c.completed), figure(c.abandoned), figure(c.failed),
                 figure(c.lost), figure(c.inFlight), each.backlogPeak > 0 ? figure(each.backlogPeak) : "0",
                 oldest > 0 ? spanText(oldest) : "0"},
                trouble ? Tone::Bad : Tone::Plain};
        if (c.offered == 0)
            row.tone = Tone::Quiet;
        section.table.rows.push_back(std::move(row));
    }
    dropEmptyColumns(section.table, {"0"});
    for (const ComponentReport& each : run.components) {
        if (!each.idle.empty())
            section.after.push_back({labelOf(each) + " is " + each.idle + ".", Tone::Quiet, ""});
        std::string facts;
        // What did not happen is news only in JSON.
        for (const Fact& fact : each.facts)
            if (fact.value != 0) {
                const std::string_view unit = unitAtEnd(fact.name);
                facts += fmt::format("{}{} {}{}", facts.empty() ? "" : ", ",
                                     fact.name.substr(0, fact.name.size() - unit.size()), figure(fact.value),
                                     unit);
            }
        if (!facts.empty())
            section.after.push_back({labelOf(each) + ": " + facts, Tone::Quiet, ""});
    }
    return section;
}

Section consumersSection(const RunReport& run)
{
    Section section{"Consumers", {}, {}, {}};
    section.table.columns = {{"Store"},
                             {"Consumer"},
                             {"Delivered", Align::Right},
                             {"Filtered", Align::Right},
                             {"Expired", Align::Right},
                             {"Waiting", Align::Right},
                             {"Oldest", Align::Right}};
    for (const ComponentReport& each : run.components)
        for (const ConsumerCounts& consumer : each.consumers)
            section.table.rows.push_back(
                {{labelOf(each), labelOf(run, consumer.consumer), figure(consumer.delivered),
                  figure(consumer.filtered), figure(consumer.expired), figure(consumer.resident),
                  spanText(consumer.peakAgeSeconds)},
                 consumer.expired > 0 ? Tone::Bad : Tone::Plain});
    dropEmptyColumns(section.table, {"0"});
    return section;
}

namespace {

/// "Orders is near or over its limit: records 0 s to 60 s (150%), bytes 60 s to 2 min (95%)."
std::string whenLimitsBind(const ComponentReport& component)
{
    constexpr std::size_t kMostSpans = 4;
    std::string text;
    for (std::size_t at = 0; at < std::min(component.binding.size(), kMostSpans); ++at) {
        const BindingSpan& span = component.binding[at];
        const auto limit = std::find_if(component.limits.begin(), component.limits.end(),
                                        [&](const LimitUse& each) { return each.limit == span.limit; });
        text += fmt::format("{} {} from {} to {} ({})", text.empty() ? "" : ",",
                            lowered(limit == component.limits.end() ? span.limit : limit->label),
                            spanText(span.fromSeconds), spanText(span.toSeconds), percent(span.utilisation));
    }
    if (component.binding.size() > kMostSpans)
        text += fmt::format(", and {} more", counted(component.binding.size() - kMostSpans, "stretch"));
    return text.empty() ? text : labelOf(component) + " is near or over a limit:" + text + ".";
}

}  // namespace

namespace {

/// Bytes in the unit that fits, which then stands with the number: eleven digits of bytes tell nothing.
std::string limitText(double value, const std::string& unit)
{
    if (unit == "B")
        return bytesText(value);
    return unit == "B/s" ? bytesText(value) + "/s" : figure(value);
}

}  // namespace

Section limitsSection(const RunReport& run)
{
    Section section{"Limits", {}, {}, {}};
    section.table.columns = {{"Component"},
                             {"Limit"},
                             {"Capacity", Align::Right},
                             {"Mean", Align::Right},
                             {"Peak", Align::Right},
                             {"Unit"},
                             {"Use", Align::Right},
                             {"", Align::Left, true},
                             {"Refused", Align::Right}};
    for (const ComponentReport& each : run.components) {
        for (const LimitUse& limit : each.limits) {
            const bool binds = limit.refused > 0;
            const bool isInBytes = limit.unit == "B" || limit.unit == "B/s";
            section.table.rows.push_back(
                {{labelOf(each), limit.label, limitText(limit.capacity, limit.unit),
                  limitText(limit.mean, limit.unit), limitText(limit.peak, limit.unit),
                  isInBytes ? std::string{} : limit.unit, percent(limit.utilisation), bar(limit.utilisation),
                  figure(limit.refused)},
                 binds ? Tone::Bad : Tone::Plain,
                 BarSpan{0, limit.utilisation}});
        }
        if (std::string when = whenLimitsBind(each); !when.empty())
            section.after.push_back({std::move(when), Tone::Quiet, ""});
    }
    dropEmptyColumns(section.table, {"0"});
    return section;
}

Section latencySection(const Report& report)
{
    const RunReport& run = report.run;
    Section section{"Latency", {}, {}, {}};
    section.table.columns = {{"Where"},
                             {"What"},
                             {"Mean", Align::Right},
                             {"p50", Align::Right},
                             {"p90", Align::Right},
                             {"p95", Align::Right},
                             {"p99", Align::Right},
                             {"p99.9", Align::Right},
                             {"Max", Align::Right},
                             {"Samples", Align::Right},
                             {"Interval (95%)"}};
    for (const PathReport& path : run.paths)
        section.table.rows.push_back(latencyRow(labelOf(report, path), "response", path.response));
    for (const SinkReport& sink : run.sinks)
        section.table.rows.push_back(latencyRow(labelOf(run, sink.component), "delay", sink.delay));
    for (const ComponentReport& each : run.components)
        // A source takes no time; a row of zeros would only hide the others.
        if (each.latency.samples > 0 && each.latency.max.value_or(1) > 0)
            section.table.rows.push_back(latencyRow(labelOf(each), "time inside", each.latency));
    for (const SinkReport& sink : run.sinks) {
        std::string text;
        if (sink.undelivered > 0)
            text = fmt::format("{} not delivered yet, the oldest {}", figure(sink.undelivered),
                               spanText(sink.undeliveredAgeSeconds));
        if (sink.freshnessMeanSeconds && sink.freshnessMaxSeconds && *sink.freshnessMaxSeconds > 0) {
            const StatedInterval stated = intervalOf(run, "freshness-mean", sink.component);
            text += fmt::format("{}stale by {}{} on average, by at most {}", text.empty() ? "" : "; ",
                                spanText(*sink.freshnessMeanSeconds),
                                stated.halfWidth.value_or(0) > 0 ? " +- " + spanText(*stated.halfWidth) : "",
                                spanText(*sink.freshnessMaxSeconds));
        }
        if (!text.empty())
            section.after.push_back({labelOf(run, sink.component) + ": " + text + ".", Tone::Quiet, ""});
    }
    return section;
}

/// What the replications disagree about, apart from times: those stand in their own table.
Section replicationsSection(const RunReport& run)
{
    Section section{"Over the replications", {}, {}, {}};
    section.table.columns = {
        {"Where"}, {"Figure"}, {"Mean", Align::Right}, {"+- (95%)", Align::Right}, {"Share", Align::Right}};
    constexpr std::pair<std::string_view, const char*> kShown[] = {{"refused-share", "share refused"},
                                                                   {"cost", "USD/month"},
                                                                   {"throttled", "throttled"},
                                                                   {"rejected", "rejected"},
                                                                   {"failed", "failed"},
                                                                   {"lost", "lost"},
                                                                   {"failed-share", "share failed"},
                                                                   {"backlog-peak", "backlog peak"},
                                                                   {"age-peak", "oldest, peak s"},
                                                                   {"undelivered", "undelivered"},
                                                                   {"freshness-mean", "stale, mean s"}};
    for (const FigureOfRuns& each : run.figures) {
        const auto* shown = std::find_if(std::begin(kShown), std::end(kShown),
                                         [&](const auto& one) { return one.first == each.figure; });
        const std::optional<Estimate> found = estimateOf(each);
        // What differs by rounding only is no disagreement.
        if (shown == std::end(kShown) || !found || !(found->halfWidth > 1e-4 * std::fabs(found->mean)))
            continue;
        section.table.rows.push_back(
            {{each.where.empty() ? "the run" : labelOf(run, each.where), shown->second, figure(found->mean),
              figure(found->halfWidth), percent(found->halfWidth / std::fabs(found->mean))},
             Tone::Plain});
    }
    return section;
}

Section timeSection(const Report& report)
{
    const RunReport& run = report.run;
    Section section{"Where the time goes", {}, {}, {}};
    section.table.columns = {{"Where"}, {"Of"}};
    for (int part = 0; part < kTimeParts; ++part)
        section.table.columns.push_back({std::string{toString(static_cast<TimePart>(part))}, Align::Right});
    const auto addSplit = [&](const std::string& where, const char* what, const TimeSplit& split) {
        if (split.samples == 0)
            return;
        Row mean{{where, fmt::format("the mean {}", what)}, Tone::Plain};
        Row tail{{where, fmt::format("the slowest 1% of {}s", what)}, Tone::Plain};
        for (int part = 0; part < kTimeParts; ++part) {
            mean.cells.push_back(millisText(split.meanMillis[part]));
            tail.cells.push_back(millisText(split.p99Millis[part]));
        }
        section.table.rows.push_back(std::move(mean));
        section.table.rows.push_back(std::move(tail));
    };
    for (const PathReport& path : run.paths)
        addSplit(labelOf(report, path), "response", path.split);
    for (const SinkReport& sink : run.sinks)
        addSplit(labelOf(run, sink.component), "delay", sink.split);
    dropEmptyColumns(section.table, {"0 ms"});
    return section;
}

void addSizingRows(Table& table, const std::string& label, const std::vector<Sizing>& sizing)
{
    for (const Sizing& size : sizing) {
        const bool tooSmall = size.current < size.minimum;
        table.rows.push_back({{label, size.parameter, figure(size.current), figure(size.minimum),
                               figure(size.recommended), size.unit, size.binding, size.text},
                              tooSmall ? Tone::Bad : Tone::Plain});
    }
}

std::vector<Column> sizingColumns()
{
    return {{"Component"},
            {"Parameter"},
            {"Now", Align::Right},
            {"Minimum", Align::Right},
            {"Recommended", Align::Right},
            {"Unit"},
            {"Decided by"},
            {"Advice"}};
}

Section sizingSection(const RunReport& run)
{
    Section section{"Sizing", {}, {}, {}};
    section.table.columns = sizingColumns();
    for (const ComponentReport& each : run.components)
        addSizingRows(section.table, labelOf(each), each.sizing);
    dropEmptyColumns(section.table, {});
    return section;
}

namespace {

/// Texts come from many hands; in a list each must end like a sentence.
std::string asSentence(const std::string& text)
{
    return text.empty() || std::string_view{".!?:"}.find(text.back()) != std::string_view::npos ? text
                                                                                                : text + ".";
}

}  // namespace

Section findingsSection(const std::vector<Finding>& findings, const std::optional<TrialWindow>& trials)
{
    Section section{"Findings", {}, {}, {}};
    for (const FindingLevel level : {FindingLevel::Problem, FindingLevel::Advice, FindingLevel::Note}) {
        for (const Finding& each : findings) {
            if (each.level != level)
                continue;
            const char* mark = level == FindingLevel::Problem  ? "!"
                               : level == FindingLevel::Advice ? "+"
                                                               : "-";
            section.before.push_back(
                {asSentence(each.text.english())
                     + (each.remedy.empty() ? "" : " " + asSentence(each.remedy.english())),
                 level == FindingLevel::Problem ? Tone::Bad : Tone::Plain, mark});
            for (const Counterfactual& tried : each.counterfactuals)
                section.before.push_back({"tried: " + tried.text, Tone::Good, "  >"});
        }
    }
    if (trials)
        section.before.push_back({"Changes were tried on " + trials->text + ".", Tone::Quiet, ""});
    return section;
}

namespace {

constexpr int kWaterfallLength = 48;

/// Where on the bar a stretch lies; what is there at all is at least one cell wide.
std::string waterfallBar(std::int64_t from, std::int64_t to, std::int64_t total)
{
    const auto cell = [&](std::int64_t at) {
        return static_cast<int>(
            std::lround(static_cast<double>(at) / static_cast<double>(total) * kWaterfallLength));
    };
    const int begin = std::min(cell(from), kWaterfallLength - 1);
    const int end = std::max(begin + 1, cell(to));
    return std::string(static_cast<std::size_t>(begin), '.')
           + std::string(static_cast<std::size_t>(end - begin), '#')
           + std::string(static_cast<std::size_t>(kWaterfallLength - end), '.');
}

}  // namespace

Section waterfall(const RunReport& run, const RequestTrace& trace)
{
    const std::string which = trace.quantile == "p50"   ? "the middle one"
                              : trace.quantile == "p99" ? "the one at p99"
                                                        : "the slowest";
    const std::string what = trace.connection.empty() ? "delay at " : "response to ";
    Section section{fmt::format("{}{}, {} of the sampled: {}", capitalised(what),
                                labelOf(run, trace.component), which,
                                millisText(static_cast<double>(trace.totalNanos) * 1e-6)),
                    {},
                    {},
                    {}};
    section.before.push_back({fmt::format("{}: message {}, born at {}", trace.id, figure(trace.message),
                                          spanText(static_cast<double>(trace.bornNanos) * 1e-9)),
                              Tone::Quiet, ""});
    section.table.columns = {
        {"Component"}, {"Part"}, {"From", Align::Right}, {"Takes", Align::Right}, {"", Align::Left, true}};
    const double total = static_cast<double>(std::max<std::int64_t>(1, trace.totalNanos));
    for (const TraceSegment& segment : trace.segments)
        section.table.rows.push_back(
            {{labelOf(run, segment.component), std::string{toString(segment.part)},
              millisText(static_cast<double>(segment.fromNanos) * 1e-6),
              millisText(static_cast<double>(segment.toNanos - segment.fromNanos) * 1e-6),
              waterfallBar(segment.fromNanos, segment.toNanos, std::max<std::int64_t>(1, trace.totalNanos))},
             Tone::Plain,
             BarSpan{static_cast<double>(segment.fromNanos) / total,
                     static_cast<double>(segment.toNanos) / total}});
    return section;
}

Section auditsSection(const RunReport& run)
{
    Section section{"Audits", {}, {}, {}};
    const auto passed =
        std::count_if(run.audits.begin(), run.audits.end(), [](const Audit& a) { return a.passed; });
    section.before.push_back({fmt::format("{} of {} hold.", passed, run.audits.size()),
                              static_cast<std::size_t>(passed) == run.audits.size() ? Tone::Good : Tone::Bad,
                              ""});
    for (const Audit& audit : run.audits)
        if (!audit.passed)
            section.after.push_back(
                {audit.name + (audit.detail.empty() ? "" : ": " + audit.detail), Tone::Bad, "!"});
    return section;
}

Section samplingSection(const RunReport& run)
{
    Section section{"Sampling", {}, {}, {}};
    const SamplingReport& sampling = run.sampling;
    if (!sampling.sampled)
        return section;
    section.table.columns = {{"Part"}, {"Stands for", Align::Right}, {"Simulated", Align::Right}, {"Why"}};
    for (const SampledLevel& level : sampling.levels) {
        double rate = 0;
        for (const auto& [source, perSecond] : level.ratesPerSecond)
            rate += perSecond;
        section.table.rows.push_back({{figure(rate) + "/s, " + percent(level.utilisation) + " used",
                                       spanText(level.seconds), spanText(level.simulatedSeconds), "steady"},
                                      Tone::Plain});
    }
    for (const ExactStretch& stretch : sampling.stretches) {
        const double length = stretch.toSeconds - stretch.fromSeconds;
        section.table.rows.push_back(
            {{"from " + spanText(stretch.fromSeconds)
                  + (stretch.count > 1 ? ", " + std::to_string(stretch.count) + " like it" : ""),
              spanText(length * stretch.count), spanText(length * stretch.runs), stretch.why},
             Tone::Plain});
    }
    for (const FigureInterval& interval : sampling.intervals) {
        if (interval.figure.ends_with("/throttled") && interval.halfWidth)
            section.after.push_back(
                {interval.figure + ": " + figure(interval.value) + " +- " + figure(*interval.halfWidth) + ".",
                 Tone::Quiet, ""});
    }
    return section;
}

/// What the half-widths rest on, kind by kind, or why there are none; kinds of one answer share a row.
Section intervalsSection(const RunReport& run)
{
    Section section{"Intervals", {}, {}, {}};
    section.table.columns = {{"Of"}, {"Half-widths at 95%"}};
    for (const IntervalNote& note : run.provenance.intervals) {
        const auto known = std::find_if(section.table.rows.begin(), section.table.rows.end(),
                                        [&](const Row& row) { return row.cells[1] == note.text; });
        if (known != section.table.rows.end())
            known->cells[0] += ", " + note.kind;
        else
            section.table.rows.push_back({{note.kind, note.text}, note.carries ? Tone::Plain : Tone::Quiet});
    }
    return section;
}

}  // namespace plimsoll
