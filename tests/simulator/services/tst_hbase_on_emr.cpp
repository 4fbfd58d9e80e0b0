// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Three servers of 4 vCPU whose times are all 0 but those given.
Drawing table(double rate, double seconds, ParameterMap own, const char* operation)
{
    ParameterMap values{{"readMillis", 0.0},     {"readP99Millis", 0.0}, {"writeMillis", 0.0},
                        {"writeP99Millis", 0.0}, {"networkMillis", 0.0}, {"logMillis", 0.0},
                        {"logP99Millis", 0.0},   {"blockMillis", 0.0},   {"blockP99Millis", 0.0}};
    for (const auto& [id, value] : own)
        values[id] = value;
    return Drawing{seconds}
        .source("in", rate, {{"keys", whole(1000)}})
        .place("hbase-on-emr", "rows", std::move(values))
        .connect("in", "rows", {{"kind", text("call")}, {"operation", text(operation)}});
}

}  // namespace

/// Rows that are with one server each, in HDFS or S3.
class TstHbaseOnEmr final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWriteWaitsForTheLog()
    {
        // 2 ms of a vCPU, 8 ms of the log, 1 ms of the way: 11 ms, with hardly any line (50/s x 2 ms of 12 vCPU).
        const Drawing drawing = table(50, 300,
                                      {{"writeMillis", 2.0},
                                       {"writeP99Millis", 2.0},
                                       {"logMillis", 8.0},
                                       {"logP99Millis", 8.0},
                                       {"networkMillis", 1.0}},
                                      "write");
        QVERIFY(near(*sinkAt(run(drawing.design), "rows").delay.mean, 11, 0.1, "mean ms"));
        QVERIFY(near(estimate(drawing.design).components.back().serviceMillis, 11, 0.1, "estimate"));
    }
    void aMissFetchesItsBlockBeforeTheWork()
    {
        // 3 ms of a vCPU, and for a quarter of the rows 40 ms of a disk: 3 + 0.25 x 40 = 13 ms.
        const Drawing drawing = table(100, 300,
                                      {{"readMillis", 3.0},
                                       {"readP99Millis", 3.0},
                                       {"blockMillis", 40.0},
                                       {"blockP99Millis", 40.0},
                                       {"cacheHitPercent", 75.0}},
                                      "read");
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "rows").latency.mean, 13, 0.26, "mean ms"));
        QVERIFY(near(fact(at(report, "rows"), "blocks fetched"), 7500, 250, "a quarter of 30,000"));
        QVERIFY(near(estimate(drawing.design).components.back().serviceMillis, 13, 0.1, "estimate"));
    }
    void aConnectedBucketIsAskedForEachBlock()
    {
        // A tenth of 200 reads a second: 20 GET requests a second at the bucket, by both.
        Drawing drawing = table(200, 300, {}, "read");
        drawing.place("s3", "root").connect("rows", "root");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "root").counts.offered), 6000, 240, "GET requests"));
        QVERIFY(near(metered(report, "root", "s3/get-requests-standard"), 6000, 240, "billed"));
        const FlowReport flow = estimate(drawing.design);
        for (const FlowComponent& component : flow.components)
            if (component.id == "root")
                QVERIFY(near(component.offered.messagesPerSecond, 20, 0.01, "estimate"));
    }
    void regionsOfALostServerFailUntilTheyAreMoved()
    {
        // One of three servers is away from second 50 to 150; its third of 90/s fails for 30 s: 900. The others serve all then.
        Drawing drawing = table(90, 200, {{"regionsMovedSeconds", 30.0}}, "write");
        drawing.scenario().faults.push_back(faultOn("rows", FaultKind::CapacityCut, 50, 100, 2.0 / 3));
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "rows"), "requests whose region had no server"), 900, 110, "failed"));
        QCOMPARE(countBetween(at(report, "rows"), "rejected", 82, 200), 0.0);
    }
    void serversAreSizedByTheirVcpus()
    {
        // 4,000 reads of 4 ms are 16 vCPUs: four servers of 4, and five with a fifth in reserve.
        const FlowReport flow =
            estimate(table(4000, 60, {{"readMillis", 4.0}, {"readP99Millis", 4.0}}, "read").design);
        QCOMPARE(flow.components.back().sizing.front().minimum, 4.0);
        QCOMPARE(flow.components.back().sizing.front().recommended, 5.0);
    }
    void nodesAreBilledWhateverIsAsked()
    {
        const RunReport report = run(table(1, 60, {{"regionServers", whole(6)}}, "read").design);
        QCOMPARE(metered(report, "rows", "hbase-on-emr/uplift-hours-r5.xlarge"), 7.0);
        QCOMPARE(metered(report, "rows", "hbase-on-emr/ec2-hours-r5.xlarge"), 7.0);
    }
};

PLIMSOLL_TEST(TstHbaseOnEmr)
#include "tst_hbase_on_emr.moc"
