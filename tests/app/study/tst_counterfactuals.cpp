// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/counterfactuals.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 1,500 records/s onto one shard, which takes 1,000: a third is refused.
Design tooFewShards()
{
    Drawing drawing{20};
    drawing.source("sensors", 1500, {}, Arrivals::Regular)
        .place("kinesis-data-streams", "orders",
               {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}})
        .connect("sensors", "orders");
    return drawing.design;
}

/// M/M/1 at 0.8 with 10 ms: the 99th percentile of the response is about ln(100) x 50 ms = 230 ms, twice what is allowed.
Design slowDesk()
{
    Drawing drawing{100};
    drawing.source("clients", 80)
        .place("custom-server", "desk",
               {{"servers", std::int64_t{1}}, {"serviceDistribution", std::string{"exponential"}}})
        .connect("clients", "desk");
    drawing.scenario().objectives.push_back({"response-p99", "clients", 115.0, {}});
    return drawing.design;
}

/// 500/s onto a shard that takes 1,000, but 1,500/s for half a minute near the end of 1,000 s.
Design lateSpike()
{
    Drawing drawing{1000};
    drawing.source("sensors", 500, {}, Arrivals::Regular)
        .place("kinesis-data-streams", "orders",
               {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}})
        .connect("sensors", "orders");
    drawing.scenario().traffic["sensors"].spikes.push_back(
        {.startSeconds = 900, .seconds = 30, .factor = 3, .peakPerSecond = {}});
    return drawing.design;
}

/// A record at 60 s that fails whatever batch holds it, without end, in one of four shards.
Design blockedShard(double seconds)
{
    Drawing drawing{seconds};
    drawing.source("sensors", 200, {{"keys", std::int64_t{1000}}}, Arrivals::Regular)
        .place("kinesis-data-streams", "stream", {{"shards", std::int64_t{4}}})
        .place("lambda", "reader", {{"fixedMillis", std::int64_t{20}}})
        .connect("sensors", "stream")
        .connect("stream", "reader");
    drawing.scenario().faults.push_back({"pill", "reader", FaultKind::PoisonRecord, 60, 0, 1, {}});
    return drawing.design;
}

/// A burst of 2,000 messages for a function of which one may run at a time: receives without room use up the three that a
/// message has.
Design receivesWithoutRoom()
{
    Drawing drawing{1200};
    drawing.source("app", 0, {}, Arrivals::Regular)
        .place("sqs", "queue", {{"maxReceives", std::int64_t{3}}})
        .place("sqs", "letters")
        .place("lambda", "worker",
               {{"reservedConcurrency", std::int64_t{1}}, {"fixedMillis", std::int64_t{400}}})
        .connect("app", "queue")
        .connect("queue", "letters")
        .connect("queue", "worker", {{"batchSize", std::int64_t{1}}});
    TrafficProfile& profile = drawing.scenario().traffic["app"];
    profile.shape = TrafficShape::Spike;
    profile.peakPerSecond = 200;
    profile.peakStartSeconds = 0;
    profile.peakSeconds = 10;
    return drawing.design;
}

bool names(const Finding& finding, const std::string& parameter, const std::string& to)
{
    return std::any_of(finding.counterfactuals.begin(), finding.counterfactuals.end(),
                       [&](const Counterfactual& each) {
                           return each.parameter == parameter && each.to == to && each.change < -0.5;
                       });
}

RunReport tried(const Design& design, int threads = 1, double messages = 1e6)
{
    RunReport report = run(design);
    TrialOptions options;
    options.scenario = "main";
    options.threads = threads;
    options.messages = messages;
    RunMonitor monitor;
    const Status done = tryChanges(design, library(), options, report, monitor);
    if (!done)
        QTest::qFail(done.error().toString().c_str(), __FILE__, __LINE__);
    return report;
}

const Finding* find(const RunReport& report, const std::string& id)
{
    for (const Finding& finding : report.findings)
        if (finding.id == id)
            return &finding;
    return nullptr;
}

class Cancelled final : public RunMonitor {
public:
    bool isCancelled() const override { return true; }
};

}  // namespace

