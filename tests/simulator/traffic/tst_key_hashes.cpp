// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/traffic/decimal_md5.h"
#include "simulator/traffic/key_hashes.h"
#include "tests/support/test_main.h"

#include <QCryptographicHash>

#include <cmath>
#include <memory>
#include <vector>

using namespace plimsoll;

class TstKeyHashes final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheMd5OfTheDecimalKey()
    {
        // md5sum of "0" is cfcd208495d565ef66e7dff9f98764da, and so on: the first 16 digits.
        KeyHashes hashes;
        QCOMPARE(hashes.of(0), std::uint64_t{0xcfcd208495d565ef});
        QCOMPARE(hashes.of(1), std::uint64_t{0xc4ca4238a0b92382});
        QCOMPARE(hashes.of(42), std::uint64_t{0xa1d0c6e83f027327});
        QCOMPARE(hashes.of(42), std::uint64_t{0xa1d0c6e83f027327});
        QCOMPARE(hashes.of(4'294'967'295u), std::uint64_t{0x7ba34a7c9344df2a});
    }
    void sixteenAtOnceAgreeWithAnotherMd5()
    {
        // Blocks in which the number of digits changes, and the last one that is kept.
        for (const std::uint32_t first : {0u, 96u, 992u, 9'984u, 99'984u, 999'984u, 4'194'288u}) {
            for (const InstructionLevel level :
                 {InstructionLevel::Plain, InstructionLevel::V3, InstructionLevel::V4}) {
                if (level > bestInstructionLevel())
                    continue;
                const auto tops = md5OfDecimals(first, level);
                for (std::uint32_t at = 0; at < kDigestsTogether; ++at) {
                    const QByteArray digest =
                        QCryptographicHash::hash(QByteArray::number(first + at), QCryptographicHash::Md5);
                    QCOMPARE(QByteArray::number(quint64{tops[at]}, 16).rightJustified(16, '0'),
                             digest.first(8).toHex());
                }
            }
        }
    }
    void neighboursLieInTheLanesOfTheirOwnHash()
    {
        const auto hashes = std::make_shared<KeyHashes>();
        LaneTable table{hashes};
        for (const std::uint32_t key : {1000u, 3u, 999'999u, 1001u, 4'194'303u, 4'194'304u, 5u}) {
            for (const std::uint32_t neighbour : {key, key ^ 1u, key ^ 7u}) {
                for (const std::uint32_t lanes : {7u, 254u, 255u, 1000u, 70'000u})
                    QCOMPARE(table.laneOf(neighbour, lanes), hashes->laneOf(neighbour, lanes));
            }
        }
    }
    void keysFarApartNeedLittleMemory()
    {
        KeyHashes hashes;
        for (std::uint64_t n = 0; n < 1000; ++n)
            hashes.of(static_cast<std::uint32_t>(mix64(n)));
        QVERIFY2(hashes.remembered() < 10'000'000, qPrintable(QString::number(hashes.remembered())));
    }
    void lanesAreEqualRanges_data()
    {
        QTest::addColumn<quint32>("key");
        QTest::addColumn<QList<quint32>>("lanes");
        // floor(md5 x n / 2^128) for n = 2, 3, 4, 7, 100, by arithmetic of any length.
        QTest::newRow("0") << 0u << QList<quint32>{1, 2, 3, 5, 81};
        QTest::newRow("1") << 1u << QList<quint32>{1, 2, 3, 5, 76};
        QTest::newRow("42") << 42u << QList<quint32>{1, 1, 2, 4, 63};
    }
    void lanesAreEqualRanges()
    {
        QFETCH(quint32, key);
        QFETCH(QList<quint32>, lanes);
        KeyHashes hashes;
        const quint32 counts[] = {2, 3, 4, 7, 100};
        for (int at = 0; at < 5; ++at)
            QCOMPARE(hashes.laneOf(key, counts[at]), lanes[at]);
        QCOMPARE(hashes.laneOf(key, 1), 0u);
    }
    void lanesAreEven()
    {
        KeyHashes hashes;
        for (const std::uint32_t lanes : {3u, 16u, 100u}) {
            std::vector<int> counts(lanes);
            for (std::uint32_t key = 0; key < 200'000; ++key)
                ++counts.at(hashes.laneOf(key, lanes));
            const double expected = 200'000.0 / lanes;
            for (const int n : counts)
                QVERIFY(std::abs(n - expected) < 5 * std::sqrt(expected));
        }
    }
    void aNameHasTheHashOfTheName()
    {
        KeyHashes hashes;
        hashes.name(0x80000005u, "42");
        QCOMPARE(hashes.of(0x80000005u), hashes.of(42));
        // printf eu | md5sum: 4829322d03d1606fb09ae9af59a271d3
        hashes.name(0x80000006u, "eu");
        QCOMPARE(hashes.of(0x80000006u), std::uint64_t{0x4829322d03d1606full});
    }
};

PLIMSOLL_TEST(TstKeyHashes)
#include "tst_key_hashes.moc"
