// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing onto(Drawing drawing, ParameterMap bucket, ParameterMap connection = {})
{
    return drawing.place("s3", "bucket", std::move(bucket)).connect("in", "bucket", std::move(connection));
}

ParameterMap constantTimes(double firstByte, ParameterMap more = {})
{
    more.insert({{"firstByteMillis", firstByte},
                 {"firstByteP99Millis", firstByte},
                 {"notificationMillis", whole(0)}});
    return more;
}

}  // namespace

/// Request rates of prefixes, latency, notifications, storage.
class TstS3 final : public QObject {
    Q_OBJECT
private slots:
    void eachPrefixHasItsRate_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("prefixes");
        QTest::addColumn<bool>("read");
        QTest::addColumn<double>("accepted");
        // 5 s, and a second's credit at the start.
        QTest::newRow("below") << 3499.0 << 1 << false << 3499.0 * 5;
        QTest::newRow("at") << 3500.0 << 1 << false << 3500.0 * 5;
        QTest::newRow("above") << 5000.0 << 1 << false << 3500.0 * 6;
        QTest::newRow("two prefixes, at") << 7000.0 << 2 << false << 7000.0 * 5;
        QTest::newRow("two prefixes, above") << 10'000.0 << 2 << false << 7000.0 * 6;
        QTest::newRow("reads, at") << 5500.0 << 1 << true << 5500.0 * 5;
        QTest::newRow("reads, above") << 8000.0 << 1 << true << 5500.0 * 6;
    }
    void eachPrefixHasItsRate()
    {
        QFETCH(double, rate);
        QFETCH(int, prefixes);
        QFETCH(bool, read);
        QFETCH(double, accepted);
        const RunReport report = run(onto(regular(rate, 100, 5), {{"prefixes", whole(prefixes)}},
                                          {{"operation", text(read ? "read" : "write")}})
                                         .design);
        const Counts& counts = at(report, "bucket").counts;
        // Objects fall on two prefixes at random, so that some credit of each may be left.
        QVERIFY(near(number(counts.accepted), accepted, prefixes > 1 ? 10 : 2, "accepted"));
        QCOMPARE(counts.throttled, counts.offered - counts.accepted);
        QCOMPARE(metered(report, "bucket", read ? "s3/get-requests-standard" : "s3/put-requests-standard"),
                 number(counts.accepted));
    }
    void timeIsFirstByteAndTransfer_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("millis");
        // 90 MB/s
        QTest::newRow("small") << 90 << 100.001;
        QTest::newRow("9 MB") << 9'000'000 << 200.0;
    }
    void timeIsFirstByteAndTransfer()
    {
        QFETCH(int, bytes);
        QFETCH(double, millis);
        const RunReport report = run(onto(regular(5, bytes, 60), constantTimes(100)).design);
        QVERIFY(near(*at(report, "bucket").latency.mean, millis, 0.001, "ms"));
    }
    void firstByteFollowsItsLaw()
    {
        // Log-normal through median 100 and p99 500.
        const RunReport report = run(onto(regular(500, 100, 60), {}).design, 8);
        const LatencySummary& latency = at(report, "bucket").latency;
        QVERIFY(near(*latency.p50, 100, 2.5, "median"));
        QVERIFY(near(*latency.p99, 500, 35, "p99"));
    }
    void oneEventForEachObject()
    {
        // 100/s in deliveries of 5 s: an event for each object of 500 records, not for each record.
        const RunReport report = run(regular(100.1, 1000, 120)
                                         .place("data-firehose", "delivery", {{"bufferSeconds", whole(5)}})
                                         .place("s3", "bucket", constantTimes(20))
                                         .place("lambda", "fn", {{"fixedMillis", 10.0}})
                                         .connect("in", "delivery")
                                         .connect("delivery", "bucket")
                                         .connect("bucket", "fn")
                                         .design);
        const ComponentReport& bucket = at(report, "bucket");
        QVERIFY(near(fact(bucket, "objects written"), 23, 1, "objects"));
        QCOMPARE(fact(bucket, "notifications"), fact(bucket, "objects written"));
        QVERIFY(near(fact(at(report, "fn"), "invocations"), fact(bucket, "notifications"), 1, "invocations"));
        QCOMPARE(report.totals.joined,
                 bucket.counts.accepted - static_cast<std::uint64_t>(fact(bucket, "notifications")));
        // The records that travel as one object have arrived with it.
        QVERIFY(near(number(sinkAt(report, "fn").undelivered), 250, 270, "undelivered"));
        QVERIFY(*sinkAt(report, "fn").freshnessMaxSeconds < 7);
    }
    void storageIsMetered()
    {
        const RunReport report =
            run(onto(regular(20, 5000, 60), {{"startingStorageGb", 3.0}, {"expireDays", whole(7)}}).design);
        const MeterReading* storage = reading(report.usage, "bucket", "s3/storage-standard");
        QVERIFY(storage);
        QCOMPARE(storage->startStock, 3.0);
        QVERIFY(near(storage->inflowPerSecond * 1073741824, 100'000, 100, "bytes/s"));
        QCOMPARE(storage->retentionSeconds, 7 * 86'400.0);
    }
    void onlySomeClassesChargeRetrieval_data()
    {
        QTest::addColumn<QString>("storageClass");
        QTest::addColumn<bool>("charges");
        QTest::newRow("standard") << "standard" << false;
        QTest::newRow("standard-ia") << "standard-ia" << true;
        QTest::newRow("glacier-instant") << "glacier-instant" << true;
        QTest::newRow("intelligent-tiering") << "intelligent-tiering" << false;
    }
    void onlySomeClassesChargeRetrieval()
    {
        QFETCH(QString, storageClass);
        QFETCH(bool, charges);
        const std::string id = storageClass.toStdString();
        const RunReport report =
            run(onto(regular(10, 1'000'000, 30), {{"storageClass", text(id)}}, {{"operation", text("read")}})
                    .design);
        const double gib = number(at(report, "bucket").counts.accepted) * 1e6 / 1073741824;
        QVERIFY(near(metered(report, "bucket", "s3/retrieval-gb-" + id), charges ? gib : 0, 1e-9,
                     "GB retrieved"));
    }
    void refusedCallersComeAgain()
    {
        // Twice the rate of a prefix of 100/s: the standard mode gives up after three attempts.
        const RunReport report =
            run(onto(regular(200, 100, 120, {{"retry", text("sdk-standard")}, {"sdkClients", whole(1000)}}),
                     {{"putsPerPrefix", whole(100)}})
                    .design);
        const Counts& counts = at(report, "bucket").counts;
        QVERIFY(near(number(counts.accepted), 100 * 121, 5, "accepted"));
        QVERIFY(counts.retried > report.totals.born / 2);
        QVERIFY(report.totals.gaveUp > 0);
        QCOMPARE(counts.offered, report.totals.born + counts.retried);
    }
};

PLIMSOLL_TEST(TstS3)
#include "tst_s3.moc"
