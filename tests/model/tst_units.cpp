// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/units/bytes.h"
#include "model/units/money.h"
#include "model/units/time.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using plimsoll::tests::q;

class TestUnits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void moneyReadsPlainDecimals_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nanodollars");  // -1: refused
        QTest::newRow("zero") << "0" << qint64{0};
        QTest::newRow("a Lambda GB-second") << "0.0000166667" << qint64{16'667};
        QTest::newRow("ninth digit") << "0.000000001" << qint64{1};
        QTest::newRow("tenth digit, down") << "0.0000000014" << qint64{1};
        QTest::newRow("tenth digit, half up") << "0.0000000015" << qint64{2};
        QTest::newRow("rounding carries") << "0.9999999999" << qint64{1'000'000'000};
        QTest::newRow("nine integer digits") << "999999999" << qint64{999'999'999'000'000'000};
        QTest::newRow("ten integer digits") << "1000000000" << qint64{-1};
        QTest::newRow("empty") << "" << qint64{-1};
        QTest::newRow("sign") << "-1" << qint64{-1};
        QTest::newRow("exponent") << "1e3" << qint64{-1};
        QTest::newRow("space") << " 1" << qint64{-1};
        QTest::newRow("no digits after the point") << "1." << qint64{-1};
        QTest::newRow("no digits before the point") << ".5" << qint64{-1};
        QTest::newRow("comma") << "1,5" << qint64{-1};
        QTest::newRow("two points") << "1.2.3" << qint64{-1};
    }
    void moneyReadsPlainDecimals()
    {
        QFETCH(QString, text);
        QFETCH(qint64, nanodollars);
        const std::optional<Money> money = Money::parse(text.toStdString());
        QCOMPARE(money.has_value(), nanodollars >= 0);
        if (money)
            QCOMPARE(money->nanodollars(), nanodollars);
    }

    void moneyIsShownInWholeCents_data()
    {
        QTest::addColumn<qint64>("nanodollars");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64{0} << "0.00";
        QTest::newRow("just below half a cent") << qint64{4'999'999} << "0.00";
        QTest::newRow("half a cent") << qint64{5'000'000} << "0.01";
        QTest::newRow("minus half a cent") << qint64{-5'000'000} << "-0.01";
        QTest::newRow("minus less") << qint64{-4'999'999} << "0.00";
        QTest::newRow("below a thousand") << qint64{999'994'999'999} << "999.99";
        QTest::newRow("rounds up to a thousand") << qint64{999'995'000'000} << "1,000.00";
        // 3000 WCU x 744 h x 0.00065 + 744 x 0.00013, the reference case.
        QTest::newRow("the study note's table") << qint64{1'450'896'720'000} << "1,450.90";
        QTest::newRow("millions") << qint64{1'234'567'890'000'000} << "1,234,567.89";
    }
    void moneyIsShownInWholeCents()
    {
        QFETCH(qint64, nanodollars);
        QFETCH(QString, text);
        QCOMPARE(q(Money::nanodollars(nanodollars).toString()), text);
    }

    void moneyAddsExactly()
    {
        Money sum;
        for (int i = 0; i < 10; ++i)
            sum += *Money::parse("0.1");
        QVERIFY(sum == Money::dollars(1));  // ten times 0.1 as doubles is not 1
    }

    void bytesRoundUpToBillingUnits_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("rounded");
        QTest::newRow("nothing") << qint64{0} << qint64{0};
        QTest::newRow("one byte") << qint64{1} << qint64{5120};
        QTest::newRow("just below") << qint64{5119} << qint64{5120};
        QTest::newRow("exactly") << qint64{5120} << qint64{5120};
        QTest::newRow("just above") << qint64{5121} << qint64{10'240};
    }
    void bytesRoundUpToBillingUnits()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, rounded);
        QCOMPARE(Bytes::of(bytes).roundedUpTo(5_KiB).count(), rounded);
    }

    void timeRoundsToTheNearestNanosecond()
    {
        QCOMPARE(fromMillis(1.5).count(), 1'500'000);
        QCOMPARE(fromSeconds(0.0000000004).count(), 0);
        QCOMPARE(fromSeconds(0.0000000006).count(), 1);
        QCOMPARE(fromSeconds(-0.0000000006).count(), -1);
        QCOMPARE(seconds(fromSeconds(3600)), 3600.0);
    }
};

PLIMSOLL_TEST(TestUnits)
#include "tst_units.moc"
