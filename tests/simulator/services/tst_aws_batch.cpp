// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstAwsBatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // A schedule starts an array of 100 children each hour: 2 vCPU and 4 GB on Fargate Arm, 30 s of pull and 150 s of
        // work: 100 x 180 s = 5 h of a task an hour. A month: 730 x 5 x (2 x $0.03238 + 4 x $0.00356) = $288.35. Each child
        // writes its result to the table.
        Drawing drawing{24 * 3600};
        drawing
            .place("eventbridge-scheduler", "clock",
                   {{"expression", text("rate")}, {"everyMinutes", whole(60)}})
            .place("aws-batch", "jobs",
                   {{"arraySize", whole(100)},
                    {"jobSeconds", 149.5},
                    {"serviceDistribution", text("deterministic")},
                    {"architecture", text("arm")},
                    {"cpu", text("2")},
                    {"memoryGb", 4.0}})
            .place("dynamodb", "table")
            .connect("clock", "jobs")
            .connect("jobs", "table");
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "jobs");
        const double jobs = number(component.counts.completed);
        QVERIFY2(jobs >= 22 && jobs <= 24, "one an hour");
        QCOMPARE(fact(component, "attempts"), number(component.counts.accepted) * 100);
        // 149.5 s and the write, up to the next second: 180 s each.
        QVERIFY(near(metered(report, "jobs", "aws-batch/vcpu-hours-arm"), jobs * 100 * 180 * 2 / 86'400, 0.5,
                     "vCPU"));
        QVERIFY(
            near(metered(report, "jobs", "aws-batch/gb-hours-arm"), jobs * 100 * 180 * 4 / 86'400, 1, "GB"));
        QVERIFY(near(number(at(report, "table").counts.accepted), jobs * 100, 100, "results"));
    }
    void asksForTheVcpusThatTheJobsNeed()
    {
        // 1 a second of 10 + 30 + 20 s and 4 vCPU each: 240 vCPU, at 80% of them 300.
        Drawing drawing = regular(1, 1024, 60);
        drawing.place("aws-batch", "jobs", {{"cpu", text("4")}, {"maxVcpus", whole(1000)}})
            .connect("in", "jobs");
        const FlowReport flow = estimate(drawing.design);
        const std::vector<Sizing>& sizing = findComponent(flow, "jobs")->sizing;
        QCOMPARE(sizing.size(), std::size_t{1});
        QCOMPARE(sizing.front().minimum, 240.0);
        QCOMPARE(sizing.front().recommended, 300.0);
    }
};

PLIMSOLL_TEST(TstAwsBatch)
#include "tst_aws_batch.moc"
