// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_parts.h"
#include "app/report/data_writers.h"

#include "model/support/number_text.h"
#include "simulator/metrics/interval_notes.h"
#include "simulator/metrics/journeys.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace plimsoll {

namespace {

/// "read capacity" -> "readCapacity": a name of the document.
std::string camelCase(std::string_view name)
{
    std::string text;
    bool upper = false;
    for (const char c : name) {
        if (c == ' ' || c == '-') {
            upper = !text.empty();
            continue;
        }
        text += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        upper = false;
    }
    return text;
}

void writeProvenance(Json& json, const Provenance& p)
{
    json.key("provenance");
    json.beginObject();
    json.member("designHash", p.designHash);
    json.member("scenario", p.scenario);
    json.member("seed", p.seed);
    json.member("replications", p.replications);
    json.member("replicationsAsked", p.replicationsAsked);
    json.key("stopping");
    json.beginObject();
    json.member("ended", p.stopping.ended);
    json.member("precision", p.stopping.precision);
    json.member("widest", p.stopping.widest);
    json.member("widestShare", p.stopping.widestShare);
    json.member("replicationsNeeded", p.stopping.needed);
    json.endObject();
    json.member("warmUpSeconds", p.warmUpSeconds);
    json.member("warmUpNote", p.warmUpNote);
    json.member("engine", p.engine);
    json.member("version", p.version);
    json.member("region", p.region);
    json.member("priceBookDate", p.priceBookDate);
    json.member("durationSeconds", p.durationSeconds);
    json.member("simulatedSeconds", p.simulatedSeconds);
    json.member("partial", p.partial);
    if (!p.stopped.empty())
        json.member("stopped", p.stopped);
    json.member("events", p.events);
    json.key("sizedParameters");
    json.beginArray();
    for (const auto& [parameter, value] : p.sizedParameters) {
        json.beginObject();
        json.member("parameter", parameter);
        json.member("value", value);
        json.endObject();
    }
    json.endArray();
    json.key("intervals");
    json.beginArray();
    for (const IntervalNote& note : p.intervals) {
        json.beginObject();
        json.member("kind", note.kind);
        json.key("figures");
        json.beginArray();
        for (const std::string& each : note.figures)
            json.value(each);
        json.endArray();
        json.member("carries", note.carries);
        json.member("text", note.text);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeCounts(Json& json, const Counts& c)
{
    json.key("counts");
    json.beginObject();
    json.member("offered", c.offered);
    json.member("accepted", c.accepted);
    json.member("throttled", c.throttled);
    json.member("rejected", c.rejected);
    json.member("failed", c.failed);
    json.member("retried", c.retried);
    json.member("abandoned", c.abandoned);
    json.member("lost", c.lost);
    json.member("completed", c.completed);
    json.member("inFlight", c.inFlight);
    json.endObject();
}

void writeInterval(Json& json, const char* name, const std::optional<double>& value,
                   const std::optional<double>& halfWidth, int parts)
{
    if (!value || !halfWidth)
        return;
    json.key(name);
    json.beginObject();
    json.member("mean", *value);
    json.member("halfWidth", *halfWidth);
    json.member("n", parts);
    json.endObject();
}

void writeNoInterval(Json& json, const char* name, const std::string& reason)
{
    json.key(name);
    json.beginObject();
    json.member("reason", reason);
    json.endObject();
}

struct NamedFigure {
    std::string figure;
    const char* name;
};

/// The figures of one place over the replications; nothing for a single one, whose kinds say why in the provenance.
void writeIntervals(Json& json, const RunReport& run, std::string_view where,
                    const std::vector<NamedFigure>& figures)
{
    if (run.provenance.replications < 2)
        return;
    json.key("intervals");
    json.beginObject();
    for (const auto& [figure, name] : figures) {
        if (!findFigure(run, figure, where))
            continue;
        const StatedInterval stated = intervalOf(run, figure, where);
        if (stated.halfWidth)
            writeInterval(json, name, stated.value, stated.halfWidth, stated.parts);
        else
            writeNoInterval(json, name, stated.reason);
    }
    json.endObject();
}

void writeLatency(Json& json, const char* name, const LatencySummary& s)
{
    json.key(name);
    json.beginObject();
    json.member("mean", s.mean);
    json.member("p50", s.p50);
    json.member("p90", s.p90);
    json.member("p95", s.p95);
    json.member("p99", s.p99);
    json.member("p999", s.p999);
    json.member("max", s.max);
    json.member("samples", s.samples);
    if (s.samples == 0)
        json.member("note", "no completions");
    else if (!s.p95 || !s.p99 || !s.p999)
        json.member("note", "too few");
    if (s.samples > 0) {
        json.member("interval", toString(s.interval));
        json.key("intervals");
        json.beginObject();
        for (const char* figure : {"mean", "p50", "p90", "p95", "p99", "p999"}) {
            const StatedInterval stated = intervalOf(s, figure);
            if (stated.halfWidth)
                writeInterval(json, figure, stated.value, stated.halfWidth, stated.parts);
            else
                writeNoInterval(json, figure, stated.reason);
        }
        json.endObject();
    }
    json.endObject();
}

void writeSizing(Json& json, const std::vector<Sizing>& sizing)
{
    json.key("sizing");
    json.beginArray();
    for (const Sizing& size : sizing) {
        json.beginObject();
        json.member("parameter", size.parameter);
        json.member("unit", size.unit);
        json.member("current", size.current);
        json.member("minimum", size.minimum);
        json.member("recommended", size.recommended);
        json.member("binding", size.binding);
        json.member("text", size.text);
        json.endObject();
    }
    json.endArray();
}

/// Of a run when `run` is given, else of an estimate.
void writeUtilisation(Json& json, const std::vector<LimitUse>& limits, const ComponentId& component,
                      const RunReport* run)
{
    json.key("utilisation");
    json.beginArray();
    for (const LimitUse& limit : limits) {
        json.beginObject();
        json.member("limit", limit.limit);
        json.member("label", limit.label);
        json.member("unit", limit.unit);
        json.member("capacity", limit.capacity);
        json.member("mean", limit.mean);
        json.member("peak", limit.peak);
        json.member("utilisation", limit.utilisation);
        json.member("refused", limit.refused);
        if (run)
            writeIntervals(json, *run, component,
                           {{"use-mean " + limit.limit, "mean"},
                            {"use-peak " + limit.limit, "peak"},
                            {"use-share " + limit.limit, "utilisation"},
                            {"refused " + limit.limit, "refused"}});
        json.endObject();
    }
    json.endArray();
}

/// A series in bins of `binSeconds`: what flows and shares as means, what is held as its highest value.
std::vector<double> resampled(const TimeSeries& series, double binSeconds, double seconds)
{
    const bool isMean = series.unit.ends_with("/s") || series.unit.empty();
    const auto bins = static_cast<std::size_t>(std::ceil(seconds / binSeconds - 1e-9));
    std::vector<double> values(bins, 0);
    for (std::size_t at = 0; at < series.values.size(); ++at) {
        double from = static_cast<double>(at) * series.binSeconds;
        const double to = std::min(from + series.binSeconds, seconds);
        for (auto bin = static_cast<std::size_t>(from / binSeconds + 1e-9); from < to && bin < bins; ++bin) {
            const double begin = static_cast<double>(bin) * binSeconds;
            const double end = std::min(begin + binSeconds, seconds);
            const double part = std::min(to, end) - from;
            if (isMean && part > 0)
                // A run that ends within its last bin spreads that bin's work over what there was of it.
                values[bin] += series.values[at] * part / (end - begin);
            else if (part > 0)
                values[bin] = std::max(values[bin], series.values[at]);
            from = std::max(from, std::min(to, end));
        }
    }
    return values;
}

void writeCourse(Json& json, const char* name, const LatencyCourse& course)
{
    json.key(name);
    json.beginObject();
    json.member("binSeconds", course.binSeconds);
    json.member("sampled", course.samples);
    json.member("p50Millis", course.p50Millis);
    json.member("p99Millis", course.p99Millis);
    json.endObject();
}

/// What happened when, by minute; in finer bins when there are but few minutes, in wider ones when there are many.
void writeSeries(Json& json, const ComponentReport& component, double durationSeconds)
{
    const double binSeconds = courseBinSeconds(durationSeconds);
    json.key("series");
    json.beginObject();
    json.member("binSeconds", binSeconds);
    constexpr std::string_view kUse = "utilisation: ";
    for (const TimeSeries& series : component.series)
        if (!series.name.starts_with(kUse) && series.name != "head-room" && binSeconds > 0) {
            json.key(camelCase(series.name));
            json.value(resampled(series, binSeconds, durationSeconds));
        }
    json.key("utilisation");
    json.beginObject();
    for (const TimeSeries& series : component.series)
        if (series.name.starts_with(kUse) && binSeconds > 0) {
            json.key(std::string_view{series.name}.substr(kUse.size()));
            json.value(resampled(series, binSeconds, durationSeconds));
        }
    json.endObject();
    writeCourse(json, "latency", component.course);
    json.endObject();
    json.key("headRoom");
    const auto room = std::find_if(component.series.begin(), component.series.end(),
                                   [](const TimeSeries& each) { return each.name == "head-room"; });
    if (room == component.series.end()) {
        json.null();
        return;
    }
    json.beginObject();
    json.member("binSeconds", room->binSeconds);
    json.member("values", room->values);
    json.endObject();
}

void writeComponent(Json& json, const ComponentReport& component, const RunReport& run)
{
    json.beginObject();
    json.member("id", component.id);
    json.member("service", component.service);
    writeCounts(json, component.counts);
    json.key("consumers");
    json.beginArray();
    for (const ConsumerCounts& consumer : component.consumers) {
        json.beginObject();
        json.member("connection", consumer.connection);
        json.member("consumer", consumer.consumer);
        json.member("delivered", consumer.delivered);
        json.member("filtered", consumer.filtered);
        json.member("expired", consumer.expired);
        json.member("resident", consumer.resident);
        json.member("peakAgeSeconds", consumer.peakAgeSeconds);
        writeIntervals(json, run, consumer.connection,
                       {{"consumer-delivered", "delivered"},
                        {"consumer-filtered", "filtered"},
                        {"consumer-expired", "expired"},
                        {"consumer-resident", "resident"},
                        {"consumer-age-peak", "peakAgeSeconds"}});
        json.endObject();
    }
    json.endArray();
    json.key("lanes");
    json.beginArray();
    for (const LaneFigures& lane : component.lanes) {
        json.beginObject();
        json.member("name", lane.name);
        json.member("offered", lane.offered);
        json.member("refused", lane.refused);
        json.member("bytes", lane.bytes);
        json.member("utilisation", lane.utilisation);
        json.endObject();
    }
    json.endArray();
    writeLatency(json, "latencyMillis", component.latency);
    writeUtilisation(json, component.limits, component.id, &run);
    json.key("backlog");
    json.beginObject();
    json.member("mean", component.backlogMean);
    json.member("peak", component.backlogPeak);
    json.member("final", component.backlogFinal);
    json.member("peakAgeSeconds", component.peakAgeSeconds);
    json.endObject();
    writeSizing(json, component.sizing);
    json.key("facts");
    json.beginArray();
    for (const Fact& fact : component.facts) {
        json.beginObject();
        json.member("id", fact.id);
        json.member("name", fact.name);
        json.member("value", fact.value);
        json.endObject();
    }
    json.endArray();
    json.key("binding");
    json.beginArray();
    for (const BindingSpan& span : component.binding) {
        json.beginObject();
        json.member("limit", span.limit);
        json.member("fromSeconds", span.fromSeconds);
        json.member("toSeconds", span.toSeconds);
        json.member("utilisation", span.utilisation);
        json.endObject();
    }
    json.endArray();
    writeSeries(json, component, run.provenance.durationSeconds);
    json.key("waitMillis");
    json.beginObject();
    json.member("p50", component.wait.p50);
    json.member("p90", component.wait.p90);
    json.member("p95", component.wait.p95);
    json.member("p99", component.wait.p99);
    json.member("max", component.wait.max);
    json.member("sampled", component.wait.samples);
    json.endObject();
    writeIntervals(json, run, component.id,
                   {{"offered", "offered"},
                    {"accepted", "accepted"},
                    {"throttled", "throttled"},
                    {"rejected", "rejected"},
                    {"failed", "failed"},
                    {"retried", "retried"},
                    {"lost", "lost"},
                    {"abandoned", "abandoned"},
                    {"completed", "completed"},
                    {"in-flight", "inFlight"},
                    {"throttled-share", "throttledShare"},
                    {"refused-share", "refusedShare"},
                    {"failed-share", "failedShare"},
                    {"backlog-mean", "backlogMean"},
                    {"backlog-peak", "backlogPeak"},
                    {"backlog-final", "backlogFinal"},
                    {"age-peak", "peakAgeSeconds"}});
    json.endObject();
}

// Names of the document, not of the screen: those may change.
constexpr const char* kPartNames[kTimeParts] = {"service",   "queue",      "throttleWait", "retry",
                                                "coldStart", "bufferWait", "transfer"};

void writeParts(Json& json, const char* name, const double (&millis)[kTimeParts])
{
    json.key(name);
    json.beginObject();
    for (int part = 0; part < kTimeParts; ++part)
        json.member(kPartNames[part], millis[part]);
    json.endObject();
}

void writeSplit(Json& json, const TimeSplit& split)
{
    json.key("splitMillis");
    json.beginObject();
    json.member("samples", split.samples);
    writeParts(json, "mean", split.meanMillis);
    writeParts(json, "slowestHundredth", split.p99Millis);
    json.endObject();
}

void writeTrace(Json& json, const RequestTrace& trace)
{
    json.beginObject();
    json.member("id", trace.id);
    json.member("component", trace.component);
    json.member("connection", trace.connection);
    json.member("quantile", trace.quantile);
    json.member("message", trace.message);
    json.member("bornNanos", static_cast<std::uint64_t>(trace.bornNanos));
    json.member("totalNanos", static_cast<std::uint64_t>(trace.totalNanos));
    json.key("segments");
    json.beginArray();
    for (const TraceSegment& segment : trace.segments) {
        json.beginObject();
        json.member("component", segment.component);
        json.member("part", kPartNames[static_cast<std::size_t>(segment.part)]);
        json.member("fromNanos", static_cast<std::uint64_t>(segment.fromNanos));
        json.member("toNanos", static_cast<std::uint64_t>(segment.toNanos));
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeTraces(Json& json, const std::vector<RequestTrace>& traces)
{
    json.key("traces");
    json.beginArray();
    for (const RequestTrace& trace : traces)
        writeTrace(json, trace);
    json.endArray();
}

void writeSink(Json& json, const SinkReport& sink, const RunReport& run)
{
    json.beginObject();
    json.member("component", sink.component);
    writeLatency(json, "delayMillis", sink.delay);
    json.member("delivered", sink.delivered);
    json.member("undelivered", sink.undelivered);
    json.member("undeliveredAgeSeconds", sink.undeliveredAgeSeconds);
    json.key("freshnessSeconds");
    json.beginObject();
    json.member("mean", sink.freshnessMeanSeconds);
    json.member("max", sink.freshnessMaxSeconds);
    if (!sink.freshnessMeanSeconds)
        json.member("note", "caught up");
    json.endObject();
    writeSplit(json, sink.split);
    writeCourse(json, "overTime", sink.course);
    writeIntervals(json, run, sink.component,
                   {{"delivered", "delivered"},
                    {"undelivered", "undelivered"},
                    {"undelivered-age", "undeliveredAgeSeconds"},
                    {"freshness-mean", "freshnessMeanSeconds"}});
    json.endObject();
}

void writeObjective(Json& json, const ObjectiveReport& each)
{
    json.beginObject();
    json.member("metric", each.objective.metric);
    json.member("component", each.objective.component);
    json.member("text", each.text);
    json.key("target");
    json.beginObject();
    if (each.objective.atMostMillis)
        json.member("atMostMillis", *each.objective.atMostMillis);
    if (each.objective.atMost)
        json.member("atMost", *each.objective.atMost);
    json.endObject();
    json.member("value", each.value);
    json.member("halfWidth", each.halfWidth);
    if (!each.noInterval.empty())
        json.member("reason", each.noInterval);
    json.member("verdict", word(each.verdict));
    json.endObject();
}

void writeSampling(Json& json, const SamplingReport& sampling)
{
    json.key("sampling");
    json.beginObject();
    json.member("sampled", sampling.sampled);
    json.member("text", sampling.text);
    if (sampling.sampled) {
        json.member("converged", sampling.converged);
        json.member("targetShare", sampling.targetShare);
        json.member("messages", sampling.messages);
        json.member("simulatedMessages", sampling.simulatedMessages);
        json.member("budgetMessages", sampling.budgetMessages);
        json.key("levels");
        json.beginArray();
        for (const SampledLevel& level : sampling.levels) {
            json.beginObject();
            json.key("ratesPerSecond");
            json.beginObject();
            for (const auto& [source, rate] : level.ratesPerSecond)
                json.member(source.c_str(), rate);
            json.endObject();
            json.member("seconds", level.seconds);
            json.member("simulatedSeconds", level.simulatedSeconds);
            json.member("utilisation", level.utilisation);
            json.endObject();
        }
        json.endArray();
        json.key("stretches");
        json.beginArray();
        for (const ExactStretch& stretch : sampling.stretches) {
            json.beginObject();
            json.member("fromSeconds", stretch.fromSeconds);
            json.member("toSeconds", stretch.toSeconds);
            json.member("count", stretch.count);
            json.member("runs", stretch.runs);
            json.member("why", stretch.why);
            json.endObject();
        }
        json.endArray();
        json.key("intervals");
        json.beginArray();
        for (const FigureInterval& interval : sampling.intervals) {
            json.beginObject();
            json.member("figure", interval.figure);
            json.member("value", interval.value);
            json.member("halfWidth", interval.halfWidth);
            if (!interval.reason.empty())
                json.member("reason", interval.reason);
            json.endObject();
        }
        json.endArray();
    }
    json.endObject();
}

}  // namespace

std::string writeRunJson(const Report& report)
{
    const RunReport& run = report.run;
    Json json;
    json.beginObject();
    json.member("schema", "plimsoll-run/1");
    writeProvenance(json, run.provenance);
    json.key("components");
    json.beginArray();
    for (const ComponentReport& component : run.components)
        writeComponent(json, component, run);
    json.endArray();
    json.key("paths");
    json.beginArray();
    for (const PathReport& path : run.paths) {
        json.beginObject();
        json.member("id", path.id);
        json.member("source", path.source);
        json.member("connection", path.connection);
        writeLatency(json, "responseMillis", path.response);
        json.member("succeeded", path.succeeded);
        json.member("failed", path.failed);
        json.member("gaveUp", path.gaveUp);
        writeSplit(json, path.split);
        writeCourse(json, "overTime", path.course);
        writeIntervals(json, run, path.id,
                       {{"succeeded", "succeeded"}, {"failed", "failed"}, {"gave-up", "gaveUp"}});
        json.endObject();
    }
    json.endArray();
    json.key("sinks");
    json.beginArray();
    for (const SinkReport& sink : run.sinks)
        writeSink(json, sink, run);
    json.endArray();
    writeTraces(json, run.traces);
    writeIntervals(json, run, "", {{"refused-share", "refusedShare"}, {"cost", "monthlyUsd"}});
    json.key("objectives");
    json.beginArray();
    for (const ObjectiveReport& objective : run.objectives)
        writeObjective(json, objective);
    json.endArray();
    json.key("bill");
    if (report.bill) {
        json.beginObject();
        writeBillMembers(json, *report.bill);
        json.endObject();
    } else {
        json.null();
    }
    if (report.carried)
        writeCarried(json, *report.carried);
    writeFindings(json, report.findings);
    if (report.run.trials) {
        const TrialWindow& window = *report.run.trials;
        json.key("trials");
        json.beginObject();
        json.member("text", window.text);
        json.member("fromSeconds", window.fromSeconds);
        json.member("seconds", window.seconds);
        json.member("leadInSeconds", window.leadInSeconds);
        json.endObject();
    }
    json.key("audits");
    json.beginArray();
    for (const Audit& audit : run.audits) {
        json.beginObject();
        json.member("name", audit.name);
        json.member("passed", audit.passed);
        json.member("detail", audit.detail);
        json.endObject();
    }
    json.endArray();
    if (!run.sampling.text.empty())
        writeSampling(json, run.sampling);
    json.endObject();
    return json.take();
}

std::string writeTraceJson(const RequestTrace& trace)
{
    Json json;
    writeTrace(json, trace);
    return json.take();
}

std::string writeComparisonJson(const Comparison& comparison)
{
    Json json;
    json.beginObject();
    json.member("schema", "plimsoll-comparison/1");
    json.member("heading", comparison.heading);
    json.key("sides");
    json.beginArray();
    for (const ComparedSide& side : comparison.sides) {
        json.beginObject();
        json.member("name", side.name);
        json.key("bill");
        json.beginObject();
        writeBillMembers(json, side.bill);
        json.endObject();
        json.key("sinks");
        json.beginArray();
        if (side.run)
            for (const SinkReport& sink : side.run->sinks)
                writeSink(json, sink, *side.run);
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.key("lines");
    json.beginArray();
    for (const ComparedLine& line : comparison.lines) {
        json.beginObject();
        json.member("meter", line.meter);
        json.member("name", line.name);
        json.key("usd");
        json.beginArray();
        for (const std::optional<Money>& amount : line.amounts)
            json.value(amount);
        json.endArray();
        json.member("spreadUsd", line.spread);
        json.endObject();
    }
    json.endArray();
    json.key("why");
    json.beginArray();
    for (const std::string& sentence : comparison.why)
        json.value(sentence);
    json.endArray();
    json.key("figures");
    json.beginArray();
    for (const ComparedFigure& figure : comparison.figures) {
        json.beginObject();
        json.member("figure", figure.figure);
        json.member("unit", figure.unit);
        json.member("first", comparison.sides[figure.first].name);
        json.member("second", comparison.sides[figure.second].name);
        json.member("firstWhere", figure.firstWhere);
        json.member("secondWhere", figure.secondWhere);
        json.member("firstMean", figure.firstMean);
        json.member("secondMean", figure.secondMean);
        if (figure.difference)
            writeInterval(json, "difference", figure.difference->mean, figure.difference->halfWidth,
                          figure.difference->n);
        json.member("distinguishable", figure.distinguishable);
        json.member("text", figure.text);
        json.endObject();
    }
    json.endArray();
    json.member("figuresNote", comparison.figuresNote);
    json.endObject();
    return json.take();
}

std::string writeSizingJson(const FlowReport& flow)
{
    Json json;
    json.beginObject();
    json.member("schema", "plimsoll-sizing/1");
    json.member("scenario", flow.scenario);
    json.key("components");
    json.beginArray();
    for (const FlowComponent& component : flow.components) {
        json.beginObject();
        json.member("id", component.id);
        writeUtilisation(json, component.limits, component.id, nullptr);
        writeSizing(json, component.sizing);
        json.endObject();
    }
    json.endArray();
    writeFindings(json, flow.findings);
    json.endObject();
    return json.take();
}

}  // namespace plimsoll
