// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing stream(double rate, std::int64_t bytes, ParameterValue shards, ParameterMap source = {},
               double seconds = 60)
{
    source["recordSizeBytes"] = bytes;
    Drawing drawing{seconds};
    drawing.source("in", rate, std::move(source))
        .place("kinesis-data-streams", "orders",
               {{"mode", std::string{"provisioned"}}, {"shards", std::move(shards)}})
        .connect("in", "orders");
    return drawing;
}

const Sizing& shardSizing(const FlowReport& flow)
{
    static const Sizing none;
    const FlowComponent* orders = findComponent(flow, "orders");
    for (const Sizing& sizing : orders->sizing) {
        if (sizing.parameter == "shards")
            return sizing;
    }
    return none;
}

}  // namespace

/// The figures everyone checks first: shards needed, what a hot key refuses, the bill's inputs.
class TstReferenceCase final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sizesShards_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<double>("recommended");
        QTest::addColumn<QString>("binding");
        // 3000 / 1000 = 3 by records; 3000 KiB / 1024 = 2.93 -> 3 by bytes; at 80%: ceil(3.75) = 4.
        QTest::newRow("3000/s of 1 KB") << 3000.0 << 1024 << 3.0 << 4.0 << "records";
        // 2400 x 2 KiB = 4800 KiB/s / 1024 = 4.69 -> 5; at 80%: 5.86 -> 6.
        QTest::newRow("2400/s of 2 KB") << 2400.0 << 2048 << 5.0 << 6.0 << "bytes";
        // 2.4 -> 3 by records; 480 KB/s -> 1 by bytes.
        QTest::newRow("2400/s of 200 B") << 2400.0 << 200 << 3.0 << 3.0 << "records";
        QTest::newRow("one below a boundary") << 1999.0 << 100 << 2.0 << 3.0 << "records";
        QTest::newRow("at a boundary") << 2000.0 << 100 << 2.0 << 3.0 << "records";
        QTest::newRow("one above it") << 2001.0 << 100 << 3.0 << 3.0 << "records";
    }
    void sizesShards()
    {
        QFETCH(double, rate);
        QFETCH(int, bytes);
        QFETCH(double, minimum);
        QFETCH(double, recommended);
        QFETCH(QString, binding);
        const FlowReport flow = estimate(stream(rate, bytes, std::int64_t{3}).design);
        const Sizing& sizing = shardSizing(flow);
        QCOMPARE(sizing.minimum, minimum);
        QCOMPARE(sizing.recommended, recommended);
        QCOMPARE(QString::fromStdString(sizing.binding), binding);
        QVERIFY(!sizing.minimumDerivation.inputs.empty());
        QVERIFY(!sizing.minimumDerivation.inputs.front().inputs.back().source.empty());
    }
    void saysWhenThereIsNoHeadRoom()
    {
        const FlowReport flow = estimate(stream(3000, 1024, std::int64_t{3}).design);
        QVERIFY(QString::fromStdString(shardSizing(flow).text)
                    .startsWith("3 minimum, no head-room; 4 recommended at 80%"));
    }
    void autoShardsAreSizedAndRecorded()
    {
        const RunReport report = run(stream(3000, 1024, Auto{}).design);
        QCOMPARE(report.provenance.sizedParameters.size(), std::size_t{1});
        QCOMPARE(report.provenance.sizedParameters.front().first, std::string{"orders.shards"});
        QCOMPARE(report.provenance.sizedParameters.front().second, std::string{"4 (auto)"});
        QCOMPARE(at(report, "orders").counts.throttled, std::uint64_t{0});
    }
    void hotKeyRefusesWhateverTheShards_data()
    {
        QTest::addColumn<int>("shards");
        QTest::addColumn<double>("refusedPerSecond");
        // 30% of 10,000/s on one key: 3,000/s there, plus an even share of 7,000/s, against 1,000/s.
        QTest::newRow("10") << 10 << 2700.0;
        QTest::newRow("20") << 20 << 2350.0;
        QTest::newRow("40") << 40 << 2175.0;
    }
    void hotKeyRefusesWhateverTheShards()
    {
        QFETCH(int, shards);
        QFETCH(double, refusedPerSecond);
        const Design design = stream(10'000, 512, std::int64_t{shards},
                                     {{"hotKeyShare", 0.3}, {"keys", std::int64_t{1'000'000}}}, 120)
                                  .design;
        const RunReport report = run(design, 3);
        const Counts& counts = at(report, "orders").counts;
        // The first second's credit lets 1,000 records through once.
        const double refused = static_cast<double>(counts.throttled) / 120;
        QVERIFY(near(refused, refusedPerSecond, 0.02 * refusedPerSecond, "refused per second"));
        const bool found = std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& f) {
            return f.id == "hot-key"
                   && f.text.english().find("more shards cannot carry it") != std::string::npos
                   && f.remedy.english().find("Split the key") != std::string::npos;
        });
        QVERIFY(found);
        QVERIFY(near(findComponent(estimate(design), "orders")->refused.recordsPerSecond, refusedPerSecond,
                     0.01 * refusedPerSecond, "refused in the flow"));
    }
    void throttlesAboveTheRecordQuota_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("shards");
        QTest::addColumn<double>("throttledPerSecond");
        QTest::newRow("below") << 999.0 << 1 << 0.0;
        QTest::newRow("at") << 1000.0 << 1 << 0.0;
        QTest::newRow("above") << 1500.0 << 1 << 500.0;
    }
    void throttlesAboveTheRecordQuota()
    {
        QFETCH(double, rate);
        QFETCH(int, shards);
        QFETCH(double, throttledPerSecond);
        Drawing drawing = stream(rate, 100, std::int64_t{shards});
        drawing.scenario().traffic["in"].arrivals = Arrivals::Regular;
        const RunReport report = run(drawing.design);
        // The first second's credit decides once: 1,000 records over the whole minute.
        const double expected = std::max(0.0, 60 * throttledPerSecond - 1000);
        QVERIFY(near(static_cast<double>(at(report, "orders").counts.throttled), expected, 2, "throttled"));
    }
    void poissonAtTheQuotaRefusesAFewHundredths()
    {
        // rho = 1 with one second's depth: about 0.1% or less, not the 1.26% of fixed one-second windows.
        const RunReport report = run(stream(3000, 1000, std::int64_t{3}, {}, 600).design, 5);
        const Counts& counts = at(report, "orders").counts;
        const double share = static_cast<double>(counts.throttled) / static_cast<double>(counts.offered);
        QVERIFY2(share > 0 && share < 0.005, qPrintable(QString::number(share)));
    }
    void anUnrelatedComponentChangesNothing()
    {
        Drawing alone = stream(2500, 1024, std::int64_t{3});
        Drawing joined = stream(2500, 1024, std::int64_t{3});
        joined.source("aaa-other", 700)
            .place("custom-server", "bbb-other", {{"servers", std::int64_t{20}}})
            .connect("aaa-other", "bbb-other");
        const RunReport a = run(alone.design, 9);
        const RunReport b = run(joined.design, 9);
        QCOMPARE(at(a, "orders").counts.offered, at(b, "orders").counts.offered);
        QCOMPARE(at(a, "orders").counts.throttled, at(b, "orders").counts.throttled);
        QCOMPARE(a.sinks.front().histogram, [&] {
            for (const SinkReport& sink : b.sinks) {
                if (sink.component == "orders")
                    return sink.histogram;
            }
            return Histogram{};
        }());
    }
    void sameSeedSameResultOnAnyThreadCount()
    {
        const Design design = stream(3500, 1024, std::int64_t{3}).design;
        const RunReport one = run(design, 21, 4, 1);
        const RunReport two = run(design, 21, 4, 2);
        QCOMPARE(one.sinks.front().histogram, two.sinks.front().histogram);
        QCOMPARE(one.provenance.events, two.provenance.events);
        QCOMPARE(*one.sinks.front().delay.meanHalfWidth, *two.sinks.front().delay.meanHalfWidth);
        QCOMPARE(at(one, "orders").counts.throttled, at(two, "orders").counts.throttled);
        const RunReport other = run(design, 22, 1, 1);
        QVERIFY(at(other, "orders").counts.offered != at(one, "orders").counts.offered);
    }
};

PLIMSOLL_TEST(TstReferenceCase)
#include "tst_reference_case.moc"
