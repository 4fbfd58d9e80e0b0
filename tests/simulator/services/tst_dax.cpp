// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A cluster before an on-demand table, asked for 100 items over and over.
Drawing cluster(double perSecond, const char* operation, ParameterMap parameters, std::int64_t bytes = 1000)
{
    return regular(perSecond, bytes, 120, {{"keys", whole(100)}})
        .place("dax", "x", std::move(parameters))
        .place("dynamodb", "table", {{"mode", text("on-demand")}})
        .connect("in", "x", {{"operation", text(operation)}})
        .connect("x", "table", {{"operation", text("read")}})
        .connect("x", "table", {{"operation", text("write")}});
}

}  // namespace

class TstDax : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void capacityIsCountedInHits()
    {
        // 3 nodes of r5.large: 225,000. 1,000 reads/s of 1,000 B that hit take 1,000; of 2,500 B, 3 KB each, 3,000.
        const RunReport small = run(cluster(1000, "read", {}).design);
        QVERIFY(near(limitOf(at(small, "x"), "requests").mean, 1000, 20, "hits of 1 KB"));
        QCOMPARE(limitOf(at(small, "x"), "requests").capacity, 225'000.0);
        const RunReport large = run(cluster(1000, "read", {}, 2500).design);
        QVERIFY(near(limitOf(at(large, "x"), "requests").mean, 3000, 60, "hits of 3 KB"));
    }
    void aWriteCountsOnEveryNode()
    {
        // 100 writes/s x 25 x 3 nodes = 7,500, in run and estimate.
        const Drawing drawing = cluster(100, "write", {});
        const RunReport report = run(drawing.design);
        QVERIFY(near(limitOf(at(report, "x"), "requests").mean, 7500, 1, "writes"));
        QVERIFY(near(findComponent(estimate(drawing.design), "x")->limits.front().mean, 7500, 1, "estimate"));
        // 75,000 / 25 = 3,000 writes/s is all that any number of these nodes does; 1.3 times that does not fit.
        const FlowReport flow = estimate(cluster(3900, "write", {{"nodes", whole(11)}}).design);
        QVERIFY(near(findComponent(flow, "x")->limits.front().utilisation, 1.3, 0.001, "use"));
    }
    void stronglyConsistentReadsGoToTheTable()
    {
        const Drawing drawing = cluster(100, "read", {{"stronglyConsistentPercent", 25.0}});
        const RunReport report = run(drawing.design);
        const double asked = number(at(report, "table").counts.offered);
        QVERIFY(near(asked, 0.25 * 12'000, 150, "reads of the table"));
        QVERIFY(near(findComponent(estimate(drawing.design), "table")->offered.messagesPerSecond, asked / 120,
                     0.1 * asked / 120, "estimate"));
    }
    void writesGoOnToTheTable()
    {
        const Drawing drawing = cluster(50, "write", {});
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "table", "dynamodb/on-demand-write-units"), 6000, 2, "write units"));
        const auto units =
            reading(estimate(drawing.design).usage, "table", "dynamodb/on-demand-write-units");
        QVERIFY(units && near(units->amount, 6000, 2, "write units of the estimate"));
    }
    void billsNodesByTheHour()
    {
        QCOMPARE(metered(run(cluster(1, "read", {{"nodes", whole(5)}}).design), "x",
                         "dax/node-hours-dax.r5.large"),
                 5.0);
    }
};

PLIMSOLL_TEST(TstDax)
#include "tst_dax.moc"
