// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr const char* kTransitions = "step-functions/transitions";
constexpr const char* kRequests = "step-functions/express-requests";
constexpr const char* kGigabyteSeconds = "step-functions/express-gb-seconds";

ParameterMap task(double millis)
{
    return {{"servers", whole(1000)},
            {"serviceTimeMicros", millis * 1000},
            {"serviceDistribution", text("deterministic")}};
}

/// 10 executions a second for 100 s that start without delay, each waited for.
Drawing started(ParameterMap workflow)
{
    for (const char* latency : {"startMillis", "startP99Millis", "syncStartMillis", "syncStartP99Millis"})
        workflow.emplace(latency, 0.0);
    return regular(10, 1000, 100)
        .place("step-functions", "flow", std::move(workflow))
        .connect("in", "flow", {{"kind", text("call")}});
}

ParameterMap step(std::int64_t order, ParameterMap more = {})
{
    more["kind"] = text("call");
    more["order"] = whole(order);
    return more;
}

Drawing inARow(int tasks, double millis, ParameterMap workflow = {})
{
    Drawing drawing = started(std::move(workflow));
    for (int n = 1; n <= tasks; ++n) {
        const std::string id = "task" + std::to_string(n);
        drawing.place("custom-server", id, task(millis)).connect("flow", id, step(n));
    }
    return drawing;
}

/// Each execution but the last few, which the end of the run cuts off, enters so many states.
bool entersEach(const RunReport& report, double states)
{
    const double each = metered(report, "flow", kTransitions) / fact(at(report, "flow"), "executions");
    return near(each, states, 0.005 * states, "transitions of an execution");
}

/// A task whose every call fails.
Drawing failing(ParameterMap workflow, ParameterMap connection)
{
    Drawing drawing = started(std::move(workflow));
    drawing.place("custom-server", "bad", task(10)).connect("flow", "bad", step(1, std::move(connection)));
    drawing.scenario().faults.push_back(faultOn("bad", FaultKind::Errors, 0, 100, 1));
    return drawing;
}

}  // namespace

