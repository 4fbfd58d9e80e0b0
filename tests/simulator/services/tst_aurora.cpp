// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstAurora : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void connectionsFollowFromTheClass_data()
    {
        QTest::addColumn<std::string>("engine");
        QTest::addColumn<std::string>("instance");
        QTest::addColumn<double>("most");  // ACUs; 0 = instances
        QTest::addColumn<double>("connections");
        QTest::newRow("MySQL large") << std::string{"mysql"} << std::string{"db.r6g.large"} << 0.0 << 1000.0;
        QTest::newRow("MySQL 2xlarge")
            << std::string{"mysql"} << std::string{"db.r6g.2xlarge"} << 0.0 << 3000.0;
        QTest::newRow("MySQL t medium")
            << std::string{"mysql"} << std::string{"db.t4g.medium"} << 0.0 << 90.0;
        QTest::newRow("MySQL 8 ACU") << std::string{"mysql"} << std::string{"db.r6g.large"} << 8.0 << 1000.0;
        QTest::newRow("PostgreSQL 8 ACU")
            << std::string{"postgresql"} << std::string{"db.r6g.large"} << 8.0 << 1669.0;
        QTest::newRow("PostgreSQL 4 ACU")
            << std::string{"postgresql"} << std::string{"db.r6g.large"} << 4.0 << 823.0;
    }
    void connectionsFollowFromTheClass()
    {
        QFETCH(std::string, engine);
        QFETCH(std::string, instance);
        QFETCH(double, most);
        QFETCH(double, connections);
        ParameterMap parameters{{"engine", text(engine)}, {"instanceClass", text(instance)}};
        if (most > 0)
            parameters.insert({{"capacity", text("serverless")}, {"mostUnits", most}});
        QCOMPARE(limitOf(at(run(database("aurora", parameters).design), "db"), "connections").capacity,
                 connections);
    }
    void aSecondRegionIsReadAndBilled()
    {
        // 20 writes a second of 2 operations; one instance here, two there, 100 GiB in each Region:
        //   instances   3, storage 200 GiB, replicated writes 40/s x 600 s = 24,000, as many requests here.
        // Half of 40 reads a second go there: 10 to each of the two.
        Drawing drawing = database("aurora",
                                   {{"secondInstances", whole(2)},
                                    {"secondLagMillis", 800.0},
                                    {"replayPercent", 0.0},
                                    {"replicaReadPercent", 50.0},
                                    {"heldGib", 100.0}},
                                   20, 600);
        drawing.source("readers", 40).connect("readers", "db", {{"operation", text("read")}});
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "db", "aurora/instance-hours-db.r7g.large:postgresql"), 3.0);
        QCOMPARE(reading(report.usage, "db", "aurora/storage")->startStock, 200.0);
        QVERIFY(near(metered(report, "db", "aurora/replicated-writes"), 24'000, 880, "replicated writes"));
        QCOMPARE(fact(at(report, "db"), "lag of the second Region ms"), 800.0);
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "db", "aurora/replicated-writes")->amount, 24'000, 10, "estimate"));
        const double here = limitOf(at(report, "db"), "vcpus").mean,
                     there = limitOf(at(report, "db"), "replica-vcpus").mean;
        for (const LimitUse& limit : findComponent(flow, "db")->limits) {
            if (limit.limit == "vcpus")
                QVERIFY(near(limit.mean, here, 0.05 * here, "vCPUs here"));
            if (limit.limit == "replica-vcpus")
                QVERIFY(near(limit.mean, there, 0.05 * there, "vCPUs there"));
        }
    }
    void billsWhatWasWorkedOutByHand()
    {
        // A primary and two replicas of db.r7g.large, 100 GiB, 20 writes a second of 2 operations, us-east-1:
        //   instances   3 x 730 h x 0.276         = 604.44
        //   storage     100 x 0.10                =  10.00, and what 20 KB a second add
        //   operations  40/s x 2,628,000 s x 0.2 / 1e6 = 21.02
        const Design design =
            database("aurora", {{"replicas", whole(2)}, {"heldGib", 100.0}}, 20, 600).design;
        const RunReport report = run(design);
        QCOMPARE(metered(report, "db", "aurora/instance-hours-db.r7g.large:postgresql"), 3.0);
        QVERIFY(near(metered(report, "db", "aurora/io-requests"), 40 * 600, 4 * 2 * 110, "operations"));
        const MeterReading* storage = reading(report.usage, "db", "aurora/storage");
        QVERIFY(storage);
        QCOMPARE(storage->startStock, 100.0);
        const double added = 20 * 1024 / 1073741824.0;
        QVERIFY(near(storage->inflowPerSecond, added, 0.05 * added, "growth"));
        const FlowReport flow = estimate(design);
        QVERIFY(near(reading(flow.usage, "db", "aurora/storage")->inflowPerSecond, added, 1e-9, "growth"));
    }
    void ioOptimisedBillsNoOperations()
    {
        const RunReport report = run(database("aurora", {{"storage", text("io-optimized")}}).design);
        QCOMPARE(metered(report, "db", "aurora/io-requests"), 0.0);
        QCOMPARE(metered(report, "db", "aurora/io-optimized-instance-hours-db.r7g.large:postgresql"), 1.0);
        QVERIFY(reading(report.usage, "db", "aurora/io-optimized-storage"));
    }
    void capacityFollowsTheLoad()
    {
        // 400/s of 3 ms are 1.2 vCPUs, in a second give or take 0.085; it settles 0.967 of that above, at 70% busy:
        // (1.2 + 0.082) / 0.7 = 1.83 vCPUs, half a step of 0.125 more, so about 7.6 ACUs.
        const Design design =
            database("aurora", {{"capacity", text("serverless")}, {"mostUnits", 32.0}, {"hotDataGib", 0.1}},
                     400, 600)
                .design;
        const double units = metered(run(design), "db", "aurora/acu-hours");
        QVERIFY(near(units, 7.6, 0.4, "ACUs"));
        const FlowReport flow = estimate(design);
        QVERIFY(near(reading(flow.usage, "db", "aurora/acu-hours")->amount, units, 0.03 * units, "estimate"));
    }
    void capacityDoublesNoFasterThanSaid()
    {
        // From 1 ACU, 0.25 vCPU, to 4 ACUs takes two doublings: what 100/s of 8 ms need, 0.8 vCPUs, is refused nothing
        // but waits.
        Drawing drawing = database(
            "aurora",
            {{"capacity", text("serverless")}, {"mostUnits", 32.0}, {"writeMillis", 8.0}, {"proxy", true}}, 0,
            400);
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 100;
        profile.peakStartSeconds = 60;
        profile.peakSeconds = 340;
        const RunReport report = run(drawing.design);
        QVERIFY(countBetween(at(report, "db"), "completed", 60, 90) < 0.6 * 3000);
        QVERIFY(countBetween(at(report, "db"), "completed", 340, 400) > 0.9 * 6000);
    }
    void aReplicaTakesOverSooner()
    {
        const auto refused = [](std::int64_t replicas) {
            Drawing drawing = database("aurora", {{"replicas", whole(replicas)}}, 10, 900);
            drawing.scenario().faults.push_back(faultOn("db", FaultKind::Down, 60, 800));
            return number(at(run(drawing.design), "db").counts.rejected);
        };
        QVERIFY(near(refused(1), 300, 70, "30 s with a replica"));
        QVERIFY(near(refused(0), 6000, 310, "600 s without"));
    }
};

PLIMSOLL_TEST(TstAurora)
#include "tst_aurora.moc"
