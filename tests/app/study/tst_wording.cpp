// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/wording.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace plimsoll;

class TestWording final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roundsDollarsForSentences()
    {
        QCOMPARE(roundDollars(*Money::parse("99.99")), std::string{"$99.99"});
        QCOMPARE(roundDollars(*Money::parse("100")), std::string{"$100"});
        QCOMPARE(roundDollars(*Money::parse("1339.96")), std::string{"$1,340"});
        QCOMPARE(roundDollars(Money{} - *Money::parse("1127.61")), std::string{"-$1,128"});
        QCOMPARE(dollars(Money{} - *Money::parse("10.95")), std::string{"-$10.95"});
        // What is there is never shown as nothing.
        QCOMPARE(dollars(*Money::parse("0.005")), std::string{"$0.005"});
        QCOMPARE(dollars(*Money::parse("0.00123")), std::string{"$0.00123"});
        QCOMPARE(dollars(Money{} - *Money::parse("0.00123")), std::string{"-$0.00123"});
        QCOMPARE(dollars(Money{}), std::string{"$0.00"});
    }

    void writesFigures()
    {
        QCOMPARE(figure(7.884e9), std::string{"7,884,000,000"});
        QCOMPARE(figure(37593.84), std::string{"37,594"});
        QCOMPARE(figure(999.6), std::string{"1,000"});
        QCOMPARE(figure(0.5859375), std::string{"0.586"});
        QCOMPARE(figure(12.345), std::string{"12.3"});
        QCOMPARE(figure(0.0), std::string{"0"});
        QCOMPARE(figure(-1234.0), std::string{"-1,234"});
        QCOMPARE(figure(std::numeric_limits<double>::infinity()), std::string{"unlimited"});
        QCOMPARE(figure(std::uint64_t{10'800'000}), std::string{"10,800,000"});
    }

    void percentsDoNotFlatter()
    {
        QCOMPARE(percent(1.0), std::string{"100%"});
        QCOMPARE(percent(0.9996), std::string{"100%"});
        QCOMPARE(percent(0.9994), std::string{"99.9%"});
        QCOMPARE(percent(0.976), std::string{"98%"});
        QCOMPARE(percent(0.0321), std::string{"3.2%"});
        QCOMPARE(percent(0.0004), std::string{"0.04%"});
        QCOMPARE(percent(0.0), std::string{"0%"});
        QCOMPARE(percent(12.5), std::string{"1,250%"});
    }

    void sharesReadAlikeWhereverTheyRound()
    {
        QCOMPARE(percent(0.00004), std::string{"<0.01%"});
        QCOMPARE(percent(0.00005), std::string{"0.01%"});
        QCOMPARE(percent(0.00049), std::string{"0.05%"});
        QCOMPARE(percent(0.00094), std::string{"0.09%"});
        QCOMPARE(percent(0.00096), std::string{"0.1%"});
        QCOMPARE(percent(0.00099), std::string{"0.1%"});
        QCOMPARE(percent(0.00101), std::string{"0.1%"});
        QCOMPARE(percent(-0.3), std::string{"-30%"});
    }

    void countsInWords()
    {
        QCOMPARE(counted(1, "record"), std::string{"1 record"});
        QCOMPARE(counted(2, "record"), std::string{"2 records"});
        QCOMPARE(counted(0, "query"), std::string{"0 queries"});
        QCOMPARE(counted(1'000, "batch"), std::string{"1,000 batches"});
        QCOMPARE(counted(3, "day"), std::string{"3 days"});
    }

    void dataNumbersAreShortAndPlain()
    {
        QCOMPARE(dataNumber(3000000.0000000005), std::string{"3000000"});
        QCOMPARE(dataNumber(0.1 + 0.2), std::string{"0.3"});
        QCOMPARE(dataNumber(438000000.0), std::string{"438000000"});
        QCOMPARE(dataNumber(0.000001), std::string{"0.000001"});
        QCOMPARE(dataNumber(-0.0), std::string{"0"});
        QCOMPARE(dataNumber(1.0 / 3), std::string{"0.333333333333333"});
        QCOMPARE(dataNumber(std::numeric_limits<double>::infinity()), std::string{});
        QCOMPARE(dataNumber(1.5e-9), std::string{"1.5e-09"});
    }

    void writesTimes()
    {
        QCOMPARE(millisText(0.32), std::string{"320 us"});
        QCOMPARE(millisText(45.62), std::string{"45.6 ms"});
        QCOMPARE(millisText(1234.0), std::string{"1.23 s"});
        QCOMPARE(spanText(3600), std::string{"1 h"});
        QCOMPARE(spanText(90), std::string{"90 s"});
        QCOMPARE(spanText(125), std::string{"2 min 5 s"});
        QCOMPARE(spanText(5400), std::string{"90 min"});
        QCOMPARE(spanText(9000), std::string{"2 h 30 min"});
    }

    void keepsTypedByteCounts()
    {
        QCOMPARE(bytesText(1024), std::string{"1,024 B"});
        QCOMPARE(bytesText(5120), std::string{"5 KB"});
        QCOMPARE(bytesText(3.0 * 1024 * 1024), std::string{"3 MB"});
    }
};

PLIMSOLL_TEST(TestWording)
#include "tst_wording.moc"
