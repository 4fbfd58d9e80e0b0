// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Two servers behind a name, of which the first is the one to be used.
Drawing named(double perSecond, double seconds, ParameterMap parameters = {})
{
    Drawing drawing = regular(perSecond, 1000, seconds);
    drawing.place("route-53", "x", std::move(parameters)).connect("in", "x");
    for (const char* server : {"first", "second"})
        drawing.place("custom-server", server, {{"servers", whole(100)}, {"serviceTimeMicros", whole(1000)}})
            .connect("x", server);
    return drawing;
}

}  // namespace

class TstRoute53 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void failsOverWithinIntervalTimesThresholdPlusTimeToLive()
    {
        // Down from 100 s on: found so at 100 + 3 x 30 = 190 s, and the last answers are given up at 250 s. Resolvers ask at
        // any time of that last minute: half of its requests fail, 100/s x (90 + 30) s in all.
        Drawing drawing = named(100, 400, {{"resolvers", whole(1000)}});
        drawing.scenario().faults.push_back(faultOn("first", FaultKind::Down, 100, 1000));
        const RunReport report = run(drawing.design);
        QCOMPARE(countBetween(at(report, "second"), "offered", 0, 190), 0.0);
        QVERIFY(near(countBetween(at(report, "second"), "offered", 190, 250), 3000, 400, "half of a minute"));
        // A resolver that nobody asked since looks up with its next request: a few requests fail later.
        QVERIFY(countBetween(at(report, "first"), "offered", 252, 400) <= 1);
        QVERIFY(near(number(at(report, "x").counts.failed), 12'000, 400, "failed"));
    }
    void asksOnceInATimeToLive()
    {
        // 10 resolvers, 1/s each, answers live 60 s: one lookup in 61 requests, 10 / 61 a second.
        const Drawing drawing = named(10, 3660, {{"resolvers", whole(10)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "x", "route-53/standard-queries"), 600, 30, "queries"));
        const auto queries =
            reading(estimate(drawing.design).usage, "x", "route-53/standard-queries");
        QVERIFY(queries && near(queries->amount, 600, 1, "queries of the estimate"));
    }
    void billsZonesAndChecksByTheMonth()
    {
        const RunReport report =
            run(named(1, 60, {{"hostedZones", whole(3)}, {"checkInterval", text("10")}}).design);
        QCOMPARE(reading(report.usage, "x", "route-53/hosted-zones")->startStock, 3.0);
        QCOMPARE(reading(report.usage, "x", "route-53/health-checks")->startStock, 2.0);
        QCOMPARE(reading(report.usage, "x", "route-53/health-check-options")->startStock, 2.0);
    }
    void weightedAnswersByShare()
    {
        Drawing drawing = named(200, 600, {{"routing", text("weighted")}, {"resolvers", whole(5000)}});
        drawing.design.connections[1].parameters["share"] = 80.0;
        drawing.design.connections[2].parameters["share"] = 20.0;
        const RunReport report = run(drawing.design);
        const double all = number(at(report, "x").counts.offered);
        QVERIFY(near(number(at(report, "first").counts.offered) / all, 0.8, 0.02, "share"));
    }
};

PLIMSOLL_TEST(TstRoute53)
#include "tst_route_53.moc"
