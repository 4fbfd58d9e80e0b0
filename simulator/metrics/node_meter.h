// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/metrics/run_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace plimsoll {

/// What the time from a try that ended so to the next try is called.
constexpr TimePart waitAfter(Outcome outcome)
{
    return outcome == Outcome::Throttled ? TimePart::ThrottleWait : TimePart::Retry;
}

/// Sums in equal slots of time. A slot is a second; when there are too many, two become one.
class SlotSums {
public:
    static constexpr std::int64_t kMost = 1024;

    void add(std::int64_t second, double amount)
    {
        while (second / m_width >= kMost)
            fold();
        const auto slot = static_cast<std::size_t>(second / m_width);
        if (slot >= m_sums.size())
            m_sums.resize(slot + 1, 0);
        m_sums[slot] += amount;
    }
    /// Width of the slots of a run this long.
    static double widthFor(double seconds)
    {
        double width = 1;
        while (seconds > width * static_cast<double>(kMost))
            width *= 2;
        return width;
    }
    /// Means per second over a run this long, in slots of widthFor(seconds).
    std::vector<double> means(double seconds) const
    {
        SlotSums all = *this;
        const double width = widthFor(seconds);
        while (static_cast<double>(all.m_width) < width)
            all.fold();
        // A run that ends a rounding after a slot has none for that.
        constexpr double kSliver = 1e-6;
        const double wanted = std::ceil(seconds / static_cast<double>(all.m_width) - kSliver);
        all.m_sums.resize(static_cast<std::size_t>(std::max(0.0, wanted)), 0);
        for (std::size_t slot = 0; slot < all.m_sums.size(); ++slot)
            all.m_sums[slot] /=
                std::min(static_cast<double>(all.m_width),
                         seconds - static_cast<double>(slot) * static_cast<double>(all.m_width));
        return all.m_sums;
    }

protected:
    double& slot(std::size_t at) { return m_sums[at]; }
    std::int64_t width() const { return m_width; }

private:
    void fold()
    {
        for (std::size_t slot = 0; 2 * slot < m_sums.size(); ++slot)
            m_sums[slot] = m_sums[2 * slot] + (2 * slot + 1 < m_sums.size() ? m_sums[2 * slot + 1] : 0);
        m_sums.resize((m_sums.size() + 1) / 2);
        m_width *= 2;
    }
    std::int64_t m_width = 1;
    std::vector<double> m_sums;
};

/// What was held over time, in equal slots of it. Counted in value-nanoseconds: of whole values the sums are exact and do
/// not depend on the order of what is added.
class HeldSums : private SlotSums {
public:
    using SlotSums::widthFor;

    /// `value` held from `from` to `to`.
    void spread(SimTime from, SimTime to, double value)
    {
        if (from >= to)
            return;
        if (from >= m_lastFrom && to <= m_lastTo) {  // mostly: no division on the way of a message
            slot(m_last) += value * static_cast<double>((to - from).count());
            return;
        }
        constexpr std::int64_t kSecond = 1'000'000'000;
        std::int64_t at = from.time_since_epoch().count();
        const std::int64_t end = to.time_since_epoch().count();
        while (at < end) {
            const std::int64_t each = width() * kSecond;
            const std::int64_t until = std::min(end, (at / each + 1) * each);
            add(at / kSecond, value * static_cast<double>(until - at));
            at = until;
        }
        // add() may have made the slots wider.
        const std::int64_t each = width() * kSecond, last = (end - 1) / each;
        m_last = static_cast<std::size_t>(last);
        m_lastFrom = SimTime{Duration{last * each}};
        m_lastTo = SimTime{Duration{(last + 1) * each}};
    }
    /// One held over each of these stretches.
    void spreadEach(std::span<const SimTime> from, std::span<const SimTime> to)
    {
        SimTime first = m_lastTo, last = m_lastFrom;
        Duration sum{0};
        for (std::size_t n = 0; n < from.size(); ++n) {
            first = std::min(first, from[n]);
            last = std::max(last, to[n]);
            sum += to[n] - from[n];
        }
        if (first >= m_lastFrom && last <= m_lastTo) {
            if (sum > Duration{0})
                slot(m_last) += static_cast<double>(sum.count());
            return;
        }
        for (std::size_t n = 0; n < from.size(); ++n)
            spread(from[n], to[n], 1);
    }
    /// Mean held, slot by slot, over a run this long, in slots of widthFor(seconds).
    std::vector<double> means(double seconds) const
    {
        std::vector<double> means = SlotSums::means(seconds);
        for (double& mean : means)
            mean *= 1e-9;
        return means;
    }

private:
    SimTime m_lastFrom = kSimStart, m_lastTo = kSimStart;  ///< the slot written to last
    std::size_t m_last = 0;
};

/// Demand on one limit that is a rate: what was asked per second, taken or refused.
class RateUse {
public:
    void add(SimTime t, double amount)
    {
        const std::int64_t now = t.time_since_epoch().count();
        if (now < m_from || now >= m_from + kSecond) {  // nearly always the second met last: no division then
            if (m_second >= 0)
                m_slots.add(m_second, m_thisSecond);
            m_peak = std::max(m_peak, m_thisSecond);
            m_thisSecond = 0;
            m_second = now / kSecond;
            m_from = m_second * kSecond;
        }
        m_thisSecond += amount;
        m_total += amount;
    }
    double total() const { return m_total; }
    double peak() const { return std::max(m_peak, m_thisSecond); }
    /// Demand per second, slot by slot.
    std::vector<double> overTime(double seconds) const
    {
        SlotSums all = m_slots;
        if (m_second >= 0)
            all.add(m_second, m_thisSecond);
        return all.means(seconds);
    }
    double refused = 0;

private:
    static constexpr std::int64_t kSecond = 1'000'000'000;
    double m_total = 0, m_peak = 0, m_thisSecond = 0;
    std::int64_t m_second = -1;
    std::int64_t m_from = -kSecond;  ///< where m_second begins, in nanoseconds
    SlotSums m_slots;
};

