// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstNeptune : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // Two db.r7g.large, 50 GiB, us-east-1: 2 x 730 h x 0.276 = 402.96, storage 50 x 0.10 = 5.
        const RunReport report = run(database("neptune", {{"replicas", whole(1)}, {"heldGib", 50.0}}).design);
        QCOMPARE(metered(report, "db", "neptune/instance-hours-db.r7g.large"), 2.0);
        QCOMPARE(reading(report.usage, "db", "neptune/storage")->startStock, 50.0);
    }
    void serverlessIsBilledByTheUnit()
    {
        // Nearly idle: the least there is, 2.5 NCUs, 2.5 x 730 h x 0.1608 = 293.46.
        const RunReport report =
            run(database("neptune",
                         {{"capacity", text("serverless")}, {"leastUnits", 2.5}, {"mostUnits", 8.0}}, 1)
                    .design);
        QCOMPARE(metered(report, "db", "neptune/ncu-hours"), 2.5);
        QCOMPARE(limitOf(at(report, "db"), "connections").capacity, 32'768.0);
    }
    void unitsFollowASpikeInBothFaces()
    {
        // From next to nothing to ten times as much for ten minutes, and back: units double and halve on their way, which
        // what they would settle at does not tell.
        Drawing drawing = database("neptune",
                                   {{"capacity", text("serverless")},
                                    {"leastUnits", 1.0},
                                    {"mostUnits", 64.0},
                                    {"writeMillis", 20.0}},
                                   20, 3600);
        TrafficProfile& profile = drawing.scenario().traffic["in"];
        profile.shape = TrafficShape::Spike;
        profile.peakPerSecond = 200;
        profile.peakStartSeconds = 600;
        profile.peakSeconds = 600;
        const double ran = metered(run(drawing.design), "db", "neptune/ncu-hours");
        QVERIFY(near(reading(estimate(drawing.design).usage, "db", "neptune/ncu-hours")->amount, ran,
                     0.02 * ran, "units"));
    }
};

PLIMSOLL_TEST(TstNeptune)
#include "tst_neptune.moc"
