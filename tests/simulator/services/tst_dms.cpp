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
private slots:
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
};

PLIMSOLL_TEST(TstDms)
#include "tst_dms.moc"
