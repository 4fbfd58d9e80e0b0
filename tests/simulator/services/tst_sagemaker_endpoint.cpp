// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstSagemakerEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // A function asks 10 times a second with 2 KB, of 2 workers on each of 2 instances, 100 ms each: 1 of 4 busy.
        // A month: 2 x 730 h x $0.115 = $167.90. Data in: 6,000 x 2,048 B = 0.01144 GB, out 6,000 x 500 B.
        Drawing drawing = regular(10, 2048, 600);
        drawing.place("lambda", "fn", {{"fixedMillis", 20.0}})
            .place("sagemaker-endpoint", "model",
                   {{"instances", whole(2)},
                    {"serviceMillis", 100.0},
                    {"serviceDistribution", text("deterministic")},
                    {"answerBytes", whole(500)}})
            .connect("in", "fn")
            .connect("fn", "model");
        const RunReport report = run(drawing.design);
        constexpr double kGb = 1024.0 * 1024 * 1024;
        QCOMPARE(metered(report, "model", "sagemaker-endpoint/instance-hours-ml.m5.large"), 2.0);
        QVERIFY(
            near(metered(report, "model", "sagemaker-endpoint/data-in-gb"), 6000 * 2048 / kGb, 1e-5, "in"));
        QVERIFY(
            near(metered(report, "model", "sagemaker-endpoint/data-out-gb"), 6000 * 500 / kGb, 1e-5, "out"));
        QVERIFY(near(limitOf(at(report, "model"), "workers").utilisation, 0.25, 0.001, "busy"));
        // The function waits for the model.
        QVERIFY(near(*at(report, "fn").latency.mean, 120, 5, "ms of a run"));
    }
    void asksForAsManyInstancesAsTheModelNeeds()
    {
        // 100 a second x 50 ms = 5 workers at work; 2 on an instance: 3 instances, at 80% of them 4.
        Drawing drawing = regular(100, 1024, 60);
        drawing.place("sagemaker-endpoint", "model", {{"instances", whole(10)}}).connect("in", "model");
        const FlowReport flow = estimate(drawing.design);
        const std::vector<Sizing>& sizing = findComponent(flow, "model")->sizing;
        QCOMPARE(sizing.size(), std::size_t{1});
        QCOMPARE(sizing.front().minimum, 3.0);
        QCOMPARE(sizing.front().recommended, 4.0);
    }
};

PLIMSOLL_TEST(TstSagemakerEndpoint)
#include "tst_sagemaker_endpoint.moc"
