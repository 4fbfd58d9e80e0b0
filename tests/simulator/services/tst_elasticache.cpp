// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_popularity.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr std::int64_t kKeys = 1'000'000;
constexpr double kSkew = 0.9;

/// Reads of 1 KB over a million keys, memory for a tenth of them, a server behind that takes 5 ms, or another store.
Drawing cached(double perSecond, double seconds, const std::string& behind = "custom-server")
{
    ParameterMap store{{"servers", whole(10'000)},
                       {"serviceTimeMicros", whole(5000)},
                       {"serviceDistribution", text("deterministic")}};
    if (behind == "rds")
        store = {{"instanceClass", text("db.m7g.xlarge")}, {"readMillis", 0.5}};
    else if (behind == "dynamodb")
        store = {{"mode", text("on-demand")}};
    const double gib = 0.1 * static_cast<double>(kKeys) * (1024 + 90) / 1073741824.0;
    Drawing drawing{seconds};
    drawing.source("in", perSecond, {{"keys", whole(kKeys)}, {"keySkew", kSkew}})
        .place("elasticache", "cache", {{"memoryGib", gib}})
        .place(behind, "store", std::move(store))
        .connect("in", "cache", {{"operation", text("read")}})
        .connect("cache", "store", {{"operation", text("read")}});
    return drawing;
}

double che()
{
    return KeyPopularity{KeyLaw{static_cast<std::uint32_t>(kKeys), kSkew, 0}}.hitShare(0.1 * kKeys);
}

}  // namespace

class TstElasticache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatChesApproximationSays()
    {
        const RunReport report = run(cached(2000, 300).design);
        const double hits = fact(at(report, "cache"), "share of reads that hit");
        QVERIFY(near(hits, che(), 0.01 * che(), "hit share"));
        const FlowReport flow = estimate(cached(2000, 300).design);
        const double misses = findComponent(flow, "store")->offered.messagesPerSecond;
        QVERIFY(near(misses, 2000 * (1 - che()), 0.001 * 2000, "misses of the estimate"));
    }
    void aColdCacheSendsEverythingOn_data()
    {
        QTest::addColumn<std::string>("behind");
        for (const char* behind : {"custom-server", "rds", "dynamodb"})
            QTest::newRow(behind) << std::string{behind};
    }
    void aColdCacheSendsEverythingOn()
    {
        QFETCH(std::string, behind);
        // Down for a second, then empty: the store gets all, then what was not read since.
        Drawing drawing = cached(2000, 70, behind);
        drawing.scenario().faults.push_back(faultOn("cache", FaultKind::Down, 60, 1));
        const RunReport report = run(drawing.design);
        const double before = countBetween(at(report, "store"), "offered", 40, 60) / 20;
        const double after = countBetween(at(report, "store"), "offered", 61, 63) / 2;
        QVERIFY(near(before, 2000 * (1 - che()), 60, "misses before"));
        const KeyPopularity keys{KeyLaw{static_cast<std::uint32_t>(kKeys), kSkew, 0}};
        double misses = 0;
        for (int request = 0; request < 4000; ++request)
            misses += (1 - keys.hitShareAfter(request, 0.1 * kKeys)) / 2;
        QVERIFY(near(after, misses, 4 * std::sqrt(misses), "misses a second after"));
        QVERIFY(after > 2 * before);
    }
    void aTimeToLiveFetchesAgain()
    {
        // One key 10 times a second that lives 1 s: one fetch and then 10 hits on average, p / (1 + p).
        Drawing drawing{600};
        drawing.source("in", 10, {{"keys", whole(1)}})
            .place("elasticache", "cache", {{"timeToLiveSeconds", whole(1)}})
            .place("custom-server", "store", {{"serviceTimeMicros", whole(1)}})
            .connect("in", "cache", {{"operation", text("read")}})
            .connect("cache", "store", {{"operation", text("read")}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "cache"), "share of reads that hit"), 10.0 / 11, 0.02, "hit share"));
    }
    void billsNodesByTheHour()
    {
        // 2 shards with 1 replica each are 4 nodes.
        Drawing drawing = cached(10, 60);
        drawing.design.components.front().parameters["shards"] = whole(2);
        QCOMPARE(metered(run(drawing.design), "cache", "elasticache/node-hours-cache.m7g.large:valkey"), 4.0);
    }
    void billsServerlessByKilobyte()
    {
        // 10 requests a second of 2,500 B are 3 units each.
        Drawing drawing{100};
        drawing.source("in", 10, {{"recordSizeBytes", whole(2500)}}, Arrivals::Regular)
            .place("elasticache", "cache", {{"mode", text("serverless")}})
            .connect("in", "cache", {{"operation", text("read")}});
        QVERIFY(near(metered(run(drawing.design), "cache", "elasticache/serverless-units-valkey"), 3000, 4,
                     "units"));
    }
};

PLIMSOLL_TEST(TstElasticache)
#include "tst_elasticache.moc"
