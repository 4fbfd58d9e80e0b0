// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstSagemakerServerless : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // 1,200 requests of 100 ms: 120 s of 3 GB, $0.00006 each: $0.0072. Nothing starts cold: there is always one warm.
        Drawing drawing = regular(2, 1024, 600);
        drawing.place("sagemaker-serverless", "model").connect("in", "model");
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(fact(component, "cold starts"), 0.0);
        const double requests = fact(component, "invocations");
        QVERIFY(near(requests, 1200, 1, "requests"));
        QVERIFY(near(metered(report, "model", "sagemaker-serverless/seconds-3gb"), requests * 0.1, 0.2,
                     "seconds"));
        QVERIFY(near(metered(report, "model", "sagemaker-serverless/data-in-gb") * 1024 * 1024,
                     number(component.counts.completed), 2, "KB in"));
    }
    void aColdStartIsWaitedForAndNotBilled()
    {
        // One request each 20 s, containers that are gone after 6 s: every request starts one.
        Drawing drawing = regular(0.05, 1024, 600);
        drawing
            .place("sagemaker-serverless", "model", {{"keepWarmMinutes", 0.1}, {"coldStartMillis", 5000.0}})
            .connect("in", "model");
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "model");
        QCOMPARE(fact(component, "cold starts"), fact(component, "invocations"));
        QVERIFY(near(*component.latency.mean, 5100, 60, "ms"));
        QVERIFY(near(metered(report, "model", "sagemaker-serverless/seconds-3gb"),
                     0.1 * fact(component, "invocations"), 0.05, "seconds"));
    }
    void aModelThatIsTooSlowFailsAfterAMinute()
    {
        Drawing drawing = regular(0.1, 1024, 600);
        drawing
            .place("sagemaker-serverless", "model",
                   {{"modelMillis", 59'000.0}, {"perRecordMicros", 2e6}, {"maxConcurrency", whole(50)}})
            .connect("in", "model");
        const ComponentReport component = at(run(drawing.design), "model");
        QCOMPARE(component.counts.completed, 0u);
        QVERIFY(fact(component, "timeouts") > 50);
    }
};

PLIMSOLL_TEST(TstSagemakerServerless)
#include "tst_sagemaker_serverless.moc"
