// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr const char* kScanned = "athena/scanned-tb";

/// Queries over so many GB as plain text, so many an hour, with hardly any work of their own.
Drawing asked(double gigabytes, double perHour, double seconds, ParameterMap athena = {})
{
    Drawing drawing{seconds};
    athena.emplace("planningMillis", 100.0);
    athena.emplace("queryVariation", 0.0);
    athena.emplace("workersPerQuery", std::int64_t{20});
    drawing.place("athena", "sql", std::move(athena));
    QueryLoad load;
    load.id = "q";
    load.target = "sql";
    load.perHour = perHour;
    load.gigabytesScanned = gigabytes;
    load.cpuSecondsPerGigabyte = 0;
    drawing.scenario().queries.push_back(load);
    return drawing;
}

double finished(const RunReport& report)
{
    return fact(at(report, "sql"), "queries finished");
}

/// Terabytes billed for each query of the run, and of the estimate.
std::pair<double, double> terabytesEach(const Drawing& drawing)
{
    const RunReport report = run(drawing.design);
    const auto estimated = reading(estimate(drawing.design).usage, "sql", kScanned);
    const double perHour = drawing.design.scenarios.front().queries.front().perHour;
    return {metered(report, "sql", kScanned) / finished(report),
            estimated ? estimated->amount / estimated->observedSeconds * 3600 / perHour : 0};
}

}  // namespace

