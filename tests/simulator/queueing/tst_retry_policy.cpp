// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/random.h"
#include "simulator/queueing/retry_policy.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

class TstRetryPolicy final : public QObject {
    Q_OBJECT
private slots:
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
        QFETCH(int, tries);
        const RetryPolicy policy = RetryPolicy::of(name.toStdString(), most, 100, dynamoDb);
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
        QFETCH(QList<double>, most);
        const RetryPolicy policy = RetryPolicy::of(name.toStdString(), 100, 100, dynamoDb);
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
        const RetryPolicy policy = RetryPolicy::of("sdk-legacy", 3, 100, true);
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
    void manyTriesDoNotOverflow()
    {
        for (const char* name : {"sdk-legacy", "sdk-standard", "fixed"}) {
            const Duration delay = RetryPolicy::of(name, 1000, 100).delay(500, 0.999);
            QVERIFY(delay > Duration{0} && delay < std::chrono::hours{24 * 366});
        }
    }
};

PLIMSOLL_TEST(TstRetryPolicy)
#include "tst_retry_policy.moc"
