// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Runs of so many tasks, each of which takes this long.
Drawing graph(double perSecond, double seconds, int tasks, double millis, ParameterMap parameters)
{
    parameters.insert({{"startMillis", 2000.0}, {"startP99Millis", 2000.0}});
    Drawing drawing{seconds};
    drawing.source("in", perSecond).place("mwaa", "dag", std::move(parameters)).connect("in", "dag");
    for (int task = 1; task <= tasks; ++task) {
        const std::string id = "task-" + std::to_string(task);
        drawing
            .place("custom-server", id,
                   {{"servers", whole(1000)},
                    {"serviceTimeMicros", millis * 1e3},
                    {"serviceDistribution", text("deterministic")}})
            .connect("dag", id,
                     {{"kind", text("call")}, {"order", whole(task)}, {"timeoutMillis", whole(600'000)}});
    }
    return drawing;
}

}  // namespace

/// Golden scenarios, worked by hand.
class TstMwaa : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // A medium environment with three workers, three schedulers and 50 GB: 730 h x ($0.74 + 2 x $0.11 + 1 x $0.11) + 50 x
        // $0.10.
        const Drawing drawing = graph(0.1, 600, 1, 100,
                                      {{"environmentClass", text("medium")},
                                       {"minWorkers", whole(3)},
                                       {"schedulers", whole(3)},
                                       {"metadataGib", 50.0}});
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Usage usage = estimate(drawing.design).usage;
        const Result<Bill> bill = priceMonth({{usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse("786.1"));
        QCOMPARE(metered(run(drawing.design), "dag", "mwaa/worker-hours-medium"), 2.0);
    }
    void aRunTakesItsTasksOneAfterTheOther()
    {
        // A start of 2 s, then twice 1 s of scheduling and 30 s of work.
        const Drawing drawing = graph(0.01, 6 * 3600, 2, 30'000, {});
        QVERIFY(near(*at(run(drawing.design), "dag").latency.mean, 64'000, 300, "ms"));
        QVERIFY(near(findComponent(estimate(drawing.design), "dag")->serviceMillis, 64'000, 300, "estimate"));
    }
    void tasksBeyondTheWorkersWait_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<bool>("keepsUp");
        // One worker of five tasks of 10 s: 0.5 runs a second.
        QTest::newRow("below") << 0.4 << true;
        QTest::newRow("above") << 0.6 << false;
    }
    void tasksBeyondTheWorkersWait()
    {
        QFETCH(double, perSecond);
        QFETCH(bool, keepsUp);
        const Drawing drawing = graph(perSecond, 3600, 1, 10'000, {{"maxWorkers", whole(1)}});
        const RunReport report = run(drawing.design);
        const ComponentReport& dag = at(report, "dag");
        QCOMPARE(limitOf(dag, "tasks").capacity, 5.0);
        QVERIFY(near(limitOf(dag, "tasks").utilisation, std::min(1.0, perSecond * 10 / 5), 0.03,
                     "of the places"));
        // 0.1 a second more than are worked on.
        QVERIFY(near(dag.backlogFinal, keepsUp ? 2 : 360, keepsUp ? 6 : 60, "waiting"));
        const FlowComponent said = *findComponent(estimate(drawing.design), "dag");
        QVERIFY(near(said.backlogGrowthPerSecond, keepsUp ? 0 : 0.1, 0.01, "estimate"));
    }
    void workersComeWithTheTasks()
    {
        // From the middle on 2 runs a second of 10 s: 20 tasks at once, four workers of five. They are ordered at the next
        // look, and there 2 minutes later.
        Drawing drawing = graph(0.1, 1800, 1, 10'000, {{"maxWorkers", whole(10)}});
        drawing.scenario().traffic["in"].spikes.push_back(
            {.startSeconds = 600, .seconds = 1200, .factor = {}, .peakPerSecond = 2.0});
        const RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "dag"), "times that workers were added") >= 1);
        QVERIFY(fact(at(report, "dag"), "tasks that waited for a worker") > 200);
        const double further = metered(report, "dag", "mwaa/worker-hours-small");
        QVERIFY2(further > 2 && further < 9, std::to_string(further).c_str());
        QVERIFY(at(report, "dag").backlogFinal < 10);
    }
    void openedWithTheWorkersThatALoadWants()
    {
        // 2 runs a second of 10 s: about 20 tasks at once. Fewer than five workers are soon too few, of eight less than half is
        // used: seven, there from the start.
        Drawing drawing = graph(2, 50, 1, 10'000, {{"maxWorkers", whole(10)}});
        const double settled = limitOf(at(run(drawing.design), "dag"), "tasks").capacity;
        QVERIFY2(settled > 30 && settled < 38, std::to_string(settled).c_str());
        drawing.scenario().opening = Opening::Cold;
        QCOMPARE(limitOf(at(run(drawing.design), "dag"), "tasks").capacity, 5.0);
    }
};

PLIMSOLL_TEST(TstMwaa)
#include "tst_mwaa.moc"
