// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/law.h"
#include "simulator/draws/random.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <set>
#include <vector>

using namespace plimsoll;

namespace {

MessageId message(std::uint64_t serial)
{
    return {.serial = serial, .origin = 77, .part = 0, .visit = 0, .attempt = 0};
}

/// Pearson's statistic of counts that should be equal.
double chiSquare(const std::vector<int>& counts)
{
    double total = 0, sum = 0;
    for (const int n : counts)
        total += n;
    const double expected = total / static_cast<double>(counts.size());
    for (const int n : counts)
        sum += (n - expected) * (n - expected) / expected;
    return sum;
}

// With 100 cells the statistic has 99 degrees of freedom: mean 99, standard deviation sqrt(198) = 14.1.
constexpr double kHighest = 99 + 5 * 14.1;
constexpr double kLowest = 99 - 5 * 14.1;

}  // namespace

/// Draws are uniform, and depend on nothing but their own key.
class TstRandom final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unitNeverReachesItsEnds()
    {
        QVERIFY(toUnit(0) > 0);
        QVERIFY(toUnit(~std::uint64_t{0}) < 1);
        QCOMPARE(toUnit(std::uint64_t{1} << 63), 0.5 + 0x1p-53);
    }
    void mixingLosesNothing()
    {
        std::set<std::uint64_t> seen;
        for (std::uint64_t n = 0; n < 100'000; ++n)
            seen.insert(mix64(n));
        QCOMPARE(seen.size(), std::size_t{100'000});
    }
    void isUniformOverConsecutiveMessages()
    {
        for (std::uint64_t seed = 1; seed <= 5; ++seed) {
            const DrawKey key{seed, 0, "orders", Purpose::Service};
            std::vector<int> byMessage(100), bySerial(100), lowBits(100);
            for (std::uint64_t n = 0; n < 100'000; ++n) {
                ++byMessage[static_cast<std::size_t>(key.at(message(n)) * 100)];
                ++bySerial[static_cast<std::size_t>(key.at(n) * 100)];
                ++lowBits[key.bitsAt(message(n)) % 100];
            }
            for (const std::vector<int>& counts : {byMessage, bySerial, lowBits}) {
                QVERIFY2(chiSquare(counts) < kHighest && chiSquare(counts) > kLowest,
                         qPrintable(QString::number(chiSquare(counts))));
            }
        }
    }
    void isUniformOverAttemptsVisitsAndParts()
    {
        const DrawKey key{3, 0, "orders", Purpose::Backoff};
        std::vector<int> counts(100);
        for (std::uint64_t serial = 0; serial < 25; ++serial) {
            for (std::uint16_t part = 0; part < 10; ++part) {
                for (std::uint8_t visit = 0; visit < 20; ++visit) {
                    for (std::uint8_t attempt = 0; attempt < 20; ++attempt)
                        ++counts[static_cast<std::size_t>(key.at(MessageId{serial, 1, part, visit, attempt})
                                                          * 100)];
                }
            }
        }
        QVERIFY2(chiSquare(counts) < kHighest, qPrintable(QString::number(chiSquare(counts))));
    }
    void purposesComponentsAndReplicationsAreIndependent()
    {
        // Pairs of draws about one message fill a 10 x 10 grid evenly.
        const DrawKey first{3, 0, "orders", Purpose::Service};
        for (const DrawKey& second :
             {DrawKey{3, 0, "orders", Purpose::Latency}, DrawKey{3, 0, "order", Purpose::Service},
              DrawKey{3, 1, "orders", Purpose::Service}, DrawKey{4, 0, "orders", Purpose::Service}}) {
            std::vector<int> grid(100);
            for (std::uint64_t n = 0; n < 100'000; ++n)
                ++grid[static_cast<std::size_t>(first.at(message(n)) * 10) * 10
                       + static_cast<std::size_t>(second.at(message(n)) * 10)];
            QVERIFY2(chiSquare(grid) < kHighest, qPrintable(QString::number(chiSquare(grid))));
        }
    }
    void aRetryDrawsAnew()
    {
        const DrawKey key{3, 0, "orders", Purpose::Service};
        std::vector<int> grid(100);
        for (std::uint64_t n = 0; n < 100'000; ++n) {
            MessageId again = message(n);
            again.attempt = 1;
            ++grid[static_cast<std::size_t>(key.at(message(n)) * 10) * 10
                   + static_cast<std::size_t>(key.at(again) * 10)];
        }
        QVERIFY2(chiSquare(grid) < kHighest, qPrintable(QString::number(chiSquare(grid))));
    }
    void dependsOnNothingButItsKey()
    {
        const DrawKey key{3, 0, "orders", Purpose::Service};
        const double before = key.at(message(5));
        const DrawKey other{3, 0, "a component added later", Purpose::Service};
        for (std::uint64_t n = 0; n < 1000; ++n)
            static_cast<void>(other.at(n));
        QCOMPARE(key.at(message(5)), before);
        QCOMPARE((DrawKey{3, 0, "orders", Purpose::Service}.at(message(5))), before);
    }
    void everyInstructionLevelGivesTheSameBits()
    {
        std::vector<double> plain(1003), other(1003);
        for (const std::uint64_t state : {0ull, 1ull, 0x123456789ABCDEFull}) {
            fillExponentials(state, plain.data(), plain.size(), InstructionLevel::Plain);
            for (const InstructionLevel level : {InstructionLevel::V3, InstructionLevel::V4}) {
                if (level > bestInstructionLevel())
                    continue;
                fillExponentials(state, other.data(), other.size(), level);
                QVERIFY(plain == other);
            }
            // And the stream hands them out one by one, whatever its blocks.
            GapStream gaps{state};
            for (const double draw : plain)
                QCOMPARE(gaps.exponential(), draw);
        }
    }
    void drawsOfManyMessagesAreThoseOfEach()
    {
        const DrawKey key{7, 3, "server", Purpose::Service};
        const Law law = Law::exponential(1e7);
        IdColumn ids;
        std::vector<MessageId> messages;
        std::vector<double> each, together(IdColumn::kMost);
        for (std::uint64_t n = 0; n < IdColumn::kMost - 1; ++n) {
            const MessageId id{mix64(n), static_cast<std::uint32_t>(n * 77),
                               static_cast<std::uint16_t>(n % 5), static_cast<std::uint8_t>(n % 3),
                               static_cast<std::uint8_t>(n)};
            ids.add(id);
            messages.push_back(id);
            each.push_back(law.quantile(key.at(id)));
        }
        for (const InstructionLevel level :
             {InstructionLevel::Plain, InstructionLevel::V3, InstructionLevel::V4}) {
            if (level > bestInstructionLevel())
                continue;
            key.exponentials(ids, together.data(), level);
            for (std::size_t n = 0; n < each.size(); ++n)
                QCOMPARE(together[n] * 1e7, each[n]);
        }
        for (const Law& other : {law, Law::uniform(5), Law::deterministic(3), Law::logNormal(4, 0.5)}) {
            other.drawAll(ids, key, together.data());
            for (std::size_t n = 0; n < each.size(); ++n)
                QCOMPARE(together[n], other.drawFor(messages[n], key));
        }
    }
    void gapsAreExponential()
    {
        // Mean 1 and standard deviation 1 of 10^6: the means' own errors are 1e-3 and about 2e-3.
        GapStream gaps{mix64(9)};
        double sum = 0, squares = 0;
        std::vector<int> counts(100);
        for (int n = 0; n < 1'000'000; ++n) {
            const double gap = gaps.exponential();
            QVERIFY(gap > 0);
            sum += gap;
            squares += gap * gap;
            ++counts[static_cast<std::size_t>(std::exp(-gap) * 100)];
        }
        QVERIFY(std::abs(sum / 1e6 - 1) < 4e-3);
        QVERIFY(std::abs(squares / 1e6 - 2) < 4 * 4.5e-3);  // Var(X^2) = 24 - 4 = 20
        QVERIFY2(chiSquare(counts) < kHighest, qPrintable(QString::number(chiSquare(counts))));
    }
    void namesHashApart()
    {
        // FNV-1a's published test vectors.
        QCOMPARE(hashOf(""), std::uint64_t{0xcbf29ce484222325});
        QCOMPARE(hashOf("a"), std::uint64_t{0xaf63dc4c8601ec8c});
        QCOMPARE(hashOf("foobar"), std::uint64_t{0x85944171f73967e8});
    }
};

PLIMSOLL_TEST(TstRandom)
#include "tst_random.moc"
