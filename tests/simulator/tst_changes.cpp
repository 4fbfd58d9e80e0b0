// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "simulator/services/service.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/simulator/transcript.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterChange changeOf(const std::string& component, const std::string& parameter, std::int64_t value,
                         double at)
{
    return {component + "-" + std::to_string(static_cast<int>(at)), component, parameter, value, at, {}};
}

/// A stream written at `rate` records of `bytes` a second, on evenly spread keys.
Drawing stream(double rate, std::int64_t bytes, std::int64_t shards, double seconds)
{
    return regular(rate, bytes, seconds)
        .place("kinesis-data-streams", "stream", {{"shards", shards}})
        .connect("in", "stream");
}

double factById(const ComponentReport& component, const std::string& id)
{
    for (const Fact& fact : component.facts) {
        if (fact.id == id)
            return fact.value;
    }
    QTest::qFail(("no fact " + id).c_str(), __FILE__, __LINE__);
    return 0;
}

/// Amounts of all meters as the run and as the estimate have them.
void compareBills(const Design& design, const RunReport& report, double tolerance = 0.02)
{
    const Result<FlowReport> flow = estimateFlow(design, library(), "main");
    QVERIFY2(flow, flow ? "" : flow.error().toString().c_str());
    for (const MeterReading& metered : report.usage) {
        const MeterReading* estimate = reading(flow->usage, metered.component, metered.meter);
        const std::string what = metered.component + " " + metered.meter;
        QVERIFY2(estimate || metered.amount == 0, what.c_str());
        if (estimate)
            QVERIFY(near(metered.amount, estimate->amount, tolerance * std::max(1e-9, estimate->amount),
                         what.c_str()));
    }
}

std::vector<std::string> refusals(const Design& design, const std::string& rule)
{
    std::vector<std::string> found;
    for (const Issue& issue : validate(design, library().catalog(), IntegrationTable::builtin())) {
        if (issue.severity == Severity::Error && issue.rule == rule)
            found.push_back(issue.place + ": " + issue.what + "; " + issue.remedy);
    }
    return found;
}

}  // namespace

