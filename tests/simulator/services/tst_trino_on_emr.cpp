// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Queries of `gigabytes` that take 8 CPU seconds a GB, on three r5.2xlarge workers of 8 vCPU each.
Drawing asked(double gigabytes, double perHour, double seconds, ParameterMap own = {})
{
    own.emplace("planningMillis", 0.0);
    own.emplace("objectMillis", 0.0);
    own.emplace("queryVariation", 0.0);
    Drawing drawing{seconds};
    drawing.place("trino-on-emr", "sql", std::move(own));
    QueryLoad load;
    load.id = "q";
    load.target = "sql";
    load.perHour = perHour;
    load.gigabytesScanned = gigabytes;
    load.cpuSecondsPerGigabyte = 8;
    drawing.scenario().queries.push_back(load);
    return drawing;
}

}  // namespace

/// Queries on a cluster that is paid whether they come or not.
class TstTrinoOnEmr final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void queriesShareTheWorkers()
    {
        // A query of 6 GB is work of 6 x 8 s / 24 vCPU = 2 s for the whole cluster. At random times and shared alike that is
        // M/G/1 with processor sharing, 2 s / (1 - rho) whatever the law: rho = 0.5 of 900 an hour, 4 s.
        const Drawing drawing = asked(6, 900, 72'000, {{"queriesAtOnce", whole(1000)}, {"queryGib", 0.0}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "sql").latency.mean, 4000, 160, "ms"));
        QVERIFY(near(estimate(drawing.design).components.front().serviceMillis, 4000, 10, "estimate"));
    }
    void aQueryAloneHasAllWorkers()
    {
        // One in ten minutes: 2 s and never anyone beside it, however many may run.
        const Drawing drawing = asked(6, 6, 36'000, {{"queriesAtOnce", whole(10)}});
        QVERIFY(near(*at(run(drawing.design), "sql").latency.mean, 2000, 40, "ms"));
        QVERIFY(near(estimate(drawing.design).components.front().serviceMillis, 2000, 20, "estimate"));
    }
    void itsWorkersServeOthersWhileAQueryPlans()
    {
        // 5 s of planning take none of the workers: 5 s + 2 s / (1 - 0.5).
        const Drawing drawing = asked(
            6, 900, 72'000, {{"queriesAtOnce", whole(1000)}, {"queryGib", 0.0}, {"planningMillis", 5000.0}});
        QVERIFY(near(*at(run(drawing.design), "sql").latency.mean, 9000, 180, "ms"));
        QVERIFY(near(estimate(drawing.design).components.front().serviceMillis, 9000, 20, "estimate"));
    }
    void usersTakeTurns()
    {
        // Four users who think for 10 s over queries of 2 s: mean value analysis gives R = 2, 2.333, 2.757, 3.297 s.
        Drawing drawing = asked(6, 0, 72'000, {{"queriesAtOnce", whole(10)}, {"queryVariation", 1.0}});
        drawing.scenario().queries.front().users = 4;
        drawing.scenario().queries.front().thinkSeconds = 10;
        QVERIFY(near(*at(run(drawing.design), "sql").latency.mean, 3297, 130, "ms"));
        QVERIFY(near(estimate(drawing.design).components.front().serviceMillis, 3297, 40, "estimate"));
    }
    void moreThanMayWaitAreRefused()
    {
        // One at a time of 6 GB x 8 s / 24 = 2 s: 1,800 an hour; of 3,600 half are refused.
        const RunReport report =
            run(asked(6, 3600, 3600, {{"queriesAtOnce", whole(1)}, {"waitingQueries", whole(5)}}).design);
        QVERIFY(near(fact(at(report, "sql"), "queries finished"), 1800, 20, "finished"));
        QVERIFY(at(report, "sql").counts.rejected + at(report, "sql").counts.throttled > 1600);
    }
    void memoryBoundsTheQueriesAtWork_data()
    {
        QTest::addColumn<double>("gib");
        QTest::addColumn<double>("atOnce");
        // Three workers of 40 GiB: of 4 queries asked for 4, 4, 2 and 0 have room.
        QTest::newRow("no bound") << 0.0 << 4.0;
        QTest::newRow("just so many") << 30.0 << 4.0;
        QTest::newRow("fewer") << 50.0 << 2.0;
        QTest::newRow("none") << 121.0 << 0.0;
    }
    void memoryBoundsTheQueriesAtWork()
    {
        QFETCH(double, gib);
        QFETCH(double, atOnce);
        // 6 GB x 8 s / 24 vCPU: the cluster has work for 2 s each, 1,800 an hour and no more, whoever runs beside whom.
        const Drawing drawing = asked(
            6, 3600, 1800, {{"queriesAtOnce", whole(4)}, {"queryGib", gib}, {"waitingQueries", whole(5)}});
        const RunReport report = run(drawing.design);
        QCOMPARE(limitOf(at(report, "sql"), "running").peak, atOnce);
        QVERIFY(near(fact(at(report, "sql"), "queries finished"), atOnce > 0 ? 900 : 0, 15, "finished"));
        const FlowReport flow = estimate(drawing.design);
        for (const LimitUse& limit : findComponent(flow, "sql")->limits)
            if (limit.limit == "running")
                QCOMPARE(limit.capacity, atOnce);
    }
    void nodesAreBilledWhateverIsAsked()
    {
        const RunReport report = run(asked(1, 1, 600, {{"workerNodes", whole(7)}}).design);
        QCOMPARE(metered(report, "sql", "trino-on-emr/uplift-hours-r5.2xlarge"), 8.0);
        QCOMPARE(metered(report, "sql", "trino-on-emr/ec2-hours-r5.2xlarge"), 8.0);
    }
    void workersAreSizedByTheirVcpus()
    {
        // 60 queries an hour of 6 GB x 8 s are 0.8 vCPU; 6,000 are 80, ten nodes of 8, and 13 with a fifth in reserve.
        const FlowReport flow = estimate(asked(6, 6000, 600).design);
        QCOMPARE(flow.components.front().sizing.size(), std::size_t{1});
        QCOMPARE(flow.components.front().sizing.front().parameter, std::string{"workerNodes"});
        QCOMPARE(flow.components.front().sizing.front().minimum, 10.0);
        QCOMPARE(flow.components.front().sizing.front().recommended, 13.0);
    }
};

PLIMSOLL_TEST(TstTrinoOnEmr)
#include "tst_trino_on_emr.moc"
