// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/database_instance/burst_credits.h"
#include "simulator/families/database_instance/connection_book.h"
#include "simulator/queueing/waiting_line.h"
#include "tests/simulator/instants.h"
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Nothing takes time but the vCPUs and the storage; all pages are in memory; 112 connections.
ParameterMap bare(ParameterMap more = {})
{
    more.insert({{"engine", text("postgresql")},
                 {"instanceClass", text("db.t4g.micro")},
                 {"latencyMillis", 0.0},
                 {"latencyP99Millis", 0.0},
                 {"connectMillis", 0.0},
                 {"storageMillis", 0.0},
                 {"hotDataGib", 0.1}});
    return more;
}

/// Reads of a source, which shares a pool of connections.
Drawing readBy(double perSecond, double seconds, ParameterMap database)
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond)
        .place("rds", "db", std::move(database))
        .connect("in", "db", {{"operation", text("read")}});
    return drawing;
}

/// A function of half a second with one read in each run, of which so many may run at once.
Drawing behindFunction(double perSecond, std::int64_t environments, ParameterMap database)
{
    Drawing drawing{120};
    drawing.source("in", perSecond)
        .place(
            "lambda", "fn",
            {{"fixedMillis", 500.0}, {"perRecordMicros", 0.0}, {"reservedConcurrency", whole(environments)}})
        .place("rds", "db", std::move(database))
        .connect("in", "fn", {{"kind", text("call")}})
        .connect("fn", "db", {{"kind", text("call")}, {"operation", text("read")}, {"retry", text("none")}});
    return drawing;
}

double meanMillis(const RunReport& report)
{
    return at(report, "db").latency.mean.value_or(0);
}

double refusedShare(const RunReport& report)
{
    return number(at(report, "db").counts.rejected) / number(at(report, "db").counts.offered);
}
double refusedShare(const FlowReport& flow)
{
    const FlowComponent* db = findComponent(flow, "db");
    return db->refused.messagesPerSecond / db->offered.messagesPerSecond;
}

void sameByEstimate(const RunReport& report, const FlowReport& flow, double share)
{
    const FlowComponent* own = findComponent(flow, "db");
    QVERIFY(own);
    QVERIFY(near(own->serviceMillis, meanMillis(report), share * meanMillis(report), "estimated time"));
    for (const LimitUse& limit : at(report, "db").limits) {
        const auto same = std::find_if(own->limits.begin(), own->limits.end(),
                                       [&](const LimitUse& each) { return each.limit == limit.limit; });
        QVERIFY2(same != own->limits.end(), limit.limit.c_str());
    }
}

}  // namespace

