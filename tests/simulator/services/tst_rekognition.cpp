// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstRekognition : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsAPictureForEachOperation()
    {
        // 2 requests a second of 3 operations for 600 s: 3,600 pictures. A month of them is 15,768,000 at $0.001 for the first
        // million, $0.0008 for four more, $0.0006 beyond: $1,000 + $3,200 + $6,460.80.
        Drawing drawing = regular(2, 200'000, 600);
        drawing
            .place("rekognition", "look",
                   {{"operationsPerPicture", whole(3)}, {"operations", text("group1")}})
            .connect("in", "look");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "look", "rekognition/images-group1"),
                 3 * number(at(report, "look").counts.accepted));
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse("10660.8"));
    }
    void operationsTakeOfTheQuota()
    {
        // 30 requests a second of 2 operations, 50 of them a second: 25 requests, and those of the first second's depth.
        Drawing drawing = regular(30, 1000, 600);
        drawing.place("rekognition", "look", {{"operationsPerPicture", whole(2)}}).connect("in", "look");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "look").counts.accepted), 600 * 25 + 25, 3, "taken"));
        QVERIFY(near(findComponent(estimate(drawing.design), "look")->accepted.messagesPerSecond, 25, 0.01,
                     "estimate"));
    }
};

PLIMSOLL_TEST(TstRekognition)
#include "tst_rekognition.moc"
