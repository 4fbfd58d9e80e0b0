// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TstEventbridge final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsEventsBySixtyFourKilobytes()
    {
        // 10 events a second of 100,000 B for 60 s: two of 64 KB each, thirteen of 8 KB, 60 MB archived.
        Drawing drawing = regular(10, 100'000, 60);
        drawing.place("eventbridge", "bus", {{"archiveDays", whole(30)}, {"schemaDiscovery", true}})
            .place("sqs", "queue")
            .place("custom-server", "api", {{"servers", whole(10)}})
            .connect("in", "bus")
            .connect("bus", "queue")
            .connect("bus", "api");
        const RunReport report = run(drawing.design);
        const double events = number(at(report, "bus").counts.accepted);
        QVERIFY(near(events, 600, 1, "events"));
        QCOMPARE(metered(report, "bus", "eventbridge/custom-events"), 2 * events);
        QCOMPARE(metered(report, "bus", "eventbridge/discovered-events"), 13 * events);
        QVERIFY(
            near(metered(report, "bus", "eventbridge/archive-gb"), events * 1e5 / 1073741824.0, 1e-9, "GB"));
        QVERIFY(near(metered(report, "bus", "eventbridge/api-destination-calls"), 600, 8, "calls"));
        QCOMPARE(metered(report, "bus", "eventbridge/opt-in-events"), 0.0);
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(
            near(reading(flow.usage, "bus", "eventbridge/custom-events")->amount, 1200, 1e-6, "estimated"));
        QVERIFY(near(reading(flow.usage, "bus", "eventbridge/discovered-events")->amount, 7800, 1e-6,
                     "estimated"));
    }
    void eventsOfABucketAreOptIn()
    {
        Drawing drawing = regular(10, 1000, 60);
        drawing.place("s3", "bucket")
            .place("eventbridge", "bus")
            .place("sqs", "queue")
            .connect("in", "bucket")
            .connect("bucket", "bus")
            .connect("bus", "queue");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "bus", "eventbridge/opt-in-events"),
                 number(at(report, "bus").counts.accepted));
        QCOMPARE(metered(report, "bus", "eventbridge/custom-events"), 0.0);
    }
    void callsCountNotEvents()
    {
        // 100 events a second in calls of ten are 10 calls, below a quota of 20; one by one 80 of 100 are refused.
        const auto accepted = [](std::int64_t batch) {
            Drawing drawing = regular(100, 1000, 60);
            drawing.place("eventbridge", "bus", {{"publishPerSecond", whole(20)}})
                .place("sqs", "queue")
                .connect("in", "bus", {{"batchSize", whole(batch)}})
                .connect("bus", "queue");
            return number(at(run(drawing.design), "bus").counts.accepted);
        };
        QVERIFY(near(accepted(10), 6000, 15, "in tens"));
        QVERIFY(near(accepted(1), 20 * 60 + 20, 2, "one by one"));
    }
    void beyondTheInvocationsQuotaEventsWait()
    {
        // 30 events a second to two targets against 40 invocations a second, a second's depth at first: none is lost.
        Drawing drawing = regular(30, 1000, 60);
        drawing.place("eventbridge", "bus", {{"invocationsPerSecond", whole(40)}})
            .place("sqs", "a")
            .place("sqs", "b")
            .connect("in", "bus")
            .connect("bus", "a")
            .connect("bus", "b");
        const RunReport report = run(drawing.design);
        const double delivered = number(at(report, "a").counts.accepted + at(report, "b").counts.accepted);
        QVERIFY(near(delivered, 40 * 60 + 40, 15, "delivered"));
        QCOMPARE(report.totals.lost, std::uint64_t{0});
        QVERIFY(near(at(report, "bus").backlogFinal, 3600 - 2440, 45, "waiting"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "bus")->backlogGrowthPerSecond, 20, 1e-6, "growth estimated"));
        QVERIFY(near(findComponent(flow, "a")->offered.recordsPerSecond, 20, 1e-6, "to each, estimated"));
    }
    void aBrokenStreamIsTriedForADay()
    {
        // Pauses of 1 to 480 s over ten tries, then 480 s each: within two hours 10 + (7200 - 969) / 480 of them; the jitter
        // of half moves that by one or two.
        Drawing drawing = regular(1, 1000, 7200);
        drawing.scenario().traffic["in"].shape = TrafficShape::Spike;
        drawing.scenario().traffic["in"].ratePerSecond = 0;
        drawing.scenario().traffic["in"].peakPerSecond = 20;
        drawing.scenario().traffic["in"].peakSeconds = 1;
        drawing.place("eventbridge", "bus")
            .place("kinesis-data-streams", "stream")
            .connect("in", "bus")
            .connect("bus", "stream");
        drawing.scenario().faults.push_back(faultOn("stream", FaultKind::Down, 0, 7200));
        const RunReport report = run(drawing.design);
        const double each =
            fact(at(report, "bus"), "delivery tries") / number(at(report, "bus").counts.accepted);
        QVERIFY(near(each, 1 + 10 + 12.98 - 0.5, 1, "tries of each event in two hours"));
        QCOMPARE(fact(at(report, "bus"), "dead-lettered"), 0.0);
    }
    void theQuotasAreThoseOfTheRegion()
    {
        Drawing drawing = regular(1, 1000, 5);
        drawing.place("eventbridge", "bus")
            .place("sqs", "queue")
            .connect("in", "bus")
            .connect("bus", "queue");
        drawing.design.region = "eu-central-1";
        const RunReport report = run(drawing.design);
        QCOMPARE(limitOf(at(report, "bus"), "published").capacity, 2400.0);
        QCOMPARE(limitOf(at(report, "bus"), "invocations").capacity, 4500.0);
    }
};

PLIMSOLL_TEST(TstEventbridge)
#include "tst_eventbridge.moc"
