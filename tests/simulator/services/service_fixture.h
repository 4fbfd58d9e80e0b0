// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/fixtures.h"

namespace plimsoll::tests {

inline ParameterValue whole(std::int64_t value)
{
    return value;
}
inline ParameterValue text(std::string value)
{
    return value;
}

/// A design whose source sends at equal distances, so that counts come out exactly.
inline Drawing regular(double rate, std::int64_t bytes, double seconds, ParameterMap source = {})
{
    source["recordSizeBytes"] = bytes;
    return Drawing{seconds}.source("in", rate, std::move(source), Arrivals::Regular);
}

/// A database that is asked by a source.
inline Drawing database(const std::string& service, ParameterMap parameters, double perSecond = 20,
                        double seconds = 60)
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond).place(service, "db", std::move(parameters)).connect("in", "db");
    return drawing;
}

/// Work of the same size for `component`, every so often; 0: only when asked.
inline JobLoad jobOf(const std::string& component, double everySeconds, double gigabytes)
{
    JobLoad load;
    load.id = "run";
    load.component = component;
    load.everySeconds = everySeconds;
    load.gigabytes = gigabytes;
    return load;
}

/// Nothing but one service and its work.
inline Drawing runs(const std::string& service, double seconds, const JobLoad& load,
                    ParameterMap parameters = {})
{
    Drawing drawing{seconds};
    drawing.place(service, load.component, std::move(parameters));
    drawing.scenario().jobs.push_back(load);
    return drawing;
}

/// Nothing but `count` records within one second from `start` on.
inline Drawing volley(double count, double start, std::int64_t bytes, double seconds,
                      ParameterMap source = {})
{
    Drawing drawing = regular(0, bytes, seconds, std::move(source));
    TrafficProfile& profile = drawing.scenario().traffic["in"];
    profile.shape = TrafficShape::Spike;
    profile.peakPerSecond = count;
    profile.peakStartSeconds = start;
    profile.peakSeconds = 1;
    return drawing;
}

inline Fault faultOn(const std::string& component, FaultKind kind, double start, double duration,
                     double factor = 1)
{
    return {"f-" + component, component, kind, start, duration, factor, {}};
}

/// Units of a counted meter, the mean level of a held one; 0 when it did not count.
inline double metered(const RunReport& report, const std::string& component, const std::string& meter)
{
    const MeterReading* found = reading(report.usage, component, meter);
    return found ? found->amount : 0;
}

inline const LimitUse& limitOf(const ComponentReport& component, const std::string& name)
{
    static const LimitUse none;
    for (const LimitUse& limit : component.limits) {
        if (limit.limit == name)
            return limit;
    }
    QTest::qFail(("no limit " + name).c_str(), __FILE__, __LINE__);
    return none;
}

inline const ConsumerCounts& consumerOf(const ComponentReport& store, const std::string& consumer)
{
    static const ConsumerCounts none;
    for (const ConsumerCounts& counts : store.consumers) {
        if (counts.consumer == consumer)
            return counts;
    }
    QTest::qFail(("no consumer " + consumer).c_str(), __FILE__, __LINE__);
    return none;
}

inline const SinkReport& sinkAt(const RunReport& report, const std::string& component)
{
    static const SinkReport none;
    for (const SinkReport& sink : report.sinks) {
        if (sink.component == component)
            return sink;
    }
    QTest::qFail(("no sink " + component).c_str(), __FILE__, __LINE__);
    return none;
}

/// What the series counted from second `from` up to second `to` (rates times the width of a bin).
inline double countBetween(const ComponentReport& component, const std::string& name, double from, double to)
{
    double sum = 0;
    for (const TimeSeries& series : component.series) {
        for (std::size_t bin = 0; series.name == name && bin < series.values.size(); ++bin) {
            const double at = static_cast<double>(bin) * series.binSeconds;
            sum += at >= from && at < to ? series.values[bin] * series.binSeconds : 0;
        }
    }
    return sum;
}

/// The series' value at second `t`.
inline double seriesAt(const ComponentReport& component, const std::string& name, double t)
{
    for (const TimeSeries& series : component.series) {
        if (series.name == name)
            return series.values.at(static_cast<std::size_t>(t / series.binSeconds));
    }
    QTest::qFail(("no series " + name).c_str(), __FILE__, __LINE__);
    return 0;
}

/// Every copy of a record that a store kept for a consumer was handed over, expired or is still there.
inline bool everyCopyAccountedFor(const ComponentReport& store)
{
    return std::all_of(store.consumers.begin(), store.consumers.end(), [&](const ConsumerCounts& one) {
        return store.counts.accepted == one.delivered + one.filtered + one.expired + one.resident;
    });
}

inline double number(std::uint64_t count)
{
    return static_cast<double>(count);
}

}  // namespace plimsoll::tests
