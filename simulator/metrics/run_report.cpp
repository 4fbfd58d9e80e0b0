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
    const auto records = static_cast<double>(std::max<std::uint64_t>(1, counts.completed));
    for (std::size_t part = 0; part < kTimeParts; ++part)
        report.partMillis[part] = static_cast<double>(m_parts[part]) * 1e-6 / records;
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
}

}  // namespace plimsoll
