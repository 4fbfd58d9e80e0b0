// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/quorum_store/quorum_store.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A ring without any time but the ways between nodes, which are log-normal with the median 10 and the 99th percentile 100 ms.
Drawing ring(double rate, double seconds, ParameterMap own, const char* operation = "write",
             std::int64_t keys = 1000)
{
    ParameterMap values{{"readMillis", 0.0},        {"readP99Millis", 0.0}, {"writeMillis", 0.0},
                        {"writeP99Millis", 0.0},    {"networkMillis", 0.0}, {"replicaMillis", 10.0},
                        {"replicaP99Millis", 100.0}};
    for (const auto& [id, value] : own)
        values[id] = value;
    return Drawing{seconds}
        .source("in", rate, {{"keys", whole(keys)}})
        .place("cassandra-on-ec2", "ring", std::move(values))
        .connect("in", "ring", {{"kind", text("call")}, {"operation", text(operation)}});
}

}  // namespace

/// Quorums: times, availability, stale reads.
class TstCassandraOnEc2 final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void orderStatisticsOfExponentialTimes_data()
    {
        QTest::addColumn<int>("needed");
        QTest::addColumn<int>("asked");
        QTest::addColumn<double>("mean");
        // Of n exponential times of mean 1 the k-th has the mean 1/n + ... + 1/(n - k + 1).
        QTest::newRow("1 of 1") << 1 << 1 << 1.0;
        QTest::newRow("1 of 3") << 1 << 3 << 1.0 / 3;
        QTest::newRow("2 of 3") << 2 << 3 << 1.0 / 3 + 1.0 / 2;
        QTest::newRow("3 of 3") << 3 << 3 << 1.0 / 3 + 1.0 / 2 + 1;
        QTest::newRow("3 of 5") << 3 << 5 << 1.0 / 5 + 1.0 / 4 + 1.0 / 3;
    }
    void orderStatisticsOfExponentialTimes()
    {
        QFETCH(int, needed);
        QFETCH(int, asked);
        QFETCH(double, mean);
        std::vector<double> values;
        for (int n = 0; n < 20'000; ++n)
            values.push_back(-std::log(1 - (n + 0.5) / 20'000));
        QVERIFY(near(orderStatistic(values, needed, asked).mean, mean, 1e-3, "mean"));
    }
    void aWriteWaitsForItsQuorum_data()
    {
        QTest::addColumn<int>("quorum");
        QTest::addColumn<double>("median");
        // The median of the k-th of three is the u-quantile of one with P(at least k of 3 below) = 1/2: u = 1 - 2^(-1/3) =
        // 0.2063, 0.5 and 2^(-1/3) = 0.7937, of the standard normal law -0.819, 0, 0.819. sigma = ln(10) / 2.3263 = 0.9898:
        // 10 ms x e^(-0.811) = 4.44, 10, 22.5 ms.
        QTest::newRow("one") << 1 << 4.44;
        QTest::newRow("quorum") << 2 << 10.0;
        QTest::newRow("all") << 3 << 22.5;
    }
    void aWriteWaitsForItsQuorum()
    {
        QFETCH(int, quorum);
        QFETCH(double, median);
        const Drawing drawing = ring(100, 200, {{"writeQuorum", whole(quorum)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(*sinkAt(report, "ring").delay.p50, median, 0.04 * median, "median ms"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(flow.components.back().serviceMillis, *sinkAt(report, "ring").delay.mean,
                     0.05 * *sinkAt(report, "ring").delay.mean, "mean ms of the estimate"));
    }
    void aLostZoneLeavesWhatHasAQuorum_data()
    {
        QTest::addColumn<int>("quorum");
        QTest::addColumn<double>("refused");
        // One copy of three is away for 100 of 200 s.
        QTest::newRow("quorum") << 2 << 0.0;
        QTest::newRow("all") << 3 << 5000.0;
    }
    void aLostZoneLeavesWhatHasAQuorum()
    {
        QFETCH(int, quorum);
        QFETCH(double, refused);
        Drawing drawing = ring(50, 200, {{"nodes", whole(6)}, {"writeQuorum", whole(quorum)}});
        Fault lost = faultOn("ring", FaultKind::ZoneLost, 50, 100);
        lost.zone = "a";
        drawing.scenario().faults.push_back(lost);
        const RunReport report = run(drawing.design);
        const ComponentReport& ring = at(report, "ring");
        QVERIFY(near(number(ring.counts.rejected), refused, 250, "refused"));
    }
    void readsAreStaleOnlyWhereQuorumsMayMissEachOther_data()
    {
        QTest::addColumn<int>("reads");
        QTest::addColumn<int>("writes");
        QTest::addColumn<bool>("some");
        QTest::newRow("1 + 1 of 3") << 1 << 1 << true;
        QTest::newRow("1 + 2 of 3") << 1 << 2 << true;
        QTest::newRow("2 + 2 of 3") << 2 << 2 << false;
        QTest::newRow("1 + 3 of 3") << 1 << 3 << false;
    }
    void readsAreStaleOnlyWhereQuorumsMayMissEachOther()
    {
        QFETCH(int, reads);
        QFETCH(int, writes);
        QFETCH(bool, some);
        // Two keys, each written twenty times a second: one vCPU at a copy works 40 ms on a write, so copies run behind.
        Drawing drawing = ring(20, 100,
                               {{"readQuorum", whole(reads)},
                                {"writeQuorum", whole(writes)},
                                {"writeMillis", 30.0},
                                {"writeP99Millis", 60.0}},
                               "write", 2);
        drawing.source("readers", 50, {{"keys", whole(2)}})
            .connect("readers", "ring", {{"kind", text("call")}, {"operation", text("read")}});
        const RunReport report = run(drawing.design);
        const ComponentReport& ring = at(report, "ring");
        double stale = 0;
        for (const auto& each : ring.facts)
            stale += each.id == "stale-reads" ? each.value : 0;
        QCOMPARE(stale > 0, some);
    }
    void billsNodesAndVolumes()
    {
        // 5 nodes of 100 GiB with 4,000 IOPS each.
        const RunReport report =
            run(ring(1, 60, {{"nodes", whole(5)}, {"storageGib", whole(100)}, {"iops", whole(4000)}}).design);
        QCOMPARE(metered(report, "ring", "cassandra-on-ec2/hours-r6g.xlarge"), 5.0);
        QCOMPARE(reading(report.usage, "ring", "cassandra-on-ec2/storage-gb")->startStock, 500.0);
        QCOMPARE(reading(report.usage, "ring", "cassandra-on-ec2/iops")->startStock, 5000.0);
    }
};

PLIMSOLL_TEST(TstCassandraOnEc2)
#include "tst_cassandra_on_ec2.moc"
