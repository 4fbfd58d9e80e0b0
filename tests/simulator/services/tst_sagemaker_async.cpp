// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstSagemakerAsync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // 0.2 requests a second of 10 MB and 8 s: 1.6 workers of 4 at work on two instances of two. 120 requests bring
        // 1.117 GB in 600 s. A month: 2 x 730 h x $0.7364 = $1,075.14.
        Drawing drawing = regular(0.2, 10'000'000, 600);
        drawing
            .place("sagemaker-async", "model",
                   {{"instances", whole(2)},
                    {"instanceType", text("ml.g4dn.xlarge")},
                    {"serviceMillis", 8000.0},
                    {"serviceDistribution", text("deterministic")}})
            .place("s3", "out")
            .place("sns", "done")
            .place("sqs", "inbox")
            .connect("in", "model")
            .connect("model", "out", {{"bytes", whole(5000)}})
            .connect("model", "done", {{"bytes", whole(500)}})
            .connect("done", "inbox");
        const RunReport report = run(drawing.design);
        constexpr double kGb = 1024.0 * 1024 * 1024;
        QCOMPARE(metered(report, "model", "sagemaker-async/instance-hours-ml.g4dn.xlarge"), 2.0);
        QVERIFY(near(metered(report, "model", "sagemaker-async/data-in-gb"), 120 * 1e7 / kGb, 0.011, "in"));
        QVERIFY(near(limitOf(at(report, "model"), "workers").utilisation, 0.4, 0.01, "busy"));
        QVERIFY(near(number(at(report, "out").counts.accepted), 118, 2, "results"));
        QVERIFY(near(number(at(report, "done").counts.accepted), 118, 2, "notifications"));
    }
    void takesRequestsWhileNoInstanceRuns()
    {
        Drawing drawing = regular(1, 1024, 120);
        drawing.place("sagemaker-async", "model", {{"instances", whole(0)}}).connect("in", "model");
        const ComponentReport component = at(run(drawing.design), "model");
        QCOMPARE(component.counts.rejected + component.counts.failed, 0u);
        QCOMPARE(component.counts.inFlight, component.counts.accepted);
    }
};

PLIMSOLL_TEST(TstSagemakerAsync)
#include "tst_sagemaker_async.moc"
