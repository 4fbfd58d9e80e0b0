// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstGlueStreaming : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void resultsComeWithTheirBatch_data()
    {
        QTest::addColumn<double>("batchSeconds");
        QTest::addColumn<double>("micros");
        QTest::addColumn<double>("millis");
        // Half an interval, 2 s of a batch, and the work of it: of 50 records a second on 4 cores a quarter each, on the one
        // with the most of them 125 + 1.03 x 11 in 10 s.
        QTest::newRow("hardly any work") << 10.0 << 50.0 << 5000.0 + 2000;
        QTest::newRow("a long interval") << 60.0 << 50.0 << 30'000.0 + 2000;
        QTest::newRow("work") << 10.0 << 16'000.0 << 5000.0 + 2000 + 136.5 * 16;
    }
    void resultsComeWithTheirBatch()
    {
        QFETCH(double, batchSeconds);
        QFETCH(double, micros);
        QFETCH(double, millis);
        Drawing drawing{1800};
        drawing.source("in", 50, {{"keys", whole(10'000)}})
            .place("kinesis-data-streams", "stream", {{"shards", whole(1)}})
            .place("glue-streaming", "job",
                   {{"window", text("none")}, {"batchSeconds", batchSeconds}, {"perRecordMicros", micros}})
            .connect("in", "stream")
            .connect("stream", "job");
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "job").latency.mean, millis, 0.04 * millis, "ms"));
        QVERIFY(near(findComponent(estimate(drawing.design), "job")->serviceMillis, millis, 0.04 * millis,
                     "estimate"));
        // Two workers of one DPU.
        QCOMPARE(metered(report, "job", "glue-streaming/dpu-hours"), 2.0);
    }
    void aWindowIsSeenABatchAfterItsEnd()
    {
        // Windows of a minute, batches of 10 s: on average 30 s until the window ends, 5 s of watermark, 5 s until a batch
        // sees that, 10 s until the next one has made its results, 2 s of that batch.
        Drawing drawing{1800};
        drawing.source("in", 50, {{"keys", whole(20)}})
            .place("kinesis-data-streams", "stream", {{"shards", whole(1)}})
            .place("glue-streaming", "job", {{"batchSeconds", 10.0}})
            .connect("in", "stream")
            .connect("stream", "job");
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "job").latency.mean, 52'000, 2600, "ms"));
    }
};

PLIMSOLL_TEST(TstGlueStreaming)
#include "tst_glue_streaming.moc"
