// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing machineShop(int users, double thinkSeconds, int servers, double serviceMillis, double seconds)
{
    Drawing drawing{seconds};
    drawing.place("users", "crowd", {{"users", std::int64_t{users}}, {"thinkSeconds", thinkSeconds}})
        .place("custom-server", "server",
               {{"servers", std::int64_t{servers}}, {"serviceTimeMicros", serviceMillis * 1000}})
        .connect("crowd", "server", {{"kind", std::string{"call"}}});
    return drawing;
}

struct Theory {
    double throughput = 0, response = 0;  ///< per second, seconds
};

/// M/M/c//N: n of N users are at the server with probability p(n); p(n) / p(n - 1) = (N - n + 1) (S / Z) / min(n, c).
/// Throughput X = sum p(n) min(n, c) / S, response R = N / X - Z.
Theory finiteSource(int users, double think, int servers, double service)
{
    double term = 1, sum = 1, busy = 0;
    for (int n = 1; n <= users; ++n) {
        term *= (users - n + 1) * (service / think) / std::min(n, servers);
        sum += term;
        busy += term * std::min(n, servers);
    }
    Theory theory;
    theory.throughput = busy / sum / service;
    theory.response = users / theory.throughput - think;
    return theory;
}

const PathReport& onlyPath(const RunReport& report)
{
    if (report.paths.size() != 1)
        QTest::qFail("there is one path", __FILE__, __LINE__);
    return report.paths.front();
}

}  // namespace