class TstCounterfactuals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesAreTheLeversOfTheFindingsPlace();
    void aShardMoreEndsTheRefusals();
    void aServerMoreMeetsTheObjective();
    void aSwitchIsTriedToo();
    void whatBlocksAShardIsFreedByFewerRetries_data();
    void whatBlocksAShardIsFreedByFewerRetries();
    void whatUsesUpReceivesIsNamedAndCured();
    void theWindowIsWhereItIsWorst();
    void withoutAWorstTheWindowIsWhereAFaultIs();
    void aWindowIsThatPartOfTheScenario();
    void threadsChangeNothing();
    void aCancelledTrialChangesNothing();
    void nothingWrongNothingTried();
};

void TstCounterfactuals::changesAreTheLeversOfTheFindingsPlace()
{
    const Design design = tooFewShards();
    Finding finding;
    finding.id = "refused";
    finding.level = FindingLevel::Problem;
    finding.component = "orders";
    std::vector<std::string> texts;
    for (const Change& change : changesFor(finding, design, library(), {}))
        if (change.connection.empty())
            texts.push_back(change.text);
    QCOMPARE(texts, (std::vector<std::string>{"+1 shard", "+2 shards"}));
}

void TstCounterfactuals::aShardMoreEndsTheRefusals()
{
    const RunReport report = tried(tooFewShards(), 1, 3e6);
    QVERIFY(report.trials);
    QCOMPARE(report.trials->text, std::string{"the whole scenario"});
    const Finding* finding = find(report, "refused");
    QVERIFY(finding);
    QVERIFY(!finding->counterfactuals.empty());
    const Counterfactual& best = finding->counterfactuals.front();
    QCOMPARE(best.parameter, std::string{"shards"});
    QCOMPARE(best.to, std::string{"2"});  // two take 2,000; a third one would only cost more
    // Of 1,500 a second 1,000 pass, and in the first second another 1,000 that the shard had saved: over 20 s
    // (30,000 - 21,000) / 30,000 = 0.3 are refused.
    QVERIFY(near(best.before, 0.3, 0.01, "refused before"));
    QVERIFY(best.change < -0.9);
    QVERIFY(best.halfWidth && best.change + *best.halfWidth < 0);
    QVERIFY(best.usdPerMonth && *best.usdPerMonth >= 10.9);  // a shard-hour is $0.015: $10.95 in 730 h
    QVERIFY(best.text.starts_with("+1 shard: refused at orders -"));
}

void TstCounterfactuals::aServerMoreMeetsTheObjective()
{
    const RunReport report = tried(slowDesk(), 1, 1e5);
    QVERIFY(report.trials);  // where nothing changes no time is better than the first
    QCOMPARE(report.trials->fromSeconds, 0.0);
    QVERIFY(report.trials->text.starts_with("the first "));
    const Finding* finding = find(report, "objective-missed");
    QVERIFY(finding);
    QVERIFY(finding->text.english().find("queue") != std::string::npos);
    // Told in percent up to twice the bound, in times beyond it.
    const Derivation& over = finding->derivation;
    QCOMPARE(finding->text.english().find(" times what it may be") != std::string::npos, over.value >= 1);
    QVERIFY(!finding->counterfactuals.empty());
    const Counterfactual& best = finding->counterfactuals.front();
    QCOMPARE(best.parameter, std::string{"servers"});
    // The bound stands in the finding; what was tried says what moved.
    QVERIFY(finding->text.english().find(" at most ") != std::string::npos);
    QVERIFY2(best.text.find(" at most ") == std::string::npos, best.text.c_str());
    QVERIFY2(best.measure.starts_with("response p99 at "), best.measure.c_str());
    QVERIFY(best.before > 115);
    // M/M/2 at 0.4 each: nearly nobody waits, so the 99th percentile nears the service's own, ln(100) x 10 ms = 46 ms.
    QVERIFY(best.after > 40 && best.after < 80);
}

