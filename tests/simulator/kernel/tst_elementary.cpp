// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/elementary.h"
#include "simulator/draws/random.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

/// Our own elementary functions against the library's.
class TstElementary final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void logarithm()
    {
        // 1e-308 to 1e308 in steps of a thousandth of an octave, and both sides of 1 and of sqrt 2, where the range folds.
        double worst = 0;
        for (double x = 1e-307; x < 1e307; x *= 1.0007)
            worst = std::max(worst, std::abs(deterministicLog(x) - std::log(x))
                                        / std::max(1.0, std::abs(std::log(x))));
        for (const double x : {0.5, 1 - 1e-12, 1.0, 1 + 1e-12, 1.4142135623730949, 1.4142135623730951,
                               1.4142135623730954, 2.0})
            worst = std::max(worst, std::abs(deterministicLog(x) - std::log(x)));
        QVERIFY2(worst < 2e-15, qPrintable(QString::number(worst)));
        QCOMPARE(deterministicLog(1.0), 0.0);
    }
    void logarithmNearOneKeepsItsDigits()
    {
        // Relative to a small result: arrivals with small gaps are -log of draws near 1.
        for (double d = 1e-9; d < 1e-2; d *= 1.7) {
            QVERIFY(std::abs(deterministicLog(1 - d) / std::log(1 - d) - 1) < 1e-12);
            QVERIFY(std::abs(deterministicLog(1 + d) / std::log(1 + d) - 1) < 1e-12);
        }
    }
    void exponential()
    {
        double worst = 0;
        for (double x = -690; x < 690; x += 0.0137)
            worst = std::max(worst, std::abs(deterministicExp(x) / std::exp(x) - 1));
        QVERIFY2(worst < 1e-14, qPrintable(QString::number(worst)));
        QCOMPARE(deterministicExp(0.0), 1.0);
    }
    void exponentialUndoesTheLogarithm()
    {
        for (std::uint64_t n = 0; n < 100'000; ++n) {
            const double x = toUnit(mix64(n)) * 1e6;
            QVERIFY(std::abs(deterministicExp(deterministicLog(x)) / x - 1) < 1e-13);
        }
    }
    void normalQuantileInvertsTheDistribution()
    {
        // Phi(z) = erfc(-z / sqrt 2) / 2. The approximation's own error is 1.15e-9 relative in z.
        double worst = 0;
        for (double p = 1e-9; p < 0.5; p = p < 0.01 ? p * 1.01 : p + 0.0001) {
            for (const double q : {p, 1 - p}) {
                const double z = normalQuantile(q);
                const double back = std::erfc(-z / std::sqrt(2.0)) / 2;
                const double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846);
                worst = std::max(worst, std::abs((back - q) / density) / std::max(1.0, std::abs(z)));
            }
        }
        QVERIFY2(worst < 1.2e-9, qPrintable(QString::number(worst)));
    }
    void normalQuantileIsOddAndKnown()
    {
        QVERIFY(std::abs(normalQuantile(0.5)) < 1e-15);
        QVERIFY(std::abs(normalQuantile(0.975) - 1.959963984540054) < 3e-9);
        QVERIFY(std::abs(normalQuantile(0.99) - 2.3263478740408408) < 3e-9);
        for (double p = 0.001; p < 0.5; p += 0.001)
            QVERIFY(std::abs(normalQuantile(p) + normalQuantile(1 - p)) < 1e-9);
    }
};

PLIMSOLL_TEST(TstElementary)
#include "tst_elementary.moc"
