// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/run_cost.h"

#include "simulator/draws/law.h"

#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// What a run of it is refused with; empty when it ran.
Error refusalOf(const Design& design)
{
    RunMonitor monitor;
    const Result<RunReport> report = simulate(design, library(), {}, monitor);
    return report ? Error{} : report.error();
}

Design table(std::int64_t units, std::int64_t unitsOfOnePartition)
{
    return Drawing{1}
        .source("in", 10)
        .place("dynamodb", "table",
               {{"mode", std::string{"provisioned"}}, {"wcu", units}, {"partitionWcu", unitsOfOnePartition}})
        .connect("in", "table")
        .design;
}

}  // namespace

class TestRunCost final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ratesAreBounded_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<bool>("runs");
        // 20 million a second; the scenario is short, so that the one at the bound runs.
        QTest::newRow("at the bound") << 2e7 << true;
        QTest::newRow("above") << 2.1e7 << false;
        QTest::newRow("a billion") << 1e9 << false;
    }
    void ratesAreBounded()
    {
        QFETCH(double, rate);
        QFETCH(bool, runs);
        const Design design = Drawing{0.001}
                                  .source("in", rate)
                                  .place("custom-server", "server", {{"serviceTimeMicros", 0.0}})
                                  .connect("in", "server", {{"kind", std::string{"put"}}})
                                  .design;
        const Error error = refusalOf(design);
        QCOMPARE(error.what.empty(), runs);
        QCOMPARE(error.place, std::string{runs ? "" : "/scenarios/main/traffic/in"});
    }

    void partitionsBeyondAFewThousandAreFollowedTogether()
    {
        QCOMPARE(refusalOf(table(1000, 1000)).what, std::string{});
        QCOMPARE(refusalOf(table(10'000'000, 1)).what, std::string{});
    }

    void retriesThatMultiplyTheLoadAreBounded()
    {
        // Nearly everything is refused and tried 100 times: 10 million tries a second.
        const auto storm = [](double rate) {
            return Drawing{0.01}
                .source("in", rate,
                        {{"retry", std::string{"fixed"}},
                         {"maxAttempts", std::int64_t{100}},
                         {"retryDelayMillis", 0.0}})
                .place("custom-server", "server",
                       {{"queueLimit", std::int64_t{0}}, {"serviceTimeMicros", 1e12}})
                .connect("in", "server", {{"kind", std::string{"call"}}})
                .design;
        };
        QCOMPARE(refusalOf(storm(1'000)).what, std::string{});
        QCOMPARE(refusalOf(storm(100'000)).place, std::string{"/components/in/parameters/maxAttempts"});
    }

    void whatGoesRoundForEverIsBounded()
    {
        const auto loop = [](double seconds) {
            return Drawing{seconds}
                .source("in", 10)
                .place("lambda", "a", {{"fixedMillis", 0.0}, {"perRecordMicros", 0.0}})
                .place("lambda", "b", {{"fixedMillis", 0.0}, {"perRecordMicros", 0.0}})
                .connect("in", "a")
                .connect("a", "b")
                .connect("b", "a")
                .design;
        };
        QCOMPARE(refusalOf(loop(1)).what, std::string{});
        const Error error = refusalOf(loop(36'000));
        QVERIFY2(error.what.find("goes round") != std::string::npos, error.toString().c_str());
    }

    void usersWhoNeitherThinkNorAskAreRefused()
    {
        const auto users = [](double think) {
            return Drawing{1}.place("users", "crowd", {{"thinkSeconds", think}}).design;
        };
        QCOMPARE(refusalOf(users(1)).what, std::string{});
        QCOMPARE(refusalOf(users(0)).place, std::string{"/components/crowd/parameters/thinkSeconds"});
    }

    void usersRefusedAtOnceDoNotAskWithoutEnd()
    {
        // A queue of jobs takes 50 a second; the other users ask again after a microsecond each: a billion times a second, of
        // which the estimate, after a long time, knows nothing.
        const Design design =
            Drawing{10}
                .place("users", "crowd", {{"users", std::int64_t{1000}}, {"thinkSeconds", 0.0}})
                .place("aws-batch", "jobs", {})
                .connect("crowd", "jobs")
                .design;
        for (const int threads : {1, 2}) {
            RunOptions options;
            options.threads = threads;
            RunMonitor monitor;
            const Result<RunReport> report = simulate(design, library(), options, monitor);
            QVERIFY(!report);
            QCOMPARE(report.error().place, std::string{"/components/crowd/parameters/thinkSeconds"});
            QVERIFY2(report.error().what.find("do not think") != std::string::npos,
                     report.error().what.c_str());
        }
    }
    void usersWhomABreakerCutsOffAskAtOnce()
    {
        // 100,000 users and answers of a second; a breaker answers at once. Set on the users or on their connection.
        const auto crowd = [](ParameterMap users, ParameterMap connection) {
            users["users"] = std::int64_t{100'000};
            users["thinkSeconds"] = 0.0;
            return Drawing{1}
                .place("users", "crowd", std::move(users))
                .place("custom-server", "server",
                       {{"servers", std::int64_t{100'000}}, {"serviceTimeMicros", 1e6}})
                .connect("crowd", "server", std::move(connection))
                .design;
        };
        const ParameterMap on{{"breaker", true}};
        QCOMPARE(refusalOf(crowd({}, {})).what, std::string{});
        for (const Design& design : {crowd(on, {}), crowd({}, on)})
            QCOMPARE(refusalOf(design).place, std::string{"/components/crowd/parameters/thinkSeconds"});
    }
    void usersAreCountedWithTheTimeOfTheirAnswers()
    {
        // 100,000 users and answers of 1 ms: 1e8 requests a second.
        const auto crowd = [](std::int64_t users) {
            return Drawing{1}
                .place("users", "crowd", {{"users", users}, {"thinkSeconds", 0.0}})
                .place("custom-server", "server", {{"servers", users}, {"serviceTimeMicros", 1000.0}})
                .connect("crowd", "server")
                .design;
        };
        QCOMPARE(refusalOf(crowd(1'000)).what, std::string{});
        QCOMPARE(refusalOf(crowd(100'000)).place, std::string{"/components/crowd/parameters/thinkSeconds"});
    }

    void whatWouldWaitIsBounded()
    {
        // One server of a second each gets 20,000/s: after an hour nearly 72 million wait.
        const Design design = Drawing{3600}
                                  .source("in", 20'000)
                                  .place("custom-server", "server", {{"serviceTimeMicros", 1e6}})
                                  .connect("in", "server", {{"kind", std::string{"put"}}})
                                  .design;
        const Error error = refusalOf(design);
        QCOMPARE(error.place, std::string{"/components/server"});
        QVERIFY2(error.what.find("72,0") != std::string::npos || error.what.find("71,9") != std::string::npos,
                 error.what.c_str());
    }

    void timesBeyondTheClockAreTheLongest()
    {
        QCOMPARE(fromSeconds(1e300), kLongestSpan);
        QCOMPARE(fromSeconds(-1e300), -kLongestSpan);
        QCOMPARE(fromSeconds(std::nan("")), kLongestSpan);
        QCOMPARE(fromSeconds(1.5), Duration{1'500'000'000});
        QCOMPARE(Law::exponential(1e30).draw(0.5), kLongestSpan);
        // A queue of jobs of sixty years each: the clock does not run over.
        SimTime end = kSimStart;
        for (int job = 0; job < 10; ++job)
            end = endOf(end, kLongestSpan);
        QVERIFY(end > kSimStart && end <= kSimStart + 3 * kLongestSpan);
    }

    void jobsOfElevenDaysPassTheirAudits()
    {
        // 2,000 of them in line for one server would end in 60 years and more.
        const Design design = Drawing{5}
                                  .source("in", 20'000)
                                  .place("custom-server", "server", {{"serviceTimeMicros", 1e12}})
                                  .connect("in", "server", {{"kind", std::string{"put"}}})
                                  .design;
        const RunReport report = run(design);
        QVERIFY(at(report, "server").counts.inFlight > 90'000);
    }
};

PLIMSOLL_TEST(TestRunCost)
#include "tst_run_cost.moc"
