// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/law.h"
#include "simulator/queueing/extremes.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <random>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A million draws of a log-normal time of this mean and variation, in seconds.
std::vector<double> drawsOf(double mean, double variation, std::uint32_t seed)
{
    const Law law = Law::logNormal(mean * 1e9, variation);
    std::mt19937_64 bits{seed};
    std::vector<double> draws(1'000'000);
    for (double& draw : draws)
        draw = law.quantile((static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53) * 1e-9;
    return draws;
}

DrawnTime timeOf(double mean, double variation)
{
    return {mean, mean * mean * variation * variation};
}

}  // namespace

/// Times of calls that are made together, and of runs that are cut off, against draws of the same laws.
class TstExtremes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLaterOfTwo_data()
    {
        QTest::addColumn<double>("second");
        QTest::addColumn<double>("variation");
        QTest::newRow("alike") << 1.0 << 0.5;
        QTest::newRow("one longer") << 1.5 << 0.5;
        QTest::newRow("heavy tails") << 1.2 << 1.5;
    }
    void theLaterOfTwo()
    {
        QFETCH(double, second);
        QFETCH(double, variation);
        const std::vector<double> a = drawsOf(1, variation, 1), b = drawsOf(second, variation, 2);
        double mean = 0, squared = 0;
        for (std::size_t n = 0; n < a.size(); ++n) {
            const double later = std::max(a[n], b[n]);
            mean += later / 1e6;
            squared += later * later / 1e6;
        }
        const DrawnTime later = laterOf(timeOf(1, variation), timeOf(second, variation));
        QVERIFY(near(later.mean, mean, 0.01 * mean, "mean"));
        QVERIFY(near(later.variance, squared - mean * mean, 0.05 * squared, "variance"));
    }
    void theSlowestOfSeveral()
    {
        const std::vector<double> draws = drawsOf(2, 0.8, 3);
        double mean = 0;
        for (std::size_t n = 0; n + 4 < draws.size(); n += 5)
            mean += *std::max_element(draws.begin() + static_cast<std::ptrdiff_t>(n),
                                      draws.begin() + static_cast<std::ptrdiff_t>(n) + 5)
                    / 200'000;
        QVERIFY(near(slowestOf(5, timeOf(2, 0.8)), mean, 0.01 * mean, "slowest of five"));
        QCOMPARE(slowestOf(1, timeOf(2, 0.8)), 2.0);
        QCOMPARE(slowestOf(7, {2, 0}), 2.0);
    }
    void aTimeThatIsCutOff()
    {
        double mean = 0, share = 0;
        for (const double draw : drawsOf(1, 0.6, 4)) {
            mean += std::min(draw, 1.5) / 1e6;
            share += draw > 1.5 ? 1e-6 : 0;
        }
        const CutOff cut = cutOff(timeOf(1, 0.6), 1.5);
        QVERIFY(near(cut.seconds, mean, 0.003, "mean of what it takes"));
        QVERIFY(near(cut.share, share, 0.002, "share that is cut off"));
        QCOMPARE(cutOff({1, 0}, 1.5).share, 0.0);
        QCOMPARE(cutOff({2, 0}, 1.5).share, 1.0);
        QCOMPARE(cutOff({0, 0}, 1.5).seconds, 0.0);
    }
};

PLIMSOLL_TEST(TstExtremes)
#include "tst_extremes.moc"
