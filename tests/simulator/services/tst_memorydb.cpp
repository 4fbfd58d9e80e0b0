// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Items of 934 + 90 bytes, 1,000 of them unless told otherwise.
Drawing database(const char* operation, ParameterMap parameters, std::int64_t keys = 1000)
{
    return regular(100, 934, 60, {{"keys", whole(keys)}})
        .place("memorydb", "x", std::move(parameters))
        .connect("in", "x", {{"operation", text(operation)}});
}

}  // namespace

class TstMemorydb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatDoesNotFit()
    {
        // Memory for half of the items: as after a long time it is full, and every second write is of one that is not there.
        const Drawing drawing = database("write", {{"memoryGib", 2000.0 * 1024 / kGib}}, 4000);
        const RunReport report = run(drawing.design);
        const double share = number(at(report, "x").counts.rejected) / number(at(report, "x").counts.offered);
        QVERIFY(near(share, 0.5, 0.03, "refused"));
        QVERIFY(limitOf(at(report, "x"), "memory").refused > 0);
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(
            near(findComponent(flow, "x")->refused.messagesPerSecond, 50, 0.1, "refused by the estimate"));
        // Two shards of this memory hold it all.
        QCOMPARE(findComponent(flow, "x")->sizing.front().minimum, 2.0);
    }
    void keepsWhatItHasAcknowledged()
    {
        Drawing drawing = database("read", {});
        drawing.scenario().faults.push_back(faultOn("x", FaultKind::Down, 20, 5));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "x"), "share of reads that hit"), 1.0);
        QVERIFY(near(number(at(report, "x").counts.rejected), 500, 1, "while it is down"));
    }
    void writesTakeLongerThanReads()
    {
        const double read = *at(run(database("read", {}).design), "x").latency.p50;
        const double write = *at(run(database("write", {}).design), "x").latency.p50;
        QVERIFY(near(read, 0.41, 0.03, "read"));
        QVERIFY(near(write, 3.01, 0.15, "write"));
    }
    void billsNodesAndDataWritten()
    {
        // 100/s of 934 B for 60 s: 5,604,000 B; 2 shards with 1 replica each are 4 nodes; 2 snapshots of 1,000 KiB.
        const ParameterMap redis{{"engine", text("redis")}, {"shards", whole(2)}, {"snapshots", whole(2)}};
        const RunReport report = run(database("write", redis).design);
        QVERIFY(near(metered(report, "x", "memorydb/data-written-gb:redis"), 6000 * 934 / kGib, 1e-5, "GB"));
        QCOMPARE(metered(report, "x", "memorydb/node-hours-db.r7g.large:redis"), 4.0);
        const MeterReading* snapshots = reading(report.usage, "x", "memorydb/snapshot-storage");
        QVERIFY(snapshots && near(snapshots->startStock, 2 * 1000 * 1024 / kGib, 1e-6, "snapshots"));
    }
};

PLIMSOLL_TEST(TstMemorydb)
#include "tst_memorydb.moc"
