// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr double kRate = 85, kSlowFrom = 60, kSlowFor = 30;

/// Ten servers of 100 ms serve 100/s; callers ask 85/s and wait a second. From 60 to 90 s the database takes three times
/// as long. What stays when the trigger is gone is the retries' doing.
/// Bronson, Aghayev, Charapko, Zhu: Metastable failures in distributed systems, HotOS 2021.
Drawing database(double seconds, ParameterMap caller)
{
    Drawing drawing{seconds};
    drawing.source("callers", kRate, std::move(caller))
        .place("custom-server", "database",
               {{"servers", whole(10)},
                {"serviceTimeMicros", whole(100'000)},
                {"serviceDistribution", text("exponential")}})
        .connect("callers", "database", {{"kind", text("call")}, {"timeoutMillis", whole(1000)}});
    drawing.scenario().faults.push_back(faultOn("database", FaultKind::Slow, kSlowFrom, kSlowFor, 3));
    return drawing;
}

/// The same database with 850 people who think 10 s: 850 / 10.1 = 84/s while it is well.
Drawing crowded(double seconds, ParameterMap caller)
{
    caller["users"] = whole(850);
    caller["thinkSeconds"] = 10.0;
    Drawing drawing{seconds};
    drawing.place("users", "callers", std::move(caller))
        .place("custom-server", "database",
               {{"servers", whole(10)},
                {"serviceTimeMicros", whole(100'000)},
                {"serviceDistribution", text("exponential")}})
        .connect("callers", "database", {{"kind", text("call")}, {"timeoutMillis", whole(1000)}});
    drawing.scenario().faults.push_back(faultOn("database", FaultKind::Slow, kSlowFrom, kSlowFor, 3));
    return drawing;
}

/// Three immediate retries, and what holds them back.
ParameterMap retries(ParameterMap more = {})
{
    more["retry"] = text("fixed");
    more["retryDelayMillis"] = whole(0);
    more["maxAttempts"] = whole(4);
    return more;
}

/// Share of what was asked for that was answered in time, between two seconds of the run.
double goodput(const RunReport& report, double from, double to)
{
    return countBetween(at(report, "callers"), "completed", from, to)
           / countBetween(at(report, "callers"), "offered", from, to);
}

}  // namespace

/// A database at 85% load, slow for 30 s: callers who repeat at once keep it down, callers who hold back do not.
class TstMetastable final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void retriesKeepItDownAfterTheFaultHasEnded()
    {
        const RunReport report = run(database(480, retries()).design);
        QVERIFY(goodput(report, 10, 60) > 0.99);
        // Four attempts a request are 340/s for 100/s: the line only grows, and who is at its head left it long ago.
        QVERIFY(near(goodput(report, 180, 480), 0, 0.01, "goodput"));
        const ComponentReport& server = at(report, "database");
        QVERIFY(server.backlogFinal > (340 - 100) * 300.0);
        // It works all the time, for nobody: 100/s from about 65 s on.
        QVERIFY(near(number(server.counts.abandoned), 30 * 33 + 390 * 100, 2000, "abandoned"));
        QVERIFY(server.counts.abandoned <= server.counts.completed);
    }
    void withoutRetriesItRecovers()
    {
        const RunReport report = run(database(480, {}).design);
        // 30 s at 33/s leave 30 x (85 - 33) = 1,550, and the spare 15/s clear them in 104 s: until 194 s.
        QVERIFY(goodput(report, 100, 150) < 0.05);
        QVERIFY(goodput(report, 240, 480) > 0.98);
        QVERIFY(near(at(report, "database").backlogPeak, 1550, 200, "backlog"));
    }
    void aBudgetLetsItRecover()
    {
        const RunReport report = run(database(720, retries({{"retryBudgetPercent", 10.0}})).design);
        // 93.5/s at most: 30 x (93.5 - 33) = 1,805, and the spare 6.5/s need 278 s: until about 370 s.
        QVERIFY(goodput(report, 150, 250) < 0.05);
        QVERIFY(goodput(report, 540, 720) > 0.98);
        QVERIFY(number(at(report, "database").counts.retried) <= 0.1 * number(report.totals.born) + 10);
        QVERIFY(fact(at(report, "callers"), "retries beyond the budget") > 0);
    }
    void aBreakerLetsItRecover()
    {
        const RunReport report = run(database(480, retries({{"breaker", true}})).design);
        QVERIFY(fact(at(report, "callers"), "times the breaker opened") >= 1);
        QVERIFY(goodput(report, 65, 90) < 0.5);
        // While it is open nothing comes and the line clears: within two pauses of 10 s after the fault.
        QVERIFY(goodput(report, 130, 480) > 0.98);
        QVERIFY(at(report, "database").backlogFinal < 100);
    }
    void theSdksQuotaHoldsRetriesBackToo()
    {
        // 500 tokens are 50 retries after timeouts, and then only what successes give back.
        ParameterMap caller{{"retry", text("sdk-standard")}, {"maxAttempts", whole(4)}};
        const RunReport report = run(database(480, caller).design);
        QVERIFY(fact(at(report, "callers"), "retries beyond the SDK's quota") > 0);
        QVERIFY(goodput(report, 300, 480) > 0.98);
    }
    void usersWhoRepeatAtOnceKeepItDown()
    {
        const RunReport report = run(crowded(480, retries()).design);
        QVERIFY(goodput(report, 10, 60) > 0.99);
        // Nobody is answered in time: a cycle is four tries of 1 s and 10 s of thinking, so they send 4 x 850 / 14 =
        // 243/s for 100/s, though each waits for his answer.
        QVERIFY(near(goodput(report, 180, 480), 0, 0.01, "goodput"));
        QVERIFY(near(countBetween(at(report, "database"), "offered", 180, 480) / 300, 4 * 850 / 14.0, 5,
                     "tries/s"));
        QVERIFY(at(report, "database").counts.abandoned > 30'000);
    }
    void aBudgetLetsUsersRecover()
    {
        const RunReport report = run(crowded(720, retries({{"retryBudgetPercent", 10.0}})).design);
        // While it is down a cycle is 11.1 s: 850 x 1.1 / 11.1 = 84/s at most, and the spare 16/s clear the line.
        QVERIFY(goodput(report, 65, 90) < 0.5);
        QVERIFY(goodput(report, 360, 720) > 0.98);
        // Retries are a tenth of the first tries and the ten that may come at once.
        QVERIFY(number(at(report, "database").counts.retried) <= 0.1 * number(report.totals.born) + 10);
        QVERIFY(number(at(report, "database").counts.retried) > 100);
        QVERIFY(fact(at(report, "callers"), "retries beyond the budget") > 0);
    }
    void aBreakerLetsUsersRecover()
    {
        const RunReport report = run(crowded(480, retries({{"breaker", true}})).design);
        QVERIFY(fact(at(report, "callers"), "times the breaker opened") >= 1);
        QVERIFY(fact(at(report, "callers"), "calls stopped by the breaker") > 0);
        QVERIFY(goodput(report, 65, 90) < 0.5);
        QVERIFY(goodput(report, 180, 480) > 0.98);
        QVERIFY(at(report, "database").backlogFinal < 100);
    }
    void theSdksQuotaHoldsUsersBackToo()
    {
        ParameterMap caller{{"retry", text("sdk-standard")}, {"maxAttempts", whole(4)}};
        const RunReport report = run(crowded(480, caller).design);
        QVERIFY(fact(at(report, "callers"), "retries beyond the SDK's quota") > 0);
        QVERIFY(goodput(report, 300, 480) > 0.98);
    }
    void aLongEnoughTriggerIsNeeded()
    {
        // Half a second of it: 0.5 x (85 - 33) = 26 in line, which 100/s serve within the callers' patience.
        Drawing drawing = database(300, retries());
        drawing.scenario().faults.front().durationSeconds = 0.5;
        QVERIFY(goodput(run(drawing.design), 120, 300) > 0.99);
    }
};

PLIMSOLL_TEST(TstMetastable)
#include "tst_metastable.moc"
