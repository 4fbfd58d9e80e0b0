// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A topic with three queues and two functions.
Drawing fanOut(double rate, std::int64_t bytes, double seconds)
{
    Drawing drawing = regular(rate, bytes, seconds);
    drawing.place("sns", "topic").connect("in", "topic");
    for (const char* queue : {"q0", "q1", "q2"})
        drawing.place("sqs", queue).connect("topic", queue);
    for (const char* function : {"f0", "f1"})
        drawing.place("lambda", function).connect("topic", function);
    return drawing;
}

}  // namespace

class TstSns final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeQueuesAndTwoFunctionsAreFiveCopies()
    {
        // 10 messages a second of 100 KB for 100 s: 1,000 publishes of two requests of 64 KB each, 5,000 copies.
        const Drawing drawing = fanOut(10, 100'000, 100);
        const RunReport report = run(drawing.design);
        const double published = number(at(report, "topic").counts.accepted);
        QVERIFY(near(published, 1000, 1, "published"));
        QCOMPARE(metered(report, "topic", "sns/publish-requests"), 2 * published);
        // The last few are on their way.
        QVERIFY(near(metered(report, "topic", "sns/queue-deliveries"), 3000, 9, "to queues"));
        QVERIFY(near(metered(report, "topic", "sns/function-deliveries"), 2000, 6, "to functions"));
        QCOMPARE(number(report.totals.copied), 4 * published);
        for (const char* function : {"f0", "f1"})
            QVERIFY(near(fact(at(report, function), "invocations"), 1000, 3, function));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(perSecond(flow, "sns/publish-requests"), 20, 1e-6, "estimated requests a second"));
        QVERIFY(near(perSecond(flow, "sns/queue-deliveries"), 30, 1e-6, "estimated deliveries to queues"));
        QVERIFY(
            near(perSecond(flow, "sns/function-deliveries"), 20, 1e-6, "estimated deliveries to functions"));
    }
    void aBatchIsOneCallAndTenMessages()
    {
        // 100/s of 10 KB in batches of ten: 10 calls a second of 100 KB, so 20 requests, and 100 messages of the quota.
        Drawing drawing = regular(100, 10'000, 60);
        drawing.place("sns", "topic", {{"publishPerSecond", whole(50)}}).place("sqs", "queue");
        drawing.connect("in", "topic", {{"batchSize", whole(10)}}).connect("topic", "queue");
        const RunReport report = run(drawing.design);
        // A second's depth at first; what finds no room of a batch is refused by itself.
        const double accepted = number(at(report, "topic").counts.accepted);
        QVERIFY(near(accepted, 50 * 60 + 50, 10, "within the quota"));
        QCOMPARE(accepted + number(at(report, "topic").counts.throttled),
                 number(at(report, "topic").counts.offered));
        QVERIFY(near(limitOf(at(report, "topic"), "published").mean, 100, 1, "messages, not calls"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "topic")->accepted.recordsPerSecond, 50, 1e-6, "estimated"));
    }
    void theQuotaIsThatOfTheRegion()
    {
        Drawing drawing = fanOut(10, 1000, 5);
        QCOMPARE(limitOf(at(run(drawing.design), "topic"), "published").capacity, 30'000.0);
        drawing.design.region = "eu-west-1";
        QCOMPARE(limitOf(at(run(drawing.design), "topic"), "published").capacity, 9000.0);
        drawing.design.region = "ap-south-1";
        QCOMPARE(limitOf(at(run(drawing.design), "topic"), "published").capacity, 1500.0);
    }
    void aFailingFunctionIsTriedByItself()
    {
        // The topic delivers once; the function runs three times, a minute and two apart, and hands it on.
        Drawing drawing = regular(1, 1000, 400);
        drawing.scenario().traffic["in"].shape = TrafficShape::Spike;
        drawing.scenario().traffic["in"].ratePerSecond = 0;
        drawing.scenario().traffic["in"].peakPerSecond = 5;
        drawing.scenario().traffic["in"].peakSeconds = 1;
        drawing.place("sns", "topic")
            .place("lambda", "f", {{"errorPercent", 100.0}})
            .place("sqs", "dead")
            .connect("in", "topic")
            .connect("topic", "f")
            .connect("f", "dead", {{"role", text("on-failure")}, {"kind", text("notify")}});
        const RunReport report = run(drawing.design);
        const double published = number(at(report, "topic").counts.accepted);
        QVERIFY(published >= 5);
        QCOMPARE(fact(at(report, "topic"), "delivery tries"), published);
        QCOMPARE(fact(at(report, "f"), "invocations"), 3 * published);
        QCOMPARE(number(at(report, "dead").counts.accepted), published);
    }
    void aFifoTopicSendsToQueuesOnly()
    {
        Drawing drawing = fanOut(10, 1000, 5);
        for (Component& component : drawing.design.components) {
            if (component.id == "topic")
                component.parameters["type"] = text("fifo");
        }
        int refused = 0;
        for (const Issue& issue : validate(drawing.design, library().catalog(), IntegrationTable::builtin()))
            refused += issue.rule == "ordered-delivery" && issue.severity == Severity::Error ? 1 : 0;
        QCOMPARE(refused, 2);
    }
    void aFifoTopicHasItsOwnQuotasAndPrices()
    {
        // 400 messages a second of 2 KiB in one group: 300 pass where each group has its own limit, all where the topic has.
        const auto carried = [](const char* scope) {
            Drawing drawing = regular(400, 2048, 60, {{"keys", whole(1)}});
            drawing.place("sns", "topic", {{"type", text("fifo")}, {"throughputScope", text(scope)}})
                .place("sqs", "queue")
                .connect("in", "topic")
                .connect("topic", "queue");
            const RunReport report = run(drawing.design);
            const double accepted = number(at(report, "topic").counts.accepted);
            const double estimated =
                findComponent(estimate(drawing.design), "topic")->accepted.recordsPerSecond;
            if (!near(accepted / 60, estimated, 0.02 * estimated, scope)
                || !near(metered(report, "topic", "sns/fifo-publish-gb"), accepted * 2048 / 1073741824.0,
                         1e-9, "GB"))
                return 0.0;
            return accepted;
        };
        QVERIFY(near(carried("group"), 300 * 60 + 300, 2, "one group"));
        QVERIFY(near(carried("topic"), 400 * 60, 2, "the topic"));
    }

private:
    static double perSecond(const FlowReport& flow, const std::string& meter)
    {
        const MeterReading* found = reading(flow.usage, "topic", meter);
        return found ? found->amount / found->observedSeconds : 0;
    }
};

PLIMSOLL_TEST(TstSns)
#include "tst_sns.moc"
