// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstSparkStreamingOnEmr : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyNodePaysBothCharges()
    {
        // One primary node and three core nodes, m5.xlarge: 4 x 730 h x ($0.192 + $0.048).
        Drawing drawing{120};
        drawing.source("in", 50)
            .place("kinesis-data-streams", "stream", {{"shards", whole(1)}})
            .place("spark-streaming-on-emr", "job", {{"coreNodes", whole(3)}, {"window", text("none")}})
            .connect("in", "stream")
            .connect("stream", "job");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "job", "spark-streaming-on-emr/uplift-hours-m5.xlarge"), 4.0);
        QCOMPARE(metered(report, "job", "spark-streaming-on-emr/ec2-hours-m5.xlarge"), 4.0);
        QCOMPARE(limitOf(at(report, "job"), "processor").capacity, 12.0);
    }
    void nodesAreSizedByTheWork()
    {
        // 500 records a second of 20 ms: 10 busy cores, three nodes of 4; 80% of four are 12.8.
        Drawing drawing{120};
        drawing.source("in", 500)
            .place("kinesis-data-streams", "stream", {{"shards", whole(2)}})
            .place("spark-streaming-on-emr", "job",
                   {{"coreNodes", whole(4)}, {"window", text("none")}, {"perRecordMicros", 20'000.0}})
            .connect("in", "stream")
            .connect("stream", "job");
        const FlowReport said = estimate(drawing.design);
        const Sizing& sizing = findComponent(said, "job")->sizing.front();
        QCOMPARE(sizing.minimum, 3.0);
        QCOMPARE(sizing.recommended, 4.0);
    }
};

PLIMSOLL_TEST(TstSparkStreamingOnEmr)
#include "tst_spark_streaming_on_emr.moc"
