// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/month/month_plan.h"

#include "simulator/traffic/rate_profile.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr double kOneDay = 86'400;

Drawing streamed(double rate, double durationSeconds)
{
    Drawing drawing{durationSeconds};
    drawing.source("in", rate)
        .place("kinesis-data-streams", "orders", {{"shards", std::int64_t{4}}})
        .place("lambda", "worker", {{"fixedMillis", 20.0}, {"perRecordMicros", 100.0}})
        .connect("in", "orders")
        .connect("orders", "worker", {{"batchSize", std::int64_t{500}}});
    return drawing;
}

MonthPlan planned(const Drawing& drawing)
{
    const Scenario& scenario = drawing.design.scenarios.front();
    const Result<std::vector<Epoch>> epochs = epochsOf(drawing.design, library(), scenario);
    if (!epochs) {
        QTest::qFail(epochs.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    return planMonth(*epochs, scenario);
}

double sampledSeconds(const MonthPlan& plan)
{
    double seconds = 0;
    for (const MonthLevel& level : plan.levels)
        seconds += level.seconds;
    return seconds;
}
double exactSeconds(const MonthPlan& plan)
{
    double seconds = 0;
    for (const MonthStretch& stretch : plan.stretches)
        seconds += stretch.to - stretch.from;
    return seconds;
}

}  // namespace

/// Where the time of a scenario goes.
class TstMonthPlan final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void constantTrafficIsOneLevel()
    {
        const MonthPlan plan = planned(streamed(1000, 30 * kOneDay));
        QCOMPARE(plan.cannot, std::string{});
        QCOMPARE(plan.levels.size(), std::size_t{1});
        QVERIFY(plan.stretches.empty());
        QCOMPARE(plan.levels[0].seconds, 30 * kOneDay);
        QCOMPARE(plan.levels[0].messagesPerSecond, 1000.0);
        QCOMPARE(plan.messages, 30 * kOneDay * 1000);
    }

    /// 1,000/s to 5,000/s for ten minutes, over what 4 shards take: run as it is, with room before and after.
    void spikeIsRunAsItIs()
    {
        Drawing drawing = streamed(1000, kOneDay);
        drawing.scenario().traffic["in"].spikes.push_back({40'000, 600, 5.0, {}, 0});
        const MonthPlan plan = planned(drawing);
        QCOMPARE(plan.stretches.size(), std::size_t{1});
        QVERIFY(plan.stretches[0].from <= 40'000);
        QVERIFY(plan.stretches[0].to >= 40'660);
        QVERIFY(plan.stretches[0].to <= 41'000);
        QVERIFY(plan.kinds[0].leadInSeconds >= 30);
        QCOMPARE(plan.levels.size(), std::size_t{1});
        QCOMPARE(sampledSeconds(plan) + exactSeconds(plan), kOneDay);
    }

    /// Four spikes of the same kind on the same traffic are one kind of stretch.
    void equalSpikesAreOneKind()
    {
        Drawing drawing = streamed(1000, kOneDay);
        drawing.scenario().traffic["in"].spikes.push_back({10'000, 600, 5.0, {}, 20'000});
        const MonthPlan plan = planned(drawing);
        QCOMPARE(plan.stretches.size(), std::size_t{4});
        QCOMPARE(plan.kinds.size(), std::size_t{1});
        QCOMPARE(plan.kinds[0].count, 4.0);
        // Run once: no more than (lead-in + spike + what follows it) at the highest rate.
        QVERIFY(plan.exactMessages < 1500 * 5000.0);
    }

    /// Seconds and volume of the levels are those of the curve, whatever the grid.
    void levelsCarryTheExactVolume()
    {
        Drawing drawing = streamed(2000, 30 * kOneDay);
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Diurnal;
        profile.peakPerSecond = 3400;
        const MonthPlan plan = planned(drawing);
        QVERIFY(plan.stretches.empty());
        QVERIFY(plan.levels.size() > 8 && plan.levels.size() < 30);
        const double volume = RateProfile{profile, 30 * kOneDay}.expected(0, 30 * kOneDay);
        double bySeconds = 0, byLatency = 0;
        for (const MonthLevel& level : plan.levels) {
            bySeconds += level.seconds * level.messagesPerSecond;
            byLatency += level.latencySeconds * level.messagesPerSecond;
        }
        QVERIFY(std::abs(sampledSeconds(plan) - 30 * kOneDay) < 1e-3);
        QVERIFY(std::abs(bySeconds / volume - 1) < 1e-9);
        QVERIFY(std::abs(byLatency / volume - 1) < 1e-9);
        // No gap a queue would notice: -ln(1 - use) in steps of 0.15, rates in steps of 15%.
        for (std::size_t at = 1; at < plan.levels.size(); ++at) {
            const MonthLevel &low = plan.levels[at - 1], &high = plan.levels[at];
            QVERIFY(high.messagesPerSecond <= low.messagesPerSecond * 1.16);
            QVERIFY(std::log((1 - low.utilisation) / (1 - high.utilisation)) < 0.2);
        }
    }

    void faultsAreRunAsTheyAre()
    {
        Drawing drawing = streamed(1000, kOneDay);
        Fault fault;
        fault.id = "f";
        fault.component = "worker";
        fault.startSeconds = 30'000;
        fault.durationSeconds = 120;
        drawing.scenario().faults.push_back(fault);
        const MonthPlan plan = planned(drawing);
        QCOMPARE(plan.stretches.size(), std::size_t{1});
        QVERIFY(plan.stretches[0].from <= 30'000 && plan.stretches[0].to >= 30'180);
    }

    /// A worker of 1,000 records/s under 1,500/s for 600 s is left with 300,000, which take 600 s to drain at 500/s
    /// to spare: the stretch must hold all of it.
    void backlogIsFollowedUntilItIsGone()
    {
        Drawing drawing{kOneDay};
        drawing.source("in", 500)
            .place("custom-server", "server",
                   {{"servers", std::int64_t{10}}, {"serviceTimeMicros", 10'000.0}})
            .connect("in", "server", {{"kind", std::string{"put"}}});
        drawing.scenario().traffic["in"].spikes.push_back({20'000, 600, 3.0, {}, 0});
        const MonthPlan plan = planned(drawing);
        QCOMPARE(plan.stretches.size(), std::size_t{1});
        QVERIFY(plan.stretches[0].to >= 20'600 + 600);
        QVERIFY(plan.stretches[0].to <= 20'600 + 1000);
    }

    /// Two sources whose days are six hours apart: levels are groups of like rates, each source's volume kept.
    void sourcesThatMoveApartKeepTheirVolumes()
    {
        Drawing drawing = streamed(800, kOneDay);
        drawing.source("other", 800).connect("other", "orders");
        for (const auto& [id, hour] : {std::pair{"in", 6.0}, std::pair{"other", 12.0}}) {
            TrafficProfile& profile = drawing.scenario().traffic[id];
            profile.shape = TrafficShape::Diurnal;
            profile.peakPerSecond = 1400;
            profile.peakHour = hour;
        }
        const MonthPlan plan = planned(drawing);
        QVERIFY(!plan.proportional);
        for (std::size_t source = 0; source < 2; ++source) {
            double volume = 0;
            for (const MonthLevel& level : plan.levels)
                volume += level.seconds * level.rates[source];
            QVERIFY(std::abs(volume / (800 * kOneDay) - 1) < 1e-3);
        }
    }

    /// 3,000/s all month at what 3 shards take: a limit met for good is a state, not a change.
    void standingAtALimitIsALevel()
    {
        Drawing drawing = streamed(4000, 30 * kOneDay);
        const MonthPlan plan = planned(drawing);
        QVERIFY(plan.stretches.empty());
        QCOMPARE(plan.levels.size(), std::size_t{1});
        QVERIFY(plan.levels[0].warmUpSeconds >= 300);
    }

    void scheduledJobsAreNotSampled()
    {
        Drawing drawing = streamed(1000, 30 * kOneDay);
        JobLoad job;
        job.id = "job";
        job.component = "worker";
        job.everySeconds = 3600;
        drawing.scenario().jobs.push_back(job);
        const Scenario& scenario = drawing.scenario();
        // The job alone is what the plan looks at; a function would not be let run one.
        const Drawing plain = streamed(1000, 60);
        const Result<std::vector<Epoch>> epochs = epochsOf(plain.design, library(), scenario);
        QVERIFY(epochs.has_value());
        QVERIFY(planMonth(*epochs, scenario).cannot.find("jobs") != std::string::npos);
    }
};

PLIMSOLL_TEST(TstMonthPlan)
#include "tst_month_plan.moc"
