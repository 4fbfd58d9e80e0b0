// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap exponential(double millis)
{
    return {{"servers", whole(100'000)}, {"serviceTimeMicros", millis * 1000}};
}

ParameterMap atOnce(ParameterMap more = {})
{
    more.insert({{"startMillis", 0.0}, {"startP99Millis", 0.0}, {"transitionMillis", 0.0}});
    return more;
}

ParameterMap step(std::int64_t order)
{
    return {{"kind", text("call")}, {"order", whole(order)}};
}

}  // namespace

/// Executions never queue, so that a workflow is a network of infinite servers; only its transitions have a line.
class TstWorkflow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void branchesTakeAsLongAsTheLongest()
    {
        // Two exponential branches of mean 1 s, then one: E[max] = 1 + 1/2 and 1 more, 2.5 s in all. Open executions are
        // lambda x W = 20 x 2.5 = 50 (M/G/inf).
        Drawing drawing{2000};
        drawing.source("in", 20)
            .place("step-functions", "flow", atOnce())
            .place("custom-server", "a", exponential(1000))
            .place("custom-server", "b", exponential(1000))
            .place("custom-server", "c", exponential(1000))
            .connect("in", "flow")
            .connect("flow", "a", step(1))
            .connect("flow", "b", step(1))
            .connect("flow", "c", step(2));
        const ComponentReport flow = at(run(drawing.design), "flow");
        QVERIFY(near(*flow.latency.mean, 2500, 40, "ms"));
        QVERIFY(near(limitOf(flow, "open").mean, 50, 1.5, "open executions"));
    }
    void triesFollowTheGeometricLaw()
    {
        // Each try fails with 40%, at most 3 are made: 1 + 0.4 + 0.16 = 1.56 tries, and 0.4^3 = 6.4% fail for good. In the
        // estimate the same share of refusals is the server's own.
        Drawing drawing{1000};
        drawing.source("in", 50)
            .place("step-functions", "flow", atOnce())
            .place("custom-server", "task", exponential(1))
            .connect("in", "flow")
            .connect("flow", "task",
                     {{"kind", text("call")},
                      {"retry", text("fixed")},
                      {"maxAttempts", whole(3)},
                      {"retryDelayMillis", whole(100)}});
        drawing.scenario().faults.push_back(faultOn("task", FaultKind::Errors, 0, 1000, 0.4));
        const RunReport report = run(drawing.design);
        const ComponentReport& flow = at(report, "flow");
        // 50,000 executions: sigma of the share 0.11%, of the mean tries 0.4%.
        const double executions = fact(flow, "executions");
        QVERIFY(near(number(flow.counts.failed) / executions, 0.064, 4 * 0.0011, "share that fails"));
        QVERIFY(near(fact(flow, "state transitions") / executions, 1.56, 4 * 0.004, "tries"));
    }
    void oneLineHoldsBackAllTransitions()
    {
        // 20 a second with 10 states each ask for 200 transitions a second where there are 100, first come first served:
        // each stage passes on the part g of what it is asked for, 20 g (1 + g + .. + g^9) = 100, so g = 0.869 and
        // 20 g^10 = 4.9 a second get to the end; asked for are 100 / g.
        Drawing drawing = regular(20, 1000, 3000);
        drawing
            .place("step-functions", "flow",
                   atOnce({{"transitionsPerSecond", whole(100)}, {"transitionBurst", whole(100)}}))
            .connect("in", "flow");
        for (int n = 1; n <= 10; ++n) {
            const std::string id = "t" + std::to_string(n);
            drawing.place("custom-server", id, exponential(1)).connect("flow", id, step(n));
        }
        double low = 0, high = 1;
        while (high - low > 1e-9) {
            const double g = (low + high) / 2;
            (20 * g * (1 - std::pow(g, 10)) / (1 - g) > 100 ? high : low) = g;
        }
        const RunReport report = run(drawing.design);
        const double done = countBetween(at(report, "flow"), "completed", 1500, 3000) / 1500;
        QVERIFY(near(done, 20 * std::pow(low, 10), 0.25, "executions a second that end"));
        QVERIFY(near(limitOf(at(report, "flow"), "transitions").utilisation, 1 / low, 0.05,
                     "asked over capacity"));
        const auto estimated =
            reading(estimate(drawing.design).usage, "flow", "step-functions/transitions");
        QVERIFY(near(estimated->amount / estimated->observedSeconds, 100, 1, "transitions of the estimate"));
    }
    void theEstimateSaysWhatTheRunSays()
    {
        // All kinds of states at once: Parallel, a Choice, a Map, a Wait, and a Catch of what fails.
        Drawing drawing{600};
        drawing.source("in", 30)
            .place("step-functions", "flow",
                   {{"waitSeconds", 1.0}, {"waitBefore", whole(2)}, {"otherStates", whole(2)}})
            .place("custom-server", "a", exponential(50))
            .place("custom-server", "b", exponential(5))
            .place("custom-server", "c", exponential(20))
            .place("custom-server", "d", exponential(30))
            .place("custom-server", "item", exponential(10))
            .place("sqs", "failures")
            .connect("in", "flow")
            .connect("flow", "a", step(1))
            .connect("flow", "b", step(1));
        ParameterMap split = step(2);
        split.insert({{"route", text("split")}, {"share", 25.0}});
        drawing.connect("flow", "c", split);
        split["share"] = 75.0;
        drawing.connect("flow", "d", split);
        ParameterMap map = step(3);
        map.insert({{"operations", whole(8)}, {"concurrency", whole(40)}});
        drawing.connect("flow", "item", map);
        drawing.connect("flow", "failures", {{"kind", text("put")}, {"role", text("on-failure")}});
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const double seconds = 600;
        for (const char* id : {"a", "c", "d", "item"}) {
            const double ran = number(at(report, id).counts.offered) / seconds;
            QVERIFY(near(findComponent(flow, id)->offered.recordsPerSecond, ran, 0.03 * ran, id));
        }
        const double ran = metered(report, "flow", "step-functions/transitions") / seconds;
        const MeterReading* estimated = reading(flow.usage, "flow", "step-functions/transitions");
        QVERIFY(near(estimated->amount / estimated->observedSeconds, ran, 0.02 * ran, "transitions"));
        const double mean = *at(report, "flow").latency.mean;
        QVERIFY(near(findComponent(flow, "flow")->serviceMillis, mean, 0.05 * mean, "ms"));
    }
};

PLIMSOLL_TEST(TstWorkflow)
#include "tst_workflow.moc"
