// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// What an application is billed for.
class TstManagedFlink final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anApplicationByHand()
    {
        // 4 subtasks, 2 to a KPU: 2 KPUs and the application's own, 3 x 730 h x $0.11; 2 x 50 GB x $0.10.
        Drawing drawing{130};
        drawing.source("in", 100, {{"keys", whole(100)}})
            .place("kinesis-data-streams", "stream", {{"shards", whole(1)}})
            .place("managed-flink", "flink",
                   {{"parallelism", whole(4)},
                    {"parallelismPerKpu", whole(2)},
                    {"stateBytesPerKey", whole(1'000'000)},
                    {"snapshots", whole(10)}})
            .connect("in", "stream")
            .connect("stream", "flink");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "flink", "managed-flink/kpu-hours"), 3.0);
        QCOMPARE(reading(report.usage, "flink", "managed-flink/running-storage-gb")->startStock, 100.0);
        // 100 keys of 1 MB, a minute's window and the 5.7 s of the one before: 110 MB on average after the first second.
        const MeterReading* backup = reading(report.usage, "flink", "managed-flink/durable-backup-gb");
        QVERIFY(backup && near(backup->startStock, 10 * 0.107e9 / 1073741824, 0.05, "GB of snapshots"));
        const FlowReport flow = estimate(drawing.design);
        for (const MeterReading& one : report.usage) {
            const MeterReading* same = reading(flow.usage, one.component, one.meter);
            if (one.component == "flink")
                QVERIFY(
                    same && near(one.amount, same->amount, 0.02 * same->amount, one.meter.c_str())
                    && near(one.startStock, same->startStock, 0.05 * same->startStock, one.meter.c_str()));
        }
    }
    void aStreamKeepsWhatIsNotRead()
    {
        // The reader stands still for a minute; what was not read ages in the stream and is caught up with.
        Drawing drawing{200};
        drawing.source("in", 50)
            .place("kinesis-data-streams", "stream", {{"shards", whole(1)}})
            .place("managed-flink", "flink", {{"window", text("none")}})
            .connect("in", "stream")
            .connect("stream", "flink");
        drawing.scenario().faults.push_back(faultOn("flink", FaultKind::ConsumerPaused, 50, 60));
        const RunReport report = run(drawing.design);
        const ConsumerCounts& reader = consumerOf(at(report, "stream"), "flink");
        QVERIFY(near(reader.peakAgeSeconds, 61, 2, "age"));
        QVERIFY(number(reader.resident) < 120);
        QVERIFY(everyCopyAccountedFor(at(report, "stream")));
    }
    void resultsOfAWindowAreReadTogether()
    {
        // 500 keys, 50 records a second: each minute nearly all keys have a result, and they come at once. Spread evenly they
        // would be eight a second, and nearly each a batch of its own; together they are a few batches.
        Drawing drawing{1200};
        drawing.source("in", 50, {{"keys", whole(500)}})
            .place("kinesis-data-streams", "stream", {{"shards", whole(2)}})
            .place("managed-flink", "flink")
            .place("kinesis-data-streams", "results", {{"shards", whole(1)}})
            .place("lambda", "fn", {{"fixedMillis", 10.0}})
            .connect("in", "stream")
            .connect("stream", "flink")
            .connect("flink", "results")
            .connect("results", "fn");
        const double ran = metered(run(drawing.design), "fn", "lambda/requests");
        const auto estimated = reading(estimate(drawing.design).usage, "fn", "lambda/requests");
        QVERIFY(ran > 0 && ran < 20 * 15);
        QVERIFY(estimated && near(estimated->amount, ran, 0.25 * ran, "invocations"));
    }
};

PLIMSOLL_TEST(TstManagedFlink)
#include "tst_managed_flink.moc"
