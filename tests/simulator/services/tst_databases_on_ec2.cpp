// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios of the databases that run on instances of one's own, worked by hand.
class TstDatabasesOnEc2 : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand_data() { services(); }
    void billsWhatWasWorkedOutByHand()
    {
        QFETCH(std::string, service);
        // Three r6g.xlarge with 500 GiB and 5,000 IOPS each, us-east-1: 3 x 730 h x $0.2016 = $441.504, 1,500 GiB x $0.08 =
        // $120, 3 x 2,000 IOPS x $0.005 = $30.
        Drawing drawing = regular(10, 1000, 60);
        drawing
            .place(service, "db", {{"replicas", whole(2)}, {"storageGib", whole(500)}, {"iops", whole(5000)}})
            .connect("in", "db");
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse("591.504"));
        QCOMPARE(metered(run(drawing.design), "db", service + "/hours-r6g.xlarge"), 3.0);
    }
    void connectionsAreTheEnginesOrYours_data() { services(); }
    void connectionsAreTheEnginesOrYours()
    {
        QFETCH(std::string, service);
        QFETCH(double, connections);
        for (const auto& [set, most] : {std::pair{0, connections}, {77, 77.0}}) {
            Drawing drawing = regular(5, 1000, 10);
            drawing.place(service, "db", {{"maxConnections", whole(set)}}).connect("in", "db");
            QCOMPARE(limitOf(at(run(drawing.design), "db"), "connections").capacity, most);
        }
    }
    void withoutACopyItStaysDown_data() { services(); }
    void withoutACopyItStaysDown()
    {
        QFETCH(std::string, service);
        // Down for 60 s: a copy takes over after 10 of them.
        for (const auto& [copies, seconds] : {std::pair{0, 60.0}, {1, 10.0}}) {
            Drawing drawing = regular(10, 1000, 120);
            drawing.place(service, "db", {{"replicas", whole(copies)}, {"failoverSeconds", whole(10)}})
                .connect("in", "db");
            drawing.scenario().faults.push_back(faultOn("db", FaultKind::Down, 30, 60));
            const ComponentReport& db = at(run(drawing.design), "db");
            QVERIFY(near(number(db.counts.rejected + db.counts.failed), 10 * seconds, 12, "refused"));
        }
    }
    void readsMissByThePage_data() { services(); }
    void readsMissByThePage()
    {
        QFETCH(std::string, service);
        // A quarter of the data in use fits: 4 pages a read, 3 of them from the volume.
        Drawing drawing = regular(100, 1000, 60);
        drawing
            .place(service, "db",
                   {{"hotDataGib", 96.0},
                    {"classMemoryGib", 32.0},
                    {"bufferPercent", 75.0},
                    {"readMillis", 0.5}})
            .connect("in", "db", {{"operation", text("read")}});
        QVERIFY(near(limitOf(at(run(drawing.design), "db"), "iops").utilisation, 300 / 3000.0, 0.01,
                     "of the IOPS"));
    }

private:
    static void services()
    {
        QTest::addColumn<std::string>("service");
        QTest::addColumn<double>("connections");  // unless told otherwise
        QTest::newRow("Oracle") << std::string{"oracle-on-ec2"} << 1000.0;
        QTest::newRow("MongoDB") << std::string{"mongodb-on-ec2"} << 65536.0;
        QTest::newRow("Neo4j") << std::string{"neo4j-on-ec2"} << 1000.0;
    }
};

PLIMSOLL_TEST(TstDatabasesOnEc2)
#include "tst_databases_on_ec2.moc"
