// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/stock.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace plimsoll;

namespace {
constexpr double kForever = std::numeric_limits<double>::infinity();
}

class TestStock final : public QObject {
    Q_OBJECT
private slots:
    void averagesOverAMonth_data()
    {
        QTest::addColumn<double>("start");
        QTest::addColumn<double>("inflow");
        QTest::addColumn<double>("retention");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("expected");
        // A month of 100 s, 2 units/s.
        QTest::newRow("grows all month: 200 / 2") << 0.0 << 2.0 << kForever << 0.0 << 100.0 << 100.0;
        QTest::newRow("month 3: 400 + 200 / 2") << 0.0 << 2.0 << kForever << 200.0 << 300.0 << 500.0;
        QTest::newRow("start never leaves: 50 + 100") << 50.0 << 2.0 << kForever << 0.0 << 100.0 << 150.0;
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
};

PLIMSOLL_TEST(TestStock)
#include "tst_stock.moc"
