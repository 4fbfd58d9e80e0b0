// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/text/format.h"
#include "model/support/number_text.h"

using namespace plimsoll;

namespace {

// Non-breaking spaces keep a number and its unit on one line; in the tables below they are plain.
QString unmarked(QString text)
{
    return text.replace(QChar{0x00A0}, u' ').replace(QChar{0x202F}, u' ');
}

const QLocale kEnglish{QLocale::English, QLocale::UnitedStates};
const QLocale kGerman{QLocale::German, QLocale::Germany};

}  // namespace

class tst_Text : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// In a sentence of the core an amount stands as everywhere else, also where no language is set.
    void amountsStandAlikeEverywhere()
    {
        const QLocale before;
        for (const QLocale& locale : {QLocale::c(), QLocale{QLocale::English}, QLocale{QLocale::German}}) {
            QLocale::setDefault(locale);
            const QString said = coreText(std::string{"$1,128"}),
                          shown = Format{}.money(Money::dollars(1128));
            QCOMPARE(said.indexOf(u'$'), shown.indexOf(u'$'));
        }
        QLocale::setDefault(before);
    }
    void writesMoneyInEachLocale_data()
    {
        QTest::addColumn<qint64>("nanodollars");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("zero") << qint64{0} << "$0.00"
                              << "0,00 $";
        QTest::newRow("below half a cent") << qint64{4'999'999} << "<$0.01"
                                           << "<0,01 $";
        QTest::newRow("half a cent") << qint64{5'000'000} << "$0.01"
                                     << "0,01 $";
        QTest::newRow("shards of the note") << qint64{32'400'000'000} << "$32.40"
                                            << "32,40 $";
        QTest::newRow("just below a thousand") << qint64{999'990'000'000} << "$999.99"
                                               << "999,99 $";
        QTest::newRow("rounds to a thousand") << qint64{999'999'000'000} << "$1,000"
                                              << "1.000 $";
        QTest::newRow("reference") << qint64{1'339'960'000'000} << "$1,340"
                                   << "1.340 $";
    }
    void writesMoneyInEachLocale()
    {
        QFETCH(qint64, nanodollars);
        QFETCH(QString, english);
        QFETCH(QString, german);
        QCOMPARE(unmarked(Format{kEnglish}.money(Money::nanodollars(nanodollars))), english);
        QCOMPARE(unmarked(Format{kGerman}.money(Money::nanodollars(nanodollars))), german);
    }

    void keepsCentsWhereColumnsAddUp()
    {
        QCOMPARE(unmarked(Format{kEnglish}.exactMoney(Money::nanodollars(1'450'896'720'000))), "$1,450.90");
        QCOMPARE(unmarked(Format{kGerman}.exactMoney(Money::nanodollars(1'450'896'720'000))), "1.450,90 $");
    }

    void quotesPricesToTheLastDigit()
    {
        QCOMPARE(unmarked(Format{kEnglish}.unitPrice(0.0000166667)), "$0.0000166667");
        QCOMPARE(unmarked(Format{kEnglish}.unitPrice(0.5)), "$0.50");
    }

    void writesTimesInTheUnitThatFits_data()
    {
        QTest::addColumn<double>("millis");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("nothing") << 0.0 << "0 ms"
                                 << "0 ms";
        QTest::newRow("a nanosecond") << 1e-6 << "<1 µs"
                                      << "<1 µs";
        QTest::newRow("microseconds") << 0.25 << "250 µs"
                                      << "250 µs";
        QTest::newRow("milliseconds") << 45.64 << "45.6 ms"
                                      << "45,6 ms";
        QTest::newRow("just below a second") << 999.0 << "999 ms"
                                             << "999 ms";
        QTest::newRow("a second") << 1000.0 << "1 s"
                                  << "1 s";
        QTest::newRow("seconds") << 1234.0 << "1.23 s"
                                 << "1,23 s";
        QTest::newRow("two minutes") << 125'000.0 << "2 min 5 s"
                                     << "2 min 5 s";
        QTest::newRow("hours") << 3.5 * 3'600'000 << "3 h 30 min"
                               << "3 h 30 min";
        QTest::newRow("days") << 60 * 3'600'000.0 << "2.5 days"
                              << "2,5 days";
    }
    void writesTimesInTheUnitThatFits()
    {
        QFETCH(double, millis);
        QFETCH(QString, english);
        QFETCH(QString, german);
        QCOMPARE(unmarked(Format{kEnglish}.millis(millis)), english);
        QCOMPARE(unmarked(Format{kGerman}.millis(millis)), german);
    }

    void groupsRatesAndCounts()
    {
        QCOMPARE(Format{kEnglish}.rate(3000), "3,000/s");
        QCOMPARE(Format{kGerman}.rate(3000), "3.000/s");
        QCOMPARE(Format{kEnglish}.rate(0.586), "0.586/s");
        QCOMPARE(Format{kEnglish}.quantity(7.884e9), "7.884 billion");
        QCOMPARE(Format{kEnglish}.quantity(37'594), "37,594");
        QCOMPARE(Format{kEnglish}.count(10'546'880), "10,546,880");
    }

    void countsBytesIn1024s()
    {
        QCOMPARE(unmarked(Format{kEnglish}.bytes(Bytes::of(1023))), "1,023 B");
        QCOMPARE(unmarked(Format{kEnglish}.bytes(Bytes::of(1024))), "1 KB");
        QCOMPARE(unmarked(Format{kEnglish}.bytes(5.0 * 1024 * 1024)), "5 MB");
        QCOMPARE(unmarked(Format{kGerman}.bytes(1.5 * 1024)), "1,5 KB");
    }

    void neverRoundsAShareUpToItsLimit()
    {
        QCOMPARE(Format{kEnglish}.percent(1.0), "100%");
        QCOMPARE(Format{kEnglish}.percent(0.9999), ">99.9%");
        QCOMPARE(Format{kEnglish}.percent(0.995), "99.5%");
        QCOMPARE(Format{kEnglish}.percent(0.0001), "0.01%");
        QCOMPARE(Format{kEnglish}.percent(0.00001), "<0.01%");
        // As the core's sentences write it, so that a share reads alike in the verdict and beside it.
        for (const double share : {0.00004, 0.00006, 0.0004, 0.00085, 0.00094, 0.00096, 0.0012, 0.04})
            QCOMPARE(Format{kEnglish}.percent(share), QString::fromStdString(plimsoll::percent(share)));
        QCOMPARE(Format{kEnglish}.percent(0), "0%");
        QCOMPARE(unmarked(Format{kGerman}.percent(0.125)), "13 %");
    }

    void writesUnitsAndBoundsAsPeopleSayThem()
    {
        const Format format{kEnglish};
        QCOMPARE(Format::unitText(1, "shards"), "shard");
        QCOMPARE(Format::unitText(3, "shards"), "shards");
        QCOMPARE(Format::unitText(1, "ms"), "ms");
        QCOMPARE(Format::unitText(1, "us"), "µs");
        QCOMPARE(unmarked(format.value(1, "shards")), "1 shard");
        QCOMPARE(unmarked(format.bound(5.0 * 1024 * 1024 * 1024 * 1024, "B")), "5 TB");
        QCOMPARE(unmarked(format.bound(400, "KB")), "400 KB");
        QCOMPARE(unmarked(format.bound(10240, "MB")), "10 GB");
        QCOMPARE(unmarked(format.bound(900, "s")), "15 min");
        QCOMPARE(unmarked(format.bound(500, "shards")), "500 shards");
        QCOMPARE(unmarked(format.bound(1, "shards")), "1 shard");
    }

    void saysWhyAFigureIsMissing()
    {
        LatencySummary none;
        QCOMPARE(Format{kEnglish}.percentile(none, Percentile::P50), "— no completions");
        LatencySummary few;
        few.samples = 100;
        few.p50 = 12.0;
        QCOMPARE(unmarked(Format{kEnglish}.percentile(few, Percentile::P50)), "12 ms");
        QCOMPARE(Format{kEnglish}.percentile(few, Percentile::P99), "— too few samples");
    }

    void writesValuesByTheirUnit()
    {
        const Format format{kEnglish};
        QCOMPARE(unmarked(format.value(3000, QStringLiteral("records/s"))), "3,000 records/s");
        QCOMPARE(unmarked(format.value(0.015, QStringLiteral("USD"))), "$0.015");
        QCOMPARE(unmarked(format.value(80, QStringLiteral("%"))), "80%");
        QCOMPARE(unmarked(format.value(1048576, QStringLiteral("B/s"))), "1 MB/s");
        QCOMPARE(unmarked(format.value(1500, QStringLiteral("ms"))), "1.5 s");
    }
};

PLIMSOLL_TEST(tst_Text)
#include "tst_text.moc"
