// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A handler of constant time with nothing else in it; `more` overrides.
ParameterMap handler(double millis, ParameterMap more = {})
{
    more.insert({{"fixedMillis", millis}, {"perRecordMicros", 0.0}, {"timeoutSeconds", whole(900)}});
    return more;
}

/// Callers wait for the answer.
Design called(double rate, Arrivals arrivals, double seconds, ParameterMap function)
{
    return Drawing{seconds}
        .source("in", rate, {}, arrivals)
        .place("lambda", "fn", std::move(function))
        .connect("in", "fn", {{"kind", text("call")}})
        .design;
}

/// The same, with nothing warm at the start.
Design calledCold(double rate, Arrivals arrivals, double seconds, ParameterMap function)
{
    Design design = called(rate, arrivals, seconds, std::move(function));
    design.scenarios.front().opening = Opening::Cold;
    return design;
}

/// One shard read by the function.
Drawing mapped(double rate, double seconds, ParameterMap function, ParameterMap mapping)
{
    return regular(rate, 1000, seconds)
        .place("kinesis-data-streams", "orders", {{"shards", whole(1)}})
        .place("lambda", "fn", std::move(function))
        .connect("in", "orders")
        .connect("orders", "fn", std::move(mapping));
}

/// A bucket tells the function of each object; both answer at once.
Drawing notified(Drawing drawing, ParameterMap function, ParameterMap notification = {})
{
    return drawing
        .place("s3", "bucket",
               {{"firstByteMillis", 1.0}, {"firstByteP99Millis", 1.0}, {"notificationMillis", whole(0)}})
        .place("lambda", "fn", std::move(function))
        .connect("in", "bucket")
        .connect("bucket", "fn", std::move(notification));
}

/// Messages of a queue with pollers of the function's own.
Drawing polled(double rate, std::int64_t bytes, double millis, std::int64_t batch, std::int64_t least,
               std::int64_t most)
{
    return regular(rate, bytes, 120)
        .place("sqs", "queue")
        .place("lambda", "fn", handler(millis, {{"timeoutSeconds", whole(5)}}))
        .connect("in", "queue")
        .connect("queue", "fn",
                 {{"pollers", text("provisioned")},
                  {"batchSize", whole(batch)},
                  {"minimumPollers", whole(least)},
                  {"maximumPollers", whole(most)}});
}

}  // namespace