class TstAthena : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatItReads_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("columns");
        QTest::addColumn<double>("partitions");
        QTest::addColumn<double>("stored");
        QTest::addColumn<double>("terabytes");
        // 1 TB is $5. A tenth of the columns counts where columns lie apart, a tenth of the partitions everywhere:
        // 10.24 GB, of which whole megabytes are billed, 10,486 MB or $0.05. A third of the size costs a third.
        QTest::newRow("CSV") << "csv" << 10.0 << 100.0 << 100.0 << 1.0;
        QTest::newRow("CSV, partitions") << "csv" << 10.0 << 10.0 << 100.0 << 104858.0 / 1048576;
        QTest::newRow("Parquet") << "parquet" << 10.0 << 10.0 << 100.0 << 10486.0 / 1048576;
        QTest::newRow("Parquet, compressed") << "parquet" << 100.0 << 100.0 << 25.0 << 0.25;
    }
    void billsWhatItReads()
    {
        QFETCH(QString, format);
        QFETCH(double, columns);
        QFETCH(double, partitions);
        QFETCH(double, stored);
        QFETCH(double, terabytes);
        const auto [ran, estimated] = terabytesEach(asked(1024, 600, 300,
                                                          {{"format", text(format.toStdString())},
                                                           {"columnSharePercent", columns},
                                                           {"partitionSharePercent", partitions},
                                                           {"storedPercent", stored},
                                                           {"objectMillis", 0.0}}));
        QVERIFY(near(ran, terabytes, 1e-9, "TB of the run"));
        QVERIFY(near(estimated, terabytes, 1e-9, "TB of the estimate"));
    }
    void billsTenMegabytesAtLeast_data()
    {
        QTest::addColumn<double>("megabytes");
        QTest::addColumn<double>("billed");
        QTest::newRow("1 MB") << 1.0 << 10.0;
        QTest::newRow("10 MB") << 10.0 << 10.0;
        QTest::newRow("10.2 MB") << 10.2 << 11.0;
    }
    void billsTenMegabytesAtLeast()
    {
        QFETCH(double, megabytes);
        QFETCH(double, billed);
        const auto [ran, estimated] = terabytesEach(asked(megabytes / 1024, 3600, 100));
        QVERIFY(near(ran * 1048576, billed, 1e-6, "MB of the run"));
        QVERIFY(near(estimated * 1048576, billed, 1e-6, "MB of the estimate"));
    }
    void smallFilesCostTimeAndRequests_data()
    {
        QTest::addColumn<double>("megabytes");
        QTest::addColumn<double>("objects");
        QTest::newRow("10,000 of 1 MB") << 1.0 << 10'000.0;
        QTest::newRow("79 of 128 MB") << 128.0 << 79.0;
    }
    void smallFilesCostTimeAndRequests()
    {
        // Of 10,000 MB each object is one request of the bucket; 20 at a time.
        QFETCH(double, megabytes);
        QFETCH(double, objects);
        Drawing drawing = asked(10'000.0 / 1024, 120, 600, {{"objectMegabytes", megabytes}});
        drawing.place("s3", "lake").connect("sql", "lake");
        const RunReport report = run(drawing.design);
        const double each = fact(at(report, "sql"), "objects read") / finished(report);
        QCOMPARE(each, objects);
        const double gets = metered(report, "lake", "s3/get-requests-standard");
        QVERIFY(gets >= finished(report) * objects);
        const double mean = *at(report, "sql").latency.mean;
        QVERIFY(near(findComponent(estimate(drawing.design), "sql")->serviceMillis, mean, 0.05 * mean, "ms"));
    }
    void withoutABucketObjectsAreOpenedByTheParameter()
    {
        // 10,000 objects by 20 workers, 30 ms each: 15 s, and 100 ms of planning.
        const RunReport report = run(asked(10'000.0 / 1024, 60, 600, {{"objectMegabytes", 1.0}}).design);
        QVERIFY(near(*at(report, "sql").latency.mean, 15'100, 1, "ms"));
    }
    void aFileThatCannotBeSplitHasOneWorker()
    {
        // 4 GB in 2 files at 2 s/GB: 8 s of work by 20 workers or by 2.
        for (const bool splittable : {true, false}) {
            Drawing drawing = asked(
                4, 60, 600, {{"objectMegabytes", 2048.0}, {"splittable", splittable}, {"objectMillis", 0.0}});
            drawing.scenario().queries.front().cpuSecondsPerGigabyte = 2;
            QVERIFY(
                near(*at(run(drawing.design), "sql").latency.mean, 100 + (splittable ? 400 : 4000), 1, "ms"));
        }
    }
    void oneMoreThanTheActiveQueriesIsRefused()
    {
        // 300 at once: 20 run, 180 wait, 100 are refused.
        Drawing drawing = volley(300, 10, 100, 15);
        drawing.place("athena", "sql", {{"planningMillis", 60'000.0}}).connect("in", "sql");
        const RunReport report = run(drawing.design);
        QCOMPARE(number(at(report, "sql").counts.throttled), 100.0);
        QCOMPARE(limitOf(at(report, "sql"), "active").refused, 100.0);
        QCOMPARE(limitOf(at(report, "sql"), "running").peak, 20.0);
    }
    void reservedCapacityIsPaidByTheHour()
    {
        // 50 DPU at 8 each: 6 at once, the seventh waits; bytes cost nothing.
        Drawing drawing = volley(7, 10, 100, 200);
        drawing
            .place("athena", "sql",
                   {{"mode", text("capacity")},
                    {"dpus", whole(50)},
                    {"dpuPerQuery", whole(8)},
                    {"planningMillis", 50'000.0},
                    {"queryVariation", 0.0}})
            .connect("in", "sql");
        const RunReport report = run(drawing.design);
        QCOMPARE(limitOf(at(report, "sql"), "running").peak, 6.0);
        QCOMPARE(metered(report, "sql", "athena/provisioned-dpu-hours"), 50.0);
        QCOMPARE(metered(report, "sql", kScanned), 0.0);
        QCOMPARE(finished(report), 7.0);
    }
    void aQueryThatNeedsMoreThanIsReservedFails()
    {
        Drawing drawing = volley(7, 10, 100, 60);
        drawing
            .place("athena", "sql",
                   {{"mode", text("capacity")}, {"dpus", whole(24)}, {"dpuPerQuery", whole(25)}})
            .connect("in", "sql");
        QCOMPARE(number(at(run(drawing.design), "sql").counts.rejected), 7.0);
    }
    void aQueryThatTakesTooLongFailsAndCostsNothing()
    {
        const Drawing drawing =
            asked(1, 60, 600, {{"planningMillis", 90'000.0}, {"timeoutMinutes", whole(1)}});
        const RunReport report = run(drawing.design);
        QCOMPARE(finished(report), 0.0);
        QVERIFY(fact(at(report, "sql"), "queries that took too long") > 0);
        QCOMPARE(metered(report, "sql", kScanned), 0.0);
    }
    void whatIsStoppedHasReadAShareAndAnswersNothing()
    {
        // 1,500 objects by 20 workers of 100 ms each: 7.5 s of reading after 57 s of planning, stopped after 60 s.
        Drawing drawing{20'000};
        drawing
            .place("athena", "sql",
                   {{"planningMillis", 57'000.0},
                    {"timeoutMinutes", whole(1)},
                    {"queryVariation", 0.0},
                    {"workersPerQuery", whole(20)},
                    {"tableGigabytes", 187.5}})
            .place("s3", "lake", {})
            .connect("sql", "lake", {});
        drawing.source("in", 0.05).connect("in", "sql");
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        QCOMPARE(at(report, "sql").counts.completed, 0U);
        const FlowComponent* sql = findComponent(flow, "sql");
        QVERIFY(near(sql->failedPerSecond, 0.05, 1e-9, "failed by estimate"));
        const double ran =
            metered(report, "lake", "s3/get-requests-standard") / number(at(report, "sql").counts.offered);
        const MeterReading* gets = reading(flow.usage, "lake", "s3/get-requests-standard");
        QVERIFY(gets);
        QVERIFY(ran < 1500);
        // Those that are under way when it is stopped were asked for, too.
        QVERIFY(near(gets->amount / gets->observedSeconds / 0.05 / ran, 1, 0.1, "requests of a query"));
        QVERIFY(finds(flow, "queries-too-long"));
    }
    void aFreshResultIsGivenAgain()
    {
        // Each of 10 queries comes every 100 s and is fresh for 300 s: 3 of 4 are answered without reading.
        const Drawing drawing = asked(
            1, 360, 3600, {{"resultReuse", true}, {"reuseMinutes", 5.0}, {"distinctQueries", whole(10)}});
        const RunReport report = run(drawing.design);
        QVERIFY(
            near(fact(at(report, "sql"), "results reused") / finished(report), 0.75, 0.05, "share reused"));
        QVERIFY(near(terabytesEach(drawing).second * 1024, 0.25, 0.001, "GB of the estimate"));
    }
    void objectsOfAQueryLieInAllPrefixes()
    {
        // 1,000 objects by 200 workers, 140 ms each: 1,400 a second, of which a new prefix takes 275 and a hundred take all.
        Drawing drawing =
            asked(1000.0 / 1024, 60, 600, {{"objectMegabytes", 1.0}, {"workersPerQuery", whole(200)}});
        drawing.place("s3", "lake", {{"prefixes", whole(100)}}).connect("sql", "lake");
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "lake").counts.throttled, std::uint64_t{0});
        QVERIFY(finished(report) > 0);
    }
    void smallFilesAreNamed()
    {
        // 10,000 objects of 1 MB by 20 workers: 500 for each, one after the other. Of 128 MB there are 79.
        QVERIFY(finds(estimate(asked(10'000.0 / 1024, 60, 60, {{"objectMegabytes", 1.0}}).design),
                      "small-files"));
        QVERIFY(!finds(estimate(asked(10'000.0 / 1024, 60, 60).design), "small-files"));
    }
};

PLIMSOLL_TEST(TstAthena)
#include "tst_athena.moc"
