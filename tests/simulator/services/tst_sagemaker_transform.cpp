// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstSagemakerTransform : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aJobIsThereFromItsStartToItsCommit()
    {
        // 10 GiB on 4 instances of 1 MB/s: 2,684.35 s, with 240 s of start-up and 10 s of commit 2,934.35 s, 3.26 instance hours
        // of a job each hour.
        Drawing drawing{7200};
        drawing.place("sagemaker-transform", "model", {{"instances", whole(4)}, {"pricePerHourUsd", 0.23}});
        JobLoad job;
        job.id = "job";
        job.component = "model";
        job.everySeconds = 3600;
        job.gigabytes = 10;
        drawing.scenario().jobs.push_back(job);
        const double busy = 240 + 10.0 * (1 << 30) / 4e6 + 10;
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "model", "sagemaker-transform/instance-hours"), 4 * busy / 3600, 0.002,
                     "held"));
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        // 3.2604 instances, 730 h, $0.23.
        QVERIFY(near(bill->total.dollars(), 4 * busy / 3600 * 730 * 0.23, 0.5, "USD"));
    }
};

PLIMSOLL_TEST(TstSagemakerTransform)
#include "tst_sagemaker_transform.moc"
