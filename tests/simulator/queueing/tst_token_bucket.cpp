// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/queueing/token_bucket.h"
#include "tests/simulator/instants.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

class TstTokenBucket final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSaturatingSourceGetsDepthPlusRate_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("depth");
        QTest::addColumn<double>("units");
        QTest::addColumn<double>("until");
        QTest::newRow("records of a shard") << 1000.0 << 1000.0 << 1.0 << 60.0;
        QTest::newRow("no depth to speak of") << 100.0 << 1.0 << 1.0 << 30.0;
        QTest::newRow("five reads a second") << 5.0 << 5.0 << 1.0 << 100.0;
        QTest::newRow("units of 7") << 333.0 << 500.0 << 7.0 << 20.0;
        QTest::newRow("burst of 300 s") << 10.0 << 3000.0 << 1.0 << 100.0;
        QTest::newRow("fractions") << 2.5 << 2.5 << 0.5 << 40.0;
    }
    void aSaturatingSourceGetsDepthPlusRate()
    {
        QFETCH(double, rate);
        QFETCH(double, depth);
        QFETCH(double, units);
        QFETCH(double, until);
        TokenBucket bucket{rate, depth};
        // Asks every 50 us, more often than anything is refilled. Closed form of the generic cell rate algorithm:
        // floor((depth + rate x T) / units) admissions in [0, T].
        std::uint64_t admitted = 0;
        for (std::int64_t nanos = 0; nanos <= static_cast<std::int64_t>(until * 1e9); nanos += 50'000)
            admitted += bucket.tryTake(units, SimTime{Duration{nanos}}) ? 1 : 0;
        const double expected = std::floor((depth + rate * until) / units + 1e-6);
        QVERIFY2(std::abs(static_cast<double>(admitted) - expected) <= 1,
                 qPrintable(QString::number(admitted)));
        QVERIFY(static_cast<double>(admitted) <= expected);
    }
    void atExactlyTheRateNothingIsRefused()
    {
        // 1,000/s offered at 1,000/s for an hour: sums of 0.001 s x 1000/s must not drift below one unit.
        TokenBucket bucket{1000, 1000, 1};
        for (std::int64_t n = 0; n < 3'600'000; ++n)
            QVERIFY(bucket.tryTake(1, SimTime{Duration{n * 1'000'000}}));
    }
    void exactlyFullAdmitsExactlyTheDepth()
    {
        TokenBucket bucket{10, 5};
        QVERIFY(bucket.tryTake(5, atSecond(0)));
        QVERIFY(!bucket.tryTake(0.001, atSecond(0)));
        QVERIFY(!bucket.has(5, atSecond(0.4999)));
        QVERIFY(bucket.tryTake(5, atSecond(0.5)));
    }
    void creditStopsAtTheDepth()
    {
        TokenBucket bucket{10, 5};
        QCOMPARE(bucket.credit(atSecond(1000)), 5.0);
        for (int n = 0; n < 5; ++n)
            QVERIFY(bucket.tryTake(1, atSecond(1000)));
        QVERIFY(!bucket.tryTake(1, atSecond(1000)));
    }
    void aLargeRequestPassesOnAFullBucketAndLeavesADebt()
    {
        // 10 MiB read from 2 MiB/s: served at once, then nothing for (10 - 2) / 2 + what the next asks for.
        TokenBucket bucket{2, 2};
        QVERIFY(bucket.tryTake(10, atSecond(0)));
        QCOMPARE(bucket.credit(atSecond(0)), -8.0);
        QVERIFY(!bucket.tryTake(1, atSecond(4.4)));
        QVERIFY(bucket.tryTake(1, atSecond(4.5)));
        QVERIFY(!bucket.tryTake(10, atSecond(5)));  // not full: it waits
        QVERIFY(bucket.tryTake(10, atSecond(5.5)));
    }
    void saysWhenItWillBeReady()
    {
        TokenBucket bucket{10, 10};
        QVERIFY(bucket.readyAt(10, atSecond(0)) == atSecond(0));
        bucket.take(10);
        const SimTime ready = bucket.readyAt(3, atSecond(0));
        QVERIFY(std::abs(seconds(ready - atSecond(0.3))) < 1e-8);
        QVERIFY(bucket.tryTake(3, ready));
        TokenBucket dead{0, 1, 0};
        QVERIFY(dead.readyAt(1, atSecond(5)) == kNever);
    }
    void aNewRateCountsFromNow()
    {
        TokenBucket bucket{100, 100};
        QVERIFY(bucket.tryTake(100, atSecond(0)));
        bucket.setRate(10, 10, atSecond(0.05));  // 5 gathered at the old rate
        QVERIFY(std::abs(bucket.credit(atSecond(0.05)) - 5) < 1e-9);
        QVERIFY(std::abs(bucket.credit(atSecond(0.25)) - 7) < 1e-9);
        bucket.setRate(1, 2, atSecond(0.25));
        QVERIFY(std::abs(bucket.credit(atSecond(0.25)) - 2) < 1e-9);
    }
    void timeNeverRunsBack()
    {
        TokenBucket bucket{10, 10};
        QVERIFY(bucket.tryTake(10, atSecond(5)));
        QVERIFY(!bucket.tryTake(1, atSecond(4)));
        QVERIFY(std::abs(bucket.credit(atSecond(5.1)) - 1) < 1e-9);
    }
};

PLIMSOLL_TEST(TstTokenBucket)
#include "tst_token_bucket.moc"
