// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing onto(Drawing drawing, ParameterMap stream)
{
    return drawing.place("kinesis-data-streams", "orders", std::move(stream)).connect("in", "orders");
}

/// `count` functions that take next to no time, each a reader of its own.
Drawing readBy(Drawing drawing, int count, const std::string& reader)
{
    for (int at = 0; at < count; ++at) {
        const std::string id = "fn" + std::to_string(at);
        drawing.place("lambda", id, {{"fixedMillis", 1.0}, {"perRecordMicros", 0.0}})
            .connect("orders", id, {{"reader", text(reader)}, {"batchSize", whole(10'000)}});
    }
    return drawing;
}

}  // namespace

/// Shard limits, readers, retention and sizes.
class TstKinesisDataStreams final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesBindAtAMebibyte_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("refused");
        // 2 KiB records: 512/s are 1 MiB/s. The first second's credit of 512 records is there once.
        QTest::newRow("below") << 511.0 << 0.0;
        QTest::newRow("at") << 512.0 << 0.0;
        QTest::newRow("one above, within the credit") << 513.0 << 0.0;
        QTest::newRow("above") << 600.0 << 88.0 * 60 - 512;
    }
    void bytesBindAtAMebibyte()
    {
        QFETCH(double, rate);
        QFETCH(double, refused);
        const RunReport report = run(onto(regular(rate, 2048, 60), {{"shards", whole(1)}}).design);
        const ComponentReport& orders = at(report, "orders");
        QVERIFY(near(number(orders.counts.throttled), refused, refused > 0 ? 2 : 0, "throttled"));
        QCOMPARE(limitOf(orders, "bytes").refused, number(orders.counts.throttled));
        QCOMPARE(limitOf(orders, "records").refused, 0.0);
    }
    void sharedReadersDivideTheReadLimit_data()
    {
        QTest::addColumn<int>("readers");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("behind");
        // 90/s of 10 KiB are 0.88 MiB/s: two readers fit into 2 MiB/s, three do not, unless each has its own.
        QTest::newRow("two shared") << 2 << "shared" << false;
        QTest::newRow("three shared") << 3 << "shared" << true;
        QTest::newRow("three enhanced") << 3 << "enhanced" << false;
    }
    void sharedReadersDivideTheReadLimit()
    {
        QFETCH(int, readers);
        QFETCH(QString, kind);
        QFETCH(bool, behind);
        const RunReport report =
            run(readBy(onto(regular(90, 10'240, 120), {{"shards", whole(1)}}), readers, kind.toStdString())
                    .design);
        const ComponentReport& orders = at(report, "orders");
        double worst = 0, read = 0;
        for (const ConsumerCounts& counts : orders.consumers) {
            worst = std::max(worst, counts.peakAgeSeconds);
            read += number(counts.delivered) * 10'240;
        }
        QVERIFY(everyCopyAccountedFor(orders));
        QCOMPARE(orders.consumers.size(), static_cast<std::size_t>(readers));
        if (behind) {
            // 2 MiB/s for two minutes and a call's 10 MiB at most that may run into debt.
            QVERIFY2(read <= 120 * 2097152.0 + 12 * 1048576.0, qPrintable(QString::number(read)));
            QVERIFY2(read >= 120 * 2097152.0 * 0.9, qPrintable(QString::number(read)));
            // The demand is 2.64 MiB/s, so a quarter is left over: the readers fall back by seconds.
            QVERIFY2(worst > 10, qPrintable(QString::number(worst)));
        } else {
            QVERIFY2(worst < 3, qPrintable(QString::number(worst)));
        }
    }
    void fiveReadCallsASecond_data()
    {
        QTest::addColumn<int>("readers");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("refused");
        // Idle readers poll once a second.
        QTest::newRow("four shared") << 4 << "shared" << false;
        QTest::newRow("five shared") << 5 << "shared" << false;
        QTest::newRow("eight shared") << 8 << "shared" << true;
        QTest::newRow("eight enhanced") << 8 << "enhanced" << false;
    }
    void fiveReadCallsASecond()
    {
        QFETCH(int, readers);
        QFETCH(QString, kind);
        QFETCH(bool, refused);
        const RunReport report = run(
            readBy(onto(regular(2, 100, 120), {{"shards", whole(1)}}), readers, kind.toStdString()).design,
            4);
        const ComponentReport& orders = at(report, "orders");
        const double refusals = kind == "shared" ? limitOf(orders, "read-calls").refused : 0;
        // 8 - 5 calls a second are refused once the first second's credit of 5 is gone.
        QVERIFY(near(refusals, refused ? 3.0 * 120 : 0, refused ? 30 : 0, "refused reads"));
        if (refused)
            QVERIFY(near(fact(orders, "GetRecords calls"), 5 * 120 + 5, 10, "calls served"));
        QVERIFY(everyCopyAccountedFor(orders));
    }
    void anEnhancedReaderIsPushedTo()
    {
        const auto delay = [](const char* kind) {
            const RunReport report =
                run(readBy(onto(regular(21.3, 100, 120), {{"shards", whole(1)}}), 1, kind).design, 2);
            return *sinkAt(report, "fn0").delay.mean;
        };
        // Put 10 ms, then about 70 ms of push, run 1 ms. A shared reader waits half a poll of a second, and for the
        // call: 115 ms, and a rare slow one.
        QVERIFY(near(delay("enhanced"), 10 + 70 + 1, 15, "enhanced ms"));
        QVERIFY(near(delay("shared"), 10 + 500 + 150 + 1, 80, "shared ms"));
    }
    void unreadRecordsExpire()
    {
        // One record in 10 s against a reader that takes one in 15 min, for 30 hours with a retention of 24.
        const RunReport report =
            run(onto(regular(0.1, 100, 108'000), {{"shards", whole(1)}})
                    .place("lambda", "slow", {{"fixedMillis", 890'000.0}, {"timeoutSeconds", whole(900)}})
                    .connect("orders", "slow", {{"batchSize", whole(1)}})
                    .design);
        const ComponentReport& orders = at(report, "orders");
        const ConsumerCounts& slow = consumerOf(orders, "slow");
        QVERIFY(everyCopyAccountedFor(orders));
        // What came in the first six hours has expired: 2,160 less the 108,000 / 890 = 121 delivered and the two that
        // its buffer took ahead; those it reads are always the oldest.
        QVERIFY(near(number(slow.delivered), 121, 5, "delivered"));
        QVERIFY(near(number(slow.expired), 2160 - 121, 10, "expired"));
        QVERIFY(near(slow.peakAgeSeconds, 86'400, 15, "oldest ever"));
        QCOMPARE(report.totals.lost, slow.expired);
    }
    void aStoppedReaderLosesRecordsTo()
    {
        // It never asks again after its first failing batch, and still nothing outlives the retention.
        const RunReport report = run(onto(regular(0.1, 100, 100'000), {{"shards", whole(1)}})
                                         .place("lambda", "poisoned", {{"errorPercent", 100.0}})
                                         .connect("orders", "poisoned", {{"batchSize", whole(1)}})
                                         .design);
        const ConsumerCounts& poisoned = consumerOf(at(report, "orders"), "poisoned");
        QVERIFY(near(number(poisoned.expired), 1360, 5, "expired"));
        QVERIFY(near(poisoned.peakAgeSeconds, 86'400, 15, "oldest ever"));
        QVERIFY(everyCopyAccountedFor(at(report, "orders")));
    }
    void recordsAboveTheLargestAreRejected_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("largestKib");
        QTest::addColumn<bool>("fits");
        QTest::newRow("1 MiB") << 1048576 << 1024 << true;
        QTest::newRow("above 1 MiB") << 1048577 << 1024 << false;
        QTest::newRow("above 1 MiB, allowed") << 1048577 << 2048 << true;
        QTest::newRow("2 MiB") << 2097152 << 2048 << true;
        QTest::newRow("above 2 MiB") << 2097153 << 2048 << false;
    }
    void recordsAboveTheLargestAreRejected()
    {
        QFETCH(int, bytes);
        QFETCH(int, largestKib);
        QFETCH(bool, fits);
        const RunReport report =
            run(onto(regular(0.2, bytes, 100), {{"shards", whole(1)}, {"maxRecordKib", whole(largestKib)}})
                    .design);
        const Counts& counts = at(report, "orders").counts;
        QVERIFY(counts.offered >= 19);
        QCOMPARE(fits ? counts.accepted : counts.rejected, counts.offered);
    }
    void onDemandServesTwiceThePeak_data()
    {
        QTest::addColumn<double>("peakMib");
        QTest::addColumn<double>("refused");
        // 80/s of 64 KiB are 5 MiB/s. Never below 4 MiB/s, a second's credit at the start: 61 s x 64 records pass.
        QTest::newRow("new") << 2.0 << 4800.0 - 64 * 61;
        QTest::newRow("small") << 0.5 << 4800.0 - 64 * 61;
        QTest::newRow("large") << 5.0 << 0.0;
    }
    void onDemandServesTwiceThePeak()
    {
        QFETCH(double, peakMib);
        QFETCH(double, refused);
        const RunReport report = run(onto(regular(80, 65'536, 60), {{"mode", text("on-demand")},
                                                                    {"onDemandPeakMibPerSecond", peakMib}})
                                         .design,
                                     6);
        QVERIFY(near(number(at(report, "orders").counts.throttled), refused, 40, "throttled"));
        QCOMPARE(metered(report, "orders", "kinesis-data-streams/on-demand-stream-hours"), 1.0);
        QCOMPARE(metered(report, "orders", "kinesis-data-streams/shard-hours"), 0.0);
    }
    void onDemandSplitsShardsForAHigherPeak()
    {
        // 96/s of 64 KiB are 6 MiB/s onto 4 shards. The first full minute stores 4 MiB/s, and up to a second's credit
        // more: twice that is 8 to 8.14 shards, rounded up 8 or 9, there 15 minutes after the end of that minute.
        const RunReport report = run(onto(regular(96, 65'536, 1200), {{"mode", text("on-demand")}})
                                         .place("lambda", "reader", {{"timeoutSeconds", whole(60)}})
                                         .connect("orders", "reader")
                                         .design);
        const ComponentReport& orders = at(report, "orders");
        QCOMPARE(seriesAt(orders, "capacity", 950), 4.0);
        const double split = seriesAt(orders, "capacity", 970);
        QVERIFY2(split == 8 || split == 9, qPrintable(QString::number(split)));
        // Then 6 MiB/s are stored, and twice that is decided, for 15 minutes later: after the end of this run.
        QCOMPARE(fact(orders, "scale-outs"), 2.0);
        QCOMPARE(fact(orders, "capacity at the end"), split);
        // Of 960 s x 96 records a third is refused (4 of 6 MiB/s pass, the shards' shares are not quite even); after it
        // 8 shards have a third to spare.
        const double before = countBetween(orders, "refused", 10, 960);
        const double after = countBetween(orders, "refused", 962, 1200);
        QVERIFY(near(before, 950 * 96.0 / 3, 1500, "refused before"));
        QVERIFY(after < 0.03 * 238 * 96);
        // Nothing is lost or read twice across the split.
        QVERIFY(everyCopyAccountedFor(orders));
    }
    void onDemandStaysWhileTheLoadIsBelowHalf()
    {
        // 1.9 MiB/s is below half of 4: nothing is decided.
        const RunReport report = run(onto(regular(30.4, 65'536, 1000), {{"mode", text("on-demand")}}).design);
        QCOMPARE(fact(at(report, "orders"), "scale-outs"), 0.0);
        QCOMPARE(fact(at(report, "orders"), "capacity at the end"), 4.0);
    }
    void payloadUnitsAreOf25Kilobytes_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("units");
        QTest::newRow("1 B") << 1 << 1.0;
        QTest::newRow("25 KB") << 25'600 << 1.0;
        QTest::newRow("above") << 25'601 << 2.0;
        QTest::newRow("50 KB") << 51'200 << 2.0;
    }
    void payloadUnitsAreOf25Kilobytes()
    {
        QFETCH(int, bytes);
        QFETCH(double, units);
        const RunReport report = run(onto(regular(10, bytes, 60), {{"shards", whole(3)}}).design);
        QCOMPARE(metered(report, "orders", "kinesis-data-streams/put-payload-units"),
                 number(at(report, "orders").counts.accepted) * units);
        QCOMPARE(metered(report, "orders", "kinesis-data-streams/shard-hours"), 3.0);
    }
    void payloadUnitsFollowTheSizes()
    {
        // Log-normal, median 18,000 B and p99 120,000 B: E[ceil(size / 25 KB)] is 1.51, though the mean fits into one.
        const Design design = caseDesign("log-normal-records");
        const char* meter = "kinesis-data-streams/put-payload-units";
        const double ran = metered(run(design), "k", meter);
        const FlowReport flow = estimate(design);
        QVERIFY(near(ran * 730 * 6, 397.0e6, 0.02 * 397.0e6, "units a month"));
        QVERIFY(near(reading(flow.usage, "k", meter)->amount, ran, 0.02 * ran, "estimate"));
    }
    void eachConsumerGetsACopy()
    {
        const RunReport report =
            run(readBy(onto(regular(100, 500, 60), {{"shards", whole(2)}}), 2, "shared").design);
        const ComponentReport& orders = at(report, "orders");
        QVERIFY(everyCopyAccountedFor(orders));
        // A fan-out to two copies each record once; each copy ends or is on its way.
        QCOMPARE(report.totals.copied, orders.counts.accepted);
        QCOMPARE(report.totals.done + report.totals.inFlight, report.totals.born + report.totals.copied);
        QVERIFY(number(report.totals.done) > 2 * 5850);
    }
    void delaysAreAsMeasured()
    {
        // One message at a time into an idle stream: 627, 965 and 1,580 ms at the percentiles 50, 90 and 99, a third
        // party's 1,024 samples. Source: https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/
        Drawing drawing = readBy(onto(regular(0.7, 100, 7200), {{"shards", whole(1)}}), 1, "shared");
        drawing.scenario().traffic["in"].arrivals = Arrivals::Poisson;
        const RunReport report = run(drawing.design);
        const LatencySummary& delay = sinkAt(report, "fn0").delay;
        QVERIFY(near(*delay.p50, 627, 40, "p50"));
        QVERIFY(near(*delay.p90, 965, 100, "p90"));
        QVERIFY(near(*delay.p99, 1580, 200, "p99"));
    }
    void sevenReadersShareFiveCalls()
    {
        // 7 polls a second on a shard that answers 5: 140% asked, a little more where records remain.
        const Design design = caseDesign("seven-shared-readers");
        const RunReport report = run(design);
        const LimitUse& calls = limitOf(at(report, "s"), "read-calls");
        QVERIFY(near(calls.utilisation, 1.4, 0.06, "use"));
        QVERIFY(near(calls.refused, 627, 40, "refused"));
        QCOMPARE(limitOf(at(report, "s"), "reads").refused, 0.0);
        const FlowReport flow = estimate(design);
        QVERIFY(sameLimits(report, flow, "s"));
        QVERIFY(near(limitOf(flow, "s", "read-calls").utilisation, calls.utilisation, 0.06, "estimate"));
    }
    void nobodyStarves_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stream");
        QTest::newRow("seven") << "seven-shared-readers-of-batches"
                               << "s";
        QTest::newRow("ten") << "ten-shared-readers"
                             << "k";
    }
    void nobodyStarves()
    {
        QFETCH(QString, name);
        QFETCH(QString, stream);
        const RunReport report = run(caseDesign(name.toStdString()));
        const ComponentReport& store = at(report, stream.toStdString());
        QVERIFY(everyCopyAccountedFor(store));
        for (const ConsumerCounts& one : store.consumers) {
            QVERIFY2(one.peakAgeSeconds < 30, qPrintable(QString::number(one.peakAgeSeconds)));
            QVERIFY(number(one.resident) < 0.02 * number(store.counts.accepted) + 500);
        }
    }
    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("shards");
        QTest::addColumn<double>("hot");
        QTest::addColumn<int>("readers");
        QTest::addColumn<QString>("kind");
        QTest::newRow("room") << 700.0 << 800 << 2 << 0.0 << 2 << "shared";
        QTest::newRow("records bind") << 1300.0 << 100 << 1 << 0.0 << 1 << "shared";
        QTest::newRow("bytes bind") << 300.0 << 8192 << 1 << 0.0 << 1 << "enhanced";
        QTest::newRow("a hot key") << 2500.0 << 100 << 4 << 0.6 << 1 << "shared";
        QTest::newRow("too large") << 5.0 << 1'100'000 << 1 << 0.0 << 1 << "shared";
        QTest::newRow("on enhanced") << 500.0 << 900 << 3 << 0.0 << 3 << "enhanced";
    }
    void theEstimateIsTheRun()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(int, shards);
        QFETCH(double, hot);
        QFETCH(int, readers);
        QFETCH(QString, kind);
        const Design design =
            readBy(onto(regular(rate, bytes, 300, {{"hotKeyShare", hot}, {"keys", whole(100'000)}}),
                        {{"shards", whole(shards)}}),
                   readers, kind.toStdString())
                .design;
        const RunReport report = run(design);
        const FlowReport flow = estimate(design);
        const ComponentReport& ran = at(report, "orders");
        const FlowComponent& estimated = *findComponent(flow, "orders");
        QVERIFY(sameLimits(report, flow, "orders"));
        // A second's credit at the start beside what the rate lets pass.
        QVERIFY(near(number(ran.counts.accepted) / 300, estimated.accepted.recordsPerSecond, 0.01 * rate,
                     "accepted"));
        for (const char* limit : {"records", "bytes"}) {
            QVERIFY(near(limitOf(ran, limit).utilisation, limitOf(flow, "orders", limit).utilisation,
                         0.02 * limitOf(flow, "orders", limit).utilisation, limit));
            QVERIFY(near(limitOf(ran, limit).refused / 300, limitOf(flow, "orders", limit).refused,
                         0.01 * rate, limit));
        }
        for (const MeterReading& one : report.usage) {
            const MeterReading* same = reading(flow.usage, one.component, one.meter);
            if (one.component == "orders")
                QVERIFY(same && near(one.amount, same->amount, 0.02 * same->amount, one.meter.c_str()));
        }
        QVERIFY(near(ran.latency.mean.value_or(0), ran.counts.accepted ? estimated.serviceMillis : 0, 0.05,
                     "ms"));
    }
    void aKeyKeepsItsOrder()
    {
        // One key, one shard of four: three shards are idle.
        const RunReport report =
            run(onto(regular(500, 100, 60, {{"hotKeyShare", 1.0}}), {{"shards", whole(4)}}).design);
        QCOMPARE(at(report, "orders").counts.throttled, std::uint64_t{0});
        // The busiest shard's use: 500 of its 1,000/s.
        QVERIFY(near(limitOf(at(report, "orders"), "records").utilisation, 0.5, 0.01, "busiest shard"));
    }

    void aggregatedRecordsCountAsOne_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("aggregation");
        QTest::addColumn<double>("records");  // of a put
        QTest::addColumn<double>("units");    // of 25 KB
        QTest::newRow("not packed") << 100 << 50 << 0 << 50.0 << 50.0;
        QTest::newRow("in one record") << 100 << 50 << 51'200 << 1.0 << 1.0;
        // 256 of 200 B fill 51,200 B, two units; 244 are left, 48,800 B, two units too.
        QTest::newRow("in two records") << 200 << 500 << 51'200 << 2.0 << 4.0;
        QTest::newRow("too large to be packed") << 60'000 << 5 << 51'200 << 5.0 << 15.0;
    }
    void aggregatedRecordsCountAsOne()
    {
        QFETCH(int, bytes);
        QFETCH(int, batch);
        QFETCH(int, aggregation);
        QFETCH(double, records);
        QFETCH(double, units);
        // Four puts a second into one shard.
        Drawing drawing =
            regular(4 * batch, bytes, 60, {{"retry", text("none")}, {"batchWaitMillis", 5000.0}});
        drawing
            .place("kinesis-data-streams", "stream",
                   {{"mode", text("provisioned")},
                    {"shards", whole(1)},
                    {"aggregationBytes", whole(aggregation)},
                    {"kibPerShard", whole(10'000)}})
            .place("lambda", "reader")
            .connect("in", "stream", {{"batchSize", whole(batch)}})
            .connect("stream", "reader");
        const RunReport report = run(drawing.design);
        const ComponentReport& stream = at(report, "stream");
        const double puts = number(stream.counts.accepted) / batch;
        QVERIFY(near(puts, 240, 1.1, "puts"));
        QVERIFY(near(limitOf(stream, "records").mean, 4 * records, 0.02 * 4 * records, "records/s"));
        QCOMPARE(metered(report, "stream", "kinesis-data-streams/put-payload-units"), puts * units);
        // The reader gets them as they were.
        QVERIFY(number(at(report, "reader").counts.completed) >= number(stream.counts.accepted) - 10 * batch);
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "stream", "kinesis-data-streams/put-payload-units")->amount,
                     240 * units, 0.01 * 240 * units, "units by estimate"));
        QVERIFY(near(findComponent(flow, "stream")->limits.front().mean, 4 * records, 0.01 * 4 * records,
                     "records/s by estimate"));
    }
};

PLIMSOLL_TEST(TstKinesisDataStreams)
#include "tst_kinesis_data_streams.moc"