class TstStepFunctions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiveTasksAreFiveTransitions()
    {
        // A million such executions are 5,000,000 transitions, at $0.000025 each $125.
        const RunReport report = run(inARow(5, 10).design);
        QVERIFY(entersEach(report, 5.0));
        QCOMPARE(metered(report, "flow", kRequests), 0.0);
        const FlowReport flow = estimate(inARow(5, 10).design);
        const MeterReading* estimated = reading(flow.usage, "flow", kTransitions);
        QVERIFY(estimated);
        QVERIFY(near(estimated->amount / estimated->observedSeconds, 50, 0.5, "transitions a second"));
    }
    void stepsFollowEachOther()
    {
        // Three of 100 ms, each entered after 20 ms.
        const RunReport report = run(inARow(3, 100).design);
        QVERIFY(near(*at(report, "flow").latency.mean, 3 * 120, 1, "ms"));
        QVERIFY(
            near(findComponent(estimate(inARow(3, 100).design), "flow")->serviceMillis, 3 * 120, 1, "ms"));
    }
    void branchesOfOneOrderRunTogether()
    {
        // Parallel and two tasks: 3 transitions; 20 ms into the state, 20 ms into its tasks, the longer of which counts.
        Drawing drawing = started({});
        drawing.place("custom-server", "a", task(100))
            .place("custom-server", "b", task(300))
            .connect("flow", "a", step(1))
            .connect("flow", "b", step(1));
        const RunReport report = run(drawing.design);
        QVERIFY(entersEach(report, 3.0));
        QVERIFY(near(*at(report, "flow").latency.mean, 340, 1, "ms"));
    }
    void aChoiceTakesOneOfItsWays()
    {
        // Choice and one task. 300 of 1000 with sigma = sqrt(1000 x 0.3 x 0.7) = 14.5.
        Drawing drawing = started({});
        drawing.place("custom-server", "a", task(10))
            .place("custom-server", "b", task(10))
            .connect("flow", "a", step(1, {{"route", text("split")}, {"share", 30.0}}))
            .connect("flow", "b", step(1, {{"route", text("split")}, {"share", 70.0}}));
        const RunReport report = run(drawing.design);
        QVERIFY(entersEach(report, 2.0));
        QVERIFY(near(number(at(report, "a").counts.offered), 300, 4 * 14.5, "of the first way"));
    }
    void eachRetryIsATransition()
    {
        // Of a Retry without numbers 4 tries: after 1 s, 2 s and 4 s. Those that began in the last 7 s are still at it.
        const RunReport report = run(failing({}, {{"retry", text("exponential")}}).design);
        const ComponentReport& flow = at(report, "flow");
        QVERIFY(near(number(flow.counts.failed), 929, 1, "failed"));  // each after 7 s, 4 x 10 ms and 20 ms
        QCOMPARE(fact(flow, "retries of states") + fact(flow, "executions"),
                 metered(report, "flow", kTransitions));
        // Each is decided when a try fails, 30 ms, 1.04 s and 3.05 s after the start of the execution.
        const double undecided = 10 * (0.03 + 1.04 + 3.05);
        QVERIFY(near(fact(flow, "retries of states"), 3 * 1000 - undecided, 6, "retries"));
    }
    void withoutARetryTheFirstErrorEndsIt()
    {
        const RunReport report = run(failing({}, {}).design);
        QVERIFY(entersEach(report, 1.0));
        QVERIFY(number(at(report, "flow").counts.failed) >= 999);
    }
    void aCatchTakesWhatFailed_data()
    {
        QTest::addColumn<QString>("after");
        QTest::newRow("succeeds") << "succeed";
        QTest::newRow("fails") << "fail";
    }
    void aCatchTakesWhatFailed()
    {
        QFETCH(QString, after);
        Drawing drawing = failing({{"afterCatch", text(after.toStdString())}}, {});
        drawing.place("sqs", "review")
            .connect("flow", "review", {{"kind", text("put")}, {"role", text("on-failure")}});
        const RunReport report = run(drawing.design);
        const ComponentReport& flow = at(report, "flow");
        QVERIFY(entersEach(report, 2.0));
        QVERIFY(near(fact(flow, "failures caught"), fact(flow, "executions"), 1, "caught"));
        QVERIFY(number(at(report, "review").counts.completed) >= 998);
        QCOMPARE(number(after == "fail" ? flow.counts.completed : flow.counts.failed), 0.0);
    }
    void aMapAsksOncePerItem()
    {
        // Map and 10 items, 5 at once: 20 ms into the state, then twice 20 + 100 ms.
        Drawing drawing = started({});
        drawing.place("custom-server", "item", task(100))
            .connect("flow", "item", step(1, {{"operations", whole(10)}, {"concurrency", whole(5)}}));
        const RunReport report = run(drawing.design);
        QVERIFY(entersEach(report, 11.0));
        QVERIFY(near(*at(report, "flow").latency.mean, 260, 1, "ms"));
        QVERIFY(near(findComponent(estimate(drawing.design), "flow")->serviceMillis, 260, 1, "ms"));
    }
    void childrenOfAMapAreExecutions()
    {
        // Express children: 10 requests for an execution, each 20 + 100 ms, so 200 ms, of 64 MB: 0.125 GB-s. The execution
        // itself has one state.
        Drawing drawing = started({{"map", text("express-children")}});
        drawing.place("custom-server", "item", task(100))
            .connect("flow", "item", step(1, {{"operations", whole(10)}, {"concurrency", whole(50)}}));
        const RunReport report = run(drawing.design);
        QVERIFY(entersEach(report, 1.0));
        const double executions = fact(at(report, "flow"), "executions");
        QVERIFY(near(metered(report, "flow", kRequests), 10 * executions, 0.5, "requests"));
        QVERIFY(near(metered(report, "flow", kGigabyteSeconds), 0.125 * executions, 0.25, "GB-s"));
    }
    void aWaitStateWaits()
    {
        const RunReport report = run(inARow(2, 100, {{"waitSeconds", 3.0}, {"waitBefore", whole(2)}}).design);
        QVERIFY(entersEach(report, 3.0));
        QVERIFY(near(*at(report, "flow").latency.mean, 3000 + 2 * 120 + 20, 1, "ms"));
    }
    void expressIsBilledByTimeAndMemory()
    {
        // 20 + 130 ms are 200 ms; 65 MB are 128 MB: 0.2 x 0.125 = 0.025 GB-s an execution.
        const Drawing drawing = inARow(1, 130, {{"type", text("express")}, {"memoryMb", 65.0}});
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "flow", kTransitions), 0.0);
        QVERIFY(near(metered(report, "flow", kRequests), 1000, 1, "requests"));
        QVERIFY(near(metered(report, "flow", kGigabyteSeconds), 25, 0.1, "GB-s"));
    }
    void expressEndsAfterFiveMinutes()
    {
        Drawing drawing{700};
        drawing.source("in", 1, {}, Arrivals::Regular)
            .place("step-functions", "flow", {{"type", text("express")}})
            .place("custom-server", "slow", task(400'000))
            .connect("in", "flow")
            .connect("flow", "slow", step(1));
        const RunReport report = run(drawing.design);
        QCOMPARE(number(at(report, "flow").counts.completed), 0.0);
        QVERIFY(near(fact(at(report, "flow"), "executions that took too long"), 399, 2, "cut off"));
    }
    void expressWaitsForNoJob()
    {
        Drawing drawing = started({{"type", text("express")}});
        drawing.place("step-functions", "job")
            .connect("flow", "job", {{"kind", text("start")}, {"wait", text("finish")}});
        const std::vector<Issue> issues =
            validate(drawing.design, library().catalog(), IntegrationTable::builtin());
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
            return issue.rule == "ignored-parameter" && issue.severity == Severity::Error;
        }));
    }
    void waitingForTheEndHoldsTheExecution_data()
    {
        QTest::addColumn<QString>("wait");
        QTest::addColumn<double>("millis");
        QTest::newRow("nothing") << "no" << 20.0;
        QTest::newRow("finish") << "finish" << 520.0;
        QTest::newRow("callback") << "callback" << 520.0;
    }
    void waitingForTheEndHoldsTheExecution()
    {
        QFETCH(QString, wait);
        QFETCH(double, millis);
        // The other workflow enters a Wait state of 480 ms and ends.
        Drawing drawing = started({});
        drawing
            .place("step-functions", "job",
                   {{"waitSeconds", 0.48}, {"startMillis", 0.0}, {"startP99Millis", 0.0}})
            .connect("flow", "job", {{"kind", text("start")}, {"wait", text(wait.toStdString())}});
        QVERIFY(near(*at(run(drawing.design), "flow").latency.mean, millis, 1, "run, ms"));
        QVERIFY(
            near(findComponent(estimate(drawing.design), "flow")->serviceMillis, millis, 1, "estimate, ms"));
    }
    void startsBeyondTheQuotaAreRefused()
    {
        // 20 s of 400/s: the bucket's 1300 and 300/s.
        Drawing drawing = regular(400, 1000, 20);
        drawing.place("step-functions", "flow").connect("in", "flow");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "flow").counts.throttled), 8000 - 1300 - 20 * 300, 20, "refused"));
        QCOMPARE(limitOf(at(report, "flow"), "starts").refused, number(at(report, "flow").counts.throttled));
    }
    void aLongHistoryFailsTheExecution()
    {
        // Each item of an inline Map adds 7 events: 3,600 of them are more than 25,000, 3,500 are not.
        for (const std::int64_t items : {3500, 3600}) {
            Drawing drawing = regular(0.1, 1000, 100);
            drawing.place("step-functions", "flow")
                .place("custom-server", "item", task(1))
                .connect("in", "flow")
                .connect("flow", "item", step(1, {{"operations", whole(items)}, {"concurrency", whole(40)}}));
            const ComponentReport flow = at(run(drawing.design), "flow");
            QCOMPARE(flow.counts.failed > 0, items == 3600);
            QCOMPARE(findComponent(estimate(drawing.design), "flow")->limits.size() > 0, true);
        }
    }
};

PLIMSOLL_TEST(TstStepFunctions)
#include "tst_step_functions.moc"
