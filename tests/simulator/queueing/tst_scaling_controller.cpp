// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/scaling_controller.h"

#include "simulator/families/shared/capacity_track.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

using namespace std::chrono_literals;

constexpr SimTime minute(int n)
{
    return kSimStart + n * 1min;
}

class TstScalingController final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scalesToTheTargetAfterADelay()
    {
        ScalingPolicy policy;
        policy.target = 0.7;
        policy.outPoints = policy.outWindow = 2;
        policy.outDelay = 2min;
        ScalingController controller{policy, 10};
        // Above 10 x 0.7 = 7 twice in a row; then 21 / 0.7 = 30, from two minutes later on.
        QCOMPARE(controller.sample(minute(1), 8), kNever);
        QCOMPARE(controller.sample(minute(2), 21), minute(4));
        QCOMPARE(controller.capacity(), 10.0);
        QCOMPARE(controller.decided(), 30.0);
        QVERIFY(!controller.applyDue(minute(3)));
        QVERIFY(controller.applyDue(minute(4)));
        QCOMPARE(controller.capacity(), 30.0);
        QVERIFY(!controller.applyDue(minute(5)));
        QCOMPARE(controller.scaleOuts(), 1u);
    }

    void someOfTheLastLooksAreEnough_data()
    {
        QTest::addColumn<QString>("looks");  // '+' above the target, '-' below
        QTest::addColumn<int>("scalesAt");   // 0: never
        QTest::newRow("two in a row") << "++" << 2;
        QTest::newRow("two of three") << "+-+" << 3;
        QTest::newRow("two of four are too far apart") << "+--+" << 0;
        QTest::newRow("one alone") << "-+---" << 0;
    }
    void someOfTheLastLooksAreEnough()
    {
        QFETCH(QString, looks);
        QFETCH(int, scalesAt);
        ScalingPolicy policy;
        policy.outPoints = 2;
        policy.outWindow = 3;
        ScalingController controller{policy, 1};
        int at = 0;
        for (int n = 1; n <= looks.size(); ++n) {
            if (controller.sample(minute(n), looks[n - 1] == '+' ? 5 : 0.5) != kNever && at == 0)
                at = n;
        }
        QCOMPARE(at, scalesAt);
    }

    void theDeadBandKeepsItStill()
    {
        ScalingPolicy policy;
        policy.target = 10;
        policy.slack = 0.2;
        policy.inPoints = policy.inWindow = 3;
        policy.least = 2;
        ScalingController controller{policy, 4};
        // In below 4 x 10 x 0.8 = 32 only, three times in a row.
        for (int n = 1; n <= 10; ++n)
            QCOMPARE(controller.sample(minute(n), 32), kNever);
        controller.sample(minute(11), 31);
        controller.sample(minute(12), 31);
        controller.sample(minute(13), 32);  // not below: counted anew
        controller.sample(minute(14), 25);
        controller.sample(minute(15), 25);
        QCOMPARE(controller.sample(minute(16), 25), minute(16));
        QVERIFY(controller.applyDue(minute(16)));
        QCOMPARE(controller.capacity(), 3.0);  // ceil(25 / 10)
        // And never below the least.
        for (int n = 17; n <= 19; ++n)
            controller.sample(minute(n), 0);
        QVERIFY(controller.applyDue(minute(19)));
        QCOMPARE(controller.capacity(), 2.0);
        QCOMPARE(controller.scaleIns(), 2u);
    }

    void stepsWaitForTheCooldown()
    {
        ScalingPolicy policy;
        policy.outStep = 2;
        policy.outCooldown = 3min;
        policy.most = 6;
        ScalingController controller{policy, 1};
        std::vector<double> capacity;
        for (int n = 1; n <= 9; ++n) {
            controller.sample(minute(n), 100);
            controller.applyDue(minute(n));
            capacity.push_back(controller.capacity());
        }
        // 1 + 2 at once, the next after 3 minutes, the last stopped by the bound.
        QCOMPARE(capacity, (std::vector<double>{3, 3, 3, 5, 5, 5, 6, 6, 6}));
    }

    void aHigherPeakRaisesWhatIsOnItsWay()
    {
        ScalingPolicy policy;  // twice the highest minute, half an hour later, as on-demand tables do
        policy.target = 0.5;
        policy.grain = 0;
        policy.least = 4000;
        policy.outDelay = 30min;
        policy.pendingGrows = true;
        ScalingController controller{policy, 4000};
        QCOMPARE(controller.sample(minute(1), 2000), kNever);  // not above
        QCOMPARE(controller.sample(minute(2), 3000), minute(32));
        QCOMPARE(controller.sample(minute(3), 5000.25), kNever);
        QCOMPARE(controller.sample(minute(4), 100), kNever);
        QVERIFY(controller.applyDue(minute(32)));
        QCOMPARE(controller.capacity(), 10000.5);
        QCOMPARE(controller.scaleOuts(), 1u);
    }

    void theTrackKeepsMeansOfItsBins()
    {
        CapacityTrack track{1.0, 4};
        track.set(kSimStart, 2);
        track.set(kSimStart + 1500ms, 4);
        const SimTime end = kSimStart + 3500ms;
        // 2 for 1.5 s and 4 for 2 s: 11 in 3.5 s; the second bin has half of each, the last is half a second long.
        QCOMPARE(track.meanUntil(end), 11 / 3.5);
        QCOMPARE(track.series("capacity", "shards", end).values, (std::vector<double>{2, 3, 4, 4}));
    }
};

PLIMSOLL_TEST(TstScalingController)
#include "tst_scaling_controller.moc"
