// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "pricing/price_book.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// The gateway's own time is constant.
ParameterMap constantGateway(double millis, ParameterMap more = {})
{
    more.insert({{"overheadMillis", millis}, {"overheadP99Millis", millis}});
    return more;
}

ParameterMap warmFunction(double millis, ParameterMap more = {})
{
    more.insert({{"fixedMillis", millis},
                 {"perRecordMicros", 0.0},
                 {"timeoutSeconds", whole(900)},
                 {"provisionedConcurrency", whole(900)}});
    return more;
}

Drawing inFront(Drawing drawing, ParameterMap gateway, ParameterMap function)
{
    return drawing.place("api-gateway", "api", std::move(gateway))
        .place("lambda", "fn", std::move(function))
        .connect("in", "api")
        .connect("api", "fn");
}

}  // namespace

/// Admission, timeouts and the chain behind it.
class TstApiGateway final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aKeyHasItsOwnRate()
    {
        // One client at 10 a second with a rate of 4 and a burst of 8: 100 s let 408 pass.
        const Drawing drawing = inFront(regular(10, 1000, 100, {{"keys", whole(1)}}),
                                        constantGateway(10, {{"apiType", text("rest")},
                                                             {"usagePlan", true},
                                                             {"apiKeys", whole(1)},
                                                             {"keyRatePerSecond", 4.0},
                                                             {"keyBurst", whole(8)}}),
                                        warmFunction(20));
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "api").counts.accepted), 408, 2, "accepted"));
        QCOMPARE(limitOf(at(report, "api"), "key-rate").refused, number(at(report, "api").counts.throttled));
        QCOMPARE(limitOf(at(report, "api"), "requests").refused, 0.0);
        QVERIFY(near(findComponent(estimate(drawing.design), "api")->accepted.messagesPerSecond, 4, 0.05,
                     "estimate"));
    }
    void aKeyHasItsOwnQuota()
    {
        // Two days of one request each 10 s: 8,640 a day, of which 5,000 are in the plan.
        const Drawing drawing = inFront(regular(0.1, 1000, 2 * 86'400, {{"keys", whole(1)}}),
                                        constantGateway(10, {{"apiType", text("rest")},
                                                             {"usagePlan", true},
                                                             {"apiKeys", whole(1)},
                                                             {"quotaPeriod", text("day")},
                                                             {"keyQuota", whole(5000)}}),
                                        warmFunction(20));
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "api").counts.accepted, std::uint64_t{10'000});
        QCOMPARE(limitOf(at(report, "api"), "key-quota").peak, 5000.0);
        QVERIFY(near(findComponent(estimate(drawing.design), "api")->accepted.messagesPerSecond,
                     10'000.0 / (2 * 86'400), 1e-4, "estimate"));
    }
    void clientsWithKeysOfTheirOwnDoNotStandForEachOther()
    {
        // 1,000 clients over 10 keys share 50 a second about evenly; each key may have 100.
        const RunReport report =
            run(inFront(Drawing{200}.source("in", 50, {{"keys", whole(1000)}}),
                        constantGateway(
                            10, {{"apiType", text("rest")}, {"usagePlan", true}, {"keyRatePerSecond", 20.0}}),
                        warmFunction(20))
                    .design);
        QCOMPARE(at(report, "api").counts.throttled, std::uint64_t{0});
        const double busiest = limitOf(at(report, "api"), "key-rate").mean;
        QVERIFY(busiest > 5 && busiest < 8);
    }
    void answersAreDataOut()
    {
        // 10 a second for 100 s of 2 MiB each: 1.953125 GB.
        const RunReport report =
            run(inFront(regular(10, 1000, 100),
                        constantGateway(10, {{"answerOutBytes", whole(2 * 1024 * 1024)}}), warmFunction(20))
                    .design);
        QVERIFY(near(metered(report, "api", "api-gateway/data-out-gb"), 1.953125, 0.01, "GB"));
    }
    void aCacheAnswersAgain()
    {
        // 100 keys, 0.1 requests a second each, kept for 60 s: of seven one goes on; all are billed.
        Drawing drawing = inFront(
            Drawing{7200}.source("in", 10, {{"keys", whole(100)}}),
            constantGateway(
                10, {{"apiType", text("rest")}, {"cacheGb", text("0.5")}, {"cacheTtlSeconds", whole(60)}}),
            warmFunction(20));
        const RunReport report = run(drawing.design);
        const double requests = number(at(report, "api").counts.accepted);
        QVERIFY(near(fact(at(report, "api"), "hit share"), 6 / 7.0, 0.01, "hits"));
        QVERIFY(near(number(at(report, "fn").counts.accepted), requests / 7, 0.01 * requests, "calls"));
        QCOMPARE(metered(report, "api", "api-gateway/rest-requests"), requests);
        QVERIFY(near(findComponent(estimate(drawing.design), "fn")->accepted.messagesPerSecond, 10 / 7.0,
                     0.01, "estimate"));
    }
    void aWebSocketBillsMessagesBothWaysAndConnections()
    {
        // 6,000 messages of 40 KB are two of 32 KB each, and three of 1 KB go back: 5 x 6,000. 500 connections for 10 min.
        Drawing drawing =
            inFront(regular(10, 40 * 1024, 600),
                    constantGateway(
                        10, {{"apiType", text("websocket")}, {"connections", whole(500)}, {"sentBack", 3.0}}),
                    warmFunction(20));
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "api", "api-gateway/websocket-messages"),
                 5 * number(at(report, "api").counts.accepted));
        QVERIFY(near(metered(report, "api", "api-gateway/websocket-minutes"), 5000, 0.1, "minutes"));
    }
    void admitsBurstPlusRateTimesTime_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("burst");
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("admitted");
        QTest::newRow("below") << 99.0 << 100 << 50 << 60.0 << 99.0 * 60;
        QTest::newRow("at") << 100.0 << 100 << 50 << 60.0 << 100.0 * 60;
        // burst + rate x time
        QTest::newRow("above") << 200.0 << 100 << 50 << 60.0 << 50 + 100.0 * 60;
        QTest::newRow("no burst") << 200.0 << 100 << 1 << 60.0 << 1 + 100.0 * 60;
        QTest::newRow("within the burst") << 110.0 << 100 << 1000 << 60.0 << 110.0 * 60;
        QTest::newRow("as AWS starts") << 20'000.0 << 10'000 << 5000 << 2.0 << 5000 + 10'000 * 2.0;
    }
    void admitsBurstPlusRateTimesTime()
    {
        QFETCH(double, rate);
        QFETCH(int, limit);
        QFETCH(int, burst);
        QFETCH(double, seconds);
        QFETCH(double, admitted);
        const RunReport report =
            run(regular(rate, 100, seconds)
                    .place("api-gateway", "api", {{"ratePerSecond", whole(limit)}, {"burst", whole(burst)}})
                    .connect("in", "api")
                    .design);
        const Counts& counts = at(report, "api").counts;
        // At half the demand the bucket answers every second request, to one.
        QVERIFY(near(number(counts.accepted), admitted, rate > limit && burst == 1 ? 2 : 1, "admitted"));
        QCOMPARE(counts.throttled, counts.offered - counts.accepted);
        QCOMPARE(report.totals.gaveUp, counts.throttled);  // 429 to a caller who does not come again
        QVERIFY(near(metered(report, "api", "api-gateway/http-requests"), number(counts.accepted), 1e-6,
                     "metered"));
    }
    void theChainTakesTheSumOfItsParts()
    {
        // 10 ms here, 20 ms there, 5 ms at the table: each answer after 35 ms.
        const RunReport report = run(inFront(regular(50, 1000, 60), constantGateway(10), warmFunction(20))
                                         .place("dynamodb", "table")
                                         .connect("fn", "table")
                                         .design);
        QVERIFY(near(*report.paths.front().response.mean, 35, 0.001, "mean ms"));
        QVERIFY(near(*report.paths.front().response.max, 35, 0.001, "max ms"));
        QVERIFY(near(*at(report, "fn").latency.mean, 25, 0.001, "function ms"));
        QVERIFY(near(*at(report, "table").latency.mean, 5, 0.001, "table ms"));
        QVERIFY(near(*sinkAt(report, "table").delay.mean, 35, 0.001, "event to stored"));
        // Little's law for the open requests: 50/s x 35 ms; environments 50/s x 25 ms.
        QVERIFY(near(limitOf(at(report, "fn"), "concurrency").mean, 1.25, 0.01, "environments"));
        // What the table wrote was answered, but for the request on its way back.
        const std::uint64_t written = at(report, "table").counts.completed;
        QVERIFY(near(number(written - report.paths.front().succeeded), 0, 1, "on its way"));
        // Each unit ends once: where the asker has its answer.
        QCOMPARE(report.totals.born + report.totals.generated + report.totals.copied,
                 report.totals.done + report.totals.inFlight);
    }
    void aTimeoutAnswersTheCallerWhileTheWorkGoesOn_data()
    {
        QTest::addColumn<double>("functionMillis");
        QTest::addColumn<bool>("inTime");
        // 29 s, with 10 ms of the gateway's own before the function begins.
        QTest::newRow("in time") << 28'980.0 << true;
        QTest::newRow("too late") << 29'000.0 << false;
        QTest::newRow("much too late") << 40'000.0 << false;
    }
    void aTimeoutAnswersTheCallerWhileTheWorkGoesOn()
    {
        QFETCH(double, functionMillis);
        QFETCH(bool, inTime);
        const RunReport report =
            run(inFront(regular(1, 100, 300), constantGateway(10), warmFunction(functionMillis)).design);
        const PathReport& path = report.paths.front();
        const Counts& counts = at(report, "api").counts;
        if (inTime) {
            QCOMPARE(path.failed, std::uint64_t{0});
            QVERIFY(near(*path.response.max, functionMillis + 10, 1, "ms"));
        } else {
            QCOMPARE(path.succeeded, std::uint64_t{0});
            QVERIFY(!path.response.mean);
            QVERIFY(near(number(path.failed), 271, 1, "failed"));
            QCOMPARE(fact(at(report, "api"), "timeouts"), number(counts.failed));
            QCOMPARE(report.totals.gaveUp, counts.failed);
            // 29 s of them are open here, while the function is busy with its full time and bills it.
            QVERIFY(near(number(counts.inFlight), 29, 1, "open"));
            const double busy = functionMillis * 1e-3;
            QVERIFY(near(limitOf(at(report, "fn"), "concurrency").peak, busy, 1, "environments"));
            const double finished = number(at(report, "fn").counts.completed);
            QVERIFY(near(finished, 300 - busy, 2, "finished all the same"));
        }
    }
    void refusalsOfTheBackendReachTheCaller()
    {
        // One environment of 100 ms for 20/s: each second call meets it busy.
        const RunReport report = run(inFront(regular(20, 100, 60), constantGateway(1),
                                             {{"fixedMillis", 90.0},
                                              {"perRecordMicros", 0.0},
                                              {"reservedConcurrency", whole(1)},
                                              {"provisionedConcurrency", whole(1)}})
                                         .design);
        const PathReport& path = report.paths.front();
        QVERIFY(near(number(path.succeeded), 600, 2, "answered"));
        QVERIFY(near(number(path.failed), 600, 2, "refused"));
        QCOMPARE(at(report, "api").counts.throttled, std::uint64_t{0});  // it was not the gateway
        QCOMPARE(at(report, "api").counts.failed, at(report, "fn").counts.throttled);
    }
    void splitsAmongItsIntegrations()
    {
        const RunReport report = run(inFront(regular(200, 100, 100), constantGateway(1), warmFunction(5))
                                         .place("lambda", "other", warmFunction(5))
                                         .connect("api", "other", {{"share", 25.0}})
                                         .design,
                                     12);
        // 100 : 25
        const double all = number(at(report, "api").counts.accepted);
        QVERIFY(
            near(number(at(report, "other").counts.offered), all / 5, 4 * std::sqrt(all * 0.16), "a fifth"));
        const std::uint64_t arrived = at(report, "fn").counts.offered + at(report, "other").counts.offered;
        QVERIFY(near(number(arrived), all, 1, "both, but for one on its way"));
    }
    void metersHttpApisInSteps_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("type");
        QTest::addColumn<double>("each");
        QTest::newRow("small") << 100 << "http" << 1.0;
        QTest::newRow("512 KB") << 524'288 << "http" << 1.0;
        QTest::newRow("above") << 524'289 << "http" << 2.0;
        QTest::newRow("REST, above") << 524'289 << "rest" << 1.0;
    }
    void metersHttpApisInSteps()
    {
        QFETCH(int, bytes);
        QFETCH(QString, type);
        QFETCH(double, each);
        const Design design = regular(10, bytes, 30)
                                  .place("api-gateway", "api", {{"apiType", text(type.toStdString())}})
                                  .connect("in", "api")
                                  .design;
        const RunReport report = run(design);
        const std::string meter = "api-gateway/" + type.toStdString() + "-requests";
        QVERIFY(near(metered(report, "api", meter), number(at(report, "api").counts.accepted) * each, 1e-6,
                     "metered"));
        // The estimate says the same.
        const FlowReport flow = estimate(design);
        const MeterReading* estimated = tests::reading(flow.usage, "api", meter);
        QVERIFY(estimated);
        QVERIFY(near(estimated->amount / estimated->observedSeconds, 10 * each, 1e-6, "estimated a second"));
    }
    /// 100/s with 1,000 tokens, 0.1/s each; an answer lives 60 s and what it took: asked of 1 / (1 + 0.1 x 60.05) of them.
    void anAuthoriserIsAskedOnceInTheLifeOfAnAnswer()
    {
        Drawing drawing{2000};
        drawing.source("in", 100)
            .place("api-gateway", "api",
                   {{"overheadMillis", 10.0},
                    {"overheadP99Millis", 10.0},
                    {"authoriser", text("function")},
                    {"authoriserTtlSeconds", whole(60)}})
            .connect("in", "api");
        const double share = 1 / (1 + 0.1 * 60.05);
        const RunReport report = run(drawing.design);
        const double requests = number(at(report, "api").counts.accepted);
        // Of the rate that was drawn. Nothing is kept at first: each token is asked about E[X^2] / 2 E[X]^2 - 10 / 70 = 0.37
        // times more, X the time from one to the next.
        const double drawn = 1 / (1 + requests / 2000 / 1000 * 60.05);
        QVERIFY(near(metered(report, "api", "api-gateway/authoriser-requests") / requests,
                     drawn + 0.37 * 1000 / requests, 0.0005, "share asked about"));
        QVERIFY(near(*at(report, "api").latency.mean, 10 + 50 * share, 0.5, "ms"));
        // 262.8 M requests a month: the function's at $0.20/M and, 1 / (1 - e^(-1/50)) = 50.5 ms of 1/8 GB, $16.6667 a million GB-s.
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *builtinPriceBook("us-east-1"),
                       library().catalog(), drawing.design, {});
        QVERIFY(bill);
        double usd = 0;
        for (const BillLine& line : bill->lines)
            usd += line.meter.starts_with("api-gateway/authoriser-") ? line.amount.dollars() : 0;
        const double asked = 262.8e6 * share;
        QVERIFY(near(usd, asked * 0.2e-6 + asked * 0.0505017 / 8 * 16.6667e-6, 0.01, "USD"));
    }
    void aTokenIsCheckedWithoutACall()
    {
        const RunReport report = run(
            Drawing{60}
                .source("in", 10)
                .place("api-gateway", "api",
                       {{"overheadMillis", 10.0}, {"overheadP99Millis", 10.0}, {"authoriser", text("token")}})
                .connect("in", "api")
                .design);
        QVERIFY(near(*at(report, "api").latency.mean, 12, 1e-6, "ms"));
        QCOMPARE(metered(report, "api", "api-gateway/authoriser-requests"), 0.0);
    }
};

PLIMSOLL_TEST(TstApiGateway)
#include "tst_api_gateway.moc"
