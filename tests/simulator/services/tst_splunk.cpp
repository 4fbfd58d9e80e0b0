// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Splunk behind a delivery stream.
class TstSplunk final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSlowCollectorIsTriedAgain()
    {
        // 1 MiB/s: a delivery of 5 MiB every 5 s. One at a time of exactly 20 s and no place to wait: of four deliveries one
        // is taken at once and three are refused, tried after 1, 2, 4, 8, 16 s, and given up 10 s after they were due.
        const RunReport report =
            run(regular(16, 65'536, 400)
                    .place("data-firehose", "delivery", {{"endpointRetrySeconds", whole(10)}})
                    .place("splunk", "logs",
                           {{"workers", whole(1)},
                            {"requestMillis", 20'000.0},
                            {"requestP99Millis", 20'000.0},
                            {"waitingPlaces", whole(0)}})
                    .connect("in", "delivery")
                    .connect("delivery", "logs")
                    .design);
        // It is never idle for long: 400 s hold at most 20 of them, each of 80 records.
        const ComponentReport& logs = at(report, "logs");
        QVERIFY(near(number(logs.counts.completed), 18 * 80, 2 * 80, "records"));
        QVERIFY(report.totals.lost > 0);
        QCOMPARE(report.totals.born, report.totals.done + report.totals.lost + report.totals.inFlight);
    }
};

PLIMSOLL_TEST(TstSplunk)
#include "tst_splunk.moc"
