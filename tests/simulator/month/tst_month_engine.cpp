// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/month_engine.h"

#include "simulator/metrics/interval_notes.h"
#include "simulator/run/month/segment.h"
#include "simulator/traffic/rate_profile.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr double kDay = 86'400;

RunReport sampled(const Design& design, std::uint64_t seed, int threads = 1,
                  std::shared_ptr<SegmentCache> cache = {}, double target = 0.02, MonthlyCost cost = {})
{
    RunOptions options;
    options.engine = Engine::Auto;
    options.seed = seed;
    options.threads = threads;
    options.sampling.exactBelowMessages = 0;
    options.sampling.targetShare = target;
    options.sampling.budgetMessages = 6e6;
    options.sampling.cache = std::move(cache);
    options.monthlyCost = std::move(cost);
    RunMonitor monitor;
    const Result<RunReport> report = simulate(design, library(), options, monitor);
    if (!report) {
        QTest::qFail(report.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    for (const Audit& audit : report->audits) {
        if (!audit.passed)
            QTest::qFail((audit.name + ": " + audit.detail).c_str(), __FILE__, __LINE__);
    }
    return *report;
}

/// One server of 100/s under a day between 30 and 80/s.
Drawing dayAtAServer()
{
    Drawing drawing{2 * kDay};
    drawing.source("in", 55)
        .place("custom-server", "server",
               {{"serviceTimeMicros", 10'000.0}, {"serviceDistribution", std::string{"exponential"}}})
        .connect("in", "server", {{"kind", std::string{"put"}}});
    TrafficProfile& profile = drawing.scenario().traffic["in"];
    profile.shape = TrafficShape::Diurnal;
    profile.peakPerSecond = 80;
    return drawing;
}

/// 150/s with spikes to 1,200/s, more than the one shard takes, three times in four hours.
Drawing spikesAtAStream()
{
    Drawing drawing{4 * 3600};
    drawing.source("in", 150)
        .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{1}}})
        .place("lambda", "worker", {{"fixedMillis", 20.0}, {"perRecordMicros", 100.0}})
        .connect("in", "orders")
        .connect("orders", "worker", {{"batchSize", std::int64_t{200}}});
    drawing.scenario().traffic["in"].spikes.push_back({1800, 60, 8.0, {}, 4500});
    return drawing;
}

/// A dollar for a million requests and for each thousand GB-seconds, of the function; all of it counted over the run.
std::optional<double> functionCost(const Usage& usage)
{
    double dollars = 0;
    for (const MeterReading& one : usage) {
        if (one.meter == "lambda/requests")
            dollars += one.amount / 1e6;
        if (one.meter == "lambda/duration-gb-seconds")
            dollars += one.amount / 1e3;
    }
    return dollars;
}

double average(const std::vector<RunReport>& reports, double (*figure)(const RunReport&))
{
    double sum = 0;
    for (const RunReport& report : reports)
        sum += figure(report);
    return sum / static_cast<double>(reports.size());
}

}  // namespace

/// A scenario put together from samples, against theory and against itself run whole.
class TstMonthEngine final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// M/M/1 with a slow day: W(t) = 1 / (100 - r(t)), and the mean over records is the integral of r W over that of r.
    void followsTheoryThroughADay()
    {
        const Drawing drawing = dayAtAServer();
        const RateProfile curve{drawing.design.scenarios.front().traffic.at("in"), 2 * kDay};
        double records = 0, time = 0, waiting = 0;
        for (double t = 0; t < 2 * kDay; t += 60) {
            const double rate = curve.rateAt(t + 30);
            records += rate;
            time += rate / (100 - rate);
            // M/M/1's mean in the queue: rho^2 / (1 - rho)
            waiting += rate * rate / 1e4 / (1 - rate / 100);
        }
        const RunReport report = sampled(drawing.design, 1);
        QVERIFY(report.sampling.sampled);
        QCOMPARE(report.provenance.engine, std::string{"auto"});
        const LatencySummary& latency = report.paths.front().response;
        const LatencySummary& inside = at(report, "server").latency;
        const double expected = time / records * 1e3;
        QVERIFY(latency.samples > 0);
        QVERIFY2(std::abs(*inside.mean / expected - 1) < 0.03,
                 qPrintable(QStringLiteral("%1 ms, theory %2").arg(*inside.mean).arg(expected)));
        QVERIFY(std::abs(at(report, "server").backlogMean / (waiting / (2 * kDay / 60)) - 1) < 0.08);
        // Volume is the curve's own, not the sample's.
        const double volume = curve.expected(0, 2 * kDay);
        QVERIFY(std::abs(static_cast<double>(report.totals.born) / volume - 1) < 1e-6);
        QVERIFY(report.sampling.simulatedMessages < 0.7 * report.sampling.messages);
    }

    void agreesWithTheWholeRun()
    {
        const Design design = spikesAtAStream().design;
        std::vector<RunReport> whole, parts;
        for (std::uint64_t seed = 1; seed <= 2; ++seed) {
            whole.push_back(run(design, seed));
            parts.push_back(sampled(design, seed + 10));
            QVERIFY(parts.back().sampling.sampled);
            QCOMPARE(parts.back().sampling.stretches.size(), std::size_t{1});
            QCOMPARE(parts.back().sampling.stretches[0].count, 3);
        }
        const auto close = [&](double (*figure)(const RunReport&), double tolerance) {
            const double truth = average(whole, figure), found = average(parts, figure);
            const double off = std::abs(found / truth - 1);
            if (off > tolerance)
                QTest::qFail(qPrintable(QStringLiteral("%1 against %2").arg(found).arg(truth)), __FILE__,
                             __LINE__);
        };
        // 3 x 60 s x 200/s over the quota, less the second of credit: 35,400 refused; the standard error of the mean of
        // two runs of 216,000 arrivals is 330, both sides together 1.3% of it.
        close([](const RunReport& r) { return static_cast<double>(at(r, "orders").counts.throttled); }, 0.05);
        close([](const RunReport& r) { return static_cast<double>(r.totals.born); }, 0.004);
        close([](const RunReport& r) { return *r.sinks.front().delay.mean; }, 0.02);
        close([](const RunReport& r) { return *r.sinks.front().delay.p50; }, 0.02);
        // The tail is that of polls which are not all equally far apart, a few thousand in a part.
        close([](const RunReport& r) { return *r.sinks.front().delay.p99; }, 0.05);
        // Freshness is left out: read on whole seconds, it follows the phase of pollers that ask once a second.
        close([](const RunReport& r) { return at(r, "orders").limits.front().utilisation; }, 0.005);
        // Nothing piles up, the peak is the luck of the highest second: of three spikes here, of fewer there.
        close([](const RunReport& r) { return at(r, "orders").backlogPeak; }, 0.1);
        for (const char* meter :
             {"kinesis-data-streams/shard-hours", "kinesis-data-streams/put-payload-units"}) {
            const double truth = reading(whole[0].usage, "orders", meter)->amount;
            const double found = reading(parts[0].usage, "orders", meter)->amount;
            QVERIFY2(std::abs(found / truth - 1) < 0.006, meter);
        }
    }

    void everyFigureHasAnIntervalOrAReason()
    {
        const RunReport report = sampled(spikesAtAStream().design, 3, 1, {}, 0.02, functionCost);
        // The spikes over the quota are refused and pile up behind the reader: three runs of the one kind of stretch.
        const StatedInterval refused = intervalOf(report, "throttled-share", "orders");
        const Counts& counts = at(report, "orders").counts;
        QVERIFY(refused.halfWidth && *refused.halfWidth > 0 && *refused.halfWidth < 0.2 * *refused.value);
        QVERIFY(near(*refused.value, *counts.shareOf(counts.throttled), 1e-5, "share"));
        const StatedInterval peak = intervalOf(report, "backlog-peak", "orders");
        QVERIFY2(peak.halfWidth && *peak.halfWidth > 0, peak.reason.c_str());
        QVERIFY2(peak.reason.find("3 peaks") != std::string::npos, peak.reason.c_str());
        QVERIFY(near(*peak.value, at(report, "orders").backlogPeak, 1e-9, "peak"));
        const StatedInterval fresh = intervalOf(report, "freshness-mean", report.sinks.front().component);
        QVERIFY(fresh.halfWidth && *fresh.halfWidth > 0);
        QVERIFY(near(*fresh.value, *report.sinks.front().freshnessMeanSeconds, 1e-6, "freshness"));
        const StatedInterval cost = intervalOf(report, "cost", "");
        QVERIFY(cost.halfWidth && *cost.halfWidth > 0);
        QVERIFY(near(*cost.value, *functionCost(report.usage), 1e-9, "cost"));
        QVERIFY(*cost.halfWidth < 0.05 * *cost.value);
        for (const FigureInterval& each : report.sampling.intervals)
            QVERIFY2(each.halfWidth || !each.reason.empty(), each.figure.c_str());
        const LatencySummary& delay = report.sinks.front().delay;
        QVERIFY(delay.p90HalfWidth && delay.p95HalfWidth && delay.p99HalfWidth && delay.p999HalfWidth);
        QVERIFY(at(report, "worker").latency.interval == IntervalBasis::NotKept);
        QVERIFY(!intervalOf(at(report, "worker").latency, "mean").reason.empty());
        QVERIFY(!intervalOf(report, "freshness-max", "worker").halfWidth);
    }

    void costOfExactVolumesIsExact()
    {
        // Only steady traffic: what is billed by the request follows from the rate, to the last one.
        Drawing drawing{8 * 3600};
        drawing.source("in", 150)
            .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{1}}})
            .place("lambda", "worker", {{"fixedMillis", 20.0}, {"perRecordMicros", 100.0}})
            .connect("in", "orders")
            .connect("orders", "worker", {{"batchSize", std::int64_t{200}}});
        const RunReport report = sampled(drawing.design, 5, 1, {}, 0.02, functionCost);
        QVERIFY(report.sampling.stretches.empty());
        const StatedInterval units = intervalOf(report, "kinesis-data-streams/put-payload-units", "orders");
        QCOMPARE(*units.halfWidth, 0.0);
        QCOMPARE(units.reason, std::string{"volumes are exact"});
        QVERIFY(near(*units.value, 150.0 * 8 * 3600, 1, "units"));
        // How long the function runs depends on how its batches fall.
        const StatedInterval work = intervalOf(report, "lambda/duration-gb-seconds", "worker");
        QVERIFY(work.halfWidth && *work.halfWidth > 0 && *work.halfWidth < 0.02 * *work.value);
        // The bill's interval is that of its two meters together: no wider than both added.
        const StatedInterval cost = intervalOf(report, "cost", "");
        const StatedInterval calls = intervalOf(report, "lambda/requests", "worker");
        QVERIFY(cost.halfWidth && *cost.halfWidth > 0);
        QVERIFY(*cost.halfWidth <= 1.3 * (*work.halfWidth / 1e3 + *calls.halfWidth / 1e6));
        // A peak of what was watched for a while says so.
        const StatedInterval peak = intervalOf(report, "backlog-peak", "orders");
        QVERIFY(!peak.halfWidth);
        QVERIFY(peak.reason.find("grows") != std::string::npos);
    }

    /// What a run of everything costs lies within what the sampled ones state, nine times in ten at least.
    void intervalsOfTheCostHoldTheTruth()
    {
        const Design design = spikesAtAStream().design;
        double truth = 0;
        constexpr int kWhole = 3, kTrials = 10;
        for (std::uint64_t seed = 1; seed <= kWhole; ++seed) {
            const RunReport whole = run(design, seed);
            truth += *functionCost(whole.usage) / kWhole;
        }
        int covered = 0;
        for (std::uint64_t seed = 100; seed < 100 + kTrials; ++seed) {
            const StatedInterval cost =
                intervalOf(sampled(design, seed, 1, {}, 0.02, functionCost), "cost", "");
            QVERIFY(cost.halfWidth);
            // The truth is of three runs, itself off by some of this.
            covered += std::abs(*cost.value - truth) <= 1.2 * *cost.halfWidth ? 1 : 0;
        }
        QVERIFY2(covered >= 8, qPrintable(QString::number(covered)));
    }

    void aBacklogWithoutEndSaysWhyTheRunStopped()
    {
        // Nobody reads for an hour: more than 20,000 of its 150 records a second wait.
        Drawing drawing = spikesAtAStream();
        Fault paused;
        paused.id = "paused";
        paused.component = "worker";
        paused.kind = FaultKind::ConsumerPaused;
        paused.startSeconds = 7200;
        paused.durationSeconds = 3600;
        drawing.scenario().faults.push_back(paused);
        RunOptions options;
        options.engine = Engine::Auto;
        options.sampling.exactBelowMessages = 0;
        options.mostHeld = 20'000;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
        QVERIFY(bool(report));
        QVERIFY(report->sampling.sampled);
        QVERIFY(report->provenance.partial);
        const std::string& why = report->provenance.stopped;
        QVERIFY2(why.find("0.02 million records were waiting") != std::string::npos, why.c_str());
        QVERIFY2(why.starts_with("in the part that begins at "), why.c_str());
    }

    void threadsAndCacheChangeNothing()
    {
        const Design design = spikesAtAStream().design;
        const auto cache = std::make_shared<SegmentCache>();
        const RunReport one = sampled(design, 3, 1, cache);
        const std::size_t kept = cache->size();
        QVERIFY(kept > 0);
        const RunReport again = sampled(design, 3, 1, cache);
        QCOMPARE(cache->size(), kept);  // nothing was run twice
        const RunReport two = sampled(design, 3, 2);
        for (const RunReport* other : {&again, &two}) {
            QCOMPARE(other->sinks.front().histogram == one.sinks.front().histogram, true);
            QCOMPARE(at(*other, "orders").counts.throttled, at(one, "orders").counts.throttled);
            QCOMPARE(at(*other, "worker").backlogMean, at(one, "worker").backlogMean);
            QCOMPARE(other->usage.size(), one.usage.size());
            for (std::size_t n = 0; n < one.usage.size(); ++n)
                QCOMPARE(other->usage[n].amount, one.usage[n].amount);
            QCOMPARE(other->sampling.text, one.sampling.text);
        }
        QVERIFY(sampled(design, 4, 1, cache).sinks.front().histogram != one.sinks.front().histogram);
    }

    /// An edit runs what it touches: a label nothing, another kind of spike only the spike.
    void smallEditsReuseWhatWasRun()
    {
        Drawing drawing = spikesAtAStream();
        const auto cache = std::make_shared<SegmentCache>();
        const RunReport before = sampled(drawing.design, 1, 1, cache);
        const std::size_t kept = cache->size();
        drawing.design.components.front().label = "Renamed";
        drawing.design.title = "Another";
        drawing.scenario().monthlyBudgetUsd = 10;
        sampled(drawing.design, 1, 1, cache);
        QCOMPARE(cache->size(), kept);
        drawing.scenario().traffic["in"].spikes.push_back({9000, 30, 5.0, {}, 0});
        const RunReport after = sampled(drawing.design, 1, 1, cache);
        QCOMPARE(after.sampling.stretches.size(), std::size_t{2});
        QCOMPARE(cache->size(), kept + static_cast<std::size_t>(after.sampling.stretches[1].runs));
    }

    void shortRunsAreRunAsTheyAre()
    {
        const Design design = spikesAtAStream().design;
        RunOptions options;
        options.engine = Engine::Auto;
        options.durationSeconds = 60;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(design, library(), options, monitor);
        QVERIFY(report.has_value());
        QCOMPARE(report->provenance.engine, std::string{"event"});
        QVERIFY(!report->sampling.sampled);
        QVERIFY(!report->sampling.text.empty());
        options.engine = Engine::Event;
        const Result<RunReport> event = simulate(design, library(), options, monitor);
        QCOMPARE(event->sinks.front().histogram == report->sinks.front().histogram, true);
        QCOMPARE(event->totals.done, report->totals.done);
    }

    void saysWhenTheBudgetEndsIt()
    {
        RunOptions options;
        options.engine = Engine::Auto;
        options.sampling.exactBelowMessages = 0;
        options.sampling.targetShare = 1e-5;
        options.sampling.budgetMessages = 1e6;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(dayAtAServer().design, library(), options, monitor);
        QVERIFY(report.has_value());
        QVERIFY(report->sampling.sampled);
        QVERIFY(!report->sampling.converged);
        QVERIFY(report->sampling.text.find("not converged") != std::string::npos);
        QVERIFY(report->sampling.simulatedMessages < 1.3e6);
    }

    void cancelledRunsArePartial()
    {
        struct Stopper : RunMonitor {
            void progressed(double) override { ++calls; }
            bool isCancelled() const override { return calls > 3; }
            int calls = 0;
        } stopper;
        RunOptions options;
        options.engine = Engine::Auto;
        options.sampling.exactBelowMessages = 0;
        const Result<RunReport> report = simulate(dayAtAServer().design, library(), options, stopper);
        QVERIFY(report.has_value());
        QVERIFY(report->provenance.partial);
        QVERIFY(report->provenance.simulatedSeconds < 2 * kDay);
    }
};

PLIMSOLL_TEST(TstMonthEngine)
#include "tst_month_engine.moc"
