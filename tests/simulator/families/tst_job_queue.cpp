// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap always(double jobSeconds, ParameterMap more)
{
    more.insert({{"jobSeconds", jobSeconds}, {"serviceDistribution", text("deterministic")}});
    return more;
}
/// On instances that are kept, one place on each, at once.
ParameterMap kept(std::int64_t places, ParameterMap more)
{
    more.insert({{"platform", text("instances")},
                 {"management", text("unmanaged")},
                 {"instances", whole(places)},
                 {"perInstance", whole(1)},
                 {"containerStartSeconds", 0.0}});
    return more;
}
Drawing& submitsTo(Drawing& drawing, ParameterMap parameters)
{
    return drawing.place("aws-batch", "jobs", std::move(parameters)).connect("in", "jobs");
}

}  // namespace

/// Queues of jobs against theory and arithmetic.
class TstJobQueue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void urgentJobsGoFirst()
    {
        // M/M/1 with 0.8 jobs a second of 1 s, a quarter urgent, nobody interrupted (Cobham): R = 0.8,
        // W1 = R / (1 - 0.2) = 1 s, W2 = R / ((1 - 0.2) (1 - 0.8)) = 5 s, and all of them 4 s as without priorities.
        Drawing drawing{200'000};
        drawing.source("in", 0.8);
        submitsTo(drawing, kept(1, {{"jobSeconds", 1.0}, {"urgentPercent", 25.0}}));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "jobs");
        QVERIFY(near(fact(component, "mean wait of urgent jobs s"), 1, 0.05, "urgent"));
        QVERIFY(near(fact(component, "mean wait s"), 4, 0.3, "all"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "jobs")->serviceMillis, 5000, 50, "estimate"));
    }
    void childrenTakeThePlacesThereAre()
    {
        // Ten children of 10 s on five places: two rounds.
        Drawing drawing = volley(1, 60, 1024, 300);
        submitsTo(drawing, kept(5, always(10, {{"arraySize", whole(10)}})));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "jobs");
        QCOMPARE(component.counts.completed, 1u);
        QCOMPARE(fact(component, "attempts"), 10.0);
        QVERIFY(near(*component.latency.mean, 20e3, 200, "ms of the job"));
        QVERIFY(near(limitOf(component, "places").utilisation, 100 / (5 * 300.0), 0.001, "busy"));
    }
    void childrenThatWaitForEachOtherRunOneByOne()
    {
        // Four children of 10 s, five places, a job every 100 s: 40 s, and one place busy at a time.
        Drawing drawing = regular(0.01, 1024, 1000);
        submitsTo(drawing,
                  kept(5, always(10, {{"arraySize", whole(4)}, {"childrenRun", text("sequential")}})));
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "jobs").latency.mean, 40e3, 200, "ms of the job"));
        QCOMPARE(limitOf(at(report, "jobs"), "places").peak, 1.0);
        QVERIFY(near(findComponent(estimate(drawing.design), "jobs")->serviceMillis, 40e3, 200, "estimate"));
    }
    void noChildRunsAfterOneThatFailed()
    {
        // Half fail: of ten children one after the other (1 - 0.5^10) / 0.5 = 1.998 run. Jobs of which all succeed: 0.1%.
        Drawing drawing{40'000};
        drawing.source("in", 0.1);
        submitsTo(drawing, kept(50, always(10, {{"arraySize", whole(10)},
                                                {"childrenRun", text("sequential")},
                                                {"failPercent", 50.0}})));
        const RunReport report = run(drawing.design);
        const ComponentReport& jobs = at(report, "jobs");
        QVERIFY(near(fact(jobs, "attempts") / number(jobs.counts.accepted), 1.998, 0.05, "children a job"));
        const FlowComponent flow = *findComponent(estimate(drawing.design), "jobs");
        QVERIFY(near(flow.limits.front().mean, 0.1 * 1.998 * 10, 0.02, "places by estimate"));
    }
    void dependentJobsRunOnceAllHaveSucceeded_data()
    {
        QTest::addColumn<std::string>("handsOn");
        QTest::addColumn<double>("started");
        // 400 jobs of three children one after the other, of which a tenth fails: 400 x (0.9 + 0.81 + 0.729) = 975.6 child by
        // child; 400 x 0.9^3 = 291.6 whole ones.
        QTest::newRow("child") << std::string{"child"} << 975.6;
        QTest::newRow("job") << std::string{"job"} << 291.6;
    }
    void dependentJobsRunOnceAllHaveSucceeded()
    {
        QFETCH(std::string, handsOn);
        QFETCH(double, started);
        Drawing drawing = regular(0.1, 1024, 4000);
        submitsTo(drawing, kept(50, always(10, {{"arraySize", whole(3)},
                                                {"childrenRun", text("sequential")},
                                                {"failPercent", 10.0},
                                                {"handsOn", text(handsOn)}})))
            .place("aws-batch", "next", kept(50, always(1, {})))
            .connect("jobs", "next");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "next").counts.accepted), started, 0.06 * started, "started"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "next")->offered.messagesPerSecond * 4000, started, 0.01 * started,
                     "estimate"));
    }
    void attemptsBeyondTheTimeoutAreEndedForGood()
    {
        // Exponential times of 60 s, ended at 60 s: a share e^-1 = 36.8%, each a failed job, and places are held for
        // 60 (1 - e^-1) = 37.9 s on average.
        Drawing drawing{40'000};
        drawing.source("in", 0.1);
        submitsTo(drawing, kept(50, {{"jobSeconds", 60.0},
                                     {"timeout", true},
                                     {"timeoutSeconds", whole(60)},
                                     {"attempts", whole(5)}}));
        const RunReport report = run(drawing.design);
        const ComponentReport& jobs = at(report, "jobs");
        const double all = number(jobs.counts.accepted);
        QVERIFY(near(number(jobs.counts.failed) / all, 0.368, 0.03, "ended"));
        QCOMPARE(fact(jobs, "attempts made again"), 0.0);
        QVERIFY(near(limitOf(jobs, "places").mean, 3.79, 0.2, "busy"));
        QVERIFY(near(findComponent(estimate(drawing.design), "jobs")->limits.front().mean, 3.79, 0.04,
                     "estimate"));
    }
    void fewJobsOfSeveralNodesAreCarriedByEstimateToo()
    {
        // A tenth of a job at once, on two nodes: less than one instance in the mean, and never fewer than two while it works.
        Drawing drawing{36'000};
        drawing.source("in", 0.01)
            .place("aws-batch", "jobs",
                   {{"platform", text("instances")},
                    {"management", text("multi-node")},
                    {"nodes", whole(2)},
                    {"spot", true},
                    {"jobSeconds", 10.0}})
            .connect("in", "jobs");
        const FlowReport flow = estimate(drawing.design);
        const FlowComponent* jobs = findComponent(flow, "jobs");
        QCOMPARE(jobs->backlogGrowthPerSecond, 0.0);
        QVERIFY(jobs->serviceMillis > 10'000);
        // AWS runs them without Spot only.
        const RunReport report = run(drawing.design);
        QVERIFY(metered(report, "jobs", "aws-batch/instance-hours-m6i.large") > 0);
        QCOMPARE(metered(report, "jobs", "aws-batch/spot-instance-hours-m6i.large"), 0.0);
    }
    void aJobOfSeveralNodesWaitsForAllOfThem()
    {
        // Jobs of three nodes on seven instances of 2 vCPU that are kept: two at once, the third waits for 100 s.
        Drawing drawing = volley(3, 60, 1024, 600);
        submitsTo(drawing, always(100, {{"platform", text("instances")},
                                        {"management", text("multi-node")},
                                        {"nodes", whole(3)},
                                        {"cpu", text("2")},
                                        {"minVcpus", whole(14)},
                                        {"maxVcpus", whole(14)},
                                        {"containerStartSeconds", 0.0}}));
        const RunReport report = run(drawing.design);
        const ComponentReport& jobs = at(report, "jobs");
        QCOMPARE(jobs.counts.completed, 3u);
        QCOMPARE(limitOf(jobs, "places").peak, 6.0);
        QVERIFY(near(*jobs.latency.max, 200e3, 1.5e3, "ms of the last"));
        QVERIFY(near(limitOf(jobs, "places").mean, 3 * 100 * 3 / 600.0, 0.01, "instances at work"));
    }
    void whatFailsIsTriedAgain()
    {
        // Half of the attempts fail: 1 + 1/2 + 1/4 attempts of a job, an eighth of the jobs fail for good.
        Drawing drawing = regular(1, 1024, 20'000);
        submitsTo(drawing, kept(10, always(1, {{"failPercent", 50.0}, {"attempts", whole(3)}})));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "jobs");
        const double jobs = number(component.counts.accepted);
        QVERIFY(near(fact(component, "attempts") / jobs, 1.75, 0.02, "attempts of a job"));
        QVERIFY(near(number(component.counts.failed) / jobs, 0.125, 0.01, "failed"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "jobs")->limits.front().utilisation, 0.175, 0.002, "estimate"));
    }
    void eachJobOnFargateStartsATask()
    {
        // 300 children: 100 tasks at once, 200 more at 20 a second, the last 10 s later. Each is provisioned for 10 s and
        // starts for 30 s, then works for 60 s: the job has ended 110 s after it was submitted. Billed from the pull.
        Drawing drawing = volley(1, 60, 1024, 600);
        submitsTo(drawing, always(60, {{"arraySize", whole(300)}, {"maxVcpus", whole(1000)}}));
        const RunReport report = run(drawing.design);
        QVERIFY(near(*at(report, "jobs").latency.mean, 110e3, 1200, "ms of the job"));
        QVERIFY(near(metered(report, "jobs", "aws-batch/vcpu-hours-x86"), 300 * 90 / 600.0, 0.1, "vCPU"));
        QVERIFY(near(metered(report, "jobs", "aws-batch/gb-hours-x86"), 300 * 90 * 2 / 600.0, 0.2, "GB"));
    }
    void aShortJobIsBilledForAMinute()
    {
        // 30 s of start and 10 s of work, 0.5 a second: 30 tasks' worth.
        Drawing drawing = regular(0.5, 1024, 4000);
        submitsTo(drawing, always(10, {}));
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "jobs", "aws-batch/vcpu-hours-x86"), 30, 0.4, "run"));
        QVERIFY(near(reading(estimate(drawing.design).usage, "jobs", "aws-batch/vcpu-hours-x86")->amount, 30,
                     0.01, "estimate"));
    }
    void instancesThatStartForSingleJobsAreBilledAsTheySwing()
    {
        // A job of 300 s every 200 s on average: 1.5 work at a time, on an instance each. One is there 120 s before it works,
        // while another job may have waited, and stays until five looks have found it idle; and 1.5 are never there.
        Drawing drawing{400'000};
        drawing.source("in", 0.005);
        submitsTo(drawing,
                  {{"platform", text("instances")}, {"jobSeconds", 300.0}, {"perInstance", whole(1)}});
        const double ran = metered(run(drawing.design), "jobs", "aws-batch/instance-hours-m6i.large");
        QVERIFY(ran > 2.2);
        QVERIFY(near(
            reading(estimate(drawing.design).usage, "jobs", "aws-batch/instance-hours-m6i.large")->amount,
            ran, 0.05 * ran, "instances"));
    }
    void instancesComeAndGoWithTheJobs()
    {
        // 40 children of 25 s, two on an instance, 20 vCPU at most: the look at 120 s wants the ten instances there may
        // be. They take jobs from 240 s on, two rounds of 25 s. The looks at 300 .. 540 s find nothing: at 540 s all end.
        Drawing drawing = volley(1, 60, 1024, 900);
        submitsTo(
            drawing,
            always(20, {{"platform", text("instances")}, {"arraySize", whole(40)}, {"maxVcpus", whole(20)}}));
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "jobs");
        QVERIFY(near(*component.latency.mean, 230e3, 1200, "ms of the job"));
        QVERIFY(near(metered(report, "jobs", "aws-batch/instance-hours-m6i.large"), 10 * 420 / 900.0, 0.02,
                     "hours"));
    }
    void jobsWhoseCapacityIsTakenRunAgain()
    {
        // All ten jobs of a long array are on four instances' places; half go after 180 + 120 s.
        for (const std::int64_t attempts : {1, 2}) {
            Drawing drawing = volley(1, 10, 1024, 3000);
            submitsTo(
                drawing,
                kept(10, always(600, {{"arraySize", whole(10)}, {"attempts", attempts}, {"spot", true}})));
            drawing.scenario().faults.push_back(faultOn("jobs", FaultKind::SpotInterruption, 180, 300, 0.5));
            const RunReport report = run(drawing.design);
            const ComponentReport& component = at(report, "jobs");
            QCOMPARE(fact(component, "taken with their capacity"), 5.0);
            QCOMPARE(component.counts.completed, attempts == 2 ? 1u : 0u);
            QCOMPARE(component.counts.failed, attempts == 2 ? 0u : 1u);
            QCOMPARE(fact(component, "attempts"), attempts == 2 ? 15.0 : 10.0);
        }
    }
    void submitsAreThrottled()
    {
        // 100 a second for 10 s against 50 a second with a second's depth: 550 are taken.
        Drawing drawing = regular(100, 1024, 10);
        submitsTo(drawing, always(1, {}));
        const ComponentReport component = at(run(drawing.design), "jobs");
        QVERIFY(near(number(component.counts.accepted), 550, 2, "taken"));
        QCOMPARE(component.counts.throttled, component.counts.offered - component.counts.accepted);
    }
    void whoWaitsForTheEndHearsOfIt()
    {
        for (const char* wait : {"no", "finish"}) {
            Drawing drawing = regular(0.1, 1024, 3000);
            drawing.place("step-functions", "workflow")
                .place("aws-batch", "jobs", always(20, {}))
                .connect("in", "workflow")
                .connect("workflow", "jobs", {{"kind", text("start")}, {"wait", text(wait)}});
            const RunReport report = run(drawing.design);
            // 10 s + 30 s + 20 s.
            QVERIFY(near(*at(report, "jobs").latency.mean, 60e3, 10, "ms of a job"));
            const double workflow = *at(report, "workflow").latency.mean;
            QVERIFY2(std::string_view{wait} == "no" ? workflow < 1000
                                                    : near(workflow, 60e3, 1000, "workflow"),
                     wait);
            const FlowReport flow = estimate(drawing.design);
            QVERIFY(
                near(findComponent(flow, "workflow")->serviceMillis, workflow, 0.05 * workflow, "estimate"));
        }
    }
};

PLIMSOLL_TEST(TstJobQueue)
#include "tst_job_queue.moc"
