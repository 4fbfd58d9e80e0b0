// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/difference_session.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/run/study_session.h"
#include "simulator/services/builtin_services.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace plimsoll::tests {

inline const ServiceLibrary& panelLibrary()
{
    static const ServiceLibrary services = builtinServices();
    return services;
}

/// Source -> stream -> function at 200 records/s for ten seconds: runs in a blink, has limits, delays and a bill.
inline Design smallDesign()
{
    Design design;
    design.title = "Small";
    design.components = {
        {"fn", "lambda", "Enrich", {528, 0}, {}, {}, {}},
        {"orders", "kinesis-data-streams", "Orders", {264, 0}, {{"shards", std::int64_t{1}}}, {}, {}},
        {"producers", "traffic-source", "Producers", {0, 0}, {}, {}, {}}};
    design.connections = {{"c1", "producers", "orders", {}, {}}, {"c2", "orders", "fn", {}, {}}};
    Scenario scenario;
    scenario.id = "steady";
    scenario.label = "Steady 200/s";
    scenario.durationSeconds = 10;
    scenario.traffic["producers"].ratePerSecond = 200;
    Objective objective;
    objective.metric = "delay-p99";
    objective.component = "fn";
    objective.atMostMillis = 60'000;
    scenario.objectives = {objective};
    Scenario other = scenario;
    other.id = "zero";
    other.label = "Launch";
    design.scenarios = {scenario, other};
    return design;
}

/// A document with that design and a session on it.
struct PanelFixture {
    explicit PanelFixture(Design design = smallDesign())
    {
        // The texts asserted on are English ones, wherever the tests run.
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        document.replace(std::move(design), {});
    }
    /// Runs to the end; false when that took too long.
    bool run()
    {
        QSignalSpy finished{&session, &RunSession::finished};
        session.start();
        return finished.wait(30'000);
    }
    /// Waits until the estimate is of the present revision.
    bool settle()
    {
        return QTest::qWaitFor([this] { return session.estimate().revision == document.revision(); }, 10'000);
    }

    DesignDocument document{panelLibrary()};
    RunSession session{document};
    StudySession studies{document};
    DifferenceSession differences{document, session};
};

}  // namespace plimsoll::tests
