// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/kernel/pending_slab.h"
#include "tests/support/test_main.h"

#include <map>

using namespace plimsoll;

class TstPendingSlab final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLateAnswerFindsNothing()
    {
        PendingSlab<int> slab;
        const CallToken first = slab.open(7, 3);
        QCOMPARE(*slab.find(first), 7);
        QCOMPARE(first.connection, 3u);
        slab.close(first.slot);
        QVERIFY(slab.find(first) == nullptr);
        // The slot is used again, and the late answer must not reach its new owner.
        const CallToken second = slab.open(8, 3);
        QCOMPARE(second.slot, first.slot);
        QVERIFY(slab.find(first) == nullptr);
        QCOMPARE(*slab.find(second), 8);
    }
    void theNextTryOutdatesTheLast()
    {
        PendingSlab<int> slab;
        const CallToken first = slab.open(7, 3);
        CallToken second;
        slab.reopen(
            first.slot,
            [&](int& call, const CallToken& token) {
                second = token;
                ++call;
            },
            [](const int&) { return 5u; });
        QVERIFY(slab.find(first) == nullptr);
        QCOMPARE(*slab.find(second), 8);
        QCOMPARE(second.connection, 5u);
        QCOMPARE(slab.generationOf(first.slot), second.generation);
        slab.close(second.slot);
        bool used = false;
        slab.reopen(
            second.slot, [&](int&, const CallToken&) { used = true; }, [](const int&) { return 0u; });
        QVERIFY(!used);  // nothing to try again
    }
    void tokensOfNobodyFindNothing()
    {
        PendingSlab<int> slab;
        slab.open(1, 0);
        QVERIFY(slab.find({}) == nullptr);
        QVERIFY(slab.find({CallToken::kUnattended, 0, 0, false}) == nullptr);
    }
    void staysSmallAndExactUnderChurn()
    {
        PendingSlab<std::uint64_t> slab;
        std::map<std::uint64_t, CallToken> open;
        std::vector<CallToken> closed;
        std::uint32_t highest = 0;
        for (std::uint64_t step = 0; step < 50'000; ++step) {
            const std::uint64_t bits = mix64(step);
            if (open.size() < 5 || (open.size() < 40 && bits % 2)) {
                const CallToken token = slab.open(step, 0);
                highest = std::max(highest, token.slot);
                open.emplace(step, token);
            } else {
                const auto at = std::next(open.begin(), static_cast<std::ptrdiff_t>(bits % open.size()));
                QCOMPARE(*slab.find(at->second), at->first);
                slab.close(at->second.slot);
                closed.push_back(at->second);
                open.erase(at);
            }
            QCOMPARE(slab.openCount(), open.size());
            if (!closed.empty())
                QVERIFY(slab.find(closed[bits % closed.size()]) == nullptr);
        }
        QVERIFY2(highest < 40, "slots are reused");
        std::uint64_t seen = 0;
        slab.forEach([&](std::uint64_t call) { seen += open.contains(call) ? 1 : 1000; });
        QCOMPARE(seen, std::uint64_t{open.size()});
    }
    void generationsStayWithinATimerId()
    {
        PendingSlab<int> slab;
        for (int n = 0; n < 1000; ++n)
            slab.close(slab.open(n, 0).slot);
        QVERIFY(slab.open(0, 0).generation < (1u << 28));
    }
};

PLIMSOLL_TEST(TstPendingSlab)
#include "tst_pending_slab.moc"
