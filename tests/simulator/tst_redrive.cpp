// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/simulator/transcript.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// `count` messages in the second after 1 s, into a queue whose function fails all of them until `outage` ends; what was
/// received twice is dead at about 61 s.
Drawing outage(double count, double outageSeconds, double seconds, ParameterMap queue = {})
{
    queue.emplace("maxReceives", whole(2));
    Drawing drawing = volley(count, 1, 1024, seconds);
    drawing.place("sqs", "queue", std::move(queue))
        .place("sqs", "dead")
        .place("lambda", "fn", {{"fixedMillis", 20.0}, {"perRecordMicros", 0.0}})
        .connect("in", "queue")
        .connect("queue", "fn")
        .connect("queue", "dead");
    drawing.scenario().faults.push_back(faultOn("fn", FaultKind::Errors, 0, outageSeconds, 1));
    return drawing;
}

Redrive redrive(double at, double perSecond, const std::string& queue = "dead")
{
    return {"again-" + std::to_string(static_cast<int>(at)), queue, at, perSecond, {}};
}

double moved(const RunReport& report, const std::string& queue = "dead")
{
    return fact(at(report, queue), "moved back to their queue");
}

}  // namespace

/// Dead letters that go back to where they came from. run() audits conservation each time.
class TstRedrive final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsMovedAfterTheOutageIsDelivered()
    {
        Drawing drawing = outage(100, 100, 300);
        drawing.scenario().redrives.push_back(redrive(120, 5));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "queue"), "dead-lettered"), 100.0);
        QCOMPARE(moved(report), 100.0);
        // 5 a second, the first at 120 s and the last at 139.8 s.
        QCOMPARE(countBetween(at(report, "queue"), "offered", 100, 300), 100.0);
        QVERIFY(near(countBetween(at(report, "queue"), "offered", 120, 130), 50, 1, "moved by 130 s"));
        QVERIFY(near(countBetween(at(report, "queue"), "offered", 130, 140), 50, 1, "moved by 140 s"));
        QCOMPARE(at(report, "dead").backlogFinal, 0.0);
        QCOMPARE(fact(at(report, "queue"), "messages deleted"), 100.0);
        QCOMPARE(report.totals.done, 100u);
        QCOMPARE(report.totals.inFlight, 0u);
        // The delay counts from the first entry: message k came at about 1 + k / 100 and left the dead-letter queue at
        // 120 + k / 5, so on average 119 + 99 / 2 x (1/5 - 1/100) = 128.4 s; then 10 ms each of sending back,
        // acknowledgement and receipt, 20 ms of work, and at first a cold start.
        const SinkReport& sink = sinkAt(report, "fn");
        QCOMPARE(sink.delay.samples, 100u);
        QVERIFY(near(*sink.delay.mean * 1e-3, 119 + 49.5 * (0.2 - 0.01) + 0.05, 0.2, "delay s"));
        QVERIFY(*sink.delay.max * 1e-3 < 140);
        QCOMPARE(sink.undelivered, 0u);
        // Where the time of such a message went can be seen.
        bool waitedAmongTheDead = false;
        for (const RequestTrace& trace : report.traces)
            for (const TraceSegment& segment : trace.segments)
                waitedAmongTheDead |= segment.component == "dead" && segment.part == TimePart::BufferWait;
        QVERIFY(waitedAmongTheDead);
    }
    void everyDriverMovesTheSame_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("automatic") << int(DriverOptions::Kind::Automatic);
        QTest::newRow("columns") << int(DriverOptions::Kind::Columnar);
    }
    void everyDriverMovesTheSame()
    {
        QFETCH(int, kind);
        Drawing drawing = outage(100, 130, 300);  // some fail again
        drawing.scenario().redrives.push_back(redrive(120, 3));
        const auto transcript = [&](DriverOptions::Kind driver) {
            RunOptions options;
            options.driver.kind = driver;
            RunMonitor monitor;
            const Result<RunReport> report = simulate(drawing.design, library(), options, monitor);
            return report ? Transcript{*report}.text : report.error().toString();
        };
        QCOMPARE(transcript(static_cast<DriverOptions::Kind>(kind)), transcript(DriverOptions::Kind::Event));
    }
    void whatFailsAgainIsDeadAgain()
    {
        Drawing drawing = outage(100, 1000, 300);
        drawing.scenario().redrives.push_back(redrive(120, 10));
        const RunReport report = run(drawing.design);
        // Its receive count starts afresh: two more receives each, and back 60 s later, at 190 s the last.
        QCOMPARE(fact(at(report, "queue"), "messages received"), 400.0);
        QCOMPARE(fact(at(report, "queue"), "dead-lettered"), 200.0);
        QCOMPARE(moved(report), 100.0);
        QCOMPARE(at(report, "dead").backlogFinal, 100.0);
        QCOMPARE(report.totals.done, 0u);
        QCOMPARE(report.totals.inFlight, 100u);
    }
    void onlyWhatWaitedAtTheStartIsMoved()
    {
        // Dead again 5 s after it came back, while the move of 20 at 1/s still runs.
        Drawing drawing = outage(20, 1000, 300, {{"visibilitySeconds", whole(5)}, {"maxReceives", whole(1)}});
        drawing.scenario().redrives.push_back(redrive(60, 1));
        const RunReport report = run(drawing.design);
        QCOMPARE(moved(report), 20.0);
        QCOMPARE(at(report, "dead").backlogFinal, 20.0);
    }
    void itsRetentionBeginsAnew()
    {
        // At 150 s it is older than the queue would keep it.
        Drawing drawing = outage(10, 100, 260, {{"retentionSeconds", whole(100)}});
        drawing.scenario().redrives.push_back(redrive(150, 1));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "queue"), "expired"), 0.0);
        QCOMPARE(report.totals.done, 10u);
    }
    void withoutARateTheQueueHasItsOwn()
    {
        Drawing drawing = outage(100, 100, 300);
        drawing.design.components.front().parameters["redrivePerSecond"] = 50.0;
        QCOMPARE(drawing.design.components.front().id, std::string{"dead"});
        drawing.scenario().redrives.push_back(redrive(120, 0));
        // 50 a second: 120.00 to 121.98 s.
        QVERIFY(near(countBetween(at(run(drawing.design), "queue"), "offered", 120, 121), 50, 1, "moved"));
    }
    void whatItsQueueDoesNotTakeStays()
    {
        Drawing drawing = outage(10, 100, 300);
        drawing.scenario().faults.push_back(faultOn("queue", FaultKind::Down, 115, 60));
        drawing.scenario().redrives.push_back(redrive(120, 1));
        drawing.scenario().redrives.push_back(redrive(200, 1));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "queue").counts.rejected, 10u);
        QCOMPARE(moved(report), 10.0);  // by the second
        QCOMPARE(report.totals.done, 10u);
    }
    void oneAtATime()
    {
        Drawing drawing = outage(100, 100, 300);
        drawing.scenario().redrives.push_back(redrive(120, 1));
        drawing.scenario().redrives.push_back(redrive(150, 500));
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "dead"), "redrives refused"), 1.0);
        QVERIFY(near(countBetween(at(report, "queue"), "offered", 150, 160), 10, 1, "moved meanwhile"));
    }
    void eachGoesBackToItsOwnQueue()
    {
        // Two queues and a function share one dead-letter queue; what the function gave up is not moved.
        Drawing drawing = outage(30, 100, 400);
        drawing.place("sqs", "other", {{"maxReceives", whole(2)}})
            .place("lambda", "fn2", {{"fixedMillis", 20.0}})
            .place("lambda", "fn3", {{"errorPercent", 100.0}})
            .source("in2", 0)
            .source("in3", 0)
            .connect("in2", "other")
            .connect("other", "fn2")
            .connect("other", "dead")
            .connect("in3", "fn3", {{"kind", text("notify")}})
            .connect("fn3", "dead", {{"role", text("on-failure")}});
        drawing.scenario().traffic["in2"] = drawing.scenario().traffic["in"];
        drawing.scenario().traffic["in2"].peakPerSecond = 20;
        drawing.scenario().traffic["in3"] = drawing.scenario().traffic["in"];
        drawing.scenario().traffic["in3"].peakPerSecond = 5;
        drawing.scenario().faults.push_back(faultOn("fn2", FaultKind::Errors, 0, 100, 1));
        drawing.scenario().redrives.push_back(redrive(300, 100));
        const RunReport report = run(drawing.design);
        QCOMPARE(moved(report), 50.0);
        QCOMPARE(countBetween(at(report, "queue"), "offered", 250, 400), 30.0);
        QCOMPARE(countBetween(at(report, "other"), "offered", 250, 400), 20.0);
        QCOMPARE(sinkAt(report, "fn").delay.samples, 30u);
        QCOMPARE(sinkAt(report, "fn2").delay.samples, 20u);
        QCOMPARE(at(report, "dead").backlogFinal, 5.0);
    }
    void theWayBackAloneShiftsNothing()
    {
        Drawing drawing = outage(100, 100, 200);
        const std::string without = Transcript{run(drawing.design)}.text;
        drawing.scenario().redrives.push_back(redrive(250, 1));  // after the end
        QCOMPARE(Transcript{run(drawing.design)}.text, without);
    }
};

PLIMSOLL_TEST(TstRedrive)
#include "tst_redrive.moc"
