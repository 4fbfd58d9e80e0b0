// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap provisioned(std::int64_t wcu, ParameterMap more = {})
{
    more.insert({{"mode", text("provisioned")}, {"wcu", whole(wcu)}, {"rcu", whole(1)}});
    return more;
}

ParameterMap scaled(std::int64_t wcu)
{
    return provisioned(wcu, {{"autoScaling", true}, {"burstSeconds", whole(0)}});
}

Drawing onto(Drawing drawing, ParameterMap table, ParameterMap connection = {})
{
    return drawing.place("dynamodb", "table", std::move(table)).connect("in", "table", std::move(connection));
}

/// The same of a table that has never been used.
Drawing fresh(Drawing drawing)
{
    drawing.scenario().opening = Opening::Cold;
    return drawing;
}

ParameterMap oneSecondOfLag()
{
    return {{"replicationMillis", 1000.0}, {"replicationP99Millis", 1000.0}};
}

/// Two tables that copy each other, each with writers of its own.
Drawing globalTable(double perSecond, std::int64_t keys, double seconds)
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond, {{"recordSizeBytes", whole(1000)}, {"keys", whole(keys)}})
        .source("there", perSecond, {{"recordSizeBytes", whole(1000)}, {"keys", whole(keys)}})
        .place("dynamodb", "table", oneSecondOfLag())
        .place("dynamodb", "elsewhere", oneSecondOfLag())
        .connect("in", "table")
        .connect("there", "elsewhere")
        .connect("table", "elsewhere", {{"kind", text("replicate")}})
        .connect("elsewhere", "table", {{"kind", text("replicate")}});
    return drawing;
}

}  // namespace

