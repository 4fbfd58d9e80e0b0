// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/merge_replications.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

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

}  // namespace

class TstReplications final : public QObject {
    Q_OBJECT
private slots:
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
        QVERIFY(latency.p99HalfWidth);
        // Eighty waits are too few.
        QVERIFY(at(run(queue(1), 21), "server").latency.interval == IntervalBasis::Insufficient);
    }
};

PLIMSOLL_TEST(TstReplications)
#include "tst_replications.moc"
