// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/queueing/record_log.h"
#include "tests/support/test_main.h"

#include <deque>

using namespace plimsoll;

namespace {

Member member(std::uint64_t serial, double arrived, std::uint32_t bytes = 100)
{
    return {.id = {.serial = serial},
            .born = kSimStart,
            .arrived = SimTime{fromSeconds(arrived)},
            .key = 0,
            .bytes = bytes};
}
constexpr SimTime kLater{std::chrono::hours{1}};

std::vector<std::uint64_t> read(RecordLog& log, std::size_t consumer, std::uint64_t most = 1'000'000,
                                double bytes = 1e18, SimTime now = kLater)
{
    std::vector<Member> out;
    log.read(consumer, now, most, bytes, out);
    std::vector<std::uint64_t> serials;
    for (const Member& m : out)
        serials.push_back(m.id.serial);
    return serials;
}

using Serials = std::vector<std::uint64_t>;

}  // namespace

class TstRecordLog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyConsumerReadsEverythingInOrder()
    {
        RecordLog log{2};
        for (std::uint64_t n = 0; n < 5; ++n)
            log.push(member(n, 1));
        QCOMPARE(read(log, 0, 3), (Serials{0, 1, 2}));
        QCOMPARE(log.unread(0), std::uint64_t{2});
        QCOMPARE(log.unread(1), std::uint64_t{5});
        log.push(member(5, 1));
        QCOMPARE(read(log, 1), (Serials{0, 1, 2, 3, 4, 5}));
        QCOMPARE(read(log, 0), (Serials{3, 4, 5}));
        QVERIFY(log.oldestUnread(0) == nullptr);
        QVERIFY(read(log, 0).empty());
    }
    void readsUpToTheBytesButAlwaysOne()
    {
        RecordLog log{1};
        log.push(member(0, 1, 5000));
        log.push(member(1, 1, 60));
        log.push(member(2, 1, 60));
        QCOMPARE(read(log, 0, 100, 120), Serials{0});       // larger than the limit, or it would never move
        QCOMPARE(read(log, 0, 100, 120), (Serials{1, 2}));  // exactly the limit
        log.push(member(3, 1, 60));
        log.push(member(4, 1, 61));
        QCOMPARE(read(log, 0, 100, 120), Serials{3});
    }
    void doesNotReadAhead()
    {
        RecordLog log{1};
        log.push(member(0, 1));
        log.push(member(1, 2));
        QCOMPARE(read(log, 0, 10, 1e9, SimTime{fromSeconds(1)}), Serials{0});
        QCOMPARE(log.oldestUnread(0)->id.serial, std::uint64_t{1});
        QCOMPARE(read(log, 0, 10, 1e9, SimTime{fromSeconds(2)}), Serials{1});
    }
    void expiresWhatIsTooOldForWhoHadNotReadIt()
    {
        RecordLog log{2};
        for (std::uint64_t n = 0; n < 4; ++n)
            log.push(member(n, static_cast<double>(n)));
        read(log, 0, 1);
        std::vector<std::pair<std::size_t, std::uint64_t>> expired;
        log.expire(SimTime{fromSeconds(2)}, [&](std::size_t consumer, const Member& m) {
            expired.emplace_back(consumer, m.id.serial);
        });
        using Expired = std::vector<std::pair<std::size_t, std::uint64_t>>;
        QCOMPARE(expired, (Expired{{1, 0}, {0, 1}, {1, 1}}));  // what arrived at the limit itself stays
        QCOMPARE(read(log, 0), (Serials{2, 3}));
        QCOMPARE(read(log, 1), (Serials{2, 3}));
    }
    void behavesAsOneQueuePerConsumer()
    {
        RecordLog log{3};
        std::array<std::deque<std::pair<std::uint64_t, double>>, 3> plain;
        std::array<std::uint64_t, 3> lost{}, plainLost{};
        double now = 0;
        for (std::uint64_t step = 0; step < 30'000; ++step) {
            now += 0.01;
            const std::uint64_t bits = mix64(step);
            if (bits % 3) {
                log.push(member(step, now));
                for (auto& queue : plain)
                    queue.emplace_back(step, now);
            } else if (bits % 30 == 0) {
                const SimTime limit{fromSeconds(now - 5)};
                log.expire(limit, [&](std::size_t consumer, const Member&) { ++lost[consumer]; });
                for (std::size_t consumer = 0; consumer < 3; ++consumer) {
                    while (!plain[consumer].empty()
                           && SimTime{fromSeconds(plain[consumer].front().second)} < limit) {
                        plain[consumer].pop_front();
                        ++plainLost[consumer];
                    }
                }
            } else {
                const std::size_t consumer = bits >> 8 & 1 ? 0 : bits >> 9 & 1 ? 1 : 2;
                const std::uint64_t most = bits >> 16 & 7;
                Serials expected;
                while (expected.size() < most && !plain[consumer].empty()) {
                    expected.push_back(plain[consumer].front().first);
                    plain[consumer].pop_front();
                }
                QCOMPARE(read(log, consumer, most), expected);
            }
            for (std::size_t consumer = 0; consumer < 3; ++consumer)
                QCOMPARE(log.unread(consumer), std::uint64_t{plain[consumer].size()});
        }
        QCOMPARE(lost, plainLost);
        QVERIFY(lost[2] > 0);
    }
    void givesItsStorageBackAfterABacklog()
    {
        RecordLog log{1};
        for (std::uint64_t n = 0; n < 200'000; ++n)
            log.push(member(n, 1));
        QVERIFY(log.capacity() >= 200'000);
        read(log, 0);
        QVERIFY2(log.capacity() < 10'000, qPrintable(QString::number(log.capacity())));
        for (std::uint64_t n = 0; n < 3000; ++n)
            log.push(member(n, 1));
        QCOMPARE(read(log, 0).size(), std::size_t{3000});
        // And when the backlog expires instead of being read.
        for (std::uint64_t n = 0; n < 200'000; ++n)
            log.push(member(n, 1));
        log.expire(kLater, [](std::size_t, const Member&) {});
        QVERIFY2(log.capacity() < 10'000, qPrintable(QString::number(log.capacity())));
        log.push(member(7, 1));
        QCOMPARE(read(log, 0), Serials{7});
    }
    void aSteadyBacklogDoesNotGrowTheStorage()
    {
        RecordLog log{1};
        for (std::uint64_t n = 0; n < 1'000'000; ++n) {
            log.push(member(n, 1));
            if (n >= 100)
                read(log, 0, 1);
        }
        QVERIFY(log.capacity() <= 256);
    }
};

PLIMSOLL_TEST(TstRecordLog)
#include "tst_record_log.moc"
