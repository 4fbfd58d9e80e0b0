// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TstEventbridgePipes final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aQueueIsEmptiedIntoAStream()
    {
        // 20/s of 1 KB, half of which pass the filter: 10/s reach the stream; each batch is a request of less than 64 KB.
        Drawing drawing = regular(20, 1024, 300);
        drawing.place("sqs", "queue")
            .place("eventbridge-pipes", "pipe")
            .place("kinesis-data-streams", "stream")
            .connect("in", "queue")
            .connect("queue", "pipe", {{"filterShare", 50.0}})
            .connect("pipe", "stream");
        const RunReport report = run(drawing.design);
        // Sigma of 6,000 coins is 39.
        QVERIFY(near(number(at(report, "stream").counts.accepted), 3000, 4 * 39 + 20, "passed on"));
        const double requests = metered(report, "pipe", "eventbridge-pipes/requests");
        QCOMPARE(requests, fact(at(report, "pipe"), "invocations"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "pipe", "eventbridge-pipes/requests")->amount, requests,
                     0.05 * requests, "requests estimated"));
        QVERIFY(
            near(findComponent(flow, "stream")->offered.recordsPerSecond, 10, 0.1, "passed on, estimated"));
    }
    void largeBatchesAreSeveralRequests()
    {
        // 10 records/s of 40,000 B in one shard, read once a second: ten in a batch, 400,000 B, so 7 requests of 64 KB each.
        Drawing drawing = regular(10, 40'000, 300);
        drawing.place("kinesis-data-streams", "stream")
            .place("eventbridge-pipes", "pipe")
            .place("sqs", "queue")
            .connect("in", "stream")
            .connect("stream", "pipe", {{"batchSize", whole(10)}, {"batchWindowMillis", whole(10'000)}})
            .connect("pipe", "queue", {{"batchSize", whole(10)}});
        const RunReport report = run(drawing.design);
        const double batches = fact(at(report, "pipe"), "invocations");
        QVERIFY(near(batches, 300, 4, "batches"));
        QCOMPARE(metered(report, "pipe", "eventbridge-pipes/requests"), 7 * batches);
        QVERIFY(near(reading(estimate(drawing.design).usage, "pipe", "eventbridge-pipes/requests")->amount,
                     2100, 42, "estimated"));
    }
    void anEnrichmentLengthensTheExecution()
    {
        // 20 ms of its own, then 100 ms for the enrichment, then the queue's 10 ms; a read that brings two records lets one wait.
        Drawing drawing = regular(1, 1024, 200);
        drawing.place("kinesis-data-streams", "stream")
            .place("eventbridge-pipes", "pipe")
            .place("custom-server", "enrich",
                   {{"serviceTimeMicros", 100'000.0}, {"serviceDistribution", text("deterministic")}})
            .place("sqs", "queue")
            .connect("in", "stream")
            .connect("stream", "pipe", {{"batchSize", whole(1)}})
            .connect("pipe", "enrich", {{"kind", text("call")}, {"operation", text("read")}})
            .connect("pipe", "queue", {{"order", whole(1)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "pipe").latency.mean, 132, 3, "ms of an execution"));
        QVERIFY(near(number(at(report, "queue").counts.accepted), 199, 2, "passed on"));
    }
};

PLIMSOLL_TEST(TstEventbridgePipes)
#include "tst_eventbridge_pipes.moc"
