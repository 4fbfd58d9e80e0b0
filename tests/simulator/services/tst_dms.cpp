// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstDms : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsTheInstanceAndFurtherStorage_data()
    {
        QTest::addColumn<QString>("region");
        QTest::addColumn<QString>("usd");
        // r5.large for 730 h and 100 GiB more: 730 x 0.176 + 100 x 0.115 and 730 x 0.28 + 100 x 0.137.
        QTest::newRow("Virginia") << "us-east-1"
                                  << "139.98";
        QTest::newRow("Frankfurt") << "eu-central-1"
                                   << "218.1";
    }
    void billsTheInstanceAndFurtherStorage()
    {
        QFETCH(QString, region);
        QFETCH(QString, usd);
        Drawing drawing{60};
        drawing.source("in", 10)
            .place("dms", "copy", {{"extraStorageGib", whole(100)}})
            .connect("in", "copy");
        const Result<PriceBook> book = builtinPriceBook(region.toStdString());
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse(usd.toStdString()));
        QCOMPARE(metered(run(drawing.design), "copy", "dms/instance-hours-r5.large"), 1.0);
    }
    void changesGoIntoDatabases_data()
    {
        QTest::addColumn<QString>("database");
        for (const char* each : {"rds", "aurora", "documentdb", "neptune", "oracle-on-ec2", "mongodb-on-ec2"})
            QTest::newRow(each) << each;
    }
    void changesGoIntoDatabases()
    {
        // One after the other: what DMS itself takes for a change (1/1,500 s), and the database its 3 ms and network.
        QFETCH(QString, database);
        Drawing drawing{300};
        drawing.source("in", 20).place("dms", "copy").place(database.toStdString(), "db");
        drawing.connect("in", "copy").connect("copy", "db");
        const RunReport report = run(drawing.design);
        QVERIFY(number(at(report, "db").counts.completed) >= number(at(report, "copy").counts.offered) - 5);
        const double alone = 1e3 / 1500 + *at(report, "db").latency.mean;
        QVERIFY(*at(report, "copy").latency.mean > alone && *at(report, "copy").latency.mean < 1.5 * alone);
        const double said = findComponent(estimate(drawing.design), "db")->accepted.recordsPerSecond;
        QVERIFY(near(said, 20, 0.01, "estimate"));
    }
};

PLIMSOLL_TEST(TstDms)
#include "tst_dms.moc"
