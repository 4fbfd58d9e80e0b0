// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/merge_replications.h"

#include "model/support/number_text.h"
#include "simulator/metrics/interval_notes.h"
#include "simulator/run/findings/run_findings.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <new>
#include <stdexcept>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// M/M/1/K: lambda 80/s, mean service 10 ms.
Design queue(double seconds, std::int64_t waiting = 1'000'000)
{
    return Drawing{seconds}
        .source("in", 80)
        .place("custom-server", "server", {{"serviceTimeMicros", 10000.0}, {"queueLimit", waiting}})
        .connect("in", "server", {{"kind", std::string{"put"}}})
        .design;
}

RunReport runWith(const Design& design, const RunOptions& options, RunMonitor&& monitor = {})
{
    const Result<RunReport> report = simulate(design, library(), options, monitor);
    if (!report) {
        QTest::qFail(report.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    return *report;
}

Estimate figure(const RunReport& report, const char* name, const char* where)
{
    const FigureOfRuns* found = findFigure(report, name, where);
    if (!found || !estimateOf(*found)) {
        QTest::qFail(name, __FILE__, __LINE__);
        return {};
    }
    return *estimateOf(*found);
}

/// Says stop once this share of the whole is done.
class Impatient final : public RunMonitor {
public:
    explicit Impatient(double share) : m_share{share} {}
    void progressed(double fraction) override { m_stop |= fraction >= m_share; }
    bool isCancelled() const override { return m_stop; }

private:
    double m_share;
    bool m_stop = false;
};

Replication counted(std::uint64_t completed, std::uint64_t lost)
{
    Replication one;
    ComponentReport component;
    component.id = "store";
    component.counts.completed = completed;
    component.counts.lost = lost;
    component.counts.offered = component.counts.accepted = completed + lost;
    component.backlogPeak = static_cast<double>(completed);
    one.report.components.push_back(component);
    one.report.audits.push_back({"conservation at store", true, "sums"});
    one.latencies.emplace_back();
    return one;
}

/// A replication with one figure of every kind that a half-width is asked of.
Replication measured(double peak, double freshness, double p95, std::uint64_t throttled, double units)
{
    Replication one = counted(100 - throttled, 0);
    ComponentReport& component = one.report.components.front();
    component.counts.offered = 100;
    component.counts.throttled = throttled;
    component.backlogPeak = peak;
    SinkReport sink;
    sink.component = "store";
    sink.delay.samples = 1000;
    sink.delay.p95 = p95;
    sink.freshnessMeanSeconds = freshness;
    sink.freshnessMaxSeconds = 10 * freshness;
    one.report.sinks.push_back(sink);
    one.delays.emplace_back();
    for (int sample = 1; sample <= 1000; ++sample)
        one.delays.front().add(std::chrono::milliseconds{sample});
    MeterReading reading;
    reading.component = "store";
    reading.meter = "store/units";
    reading.amount = units;
    one.report.usage.push_back(reading);
    return one;
}

/// How many of `trials` runs of five replications state an interval for the figure that holds the truth.
int covering(const Design& design, int trials, const char* figure, const char* where, double truth)
{
    int covered = 0;
    for (int trial = 0; trial < trials; ++trial) {
        const RunReport report = run(design, 5000 + static_cast<std::uint64_t>(trial), 5);
        const StatedInterval stated = intervalOf(report, figure, where);
        if (!stated.value || !stated.halfWidth) {
            QTest::qFail("no interval", __FILE__, __LINE__);
            return 0;
        }
        covered += std::abs(*stated.value - truth) <= *stated.halfWidth ? 1 : 0;
    }
    return covered;
}

}  // namespace

class TstReplications final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatAReplicationThrowsReachesTheCaller_data()
    {
        QTest::addColumn<int>("threads");
        QTest::newRow("one thread") << 1;
        QTest::newRow("several threads") << 3;
    }
    void whatAReplicationThrowsReachesTheCaller()
    {
        QFETCH(int, threads);
        RunOptions options;
        options.replications = 6;
        options.threads = threads;
        RunMonitor monitor;
        const RunOne runOne = [](int number, const std::function<bool(double)>&) {
            if (number == 2)
                throw std::length_error{"too long"};
            return counted(1, 0);
        };
        QVERIFY_EXCEPTION_THROWN(runReplications(runOne, options, monitor), std::length_error);
        // Of a whole run it makes an error, on whichever thread it comes up.
        options.monthlyCost = [](const Usage&) -> std::optional<double> { throw std::bad_alloc{}; };
        const Result<RunReport> report = simulate(queue(1), library(), options, monitor);
        QVERIFY(!report);
        QVERIFY(report.error().what.find("memory") != std::string::npos);
    }
    void countsAreMeansThatAddUp()
    {
        // Completed 10, 11, 11: 32/3 = 10.67 -> 11; lost 1, 0, 0: 0.33 -> 1, for it did happen; offered = 12.
        ReplicationMerger merger;
        merger.add(counted(10, 1));
        merger.add(counted(11, 0));
        merger.add(counted(11, 0));
        const RunReport report = merger.finish();
        const Counts& counts = report.components.front().counts;
        QCOMPARE(counts.completed, std::uint64_t{11});
        QCOMPARE(counts.lost, std::uint64_t{1});
        QCOMPARE(counts.accepted, std::uint64_t{12});
        QCOMPARE(counts.offered, std::uint64_t{12});
        QVERIFY(std::abs(report.components.front().backlogPeak - 32.0 / 3) < 1e-12);
        // The exact means stay: (1 + 0 + 0) / 3, s = 0.577, t(2) = 4.303: 1.434.
        QVERIFY(near(figure(report, "lost", "store").mean, 1.0 / 3, 1e-12, "lost"));
        QVERIFY(near(figure(report, "lost", "store").halfWidth, 1.434, 0.001, "lost +-"));
    }
    void halfWidthsAreStudentsTOfTheReplications()
    {
        // t(2) = 4.30265 at 95%; half-width = t s / sqrt(3).
        ReplicationMerger merger{[](const Usage& usage) { return std::optional{usage.front().amount * 2}; }};
        merger.add(measured(10, 1, 900, 10, 100));
        merger.add(measured(14, 2, 960, 20, 130));
        merger.add(measured(12, 3, 930, 30, 160));
        RunReport report = merger.finish();
        const auto holds = [&](const char* name, const char* where, double mean, double deviation) {
            const StatedInterval stated = intervalOf(report, name, where);
            QVERIFY2(stated.value && stated.halfWidth, name);
            QVERIFY(near(*stated.value, mean, 1e-9, name));
            QVERIFY(near(*stated.halfWidth, 4.30265 * deviation / std::sqrt(3.0), 1e-4 * deviation, name));
            QCOMPARE(stated.parts, 3);
        };
        holds("backlog-peak", "store", 12, 2);
        holds("freshness-mean", "store", 2, 1);
        holds("throttled-share", "store", 0.2, 0.1);
        holds("refused-share", "store", 0.2, 0.1);
        holds("failed-share", "store", 0.2, 0.1);
        holds("refused-share", "", 0.2, 0.1);
        holds("cost", "", 260, 60);
        // The percentile is of all samples, 950 of 1,000; its half-width of the three (900, 960, 930: s = 30).
        const LatencySummary& delay = report.sinks.front().delay;
        QVERIFY(near(*delay.p95, 950, 10, "p95"));
        QVERIFY(near(*delay.p95HalfWidth, 4.30265 * 30 / std::sqrt(3.0), 0.01, "p95 +-"));
        // None of the three has a p99.9 of its own.
        QVERIFY(!delay.p999HalfWidth);
        QVERIFY(!intervalOf(report, "freshness-max", "store").halfWidth);
        QVERIFY(intervalOf(report, "freshness-max", "store").reason.find("grows") != std::string::npos);

        const std::vector<Objective> objectives{{"delay-p95", "store", 940.0, {}},
                                                {"freshness-mean", "store", 1000.0, {}},
                                                {"freshness-max", "store", 1000.0, {}},
                                                {"failed-share", "store", {}, 0.5}};
        const std::vector<ObjectiveReport> judged = judge(objectives, report);
        QVERIFY(near(*judged[0].halfWidth, *delay.p95HalfWidth, 1e-9, "delay-p95"));
        QVERIFY(near(*judged[1].halfWidth, 4302.65 / std::sqrt(3.0), 0.1, "freshness in ms"));
        QVERIFY(!judged[2].halfWidth && !judged[2].noInterval.empty());
        QCOMPARE(*judged[2].value, 30'000.0);
        QVERIFY(near(*judged[3].value, 0.2, 1e-9, "failed-share"));
        QVERIFY(judged[3].halfWidth && judged[3].noInterval.empty());
    }
    void aFigureThatSomeReplicationsLackHasNoInterval()
    {
        const auto withLimit = [](const char* name) {
            Replication one = counted(10, 0);
            LimitUse limit;
            limit.limit = name;
            limit.mean = 5;
            one.report.components.front().limits.push_back(limit);
            return one;
        };
        ReplicationMerger merger;
        merger.add(withLimit("slots"));
        merger.add(withLimit("bytes"));
        merger.add(withLimit("slots"));
        const RunReport report = merger.finish();
        for (const FigureOfRuns& each : report.figures)
            QCOMPARE(each.values.size(), std::size_t{3});
        QVERIFY(!intervalOf(report, "use-mean bytes", "store").halfWidth);
        QVERIFY(!intervalOf(report, "use-mean bytes", "store").reason.empty());
        QVERIFY(intervalOf(report, "completed", "store").halfWidth);
    }
    void everyKindOfFigureSaysWhatItsIntervalsAre()
    {
        const auto textOf = [](const RunReport& report, const char* kind) -> const IntervalNote& {
            static const IntervalNote none;
            for (const IntervalNote& note : report.provenance.intervals)
                if (note.kind == kind)
                    return note;
            QTest::qFail(kind, __FILE__, __LINE__);
            return none;
        };
        const RunReport one = run(queue(20), 1), three = run(queue(20), 1, 3);
        for (const char* kind : {"counts", "shares", "levels", "peaks", "ends", "freshness"}) {
            QVERIFY2(!textOf(one, kind).carries, kind);
            QVERIFY2(!textOf(one, kind).text.empty(), kind);
            QVERIFY2(textOf(three, kind).carries, kind);
            QVERIFY2(textOf(three, kind).text.find("3 replications") != std::string::npos, kind);
        }
        for (const RunReport* report : {&one, &three})
            QVERIFY(!textOf(*report, "maxima").carries);
        QVERIFY(!intervalOf(one, "backlog-peak", "server").reason.empty());
        QVERIFY(intervalOf(three, "backlog-peak", "server").halfWidth);
    }
    /// A 95% interval holds the truth 38 times in 40 and fewer than 33 times in one of 600 lots.
    void intervalsHoldTheTruth()
    {
        // M/M/1 at rho 0.8: the time in the system is exponential, p95 = 50 ln 20 = 149.8 ms.
        int covered = 0;
        for (std::uint64_t seed = 1; seed <= 40; ++seed) {
            const LatencySummary latency = at(run(queue(300), seed, 5), "server").latency;
            QVERIFY(latency.p95HalfWidth);
            QVERIFY(*latency.p95HalfWidth < 75);  // no wonder if it were as wide as the figure
            covered += std::abs(*latency.p95 - 149.8) <= *latency.p95HalfWidth ? 1 : 0;
        }
        QVERIFY2(covered >= 33, qPrintable(QString::number(covered)));
        // The peak of a minute has no formula: the truth is the mean over 600 that share no seed with the trials.
        const Estimate peak = figure(run(queue(60), 77, 600), "backlog-peak", "server");
        QVERIFY(peak.halfWidth < 1);
        QVERIFY(covering(queue(60), 40, "backlog-peak", "server", peak.mean) >= 33);
    }
    void findingsGroupTheDigitsOfCounts()
    {
        // 60,000 offered in 20 s, about 20,000 of them taken.
        const RunReport report =
            run(Drawing{20}
                    .source("in", 3000)
                    .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{1}}})
                    .place("lambda", "work")
                    .connect("in", "orders")
                    .connect("orders", "work")
                    .design);
        const auto refused = std::find_if(report.findings.begin(), report.findings.end(),
                                          [](const Finding& each) { return each.id == "refused"; });
        QVERIFY(refused != report.findings.end());
        const Counts& counts = at(report, "orders").counts;
        QVERIFY(counts.throttled > 1000);
        const std::string expected = figure(counts.throttled) + " of " + figure(counts.offered);
        QVERIFY2(refused->text.english().find(expected) != std::string::npos,
                 refused->text.english().c_str());
        QVERIFY(expected.find(',') != std::string::npos);
    }
    void oneBrokenReplicationBreaksTheAudit()
    {
        ReplicationMerger merger;
        merger.add(counted(10, 0));
        Replication broken = counted(10, 0);
        broken.report.audits.front() = {"conservation at store", false, "10 = 9"};
        merger.add(std::move(broken));
        merger.add(counted(10, 0));
        const RunReport report = merger.finish();
        QVERIFY(!report.audits.front().passed);
        QCOMPARE(report.audits.front().detail, std::string{"replication 2: 10 = 9"});
    }
    void metersAndCountsAreOfAllReplications()
    {
        const Design design = queue(300, 3);
        RunOptions options;
        options.seed = 3;
        options.replications = 4;
        const RunReport merged = runWith(design, options);
        QCOMPARE(merged.provenance.replications, 4);
        const FigureOfRuns* offered = findFigure(merged, "offered", "server");
        QVERIFY(offered);
        QCOMPARE(offered->values.size(), std::size_t{4});
        QVERIFY(offered->values[0] != offered->values[1]);
        // 80/s over 300 s: 24,000, a Poisson mean of four: 4 sigma = 4 sqrt(24000 / 4) = 310.
        const Counts& counts = at(merged, "server").counts;
        QVERIFY(near(static_cast<double>(counts.offered), 24'000, 310, "offered"));
        QVERIFY(near(figure(merged, "offered", "server").mean, static_cast<double>(counts.offered), 2,
                     "mean offered"));
        // M/M/1/4 loses 0.121847 (tst_queueing_theory), here of 96,000: binomial error 0.00106, doubled, 4 sigma.
        QVERIFY(near(static_cast<double>(counts.rejected) / static_cast<double>(counts.offered), 0.1218,
                     0.009, "refused"));
        QVERIFY(at(merged, "server").latency.interval == IntervalBasis::Replications);
        QCOMPARE(at(merged, "server").latency.intervalParts, 4);
    }
    void precisionEndsTheRun()
    {
        RunOptions options;
        options.stopRule = StopRule{};
        options.stopRule->precision = 0.08;
        options.stopRule->most = 60;
        const RunReport one = runWith(queue(150), options);
        const Stopping& stopping = one.provenance.stopping;
        QCOMPARE(stopping.ended, std::string{"precision"});
        QVERIFY(stopping.widestShare <= 0.08);
        QVERIFY(one.provenance.replications > 5 && one.provenance.replications < 60);
        // Threads run ahead of the decision; what they ran too much is not in the report.
        options.threads = 4;
        const RunReport four = runWith(queue(150), options);
        QCOMPARE(four.provenance.replications, one.provenance.replications);
        QCOMPARE(four.provenance.events, one.provenance.events);
        QCOMPARE(*at(four, "server").latency.mean, *at(one, "server").latency.mean);
        QCOMPARE(*at(four, "server").latency.p99HalfWidth, *at(one, "server").latency.p99HalfWidth);
    }
    void budgetsEndTheRun()
    {
        RunOptions options;
        options.stopRule = StopRule{};
        options.stopRule->precision = 0.0001;
        options.stopRule->most = 7;
        const RunReport seven = runWith(queue(20), options);
        QCOMPARE(seven.provenance.stopping.ended, std::string{"replications"});
        QCOMPARE(seven.provenance.replications, 7);
        QVERIFY(seven.provenance.stopping.needed > 1000);
        // 20 s of 80/s are 1,600 messages: five replications are under 9,000 (4 sigma: 360), six are over.
        options.stopRule->mostMessages = 8'800;
        const RunReport six = runWith(queue(20), options);
        QCOMPARE(six.provenance.stopping.ended, std::string{"messages"});
        QCOMPARE(six.provenance.replications, 6);
        QVERIFY(!six.provenance.partial);
    }
    void whatNeverVariesNeedsTheFewest()
    {
        // Regular arrivals, fixed service: after a phase drawn at random every message takes 1 ms.
        const Design design =
            Drawing{60}
                .source("in", 10, {}, Arrivals::Regular)
                .place("custom-server", "server",
                       {{"serviceTimeMicros", 1000.0}, {"serviceDistribution", std::string{"deterministic"}}})
                .connect("in", "server", {{"kind", std::string{"put"}}})
                .design;
        RunOptions options;
        options.stopRule = StopRule{};
        const RunReport report = runWith(design, options);
        QCOMPARE(report.provenance.stopping.ended, std::string{"precision"});
        QCOMPARE(report.provenance.replications, 5);
    }
    void interruptedKeepsWhatIsWhole()
    {
        RunOptions options;
        options.replications = 10;
        // In the fifth: four are whole.
        const RunReport report = runWith(queue(20), options, Impatient{0.42});
        QVERIFY(report.provenance.partial);
        QCOMPARE(report.provenance.stopping.ended, std::string{"interrupted"});
        QCOMPARE(report.provenance.replications, 4);
        QCOMPARE(report.provenance.replicationsAsked, 10);
        QCOMPARE(report.provenance.simulatedSeconds, 20.0);
        for (const Audit& audit : report.audits)
            QVERIFY2(audit.passed, audit.detail.c_str());
    }
    void interruptedAtOnceKeepsTheFirst()
    {
        RunOptions options;
        options.replications = 3;
        // A hundredth of the whole is 3% of the first: 120 of 4,000 s.
        const RunReport report = runWith(queue(4000), options, Impatient{0.01});
        QVERIFY(report.provenance.partial);
        QCOMPARE(report.provenance.replications, 1);
        QVERIFY(near(report.provenance.simulatedSeconds, 120, 1.5, "reached"));
        for (const Audit& audit : report.audits)
            QVERIFY2(audit.passed, audit.detail.c_str());
    }
    void steadyLeavesOutTheStart()
    {
        // The first 500 of 2,000 s are left out: 80/s x 1,500 s = 120,000 offered, 4 sigma = 1,386.
        RunOptions options;
        options.warmUpSeconds = 500;
        const RunReport report = runWith(queue(2000), options);
        QCOMPARE(report.provenance.warmUpSeconds, 500.0);
        QVERIFY(near(static_cast<double>(at(report, "server").counts.offered), 120'000, 1'386, "offered"));
        QVERIFY(near(static_cast<double>(at(report, "server").latency.samples), 120'000, 1'386, "samples"));
        for (const Audit& audit : report.audits)
            QVERIFY2(audit.passed, audit.detail.c_str());
        // A queue at rho 0.5 forgets its start in seconds; at rho 1.25 there is no steady state.
        options.warmUpSeconds.reset();
        options.steady = true;
        const auto loaded = [](double rate) {
            return Drawing{600}
                .source("in", rate)
                .place("custom-server", "server", {{"serviceTimeMicros", 10000.0}})
                .connect("in", "server", {{"kind", std::string{"put"}}})
                .design;
        };
        QVERIFY(runWith(loaded(50), options).provenance.warmUpNote.starts_with("steady state"));
        const RunReport growing = runWith(loaded(125), options);
        QVERIFY2(growing.provenance.warmUpNote.starts_with("transient"),
                 growing.provenance.warmUpNote.c_str());
        QCOMPARE(growing.provenance.warmUpSeconds, 0.0);
        Design changing = loaded(50);
        changing.scenarios.front().traffic["in"].shape = TrafficShape::Spike;
        changing.scenarios.front().traffic["in"].peakPerSecond = 60;
        RunMonitor monitor;
        const Result<RunReport> refused = simulate(changing, library(), options, monitor);
        QVERIFY(!refused);
        QVERIFY(refused.error().toString().find("does not change") != std::string::npos);
    }
    void aSingleRunCarriesBatchMeans()
    {
        // M/M/1 at rho 0.8: W = 50 ms. Integrated autocorrelation time of the waits is about (1 + rho) / (1 - rho)^2
        // = 45 services, so the error of the mean over 160,000 is near 40 sqrt(2 x 45 / 160000) = 0.95 ms.
        const RunReport report = run(queue(2000), 21);
        const LatencySummary& latency = at(report, "server").latency;
        QVERIFY(latency.interval == IntervalBasis::BatchMeans);
        QVERIFY(latency.intervalParts >= 8);
        QVERIFY2(*latency.meanHalfWidth > 0.9 && *latency.meanHalfWidth < 6,
                 qPrintable(QString::number(*latency.meanHalfWidth)));
        QVERIFY(near(*latency.mean, 50, 2 * *latency.meanHalfWidth, "W"));
        QVERIFY(latency.p90HalfWidth && latency.p95HalfWidth && latency.p99HalfWidth);
        // The error of a percentile grows with it; p95 of an exponential of mean 50 ms is 149.8 ms.
        QVERIFY(*latency.p90HalfWidth > *latency.p50HalfWidth);
        QVERIFY(near(*latency.p95, 149.8, 2 * *latency.p95HalfWidth, "p95"));
        // Eighty waits are too few.
        QVERIFY(at(run(queue(1), 21), "server").latency.interval == IntervalBasis::Insufficient);
    }
};

PLIMSOLL_TEST(TstReplications)
#include "tst_replications.moc"
