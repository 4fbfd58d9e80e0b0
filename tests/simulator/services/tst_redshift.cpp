// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "pricing/price_book.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

QueryLoad perHour(double rate, double gigabytes, double cpuSeconds)
{
    QueryLoad query;
    query.id = "report";
    query.target = "warehouse";
    query.perHour = rate;
    query.gigabytesScanned = gigabytes;
    query.cpuSecondsPerGigabyte = cpuSeconds;
    return query;
}

QueryLoad users(std::int64_t count, double thinkSeconds, double gigabytes, double cpuSeconds)
{
    QueryLoad query = perHour(0, gigabytes, cpuSeconds);
    query.users = count;
    query.thinkSeconds = thinkSeconds;
    return query;
}

/// Two ra3.xlplus nodes, so four slices, and nothing but the slices' time.
Design asked(double seconds, QueryLoad query, std::int64_t slotCount)
{
    Drawing drawing{seconds};
    drawing.place("redshift", "warehouse", {{"slots", whole(slotCount)}, {"queryOverheadMillis", 0.0}});
    drawing.scenario().queries.push_back(std::move(query));
    return drawing.design;
}

/// Objects of `bytes` lie in a bucket, which is copied every `every` seconds.
Drawing copied(double rate, std::int64_t bytes, double every, double seconds, ParameterMap warehouse)
{
    return regular(rate, bytes, seconds)
        .place("s3", "bucket", {{"firstByteMillis", 1.0}, {"firstByteP99Millis", 1.0}})
        .place("redshift", "warehouse", std::move(warehouse))
        .connect("in", "bucket")
        .connect("bucket", "warehouse", {{"everySeconds", every}});
}

ParameterChange change(const std::string& parameter, ParameterValue value, double at)
{
    return {
        parameter + std::to_string(static_cast<int>(at)), "warehouse", parameter, std::move(value), at, {}};
}

double nodeHours(const RunReport& report)
{
    return metered(report, "warehouse", "redshift/node-hours-ra3.xlplus");
}

}  // namespace

