// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

const LimitUse& limit(ParameterMap parameters, const char* name)
{
    static RunReport report;
    report = run(database("rds", std::move(parameters)).design);
    return limitOf(at(report, "db"), name);
}

}  // namespace

/// A golden scenario, worked by hand.
class TstRds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void connectionsFollowFromTheMemory_data()
    {
        QTest::addColumn<std::string>("engine");
        QTest::addColumn<std::string>("instance");
        QTest::addColumn<double>("connections");
        QTest::newRow("PostgreSQL, 1 GiB")
            << std::string{"postgresql"} << std::string{"db.t4g.micro"} << 112.0;
        QTest::newRow("PostgreSQL, 8 GiB")
            << std::string{"postgresql"} << std::string{"db.m7g.large"} << 901.0;
        // "About 630" for 8 GiB, so 78.75 a GiB.
        QTest::newRow("MySQL, 1 GiB") << std::string{"mysql"} << std::string{"db.t4g.micro"} << 78.0;
        QTest::newRow("MySQL, 8 GiB") << std::string{"mysql"} << std::string{"db.m7g.large"} << 630.0;
        QTest::newRow("MySQL, 16 GiB") << std::string{"mysql"} << std::string{"db.r7g.large"} << 1260.0;
        QTest::newRow("Oracle, 8 GiB") << std::string{"oracle"} << std::string{"db.m7g.large"} << 870.0;
    }
    void connectionsFollowFromTheMemory()
    {
        QFETCH(std::string, engine);
        QFETCH(std::string, instance);
        QFETCH(double, connections);
        QCOMPARE(limit({{"engine", text(engine)}, {"instanceClass", text(instance)}}, "connections").capacity,
                 connections);
    }
    void storageSaysHowManyOperations_data()
    {
        QTest::addColumn<std::string>("type");
        QTest::addColumn<int>("gib");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<double>("iops");
        QTest::newRow("gp3 below 400 GiB has what it has") << std::string{"gp3"} << 399 << 9000 << 3000.0;
        QTest::newRow("gp3 from 400 GiB") << std::string{"gp3"} << 400 << 0 << 12'000.0;
        QTest::newRow("gp3, more") << std::string{"gp3"} << 400 << 20'000 << 20'000.0;
        QTest::newRow("gp2, 3 per GiB") << std::string{"gp2"} << 100 << 0 << 300.0;
        QTest::newRow("gp2, 100 at least") << std::string{"gp2"} << 20 << 0 << 100.0;
        QTest::newRow("io1") << std::string{"io1"} << 100 << 5000 << 5000.0;
    }
    void storageSaysHowManyOperations()
    {
        QFETCH(std::string, type);
        QFETCH(int, gib);
        QFETCH(int, wanted);
        QFETCH(double, iops);
        const LimitUse& use =
            limit({{"storageType", text(type)}, {"storageGib", whole(gib)}, {"iops", whole(wanted)}}, "iops");
        QCOMPARE(use.capacity, iops);
    }
    void billsWhatWasWorkedOutByHand()
    {
        // PostgreSQL on db.m7g.large with standby, 500 GiB of gp3, one replica, proxy, 600 GiB of backups, us-east-1:
        //   primary        730 h x 0.337             = 246.01
        //   replica        730 h x 0.168             = 122.64
        //   storage        500 x 0.23 + 500 x 0.115  = 172.50
        //   proxy          730 h x 2 vCPU x 0.015    =  21.90
        //   backups        100 x 0.095               =   9.50
        const ParameterMap parameters{{"engine", text("postgresql")},
                                      {"instanceClass", text("db.m7g.large")},
                                      {"standby", true},
                                      {"storageGib", whole(500)},
                                      {"replicas", whole(1)},
                                      {"proxy", true},
                                      {"backupGib", 600.0}};
        const Design design = database("rds", parameters).design;
        const auto total = [](const Usage& usage) {
            const auto held = [&](const char* meter) {
                const MeterReading* found = reading(usage, "db", std::string{"rds/"} + meter);
                return !found                                   ? 0
                       : found->meterClass == MeterClass::Level ? 730 * found->amount
                                                                : found->startStock;
            };
            return held("instance-hours-db.m7g.large:postgresql:multi_az") * 0.337
                   + held("instance-hours-db.m7g.large:postgresql:single_az") * 0.168
                   + held("storage-gp3:multi_az") * 0.23 + held("storage-gp3:single_az") * 0.115
                   + held("proxy-vcpu-hours") * 0.015 + held("backup") * 0.095;
        };
        QVERIFY(near(total(run(design).usage), 572.55, 0.01, "run"));
        QVERIFY(near(total(estimate(design).usage), 572.55, 0.01, "estimate"));
    }
    void provisionedIopsAreBilledBeyondWhatIsIncluded()
    {
        const RunReport report =
            run(database("rds", {{"storageGib", whole(400)}, {"iops", whole(15'000)}}).design);
        const MeterReading* iops = reading(report.usage, "db", "rds/gp3-iops:single_az");
        QVERIFY(iops);
        QCOMPARE(iops->startStock, 3000.0);
    }
    void storageThatIsNearlyFullGrowsWithTheData()
    {
        // 95 of 100 GiB are held: a tenth free of it needs 105.6, and each GB more 1.11 more.
        const RunReport report =
            run(database("rds", {{"heldGib", 95.0}, {"instanceClass", text("db.m7g.xlarge")}}, 200).design);
        const MeterReading* storage = reading(report.usage, "db", "rds/storage-gp3:single_az");
        QVERIFY(storage);
        QVERIFY(near(storage->startStock, 95 / 0.9, 1e-6, "allocated"));
        const double perSecond = 200 * 1024 / 1073741824.0 / 0.9;
        QVERIFY(near(storage->inflowPerSecond, perSecond, 0.05 * perSecond, "growth"));
    }
    void anEnvironmentWithoutAConnectionIsRefusedAtEachTry()
    {
        // 300 runs a second of half a second are 150 environments at once; a t4g.micro has 112 connections. Whoever has one
        // keeps it, and who has none is refused three times, with 100 ms between: of each failed call there are three tries.
        Drawing drawing{300};
        drawing.source("in", 300)
            .place("lambda", "fn", {{"fixedMillis", 500.0}})
            .place("rds", "db", {{"instanceClass", text("db.t4g.micro")}, {"readMillis", 0.5}})
            .connect("in", "fn", {{"kind", text("call")}})
            .connect("fn", "db",
                     {{"kind", text("call")}, {"operation", text("read")}, {"retry", text("fixed")}});
        const RunReport report = run(drawing.design);
        const Counts &fn = at(report, "fn").counts, &db = at(report, "db").counts;
        QVERIFY(fn.failed > 1000);
        QVERIFY(near(number(db.rejected), 3 * number(fn.failed), 0.01 * number(db.rejected), "refused"));
        const FlowReport flow = estimate(drawing.design);
        const FlowComponent *calls = findComponent(flow, "fn"), *asked = findComponent(flow, "db");
        QVERIFY(near(asked->refused.messagesPerSecond, 3 * calls->failedPerSecond,
                     0.01 * asked->refused.messagesPerSecond, "refused a second"));
    }
    void aReadBringsNothingThatIsWaitedFor()
    {
        Drawing drawing{60};
        drawing.source("writer", 10)
            .source("reader", 20)
            .place("rds", "db")
            .connect("writer", "db", {{"kind", text("call")}})
            .connect("reader", "db", {{"kind", text("call")}, {"operation", text("read")}});
        QVERIFY(sinkAt(run(drawing.design), "db").undelivered < 3);
    }
};

PLIMSOLL_TEST(TstRds)
#include "tst_rds.moc"
