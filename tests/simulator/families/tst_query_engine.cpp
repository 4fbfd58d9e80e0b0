// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// So many queries a second over a connection, each of 1 s in its slot.
Drawing queries(double perSecond, int atOnce, double variation, double seconds)
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond)
        .place("athena", "sql",
               {{"runningAtOnce", whole(atOnce)},
                {"activeQueries", whole(10'000)},
                {"planningMillis", 1000.0},
                {"objectMillis", 0.0},
                {"cpuSecondsPerGb", 0.0},
                {"queryVariation", variation}})
        .connect("in", "sql");
    return drawing;
}

}  // namespace

/// Slots with one queue before them.
class TstQueryEngine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void waitsAsTheFormulasSay_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<double>("variation");
        QTest::addColumn<double>("seconds");
        // M/D/1: rho s / (2 (1 - rho)) = 0.5 s. M/G/1: (1 + c^2) / 2 times that of M/M/1, 1.25 / 2 x 1 = 0.625 s.
        // M/M/2 at rho 0.8 waits 1.778 s (Erlang C 0.7111 / (2 - 1.6)); of constant times about half.
        QTest::newRow("M/D/1") << 0.5 << 1 << 0.0 << 1.5;
        QTest::newRow("M/G/1") << 0.5 << 1 << 0.5 << 1.625;
        QTest::newRow("M/D/2") << 1.6 << 2 << 0.0 << 1 + 0.903;
    }
    void waitsAsTheFormulasSay()
    {
        QFETCH(double, perSecond);
        QFETCH(int, atOnce);
        QFETCH(double, variation);
        QFETCH(double, seconds);
        const Drawing drawing = queries(perSecond, atOnce, variation, 20'000);
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "sql").latency.mean * 1e-3, seconds, 0.06 * seconds, "run, s"));
        QVERIFY(near(findComponent(estimate(drawing.design), "sql")->serviceMillis * 1e-3, seconds,
                     0.05 * seconds, "estimate, s"));
        QVERIFY(near(limitOf(at(report, "sql"), "running").mean, perSecond, 0.04 * perSecond, "busy atOnce"));
    }
    void usersAskNoMoreThanTheyAreAnswered()
    {
        // 30 users, 10 s to think and 1 s to wait: 30 / 11 queries a second, at 20 atOnce.
        Drawing drawing{4000};
        drawing.place("athena", "sql",
                      {{"planningMillis", 1000.0}, {"objectMillis", 0.0}, {"queryVariation", 0.0}});
        QueryLoad load;
        load.id = "q";
        load.target = "sql";
        load.users = 30;
        load.thinkSeconds = 10;
        load.gigabytesScanned = 1;
        load.cpuSecondsPerGigabyte = 0;
        drawing.scenario().queries.push_back(load);
        const RunReport report = run(drawing.design);
        QVERIFY(
            near(fact(at(report, "sql"), "queries finished") / 4000, 30.0 / 11, 0.06, "queries a second"));
        const auto estimated = reading(estimate(drawing.design).usage, "sql", "athena/scanned-tb");
        QVERIFY(near(metered(report, "sql", "athena/scanned-tb"), estimated->amount, 0.02 * estimated->amount,
                     "TB"));
    }
    void resultsAreReusedByKey()
    {
        // One query text 2 times a second that is fresh for 10 s: it runs once, then 20 are given again.
        Drawing drawing{2000};
        drawing.source("in", 2, {{"keys", whole(1)}})
            .place("athena", "sql",
                   {{"resultReuse", true},
                    {"reuseMinutes", 10.0 / 60},
                    {"planningMillis", 1.0},
                    {"cpuSecondsPerGb", 0.0},
                    {"objectMillis", 0.0}})
            .connect("in", "sql");
        const RunReport report = run(drawing.design);
        const double share =
            fact(at(report, "sql"), "results reused") / fact(at(report, "sql"), "queries finished");
        QVERIFY(near(share, 20.0 / 21, 0.01, "share reused"));
    }
};

PLIMSOLL_TEST(TstQueryEngine)
#include "tst_query_engine.moc"
