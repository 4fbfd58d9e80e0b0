// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 1,000 records a second of 1 KB, one consumer group.
Drawing topic(ParameterMap parameters, double seconds = 100)
{
    return regular(1000, 1024, seconds, {{"keys", whole(1'000'000)}})
        .place("msk", "log", std::move(parameters))
        .place("lambda", "reader", {{"fixedMillis", 1.0}, {"perRecordMicros", 0.0}})
        .connect("in", "log")
        .connect("log", "reader", {{"batchSize", whole(10'000)}});
}

}  // namespace

/// What clusters of each kind are billed for, and their own limits.
class TstMsk final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStandardClusterByHand()
    {
        // 3 brokers of 1,000 GiB for a month: 3 x 730 h x $0.204 + 3,000 GB x $0.10.
        const RunReport report = run(topic({}).design);
        QCOMPARE(metered(report, "log", "msk/broker-hours-kafka.m7g.large"), 3.0);
        QCOMPARE(reading(report.usage, "log", "msk/storage-gb")->startStock, 3000.0);
        QCOMPARE(report.usage.size(), std::size_t{4});  // and the function's two
        // A fetch hands over each record once.
        QCOMPARE(consumerOf(at(report, "log"), "reader").expired, std::uint64_t{0});
    }
    void tieredBytesAreOneCopyAfterTheLocalRetention()
    {
        const RunReport report =
            run(topic({{"tieredStorage", true}, {"localRetentionHours", 24.0}, {"retentionHours", 168.0}})
                    .design);
        const MeterReading* tiered = reading(report.usage, "log", "msk/tiered-storage-gb");
        QVERIFY(tiered);
        QVERIFY(near(tiered->inflowPerSecond * kGib, 1000 * 1024, 1024, "bytes a second"));
        QCOMPARE(tiered->delaySeconds, 86'400.0);
        QCOMPARE(tiered->retentionSeconds, 6 * 86'400.0);
        QCOMPARE(metered(report, "log", "msk/tiered-retrieval-gb"), 0.0);
    }
    void whoComesLateReadsFromTheFarTier()
    {
        // The reader stands still for 60 s; what is then older than 36 s, 24 s of records, comes from the far tier.
        Drawing drawing = topic(
            {{"tieredStorage", true}, {"localRetentionHours", 0.01}, {"fetchMibPerPartition", 0.1}}, 120);
        drawing.scenario().faults.push_back(faultOn("reader", FaultKind::ConsumerPaused, 20, 60));
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "log", "msk/tiered-retrieval-gb") * kGib, 24'000 * 1024, 2'000 * 1024,
                     "bytes from the far tier"));
    }
    void expressIsSlowedAboveItsQuota()
    {
        // 3 brokers of 23.4 MB/s, which is where they are throttled.
        Drawing drawing = regular(1000, 100'000, 60, {{"keys", whole(1'000'000)}});
        drawing
            .place("msk", "log",
                   {{"clusterType", text("express")},
                    {"deliveryTimeoutSeconds", 1.0},
                    {"partitions", whole(60)}})
            .connect("in", "log");
        const RunReport report = run(drawing.design);
        const double most = 3 * 23.4 * 1024 * 1024 / 100'000;
        QVERIFY(near(number(at(report, "log").counts.accepted), 61 * most, 0.03 * 60 * most, "accepted"));
        QCOMPARE(metered(report, "log", "msk/express-broker-hours-express.m7g.large"), 3.0);
        QVERIFY(metered(report, "log", "msk/express-in-gb") > 0);
    }
    void serverlessByHand()
    {
        // 100 s of 1,000 x 1 KB in, and out once.
        const RunReport report =
            run(topic({{"clusterType", text("serverless")}, {"partitions", whole(20)}}).design);
        QCOMPARE(metered(report, "log", "msk/serverless-cluster-hours"), 1.0);
        QCOMPARE(metered(report, "log", "msk/serverless-partition-hours"), 20.0);
        QVERIFY(near(metered(report, "log", "msk/serverless-in-gb") * kGib, 1e5 * 1024, 1e3 * 1024, "in"));
        QVERIFY(near(metered(report, "log", "msk/serverless-out-gb") * kGib, 1e5 * 1024, 2e3 * 1024, "out"));
        const MeterReading* kept = reading(report.usage, "log", "msk/serverless-storage-gb");
        QVERIFY(kept && near(kept->retentionSeconds, 7 * 86'400.0, 1, "kept for a week"));
    }
    void aServerlessPartitionSendsTenMegabytes()
    {
        // Three groups read 4 MB/s of one partition: 12 of 10 MB/s.
        Drawing drawing = regular(40, 104'858, 120, {{"keys", whole(1'000'000)}});
        drawing.place("msk", "log", {{"clusterType", text("serverless")}, {"partitions", whole(1)}})
            .connect("in", "log");
        for (const char* id : {"a", "b", "c"})
            drawing.place("lambda", id, {{"fixedMillis", 1.0}, {"perRecordMicros", 0.0}})
                .connect("log", id, {{"batchSize", whole(10'000)}});
        const RunReport report = run(drawing.design);
        const ComponentReport& log = at(report, "log");
        double read = 0;
        for (const ConsumerCounts& one : log.consumers)
            read += number(one.delivered) * 104'858;
        QVERIFY(near(read / 120, 10.0 * 1024 * 1024, 0.6e6, "bytes read a second"));
        QVERIFY(limitOf(log, "partition-out").refused > 0);
        QVERIFY(everyCopyAccountedFor(log));
    }
    void saysWhenDisksWillBeFull()
    {
        // 1,000 KiB/s for a week, 3 copies on 3 brokers: 577 GiB each.
        const FlowReport flow = estimate(topic({{"storageGib", whole(500)}}).design);
        QVERIFY(std::any_of(flow.findings.begin(), flow.findings.end(),
                            [](const Finding& finding) { return finding.id == "disk-full"; }));
        const FlowReport room = estimate(topic({{"storageGib", whole(600)}}).design);
        QVERIFY(std::none_of(room.findings.begin(), room.findings.end(),
                             [](const Finding& finding) { return finding.id == "disk-full"; }));
    }
    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("standard") << "standard";
        QTest::newRow("express") << "express";
        QTest::newRow("serverless") << "serverless";
    }
    void theEstimateIsTheRun()
    {
        QFETCH(QString, type);
        const Design design = topic({{"clusterType", text(type.toStdString())}}).design;
        const RunReport report = run(design);
        const FlowReport flow = estimate(design);
        QVERIFY(sameLimits(report, flow, "log"));
        for (const LimitUse& limit : at(report, "log").limits) {
            const double estimated = limitOf(flow, "log", limit.limit.c_str()).utilisation;
            // The busiest of many partitions has more than its share by chance.
            const double chance = limit.limit.starts_with("partition") ? 0.05 : 0.02;
            QVERIFY(near(limit.utilisation, estimated, chance * estimated, limit.limit.c_str()));
        }
        for (const MeterReading& one : report.usage) {
            const MeterReading* same = reading(flow.usage, one.component, one.meter);
            if (one.component == "log")
                QVERIFY(same && near(one.amount, same->amount, 0.02 * same->amount, one.meter.c_str())
                        && near(one.inflowPerSecond, same->inflowPerSecond, 0.02 * same->inflowPerSecond,
                                "GB/s"));
        }
        QVERIFY(near(*at(report, "log").latency.mean, findComponent(flow, "log")->serviceMillis, 0.3, "ms"));
    }
};

PLIMSOLL_TEST(TstMsk)
#include "tst_msk.moc"
