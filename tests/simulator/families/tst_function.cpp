// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/environment_levels.h"
#include "simulator/queueing/waiting_line.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

ParameterMap handler(double millis, double microsPerRecord = 0, ParameterMap more = {})
{
    more.insert(
        {{"fixedMillis", millis}, {"perRecordMicros", microsPerRecord}, {"timeoutSeconds", whole(60)}});
    return more;
}

Drawing called(double rate, double seconds, ParameterMap function)
{
    return Drawing{seconds}
        .source("in", rate)
        .place("lambda", "fn", std::move(function))
        .connect("in", "fn", {{"kind", text("call")}, {"retry", text("none")}});
}

Drawing streamed(double rate, std::int64_t shards, double seconds, ParameterMap function,
                 ParameterMap mapping)
{
    return Drawing{seconds}
        .source("in", rate)
        .place("kinesis-data-streams", "orders", {{"shards", whole(shards)}})
        .place("lambda", "fn", std::move(function))
        .connect("in", "orders")
        .connect("orders", "fn", std::move(mapping));
}

Drawing queued(double rate, double seconds, ParameterMap function, ParameterMap mapping)
{
    return Drawing{seconds}
        .source("in", rate)
        .place("sqs", "queue", {{"visibilitySeconds", whole(400)}})
        .place("lambda", "fn", std::move(function))
        .connect("in", "queue")
        .connect("queue", "fn", std::move(mapping));
}

double metered(const Usage& usage, const std::string& component, const std::string& meter)
{
    const MeterReading* found = reading(usage, component, meter);
    return found ? found->amount : 0;
}

bool within(double value, double expected, double share, const std::string& what)
{
    return near(value, expected, share * std::abs(expected) + 1e-9, what.c_str());
}

}  // namespace