/// Users who wait for their answers, against the formulas of finite-source queues.
class TstClosedLoop final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheFiniteSourceQueue_data()
    {
        QTest::addColumn<int>("users");
        QTest::addColumn<double>("think");
        QTest::addColumn<int>("servers");
        QTest::addColumn<double>("serviceMillis");
        // Light: hardly anybody meets. Heavy: 10 users of 1 s against 5/s, so the server is nearly always busy.
        QTest::newRow("one server, light") << 5 << 1.0 << 1 << 20.0;
        QTest::newRow("one server, half") << 20 << 1.0 << 1 << 30.0;
        QTest::newRow("one server, saturated") << 10 << 1.0 << 1 << 200.0;
        QTest::newRow("three servers") << 20 << 1.0 << 3 << 150.0;
        QTest::newRow("a server for each") << 4 << 0.5 << 4 << 100.0;
    }
    void isTheFiniteSourceQueue()
    {
        QFETCH(int, users);
        QFETCH(double, think);
        QFETCH(int, servers);
        QFETCH(double, serviceMillis);
        const double duration = 2000;
        constexpr int kRuns = 8;
        const Theory theory = finiteSource(users, think, servers, serviceMillis * 1e-3);
        const Design design = machineShop(users, think, servers, serviceMillis, duration).design;
        std::vector<double> throughputs, responses;
        for (int seed = 1; seed <= kRuns; ++seed) {
            const RunReport report = run(design, static_cast<std::uint64_t>(seed));
            throughputs.push_back(static_cast<double>(at(report, "server").counts.completed) / duration);
            responses.push_back(*onlyPath(report).response.mean * 1e-3);
        }
        const auto check = [&](const std::vector<double>& values, double expected, const char* what) {
            double mean = 0, squares = 0;
            for (const double value : values)
                mean += value / kRuns;
            for (const double value : values)
                squares += (value - mean) * (value - mean);
            // Eight runs know their spread roughly: 4 sigma of a normal are 6.4 of Student's t with 7 degrees. The
            // server starts empty, which a cycle or two of the 2,000 s forget: 0.2% at most.
            const double sigma = std::sqrt(squares / (kRuns - 1) / kRuns);
            return near(mean, expected, 6.4 * sigma + 0.002 * expected, what);
        };
        QVERIFY(check(throughputs, theory.throughput, "requests/s"));
        QVERIFY(check(responses, theory.response, "response s"));
    }
    void oneUserIsACycle()
    {
        // Alone, always the mean: a cycle is 0.5 s of thinking and 0.1 s of service, 1,000 s hold 1,666 or 1,667.
        Drawing drawing = machineShop(1, 0.5, 1, 100, 1000);
        drawing.design.components[0].parameters["thinkDistribution"] = std::string{"deterministic"};
        drawing.design.components[1].parameters["serviceDistribution"] = std::string{"deterministic"};
        const RunReport report = run(drawing.design, 3);
        QVERIFY(
            near(static_cast<double>(at(report, "crowd").counts.completed), 1000 / 0.6, 1.01, "requests"));
        QVERIFY(near(*onlyPath(report).response.mean, 100, 1e-3, "response ms"));
    }
    void slowServersAreAskedLess()
    {
        // What sets closed from open: with the server ten times slower, 10 users send at most 10 / R, and none waits
        // behind more than nine others: R <= 10 S.
        const RunReport report = run(machineShop(10, 0.1, 1, 1000, 500).design, 4);
        const Counts& counts = at(report, "server").counts;
        // Always busy it does 500 in 500 s, +- 4 sqrt(500); and up to ten are under way.
        QVERIFY(near(static_cast<double>(counts.offered), 500, 4 * std::sqrt(500.0) + 10, "requests"));
        QVERIFY(at(report, "server").backlogPeak <= 9);
    }
    void theNumberFollowsTheShapeAndTheLoad()
    {
        // 10 users, twice as many in [500, 1000), none in [1000, 1500), and 1.5 times as many by load: 15, 30, 0, 15.
        Drawing drawing = machineShop(10, 1, 100, 1, 2000);
        TrafficProfile& shape = drawing.scenario().traffic["crowd"];
        shape.ratePerSecond = 7;  // only ratios to it count
        shape.load = 1.5;
        shape.spikes.push_back({.startSeconds = 500, .seconds = 500, .factor = 2, .peakPerSecond = {}});
        shape.pauses.push_back({.startSeconds = 1000, .seconds = 500});
        const RunReport report = run(drawing.design, 5);
        // Cycle 1.001 s: (15 + 30 + 15) x 500 / 1.001 = 29,970 renewals; each user's count has a standard deviation
        // of at most sqrt(count), so 4 sigma are 4 sqrt(29,970) = 692. Who is let in first thinks: 30 more.
        QVERIFY(near(static_cast<double>(at(report, "crowd").counts.offered), 29'970, 692 + 30, "requests"));
        QCOMPARE(fact(at(report, "crowd"), "users at most"), 30.0);
        for (const TimeSeries& series : at(report, "server").series) {
            if (series.name != "offered" && series.name != "arrivals")
                continue;
            for (std::size_t bin = 0; bin < series.values.size(); ++bin) {
                const double from = static_cast<double>(bin) * series.binSeconds;
                if (from >= 1010 && from + series.binSeconds <= 1500)
                    QCOMPARE(series.values[bin], 0.0);
            }
        }
    }
    void requestsAreSharedOut()
    {
        Drawing drawing{1000};
        drawing.place("users", "crowd", {{"users", std::int64_t{20}}, {"thinkSeconds", 1.0}})
            .place("custom-server", "a", {{"serviceTimeMicros", 1000.0}, {"servers", std::int64_t{20}}})
            .place("custom-server", "b", {{"serviceTimeMicros", 1000.0}, {"servers", std::int64_t{20}}})
            .connect("crowd", "a",
                     {{"kind", std::string{"call"}}, {"route", std::string{"split"}}, {"share", 75.0}})
            .connect("crowd", "b",
                     {{"kind", std::string{"call"}}, {"route", std::string{"split"}}, {"share", 25.0}});
        const RunReport report = run(drawing.design, 6);
        const auto a = static_cast<double>(at(report, "a").counts.offered);
        const auto b = static_cast<double>(at(report, "b").counts.offered);
        QVERIFY(near(a / (a + b), 0.75, 4 * std::sqrt(0.75 * 0.25 / (a + b)), "share of a"));
    }
    void aRefusedUserTriesAgainAndGoesOn()
    {
        // No place to wait and one server: refused requests are tried 3 times, then the user thinks and goes on.
        Drawing drawing = machineShop(10, 0.05, 1, 100, 300);
        drawing.design.components[1].parameters["queueLimit"] = std::int64_t{0};
        auto& crowd = drawing.design.components[0].parameters;
        crowd["retry"] = std::string{"fixed"};
        crowd["retryDelayMillis"] = std::int64_t{10};
        crowd["maxAttempts"] = std::int64_t{3};
        const RunReport report = run(drawing.design, 7);  // run() checks conservation
        const Counts& counts = at(report, "crowd").counts;
        QVERIFY(counts.failed > 1000);
        QVERIFY(counts.completed > 1000);
        const Counts& server = at(report, "server").counts;
        QVERIFY(server.retried > counts.failed);  // two more tries each
        QCOMPARE(counts.offered, counts.completed + counts.failed + counts.inFlight);
    }
    void equalStreamsAskEqually()
    {
        // Users of one stream think and size the same in two designs: with a server for each the runs are equal.
        Drawing drawing = machineShop(10, 1, 10, 50, 200);
        drawing.design.components[0].parameters["stream"] = std::string{"shop"};
        Drawing other{200};
        other.place("users", "people",
                    {{"users", std::int64_t{10}}, {"thinkSeconds", 1.0}, {"stream", std::string{"shop"}}});
        other.place("custom-server", "server",
                    {{"servers", std::int64_t{10}}, {"serviceTimeMicros", 50'000.0}});
        other.connect("people", "server", {{"kind", std::string{"call"}}});
        QCOMPARE(at(run(drawing.design, 8), "server").counts.offered,
                 at(run(other.design, 8), "server").counts.offered);
    }
    void theEstimateWaitsForTheAnswers()
    {
        // X = N / (Z + R), so less than the 20 / 4 s = 5/s that they would send to a server that takes no time.
        const Design design = machineShop(20, 4, 1, 10, 100).design;
        const double asked = findComponent(estimate(design), "server")->offered.recordsPerSecond;
        const RunReport report = run(design);
        const double found =
            static_cast<double>(at(report, "server").counts.offered) / report.provenance.simulatedSeconds;
        QVERIFY(asked < 5);
        QVERIFY(near(asked, found, 0.03 * found + 4 * std::sqrt(found / report.provenance.simulatedSeconds),
                     "requests/s"));
    }
};

PLIMSOLL_TEST(TstClosedLoop)
#include "tst_closed_loop.moc"
