// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/balancer/balancer.h"
#include "tests/simulator/instants.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

HealthChecks everyThirty()
{
    HealthChecks checks;
    checks.interval = fromSeconds(30);
    checks.timeout = fromSeconds(5);
    return checks;
}

/// Plays the checks up to `until`; the instants at which the target left or returned.
std::vector<double> changes(TargetHealth health, double until)
{
    std::vector<double> seen;
    for (SimTime t = health.nextCheck(kSimStart); t <= atSecond(until); t = health.nextCheck(t)) {
        if (health.check(t))
            seen.push_back(seconds(t - kSimStart));
    }
    return seen;
}

/// `count` equal servers behind a balancer, each of which takes 10 ms.
Drawing servers(int count, double perSecond, double seconds, ParameterMap parameters = {})
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond, {}, Arrivals::Regular).place("alb", "x", std::move(parameters));
    drawing.connect("in", "x");
    for (int n = 0; n < count; ++n) {
        const std::string id = "web" + std::to_string(n);
        drawing
            .place("custom-server", id,
                   {{"servers", whole(100)},
                    {"serviceTimeMicros", whole(10'000)},
                    {"serviceDistribution", text("deterministic")}})
            .connect("x", id);
    }
    return drawing;
}

}  // namespace

/// A balancer against what can be said of it in closed form.
class TstBalancer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTargetLeavesAfterThresholdTimesInterval()
    {
        // Down from 100 s to 400 s: it leaves at 100 + 2 x 30 and returns at 400 + 5 x 30.
        const TargetHealth health{everyThirty(), {{atSecond(100), atSecond(400)}}};
        QCOMPARE(changes(health, 1000), (std::vector<double>{160, 550}));
    }
    void aShortFailureIsNotNoticed()
    {
        const TargetHealth health{everyThirty(), {{atSecond(100), atSecond(155)}}};
        QCOMPARE(changes(health, 1000), (std::vector<double>{}));
    }
    void aPartThatBeginsInTheFailureKnowsOfTheChecksBefore()
    {
        QVERIFY(!TargetHealth(everyThirty(), {{atSecond(-100), atSecond(400)}}).inService());
        QCOMPARE(changes(TargetHealth{everyThirty(), {{atSecond(-40), atSecond(400)}}}, 300),
                 (std::vector<double>{20}));
    }
    void whatFailsUntilThenIsItsShare()
    {
        // 4 targets at 100/s, one down from 100 s on: 100 / 4 x 60 s = 1,500 requests fail, then none does.
        Drawing drawing = servers(4, 100, 300);
        drawing.scenario().faults.push_back(faultOn("web2", FaultKind::Down, 100, 1000));
        const RunReport report = run(drawing.design);
        const ComponentReport& x = tests::at(report, "x");
        QVERIFY(near(fact(x, "502: target not reached"), 1500, 2, "502"));
        QCOMPARE(fact(x, "targets removed"), 1.0);
        QCOMPARE(fact(x, "seconds until a failed target was removed"), 60.0);
        QCOMPARE(countBetween(tests::at(report, "web2"), "offered", 161, 300), 0.0);
        QVERIFY(near(countBetween(tests::at(report, "web0"), "offered", 170, 300), 130 * 100.0 / 3, 3,
                     "a third each"));
    }
    void withoutAnyInServiceAllGetRequests()
    {
        Drawing drawing = servers(2, 50, 300);
        for (const char* id : {"web0", "web1"})
            drawing.scenario().faults.push_back(faultOn(id, FaultKind::Down, 50, 1000));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(tests::at(report, "x"), "targets removed"), 2.0);
        QVERIFY(near(countBetween(tests::at(report, "web0"), "offered", 200, 300), 2500, 2, "half"));
    }
    void checksThatDoWhatRequestsDoRemoveASlowTarget()
    {
        Drawing drawing = servers(2, 50, 200, {{"checks", text("as-requests")}});
        drawing.scenario().faults.push_back(faultOn("web0", FaultKind::Slow, 50, 1000, 800));  // 8 s
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(tests::at(report, "x"), "targets removed"), 1.0);
        QCOMPARE(countBetween(tests::at(report, "web0"), "offered", 130, 150), 0.0);
    }
    void goesInTurnByWeight()
    {
        Drawing drawing = servers(2, 40, 100);
        drawing.design.connections[1].parameters["share"] = 75.0;
        drawing.design.connections[2].parameters["share"] = 25.0;
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(tests::at(report, "web0").counts.offered), 3000, 2, "three of four"));
    }
    void theFewestOpenRequestsGoToTheFasterTarget()
    {
        // One takes 10 ms, the other 1 s: in turn half of 100/s would keep 50 open there.
        const auto openAtTheSlow = [](const char* routing) {
            Drawing drawing = servers(2, 100, 100, {{"routing", text(routing)}});
            for (Component& component : drawing.design.components) {
                if (component.id == "web1")
                    component.parameters["serviceTimeMicros"] = whole(1'000'000);
            }
            return number(tests::at(run(drawing.design), "web1").counts.offered) / 100;
        };
        QVERIFY(near(openAtTheSlow("round-robin"), 50, 0.1, "in turn"));
        QVERIFY(openAtTheSlow("least-outstanding") < 5);
    }
    void theEstimateSaysWhatTheRunSays()
    {
        for (const double perSecond : {5.0, 200.0}) {
            const Drawing drawing = servers(3, perSecond, 200);
            const RunReport report = run(drawing.design);
            const FlowReport flow = estimate(drawing.design);
            const MeterReading* units = reading(flow.usage, "x", "alb/lcu-hours");
            QVERIFY(units);
            const double measured = metered(report, "x", "alb/lcu-hours");
            QVERIFY(near(units->amount, measured, 0.01 * measured, "capacity units"));
            QVERIFY(near(findComponent(flow, "x")->serviceMillis, *tests::at(report, "x").latency.mean, 0.2,
                         "time"));
        }
    }
};

PLIMSOLL_TEST(TstBalancer)
#include "tst_balancer.moc"
