// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstEks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onInstances()
    {
        // 6 pods, 4 to an instance: 2 instances, and a cluster in extended support.
        Drawing drawing = regular(10, 1024, 100);
        drawing
            .place("eks", "pods", {{"pods", whole(6)}, {"perInstance", whole(4)}, {"extendedSupport", true}})
            .connect("in", "pods");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "pods", "eks/instance-hours-m6i.large"), 2.0);
        QCOMPARE(metered(report, "pods", "eks/cluster-hours"), 1.0);
        QCOMPARE(metered(report, "pods", "eks/extended-support-hours"), 1.0);
    }
    void onFargate()
    {
        // 6 pods of 0.25 vCPU and 0.5 GB: with the 256 MB that Fargate adds, 1 GB is the next size.
        Drawing drawing = regular(10, 1024, 100);
        drawing
            .place("eks", "pods",
                   {{"compute", text("fargate")},
                    {"pods", whole(6)},
                    {"cpu", text("0.25")},
                    {"memoryGb", 0.5},
                    {"cluster", false}})
            .connect("in", "pods");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "pods", "eks/fargate-vcpu-hours"), 1.5);
        QCOMPARE(metered(report, "pods", "eks/fargate-gb-hours"), 6.0);
        QCOMPARE(metered(report, "pods", "eks/cluster-hours"), 0.0);
    }
    void thePodScalerLooksEveryQuarterMinute()
    {
        // Both workers of the one pod busy from 60 s on: the look at 75 s finds 2 busy on average, ceil(2 / 1) = 2 pods,
        // there 20 s later, as the room of the one instance is 2.
        Drawing drawing{120};
        drawing.source("in", 0, {}, Arrivals::Regular)
            .place("eks", "pods",
                   {{"pods", whole(1)},
                    {"scaling", text("busy")},
                    {"maxPods", whole(2)},
                    {"serviceMillis", 1000.0},
                    {"serviceDistribution", text("deterministic")},
                    {"minInstances", whole(1)}})
            .connect("in", "pods");
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 10;
        profile.peakStartSeconds = 60;
        profile.peakSeconds = 60;
        const ComponentReport pods = at(run(drawing.design), "pods");
        QCOMPARE(seriesAt(pods, "capacity", 94), 1.0);
        QCOMPARE(seriesAt(pods, "capacity", 96), 2.0);
    }
};

PLIMSOLL_TEST(TstEks)
#include "tst_eks.moc"
