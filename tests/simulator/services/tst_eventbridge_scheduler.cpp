// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/topic/clock.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr double kHour = 3600, kDay = 86'400;

Drawing scheduled(double seconds, ParameterMap parameters)
{
    Drawing drawing{seconds};
    drawing.place("eventbridge-scheduler", "clock", std::move(parameters))
        .place("sqs", "queue")
        .connect("clock", "queue");
    return drawing;
}

}  // namespace

class TstEventbridgeScheduler final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClockIsDueAtItsHour()
    {
        Clock daily;
        daily.hour = 14;
        daily.minute = 30;
        QCOMPARE(daily.next(0, 0), 14.5 * kHour);
        QCOMPARE(daily.next(14.5 * kHour + 1, 0), kDay + 14.5 * kHour);
        daily.days = {true, true, true, true, true, false, false};
        // Friday's is followed by Monday's.
        QCOMPARE(daily.next(4 * kDay + 15 * kHour, 0), 7 * kDay + 14.5 * kHour);
        QCOMPARE(daily.timesIn(0, 7 * kDay), 5.0);
        QCOMPARE(daily.timesIn(0, 70 * kDay), 50.0);
        Clock hourly;
        hourly.minute = 15;
        QCOMPARE(hourly.next(0, 0), 900.0);
        QCOMPARE(hourly.next(901, 0), 900 + kHour);
        QCOMPARE(hourly.timesIn(0, kDay), 24.0);
        Clock rate;
        rate.everySeconds = 300;
        QCOMPARE(rate.next(0, 0.5), 150.0);
        QCOMPARE(rate.next(151, 0.5), 450.0);
    }
    void aRateInvokesSoOften()
    {
        // 200 schedules of every five minutes for two hours: 4,800, one more or less for each phase.
        const Drawing drawing = scheduled(7200, {{"schedules", whole(200)}, {"everyMinutes", whole(5)}});
        const RunReport report = run(drawing.design);
        // Those due in the last minute may still be to come.
        QVERIFY(
            near(number(at(report, "clock").counts.accepted), 4800 - 200 * 30 / 300.0, 60, "invocations"));
        QCOMPARE(report.totals.born, at(report, "clock").counts.accepted);
        QVERIFY(near(metered(report, "clock", "eventbridge-scheduler/invocations"),
                     number(at(report, "clock").counts.accepted), 1e-6, "billed"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "clock", "eventbridge-scheduler/invocations")->amount, 4800, 1e-6,
                     "estimated"));
        // Within the minute that follows: 30 s on average, sigma of a uniform minute over 4,800.
        QVERIFY(near(*sinkAt(report, "queue").delay.mean, 30'010, 4 * 60'000 / std::sqrt(12.0 * 4780),
                     "ms late"));
    }
    void anHourIsADay()
    {
        // 9:00 from Monday to Friday, in a week: five times; a window of an hour spreads what 100 schedules do at once.
        const Drawing drawing = scheduled(7 * kDay, {{"expression", text("cron")},
                                                     {"cronHour", whole(9)},
                                                     {"cronDays", text("mon-fri")},
                                                     {"schedules", whole(100)},
                                                     {"windowMinutes", whole(60)}});
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "queue").counts.accepted, std::uint64_t{500});
        // Uniform in the hour: mean 30 min, sigma 17.3 min over 500.
        QVERIFY(
            near(*sinkAt(report, "queue").delay.mean, 1.8e6, 4 * 3.6e6 / std::sqrt(12.0 * 500), "ms late"));
    }
    void aTargetThatIsDownIsTriedAgain()
    {
        Drawing drawing = scheduled(1800, {{"schedules", whole(10)}, {"everyMinutes", whole(60)}});
        drawing.scenario().faults.push_back(faultOn("queue", FaultKind::Down, 0, 900));
        const RunReport report = run(drawing.design);
        const ConsumerCounts& target = consumerOf(at(report, "clock"), "queue");
        QCOMPARE(target.expired, std::uint64_t{0});
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(everyCopyAccountedFor(at(report, "clock")));
    }
    void itsRetriesAreItsOwn()
    {
        // Every hour, ten schedules; the target is down, two retries come after about 1 and 2 s, and the letter goes.
        Drawing drawing =
            scheduled(7200, {{"schedules", whole(10)}, {"everyMinutes", whole(60)}, {"retries", whole(2)}});
        drawing.place("sqs", "dead").connect("clock", "dead", {{"role", text("on-failure")}});
        drawing.scenario().faults.push_back(faultOn("queue", FaultKind::Down, 0, 7200));
        const RunReport report = run(drawing.design);
        const double invoked = number(at(report, "clock").counts.accepted);
        QVERIFY(invoked >= 19);
        QCOMPARE(fact(at(report, "clock"), "delivery tries"), 3 * invoked);
        QCOMPARE(number(at(report, "dead").counts.accepted), invoked);
    }
    void beyondTheQuotaTheyWait()
    {
        // 30,000 at one o'clock sharp, within its minute, against 100 a second: 5 minutes.
        const Drawing drawing = scheduled(2 * kHour, {{"expression", text("cron")},
                                                      {"cronHour", whole(1)},
                                                      {"schedules", whole(30'000)},
                                                      {"invocationsPerSecond", whole(100)}});
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "queue").counts.accepted, std::uint64_t{30'000});
        QVERIFY(near(*sinkAt(report, "queue").delay.max, 300e3, 5e3, "ms of the last one"));
    }
};

PLIMSOLL_TEST(TstEventbridgeScheduler)
#include "tst_eventbridge_scheduler.moc"
