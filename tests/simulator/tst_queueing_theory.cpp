// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Design server(double rate, ParameterMap parameters, double seconds)
{
    return Drawing{seconds}
        .source("in", rate)
        .place("custom-server", "server", std::move(parameters))
        .connect("in", "server", {{"kind", std::string{"put"}}})
        .design;
}

/// Four standard errors, from the Student-t half-width over 16 replications (t(15, 0.975) = 2.131). A queue starts
/// empty, so a bias below 0.5% is allowed on top.
double fourSigma(std::optional<double> halfWidth, double expected)
{
    return 4 * halfWidth.value_or(0) / 2.131 + 0.005 * expected;
}

}  // namespace

/// The plain server against the formulas of queueing theory.
class TstQueueingTheory final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void singleExponentialServer()
    {
        // M/M/1, lambda 80/s, mean service 10 ms, mu 100/s: W = 1 / (mu - lambda) = 50 ms; the time in system is
        // exponential, so p99 = W ln 100 = 230.3 ms.
        const RunReport report =
            run(server(80, {{"servers", std::int64_t{1}}, {"serviceTimeMicros", 10000.0}}, 4000), 11, 16);
        const LatencySummary& latency = at(report, "server").latency;
        QVERIFY(near(*latency.mean, 50, fourSigma(latency.meanHalfWidth, 50), "mean ms"));
        QVERIFY(near(*latency.p99, 230.3, fourSigma(latency.p99HalfWidth, 230.3) + 0.008 * 230.3, "p99 ms"));
        QVERIFY(
            near(*latency.p50, 50 * 0.693147, fourSigma(latency.p50HalfWidth, 35) + 0.008 * 35, "p50 ms"));
    }
    void fourExponentialServers()
    {
        // M/M/4, lambda 80/s, mean service 40 ms, a = 3.2 erlang: Erlang C = 0.5964,
        // Wq = C / (c mu - lambda) = 0.5964 / 20 = 29.8 ms, W = 69.8 ms.
        const RunReport report =
            run(server(80, {{"servers", std::int64_t{4}}, {"serviceTimeMicros", 40000.0}}, 4000), 12, 16);
        const ComponentReport& component = at(report, "server");
        QVERIFY(near(*component.latency.mean, 69.82, fourSigma(component.latency.meanHalfWidth, 69.82),
                     "mean ms"));
        // P(wait) from one replication of 320,000: its own error is about 0.005 at this correlation.
        QVERIFY(near(fact(component, "share that waited"), 0.5964, 0.02, "P(wait)"));
    }
    void deterministicServer()
    {
        // M/D/1, rho 0.8, 10 ms: Wq = rho s / (2 (1 - rho)) = 20 ms, W = 30 ms.
        const RunReport report = run(server(80,
                                            {{"servers", std::int64_t{1}},
                                             {"serviceTimeMicros", 10000.0},
                                             {"serviceDistribution", std::string{"deterministic"}}},
                                            4000),
                                     13, 16);
        const LatencySummary& latency = at(report, "server").latency;
        QVERIFY(near(*latency.mean, 30, fourSigma(latency.meanHalfWidth, 30), "mean ms"));
    }
    void logNormalServer()
    {
        // M/G/1 by Pollaczek-Khinchine: Wq = rho s (1 + cv^2) / (2 (1 - rho)); rho 0.5, s 5 ms, cv 1.5:
        // 0.5 x 5 x 3.25 / 1 = 8.125 ms, W = 13.125 ms.
        const RunReport report = run(server(100,
                                            {{"servers", std::int64_t{1}},
                                             {"serviceTimeMicros", 5000.0},
                                             {"serviceDistribution", std::string{"lognormal"}},
                                             {"serviceCv", 1.5}},
                                            4000),
                                     14, 16);
        const LatencySummary& latency = at(report, "server").latency;
        QVERIFY(near(*latency.mean, 13.125, fourSigma(latency.meanHalfWidth, 13.125), "mean ms"));
    }
    void sharedServer_data()
    {
        QTest::addColumn<QString>("law");
        QTest::addColumn<double>("variation");
        QTest::newRow("always the mean") << "deterministic" << 1.0;
        QTest::newRow("exponential") << "exponential" << 1.0;
        QTest::newRow("log-normal, cv 2") << "lognormal" << 2.0;
    }
    void sharedServer()
    {
        // M/G/1-PS, lambda 70/s, mean service 10 ms: 10 / (1 - 0.7) = 33.3 ms whatever the law, and as a request of
        // x ms takes x / (1 - rho) on average, the mean of time over service time is 1 / 0.3 = 3.33 too.
        QFETCH(QString, law);
        QFETCH(double, variation);
        const Design design = server(70,
                                     {{"discipline", std::string{"shared"}},
                                      {"serviceTimeMicros", 10000.0},
                                      {"serviceDistribution", law.toStdString()},
                                      {"serviceCv", variation}},
                                     4000);
        const RunReport report = run(design, 31, 16);
        const ComponentReport& component = at(report, "server");
        QVERIFY(near(*component.latency.mean, 33.33, fourSigma(component.latency.meanHalfWidth, 33.33),
                     "mean ms"));
        QVERIFY(near(fact(component, "mean time over service time"), 3.333, 0.06, "slowdown"));
        QVERIFY(near(findComponent(estimate(design), "server")->serviceMillis, 33.33, 0.01, "by estimate"));
        QVERIFY(near(component.limits.front().utilisation, 0.7, 0.01, "busy"));
    }
    void sharedServers()
    {
        // M/G/4-PS has the mean of M/M/4: lambda 80/s, 40 ms: 69.82 ms, here with log-normal times of cv 2.
        const Design design = server(80,
                                     {{"discipline", std::string{"shared"}},
                                      {"servers", std::int64_t{4}},
                                      {"serviceTimeMicros", 40000.0},
                                      {"serviceDistribution", std::string{"lognormal"}},
                                      {"serviceCv", 2.0}},
                                     4000);
        const RunReport report = run(design, 32, 16);
        const LatencySummary& latency = at(report, "server").latency;
        QVERIFY(near(*latency.mean, 69.82, fourSigma(latency.meanHalfWidth, 69.82), "mean ms"));
        QVERIFY(near(findComponent(estimate(design), "server")->serviceMillis, 69.82, 0.05, "by estimate"));
    }
    void sharedServersWithPlaces()
    {
        // M/G/1/4-PS loses what M/M/1/4 does: rho 0.8: 0.121847.
        const RunReport report = run(server(80,
                                            {{"discipline", std::string{"shared"}},
                                             {"serviceTimeMicros", 10000.0},
                                             {"serviceDistribution", std::string{"lognormal"}},
                                             {"serviceCv", 2.0},
                                             {"queueLimit", std::int64_t{3}}},
                                            4000),
                                     33);
        const Counts& counts = at(report, "server").counts;
        QVERIFY(near(static_cast<double>(counts.rejected) / static_cast<double>(counts.offered), 0.121847,
                     0.006, "lost"));
    }
    void sharedWorkOfTwo()
    {
        // Two requests of 100 ms, 50 ms apart: alone for 50 ms, together for 100, alone for 50: 150 ms both.
        Design design = server(20,
                               {{"discipline", std::string{"shared"}},
                                {"serviceTimeMicros", 100000.0},
                                {"serviceDistribution", std::string{"deterministic"}}},
                               0.099);
        design.scenarios.front().traffic["in"].arrivals = Arrivals::Regular;
        design.scenarios.front().durationSeconds = 2;
        TrafficProfile& profile = design.scenarios.front().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.ratePerSecond = 0;
        profile.peakPerSecond = 20;
        profile.peakStartSeconds = 0.5;
        profile.peakSeconds = 0.1;
        const ComponentReport component = at(run(design), "server");
        QCOMPARE(component.counts.completed, 2u);
        QVERIFY(near(*component.latency.mean, 150, 0.5, "mean ms"));
    }
    void twoPriorities_data()
    {
        QTest::addColumn<QString>("law");
        QTest::addColumn<double>("squares");  // 1 + cv^2
        QTest::newRow("exponential") << "exponential" << 2.0;
        QTest::newRow("log-normal, cv 1.5") << "lognormal" << 3.25;
    }
    void twoPriorities()
    {
        // Cobham, one server, lambda 80/s of 10 ms, a quarter of high priority: rho1 = 0.2, rho = 0.8,
        // W0 = lambda E[S^2] / 2 = 80 x 1e-4 (1 + cv^2) / 2 = 4 (1 + cv^2) ms; W1 = W0 / (1 - rho1),
        // W2 = W0 / ((1 - rho1)(1 - rho)).
        QFETCH(QString, law);
        QFETCH(double, squares);
        const Design design = server(80,
                                     {{"discipline", std::string{"priority"}},
                                      {"highPriorityPercent", 25.0},
                                      {"serviceTimeMicros", 10000.0},
                                      {"serviceDistribution", law.toStdString()},
                                      {"serviceCv", 1.5}},
                                     16000);
        const RunReport report = run(design, 34, 4);
        const ComponentReport& component = at(report, "server");
        const double first = 4 * squares / 0.8, second = first / 0.2;
        QVERIFY(near(fact(component, "mean wait of high priority ms"), first, 0.03 * first, "high"));
        QVERIFY(near(fact(component, "mean wait of low priority ms"), second, 0.06 * second, "low"));
        // All together wait as long as without priorities.
        QVERIFY(near(findComponent(estimate(design), "server")->serviceMillis,
                     10 + 0.25 * first + 0.75 * second, 0.1, "by estimate"));
    }
    void aSharedServerReadsNoQueue()
    {
        Drawing drawing{10};
        drawing.source("in", 1)
            .place("sqs", "queue")
            .place("custom-server", "server", {{"discipline", std::string{"shared"}}})
            .connect("in", "queue")
            .connect("queue", "server");
        const std::vector<Issue> issues =
            validate(drawing.design, library().catalog(), IntegrationTable::builtin());
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
            return issue.rule == "reading-discipline" && issue.severity == Severity::Error;
        }));
    }
    void gathersBatches()
    {
        // Batches of 10 at 200/s wait for their last record: (n - 1) / (2 lambda) = 22.5 ms on average, and 5 ms of
        // service follow on one of 100 servers, which are never all busy: W = 27.5 ms.
        const RunReport report = run(server(200,
                                            {{"servers", std::int64_t{100}},
                                             {"serviceTimeMicros", 5000.0},
                                             {"serviceDistribution", std::string{"deterministic"}},
                                             {"batchSize", std::int64_t{10}},
                                             {"batchWaitMillis", 60000.0}},
                                            2000),
                                     17, 16);
        const ComponentReport& component = at(report, "server");
        QVERIFY(
            near(*component.latency.mean, 27.5, fourSigma(component.latency.meanHalfWidth, 27.5), "mean ms"));
        QCOMPARE(fact(component, "mean requests in a batch"), 10.0);
        QVERIFY(component.counts.completed + component.counts.inFlight == component.counts.accepted);
    }
    void closesBatchesInTime()
    {
        // Regular arrivals every 10 ms and a wait of 35 ms: the first and the three after it make a batch, which waits
        // 35, 25, 15 and 5 ms and is then served for 1 ms: 21 ms on average.
        Design design = server(100,
                               {{"servers", std::int64_t{2}},
                                {"serviceTimeMicros", 1000.0},
                                {"serviceDistribution", std::string{"deterministic"}},
                                {"batchSize", std::int64_t{50}},
                                {"batchWaitMillis", 35.0}},
                               400);
        design.scenarios.front().traffic["in"].arrivals = Arrivals::Regular;
        const RunReport report = run(design, 18);
        const ComponentReport& component = at(report, "server");
        QVERIFY(near(*component.latency.mean, 21, 0.01, "mean ms"));
        QVERIFY(near(fact(component, "mean requests in a batch"), 4, 0.001, "requests in a batch"));
    }
    void takesWhatHasCome()
    {
        // No wait, one server of 100 ms always, 8 at most, an arrival every 25 ms: the first is served alone; after
        // that each service takes the four that came meanwhile, which waited 75, 50, 25 and 0 ms or, where an arrival
        // falls on the end of a service, a place later. Between 100 + 37.5 and 100 + 62.5 ms.
        Design design = server(40,
                               {{"servers", std::int64_t{1}},
                                {"serviceTimeMicros", 100000.0},
                                {"serviceDistribution", std::string{"deterministic"}},
                                {"batchSize", std::int64_t{8}}},
                               400);
        design.scenarios.front().traffic["in"].arrivals = Arrivals::Regular;
        const RunReport report = run(design, 19);
        const ComponentReport& component = at(report, "server");
        QVERIFY(near(*component.latency.mean, 150, 12.6, "mean ms"));
        QVERIFY(near(fact(component, "mean requests in a batch"), 4, 0.02, "requests in a batch"));
    }
    void losesWhatTheFormulaSays_data()
    {
        QTest::addColumn<int>("servers");
        QTest::addColumn<int>("queue");
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("blocked");
        // Erlang B, a = 4 erlang on 5 servers, nobody waits: 0.19907.
        QTest::newRow("M/M/5/5") << 5 << 0 << 400.0 << 0.199067;
        // M/M/1/4 (3 may wait), rho 0.8: (1 - rho) rho^4 / (1 - rho^5) = 0.121847.
        QTest::newRow("M/M/1/4") << 1 << 3 << 80.0 << 0.121847;
        // M/M/2/5, a = 2 (rho 1): p0 = 1 / (1 + 2 + 2 + 2 + 2 + 2) = 1/11, p5 = 2 p0.
        QTest::newRow("M/M/2/5") << 2 << 3 << 200.0 << 2.0 / 11;
    }
    void losesWhatTheFormulaSays()
    {
        QFETCH(int, servers);
        QFETCH(int, queue);
        QFETCH(double, rate);
        QFETCH(double, blocked);
        const RunReport report = run(server(rate,
                                            {{"servers", std::int64_t{servers}},
                                             {"serviceTimeMicros", 10000.0},
                                             {"queueLimit", std::int64_t{queue}}},
                                            4000),
                                     15);
        const Counts& counts = at(report, "server").counts;
        const auto n = static_cast<double>(counts.offered);
        // Four binomial standard errors, doubled for the correlation of a busy period.
        const double sigma = std::sqrt(blocked * (1 - blocked) / n);
        QVERIFY(near(static_cast<double>(counts.rejected) / n, blocked, 8 * sigma, "blocked"));
    }
    void tandemOfTwo()
    {
        // Burke: the output of M/M/1 is Poisson, so each stage has W = 1 / (mu - lambda): 50 ms and 12.5 ms.
        const Design design = Drawing{4000}
                                  .source("in", 80)
                                  .place("custom-server", "first", {{"serviceTimeMicros", 10000.0}})
                                  .place("custom-server", "second", {{"serviceTimeMicros", 6250.0}})
                                  .connect("in", "first", {{"kind", std::string{"put"}}})
                                  .connect("first", "second", {{"kind", std::string{"put"}}})
                                  .design;
        const RunReport report = run(design, 16, 16);
        QVERIFY(near(*at(report, "first").latency.mean, 50,
                     fourSigma(at(report, "first").latency.meanHalfWidth, 50), "first ms"));
        QVERIFY(near(*at(report, "second").latency.mean, 12.5,
                     fourSigma(at(report, "second").latency.meanHalfWidth, 12.5), "second ms"));
        QCOMPARE(report.sinks.size(), std::size_t{1});
        const LatencySummary& delay = report.sinks.front().delay;
        QVERIFY(near(*delay.mean, 62.5, fourSigma(delay.meanHalfWidth, 62.5), "end to end ms"));
    }
    void tandemWithFeedback()
    {
        // Jackson: a fifth of what the first server ends fails and comes back after 100 ms, until it succeeds; what
        // succeeds goes on. The first server's rate is 64 / (1 - 0.2) = 80/s and the second's 64/s, and both have the
        // mean of an M/M/1 by itself: 1 / (100 - 80) = 50 ms a visit, 1 / (160 - 64) = 10.4 ms.
        Drawing drawing{4000};
        drawing
            .source("in", 64,
                    {{"retry", std::string{"fixed"}},
                     {"retryDelayMillis", std::int64_t{100}},
                     {"maxAttempts", std::int64_t{10}}})
            .place("custom-server", "first", {{"serviceTimeMicros", 10000.0}})
            .place("custom-server", "second", {{"serviceTimeMicros", 6250.0}})
            .connect("in", "first", {{"kind", std::string{"call"}}})
            .connect("first", "second", {{"kind", std::string{"put"}}});
        Fault errors;
        errors.id = "errors";
        errors.component = "first";
        errors.kind = FaultKind::Errors;
        errors.durationSeconds = 4000;
        errors.factor = 0.2;
        drawing.scenario().faults.push_back(errors);
        const RunReport report = run(drawing.design, 20, 16);
        const ComponentReport& first = at(report, "first");
        const ComponentReport& second = at(report, "second");
        // 256,000 requests: the rates' own errors are below half a percent.
        QVERIFY(near(static_cast<double>(first.counts.offered) / 4000, 80, 0.6, "visits a second"));
        QVERIFY(near(static_cast<double>(second.counts.offered) / 4000, 64, 0.5, "successes a second"));
        QVERIFY(near(*first.latency.mean, 50, fourSigma(first.latency.meanHalfWidth, 50), "first ms"));
        QVERIFY(
            near(*second.latency.mean, 10.417, fourSigma(second.latency.meanHalfWidth, 10.417), "second ms"));
    }
    void infinitelyManyServers_data()
    {
        QTest::addColumn<QString>("law");
        for (const char* law : {"deterministic", "exponential", "lognormal", "uniform"})
            QTest::newRow(law) << QString{law};
    }
    void infinitelyManyServers()
    {
        // M/G/inf: nobody waits, and the number in service is Poisson with mean lambda s = 200 x 0.5 = 100 whatever the
        // law. The mean over 4,000 s of a number that is forgotten in about s has the error sqrt(2 x 100 x 0.5 / 4000)
        // = 0.16; the largest of 8,000 nearly independent numbers lies about 3.9 deviations of 10 above the mean.
        QFETCH(QString, law);
        const RunReport report = run(server(200,
                                            {{"servers", std::int64_t{1000}},
                                             {"serviceTimeMicros", 500'000.0},
                                             {"serviceDistribution", law.toStdString()}},
                                            4000),
                                     21);
        const ComponentReport& component = at(report, "server");
        QCOMPARE(fact(component, "share that waited"), 0.0);
        QVERIFY(near(component.limits.front().mean, 100, 4 * 0.16 + 0.02, "in service"));
        QVERIFY(near(*component.latency.mean, 500, 4 * 500 / std::sqrt(800'000.0) + 0.5, "mean ms"));
    }
    void littlesLaw()
    {
        // L = lambda W: the waiting line's mean length is the arrival rate times the mean wait, in one and the same run.
        const RunReport report =
            run(server(90, {{"servers", std::int64_t{1}}, {"serviceTimeMicros", 10000.0}}, 4000), 17);
        const ComponentReport& component = at(report, "server");
        const double perSecond = static_cast<double>(component.counts.completed) / 4000;
        const double waiting = perSecond * fact(component, "mean wait ms") * 1e-3;
        // The line is sampled once a second; its standard error over 4000 correlated samples is a few percent.
        QVERIFY(near(component.backlogMean, waiting, 0.1 * waiting, "mean number waiting"));
    }
    void spikeFillsAndDrains()
    {
        // 15 servers of 10 ms: 1,500/s. 60 s at 3,000/s gather 60 x 1,500 = 90,000, which drain at 500/s in 180 s.
        Drawing drawing{600};
        drawing.source("in", 1000)
            .place("custom-server", "server",
                   {{"servers", std::int64_t{15}},
                    {"serviceTimeMicros", 10000.0},
                    {"serviceDistribution", std::string{"deterministic"}}})
            .connect("in", "server", {{"kind", std::string{"put"}}});
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 3000;
        profile.peakStartSeconds = 120;
        profile.peakSeconds = 60;
        const RunReport report = run(drawing.design, 18);
        const ComponentReport& component = at(report, "server");
        // Poisson: 4 sqrt(180,000) = 1,700 either way.
        QVERIFY(near(component.backlogPeak, 90'000, 1700, "peak backlog"));
        for (const TimeSeries& series : component.series) {
            if (series.name != "backlog")
                continue;
            std::size_t last = 0;
            for (std::size_t bin = 0; bin < series.values.size(); ++bin)
                last = series.values[bin] > 100 ? bin : last;
            QVERIFY(
                near(static_cast<double>(last) * series.binSeconds, 120 + 60 + 180, 8, "second it is gone"));
        }
    }
};

PLIMSOLL_TEST(TstQueueingTheory)
#include "tst_queueing_theory.moc"
