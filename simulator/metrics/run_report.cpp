// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/run_report.h"

#include "simulator/metrics/node_meter.h"

#include <algorithm>

namespace plimsoll {

std::string_view toString(TimePart part)
{
    switch (part) {
    case TimePart::Service:
        return "service";
    case TimePart::Queue:
        return "queue";
    case TimePart::ThrottleWait:
        return "throttle wait";
    case TimePart::Retry:
        return "retry";
    case TimePart::ColdStart:
        return "cold start";
    case TimePart::BufferWait:
        return "buffer/poll wait";
    case TimePart::Transfer:
        return "transfer";
    }
    return "";
}

std::string_view toString(IntervalBasis basis)
{
    switch (basis) {
    case IntervalBasis::None:
        return "";
    case IntervalBasis::Replications:
        return "replications";
    case IntervalBasis::BatchMeans:
        return "batch means";
    case IntervalBasis::Insufficient:
        return "insufficient";
    case IntervalBasis::Correlated:
        return "correlated";
    case IntervalBasis::Transient:
        return "transient";
    case IntervalBasis::NotKept:
        return "not kept";
    }
    return "";
}

LatencySummary summarise(const Histogram& histogram)
{
    LatencySummary summary;
    summary.samples = histogram.count();
    if (summary.samples == 0)
        return summary;
    const auto millis = [](std::optional<Duration> d) {
        return d ? std::optional{milliseconds(*d)} : std::nullopt;
    };
    summary.mean = millis(histogram.mean());
    summary.p50 = millis(histogram.quantile(0.5));
    summary.p90 = millis(histogram.quantile(0.9));
    // Below these counts a nearest-rank percentile is closer to the maximum than to itself.
    if (summary.samples >= 72)
        summary.p95 = millis(histogram.quantile(0.95));
    if (summary.samples >= 368)
        summary.p99 = millis(histogram.quantile(0.99));
    if (summary.samples >= 3688)
        summary.p999 = millis(histogram.quantile(0.999));
    summary.max = milliseconds(histogram.max());
    return summary;
}

namespace {

/// Half-width of a quantile from as many batches as hold enough samples and do not depend on each other.
std::optional<double> quantileHalfWidth(const BatchedHistogram& histogram, double q, std::uint64_t fewest,
                                        std::size_t mostBatches)
{
    for (std::size_t batches = std::min<std::size_t>(16, mostBatches); batches >= kFewestBatches;
         batches /= 2) {
        const BatchMeans found = batchMeans(histogram.batchQuantiles(q, batches, fewest));
        if (found.verdict == BatchVerdict::Sound)
            return found.estimate.halfWidth;
    }
    return std::nullopt;
}

}  // namespace

LatencySummary summarise(const BatchedHistogram& histogram)
{
    LatencySummary summary = summarise(static_cast<const Histogram&>(histogram));
    // Means of less than this are single samples.
    constexpr std::uint64_t kFewestSamples = 128;
    if (summary.samples == 0)
        return summary;
    BatchMeans means;
    if (summary.samples >= kFewestSamples)
        means = batchMeans(histogram.batchMeans());
    switch (means.verdict) {
    case BatchVerdict::Insufficient:
        summary.interval = IntervalBasis::Insufficient;
        return summary;
    case BatchVerdict::Correlated:
        summary.interval = IntervalBasis::Correlated;
        return summary;
    case BatchVerdict::Transient:
        summary.interval = IntervalBasis::Transient;
        return summary;
    case BatchVerdict::Sound:
        break;
    }
    summary.interval = IntervalBasis::BatchMeans;
    summary.intervalParts = means.estimate.n;
    summary.meanHalfWidth = means.estimate.halfWidth;
    const auto batches = static_cast<std::size_t>(means.estimate.n);
    // A batch needs a handful of samples beyond its quantile for the quantile to be one.
    summary.p50HalfWidth = quantileHalfWidth(histogram, 0.5, 32, batches);
    summary.p90HalfWidth = quantileHalfWidth(histogram, 0.9, 40, batches);
    if (summary.p95)
        summary.p95HalfWidth = quantileHalfWidth(histogram, 0.95, 80, batches);
    if (summary.p99)
        summary.p99HalfWidth = quantileHalfWidth(histogram, 0.99, 400, batches);
    // p99.9 has none: it is made of a few excursions, which batches see too few of to know their spread. Of M/M/1 at
    // 80%, eight batches of 12,000 gave intervals that held the truth 68 times in 100.
    return summary;
}

const FigureOfRuns* findFigure(const RunReport& report, std::string_view figure, std::string_view where)
{
    const auto found =
        std::find_if(report.figures.begin(), report.figures.end(),
                     [&](const FigureOfRuns& each) { return each.figure == figure && each.where == where; });
    return found == report.figures.end() ? nullptr : &*found;
}

std::optional<Estimate> estimateOf(const FigureOfRuns& figure, double confidence)
{
    std::vector<double> values;
    for (const std::optional<double>& value : figure.values) {
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    return estimate(values, confidence);
}

void addCounts(ComponentReport& report, std::initializer_list<CountFact> counts)
{
    for (const CountFact& one : counts)
        report.facts.emplace_back(one.id, one.name, Aggregation::Sum, static_cast<double>(one.count));
}

const ComponentReport* findComponent(const RunReport& report, std::string_view id)
{
    const auto found = std::find_if(report.components.begin(), report.components.end(),
                                    [&](const ComponentReport& component) { return component.id == id; });
    return found == report.components.end() ? nullptr : &*found;
}

void NodeMeter::writeTo(ComponentReport& report, std::uint64_t resident) const
{
    report.counts = counts;
    report.counts.inFlight = resident + m_afterEnd;
    report.latency = summarise(latencies);
    report.backlogMean = m_samples ? m_backlogSum / static_cast<double>(m_samples) : 0;
    report.backlogPeak = m_backlogPeak;
    report.backlogFinal = m_backlogLast;
    report.peakAgeSeconds = m_agePeak;
    const auto records =
        static_cast<double>(std::max<std::uint64_t>(1, counts.completed - m_completedBefore));
    for (std::size_t part = 0; part < kTimeParts; ++part)
        report.partMillis[part] = m_parts[part].nanoseconds() * 1e-6 / records;
    const double bin = static_cast<double>(m_binNanos) * 1e-9;
    const auto rates = [&](const char* name, const std::vector<double>& counted) {
        TimeSeries series{name, "records/s", bin, counted};
        for (double& value : series.values)
            value /= bin > 0 ? bin : 1;
        report.series.push_back(std::move(series));
    };
    rates("offered", m_offered.values);
    rates("completed", m_completed.values);
    rates("refused", m_refused.values);
    report.series.push_back({"backlog", "records", bin, m_backlog});
    report.series.push_back({"age", "s", bin, m_age});
}

const TimeSeries* findSeries(const ComponentReport& component, std::string_view name)
{
    const auto found = std::find_if(component.series.begin(), component.series.end(),
                                    [&](const TimeSeries& each) { return each.name == name; });
    return found == component.series.end() || found->values.empty() ? nullptr : &*found;
}

bool hasAny(const TimeSeries* series)
{
    return series
           && std::any_of(series->values.begin(), series->values.end(), [](double each) { return each > 0; });
}

}  // namespace plimsoll
