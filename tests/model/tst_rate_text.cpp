// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/rate_text.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using plimsoll::tests::q;

class TestRateText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsVolumesAsPeopleSayThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("perSecond");
        QTest::newRow("bare") << "1000" << 1000.0;
        QTest::newRow("nothing sent") << "0" << 0.0;
        QTest::newRow("fraction") << "0.5" << 0.5;
        QTest::newRow("thousands a second") << "5k/s" << 5000.0;
        QTest::newRow("capital thousands") << "5K/sec" << 5000.0;
        QTest::newRow("a minute") << "2/min" << 2 / 60.0;
        QTest::newRow("exponent") << "1.5e6/h" << 1.5e6 / 3600;
        QTest::newRow("signed exponent") << "1e+3/hour" << 1000 / 3600.0;
        QTest::newRow("a day") << "40M/day" << 40e6 / 86400;
        QTest::newRow("a week") << "7M/week" << 1e6 / 86400;
        // 3,000,000 / (730 x 3,600) = 1.1416
        QTest::newRow("a month of 730 h") << "3M/month" << 3e6 / 2'628'000;
        QTest::newRow("billions") << "2.6B/month" << 2.6e9 / 2'628'000;
        QTest::newRow("giga") << "2.6G/month" << 2.6e9 / 2'628'000;
        QTest::newRow("commas") << "3,000,000/month" << 3e6 / 2'628'000;
        QTest::newRow("spaces") << " 3 M / month " << 3e6 / 2'628'000;
        QTest::newRow("most") << "1e9" << 1e9;
    }
    void readsVolumesAsPeopleSayThem()
    {
        QFETCH(QString, text);
        QFETCH(double, perSecond);
        const Result<double> rate = rateOf(text.toStdString());
        QVERIFY2(rate.has_value(), rate ? "" : rate.error().what.c_str());
        QVERIFY(std::fabs(*rate - perSecond) <= 1e-12 * perSecond);
    }

    void monthIsAsLongAsToldToBe() { QCOMPARE(*rateOf("744/month", 744), 1 / 3600.0); }

    void refusesWhatIsNoRate_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"",       "/s",       "M/month", "3X/month", "3M/year", "3M/",      "-1",
              "+1",     "nan",      "inf",     "1e",       "1e999",   "3m/month", "1,00/s",
              "1,0000", "1000,000", ",5",      "1.2.3",    "5k/s/s",  "1e9k/s",   "1000000001"})
            QTest::newRow(text) << text;
    }
    void refusesWhatIsNoRate()
    {
        QFETCH(QString, text);
        const Result<double> rate = rateOf(text.toStdString());
        QVERIFY(!rate);
        QVERIFY(!rate.error().remedy.empty());
    }

    void quotesNoMoreThanALineOfWhatItRefuses()
    {
        QVERIFY(rateOf(std::string(10'000, 'x')).error().what.size() < 100);
    }
};

PLIMSOLL_TEST(TestRateText)
#include "tst_rate_text.moc"
