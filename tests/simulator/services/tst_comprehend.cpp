// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstComprehend : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsThreeUnitsAtLeast_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("bytesPerCharacter");
        QTest::addColumn<double>("units");
        // A unit is 100 characters begun, a request three units at least.
        QTest::newRow("a word") << 5 << 1.0 << 3.0;
        QTest::newRow("just three") << 300 << 1.0 << 3.0;
        QTest::newRow("one character more") << 301 << 1.0 << 4.0;
        QTest::newRow("two bytes for each character") << 1000 << 2.0 << 5.0;
    }
    void billsThreeUnitsAtLeast()
    {
        QFETCH(int, bytes);
        QFETCH(double, bytesPerCharacter);
        QFETCH(double, units);
        Drawing drawing = regular(2, bytes, 600);
        drawing.place("comprehend", "texts", {{"bytesPerCharacter", bytesPerCharacter}})
            .connect("in", "texts");
        const RunReport report = run(drawing.design);
        const double requests = number(at(report, "texts").counts.accepted);
        QVERIFY(near(requests, 1200, 1, "requests"));
        QCOMPARE(metered(report, "texts", "comprehend/units-entities"), requests * units);
        QCOMPARE(reading(estimate(drawing.design).usage, "texts", "comprehend/units-entities")->amount,
                 1200 * units);
    }
    void sizesThatSpreadAreBilledByTheirLaw()
    {
        // Of sizes that spread around 250 B some are below three units, some far above: the estimate knows how many.
        Drawing drawing{600};
        drawing.source("in", 20,
                       {{"recordSizeBytes",
                         RawJson{R"({"distribution":"lognormal","medianBytes":200,"p99Bytes":2000})"}}},
                       Arrivals::Regular);
        drawing.place("comprehend", "texts").connect("in", "texts");
        const double ran = metered(run(drawing.design), "texts", "comprehend/units-entities");
        const double said =
            reading(estimate(drawing.design).usage, "texts", "comprehend/units-entities")->amount;
        QVERIFY(said > 12'000 * 3.2);
        QVERIFY(near(ran, said, 0.01 * said, "units"));
    }
    void isPricedInTiers()
    {
        // 10 requests a second of three units: 78,840,000 units in 730 h. The first 10 million cost $0.0001 each, 40 million
        // $0.00005, the other 28,840,000 $0.000025: $1,000 + $2,000 + $721.
        Drawing drawing = regular(10, 300, 600);
        drawing.place("comprehend", "texts").connect("in", "texts");
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse("3721"));
    }
    void beyondTheQuotaIsThrottled()
    {
        // 30 a second of 20: those of the first second's depth, then 20.
        Drawing drawing = regular(30, 300, 600);
        drawing.place("comprehend", "texts").connect("in", "texts");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "texts").counts.accepted), 600 * 20 + 20, 3, "taken"));
        QVERIFY(near(limitOf(at(report, "texts"), "quota").utilisation, 1.5, 0.01, "asked for"));
    }
};

PLIMSOLL_TEST(TstComprehend)
#include "tst_comprehend.moc"
