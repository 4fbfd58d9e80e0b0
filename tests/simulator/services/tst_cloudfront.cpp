// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Objects of 1 MiB behind a distribution, read 10 times a second.
Drawing distribution(ParameterMap parameters, double seconds = 600)
{
    return regular(10, 1024 * 1024, seconds, {{"keys", whole(20)}})
        .place("cloudfront", "x", std::move(parameters))
        .place("s3", "origin")
        .connect("in", "x", {{"operation", text("read")}})
        .connect("x", "origin");
}

}  // namespace

class TstCloudfront : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // 10/s for 600 s: 6,000 requests and 6,000 MiB = 5.859 GB out. A month of that: 730 x 3,600 x 10 = 26.28 M requests
        // x $1.00 per million = $26.28, and 25,664 GB: 10,240 x $0.085 + 15,424 x $0.080 = $2,104.
        const Drawing drawing = distribution({});
        const RunReport report = run(drawing.design);
        const double read = number(at(report, "x").counts.completed);
        QCOMPARE(metered(report, "x", "cloudfront/https-requests-us"),
                 number(at(report, "x").counts.accepted));
        QVERIFY(near(metered(report, "x", "cloudfront/data-out-gb-us"), read / 1024, 0.001, "GB out"));
        const auto out = reading(estimate(drawing.design).usage, "x", "cloudfront/data-out-gb-us");
        QVERIFY(out && near(out->amount, 6000.0 / 1024, 0.02, "GB out of the estimate"));
    }
    void billsWhereTheAudienceIs()
    {
        const RunReport report =
            run(distribution({{"audience", text("jp")}, {"protocol", text("http")}}).design);
        QVERIFY(metered(report, "x", "cloudfront/http-requests-jp") > 5990);
        QVERIFY(metered(report, "x", "cloudfront/data-out-gb-jp") > 5.8);
        QCOMPARE(metered(report, "x", "cloudfront/data-out-gb-us"), 0.0);
    }
    void fetchesEachObjectOncePerTimeToLive()
    {
        // 20 objects, each asked for every 2 s on average, live 100 s: p = 50, one fetch in 51.
        const Drawing drawing = distribution({{"timeToLiveSeconds", whole(100)}}, 2000);
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "x"), "share of reads that hit"), 50.0 / 51, 0.004, "hit share"));
        QVERIFY(near(findComponent(estimate(drawing.design), "origin")->offered.messagesPerSecond, 10.0 / 51,
                     0.01, "fetches of the estimate"));
    }
    void aFunctionAtTheEdgeRunsOnEveryRequestOrOnMisses_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<double>("runs");
        // 20 objects, each asked for every 2 s, live 100 s: 20,000 requests in 2,000 s, of which one in 51 is fetched.
        QTest::newRow("viewer") << "viewer" << 20'000.0;
        QTest::newRow("origin") << "origin" << 20'000.0 / 51;
    }
    void aFunctionAtTheEdgeRunsOnEveryRequestOrOnMisses()
    {
        QFETCH(QString, event);
        QFETCH(double, runs);
        // Of an exponential time of mean 5 ms E[ceil(T)] = 1 / (1 - e^(-0.2)) = 5.5167 ms; 128 MB are an eighth of a GB.
        const Drawing drawing = distribution(
            {{"timeToLiveSeconds", whole(100)}, {"edgeFunction", text(event.toStdString())}}, 2000);
        const RunReport report = run(drawing.design);
        const double tolerance = event == "viewer" ? 0.01 * runs : 0.1 * runs;
        QVERIFY(near(metered(report, "x", "cloudfront/edge-requests"), runs, tolerance, "requests"));
        QVERIFY(near(metered(report, "x", "cloudfront/edge-gb-seconds"), runs * 5.5167e-3 / 8,
                     2 * tolerance * 5.5167e-3 / 8, "GB-seconds"));
        const FlowReport flow = estimate(drawing.design);
        const MeterReading* seconds = reading(flow.usage, "x", "cloudfront/edge-gb-seconds");
        QVERIFY(seconds
                && near(seconds->amount, runs * 5.5167e-3 / 8, 0.01 * runs * 5.5167e-3 / 8, "estimate"));
    }
    void theQuotaAtTheEdgeRefuses()
    {
        const RunReport report =
            run(distribution({{"edgeFunction", text("viewer")}, {"edgeRequestsPerSecond", whole(5)}}).design);
        QVERIFY(near(number(at(report, "x").counts.throttled), 10 * 600 - 5 * 601, 10, "refused"));
    }
    void anErrorIsServedForItsTime()
    {
        // The origin is down for 60 s and the cache is empty: an object is asked for at the origin once in 10 s, not 0.5/s.
        Drawing drawing = distribution({}, 60);
        drawing.scenario().opening = Opening::Cold;
        drawing.scenario().faults.push_back(faultOn("origin", FaultKind::Down, 0, 60));
        const RunReport report = run(drawing.design);
        QVERIFY(number(at(report, "origin").counts.offered) <= 20 * 6 + 20);
        QVERIFY(fact(at(report, "x"), "errors answered from memory") > 400);
    }
    void moreThanItsQuotaIsRefused()
    {
        const RunReport report =
            run(distribution({{"mostGbitPerSecond", 0.0419430}}, 300).design);  // 5 MiB/s
        QVERIFY(near(number(at(report, "x").counts.throttled), 1500, 20, "refused"));
        QVERIFY(limitOf(at(report, "x"), "bytes").refused > 1400);
        QCOMPARE(limitOf(at(report, "x"), "requests").refused, 0.0);
    }
    void writesGoWhereAConnectionWrites()
    {
        Drawing drawing = distribution({});
        drawing.connect("in", "x", {{"operation", text("write")}});
        RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "x"), "writes with nowhere to go") > 5900);
        drawing.connect("x", "origin", {{"operation", text("write")}});
        report = run(drawing.design);
        QVERIFY(metered(report, "x", "cloudfront/write-requests-us") > 5900);
        QVERIFY(number(at(report, "origin").counts.offered) > 5900);
    }
};

PLIMSOLL_TEST(TstCloudfront)
#include "tst_cloudfront.moc"
