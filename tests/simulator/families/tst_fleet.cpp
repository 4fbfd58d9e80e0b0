// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/fleet/unit_life.h"
#include "tests/simulator/instants.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;
using namespace std::chrono_literals;

namespace {

/// Goes on to `t` as a node does that comes back at next().
void goTo(UnitLife& units, SimTime t)
{
    SimTime now = kSimStart;
    for (SimTime next = units.next(now); next <= t; next = units.next(now)) {
        now = std::max(now, next);
        units.advance(now);
    }
    units.advance(t);
}

/// Readers of a queue or a stream, as an instance group or as a server: 16 workers of 50 ms and a write of 5 ms.
Drawing readersOf(const std::string& store, const std::string& reader, double rate)
{
    ParameterMap keeps;
    if (store != "sqs")
        keeps["shards"] = whole(8);
    ParameterMap works{{"servers", whole(16)}, {"serviceTimeMicros", 50'000.0}};
    if (reader != "custom-server")
        works = {{"slots", whole(4)}, {"serviceMillis", 50.0}};
    if (reader == "ec2")
        works["instances"] = whole(4);
    else if (reader == "eks")
        works["pods"] = whole(4);
    else if (reader != "custom-server")
        works["tasks"] = whole(4);
    Drawing drawing{1200};
    drawing.source("in", rate, {}, Arrivals::Regular)
        .place(store, "store", keeps)
        .place(reader, "reader", works)
        .place("dynamodb", "table")
        .connect("in", "store")
        .connect("store", "reader")
        .connect("reader", "table");
    return drawing;
}

/// A service of tasks of one worker and 1 s each, that scales on its queue from none.
Drawing fromNothing(std::int64_t tasks, double peakPerSecond, double seconds)
{
    Drawing drawing{seconds};
    drawing.source("in", 0, {}, Arrivals::Regular)
        .place("sqs", "queue")
        .place("ecs-fargate", "service",
               {{"tasks", whole(0)},
                {"minTasks", whole(0)},
                {"maxTasks", whole(tasks)},
                {"slots", whole(1)},
                {"serviceMillis", 1000.0},
                {"serviceDistribution", text("deterministic")},
                {"scaling", text("backlog")},
                {"acceptableSeconds", 10.0},
                {"outPoints", whole(1)}})
        .connect("in", "queue")
        .connect("queue", "service", {{"batchSize", whole(1)}});
    TrafficProfile& profile = drawing.scenario().traffic["in"];
    profile.shape = TrafficShape::Spike;
    profile.peakPerSecond = peakPerSecond;
    profile.peakStartSeconds = 60;
    profile.peakSeconds = 300;
    return drawing;
}

}  // namespace

/// Fleets against arithmetic, and their estimate against their run.
class TstFleet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void launchesFollowTheBucket()
    {
        // 300 wanted from a full bucket of 100 that gets 20/s: 100 at once, the last 200 / 20 = 10 s later; 40 s to start.
        UnitLife units{{.launchesPerSecond = 20, .launchBurst = 100, .provision = 10s, .boot = 30s}};
        units.want(atSecond(0), 300);
        QCOMPARE(units.existing(), 100);
        QCOMPARE(units.inService(), 0);
        goTo(units, atSecond(39.9));
        QCOMPARE(units.existing(), 300);
        QCOMPARE(units.inService(), 0);
        goTo(units, atSecond(40));
        QCOMPARE(units.inService(), 100);
        goTo(units, atSecond(45.01));
        QCOMPARE(units.inService(), 200);
        goTo(units, atSecond(50.01));
        QCOMPARE(units.inService(), 300);
        QCOMPARE(units.next(atSecond(50.01)), kNever);
    }
    void aBillHasAMinuteAtLeastAndWholeSeconds()
    {
        const UnitStart start{.provision = 10s, .boot = 5s, .leastBilled = 60s, .billedStep = 1s};
        for (const auto& [endsAt, billed] : std::initializer_list<std::pair<double, double>>{
                 {5, 0}, {30, 60}, {70, 60}, {70.4, 61}, {100, 90}}) {
            UnitLife units{start};
            units.want(atSecond(0), 1);
            goTo(units, atSecond(endsAt));
            units.want(atSecond(endsAt), 0);
            QCOMPARE(units.billedSeconds(atSecond(1000)), billed);
        }
    }
    void withoutRoomNothingStarts()
    {
        UnitLife units{{.boot = 10s}};
        units.setRoom(atSecond(0), 3);
        units.want(atSecond(0), 5);
        goTo(units, atSecond(20));
        QCOMPARE(units.inService(), 3);
        QCOMPARE(units.pending(), 2);
        units.setRoom(atSecond(20), 4);
        goTo(units, atSecond(30));
        QCOMPARE(units.inService(), 4);
    }
    void whatIsTakenComesBackAsNew()
    {
        UnitLife units{{.boot = 10s}};
        units.open(4);
        units.take(atSecond(100), 3);
        QCOMPARE(units.inService(), 1);
        goTo(units, atSecond(200));
        QCOMPARE(units.inService(), 1);
        units.give(atSecond(200));
        goTo(units, atSecond(210));
        QCOMPARE(units.inService(), 4);
        // 4 x 100 s, 1 x 100 s, then 4 from the launch at 200 s.
        QCOMPARE(units.billedSeconds(atSecond(300)), 400.0 + 100 + 400);
    }

    void fortyTasksFromNone()
    {
        // 40 messages a second from 60 s on. The look at 120 s finds 60 x 40 = 2,400 waiting, 240 tasks' worth at 10 s
        // each, so the most, 40: all at once from a bucket of 100. Provisioned for 10 s and started for 30 s, they work
        // from 160 s on.
        const RunReport report = run(fromNothing(40, 40, 600).design);
        const ComponentReport& service = at(report, "service");
        for (const auto& [t, tasks] :
             std::initializer_list<std::pair<double, double>>{{156, 0}, {164, 40}, {590, 40}})
            QCOMPARE(seriesAt(service, "capacity", t), tasks);
        QCOMPARE(fact(service, "launches"), 40.0);
        QCOMPARE(service.counts.completed, 12'000u);
        // Billed from 130 s: 40 x 470 = 18,800 task-seconds of 1 vCPU and 2 GB.
        QVERIFY(
            near(metered(report, "service", "ecs-fargate/vcpu-hours-x86"), 18'800.0 / 600, 0.002, "vCPU"));
        QVERIFY(near(metered(report, "service", "ecs-fargate/gb-hours-x86"), 37'600.0 / 600, 0.004, "GB"));
    }
    void threeHundredTasksInThreeSteps()
    {
        const RunReport report = run(fromNothing(300, 300, 240).design);
        const ComponentReport& service = at(report, "service");
        // Launches go on for (300 - 100) / 20 = 10 s after the first 100 at 120 s; in the seconds between, 20 each.
        QCOMPARE(seriesAt(service, "capacity", 158), 0.0);
        QVERIFY(near(seriesAt(service, "capacity", 165), 200, 21, "tasks after 5 s"));
        QCOMPARE(seriesAt(service, "capacity", 172), 300.0);
    }
    void opensAsAfterALongTime()
    {
        // 30 requests a second of 1 s on tasks of two workers at 60% busy: 30 / 1.2 = 25; cold, it begins with the one.
        Drawing drawing{300};
        drawing.source("in", 30, {}, Arrivals::Regular)
            .place("ecs-fargate", "service",
                   {{"tasks", whole(1)},
                    {"maxTasks", whole(100)},
                    {"scaling", text("busy")},
                    {"targetBusyPercent", 60.0},
                    {"serviceMillis", 1000.0}})
            .connect("in", "service");
        QCOMPARE(seriesAt(at(run(drawing.design), "service"), "capacity", 5), 25.0);
        drawing.scenario().opening = Opening::Cold;
        QCOMPARE(seriesAt(at(run(drawing.design), "service"), "capacity", 5), 1.0);
    }
    void aServiceWithoutTasksRefuses()
    {
        Drawing drawing = regular(10, 1024, 60);
        drawing.place("ecs-fargate", "service", {{"tasks", whole(0)}}).connect("in", "service");
        const Counts counts = at(run(drawing.design), "service").counts;
        QCOMPARE(counts.rejected, counts.offered);
    }
    void spotTakesTasksAndTheirWork_data()
    {
        QTest::addColumn<std::string>("way");
        QTest::newRow("called") << std::string{"called"};
        QTest::newRow("from a queue") << std::string{"sqs"};
        QTest::newRow("from a stream") << std::string{"kinesis-data-streams"};
    }
    void spotTakesTasksAndTheirWork()
    {
        // 10 tasks, 60% of them gone 120 s after the notice at 60 s for 100 s, then new ones 40 s later.
        QFETCH(std::string, way);
        Drawing drawing = regular(40, 1024, 600);
        drawing.place("ecs-fargate", "service",
                      {{"tasks", whole(10)}, {"spot", true}, {"slots", whole(1)}, {"serviceMillis", 200.0}});
        if (way == "called") {
            drawing.connect("in", "service");
        } else {
            drawing.place(way, "store", way == "sqs" ? ParameterMap{} : ParameterMap{{"shards", whole(20)}})
                .connect("in", "store")
                .connect("store", "service");
        }
        drawing.scenario().faults.push_back(faultOn("service", FaultKind::SpotInterruption, 60, 100, 0.4));
        const RunReport report = run(drawing.design);
        const ComponentReport& service = at(report, "service");
        QVERIFY(
            near(fact(service, "mean tasks in service"), (10 * 460 + 4 * 140) / 600.0, 0.05, "in service"));
        QVERIFY(fact(service, "lost with Spot nodes") >= 1);
        const Counts& counts = service.counts;
        QCOMPARE(counts.offered, counts.accepted + counts.throttled + counts.rejected);
        QCOMPARE(counts.accepted, counts.completed + counts.failed + counts.lost + counts.inFlight);
        if (way != "sqs")  // messages come back and are taken again
            QCOMPARE(counts.failed > 0, way == "called");
        // 4 x 5 = 20 a second while they are away, so 20 wait each second for 140 s; 10 x 5 = 50 a second after.
        QVERIFY(counts.completed >= 40 * 600 * 0.98);
        // Billed are 10 x 180, 4 x 100, then 4, and 6 from 10 s after their launch at 280 s.
        QVERIFY(near(metered(report, "service", "ecs-fargate/spot-vcpu-hours-x86"),
                     0.4 * (10 * 180 + 4 * 420 + 6 * 310) / 600, 0.02, "vCPU"));
    }
    void receivesOutOfALineBringTen()
    {
        // 35 a second for 300 s: 10,500 sends. 40 tasks, wanted at 120 s, find 60 s and more of them waiting, and the line
        // lasts until all have been taken: a receive and a delete for each ten. What comes back empty is less than a receive
        // of each task every 20 s.
        Drawing drawing = fromNothing(40, 35, 600);
        drawing.design.connections.back().parameters["batchSize"] = whole(10);
        const double byHand = 10'500 + 2 * 1'050;
        const double ran = metered(run(drawing.design), "queue", "sqs/requests");
        const double estimated = reading(estimate(drawing.design).usage, "queue", "sqs/requests")->amount;
        QVERIFY(ran >= byHand && ran < byHand + 40 * 180.0 / 20 + 100);
        QVERIFY(near(estimated, ran, 0.03 * ran, "requests"));
    }
    void onesThatAreFullyBusyTakeTenAtATime()
    {
        // 4 workers of 100 ms take 40 of 80 messages a second, ten with each receive: 80 + 4 + 4 requests a second.
        Drawing drawing{600};
        drawing.source("in", 80, {}, Arrivals::Regular)
            .place("sqs", "queue")
            .place("ec2", "workers", {{"instances", whole(1)}, {"slots", whole(4)}, {"serviceMillis", 100.0}})
            .connect("in", "queue")
            .connect("queue", "workers", {{"batchSize", whole(10)}});
        const double byHand = 88 * 600;
        QVERIFY(near(metered(run(drawing.design), "queue", "sqs/requests"), byHand, 0.01 * byHand, "run"));
        QVERIFY(near(reading(estimate(drawing.design).usage, "queue", "sqs/requests")->amount, byHand,
                     0.01 * byHand, "estimate"));
    }
    void linesBehindABalancerKeepConnectionsOpen()
    {
        // Two tasks of four workers serve 40 requests a second; of the 100 that come for ten minutes 60 a second wait until more
        // tasks are there. What waits is open at the balancer, and open connections, each of which idles for long between its
        // requests, are what it is billed by all the time.
        Drawing drawing{1800};
        drawing.source("in", 5)
            .place("alb", "balancer", {{"gapSeconds", 20.0}, {"answerBytes", whole(0)}})
            .place("ecs-fargate", "service",
                   {{"tasks", whole(2)},
                    {"minTasks", whole(2)},
                    {"maxTasks", whole(40)},
                    {"slots", whole(4)},
                    {"serviceMillis", 200.0},
                    {"scaling", text("busy")}})
            .connect("in", "balancer")
            .connect("balancer", "service");
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 100;
        profile.peakStartSeconds = 300;
        profile.peakSeconds = 600;
        const double ran = metered(run(drawing.design), "balancer", "alb/lcu-hours");
        QVERIFY(near(reading(estimate(drawing.design).usage, "balancer", "alb/lcu-hours")->amount, ran,
                     0.05 * ran, "capacity units"));
    }
    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<std::string>("store");
        QTest::addColumn<std::string>("reader");
        QTest::addColumn<double>("rate");
        for (const char* store : {"sqs", "kinesis-data-streams"}) {
            for (const char* reader : {"ec2", "custom-server", "ecs-fargate", "ecs", "eks"}) {
                for (const double rate : {20.0, 100.0})
                    QTest::addRow("%s to %s, %g/s", store, reader, rate)
                        << std::string{store} << std::string{reader} << rate;
            }
        }
    }
    void theEstimateIsTheRun()
    {
        QFETCH(std::string, store);
        QFETCH(std::string, reader);
        QFETCH(double, rate);
        const Design design = readersOf(store, reader, rate).design;
        const FlowReport flow = estimate(design);
        const RunReport report = run(design);
        for (const ComponentReport& component : report.components) {
            const double expected = number(component.counts.offered) / report.provenance.durationSeconds;
            QVERIFY(expected > 0.9 * rate);
            QVERIFY(near(findComponent(flow, component.id)->offered.recordsPerSecond, expected,
                         0.02 * expected, component.id.c_str()));
        }
        for (const MeterReading& metered : report.usage) {
            const MeterReading* estimated = reading(flow.usage, metered.component, metered.meter);
            QVERIFY2(estimated, metered.meter.c_str());
            QVERIFY(near(estimated->amount, metered.amount, 0.02 * metered.amount, metered.meter.c_str()));
        }
    }
};

PLIMSOLL_TEST(TstFleet)
#include "tst_fleet.moc"
