// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream_processor/stream_processor.h"
#include "tests/simulator/instants.h"
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/simulator/transcript.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Records of 500 B over 200 keys through four partitions that are read a hundred times a second.
Drawing processed(double perSecond, ParameterMap processor, double seconds = 600, ParameterMap log = {})
{
    log.emplace("partitions", whole(4));
    Drawing drawing{seconds};
    drawing.source("in", perSecond, {{"recordSizeBytes", whole(500)}, {"keys", whole(200)}})
        .place("msk", "log", std::move(log))
        .place("managed-flink", "flink", std::move(processor))
        .connect("in", "log")
        .connect("log", "flink");
    return drawing;
}

Member record(double bornSeconds, std::uint32_t key)
{
    Member member;
    member.born = member.arrived = SimTime{fromSeconds(bornSeconds)};
    member.key = key;
    return member;
}
bool add(WindowState& state, double seconds, std::uint32_t key, double watermark = -1000,
         std::size_t side = 0)
{
    return state.add(record(seconds, key), atSecond(seconds), side, atSecond(watermark));
}
WindowRules timeRules(double length, double slide, bool joins = false)
{
    return {WindowRules::Kind::Time, fromSeconds(length), fromSeconds(slide), {}, joins};
}

}  // namespace

/// Windows against what can be worked out by hand; delays, late shares and back pressure against their laws.
class TstStreamProcessor final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- windows ------------------------------------------------------------------------------------------------------

    void aTumblingWindowMakesOneResultForEachKey()
    {
        WindowState state{timeRules(60, 60)};
        for (const double t : {1.0, 5.0, 59.0, 60.0, 61.0})
            QVERIFY(add(state, t, t < 5 ? 1 : 2));
        QCOMPARE(state.keys(), std::uint64_t{3});  // two in the first window, one in the second
        QVERIFY(state.fire(atSecond(59.9)).empty());
        const std::vector<Fired> fired = state.fire(atSecond(60));
        QCOMPARE(fired.size(), std::size_t{1});
        QCOMPARE(fired[0].ended.size(), std::size_t{3});
        QCOMPARE(fired[0].results.size(), std::size_t{2});
        QCOMPARE(fired[0].results[1].born, atSecond(5));  // the oldest of its key
        QCOMPARE(state.held(), std::uint64_t{2});
    }
    void aSlidingWindowMeetsEachRecordSeveralTimes()
    {
        // Windows of 30 s every 10 s: a record at 5 s is in those that end at 10, 20 and 30 s.
        WindowState state{timeRules(30, 10)};
        QVERIFY(add(state, 5, 1));
        const std::vector<Fired> fired = state.fire(atSecond(100));
        QCOMPARE(fired.size(), std::size_t{3});
        QCOMPARE(fired[0].ended.size(), std::size_t{1});
        QVERIFY(fired[1].ended.empty() && fired[2].ended.empty());
        QVERIFY(!fired[0].again[0] && fired[1].again[0] && fired[2].again[0]);
        QCOMPARE(state.keys(), std::uint64_t{0});
    }
    void aSessionEndsWithAGap()
    {
        WindowState state{{WindowRules::Kind::Session, {}, {}, fromSeconds(10), false}};
        for (const double t : {0.0, 18.0, 30.0})
            QVERIFY(add(state, t, 1));
        QVERIFY(add(state, 9, 1));  // closes the gap between 0 and 18
        QCOMPARE(state.keys(), std::uint64_t{2});
        QVERIFY(state.fire(atSecond(27.9)).empty());
        const std::vector<Fired> fired = state.fire(atSecond(28));
        QCOMPARE(fired[0].ended.size(), std::size_t{3});
        QCOMPARE(fired[0].results.size(), std::size_t{1});
        QVERIFY(!add(state, 15, 1, 28));  // nothing it could belong to is open
        QCOMPARE(state.fire(atSecond(40))[0].ended.size(), std::size_t{1});
    }
    void aJoinPairsWhatHasAKeyInCommon()
    {
        WindowState state{timeRules(60, 60, true)};
        for (int n = 0; n < 3; ++n)
            add(state, n, 1, -1000, 0);
        for (int n = 0; n < 2; ++n)
            add(state, n, 1, -1000, 1);
        add(state, 1, 2, -1000, 1);  // nothing on the other side
        const std::vector<Fired> fired = state.fire(atSecond(60));
        QCOMPARE(fired[0].results.size(), std::size_t{6});
        QCOMPARE(fired[0].ended.size(), std::size_t{6});
    }
    void whatComesAfterItsWindowIsLate()
    {
        WindowState state{timeRules(60, 60)};
        QVERIFY(add(state, 59, 1, 59.9));
        QVERIFY(!add(state, 59, 1, 60));
        QVERIFY(add(state, -5, 1, -1));  // before the start there are windows too
    }

    // --- delays and late records --------------------------------------------------------------------------------------

    void aResultComesBetweenTheBoundAndTheWindowLater()
    {
        // Tumbling windows of 60 s, a watermark 5 s behind: uniform between 5 and 65 s, and what it takes on the way: put
        // 10 ms, a fetch, and a watermark that moves every 200 ms.
        const RunReport report =
            run(processed(100, {{"windowSeconds", 60.0}, {"watermarkSeconds", 5.0}}, 1210).design);
        const LatencySummary& delay = sinkAt(report, "flink").delay;
        QVERIFY(near(*delay.mean, 35'000 + 150, 600, "mean ms"));
        QVERIFY(near(*delay.p50, 5'000 + 30'000 + 150, 900, "p50"));
        QVERIFY(near(*delay.p90, 5'000 + 54'000 + 150, 900, "p90"));
        QVERIFY(near(*delay.p99, 5'000 + 59'400 + 150, 900, "p99"));
        QVERIFY(*delay.max > 65'000 && *delay.max < 65'600);
    }
    void theLateShareFollowsItsLaw_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("window");
        QTest::addColumn<double>("bound");
        QTest::newRow("a fifth, 10 s, 60 s") << 20.0 << 10.0 << 60.0 << 5.0;
        QTest::newRow("half, 30 s, 10 s") << 50.0 << 30.0 << 10.0 << 5.0;
        QTest::newRow("half, 2 s, 60 s") << 50.0 << 2.0 << 60.0 << 0.0;
    }
    void theLateShareFollowsItsLaw()
    {
        QFETCH(double, share);
        QFETCH(double, mean);
        QFETCH(double, window);
        QFETCH(double, bound);
        const Design design = processed(200, {{"windowSeconds", window},
                                              {"watermarkSeconds", bound},
                                              {"delayedPercent", share},
                                              {"delayedSeconds", mean}})
                                  .design;
        const RunReport report = run(design);
        // p e^(-b/m) (m/w) (1 - e^(-w/m)); the watermark is a tenth of a second further behind, on average.
        const double b = bound + 0.1;
        const double late =
            share / 100 * std::exp(-b / mean) * mean / window * (1 - std::exp(-window / mean));
        const double expected = LatenessLaw{share / 100, mean}.lateShare(b, window);
        QVERIFY(near(expected, late, 1e-9, "the law"));
        const double read = number(at(report, "flink").counts.accepted);
        const double chance = 4 * std::sqrt(late / read);
        QVERIFY(near(fact(at(report, "flink"), "share of records that are late"), late, chance + 0.02 * late,
                     "late"));
        QCOMPARE(number(at(report, "flink").counts.lost), fact(at(report, "flink"), "late records"));
        const FlowReport flow = estimate(design);
        QVERIFY(near(findComponent(flow, "flink")->serviceMillis, *at(report, "flink").latency.mean,
                     0.03 * *at(report, "flink").latency.mean, "estimate of the time inside"));
    }
    void aSilentPartitionHoldsTheWatermark()
    {
        // One key, so that three of four partitions bring nothing.
        const auto results = [](double idle) {
            Drawing drawing = processed(20, {{"windowSeconds", 10.0}, {"idleSeconds", idle}}, 120);
            for (Component& component : drawing.design.components) {
                if (component.id == "in")
                    component.parameters["keys"] = whole(1);
            }
            return fact(at(run(drawing.design), "flink"), "results");
        };
        QCOMPARE(results(0), 0.0);
        QCOMPARE(results(10), 11.0);  // of twelve windows the last is still open
    }
    void exactlyOnceWaitsForTheCheckpoint()
    {
        // A window each 10 s, a checkpoint each 60 s that takes half a second: 30.5 s more on average, in steps.
        const auto mean = [](const char* delivery) {
            return *sinkAt(run(processed(50, {{"windowSeconds", 10.0}, {"delivery", text(delivery)}}, 1230)
                                   .design),
                           "flink")
                        .delay.mean;
        };
        const double once = mean("exactly-once"), least = mean("at-least-once");
        // Windows close 5.2 s after each 10 s; to the next minute and half a second it is 54.8, 44.8 ... 4.8 s and 0.5 s.
        QVERIFY(near(once - least, 29'800 + 500, 900, "ms"));
    }

    // --- capacity -----------------------------------------------------------------------------------------------------

    void whatItCannotTakeStaysInTheStream()
    {
        // A KPU takes 100/s at 10 ms a record: of 150/s a third waits.
        const Design design =
            processed(150, {{"window", text("none")}, {"perRecordMicros", 10'000.0}}, 300).design;
        const RunReport report = run(design);
        QVERIFY(near(number(at(report, "flink").counts.completed) / 300, 100, 2, "finished a second"));
        const ConsumerCounts& reader = consumerOf(at(report, "log"), "flink");
        // The second of buffered work apart, and a fetch.
        QVERIFY(near(number(reader.resident), 50 * 300, 1500, "left"));
        QVERIFY(near(limitOf(at(report, "flink"), "processor").utilisation, 1, 0.03, "use"));
        QVERIFY(near(findComponent(estimate(design), "log")->backlogGrowthPerSecond, 50, 1, "estimate"));
    }
    void subtasksOfOneUnitShareIt()
    {
        const auto finished = [](std::int64_t parallelism, std::int64_t perKpu) {
            const ParameterMap processor{{"window", text("none")},
                                         {"perRecordMicros", 10'000.0},
                                         {"parallelism", whole(parallelism)},
                                         {"parallelismPerKpu", whole(perKpu)}};
            const RunReport report = run(processed(150, processor, 200).design);
            return number(at(report, "flink").counts.completed) / 200;
        };
        QVERIFY(near(finished(2, 2), 100, 3, "one KPU"));
        QVERIFY(near(finished(2, 1), 150, 5, "two KPUs"));
    }
    void doublesAfterAQuarterOfAnHour()
    {
        // 100% of one KPU: after 15 looks a minute apart it is two, after a restart of 60 s.
        const RunReport report = run(
            processed(12, {{"window", text("none")}, {"perRecordMicros", 100'000.0}, {"autoScaling", true}},
                      1300)
                .design);
        QCOMPARE(fact(at(report, "flink"), "scale-outs"), 1.0);
        QCOMPARE(seriesAt(at(report, "flink"), "capacity", 955), 1.0);
        QCOMPARE(seriesAt(at(report, "flink"), "capacity", 970), 2.0);
        QVERIFY(near(fact(at(report, "flink"), "seconds stopped"), 60, 0.5, "stopped"));
    }

    // --- restarts -----------------------------------------------------------------------------------------------------

    void aRestartLosesNothingAndSendsSomeAgain_data()
    {
        QTest::addColumn<QString>("delivery");
        QTest::addColumn<double>("again");
        // Checkpoints each 60 s. Down at 95 s: the windows sent since the checkpoint at 60 s ended at 60, 70 and 80 s (each
        // is sent 5.2 s after its end, the one of 90 s after 95).
        QTest::newRow("at least once") << "at-least-once" << 3.0 * 200;
        QTest::newRow("exactly once") << "exactly-once" << 0.0;
    }
    void aRestartLosesNothingAndSendsSomeAgain()
    {
        QFETCH(QString, delivery);
        QFETCH(double, again);
        Drawing drawing = processed(
            400,
            {{"windowSeconds", 10.0}, {"restartSeconds", 20.0}, {"delivery", text(delivery.toStdString())}},
            300);
        drawing.place("sqs", "out")
            .connect("flink", "out", {{"batchSize", whole(10)}, {"concurrency", whole(50)}});
        drawing.scenario().faults.push_back(faultOn("flink", FaultKind::Down, 95, 5));
        const RunReport report = run(drawing.design);
        const ComponentReport& flink = at(report, "flink");
        QCOMPARE(fact(flink, "restarts"), 1.0);
        QVERIFY(near(fact(flink, "seconds stopped"), 25, 0.1, "stopped"));
        QCOMPARE(flink.counts.lost + flink.counts.failed, std::uint64_t{0});
        QCOMPARE(fact(flink, "results sent again"), again);
        QVERIFY(everyCopyAccountedFor(at(report, "log")));
        QVERIFY(near(number(at(report, "out").counts.accepted),
                     fact(flink, "results") + fact(flink, "results sent again"),
                     delivery == "exactly-once" ? 7 * 200 : 0, "sent on"));
    }

    void everyDriverGivesTheSameBytes()
    {
        Drawing drawing = processed(
            200, {{"windowSeconds", 10.0}, {"restartSeconds", 20.0}, {"delayedPercent", 20.0}}, 180);
        drawing.place("sqs", "out")
            .connect("flink", "out", {{"batchSize", whole(10)}, {"concurrency", whole(5)}});
        drawing.scenario().faults.push_back(faultOn("flink", FaultKind::Down, 95, 5));
        std::string first;
        for (const DriverOptions::Kind kind :
             {DriverOptions::Kind::Event, DriverOptions::Kind::Columnar, DriverOptions::Kind::Automatic}) {
            RunOptions options;
            options.driver.kind = kind;
            RunMonitor monitor;
            const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
            QVERIFY(report);
            const std::string said = Transcript{*report}.text;
            first = first.empty() ? said : first;
            QVERIFY(said == first);
        }
    }

    // --- the estimate -------------------------------------------------------------------------------------------------

    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<QString>("window");
        QTest::newRow("none") << "none";
        QTest::newRow("tumbling") << "tumbling";
        QTest::newRow("sliding") << "sliding";
        QTest::newRow("session") << "session";
    }
    void theEstimateIsTheRun()
    {
        QFETCH(QString, window);
        Drawing drawing = processed(40,
                                    {{"window", text(window.toStdString())},
                                     {"windowSeconds", 20.0},
                                     {"slideSeconds", 5.0},
                                     {"gapSeconds", 5.0},
                                     {"perRecordMicros", 2000.0},
                                     {"passPercent", 60.0}},
                                    3000);
        drawing.place("sqs", "out")
            .connect("flink", "out", {{"batchSize", whole(10)}, {"concurrency", whole(100)}});
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const ComponentReport& ran = at(report, "flink");
        const FlowComponent& estimated = *findComponent(flow, "flink");
        QVERIFY(sameLimits(report, flow, "flink"));
        QVERIFY(near(number(ran.counts.accepted) / 3000, estimated.accepted.recordsPerSecond, 0.8, "read"));
        const double results = number(at(report, "out").counts.accepted) / 3000;
        QVERIFY(
            near(results, findComponent(flow, "out")->accepted.recordsPerSecond, 0.03 * results, "results"));
        QVERIFY(near(limitOf(ran, "processor").utilisation, limitOf(flow, "flink", "processor").utilisation,
                     0.01, "processor"));
        const double state = limitOf(flow, "flink", "state").mean;
        QVERIFY(near(limitOf(ran, "state").mean, state, 0.05 * state, "state"));
        QVERIFY(near(*ran.latency.mean, estimated.serviceMillis, 0.05 * estimated.serviceMillis + 5, "ms"));
    }
    void joinsTwoStreams()
    {
        // 20 keys; each stream brings 2/s, 0.1/s of a key: 6 in a minute, 36 pairs of a key, 12 pairs/s in all.
        Drawing drawing{1210};
        for (const char* id : {"a", "b"}) {
            const std::string log = std::string{"log-"} + id;
            drawing.source(id, 2, {{"keys", whole(20)}}, Arrivals::Poisson)
                .place("msk", log, {{"partitions", whole(1)}})
                .connect(id, log);
        }
        drawing.place("managed-flink", "flink", {{"join", true}})
            .place("sqs", "out")
            .connect("log-a", "flink")
            .connect("log-b", "flink")
            .connect("flink", "out", {{"batchSize", whole(10)}, {"concurrency", whole(100)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "flink"), "results") / 1200, 12, 1.5, "pairs a second"));
        QVERIFY(near(findComponent(estimate(drawing.design), "out")->accepted.recordsPerSecond, 12, 0.1,
                     "estimate"));
    }
};

PLIMSOLL_TEST(TstStreamProcessor)
#include "tst_stream_processor.moc"
