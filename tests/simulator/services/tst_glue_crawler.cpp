// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Ten minutes at least, events that gather, the quota of crawlers.
class TstGlueCrawler final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCrawlIsBilledForTenMinutesAtLeast_data()
    {
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("seconds");
        // 500 MB/s and 30 s for the catalog, by the second: 100 GiB take 214.7 + 30 s, 600 GiB 1,288.5 + 30 s.
        QTest::newRow("short") << 100.0 << 600.0;
        QTest::newRow("long") << 600.0 << 600 * 1073741824.0 / 500e6 + 30;
    }
    void aCrawlIsBilledForTenMinutesAtLeast()
    {
        QFETCH(double, gigabytes);
        QFETCH(double, seconds);
        // Four crawls of 2 DPU, each an hour after the one before.
        const Drawing drawing = runs("glue-crawler", 4 * 3600, jobOf("crawler", 3600, gigabytes));
        const double hours = 4 * 2 * seconds / 3600;
        QVERIFY(near(metered(run(drawing.design), "crawler", "glue-crawler/dpu-hours"), hours, 1e-6,
                     "DPU-hours"));
        const auto estimated =
            reading(estimate(drawing.design).usage, "crawler", "glue-crawler/dpu-hours");
        QVERIFY(estimated && near(estimated->amount, hours, 1e-6, "DPU-hours of the estimate"));
    }
    void beginsAfterSoManyObjects()
    {
        // An event each 10 s; every tenth begins a crawl: 600 s hold six of them.
        Drawing drawing = regular(0.1, 100, 605);
        drawing.place("eventbridge", "bus")
            .place("glue-crawler", "crawler", {{"startBatch", whole(10)}})
            .connect("in", "bus")
            .connect("bus", "crawler", {{"kind", text("start")}});
        JobLoad load = jobOf("crawler", 0, 1);
        load.overlap = JobOverlap::Parallel;
        drawing.scenario().jobs.push_back(load);
        QVERIFY(near(fact(at(run(drawing.design), "crawler"), "jobs started"), 6, 0.5, "crawls"));
    }
    void crawlersAboveTheQuotaAreRefused()
    {
        // A crawl of 1 GiB lasts 60 + 2.1 + 30 s; one begins each 10 s: the tenth finds nine at work.
        Drawing drawing = runs("glue-crawler", 300, jobOf("crawler", 10, 1), {{"crawlerQuota", whole(9)}});
        drawing.scenario().jobs.front().overlap = JobOverlap::Parallel;
        const RunReport report = run(drawing.design);
        QCOMPARE(limitOf(at(report, "crawler"), "crawlers").peak, 9.0);
        QVERIFY(limitOf(at(report, "crawler"), "crawlers").refused > 0);
    }
};

PLIMSOLL_TEST(TstGlueCrawler)
#include "tst_glue_crawler.moc"
