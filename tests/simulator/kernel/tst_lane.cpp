// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/driver.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <tuple>
#include <vector>

using namespace plimsoll;

namespace {

struct Sent {
    std::int64_t time = 0;
    std::uint32_t connection = 0;
    std::uint64_t serial = 0;
    friend auto operator<=>(const Sent&, const Sent&) = default;
};

/// Times that mostly grow and now and then overtake or meet; ids are not in their order.
std::vector<Sent> traffic(std::uint32_t connection, std::size_t count, bool overtakes = true)
{
    std::vector<Sent> sent;
    for (std::uint64_t n = 0; n < count; ++n) {
        const std::uint64_t bits = mix64(n + 1'000'003ull * connection);
        const auto early = overtakes && bits % 7 == 0 ? static_cast<std::int64_t>(bits >> 32 & 0xFF) : 0;
        sent.push_back(
            {static_cast<std::int64_t>(n) * 8 / 3 * 3 + 300 - early, connection, mix64(bits) >> 1});
    }
    return sent;
}

Message messageOf(const Sent& sent)
{
    Message message;
    message.id.serial = sent.serial;
    return message;
}

}  // namespace

class TstLane final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Whatever way they come in, they come out by time, then by id.
    void handsOutInOrder_data()
    {
        QTest::addColumn<bool>("appended");
        QTest::newRow("pushed one by one") << false;
        QTest::newRow("appended in columns") << true;
    }
    void handsOutInOrder()
    {
        QFETCH(bool, appended);
        std::vector<Sent> sent = traffic(0, 5'000);
        Lane<Message> lane;
        std::vector<Sent> found;
        const auto takeUntil = [&](std::int64_t limit) {
            while (lane.frontTime() < limit) {
                found.push_back({lane.frontTime(), 0, lane.front().id.serial});
                lane.pop();
            }
        };
        for (std::size_t from = 0; from < sent.size();) {
            const std::size_t count =
                std::min<std::size_t>(appended ? 1 + mix64(from) % 100 : 1, sent.size() - from);
            if (appended)
                lane.append(
                    count, [&](std::size_t n) { return sent[from + n].time; },
                    [&](std::size_t n, Message& m) { m = messageOf(sent[from + n]); });
            else
                lane.push(sent[from].time, messageOf(sent[from]));
            from += count;
            if (from < sent.size())  // nothing later is as much earlier
                takeUntil(sent[from].time - 600);
        }
        takeUntil(Lane<Message>::kNothing);
        std::sort(sent.begin(), sent.end());
        QVERIFY(found == sent);
    }
    /// So do many that overtake each other: behind a pool of servers, in clumps of one instant, with a few that take a thousand
    /// times as long, at a rate that changes a thousandfold, after pauses, one by one and in windows.
    void handsOutWhatIsScatteredInOrder_data()
    {
        QTest::addColumn<std::int64_t>("delay");   // the longest of most, nanoseconds
        QTest::addColumn<std::int64_t>("grain");   // times are multiples of it
        QTest::addColumn<std::int64_t>("far");     // one in fifty takes so many times as long
        QTest::addColumn<std::int64_t>("slower");  // between arrivals of the second half
        QTest::addColumn<std::int64_t>("window");
        QTest::newRow("a pool") << 20'000'000L << 1L << 1L << 1L << 2'000'000L;
        QTest::newRow("a pool, one by one") << 1'000'000L << 1L << 1L << 1L << 0L;
        QTest::newRow("clumps") << 20'000'000L << 100'000L << 1L << 1L << 2'000'000L;
        QTest::newRow("one instant") << 20'000'000L << 1'000'000'000L << 1L << 1L << 2'000'000L;
        QTest::newRow("a long tail") << 20'000'000L << 1L << 1000L << 1L << 2'000'000L;
        QTest::newRow("the rate falls") << 20'000'000L << 1L << 1L << 1000L << 2'000'000L;
        QTest::newRow("long waits") << 3'600'000'000'000L << 1L << 1L << 1L << 2'000'000L;
    }
    void handsOutWhatIsScatteredInOrder()
    {
        QFETCH(std::int64_t, delay);
        QFETCH(std::int64_t, grain);
        QFETCH(std::int64_t, far);
        QFETCH(std::int64_t, slower);
        QFETCH(std::int64_t, window);
        constexpr std::uint64_t all = 60'000;
        std::vector<Sent> sent, found;
        Lane<Message> lane;
        std::array<const Lane<Message>::Entry*, kMostInRun> run;
        const auto takeUntil = [&](std::int64_t limit) {
            for (std::size_t count = run.size(); count == run.size();) {
                // Now and then as a node does that is told one thing at a time.
                if (lane.frontTime() < limit && found.size() % 5 == 0) {
                    found.push_back({lane.frontTime(), 0, lane.front().id.serial});
                    lane.pop();
                }
                count = lane.take(limit, run);
                for (std::size_t n = 0; n < count; ++n)
                    found.push_back({run[n]->time, 0, run[n]->payload.id.serial});
                lane.release();
            }
        };
        std::int64_t now = 0, next = 0;
        for (std::uint64_t n = 0; n < all; ++n) {
            const std::uint64_t bits = mix64(n);
            now += static_cast<std::int64_t>(bits % 4001) * (n < all / 2 ? 1 : slower);
            if (n % 20'000 == 19'999)
                now += 10'000'000'000;  // in which all may leave
            if (now >= next) {
                takeUntil(now);
                next = now + window;
            }
            std::int64_t wait =
                1 + static_cast<std::int64_t>(mix64(bits) % static_cast<std::uint64_t>(delay));
            wait *= n % 50 == 0 ? far : 1;
            const Sent one{(now + wait) / grain * grain + grain - 1, 0, mix64(bits) >> 1};
            sent.push_back(one);
            lane.push(one.time, messageOf(one));
        }
        std::size_t waiting = 0;
        lane.forEach([&](std::int64_t, const Message&) { ++waiting; });
        QCOMPARE(waiting, sent.size() - found.size());
        QCOMPARE(lane.size(), waiting);
        lane.changeEach([](Message& message) { ++message.bytes; });
        std::size_t changed = 0;
        lane.forEach([&](std::int64_t, const Message& message) { changed += message.bytes; });
        QCOMPARE(changed, waiting);
        takeUntil(Lane<Message>::kNothing);
        QCOMPARE(lane.size(), std::size_t{0});
        std::sort(sent.begin(), sent.end());
        QVERIFY(found == sent);
    }
    /// Of several lanes: by time, then by connection, then by id, in runs that stop at a limit.
    void mergesInOrder_data()
    {
        QTest::addColumn<int>("lanes");
        QTest::addColumn<bool>("overtakes");
        QTest::newRow("one") << 1 << true;
        QTest::newRow("three") << 3 << true;
        QTest::newRow("two in order") << 2 << false;
        QTest::newRow("three in order") << 3 << false;
        QTest::newRow("four in order") << 4 << false;
        QTest::newRow("five in order") << 5 << false;
        QTest::newRow("sixteen") << 16 << true;
    }
    void mergesInOrder()
    {
        QFETCH(int, lanes);
        QFETCH(bool, overtakes);
        std::vector<Lane<Message>> all(static_cast<std::size_t>(lanes));
        std::vector<Lane<Message>*> places;
        std::vector<Sent> sent;
        for (std::uint32_t connection = 0; connection < all.size(); ++connection) {
            // Not as many in each: some end while others go on.
            for (const Sent& each : traffic(connection, 700 - 90 * (connection % 4), overtakes)) {
                sent.push_back(each);
                Message message = messageOf(each);
                message.replyTo.connection = connection;
                all[connection].push(each.time, message);
            }
            places.push_back(&all[connection]);
        }
        std::vector<Sent> found;
        std::array<const Lane<Message>::Entry*, kMostInRun> run;
        for (std::int64_t limit = 100; found.size() < sent.size(); limit += 100) {
            for (;;) {
                const std::size_t count = takeMerged(places, limit, run);
                for (std::size_t n = 0; n < count; ++n) {
                    QVERIFY(run[n]->time < limit);
                    found.push_back(
                        {run[n]->time, run[n]->payload.replyTo.connection, run[n]->payload.id.serial});
                }
                for (Lane<Message>* lane : places)
                    lane->release();
                if (count < run.size())
                    break;
            }
            for (const Lane<Message>& lane : all)
                QVERIFY(lane.frontTime() >= limit);
        }
        std::sort(sent.begin(), sent.end());
        QVERIFY(found == sent);
    }
    /// What is collected elsewhere and moved here comes out as what is pushed here does, whatever is still waiting.
    void takesOverWhatWasCollected_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("overtakes");
        QTest::newRow("few at a time") << 3 << true;
        QTest::newRow("many at a time") << 400 << true;
        QTest::newRow("in order") << 400 << false;
    }
    void takesOverWhatWasCollected()
    {
        QFETCH(int, size);
        QFETCH(bool, overtakes);
        std::vector<Sent> sent = traffic(0, 5'000, overtakes), found;
        Lane<Message> collected, lane;
        collected.collect();
        for (std::size_t at = 0; at < sent.size(); ++at) {
            collected.push(sent[at].time, messageOf(sent[at]));
            if ((at + 1) % static_cast<std::size_t>(size) != 0 && at + 1 < sent.size())
                continue;
            std::int64_t first = Lane<Message>::kNothing;
            collected.forEach([&](std::int64_t time, const Message&) { first = std::min(first, time); });
            QCOMPARE(collected.firstTime(), first);
            collected.moveTo(lane);
            QCOMPARE(collected.size(), std::size_t{0});
            // Nothing later is as much earlier.
            for (const std::int64_t until = sent[at].time - 600; lane.frontTime() < until; lane.pop())
                found.push_back({lane.frontTime(), 0, lane.front().id.serial});
        }
        for (; lane.frontTime() < Lane<Message>::kNothing; lane.pop())
            found.push_back({lane.frontTime(), 0, lane.front().id.serial});
        std::sort(sent.begin(), sent.end());
        QVERIFY(found == sent);
    }
};

PLIMSOLL_TEST(TstLane)
#include "tst_lane.moc"