/// Parameters that change while a scenario lasts. run() audits conservation each time.
class TstChanges final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aStreamTakesMoreOnceItsShardsAreSplit()
    {
        // 3,000 records/s of 1 KB meet 2 shards of 1,000 records/s (2 of 3 pass), then from 120 + 60 s on 4 shards.
        Drawing drawing = stream(3000, 1024, 2, 360);
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 4, 120));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "stream");
        QVERIFY(near(countBetween(component, "refused", 10, 180), 170 * 1000, 2000, "refused by 2 shards"));
        QVERIFY(countBetween(component, "refused", 185, 360) < 500);
        QCOMPARE(factById(component, "capacity-at-the-end"), 4.0);
        // Half of the time 2 shards, half of it 4: 3 on average.
        QCOMPARE(limitOf(component, "records").capacity, 3000.0);
        QVERIFY(near(metered(report, "stream", "kinesis-data-streams/shard-hours"), 3, 0.001, "shards"));
        compareBills(drawing.design, report);
        bool said = false;
        for (const Finding& finding : report.findings)
            said |= finding.text.english()
                    == "stream: Open shards 2 -> 4, asked for at 120 s, in force from 180 s";
        QVERIFY(said);
    }
    void halfAnHourAtFourAndHalfAtEightShards()
    {
        // 4 until 1,740 + 60 s, then 8: 0.5 h x 4 + 0.5 h x 8 = 6 shard-hours in the hour.
        Drawing drawing = stream(10, 1024, 4, 3600);
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 8, 1740));
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "stream", "kinesis-data-streams/shard-hours"), 6.0);
        compareBills(drawing.design, report, 0.001);
    }
    void mergedShardsRefuseWhatTheyCannotTake()
    {
        Drawing drawing = stream(3000, 1024, 4, 360);
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 2, 120));
        const RunReport report = run(drawing.design);
        QVERIFY(countBetween(at(report, "stream"), "refused", 0, 180) < 500);
        QVERIFY(near(countBetween(at(report, "stream"), "refused", 185, 360), 175 * 1000, 3000, "refused"));
        QCOMPARE(factById(at(report, "stream"), "capacity-at-the-end"), 2.0);
        compareBills(drawing.design, report);
    }
    /// A key's records stay in order: the parent is read to its end first, then both children at once.
    void childrenAreReadAfterTheirParents()
    {
        // One run of 10 records takes 0.5 s: a shard's reader does 20 of the 30 a second. 3,000 wait at 300 s and keep it
        // busy for 150 s, in which 4,500 more come; then two readers do 40 a second.
        Drawing drawing = stream(30, 1024, 1, 1200);
        drawing
            .place("lambda", "fn",
                   {{"fixedMillis", 0.0}, {"perRecordMicros", 50000.0}, {"timeoutSeconds", whole(900)}})
            .connect("stream", "fn", {{"batchSize", whole(10)}});
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 2, 240));
        const RunReport report = run(drawing.design);
        QVERIFY(near(at(report, "stream").backlogPeak, 4500, 500, "most that waited"));
        QVERIFY(at(report, "stream").backlogFinal < 500);
    }
    void aTableTakesMoreFromThenOn()
    {
        // 150 writes/s of 1 KB meet 100 WCU, from 600 + 120 s on 200; 300 s of saved burst are gone by then.
        Drawing drawing = regular(150, 1024, 1440);
        drawing
            .place("dynamodb", "table",
                   {{"mode", text("provisioned")},
                    {"wcu", whole(100)},
                    {"rcu", whole(1)},
                    {"burstSeconds", whole(1)}})
            .connect("in", "table");
        drawing.scenario().changes.push_back(changeOf("table", "wcu", 200, 600));
        const RunReport report = run(drawing.design);
        QVERIFY(near(countBetween(at(report, "table"), "refused", 20, 720), 700 * 50, 1000, "refused"));
        QVERIFY(countBetween(at(report, "table"), "refused", 721, 1440) < 10);
        // 720 s of 100 and 720 s of 200.
        QVERIFY(near(metered(report, "table", "dynamodb/provisioned-wcu-hours"), 150, 0.1, "WCU"));
        QCOMPARE(factById(at(report, "table"), "capacity-at-the-end"), 200.0);
        compareBills(drawing.design, report);
    }
    void provisionedConcurrencyEndsColdStarts()
    {
        // One call every 20 s, environments gone after a minute less than that: each one starts cold, until one is
        // provisioned at 600 s, which is there after 90 s and 1 / 100 s.
        Drawing drawing = regular(0.05, 1024, 1800);
        drawing.place("lambda", "fn", {{"keepWarmMinutes", whole(0)}, {"memoryMb", whole(1024)}})
            .connect("in", "fn");
        drawing.scenario().changes.push_back(changeOf("fn", "provisionedConcurrency", 1, 600));
        const RunReport report = run(drawing.design);
        const double cold = fact(at(report, "fn"), "cold starts");
        QVERIFY(near(cold, 690 / 20.0, 2, "cold starts"));
        // 1,800 - 690.01 s of 1 GB.
        QVERIFY(
            near(metered(report, "fn", "lambda/provisioned-concurrency-gb-seconds"), 1109.99, 0.1, "GB-s"));
        const Result<FlowReport> flow = estimateFlow(drawing.design, library(), "main");
        QVERIFY(flow);
        QVERIFY(near(reading(flow->usage, "fn", "lambda/provisioned-concurrency-gb-seconds")->amount, 1109.99,
                     0.1, "estimated GB-s"));
    }
    void aScheduleOfProvisionedConcurrencyEnds()
    {
        Drawing drawing = regular(1, 1024, 1200);
        drawing
            .place("lambda", "fn",
                   {{"fixedMillis", 3000.0}, {"timeoutSeconds", whole(10)}, {"memoryMb", whole(1024)}})
            .connect("in", "fn");
        drawing.scenario().changes = {changeOf("fn", "provisionedConcurrency", 2, 210),
                                      changeOf("fn", "provisionedConcurrency", 0, 900)};
        const RunReport report = run(drawing.design);
        // In force from 210 + 90.02 to 900 s; three runs at once keep both busy.
        QVERIFY(
            near(metered(report, "fn", "lambda/provisioned-concurrency-gb-seconds"), 2 * 599.98, 1, "kept"));
        QVERIFY(
            near(metered(report, "fn", "lambda/provisioned-duration-gb-seconds"), 2 * 599.98, 20, "used"));
        compareBills(drawing.design, report);
    }
    void reservedConcurrencyBoundsWhatRuns()
    {
        // Four runs at once, of which two may from 300 s on.
        Drawing drawing = regular(4, 1024, 600);
        drawing
            .place("lambda", "fn",
                   {{"fixedMillis", 1000.0}, {"perRecordMicros", 0.0}, {"reservedConcurrency", whole(10)}})
            .connect("in", "fn");
        drawing.scenario().changes.push_back(changeOf("fn", "reservedConcurrency", 2, 300));
        const RunReport report = run(drawing.design);
        QCOMPARE(countBetween(at(report, "fn"), "refused", 0, 300), 0.0);
        QVERIFY(near(countBetween(at(report, "fn"), "refused", 301, 600), 600, 30, "refused"));
        QCOMPARE(limitOf(at(report, "fn"), "concurrency").capacity, 6.0);
    }
    void serversAreAddedAndTaken()
    {
        // 150 requests/s of 10 ms: 1 server falls behind by 50/s for 60 s, 4 catch up at 250/s.
        Drawing drawing = regular(150, 1024, 180);
        drawing
            .place("custom-server", "server",
                   {{"servers", whole(1)},
                    {"pricePerHourUsd", 1.0},
                    {"serviceDistribution", text("deterministic")}})
            .connect("in", "server");
        drawing.scenario().changes = {changeOf("server", "servers", 4, 60),
                                      changeOf("server", "servers", 2, 120)};
        const RunReport report = run(drawing.design);
        QVERIFY(near(at(report, "server").backlogPeak, 3000, 60, "waited"));
        QCOMPARE(at(report, "server").backlogFinal, 0.0);
        // 60 s of 1, 4 and 2 servers each.
        QVERIFY(near(metered(report, "server", "custom-server/hours"), 7.0 / 3, 1e-6, "servers"));
        compareBills(drawing.design, report);
    }
    void tasksStartAsTheyDoWhenTheyScale()
    {
        Drawing drawing = regular(10, 1024, 600);
        drawing.place("ecs-fargate", "service", {{"tasks", whole(2)}}).connect("in", "service");
        drawing.scenario().changes = {changeOf("service", "tasks", 6, 200)};
        const RunReport report = run(drawing.design);
        QCOMPARE(factById(at(report, "service"), "capacity-at-the-end"), 6.0);
        QCOMPARE(factById(at(report, "service"), "launches"), 4.0);
    }
    void everyDriverPlaysTheSame()
    {
        Drawing drawing = stream(2500, 1024, 2, 200);
        drawing.place("lambda", "fn")
            .connect("stream", "fn")
            .place("dynamodb", "table",
                   {{"mode", text("provisioned")}, {"wcu", whole(500)}, {"rcu", whole(1)}});
        drawing.connect("fn", "table");
        drawing.scenario().changes = {changeOf("stream", "shards", 4, 20), changeOf("table", "wcu", 900, 1),
                                      changeOf("fn", "provisionedConcurrency", 3, 60)};
        drawing.scenario().replays.push_back({"again", drawing.design.connections[1].id, 100, 50.0, {}});
        const auto transcript = [&](DriverOptions::Kind driver) {
            RunOptions options;
            options.driver.kind = driver;
            RunMonitor monitor;
            const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
            return report ? Transcript{*report}.text : report.error().toString();
        };
        QCOMPARE(transcript(DriverOptions::Kind::Columnar), transcript(DriverOptions::Kind::Event));
        QCOMPARE(transcript(DriverOptions::Kind::Automatic), transcript(DriverOptions::Kind::Event));
    }
    /// Steady times before and after are sampled, the minute after the change is run as it is.
    void aLongScenarioIsSampledOnBothSides()
    {
        // Half a day of 4 shards and half a day of 8.
        Drawing drawing = stream(100, 1024, 4, 86'400);
        drawing.scenario().traffic["in"].arrivals = Arrivals::Poisson;
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 8, 43'140));
        RunOptions options;
        options.engine = Engine::Auto;
        options.sampling.exactBelowMessages = 0;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
        QVERIFY2(report, report ? "" : report.error().toString().c_str());
        QVERIFY2(report->sampling.sampled, report->sampling.text.c_str());
        QCOMPARE(report->sampling.levels.size(), std::size_t{2});
        QVERIFY(report->sampling.stretches.front().why.find("changed parameter") != std::string::npos);
        for (const Audit& audit : report->audits)
            QVERIFY2(audit.passed, (audit.name + ": " + audit.detail).c_str());
        QVERIFY(near(metered(*report, "stream", "kinesis-data-streams/shard-hours"), 6, 1e-6, "shards"));
        QCOMPARE(factById(at(*report, "stream"), "capacity-at-the-end"), 8.0);
        compareBills(drawing.design, *report);
    }
    void aWindowBeginsWithWhatIsInForce()
    {
        Drawing drawing = stream(3000, 1024, 2, 360);
        drawing.scenario().changes.push_back(changeOf("stream", "shards", 4, 60));
        RunOptions options;
        options.window = RunWindow{.fromSeconds = 200, .seconds = 100, .leadInSeconds = 10};
        RunMonitor monitor;
        const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
        QVERIFY(report);
        QVERIFY(at(*report, "stream").counts.throttled < 500);
        QCOMPARE(limitOf(at(*report, "stream"), "records").capacity, 4000.0);
    }

    void whatCannotChangeIsRefusedByName_data()
    {
        QTest::addColumn<QString>("component");
        QTest::addColumn<QString>("parameter");
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("no such component") << "none"
                                           << "shards" << 4 << "no component \"none\"";
        QTest::newRow("not while it runs") << "stream"
                                           << "putLatencyMillis" << 4 << "what can be changed of it: shards";
        QTest::newRow("unknown") << "stream"
                                 << "shard" << 4 << "what can be changed of it: shards";
        QTest::newRow("out of range") << "stream"
                                      << "shards" << 0 << "outside its range";
        QTest::newRow("more than twice") << "stream"
                                         << "shards" << 5 << "from 2 to at most 4 and at least 1";
        QTest::newRow("twice") << "stream"
                               << "shards" << 4 << "";
        QTest::newRow("half") << "stream"
                              << "shards" << 1 << "";
    }
    void whatCannotChangeIsRefusedByName()
    {
        QFETCH(QString, component);
        QFETCH(QString, parameter);
        QFETCH(int, value);
        QFETCH(QString, says);
        Drawing drawing = stream(10, 1024, 2, 600);
        drawing.scenario().changes.push_back(
            changeOf(component.toStdString(), parameter.toStdString(), value, 60));
        const std::vector<std::string> issues = refusals(drawing.design, "parameter-change");
        QCOMPARE(issues.size(), std::size_t{says.isEmpty() ? 0u : 1u});
        if (!issues.empty())
            QVERIFY2(QString::fromStdString(issues[0]).contains(says), issues[0].c_str());
    }
    void quotasOfChangesAreKept()
    {
        // Eleven changes of the shards within a day are one too many; the next one not, a day after the first.
        Drawing drawing = stream(10, 1024, 2, 2 * 86'400);
        for (int n = 0; n < 11; ++n)
            drawing.scenario().changes.push_back(changeOf("stream", "shards", n % 2 ? 2 : 3, 100 + 3600 * n));
        QCOMPARE(refusals(drawing.design, "parameter-change").size(), std::size_t{1});
        drawing.scenario().changes.back().startSeconds = 100 + 86'400;
        QCOMPARE(refusals(drawing.design, "parameter-change").size(), std::size_t{0});
        // While the stream is being updated it cannot be again.
        drawing.scenario().changes = {changeOf("stream", "shards", 3, 100),
                                      changeOf("stream", "shards", 4, 159)};
        QCOMPARE(refusals(drawing.design, "parameter-change").size(), std::size_t{1});
        drawing.scenario().changes.back().startSeconds = 160;
        QCOMPARE(refusals(drawing.design, "parameter-change").size(), std::size_t{0});
        // A table is lowered four times, and once more in each hour that follows.
        Drawing table = regular(1, 1024, 86'400);
        table.place("dynamodb", "table", {{"mode", text("provisioned")}, {"wcu", whole(100)}})
            .connect("in", "table");
        for (int n = 0; n < 5; ++n)
            table.scenario().changes.push_back(changeOf("table", "wcu", 90 - n, 200 * (n + 1)));
        QCOMPARE(refusals(table.design, "parameter-change").size(), std::size_t{1});
        table.scenario().changes.back().startSeconds = 3600;
        QCOMPARE(refusals(table.design, "parameter-change").size(), std::size_t{0});
    }
    /// What says that it may change must act: its family takes changes.
    void whatMayChangeIsOfAFamilyThatTakesIt()
    {
        int changeable = 0;
        for (const ServiceSpec& spec : library().catalog().all()) {
            for (const ParameterSpec& parameter : spec.parameters) {
                if (!parameter.change)
                    continue;
                ++changeable;
                QVERIFY2(library().find(spec.id)->changes, (spec.id + "." + parameter.id).c_str());
                QVERIFY2(!parameter.change->source.empty(), (spec.id + "." + parameter.id).c_str());
            }
        }
        QVERIFY(changeable >= 11);
    }

    // --- replays ------------------------------------------------------------------------------------------------------

    void aReplayReadsAgainFromTheOldestRecord()
    {
        // 100/s for 300 s, all read; then from 200 s on the first 20,000 again. Every record counts as often as it is read.
        Drawing drawing = stream(100, 1024, 1, 300);
        drawing.place("lambda", "fn", {{"fixedMillis", 5.0}, {"perRecordMicros", 0.0}})
            .connect("stream", "fn", {{"batchSize", whole(500)}});
        drawing.scenario().replays.push_back({"again", drawing.design.connections[1].id, 200, {}, {}});
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "stream");
        const double again = factById(component, "replayed-records");
        QVERIFY(near(again, 200 * 100, 200, "records read again"));
        QVERIFY(near(static_cast<double>(component.consumers.front().delivered), 30'000 + again, 300,
                     "delivered"));
        QCOMPARE(factById(component, "replays-behind-at-the-end"), 0.0);
        // 20 MB at 2 MiB/s: ten seconds, and what comes in meanwhile.
        QVERIFY(near(factById(component, "replay-catch-up-seconds"),
                     20'000 * 1024 / (2.0 * 1048576 - 100 * 1024), 3, "catch-up s"));
        QVERIFY(limitOf(component, "reads").refused > 0);
        const auto said = [&](const char* id) {
            return std::any_of(report.findings.begin(), report.findings.end(),
                               [&](const Finding& finding) { return finding.id == id; });
        };
        QVERIFY(said("replayed") && !said("fell-behind"));
        QVERIFY(near(static_cast<double>(at(report, "fn").counts.completed), 30'000 + again, 300, "handled"));
    }
    void aReplayFromATimeReadsWhatCameSince()
    {
        Drawing drawing = stream(100, 1024, 2, 300);
        drawing.place("lambda", "fn").connect("stream", "fn");
        drawing.scenario().replays.push_back({"again", drawing.design.connections[1].id, 200, 150.0, {}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(factById(at(report, "stream"), "replayed-records"), 50 * 100, 200, "read again"));
    }
    void whatCannotGoBackIsRefused()
    {
        Drawing drawing = stream(100, 1024, 2, 300);
        drawing.place("data-firehose", "hose")
            .place("s3", "bucket")
            .connect("stream", "hose")
            .connect("hose", "bucket");
        drawing.scenario().replays = {{"a", drawing.design.connections[0].id, 10, {}, {}},
                                      {"b", drawing.design.connections[1].id, 10, {}, {}},
                                      {"c", "nowhere", 10, {}, {}}};
        QCOMPARE(refusals(drawing.design, "replay").size(), std::size_t{3});
    }
};

PLIMSOLL_TEST(TstChanges)
#include "tst_changes.moc"
