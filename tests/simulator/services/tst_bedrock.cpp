// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/bill.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstBedrock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsTokensInAndOut()
    {
        // 2 requests a second, 1,000 tokens in and 200 out. A month: 5,256,000 requests, 5.256e9 x $0.00000006 = $315.36 and
        // 1.0512e9 x $0.00000024 = $252.288.
        Drawing drawing = regular(2, 4000, 600);
        drawing.place("bedrock", "model").connect("in", "model");
        const RunReport report = run(drawing.design);
        const double requests = number(at(report, "model").counts.accepted);
        QCOMPARE(metered(report, "model", "bedrock/input-tokens-nova-lite"), 1000 * requests);
        QCOMPARE(metered(report, "model", "bedrock/output-tokens-nova-lite"), 200 * requests);
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        const Result<Bill> bill =
            priceMonth({{estimate(drawing.design).usage, 0}}, *book, library().catalog(), drawing.design, {});
        QCOMPARE(bill->total, *Money::parse("567.648"));
    }
    void answersTakeAsLongAsTheirTokens()
    {
        // 300 ms before the first of 200 tokens of 8 ms: 1.9 s.
        Drawing drawing = regular(2, 4000, 600);
        drawing.place("bedrock", "model", {{"answerMillis", 300.0}, {"answerP99Millis", 300.0}})
            .connect("in", "model");
        QVERIFY(near(*at(run(drawing.design), "model").latency.mean, 1900, 1, "ms"));
        QVERIFY(near(findComponent(estimate(drawing.design), "model")->serviceMillis, 1900, 1, "estimate"));
    }
    void tokensAreTheQuota()
    {
        // 1,200 tokens each of 6,000 a second: 5 requests a second of 10, and those of the first second's depth.
        Drawing drawing = regular(10, 4000, 600);
        drawing.place("bedrock", "model", {{"quotaPerSecond", 6000.0}}).connect("in", "model");
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "model").counts.accepted), 600 * 5 + 5, 2, "taken"));
        QVERIFY(near(limitOf(at(report, "model"), "quota").utilisation, 2, 0.01, "asked for"));
    }
    void anEmbeddingHasNoTokensOut()
    {
        Drawing drawing = regular(2, 4000, 600);
        drawing.place("bedrock", "model", {{"model", text("titan-embeddings-v2")}}).connect("in", "model");
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "model", "bedrock/input-tokens-titan-embeddings-v2"),
                 1000 * number(at(report, "model").counts.accepted));
        QVERIFY(*at(report, "model").latency.mean < 500);
    }
};

PLIMSOLL_TEST(TstBedrock)
#include "tst_bedrock.moc"
