// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstEcs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksWaitForInstances()
    {
        // None at first; from 60 s on 40 messages a second of 1 s each. The look at 120 s wants 10 tasks, the most. The look
        // at the instances at 120 s comes after it (equal times fire in the order of their kind), wants ceil(10 / 4) = 3, in
        // service at 240 s; the tasks start then, 20 s.
        Drawing drawing{600};
        drawing.source("in", 0, {}, Arrivals::Regular)
            .place("sqs", "queue")
            .place("ecs", "service",
                   {{"tasks", whole(0)},
                    {"minTasks", whole(0)},
                    {"maxTasks", whole(10)},
                    {"perInstance", whole(4)},
                    {"slots", whole(1)},
                    {"serviceMillis", 1000.0},
                    {"serviceDistribution", text("deterministic")},
                    {"scaling", text("backlog")},
                    {"outPoints", whole(1)}})
            .connect("in", "queue")
            .connect("queue", "service", {{"batchSize", whole(1)}});
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 40;
        profile.peakStartSeconds = 60;
        profile.peakSeconds = 60;
        const RunReport report = run(drawing.design);
        const ComponentReport& service = at(report, "service");
        const double lookedAt = seriesAt(service, "capacity", 262) > 0 ? 120 : 180;
        QCOMPARE(seriesAt(service, "capacity", lookedAt + 136), 0.0);
        QCOMPARE(seriesAt(service, "capacity", lookedAt + 144), 10.0);
        QVERIFY(near(metered(report, "service", "ecs/instance-hours-m6i.large"), 3 * (600 - lookedAt) / 600,
                     0.001, "instances"));
    }
    void afixedServiceFillsItsInstances()
    {
        // 10 tasks, 4 to an instance, a fifth kept spare: ceil(10 / 3.2) = 4 instances.
        Drawing drawing = regular(10, 1024, 100);
        drawing
            .place("ecs", "service",
                   {{"tasks", whole(10)}, {"perInstance", whole(4)}, {"targetCapacityPercent", 80.0}})
            .connect("in", "service");
        QCOMPARE(metered(run(drawing.design), "service", "ecs/instance-hours-m6i.large"), 4.0);
        QCOMPARE(reading(estimate(drawing.design).usage, "service", "ecs/instance-hours-m6i.large")->amount,
                 4.0);
    }
    void whatHasNoRoomWaits()
    {
        // 10 tasks of 4 to an instance on at most 2 instances: 8 work.
        Drawing drawing = regular(10, 1024, 100);
        drawing
            .place("ecs", "service",
                   {{"tasks", whole(10)}, {"perInstance", whole(4)}, {"maxInstances", whole(2)}})
            .connect("in", "service");
        const ComponentReport service = at(run(drawing.design), "service");
        QCOMPARE(fact(service, "mean tasks in service"), 8.0);
        QCOMPARE(fact(service, "not launched at the end"), 2.0);
    }
};

PLIMSOLL_TEST(TstEcs)
#include "tst_ecs.moc"
