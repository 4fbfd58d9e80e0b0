// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/law.h"
#include "simulator/draws/random.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

struct Moments {
    double mean = 0, variance = 0;
};

Moments sampled(const Law& law, int n = 1'000'000)
{
    Moments m;
    double squares = 0;
    for (int i = 0; i < n; ++i) {
        const double x = law.quantile(toUnit(mix64(static_cast<std::uint64_t>(i))));
        m.mean += x / n;
        squares += x * x / n;
    }
    m.variance = squares - m.mean * m.mean;
    return m;
}

double count(Duration duration)
{
    return static_cast<double>(duration.count());
}

}  // namespace

class TstLaw final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void meanAndVariance_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("variance");
        QTest::newRow("deterministic") << 0 << 0.0;
        QTest::newRow("exponential: m^2") << 1 << 1e6;
        QTest::newRow("uniform on 0 to 2m: m^2 / 3") << 2 << 1e6 / 3;
        QTest::newRow("log-normal of cv 0.7: 0.49 m^2") << 3 << 0.49e6;
    }
    void meanAndVariance()
    {
        QFETCH(int, kind);
        QFETCH(double, variance);
        const Law law = kind == 0   ? Law::deterministic(1000)
                        : kind == 1 ? Law::exponential(1000)
                        : kind == 2 ? Law::uniform(1000)
                                    : Law::logNormal(1000, 0.7);
        QCOMPARE(law.mean(), 1000.0);
        const Moments m = sampled(law);
        // 10^6 draws: the mean's error is sigma / 1000; variances to 2%.
        QVERIFY(std::abs(m.mean - 1000) <= 4 * std::sqrt(variance) / 1000 + 1e-6);
        QVERIFY(std::abs(m.variance - variance) <= 0.02 * variance + 1e-3);
    }
    void goesThroughItsQuantiles()
    {
        // The cold starts of Java 21, whose tail is heavier than a log-normal law through median and p99.
        const Law law = Law::fromQuantiles({{0.5, 241}, {0.9, 287}, {0.95, 333}, {0.99, 635}});
        const std::pair<double, double> known[] = {{0.5, 241}, {0.9, 287}, {0.95, 333}, {0.99, 635}};
        for (const auto& [share, value] : known)
            QVERIFY(std::abs(law.quantile(share) - value) < 1e-6 * value);
        double last = 0;
        for (int n = 1; n < 1000; ++n) {
            QVERIFY(law.quantile(n / 1000.0) > last);
            last = law.quantile(n / 1000.0);
        }
        const Moments m = sampled(law);
        QVERIFY(std::abs(law.mean() - m.mean) < 4 * std::sqrt(m.variance) / 1000);
        // In between the logarithms are linear in the normal quantile: z(0.5) = 0, z(0.9) = 1.2816, so at z = 0.6408
        // (0.7392 of all) the geometric mean.
        QVERIFY(std::abs(law.quantile(0.739185) - std::sqrt(241.0 * 287)) < 0.01);
    }
    void drawsAreItsQuantiles()
    {
        const Law laws[] = {Law::logNormal(1e6, 0.7), Law::logNormal(1e6, 5),
                            Law::logNormalFromQuantiles(5e6, 40e6),
                            Law::fromQuantiles({{0.5, 241e6}, {0.9, 287e6}, {0.95, 333e6}, {0.99, 635e6}})};
        for (const Law& law : laws) {
            double last = 0;
            for (int n = 1; n < 100'000; ++n) {
                const double u = n / 100'000.0, drawn = count(law.draw(u)), exact = law.quantile(u);
                QVERIFY2(std::abs(drawn - exact) <= 2e-5 * exact + 1,
                         qPrintable(QString::number(u, 'g', 17)));
                // A longer one for each larger share: what is drawn by pieces has no steps back between them.
                QVERIFY2(drawn >= last * (1 - 2e-5), qPrintable(QString::number(u, 'g', 17)));
                last = drawn;
            }
            // A copy, and a law that is only alike, draw the same.
            const Law copy = law;
            QCOMPARE(copy.draw(0.3).count(), law.draw(0.3).count());
            QVERIFY(law.draw(0x1p-53) >= law.least());
        }
    }
    void exponentialQuantiles()
    {
        const Law law = Law::exponential(50);
        QVERIFY(std::abs(law.quantile(0.5) - 50 * 0.6931471805599453) < 1e-10);
        QVERIFY(std::abs(law.quantile(0.99) - 50 * 4.605170185988091) < 1e-10);
    }
    void logNormalKeepsTheQuantilesItWasMadeFrom()
    {
        const Law law = Law::logNormalFromQuantiles(100, 500);
        QVERIFY(std::abs(law.quantile(0.5) - 100) < 1e-6);
        QVERIFY(std::abs(law.quantile(0.99) - 500) < 1e-5);
        // mean = median x exp(sigma^2 / 2), sigma = ln 5 / 2.32635 = 0.69183: 100 x 1.27039
        QVERIFY(std::abs(law.mean() - 127.039) < 0.01);
        QVERIFY(std::abs(sampled(law).mean - law.mean()) < 0.5);
    }
    void noSpreadIsNoLaw()
    {
        QCOMPARE(Law::logNormalFromQuantiles(100, 100).quantile(0.999), 100.0);
        QCOMPARE(Law::logNormalFromQuantiles(0, 0).quantile(0.3), 0.0);
        const Law narrow = Law::logNormal(100, 0);
        QVERIFY(std::abs(narrow.quantile(0.99) - 100) < 1e-9);
    }
    void zeroMeanIsZero()
    {
        // A parameter may be set to 0; logarithms of it must not come out as not-a-number.
        for (const Law& law : {Law::exponential(0), Law::uniform(0), Law::deterministic(0),
                               Law::logNormal(0, 1), Law::logNormalFromQuantiles(0, 500)}) {
            const double x = law.quantile(0.7);
            QVERIFY2(std::isfinite(x) && x >= 0 && x <= 500, qPrintable(QString::number(x)));
            QVERIFY(law.draw(0.7).count() >= 0);
        }
    }
    void drawsRoundToNanoseconds()
    {
        QCOMPARE(Law::deterministic(10.4).draw(0.5).count(), std::int64_t{10});
        QCOMPARE(Law::deterministic(10.6).draw(0.5).count(), std::int64_t{11});
    }
    void quantilesRise()
    {
        for (const Law& law : {Law::exponential(9), Law::uniform(9), Law::logNormal(9, 2)}) {
            double last = 0;
            for (double u = 1e-6; u < 1; u += 1e-4) {
                QVERIFY(law.quantile(u) >= last);
                last = law.quantile(u);
            }
        }
    }
};

PLIMSOLL_TEST(TstLaw)
#include "tst_law.moc"