/// Connections, two stations in a row, what is saved up for a burst, failover, replicas.
class TstDatabaseInstance final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusalsBeginAtThe113thEnvironment_data()
    {
        QTest::addColumn<int>("environments");
        QTest::addColumn<bool>("refuses");
        QTest::newRow("112 environments") << 112 << false;
        QTest::newRow("113 environments") << 113 << true;
        QTest::newRow("200 environments") << 200 << true;
    }
    void refusalsBeginAtThe113thEnvironment()
    {
        QFETCH(int, environments);
        QFETCH(bool, refuses);
        // 2 x 500/s x 0.5 s: more than the function may run at once, so that every environment is in use.
        const RunReport report = run(behindFunction(1000, environments, bare({{"readMillis", 0.1}})).design);
        const LimitUse& connections = limitOf(at(report, "db"), "connections");
        QCOMPARE(connections.peak, static_cast<double>(std::min(environments, 112)));
        QCOMPARE(connections.refused > 0, refuses);
        QCOMPARE(at(report, "db").counts.rejected > 0, refuses);
    }
    void of200EnvironmentsTheShareWithoutAConnectionIsRefused()
    {
        // 1,000/s of half a second would be 500 at once: all 200 environments are always at work, each for the same half
        // second, so each makes the same share of the calls. 112 of them have a connection and keep it, as no environment is
        // idle for the 600 s after which one closes: 1 - 112 / 200 = 0.44 of the calls are refused. Nothing is left to chance
        // but the last call of each.
        const Drawing drawing = behindFunction(1000, 200, bare({{"readMillis", 0.1}}));
        QVERIFY(near(refusedShare(run(drawing.design)), 0.44, 0.44 * 0.01, "refused in the run"));
        QVERIFY(near(refusedShare(estimate(drawing.design)), 0.44, 0.44 * 0.01, "refused in the estimate"));
    }
    void evenCallsNeedNoMoreThanWorkAtOnce()
    {
        // 200/s at equal distances for half a second and 0.1 ms: 100 at work at once, and one more while a call ends late.
        Drawing drawing = behindFunction(200, 0, bare({{"readMillis", 0.1}}));
        drawing.scenario().traffic["in"].arrivals = Arrivals::Regular;
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        QCOMPARE(at(report, "db").counts.rejected, 0u);
        QCOMPARE(findComponent(flow, "db")->refused.messagesPerSecond, 0.0);
        QVERIFY(near(limitOf(at(report, "db"), "connections").peak, 101, 1.5, "connections of the run"));
        QVERIFY(near(limitOf(flow, "db", "connections").mean, 101, 1.5, "connections of the estimate"));
    }
    void aPoolHasAsManyConnectionsAsWereOnceNeeded_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<int>("most");
        QTest::newRow("two vCPUs at 15%") << 300.0 << 1000;
        QTest::newRow("at 75%") << 1500.0 << 1000;
        QTest::newRow("more than will ever be needed") << 1500.0 << 60'000;
    }
    void aPoolHasAsManyConnectionsAsWereOnceNeeded()
    {
        // Reads of 1 ms on two vCPUs: M/M/2. The run's number is one draw of how high the line once was.
        QFETCH(double, perSecond);
        QFETCH(int, most);
        const Design design =
            readBy(perSecond, 240, bare({{"readMillis", 1.0}, {"maxConnections", whole(most)}})).design;
        const double inRun = limitOf(at(run(design), "db"), "connections").mean;
        const double estimated = limitOf(estimate(design), "db", "connections").mean;
        QVERIFY(near(estimated, inRun, 0.2 * inRun, "connections"));
    }
    void moreEnvironmentsAreKeptThanWorkAtOnce()
    {
        // 400/s of half a second with no bound: 200 at once on average, and as many kept as were once at work together within
        // the time an idle one stays warm.
        //   At least: 112 connections among those at work, a mean of 200: 1 - 112 / 200 = 0.44.
        //   At most, where each of N kept is as likely to work as any other: 1 - 112 / N. The n-th is used at a rate of
        //   400/s P(n - 1 at work), Poisson with mean 200. At 275 that is 400 x 1.14e-7 = 4.6e-5/s, once in six hours,
        //   and idle ones are gone after ten minutes: 1 - 112 / 275 = 0.593.
        const Drawing drawing = behindFunction(400, 0, bare({{"readMillis", 0.1}}));
        const double inRun = refusedShare(run(drawing.design));
        QVERIFY(inRun > 0.44 && inRun < 0.593);
        // The estimate takes all kept for alike; in two minutes those that are used seldom have not changed places yet.
        const double estimated = refusedShare(estimate(drawing.design));
        QVERIFY(estimated >= inRun && estimated < 0.593);
    }
    void behindAProxyNobodyIsRefused()
    {
        const Drawing drawing = behindFunction(400, 0, bare({{"readMillis", 0.1}, {"proxy", true}}));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "db").counts.rejected, std::uint64_t{0});
        QCOMPARE(at(report, "db").counts.failed, std::uint64_t{0});
        QVERIFY(limitOf(at(report, "db"), "pool").peak <= 112);
        const FlowReport flow = estimate(drawing.design);
        QCOMPARE(findComponent(flow, "db")->refused.messagesPerSecond, 0.0);
    }
    void aProxyFailsWhoWaitsTooLong()
    {
        // 2 vCPUs of 10 ms do 200/s; of 300/s a third is too much, and waits the 2 s that a caller waits at most.
        const Drawing drawing = readBy(300, 200,
                                       bare({{"readMillis", 10.0},
                                             {"proxy", true},
                                             {"proxyMillis", 0.0},
                                             {"proxyWaitSeconds", whole(2)}}));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "db").counts;
        QVERIFY(near(number(counts.failed) / number(counts.offered), 1.0 / 3, 0.03,
                     "share that waited too long"));
        QCOMPARE(limitOf(at(report, "db"), "pool").refused, number(counts.failed));
    }
    void aFullLineRefusesByConnections()
    {
        // Without a proxy the line of 300/s before 200/s is as long as there are connections.
        const Drawing drawing = readBy(300, 200, bare({{"readMillis", 10.0}}));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "db").counts;
        QVERIFY(near(number(counts.rejected) / number(counts.offered), 1.0 / 3, 0.03, "refused"));
        QCOMPARE(limitOf(at(report, "db"), "connections").peak, 112.0);
        sameByEstimate(report, estimate(drawing.design), 0.05);
    }
    void twoVcpusAreMM2()
    {
        // 700/s of 2 ms at 2 vCPUs: use 0.7, Erlang's C = 0.5765, so W = 2 ms (1 + C / (2 - 1.4)) = 3.92 ms.
        const Drawing drawing = readBy(700, 600, bare({{"readMillis", 2.0}}));
        const RunReport report = run(drawing.design);
        QVERIFY(near(meanMillis(report), 3.92, 0.04 * 3.92, "M/M/2"));
        QVERIFY(near(limitOf(at(report, "db"), "vcpus").utilisation, 0.7, 0.014, "use of the vCPUs"));
        sameByEstimate(report, estimate(drawing.design), 0.05);
    }
    void whatIsNotInMemoryIsReadFromStorage()
    {
        // 0.75 of 3 GiB in memory of 0.75 GiB: a quarter of the pages hits, 3 of 4 pages are read, 2,400 of 3,000 IOPS.
        const Drawing drawing =
            readBy(800, 300, bare({{"readMillis", 0.01}, {"hotDataGib", 3.0}, {"pagesPerRead", 4.0}}));
        const RunReport report = run(drawing.design);
        const LimitUse& iops = limitOf(at(report, "db"), "iops");
        QVERIFY(near(iops.utilisation, 0.8, 0.016, "use of the storage"));
        // M/D/1 of 1 ms at 0.8: 1 ms (1 + 0.8 / (2 (1 - 0.8))) = 3 ms, and 0.01 ms before it.
        QVERIFY(near(meanMillis(report), 3.01, 0.05 * 3.01, "M/D/1"));
        sameByEstimate(report, estimate(drawing.design), 0.05);
    }
    void writesTakeBothStations()
    {
        Drawing drawing{300};
        drawing.source("in", 300)
            .place("rds", "db", bare({{"writeMillis", 4.0}, {"operationsPerWrite", 5.0}}))
            .connect("in", "db");
        const RunReport report = run(drawing.design);
        QVERIFY(near(limitOf(at(report, "db"), "vcpus").utilisation, 0.6, 0.012, "vCPUs"));
        QVERIFY(near(limitOf(at(report, "db"), "iops").utilisation, 0.5, 0.01, "IOPS"));
        sameByEstimate(report, estimate(drawing.design), 0.05);
        // 300/s of 1 KB for 300 s.
        const double held = limitOf(at(report, "db"), "storage").utilisation * 100 * 1073741824.0;
        QVERIFY(near(held, 20 * 1073741824.0 + 300 * 300 * 1024, 3e6, "data kept"));
    }
    void aVolumeBurstsAsLongAsWhatItSaved()
    {
        // 100 GiB of gp2: 300/s, bursts of 3,000/s from 5.4 million: 5.4e6 / 2,700 = 2,000 s.
        BurstVolume volume{300, 3000, 5.4e6, 5.4e6};
        QVERIFY(near(seconds(volume.take(kSimStart, 6e6) - kSimStart), 2000, 0.01, "burst"));
        QCOMPARE(volume.saved(), 0.0);
        // Without any left 300 more take a second; 18,000 s later it is full again.
        QVERIFY(near(seconds(volume.take(atSecond(2000), 300) - atSecond(2000)), 1, 1e-6, "rate"));
        volume.take(atSecond(2001 + 18'000), 0);
        QVERIFY(near(volume.saved(), 5.4e6, 1, "refilled"));
    }
    void aBurstableClassBillsItsSurplus()
    {
        // 250/s of 2 ms use 0.5 of 2 vCPUs that earn 0.1 each: after a long time of it 0.3 are surplus.
        const Drawing drawing = readBy(250, 300, bare({{"readMillis", 2.0}}));
        const double surplus = metered(run(drawing.design), "db", "rds/surplus-vcpu-hours");
        QVERIFY(near(surplus, 0.3, 0.02, "surplus"));
    }
    void connectionsStayAsLongAsTheyMay()
    {
        ConnectionBook book{2, std::chrono::seconds{10}};
        QVERIFY(book.take(atSecond(0), 1) == ConnectionBook::Taken::Opened);
        QVERIFY(book.take(atSecond(1), 2) == ConnectionBook::Taken::Opened);
        QVERIFY(book.take(atSecond(2), 3) == ConnectionBook::Taken::Refused);
        book.giveBack(atSecond(3), 1);
        // An idle one belongs to whom it belongs, and is taken up again by nobody else.
        QVERIFY(book.take(atSecond(4), 3) == ConnectionBook::Taken::Refused);
        QVERIFY(book.take(atSecond(5), 1) == ConnectionBook::Taken::Kept);
        book.giveBack(atSecond(6), 1);
        QVERIFY(book.take(atSecond(16), 3) == ConnectionBook::Taken::Opened);
        QCOMPARE(book.opened(), std::uint64_t{3});
        QCOMPARE(book.refused(), std::uint64_t{2});
        QCOMPARE(book.use().value(), 2.0);
    }
    void aStandbyTakesOver()
    {
        // Down from 60 s on for 200 s; the standby serves after 30 s.
        Drawing drawing =
            readBy(50, 300, bare({{"standby", true}, {"failoverSeconds", whole(30)}, {"readMillis", 1.0}}));
        drawing.scenario().faults.push_back(faultOn("db", FaultKind::Down, 60, 200));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "db").counts.rejected), 1500, 4 * 39, "refused in 30 s"));
        QCOMPARE(fact(at(report, "db"), "failovers"), 1.0);
        Drawing alone = readBy(50, 300, bare({{"readMillis", 1.0}}));
        alone.scenario().faults = drawing.scenario().faults;
        QVERIFY(near(number(at(run(alone.design), "db").counts.rejected), 10'000, 400, "refused in 200 s"));
    }
    void callersOfAProxyWaitForTheStandby()
    {
        Drawing drawing = readBy(
            50, 300,
            bare({{"standby", true}, {"failoverSeconds", whole(30)}, {"readMillis", 1.0}, {"proxy", true}}));
        drawing.scenario().faults.push_back(faultOn("db", FaultKind::Down, 60, 200));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "db").counts.rejected, std::uint64_t{0});
        QVERIFY(at(report, "db").counts.failed <= 2);  // in work when it went down
        QVERIFY(at(report, "db").latency.max.value_or(0) >= 29e3);
    }
    void memoryIsColdAfterAFailover()
    {
        Drawing drawing = readBy(100, 120,
                                 bare({{"standby", true},
                                       {"failoverSeconds", whole(1)},
                                       {"readMillis", 1.0},
                                       {"hotDataGib", 0.25}}));
        drawing.scenario().faults.push_back(faultOn("db", FaultKind::Down, 60, 5));
        const RunReport report = run(drawing.design);
        // 32,768 pages; 400 a second are read: after 59 s (1 - e^(-0.72)) of them are back, 0.513.
        const double read = limitOf(at(report, "db"), "iops").utilisation * 3000 * 120;
        QVERIFY(near(read, 32'768 * 0.513, 0.05 * 16'810, "pages read again"));
    }
    void replicasTakeReadsAndLag()
    {
        // Half of the reads go to two replicas; 200/s of writes are replayed for 1.5 ms each: M/M/1 at 0.3.
        Drawing drawing{300};
        drawing.source("in", 400)
            .source("out", 200)
            .place("rds", "db",
                   bare({{"instanceClass", text("db.m7g.large")},
                         {"replicas", whole(2)},
                         {"replicaReadPercent", 50.0},
                         {"replicaLagMillis", 100.0},
                         {"replayPercent", 50.0},
                         {"readMillis", 2.0},
                         {"writeMillis", 3.0}}))
            .connect("in", "db", {{"operation", text("read")}})
            .connect("out", "db");
        const RunReport report = run(drawing.design);
        QVERIFY(near(limitOf(at(report, "db"), "vcpus").utilisation, (200 * 2e-3 + 200 * 3e-3) / 2, 0.01,
                     "primary"));
        QVERIFY(
            near(limitOf(at(report, "db"), "replica-vcpus").utilisation, 100 * 2e-3 / 2, 0.005, "replica"));
        QVERIFY(near(fact(at(report, "db"), "replica lag ms"), 100 + 1.5 / (1 - 0.3), 0.15, "lag"));
        sameByEstimate(report, estimate(drawing.design), 0.05);
    }
    void aFullDatabaseRefusesWrites()
    {
        Drawing drawing{100};
        drawing.source("in", 100, {{"recordSizeBytes", whole(1048576)}}, Arrivals::Regular)
            .place("rds", "db",
                   bare({{"storageGib", whole(20)},
                         {"heldGib", 19.0},
                         {"storageGrows", false},
                         {"writeMillis", 0.1}}))
            .connect("in", "db");
        // 1,024 of 1 MiB fit into the gigabyte left.
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "db").counts.completed), 1024, 2, "writes that fit"));
        QVERIFY(limitOf(at(report, "db"), "storage").refused > 8900);
    }
};

PLIMSOLL_TEST(TstDatabaseInstance)
#include "tst_database_instance.moc"
