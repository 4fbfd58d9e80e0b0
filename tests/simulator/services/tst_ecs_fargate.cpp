// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/fargate.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstEcsFargate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand_data()
    {
        QTest::addColumn<ParameterMap>("parameters");
        QTest::addColumn<std::string>("kind");
        QTest::addColumn<double>("vcpu");
        QTest::addColumn<double>("gb");
        // 3 tasks of 0.5 vCPU and 2.5 GB: there is 3 GB with 0.5 vCPU. 30 GB of disk are 10 above what is free.
        const ParameterMap plain{
            {"tasks", whole(3)}, {"cpu", text("0.5")}, {"memoryGb", 2.5}, {"storageGb", whole(30)}};
        QTest::newRow("x86") << plain << std::string{"vcpu-hours-x86 gb-hours-x86"} << 1.5 << 9.0;
        ParameterMap arm = plain;
        arm["architecture"] = text("arm");
        arm["spot"] = true;
        arm["spotPricePercent"] = 50.0;
        QTest::newRow("Arm on Spot at half the price")
            << arm << std::string{"spot-vcpu-hours-arm spot-gb-hours-arm"} << 0.75 << 4.5;
    }
    void billsWhatWasWorkedOutByHand()
    {
        QFETCH(ParameterMap, parameters);
        QFETCH(std::string, kind);
        QFETCH(double, vcpu);
        QFETCH(double, gb);
        Drawing drawing = regular(10, 1024, 100);
        drawing.place("ecs-fargate", "service", parameters).connect("in", "service");
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const std::size_t space = kind.find(' ');
        for (const auto& [meter, amount] : std::initializer_list<std::pair<std::string, double>>{
                 {kind.substr(0, space), vcpu}, {kind.substr(space + 1), gb}, {"disk-gb-hours", 30}}) {
            QVERIFY(near(metered(report, "service", "ecs-fargate/" + meter), amount, 1e-9, meter.c_str()));
            QVERIFY(near(reading(flow.usage, "service", "ecs-fargate/" + meter)->amount, amount, 1e-9,
                         meter.c_str()));
        }
    }
    void memoryComesInSizes()
    {
        for (const auto& [vcpu, asked, taken] :
             std::initializer_list<std::tuple<double, double, double>>{{0.25, 0.5, 0.5},
                                                                       {0.25, 1.5, 2},
                                                                       {0.5, 0.5, 1},
                                                                       {1, 2.25, 3},
                                                                       {2, 99, 16},
                                                                       {4, 29.5, 30},
                                                                       {8, 17, 20},
                                                                       {16, 33, 40},
                                                                       {16, 120, 120}})
            QCOMPARE(fargate::memoryFor(vcpu, asked), taken);
    }
    void aFixedServiceIsMMc()
    {
        // 4 workers at 50 ms, 60 requests a second: a = 3. Erlang C = (81/24 / 0.25) / (1 + 3 + 4.5 + 4.5 + 13.5) =
        // 0.5094, Wq = C / (c mu - lambda) = 0.5094 / 20 = 25.47 ms.
        Drawing drawing{4000};
        drawing.source("in", 60)
            .place("ecs-fargate", "service", {{"tasks", whole(2)}, {"slots", whole(2)}})
            .connect("in", "service");
        const ComponentReport service = at(run(drawing.design), "service");
        QVERIFY(near(fact(service, "mean wait ms"), 25.47, 1.5, "mean wait ms"));
        QVERIFY(
            near(findComponent(estimate(drawing.design), "service")->serviceMillis, 75.47, 0.01, "estimate"));
    }
    void aSpikeIsPaidAsTheTasksCame()
    {
        // Nothing, then 35 messages of a second of work each from 60 s on, for 300 s. At 120 s 2,100 wait, and 40 tasks are
        // launched at once (100 are saved up); from 130 s on they are billed, and 15 looks from their last work on there are
        // still all of them: 40 x 470 s of 600.
        Drawing drawing{600};
        drawing.source("in", 0)
            .place("sqs", "queue")
            .place("ecs-fargate", "service",
                   {{"tasks", whole(0)},
                    {"minTasks", whole(0)},
                    {"maxTasks", whole(40)},
                    {"slots", whole(1)},
                    {"serviceMillis", 1000.0},
                    {"scaling", text("backlog")},
                    {"acceptableSeconds", 30.0},
                    {"outPoints", whole(1)}})
            .connect("in", "queue")
            .connect("queue", "service");
        TrafficProfile& traffic = drawing.scenario().traffic["in"];
        traffic.shape = TrafficShape::Spike;
        traffic.peakPerSecond = 35;
        traffic.peakStartSeconds = 60;
        traffic.peakSeconds = 300;
        const double byHand = 40 * 470 / 600.0;
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "service", "ecs-fargate/vcpu-hours-x86"), byHand, 0.02, "run"));
        const auto estimated =
            reading(estimate(drawing.design).usage, "service", "ecs-fargate/vcpu-hours-x86");
        QVERIFY(estimated && near(estimated->amount, byHand, 0.02, "estimate"));
        QVERIFY(finds(report, "scaled-late"));
    }
    void launchesFollowTheirBucket()
    {
        // 400 tasks: 100 at once, the others at 20 a second, 15 s. They work 40 s after their launch.
        Drawing drawing{400};
        drawing.source("in", 0)
            .place("sqs", "queue")
            .place("ecs-fargate", "service",
                   {{"tasks", whole(0)},
                    {"minTasks", whole(0)},
                    {"maxTasks", whole(400)},
                    {"slots", whole(1)},
                    {"serviceMillis", 10'000.0},
                    {"scaling", text("backlog")},
                    {"acceptableSeconds", 10.0},
                    {"outPoints", whole(1)}})
            .connect("in", "queue")
            .connect("queue", "service");
        TrafficProfile& traffic = drawing.scenario().traffic["in"];
        traffic.shape = TrafficShape::Spike;
        traffic.peakPerSecond = 40;
        traffic.peakStartSeconds = 0;
        traffic.peakSeconds = 300;
        const ComponentReport service = at(run(drawing.design), "service");
        QVERIFY(seriesAt(service, "capacity", 95) <= 0.01);
        QVERIFY(seriesAt(service, "capacity", 105) < 399);
        QVERIFY(near(seriesAt(service, "capacity", 130), 400, 0.01, "all"));
        QCOMPARE(fact(service, "launches"), 400.0);
    }
};

PLIMSOLL_TEST(TstEcsFargate)
#include "tst_ecs_fargate.moc"
