// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// One node of two vCPUs, one shard without replicas, and a network that takes no time to speak of.
ParameterMap small(ParameterMap more = {})
{
    ParameterMap parameters{{"instanceType", text("t3.small")},
                            {"dataNodes", whole(1)},
                            {"shards", whole(1)},
                            {"replicas", whole(0)},
                            {"latencyMillis", 0.001},
                            {"latencyP99Millis", 0.001}};
    for (const auto& [id, value] : more)
        parameters[id] = value;
    return parameters;
}

Drawing indexed(double perSecond, double seconds, ParameterMap more = {},
                Arrivals arrivals = Arrivals::Poisson)
{
    return Drawing{seconds}
        .source("in", perSecond, {}, arrivals)
        .place("opensearch", "logs", small(std::move(more)))
        .connect("in", "logs", {{"operation", text("write")}});
}
Drawing searched(double perSecond, double seconds, ParameterMap more = {})
{
    return Drawing{seconds}
        .source("in", perSecond)
        .place("opensearch", "logs", small(std::move(more)))
        .connect("in", "logs", {{"operation", text("read")}});
}

double answerOf(const RunReport& report)
{
    return at(report, "logs").latency.mean.value_or(0);
}

}  // namespace

/// Work on shared cores, queues that end in 429, refreshes, write blocks.
class TstSearchDomain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDocumentIsFoundAfterTheNextRefresh()
    {
        // Done after 1 ms, found at the next of refreshes each 10 s: a delay uniform over 0.001 to 10.001 s.
        const RunReport report = run(indexed(50, 600, {{"refreshSeconds", 10.0}}).design);
        const SinkReport& sink = sinkAt(report, "logs");
        QVERIFY(near(sink.delay.mean.value_or(0), 5001, 100, "mean delay"));
        QVERIFY(near(sink.delay.p90.value_or(0), 9001, 150, "90th percentile"));
        QVERIFY(sink.delay.max.value_or(0) <= 10'002);
        // The answer does not wait for it.
        QVERIFY(answerOf(report) < 2);
    }
    void theWaitIsThatOfDeterministicServers_data()
    {
        QTest::addColumn<double>("perSecond");
        // Searches of 5 ms on two cores: 400/s is all they can do.
        QTest::newRow("half used") << 200.0;
        QTest::newRow("80% used") << 320.0;
    }
    void theWaitIsThatOfDeterministicServers()
    {
        QFETCH(double, perSecond);
        // M/D/2 waits about half as long as M/M/2: rho^2 / (1 - rho^2) services of 5 ms.
        const double rho = perSecond / 400, expected = 5 + 5 * rho * rho / (1 - rho * rho) / 2;
        const Design design = searched(perSecond, 600).design;
        QVERIFY(near(answerOf(run(design)), expected, 0.06 * expected, "answer in the run"));
        QVERIFY(near(findComponent(estimate(design), "logs")->serviceMillis, expected, 0.06 * expected,
                     "answer in the estimate"));
    }
    void aReplicaIsAsMuchWorkAgain()
    {
        // Two nodes of two vCPUs do 4,000 documents a second without replicas, 2,000 with one.
        const auto use = [](std::int64_t replicas) {
            const ParameterMap two{{"dataNodes", whole(2)}, {"replicas", whole(replicas)}};
            const Design design = indexed(1000, 60, two).design;
            const double ran = limitOf(at(run(design), "logs"), "vcpus").utilisation;
            const double flow = limitOf(estimate(design), "logs", "vcpus").utilisation;
            return near(ran, flow, 0.02, "run and estimate") ? flow : -1;
        };
        QVERIFY(near(use(0), 0.25, 1e-9, "without"));
        QVERIFY(near(use(1), 0.5, 1e-9, "with one"));
        // A third copy has no node to lie on.
        QVERIFY(near(use(2), 0.5, 1e-9, "with two"));
    }
    void aSearchIsWorkInEveryShard()
    {
        // 40 searches a second of 5 ms in each of 8 shards ask for 1.6 vCPUs; two at once work on one search.
        const Design design = searched(40, 600, {{"shards", whole(8)}}).design;
        const RunReport report = run(design);
        QVERIFY(near(limitOf(at(report, "logs"), "vcpus").mean, 1.6, 0.03, "vCPUs at work"));
        QVERIFY(near(limitOf(estimate(design), "logs", "vcpus").mean, 1.6, 1e-9, "of the estimate"));
        QVERIFY(at(report, "logs").latency.p50.value_or(0) >= 20);
    }
    void whatFindsAFullQueueIsRefused()
    {
        // Twice what two cores do: half is refused with 429, and what is not waits for 50 before it.
        const Design design = searched(800, 120, {{"searchQueue", whole(50)}}).design;
        const RunReport report = run(design);
        const LimitUse& queue = limitOf(at(report, "logs"), "search-queue");
        QCOMPARE(queue.peak, 50.0);
        const Counts& counts = at(report, "logs").counts;
        QVERIFY(near(number(counts.throttled) / number(counts.offered), 0.5, 0.02, "share refused"));
        QCOMPARE(queue.refused, number(counts.throttled));
        QVERIFY(near(answerOf(report), 50 / 400.0 * 1e3 + 5, 8, "answer"));
        const FlowReport flow = estimate(design);
        QVERIFY(near(limitOf(flow, "logs", "search-queue").refused, 400, 1, "refused in the estimate"));
        QVERIFY(near(findComponent(flow, "logs")->serviceMillis, 130, 1, "answer in the estimate"));
        QVERIFY(sameLimits(report, flow, "logs"));
    }
    void searchesWaitBehindDocumentsOnTheSameCores()
    {
        // Documents alone ask for 90%; searches wait as if they were as many.
        Drawing drawing =
            indexed(1800, 300).source("people", 1).connect("people", "logs", {{"operation", text("read")}});
        const RunReport report = run(drawing.design);
        QVERIFY(limitOf(at(report, "logs"), "vcpus").utilisation > 0.85);
        QVERIFY(sameLimits(report, estimate(drawing.design), "logs"));
    }
    void aFullDiskBlocksWritesAlone()
    {
        // 10 GiB: 9.5 without the file system's part, of which 2 stay free: 7.5 for the index, 6.818 for documents. With
        // 6.8 there, 0.018 GiB or 19.5 MB more fit: 1,950 of 10 KB at 10/s.
        Drawing drawing{300};
        drawing.source("in", 10, {{"recordSizeBytes", whole(10'000)}}, Arrivals::Regular)
            .source("people", 10, {}, Arrivals::Regular)
            .place("opensearch", "logs", small({{"ebsGib", whole(10)}, {"storedGb", 6.8}}))
            .connect("in", "logs", {{"operation", text("write")}})
            .connect("people", "logs", {{"operation", text("read")}});
        const RunReport report = run(drawing.design);
        const double fits = (7.5 / 1.1 - 6.8) * 1073741824 / 10'000;
        QVERIFY(near(fact(at(report, "logs"), "documents indexed"), fits, 1, "documents"));
        QVERIFY(near(limitOf(at(report, "logs"), "disk").refused, 3000 - fits, 2, "blocked"));
        QCOMPARE(fact(at(report, "logs"), "searches"), 3000.0);
    }
};

PLIMSOLL_TEST(TstSearchDomain)
#include "tst_search_domain.moc"
