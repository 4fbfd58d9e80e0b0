// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "tests/simulator/services/case_design.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A load of so many GiB at the start over 1 Gbit/s of which 80% can be used: 100 MB/s.
Drawing loaded(double gigabytes, double seconds, ParameterMap parameters = {})
{
    Drawing drawing{seconds};
    drawing.place("dms", "copy", std::move(parameters));
    JobLoad load;
    load.id = "load";
    load.component = "copy";
    load.gigabytes = gigabytes;
    drawing.scenario().jobs.push_back(load);
    return drawing;
}

Drawing& changed(Drawing& drawing, double perSecond)
{
    return drawing.source("in", perSecond, {}, Arrivals::Regular).connect("in", "copy");
}

double loadSeconds(const RunReport& report)
{
    return fact(at(report, "copy"), "full load takes h") * 3600;
}

}  // namespace

/// Full loads over a path, and the changes that share it, wait and are applied.
class TstTransfer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fiftyTerabytesTakeBytesOverBandwidth_data()
    {
        QTest::addColumn<std::int64_t>("megabits");
        QTest::addColumn<double>("hours");
        // 50 TB are 51,200 x 1,073,741,824 B. At 80% of 1 Gbit/s, 100 MB/s: 549,755.8 s, 6.4 days. Of 10 Gbit/s: 15.3 h.
        QTest::newRow("1 Gbit/s") << std::int64_t{1000} << 549755.8138880 / 3600;
        QTest::newRow("10 Gbit/s") << std::int64_t{10000} << 54975.5813888 / 3600;
    }
    void fiftyTerabytesTakeBytesOverBandwidth()
    {
        QFETCH(std::int64_t, megabits);
        QFETCH(double, hours);
        const RunReport report = run(loaded(51'200, 7 * 86'400, {{"linkMbps", whole(megabits)}}).design);
        QVERIFY(near(loadSeconds(report) / 3600, hours, 1e-6 * hours, "hours"));
        QCOMPARE(fact(at(report, "copy"), "full loads finished"), 1.0);
        QVERIFY(near(fact(at(report, "copy"), "GB moved"), 51'200, 1e-3, "GB moved"));
        // A run that ends before says how long it would take.
        const RunReport early = run(loaded(51'200, 600, {{"linkMbps", whole(megabits)}}).design);
        QVERIFY(near(loadSeconds(early) / 3600, hours, 1e-6 * hours, "hours, from ten minutes"));
        QCOMPARE(fact(at(early, "copy"), "full loads finished"), 0.0);
    }
    void changesTakeTheirPartOfThePath()
    {
        // 100 changes a second of 100 KB are 10.24 of the 100 MB/s: 100 GiB take 1,196 s instead of 1,074.
        Drawing drawing = loaded(100, 1300);
        drawing.source("in", 100, {{"recordSizeBytes", whole(102'400)}}, Arrivals::Regular)
            .connect("in", "copy");
        QVERIFY(near(loadSeconds(run(drawing.design)), 100 * kGib / (100e6 - 10.24e6), 1, "load"));
    }
    void changesWaitForTheLoadAndAreCaughtUp()
    {
        // 100 GiB take 1,073.96 s beside 20/s of 1 KB. 21,479 changes wait; at 1,500/s they are done 14.5 s later.
        const double load = 100 * kGib / (100e6 - 20'480);
        Drawing before = loaded(100, load + 13), after = loaded(100, load + 16);
        QVERIFY(at(run(changed(before, 20).design), "copy").counts.inFlight > 1000);
        const RunReport report = run(changed(after, 20).design);
        QVERIFY(at(report, "copy").counts.inFlight <= 1);
        QVERIFY(near(at(report, "copy").latency.max.value_or(0) / 1e3, load, 1, "the first change"));
        QVERIFY(
            near(limitOf(at(report, "copy"), "cache").peak, 20 * load * 1024, 30'000, "bytes that waited"));
    }
    void theTargetHoldsBackWhoeverIsBehind()
    {
        // A change takes 1/1,500 s and then 10 ms at the target: 93.75/s. Of 100/s 6.25 wait longer each second.
        Drawing drawing = regular(100, 1024, 100);
        drawing.place("dms", "copy")
            .place("custom-server", "target",
                   {{"serviceTimeMicros", whole(10'000)}, {"serviceDistribution", text("deterministic")}})
            .connect("in", "copy")
            .connect("copy", "target", {{"kind", text("call")}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "target").counts.completed), 9375, 3, "applied"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(
            near(findComponent(flow, "target")->offered.messagesPerSecond, 93.75, 0.1, "applied a second"));
        QVERIFY(near(findComponent(flow, "copy")->backlogGrowthPerSecond, 6.25, 0.1, "growth"));
        QVERIFY(sameLimits(report, flow, "copy"));
    }
    void whatIsRefusedIsTriedAgainAndLosesNothing()
    {
        // Down for a minute: the changes in hand are tried each 5 s, those behind wait, all arrive.
        Drawing drawing = regular(10, 1024, 300);
        drawing.place("dms", "copy", {{"appliers", whole(32)}})
            .place("s3", "lake")
            .connect("in", "copy")
            .connect("copy", "lake");
        drawing.scenario().faults.push_back(faultOn("lake", FaultKind::Down, 60, 60));
        const RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "copy"), "changes tried again") >= 11);
        QVERIFY(near(number(at(report, "lake").counts.completed), 3000, 5, "objects"));
        QCOMPARE(at(report, "copy").counts.failed, std::uint64_t{0});
    }
    void batchesWaitAndGoFaster()
    {
        // 2,000/s are more than 1,500 one after the other, fewer than 20,000 in batches each 10 s, 5 s of wait on average.
        Drawing drawing = regular(2000, 200, 120);
        drawing.place("dms", "copy", {{"batchApply", true}, {"batchSeconds", 10.0}}).connect("in", "copy");
        const RunReport report = run(drawing.design);
        QVERIFY(near(at(report, "copy").latency.mean.value_or(0), 5500, 300, "mean"));
        drawing.design.components.front().parameters["batchApply"] = false;
        QVERIFY(at(run(drawing.design), "copy").counts.inFlight > 50'000);
    }
    void sizesThePathByTheLoad()
    {
        // 50 TB within 168 h are 90.9 MB/s; a Mbit/s at 80% carries 0.1 MB/s: 910.
        const FlowReport flow = estimate(loaded(51'200, 86'400).design);
        const Sizing& path = findComponent(flow, "copy")->sizing.front();
        QCOMPARE(path.minimum, std::ceil(51'200 * kGib / 604'800 / 100'000));
    }
};

PLIMSOLL_TEST(TstTransfer)
#include "tst_transfer.moc"
