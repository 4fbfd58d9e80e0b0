// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

// Two m5.xlarge core nodes: 8 vCPU x 10 MB/s. 10 GiB take 10 x 1073741824 / 80e6 = 134.21773 s; with 360 s of
// start-up and 10 s of commit a job takes 504.21773 s.
constexpr double kWork = 134.2177280;
constexpr double kJob = 360 + kWork + 10;

JobLoad job(const std::string& id, double everySeconds, JobOverlap overlap = JobOverlap::Queue)
{
    JobLoad load;
    load.id = id;
    load.component = "cluster";
    load.everySeconds = everySeconds;
    load.gigabytes = 10;
    load.overlap = overlap;
    return load;
}

Drawing cluster(double seconds, ParameterMap parameters = {})
{
    Drawing drawing{seconds};
    drawing.place("emr", "cluster", std::move(parameters));
    return drawing;
}

/// 1/s of 1 MB lies in a bucket; a long-running cluster reads it.
Drawing lakeRead(JobReads reads, double seconds)
{
    Drawing drawing = regular(1, 1'000'000, seconds)
                          .place("s3", "lake", {{"firstByteMillis", 1.0}, {"firstByteP99Millis", 1.0}})
                          .place("emr", "cluster", {{"lifecycle", text("long-running")}})
                          .connect("in", "lake")
                          .connect("lake", "cluster");
    JobLoad load = job("batch", 100);
    load.firstAtSeconds = 100;
    load.gigabytes = 0;
    load.input = "lake";
    load.reads = reads;
    drawing.scenario().jobs.push_back(load);
    return drawing;
}

}  // namespace

