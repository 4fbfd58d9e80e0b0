// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/key_popularity.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr std::int64_t kKeys = 1'000'000;
constexpr double kSkew = 0.9, kRate = 2000;

/// Reads of 1 KB over a million keys, memory for a tenth of them, a store behind that takes 5 ms.
Drawing cached(double seconds)
{
    const double gib = 0.1 * static_cast<double>(kKeys) * (1024 + 90) / 1073741824.0;
    Drawing drawing{seconds};
    drawing.source("in", kRate, {{"keys", whole(kKeys)}, {"keySkew", kSkew}})
        .place("elasticache", "x", {{"memoryGib", gib}})
        .place("custom-server", "store",
               {{"servers", whole(10'000)},
                {"serviceTimeMicros", whole(5000)},
                {"serviceDistribution", text("deterministic")}})
        .connect("in", "x", {{"operation", text("read")}})
        .connect("x", "store", {{"operation", text("read")}});
    return drawing;
}

KeyPopularity popularity()
{
    return KeyPopularity{KeyLaw{static_cast<std::uint32_t>(kKeys), kSkew, 0}};
}

const Finding* findingOf(const std::vector<Finding>& findings, const std::string& id)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const Finding& finding) { return finding.id == id; });
    return found == findings.end() ? nullptr : &*found;
}

/// Two origins or stores behind one cache of few keys, each key asked for often.
Drawing behindOne(const std::string& service, ParameterMap parameters, double perSecond, double seconds)
{
    Drawing drawing{seconds};
    drawing.source("in", perSecond, {{"keys", whole(200)}})
        .place(service, "x", std::move(parameters))
        .connect("in", "x", {{"operation", text("read")}});
    return drawing;
}

}  // namespace

/// A cache against Che's approximation and what follows from it.
class TstCache : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void roomThatNoKeyFillsIsNeverFull()
    {
        // All requests are for one key: room for a second one stays free for ever.
        const KeyPopularity one{KeyLaw{1000, 0, 1}};
        QVERIFY(std::isinf(one.characteristicTime(2)));
        QCOMPARE(one.hitShare(2), 1.0);
    }
    void emptiedItSendsOnOneOverTheMisses()
    {
        // The first read of every key misses: in the first instant everything goes on, 1 / (1 - hit) as much as before.
        // Within the window of a second that is looked at, popular keys come back: less than that, more than two thirds.
        Drawing drawing = cached(400);
        drawing.scenario().faults.push_back(faultOn("x", FaultKind::Down, 60, 1));
        const RunReport report = run(drawing.design);
        const double hit = popularity().hitShare(0.1 * kKeys), most = 1 / (1 - hit);
        const double measured = fact(at(report, "x"), "times the misses right after it was emptied");
        double missed = 0;
        for (int request = 0; request < static_cast<int>(kRate); ++request)
            missed += (1 - popularity().hitShareAfter(request, 0.1 * kKeys)) / kRate;
        QVERIFY(near(measured, missed / (1 - hit), 0.05 * most, "times the misses"));
        QVERIFY(measured < most && measured > most * 2 / 3);
        // It has 90% of its hits back when so many requests have come that sum of p (1 - e^(-p n)) = 0.9 x hit.
        double requests = 1;
        while (popularity().hitShareAfter(requests, 0.1 * kKeys) < 0.9 * hit)
            requests *= 1.01;
        const double back = fact(at(report, "x"), "seconds until 90% of the hits were back");
        QVERIFY(near(back, 1 + requests / kRate, 0.15 * requests / kRate, "time to recover"));
        const Finding* said = findingOf(estimate(cached(60).design).findings, "cold-cache");
        QVERIFY(said != nullptr);
        QVERIFY(near(said->derivation.value, most, 0.001 * most, "what the estimate says"));
        QVERIFY(near(said->derivation.inputs.at(1).value, requests / kRate, 0.02 * requests / kRate,
                     "time the estimate says"));
    }
    void whatMissesIsLessSkewedThanWhatIsRead()
    {
        // The most popular key is in the cache nearly always: behind it no key is hot.
        const Drawing drawing = cached(60);
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(findComponent(flow, "x")->offered.hottestKeyShare > 0.02);
        QVERIFY(findComponent(flow, "store")->offered.hottestKeyShare < 1e-4);
    }
    void eachKeyHasItsOwnStore()
    {
        Drawing drawing = behindOne("elasticache", {{"timeToLiveSeconds", whole(1)}}, 400, 200);
        for (const char* store : {"a", "b"})
            drawing
                .place("custom-server", store, {{"servers", whole(100)}, {"serviceTimeMicros", whole(1000)}})
                .connect("x", store);
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        const auto misses = fact(at(report, "x"), "misses");
        QCOMPARE(number(at(report, "a").counts.offered + at(report, "b").counts.offered), misses);
        for (const char* store : {"a", "b"})
            QVERIFY(near(findComponent(flow, store)->offered.messagesPerSecond * 200,
                         number(at(report, store).counts.offered), 0.2 * misses, store));
    }
    void missesOfOneKeyWaitTogether()
    {
        // One object, asked for 100 times a second, lives 1 s and takes 0.5 s to fetch: a fetch each 1.5 s (and the mean gap
        // of 0.01 s), for each request of which 1 / (1 + 100 x 1.5) goes on.
        const auto fetched = [](bool flow) {
            Drawing drawing{600};
            drawing.source("in", 100, {{"keys", whole(1)}})
                .place("cloudfront", "x",
                       {{"timeToLiveSeconds", whole(1)}, {"latencyMillis", 0.0}, {"latencyP99Millis", 0.0}})
                .place("custom-server", "origin",
                       {{"servers", whole(100)},
                        {"serviceTimeMicros", whole(500'000)},
                        {"serviceDistribution", text("deterministic")}})
                .connect("in", "x", {{"operation", text("read")}})
                .connect("x", "origin");
            if (flow)
                return findComponent(estimate(drawing.design), "origin")->offered.messagesPerSecond;
            return number(at(run(drawing.design), "origin").counts.offered) / 600;
        };
        QVERIFY(near(fetched(false), 1 / 1.51, 0.02, "fetches of the run"));
        QVERIFY(near(fetched(true), 100.0 / (1 + 100 * 1.5), 0.02, "fetches of the estimate"));
    }
    void cachesThatFillByThemselvesFetchOnceEach()
    {
        // 200 objects that never grow old, read by 10 caches: each fetches each once, 2,000 in all.
        Drawing drawing = behindOne("cloudfront", {{"caches", whole(10)}}, 400, 300);
        drawing.place("custom-server", "origin", {{"servers", whole(100)}, {"serviceTimeMicros", whole(1)}})
            .connect("x", "origin");
        drawing.scenario().opening = Opening::Cold;
        const RunReport report = run(drawing.design);
        QCOMPARE(at(report, "origin").counts.offered, std::uint64_t{2000});
    }
};

PLIMSOLL_TEST(TstCache)
#include "tst_cache.moc"
