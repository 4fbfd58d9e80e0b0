// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/message.h"
#include "simulator/metrics/run_report.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace plimsoll {

/// Demand on one limit that is a rate: what was asked per second, taken or refused.
class RateUse {
public:
    void add(SimTime t, double amount)
    {
        const std::int64_t second = t.time_since_epoch().count() / 1'000'000'000;
        if (second != m_second) {
            m_peak = std::max(m_peak, m_thisSecond);
            m_thisSecond = 0;
            m_second = second;
        }
        m_thisSecond += amount;
        m_total += amount;
    }
    double total() const { return m_total; }
    double peak() const { return std::max(m_peak, m_thisSecond); }
    double refused = 0;

private:
    double m_total = 0, m_peak = 0, m_thisSecond = 0;
    std::int64_t m_second = -1;
};

/// Time integral of something held: slots, capacity units.
class HeldUse {
public:
    void set(SimTime t, double value)
    {
        m_integral += m_value * seconds(t - m_since);
        m_since = t;
        m_value = value;
        m_peak = std::max(m_peak, value);
    }
    double value() const { return m_value; }
    double peak() const { return m_peak; }
    double integralUntil(SimTime t) const { return m_integral + m_value * seconds(t - m_since); }

private:
    double m_value = 0, m_integral = 0, m_peak = 0;
    SimTime m_since = kSimStart;
};

/// What one node counts while it runs; the report is made from it. Counts are records: a batch counts its members.
class NodeMeter {
public:
    NodeMeter() = default;
    NodeMeter(SimTime horizon, double binSeconds, std::size_t bins)
        : m_horizon{horizon}, m_binNanos{static_cast<std::int64_t>(binSeconds * 1e9)}
    {
        for (Bins* series : {&m_offered, &m_completed, &m_refused})
            series->values.assign(bins, 0);
        m_backlog.assign(bins, 0);
    }

    void offered(SimTime t, std::uint64_t n, bool retry)
    {
        counts.offered += n;
        counts.retried += retry ? n : 0;
        bump(m_offered, t, static_cast<double>(n));
    }
    void accepted(std::uint64_t n) { counts.accepted += n; }
    void throttled(SimTime t, std::uint64_t n)
    {
        counts.throttled += n;
        bump(m_refused, t, static_cast<double>(n));
    }
    void rejected(SimTime t, std::uint64_t n)
    {
        counts.rejected += n;
        bump(m_refused, t, static_cast<double>(n));
    }
    /// `doneAt` may lie ahead: a departure is committed at service start. Past the horizon it stays in flight.
    void completed(SimTime doneAt, std::uint64_t n, Duration latency)
    {
        if (doneAt > m_horizon) {
            m_afterEnd += n;
            return;
        }
        counts.completed += n;
        latencies.add(latency);
        bump(m_completed, doneAt, static_cast<double>(n));
    }
    void failed(SimTime doneAt, std::uint64_t n)
    {
        if (doneAt > m_horizon)
            m_afterEnd += n;
        else
            counts.failed += n;
    }
    /// Of what was completed: nobody waited for it any longer.
    void abandoned(SimTime doneAt, SimTime deadline, std::uint64_t n)
    {
        if (doneAt > deadline && doneAt <= m_horizon)
            counts.abandoned += n;
    }
    void lost(std::uint64_t n) { counts.lost += n; }
    void spent(TimePart part, Duration time, std::uint64_t records)
    {
        m_parts[static_cast<std::size_t>(part)] += time.count();
        if (part == TimePart::Service)
            m_partRecords += records;
    }
    /// Once a simulated second: work waiting here, and how long its oldest has waited.
    void sample(SimTime t, double backlog, double ageSeconds)
    {
        m_backlogSum += backlog;
        ++m_samples;
        m_backlogPeak = std::max(m_backlogPeak, backlog);
        m_backlogLast = backlog;
        m_agePeak = std::max(m_agePeak, ageSeconds);
        if (const std::size_t bin = binOf(t); bin < m_backlog.size())
            m_backlog[bin] = std::max(m_backlog[bin], backlog);
    }
    SimTime horizon() const { return m_horizon; }
    std::uint64_t afterEnd() const { return m_afterEnd; }
    void writeTo(ComponentReport& report, std::uint64_t resident) const;

    Counts counts;
    RunTotals units;  ///< this node's share of the run's births and ends
    Histogram latencies;
    Histogram delay;  ///< as a sink: event time to readable here
    std::uint64_t readable = 0;

private:
    std::size_t binOf(SimTime t) const
    {
        return m_binNanos > 0 ? static_cast<std::size_t>(t.time_since_epoch().count() / m_binNanos) : 0;
    }
    /// A series with the bin that was met last: the next instant is nearly always in it too.
    struct Bins {
        std::vector<double> values;
        std::int64_t from = 0, to = 0;
        std::size_t at = 0;
    };
    void bump(Bins& series, SimTime t, double amount)
    {
        const std::int64_t now = t.time_since_epoch().count();
        if (now < series.from || now >= series.to) {
            series.at = binOf(t);
            series.from = static_cast<std::int64_t>(series.at) * m_binNanos;
            series.to = series.from + m_binNanos;
        }
        if (series.at < series.values.size())
            series.values[series.at] += amount;
    }

    SimTime m_horizon = kNever;
    std::int64_t m_binNanos = 0;
    std::uint64_t m_afterEnd = 0;
    std::array<std::int64_t, kTimeParts> m_parts{};
    std::uint64_t m_partRecords = 0;
    double m_backlogSum = 0, m_backlogPeak = 0, m_backlogLast = 0, m_agePeak = 0;
    std::uint64_t m_samples = 0;
    Bins m_offered, m_completed, m_refused;
    std::vector<double> m_backlog;
};

}  // namespace plimsoll
