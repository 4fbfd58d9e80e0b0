// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/topic/retry_plan.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Propagation and pauses without spread, so that times come out exactly.
ParameterMap prompt(ParameterMap more = {})
{
    more.insert({{"deliveryMillis", 50.0}, {"deliveryP99Millis", 50.0}, {"retryJitterPercent", 0.0}});
    return more;
}

/// A topic with an endpoint of one's own that answers in 1 ms, and a queue for what is given up.
Drawing withEndpoint(double rate, double seconds, ParameterMap server = {}, ParameterMap connection = {})
{
    server.insert({{"serviceTimeMicros", 1000.0}, {"serviceDistribution", text("deterministic")}});
    Drawing drawing{seconds};
    drawing.source("in", rate, {}, Arrivals::Regular)
        .place("sns", "topic", prompt())
        .place("custom-server", "endpoint", std::move(server))
        .place("sqs", "dead")
        .connect("in", "topic")
        .connect("topic", "endpoint", std::move(connection))
        .connect("topic", "dead", {{"role", text("on-failure")}});
    return drawing;
}

}  // namespace

class TstTopic final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPlanIsItsPhases()
    {
        // 3 at once, 2 after 1 s, 10 from 1 to 20 s by the factor 20^(1/9), then every 20 s.
        const RetryPlan plan{{{3, 0, 0}, {2, 1, 1}, {10, 1, 20}, {1, 20, 20}}, 0};
        double sum = 0;
        for (int retry = 1; retry <= 15; ++retry)
            sum += seconds(plan.pause(retry, 0.5));
        const double factor = std::pow(20, 1.0 / 9);
        QVERIFY(near(sum, 2 + (std::pow(factor, 10) - 1) / (factor - 1), 1e-6, "seconds of the first 15"));
        QCOMPARE(seconds(plan.pause(16, 0.5)), 20.0);
        QCOMPARE(seconds(plan.pause(100'000, 0.5)), 20.0);
        QCOMPARE(plan.retriesWithin(100'015, 0.5), 3);
        QCOMPARE(plan.retriesWithin(100'015, 2.5), 5);
        // 2 + 68.08 s for the first 15, then 20 s each.
        QCOMPARE(plan.retriesWithin(100'015, sum + 20 * 50 + 1), 65);
        QCOMPARE(plan.retriesWithin(7, 1e9), 7);
    }
    void eachSubscriptionGetsACopy()
    {
        Drawing drawing{60};
        drawing.source("in", 10, {}, Arrivals::Regular)
            .place("sns", "topic", prompt())
            .connect("in", "topic");
        for (const char* queue : {"q0", "q1", "q2"})
            drawing.place("sqs", queue).connect("topic", queue);
        const RunReport report = run(drawing.design);
        const std::uint64_t published = at(report, "topic").counts.accepted;
        QVERIFY(near(number(published), 600, 1, "published"));
        // What is still on its way at the end has not arrived.
        for (const char* queue : {"q0", "q1", "q2"})
            QVERIFY(near(number(at(report, queue).counts.accepted), number(published), 1, queue));
        QCOMPARE(report.totals.copied, 2 * published);
        QVERIFY(everyCopyAccountedFor(at(report, "topic")));
        // 20 ms to the acknowledgement, which the delivery overlaps: 50 ms to the queue, 10 ms to its own.
        QVERIFY(near(*sinkAt(report, "q1").delay.mean, 60, 0.01, "ms from publish to readable"));
    }
    void aFilterTakesItsShareOfTheKeys()
    {
        Drawing drawing = regular(100, 1000, 200, {{"keys", whole(100'000)}});
        drawing.place("sns", "topic", prompt())
            .place("sqs", "some")
            .place("sqs", "all")
            .connect("in", "topic")
            .connect("topic", "some", {{"route", text("match")}, {"share", 30.0}})
            .connect("topic", "all");
        const RunReport report = run(drawing.design);
        // Sigma of the share of keys and of records: sqrt(0.21 / 100,000 + 0.21 / 20,000) = 0.36%.
        QVERIFY(
            near(number(at(report, "some").counts.offered) / 20'000, 0.3, 4 * 0.0036, "share that matches"));
        const ConsumerCounts& some = consumerOf(at(report, "topic"), "some");
        QCOMPARE(some.filtered + some.delivered + some.resident, at(report, "topic").counts.accepted);
        QVERIFY(everyCopyAccountedFor(at(report, "topic")));
        const FlowReport flow = estimate(drawing.design);
        // It knows the keys, and not which of them the records draw.
        QVERIFY(near(findComponent(flow, "some")->offered.recordsPerSecond,
                     number(at(report, "some").counts.offered) / 200, 4 * 0.0033 * 100, "estimated"));
    }
    void aDeadEndpointGetsItsTriesAndThenTheQueueTheLetter()
    {
        // One message, at 0.05, 20.05, 40.05 and 60.05 s, each refused at once by a server that is down.
        Drawing drawing = withEndpoint(1, 90);
        drawing.scenario().traffic["in"].shape = TrafficShape::Spike;
        drawing.scenario().traffic["in"].ratePerSecond = 0;
        drawing.scenario().traffic["in"].peakPerSecond = 1;
        drawing.scenario().traffic["in"].peakStartSeconds = 0;
        drawing.scenario().traffic["in"].peakSeconds = 1;
        drawing.scenario().faults.push_back(faultOn("endpoint", FaultKind::Down, 0, 90));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "topic").counts.accepted, std::uint64_t{1});
        QCOMPARE(at(report, "endpoint").counts.offered, std::uint64_t{4});
        QCOMPARE(at(report, "dead").counts.accepted, std::uint64_t{1});
        QCOMPARE(fact(at(report, "topic"), "delivery retries"), 3.0);
        QCOMPARE(fact(at(report, "topic"), "dead-lettered"), 1.0);
        QVERIFY(
            near(consumerOf(at(report, "topic"), "endpoint").peakAgeSeconds, 60.05, 0.01, "age given up"));
    }
    void aConnectionSaysHowOften_data()
    {
        QTest::addColumn<int>("retries");
        QTest::addColumn<int>("ageSeconds");
        QTest::addColumn<int>("tries");
        QTest::newRow("none") << 0 << 3600 << 1;
        QTest::newRow("six") << 6 << 3600 << 7;
        QTest::newRow("as old as three pauses") << 100 << 61 << 4;
    }
    void aConnectionSaysHowOften()
    {
        QFETCH(int, retries);
        QFETCH(int, ageSeconds);
        QFETCH(int, tries);
        Drawing drawing = withEndpoint(
            10, 200, {},
            {{"maximumRetryAttempts", whole(retries)}, {"maximumEventAgeSeconds", whole(ageSeconds)}});
        drawing.scenario().traffic["in"].shape = TrafficShape::Spike;
        drawing.scenario().traffic["in"].ratePerSecond = 0;
        drawing.scenario().traffic["in"].peakPerSecond = 10;
        drawing.scenario().traffic["in"].peakSeconds = 1;
        drawing.scenario().faults.push_back(faultOn("endpoint", FaultKind::Down, 0, 200));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "endpoint").counts.offered, at(report, "topic").counts.accepted * tries);
        QCOMPARE(at(report, "dead").counts.accepted, at(report, "topic").counts.accepted);
    }
    void withoutADeadLetterQueueItIsLost()
    {
        Drawing drawing = withEndpoint(2, 100);
        drawing.design.connections.pop_back();
        drawing.scenario().faults.push_back(faultOn("endpoint", FaultKind::Down, 0, 100));
        const RunReport report = run(drawing.design);
        QVERIFY(report.totals.lost > 50);
        QCOMPARE(number(report.totals.lost), fact(at(report, "topic"), "deliveries given up and lost"));
        QVERIFY(everyCopyAccountedFor(at(report, "topic")));
    }
    void aQueueThatComesBackGetsAll()
    {
        // Down for the first 20 s: tries at 0 (four of them), 1, 2 s, then by growing pauses; none is given up.
        Drawing drawing{120};
        drawing.source("in", 5, {}, Arrivals::Regular)
            .place("sns", "topic", prompt())
            .place("sqs", "queue")
            .connect("in", "topic")
            .connect("topic", "queue");
        drawing.scenario().faults.push_back(faultOn("queue", FaultKind::Down, 0, 20));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "queue").counts.accepted), number(at(report, "topic").counts.accepted),
                     1, "all arrive"));
        QCOMPARE(consumerOf(at(report, "topic"), "queue").expired, std::uint64_t{0});
        // The message of time 0: 4 tries, 2 more, then pauses of 1, 1.39, 1.95, 2.71, 3.78, 5.28 s until 18.1 s, and the
        // one that succeeds 7.4 s later; jitter of a quarter moves that little.
        const double first = consumerOf(at(report, "topic"), "queue").peakAgeSeconds;
        QVERIFY2(first > 20 && first < 30, std::to_string(first).c_str());
    }
    void lossesAndTriesAreErlangs()
    {
        // M/M/1/1 whose blocked calls come again, three times, after 20 s: B = a / (1 + a) with a = L / 10 and
        // L = 5 (1 + B + B^2 + B^3), as jitter of seconds makes them Poisson again. B = 0.4745, L = 9.03/s.
        Drawing drawing{3600};
        drawing.source("in", 5)
            .place("sns", "topic",
                   prompt({{"endpointTimeoutMillis", whole(0)}, {"retryJitterPercent", 25.0}}))
            .place("custom-server", "endpoint", {{"serviceTimeMicros", 100'000.0}, {"queueLimit", whole(0)}})
            .place("sqs", "dead")
            .connect("in", "topic")
            .connect("topic", "endpoint")
            .connect("topic", "dead", {{"role", text("on-failure")}});
        double blocked = 0.4;
        for (int n = 0; n < 100; ++n) {
            const double load = 0.5 * (1 + blocked + blocked * blocked + blocked * blocked * blocked);
            blocked = load / (1 + load);
        }
        const double offered = 10 * blocked / (1 - blocked), lost = 5 * std::pow(blocked, 4);
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "endpoint").counts.offered) / 3600, offered, 0.03 * offered,
                     "tries a second"));
        // Sigma of about 900 letters is 30 of them.
        QVERIFY(near(number(at(report, "dead").counts.offered) / 3600, lost, 4 * 0.05 * lost,
                     "letters a second"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "endpoint")->offered.recordsPerSecond, offered, 0.02 * offered,
                     "estimated"));
        QVERIFY(near(findComponent(flow, "dead")->offered.recordsPerSecond, lost, 0.05 * lost,
                     "letters estimated"));
    }
    void aSlowEndpointHasFailed()
    {
        // It takes 3 s, and is given 1 s: four tries each, all in vain, which it works on for nobody.
        Drawing drawing = withEndpoint(1, 200, {{"servers", whole(1000)}, {"serviceTimeMicros", 3e6}});
        for (Component& component : drawing.design.components) {
            if (component.id == "topic")
                component.parameters["endpointTimeoutMillis"] = whole(1000);
        }
        const RunReport report = run(drawing.design);
        QCOMPARE(consumerOf(at(report, "topic"), "endpoint").delivered, std::uint64_t{0});
        // Those of the first 200 - 64 s have been given up.
        QVERIFY(near(fact(at(report, "topic"), "dead-lettered"), 136, 2, "given up"));
        QVERIFY(at(report, "endpoint").counts.completed > 500);
    }
    void aPaceMakesThemWait()
    {
        // 10 a second to one that is given 5: a second's depth at first, then 5 a second; no try is lost by it.
        Drawing drawing = withEndpoint(10, 100);
        for (Component& component : drawing.design.components) {
            if (component.id == "topic")
                component.parameters["maxReceivesPerSecond"] = whole(5);
        }
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "endpoint").counts.completed), 5 * 100 + 5, 3, "delivered"));
        QCOMPARE(fact(at(report, "topic"), "delivery retries"), 0.0);
        QVERIFY(near(at(report, "topic").backlogFinal, 1000 - 505, 5, "waiting at the end"));
        QVERIFY(near(findComponent(estimate(drawing.design), "topic")->backlogGrowthPerSecond, 5, 0.01,
                     "growth"));
    }
    void aGroupKeepsItsOrder()
    {
        // Of one group a message that fails holds back all behind it; of 1,000 groups hardly any.
        const auto waited = [](std::int64_t groups) {
            Drawing drawing{120};
            drawing.source("in", 5, {{"keys", groups}}, Arrivals::Regular)
                .place("sns", "topic", prompt({{"type", text("fifo")}}))
                .place("sqs", "queue")
                .connect("in", "topic")
                .connect("topic", "queue");
            drawing.scenario().faults.push_back(faultOn("queue", FaultKind::Errors, 0, 100, 0.5));
            const RunReport report = run(drawing.design);
            if (at(report, "queue").counts.completed < 590)
                QTest::qFail("all get through in the end", __FILE__, __LINE__);
            return *sinkAt(report, "queue").delay.mean;
        };
        const double one = waited(1), many = waited(1000);
        QVERIFY2(one > 2 * many, (std::to_string(one) + " and " + std::to_string(many) + " ms").c_str());
    }
};

PLIMSOLL_TEST(TstTopic)
#include "tst_topic.moc"
