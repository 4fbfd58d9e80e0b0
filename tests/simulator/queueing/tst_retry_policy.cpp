// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/queueing/retry_policy.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

class TstRetryPolicy final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsAttempts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("most");
        QTest::addColumn<bool>("dynamoDb");
        QTest::addColumn<int>("tries");
        QTest::newRow("none") << "none" << 7 << false << 1;
        QTest::newRow("unknown") << "sometimes" << 7 << false << 1;
        QTest::newRow("fixed") << "fixed" << 4 << false << 4;
        QTest::newRow("fixed, nonsense") << "fixed" << -3 << false << 1;
        QTest::newRow("standard") << "sdk-standard" << 3 << false << 3;
        QTest::newRow("standard, one") << "sdk-standard" << 1 << false << 1;
        QTest::newRow("legacy: 5 whatever is set") << "sdk-legacy" << 2 << false << 5;
        QTest::newRow("legacy on a table: 10") << "sdk-legacy" << 2 << true << 10;
    }
    void countsAttempts()
    {
        QFETCH(QString, name);
        QFETCH(int, most);
        QFETCH(bool, dynamoDb);
        const LegacyRetry legacy = dynamoDb ? LegacyRetry{10, 50, false, {}} : LegacyRetry{};
        QFETCH(int, tries);
        const RetryPolicy policy = RetryPolicy::of(name.toStdString(), most, 100, legacy);
        int made = 1;
        while (policy.allows(made))
            ++made;
        QCOMPARE(made, tries);
    }
    void delaysStayWithinTheirBounds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("dynamoDb");
        QTest::addColumn<QList<double>>("most");  // seconds, after 1, 2, ... tries
        QTest::newRow("standard: up to 2^i s, 20 at most")
            << "sdk-standard" << false << QList<double>{1, 2, 4, 8, 16, 20, 20};
        QTest::newRow("legacy: up to 1 s x 2^i") << "sdk-legacy" << false << QList<double>{1, 2, 4, 8, 16};
    }
    void delaysStayWithinTheirBounds()
    {
        QFETCH(QString, name);
        QFETCH(bool, dynamoDb);
        const LegacyRetry legacy = dynamoDb ? LegacyRetry{10, 50, false, {}} : LegacyRetry{};
        QFETCH(QList<double>, most);
        const RetryPolicy policy = RetryPolicy::of(name.toStdString(), 100, 100, legacy);
        for (int tries = 1; tries <= most.size(); ++tries) {
            const double bound = most[tries - 1];
            double sum = 0;
            for (std::uint64_t n = 0; n < 10'000; ++n) {
                const double delay = seconds(policy.delay(tries, toUnit(mix64(n))));
                QVERIFY(delay >= 0 && delay <= bound);
                sum += delay / 10'000;
            }
            QVERIFY(std::abs(sum - bound / 2) < 0.02 * bound);  // full jitter
        }
    }
    void aTablesLegacyClientSleepsWithoutJitter()
    {
        // 0.05 s x 2^(n-1), the full time each time.
        const RetryPolicy policy = RetryPolicy::of("sdk-legacy", 3, 100, {10, 50, false, {}});
        for (const double u : {0.01, 0.5, 0.99}) {
            QVERIFY(policy.delay(1, u) == std::chrono::milliseconds{50});
            QVERIFY(policy.delay(4, u) == std::chrono::milliseconds{400});
        }
    }
    void fixedIsFixed()
    {
        const RetryPolicy policy = RetryPolicy::of("fixed", 5, 250);
        QVERIFY(policy.delay(1, 0.1) == std::chrono::milliseconds{250});
        QVERIFY(policy.delay(4, 0.9) == std::chrono::milliseconds{250});
    }
    void exponentialPausesGrowToTheirCap_data()
    {
        QTest::addColumn<int>("jitter");
        QTest::addColumn<double>("least");  // shares of the pause
        QTest::addColumn<double>("most");
        QTest::newRow("none") << static_cast<int>(RetryPolicy::Jitter::None) << 1.0 << 1.0;
        QTest::newRow("full") << static_cast<int>(RetryPolicy::Jitter::Full) << 0.0 << 1.0;
        QTest::newRow("equal") << static_cast<int>(RetryPolicy::Jitter::Equal) << 0.5 << 1.0;
    }
    void exponentialPausesGrowToTheirCap()
    {
        QFETCH(int, jitter);
        QFETCH(double, least);
        QFETCH(double, most);
        RetryPolicy policy = RetryPolicy::of("exponential", 100, 100);
        policy.spread = static_cast<RetryPolicy::Jitter>(jitter);
        policy.multiplier = 3;
        policy.cap = std::chrono::seconds{2};
        const double pauses[] = {0.1, 0.3, 0.9, 2, 2};  // 2.7 and more are cut
        for (int tries = 1; tries <= 5; ++tries) {
            const double pause = pauses[tries - 1];
            QVERIFY(std::abs(seconds(policy.delay(tries, 1e-12)) - least * pause) < 1e-8);
            QVERIFY(std::abs(seconds(policy.delay(tries, 1 - 1e-12)) - most * pause) < 1e-8);
        }
    }
    void decorrelatedPausesFollowFromTheOnesBefore()
    {
        RetryPolicy policy = RetryPolicy::of("exponential", 100, 100);
        policy.spread = RetryPolicy::Jitter::Decorrelated;
        policy.cap = std::chrono::seconds{5};
        const DrawKey draws{1, 0, "caller", Purpose::Backoff};
        double sum = 0;
        for (std::uint64_t serial = 0; serial < 10'000; ++serial) {
            double last = 0.1;
            for (std::uint8_t attempt = 0; attempt < 6; ++attempt) {
                const MessageId id{serial, 7, 0, 0, attempt};
                const double pause = seconds(policy.delayAfter(id, draws));
                // Between the base and three times the last one, 5 s at most.
                QVERIFY(pause >= 0.1 - 1e-9 && pause <= std::min(5.0, 3 * last) + 1e-9);
                last = pause;
                sum += attempt == 0 ? pause / 10'000 : 0;
            }
        }
        // The first is uniform from 0.1 to 0.3 s: mean 0.2, four standard errors of 0.2 / sqrt(12 x 10,000).
        QVERIFY(std::abs(sum - 0.2) < 4 * 0.2 / std::sqrt(120'000.0));
    }
    void manyTriesDoNotOverflow()
    {
        for (const char* name : {"sdk-legacy", "sdk-standard", "fixed", "exponential"}) {
            const Duration delay = RetryPolicy::of(name, 1000, 100).delay(500, 0.999);
            QVERIFY(delay > Duration{0} && delay < std::chrono::hours{24 * 366});
        }
    }
};

PLIMSOLL_TEST(TstRetryPolicy)
#include "tst_retry_policy.moc"
