// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "pricing/price_book.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <QtCore/QVariantMap>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing ontoBucket(Drawing drawing, ParameterMap bucket, ParameterMap connection = {})
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
private Q_SLOTS:
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
        const RunReport report = run(ontoBucket(regular(rate, 100, 5), {{"prefixes", whole(prefixes)}},
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
        const RunReport report = run(ontoBucket(regular(5, bytes, 60), constantTimes(100)).design);
        QVERIFY(near(*at(report, "bucket").latency.mean, millis, 0.001, "ms"));
    }
    void firstByteFollowsItsLaw()
    {
        // Log-normal through median 100 and p99 500.
        const RunReport report = run(ontoBucket(regular(500, 100, 60), {}).design, 8);
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
        const RunReport report = run(
            ontoBucket(regular(20, 5000, 60), {{"startingStorageGb", 3.0}, {"expireDays", whole(7)}}).design);
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
        const RunReport report = run(ontoBucket(regular(10, 1'000'000, 30), {{"storageClass", text(id)}},
                                                {{"operation", text("read")}})
                                         .design);
        const double gib = number(at(report, "bucket").counts.accepted) * 1e6 / 1073741824;
        QVERIFY(near(metered(report, "bucket", "s3/retrieval-gb-" + id), charges ? gib : 0, 1e-9,
                     "GB retrieved"));
    }
    void movesBeginWhenTheFirstObjectsAreOldEnough_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("first");
        QTest::addColumn<double>("second");
        // An object a second; a month has 2,628,000 s. Those of its first 2,628,000 - days x 86,400 s move in it, and all
        // of a month's in the second one, but for what comes to an age of 40 days: 5,256,000 - 3,456,000.
        QTest::newRow("10 days") << 10 << 2'628'000.0 - 864'000 << 2'628'000.0;
        QTest::newRow("40 days") << 40 << 0.0 << 5'256'000.0 - 3'456'000;
    }
    void movesBeginWhenTheFirstObjectsAreOldEnough()
    {
        QFETCH(int, days);
        QFETCH(double, first);
        QFETCH(double, second);
        const Design design = ontoBucket(regular(1, 1'048'576, 60),
                                         {{"lifecycle", text("glacier-instant")}, {"moveDays", whole(days)}})
                                  .design;
        for (const Usage& usage : {estimate(design).usage, run(design).usage}) {
            for (const auto& [month, moves] : {std::pair{1, first}, std::pair{2, second}}) {
                BillOptions options;
                options.storage = {StorageBasis::Kind::Month, month};
                const Result<Bill> bill = priceMonth({{usage, 0}}, *builtinPriceBook("us-east-1"),
                                                     library().catalog(), design, options);
                QVERIFY(bill);
                const auto line =
                    std::find_if(bill->lines.begin(), bill->lines.end(), [](const BillLine& each) {
                        return each.meter == "s3/moves-glacier-instant";
                    });
                QVERIFY(line != bill->lines.end());
                QVERIFY(near(line->quantity, moves, 0.02 * 2'628'000, "moves"));
            }
        }
    }
    void aLongRunSeesTheMoves()
    {
        // Six days of one object each 100 s, 864 a day, moved at two days of age, at the next midnight: those of days 0, 1, 2
        // move on days 3, 4, 5 and the end, at which the fourth day's are due as well.
        const RunReport report =
            run(ontoBucket(regular(0.01, 1'048'576, 6 * 86'400),
                           {{"lifecycle", text("glacier-instant")}, {"moveDays", whole(2)}})
                    .design);
        const ComponentReport& bucket = at(report, "bucket");
        QVERIFY(near(fact(bucket, "objects moved"), 4 * 864, 2, "objects"));
        QVERIFY(near(countBetween(bucket, "moved objects", 0, 3 * 86'400 - 1), 0, 0, "too early"));
        QVERIFY(near(countBetween(bucket, "moved objects", 0, 4 * 86'400 - 1), 864, 2, "the first day's"));
    }
    void accelerationHasItsOwnPathAndMeter()
    {
        // 9 MB at 180 MB/s after 40 ms: 90 ms.
        const RunReport report =
            run(ontoBucket(regular(0.5, 9'000'000, 60), {{"acceleration", true},
                                                         {"acceleratedFirstByteMillis", 40.0},
                                                         {"firstByteP99Millis", 40.0}})
                    .design);
        QVERIFY(near(*sinkAt(report, "bucket").delay.mean, 90, 1, "mean ms"));
        QVERIFY(near(metered(report, "bucket", "s3/accelerated-gb") * 1073741824.0,
                     number(at(report, "bucket").counts.accepted) * 9e6, 1, "bytes"));
    }
    void agesAsItsRulesSay_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QVariantMap>("rules");
        QTest::addColumn<double>("usd");
        // us-east-1, steady, 730 h. One object a second of 1 MiB: 2,628,000 a month, 84.375 GB a day; each kept 365 days.
        // PUT 2.628 M x $5/M = 13.14.
        // Standard 30 days 2,531.25 GB x 0.023 = 58.21875; IA 60 days 5,062.5 x 0.0125 = 63.28125; Flexible 275 days
        // 23,203.125 x 0.0036 = 83.53125; moves 2.628 M x ($10/M + $30/M) = 105.12.
        QTest::newRow("Standard, Standard-IA, Glacier Flexible")
            << 1'048'576
            << QVariantMap{{"lifecycle", "standard-ia+glacier-flexible"},
                           {"moveDays", 30},
                           {"moveAgainDays", 60},
                           {"expireDays", 365}}
            << 13.14 + 58.21875 + 63.28125 + 83.53125 + 105.12;
        // Deep Archive after 10 days until day 40, billed for 180: 843.75 x 0.023 = 19.40625; 15,187.5 x 0.00099 =
        // 15.035625; moves 2.628 M x $50/M = 131.40.
        QTest::newRow("the least time of Deep Archive")
            << 1'048'576 << QVariantMap{{"lifecycle", "deep-archive"}, {"moveDays", 10}, {"expireDays", 40}}
            << 13.14 + 19.40625 + 15.035625 + 131.40;
        // Expired before it would move.
        QTest::newRow("too young to move")
            << 1'048'576 << QVariantMap{{"lifecycle", "standard-ia"}, {"moveDays", 5}, {"expireDays", 20}}
            << 13.14 + 1687.5 * 0.023;
        // 64 KiB: 5.2734375 GB a day, never moved: 365 days x 0.023.
        QTest::newRow("too small to move")
            << 65'536 << QVariantMap{{"lifecycle", "standard-ia"}, {"moveDays", 30}, {"expireDays", 365}}
            << 13.14 + 1924.8046875 * 0.023;
        // The same put into Standard-IA: billed as 128 KiB and for 30 days, 316.40625 GB x 0.0125; PUT $10/M.
        QTest::newRow("small and short-lived in Standard-IA")
            << 65'536 << QVariantMap{{"storageClass", "standard-ia"}, {"expireDays", 10}}
            << 26.28 + 316.40625 * 0.0125;
        // A fifth always frequent: 6,159.375 GB x 0.023; the rest 30 days at 0.023 (2,025 GB), 60 at 0.0125 (4,050), 275 at
        // 0.004 (18,562.5); 31.536 M objects watched x $2.5/M.
        QTest::newRow("Intelligent-Tiering")
            << 1'048'576
            << QVariantMap{{"storageClass", "intelligent-tiering"},
                           {"frequentPercent", 20.0},
                           {"expireDays", 365}}
            << 13.14 + 6159.375 * 0.023 + 2025 * 0.023 + 4050 * 0.0125 + 18562.5 * 0.004 + 78.84;
    }
    void agesAsItsRulesSay()
    {
        QFETCH(int, bytes);
        QFETCH(QVariantMap, rules);
        QFETCH(double, usd);
        ParameterMap bucket;
        for (const auto& [id, value] : rules.toStdMap()) {
            if (value.typeId() == QMetaType::Int)
                bucket[id.toStdString()] = whole(value.toInt());
            else if (value.typeId() == QMetaType::Double)
                bucket[id.toStdString()] = value.toDouble();
            else
                bucket[id.toStdString()] = text(value.toString().toStdString());
        }
        const Design design = ontoBucket(regular(1, bytes, 60), bucket).design;
        BillOptions options;
        options.storage.kind = StorageBasis::Kind::Steady;
        for (const Usage& usage : {estimate(design).usage, run(design).usage}) {
            const Result<Bill> bill = priceMonth({{usage, 0}}, *builtinPriceBook("us-east-1"),
                                                 library().catalog(), design, options);
            QVERIFY(bill);
            QVERIFY(near(bill->total.dollars(), usd, 0.01, "USD"));
        }
    }
    /// From the archive a tenth of the reads is restored first, and read in Standard.
    void readsOfMovedObjectsAreRetrieved()
    {
        const RunReport report =
            run(ontoBucket(regular(10, 1'000'000, 30),
                           {{"lifecycle", text("deep-archive")}, {"oldReadsPercent", 10.0}},
                           {{"operation", text("read")}})
                    .design);
        const double reads = number(at(report, "bucket").counts.accepted);
        QVERIFY(near(metered(report, "bucket", "s3/retrieval-gb-deep-archive"),
                     0.1 * reads * 1e6 / 1073741824, 1e-9, "GB retrieved"));
        QCOMPARE(metered(report, "bucket", "s3/get-requests-standard"), reads);
    }
    void aReadOfAnArchiveWaitsForItsRestore_data()
    {
        QTest::addColumn<QString>("storageClass");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<double>("own");    // hours
        QTest::addColumn<double>("hours");  // median
        // The middle of what is published: 1 to 5 min, 3 to 5 h, 5 to 12 h, 9 to 12 h.
        QTest::newRow("expedited") << "glacier-flexible"
                                   << "expedited" << 0.0 << 3.0 / 60;
        QTest::newRow("standard") << "glacier-flexible"
                                  << "standard" << 0.0 << 4.0;
        QTest::newRow("bulk") << "glacier-flexible"
                              << "bulk" << 0.0 << 8.5;
        QTest::newRow("deep") << "deep-archive"
                              << "standard" << 0.0 << 10.5;
        QTest::newRow("measured") << "glacier-flexible"
                                  << "bulk" << 6.0 << 6.0;
        QTest::newRow("no archive") << "glacier-instant"
                                    << "standard" << 0.0 << 0.0;
    }
    void aReadOfAnArchiveWaitsForItsRestore()
    {
        QFETCH(QString, storageClass);
        QFETCH(QString, tier);
        QFETCH(double, own);
        QFETCH(double, hours);
        const Design design = ontoBucket(regular(0.1, 1000, 48 * 3600),
                                         {{"storageClass", text(storageClass.toStdString())},
                                          {"restoreTier", text(tier.toStdString())},
                                          {"restoreHours", own}},
                                         {{"operation", text("read")}})
                                  .design;
        const RunReport report = run(design);
        // Those of the last hours that have not ended by then are the longer ones.
        QVERIFY(near(*at(report, "bucket").latency.p50 / 3.6e6, hours, 0.02 * hours + 1e-3, "h"));
        const double mean = *at(report, "bucket").latency.mean;
        QVERIFY(near(findComponent(estimate(design), "bucket")->serviceMillis, mean, 0.01 * mean + 5,
                     "ms of the estimate"));
    }
    void restoresHaveTheirPrice_data()
    {
        QTest::addColumn<QString>("storageClass");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("meter");
        QTest::addColumn<double>("usdPerGb");
        QTest::newRow("bulk") << "glacier-flexible"
                              << "bulk"
                              << "glacier-flexible-bulk" << 0.0;
        QTest::newRow("standard") << "glacier-flexible"
                                  << "standard"
                                  << "glacier-flexible" << 0.01;
        QTest::newRow("expedited") << "glacier-flexible"
                                   << "expedited"
                                   << "glacier-flexible-expedited" << 0.03;
        QTest::newRow("deep, bulk") << "deep-archive"
                                    << "bulk"
                                    << "deep-archive-bulk" << 0.0025;
        QTest::newRow("deep, standard") << "deep-archive"
                                        << "standard"
                                        << "deep-archive" << 0.02;
        QTest::newRow("deep has no expedited one") << "deep-archive"
                                                   << "expedited"
                                                   << "deep-archive" << 0.02;
    }
    void restoresHaveTheirPrice()
    {
        QFETCH(QString, storageClass);
        QFETCH(QString, tier);
        QFETCH(QString, meter);
        QFETCH(double, usdPerGb);
        // A read of 1 MiB a second is 2,628,000 / 1,024 GB a month of 730 h.
        const Design design = ontoBucket(regular(1, 1'048'576, 30),
                                         {{"storageClass", text(storageClass.toStdString())},
                                          {"restoreTier", text(tier.toStdString())}},
                                         {{"operation", text("read")}})
                                  .design;
        const std::string id = "s3/retrieval-gb-" + meter.toStdString();
        for (const Usage& usage : {estimate(design).usage, run(design).usage}) {
            const Result<Bill> bill =
                priceMonth({{usage, 0}}, *builtinPriceBook("us-east-1"), library().catalog(), design, {});
            QVERIFY(bill);
            const auto line = std::find_if(bill->lines.begin(), bill->lines.end(),
                                           [&](const BillLine& each) { return each.meter == id; });
            QVERIFY(line != bill->lines.end());
            QVERIFY(near(line->quantity, 2'628'000 / 1024.0, 2'628'000 / 1024.0 * 0.035,
                         "GB"));  // 29 of the 30 have been read
            QVERIFY(near(line->amount.dollars(), line->quantity * usdPerGb, 1, "USD"));
        }
    }
    void copiesComeAfterTheirLag()
    {
        // 100 ms each bucket, 5 s between.
        const ParameterMap lag{{"replicationSeconds", 5.0}, {"replicationP99Seconds", 5.0}};
        const RunReport report = run(ontoBucket(regular(3, 90, 120), constantTimes(100, lag))
                                         .place("s3", "copy", constantTimes(100))
                                         .connect("bucket", "copy", {{"kind", text("replicate")}})
                                         .design);
        const SinkReport& sink = sinkAt(report, "copy");
        QVERIFY(near(*sink.delay.mean, 5200, 1, "ms"));
        QVERIFY(near(metered(report, "copy", "s3/put-requests-standard"), 3 * 115, 4, "copies"));
    }
    void copiesThatAreRefusedComeAgain()
    {
        const RunReport report =
            run(ontoBucket(regular(3, 90, 600), {})
                    .place("s3", "copy", {{"putsPerPrefix", whole(2)}, {"newPrefixPercent", 100.0}})
                    .connect("bucket", "copy", {{"kind", text("replicate")}})
                    .design);
        QVERIFY(at(report, "copy").counts.throttled > 0);
        const double taken = number(at(report, "copy").counts.accepted);
        QVERIFY(taken > 1000 && taken <= 2 * 601);  // what its prefix takes, less the lag of the first ones
        QCOMPARE(report.totals.lost, 0U);
    }
    void copiesDoNotGoRound()
    {
        const RunReport report = run(ontoBucket(regular(3, 90, 600), {})
                                         .source("there", 2)
                                         .place("s3", "copy")
                                         .connect("there", "copy")
                                         .connect("bucket", "copy", {{"kind", text("replicate")}})
                                         .connect("copy", "bucket", {{"kind", text("replicate")}})
                                         .design);
        QVERIFY(near(number(at(report, "bucket").counts.accepted), 5 * 590, 120, "in one"));
        QVERIFY(near(number(at(report, "copy").counts.accepted), 5 * 590, 120, "in the other"));
    }
    void refusedCallersComeAgain()
    {
        // Twice the rate of a prefix of 100/s: the standard mode gives up after three attempts.
        const RunReport report = run(
            ontoBucket(regular(200, 100, 120, {{"retry", text("sdk-standard")}, {"sdkClients", whole(1000)}}),
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
