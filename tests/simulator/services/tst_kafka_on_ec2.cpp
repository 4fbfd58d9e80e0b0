// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// What brokers of one's own take in, and cost.
class TstKafkaOnEc2 final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theVolumeOrTheWayToItBinds_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("volume");
        QTest::addColumn<double>("bound");
        // Three brokers of three copies each write all of it: 78.75 MB/s to EBS, or 125 MiB/s of a volume.
        QTest::newRow("the way to EBS") << "m7g.large" << 125 << 78.75e6;
        QTest::newRow("the volume") << "m7g.xlarge" << 125 << 125.0 * 1024 * 1024;
        QTest::newRow("a faster volume") << "m7g.xlarge" << 200 << 156.25e6;
    }
    void theVolumeOrTheWayToItBinds()
    {
        QFETCH(QString, type);
        QFETCH(int, volume);
        QFETCH(double, bound);
        Drawing drawing = regular(1000, 200'000, 60, {{"keys", whole(1'000'000)}});
        drawing
            .place("kafka-on-ec2", "log",
                   {{"instanceType", text(type.toStdString())},
                    {"volumeMibPerSecond", whole(volume)},
                    {"deliveryTimeoutSeconds", 1.0}})
            .connect("in", "log");
        const RunReport report = run(drawing.design);
        const double most = bound / 200'000;
        QVERIFY(near(number(at(report, "log").counts.accepted), 61 * most, 0.02 * 60 * most, "accepted"));
        QCOMPARE(limitOf(at(report, "log"), "storage").refused, number(at(report, "log").counts.throttled));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(sameLimits(report, flow, "log"));
        QVERIFY(near(findComponent(flow, "log")->accepted.recordsPerSecond, most, 0.02 * most, "estimate"));
    }
    void threeBrokersByHand()
    {
        // 3 x 730 h of an instance, 3,000 GB of gp3, and 3 x 75 MiB/s above the 125 that come with a volume.
        const RunReport report = run(regular(10, 1000, 60)
                                         .place("kafka-on-ec2", "log", {{"volumeMibPerSecond", whole(200)}})
                                         .connect("in", "log")
                                         .design);
        QCOMPARE(metered(report, "log", "kafka-on-ec2/hours-m7g.large"), 3.0);
        QCOMPARE(reading(report.usage, "log", "kafka-on-ec2/storage-gb")->startStock, 3000.0);
        QCOMPARE(reading(report.usage, "log", "kafka-on-ec2/volume-throughput")->startStock, 225.0);
    }
};

PLIMSOLL_TEST(TstKafkaOnEc2)
#include "tst_kafka_on_ec2.moc"
