// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstDatasync : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFullLoadTakesThePathAndItsVerification_data()
    {
        QTest::addColumn<bool>("agent");
        QTest::addColumn<bool>("verify");
        QTest::addColumn<double>("hours");
        // 1,000 GiB over 20 Gbit/s of which 80% can be used: with an agent 10 Gbit/s, without 5; verified at 500 MB/s.
        const double bytes = 1000.0 * (1 << 30);
        QTest::newRow("with an agent") << true << false << bytes / 1.25e9 / 3600;
        QTest::newRow("without") << false << false << bytes / 0.625e9 / 3600;
        QTest::newRow("verified") << true << true << bytes * (1 / 1.25e9 + 1 / 5e8) / 3600;
    }
    void aFullLoadTakesThePathAndItsVerification()
    {
        QFETCH(bool, agent);
        QFETCH(bool, verify);
        QFETCH(double, hours);
        Drawing drawing{4 * 3600};
        drawing.place("datasync", "copy",
                      {{"linkMbps", whole(20'000)}, {"agent", agent}, {"verify", verify}});
        JobLoad load;
        load.id = "load";
        load.component = "copy";
        load.gigabytes = 1000;
        drawing.scenario().jobs.push_back(load);
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "copy"), "full load takes h"), hours, 1e-4, "h"));
        // $0.0125 for each GB.
        QVERIFY(near(metered(report, "copy", "datasync/basic-gb"), 1000, 0.01, "GB"));
        QVERIFY(near(reading(estimate(drawing.design).usage, "copy", "datasync/basic-gb")->amount, 1000, 0.01,
                     "GB"));
    }
    void newFilesWaitForTheNextRun()
    {
        // Runs each 10 minutes: a file waits 5 on average, then the few before it. Each of 8 at once takes 20 ms.
        Drawing drawing = regular(1, 1000, 6 * 3600);
        drawing.place("datasync", "copy", {{"everyMinutes", 10.0}}).place("s3", "bucket");
        drawing.connect("in", "copy").connect("copy", "bucket");
        const RunReport report = run(drawing.design);
        const ComponentReport& copy = at(report, "copy");
        QVERIFY(near(*copy.latency.mean, 302'000, 6'000, "ms"));
        QVERIFY(at(report, "bucket").counts.completed + 601 >= copy.counts.offered);
    }
    void enhancedRunsAreBilled()
    {
        // A run each minute for ten minutes at $0.55, and 600 files of 1 MB: 0.559 GB at $0.015.
        Drawing drawing = regular(1, 1'000'000, 600);
        drawing.place("datasync", "copy", {{"mode", text("enhanced")}, {"everyMinutes", 1.0}})
            .connect("in", "copy");
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "copy", "datasync/enhanced-runs"), 10, 1e-6, "runs"));
        QVERIFY(near(metered(report, "copy", "datasync/enhanced-gb"), 600e6 / (1 << 30), 0.002, "GB"));
    }
};

PLIMSOLL_TEST(TstDatasync)
#include "tst_datasync.moc"
