// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/metrics/histogram.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace plimsoll;

class TstHistogram final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyHasNoFigures()
    {
        const Histogram histogram;
        QVERIFY(!histogram.mean() && !histogram.quantile(0.5));
        QCOMPARE(histogram.count(), std::uint64_t{0});
        QCOMPARE(histogram.shareWithin(Duration{1'000}), 0.0);
    }
    void isPreciseAtEveryMagnitude()
    {
        double worst = 0;
        for (int exponent = 0; exponent < 55; ++exponent) {
            const std::int64_t low = std::int64_t{1} << exponent;
            for (std::uint64_t n = 0; n < 400; ++n) {
                // Both ends of the octave, the neighbours of its cells' borders, and values in between.
                const std::int64_t value =
                    n == 0   ? low
                    : n == 1 ? 2 * low - 1
                             : low + static_cast<std::int64_t>(mix64(n) % static_cast<std::uint64_t>(low));
                Histogram histogram;
                histogram.add(Duration{value});
                histogram.add(Duration{std::int64_t{1} << 56});  // so that the maximum does not cut the cell
                const auto read = static_cast<double>(histogram.quantile(0.5)->count());
                worst =
                    std::max(worst, std::abs(read - static_cast<double>(value)) / static_cast<double>(value));
            }
        }
        QVERIFY2(worst <= 0.008, qPrintable(QString::number(worst)));
    }
    void smallValuesAreExact()
    {
        for (std::int64_t value = 0; value < 256; ++value) {
            Histogram histogram;
            histogram.add(Duration{value});
            QCOMPARE(histogram.quantile(0.5)->count(), value);
            QCOMPARE(histogram.max().count(), value);
            QCOMPARE(histogram.mean()->count(), value);
        }
    }
    void beyondTheLastCellStillCounts()
    {
        Histogram histogram;
        histogram.add(Duration{std::int64_t{1} << 55});
        histogram.add(Duration{std::int64_t{1} << 62});
        histogram.add(Duration{-5});
        QCOMPARE(histogram.count(), std::uint64_t{3});
        QCOMPARE(histogram.max().count(), std::int64_t{1} << 62);
        QCOMPARE(histogram.quantile(0.01)->count(), std::int64_t{0});  // a negative span is none
        QVERIFY(histogram.quantile(0.99)->count() >= (std::int64_t{1} << 54));
    }
    void quantilesAreNearestRank_data()
    {
        QTest::addColumn<double>("q");
        QTest::addColumn<int>("rank");
        // Of 1 to 100: the ceil(100 q)-th smallest.
        QTest::newRow("p50") << 0.5 << 50;
        QTest::newRow("p99") << 0.99 << 99;
        QTest::newRow("just above p50") << 0.5001 << 51;
        QTest::newRow("least") << 0.001 << 1;
        QTest::newRow("most") << 0.9999 << 100;
    }
    void quantilesAreNearestRank()
    {
        QFETCH(double, q);
        QFETCH(int, rank);
        Histogram histogram;
        for (std::int64_t value = 1; value <= 100; ++value)
            histogram.add(Duration{value});
        QCOMPARE(histogram.quantile(q)->count(), std::int64_t{rank});
    }
    void quantilesMatchASort()
    {
        Histogram histogram;
        std::vector<double> values;
        for (std::uint64_t n = 0; n < 20'000; ++n) {
            const double value = std::exp(toUnit(mix64(n)) * 30);
            values.push_back(std::floor(value));
            histogram.add(Duration{static_cast<std::int64_t>(value)});
        }
        std::sort(values.begin(), values.end());
        for (double q = 0.0005; q < 1; q += 0.0101) {
            const double exact = values[static_cast<std::size_t>(std::ceil(q * 20'000)) - 1];
            QVERIFY(std::abs(static_cast<double>(histogram.quantile(q)->count()) - exact) <= 0.008 * exact);
        }
    }
    void mergingIsAdding()
    {
        Histogram one, two, all;
        for (std::uint64_t n = 0; n < 5000; ++n) {
            const Duration value{static_cast<std::int64_t>(mix64(n) >> (n % 40 + 10))};
            (n % 3 ? one : two).add(value, n % 5 + 1);
            all.add(value, n % 5 + 1);
        }
        Histogram forwards = one, backwards = two;
        forwards.merge(two);
        backwards.merge(one);
        QCOMPARE(forwards.count(), all.count());
        QVERIFY(forwards.max() == all.max());
        // The sums are doubles: another order of adding may differ in the last of 53 bits.
        for (const Histogram& merged : {forwards, backwards})
            QVERIFY(std::abs(static_cast<double>((*merged.mean() - *all.mean()).count()))
                    <= 1 + 1e-12 * static_cast<double>(all.mean()->count()));
        for (double q = 0.01; q < 1; q += 0.01) {
            QVERIFY(forwards.quantile(q) == all.quantile(q));
            QVERIFY(backwards.quantile(q) == all.quantile(q));
        }
        forwards.merge(Histogram{});
        QCOMPARE(forwards.count(), all.count());
    }
    void sharesWithinALimit()
    {
        Histogram histogram;
        for (std::int64_t value = 1; value <= 100; ++value)
            histogram.add(Duration{value});
        QCOMPARE(histogram.shareWithin(Duration{0}), 0.0);
        QCOMPARE(histogram.shareWithin(Duration{40}), 0.4);
        QCOMPARE(histogram.shareWithin(Duration{100}), 1.0);
        QCOMPARE(histogram.shareWithin(Duration{1'000'000}), 1.0);
    }
    void noQuantileAboveTheMaximum()
    {
        Histogram histogram;
        histogram.add(Duration{1'000'001}, 10'000);
        QVERIFY(*histogram.quantile(0.999) <= histogram.max());
    }
};

PLIMSOLL_TEST(TstHistogram)
#include "tst_histogram.moc"
