// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "pricing/price_book.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// in -> queue -> fn
Drawing& withConsumer(Drawing& drawing, ParameterMap queue, ParameterMap function, ParameterMap mapping)
{
    return drawing.place("sqs", "queue", std::move(queue))
        .place("lambda", "fn", std::move(function))
        .connect("in", "queue")
        .connect("queue", "fn", std::move(mapping));
}

}  // namespace

class TstSqs final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMessageIsDealtWithOnce()
    {
        Drawing drawing = volley(10, 1, 1024, 60);
        withConsumer(drawing, {}, {{"fixedMillis", 20.0}}, {});
        const RunReport report = run(drawing.design);
        const ComponentReport& queue = at(report, "queue");
        QCOMPARE(queue.counts.completed, 10u);
        QCOMPARE(fact(queue, "messages received"), 10.0);
        QCOMPARE(fact(queue, "messages deleted"), 10.0);
        QCOMPARE(fact(queue, "messages that came back"), 0.0);
        QVERIFY(everyCopyAccountedFor(queue));
        QCOMPARE(at(report, "fn").counts.completed, 10u);
        QCOMPARE(report.totals.done, 10u);
        // Slots wait at the queue, so each message is a send, a receive and a delete; a wait of 20 s in vain is a
        // request too, whose answer is empty.
        QCOMPARE(metered(report, "queue", "sqs/requests"), 10 + fact(queue, "receives") + 10);
        QCOMPARE(fact(queue, "receives"), 10 + fact(queue, "empty receives"));
        // Five slots for 60 s, each in waits of at most 20 s: two to four in vain for each.
        QVERIFY(fact(queue, "empty receives") >= 10 && fact(queue, "empty receives") <= 20);
    }

    /// 9 of 10 messages a second are one tenant's, and four slots of 1 s take 4: the others' one a second has its turn first.
    void aFairQueueLetsANoisyGroupWaitBehindItself()
    {
        Drawing drawing =
            regular(10, 1024, 300, {{"keys", whole(100)}, {"hotKeyShare", 0.9}, {"keySkew", 0.0}});
        withConsumer(drawing, {{"fair", true}}, {{"fixedMillis", 1000.0}},
                     {{"batchSize", whole(1)}, {"maximumConcurrency", whole(4)}});
        const RunReport fair = run(drawing.design);
        const ComponentReport& queue = at(fair, "queue");
        QVERIFY(everyCopyAccountedFor(queue));
        // The noisy group gets what is left, 3/s of its 9: what is handed out at a time was sent at a third of it.
        QVERIFY(fact(queue, "mean wait in the busiest group, s") > 85);
        QVERIFY(fact(queue, "mean wait in the busiest group, s") < 115);
        // Before a message of the others comes nobody but its like: the next of four slots is free in a quarter of a second.
        QVERIFY(fact(queue, "mean wait in all other groups, s") < 0.5);
        QVERIFY(fact(queue, "share of the messages in the busiest group") > 0.7);
        QVERIFY(fact(queue, "share of the messages in the busiest group") < 0.8);
        // The surcharge is on every request there is.
        QCOMPARE(metered(fair, "queue", "sqs/fair-requests"), metered(fair, "queue", "sqs/requests"));
        // Without it the same work is done, in the order of sending, and nothing is charged on top.
        for (Component& component : drawing.design.components)
            component.parameters.erase("fair");
        const RunReport plain = run(drawing.design);
        QCOMPARE(at(plain, "fn").counts.completed, at(fair, "fn").counts.completed);
        QCOMPARE(metered(plain, "queue", "sqs/fair-requests"), 0.0);
    }

    void largeMessagesAreSeveralRequests_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("chunks");
        QTest::newRow("at 64 KB") << 65'536 << 1.0;
        QTest::newRow("one byte more") << 65'537 << 2.0;
        QTest::newRow("the largest") << 1'048'576 << 16.0;
    }
    void largeMessagesAreSeveralRequests()
    {
        QFETCH(int, bytes);
        QFETCH(double, chunks);
        Drawing drawing = volley(10, 1, bytes, 30);
        drawing.place("sqs", "queue").connect("in", "queue");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "queue", "sqs/requests"), 10 * chunks);
        QCOMPARE(at(report, "queue").backlogFinal, 10.0);
    }

    void largerMessagesAreRejected()
    {
        Drawing drawing = volley(10, 1, 1'048'577, 10);
        drawing.place("sqs", "queue").connect("in", "queue");
        QCOMPARE(at(run(drawing.design), "queue").counts.rejected, 10u);
    }

    void whatFailsComesBackAndIsDeadLettered()
    {
        Drawing drawing = volley(4, 1, 1024, 110);
        withConsumer(drawing, {{"maxReceives", whole(3)}}, {{"errorPercent", 100.0}}, {});
        drawing.place("sqs", "dead").connect("queue", "dead");
        const RunReport report = run(drawing.design);
        const ComponentReport& queue = at(report, "queue");
        // Received at about 1, 31 and 61 s; at 91 s it has been received three times and goes.
        QCOMPARE(fact(queue, "messages received"), 12.0);
        QCOMPARE(fact(queue, "messages that came back"), 8.0);
        QCOMPARE(fact(queue, "dead-lettered"), 4.0);
        QCOMPARE(at(report, "dead").counts.completed, 4u);
        QCOMPARE(at(report, "dead").backlogFinal, 4.0);
        QCOMPARE(at(report, "fn").counts.failed, 12u);
        QCOMPARE(report.totals.done, 0u);
        QCOMPARE(report.totals.inFlight, 4u);
    }

    void withoutADeadLetterQueueItComesBackUntilItIsTooOld()
    {
        Drawing drawing = volley(4, 1, 1024, 200);
        withConsumer(drawing, {{"maxReceives", whole(3)}, {"retentionSeconds", whole(100)}},
                     {{"errorPercent", 100.0}}, {});
        const RunReport report = run(drawing.design);
        // Received at 1, 31, 61 and 91 s; back at 121 s it is 120 s old.
        QCOMPARE(fact(at(report, "queue"), "messages received"), 16.0);
        QCOMPARE(fact(at(report, "queue"), "expired"), 4.0);
        QCOMPARE(report.totals.lost, 4u);
    }

    void onlyTheNamedMessagesComeBack()
    {
        Drawing drawing = volley(1000, 1, 1024, 30);
        withConsumer(drawing, {{"visibilitySeconds", whole(60)}},
                     {{"errorPercent", 30.0}, {"fixedMillis", 100.0}}, {{"reportBatchItemFailures", true}});
        const RunReport report = run(drawing.design);
        // Each message fails for itself: 700 +- 4 sqrt(1000 x 0.3 x 0.7) = 58 are deleted, the others hidden.
        const double deleted = fact(at(report, "queue"), "messages deleted");
        QVERIFY(near(deleted, 700, 58, "deleted"));
        QCOMPARE(number(at(report, "fn").counts.completed), deleted);
        QCOMPARE(number(at(report, "fn").counts.failed), 1000 - deleted);
        QCOMPARE(at(report, "queue").backlogFinal, 0.0);
        QCOMPARE(number(report.totals.inFlight), 1000 - deleted);
    }

    void tooShortAVisibilityTimeoutDoublesTheWork()
    {
        // The work takes 10 s, the message is hidden for 4 s only: seen at 0, 4 and 8 s before it is deleted at 10 s,
        // by the slot that had it first, too late.
        Drawing drawing = volley(1, 1, 1024, 13);
        drawing.place("sqs", "queue", {{"visibilitySeconds", whole(4)}})
            .place("ec2", "workers",
                   {{"slots", whole(4)},
                    {"serviceMillis", 10'000.0},
                    {"serviceDistribution", text("deterministic")}})
            .connect("in", "queue")
            .connect("queue", "workers");
        const ComponentReport queue = at(run(drawing.design), "queue");
        QCOMPARE(fact(queue, "messages received"), 3.0);
        QCOMPARE(fact(queue, "deleted too late"), 1.0);
        QCOMPARE(fact(queue, "messages deleted"), 0.0);
    }

    void theInFlightQuotaHoldsTheRestBack()
    {
        Drawing drawing = volley(10, 1, 1024, 50);
        withConsumer(drawing, {{"inFlightQuota", whole(3)}, {"visibilitySeconds", whole(1000)}},
                     {{"fixedMillis", 100'000.0}, {"timeoutSeconds", whole(900)}}, {{"batchSize", whole(1)}});
        const ComponentReport queue = at(run(drawing.design), "queue");
        QCOMPARE(fact(queue, "messages received"), 3.0);
        QCOMPARE(limitOf(queue, "in-flight").peak, 3.0);
        QCOMPARE(queue.backlogFinal, 7.0);
        QVERIFY(limitOf(queue, "in-flight").refused > 0);
    }

    void aDelayHidesNewMessages()
    {
        Drawing drawing = volley(20, 1, 1024, 60);
        withConsumer(drawing, {{"delaySeconds", whole(5)}}, {{"fixedMillis", 20.0}}, {});
        const RunReport report = run(drawing.design);
        // Send 10 ms + delay 5 s + receive 10 ms + cold start and run of the function, below half a second.
        const LatencySummary& delay = sinkAt(report, "fn").delay;
        QCOMPARE(delay.samples, 20u);
        QVERIFY(*delay.p50 >= 5040 && *delay.max <= 5600);
    }

    void theMappingScalesByThreeHundredAMinute_data()
    {
        QTest::addColumn<int>("most");
        QTest::addColumn<QList<double>>("batches");  // in each minute
        // 5 at the start and 5 more each second, seen in the middle of each minute.
        QTest::newRow("to its quota") << 1000 << QList<double>{155, 455, 755, 1000, 1000};
        QTest::newRow("to its own bound") << 50 << QList<double>{50, 50, 50, 50, 50};
        QTest::newRow("bound below the start") << 2 << QList<double>{2, 2, 2, 2, 2};
    }
    void theMappingScalesByThreeHundredAMinute()
    {
        QFETCH(int, most);
        QFETCH(QList<double>, batches);
        Drawing drawing = volley(20'000, 0, 100, 300);
        withConsumer(drawing, {{"visibilitySeconds", whole(600)}},
                     {{"fixedMillis", 10'000.0},
                      {"timeoutSeconds", whole(60)},
                      {"accountConcurrency", whole(3000)},
                      {"scalingPer10Seconds", whole(10'000)}},
                     {{"batchSize", whole(1)}, {"maximumConcurrency", whole(most)}});
        const ComponentReport fn = at(run(drawing.design), "fn");
        for (int n = 0; n < batches.size(); ++n)
            QCOMPARE(seriesAt(fn, "capacity", 60.0 * n + 30), batches[n]);
        QCOMPARE(limitOf(fn, "queue-batches").peak, batches.back());
        // Every slot is always busy, so the function runs as many at once.
        QCOMPARE(limitOf(fn, "concurrency").peak, batches.back());
    }

    void theMappingShrinksToWhatIsBusy()
    {
        // 2,000 messages of 1 s each: 5 slots and 5 more each second have done 5 t + 5 t^2 / 2 of them after t seconds,
        // all after 27. A minute later as few are left as there always are.
        Drawing drawing = volley(2000, 0, 100, 200);
        withConsumer(drawing, {}, {{"fixedMillis", 1000.0}}, {{"batchSize", whole(1)}});
        const ComponentReport fn = at(run(drawing.design), "fn");
        QCOMPARE(seriesAt(fn, "capacity", 20), 105.0);
        QVERIFY(seriesAt(fn, "capacity", 80) > 130);
        QCOMPARE(seriesAt(fn, "capacity", 150), 5.0);
        QVERIFY(near(fact(fn, "scale-outs"), 27, 1, "scale-outs"));
        QVERIFY(fact(fn, "scale-ins") >= 1);
        QCOMPARE(fn.counts.completed, 2000u);
    }

    // --- FIFO ---------------------------------------------------------------------------------------------------------

    void aGroupIsInWorkOneBatchAtATime_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("batch");
        QTest::addColumn<double>("perSecond");
        // A group is held for 10 ms of receiving and 190 ms of work, then the next batch of it is handed out.
        QTest::newRow("one group, messages one by one") << 1 << 1 << 5.0;
        QTest::newRow("one group, batches of ten") << 1 << 10 << 50.0;
        QTest::newRow("four groups, one by one") << 4 << 1 << 20.0;
    }
    void aGroupIsInWorkOneBatchAtATime()
    {
        QFETCH(int, groups);
        QFETCH(int, batch);
        QFETCH(double, perSecond);
        Drawing drawing = regular(120, 1024, 100, {{"keys", whole(groups)}});
        withConsumer(drawing, {{"type", text("fifo")}, {"visibilitySeconds", whole(600)}},
                     {{"fixedMillis", 190.0}, {"perRecordMicros", 0.0}}, {{"batchSize", whole(batch)}});
        const RunReport report = run(drawing.design);
        const ComponentReport& queue = at(report, "queue");
        QVERIFY(near(fact(queue, "messages deleted") / 100, perSecond, 0.02 * perSecond, "per second"));
        // No more batches at once than there are groups.
        QVERIFY(limitOf(at(report, "fn"), "queue-batches").peak <= groups);
        QVERIFY(everyCopyAccountedFor(queue));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "queue")->backlogGrowthPerSecond, 120 - perSecond, 0.01 * perSecond,
                     "growth by estimate"));
    }

    void whatFailsHoldsBackItsGroupUntilItIsDeadLettered()
    {
        // Four messages of one group, each tried at 0, 4 and 8 s of its turn and gone at 12: the next begins then.
        Drawing drawing = volley(4, 1, 1024, 60, {{"keys", whole(1)}});
        withConsumer(drawing,
                     {{"type", text("fifo")}, {"maxReceives", whole(3)}, {"visibilitySeconds", whole(4)}},
                     {{"errorPercent", 100.0}, {"fixedMillis", 20.0}, {"timeoutSeconds", whole(3)}},
                     {{"batchSize", whole(1)}});
        drawing.place("sqs", "dead", {{"type", text("fifo")}}).connect("queue", "dead");
        const ComponentReport queue = at(run(drawing.design), "queue");
        QCOMPARE(fact(queue, "messages received"), 12.0);
        QCOMPARE(fact(queue, "dead-lettered"), 4.0);
        // 48 s after the first receive, just after 1 s: at 45 s the last of them is still here.
        drawing.scenario().durationSeconds = 45;
        QCOMPARE(fact(at(run(drawing.design), "queue"), "dead-lettered"), 3.0);
        // In a standard queue they fail side by side.
        for (Component& component : drawing.design.components) {
            if (component.service == "sqs")
                component.parameters["type"] = text("standard");
        }
        drawing.scenario().durationSeconds = 16;
        QCOMPARE(fact(at(run(drawing.design), "queue"), "dead-lettered"), 4.0);
    }

    void theFunctionStopsAtTheFirstOfAGroupThatFails()
    {
        // Of 10 of one group with 20% failures each, those before the first failure are deleted: the mean of
        // (1 - 0.8^10) x 0.8 / 0.2 = 3.57 a batch; the rest comes back 2 s later.
        Drawing drawing = regular(100, 1024, 2000, {{"keys", whole(1)}});
        withConsumer(drawing, {{"type", text("fifo")}, {"visibilitySeconds", whole(2)}},
                     {{"errorPercent", 20.0}, {"fixedMillis", 20.0}, {"timeoutSeconds", whole(2)}},
                     {{"reportBatchItemFailures", true}});
        const ComponentReport queue = at(run(drawing.design), "queue");
        const double batches = fact(queue, "messages received") / 10;
        QVERIFY(near(fact(queue, "messages deleted") / batches, 3.57, 0.15, "deleted of ten"));
    }

    void callsBeyondTheQuotaAreRefused_data()
    {
        QTest::addColumn<bool>("high");
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("batch");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<double>("refused");  // messages a second of 400
        QTest::newRow("one by one") << false << 100 << 1 << "send-calls" << 100.0;
        QTest::newRow("in batches") << false << 100 << 10 << "send-calls" << 0.0;
        QTest::newRow("high throughput, one group") << true << 1 << 1 << "group-sends" << 100.0;
        QTest::newRow("high throughput, one group in batches") << true << 1 << 10 << "group-sends" << 0.0;
        QTest::newRow("high throughput, many groups") << true << 100 << 1 << "group-sends" << 0.0;
    }
    void callsBeyondTheQuotaAreRefused()
    {
        QFETCH(bool, high);
        QFETCH(int, groups);
        QFETCH(int, batch);
        QFETCH(QString, limit);
        QFETCH(double, refused);
        Drawing drawing = regular(400, 1024, 60, {{"keys", whole(groups)}, {"retry", text("none")}});
        drawing.place("sqs", "queue", {{"type", text("fifo")}, {"highThroughput", high}})
            .connect("in", "queue", {{"batchSize", whole(batch)}});
        const ComponentReport queue = at(run(drawing.design), "queue");
        // The bucket begins full: 300 more are taken once.
        const double expected = std::max(0.0, refused * 60 - 300);
        QVERIFY(near(number(queue.counts.throttled), expected, 2, "refused"));
        QCOMPARE(limitOf(queue, limit.toStdString()).refused, number(queue.counts.throttled));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "queue")->refused.recordsPerSecond, refused, 0.5, "by estimate"));
    }

    void itsRequestsHaveAPriceOfTheirOwn()
    {
        Drawing drawing = volley(10, 1, 1024, 60, {{"keys", whole(10)}});
        withConsumer(drawing, {{"type", text("fifo")}}, {{"fixedMillis", 20.0}}, {});
        const RunReport report = run(drawing.design);
        const double requests = 10 + fact(at(report, "queue"), "receives") + 10;
        QCOMPARE(metered(report, "queue", "sqs/fifo-requests"), requests);
        QCOMPARE(metered(report, "queue", "sqs/requests"), 0.0);
        // $0.50 for a million, of which a standard queue costs 0.40.
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        QVERIFY(book);
        QCOMPARE(book->prices.at("sqs/fifo-requests").tiers.front().perMillionUnits.dollars(), 0.5);
    }

    void whatAFifoQueueCannotHaveIsRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("a batch window") << 0;
        QTest::newRow("more than ten at once") << 1;
        QTest::newRow("a dead-letter queue of another type") << 2;
        QTest::newRow("notifications that name no group") << 3;
    }
    void whatAFifoQueueCannotHaveIsRefused()
    {
        QFETCH(int, which);
        const auto wrong = [&](const char* type) {
            Drawing drawing = regular(1, 1024, 10);
            ParameterMap mapping;
            if (which == 0)
                mapping["batchWindowMillis"] = whole(1000);
            if (which == 1)
                mapping["batchSize"] = whole(11);
            withConsumer(drawing, {{"type", text(type)}, {"visibilitySeconds", whole(600)}}, {}, mapping);
            if (which == 2)
                drawing.place("sqs", "dead").connect("queue", "dead");
            if (which == 3)
                drawing.place("s3", "bucket").connect("in", "bucket").connect("bucket", "queue");
            for (const Issue& issue :
                 validate(drawing.design, library().catalog(), IntegrationTable::builtin())) {
                if (issue.rule == "ordered-queue" && issue.severity == Severity::Error)
                    return true;
            }
            return false;
        };
        QVERIFY(wrong("fifo"));
        QVERIFY(!wrong("standard"));
    }
};

PLIMSOLL_TEST(TstSqs)
#include "tst_sqs.moc"
