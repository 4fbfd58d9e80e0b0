// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstFeatureStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unitsByHand()
    {
        // 10 writes a second of 1,500 B: 2 units each; 10 reads of it: one unit of 4 KB.
        Drawing drawing = regular(10, 1500, 60);
        drawing.place("feature-store", "store").connect("in", "store");
        const RunReport written = run(drawing.design);
        QCOMPARE(metered(written, "store", "feature-store/write-units"),
                 2 * number(at(written, "store").counts.accepted));
        Drawing reads = regular(10, 1500, 60);
        reads.place("feature-store", "store").connect("in", "store", {{"operation", text("read")}});
        const RunReport read = run(reads.design);
        QCOMPARE(metered(read, "store", "feature-store/read-units"),
                 number(at(read, "store").counts.accepted));
    }
    void oneRecordHasAQuotaOfItsOwn()
    {
        // 1,000 writes a second of one key: 500 are taken, and those of the first second's depth.
        Drawing drawing = regular(1000, 500, 60, {{"keys", whole(1)}});
        drawing.place("feature-store", "store").connect("in", "store");
        const ComponentReport& store = at(run(drawing.design), "store");
        QVERIFY(near(number(store.counts.accepted), 500 * 61, 600, "taken"));
        QVERIFY(limitOf(store, "record").utilisation > 1.9);
    }
    void everyRecordGoesOffline()
    {
        Drawing drawing = regular(10, 1500, 60);
        drawing.place("feature-store", "store").place("s3", "offline");
        drawing.connect("in", "store").connect("store", "offline");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "offline").counts.completed), 600, 15, "objects"));
    }
};

PLIMSOLL_TEST(TstFeatureStore)
#include "tst_feature_store.moc"
