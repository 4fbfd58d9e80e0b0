// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"

#include <charconv>
#include <string>

namespace plimsoll::tests {

/// Every figure of a report as text, numbers with all their digits: two runs are the same when their texts are.
class Transcript {
public:
    explicit Transcript(const RunReport& report)
    {
        const RunTotals& t = report.totals;
        line("totals", t.born, t.copied, t.generated, t.done, t.filtered, t.joined, t.gaveUp, t.lost,
             t.inFlight, report.provenance.events);
        for (const ComponentReport& c : report.components) {
            line(c.id, c.counts.offered, c.counts.accepted, c.counts.throttled, c.counts.rejected,
                 c.counts.completed, c.counts.failed, c.counts.lost, c.counts.inFlight, c.counts.retried,
                 c.backlogMean, c.backlogPeak, c.backlogFinal, c.peakAgeSeconds, c.idle);
            write(c.latency);
            for (const ConsumerCounts& consumer : c.consumers)
                line(consumer.connection, consumer.delivered, consumer.filtered, consumer.expired,
                     consumer.resident, consumer.peakAgeSeconds);
            for (const LimitUse& limit : c.limits)
                line(limit.label, limit.capacity, limit.mean, limit.peak, limit.utilisation, limit.refused);
            for (const double part : c.partMillis)
                line("part", part);
            for (const TimeSeries& series : c.series) {
                line(series.name);
                for (const double value : series.values)
                    line(value);
            }
            for (const Fact& fact : c.facts)
                line(fact.id, fact.value);
        }
        for (const PathReport& path : report.paths) {
            line(path.id, path.succeeded, path.failed, path.gaveUp);
            write(path.response);
        }
        for (const SinkReport& sink : report.sinks) {
            line(sink.component, sink.delivered, sink.undelivered, sink.undeliveredAgeSeconds,
                 sink.freshnessMeanSeconds.value_or(-1), sink.freshnessMaxSeconds.value_or(-1),
                 sink.split.samples);
            write(sink.delay);
            for (int part = 0; part < kTimeParts; ++part)
                line(sink.split.meanMillis[part], sink.split.p99Millis[part]);
        }
        for (const MeterReading& reading : report.usage)
            line(reading.component, reading.meter, reading.amount, reading.startStock,
                 reading.inflowPerSecond);
        for (const Finding& finding : report.findings)
            line(finding.id, finding.component, finding.text.english(), finding.remedy.english());
        for (const Audit& audit : report.audits)
            line(audit.name, std::uint64_t{audit.passed}, audit.detail);
    }
    std::string text;

private:
    void put(const std::string& value) { text += value; }
    void put(const char* value) { text += value; }
    void put(std::uint64_t value) { text += std::to_string(value); }
    void put(double value)
    {
        char digits[32];
        text.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
    template <class... Values>
    void line(const Values&... values)
    {
        ((put(values), text += ' '), ...);
        text += '\n';
    }
    void write(const LatencySummary& s)
    {
        line("latency", s.samples, s.mean.value_or(-1), s.p50.value_or(-1), s.p90.value_or(-1),
             s.p95.value_or(-1), s.p99.value_or(-1), s.p999.value_or(-1), s.max.value_or(-1));
    }
};

}  // namespace plimsoll::tests
