// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap quickBucket()
{
    return {{"firstByteMillis", 50.0}, {"firstByteP99Millis", 50.0}};
}

Drawing toBucket(Drawing drawing, ParameterMap stream)
{
    return drawing.place("data-firehose", "delivery", std::move(stream))
        .place("s3", "bucket", quickBucket())
        .connect("in", "delivery")
        .connect("delivery", "bucket");
}

}  // namespace

/// Buffers, quotas of direct puts, billing granule and delivery.
class TstDataFirehose final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deliversWhenFullOrOldEnough_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bufferSeconds");
        QTest::addColumn<double>("bySize");
        QTest::addColumn<double>("byTime");
        // 16/s of 64 KiB are 1 MiB/s: 80 records fill 5 MiB. 100 s bring 1,600 = 20 x 80.
        QTest::newRow("size first") << 16.0 << 300 << 20.0 << 0.0;
        // The interval begins with the first record; it closes after 3 s, between the 49th and the 50th record of
        // 16.1/s, and the next begins 49 / 16.1 = 3.0435 s after this one. Closed by 100 s: floor(96.97 / 3.0435) + 1.
        QTest::newRow("time first") << 16.1 << 3 << 0.0 << 32.0;
        // Never full, never old enough.
        QTest::newRow("neither") << 0.5 << 900 << 0.0 << 0.0;
    }
    void deliversWhenFullOrOldEnough()
    {
        QFETCH(double, rate);
        QFETCH(int, bufferSeconds);
        QFETCH(double, bySize);
        QFETCH(double, byTime);
        const RunReport report =
            run(toBucket(regular(rate, 65'536, 100), {{"bufferSeconds", whole(bufferSeconds)}}).design);
        const ComponentReport& delivery = at(report, "delivery");
        QCOMPARE(fact(delivery, "flushed by size"), bySize);
        QCOMPARE(fact(delivery, "flushed by time"), byTime);
        // The last one may still be on its way.
        QVERIFY(near(fact(at(report, "bucket"), "objects written"), bySize + byTime, 1, "objects"));
        if (bySize > 0)
            QCOMPARE(fact(at(report, "bucket"), "mean object MiB"), 5.0);
        // No record is older than the buffer's interval, the acknowledgement and the write.
        if (byTime > 0)
            QVERIFY(*sinkAt(report, "bucket").delay.max < 3000 + 60 + 50);
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void meanDelayIsHalfTheTimeToFill()
    {
        // 5 s to fill: a record waits 0 to 5 s, on average half, then 50 ms and 5 MiB at 90 MB/s.
        const RunReport report = run(toBucket(regular(16, 65'536, 100), {}).design);
        QVERIFY(near(*sinkAt(report, "bucket").delay.mean, 2500 - 31.25 + 50 + 58.3, 10, "mean ms"));
    }
    void theTimeInsideIsEachRecords_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<ParameterMap>("stream");
        QTest::addColumn<bool>("hasBucket");
        QTest::addColumn<double>("seconds");
        const ParameterMap ten{{"bufferSeconds", whole(10)}};
        const ParameterMap apart{{"bufferSeconds", whole(10)},
                                 {"dynamicPartitioning", true},
                                 {"prefixes", whole(100'000)},
                                 {"partitionIntervalFactor", 1.0}};
        // The first record waits 10 s, the others that come within them half as long; then 50 ms of writing.
        QTest::newRow("many in a buffer") << 50.0 << ten << true << (10 + 500 * 5.0) / 501 + 0.05;
        QTest::newRow("few in a buffer") << 0.2 << ten << true << (10 + 2 * 5.0) / 3 + 0.05;
        QTest::newRow("one in a buffer") << 0.2 << apart << true << 10.05;
        QTest::newRow("nowhere to go") << 50.0 << ten << false << (10 + 500 * 5.0) / 501;
    }
    void theTimeInsideIsEachRecords()
    {
        QFETCH(double, rate);
        QFETCH(ParameterMap, stream);
        QFETCH(bool, hasBucket);
        QFETCH(double, seconds);
        Drawing drawing{rate < 1 ? 40'000.0 : 1000.0};
        drawing.source("in", rate, {{"keys", whole(1'000'000)}});
        Design design =
            hasBucket ? toBucket(drawing, stream).design
                      : drawing.place("data-firehose", "delivery", stream).connect("in", "delivery").design;
        const RunReport report = run(design);
        QVERIFY(near(*at(report, "delivery").latency.mean, seconds * 1e3, 0.02 * seconds * 1e3, "ms"));
        const FlowReport flow = estimate(design);
        QVERIFY(near(findComponent(flow, "delivery")->serviceMillis, seconds * 1e3, 0.02 * seconds * 1e3,
                     "ms estimated"));
        // Nothing is delivered, and no object of a partition paid for, where there is no destination.
        QCOMPARE(fact(at(report, "delivery"), "objects delivered") > 0, hasBucket);
    }
    void withoutADestinationNoPartitionsAreBilled()
    {
        Drawing drawing{1000};
        drawing.source("in", 10)
            .place("data-firehose", "delivery", {{"dynamicPartitioning", true}})
            .connect("in", "delivery");
        const auto billed = [](const Usage& usage) {
            double all = 0;
            for (const char* meter :
                 {"data-firehose/dynamic-partitioning-objects", "data-firehose/dynamic-partitioning-gb"})
                if (const MeterReading* found = reading(usage, "delivery", meter))
                    all += found->amount;
            return all;
        };
        QCOMPARE(billed(run(drawing.design).usage), 0.0);
        QCOMPARE(billed(estimate(drawing.design).usage), 0.0);
    }
    void billsFiveKilobytesAtLeast_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("billed");
        QTest::newRow("1 B") << 1 << 5120.0;
        QTest::newRow("5 KB") << 5120 << 5120.0;
        QTest::newRow("above") << 5121 << 10'240.0;
        QTest::newRow("10 KB") << 10'240 << 10'240.0;
    }
    void billsFiveKilobytesAtLeast()
    {
        QFETCH(int, bytes);
        QFETCH(double, billed);
        const double gib = 1073741824.0;
        const RunReport direct = run(toBucket(regular(20, bytes, 60), {}).design);
        const double records = number(at(direct, "delivery").counts.accepted);
        QVERIFY(records >= 1199);
        QVERIFY(near(metered(direct, "delivery", "data-firehose/direct-put-gb") * gib, records * billed, 1,
                     "direct"));
        QCOMPARE(metered(direct, "delivery", "data-firehose/kinesis-source-gb"), 0.0);
        const RunReport polled = run(regular(20, bytes, 60)
                                         .place("kinesis-data-streams", "orders", {{"shards", whole(1)}})
                                         .place("data-firehose", "delivery")
                                         .place("s3", "bucket")
                                         .connect("in", "orders")
                                         .connect("orders", "delivery")
                                         .connect("delivery", "bucket")
                                         .design);
        const double read = number(consumerOf(at(polled, "orders"), "delivery").delivered);
        QVERIFY(near(metered(polled, "delivery", "data-firehose/kinesis-source-gb") * gib, read * billed,
                     billed * 20,
                     "polled"));  // the last read may be on its way
        QCOMPARE(metered(polled, "delivery", "data-firehose/direct-put-gb"), 0.0);
    }
    void directPutsHaveQuotas_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("quota");
        QTest::addColumn<int>("value");
        QTest::addColumn<double>("accepted");
        // 20 s and a second's credit at the start.
        QTest::newRow("bytes, at") << 80.0 << 65'536 << "directPutMibPerSecond" << 5 << 80.0 * 20;
        QTest::newRow("bytes, above") << 100.0 << 65'536 << "directPutMibPerSecond" << 5 << 80.0 * 21;
        QTest::newRow("calls, at") << 2000.0 << 100 << "directPutCallsPerSecond" << 2000 << 2000.0 * 20;
        QTest::newRow("calls, above") << 2500.0 << 100 << "directPutCallsPerSecond" << 2000 << 2000.0 * 21;
        // One raise lifts all three: 10 MiB/s come with 4,000 calls.
        QTest::newRow("calls, tied to the bytes")
            << 4400.0 << 100 << "directPutMibPerSecond" << 10 << 4000.0 * 21;
        QTest::newRow("records, above") << 500.0 << 100 << "directPutRecordsPerSecond" << 300 << 300.0 * 21;
    }
    void directPutsHaveQuotas()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(QString, quota);
        QFETCH(int, value);
        QFETCH(double, accepted);
        const RunReport report =
            run(toBucket(regular(rate, bytes, 20), {{quota.toStdString(), whole(value)}}).design);
        const Counts& counts = at(report, "delivery").counts;
        QVERIFY(near(number(counts.accepted), accepted, 2, "accepted"));
        QCOMPARE(counts.throttled, counts.offered - counts.accepted);
    }
    void recordsAboveTheLargestAreRejected_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("fits");
        QTest::newRow("1,000 KiB") << 1000 * 1024 << true;
        QTest::newRow("above") << 1000 * 1024 + 1 << false;
    }
    void recordsAboveTheLargestAreRejected()
    {
        QFETCH(int, bytes);
        QFETCH(bool, fits);
        const Counts counts = at(run(toBucket(regular(1, bytes, 30), {}).design), "delivery").counts;
        QVERIFY(counts.offered >= 29);
        QCOMPARE(fits ? counts.accepted : counts.rejected, counts.offered);
    }
    void copiesIntoRedshiftOneAfterTheOther()
    {
        // A delivery each 10 s, a COPY of 20 s and next to nothing: one runs all the time, one waits, and the buffer grows
        // until it has left.
        const RunReport report = run(regular(16.1, 1000, 400)
                                         .place("data-firehose", "delivery", {{"bufferSeconds", whole(10)}})
                                         .place("redshift", "warehouse", {{"copyOverheadSeconds", 20.0}})
                                         .connect("in", "delivery")
                                         .connect("delivery", "warehouse")
                                         .design);
        const ComponentReport& warehouse = at(report, "warehouse");
        // The first leaves at 10 s; floor(390 / 20.0) of them have ended.
        QVERIFY(near(fact(warehouse, "COPY loads"), 19, 0, "COPY loads"));
        QVERIFY(near(limitOf(warehouse, "copy").utilisation, 1, 0.06, "COPY busy"));
        // The last COPY that ended, at 390 s, began at 370 s with what had come by 350 s; the one that runs now has what
        // had come by 370 s, the rest waits or is in the buffer.
        QVERIFY(near(number(sinkAt(report, "warehouse").delivered), 16.1 * 350, 30, "loaded"));
        QVERIFY(near(at(report, "delivery").backlogFinal, 16.1 * 30, 30, "waiting records"));
        QVERIFY(fact(at(report, "delivery"), "buffers that grew beyond their hint") > 10);
    }
    void retriesARefusedCopyEveryFiveMinutes()
    {
        // Down from 0 to 400 s: the delivery of second 10 is refused, again at 310 s, and loaded at 610 s.
        Drawing drawing = volley(5, 0, 1000, 1200)
                              .place("data-firehose", "delivery", {{"bufferSeconds", whole(10)}})
                              .place("redshift", "warehouse")
                              .connect("in", "delivery")
                              .connect("delivery", "warehouse");
        drawing.scenario().faults.push_back(faultOn("warehouse", FaultKind::Down, 0, 400));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "delivery"), "delivery retries"), 2.0);
        QCOMPARE(sinkAt(report, "warehouse").delivered, std::uint64_t{5});
        QVERIFY(near(*sinkAt(report, "warehouse").delay.max, 612'000, 1100, "delay ms"));
    }
    void anOutageOfTheBucketLosesNothing()
    {
        Drawing drawing = toBucket(regular(50, 10'000, 300), {{"bufferSeconds", whole(5)}});
        drawing.scenario().faults.push_back(faultOn("bucket", FaultKind::Down, 60, 60));
        const RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "delivery"), "delivery retries") > 10);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QCOMPARE(report.totals.gaveUp, std::uint64_t{0});
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
        // Only the open buffer and its last delivery are missing.
        QVERIFY(near(number(sinkAt(report, "bucket").undelivered), 0, 510, "undelivered"));
        // The first refused delivery holds records of 55 s; tries after 1, 2, 4, ... s: the seventh at 60 + 127 s is
        // the first after the end at 120 s, so 132 s at most.
        QVERIFY(*sinkAt(report, "bucket").delay.max > 60'000);
        QVERIFY(*sinkAt(report, "bucket").delay.max < 140'000);
    }
    void deliveriesOlderThanTheRetryTimeAreLost()
    {
        // No retry: what is refused while the bucket is down is lost, the rest arrives.
        Drawing drawing =
            toBucket(regular(50, 1000, 200), {{"bufferSeconds", whole(5)}, {"retryHours", whole(0)}});
        drawing.scenario().faults.push_back(faultOn("bucket", FaultKind::Down, 60, 60));
        const RunReport report = run(drawing.design);
        // Deliveries each 5.02 s: twelve of 251 records.
        QVERIFY(near(number(report.totals.lost), 12 * 251, 251, "lost"));
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight + report.totals.lost);
        QCOMPARE(at(report, "delivery").counts.lost, report.totals.lost);
    }
    void whatAnAddressRefusesTooLongGoesToTheBucketBeside()
    {
        // Deliveries each 5.02 s of 251 records; twelve meet an address that is down, and are not tried again.
        Drawing drawing = regular(50, 1000, 300)
                              .place("data-firehose", "delivery",
                                     {{"bufferSeconds", whole(5)},
                                      {"endpointRetrySeconds", whole(0)},
                                      {"backupSeconds", whole(60)}})
                              .place("splunk", "logs")
                              .place("s3", "beside", quickBucket())
                              .connect("in", "delivery")
                              .connect("delivery", "logs")
                              .connect("delivery", "beside", {{"role", text("on-failure")}});
        drawing.scenario().faults.push_back(faultOn("logs", FaultKind::Down, 60, 60));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "delivery").counts.failed), 12 * 251, 251, "failed"));
        // The first goes beside at about 60 s and opens a buffer for a minute.
        QVERIFY(near(fact(at(report, "beside"), "objects written"), 1, 1, "objects"));
        QCOMPARE(fact(at(report, "delivery"), "objects of what failed"),
                 fact(at(report, "beside"), "objects written"));
        QCOMPARE(at(report, "beside").counts.completed, at(report, "delivery").counts.failed);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void allSourceRecordsMayBeKeptBeside()
    {
        // 1 MiB/s: 20 objects of 5 MiB to each in 100 s, and a copy of each of the 1,600 records.
        const RunReport report =
            run(toBucket(regular(16, 65'536, 100), {{"backup", text("all")}, {"compressionPercent", 50.0}})
                    .place("s3", "beside", quickBucket())
                    .connect("delivery", "beside", {{"role", text("on-failure")}})
                    .design);
        QCOMPARE(fact(at(report, "beside"), "mean object MiB"), 5.0);  // as they came
        QCOMPARE(fact(at(report, "bucket"), "mean object MiB"), 2.5);
        QVERIFY(near(fact(at(report, "beside"), "objects written"), 20, 1, "objects"));
        QCOMPARE(report.totals.copied, at(report, "delivery").counts.accepted);
        QCOMPARE(report.totals.born + report.totals.copied, report.totals.done + report.totals.inFlight);
    }
    void whatCannotBeTransformedIsWrittenUnderTheErrorPrefix()
    {
        // Every call fails, with its three retries: nothing else comes to the bucket.
        Drawing drawing = toBucket(regular(20, 1000, 600), {{"transformSeconds", whole(10)}});
        drawing.place("lambda", "shape", {{"errorPercent", 100.0}}).connect("delivery", "shape");
        const RunReport report = run(drawing.design);
        const ComponentReport& delivery = at(report, "delivery");
        QCOMPARE(fact(delivery, "objects delivered"), 0.0);
        // 5 MiB are 5,243 of these, of 262 s: objects at about 276 and 538 s.
        QCOMPARE(fact(delivery, "objects of what failed"), 2.0);
        QCOMPARE(fact(at(report, "bucket"), "objects written"), 2.0);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QCOMPARE(report.totals.born + report.totals.generated, report.totals.done + report.totals.inFlight);
    }
    void splunkTakesNoLargerBuffers()
    {
        // The stream says 300 s. A minute holds 59 records of 0.98/s, the next begins at the 60th: 61.2 s apart.
        const RunReport report = run(regular(0.98, 1000, 300)
                                         .place("data-firehose", "delivery")
                                         .place("splunk", "logs")
                                         .connect("in", "delivery")
                                         .connect("delivery", "logs")
                                         .design);
        QVERIFY(near(fact(at(report, "delivery"), "flushed by time"), 4, 0, "deliveries"));
        QVERIFY(near(number(at(report, "logs").counts.completed), 4 * 59, 4, "records"));
    }
    void tablesShowWhatIsCommitted()
    {
        // 5 s to fill 5 MiB, 50 ms and 58.3 ms to write it, 2 s to commit.
        const RunReport report =
            run(toBucket(regular(16, 65'536, 100), {{"delivers", text("iceberg")}, {"commitMillis", 2000.0}})
                    .design);
        QVERIFY(near(*sinkAt(report, "bucket").delay.mean, 2500 - 31.25 + 50 + 58.3 + 2000, 10, "mean ms"));
        const double records = number(at(report, "delivery").counts.accepted);
        QVERIFY(near(metered(report, "delivery", "data-firehose/iceberg-gb") * 1073741824.0, records * 65'536,
                     1, "bytes"));
        QCOMPARE(metered(report, "delivery", "data-firehose/direct-put-gb"), 0.0);
    }
    void smallFilesOfATableAreNamed()
    {
        // A file of 5 MiB every 5 s is 17,280 a day; of 128 MiB there are 675.
        const auto flowOf = [](std::int64_t mib) {
            return estimate(
                toBucket(regular(16, 65'536, 300), {{"delivers", text("iceberg")}, {"bufferMib", whole(mib)}})
                    .design);
        };
        QVERIFY(finds(flowOf(5), "small-table-files"));
        QVERIFY(!finds(flowOf(128), "small-table-files"));
    }
    void topicsAreBilledByTheByte()
    {
        // 20 records/s of 100 B for 600 s, without steps of 5 KB.
        const RunReport report = run(regular(20, 100, 600)
                                         .place("msk", "topic")
                                         .place("data-firehose", "delivery")
                                         .place("s3", "bucket")
                                         .connect("in", "topic")
                                         .connect("topic", "delivery")
                                         .connect("delivery", "bucket")
                                         .design);
        QVERIFY(near(metered(report, "delivery", "data-firehose/msk-source-gb") * 1073741824.0,
                     20 * 100 * 600, 20 * 100 * 2, "bytes"));
        QCOMPARE(metered(report, "delivery", "data-firehose/kinesis-source-gb"), 0.0);
    }
    void compressionShrinksWhatIsDelivered()
    {
        const RunReport report =
            run(toBucket(regular(16, 65'536, 100), {{"compressionPercent", 25.0}}).design);
        QCOMPARE(fact(at(report, "bucket"), "mean object MiB"), 1.25);
        QCOMPARE(fact(at(report, "delivery"), "flushed by size"), 20.0);
    }
    void eachPrefixHasABufferOfItsOwn()
    {
        // 100 records a second over 10 prefixes, each delivered 10 s after its first: 10 in every 10 s, of which the first
        // are due at 10 s and the ninth at 90 s or a little later.
        const RunReport report =
            run(toBucket(regular(100, 1000, 99, {{"keys", whole(1000)}}), {{"bufferSeconds", whole(10)},
                                                                           {"dynamicPartitioning", true},
                                                                           {"prefixes", whole(10)},
                                                                           {"partitionIntervalFactor", 1.0}})
                    .design);
        const ComponentReport& delivery = at(report, "delivery");
        QVERIFY(near(fact(delivery, "objects delivered"), 90, 1, "objects"));
        QCOMPARE(metered(report, "delivery", "data-firehose/dynamic-partitioning-objects"),
                 fact(delivery, "objects delivered"));
        QVERIFY(near(limitOf(delivery, "active-partitions").mean, 10, 0.2, "active partitions"));
    }
    void partitionsBeyondTheQuotaGoToTheErrorPrefix()
    {
        const RunReport report =
            run(toBucket(regular(100, 1000, 60, {{"keys", whole(1000)}}), {{"bufferSeconds", whole(10)},
                                                                           {"dynamicPartitioning", true},
                                                                           {"prefixes", whole(10)},
                                                                           {"activePartitions", whole(4)}})
                    .design);
        const ComponentReport& delivery = at(report, "delivery");
        QCOMPARE(limitOf(delivery, "active-partitions").peak, 4.0);
        // Six of ten prefixes at any time, whoever comes first.
        QVERIFY(near(fact(delivery, "records to the error prefix"), 0.6 * 6000, 600, "errors"));
        QCOMPARE(limitOf(delivery, "active-partitions").refused,
                 fact(delivery, "records to the error prefix"));
        QCOMPARE(number(delivery.counts.failed), fact(delivery, "records to the error prefix"));
    }
    void aFunctionTransformsWhatIsDelivered()
    {
        // Called with 500 records every 5 s, answers 0.25 s later: a buffer of 12 s has three batches, and the fourth begins
        // the next, 15 s after the first: delivered at 17.25, 32.25 and 47.25 s.
        Drawing drawing = toBucket(
            regular(100, 1000, 60),
            {{"bufferSeconds", whole(12)}, {"transformSeconds", whole(5)}, {"transformedPercent", 50.0}});
        drawing.place("lambda", "shape", {{"fixedMillis", 200.0}}).connect("delivery", "shape");
        const RunReport report = run(drawing.design);
        const ComponentReport& delivery = at(report, "delivery");
        QCOMPARE(fact(delivery, "transformation calls"), 11.0);
        QCOMPARE(metered(report, "shape", "lambda/requests"), 11.0);
        QCOMPARE(fact(delivery, "objects delivered"), 3.0);
        QVERIFY(near(fact(at(report, "bucket"), "mean object MiB") * 1048576, 1500 * 500, 1, "object"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "bucket")->offered.messagesPerSecond, 1 / 15.0, 0.001, "objects/s"));
        QVERIFY(near(findComponent(flow, "shape")->offered.messagesPerSecond, 1 / 5.0, 0.001, "calls/s"));
    }
    void whatTheFunctionFailsIsTriedThreeTimesMore()
    {
        Drawing drawing = toBucket(volley(50, 1, 1000, 60), {{"transformSeconds", whole(5)}});
        drawing.place("lambda", "shape", {{"errorPercent", 100.0}}).connect("delivery", "shape");
        const RunReport report = run(drawing.design);
        const ComponentReport& delivery = at(report, "delivery");
        QCOMPARE(fact(delivery, "transformation calls"), 4.0);
        QCOMPARE(fact(delivery, "records to the error prefix"), 50.0);
        QCOMPARE(report.totals.lost, std::uint64_t{0});  // they wait to be written there
        QCOMPARE(delivery.counts.failed, std::uint64_t{50});
    }
    void aKinesisSourceHasNoQuota()
    {
        // 10 shards at 8 MiB/s: above the 5 MiB/s of direct puts, and nothing is refused or held back.
        const RunReport report = run(regular(128, 65'536, 60)
                                         .place("kinesis-data-streams", "orders", {{"shards", whole(12)}})
                                         .place("data-firehose", "delivery")
                                         .place("s3", "bucket", quickBucket())
                                         .connect("in", "orders")
                                         .connect("orders", "delivery")
                                         .connect("delivery", "bucket")
                                         .design);
        QCOMPARE(at(report, "delivery").counts.throttled, std::uint64_t{0});
        QVERIFY(near(number(at(report, "delivery").counts.accepted), 128 * 59, 100, "taken"));
        // A poll a second, a tenth more or less, and the time of a read.
        QVERIFY(consumerOf(at(report, "orders"), "delivery").peakAgeSeconds < 2);
    }
};

PLIMSOLL_TEST(TstDataFirehose)
#include "tst_data_firehose.moc"