/// Time integral of something held: slots, capacity units.
class HeldUse {
public:
    void set(SimTime t, double value)
    {
        m_integral += m_value * seconds(t - m_since);
        m_slots.spread(m_since, t, m_value);
        m_since = t;
        m_value = value;
        m_peak = std::max(m_peak, value);
    }
    double value() const { return m_value; }
    double peak() const { return m_peak; }
    double integralUntil(SimTime t) const { return m_integral + m_value * seconds(t - m_since); }
    /// Mean held, slot by slot.
    std::vector<double> overTime(double seconds) const
    {
        HeldSums all = m_slots;
        all.spread(m_since, SimTime{fromSeconds(seconds)}, m_value);
        return all.means(seconds);
    }

private:
    double m_value = 0, m_integral = 0, m_peak = 0;
    SimTime m_since = kSimStart;
    HeldSums m_slots;
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
        m_age.assign(bins, 0);
    }

    void offered(SimTime t, std::uint64_t n, bool retry)
    {
        counts.offered += n;
        counts.retried += retry ? n : 0;
        bump(m_offered, t, static_cast<double>(n));
    }
    /// One record at each of these ascending instants, of which `retries` were tried before.
    void offeredEach(std::span<const SimTime> times, std::uint64_t retries)
    {
        counts.offered += times.size();
        counts.retried += retries;
        bumpEach(m_offered, times, times.front(), times.back());
    }
    /// One record offered, accepted and completed at once at each of these ascending instants, none after the horizon.
    void passedEach(std::span<const SimTime> times)
    {
        offeredEach(times, 0);
        accepted(times.size());
        counts.completed += times.size();
        latencies.addRepeated(Duration{0}, times.size());
        bumpEach(m_completed, times, times.front(), times.back());
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
    /// One record done at each of these instants, none after the horizon, after so long each.
    void completedEach(std::span<const SimTime> doneAt, std::span<const Duration> after)
    {
        counts.completed += doneAt.size();
        latencies.addAll(after);
        const auto [first, last] = std::minmax_element(doneAt.begin(), doneAt.end());
        bumpEach(m_completed, doneAt, *first, *last);
    }
    /// All done at one instant, not after the horizon.
    void completedEach(SimTime doneAt, std::span<const Duration> after)
    {
        counts.completed += after.size();
        latencies.addAll(after);
        bump(m_completed, doneAt, static_cast<double>(after.size()));
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
    /// Of each of `records`.
    void spent(TimePart part, Duration time, std::uint64_t records)
    {
        m_parts[static_cast<std::size_t>(part)].add(time, records);
    }
    /// Once in each simulated second, at a drawn instant: work waiting here, and how long its oldest has waited.
    void sample(SimTime t, double backlog, double ageSeconds)
    {
        m_backlogSum += backlog;
        ++m_samples;
        m_backlogPeak = std::max(m_backlogPeak, backlog);
        m_backlogLast = backlog;
        m_agePeak = std::max(m_agePeak, ageSeconds);
        // What is seen on the edge of two bins is what the first one ends with: on the horizon there is no second one.
        if (const std::size_t bin = binOf(std::max(kSimStart, t - Duration{1})); bin < m_backlog.size()) {
            m_backlog[bin] = std::max(m_backlog[bin], backlog);
            m_age[bin] = std::max(m_age[bin], ageSeconds);
        }
    }
    /// As much is waiting as will for a while, and so old: peaks must not fall between two samples.
    void peak(double backlog, double ageSeconds = 0)
    {
        m_backlogPeak = std::max(m_backlogPeak, backlog);
        m_agePeak = std::max(m_agePeak, ageSeconds);
    }
    double backlogPeak() const { return m_backlogPeak; }
    /// Peaks are of what comes from now on.
    void restartPeaks()
    {
        m_backlogPeak = m_backlogLast;
        m_agePeak = 0;
    }
    /// The warm-up is over: percentiles, backlogs and times start anew, counts go on.
    void restart()
    {
        latencies = {};
        delay = {};
        m_parts = {};
        m_completedBefore = counts.completed;
        m_backlogSum = 0;
        restartPeaks();
        m_samples = 0;
    }
    SimTime horizon() const { return m_horizon; }
    std::uint64_t afterEnd() const { return m_afterEnd; }
    void writeTo(ComponentReport& report, std::uint64_t resident) const;

    Counts counts;
    RunTotals units;  ///< this node's share of the run's births and ends
    BatchedHistogram latencies;
    BatchedHistogram delay;  ///< as a sink: event time to readable here
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

    void bumpEach(Bins& series, std::span<const SimTime> times, SimTime first, SimTime last)
    {
        if (first.time_since_epoch().count() >= series.from && last.time_since_epoch().count() < series.to
            && series.at < series.values.size()) {
            series.values[series.at] += static_cast<double>(times.size());
            return;
        }
        for (const SimTime t : times)
            bump(series, t, 1);
    }

    SimTime m_horizon = kNever;
    std::int64_t m_binNanos = 0;
    std::uint64_t m_afterEnd = 0;
    std::array<TotalTime, kTimeParts> m_parts{};
    std::uint64_t m_completedBefore = 0;  ///< restart(): whose parts are no longer in the sums
    double m_backlogSum = 0, m_backlogPeak = 0, m_backlogLast = 0, m_agePeak = 0;
    std::uint64_t m_samples = 0;
    Bins m_offered, m_completed, m_refused;
    std::vector<double> m_backlog, m_age;
};

}  // namespace plimsoll
