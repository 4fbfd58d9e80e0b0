// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// A golden scenario, worked by hand.
class TstDocumentdb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsWhatWasWorkedOutByHand()
    {
        // Two db.r6g.large, 50 GiB, 20 writes a second of 2 operations for 600 s, us-east-1:
        //   instances 2 x 730 h x 0.26315 = 384.20, storage 50 x 0.10 = 5, operations 40/s x 2,628,000 s x 0.2 / 1e6 = 21.02
        const RunReport report =
            run(database("documentdb", {{"replicas", whole(1)}, {"heldGib", 50.0}}, 20, 600).design);
        QCOMPARE(metered(report, "db", "documentdb/instance-hours-db.r6g.large"), 2.0);
        QVERIFY(near(metered(report, "db", "documentdb/io-requests"), 24'000, 880, "operations"));
        QCOMPARE(reading(report.usage, "db", "documentdb/storage")->startStock, 50.0);
    }
    void connectionsFollowFromTheClass()
    {
        for (const auto& [instance, connections] :
             {std::pair{"db.t4g.medium", 1000.0}, {"db.r6g.large", 3400.0}, {"db.r6g.4xlarge", 28'400.0}}) {
            const RunReport report =
                run(database("documentdb", {{"instanceClass", text(instance)}}, 20, 10).design);
            QCOMPARE(limitOf(at(report, "db"), "connections").capacity, connections);
        }
    }
};

PLIMSOLL_TEST(TstDocumentdb)
#include "tst_documentdb.moc"
