// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/run_report.h"
#include "simulator/metrics/statistics.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;

namespace {

bool close(double value, double expected, double tolerance)
{
    const bool ok = std::abs(value - expected) <= tolerance;
    if (!ok)
        qWarning("%.9g, expected %.9g +- %.3g", value, expected, tolerance);
    return ok;
}

/// Uniform and exponential values of one seed.
class Draws {
public:
    explicit Draws(std::uint64_t seed) : m_key{seed, 0, "test", Purpose::Size} {}
    double uniform() { return m_key.at(m_next++); }
    double exponential() { return -std::log(1 - uniform()); }
    /// Sum of twelve: near enough to normal, variance 1.
    double normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }

private:
    DrawKey m_key;
    std::uint64_t m_next = 0;
};

/// x' = phi x + normal: mean 0, lag-one correlation phi, variance of the mean of n about 1 / (1 - phi)^2 / n.
std::vector<double> autoregressive(double phi, std::size_t count, std::uint64_t seed)
{
    Draws draws{seed};
    std::vector<double> values;
    double x = draws.normal() / std::sqrt(1 - phi * phi);
    for (std::size_t at = 0; at < count; ++at) {
        x = phi * x + draws.normal();
        values.push_back(x);
    }
    return values;
}

}  // namespace

class TstStatistics final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Of `count` values drawn after `known` others the largest lies where those said, 95 times in a hundred, and on both sides.
    void theLargestOfMoreLiesWhereItIsSaidTo_data()
    {
        QTest::addColumn<int>("known");
        QTest::addColumn<int>("count");
        for (const int known : {2, 3, 5, 20}) {
            for (const int count : {1, 4, 30})
                QTest::addRow("%d of %d", count, known) << known << count;
        }
    }
    void theLargestOfMoreLiesWhereItIsSaidTo()
    {
        QFETCH(int, known);
        QFETCH(int, count);
        Draws draws{7};
        constexpr int trials = 2000;
        int covered = 0, above = 0;
        for (int trial = 0; trial < trials; ++trial) {
            std::vector<double> values;
            for (int n = 0; n < known; ++n)
                values.push_back(100 + draws.normal());
            double largest = -1e300;
            for (int n = 0; n < count; ++n)
                largest = std::max(largest, 100 + draws.normal());
            const std::optional<Estimate> said = largestOfMore(values, count);
            QVERIFY(said);
            covered += std::abs(largest - said->mean) <= said->halfWidth ? 1 : 0;
            above += largest > said->mean ? 1 : 0;
        }
        // Four standard errors of a share of 2000; with few values for many the normal law of the estimate is rough.
        QVERIFY2(covered >= trials * 0.92, qPrintable(QString::number(covered)));
        if (known == 20)
            QVERIFY2(covered <= trials * 0.97, qPrintable(QString::number(covered)));
        QVERIFY2(std::abs(above - trials / 2) < trials / 6, qPrintable(QString::number(above)));
        QVERIFY(!largestOfMore({1.0}, count));
    }

    void studentInterval()
    {
        // 1..5: mean 3, s^2 = 10/4 = 2.5, t(4, 0.975) = 2.77645: 2.77645 x sqrt(2.5 / 5) = 1.96324.
        const auto found = estimate({1, 2, 3, 4, 5});
        QVERIFY(found);
        QVERIFY(close(found->mean, 3, 1e-12));
        QVERIFY(close(found->halfWidth, 1.96324, 1e-4));
        QCOMPARE(found->n, 5);
        // t(4, 0.95) = 2.13185
        QVERIFY(close(estimate({1, 2, 3, 4, 5}, 0.90)->halfWidth, 2.13185 * std::sqrt(0.5), 1e-4));
        QVERIFY(!estimate({7}));
        QCOMPARE(estimate({7, 7})->halfWidth, 0.0);
        // 0.3 and 0.1 + 0.2 differ by the last bit only.
        QCOMPARE(estimate({0.3, 0.1 + 0.2})->halfWidth, 0.0);
    }
    void welfordKeepsItsDigits()
    {
        // 1e9 + {4, 7, 13, 16}: mean + 10, variance 30, where sums of squares would have lost it.
        Welford all, left, right;
        for (const double value : {4.0, 7.0, 13.0, 16.0}) {
            all.add(1e9 + value);
            (value < 10 ? left : right).add(1e9 + value);
        }
        QCOMPARE(all.variance(), 30.0);
        left.merge(right);
        QCOMPARE(left.count(), std::uint64_t{4});
        QVERIFY(close(left.mean(), 1e9 + 10, 1e-6));
        QVERIFY(close(left.variance(), 30, 1e-6));
    }
    void pairsCancelWhatTheyShare()
    {
        // Both swing by hundreds, their differences are 1, 2, 3: mean 2, s = 1, t(2, 0.975) = 4.30265.
        const auto found = pairedDifference({100, 500, 300}, {101, 502, 303});
        QVERIFY(close(found->mean, 2, 1e-12));
        QVERIFY(close(found->halfWidth, 4.30265 / std::sqrt(3.0), 1e-4));
        QVERIFY(!pairedDifference({1, 2}, {1}));
    }
    void sharesTheErrorAmongFigures() { QVERIFY(close(bonferroni(0.95, 5), 0.99, 1e-12)); }
    void wilson()
    {
        // 8 of 10 at 95%, z = 1.959964: (0.8 + 0.19207) / 1.38415 = 0.71674, half 0.22656.
        const auto found = proportion(8, 10);
        QVERIFY(close(found->low, 0.4902, 1e-4));
        QVERIFY(close(found->high, 0.9433, 1e-4));
        // None of 10: 0 to z^2 / (n + z^2) = 3.84146 / 13.84146.
        QCOMPARE(proportion(0, 10)->low, 0.0);
        QVERIFY(close(proportion(0, 10)->high, 0.27753, 1e-4));
        QVERIFY(!proportion(0, 0));
    }
    void quantileByRanks()
    {
        // Median of 10: P(Bin(10, 1/2) <= 1) = 11/1024 = 0.0107 <= 0.025 < P(<= 2) = 0.0547: ranks 2 and 9.
        const auto found = quantileInterval({10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.5);
        QVERIFY(found);
        QCOMPARE(found->low, 2.0);
        QCOMPARE(found->high, 9.0);
        // Five values cannot enclose their median at 95%: 2 / 32 > 0.05.
        QVERIFY(!quantileInterval({1, 2, 3, 4, 5}, 0.5));
    }
    void quantileByRanksCoversTheTruth()
    {
        // p90 of an exponential is ln 10. At least 95% of 400: 380 - 4 sqrt(400 x 0.05 x 0.95) = 362.
        int covered = 0;
        Draws draws{5};
        for (int trial = 0; trial < 400; ++trial) {
            std::vector<double> values;
            for (int at = 0; at < 80; ++at)
                values.push_back(draws.exponential());
            const auto found = quantileInterval(values, 0.9);
            QVERIFY(found);
            covered += found->low <= std::log(10) && std::log(10) <= found->high ? 1 : 0;
        }
        QVERIFY2(covered >= 362, qPrintable(QString::number(covered)));
    }
    void neighboursByVonNeumann()
    {
        // 1, 2, 3: steps 1 + 1 = 2, squares 2: ratio 1. Up and down: -1, 1, -1, 1: steps 12, squares 4: ratio 3.
        QCOMPARE(*vonNeumannRatio({1, 2, 3}), 1.0);
        QCOMPARE(*vonNeumannRatio({-1, 1, -1, 1}), 3.0);
        QVERIFY(!vonNeumannRatio({5, 5, 5}));
        QVERIFY(isCorrelated(autoregressive(0.9, 64, 1)));
        // A test at 5%: of 400 independent series 20 fail, 4 sigma = 4 sqrt(400 x 0.05 x 0.95) = 17.4.
        int failed = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed)
            failed += isCorrelated(autoregressive(0, 32, 100 + seed)) ? 1 : 0;
        QVERIFY2(failed >= 2 && failed <= 38, qPrintable(QString::number(failed)));
    }
    void batchesWidenForCorrelation()
    {
        // 20,000 of phi 0.9: the true standard error of the mean is 10 / sqrt(20000) = 0.0707; taken for independent
        // (deviation 2.294) it would be 0.0162. Covered at 95% in 190 of 200, 4 sigma below: 177.
        int covered = 0, sound = 0;
        double width = 0;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const BatchMeans found = batchMeans(autoregressive(0.9, 20'000, seed));
            if (found.verdict != BatchVerdict::Sound)
                continue;
            ++sound;
            covered += std::abs(found.estimate.mean) <= found.estimate.halfWidth ? 1 : 0;
            width += found.estimate.halfWidth;
        }
        QVERIFY2(sound >= 195, qPrintable(QString::number(sound)));
        QVERIFY2(covered >= 0.885 * sound, qPrintable(QString::number(covered)));
        // 32 batches: t = 2.04, so about 0.144; the widest of three looks and what correlation is left add a quarter.
        QVERIFY(close(width / sound, 0.18, 0.03));
    }
    void batchVerdicts()
    {
        QCOMPARE(batchMeans({1, 2, 3}).verdict, BatchVerdict::Insufficient);
        QCOMPARE(batchMeans(std::vector<double>(64, 3.0)).verdict, BatchVerdict::Sound);
        QCOMPARE(batchMeans(std::vector<double>(64, 3.0)).estimate.halfWidth, 0.0);
        std::vector<double> rising, wave;
        for (int at = 0; at < 256; ++at) {
            rising.push_back(at);
            wave.push_back(std::sin(2 * 3.14159265 * at / 256.0 + 1.5707963));
        }
        QCOMPARE(batchMeans(rising).verdict, BatchVerdict::Transient);
        // One slow swing goes nowhere on the whole, yet eight batches of it are far from independent.
        QCOMPARE(batchMeans(wave).verdict, BatchVerdict::Correlated);
    }
    void warmUpByMser()
    {
        // 100 values well above the level, then 900 at it: the cut is at the edge, to one group of five.
        std::vector<double> values = autoregressive(0, 1000, 7);
        for (int at = 0; at < 100; ++at)
            values[static_cast<std::size_t>(at)] += 20;
        const WarmUp found = mser(values);
        QVERIFY(found.settled);
        QVERIFY2(found.deleted >= 100 && found.deleted <= 110, qPrintable(QString::number(found.deleted)));
        // Nothing to delete: at most a few groups, by chance.
        QVERIFY(mser(std::vector<double>(100, 1.0)).deleted == 0);
        // Rises throughout: no start in the first half is a good one.
        std::vector<double> rising;
        for (int at = 0; at < 1000; ++at)
            rising.push_back(at);
        QVERIFY(!mser(rising).settled);
    }
    void warmUpByWelch()
    {
        // e^(-t/50) x 20 on five noisy replications: within two standard errors of the level after some hundreds.
        std::vector<std::vector<double>> replications;
        for (std::uint64_t seed = 0; seed < 5; ++seed) {
            replications.push_back(autoregressive(0, 2000, 40 + seed));
            for (std::size_t at = 0; at < 2000; ++at)
                replications.back()[at] += 20 * std::exp(-static_cast<double>(at) / 50);
        }
        const WarmUp found = welch(replications);
        QVERIFY(found.settled);
        QVERIFY2(found.deleted > 150 && found.deleted < 500, qPrintable(QString::number(found.deleted)));
    }
    void sampleSizes()
    {
        // Deviation 10% of the mean: 1.96 / 0.05 x 0.1 squared = 15.4, with t(17) = 2.110: 17.8 <= 18; with
        // t(16) = 2.120 it would take 17.97 > 17. So 18.
        const double halfWidth = 2.262157 * 10 / std::sqrt(10.0);  // of ten values: t(9, 0.975) = 2.262157
        QCOMPARE(*valuesNeeded({100, halfWidth, 10}, 0.05), 18);
        // Known already: two are the least that say anything.
        QCOMPARE(*valuesNeeded({100, 0, 10}, 0.05), 2);
        QVERIFY(!valuesNeeded({0, 1, 10}, 0.05));
    }
    void histogramRemembersItsBatches()
    {
        // 10,240 samples, 1 ms in the first half, 3 ms in the second: marks every 32, 320 of them.
        BatchedHistogram histogram;
        for (int at = 0; at < 10'240; ++at)
            histogram.add(std::chrono::milliseconds{at < 5'120 ? 1 : 3});
        const std::vector<double> means = histogram.batchMeans();
        QVERIFY(means.size() >= 256 && means.size() < 512);
        QCOMPARE(means.front(), 1.0);
        QCOMPARE(means.back(), 3.0);
        const std::vector<double> medians = histogram.batchQuantiles(0.5, 8, 100);
        QCOMPARE(medians.size(), std::size_t{8});
        QVERIFY(close(medians.front(), 1, 0.07));
        QVERIFY(close(medians.back(), 3, 0.2));
        QVERIFY(histogram.batchQuantiles(0.99, 16, 100'000).empty());
    }
    void quantileOfABatchIsClose()
    {
        // Exponential of mean 10 ms: p50 6.931 ms, p99 46.05 ms. A batch holds about 12,500 samples, so p99's standard
        // error is sqrt(0.01 x 0.99 / 12500) / 0.01 x 10 ms = 0.89%; ranges are 6% wide and interpolated.
        BatchedHistogram histogram;
        Draws draws{3};
        for (int at = 0; at < 200'000; ++at)
            histogram.add(Duration{static_cast<std::int64_t>(1e7 * draws.exponential())});
        const auto p99 = histogram.batchQuantiles(0.99, 16, 400);
        const auto p50 = histogram.batchQuantiles(0.5, 16, 32);
        QCOMPARE(p99.size(), std::size_t{16});
        QVERIFY(close(estimate(p99)->mean, 46.05, 0.9));
        QVERIFY(close(estimate(p50)->mean, 6.931, 0.1));
    }
    void oneRunSaysHowSureItIs()
    {
        BatchedHistogram few, many, rising;
        Draws draws{4};
        for (int at = 0; at < 100; ++at)
            few.add(Duration{static_cast<std::int64_t>(1e7 * draws.exponential())});
        for (int at = 0; at < 40'000; ++at) {
            many.add(Duration{static_cast<std::int64_t>(1e7 * draws.exponential())});
            rising.add(Duration{static_cast<std::int64_t>(1e4 * at)});
        }
        QVERIFY(summarise(few).interval == IntervalBasis::Insufficient);
        QVERIFY(!summarise(few).meanHalfWidth);
        QVERIFY(summarise(rising).interval == IntervalBasis::Transient);
        const LatencySummary summary = summarise(many);
        QVERIFY(summary.interval == IntervalBasis::BatchMeans);
        // 10 ms / sqrt(40000) x 2.04 = 0.102 ms, and up to a third more.
        QVERIFY(close(*summary.meanHalfWidth, 0.115, 0.05));
        QVERIFY(summary.p50HalfWidth && summary.p99HalfWidth);
        // sqrt(0.0099 / 40000) / 0.01 x 10 ms = 0.497 ms, t(15) = 2.13 to t(7) = 2.36: about 1.1 ms.
        QVERIFY(close(*summary.p99HalfWidth, 1.2, 0.7));
    }
};

PLIMSOLL_TEST(TstStatistics)
#include "tst_statistics.moc"
