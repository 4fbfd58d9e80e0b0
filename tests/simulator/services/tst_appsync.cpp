// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// An API that adds 10 ms to each operation.
Drawing api(double rate, double seconds, ParameterMap parameters, Arrivals arrivals = Arrivals::Regular,
            ParameterMap source = {})
{
    parameters.insert({{"overheadMillis", 10.0}, {"overheadP99Millis", 10.0}});
    return Drawing{seconds}
        .source("in", rate, std::move(source), arrivals)
        .place("appsync", "api", std::move(parameters))
        .connect("in", "api");
}
Drawing& resolver(Drawing& drawing, const char* id, double millis, std::int64_t order)
{
    return drawing
        .place("custom-server", id,
               {{"servers", whole(1000)},
                {"serviceTimeMicros", millis * 1e3},
                {"serviceDistribution", text("deterministic")}})
        .connect("api", id, {{"kind", text("call")}, {"order", order}});
}

}  // namespace

/// Golden scenarios, worked by hand.
class TstAppsync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // 6,000 operations at $4 a million: $0.024. Each sends two updates of 6,000 B, two steps of 5 KB: 24,000 at $2 a
        // million. 100 connections for 10 minutes: 1,000 minutes at $0.08 a million. A cache of 12.3 GB all the time.
        const Drawing drawing = api(10, 600,
                                    {{"updatesPerRequest", 2.0},
                                     {"updateBytes", whole(6000)},
                                     {"connections", whole(100)},
                                     {"cacheGb", text("12.3")}});
        const RunReport report = run(drawing.design);
        const double operations = number(at(report, "api").counts.accepted);
        QVERIFY(near(operations, 6000, 1, "operations"));
        QCOMPARE(metered(report, "api", "appsync/operations"), operations);
        QCOMPARE(metered(report, "api", "appsync/realtime-updates"), 4 * operations);
        QVERIFY(near(metered(report, "api", "appsync/connection-minutes"), 1000, 0.01, "minutes"));
        QCOMPARE(metered(report, "api", "appsync/cache-hours-12.3GB"), 1.0);
    }
    void resolversOfOneOrderWorkSideBySide()
    {
        for (const std::int64_t second : {1, 2}) {
            Drawing drawing = api(5, 600, {});
            resolver(drawing, "one", 20, 1);
            resolver(drawing, "two", 30, second);
            const RunReport report = run(drawing.design);
            const double expected = second == 1 ? 10 + 30 : 10 + 20 + 30;
            QVERIFY(near(*at(report, "api").latency.mean, expected, 0.1, "ms"));
            QVERIFY(near(findComponent(estimate(drawing.design), "api")->serviceMillis, expected, 0.1,
                         "estimate"));
            QCOMPARE(at(report, "two").counts.accepted, at(report, "api").counts.completed);
        }
    }
    void operationsTakeTokens()
    {
        // 20 tokens each of 100 a second: 5 operations a second of 10, and those of the first second's depth.
        const Drawing drawing = api(10, 600, {{"tokensPerSecond", 100.0}, {"tokensPerRequest", 20.0}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "api").counts.accepted), 3005, 2, "taken"));
        QVERIFY(near(limitOf(at(report, "api"), "tokens").utilisation, 2, 0.01, "asked for"));
        QVERIFY(near(findComponent(estimate(drawing.design), "api")->accepted.messagesPerSecond, 5, 0.01,
                     "estimate"));
    }
    void theCacheAnswersAgain()
    {
        // 100 keys, 0.1 a second each, kept for 60 s: one fetches and six find it, 6/7.
        Drawing drawing = api(10, 7200, {{"cacheGb", text("1.55")}, {"cacheTtlSeconds", whole(60)}},
                              Arrivals::Poisson, {{"keys", whole(100)}});
        resolver(drawing, "one", 20, 1);
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "api"), "hit share"), 6 / 7.0, 0.01, "hits"));
        const double asked = number(at(report, "one").counts.accepted);
        QVERIFY(near(asked, number(at(report, "api").counts.accepted) / 7, 0.05 * asked, "asked"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(findComponent(flow, "one")->accepted.messagesPerSecond, 10 / 7.0, 0.01, "estimate"));
        QVERIFY(near(findComponent(flow, "api")->serviceMillis, 10 + 20 / 7.0, 0.02, "ms by estimate"));
        QVERIFY(near(*at(report, "api").latency.mean, 10 + 20 / 7.0, 0.3, "ms"));
    }
    void anOperationEndsAfterHalfAMinute()
    {
        Drawing drawing = api(0.1, 600, {});
        resolver(drawing, "slow", 40'000, 1);
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "api");
        QCOMPARE(component.counts.completed, 0u);
        QCOMPARE(fact(component, "timeouts"), number(component.counts.failed));
        QVERIFY(component.counts.inFlight <= 4);
        QCOMPARE(findComponent(estimate(drawing.design), "api")->accepted.messagesPerSecond, 0.1);
    }
};

PLIMSOLL_TEST(TstAppsync)
#include "tst_appsync.moc"
