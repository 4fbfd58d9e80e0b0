// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_law.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <map>
#include <vector>

using namespace plimsoll;

namespace {

std::vector<double> shares(const KeyLaw& law, int n = 1'000'000)
{
    std::vector<double> counts(law.keys());
    for (int i = 0; i < n; ++i)
        counts.at(law.draw(mix64(static_cast<std::uint64_t>(i)))) += 1.0 / n;
    return counts;
}

/// k^-s over its sum: what Zipf's law says of key k - 1 among `keys`.
double zipf(std::uint32_t k, std::uint32_t keys, double skew)
{
    double sum = 0;
    for (std::uint32_t j = 1; j <= keys; ++j)
        sum += std::pow(j, -skew);
    return std::pow(k, -skew) / sum;
}

/// Four standard errors of a share p among 10^6, and four records for keys that hardly ever come.
bool isShare(double measured, double p)
{
    return std::abs(measured - p) <= 4 * std::sqrt(p * (1 - p) / 1e6) + 4e-6;
}

}  // namespace

class TstKeyLaw final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void uniformIsEven()
    {
        for (const double share : shares(KeyLaw{50, 0, 0}))
            QVERIFY(isShare(share, 0.02));
        QCOMPARE((KeyLaw{50, 0, 0}.hottestShare()), 0.02);
    }
    void zipfFrequencies_data()
    {
        QTest::addColumn<double>("skew");
        QTest::addColumn<int>("keys");
        for (const double skew : {0.3, 0.8, 1.0, 1.2, 2.0, 3.0}) {
            for (const int keys : {2, 10, 200})
                QTest::addRow("s %g of %d keys", skew, keys) << skew << keys;
        }
    }
    void zipfFrequencies()
    {
        QFETCH(double, skew);
        QFETCH(int, keys);
        const KeyLaw law{static_cast<std::uint32_t>(keys), skew, 0};
        const std::vector<double> measured = shares(law);
        for (std::uint32_t k = 1; k <= static_cast<std::uint32_t>(keys); ++k)
            QVERIFY2(isShare(measured[k - 1], zipf(k, static_cast<std::uint32_t>(keys), skew)),
                     qPrintable(QStringLiteral("key %1: %2").arg(k).arg(measured[k - 1])));
        QVERIFY(std::abs(law.hottestShare() - zipf(1, static_cast<std::uint32_t>(keys), skew)) < 1e-9);
    }
    void aHotKeyTakesItsShareAndTheRestIsSpread()
    {
        const KeyLaw law{11, 0, 0.3};
        const std::vector<double> measured = shares(law);
        QVERIFY(isShare(measured[0], 0.3));
        for (std::size_t key = 1; key < 11; ++key)
            QVERIFY(isShare(measured[key], 0.07));
        QCOMPARE(law.hottestShare(), 0.3);
    }
    void besideAHotKeyTheOthersAreZipf()
    {
        // 40% on key 0, the other 60% by 1, 1/2, 1/3 over 11/6.
        const KeyLaw law{4, 1, 0.4};
        const std::vector<double> measured = shares(law);
        QVERIFY(isShare(measured[0], 0.4));
        QVERIFY(isShare(measured[1], 0.6 * 6 / 11));
        QVERIFY(isShare(measured[2], 0.6 * 3 / 11));
        QVERIFY(isShare(measured[3], 0.6 * 2 / 11));
    }
    void theHottestIsNotAlwaysTheHotKey()
    {
        QVERIFY(std::abs(KeyLaw(3, 0, 0.1).hottestShare() - 0.45) < 1e-12);  // 90% over two
        QVERIFY(std::abs(KeyLaw(4, 1, 0.1).hottestShare() - 0.9 * 6 / 11) < 1e-9);
    }
    void hottestShareOfManyKeysIsClosedForm()
    {
        // Harmonic number of 10^6: ln n + gamma + 1 / 2n = 14.392727.
        QVERIFY(std::abs(KeyLaw(1'000'000, 1, 0).hottestShare() - 1 / 14.392726722865) < 1e-9);
    }
    void edges()
    {
        for (const double skew : {0.0, 1.0}) {
            for (const double hot : {0.0, 0.5, 1.0}) {
                const KeyLaw one{1, skew, hot};
                QCOMPARE(one.draw(mix64(1)), 0u);
                QVERIFY(std::abs(one.hottestShare() - 1) < 1e-12);
                const KeyLaw most{1'000'000'000, skew, hot};
                for (std::uint64_t n = 0; n < 10'000; ++n)
                    QVERIFY(most.draw(mix64(n)) < 1'000'000'000u);
            }
        }
        QCOMPARE(KeyLaw(0, 0, 0).keys(), 1u);
    }
    void listedKeysHaveTheirShares()
    {
        const RawJson value{
            R"({"distribution": "listed", "keys": [{"key": "eu", "share": 60}, {"key": 7, "share": 30},
            {"key": "8", "share": 10}, {"key": "us", "share": 0}]})"};
        QVERIFY(keyLawError(value).empty());
        const KeyLaw law = keyLawOf(value, 2, 0.9);  // skew and hot share do not count beside a list
        QVERIFY(std::abs(law.hottestShare() - 0.6) < 1e-12);
        std::map<std::uint32_t, double> seen;
        constexpr int kRecords = 100'000;
        for (std::uint64_t n = 0; n < kRecords; ++n)
            ++seen[law.draw(mix64(n))];
        QCOMPARE(seen.size(), std::size_t{3});  // nobody asks for "us"
        const std::uint32_t eu = law.listed().front().key;
        QVERIFY(eu >= kNamedKeys);
        for (const auto& [key, share] :
             std::vector<std::pair<std::uint32_t, double>>{{eu, 0.6}, {7u, 0.3}, {8u, 0.1}})
            QVERIFY(std::abs(seen[key] / kRecords - share) < 4 * std::sqrt(share * (1 - share) / kRecords));
    }
    void whatIsNoListOfKeysSaysWhy_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing") << "{}";
        QTest::newRow("another distribution")
            << R"({"distribution": "zipf", "keys": [{"key": "a", "share": 1}]})";
        QTest::newRow("empty") << R"({"distribution": "listed", "keys": []})";
        QTest::newRow("no share") << R"({"distribution": "listed", "keys": [{"key": "a"}]})";
        QTest::newRow("no key") << R"({"distribution": "listed", "keys": [{"share": 1}]})";
        QTest::newRow("a negative share")
            << R"({"distribution": "listed", "keys": [{"key": "a", "share": -1}]})";
        QTest::newRow("shares of 0") << R"({"distribution": "listed", "keys": [{"key": "a", "share": 0}]})";
        QTest::newRow("twice")
            << R"({"distribution": "listed", "keys": [{"key": "7", "share": 1}, {"key": 7, "share": 1}]})";
        QTest::newRow("a negative key") << R"({"distribution": "listed", "keys": [{"key": -7, "share": 1}]})";
        QTest::newRow("no name") << R"({"distribution": "listed", "keys": [{"key": "", "share": 1}]})";
        QTest::newRow("cut off") << R"({"distribution": "listed", "keys": [)";
        QTest::newRow("of text") << R"({"distribution": "listed", "keys": "a, b"})";
    }
    void whatIsNoListOfKeysSaysWhy()
    {
        QFETCH(QString, json);
        const RawJson value{json.toStdString()};
        QVERIFY(!keyLawError(value).empty());
        QCOMPARE(keyLawOf(value, 0, 0).keys(), 1u);  // still something to run with
    }
};

PLIMSOLL_TEST(TstKeyLaw)
#include "tst_key_law.moc"