/// The timeline of jobs, what overlaps do, what is read, what is billed.
class TstEmr final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mapReduceStartsAnewForEachStage()
    {
        // Three stages hand on half of the input: twice the work, and two starts of 20 s more.
        Drawing drawing = cluster(1000, {{"engine", text("mapreduce")}});
        drawing.scenario().jobs.push_back(job("batch", 1000));
        const double hours = 3 * (360 + 2 * kWork + 10 + 40) / 3600;
        QVERIFY(near(metered(run(drawing.design), "cluster", "emr/uplift-hours-m5.xlarge"), hours, 1e-6,
                     "hours"));
        const auto estimated =
            reading(estimate(drawing.design).usage, "cluster", "emr/uplift-hours-m5.xlarge");
        QVERIFY(estimated && near(estimated->amount, hours, 1e-6, "hours of the estimate"));
    }
    void aJobTakesStartUpWorkAndCommit_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("finished");
        // Due at 100 s.
        QTest::newRow("just before the end") << 100 + kJob - 0.001 << 0.0;
        QTest::newRow("just after") << 100 + kJob + 0.001 << 1.0;
    }
    void aJobTakesStartUpWorkAndCommit()
    {
        QFETCH(double, seconds);
        QFETCH(double, finished);
        Drawing drawing = cluster(seconds);
        JobLoad load = job("batch", 0);
        load.firstAtSeconds = 100;
        drawing.scenario().jobs.push_back(load);
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        QCOMPARE(fact(emr, "jobs started"), 1.0);
        QCOMPARE(fact(emr, "jobs finished"), finished);
        if (finished > 0) {
            QVERIFY(near(fact(emr, "longest job s"), kJob, 1e-6, "job"));
            QCOMPARE(fact(emr, "GB read"), 10.0);
        }
    }
    void whenAJobIsDueWhileItRuns_data()
    {
        QTest::addColumn<int>("overlap");
        QTest::addColumn<double>("started");
        QTest::addColumn<double>("finished");
        QTest::addColumn<double>("skipped");
        // Due each 300 s from 0 to 2,700 s, a job takes 504 s, the run ends at 2,990 s.
        // Queue: one after the other at 0, 504, ..., 2,521 s; the sixth ends after the run.
        QTest::newRow("queue") << int(JobOverlap::Queue) << 6.0 << 5.0 << 0.0;
        // Skip: at 0, 600, ..., 2,400 s.
        QTest::newRow("skip") << int(JobOverlap::Skip) << 5.0 << 5.0 << 5.0;
        // Parallel: all ten, each on a cluster of its own; due by 2,485 s have ended.
        QTest::newRow("parallel") << int(JobOverlap::Parallel) << 10.0 << 9.0 << 0.0;
    }
    void whenAJobIsDueWhileItRuns()
    {
        QFETCH(int, overlap);
        QFETCH(double, started);
        QFETCH(double, finished);
        QFETCH(double, skipped);
        Drawing drawing = cluster(2990);
        drawing.scenario().jobs.push_back(job("batch", 300, JobOverlap(overlap)));
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        QCOMPARE(fact(emr, "jobs started"), started);
        QCOMPARE(fact(emr, "jobs finished"), finished);
        QCOMPARE(fact(emr, "jobs skipped"), skipped);
        // In a queue a job's time includes its wait: the fifth was due at 1,200 and ended at 5 x 504.
        if (JobOverlap(overlap) == JobOverlap::Queue)
            QVERIFY(near(fact(emr, "longest job s"), 5 * kJob - 1200, 1e-5, "longest"));
    }
    void aJobMayFollowAnother_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<double>("started");
        QTest::addColumn<double>("finished");
        QTest::newRow("first runs") << kJob - 0.01 << 1.0 << 0.0;
        QTest::newRow("second runs") << 2 * kJob - 0.01 << 2.0 << 1.0;
        QTest::newRow("both done") << 2 * kJob + 0.01 << 2.0 << 2.0;
    }
    void aJobMayFollowAnother()
    {
        QFETCH(double, seconds);
        QFETCH(double, started);
        QFETCH(double, finished);
        Drawing drawing = cluster(seconds);
        JobLoad second = job("second", 0);
        second.afterJob = "first";
        drawing.scenario().jobs = {job("first", 0), second};
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        QCOMPARE(fact(emr, "jobs started"), started);
        QCOMPARE(fact(emr, "jobs finished"), finished);
    }
    void clustersAreBilledWhileTheyExist_data()
    {
        QTest::addColumn<QString>("lifecycle");
        QTest::addColumn<double>("hoursEachNode");
        // Three jobs in an hour.
        QTest::newRow("transient") << "transient" << 3 * kJob / 3600;
        QTest::newRow("kept running") << "long-running" << 1.0;
    }
    void clustersAreBilledWhileTheyExist()
    {
        QFETCH(QString, lifecycle);
        QFETCH(double, hoursEachNode);
        Drawing drawing =
            cluster(3600, {{"lifecycle", text(lifecycle.toStdString())},
                           {"taskNodes", whole(2)},
                           {"taskNodesSpot", true},
                           {"spotDiscountPercent", 50.0},
                           {"megabytesPerSecondPerVcpu", 5.0}});  // four workers of half the rate
        drawing.scenario().jobs.push_back(job("batch", 1200));
        drawing.scenario().durationSeconds = 3599;
        const RunReport report = run(drawing.design);
        const double hours = hoursEachNode * (lifecycle == "transient" ? 1 : 3599.0 / 3600);
        // 1 + 2 nodes, and 2 task nodes: all pay EMR, the latter half of EC2.
        QVERIFY(near(metered(report, "cluster", "emr/uplift-hours-m5.xlarge"), 5 * hours, 1e-4, "EMR hours"));
        QVERIFY(near(metered(report, "cluster", "emr/ec2-hours-m5.xlarge"), 4 * hours, 1e-4, "EC2 hours"));
    }
    void readsWhatIsNewOrAll()
    {
        // 100 MB a period. New: each run the last 100, nine and a half of them in 1,000 s. All: 100, 200, ..., 1,000.
        const double megabyte = 1e6 / 1073741824;
        const RunReport fresh = run(lakeRead(JobReads::New, 1050).design);
        QVERIFY(near(fact(at(fresh, "cluster"), "GB read"), 1000 * megabyte, 3 * megabyte, "new"));
        QVERIFY(near(fact(at(fresh, "cluster"), "jobs finished"), 10, 0, "jobs"));
        QVERIFY(near(number(sinkAt(fresh, "cluster").delivered), 1000, 2, "delivered"));
        // 10 s of commit and 100 MB / 80 MB/s after a wait of 0 to 100 s.
        QVERIFY(near(*sinkAt(fresh, "cluster").delay.max, 111'250, 1100, "delay ms"));
        const RunReport all = run(lakeRead(JobReads::All, 1050).design);
        QVERIFY(near(fact(at(all, "cluster"), "GB read"), 5500 * megabyte, 12 * megabyte, "all"));
    }
    void writesItsOutputAtTheCommit()
    {
        Drawing drawing = lakeRead(JobReads::New, 1050);
        drawing.place("s3", "results", {{"firstByteMillis", 1.0}, {"firstByteP99Millis", 1.0}})
            .connect("cluster", "results");
        drawing.scenario().jobs.front().output = "results";
        drawing.scenario().jobs.front().outputFactor = 0.25;
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "results"), "objects written"), 10.0);
        QVERIFY(near(fact(at(report, "results"), "mean object MiB"), 25e6 / 1048576, 0.3, "object"));
        QVERIFY(near(number(sinkAt(report, "results").delivered), 1000, 2, "delivered"));
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight);
    }
    void outputNobodyTakesIsLostByName()
    {
        Drawing drawing = lakeRead(JobReads::New, 1050);
        drawing.place("s3", "results").connect("cluster", "results");
        drawing.scenario().jobs.front().output = "results";
        drawing.scenario().faults.push_back(faultOn("results", FaultKind::Down, 250, 300));
        const RunReport report = run(drawing.design);
        // The commits of the runs due at 300, 400 and 500 s.
        QVERIFY(near(number(report.totals.lost), 300, 2, "lost"));
        QCOMPARE(report.totals.born, report.totals.done + report.totals.inFlight + report.totals.lost);
        QVERIFY(near(number(sinkAt(report, "results").undelivered), 50, 3, "undelivered"));
    }
    void jobsSideBySideShareALongRunningCluster()
    {
        // Two jobs of 134 s at once on one cluster: its vCPUs do the work of both, 268 s, and 10 s to commit.
        Drawing drawing = cluster(1000, {{"lifecycle", text("long-running")}});
        drawing.scenario().jobs = {job("first", 0), job("second", 0)};
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        QCOMPARE(fact(emr, "jobs finished"), 2.0);
        QVERIFY(near(fact(emr, "longest job s"), 2 * kWork + 10, 1e-3, "longest"));
    }
    void aCapacityCutSlowsWhatStartsInIt_data()
    {
        QTest::addColumn<double>("left");
        QTest::addColumn<double>("longest");
        QTest::newRow("half") << 0.5 << 360 + 2 * kWork + 10;
        QTest::newRow("none") << 0.0 << 0.0;
    }
    void aCapacityCutSlowsWhatStartsInIt()
    {
        QFETCH(double, left);
        QFETCH(double, longest);
        Drawing drawing = cluster(1500);
        drawing.scenario().jobs.push_back(job("batch", 0));
        drawing.scenario().faults.push_back(faultOn("cluster", FaultKind::CapacityCut, 100, 1390, left));
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        QVERIFY(near(fact(emr, "longest job s"), longest, 1e-3, "longest"));
        QCOMPARE(fact(emr, "jobs finished"), left > 0 ? 1.0 : 0.0);
    }
    void aCutInTheMiddleSlowsTheRest()
    {
        // Half the work is done at 360 + 67.1 s; for 50 s a fifth of the capacity is left, which costs 40 s.
        Drawing drawing = cluster(1500);
        drawing.scenario().jobs.push_back(job("batch", 0));
        drawing.scenario().faults.push_back(
            faultOn("cluster", FaultKind::CapacityCut, 360 + kWork / 2, 50, 0.2));
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "cluster"), "longest job s"), kJob + 40, 1e-3, "longest"));
    }
    void saysWhenItHasNoJob()
    {
        const RunReport report = run(cluster(60).design);
        const ComponentReport& emr = at(report, "cluster");
        QCOMPARE(QString::fromStdString(emr.idle), QString{"idle: add a job"});
        QVERIFY(!emr.latency.mean);
    }

    void managedScalingAddsNodesForTheWorkLeft()
    {
        Drawing drawing = cluster(600, {{"lifecycle", text("long-running")},
                                        {"managedScaling", true},
                                        {"maxTaskNodes", whole(10)},
                                        {"nodeStartSeconds", 180.0},
                                        {"scaleInSeconds", whole(300)}});
        JobLoad load = job("batch", 0);
        load.firstAtSeconds = 5;
        load.gigabytes = 30;
        drawing.scenario().jobs.push_back(load);
        const RunReport report = run(drawing.design);
        const ComponentReport& emr = at(report, "cluster");
        // 30 GiB are 240 containers of 128 MiB, which at 10 s want 60 nodes of 4 vCPU: as many as there may be, 12, at
        // 190 s. By then 185 s x 80 MB are done; the rest, 17,412,254,720 B at 480 MB/s, takes 36.2755 s.
        QVERIFY(near(fact(emr, "longest job s"), 185 + 36.27553 + 10, 1e-3, "job"));
        QCOMPARE(fact(emr, "scale-outs"), 1.0);
        QCOMPARE(fact(emr, "scale-ins"), 1.0);
        QCOMPARE(fact(emr, "capacity at the end"), 2.0);
        // Billed from the launch: 12 nodes from 10 s on. At 220 s 23 containers are left, which is below 0.8 x 48, so
        // the 30th look that low is at 510 s: 2 x 10 + 12 x 500 + 2 x 90 = 6,200 s, and the primary node's 600.
        QVERIFY(near(metered(report, "cluster", "emr/ec2-hours-m5.xlarge"), 6800.0 / 3600, 1e-6, "hours"));
    }
};

PLIMSOLL_TEST(TstEmr)
#include "tst_emr.moc"
