// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/breaker_share.h"
#include "simulator/queueing/call_guard.h"
#include "tests/simulator/instants.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

RetryPolicy policyOf(const char* name, int attempts = 3)
{
    return RetryPolicy::of(name, attempts, 0);
}

CallGuard guardedBy(BreakerRule rule)
{
    RetryPolicy policy;
    rule.on = true;
    policy.breaker = rule;
    return CallGuard{policy};
}

}  // namespace

/// A caller's quota, budget and breaker, event by event.
class TstCallGuard final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStandardModeSpendsItsQuota_data()
    {
        QTest::addColumn<bool>("timeouts");
        QTest::addColumn<int>("clients");
        QTest::addColumn<int>("retries");
        QTest::newRow("5 tokens a retry") << false << 1 << 100;  // 500 / 5
        QTest::newRow("10 after a timeout") << true << 1 << 50;  // 500 / 10
        QTest::newRow("each client has its own") << false << 3 << 300;
    }
    void theStandardModeSpendsItsQuota()
    {
        QFETCH(bool, timeouts);
        QFETCH(int, clients);
        QFETCH(int, retries);
        CallGuard guard{policyOf("sdk-standard"), clients};
        int granted = 0;
        for (int call = 0; call < 1000; ++call) {
            CallPass pass;
            granted += guard.retries(atSecond(1), 1, timeouts, pass) ? 1 : 0;
        }
        QCOMPARE(granted, retries);
        QCOMPARE(guard.overQuota(), static_cast<std::uint64_t>(1000 - retries));
    }
    void aSuccessGivesTokensBack()
    {
        CallGuard guard{policyOf("sdk-standard")};
        CallPass retried;
        for (int call = 0; call < 100; ++call)
            QVERIFY(guard.retries(atSecond(1), 1, false, retried));
        CallPass pass;
        QVERIFY(!guard.retries(atSecond(1), 1, false, pass));
        // Four first tries that succeed are worth 4 tokens, one too few; the fifth makes a retry.
        for (int call = 0; call < 4; ++call)
            guard.succeeded(atSecond(1), {});
        QVERIFY(!guard.retries(atSecond(1), 1, false, pass));
        guard.succeeded(atSecond(1), {});
        QVERIFY(guard.retries(atSecond(1), 1, false, pass));
        // A retry that succeeds gives back all it took.
        guard.succeeded(atSecond(1), retried);
        QVERIFY(guard.retries(atSecond(1), 1, false, pass));
        QVERIFY(!guard.retries(atSecond(1), 1, false, pass));
    }
    void tokensNeverPassTheQuota()
    {
        CallGuard guard{policyOf("sdk-standard")};
        for (int call = 0; call < 10'000; ++call)
            guard.succeeded(atSecond(1), {});
        int granted = 0;
        CallPass pass;
        while (guard.retries(atSecond(1), 1, false, pass))
            ++granted;
        QCOMPARE(granted, 100);
    }
    void aBudgetIsAShareOfTheFirstTries()
    {
        RetryPolicy policy = policyOf("fixed", 100);
        policy.budgetShare = 0.1;
        CallGuard guard{policy};
        int granted = 0;
        for (int call = 0; call < 1000; ++call) {
            guard.firstTry();
            CallPass pass;
            for (int tries = 1; tries < 5; ++tries)
                granted += guard.retries(atSecond(call), tries, true, pass) ? 1 : 0;
        }
        // Ten at once, then a tenth of 1,000.
        QVERIFY(granted <= 110 && granted >= 109);
    }
    void withoutABudgetOnlyTheAttemptsCount()
    {
        CallGuard guard{policyOf("fixed", 4)};
        CallPass pass;
        for (int call = 0; call < 1000; ++call)
            QVERIFY(guard.retries(atSecond(call), 3, true, pass)
                    && !guard.retries(atSecond(call), 4, true, pass));
    }
    void theBreakerOpensAtItsShare_data()
    {
        QTest::addColumn<int>("failures");  // of ten
        QTest::addColumn<int>("calls");
        QTest::addColumn<bool>("opens");
        QTest::newRow("below") << 4 << 40 << false;
        QTest::newRow("at") << 5 << 40 << true;
        QTest::newRow("above") << 6 << 40 << true;
        QTest::newRow("too few calls") << 10 << 19 << false;
        QTest::newRow("enough calls") << 10 << 20 << true;
    }
    void theBreakerOpensAtItsShare()
    {
        QFETCH(int, failures);
        QFETCH(int, calls);
        QFETCH(bool, opens);
        CallGuard guard = guardedBy({.failureShare = 0.5, .leastCalls = 20});
        for (int call = 0; call < calls; ++call) {
            CallPass pass;
            if (!guard.admits(atSecond(1), pass))
                break;  // it has opened before the last of them
            // The successes of each ten come first, so that the share is highest at the end of a ten.
            if (call % 10 >= 10 - failures)
                guard.retries(atSecond(1), 1, false, pass);
            else
                guard.succeeded(atSecond(1), pass);
        }
        CallPass pass;
        QCOMPARE(guard.admits(atSecond(1), pass), !opens);
        QCOMPARE(guard.breaker().opened(), std::uint64_t{opens});
    }
    void failuresLeaveTheWindow()
    {
        CallGuard guard =
            guardedBy({.failureShare = 0.5, .leastCalls = 20, .window = std::chrono::seconds{10}});
        CallPass pass;
        for (int call = 0; call < 19; ++call)
            guard.retries(atSecond(1), 1, false, pass);
        // Eleven seconds later they no longer count, a second later they would.
        CallGuard sooner = guard;
        sooner.retries(atSecond(2), 1, false, pass);
        guard.retries(atSecond(12), 1, false, pass);
        QCOMPARE(sooner.breaker().opened(), std::uint64_t{1});
        QCOMPARE(guard.breaker().opened(), std::uint64_t{0});
    }
    void aTrialDecidesAfterThePause()
    {
        CallGuard guard =
            guardedBy({.failureShare = 0.5, .leastCalls = 1, .open = std::chrono::seconds{5}, .trials = 2});
        CallPass old, pass, other;
        QVERIFY(guard.admits(atSecond(0), old));
        guard.retries(atSecond(1), 1, false, old);  // opens until 6 s
        QVERIFY(!guard.admits(atSecond(5.9), pass));
        QVERIFY(guard.admits(atSecond(6), pass) && guard.admits(atSecond(6), other));
        QVERIFY(!guard.admits(atSecond(6), old));  // two trials, no third
        guard.succeeded(atSecond(6.1), pass);
        guard.retries(atSecond(6.2), 1, false, other);  // one of them failed: open until 11.2 s
        QVERIFY(!guard.admits(atSecond(11.1), pass));
        QVERIFY(guard.admits(atSecond(11.2), pass) && guard.admits(atSecond(11.2), other));
        guard.succeeded(atSecond(11.3), pass);
        guard.succeeded(atSecond(11.4), other);
        for (int call = 0; call < 100; ++call)
            QVERIFY(guard.admits(atSecond(11.5), pass));
        QCOMPARE(guard.breaker().opened(), std::uint64_t{2});
        QCOMPARE(guard.breaker().stopped(), std::uint64_t{3});
    }
    void anAnswerFromBeforeSaysNothing()
    {
        CallGuard guard = guardedBy({.failureShare = 0.5, .leastCalls = 1, .open = std::chrono::seconds{5}});
        CallPass first, second, trial;
        QVERIFY(guard.admits(atSecond(0), first) && guard.admits(atSecond(0), second));
        guard.retries(atSecond(1), 1, false, first);
        QVERIFY(guard.admits(atSecond(6), trial));
        guard.succeeded(atSecond(6.5), second);  // left before the circuit opened
        CallPass more;
        QVERIFY(!guard.admits(atSecond(7), more));
        guard.succeeded(atSecond(7), trial);
        QVERIFY(guard.admits(atSecond(7), more));
    }
    void theShareThatPasses_data()
    {
        QTest::addColumn<double>("lost");
        QTest::addColumn<double>("lostTrials");
        QTest::addColumn<double>("passes");
        // Ten a second, open for 10 s after 20 failures. A trial that fails opens it again: one of each 101. One that succeeds
        // closes it, for 20 more: 21 of 121. What never reaches half of the calls never opens it.
        QTest::newRow("it fails always") << 1.0 << 1.0 << 1.0 / 101;
        QTest::newRow("it fails when it is asked much") << 1.0 << 0.0 << 21.0 / 121;
        QTest::newRow("a tenth fails") << 0.1 << 0.1 << 1.0;
    }
    void theShareThatPasses()
    {
        QFETCH(double, lost);
        QFETCH(double, lostTrials);
        QFETCH(double, passes);
        BreakerRule rule;
        rule.on = true;
        QVERIFY(std::abs(passedByBreaker(rule, 10, lost, lostTrials) - passes) < 0.01 * passes);
        rule.on = false;
        QCOMPARE(passedByBreaker(rule, 10, lost, lostTrials), 1.0);
    }
    void aTrialThatIsNeverAnsweredIsReplaced()
    {
        CallGuard guard = guardedBy({.failureShare = 0.5, .leastCalls = 1, .open = std::chrono::seconds{5}});
        CallPass first, trial;
        QVERIFY(guard.admits(atSecond(0), first));
        guard.retries(atSecond(1), 1, false, first);
        QVERIFY(guard.admits(atSecond(6), trial));
        QVERIFY(!guard.admits(atSecond(10.9), trial));
        QVERIFY(guard.admits(atSecond(11), trial));
    }
};

PLIMSOLL_TEST(TstCallGuard)
#include "tst_call_guard.moc"
