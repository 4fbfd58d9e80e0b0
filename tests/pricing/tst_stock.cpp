// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/stock.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace plimsoll;

namespace {
constexpr double kNeverLeaves = std::numeric_limits<double>::infinity();
}

class TestStock final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void averagesOverAMonth_data()
    {
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("inflow");
        QTest::addColumn<double>("retention");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("expected");
        // A month of 100 s, 2 units/s.
        QTest::newRow("grows all month: 200 / 2") << 0.0 << 2.0 << kNeverLeaves << 0.0 << 100.0 << 100.0;
        QTest::newRow("month 3: 400 + 200 / 2") << 0.0 << 2.0 << kNeverLeaves << 200.0 << 300.0 << 500.0;
        QTest::newRow("start never leaves: 50 + 100") << 50.0 << 2.0 << kNeverLeaves << 0.0 << 100.0 << 150.0;
        // Retention 40 s: 40 s rising to 80 (mean 40), 60 s at 80: (40 x 40 + 60 x 80) / 100 = 64.
        QTest::newRow("bends inside the month") << 0.0 << 2.0 << 40.0 << 0.0 << 100.0 << 64.0;
        QTest::newRow("retention just the month: 100") << 0.0 << 2.0 << 100.0 << 0.0 << 100.0 << 100.0;
        QTest::newRow("retention above the month: 100") << 0.0 << 2.0 << 101.0 << 0.0 << 100.0 << 100.0;
        QTest::newRow("level since long: 2 x 40") << 0.0 << 2.0 << 40.0 << 300.0 << 400.0 << 80.0;
        // 80 there and 2 x 40 steady: what drains is what comes.
        QTest::newRow("already steady") << 80.0 << 2.0 << 40.0 << 0.0 << 100.0 << 80.0;
        // 100 draining over 50 s (mean 50), then nothing: 50 x 50 / 100 = 25.
        QTest::newRow("only drains") << 100.0 << 0.0 << 50.0 << 0.0 << 100.0 << 25.0;
        QTest::newRow("kept for no time at all") << 0.0 << 2.0 << 0.0 << 0.0 << 100.0 << 0.0;
    }
    void averagesOverAMonth()
    {
        QFETCH(double, start);
        QFETCH(double, inflow);
        QFETCH(double, retention);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, expected);
        QCOMPARE((Stock{start, inflow, retention}.meanBetween(from, to)), expected);
    }

    void spellsRepeatEachPeriod()
    {
        // 10 units in the first second of every 10 s: 10 there after the first period, 20 after the second.
        Stock stock{0, 0, kNeverLeaves};
        stock.spells = {{0, 1, 10}};
        stock.periodSeconds = 10;
        QCOMPARE(stock.at(10), 10.0);
        QCOMPARE(stock.at(20), 20.0);
        QCOMPARE(stock.meanInflow(), 1.0);
        // (1 s rising to 10, mean 5, then 9 s at 10) / 10 = 9.5; a period later 10 more.
        QCOMPARE(stock.meanBetween(0, 10), 9.5);
        QCOMPARE(stock.meanBetween(10, 20), 19.5);
        // Kept 5 s: rises for 1 s, stays for 4, drains for 1: 10 x 5 / 10 = 5 on average, every period.
        stock.retentionSeconds = 5;
        QCOMPARE(stock.meanBetween(0, 10), 5.0);
        QCOMPARE(stock.meanBetween(20, 30), 5.0);
    }
    void nothingCountsBeforeItsDelay()
    {
        // 2 units/s that count 40 s late: nothing for 40 s, then 60 s rising to 120: 60 x 60 / 100 = 36.
        Stock stock{0, 2, kNeverLeaves};
        stock.delaySeconds = 40;
        QCOMPARE(stock.at(40), 0.0);
        QCOMPARE(stock.at(100), 120.0);
        QCOMPARE(stock.meanBetween(0, 100), 36.0);
    }
};

PLIMSOLL_TEST(TestStock)
#include "tst_stock.moc"
