// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 40 records a second over 4 shards, 4 workers with one thread of 10 ms.
Drawing readers(ParameterMap parameters, double seconds = 600)
{
    parameters.insert({{"workers", whole(4)},
                       {"slots", whole(1)},
                       {"serviceMillis", 10.0},
                       {"serviceDistribution", text("deterministic")}});
    Drawing drawing = regular(40, 1024, seconds);
    drawing.place("kinesis-data-streams", "stream", {{"shards", whole(4)}})
        .place("kcl-application", "readers", std::move(parameters))
        .place("dynamodb", "table")
        .connect("in", "stream")
        .connect("stream", "readers")
        .connect("readers", "table");
    return drawing;
}

double leaseWrites(const Usage& usage)
{
    return reading(usage, "readers", "kcl-application/lease-write-units")->amount;
}

}  // namespace

/// Golden scenarios, worked by hand.
class TstKclApplication : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLeaseIsRenewedEveryThirdOfItsLife()
    {
        // 10 s / 3 - 25 ms = 3.3083 s: 4 shards x 600 s / 3.3083 s = 725.4 renewals, and a checkpoint of each shard with the
        // first batch after each minute: 4 x 600 / 60.5 = 39.7.
        const Drawing drawing = readers({});
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "readers");
        QVERIFY(near(fact(component, "lease renewals"), 4 * 600 / (10.0 / 3 - 0.025), 4, "renewals"));
        QVERIFY(near(fact(component, "checkpoints"), 39.7, 4, "checkpoints"));
        QCOMPARE(leaseWrites(report.usage),
                 fact(component, "lease renewals") + fact(component, "checkpoints"));
        QCOMPARE(metered(report, "readers", "kcl-application/instance-hours-m6i.large"), 4.0);
        const double writes = leaseWrites(report.usage);
        QVERIFY(near(leaseWrites(estimate(drawing.design).usage), writes, 0.02 * writes, "estimate"));
    }
    void aCheckpointAfterEachBatch()
    {
        // 10 records a second of a shard: nearly each of a poll a second brings some.
        const Drawing drawing = readers({{"checkpointSeconds", 0.0}});
        const double writes = leaseWrites(run(drawing.design).usage);
        QVERIFY(near(writes, 4 * 600 * (1 + 1 / (10.0 / 3 - 0.025)), 0.02 * writes, "writes"));
        QVERIFY(near(leaseWrites(estimate(drawing.design).usage), writes, 0.02 * writes, "estimate"));
    }
    void aLostWorkersShardsStandStill()
    {
        // Of 4 workers one is taken at 300 s: its shard stands still for 30 s, 10 records a second pile up, and up to 60 s
        // of them, 600, are read again; nothing is lost.
        Drawing drawing = readers({{"failoverSeconds", 30.0}, {"spot", true}});
        drawing.scenario().faults.push_back(faultOn("readers", FaultKind::SpotInterruption, 180, 100, 0.75));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "readers");
        QCOMPARE(fact(component, "leases lost"), 1.0);
        const double again = fact(component, "records read again");
        QVERIFY2(again > 0 && again < 700, "records read again");
        QVERIFY(everyCopyAccountedFor(at(report, "stream")));
        QCOMPARE(component.counts.failed, 0u);
        // Written are all records once, and those read again once more.
        const double once = number(at(report, "stream").counts.accepted);
        QVERIFY(near(number(at(report, "table").counts.offered), once + again, 80, "writes"));
        double oldest = 0;
        for (const ConsumerCounts& consumer : at(report, "stream").consumers)
            oldest = std::max(oldest, consumer.peakAgeSeconds);
        // Until it has worked through what was read again, at 15 ms a record with its write.
        QVERIFY2(oldest > 30 && oldest < 30 + 0.015 * again + 3, std::to_string(oldest).c_str());
    }
    void downTakesAllLeases()
    {
        Drawing drawing = readers({});
        drawing.scenario().faults.push_back(faultOn("readers", FaultKind::Down, 300, 5));
        const RunReport report = run(drawing.design);
        const ComponentReport& component = at(report, "readers");
        QCOMPARE(fact(component, "leases lost"), 4.0);
        QVERIFY(everyCopyAccountedFor(at(report, "stream")));
        QVERIFY(component.counts.inFlight < 100);
    }
};

PLIMSOLL_TEST(TstKclApplication)
#include "tst_kcl_application.moc"
