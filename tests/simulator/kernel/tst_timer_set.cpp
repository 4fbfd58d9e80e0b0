// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/kernel/timer_set.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

class TstTimerSet final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsNever() { QVERIFY(TimerSet{}.next() == kNever); }
    void firesInOrderOfTimeThenId()
    {
        std::vector<std::pair<SimTime, std::uint64_t>> alarms;
        for (std::uint64_t n = 0; n < 2000; ++n)
            alarms.emplace_back(SimTime{Duration{static_cast<std::int64_t>(mix64(n) % 50)}},
                                mix64(n + 7) % 97);
        TimerSet forwards, backwards;
        for (const auto& [at, id] : alarms)
            forwards.arm(at, id);
        for (auto alarm = alarms.rbegin(); alarm != alarms.rend(); ++alarm)
            backwards.arm(alarm->first, alarm->second);
        std::sort(alarms.begin(), alarms.end());
        for (const auto& [at, id] : alarms) {
            QVERIFY(forwards.next() == at && backwards.next() == at);
            QCOMPARE(forwards.pop(), id);
            QCOMPARE(backwards.pop(), id);
        }
        QVERIFY(forwards.next() == kNever);
    }
    void anEarlierAlarmOvertakes()
    {
        TimerSet timers;
        timers.arm(SimTime{Duration{100}}, 1);
        timers.arm(SimTime{Duration{50}}, 2);
        QVERIFY(timers.next() == SimTime{Duration{50}});
        QCOMPARE(timers.pop(), std::uint64_t{2});
        QVERIFY(timers.next() == SimTime{Duration{100}});
    }
};

PLIMSOLL_TEST(TstTimerSet)
#include "tst_timer_set.moc"
