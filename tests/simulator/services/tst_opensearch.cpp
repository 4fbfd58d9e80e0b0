// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Bill billed(const Drawing& drawing)
{
    const FlowReport flow = estimate(drawing.design);
    return *priceMonth({{flow.usage, 0}}, *builtinPriceBook("us-east-1"), library().catalog(), drawing.design,
                       {});
}

}  // namespace

/// Golden scenarios, worked by hand.
class TstOpensearch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsNodesMastersAndDisks()
    {
        // 3 r6g.large at $0.167, 3 m6g.large masters at $0.128, 730 h; 3 disks of 100 GiB gp3 at $0.122.
        Drawing drawing{60};
        drawing.source("in", 10).place("opensearch", "logs").connect("in", "logs");
        const Bill bill = billed(drawing);
        QCOMPARE(bill.total, *Money::parse("682.65"));  // 365.73 + 280.32 + 36.60
    }
    void nodesOfOneTypeAreOneLine()
    {
        Drawing drawing{60};
        drawing.source("in", 10)
            .place("opensearch", "logs", {{"masterType", text("r6g.large")}})
            .connect("in", "logs");
        QCOMPARE(metered(run(drawing.design), "logs", "opensearch/node-hours-r6g.large"), 6.0);
    }
    void marksServerlessUnitsAsQuoted()
    {
        // 2 + 2 units at $0.24 over 730 h; 50 GiB, 10% larger as an index, at $0.024. AWS's own feed prices only the
        // search units.
        Drawing drawing{60};
        drawing.source("in", 10)
            .place("opensearch", "logs", {{"mode", text("serverless")}})
            .connect("in", "logs");
        const Bill bill = billed(drawing);
        for (const BillLine& line : bill.lines) {
            QCOMPARE(line.isUncertain, line.meter != "opensearch/search-ocu-hours");
            if (line.meter.ends_with("ocu-hours"))
                QCOMPARE(line.amount, *Money::parse("350.4"));
            else
                QVERIFY(near(line.amount.dollars(), 55 * 0.024, 0.35, "storage"));
        }
    }
    void sizesNodesByWorkOrDisk_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<double>("storedGb");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<QString>("by");
        // Of 1 KB: a node does 2 x 1,000 / 2 copies = 1,000/s, so 2,500/s ask for 2.5. A node of 100 GiB holds
        // 95 - 20 = 75 GiB of index: 34.1 of documents, twice, 10% larger; 200 GiB ask for 5.9.
        QTest::newRow("work") << 2500.0 << 10.0 << 3.0 << "cores";
        QTest::newRow("disk") << 2500.0 << 200.0 << 6.0 << "disk";
    }
    void sizesNodesByWorkOrDisk()
    {
        QFETCH(double, perSecond);
        QFETCH(double, storedGb);
        QFETCH(double, minimum);
        QFETCH(QString, by);
        Drawing drawing{60};
        drawing.source("in", perSecond)
            .place("opensearch", "logs", {{"storedGb", storedGb}})
            .connect("in", "logs");
        const FlowReport flow = estimate(drawing.design);
        const Sizing& nodes = findComponent(flow, "logs")->sizing.front();
        QCOMPARE(nodes.minimum, minimum);
        QCOMPARE(QString::fromStdString(nodes.binding), by);
    }
    void bulksOfADeliveryAreFoundTogether()
    {
        // Firehose brings batches; each document counts.
        Drawing drawing{300};
        drawing.source("in", 100, {}, Arrivals::Regular)
            .place("data-firehose", "delivery", {{"bufferSeconds", whole(10)}})
            .place("opensearch", "logs")
            .connect("in", "delivery")
            .connect("delivery", "logs");
        const RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "logs"), "documents indexed") > 28'000);
        QVERIFY(sinkAt(report, "logs").delay.mean.value_or(0) > 5000);
    }
};

PLIMSOLL_TEST(TstOpensearch)
#include "tst_opensearch.moc"
