// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/service.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

// Ten G.1X workers are 40 vCPU: 400 MB/s. 10 GiB take 10 x 1073741824 / 400e6 = 26.8435456 s; with 10 s of commit a
// run works for 36.84 s, 30 s after it was started.
constexpr double kWork = 26.8435456 + 10;

JobLoad job(double everySeconds, double gigabytes = 10)
{
    JobLoad load;
    load.id = "etl";
    load.component = "etl";
    load.everySeconds = everySeconds;
    load.gigabytes = gigabytes;
    return load;
}

Drawing runs(double seconds, const JobLoad& load, ParameterMap parameters = {})
{
    Drawing drawing{seconds};
    drawing.place("glue", "etl", std::move(parameters));
    drawing.scenario().jobs.push_back(load);
    return drawing;
}

/// Requests to start the jobs at regular distances.
Drawing asked(double perSecond, double seconds, ParameterMap parameters = {})
{
    Drawing drawing = regular(perSecond, 100, seconds);
    drawing.place("glue", "etl", std::move(parameters)).connect("in", "etl");
    JobLoad load = job(0);
    load.overlap = JobOverlap::Parallel;
    drawing.scenario().jobs.push_back(load);
    return drawing;
}

double dpuHours(const RunReport& report)
{
    return metered(report, "etl", "glue/etl-dpu-hours");
}

}  // namespace