/// Capacity units, burst, partitions, auto scaling, on demand and the change stream.
class TstDynamodb final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesRoundUpToAKilobyte_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("units");
        QTest::newRow("one byte") << 1 << 1.0;
        QTest::newRow("below 1 KB") << 1023 << 1.0;
        QTest::newRow("1 KB") << 1024 << 1.0;
        QTest::newRow("above 1 KB") << 1025 << 2.0;
        QTest::newRow("2 KB") << 2048 << 2.0;
        QTest::newRow("above 2 KB") << 2049 << 3.0;
    }
    void writesRoundUpToAKilobyte()
    {
        QFETCH(int, bytes);
        QFETCH(double, units);
        const RunReport report = run(onto(regular(10, bytes, 60), {}).design);
        const double items = number(at(report, "table").counts.accepted);
        QVERIFY(items >= 599);
        QCOMPARE(metered(report, "table", "dynamodb/on-demand-write-units"), items * units);
    }
    void readsRoundUpToFourKilobytes_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("consistent");
        QTest::addColumn<double>("units");
        QTest::newRow("eventual, 4 KB") << 4096 << false << 0.5;
        QTest::newRow("eventual, above") << 4097 << false << 1.0;
        QTest::newRow("consistent, 1 B") << 1 << true << 1.0;
        QTest::newRow("consistent, 4 KB") << 4096 << true << 1.0;
        QTest::newRow("consistent, above") << 4097 << true << 2.0;
    }
    void readsRoundUpToFourKilobytes()
    {
        QFETCH(int, bytes);
        QFETCH(bool, consistent);
        QFETCH(double, units);
        const RunReport report =
            run(onto(regular(10, bytes, 60), {{"consistentReads", consistent}}, {{"operation", text("read")}})
                    .design);
        const double items = number(at(report, "table").counts.accepted);
        QVERIFY(items >= 599);
        QCOMPARE(metered(report, "table", "dynamodb/on-demand-read-units"), items * units);
        QCOMPARE(metered(report, "table", "dynamodb/on-demand-write-units"), 0.0);
        QCOMPARE(*at(report, "table").latency.max, 4.0);
    }
    void itemsAboveTheLargestAreRejected_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("fits");
        QTest::newRow("400 KB") << 400 * 1024 << true;
        QTest::newRow("above") << 400 * 1024 + 1 << false;
    }
    void itemsAboveTheLargestAreRejected()
    {
        QFETCH(int, bytes);
        QFETCH(bool, fits);
        const Counts counts = at(run(onto(regular(1, bytes, 30), {}).design), "table").counts;
        QCOMPARE(fits ? counts.accepted : counts.rejected, counts.offered);
        QVERIFY(counts.offered > 28);
    }
    void savedCapacityIsSpentExactly_data()
    {
        QTest::addColumn<double>("idleSeconds");
        QTest::addColumn<double>("saved");
        // 10 WCU: a run opens as after a long time of nothing, with all of the 300 s that can be saved.
        QTest::newRow("20 s") << 20.0 << 3000.0;
        QTest::newRow("299 s") << 299.0 << 3000.0;
        QTest::newRow("300 s") << 300.0 << 3000.0;
        QTest::newRow("600 s") << 600.0 << 3000.0;
    }
    void savedCapacityIsSpentExactly()
    {
        QFETCH(double, idleSeconds);
        QFETCH(double, saved);
        // Then 200/s for a minute: what was saved, and 10 WCU x 60 s that come in meanwhile.
        Drawing drawing = onto(volley(200, idleSeconds, 1000, idleSeconds + 60), provisioned(10));
        drawing.scenario().traffic["in"].peakSeconds = 60;
        const Counts counts = at(run(drawing.design), "table").counts;
        QVERIFY(near(number(counts.offered), 12'000, 1, "offered"));
        QVERIFY(near(number(counts.accepted), saved + 600, 2, "accepted"));
        QCOMPARE(counts.accepted + counts.throttled, counts.offered);
    }
    void steadyUseAtTheCapacityIsNeverRefused_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("refused");
        // Only the first second's 100 units are there beyond the rate.
        QTest::newRow("below") << 99.0 << 0.0;
        QTest::newRow("at") << 100.0 << 0.0;
        QTest::newRow("above") << 120.0 << 20.0 * 60 - 100;
    }
    void steadyUseAtTheCapacityIsNeverRefused()
    {
        QFETCH(double, rate);
        QFETCH(double, refused);
        const RunReport report = run(onto(regular(rate, 1000, 60), provisioned(100)).design);
        QVERIFY(
            near(number(at(report, "table").counts.throttled), refused, refused > 0 ? 2 : 0, "throttled"));
    }
    void oneKeyHasOnePartition_data()
    {
        QTest::addColumn<int>("wcu");
        QTest::addColumn<double>("writesPerSecond");
        QTest::newRow("500 WCU") << 500 << 500.0;
        QTest::newRow("2,000 WCU") << 2000 << 1000.0;
        QTest::newRow("40,000 WCU") << 40'000 << 1000.0;
        QTest::newRow("on demand") << 0 << 1000.0;
    }
    void oneKeyHasOnePartition()
    {
        QFETCH(int, wcu);
        QFETCH(double, writesPerSecond);
        const RunReport report = run(
            onto(regular(2000, 100, 20, {{"hotKeyShare", 1.0}}), wcu > 0 ? provisioned(wcu) : ParameterMap{})
                .design);
        // A second's credit at the start on top.
        QVERIFY(near(number(at(report, "table").counts.accepted), 21 * writesPerSecond, 2, "accepted"));
        if (wcu != 500)
            QVERIFY(limitOf(at(report, "table"), "partition").refused > 0);
    }
    void opensWithWhatScalingCameTo()
    {
        // 90/s of one unit at a target of 70%: 129 from the start, unless the table is new.
        const Drawing drawing = onto(regular(90, 1000, 200), scaled(100));
        QVERIFY(
            near(metered(run(drawing.design), "table", "dynamodb/provisioned-wcu-hours"), 129, 1e-6, "WCU"));
        QVERIFY(near(metered(run(fresh(drawing).design), "table", "dynamodb/provisioned-wcu-hours"), 100,
                     1e-6, "WCU of a new table"));
    }
    void autoScalingMovesCapacity_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("changesAt");
        QTest::addColumn<double>("to");
        // 100 WCU, target 70%. Two minutes above 70/s decide at 120 s, the update takes 120 s more: ceil(90 / 0.7).
        QTest::newRow("raises") << 90.0 << 240.0 << 129.0;
        QTest::newRow("keeps at the target") << 69.0 << 0.0 << 100.0;
        QTest::newRow("keeps a little below") << 57.0 << 0.0 << 100.0;
        // Fifteen minutes below decide at 900 s: ceil(10 / 0.7).
        QTest::newRow("lowers") << 10.0 << 1020.0 << 15.0;
        // What is refused is not consumed: 100 WCU used in full ask for ceil(100 / 0.7), then 143 for 205, ...
        QTest::newRow("raises in steps") << 135.0 << 240.0 << 143.0;
    }
    void autoScalingMovesCapacity()
    {
        QFETCH(double, rate);
        QFETCH(double, changesAt);
        QFETCH(double, to);
        // Until the next decision could come into force: two minutes of points and two of update after the first.
        const double seconds = changesAt > 0 ? changesAt + 200 : 1200;
        const RunReport report = run(fresh(onto(regular(rate, 1000, seconds), scaled(100))).design);
        // The meter holds the time mean of what was provisioned.
        const double expected =
            changesAt > 0 ? (100 * changesAt + to * (seconds - changesAt)) / seconds : 100;
        QVERIFY(near(metered(report, "table", "dynamodb/provisioned-wcu-hours"), expected, 0.05, "mean WCU"));
    }
    void autoScalingStopsAtItsBounds_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("held");
        QTest::newRow("most") << 100.0 << 110.0;
        QTest::newRow("least") << 1.0 << 50.0;
    }
    void autoScalingStopsAtItsBounds()
    {
        QFETCH(double, rate);
        QFETCH(double, held);
        ParameterMap table = scaled(100);
        table["minWcu"] = whole(50);
        table["maxWcu"] = whole(110);
        const RunReport report = run(fresh(onto(regular(rate, 1000, 2040), std::move(table))).design);
        const double from = held > 100 ? 240 : 1020;
        QVERIFY(near(metered(report, "table", "dynamodb/provisioned-wcu-hours"),
                     (100 * from + held * (2040 - from)) / 2040, 0.05, "mean WCU"));
    }
    void moreCapacityBringsPartitions()
    {
        // 900 WCU lie on one partition; used in full they become 1,286 on two. 100/s of 12 KB ask for 1,200, which
        // one partition of 1,000 could never serve.
        const RunReport report = run(fresh(onto(regular(100, 12 * 1024, 400), scaled(900))).design);
        const ComponentReport& table = at(report, "table");
        QVERIFY(countBetween(table, "refused", 120, 240) > 2000);
        QVERIFY(near(countBetween(table, "refused", 250, 400), 0, 0, "refused afterwards"));
    }
    void onDemandServesTwiceThePeakAtOnce_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("earlierPeak");
        QTest::addColumn<double>("refused");
        // A new table: 4,000/s and a second's credit; twice the earlier peak where that is more.
        QTest::newRow("below") << 3000.0 << 2000 << 0.0;
        QTest::newRow("above") << 6000.0 << 2000 << 6000.0 * 10 - 4000 * 11;
        QTest::newRow("small peak") << 6000.0 << 100 << 6000.0 * 10 - 4000 * 11;
        QTest::newRow("large peak") << 6000.0 << 4000 << 0.0;
    }
    void onDemandServesTwiceThePeakAtOnce()
    {
        QFETCH(double, rate);
        QFETCH(int, earlierPeak);
        QFETCH(double, refused);
        const RunReport report =
            run(onto(regular(rate, 500, 10), {{"previousPeakWrites", whole(earlierPeak)}}).design);
        QVERIFY(near(number(at(report, "table").counts.throttled), refused, 0.01 * refused, "throttled"));
    }
    void onDemandDoublesHalfAnHourLater()
    {
        // 100 items of 60 KB are 6,000 units/s: 4,000 are served. That new peak counts after half an hour: 8,000.
        const RunReport report = run(onto(regular(100, 60 * 1024, 2040), {}).design);
        const ComponentReport& table = at(report, "table");
        // Two thirds of 100/s pass. Partitions are unevenly hit by 60-unit items, so a little less.
        QVERIFY(
            near(countBetween(table, "refused", 60, 1800) / 1740, 100 - 4000.0 / 60, 2, "refused/s before"));
        QVERIFY(near(countBetween(table, "refused", 1880, 2040) / 160, 0, 1.5, "refused/s after"));
    }
    void theStreamFeedsEachReader()
    {
        const RunReport report =
            run(onto(regular(40, 1000, 60), {{"stream", text("new-image")}})
                    .place("lambda", "a")
                    .place("lambda", "b", {{"reservedConcurrency", whole(1)}, {"fixedMillis", 900.0}})
                    .connect("table", "a")
                    .connect("table", "b", {{"batchSize", whole(5)}})
                    .design);
        const ComponentReport& table = at(report, "table");
        QCOMPARE(table.consumers.size(), std::size_t{2});
        QVERIFY(everyCopyAccountedFor(table));
        QCOMPARE(report.totals.copied, table.counts.accepted);
        // Four polls a second: the quick reader is never more than a moment behind, the slow one falls back.
        QVERIFY(consumerOf(table, "a").peakAgeSeconds < 1);
        QVERIFY(number(at(report, "a").counts.completed) > 2350);
        QVERIFY(number(at(report, "b").counts.completed) < 700);
    }
    void withoutAStreamWritesEndInTheTable()
    {
        const RunReport report = run(onto(regular(40, 1000, 60), {}).design);
        QVERIFY(at(report, "table").consumers.empty());
        QCOMPARE(report.totals.done + report.totals.inFlight, report.totals.born);
        QCOMPARE(*sinkAt(report, "table").delay.max, 5.0);
    }
    void storageGrowsByNewItems()
    {
        const RunReport report =
            run(onto(regular(50, 924, 60), {{"newItemsPercent", 50.0}, {"startingStorageGb", 2.0}}).design);
        const MeterReading* storage = reading(report.usage, "table", "dynamodb/storage");
        QVERIFY(storage);
        QCOMPARE(storage->startStock, 2.0);
        // 50/s x (924 + 100) B x 1/2
        QVERIFY(near(storage->inflowPerSecond * 1073741824, 25'600, 10, "bytes/s"));
    }
    void retriesOfTheLegacySdkAreCountedAsWork()
    {
        // Twice what 50 WCU serve: ten attempts each, so there are many more than there are records.
        const RunReport report = run(onto(regular(100, 1000, 120, {{"retry", text("sdk-legacy")}}),
                                          provisioned(50, {{"burstSeconds", whole(0)}}))
                                         .design);
        const Counts& counts = at(report, "table").counts;
        QVERIFY(counts.retried > report.totals.born);
        QVERIFY(near(number(counts.accepted), 50 * 121, 5, "accepted"));
        QCOMPARE(counts.offered, counts.accepted + counts.throttled);
    }
    void aHotKeyIsReadFromOnePartition()
    {
        const Design design = caseDesign("hot-read-key");
        const RunReport report = run(design);
        const ComponentReport& table = at(report, "t");
        // 4,000/s on one key and an eighth of as many: 150% of the 3,000 that one partition reads.
        QCOMPARE(limitOf(table, "partition-reads").refused, 177'273.0);
        QVERIFY(near(limitOf(table, "partition-reads").utilisation, 1.5, 0.02, "asked"));
        QCOMPARE(limitOf(table, "partition-reads").label, std::string{"Reads of one partition"});
        for (const char* other : {"write-units", "read-units", "partition"})
            QCOMPARE(limitOf(table, other).refused, 0.0);
        const FlowReport flow = estimate(design);
        QVERIFY(sameLimits(report, flow, "t"));
        QVERIFY(
            near(limitOf(flow, "t", "partition-reads").refused * 120, 177'273, 0.02 * 177'273, "estimate"));
        QVERIFY(std::any_of(flow.findings.begin(), flow.findings.end(), [](const Finding& finding) {
            return finding.id == "hot-key" && finding.remedy.english().find("cache") != std::string::npos;
        }));
    }
    void refusedReadsCountAtReadCapacity()
    {
        Design design = caseDesign("hot-read-key");
        parametersOf(design, "r")["hotKeyShare"] = 0.0;
        parametersOf(design, "t")["rcu"] = whole(4000);
        parametersOf(design, "t")["burstSeconds"] = whole(0);
        design.scenarios.front().durationSeconds = 30;
        const RunReport report = run(design);
        const ComponentReport& table = at(report, "t");
        QCOMPARE(limitOf(table, "read-units").refused, 116'107.0);
        QCOMPARE(limitOf(table, "write-units").refused, 0.0);
        QCOMPARE(limitOf(table, "partition-reads").refused + limitOf(table, "partition").refused, 0.0);
    }
    void partitionsGrowWithTheTable()
    {
        // The ramp to 40,000 units a second within an hour, in items of 64 units so that it is quickly run. Partitions
        // come with the capacity, which half an hour of lag holds back: in the end capacity binds, not a partition.
        Design design = caseDesign("on-demand-ramp");
        parametersOf(design, "w")["recordSizeBytes"] = whole(64 * 1024);
        Scenario ramp = *std::find_if(design.scenarios.begin(), design.scenarios.end(),
                                      [](const Scenario& one) { return one.id == "to-40k-in-60-min"; });
        ramp.traffic["w"].endPerSecond /= 64;
        design.scenarios = {ramp};
        const RunReport report = run(design);
        const ComponentReport& table = at(report, "t");
        const LimitUse &writes = limitOf(table, "write-units"), &partition = limitOf(table, "partition");
        QVERIFY(writes.refused > partition.refused);
        QVERIFY(writes.utilisation > partition.utilisation);
        QVERIFY(fact(table, "partitions (assumed)") > 4);
        // In its own time: as many partitions as the capacity of that time needs.
        QVERIFY(partition.overTime.back() < 1.2 * writes.overTime.back());
    }
    void hotPartitionsAreSplit_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::newRow("after 1 min") << 1;
        QTest::newRow("never") << 0;
    }
    void hotPartitionsAreSplit()
    {
        QFETCH(int, minutes);
        // Eight warm keys of 450/s fall unevenly on four partitions: 1,000/s is too little for three of them.
        const RunReport report =
            run(onto(regular(3600, 100, 700, {{"keys", whole(8)}}), {{"heatSplitMinutes", whole(minutes)}})
                    .design);
        const ComponentReport& table = at(report, "table");
        const double early = countBetween(table, "refused", 10, 60) / 50;
        const double late = countBetween(table, "refused", 650, 700) / 50;
        QVERIFY2(early > 100, qPrintable(QString::number(early)));
        QVERIFY2(minutes > 0 ? late < 0.2 * early : late > 0.8 * early, qPrintable(QString::number(late)));
    }
    void storedBytesBringPartitions()
    {
        // 39.5 GB at the start fit into 4 partitions of 10, as many as a new table has; 9 items/s of 400 KB add 0.6 GB in
        // three minutes.
        const RunReport report = run(onto(regular(9, 400 * 1024, 200), {{"startingStorageGb", 39.5}}).design);
        QCOMPARE(fact(at(report, "table"), "partitions (assumed)"), 5.0);
    }
    void transactionsTakeEveryUnitTwice()
    {
        const RunReport report = run(onto(regular(100, 1000, 60), {{"transactionsPercent", 40.0}}).design);
        const double items = number(at(report, "table").counts.accepted);
        QVERIFY(near(metered(report, "table", "dynamodb/on-demand-write-units"), 1.4 * items, 160, "units"));
    }
    void readsInTransactionsAreConsistent()
    {
        // 5,000 B are two steps of 4 KB: half a unit each eventually, two each in a transaction.
        // 60% x 1 + 40% x 4 = 2.2 units an item; of consistent reads 60% x 2 + 40% x 4 = 2.8.
        for (const bool consistent : {false, true}) {
            const Design design =
                onto(regular(100, 5000, 60), {{"transactionsPercent", 40.0}, {"consistentReads", consistent}},
                     {{"operation", text("read")}})
                    .design;
            const RunReport report = run(design);
            const double items = number(at(report, "table").counts.accepted);
            const double each = consistent ? 2.8 : 2.2;
            QVERIFY(
                near(metered(report, "table", "dynamodb/on-demand-read-units"), each * items, 350, "units"));
            QVERIFY(near(reading(estimate(design).usage, "table", "dynamodb/on-demand-read-units")->amount,
                         each * 100 * 60, 1, "units/s"));
        }
    }
    void indexesHoldBackTheirTable()
    {
        // 200/s of 1,500 B, half of each in two indexes: one unit of an index a write, of which an index has 100.
        const Design design = onto(regular(200, 1500, 60), provisioned(1000, {{"indexes", whole(2)},
                                                                              {"projectedPercent", 50.0},
                                                                              {"indexWcu", whole(100)},
                                                                              {"burstSeconds", whole(0)}}))
                                  .design;
        const RunReport report = run(design);
        const ComponentReport& table = at(report, "table");
        QVERIFY(near(number(table.counts.accepted), 100 * 61, 2, "accepted"));
        QCOMPARE(limitOf(table, "index-writes").refused, number(table.counts.throttled));
        QCOMPARE(metered(report, "table", "dynamodb/provisioned-wcu-hours"), 1000.0 + 2 * 100);
        const FlowReport flow = estimate(design);
        QVERIFY(sameLimits(report, flow, "table"));
        QVERIFY(near(findComponent(flow, "table")->accepted.recordsPerSecond, 100, 0.1, "estimate"));
        // An item and its entries: (1,500 + 100) + 2 x (750 + 100) B.
        QVERIFY(near(reading(flow.usage, "table", "dynamodb/storage")->inflowPerSecond * 1073741824,
                     100 * 3300.0, 330, "bytes/s"));
    }
    void itemsLiveAsLongAsTheyAreToldTo()
    {
        const RunReport report = run(onto(regular(50, 924, 60), {{"expireDays", whole(7)}}).design);
        QCOMPARE(reading(report.usage, "table", "dynamodb/storage")->retentionSeconds, 7 * 86'400.0);
    }
    void newStreamShardsAreFoundLate_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        // Four shards, each closed every six minutes, for half an hour: twenty draws within half a minute.
        QTest::newRow("closed") << 0.1 << 20.0 << 31.0;
        QTest::newRow("never closed") << 0.0 << 0.0 << 2.0;
    }
    void newStreamShardsAreFoundLate()
    {
        QFETCH(double, hours);
        QFETCH(double, least);
        QFETCH(double, most);
        Design design = caseDesign("table-stream-to-a-function");
        design.scenarios.front().durationSeconds = 1800;
        parametersOf(design, "t")["streamShardHours"] = hours;
        const RunReport report = run(design);
        const ComponentReport& table = at(report, "t");
        const double oldest = consumerOf(table, "f").peakAgeSeconds;
        QVERIFY2(oldest >= least && oldest <= most, qPrintable(QString::number(oldest)));
        QVERIFY(everyCopyAccountedFor(table));
    }
    void streamDelaysAreAsMeasured()
    {
        // One item at a time: 213, 341 and 552 ms at the percentiles 50, 90 and 99, a third party's 1,024 samples.
        // Source: https://bitesizedserverless.com/bite/serverless-messaging-latency-compared/
        Drawing drawing =
            onto(regular(0.7, 500, 7200), {{"stream", text("new-image")}, {"streamShardHours", 0.0}})
                .place("lambda", "fn", {{"fixedMillis", 1.0}, {"perRecordMicros", 0.0}})
                .connect("table", "fn");
        drawing.scenario().traffic["in"].arrivals = Arrivals::Poisson;
        const LatencySummary delay = sinkAt(run(drawing.design), "fn").delay;
        QVERIFY(near(*delay.p50, 213, 20, "p50"));
        QVERIFY(near(*delay.p90, 341, 35, "p90"));
        QVERIFY(near(*delay.p99, 552, 70, "p99"));
    }
    void changesAreCopiedToAStream()
    {
        // 10 items a second of 1,500 B, half of which replace one: a change has 1.5 images on average, 2,250 B, and counts
        // as two units of 1 KB of the item.
        Drawing drawing = onto(regular(10, 1500, 60), {{"newItemsPercent", 50.0}});
        drawing.place("kinesis-data-streams", "copy", {{"mode", text("provisioned")}})
            .connect("table", "copy");
        const RunReport report = run(drawing.design);
        const double items = number(at(report, "table").counts.accepted);
        QVERIFY(items >= 599);
        QCOMPARE(fact(at(report, "table"), "changes captured"), items);
        QCOMPARE(metered(report, "table", "dynamodb/kinesis-cdc-units"), 2 * items);
        QCOMPARE(number(at(report, "copy").counts.accepted), items);
        QVERIFY(near(limitOf(at(report, "copy"), "bytes").mean, 22'500, 50, "bytes/s"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "copy")->offered.bytesPerSecond, 22'500, 1, "by estimate"));
        QVERIFY(near(reading(flow.usage, "table", "dynamodb/kinesis-cdc-units")->amount, 1200, 2, "units"));
    }
    void changesWaitForTheirStream()
    {
        // 20 changes in one second into a shard that takes 5 a second: one second's credit, then 5 with each try. Nobody
        // who writes notices.
        Drawing drawing = onto(volley(20, 1, 500, 30), {});
        drawing
            .place("kinesis-data-streams", "copy",
                   {{"mode", text("provisioned")}, {"shards", whole(1)}, {"recordsPerShard", whole(5)}})
            .connect("table", "copy");
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "table").counts.completed, 20u);
        QCOMPARE(at(report, "copy").counts.accepted, 20u);
        QVERIFY(at(report, "copy").counts.throttled > 0);
        QCOMPARE(fact(at(report, "table"), "capture retries"), number(at(report, "copy").counts.throttled));
        // Ended while some wait: they are in flight.
        drawing.scenario().durationSeconds = 2.5;
        const RunReport cut = run(drawing.design);
        QVERIFY(at(cut, "copy").counts.accepted < 20);
        QVERIFY(cut.totals.inFlight > 0);
    }
    void copiesAreBilledByTheSizeOfTheTable()
    {
        // 100 GB: recovery at 0.20, three backups at 0.10 and two exports a month at 0.10 a GB: 20 + 30 + 20 dollars.
        Drawing drawing = onto(regular(0, 1024, 60), {{"startingStorageGb", 100.0},
                                                      {"pointInTimeRecovery", true},
                                                      {"backupsKept", whole(3)},
                                                      {"exportsPerMonth", 2.0}});
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *builtinPriceBook("us-east-1"),
                       library().catalog(), drawing.design, {});
        QVERIFY(bill);
        const auto dollarsOf = [&](const char* meter) {
            double sum = 0;
            for (const BillLine& line : bill->lines)
                sum += line.meter == meter ? line.amount.dollars() : 0;
            return sum;
        };
        QVERIFY(near(dollarsOf("dynamodb/pitr-storage"), 20, 0.01, "recovery"));
        QVERIFY(near(dollarsOf("dynamodb/backup-storage"), 30, 0.01, "backups"));
        QVERIFY(near(dollarsOf("dynamodb/export-gb"), 20, 0.01, "exports"));
    }
    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("hot");
        QTest::addColumn<bool>("read");
        QTest::addColumn<int>("units");
        QTest::newRow("room") << 300.0 << 700 << 0.0 << false << 1000;
        QTest::newRow("capacity binds") << 900.0 << 1500 << 0.0 << false << 1000;
        QTest::newRow("a partition binds") << 2000.0 << 700 << 0.8 << false << 4000;
        QTest::newRow("both bind") << 4000.0 << 700 << 0.5 << false << 2000;
        QTest::newRow("reads") << 3000.0 << 6000 << 0.0 << true << 2000;
        QTest::newRow("reads of a partition") << 9000.0 << 3000 << 0.9 << true << 20'000;
    }
    void theEstimateIsTheRun()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(double, hot);
        QFETCH(bool, read);
        QFETCH(int, units);
        const Design design =
            onto(regular(rate, bytes, 120, {{"hotKeyShare", hot}, {"keys", whole(200'000)}}),
                 {{"mode", text("provisioned")},
                  {"wcu", whole(read ? 1 : units)},
                  {"rcu", whole(read ? units : 1)},
                  {"burstSeconds", whole(0)}},
                 {{"operation", text(read ? "read" : "write")}})
                .design;
        const RunReport report = run(design);
        const FlowReport flow = estimate(design);
        const ComponentReport& ran = at(report, "table");
        const FlowComponent& estimated = *findComponent(flow, "table");
        QVERIFY(sameLimits(report, flow, "table"));
        QVERIFY(near(number(ran.counts.accepted) / 120, estimated.accepted.recordsPerSecond, 0.015 * rate,
                     "accepted"));
        for (const LimitUse& limit : ran.limits) {
            const LimitUse& same = limitOf(flow, "table", limit.limit);
            QVERIFY(near(limit.utilisation, same.utilisation, 0.02 * same.utilisation + 1e-9,
                         limit.limit.c_str()));
            QVERIFY(near(limit.refused / 120, same.refused, 0.02 * rate, limit.limit.c_str()));
        }
        for (const MeterReading& one : report.usage) {
            const MeterReading* same = reading(flow.usage, one.component, one.meter);
            QVERIFY(same && near(one.amount, same->amount, 0.02 * same->amount, one.meter.c_str()));
        }
        QVERIFY(near(*ran.latency.mean, estimated.serviceMillis, 0.01, "ms"));
    }
    /// Of two writers of the same item within the lag, the earlier is lost, once. Writes of 100 keys, 50/s to each of two
    /// tables; the lag is 1 s, a write is there after 5 ms: 2 x 50/s x (1 - e^(-0.5 x 1.005)) = 39.5/s.
    void theLastWriterWins()
    {
        const RunReport report = run(globalTable(50, 100, 200).design);
        const double lost = fact(at(report, "table"), "updates lost to a later writer")
                            + fact(at(report, "elsewhere"), "updates lost to a later writer");
        QVERIFY(near(lost / 200, 39.5, 1.2, "updates lost a second"));
    }
    void replicasComeAfterTheirLag()
    {
        Drawing drawing = regular(20, 1000, 120);
        drawing.place("dynamodb", "table", oneSecondOfLag())
            .place("dynamodb", "elsewhere")
            .connect("in", "table")
            .connect("table", "elsewhere", {{"kind", text("replicate")}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(*sinkAt(report, "elsewhere").delay.mean, 1010, 1, "ms"));
        // No stream is captured to.
        QCOMPARE(metered(report, "table", "dynamodb/kinesis-cdc-units"), 0.0);
    }
    /// Each of the two takes 100 writes a second: 2 x 262.8 M units a month x $0.625/M.
    void aGlobalTableIsBilledInEachRegion()
    {
        const Design design = globalTable(50, 1000, 60).design;
        const Result<Bill> bill = priceMonth({{estimate(design).usage, 0}}, *builtinPriceBook("us-east-1"),
                                             library().catalog(), design, {});
        QVERIFY(bill);
        double writes = 0;
        for (const BillLine& line : bill->lines)
            writes += line.meter == "dynamodb/on-demand-replicated-write-units" ? line.amount.dollars() : 0;
        QVERIFY(near(writes, 2 * 164.25, 0.01, "USD"));
    }
};

PLIMSOLL_TEST(TstDynamodb)
#include "tst_dynamodb.moc"
