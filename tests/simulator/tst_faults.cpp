// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap server(int servers, int micros, const char* law = "deterministic")
{
    return {{"servers", whole(servers)},
            {"serviceTimeMicros", whole(micros)},
            {"serviceDistribution", text(law)}};
}

/// 100/s through a stream of `shards` into a function that is quick.
Drawing mapped(double seconds, int shards = 1, ParameterMap mapping = {})
{
    mapping.emplace("batchSize", whole(100));
    return regular(100, 1000, seconds)
        .place("kinesis-data-streams", "orders", {{"shards", whole(shards)}})
        .place("lambda", "fn", {{"fixedMillis", 5.0}, {"perRecordMicros", 0.0}})
        .connect("in", "orders")
        .connect("orders", "fn", std::move(mapping));
}

Fault zoneLost(const std::string& zone, double start, double duration, const std::string& component = "")
{
    Fault fault = faultOn(component, FaultKind::ZoneLost, start, duration);
    fault.id = "zone-" + zone;
    fault.zone = zone;
    return fault;
}

}  // namespace

/// What each kind of fault does, worked out by hand.
class TstFaults final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void failedShareCountsWhatCameToNothing()
    {
        // Down for 30 of 120 s: a quarter of the calls fails, though every one that is answered is quick.
        Drawing drawing{120};
        drawing.source("in", 100, {}, Arrivals::Regular)
            .place("custom-server", "server", server(4, 1000))
            .connect("in", "server", {{"kind", text("call")}});
        Fault down;
        down.id = "down";
        down.component = "server";
        down.startSeconds = 30;
        down.durationSeconds = 30;
        drawing.scenario().faults.push_back(down);
        drawing.scenario().objectives.push_back({"response-p99", "in", 100.0, std::nullopt, {}});
        drawing.scenario().objectives.push_back({"failed-share", "in", std::nullopt, 0.01, {}});
        const RunReport report = run(drawing.design);
        QCOMPARE(report.objectives[0].verdict, Verdict::Met);
        QCOMPARE(report.objectives[1].verdict, Verdict::Missed);
        QVERIFY(near(*report.objectives[1].value, 0.25, 0.001, "share failed"));
        QCOMPARE(QString::fromStdString(report.objectives[1].text),
                 QStringLiteral("Share failed at in at most 1%"));
        QCOMPARE(QString::fromStdString(report.objectives[0].text),
                 QStringLiteral("Response p99 at in at most 100 ms"));
    }
    void aBacklogWithoutEndStopsTheRun()
    {
        // Nobody reads 1,000 records a second: 20,000 wait after 20 s, which is seen within the next second.
        Drawing drawing{3600};
        drawing.source("in", 1000, {}, Arrivals::Regular)
            .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{4}}})
            .place("lambda", "worker")
            .connect("in", "orders")
            .connect("orders", "worker");
        Fault paused;
        paused.id = "paused";
        paused.component = "worker";
        paused.kind = FaultKind::ConsumerPaused;
        paused.durationSeconds = 3600;
        drawing.scenario().faults.push_back(paused);
        RunOptions options;
        options.mostHeld = 20'000;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
        QVERIFY(bool(report));
        QVERIFY(report->provenance.partial);
        QVERIFY2(report->provenance.stopped.starts_with("0.02 million records were waiting after 2"),
                 report->provenance.stopped.c_str());
        QVERIFY(near(report->provenance.simulatedSeconds, 21, 1.1, "stopped after"));
        for (const Audit& audit : report->audits)
            QVERIFY2(audit.passed, audit.name.c_str());
    }
    // --- a plain server -------------------------------------------------------------------------------------------

    void aServerThatExpectsAFaultServesTheSame_data()
    {
        QTest::addColumn<int>("queueLimit");
        QTest::newRow("no limit") << -1;
        QTest::newRow("three places") << 3;
        QTest::newRow("no place") << 0;
    }
    void aServerThatExpectsAFaultServesTheSame()
    {
        // A fault that changes nothing makes the server keep its requests instead of computing their future at once.
        QFETCH(int, queueLimit);
        const auto runOf = [&](bool expects) {
            Drawing drawing{200};
            ParameterMap parameters = server(3, 30'000, "exponential");
            parameters["queueLimit"] = whole(queueLimit);
            drawing.source("in", 95)
                .place("custom-server", "it", std::move(parameters))
                .place("s3", "results")
                .connect("in", "it", {{"kind", text("call")}})
                .connect("it", "results");
            if (expects)
                drawing.scenario().faults.push_back(faultOn("it", FaultKind::Slow, 50, 100, 1));
            return run(drawing.design, 3);
        };
        const RunReport ahead = runOf(false), kept = runOf(true);
        const ComponentReport &a = at(ahead, "it"), &b = at(kept, "it");
        QCOMPARE(b.counts.offered, a.counts.offered);
        QCOMPARE(b.counts.rejected, a.counts.rejected);
        QCOMPARE(b.counts.completed, a.counts.completed);
        QCOMPARE(b.counts.inFlight, a.counts.inFlight);
        QCOMPARE(*b.latency.mean, *a.latency.mean);
        QCOMPARE(*b.latency.p99, *a.latency.p99);
        QCOMPARE(b.backlogPeak, a.backlogPeak);
        QVERIFY(std::abs(limitOf(b, "servers").mean - limitOf(a, "servers").mean) < 1e-6);
        QCOMPARE(at(kept, "results").counts.completed, at(ahead, "results").counts.completed);
        QCOMPARE(kept.paths.front().succeeded, ahead.paths.front().succeeded);
    }
    void whatIsInServiceWhenItGoesDownFails()
    {
        // 10/s of 250 ms each: two or three in service at any time.
        Drawing drawing =
            regular(10, 1000, 100).place("custom-server", "it", server(10, 250'000)).connect("in", "it");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Down, 30, 20));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "it").counts;
        QVERIFY(counts.failed == 2 || counts.failed == 3);
        QVERIFY(near(number(counts.rejected), 200, 1, "rejected"));
        QCOMPARE(report.totals.gaveUp, counts.failed + counts.rejected);
    }
    void whatWaitsWhenItGoesDownFailsToo()
    {
        // One server of 200 ms for 10/s: after 20 s 200 came and 100 were served.
        Drawing drawing =
            regular(10, 1000, 30).place("custom-server", "it", server(1, 200'000)).connect("in", "it");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Down, 20, 20));
        const ComponentReport it = at(run(drawing.design), "it");
        QVERIFY(near(number(it.counts.failed), 100, 1, "failed"));
        QCOMPARE(it.backlogFinal, 0.0);
    }
    void aCutLeavesItsShareOfTheServers()
    {
        // 60/s on 8 servers of 100 ms. Four of them serve 40/s: 20 s leave 400, which the spare 20/s then clear.
        Drawing drawing =
            regular(60, 1000, 100).place("custom-server", "it", server(8, 100'000)).connect("in", "it");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::CapacityCut, 30, 20, 0.5));
        const RunReport report = run(drawing.design);
        const ComponentReport& it = at(report, "it");
        QVERIFY(near(it.backlogPeak, 400, 5, "backlog"));
        QVERIFY(near(countBetween(it, "completed", 31, 50), 40 * 19, 5, "completed in the cut"));
        QVERIFY(near(countBetween(it, "completed", 51, 69), 80 * 18, 5, "completed after it"));
        QCOMPARE(it.backlogFinal, 0.0);
    }
    void workForCallersWhoGaveUpIsStillDone()
    {
        // 10/s for one server of 150 ms: the n-th waits 50 n ms and leaves after 150 + 50 n. With 1,010 ms of patience
        // the 18 of n = 0 to 17 are answered in time; nothing after them is, and all of it is done.
        Drawing drawing = regular(10, 1000, 30)
                              .place("custom-server", "it", server(1, 150'000))
                              .connect("in", "it", {{"kind", text("call")}, {"timeoutMillis", whole(1010)}});
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "it").counts;
        QCOMPARE(report.paths.front().succeeded, std::uint64_t{18});
        QVERIFY(counts.completed > 190);
        QCOMPARE(counts.abandoned, counts.completed - 18);
    }

    // --- zones ----------------------------------------------------------------------------------------------------

    void aZoneTakesItsShare_data()
    {
        QTest::addColumn<int>("zones");
        QTest::addColumn<QString>("lost");
        QTest::addColumn<double>("completed");  // in 20 s of 60/s, on 12 servers that serve 120/s
        QTest::newRow("all in it") << 1 << "a" << 0.0;
        QTest::newRow("in another") << 1 << "b" << 1200.0;
        QTest::newRow("half: just enough") << 2 << "b" << 1200.0;
        QTest::newRow("in two others") << 2 << "c" << 1200.0;
        QTest::newRow("a third") << 3 << "c" << 1200.0;
    }
    void aZoneTakesItsShare()
    {
        QFETCH(int, zones);
        QFETCH(QString, lost);
        QFETCH(double, completed);
        ParameterMap parameters = server(12, 100'000);
        parameters["zones"] = whole(zones);
        Drawing drawing =
            regular(60, 1000, 100).place("custom-server", "it", std::move(parameters)).connect("in", "it");
        drawing.scenario().faults.push_back(zoneLost(lost.toStdString(), 30, 20));
        const RunReport report = run(drawing.design);
        QVERIFY(near(countBetween(at(report, "it"), "completed", 30, 50), completed, 8, "completed"));
    }
    void aRegionalServiceLosesAThird()
    {
        // 300/s for 250/s; two thirds are 200/s for 30 s, and what of the credit still fits under the cut depth.
        Drawing drawing =
            regular(250, 1000, 100)
                .place("kinesis-data-streams", "it", {{"shards", whole(1)}, {"recordsPerShard", whole(300)}})
                .connect("in", "it");
        drawing.scenario().faults.push_back(zoneLost("b", 30, 30));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "it").counts.throttled), 50 * 30 - 200, 5, "throttled"));
    }
    void aZoneStrikesAllThatSitInIt()
    {
        Drawing drawing = regular(10, 1000, 100);
        for (const char* id : {"one", "two"})
            drawing.place("custom-server", id, server(4, 100'000)).connect("in", id);
        findIn(drawing, "two").parameters["zone"] = text("c");
        drawing.scenario().faults.push_back(zoneLost("c", 30, 20));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "one").counts.rejected, std::uint64_t{0});
        QVERIFY(near(number(at(report, "two").counts.rejected), 200, 1, "rejected"));
    }

    // --- consumers ------------------------------------------------------------------------------------------------

    void aPausedConsumerLeavesABacklogThatDrains()
    {
        Drawing drawing = mapped(120);
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::ConsumerPaused, 30, 30));
        const RunReport report = run(drawing.design);
        // 30 s at 100/s, and at most the second between two polls on either side.
        QVERIFY(near(at(report, "orders").backlogPeak, 3050, 100, "backlog"));
        QVERIFY(near(consumerOf(at(report, "orders"), "fn").peakAgeSeconds, 30.5, 1.1, "age"));
        QCOMPARE(countBetween(at(report, "fn"), "completed", 32, 60), 0.0);
        QVERIFY(number(at(report, "fn").counts.completed) > 100 * 118);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(everyCopyAccountedFor(at(report, "orders")));
    }
    void aPausedDeliveryLeavesABacklogThatDrains()
    {
        Drawing drawing = regular(100, 1000, 150)
                              .place("kinesis-data-streams", "orders", {{"shards", whole(2)}})
                              .place("data-firehose", "delivery", {{"bufferSeconds", whole(5)}})
                              .place("s3", "bucket")
                              .connect("in", "orders")
                              .connect("orders", "delivery")
                              .connect("delivery", "bucket");
        drawing.scenario().faults.push_back(faultOn("delivery", FaultKind::ConsumerPaused, 30, 40));
        const RunReport report = run(drawing.design);
        QVERIFY(near(at(report, "orders").backlogPeak, 4050, 110, "backlog"));
        QVERIFY(sinkAt(report, "bucket").delivered > 100 * 140);
        QVERIFY(*sinkAt(report, "bucket").delay.max > 40'000);
    }
    void aDeliveryThatIsDownNeitherReadsNorDelivers()
    {
        Drawing drawing = regular(100, 1000, 150)
                              .place("kinesis-data-streams", "orders", {{"shards", whole(1)}})
                              .place("data-firehose", "delivery", {{"bufferSeconds", whole(5)}})
                              .place("s3", "bucket")
                              .connect("in", "orders")
                              .connect("orders", "delivery")
                              .connect("delivery", "bucket");
        drawing.scenario().faults.push_back(faultOn("delivery", FaultKind::Down, 30, 40));
        const RunReport report = run(drawing.design);
        QCOMPARE(countBetween(at(report, "bucket"), "offered", 31, 70), 0.0);
        QVERIFY(sinkAt(report, "bucket").delivered > 100 * 140);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
    }

    void aPoisonRecordBlocksItsShard_data()
    {
        QTest::addColumn<int>("shards");
        QTest::addColumn<double>("share");  // of the traffic that still gets through
        QTest::newRow("the only one") << 1 << 0.0;
        QTest::newRow("one of two") << 2 << 0.5;
        QTest::newRow("one of four") << 4 << 0.75;
    }
    void aPoisonRecordBlocksItsShard()
    {
        QFETCH(int, shards);
        QFETCH(double, share);
        Drawing drawing = mapped(150, shards);
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::PoisonRecord, 30, 0));
        const RunReport report = run(drawing.design);
        const ComponentReport& fn = at(report, "fn");
        // Many keys spread over the shards by their hash: four binomial standard errors.
        QVERIFY(near(countBetween(fn, "completed", 40, 150), share * 11'000,
                     4 * std::sqrt(11'000 * share * (1 - share)) + 210, "completed"));
        QVERIFY(report.totals.inFlight > (1 - share) * 11'000);
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        // Once a second its batch fails again: what one poll of one shard brought, give or take.
        QVERIFY(fn.counts.failed > static_cast<std::uint64_t>(5000 / shards));
    }
    void aCorrectedHandlerEndsTheBlockade()
    {
        Drawing drawing = mapped(150);
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::PoisonRecord, 30, 40));
        const RunReport report = run(drawing.design);
        QCOMPARE(countBetween(at(report, "fn"), "completed", 33, 70), 0.0);
        QVERIFY(number(at(report, "fn").counts.completed) > 100 * 147);
    }
    void limitedRetriesPassAPoisonRecord_data()
    {
        QTest::addColumn<bool>("bisect");
        QTest::addColumn<bool>("destination");
        QTest::newRow("whole batch lost") << false << false;
        QTest::newRow("split: one lost") << true << false;
        QTest::newRow("whole batch kept") << false << true;
        QTest::newRow("split: one kept") << true << true;
    }
    void limitedRetriesPassAPoisonRecord()
    {
        QFETCH(bool, bisect);
        QFETCH(bool, destination);
        Drawing drawing = mapped(150, 1, {{"maximumRetryAttempts", whole(2)}, {"bisectOnError", bisect}});
        if (destination)
            drawing.place("s3", "failures").connect("fn", "failures", {{"role", text("on-failure")}});
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::PoisonRecord, 30, 0));
        const RunReport report = run(drawing.design);
        // A batch of up to 100 records holds the one that fails.
        const std::uint64_t given =
            destination ? at(report, "failures").counts.completed : report.totals.lost;
        QVERIFY(bisect ? given == 1 : given > 1 && given <= 100);
        QCOMPARE(destination ? report.totals.lost : std::uint64_t{0}, std::uint64_t{0});
        QVERIFY(number(at(report, "fn").counts.completed) > 100 * 147 - 100);
        if (destination) {
            QCOMPARE(fact(at(report, "fn"), "dead-lettered"), number(given));
            QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
            QVERIFY(report.sinks.size() == 1);  // what takes the failures waits for no others
        }
    }
    void anEventThatAlwaysFailsGoesToItsDestination_data()
    {
        QTest::addColumn<bool>("destination");
        QTest::newRow("lost") << false;
        QTest::newRow("dead-lettered") << true;
    }
    void anEventThatAlwaysFailsGoesToItsDestination()
    {
        QFETCH(bool, destination);
        // One object a second, one event each; the first born after 30 s fails three times, 1 and 2 minutes apart.
        Drawing drawing = regular(1, 1000, 400)
                              .place("s3", "bucket")
                              .place("lambda", "fn", {{"fixedMillis", 5.0}})
                              .connect("in", "bucket")
                              .connect("bucket", "fn");
        if (destination)
            drawing.place("s3", "failures").connect("fn", "failures", {{"role", text("on-failure")}});
        drawing.scenario().faults.push_back(faultOn("fn", FaultKind::PoisonRecord, 30, 0));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "fn").counts.failed, std::uint64_t{3});
        QCOMPARE(report.totals.lost, destination ? std::uint64_t{0} : std::uint64_t{1});
        if (destination)
            QCOMPARE(at(report, "failures").counts.completed, std::uint64_t{1});
    }

    // --- deployment, spot, jobs -----------------------------------------------------------------------------------

    void aDeploymentReplacesEveryEnvironment()
    {
        // 20/s of 100 ms keep two environments busy; new ones after a deployment start cold.
        const auto coldStarts = [](bool deployed) {
            Drawing drawing = regular(20, 1000, 100)
                                  .place("lambda", "fn", {{"fixedMillis", 100.0}, {"perRecordMicros", 0.0}})
                                  .connect("in", "fn", {{"kind", text("call")}});
            if (deployed)
                drawing.scenario().faults.push_back(faultOn("fn", FaultKind::Deployment, 50, 10));
            const RunReport report = run(drawing.design);
            if (report.paths.front().failed > 0)
                QTest::qFail("a call failed", __FILE__, __LINE__);
            return fact(at(report, "fn"), "cold starts");
        };
        const double before = coldStarts(false), after = coldStarts(true);
        QVERIFY2(after >= before + 2 && after <= 3 * before + 10,
                 qPrintable(QString{"%1, %2"}.arg(before).arg(after)));
    }
    void aRollingDeploymentTakesItsShareAway()
    {
        Drawing drawing =
            regular(60, 1000, 100).place("custom-server", "it", server(8, 100'000)).connect("in", "it");
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::Deployment, 30, 20, 0.5));
        QVERIFY(near(at(run(drawing.design), "it").backlogPeak, 400, 5, "backlog"));
    }
    void spotNodesTakeTheirWorkOfAJob_data()
    {
        QTest::addColumn<double>("redone");
        QTest::addColumn<double>("again");  // seconds of the whole cluster's work
        QTest::newRow("all of it") << 100.0 << 60.0;
        QTest::newRow("a quarter") << 25.0 << 15.0;
        QTest::newRow("none") << 0.0 << 0.0;
    }
    void spotNodesTakeTheirWorkOfAJob()
    {
        QFETCH(double, redone);
        QFETCH(double, again);
        const auto longest = [&](FaultKind kind, double start) {
            Drawing drawing{2000};
            drawing.place("emr", "cluster",
                          {{"taskNodes", whole(2)},
                           {"taskNodesSpot", true},
                           {"spotRedonePercent", redone},
                           {"lifecycle", text("long-running")}});
            JobLoad job;
            job.id = "batch";
            job.component = "cluster";
            job.gigabytes = 50;
            drawing.scenario().jobs.push_back(job);
            drawing.scenario().faults.push_back(faultOn("cluster", kind, start, 300, 0.5));
            return fact(at(run(drawing.design), "cluster"), "longest job s");
        };
        // 16 vCPUs x 10 MB/s: 50 GiB take 335.544 s. From 120 s on, two minutes after the notice, half the capacity is
        // left for 300 s: by 420 s 120 + 150 s of the work are done, and 65.544 s remain; 10 s to commit. The half that
        // left had done half of 120 s.
        QVERIFY(near(longest(FaultKind::SpotInterruption, 0), 420 + 65.544 + again + 10, 0.01, "job s"));
        QVERIFY(near(longest(FaultKind::CapacityCut, 120), 420 + 65.544 + 10, 0.01, "a mere cut"));
    }
    void aSecondInterruptionTakesFromWhatIsStillDone()
    {
        // 335.544 s of work. At 120 s half the nodes go for 10 s and with them 60 s of work: 60 + 5 done at 130 s. At
        // 230 s, 165 s done, half go again: 82.5 left, and 5 more by 240 s: 248.044 s of work remain.
        Drawing drawing{2000};
        drawing.place(
            "emr", "cluster",
            {{"taskNodes", whole(2)}, {"taskNodesSpot", true}, {"lifecycle", text("long-running")}});
        JobLoad job;
        job.id = "batch";
        job.component = "cluster";
        job.gigabytes = 50;
        drawing.scenario().jobs.push_back(job);
        for (const double notice : {0.0, 110.0}) {
            drawing.scenario().faults.push_back(
                faultOn("cluster", FaultKind::SpotInterruption, notice, 10, 0.5));
            drawing.scenario().faults.back().id += std::to_string(static_cast<int>(notice));
        }
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "cluster"), "longest job s"), 240 + 248.044 + 10, 0.01, "job s"));
        // 60 + 82.5 s at 160 MB/s.
        QVERIFY(near(fact(at(report, "cluster"), "GB done again"), 142.5 * 0.16 / 1.073741824, 0.01, "GB"));
    }
    void spotServersTakeWhatTheyServe_data()
    {
        QTest::addColumn<int>("batchSize");
        QTest::addColumn<int>("servers");
        QTest::addColumn<double>("left");
        QTest::addColumn<int>("lost");
        QTest::newRow("six of ten") << 1 << 10 << 0.4 << 6;
        QTest::newRow("all") << 1 << 10 << 0.0 << 10;
        QTest::newRow("none") << 1 << 10 << 1.0 << 0;
        QTest::newRow("a batch of two") << 5 << 2 << 0.5 << 5;
    }
    void spotServersTakeWhatTheyServe()
    {
        QFETCH(int, batchSize);
        QFETCH(int, servers);
        QFETCH(double, left);
        QFETCH(int, lost);
        // Ten requests within a second, of 200 s each, and every server busy: what goes takes its own.
        Drawing drawing =
            volley(10, 1, 1000, 700,
                   {{"retry", text("fixed")}, {"retryDelayMillis", whole(1000)}, {"maxAttempts", whole(2)}});
        ParameterMap parameters = server(servers, 200'000'000);
        parameters["batchSize"] = whole(batchSize);
        parameters["batchWaitMillis"] = 2000.0;
        drawing.place("custom-server", "it", std::move(parameters))
            .connect("in", "it", {{"kind", text("call")}});
        drawing.scenario().faults.push_back(faultOn("it", FaultKind::SpotInterruption, 0, 60, left));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "it").counts;
        QCOMPARE(int(counts.failed), lost);
        QCOMPARE(int(counts.retried), lost);
        // The second try waits for a server, and is done.
        QCOMPARE(counts.completed, 10u);
        QCOMPARE(at(report, "in").counts.completed, 10u);
        if (lost > 0)
            QCOMPARE(fact(at(report, "it"), "lost with Spot nodes"), double(lost));
        // Lost at 120 s, not at the notice: those that stay end after 200 s, the others begin again at 121 s or later.
        QCOMPARE(countBetween(at(report, "it"), "completed", 200, 210), 10.0 - lost);
    }
    void idleSpotServersLoseNothing()
    {
        // Ten of twenty are busy and ten are taken, any of them: 5 on average, with the hypergeometric law's variance
        // 10 x 1/2 x 1/2 x 10/19 = 1.32. 100 seeds: 4 sigma are 0.46.
        double sum = 0, squares = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            Drawing drawing = volley(10, 1, 1000, 150);
            drawing.place("custom-server", "it", server(20, 200'000'000))
                .connect("in", "it", {{"kind", text("call")}});
            drawing.scenario().faults.push_back(faultOn("it", FaultKind::SpotInterruption, 0, 60, 0.5));
            const double failed = number(at(run(drawing.design, seed), "it").counts.failed);
            sum += failed;
            squares += failed * failed;
        }
        const double mean = sum / 100, variance = squares / 100 - mean * mean;
        QVERIFY(near(mean, 5, 0.46, "lost"));
        // The variance's own standard error is about variance x sqrt(2 / 100) = 0.19.
        QVERIFY(near(variance, 1.32, 0.75, "variance"));
    }
    void aClusterThatGoesDownFailsItsJob_data()
    {
        QTest::addColumn<int>("retries");
        QTest::addColumn<double>("finished");
        QTest::addColumn<double>("longest");
        // 134.218 s of work from 0 on; down from 100 to 200 s; again from the start.
        QTest::newRow("no retry") << 0 << 0.0 << 0.0;
        QTest::newRow("one") << 1 << 1.0 << 200 + 134.2177280 + 10;
    }
    void aClusterThatGoesDownFailsItsJob()
    {
        QFETCH(int, retries);
        QFETCH(double, finished);
        QFETCH(double, longest);
        Drawing drawing{600};
        drawing.place("emr", "cluster", {{"lifecycle", text("long-running")}});
        JobLoad job;
        job.id = "batch";
        job.component = "cluster";
        job.gigabytes = 10;
        job.retries = retries;
        drawing.scenario().jobs.push_back(job);
        drawing.scenario().faults.push_back(faultOn("cluster", FaultKind::Down, 100, 100));
        const ComponentReport cluster = at(run(drawing.design), "cluster");
        QCOMPARE(fact(cluster, "job runs failed"), 1.0);
        QCOMPARE(fact(cluster, "jobs finished"), finished);
        QVERIFY(near(fact(cluster, "longest job s"), longest, 1e-3, "longest"));
    }
    void whatAFailedJobHadReadIsReadAgain()
    {
        // 1/s of 1 MB; each run reads what is new. The one due at 200 s is struck; the next one does its work as well.
        Drawing drawing = regular(1, 1'000'000, 950)
                              .place("s3", "lake")
                              .place("emr", "cluster", {{"lifecycle", text("long-running")}})
                              .connect("in", "lake")
                              .connect("lake", "cluster");
        JobLoad job;
        job.id = "batch";
        job.component = "cluster";
        job.everySeconds = job.firstAtSeconds = 100;
        job.input = "lake";
        drawing.scenario().jobs.push_back(job);
        drawing.scenario().faults.push_back(faultOn("cluster", FaultKind::Down, 200.5, 10));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "cluster"), "job runs failed"), 1.0);
        QVERIFY(near(number(at(report, "cluster").counts.failed), 100, 1, "failed"));
        QVERIFY(near(number(sinkAt(report, "cluster").delivered), 900, 2, "delivered"));
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void aWarehouseFailsItsShareOfQueries()
    {
        Drawing drawing{20'000};
        drawing.place("redshift", "warehouse");
        QueryLoad query;
        query.id = "reports";
        query.target = "warehouse";
        query.perHour = 720;
        query.gigabytesScanned = 0.1;
        drawing.scenario().queries.push_back(query);
        drawing.scenario().faults.push_back(faultOn("warehouse", FaultKind::Errors, 0, 20'000, 0.25));
        const Counts counts = at(run(drawing.design, 5), "warehouse").counts;
        const double n = number(counts.completed + counts.failed);
        QVERIFY(n > 3500);
        QVERIFY(near(number(counts.failed), 0.25 * n, 4 * std::sqrt(n * 0.25 * 0.75), "failed"));
    }
    void aCopyThatFailsIsMadeAgain()
    {
        // One visit a minute; a failed one keeps its records for the next.
        Drawing drawing =
            regular(1, 1000, 3000)
                .place("s3", "bucket")
                .place("redshift", "warehouse")
                .connect("in", "bucket")
                .connect("bucket", "warehouse", {{"kind", text("load")}, {"everySeconds", whole(60)}});
        drawing.scenario().faults.push_back(faultOn("warehouse", FaultKind::Errors, 600, 600, 1));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "warehouse").counts.failed), 10 * 60, 61, "failed"));
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(sinkAt(report, "warehouse").delivered > 2850);
        QVERIFY(*sinkAt(report, "warehouse").delay.max > 600'000);
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void aBreakerStopsAFunctionsCalls()
    {
        // The table is down from 30 to 90 s; calls fail fast while the circuit is open.
        const auto attempts = [](bool breaker) {
            Drawing drawing = regular(50, 1000, 120)
                                  .place("lambda", "fn", {{"fixedMillis", 5.0}})
                                  .place("dynamodb", "table", {{"wcu", whole(200)}})
                                  .connect("in", "fn", {{"kind", text("call")}})
                                  .connect("fn", "table",
                                           {{"retry", text("fixed")},
                                            {"retryDelayMillis", whole(50)},
                                            {"breaker", breaker},
                                            {"breakerOpenSeconds", 5.0}});
            drawing.scenario().faults.push_back(faultOn("table", FaultKind::Down, 30, 60));
            const RunReport report = run(drawing.design);
            if (!near(countBetween(at(report, "fn"), "completed", 100, 119), 50 * 19, 5, "after"))
                QTest::qFail("it did not recover", __FILE__, __LINE__);
            return countBetween(at(report, "table"), "offered", 30, 90);
        };
        // Three attempts a call are 9,000; with the breaker the first twenty failures among ten seconds' calls, and a
        // trial each five seconds.
        QVERIFY(near(attempts(false), 9000, 20, "attempts"));
        QVERIFY(attempts(true) < 2000);
    }

private:
    static Component& findIn(Drawing& drawing, const std::string& id)
    {
        return *std::find_if(drawing.design.components.begin(), drawing.design.components.end(),
                             [&](const Component& component) { return component.id == id; });
    }
};

PLIMSOLL_TEST(TstFaults)
#include "tst_faults.moc"
