// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 10 workers of 4 vCPU at 10 MB/s each: 400 MB a second.
Drawing jobs(double everySeconds, double gigabytes, double seconds, ParameterMap parameters)
{
    Drawing drawing{seconds};
    drawing.place("emr-serverless", "app", std::move(parameters));
    JobLoad job;
    job.id = "job";
    job.component = "app";
    job.everySeconds = everySeconds;
    job.gigabytes = gigabytes;
    drawing.scenario().jobs.push_back(job);
    return drawing;
}
constexpr double kWorkload = 100 * 1073741824.0 / 4e8 + 10;  ///< of 100 GB, with the commit: 278.4 s

}  // namespace

/// Golden scenarios, worked by hand.
class TstEmrServerless : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // 278.4 s of each 600 s: 0.464 runs of 40 vCPU and 160 GB. A month: 730 x 0.464 x (40 x $0.052624 + 160 x $0.0057785).
        const Drawing drawing = jobs(600, 100, 6000, {});
        const RunReport report = run(drawing.design);
        const FlowReport flow = estimate(drawing.design);
        for (const auto& [meter, each] : {std::pair{"emr-serverless/vcpu-hours-x86", 40.0},
                                          std::pair{"emr-serverless/gb-hours-x86", 160.0}}) {
            QVERIFY(near(metered(report, "app", meter), kWorkload / 600 * each, 0.01 * each, meter));
            QVERIFY(near(reading(flow.usage, "app", meter)->amount, kWorkload / 600 * each, 0.01 * each,
                         "estimate"));
        }
        QCOMPARE(fact(at(report, "app"), "jobs finished"), 10.0);
        QVERIFY(near(fact(at(report, "app"), "longest job s"), 20 + kWorkload, 0.1, "s"));
    }
    void keptWorkersStartInSecondsAndAreBilledWhileUp()
    {
        // Every 10 minutes: the application never stops; all but the first run start in 3 s.
        const Drawing drawing = jobs(600, 100, 6000, {{"preInitialised", true}});
        const RunReport report = run(drawing.design);
        const char* vcpus = "emr-serverless/vcpu-hours-x86";
        QCOMPARE(metered(report, "app", vcpus), 40.0);
        QCOMPARE(reading(estimate(drawing.design).usage, "app", vcpus)->amount, 40.0);
        // Each hour: up while it starts and works, and 15 minutes more.
        const Drawing hourly = jobs(3600, 100, 10 * 3600, {{"preInitialised", true}});
        const double up = (20 + kWorkload + 900) / 3600;
        QVERIFY(near(metered(run(hourly.design), "app", vcpus), 40 * up, 0.1, "run"));
        QVERIFY(near(reading(estimate(hourly.design).usage, "app", vcpus)->amount, 40 * up, 0.1, "estimate"));
    }
    void tooFewKeptWorkersWaitForTheOthers()
    {
        // 4 kept all the time, 6 others while runs work.
        const Drawing drawing = jobs(600, 100, 6000, {{"preInitialised", true}, {"keptWorkers", whole(4)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "app", "emr-serverless/vcpu-hours-x86"), 16 + 24 * kWorkload / 600, 0.1,
                     "vCPU"));
        QVERIFY(near(fact(at(report, "app"), "longest job s"), 20 + kWorkload, 0.1, "s"));
    }
};

PLIMSOLL_TEST(TstEmrServerless)
#include "tst_emr_serverless.moc"
