// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "pricing/price_book.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Viewers of dashboards over Athena.
Drawing dashboards(double perSecond, double seconds, ParameterMap parameters, ParameterMap athena = {})
{
    Drawing drawing{seconds};
    drawing.source("viewers", perSecond)
        .place("quicksight", "bi", std::move(parameters))
        .place("athena", "sql", std::move(athena))
        .connect("viewers", "bi")
        .connect("bi", "sql");
    return drawing;
}

double queriesAtSource(const RunReport& report)
{
    return number(at(report, "sql").counts.offered);
}

}  // namespace

/// Golden scenarios, worked by hand.
class TstQuicksight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aViewOverACopyAsksTheSourceNothing()
    {
        // 4 h of 1 view/s: a full refresh each hour is 4 queries, one each 15 minutes 16, whatever 14,400 viewers do.
        const double hours = 4 * 3600;
        QCOMPARE(queriesAtSource(run(dashboards(1, hours, {}).design)), 4.0);
        const RunReport often = run(dashboards(1, hours, {{"refresh", text("incremental")}}).design);
        QCOMPARE(queriesAtSource(often), 16.0);
        QCOMPARE(fact(at(often, "bi"), "refreshes"), 16.0);
        const FlowReport flow = estimate(dashboards(1, hours, {{"refresh", text("incremental")}}).design);
        QVERIFY(near(findComponent(flow, "sql")->offered.messagesPerSecond * hours, 16, 1e-6, "estimate"));
    }
    void aRefreshTakesAsLongAsItsData_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("seconds");
        // 10 million rows of 220 B at 50 MB/s, and a twentieth of them.
        QTest::newRow("all of it") << "full" << 2.2e9 / (50 * 1048576.0);
        QTest::newRow("a window of 5%") << "incremental" << 0.05 * 2.2e9 / (50 * 1048576.0);
    }
    void aRefreshTakesAsLongAsItsData()
    {
        QFETCH(QString, kind);
        QFETCH(double, seconds);
        const RunReport report =
            run(dashboards(0.01, 2 * 3600, {{"refresh", text(kind.toStdString())}},
                           {{"planningMillis", 0.0}, {"objectMillis", 0.0}, {"cpuSecondsPerGb", 0.0}})
                    .design);
        QVERIFY(near(fact(at(report, "bi"), "longest refresh s"), seconds, 0.01, "a refresh"));
    }
    void aRefreshThatIsDueTooSoonIsSkipped()
    {
        // 1,000 million rows of 220 B take 4,196 s, longer than the hour between two: each second one is skipped.
        const RunReport report =
            run(dashboards(0.01, 8 * 3600, {{"rowsMillions", 1000.0}, {"spiceGigabytes", 1000.0}}).design);
        QVERIFY(fact(at(report, "bi"), "refreshes skipped") >= 3);
        QVERIFY(fact(at(report, "bi"), "refreshes") >= 3);
    }
    void aDirectViewAsksForEachOfItsVisuals()
    {
        // 2 views/s of 6 visuals for 10 min: 12 queries/s at the source.
        const Drawing drawing = dashboards(2, 600, {{"data", text("direct")}, {"visuals", whole(6)}});
        const RunReport report = run(drawing.design);
        const double views = number(at(report, "bi").counts.completed);
        QVERIFY(near(queriesAtSource(report), 6 * views, 6 * 20, "queries"));
        QVERIFY(near(findComponent(estimate(drawing.design), "sql")->offered.messagesPerSecond, 12, 1e-9,
                     "estimate"));
    }
    void aDirectViewFailsAfterTwoMinutes()
    {
        // Athena takes 150 s to plan: no view gets its visuals within 120 s, and Athena finishes all it has begun.
        const RunReport report = run(dashboards(0.1, 1200, {{"data", text("direct")}, {"visuals", whole(1)}},
                                                {{"planningMillis", 150'000.0}, {"queryVariation", 0.0}})
                                         .design);
        QCOMPARE(at(report, "bi").counts.completed, std::uint64_t{0});
        QVERIFY(at(report, "bi").counts.failed > 80);
        QVERIFY(at(report, "sql").counts.completed > 80);
    }
    void aDatasetTakesEightBytesAFieldAndTheLengthOfItsTexts_data()
    {
        QTest::addColumn<double>("millions");
        QTest::addColumn<double>("use");
        // 10 x 8 + 5 x (8 + 20) = 220 B a row, of 10 GB bought and 2 x 10 GB of the authors.
        QTest::newRow("10 million rows, 2.05 GB") << 10.0 << 10e6 * 220 / (30 * 1073741824.0);
        QTest::newRow("146.4 million rows just fit") << 146.4 << 146.4e6 * 220 / (30 * 1073741824.0);
        QTest::newRow("147 million do not") << 147.0 << 147e6 * 220 / (30 * 1073741824.0);
    }
    void aDatasetTakesEightBytesAFieldAndTheLengthOfItsTexts()
    {
        QFETCH(double, millions);
        QFETCH(double, use);
        const RunReport report = run(dashboards(0.1, 2 * 3600, {{"rowsMillions", millions}}).design);
        QVERIFY(near(limitOf(at(report, "bi"), "spice").utilisation, use, 1e-9, "SPICE in use"));
        QCOMPARE(fact(at(report, "bi"), "refreshes failed") > 0, use > 1);
        QCOMPARE(fact(at(report, "bi"), "refreshes"), use > 1 ? 0.0 : 2.0);
    }
    void billsWhatWasWorkedOutByHand_data()
    {
        QTest::addColumn<bool>("bySession");
        QTest::addColumn<QString>("usd");
        // 3 authors x 24 and 50 GB x 0.38 are $91. 100 readers x 3: $391. 0.1 views/s are 262,800 in 730 h, 26,280 sessions
        // of 10: 250 + (26,280 - 500) x 0.50 = 13,140, $13,231: whom readers look at all day are dearer by session.
        QTest::newRow("by reader") << false << "391";
        QTest::newRow("by session") << true << "13231";
    }
    void billsWhatWasWorkedOutByHand()
    {
        QFETCH(bool, bySession);
        QFETCH(QString, usd);
        ParameterMap parameters{{"authors", whole(3)}, {"spiceGigabytes", 50.0}};
        if (bySession)
            parameters["readerPricing"] = text("capacity");
        else
            parameters["readers"] = whole(100);
        Drawing drawing{600};
        drawing.source("viewers", 0.1).place("quicksight", "bi", parameters).connect("viewers", "bi");
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        QVERIFY(book);
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QVERIFY(bill);
        QCOMPARE(bill->total, *Money::parse(usd.toStdString()));
    }
};

PLIMSOLL_TEST(TstQuicksight)
#include "tst_quicksight.moc"