void TstCounterfactuals::aSwitchIsTriedToo()
{
    // About 150 environments and 112 connections: with a proxy none is refused, whatever its price.
    Drawing drawing{60};
    drawing.source("in", 300)
        .place("lambda", "fn", {{"fixedMillis", 500.0}, {"reservedConcurrency", std::int64_t{200}}})
        .place("rds", "db",
               {{"engine", std::string{"postgresql"}}, {"instanceClass", std::string{"db.t4g.micro"}}})
        .connect("in", "fn", {{"kind", std::string{"call"}}})
        .connect("fn", "db",
                 {{"kind", std::string{"call"}},
                  {"operation", std::string{"read"}},
                  {"retry", std::string{"none"}}});
    const RunReport report = tried(drawing.design);
    const auto finding =
        std::find_if(report.findings.begin(), report.findings.end(),
                     [](const Finding& each) { return each.id == "refused" && each.component == "db"; });
    QVERIFY(finding != report.findings.end());
    const auto proxy = std::find_if(finding->counterfactuals.begin(), finding->counterfactuals.end(),
                                    [](const Counterfactual& each) { return each.parameter == "proxy"; });
    QVERIFY(proxy != finding->counterfactuals.end());
    QCOMPARE(proxy->change, -1.0);
    QVERIFY(proxy->text.starts_with("RDS Proxy on: refused at db -100%"));
}

void TstCounterfactuals::whatBlocksAShardIsFreedByFewerRetries_data()
{
    QTest::addColumn<double>("messages");
    QTest::newRow("the whole scenario") << 3e6;
    QTest::newRow("a window of it") << 4e5;
}
void TstCounterfactuals::whatBlocksAShardIsFreedByFewerRetries()
{
    QFETCH(double, messages);
    const RunReport report = tried(blockedShard(900), 2, messages);
    const Finding* blocked = find(report, "blocked-shard");
    QVERIFY(blocked);
    QVERIFY2(names(*blocked, "maximumRetryAttempts", "2"), blocked->text.english().c_str());
    // What waits behind it is said to wait for it, not for a limit that is far from used up.
    const Finding* waits = find(report, "backlog-grows");
    QVERIFY(waits);
    const std::string text = waits->text.english();
    QVERIFY2(text.find("fail and are tried again") != std::string::npos, text.c_str());
    QVERIFY2(text.find("bound by") == std::string::npos, text.c_str());
    QVERIFY(waits->remedy.empty());
}

void TstCounterfactuals::whatUsesUpReceivesIsNamedAndCured()
{
    const RunReport report = tried(receivesWithoutRoom(), 2, 3e6);
    const Finding* letters = find(report, "dead-lettered");
    QVERIFY(letters);
    const std::string text = letters->text.english();
    QVERIFY2(text.find("found no room at worker") != std::string::npos, text.c_str());
    QVERIFY2(std::any_of(letters->counterfactuals.begin(), letters->counterfactuals.end(),
                         [](const Counterfactual& each) {
                             return each.measure == "messages given up at queue" && each.change < -0.5;
                         }),
             text.c_str());
}

void TstCounterfactuals::theWindowIsWhereItIsWorst()
{
    // Far from all 530,000 records in each run, but more than the spike's 45,000.
    const RunReport report = tried(lateSpike(), 1, 3e6);
    QVERIFY(report.trials);
    QVERIFY(report.trials->fromSeconds <= 901 && report.trials->fromSeconds > 800);
    QVERIFY(report.trials->leadInSeconds > 0);
    QVERIFY(report.trials->fromSeconds + report.trials->seconds >= 930);
    QVERIFY(report.trials->text.find("where most was refused or waited") != std::string::npos);
    const Finding* finding = find(report, "refused");
    QVERIFY(finding);
    QVERIFY(!finding->counterfactuals.empty());
    const Counterfactual& best = finding->counterfactuals.front();
    QCOMPARE(best.to, std::string{"2"});
    // The spike's 45,000 and 500/s for the rest of the window come; of 1,500 a second 1,000 pass, and once the second's
    // credit: 14,000 are refused, by the second shard none.
    const double rest = report.trials->seconds - 30;
    QVERIFY(near(best.before, 14'000 / (45'000 + 500 * rest), 0.01, "refused before"));
    QVERIFY(best.change < -0.9);
    // Played over the whole scenario, as nothing else is refused in it.
    QVERIFY(best.changeInFull && *best.changeInFull < -0.9);
    QVERIFY(best.text.find("over the whole scenario") != std::string::npos);
}

