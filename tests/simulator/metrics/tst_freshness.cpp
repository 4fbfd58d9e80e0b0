// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/freshness.h"
#include "tests/simulator/instants.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 10 records a second, delivered as `deliveredAt(born second)` says, sampled each second.
template <class DeliveredAt>
FreshnessTracker tracked(double until, DeliveredAt deliveredAt)
{
    FreshnessTracker tracker;
    std::vector<double> waiting;
    for (int tenth = 0; tenth < until * 10; ++tenth) {
        const double now = tenth / 10.0;
        if (tenth % 10 == 0 && tenth > 0) {
            std::erase_if(waiting, [&](double born) {
                if (deliveredAt(born) > now)
                    return false;
                tracker.settled(atSecond(born));
                return true;
            });
            tracker.sample(atSecond(now));
        }
        tracker.accepted(atSecond(now + 0.05));
        waiting.push_back(now + 0.05);
    }
    return tracker;
}

bool near(std::optional<double> value, double expected, double tolerance)
{
    return value && std::abs(*value - expected) <= tolerance;
}

}  // namespace

class TstFreshness final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutTrafficThereIsNone()
    {
        FreshnessTracker tracker;
        for (int second = 1; second < 10; ++second)
            tracker.sample(atSecond(second));
        QVERIFY(!tracker.meanSeconds() && !tracker.maxSeconds());
        QCOMPARE(tracker.undelivered(), std::uint64_t{0});
    }
    void deliveredAtOnceIsFresh()
    {
        const FreshnessTracker tracker = tracked(60, [](double born) { return born; });
        QVERIFY(near(tracker.maxSeconds(), 0, 0.11));  // one slice
        QVERIFY(tracker.undelivered() <= 10);
    }
    void stuckGrowsASecondASecond()
    {
        // Everything until second 20 is delivered at once, nothing after it: at second 59 the view is 39 s old.
        const FreshnessTracker tracker = tracked(60, [](double born) { return born < 20 ? born : 1e9; });
        QVERIFY(near(tracker.maxSeconds(), 39, 0.2));
        QCOMPARE(tracker.undelivered(), std::uint64_t{400});
        QVERIFY(std::abs(tracker.undeliveredAgeSeconds(atSecond(60)) - 40) <= 0.2);
        // mean over seconds 1 to 59: (1 + ... + 39) / 59 = 780 / 59
        QVERIFY(near(tracker.meanSeconds(), 780.0 / 59, 0.2));
    }
    void aPeriodicLoadIsASawtooth()
    {
        // A load every 10 s takes what is there: just after it the view is 0 s old, just before the next 9.
        const FreshnessTracker tracker = tracked(200, [](double born) { return std::ceil(born / 10) * 10; });
        QVERIFY(near(tracker.maxSeconds(), 9, 0.2));
        QVERIFY(near(tracker.meanSeconds(), 4.5, 0.3));
    }
    void oneLateRecordHoldsTheViewBack()
    {
        // Later ones are readable, but not everything before them is.
        FreshnessTracker tracker;
        for (int second = 0; second < 30; ++second) {
            tracker.accepted(atSecond(second + 0.5));
            if (second != 10)
                tracker.settled(atSecond(second + 0.5));
            tracker.sample(atSecond(second + 1));
        }
        QVERIFY(near(tracker.maxSeconds(), 19.5, 0.11));
        QCOMPARE(tracker.undelivered(), std::uint64_t{1});
    }
    void catchesUpWhenTheLastArrives()
    {
        FreshnessTracker tracker;
        tracker.accepted(atSecond(1.5));
        tracker.sample(atSecond(30));
        tracker.settled(atSecond(1.5));
        tracker.sample(atSecond(31));
        QVERIFY(near(tracker.maxSeconds(), 28.5, 0.01));
        QVERIFY(near(tracker.meanSeconds(), 14.25, 0.01));
        QCOMPARE(tracker.undeliveredAgeSeconds(atSecond(31)), 0.0);
    }
    void aRecordTakenInLateCounts()
    {
        // Born early, refused for a while, accepted on a retry after its slice had been done with.
        FreshnessTracker tracker;
        tracker.accepted(atSecond(20));
        tracker.settled(atSecond(20));
        tracker.sample(atSecond(25));
        tracker.accepted(atSecond(3));
        tracker.sample(atSecond(26));
        QVERIFY(near(tracker.maxSeconds(), 23, 0.01));
    }
    void deliveryNotedBeforeItsAcceptanceCancels()
    {
        FreshnessTracker tracker;
        tracker.settled(atSecond(2));
        tracker.sample(atSecond(3));
        tracker.accepted(atSecond(2));
        tracker.sample(atSecond(4));
        tracker.sample(atSecond(9));
        QVERIFY(near(tracker.maxSeconds(), 0, 0));
    }
    void aDuplicateDoesNotAgeTheView()
    {
        // A timed-out put may be stored twice: one acceptance, two deliveries. The view is as fresh as before.
        FreshnessTracker tracker;
        for (int second = 0; second < 100; ++second) {
            tracker.accepted(atSecond(second + 0.5));
            tracker.settled(atSecond(second + 0.5));
            if (second == 10)
                tracker.settled(atSecond(10.5));
            tracker.accepted(atSecond(second + 0.9));
            tracker.sample(atSecond(second + 1));
            tracker.settled(atSecond(second + 0.9));
        }
        QVERIFY(near(tracker.maxSeconds(), 0.1, 0.11));
        tracker.accepted(atSecond(100.5));
        QCOMPARE(tracker.undelivered(), std::uint64_t{1});  // the duplicate hides nobody else
        QVERIFY(std::abs(tracker.undeliveredAgeSeconds(atSecond(103)) - 2.5) < 0.11);
    }
    void aRecordStuckForAMonthIsStillOneRecord()
    {
        FreshnessTracker tracker;
        tracker.accepted(atSecond(5));
        for (double second = 10; second <= 30 * 86'400.0; second += 10) {
            tracker.accepted(atSecond(second - 1));
            tracker.settled(atSecond(second - 1));
            tracker.sample(atSecond(second));
        }
        QCOMPARE(tracker.undelivered(), std::uint64_t{1});
        // To a slice of event time, which has grown with the lag.
        QVERIFY(std::abs(tracker.undeliveredAgeSeconds(atSecond(30 * 86'400.0)) - (30 * 86'400.0 - 5)) < 60);
        tracker.settled(atSecond(5));
        QCOMPARE(tracker.undelivered(), std::uint64_t{0});
    }
};

PLIMSOLL_TEST(TstFreshness)
#include "tst_freshness.moc"
