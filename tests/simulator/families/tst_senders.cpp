// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

double offeredAt(const RunReport& report, const std::string& id)
{
    return number(at(report, id).counts.offered);
}

double flowSeconds(const FlowReport& flow, const std::string& id)
{
    return findComponent(flow, id)->serviceMillis * 1e-3;
}

/// A caller of `service` that asks a slow server, which answers after half a second.
Drawing slowCallee(const std::string& service, ParameterMap caller)
{
    return Drawing{300}
        .source("in", 100)
        .place(service, "caller", std::move(caller))
        .place("custom-server", "slow",
               {{"servers", whole(200)},
                {"serviceTimeMicros", 500'000.0},
                {"serviceDistribution", text("deterministic")}})
        .connect("in", "caller", {{"kind", text("call")}})
        .connect("caller", "slow", {{"kind", text("call")}});
}

}  // namespace

class TstSenders final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void splitBehindAServer()
    {
        // 10,000 regular records, each goes one way: 3,000 and 7,000, with sigma = sqrt(10,000 x 0.3 x 0.7) = 46.
        const RunReport report = run(caseDesign("split-behind-a-server"));
        QVERIFY(near(offeredAt(report, "b0"), 3000, 4 * 46, "30%"));
        QCOMPARE(offeredAt(report, "b0") + offeredAt(report, "b1"),
                 number(at(report, "front").counts.completed));
    }
    void whatSplitsLeaveOverGoesNowhere()
    {
        // 20% and 30% of 20,000; the other half takes no connection and is counted. sigma = 57 and 65.
        const RunReport report =
            run(regular(100, 1000, 200)
                    .place("custom-server", "a", {{"serviceTimeMicros", 100.0}})
                    .place("custom-server", "b", {{"serviceTimeMicros", 100.0}})
                    .connect("in", "a", {{"kind", text("put")}, {"route", text("split")}, {"share", 20.0}})
                    .connect("in", "b", {{"kind", text("put")}, {"route", text("split")}, {"share", 30.0}})
                    .design);
        QVERIFY(near(offeredAt(report, "a"), 4000, 4 * 57, "20%"));
        QVERIFY(near(offeredAt(report, "b"), 6000, 4 * 65, "30%"));
        QCOMPARE(number(report.totals.filtered), 20'000 - offeredAt(report, "a") - offeredAt(report, "b"));
    }
    void aKeyAlwaysMatchesOrNever()
    {
        const auto matched = [](std::int64_t keys, const char* sender) {
            Drawing drawing = regular(100, 1000, 200, {{"keys", keys}});
            drawing.place("custom-server", "a", {{"serviceTimeMicros", 100.0}});
            if (sender == std::string{"in"})
                drawing.connect("in", "a",
                                {{"kind", text("put")}, {"route", text("match")}, {"share", 40.0}});
            else
                drawing.place("ec2", "group", {{"serviceMillis", 1.0}, {"slots", whole(8)}})
                    .connect("in", "group", {{"kind", text("call")}})
                    .connect("group", "a",
                             {{"kind", text("call")}, {"route", text("match")}, {"share", 40.0}});
            return offeredAt(run(drawing.design), "a");
        };
        for (const char* sender : {"in", "group"}) {
            const double one = matched(1, sender);
            QVERIFY2(one == 0 || one == 20'000, "one key goes one way");
            // 100,000 keys: sigma of the share of keys and of records, sqrt(0.24 / 100,000 + 0.24 / 20,000) = 0.38%.
            QVERIFY(near(matched(100'000, sender) / 20'000, 0.4, 4 * 0.0038, sender));
        }
    }
    void fiveCopiesAreFiveDraws()
    {
        // M[5]/M/1 at rho 0.6 with a mean service of 1 s: (1 + (5 - 1) / 2) / (1 - 0.6) = 7.5 s.
        const RunReport report = run(caseDesign("five-copies-into-one-server"));
        QVERIFY(near(*at(report, "srv").latency.mean, 7500, 4 * 75, "ms"));
    }
    void samePolicySameAttempts_data()
    {
        QTest::addColumn<QString>("design");
        QTest::newRow("set on the source") << "legacy-retries-of-a-source";
        QTest::newRow("set on the connection") << "legacy-retries-of-a-connection";
    }
    void samePolicySameAttempts()
    {
        // DynamoDB's client tries ten times in legacy mode.
        QFETCH(QString, design);
        QCOMPARE(offeredAt(run(caseDesign(design.toStdString())), "t"), 10.0);
    }
    void aSlowCalleeHoldsTheCallersSlot_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("server") << "custom-server";
        QTest::newRow("instances") << "ec2";
    }
    void aSlowCalleeHoldsTheCallersSlot()
    {
        // 100/s x (2 ms + 500 ms) = 50.2 slots, by Little's law; in the estimate as in the run.
        QFETCH(QString, service);
        const ParameterMap caller =
            service == "ec2"
                ? ParameterMap{{"instances", whole(10)}, {"slots", whole(20)}, {"serviceMillis", 2.0}}
                : ParameterMap{{"servers", whole(200)}, {"serviceTimeMicros", 2000.0}};
        const Drawing drawing = slowCallee(service.toStdString(), caller);
        const RunReport ran = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        // sigma of 30,000 Poisson arrivals is 0.6%.
        QVERIFY(near(at(ran, "caller").limits.front().mean, 50.2, 0.03 * 50.2, "slots in the run"));
        QVERIFY(
            near(findComponent(flow, "caller")->limits.front().mean, 50.2, 0.002 * 50.2, "slots estimated"));
        QVERIFY(near(*at(ran, "caller").latency.mean, 502, 2, "ms in the run"));
        QVERIFY(near(flowSeconds(flow, "caller"), 0.502, 0.002, "seconds estimated"));
    }
    void aFailedCallFailsTheRequest()
    {
        Drawing drawing =
            slowCallee("ec2", {{"instances", whole(10)}, {"slots", whole(20)}, {"serviceMillis", 2.0}});
        drawing.design.connections.back().parameters["retry"] = text("none");
        drawing.design.connections.back().parameters["timeoutMillis"] = whole(100);
        const RunReport report = run(drawing.design);
        const Counts& caller = at(report, "caller").counts;
        QCOMPARE(caller.completed, std::uint64_t{0});
        QVERIFY(caller.failed > 29'000);
        // The callee works on for nobody.
        QVERIFY(at(report, "slow").counts.completed > 29'000);
        QVERIFY(
            near(findComponent(estimate(drawing.design), "caller")->serviceMillis, 102, 1, "ms estimated"));
    }
    void callsOfAnInstanceGroup()
    {
        // 3 messages a request, one after the other, and 90% of the requests write an item.
        Design design = caseDesign("calls-of-an-instance-group");
        parametersOf(design, "b")["mode"] = text("on-demand");
        const RunReport carried = run(design);
        const double requests = number(at(carried, "e").counts.completed);
        QVERIFY(near(offeredAt(carried, "a"), 3 * requests, 20, "messages"));
        QVERIFY(near(offeredAt(carried, "b"), 0.9 * requests, 4 * std::sqrt(0.09 * requests), "items"));
        // A table of 10 WCU refuses most of the 90/s: those requests fail, and what they had not asked yet is not asked.
        const RunReport refused = run(caseDesign("calls-of-an-instance-group"));
        const Counts& group = at(refused, "e").counts;
        QVERIFY(group.failed > group.completed);
        QVERIFY(offeredAt(refused, "a") >= 3 * number(group.completed));
        QVERIFY(offeredAt(refused, "a") < 2.5 * number(group.accepted));
        const Counts& table = at(refused, "b").counts;
        QVERIFY(near(number(table.offered - table.retried), 0.9 * number(group.accepted),
                     4 * std::sqrt(0.09 * number(group.accepted)) + 20, "items"));
    }
    void aSourceCollectsItsPuts()
    {
        // A record each 10 ms; a batch closes 50 ms after its first, so six travel together: 1,000 records, 167 puts.
        const Drawing drawing =
            Drawing{regular(100, 1000, 10, {{"batchWaitMillis", 50.0}})}
                .place("sqs", "queue")
                .connect("in", "queue", {{"kind", text("put")}, {"batchSize", whole(10)}});
        const RunReport ran = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        QCOMPARE(offeredAt(ran, "queue"), offeredAt(ran, "in") - std::fmod(offeredAt(ran, "in"), 6));
        QVERIFY(near(flow.connections.begin()->second.recordsPerMessage(), 6, 1e-9, "records a put"));
        for (const MeterReading& one : ran.usage) {
            if (one.meterClass != MeterClass::Count)
                continue;
            const MeterReading* estimated = reading(flow.usage, one.component, one.meter);
            QVERIFY(estimated);
            QVERIFY(near(estimated->amount, one.amount, 0.02 * one.amount, one.meter.c_str()));
        }
    }
    void aCallerThatDoesNotWaitLongEnoughTriesAgain()
    {
        // Log-normal with median 40 ms and p99 200 ms: sigma = ln 5 / 2.3263 = 0.6918, so that 16.4% take longer than
        // 40 e^(0.6918 x 0.979) = 78.7 ms. Two tries at most: 1.164 for each request.
        const Drawing drawing = Drawing{4000}
                                    .source("in", 20)
                                    .place("custom-server", "server",
                                           {{"servers", whole(200)},
                                            {"serviceTimeMicros", 40'000.0 * std::exp(0.6918 * 0.6918 / 2)},
                                            {"serviceDistribution", text("lognormal")},
                                            {"serviceCv", std::sqrt(std::exp(0.6918 * 0.6918) - 1)}})
                                    .connect("in", "server",
                                             {{"kind", text("call")},
                                              {"retry", text("fixed")},
                                              {"maxAttempts", whole(2)},
                                              {"timeoutMillis", whole(79)}});
        const RunReport ran = run(drawing.design, 3);
        const double born = number(ran.totals.born);
        QVERIFY(near(offeredAt(ran, "server") / born, 1.164, 0.01, "tries in the run"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "server")->offered.recordsPerSecond, 20 * 1.164, 0.02 * 23,
                     "tries of the estimate"));
    }
    void aMatchTakesItsShareOfManyKeys()
    {
        // Of a million keys a tenth, by their hashes: 0.1 +- 0.0003.
        for (const char* name : {"one", "two", "three"}) {
            Drawing drawing{100};
            drawing.source("in", 1000, {{"keys", whole(1'000'000)}})
                .place("custom-server", name, {{"servers", whole(100)}})
                .connect("in", name, {{"kind", text("put")}, {"route", text("match")}, {"share", 10.0}});
            QVERIFY(near(findComponent(estimate(drawing.design), name)->offered.recordsPerSecond, 100, 0.3,
                         "records a second"));
        }
    }
    void whatAFilterTakesOutNeverComesBack()
    {
        // All that passes runs into its time limit, twice, and goes to the dead letters: 3/4 x 1/s of them, 2 runs each.
        Drawing drawing{20'000};
        drawing.source("in", 1)
            .place("sqs", "queue", {{"visibilitySeconds", whole(6)}, {"maxReceives", whole(2)}})
            .place("sqs", "letters")
            .place("lambda", "fn", {{"fixedMillis", 1500.0}, {"timeoutSeconds", whole(1)}})
            .connect("in", "queue", {{"kind", text("put")}})
            .connect("queue", "fn", {{"filterShare", 75.0}})
            .connect("queue", "letters");
        const RunReport ran = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const auto agree = [&](const char* id, const char* meter) {
            const double amount = metered(ran, id, meter);
            return near(reading(flow.usage, id, meter)->amount, amount, 0.03 * amount, meter);
        };
        QVERIFY(near(offeredAt(ran, "letters"), 0.75 * offeredAt(ran, "queue"), 4 * std::sqrt(15'000.0),
                     "dead letters"));
        QVERIFY(agree("fn", "lambda/requests"));
        QVERIFY(agree("queue", "sqs/requests"));
        QVERIFY(agree("letters", "sqs/requests"));
    }
    void usersOfTheEstimateWaitForTheirAnswers_data()
    {
        QTest::addColumn<int>("users");
        QTest::addColumn<double>("think");
        QTest::newRow("light") << 20 << 1.0;
        QTest::newRow("half busy") << 50 << 1.0;
        QTest::newRow("saturated") << 400 << 1.0;
    }
    void usersOfTheEstimateWaitForTheirAnswers()
    {
        // X = N / (Z + R) before a server of 10 ms, which answers 100/s at most.
        QFETCH(int, users);
        QFETCH(double, think);
        const Drawing drawing =
            Drawing{2000}
                .place("users", "crowd", {{"users", whole(users)}, {"thinkSeconds", think}})
                .place("custom-server", "server", {{"serviceTimeMicros", 10'000.0}})
                .connect("crowd", "server", {{"kind", text("call")}});
        const double ran = number(at(run(drawing.design), "server").counts.completed) / 2000;
        const double estimated = findComponent(estimate(drawing.design), "server")->offered.recordsPerSecond;
        QVERIFY(near(estimated, ran, 0.02 * ran, "requests a second"));
    }
    void waitsOfTheEstimate_data()
    {
        QTest::addColumn<QString>("law");
        QTest::addColumn<int>("servers");
        for (const char* law : {"exponential", "deterministic", "uniform"}) {
            for (const int servers : {1, 4})
                QTest::addRow("%s, %d", law, servers) << law << servers;
        }
    }
    void waitsOfTheEstimate()
    {
        // Four fifths busy. Exact for one server and for exponential services; else Allen and Cunneen's.
        QFETCH(QString, law);
        QFETCH(int, servers);
        const Drawing drawing = Drawing{4000}
                                    .source("in", 80 * servers)
                                    .place("custom-server", "server",
                                           {{"servers", whole(servers)},
                                            {"serviceTimeMicros", 10'000.0},
                                            {"serviceDistribution", law.toStdString()}})
                                    .connect("in", "server", {{"kind", text("put")}});
        const RunReport ran = run(drawing.design, 3, 4);
        const double mean = *at(ran, "server").latency.mean;
        QVERIFY(near(flowSeconds(estimate(drawing.design), "server") * 1e3, mean,
                     0.05 * mean + at(ran, "server").latency.meanHalfWidth.value_or(0), "ms"));
    }
    void whatABreakerStopsIsNotBilled_data()
    {
        QTest::addColumn<bool>("ofTheSource");
        QTest::newRow("the connection's") << false;
        QTest::newRow("the source's own") << true;
    }
    void whatABreakerStopsIsNotBilled()
    {
        QFETCH(bool, ofTheSource);
        // Three environments of 100 ms get 80 calls a second: more than half are refused, so that the breaker opens, again after
        // each trial that finds them idle. Without it, 30 a second would be billed.
        const ParameterMap breaker{{"breaker", true}, {"retry", text("none")}};
        Drawing drawing{3600};
        drawing.source("in", 80, ofTheSource ? breaker : ParameterMap{})
            .place("lambda", "fn", {{"reservedConcurrency", whole(3)}, {"fixedMillis", 100.0}});
        if (ofTheSource)
            drawing.connect("in", "fn");
        else
            drawing.place("custom-server", "server", {{"servers", whole(40)}})
                .connect("in", "server")
                .connect("server", "fn", breaker);
        const double ran = metered(run(drawing.design), "fn", "lambda/requests");
        QVERIFY(ran < 2 * 3600);
        // The estimate leaves out that those idle take the first calls after each trial.
        QVERIFY(near(reading(estimate(drawing.design).usage, "fn", "lambda/requests")->amount, ran, 0.5 * ran,
                     "requests"));
    }
    void refusalsOfTheEstimate()
    {
        // M/M/1/K with 3 places and rho 0.9: (1 - 0.9) 0.9^4 / (1 - 0.9^5) = 16.0% are turned away.
        const Drawing drawing =
            Drawing{4000}
                .source("in", 90)
                .place("custom-server", "server", {{"queueLimit", whole(3)}, {"serviceTimeMicros", 10'000.0}})
                .connect("in", "server", {{"kind", text("put")}});
        const RunReport ran = run(drawing.design, 5);
        const Counts& counts = at(ran, "server").counts;
        const FlowReport flow = estimate(drawing.design);
        const FlowComponent& estimated = *findComponent(flow, "server");
        QVERIFY(near(estimated.refused.recordsPerSecond / estimated.offered.recordsPerSecond, 0.1602, 1e-4,
                     "refused"));
        QVERIFY(near(number(counts.rejected) / number(counts.offered), 0.1602, 0.005, "refused in the run"));
        QVERIFY(near(estimated.serviceMillis, *at(ran, "server").latency.mean, 0.05 * estimated.serviceMillis,
                     "ms"));
    }
};

PLIMSOLL_TEST(TstSenders)
#include "tst_senders.moc"