void TstCounterfactuals::withoutAWorstTheWindowIsWhereAFaultIs()
{
    // A table that takes as many calls and answers them later: nothing waits anywhere and nothing is refused.
    Drawing drawing{1000};
    drawing.source("clients", 500, {}, Arrivals::Regular)
        .place("custom-server", "desk",
               {{"servers", std::int64_t{100}}, {"serviceDistribution", std::string{"exponential"}}})
        .connect("clients", "desk", {{"kind", std::string{"call"}}});
    drawing.scenario().objectives.push_back({"response-p99", "clients", 20.0, {}});
    Fault slow;
    slow.id = "slow";
    slow.component = "desk";
    slow.kind = FaultKind::Slow;
    slow.startSeconds = 700;
    slow.durationSeconds = 60;
    slow.factor = 4;
    drawing.scenario().faults.push_back(slow);
    const RunReport report = tried(drawing.design);
    QVERIFY(report.trials);
    QCOMPARE(report.trials->fromSeconds, 700.0);
    QVERIFY(report.trials->text.find("where the first fault sets in") != std::string::npos);
}

void TstCounterfactuals::aWindowIsThatPartOfTheScenario()
{
    RunOptions options;
    options.window = RunWindow{890, 50, 20};
    RunMonitor monitor;
    const Result<RunReport> report = simulate(lateSpike(), library(), options, monitor);
    QVERIFY(report);
    // 890 to 900 s and 930 to 940 s at 500/s, in between 1,500/s; the lead-in is left out.
    const Counts& counts = findComponent(*report, "orders")->counts;
    QVERIFY(near(static_cast<double>(counts.offered), 20 * 500 + 30 * 1500, 2, "offered"));
    QVERIFY(near(static_cast<double>(counts.throttled), 14'000, 10, "throttled"));
    for (const Audit& audit : report->audits)
        QVERIFY2(audit.passed, audit.name.c_str());
    for (const RunWindow& outside : {RunWindow{990, 20, 0}, RunWindow{10, 20, 11}, RunWindow{10, 0, 0}}) {
        options.window = outside;
        QVERIFY(!simulate(lateSpike(), library(), options, monitor));
    }
}

void TstCounterfactuals::threadsChangeNothing()
{
    const RunReport one = tried(tooFewShards(), 1), three = tried(tooFewShards(), 3);
    const Finding *a = find(one, "refused"), *b = find(three, "refused");
    QVERIFY(a && b);
    QCOMPARE(a->counterfactuals.size(), b->counterfactuals.size());
    for (std::size_t at = 0; at < a->counterfactuals.size(); ++at) {
        QCOMPARE(a->counterfactuals[at].text, b->counterfactuals[at].text);
        QCOMPARE(a->counterfactuals[at].change, b->counterfactuals[at].change);
    }
}

void TstCounterfactuals::aCancelledTrialChangesNothing()
{
    const Design design = tooFewShards();
    RunReport report = run(design);
    TrialOptions options;
    options.scenario = "main";
    Cancelled monitor;
    QVERIFY(tryChanges(design, library(), options, report, monitor).has_value());
    for (const Finding& finding : report.findings)
        QVERIFY(finding.counterfactuals.empty());
}

void TstCounterfactuals::nothingWrongNothingTried()
{
    Drawing drawing{20};
    drawing.source("sensors", 100)
        .place("kinesis-data-streams", "orders",
               {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}})
        .connect("sensors", "orders");
    for (const Finding& finding : tried(drawing.design).findings)
        QVERIFY(finding.counterfactuals.empty());
}

PLIMSOLL_TEST(TstCounterfactuals)
#include "tst_counterfactuals.moc"
