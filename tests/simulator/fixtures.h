// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/estimate/flow.h"
#include "simulator/run/simulation.h"
#include "simulator/services/builtin_services.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace plimsoll::tests {

/// Writes a small design in a few lines: components, connections, one scenario "main".
class Drawing {
public:
    explicit Drawing(double durationSeconds = 60)
    {
        Scenario scenario;
        scenario.id = "main";
        scenario.label = "Main";
        scenario.durationSeconds = durationSeconds;
        design.scenarios.push_back(scenario);
    }
    Drawing& place(const std::string& service, const std::string& id, ParameterMap parameters = {})
    {
        design.components.push_back({id, service, id, {}, std::move(parameters), {}, {}});
        std::sort(design.components.begin(), design.components.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        return *this;
    }
    /// A source of 1 KB records at `rate` per second.
    Drawing& source(const std::string& id, double rate, ParameterMap parameters = {},
                    Arrivals arrivals = Arrivals::Poisson)
    {
        place("traffic-source", id, std::move(parameters));
        TrafficProfile profile;
        profile.ratePerSecond = rate;
        profile.arrivals = arrivals;
        scenario().traffic[id] = profile;
        return *this;
    }
    Drawing& connect(const std::string& from, const std::string& to, ParameterMap parameters = {})
    {
        design.connections.push_back(
            {"c" + std::to_string(10 + design.connections.size()), from, to, std::move(parameters), {}});
        return *this;
    }
    Scenario& scenario() { return design.scenarios.front(); }

    Design design;
};

inline const ServiceLibrary& library()
{
    static const ServiceLibrary all = builtinServices();
    return all;
}

/// Runs, and fails the test with the error or with any audit that does not hold.
inline RunReport run(const Design& design, std::uint64_t seed = 1, int replications = 1, int threads = 1)
{
    RunOptions options;
    options.seed = seed;
    options.replications = replications;
    options.threads = threads;
    RunMonitor monitor;
    const Result<RunReport> report = simulate(design, library(), options, monitor);
    if (!report) {
        QTest::qFail(report.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    for (const Audit& audit : report->audits) {
        if (!audit.passed)
            QTest::qFail((audit.name + ": " + audit.detail).c_str(), __FILE__, __LINE__);
    }
    return *report;
}

inline FlowReport estimate(const Design& design)
{
    const Result<FlowReport> report = estimateFlow(design, library(), "");
    if (!report) {
        QTest::qFail(report.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    return *report;
}

inline const ComponentReport& at(const RunReport& report, const std::string& id)
{
    static const ComponentReport none;
    const ComponentReport* component = findComponent(report, id);
    if (!component)
        QTest::qFail(("no component " + id).c_str(), __FILE__, __LINE__);
    return component ? *component : none;
}

inline double fact(const ComponentReport& component, const std::string& name)
{
    for (const Fact& one : component.facts) {
        if (one.name == name)
            return one.value;
    }
    QTest::qFail(("no fact " + name).c_str(), __FILE__, __LINE__);
    return 0;
}

inline const MeterReading* reading(const Usage& usage, const std::string& component, const std::string& meter)
{
    for (const MeterReading& one : usage) {
        if (one.component == component && one.meter == meter)
            return &one;
    }
    return nullptr;
}
/// Of a report that does not outlive the line.
inline std::optional<MeterReading> reading(Usage&& usage, const std::string& component,
                                           const std::string& meter)
{
    const MeterReading* found = reading(usage, component, meter);
    return found ? std::optional{*found} : std::nullopt;
}

/// |value - expected| <= tolerance, with both numbers in the failure.
inline bool near(double value, double expected, double tolerance, const char* what)
{
    const bool ok = std::abs(value - expected) <= tolerance;
    if (!ok)
        qWarning("%s: %.6g, expected %.6g +- %.3g", what, value, expected, tolerance);
    return ok;
}

}  // namespace plimsoll::tests