/// Concurrency, cold starts, billing, event source mappings and asynchronous invokes.
class TstLambda final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImageTakesLongerToStart()
    {
        // One run an hour, each cold: 700 ms more than from an archive.
        const auto delay = [](const char* package) {
            Drawing drawing = regular(1.0 / 3600, 100, 20 * 3600);
            drawing.place("lambda", "fn", {{"package", text(package)}, {"imageMillis", 700.0}})
                .connect("in", "fn", {{"kind", text("call")}});
            drawing.scenario().opening = Opening::Cold;
            return *sinkAt(run(drawing.design), "fn").delay.mean;
        };
        QVERIFY(near(delay("image") - delay("zip"), 700, 1, "ms"));
    }
    void aStreamedAnswerIsPaidBeyondSixMegabytes()
    {
        // 26 MB: 20 MB at 2 MB/s are 10 s beside the 20 ms of the handler and its 0.1 ms for the record.
        const Drawing drawing =
            regular(0.1, 100, 1000)
                .place(
                    "lambda", "fn",
                    {{"responseStreaming", true}, {"streamedMegabytes", 26.0}, {"timeoutSeconds", whole(60)}})
                .connect("in", "fn", {{"kind", text("call")}});
        const RunReport report = run(drawing.design);
        const double runs = number(at(report, "fn").counts.completed);
        QVERIFY(near(metered(report, "fn", "lambda/streamed-gb"), runs * 20e6 / 1073741824.0, 0.03, "GB"));
        QVERIFY(near(*sinkAt(report, "fn").delay.p50, 10'020, 60, "ms"));
        const auto estimated = reading(estimate(drawing.design).usage, "fn", "lambda/streamed-gb");
        QVERIFY(estimated && near(estimated->amount, 100 * 20e6 / 1073741824.0, 0.01, "GB of the estimate"));
    }
    void whatWasHandledMayBeToldOf()
    {
        // Events that nobody waits for: of ten a second each one that is handled goes on to the queue.
        const Drawing drawing = regular(10, 100, 300)
                                    .place("sns", "topic")
                                    .place("lambda", "fn")
                                    .place("sqs", "done")
                                    .place("sqs", "letters")
                                    .connect("in", "topic")
                                    .connect("topic", "fn")
                                    .connect("fn", "done", {{"role", text("on-success")}})
                                    .connect("fn", "letters", {{"role", text("on-failure")}});
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "done").counts.accepted, at(report, "fn").counts.completed);
        QCOMPARE(at(report, "letters").counts.offered, std::uint64_t{0});
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(near(findComponent(estimate(drawing.design), "done")->offered.messagesPerSecond, 10, 0.05,
                     "estimate"));
    }
    void whoIsToldOfFailuresIsTriedAgain()
    {
        // Each event fails in all its tries; the function that is told of it fails at half of its own: 1 + 1/2 + 1/4 runs.
        Drawing drawing{20'000};
        drawing.place("sns", "topic")
            .place("lambda", "fn", {{"errorPercent", 100.0}})
            .place("lambda", "told", {{"errorPercent", 50.0}})
            .connect("topic", "fn")
            .connect("fn", "told", {{"kind", text("call")}, {"role", text("on-failure")}});
        drawing.source("in", 1).connect("in", "topic");
        QVERIFY(near(metered(run(drawing.design), "told", "lambda/requests") / 20'000, 1.75, 0.05,
                     "runs of an event"));
        const auto estimated = reading(estimate(drawing.design).usage, "told", "lambda/requests");
        QVERIFY(estimated && near(estimated->amount / 20'000, 1.75, 1e-6, "by estimate"));
    }
    void pollersOfItsOwnTakeWhatTheyCan_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("millis");
        QTest::addColumn<int>("batch");
        QTest::addColumn<double>("carried");
        // Two pollers receive 20 times and 2 MiB a second and have 20 batches at once.
        QTest::newRow("room") << 15.0 << 1000 << 20.0 << 1 << 15.0;
        QTest::newRow("receives") << 100.0 << 1000 << 20.0 << 1 << 20.0;
        QTest::newRow("receives of ten") << 300.0 << 1000 << 20.0 << 10 << 200.0;
        QTest::newRow("bytes") << 100.0 << 104'858 << 20.0 << 10 << 20.0;
        // A run of 4 s holds its place for 4.01 s, the receive included.
        QTest::newRow("batches") << 100.0 << 1000 << 4000.0 << 10 << 20 * 10 / 4.01;
    }
    void pollersOfItsOwnTakeWhatTheyCan()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(double, millis);
        QFETCH(int, batch);
        QFETCH(double, carried);
        const Design design = polled(rate, bytes, millis, batch, 2, 2).design;
        const RunReport report = run(design);
        const FlowReport flow = estimate(design);
        const double done = countBetween(at(report, "fn"), "completed", 20, 120) / 100;
        QVERIFY(near(done, carried, 0.03 * carried, "records a second of the run"));
        QVERIFY(near(findComponent(flow, "fn")->accepted.recordsPerSecond, carried, 0.02 * carried,
                     "records a second of the estimate"));
        // Two hours an hour, at work or not: 2 x 730 x $0.00925.
        QCOMPARE(metered(report, "fn", "lambda/sqs-poller-hours"), 2.0);
        QCOMPARE(reading(flow.usage, "fn", "lambda/sqs-poller-hours")->amount, 2.0);
    }
    void morePollersComeAHundredAMinute()
    {
        // 400 messages a second, one for each receive, need 40 pollers. From two on 20 batches, two pollers, come each 1.2 s.
        Drawing drawing = polled(400, 1000, 20, 1, 2, 60);
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        QVERIFY(near(seriesAt(at(report, "fn"), "capacity", 11), 20 + 20 * 9, 25, "batches after 11 s"));
        QVERIFY(seriesAt(at(report, "fn"), "capacity", 60) >= 400);
        QVERIFY(number(at(report, "fn").counts.completed) > 0.9 * 400 * 120);
    }
    void pollersOfItsOwnReadKafka_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("millis");
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::addColumn<double>("carried");
        QTest::addColumn<double>("units");
        // Thirty partitions, a record a batch. Twelve pollers have 60 batches at once, so that the partitions bound them, and are
        // two units of ten: 2 x 730 h x $0.185 a month.
        QTest::newRow("room") << 50.0 << 1000 << 100.0 << 12 << 12 << 50.0 << 2.0;
        QTest::newRow("one unit") << 20.0 << 1000 << 100.0 << 1 << 1 << 20.0 << 1.0;
        // One has 5 batches of half a second: 10 records a second.
        QTest::newRow("batches") << 20.0 << 1000 << 500.0 << 1 << 1 << 10.0 << 1.0;
        // One reads 5 MB a second, fifty records of 100 KB.
        QTest::newRow("bytes") << 60.0 << 100'000 << 20.0 << 1 << 1 << 50.0 << 1.0;
    }
    void pollersOfItsOwnReadKafka()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(double, millis);
        QFETCH(int, least);
        QFETCH(int, most);
        QFETCH(double, carried);
        QFETCH(double, units);
        Drawing drawing{600};
        drawing.source("in", rate, {{"recordSizeBytes", whole(bytes)}, {"keys", whole(100'000)}})
            .place("msk", "topic", {{"partitions", whole(30)}})
            .place("lambda", "fn", {{"fixedMillis", millis}, {"perRecordMicros", 0.0}})
            .connect("in", "topic")
            .connect("topic", "fn",
                     {{"pollers", text("provisioned")},
                      {"minimumPollers", whole(least)},
                      {"maximumPollers", whole(most)},
                      {"batchWindowMillis", whole(0)},
                      {"batchSize", whole(1)}});
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const double done = countBetween(at(report, "fn"), "completed", 100, 600) / 500;
        QVERIFY(near(done, carried, 0.04 * carried, "records a second of the run"));
        QVERIFY(near(findComponent(flow, "fn")->accepted.recordsPerSecond, carried, 0.03 * carried,
                     "records a second of the estimate"));
        QCOMPARE(metered(report, "fn", "lambda/kafka-poller-hours"), units);
        QCOMPARE(reading(flow.usage, "fn", "lambda/kafka-poller-hours")->amount, units);
    }
    void regularCallsFitTheirConcurrencyExactly_data()
    {
        QTest::addColumn<double>("millis");
        QTest::addColumn<double>("refusedShare");
        // 10 environments, a call each 0.1 s. Busy for just under a second: free again for the tenth next call.
        QTest::newRow("below") << 950.0 << 0.0;
        // Just over: every environment misses the tenth next call and takes the eleventh, so one in eleven is refused.
        QTest::newRow("above") << 1050.0 << 1.0 / 11;
        // Twice as long and a bit: one in 21 x 10 ms, 10 of 21 served.
        QTest::newRow("twice") << 2050.0 << 11.0 / 21;
    }
    void regularCallsFitTheirConcurrencyExactly()
    {
        QFETCH(double, millis);
        QFETCH(double, refusedShare);
        const RunReport report = run(called(
            10, Arrivals::Regular, 420,
            handler(millis, {{"reservedConcurrency", whole(10)}, {"provisionedConcurrency", whole(10)}})));
        const Counts& counts = at(report, "fn").counts;
        QVERIFY(near(number(counts.offered), 4200, 1, "offered"));
        QVERIFY(near(number(counts.throttled), 4200 * refusedShare, 11, "throttled"));
        QCOMPARE(fact(at(report, "fn"), "cold starts"), 0.0);
        QVERIFY(limitOf(at(report, "fn"), "concurrency").peak <= 10);
        QCOMPARE(report.paths.front().gaveUp, counts.throttled);
    }
    void randomCallsAreLostByErlangB_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<double>("lost");
        // Nobody waits, so Erlang B holds for constant times too. 20/s x 0.25 s = 5 erlang:
        // B(1) = 5 / 6; B(c) = 5 B(c-1) / (c + 5 B(c-1)): B(3) = 0.52966, B(5) = 0.28487, B(8) = 0.07005.
        QTest::newRow("3") << 3 << 0.529661;
        QTest::newRow("5") << 5 << 0.284868;
        QTest::newRow("8") << 8 << 0.070048;
    }
    void randomCallsAreLostByErlangB()
    {
        QFETCH(int, limit);
        QFETCH(double, lost);
        const RunReport report = run(called(20, Arrivals::Poisson, 2500,
                                            handler(250, {{"reservedConcurrency", whole(limit)},
                                                          {"provisionedConcurrency", whole(limit)}})),
                                     31);
        const Counts& counts = at(report, "fn").counts;
        const double n = number(counts.offered);
        // Four binomial standard errors, doubled because the refusals of one busy spell belong together.
        QVERIFY(near(number(counts.throttled) / n, lost, 8 * std::sqrt(lost * (1 - lost) / n), "share lost"));
        // Little: environments busy = rate served x time.
        const double busy = number(counts.accepted) / 2500 * 0.25;
        QVERIFY(near(limitOf(at(report, "fn"), "concurrency").mean, busy, 0.01 * busy, "mean concurrency"));
    }
    void newEnvironmentsComeFromABucket_data()
    {
        QTest::addColumn<double>("seconds");
        // 1,000 at once and 100 more a second; no call ends within the run.
        QTest::newRow("1 s") << 1.0;
        QTest::newRow("5 s") << 5.0;
        QTest::newRow("10 s") << 10.0;
    }
    void newEnvironmentsComeFromABucket()
    {
        QFETCH(double, seconds);
        const RunReport report = run(calledCold(4000, Arrivals::Regular, seconds,
                                                handler(60'000, {{"accountConcurrency", whole(100'000)}})));
        const ComponentReport& function = at(report, "fn");
        QVERIFY(near(fact(function, "cold starts"), 1000 + 100 * seconds, 1, "environments started"));
        QCOMPARE(fact(function, "refused by the scaling rate"), number(function.counts.throttled));
        QCOMPARE(function.counts.inFlight, function.counts.accepted);
        QVERIFY(!function.latency.mean);  // none has ended, so there is no time to speak of
    }
    void idleEnvironmentsAreKeptForAWhile_data()
    {
        QTest::addColumn<int>("keepMinutes");
        QTest::addColumn<double>("coldStarts");
        // Ten calls, one each 5 min less the time a run takes.
        QTest::newRow("4 min") << 4 << 10.0;
        QTest::newRow("5 min") << 5 << 1.0;
        QTest::newRow("6 min") << 6 << 1.0;
    }
    void idleEnvironmentsAreKeptForAWhile()
    {
        QFETCH(int, keepMinutes);
        QFETCH(double, coldStarts);
        const RunReport report = run(calledCold(1.0 / 300, Arrivals::Regular, 3000,
                                                handler(20, {{"keepWarmMinutes", whole(keepMinutes)}})));
        QCOMPARE(fact(at(report, "fn"), "invocations"), 10.0);
        QCOMPARE(fact(at(report, "fn"), "cold starts"), coldStarts);
    }
    void coldStartsLengthenTheAnswer()
    {
        // One environment, one cold start: its codeInit of 5 s on top of the runtime's own, the others take 20 ms.
        const RunReport report =
            run(calledCold(0.1, Arrivals::Regular, 600, handler(20, {{"codeInitMillis", whole(5000)}})));
        const LatencySummary& latency = at(report, "fn").latency;
        QCOMPARE(fact(at(report, "fn"), "cold starts"), 1.0);
        QVERIFY(*latency.max > 5020);
        QVERIFY(near(*latency.p50, 20, 0.3, "warm"));
        // 60 runs of 20 ms with 0.5 GB, and the start, rounded up with its run.
        const double start = std::ceil(*latency.max) * 1e-3 - 0.020;
        QVERIFY(near(metered(report, "fn", "lambda/duration-gb-seconds"), (60 * 0.020 + start) * 0.5, 0.02,
                     "GB-seconds"));
    }
    /// A snapshot resumes in 300 ms instead of the runtime's start and 5 s of one's own; one environment is resumed.
    void snapshotsResume_data()
    {
        QTest::addColumn<QString>("runtime");
        QTest::addColumn<double>("cacheGb");
        QTest::newRow("Python, billed") << "python3.13" << 0.5;
        QTest::newRow("Java, for nothing") << "java21" << 0.0;
    }
    void snapshotsResume()
    {
        QFETCH(QString, runtime);
        QFETCH(double, cacheGb);
        const RunReport report = run(calledCold(0.1, Arrivals::Regular, 600,
                                                handler(20, {{"runtime", text(runtime.toStdString())},
                                                             {"codeInitMillis", whole(5000)},
                                                             {"snapStart", true},
                                                             {"restoreMillis", 300.0},
                                                             {"restoreP99Millis", 300.0}})));
        QVERIFY(near(*at(report, "fn").latency.max, 320, 1.5, "the first, ms"));
        QVERIFY(near(*at(report, "fn").latency.p50, 20, 0.3, "warm"));
        // 0.5 GB kept for 600 s, and resumed once.
        QVERIFY(
            near(metered(report, "fn", "lambda/snapstart-cache-gb-seconds"), 600 * cacheGb, 1e-6, "GB-s"));
        QVERIFY(near(metered(report, "fn", "lambda/snapstart-restore-gb"), cacheGb, 1e-9, "GB"));
    }
    void snapshotsGoWithoutProvisionedConcurrency()
    {
        const RunReport report =
            run(called(10, Arrivals::Regular, 60,
                       handler(450, {{"snapStart", true}, {"provisionedConcurrency", whole(5)}})));
        QCOMPARE(metered(report, "fn", "lambda/snapstart-cache-gb-seconds"), 0.0);
    }
    void provisionedEnvironmentsAreWarm()
    {
        const RunReport report =
            run(called(10, Arrivals::Regular, 60, handler(450, {{"provisionedConcurrency", whole(5)}})));
        QCOMPARE(fact(at(report, "fn"), "cold starts"), 0.0);
        // 5 kept for 60 s with 0.5 GB; all 600 runs of 0.45 s lie on them.
        QVERIFY(near(metered(report, "fn", "lambda/provisioned-concurrency-gb-seconds"), 5 * 60 * 0.5, 1e-9,
                     "kept"));
        const double runs = number(at(report, "fn").counts.completed);
        QVERIFY(near(metered(report, "fn", "lambda/provisioned-duration-gb-seconds"), runs * 0.45 * 0.5, 1e-6,
                     "used"));
        QCOMPARE(metered(report, "fn", "lambda/duration-gb-seconds"), 0.0);
    }
    void billsWholeMilliseconds_data()
    {
        QTest::addColumn<double>("millis");
        QTest::addColumn<int>("billed");
        QTest::newRow("exact") << 10.0 << 10;
        QTest::newRow("just above") << 10.000001 << 11;
        QTest::newRow("just below the next") << 10.999 << 11;
        QTest::newRow("the next") << 11.0 << 11;
    }
    void billsWholeMilliseconds()
    {
        QFETCH(double, millis);
        QFETCH(int, billed);
        for (const char* architecture : {"x86", "arm"}) {
            const RunReport report = run(
                called(50, Arrivals::Regular, 20,
                       handler(millis, {{"memoryMb", whole(1536)}, {"architecture", text(architecture)}})));
            const double runs = number(at(report, "fn").counts.completed);
            QVERIFY(runs > 990);
            const bool arm = architecture == std::string{"arm"};
            // 1.5 GB x billed time
            QVERIFY(near(
                metered(report, "fn", arm ? "lambda/duration-arm-gb-seconds" : "lambda/duration-gb-seconds"),
                runs * billed * 1e-3 * 1.5, 1e-6, "GB-seconds"));
            QVERIFY(near(metered(report, "fn", arm ? "lambda/requests-arm" : "lambda/requests"), 1000, 1,
                         "requests"));
        }
    }
    void aRunBeyondTheTimeoutFailsAndIsBilledForIt()
    {
        const RunReport report =
            run(called(1, Arrivals::Regular, 60, {{"fixedMillis", 5000.0}, {"timeoutSeconds", whole(3)}}));
        const ComponentReport& function = at(report, "fn");
        QCOMPARE(function.counts.completed, std::uint64_t{0});
        QVERIFY(near(number(function.counts.failed), 57, 1, "failed"));
        QVERIFY(near(metered(report, "fn", "lambda/duration-gb-seconds"),
                     number(function.counts.failed) * 3 * 0.5, 1e-6, "GB-seconds"));
    }

    // --- event source mappings ------------------------------------------------------------------------------------

    void aFullBatchGoesAtOnce()
    {
        // 100/s in batches of 50 although the window would wait for five minutes.
        const RunReport report = run(
            mapped(100, 120, handler(5), {{"batchSize", whole(50)}, {"batchWindowMillis", whole(300'000)}})
                .design);
        const ComponentReport& function = at(report, "fn");
        QCOMPARE(fact(function, "records per invocation"), 50.0);
        QVERIFY(near(fact(function, "invocations"), 240, 4, "invocations"));
        QVERIFY(everyCopyAccountedFor(at(report, "orders")));
    }
    void theWindowClosesAPartialBatch()
    {
        // 5/s for 10 s gather 50; records come in polls of a second, so up to one poll more.
        const RunReport report = run(
            mapped(5, 600, handler(5), {{"batchSize", whole(10'000)}, {"batchWindowMillis", whole(10'000)}})
                .design);
        const double batch = fact(at(report, "fn"), "records per invocation");
        QVERIFY2(batch >= 49.9 && batch <= 55.1, qPrintable(QString::number(batch)));
        // A record waits a poll and the window at most.
        QVERIFY(*at(report, "fn").latency.max < 11'100);
    }
    void noWindowTakesWhatAPollBrings()
    {
        const RunReport report = run(mapped(5, 300, handler(5), {{"batchSize", whole(10'000)}}).design);
        QVERIFY(near(fact(at(report, "fn"), "records per invocation"), 5, 0.1, "one poll's records"));
    }
    void shardCapacityIsBatchTimesFactorOverDuration_data()
    {
        QTest::addColumn<int>("factor");
        QTest::addColumn<double>("perSecond");
        // Batches of 100 that take a second: 100/s for each parallel batch, until the 450/s offered are met.
        QTest::newRow("1") << 1 << 100.0;
        QTest::newRow("2") << 2 << 200.0;
        QTest::newRow("4") << 4 << 400.0;
        QTest::newRow("10") << 10 << 450.0;
    }
    void shardCapacityIsBatchTimesFactorOverDuration()
    {
        QFETCH(int, factor);
        QFETCH(double, perSecond);
        const RunReport report =
            run(mapped(450, 200, handler(1000),
                       {{"batchSize", whole(100)}, {"parallelizationFactor", whole(factor)}})
                    .design);
        const ComponentReport& function = at(report, "fn");
        QVERIFY(near(countBetween(function, "completed", 20, 200) / 180, perSecond, 0.02 * perSecond,
                     "records/s"));
        QVERIFY(limitOf(function, "concurrency").peak <= factor);
        // Iterator age: what is read now came in when as much had arrived, t c / r, so age ~ t (1 - c / r).
        const double age = 200 * (1 - perSecond / 450);
        QVERIFY(
            near(consumerOf(at(report, "orders"), "fn").peakAgeSeconds, age, 0.05 * age + 6, "iterator age"));
    }
    void aPoisonedShardStops_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::newRow("a minute") << 60.0;
        QTest::newRow("five") << 300.0;
    }
    void aPoisonedShardStops()
    {
        QFETCH(double, seconds);
        const RunReport report = run(
            mapped(20, seconds, handler(5, {{"errorPercent", 100.0}}), {{"batchSize", whole(10)}}).design);
        const ComponentReport& function = at(report, "fn");
        QCOMPARE(function.counts.completed, std::uint64_t{0});
        QVERIFY(!function.latency.mean);
        QVERIFY(!sinkAt(report, "fn").delay.mean);
        QCOMPARE(sinkAt(report, "fn").delivered, std::uint64_t{0});
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        // The oldest record is there since the start: everything ages by a second each second.
        QVERIFY(near(*sinkAt(report, "fn").freshnessMaxSeconds, seconds, 2, "freshness"));
        QVERIFY(near(consumerOf(at(report, "orders"), "fn").peakAgeSeconds, seconds, 5, "iterator age"));
        // One try a second, each of the same records: those that the first poll found.
        QVERIFY(near(fact(function, "invocations"), seconds, 4, "tries"));
        const double first = number(function.counts.offered - function.counts.retried);
        QVERIFY(first >= 1 && first <= 10);
        QCOMPARE(number(function.counts.offered), fact(function, "invocations") * first);
    }
    void limitedRetriesLoseTheBatchAndMoveOn()
    {
        // Every run fails: each batch has its three tries, then it is lost and the next one comes.
        const RunReport report = run(mapped(20, 120, handler(5, {{"errorPercent", 100.0}}),
                                            {{"batchSize", whole(100)}, {"maximumRetryAttempts", whole(2)}})
                                         .design);
        const ComponentReport& function = at(report, "fn");
        QCOMPARE(function.counts.completed, std::uint64_t{0});
        QCOMPARE(fact(function, "batch retries"), 2 * std::floor(fact(function, "invocations") / 3)
                                                      + std::fmod(fact(function, "invocations"), 3));
        QVERIFY(report.totals.lost > 2000);
        QVERIFY(consumerOf(at(report, "orders"), "fn").peakAgeSeconds < 10);
        QCOMPARE(report.totals.lost + report.totals.inFlight, report.totals.born);
    }
    void aShortOutageLosesNothingWithRetries_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<bool>("bisect");
        QTest::addColumn<bool>("loses");
        QTest::newRow("none") << 0 << false << true;
        QTest::newRow("enough") << 10 << false << false;
        QTest::newRow("enough, split") << 10 << true << false;
        QTest::newRow("for ever") << -1 << false << false;
    }
    void aShortOutageLosesNothingWithRetries()
    {
        QFETCH(int, attempts);
        QFETCH(bool, bisect);
        QFETCH(bool, loses);
        // Five seconds of errors: at one try a second at most six failures in a row.
        Drawing drawing = mapped(100, 60, handler(5),
                                 {{"batchSize", whole(100)},
                                  {"maximumRetryAttempts", whole(attempts)},
                                  {"bisectOnError", bisect}});
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::Errors, 20, 5));
        const RunReport report = run(drawing.design);
        // Without retries what the polls of five seconds brought, 100 each.
        QVERIFY(near(number(report.totals.lost), loses ? 500 : 0, loses ? 101 : 0, "lost"));
        QCOMPARE(report.totals.born, report.totals.done + report.totals.lost + report.totals.inFlight);
        QVERIFY(report.totals.inFlight < 210);
    }
    void splittingABatchSavesItsGoodHalf()
    {
        // Half of all runs fail at random and one retry is allowed: without splitting, a give-up costs the whole
        // batch; with it, at most the half that failed again.
        const auto lost = [](bool bisect) {
            const RunReport report = run(mapped(100, 600, handler(5, {{"errorPercent", 50.0}}),
                                                {{"batchSize", whole(100)},
                                                 {"maximumRetryAttempts", whole(1)},
                                                 {"bisectOnError", bisect}})
                                             .design,
                                         5);
            return number(report.totals.lost);
        };
        const double whole_ = lost(false), split = lost(true);
        QVERIFY2(split > 0 && split < 0.75 * whole_, qPrintable(QString{"%1 of %2"}.arg(split).arg(whole_)));
    }
    void theFilterDropsItsShare_data()
    {
        QTest::addColumn<double>("pass");
        QTest::newRow("none") << 0.0;
        QTest::newRow("a quarter") << 25.0;
        QTest::newRow("all") << 100.0;
    }
    void theFilterDropsItsShare()
    {
        QFETCH(double, pass);
        const RunReport report = run(mapped(200, 100, handler(5), {{"filterShare", pass}}).design, 7);
        const double read = number(consumerOf(at(report, "orders"), "fn").delivered);
        const double passed = number(at(report, "fn").counts.offered);
        const double p = pass / 100;
        QVERIFY(near(passed, p * read, 4 * std::sqrt(read * p * (1 - p)), "passed"));
        QCOMPARE(fact(at(report, "fn"), "filtered records"), number(report.totals.filtered));
        QVERIFY(near(number(report.totals.filtered) + passed, read, 2, "filtered + passed = read"));
        // What the filter dropped is nobody's delay.
        QVERIFY(near(number(sinkAt(report, "fn").undelivered), 200, 205, "undelivered"));
    }
    void aFilterLooksAtWhatDoesNotChange()
    {
        // Half of the runs fail and their messages come back, but none is filtered out that passed before.
        const RunReport report =
            run(Drawing{2000}
                    .source("in", 20)
                    .place("sqs", "queue", {{"visibilitySeconds", whole(30)}})
                    .place("lambda", "fn", handler(5, {{"errorPercent", 50.0}, {"timeoutSeconds", whole(5)}}))
                    .connect("in", "queue")
                    .connect("queue", "fn", {{"filterShare", 50.0}})
                    .design);
        const double sent = number(at(report, "queue").counts.accepted);
        QVERIFY(fact(at(report, "queue"), "messages that came back") > 0.3 * sent);
        QVERIFY(near(fact(at(report, "fn"), "filtered records"), sent / 2, 4 * std::sqrt(sent / 4) + 100,
                     "filtered"));
    }
    void eachOfTwoFunctionsGetsEveryRecord()
    {
        const RunReport report = run(mapped(50, 100, handler(5), {})
                                         .place("lambda", "second", handler(5))
                                         .connect("orders", "second")
                                         .design);
        const ComponentReport& orders = at(report, "orders");
        QCOMPARE(orders.consumers.size(), std::size_t{2});
        QVERIFY(everyCopyAccountedFor(orders));
        QCOMPARE(report.totals.copied, orders.counts.accepted);
        QVERIFY(near(number(at(report, "fn").counts.completed), 5000, 120, "first"));
        QVERIFY(near(number(at(report, "second").counts.completed), 5000, 120, "second"));
    }

    // --- asynchronous invokes -------------------------------------------------------------------------------------

    void aFailingEventIsTriedAfterOneAndTwoMinutes_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("invocations");
        QTest::addColumn<quint64>("lost");
        // One object in second 0: runs at about 0, 60 and 180 s, then it goes to nobody.
        QTest::newRow("first") << 58.0 << 1.0 << quint64{0};
        QTest::newRow("second") << 62.0 << 2.0 << quint64{0};
        QTest::newRow("before the third") << 178.0 << 2.0 << quint64{0};
        QTest::newRow("third") << 183.0 << 3.0 << quint64{1};
        QTest::newRow("no more") << 1000.0 << 3.0 << quint64{1};
    }
    void aFailingEventIsTriedAfterOneAndTwoMinutes()
    {
        QFETCH(double, seconds);
        QFETCH(double, invocations);
        QFETCH(quint64, lost);
        const RunReport report =
            run(notified(volley(1, 0, 1000, seconds), handler(5, {{"errorPercent", 100.0}})).design);
        QCOMPARE(fact(at(report, "fn"), "invocations"), invocations);
        QCOMPARE(quint64{report.totals.lost}, lost);
        QCOMPARE(report.totals.done, std::uint64_t{0});
    }
    void theConnectionLimitsTheRetries_data()
    {
        QTest::addColumn<int>("retries");
        QTest::newRow("0") << 0;
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
    }
    void theConnectionLimitsTheRetries()
    {
        QFETCH(int, retries);
        const RunReport report = run(notified(volley(3, 0, 1000, 400), handler(5, {{"errorPercent", 100.0}}),
                                              {{"maximumRetryAttempts", whole(retries)}})
                                         .design);
        QCOMPARE(fact(at(report, "fn"), "invocations"), 3.0 * (retries + 1));
        QCOMPARE(report.totals.lost, std::uint64_t{3});
    }
    void eachEventKeepsItsOwnTime()
    {
        // Errors until 110 s. The object of second 0 fails at 0 and 60 s and is due at 180 s; the one of second 100
        // fails at 100 s and is due at 160 s, although it came later.
        Drawing drawing = volley(1, 0, 1000, 170);
        drawing.place("traffic-source", "late");
        TrafficProfile late = drawing.scenario().traffic["in"];
        late.peakStartSeconds = 100;
        drawing.scenario().traffic["late"] = late;
        drawing = notified(std::move(drawing), handler(5)).connect("late", "bucket");
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::Errors, 0, 110));
        const SinkReport beforeTheFirst = sinkAt(run(drawing.design), "fn");
        QCOMPARE(beforeTheFirst.delivered, std::uint64_t{1});
        QVERIFY(near(*beforeTheFirst.delay.max, 60'000, 1000, "the later one, after a minute"));
        drawing.scenario().durationSeconds = 200;
        const SinkReport afterwards = sinkAt(run(drawing.design), "fn");
        QCOMPARE(afterwards.delivered, std::uint64_t{2});
        QVERIFY(near(*afterwards.delay.max, 180'000, 1000, "the earlier one, after three"));
    }
    void throttledEventsWaitUntilThereIsRoom()
    {
        // Five events at once for one environment that takes 10 s each: none is lost, the last is done in a minute
        // or two (backing off from 1 s, doubling).
        const RunReport report = run(
            notified(volley(5, 0, 1000, 600), handler(10'000, {{"reservedConcurrency", whole(1)}})).design);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QCOMPARE(at(report, "fn").counts.completed, std::uint64_t{5});
        QCOMPARE(limitOf(at(report, "fn"), "concurrency").peak, 1.0);
        QVERIFY(*at(report, "fn").latency.max >= 49'000);
        QVERIFY(*at(report, "fn").latency.max <= 180'000);
    }
    void eventsOlderThanTheirAgeAreLost()
    {
        // One environment busy for 300 s with the first event: the second waits for a minute at most.
        const RunReport report =
            run(notified(volley(2, 0, 1000, 400), handler(300'000, {{"reservedConcurrency", whole(1)}}),
                         {{"maximumEventAgeSeconds", whole(60)}})
                    .design);
        QCOMPARE(at(report, "fn").counts.completed, std::uint64_t{1});
        QCOMPARE(report.totals.lost, std::uint64_t{1});
    }

    // --- what others do to it -------------------------------------------------------------------------------------

    void aThrottledTableMakesTheFunctionLongerAndWider()
    {
        const auto with = [](std::int64_t wcu, Arrivals arrivals) {
            return run(Drawing{300}
                           .source("in", 50, {}, arrivals)
                           .place("lambda", "fn", handler(20))
                           .place("dynamodb", "table",
                                  {{"mode", text("provisioned")},
                                   {"wcu", whole(wcu)},
                                   {"rcu", whole(1)},
                                   {"burstSeconds", whole(0)}})
                           .connect("in", "fn", {{"kind", text("call")}})
                           .connect("fn", "table")
                           .design,
                       9);
        };
        // Regular callers would fall into step with the table's units, and one phase or the other would win.
        const RunReport ample = with(100, Arrivals::Regular), tight = with(25, Arrivals::Poisson);
        const ComponentReport& quick = at(ample, "fn");
        const ComponentReport& slow = at(tight, "fn");
        // 20 ms + 5 ms of the table.
        QVERIFY(near(*quick.latency.p50, 25, 0.3, "unhindered"));
        QCOMPARE(at(ample, "table").counts.throttled, std::uint64_t{0});
        // Retries are real work at the table.
        const Counts& table = at(tight, "table").counts;
        QVERIFY(table.retried > 5000);
        // A share q of the attempts is refused: 1 - q^3 = 1/2, q = 0.79. Sleeps of 0.5 and 1 s on average then take
        // hundreds of ms, against 25 ms.
        QVERIFY(*slow.latency.mean > 5 * *quick.latency.mean);
        // The 25 WCU are used up and the rest of the runs fail after three attempts.
        QVERIFY(near(number(table.completed) / 300, 25, 0.5, "written/s"));
        QVERIFY(near(number(slow.counts.failed) / 300, 25, 2, "failed/s"));
        // Little: concurrency = rate x time, so both rise together; billed time follows.
        QVERIFY(limitOf(slow, "concurrency").mean > 10 * limitOf(quick, "concurrency").mean);
        const double busy = limitOf(slow, "concurrency").mean * 300;
        QVERIFY(near(metered(tight, "fn", "lambda/duration-gb-seconds") / 0.5, busy, 0.05 * busy,
                     "billed seconds"));
    }
    void aThrottledTableAgesTheStreamBehindTheFunction()
    {
        const auto age = [](std::int64_t wcu) {
            Drawing drawing = mapped(50, 200, handler(5), {{"batchSize", whole(10)}});
            drawing
                .place("dynamodb", "table",
                       {{"mode", text("provisioned")},
                        {"wcu", whole(wcu)},
                        {"rcu", whole(1)},
                        {"burstSeconds", whole(0)}})
                .connect("fn", "table", {{"concurrency", whole(10)}});
            const RunReport report = run(drawing.design, 3);
            return consumerOf(at(report, "orders"), "fn").peakAgeSeconds;
        };
        QVERIFY(age(200) < 3);
        QVERIFY(age(20) > 60);
    }
    void capacityThatComesBackIsUsed()
    {
        // No environment at all for 20 s; afterwards the shard is read again.
        Drawing drawing =
            mapped(20, 100, handler(2000, {{"reservedConcurrency", whole(1)}}), {{"batchSize", whole(1000)}});
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::CapacityCut, 40, 20, 0));
        const RunReport report = run(drawing.design);
        QVERIFY(near(countBetween(at(report, "fn"), "completed", 45, 60), 0, 0, "while cut"));
        QVERIFY(countBetween(at(report, "fn"), "completed", 62, 100) > 700);
        QVERIFY(number(at(report, "fn").counts.completed) > 1800);
    }
    void whatRunsWhenItGoesDownFails()
    {
        // One call a second, each a minute long: 60 run at second 100, all of them fail there.
        Design design = called(1, Arrivals::Regular, 200, handler(60'000));
        design.scenarios.front().faults.push_back(faultOn("fn", FaultKind::Down, 100, 10));
        const RunReport report = run(design);
        const Counts& counts = at(report, "fn").counts;
        QVERIFY(near(number(counts.failed), 60, 1, "failed"));
        QVERIFY(near(number(counts.rejected), 10, 1, "rejected"));
        QVERIFY(near(number(counts.completed), 40 + 30, 2, "completed"));
    }
};

PLIMSOLL_TEST(TstLambda)
#include "tst_lambda.moc"
