// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr double kMegabyte = 1e6;
constexpr std::int64_t kRecord = 100'000;

/// So many records of 100 kB a second into three brokers, for a minute; a producer waits two seconds.
Drawing brokers(double perSecond, ParameterMap parameters, int groups = 0, double seconds = 60)
{
    parameters.emplace("deliveryTimeoutSeconds", 2.0);
    Drawing drawing = regular(perSecond, kRecord, seconds, {{"keys", whole(1'000'000)}});
    drawing.place("msk", "log", std::move(parameters)).connect("in", "log");
    for (int group = 0; group < groups; ++group) {
        const std::string id = "group" + std::to_string(group);
        drawing.place("lambda", id, {{"fixedMillis", 1.0}, {"perRecordMicros", 0.0}})
            .connect("log", id, {{"batchSize", whole(10'000)}, {"batchWindowMillis", whole(0)}});
    }
    return drawing;
}

ParameterMap standard(const char* type, std::int64_t copies = 3, std::int64_t inSync = 2)
{
    return {{"brokerType", text(type)}, {"replication", whole(copies)}, {"minInSync", whole(inSync)}};
}

}  // namespace

/// What brokers take in, against the closed form of their limits.
class TstBrokerLog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesInWhatItsTightestLimitLetsPass_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("copies");
        QTest::addColumn<int>("groups");
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<double>("bound");
        QTest::addColumn<QString>("limit");
        // Three brokers of R copies take in 3 / R times what one carries. m5.large: network 93.75 MB/s, EBS 81.25 MB/s.
        QTest::newRow("storage, 3 copies") << "kafka.m5.large" << 3 << 1 << 1000.0 << 81.25 << "storage";
        // t3.small: network 16 MB/s, EBS 21.75 MB/s. With one group a broker sends B (3 - 1 + 1) / 3 and takes in B.
        QTest::newRow("network, 3 copies") << "kafka.t3.small" << 3 << 0 << 250.0 << 16.0 << "network-in";
        // Two groups: B (3 - 1 + 2) / 3 = 16 MB/s.
        QTest::newRow("network out, 2 groups")
            << "kafka.t3.small" << 3 << 2 << 250.0 << 12.0 << "network-out";
        QTest::newRow("network, 1 copy") << "kafka.t3.small" << 1 << 0 << 700.0 << 48.0 << "network-in";
        QTest::newRow("room") << "kafka.m5.large" << 3 << 2 << 500.0 << 50.0 << "";
    }
    void takesInWhatItsTightestLimitLetsPass()
    {
        QFETCH(QString, type);
        QFETCH(int, copies);
        QFETCH(int, groups);
        QFETCH(double, perSecond);
        QFETCH(double, bound);
        QFETCH(QString, limit);
        const Design design = brokers(perSecond, standard(qPrintable(type), copies, 1), groups).design;
        const RunReport report = run(design);
        const ComponentReport& log = at(report, "log");
        const double expected = bound * kMegabyte / kRecord;
        // What waits at the end was accepted too: up to the two seconds of patience.
        const double waits = limit.isEmpty() ? 0 : 2 * expected;
        QVERIFY(near(number(log.counts.accepted), 60 * expected + waits, 0.02 * 60 * expected, "accepted"));
        const FlowReport flow = estimate(design);
        QVERIFY(sameLimits(report, flow, "log"));
        QVERIFY(near(findComponent(flow, "log")->accepted.recordsPerSecond * 60, 60 * expected + waits,
                     0.02 * 60 * expected, "estimate"));
        // Beside the puts, the limit on what is sent counts the fetches it held back.
        const double held = fact(log, "fetches held back");
        for (const LimitUse& one : log.limits) {
            const double puts = one.limit == limit.toStdString() ? number(log.counts.throttled) : 0;
            QCOMPARE(one.refused, puts + (one.limit == "network-out" ? held : 0));
        }
        QCOMPARE(log.counts.throttled > 0, !limit.isEmpty());
        if (groups > 0)
            QVERIFY(everyCopyAccountedFor(log));
    }
    void slowsBeforeItRefuses()
    {
        // 5% over what the network takes in: after ten seconds a put waits for half a second, and none is refused.
        const RunReport report = run(brokers(168, standard("kafka.t3.small"), 0, 10).design);
        const ComponentReport& log = at(report, "log");
        QCOMPARE(log.counts.throttled, std::uint64_t{0});
        QVERIFY(near(*log.latency.max, 10 + 500, 30, "ms of the last puts"));
        QVERIFY(near(limitOf(log, "network-in").utilisation, 1.05, 0.01, "use"));
    }
    void aPeakIsTakenInLater()
    {
        // 15 MB/s, and 18 MB/s for 10 of 60 s where the network takes in 16: 20 MB wait, for 20 / 16 = 1.25 s at most, and all
        // are taken in before two seconds are over, in the estimate too.
        Drawing drawing = brokers(150, standard("kafka.t3.small"));
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 180;
        profile.peakStartSeconds = 10;
        profile.peakSeconds = 10;
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "log").counts.throttled, std::uint64_t{0});
        QVERIFY(near(*at(report, "log").latency.max, 10 + 1250, 30, "ms of the last of them"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "log")->accepted.recordsPerSecond, 155, 0.01, "estimate"));
        QVERIFY(findComponent(flow, "log")->refused.recordsPerSecond < 1e-9);
    }
    void consumersSeeARecordAtOnce()
    {
        // Put 10 ms, fetch 5 ms, run 1 ms: a fetch waits at the broker for the record.
        const RunReport report = run(brokers(3, standard("kafka.m5.large"), 1, 120).design);
        QVERIFY(near(*sinkAt(report, "group0").delay.mean, 16, 6, "ms"));
    }
    void aLostBrokerTakesWhatItAloneKeeps_data()
    {
        QTest::addColumn<int>("copies");
        QTest::addColumn<int>("inSync");
        QTest::addColumn<double>("refused");
        // Of three brokers one is gone for 20 of 60 s. Each partition lies on all three, on two of them, or on one.
        QTest::newRow("3 copies, 2 in sync") << 3 << 2 << 0.0;
        QTest::newRow("3 copies, 3 in sync") << 3 << 3 << 1.0;
        QTest::newRow("2 copies, 2 in sync") << 2 << 2 << 2.0 / 3;
        QTest::newRow("2 copies, 1 in sync") << 2 << 1 << 0.0;
        QTest::newRow("1 copy") << 1 << 1 << 1.0 / 3;
    }
    void aLostBrokerTakesWhatItAloneKeeps()
    {
        QFETCH(int, copies);
        QFETCH(int, inSync);
        QFETCH(double, refused);
        Drawing drawing = brokers(50, standard("kafka.m5.large", copies, inSync), 1);
        Fault fault = faultOn("log", FaultKind::ZoneLost, 20, 20);
        fault.zone = "a";
        drawing.scenario().faults.push_back(fault);
        const RunReport report = run(drawing.design);
        const ComponentReport& log = at(report, "log");
        QVERIFY(near(number(log.counts.rejected), 20 * 50 * refused, 40, "refused"));
        QCOMPARE(fact(log, "puts without enough brokers in sync"), number(log.counts.rejected));
        QVERIFY(everyCopyAccountedFor(log));
        QVERIFY(number(consumerOf(log, "group0").resident) < 20);  // read on once the broker is back
    }
    void aPartitionIsOneOfManyThatShareABroker()
    {
        // 60% of the records on one key: its partition lies on the same three brokers as all others, which take in as
        // much as before. Express counts a partition by itself: 15 MB/s.
        Drawing drawing = brokers(400, {{"clusterType", text("express")}});
        drawing.design.components.front().parameters["hotKeyShare"] = 0.6;
        const RunReport report = run(drawing.design);
        const double hot = 15.0 * 1024 * 1024 / kRecord;
        const double others = 0.4 * 400 * 11 / 12;
        QVERIFY(near(number(at(report, "log").counts.accepted), 62 * hot + 60 * others, 0.03 * 60 * 330,
                     "accepted"));
        QVERIFY(limitOf(at(report, "log"), "partition-in").refused > 0);
        QCOMPARE(limitOf(at(report, "log"), "ingress").refused, 0.0);
    }
};

PLIMSOLL_TEST(TstBrokerLog)
#include "tst_broker_log.moc"