/// What a function's estimate says of a steady state, held against theory and against runs.
class TstFunction final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void erlangsLossFormula_data()
    {
        QTest::addColumn<double>("servers");
        QTest::addColumn<double>("offered");
        QTest::addColumn<double>("lost");
        // B(0) = 1, B(c) = a B(c-1) / (c + a B(c-1)).
        QTest::newRow("none") << 0.0 << 5.0 << 1.0;
        QTest::newRow("a = 5, c = 1: 5/6") << 1.0 << 5.0 << 5.0 / 6;
        QTest::newRow("a = 5, c = 5") << 5.0 << 5.0 << 0.284868;
        QTest::newRow("a = 5, c = 8") << 8.0 << 5.0 << 0.070048;
        QTest::newRow("nothing offered") << 8.0 << 0.0 << 0.0;
        QTest::newRow("many") << 1000.0 << 500.0 << 0.0;
        QTest::newRow("twice too much: 1/2 and a little") << 1000.0 << 2000.0 << 0.5005;
    }
    void erlangsLossFormula()
    {
        QFETCH(double, servers);
        QFETCH(double, offered);
        QFETCH(double, lost);
        QVERIFY(near(erlangLoss(servers, offered), lost, 1e-4, "share lost"));
    }
    void coldStartsOfRareCalls_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::addColumn<double>("keepWarm");
        QTest::newRow("one in 10 min, kept for 10") << 1.0 / 600 << 600.0;
        QTest::newRow("one in 20 min, kept for 10") << 1.0 / 1200 << 600.0;
        QTest::newRow("one a minute, kept for 10") << 1.0 / 60 << 600.0;
        QTest::newRow("never kept") << 10.0 << 0.0;
    }
    void coldStartsOfRareCalls()
    {
        QFETCH(double, perSecond);
        QFETCH(double, keepWarm);
        // Runs so short that they never meet: cold when the gap before is longer than that, e^-(rate x kept) of them.
        const double expected = perSecond * std::exp(-perSecond * keepWarm);
        QVERIFY(
            within(coldStartsPerSecond({perSecond, perSecond * 1e-7}, keepWarm, 0), expected, 0.01, "cold"));
    }
    void noEnvironmentStartsBeyondTheLanes()
    {
        // 6/s x 70 ms = 0.42 at once: three are used so often that they stay warm, a fourth and fifth would not.
        QVERIFY(coldStartsPerSecond({6, 0.42}, 600, 0) > 1e-5);
        QVERIFY(coldStartsPerSecond({6, 0.42, 3}, 600, 0) < 1e-9);
        // Never kept, every run that a lane takes starts cold: all but those of the levels cut off.
        const double below3 = std::exp(-0.42) * (1 + 0.42 + 0.42 * 0.42 / 2);
        QVERIFY(within(coldStartsPerSecond({6, 0.42, 3}, 0, 0), 6 * below3, 1e-9, "cold"));
    }
    void asManyAreWarmAsWereUsed()
    {
        // 100/s x 0.1 s = 10 at once. Level n is reached 100 p(n-1) times a second; in 600 s level 27 is (p(26) = 1.1e-5,
        // 0.67 times, just below ln 2), level 26 is more often (p(25) = 2.9e-5, 1.8 times).
        QCOMPARE(warmAfterLong({100, 10}, 600, 1000), 26);
        QCOMPARE(warmAfterLong({100, 10}, 600, 20), 20);
        QCOMPARE(warmAfterLong({0, 0}, 600, 1000), 0);
        QCOMPARE(warmAfterLong({1.0 / 3600, 0.001}, 600, 1000), 0);  // used every hour only
        // Even runs of equal times, 99.4 at once: 99 or 100 of them, and never more.
        QCOMPARE(warmAfterLong({100, 99.4, 1e9, 0}, 600, 1000), 100);
        QCOMPARE(warmAfterLong({100, 99.4, 1e9, swingOfRegular(100, 99.4, 0)}, 600, 1000), 100);
        // Of times spread exponentially half comes and goes at random: E|S - S'| / 2 = s / 2, 0.564 by the normal law.
        QVERIFY(within(swingOfRegular(100, 10, 0.1 * 0.1), 0.564, 0.001, "swing"));
    }

    void theEstimateIsTheRun_data()
    {
        QTest::addColumn<Drawing>("drawing");
        const auto row = [](const char* name, Drawing drawing) { QTest::newRow(name) << std::move(drawing); };
        row("calls", called(50, 300, handler(200)));
        row("calls, and errors", called(20, 300, handler(50, 0, {{"errorPercent", 20.0}})));
        row("calls, cold every time", called(5, 400, handler(50, 0, {{"keepWarmMinutes", whole(0)}})));
        row("calls cut off", called(5, 300, handler(5000, 0, {{"timeoutSeconds", whole(2)}})));
        row("calls of a server",
            called(50, 300, handler(20))
                .place("custom-server", "server",
                       {{"servers", whole(200)}, {"serviceMillis", 300.0}, {"law", text("exponential")}})
                .connect("fn", "server"));
        row("stream, a poll's records", streamed(300, 2, 300, handler(20, 100), {}));
        row("stream, few records", streamed(0.7, 3, 3000, handler(20, 100), {}));
        row("stream, full batches", streamed(900, 1, 300, handler(20, 100), {{"batchSize", whole(100)}}));
        row("stream, window", streamed(40, 2, 600, handler(20, 1000),
                                       {{"batchSize", whole(500)}, {"batchWindowMillis", whole(3000)}}));
        row("stream, enhanced", streamed(300, 2, 300, handler(20, 100), {{"reader", text("enhanced")}}));
        row("stream, runs longer than polls",
            streamed(200, 1, 600, handler(1500, 1000), {{"batchSize", whole(1000)}}));
        row("stream, in parallel",
            streamed(600, 2, 300, handler(300, 1000), {{"parallelizationFactor", whole(4)}}));
        // Five keys on the four lanes of each of two shards: some lanes have two of them, others none.
        Drawing few = streamed(60, 2, 600, handler(300, 1000), {{"parallelizationFactor", whole(4)}});
        for (Component& component : few.design.components)
            if (component.id == "in")
                component.parameters["keys"] = whole(5);
        row("stream, a few keys in parallel", few);
        row("stream, and errors", streamed(100, 2, 2000, handler(20, 100, {{"errorPercent", 5.0}}), {}));
        row("queue, one by one", queued(20, 600, handler(100), {}));
        row("queue, window", queued(4, 1800, handler(20), {{"batchWindowMillis", whole(1000)}}));
        row("queue, long window", queued(30, 900, handler(50, 1000),
                                         {{"batchWindowMillis", whole(2000)}, {"batchSize", whole(50)}}));
        row("queue, hardly any", queued(0.02, 20'000, handler(20), {}));
        row("queue, many at once", queued(100, 600, handler(800), {}));
    }
    void theEstimateIsTheRun()
    {
        QFETCH(Drawing, drawing);
        const RunReport report = run(drawing.design, 5);
        const FlowReport flow = estimate(drawing.design);
        // 2%, and 4 standard deviations of a Poisson number of records.
        const double chance = 4 / std::sqrt(number(at(report, "in").counts.offered));
        for (const MeterReading& one : report.usage) {
            if (one.amount > 500 * 1e-3)
                QVERIFY2(within(metered(flow.usage, one.component, one.meter), one.amount, 0.02 + chance,
                                one.meter),
                         one.meter.c_str());
        }
        const ComponentReport& function = at(report, "fn");
        const FlowComponent& estimated = *findComponent(flow, "fn");
        for (const LimitUse& limit : function.limits) {
            if (limit.limit == "new-environments")
                continue;  // a handful, or none
            const auto found = std::find_if(estimated.limits.begin(), estimated.limits.end(),
                                            [&](const LimitUse& use) { return use.limit == limit.limit; });
            QVERIFY2(found != estimated.limits.end(), limit.limit.c_str());
            QVERIFY2(within(found->mean, limit.mean, 0.02 + chance, limit.limit), limit.limit.c_str());
        }
        // Of what is read from a stream the play takes polls at their mean distance and reads at their mean time: how long
        // a record lies in its lane is less sure than how long a run takes.
        const double sure = std::string_view{QTest::currentDataTag()}.starts_with("stream") ? 0.12 : 0.05;
        if (function.latency.mean)
            QVERIFY(within(estimated.serviceMillis, *function.latency.mean, sure, "mean latency"));
    }

    void aRunOpensWarm()
    {
        // 100/s x 0.1 s for a minute: all that the opening rate needs is there, unless it opens cold.
        Drawing drawing = called(100, 60, handler(100));
        QVERIFY(fact(at(run(drawing.design), "fn"), "cold starts") <= 2);
        drawing.scenario().opening = Opening::Cold;
        QVERIFY(fact(at(run(drawing.design), "fn"), "cold starts") >= 10);
    }
    void requestsPerSecondFollowTheConcurrency_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("served");
        // 100 environments of 5 ms could serve 20,000/s; ten a second for each are allowed.
        QTest::newRow("below") << 900.0 << 900.0;
        QTest::newRow("above") << 3000.0 << 1000.0;
    }
    void requestsPerSecondFollowTheConcurrency()
    {
        QFETCH(double, rate);
        QFETCH(double, served);
        const Drawing drawing = called(
            rate, 30,
            handler(5, 0, {{"reservedConcurrency", whole(100)}, {"provisionedConcurrency", whole(100)}}));
        const RunReport report = run(drawing.design);
        const Counts& counts = at(report, "fn").counts;
        QVERIFY(within(number(counts.accepted) / 30, served, 0.02, "served/s"));
        const LimitUse& limit = limitOf(at(report, "fn"), "requests");
        QCOMPARE(limit.capacity, 1000.0);
        QCOMPARE(limit.refused, number(counts.throttled));
        QVERIFY(within(findComponent(estimate(drawing.design), "fn")->accepted.messagesPerSecond, served,
                       0.02, "estimated"));
    }
    void aFailingBatchBlocksItsLane()
    {
        // One shard, every batch fails from the first one on, about a second after the start: blocked until the end.
        const RunReport report =
            run(streamed(100, 1, 100, handler(5, 0, {{"errorPercent", 100.0}}), {}).design);
        QVERIFY(
            near(fact(at(report, "fn"), "seconds of lanes blocked by a failing batch"), 99, 1, "blocked"));
    }
};

PLIMSOLL_TEST(TstFunction)
#include "tst_function.moc"
