// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap model(double millis, ParameterMap more)
{
    more.insert({{"instances", whole(1)},
                 {"slots", whole(1)},
                 {"serviceMillis", millis},
                 {"serviceDistribution", text("deterministic")}});
    return more;
}

/// Requests at equal distances to an endpoint.
Drawing asked(const std::string& service, double rate, double seconds, ParameterMap parameters)
{
    Drawing drawing = regular(rate, 1024, seconds);
    drawing.place(service, "model", std::move(parameters)).connect("in", "model");
    return drawing;
}

}  // namespace

/// Endpoints against arithmetic, and their estimates against their runs.
class TstEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsTooLongHearsSo()
    {
        // One worker of 10 s, a request a second: request j begins at 10 j if it is still there, and arrived at j. It is
        // answered in time while 9 j + 10 <= 60: the first six. From then on each begins with less than 10 s left: the
        // worker is always busy, and only with what nobody waits for any more.
        const Drawing drawing = asked("sagemaker-endpoint", 1, 300, model(10'000, {}));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(component.counts.completed, 6u);
        QVERIFY(near(fact(component, "not answered in time"), number(component.counts.accepted) - 6 - 60, 2,
                     "late"));
        QCOMPARE(component.counts.failed,
                 static_cast<std::uint64_t>(fact(component, "not answered in time")));
        QVERIFY(limitOf(component, "workers").utilisation > 0.99);
        const FlowReport flow = estimate(drawing.design);
        // All are let in; nobody is refused at the door.
        QVERIFY(near(findComponent(flow, "model")->accepted.messagesPerSecond, 1, 1e-9, "estimate"));
        QCOMPARE(findComponent(flow, "model")->refused.messagesPerSecond, 0.0);
    }
    void oneCallTooSlowFailsInTime()
    {
        // The model's container asks a server that takes 90 s: after 60 s the request fails and its worker is free.
        Drawing drawing = asked("sagemaker-endpoint", 0.01, 600, model(10, {}));
        drawing
            .place("custom-server", "slow",
                   {{"serviceTimeMicros", 9e7},
                    {"serviceDistribution", text("deterministic")},
                    {"servers", whole(10)}})
            .connect("model", "slow", {{"kind", text("call")}, {"timeoutMillis", whole(0)}});
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(component.counts.completed, 0u);
        QVERIFY(component.counts.failed >= 5);
        QVERIFY(near(limitOf(component, "workers").utilisation, 0.6, 0.03, "busy"));
    }
    void instancesFollowTheRequestsOfAMinute()
    {
        // 7 a second are 420 a minute, six instances at 70. Three points of a minute are above: at 180 s five are
        // launched; they are billed from then and answer 360 s later.
        Drawing drawing = asked("sagemaker-endpoint", 7, 1200,
                                model(50, {{"scaling", text("requests")}, {"maxInstances", whole(20)}}));
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QVERIFY(near(fact(component, "mean instances in service"), (540 + 660 * 6) / 1200.0, 0.01, "serve"));
        QVERIFY(near(metered(report, "model", "sagemaker-endpoint/instance-hours-ml.m5.large"),
                     (180 + 1020 * 6) / 1200.0, 0.01, "billed"));
        // Opened as after a long time it has all six.
        drawing.scenario().opening = Opening::Settled;
        const RunReport settled = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const char* hours = "sagemaker-endpoint/instance-hours-ml.m5.large";
        QCOMPARE(metered(settled, "model", hours), 6.0);
        QCOMPARE(reading(flow.usage, "model", hours)->amount, 6.0);
    }
    void aQueueOfItsOwnStartsInstancesFromNone()
    {
        // 50 requests at 60 s. The look at 120 s finds all 50: ten instances at 5 each. They answer from 240 s on, five
        // requests of a second each; 15 looks without anything later all are gone.
        Drawing drawing = volley(50, 60, 1024, 2400);
        drawing
            .place("sagemaker-async", "model",
                   model(1000, {{"instances", whole(0)},
                                {"scaling", text("waiting")},
                                {"maxInstances", whole(20)},
                                {"outPoints", whole(1)},
                                {"startSeconds", 120.0}}))
            .connect("in", "model");
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(component.counts.completed, 50u);
        QCOMPARE(component.counts.failed + component.counts.rejected, 0u);
        QVERIFY(near(*component.latency.mean, 182.5e3, 1000, "mean ms from the request to its answer"));
        // From 120 s; the looks at 300 .. 1,140 s find nothing, the cooldown is over.
        QVERIFY(near(metered(report, "model", "sagemaker-async/instance-hours-ml.m5.large"),
                     10 * (1140 - 120) / 2400.0, 10 * 61 / 2400.0, "billed"));
    }
    void whatIsPutIsAcknowledgedAtOnce()
    {
        // A function puts 2 a second to a model of 5 s: it does not wait for it.
        Drawing drawing = regular(2, 1024, 600);
        drawing.place("lambda", "fn", {{"fixedMillis", 20.0}})
            .place("sagemaker-async", "model", model(5'000, {{"instances", whole(20)}}))
            .place("s3", "out")
            .connect("in", "fn")
            .connect("fn", "model")
            .connect("model", "out");
        const RunReport report = run(drawing.design);
        QVERIFY(*at(report, "fn").latency.mean < 30);
        // With the write of the result.
        QVERIFY(near(*at(report, "model").latency.mean, 5150, 150, "ms in the model"));
        QVERIFY(near(number(at(report, "out").counts.completed), 1190, 4, "results kept"));
    }
    void onlyAsManyAtOnceAsAllowed()
    {
        // The first of five containers answers after 10 s + 100 ms: of the 21 requests until then five are taken.
        Drawing drawing = asked("sagemaker-serverless", 2, 60,
                                {{"maxConcurrency", whole(5)}, {"coldStartMillis", 10'000.0}});
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(fact(component, "cold starts"), 5.0);
        QCOMPARE(component.counts.throttled, 16u);
    }
};

PLIMSOLL_TEST(TstEndpoint)
#include "tst_endpoint.moc"
