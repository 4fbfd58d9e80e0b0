// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/kernel/event_queue.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace plimsoll;

namespace {

/// The slots' contents stand for message ids: the last tie-break must ask them, never the slot numbers.
struct ByContent {
    const std::vector<std::uint64_t>* content;
    bool operator()(std::uint32_t a, std::uint32_t b, Inlet) const { return (*content)[a] < (*content)[b]; }
};

std::vector<Event> someEvents(std::size_t count, std::uint64_t seed, std::vector<std::uint64_t>& content)
{
    std::vector<Event> events;
    content.resize(count);
    for (std::uint32_t n = 0; n < count; ++n) {
        const std::uint64_t bits = mix64(seed * 1'000'003 + n);
        content[n] = mix64(bits + 5);
        // Few instants, nodes and connections, so that every kind of tie is common.
        events.push_back({static_cast<std::int64_t>(bits % 13),
                          Event::tieOf(bits >> 8 & 3, static_cast<Inlet>(bits >> 16 & 3), bits >> 24 & 1),
                          n});
    }
    return events;
}

}  // namespace

class TstEventQueue final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void popsInOrderOfContentHoweverPushed()
    {
        for (std::uint64_t seed = 1; seed <= 30; ++seed) {
            std::vector<std::uint64_t> content;
            std::vector<Event> events = someEvents(1 + mix64(seed) % 700, seed, content);
            std::vector<Event> sorted = events;
            std::sort(sorted.begin(), sorted.end(), [&](const Event& a, const Event& b) {
                return std::tie(a.time, a.tie, content[a.slot]) < std::tie(b.time, b.tie, content[b.slot]);
            });
            for (int order = 0; order < 3; ++order) {
                EventQueue<ByContent> heap{ByContent{&content}};
                for (const Event& event : events)
                    heap.push(event);
                QCOMPARE(heap.size(), events.size());
                for (const Event& expected : sorted) {
                    QCOMPARE(heap.top().slot, expected.slot);
                    QCOMPARE(heap.pop().slot, expected.slot);
                }
                QVERIFY(heap.empty());
                std::rotate(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(events.size() / 3),
                            events.end());
                std::reverse(events.begin(), events.end());
            }
        }
    }
    void popsTheLeastWhilePushesGoOn()
    {
        std::vector<std::uint64_t> content;
        const std::vector<Event> events = someEvents(20'000, 99, content);
        const auto before = [&](const Event& a, const Event& b) {
            return std::tie(a.time, a.tie, content[a.slot]) < std::tie(b.time, b.tie, content[b.slot]);
        };
        EventQueue<ByContent> heap{ByContent{&content}};
        std::vector<Event> plain;
        std::size_t next = 0;
        for (std::uint64_t step = 0; next < events.size() || !plain.empty(); ++step) {
            if (next < events.size()
                && (plain.empty() || mix64(step) % 5 < 3 - (plain.size() > 200 ? 2 : 0))) {
                heap.push(events[next]);
                plain.push_back(events[next++]);
                continue;
            }
            const auto least = std::min_element(plain.begin(), plain.end(), before);
            QCOMPARE(heap.pop().slot, least->slot);
            plain.erase(least);
        }
        QVERIFY(heap.empty());
    }
    void tiesGoByNodeThenInletThenConnection()
    {
        QVERIFY(Event::tieOf(1, Inlet::Request, 9) < Event::tieOf(2, Inlet::Control, 0));
        QVERIFY(Event::tieOf(1, Inlet::Reply, 9) < Event::tieOf(1, Inlet::Timer, 0));
        QVERIFY(Event::tieOf(1, Inlet::Request, 3) < Event::tieOf(1, Inlet::Request, 4));
        const Event event{0, Event::tieOf(4'000'000, Inlet::Timer, 100'000'000), 0};
        QCOMPARE(event.rank(), 4'000'000u);
        QVERIFY(event.inlet() == Inlet::Timer);
    }
};

PLIMSOLL_TEST(TstEventQueue)
#include "tst_event_queue.moc"
