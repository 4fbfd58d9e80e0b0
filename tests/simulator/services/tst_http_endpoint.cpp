// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// An address that takes so much and refuses the rest.
class TstHttpEndpoint final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatFindsNoPlace()
    {
        // 2 at once of exactly 500 ms are 4 a second; of 10 a second 6 find no place, but for the first 5.
        const RunReport report = run(regular(10, 1000, 100)
                                         .place("sns", "topic", {{"deliveryMillis", 0.0}})
                                         .place("http-endpoint", "shop",
                                                {{"workers", whole(2)},
                                                 {"requestMillis", 500.0},
                                                 {"requestP99Millis", 500.0},
                                                 {"waitingPlaces", whole(5)}})
                                         .connect("in", "topic")
                                         .connect("topic", "shop", {{"maximumRetryAttempts", whole(0)}})
                                         .design);
        const Counts& counts = at(report, "shop").counts;
        QVERIFY(near(number(counts.completed), 4 * 100, 8, "completed"));
        QVERIFY(near(number(counts.offered), 10 * 100, 5, "offered"));
        QCOMPARE(counts.offered, counts.accepted + counts.throttled + counts.rejected);
        QVERIFY(near(limitOf(at(report, "shop"), "workers").mean, 2, 0.05, "in work"));
    }
    void aDeliveryIsOneRequest()
    {
        // Every 10 s some 100 records together, in one request of 100 ms: one of the ten workers is busy 1% of the time.
        const RunReport report =
            run(regular(10, 1000, 305)
                    .place("data-firehose", "delivery", {{"bufferSeconds", whole(10)}})
                    .place("http-endpoint", "shop", {{"requestMillis", 100.0}, {"requestP99Millis", 100.0}})
                    .connect("in", "delivery")
                    .connect("delivery", "shop")
                    .design);
        QVERIFY(near(limitOf(at(report, "shop"), "workers").mean, 0.01, 0.002, "in work"));
    }
};

PLIMSOLL_TEST(TstHttpEndpoint)
#include "tst_http_endpoint.moc"