/// Slots as a queue, users in a closed loop, COPY, serverless billing.
class TstRedshift final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPausedWarehouseBillsNoNodesAndRefusesWork()
    {
        // Asked for at 600 and 1,800 s, each takes 300 s: of an hour 1,200 s are paused, in which some 120 queries come.
        Design design = asked(3600, perHour(360, 0.1, 1), 5);
        design.scenarios.front().changes = {change("state", text("paused"), 600),
                                            change("state", text("running"), 1800)};
        const RunReport report = run(design);
        QVERIFY(near(nodeHours(report), 2 * 2400.0 / 3600, 1e-6, "nodes"));
        const Counts& counts = at(report, "warehouse").counts;
        QVERIFY(near(number(counts.rejected), 120, 40, "refused"));
        QCOMPARE(counts.offered, counts.accepted + counts.rejected);
        const auto estimated =
            reading(estimate(design).usage, "warehouse", "redshift/node-hours-ra3.xlplus");
        QVERIFY(estimated && near(estimated->amount, 2 * 2400.0 / 3600, 0.01, "nodes of the estimate"));
    }
    void aResizeHoldsQueriesForAWhile()
    {
        // From 2 to 4 nodes, asked for at 600 s, in force at 1,200 s: nothing begins until 1,380 s, nothing is refused.
        Design design = asked(3600, perHour(720, 0.1, 1), 5);
        design.scenarios.front().changes = {change("nodes", whole(4), 600)};
        const RunReport report = run(design);
        QVERIFY(near(nodeHours(report), (2 * 1200 + 4 * 2400) / 3600.0, 1e-6, "nodes"));
        const ComponentReport& warehouse = at(report, "warehouse");
        QCOMPARE(fact(warehouse, "resizes"), 1.0);
        QCOMPARE(warehouse.counts.rejected, std::uint64_t{0});
        QCOMPARE(countBetween(warehouse, "completed", 1202, 1378), 0.0);
        QVERIFY(countBetween(warehouse, "completed", 1380, 1390) > 20);
    }
    void aRestoreHasTheRowsOfTheLastSnapshot()
    {
        // A row of 100 KB a second, copied each 10 s. A snapshot each half hour; restored at 2,700 s, asked for 300 s before:
        // the rows of 900 s are gone, and it is away for ten minutes.
        Design design = copied(1, 100'000, 10, 3600, {{"snapshotHours", 0.5}}).design;
        design.scenarios.front().changes = {change("state", text("restoring"), 2400)};
        const RunReport report = run(design);
        const ComponentReport& warehouse = at(report, "warehouse");
        QVERIFY(near(fact(warehouse, "rows lost since the snapshot"), 900, 30, "rows"));
        QCOMPARE(fact(warehouse, "restores from a snapshot"), 1.0);
        QVERIFY(near(countBetween(warehouse, "completed", 2715, 3295), 0, 0, "while it is away"));
        QVERIFY(countBetween(warehouse, "completed", 3300, 3400) > 0);
    }
    void snapshotsComeByWhatChangedToo()
    {
        // 2 nodes x 0.01 GB: 20 MB and a bit are 205 rows of 100 KB and more, every 210 s or so.
        const RunReport report = run(copied(1, 100'000, 10, 2200, {{"snapshotGb", 0.01}}).design);
        QVERIFY(near(fact(at(report, "warehouse"), "snapshots"), 2200 / 220.0, 1.5, "snapshots"));
    }
    void oneSlotIsAPollaczekKhinchineQueue()
    {
        // One slot has all four slices: 4 GB x 5 s / 4 = 5 s, coefficient of variation 0.5. At 360/h rho = 0.5:
        // Wq = rho s (1 + cv^2) / (2 (1 - rho)) = 0.5 x 5 x 1.25 / 1 = 3.125 s, W = 8.125 s.
        const RunReport report = run(asked(200'000, perHour(360, 4, 5), 1), 41, 8);
        const LatencySummary& latency = at(report, "warehouse").latency;
        QVERIFY(near(*latency.mean, 8125, 4 * latency.meanHalfWidth.value_or(0) / 2.365 + 80, "mean ms"));
        QVERIFY(near(limitOf(at(report, "warehouse"), "slots").mean, 0.5, 0.02, "slots busy"));
    }
    void slotsShareTheSlices()
    {
        // As many slots as are ever needed: no wait, but each has a tenth of four slices: 4 x 5 / 0.4 = 50 s.
        const RunReport report = run(asked(400'000, perHour(72, 4, 5), 10), 42, 8);
        const LatencySummary& latency = at(report, "warehouse").latency;
        QVERIFY(near(*latency.mean, 50'000, 4 * latency.meanHalfWidth.value_or(0) / 2.365 + 50, "mean ms"));
        // Offered: 72 / 3600 x 50 = 1 of 10 slots.
        QVERIFY(near(limitOf(at(report, "warehouse"), "slots").mean, 1, 0.05, "slots busy"));
    }
    void usersInAClosedLoop_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("fewer than slots") << 3;
        QTest::newRow("as many") << 5;
        QTest::newRow("many more") << 40;
    }
    void usersInAClosedLoop()
    {
        QFETCH(int, count);
        // 5 slots on four slices, 2 GB x 4 s / 0.8 = 10 s; 20 s of thought. Interactive response time law:
        // throughput x (response + thought) = users, in any such system.
        const RunReport report = run(asked(40'000, users(count, 20, 2, 4), 5), 43);
        const ComponentReport& warehouse = at(report, "warehouse");
        const double perSecond = number(warehouse.counts.completed) / 40'000;
        const double inLoop = perSecond * (*warehouse.latency.mean * 1e-3 + 20);
        // Four standard errors of the mean time of thought, whose standard deviation is its mean; 0.2% for the edges.
        const double error = 4 * 20 / std::sqrt(number(warehouse.counts.completed)) * perSecond;
        QVERIFY(near(inLoop, count, error + 0.002 * count, "users"));
        QVERIFY(limitOf(warehouse, "slots").peak <= std::min(count, 5));
        QVERIFY(warehouse.backlogPeak <= std::max(0, count - 5));
        QVERIFY(warehouse.counts.inFlight <= static_cast<std::uint64_t>(count));
        if (count <= 5)  // nobody waits
            QVERIFY(near(*warehouse.latency.mean, 10'000, 250, "mean ms"));
        else  // all slots are busy: 5 / 10 s
            QVERIFY(near(perSecond, 0.5, 0.01, "queries/s"));
    }
    void copyTakesOverheadAndBytesOverSlices_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<double>("seconds");
        // 4/s of 10 MB for 60 s are 2.4 GB; 20 MB/s a slice, two slices a node, and 3 s.
        QTest::newRow("one node") << 1 << 3 + 2400.0 / 40;
        QTest::newRow("two") << 2 << 3 + 2400.0 / 80;
        QTest::newRow("eight") << 8 << 3 + 2400.0 / 320;
    }
    void copyTakesOverheadAndBytesOverSlices()
    {
        QFETCH(int, nodes);
        QFETCH(double, seconds);
        const RunReport report = run(
            copied(4, 10'000'000, 60, 900, {{"nodes", whole(nodes)}, {"copyOverheadSeconds", 3.0}}).design,
            2);
        const ComponentReport& warehouse = at(report, "warehouse");
        if (nodes > 1) {
            // A visit may find one object more.
            QVERIFY(near(fact(warehouse, "longest COPY s"), seconds, 0.3 + 1e-6, "longest COPY"));
            QVERIFY(near(fact(warehouse, "COPY loads"), 14, 1, "COPY loads"));
        } else {
            // It takes longer than the period, so each second visit is skipped and takes twice as much.
            QVERIFY(fact(warehouse, "longest COPY s") > seconds + 30);
            QVERIFY(fact(warehouse, "COPY loads") < 9);
        }
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void rowsAreReadableAtTheCommit()
    {
        // Visits each 100 s, COPY 2 s and 20 KB: the sawtooth goes from 2 s to 102 s. The first visit comes at a drawn
        // time f: mean = (900 x 50 + f^2 / 2) / (900 + f) + 2, from 50.7 (f = 50) to 52.
        const RunReport report = run(copied(2, 100, 100, 1000, {}).design, 3);
        const SinkReport& sink = sinkAt(report, "warehouse");
        QVERIFY(near(*sink.delay.mean, 51'350, 900, "mean delay ms"));
        QVERIFY(near(*sink.delay.max, 102'000, 600, "largest delay ms"));
        QVERIFY(near(*sink.freshnessMaxSeconds, 102, 1.2, "freshness"));
        QVERIFY(sink.delivered >= 1700);
    }
    void loadsThatWakeItAreBilledAlikeByEstimateAndRun_data()
    {
        QTest::addColumn<double>("every");
        // A load every 25 s: three in 75 s, the last of which begins before the minute is over: 60 of 75 s. One every 45 s
        // wakes it for 60 of 90 s, one every 61 s for 60 of 61 s, one every 120 s for half of the time.
        for (const double every : {25.0, 45.0, 61.0, 120.0})
            QTest::addRow("%g s", every) << every;
    }
    void loadsThatWakeItAreBilledAlikeByEstimateAndRun()
    {
        QFETCH(double, every);
        Drawing drawing{20'000};
        drawing.place("s3", "bucket")
            .place("redshift", "warehouse", {{"mode", text("serverless")}})
            .connect("bucket", "warehouse", {{"everySeconds", every}});
        drawing.source("in", 2).connect("in", "bucket");
        const std::string meter = "redshift/serverless-rpu-hours";
        const auto estimated = reading(estimate(drawing.design).usage, "warehouse", meter);
        QVERIFY(estimated);
        const double ran = metered(run(drawing.design), "warehouse", meter);
        QVERIFY(near(estimated->amount / ran, 1, 0.01, "estimate over run"));
        const double cycle = std::ceil(60 / every) * every;
        QVERIFY(near(ran, 128 * 20'000.0 / 3600 * 60 / cycle, 0.01 * ran, "RPU-hours"));
    }
    void serverlessBillsAMinuteAtLeast_data()
    {
        QTest::addColumn<int>("every");
        QTest::addColumn<double>("overhead");
        QTest::addColumn<double>("billedSeconds");
        // 3,000 s. A COPY of 2 s each 300 s: ten minutes; of 100 s each 300 s: 100 s each; of 2 s each 10 s: the minute
        // of one is not over when the next begins, and no second is billed twice.
        QTest::newRow("short") << 300 << 2.0 << 10 * 60.0;
        QTest::newRow("long") << 300 << 100.0 << 10 * 100.0;
        QTest::newRow("close together") << 10 << 2.0 << 3000.0;
    }
    void serverlessBillsAMinuteAtLeast()
    {
        QFETCH(int, every);
        QFETCH(double, overhead);
        QFETCH(double, billedSeconds);
        const RunReport report = run(
            copied(1, 100, every, 3000,
                   {{"mode", text("serverless")}, {"baseRpu", whole(36)}, {"copyOverheadSeconds", overhead}})
                .design,
            2);
        // 36 RPU x s / 3600; the first and the last may lie over the edge.
        QVERIFY(near(metered(report, "warehouse", "redshift/serverless-rpu-hours") * 100, billedSeconds,
                     every == 10     ? 70
                     : overhead > 60 ? 100
                                     : 60,
                     "billed seconds"));
        QVERIFY(metered(report, "warehouse", "redshift/serverless-rpu-hours") * 100 <= 3060);
    }
    void provisionedBillsItsNodesAllTheTime()
    {
        const RunReport report = run(asked(600, perHour(60, 1, 1), 5));
        QCOMPARE(metered(report, "warehouse", "redshift/node-hours-ra3.xlplus"), 2.0);
        QCOMPARE(metered(report, "warehouse", "redshift/serverless-rpu-hours"), 0.0);
    }
    void saysWhenItHasNothingToDo()
    {
        Drawing drawing{60};
        drawing.place("redshift", "warehouse");
        const RunReport report = run(drawing.design);
        const ComponentReport& warehouse = at(report, "warehouse");
        QCOMPARE(QString::fromStdString(warehouse.idle), QString{"idle: add a query or a job"});
        QVERIFY(!warehouse.latency.mean);  // never 0 ms
        QVERIFY(!warehouse.latency.p50);
        const RunReport busy = run(asked(600, perHour(60, 1, 1), 5));
        QVERIFY(at(busy, "warehouse").idle.empty());
    }
    void insertedRowsAreReadable()
    {
        // A function inserts row by row: SQL, so it takes a slot, and the row is there when it is answered.
        const RunReport report = run(regular(1, 1000, 60)
                                         .place("lambda", "fn", {{"fixedMillis", 10.0}})
                                         .place("redshift", "warehouse")
                                         .connect("in", "fn", {{"kind", text("call")}})
                                         .connect("fn", "warehouse")
                                         .design);
        QVERIFY(sinkAt(report, "warehouse").delivered >= 57);
        QVERIFY(sinkAt(report, "warehouse").undelivered <= 3);
    }
    void anOutageDelaysUsersAndLoads()
    {
        Drawing drawing = copied(2, 100, 50, 1000, {});
        drawing.scenario().queries.push_back(users(10, 10, 1, 1));
        drawing.scenario().faults.push_back(faultOn("warehouse", FaultKind::Down, 300, 200));
        const RunReport report = run(drawing.design, 4);
        const ComponentReport& warehouse = at(report, "warehouse");
        QVERIFY(warehouse.counts.rejected > 50);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(*sinkAt(report, "warehouse").delay.max > 200'000);
        QVERIFY(countBetween(warehouse, "completed", 520, 1000) > 300);
    }
    /// Two slots of half the four slices: 2 GB x 3 s/GB / 2 = 3 s; 0.5 queries a second are 1.5 at work. Erlang's loss
    /// formula, B(2, 1.5) = 1.125 / 3.625, says which share the main cluster has no room for: they run elsewhere at once.
    void extraClustersTakeWhatHasNoRoom()
    {
        Design design = asked(20'000, perHour(1800, 2, 3), 2);
        design.components.front().parameters["scalingClusters"] = whole(10);
        design.components.front().parameters["scalingStartSeconds"] = 0.0;
        const RunReport report = run(design);
        QVERIFY(near(*at(report, "warehouse").latency.mean, 3000, 60, "ms"));  // nobody waits
        const double overflow = 1.5 * 1.125 / 3.625;
        // Queries elsewhere at work, seldom two clusters of them; an hour a day is free; two nodes.
        const double inUse =
            metered(report, "warehouse", "redshift/concurrency-scaling-seconds-ra3.xlplus") / 20'000 / 2
            + 1.0 / 24;
        QVERIFY(inUse < overflow && inUse > 0.6 * overflow);
        // What overflows comes in clumps: variance over mean 1 - 0.466 + 1.5 / (3 + 0.466 - 1.5) = 1.297, so that the first of the
        // clusters has a query for 1 - 1.297^(-0.466 / 0.297) = 0.335 of the time, where Poisson's would for 0.372; by
        // simulation it is 0.31, as two slots take no clump whole.
        const double expected =
            reading(estimate(design).usage, "warehouse", "redshift/concurrency-scaling-seconds-ra3.xlplus")
                    ->amount
                / 20'000 / 2
            + 1.0 / 24;
        QVERIFY(near(expected, inUse, 0.1 * inUse, "clusters in use"));
    }
    void withoutThemQueriesWait()
    {
        const RunReport report = run(asked(20'000, perHour(1800, 2, 3), 2));
        QVERIFY(*at(report, "warehouse").latency.mean > 4000);
        QCOMPARE(metered(report, "warehouse", "redshift/concurrency-scaling-seconds-ra3.xlplus"), 0.0);
    }
    void spectrumIsBilledByTheBytes_data()
    {
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("usd");
        // 60 an hour, 43,800 a month. Of 4 GB a half lies outside, of which a quarter is read: 0.5 GB at $5 a TB.
        QTest::newRow("half a GB each") << 4.0 << 43'800 * 0.5 / 1024 * 5;
        // 1/8 MB is billed as 10 MB.
        QTest::newRow("the least of a query") << 1.0 / 1024 << 43'800 * 10.0 / 1024 / 1024 * 5;
    }
    void spectrumIsBilledByTheBytes()
    {
        QFETCH(double, gigabytes);
        QFETCH(double, usd);
        Design design = asked(36'000, perHour(60, gigabytes, 2), 5);
        ParameterMap& warehouse = design.components.front().parameters;
        warehouse["externalPercent"] = 50.0;
        warehouse["externalReadPercent"] = 25.0;
        warehouse["spectrumMegabytesPerSecond"] = 500.0;
        const Result<Bill> bill = priceMonth({{estimate(design).usage, 0}}, *builtinPriceBook("us-east-1"),
                                             library().catalog(), design, {});
        QVERIFY(bill);
        double billed = 0;
        for (const BillLine& line : bill->lines)
            billed += line.meter == "redshift/spectrum-tb" ? line.amount.dollars() : 0;
        QVERIFY(near(billed, usd, 0.01, "USD"));
        const RunReport report = run(design);
        const double queries = number(at(report, "warehouse").counts.completed);
        QVERIFY(near(metered(report, "warehouse", "redshift/spectrum-tb"), queries * usd / 5 / 43'800, 1e-9,
                     "TB"));
        // 2 s/GB of what is inside on four fifths of a slice, 500 MB/s of what is read outside.
        const double mean = gigabytes / 2 * 2 / 0.8 + gigabytes / 8 * 1073.741824 / 500;
        QVERIFY(near(*at(report, "warehouse").latency.mean, mean * 1e3, 0.06 * mean * 1e3, "ms"));
    }
    void tablesInABucketAreReadByRequests()
    {
        // 360 queries an hour of 10 GB, half of it outside, of which a quarter is read: 1.25 GB in objects of 128 MB, ten GET
        // requests each; a request of 134 MB takes 100 ms and 134,217,728 B / 90 MB/s = 1.491 s, four at once: three rounds.
        Design design = asked(2 * 3600, perHour(360, 10, 0.1), 5);
        ParameterMap& warehouse = design.components.front().parameters;
        warehouse["externalPercent"] = 50.0;
        warehouse["externalReadPercent"] = 25.0;
        warehouse["spectrumRequests"] = whole(4);
        Drawing drawing{2 * 3600};
        drawing.design = design;
        drawing.place("s3", "lake", {{"firstByteMillis", 100.0}, {"firstByteP99Millis", 100.0}})
            .connect("warehouse", "lake");
        const RunReport report = run(drawing.design);
        const double queries = number(at(report, "warehouse").counts.completed);
        QVERIFY(near(metered(report, "lake", "s3/get-requests-standard"), 10 * queries, 40, "GET requests"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "lake", "s3/get-requests-standard")->amount, 7200, 1, "estimate"));
        // 5 GB x 0.1 s / 0.8 of a slice, and the reads.
        const double mean = 5 * 0.1 / 0.8 + 3 * (0.1 + 134.217728 / 90);
        QVERIFY(near(*at(report, "warehouse").latency.mean, mean * 1e3, 0.03 * mean * 1e3, "ms"));
        QVERIFY(near(findComponent(flow, "warehouse")->serviceMillis, mean * 1e3, 0.02 * mean * 1e3, "ms"));
    }
    void aPauseThatRefusesIsNamed()
    {
        Design design = asked(3600, perHour(360, 0.1, 1), 5);
        QVERIFY(!finds(estimate(design), "paused"));
        design.scenarios.front().changes = {change("state", text("paused"), 600)};
        QVERIFY(finds(estimate(design), "paused"));
        QVERIFY(finds(run(design), "paused"));
    }
};

PLIMSOLL_TEST(TstRedshift)
#include "tst_redshift.moc"