/// When runs start, how long they take, what they are billed for.
class TstGlue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRunIsBilledByTheSecondFromAMinuteOn_data()
    {
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("billedSeconds");
        // 10 GiB work for 36.84 s: a minute. 18 GiB for 58.3 s: a minute. 100 GiB for 278.435456 s.
        QTest::newRow("far below a minute") << 10.0 << 60.0;
        QTest::newRow("just below") << 18.0 << 60.0;
        QTest::newRow("above") << 100.0 << 100 * 1073741824.0 / 400e6 + 10;
    }
    void aRunIsBilledByTheSecondFromAMinuteOn()
    {
        QFETCH(double, gigabytes);
        QFETCH(double, billedSeconds);
        // Ten runs of ten DPUs; starting up is not billed.
        Drawing drawing = runs(4000, job(400, gigabytes));
        QVERIFY(near(dpuHours(run(drawing.design)), 10 * 10 * billedSeconds / 3600, 1e-6, "DPU-hours"));
        const FlowReport flow = estimate(drawing.design);
        const MeterReading* metered = reading(flow.usage, "etl", "glue/etl-dpu-hours");
        QVERIFY(metered);
        QVERIFY(near(metered->amount, 10 * 10 * billedSeconds / 3600, 1e-6, "DPU-hours of the estimate"));
    }
    void workersOfATypeAreSoManyDpus()
    {
        // 5 G.4X are 20 DPU: 800 MB/s; 100 GiB take 134.2 s of work and 10 s of commit.
        const Drawing drawing =
            runs(400, job(400, 100), {{"workerType", text("G.4X")}, {"workers", whole(5)}});
        QVERIFY(near(dpuHours(run(drawing.design)), 20 * (100 * 1073741824.0 / 800e6 + 10) / 3600, 1e-6,
                     "DPU-hours"));
    }
    void flexAndPythonAreBilledAsSuch()
    {
        const RunReport flex = run(runs(400, job(400), {{"jobType", text("flex")}}).design);
        QCOMPARE(dpuHours(flex), 0.0);
        QVERIFY(
            near(metered(flex, "etl", "glue/etl-flex-dpu-hours"), 10.0 * 60 / 3600, 1e-9, "Flex DPU-hours"));
        // A sixteenth of a DPU is a quarter of a vCPU: 2.5 MB/s. 0.1 GiB takes 42.9 s and the commit: a minute.
        const RunReport python = run(runs(400, job(400, 0.1), {{"jobType", text("python")}}).design);
        QVERIFY(near(dpuHours(python), 60.0 / 16 / 3600, 1e-9, "DPU-hours of Python"));
    }
    void aRunStartsAfterSoManyRequests()
    {
        // One request each 10 s; every fifth starts a run.
        const RunReport report = run(asked(0.1, 1000, {{"startBatch", whole(5)}}).design);
        QCOMPARE(fact(at(report, "etl"), "jobs started"), 20.0);
        QCOMPARE(at(report, "etl").counts.completed, std::uint64_t{100});
    }
    void orWhenItsWindowEnds()
    {
        // Five never come within 25 s of a first one: it, those 10 and 20 s later, and then a run.
        const ParameterMap window{{"startBatch", whole(5)}, {"startWindowSeconds", whole(25)}};
        const RunReport report = run(asked(0.1, 990, window).design);
        QVERIFY(near(fact(at(report, "etl"), "jobs started"), 33, 1, "runs"));
        // 1/0.1 s for the first, then the window: a run each 35 s by the estimate, each 30 s when regular.
        const FlowReport flow = estimate(asked(0.1, 990, window).design);
        const MeterReading* metered = reading(flow.usage, "etl", "glue/etl-dpu-hours");
        QVERIFY(metered && near(metered->amount, 10 * 990 / 35.0 * 60 / 3600, 1e-6, "DPU-hours"));
    }
    void runsAboveTheQuotaFail()
    {
        // Each run holds ten DPUs for 66.84 s, one starts each 10 s: seven at once would be 70 DPU.
        Drawing within = asked(0.1, 300, {{"dpuQuota", whole(70)}}),
                above = asked(0.1, 300, {{"dpuQuota", whole(69)}});
        QCOMPARE(limitOf(at(run(within.design), "etl"), "dpus").refused, 0.0);
        const RunReport report = run(above.design);
        QVERIFY(limitOf(at(report, "etl"), "dpus").refused > 0);
        QCOMPARE(limitOf(at(report, "etl"), "dpus").peak, 60.0);
        QCOMPARE(fact(at(report, "etl"), "jobs started") + fact(at(report, "etl"), "jobs refused"), 30.0);
    }
    void aStarterMayWaitForTheEnd()
    {
        // One who asks again as soon as the run has ended, as a workflow does that waits for it.
        Service starter = *library().find("users");
        starter.spec.integrationName = "Step Functions";
        starter.spec.sender.waits = true;
        const ServiceLibrary own{std::vector<Service>{starter, *library().find("glue")}};
        Drawing drawing{2000};
        drawing.place("users", "starter", {{"users", whole(1)}, {"thinkSeconds", 0.0}})
            .place("glue", "etl")
            .connect("starter", "etl", {{"kind", text("start")}, {"wait", text("finish")}});
        drawing.scenario().jobs.push_back(job(0));
        RunMonitor monitor;
        const Result<RunReport> report = simulate(drawing.design, own, {}, monitor);
        QVERIFY2(report.has_value(), report ? "" : report.error().toString().c_str());
        for (const Audit& audit : report->audits)
            QVERIFY2(audit.passed, audit.detail.c_str());
        // One run after the other, each 30 + 36.84 s.
        QCOMPARE(fact(at(*report, "etl"), "jobs finished"), std::floor(2000 / (30 + kWork)));
        QVERIFY(near(at(*report, "etl").latency.mean.value_or(0), (30 + kWork) * 1e3, 1, "answer"));
    }
    void aBookmarkReadsWhatIsNew()
    {
        // 1/s of 1 MB into a bucket, a run each 200 s reads 30 s later what came since: 1.83 GB by the last.
        Drawing drawing = regular(1, 1'000'000, 2000)
                              .place("s3", "lake", {{"firstByteMillis", 1.0}, {"firstByteP99Millis", 1.0}})
                              .place("glue", "etl")
                              .connect("in", "lake")
                              .connect("lake", "etl");
        JobLoad load = job(200, 0);
        load.input = "lake";
        drawing.scenario().jobs.push_back(load);
        const RunReport news = run(drawing.design);
        QVERIFY(near(fact(at(news, "etl"), "GB read"), 1.83e9 / 1073741824, 0.01, "GB read with a bookmark"));
        drawing.scenario().jobs.front().reads = JobReads::All;
        // 0.03 + 0.23 + 0.43 + ... + 1.83 GB.
        QVERIFY(near(fact(at(run(drawing.design), "etl"), "GB read"), 9.3e9 / 1073741824, 0.02,
                     "GB read without"));
    }
};

PLIMSOLL_TEST(TstGlue)
#include "tst_glue.moc"
