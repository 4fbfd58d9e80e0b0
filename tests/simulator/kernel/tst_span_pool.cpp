// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/kernel/span_pool.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {
Member member(std::uint64_t serial)
{
    return {.id = {.serial = serial}, .born = kSimStart, .arrived = kSimStart};
}
}  // namespace

class TstSpanPool final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noneIsNoBatch()
    {
        SpanPool pool;
        QVERIFY(!SpanRef{});
        pool.retain({});
        pool.release({});
        QCOMPARE(pool.live(), std::size_t{0});
        QVERIFY(pool.create());
    }
    void livesUntilItsLastOwnerLetsGo()
    {
        SpanPool pool;
        const SpanRef ref = pool.create();
        pool.members(ref).push_back(member(5));
        pool.retain(ref);
        pool.release(ref);
        QCOMPARE(pool.live(), std::size_t{1});
        QCOMPARE(pool.members(ref).front().id.serial, std::uint64_t{5});
        pool.release(ref);
        QCOMPARE(pool.live(), std::size_t{0});
    }
    void aReusedSlotStartsEmpty()
    {
        SpanPool pool;
        const SpanRef first = pool.create();
        for (std::uint64_t n = 0; n < 100; ++n)
            pool.members(first).push_back(member(n));
        pool.release(first);
        const SpanRef second = pool.create();
        QCOMPARE(second.slot, first.slot);
        QVERIFY(pool.members(second).empty());
        QVERIFY(pool.members(second).capacity() >= 100);  // and without a new allocation
    }
    void aBatchMovesToAnotherPoolWholeAndItsOtherOwnersKeepIt()
    {
        SpanPool pool;
        const SpanRef alone = pool.create(), shared = pool.create();
        pool.members(alone).push_back(member(1));
        pool.members(shared).push_back(member(2));
        pool.retain(shared);
        std::vector<Member> first, second;
        pool.moveOut(alone, first);
        pool.moveOut(shared, second);
        QCOMPARE(first.size(), std::size_t{1});
        QCOMPARE(first.front().id, member(1).id);
        QCOMPARE(second.front().id, member(2).id);
        QCOMPARE(pool.live(), std::size_t{1});
        QCOMPARE(pool.members(shared).size(), std::size_t{1});
    }
    void aHugeBatchGivesItsStorageBack()
    {
        SpanPool pool;
        const SpanRef ref = pool.create();
        pool.members(ref).resize(100'000);
        pool.release(ref);
        QVERIFY(pool.members(pool.create()).capacity() < 100'000);
    }
    void memoryFollowsWhatIsInFlight()
    {
        SpanPool pool;
        std::vector<SpanRef> held;
        std::uint32_t highest = 0;
        for (std::uint64_t step = 0; step < 20'000; ++step) {
            if (held.size() < 30 || (held.size() < 60 && mix64(step) % 2)) {
                held.push_back(pool.create());
                highest = std::max(highest, held.back().slot);
            } else {
                const std::size_t at = mix64(step + 1) % held.size();
                pool.release(held[at]);
                held.erase(held.begin() + static_cast<std::ptrdiff_t>(at));
            }
            QCOMPARE(pool.live(), held.size());
        }
        QVERIFY(highest <= 60);
    }
};

PLIMSOLL_TEST(TstSpanPool)
#include "tst_span_pool.moc"
