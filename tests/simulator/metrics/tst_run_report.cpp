// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/node_meter.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

class TstRunReport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tooFewSamplesHaveNoPercentile_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<bool>("p95");
        QTest::addColumn<bool>("p99");
        QTest::addColumn<bool>("p999");
        QTest::newRow("71") << 71 << false << false << false;
        QTest::newRow("72") << 72 << true << false << false;
        QTest::newRow("367") << 367 << true << false << false;
        QTest::newRow("368") << 368 << true << true << false;
        QTest::newRow("3687") << 3687 << true << true << false;
        QTest::newRow("3688") << 3688 << true << true << true;
    }
    void tooFewSamplesHaveNoPercentile()
    {
        QFETCH(int, samples);
        QFETCH(bool, p95);
        QFETCH(bool, p99);
        QFETCH(bool, p999);
        Histogram histogram;
        histogram.add(std::chrono::milliseconds{10}, static_cast<std::uint64_t>(samples));
        const LatencySummary summary = summarise(histogram);
        QCOMPARE(summary.p95.has_value(), p95);
        QCOMPARE(summary.p99.has_value(), p99);
        QCOMPARE(summary.p999.has_value(), p999);
        QCOMPARE(*summary.mean, 10.0);
        QCOMPARE(*summary.max, 10.0);
    }
    void noSamplesHaveNoFigures()
    {
        const LatencySummary summary = summarise(Histogram{});
        QCOMPARE(summary.samples, std::uint64_t{0});
        QVERIFY(!summary.mean && !summary.p50 && !summary.p90 && !summary.p95 && !summary.p99 && !summary.p999
                && !summary.max);
    }
    void whatEndsAfterTheRunIsInFlight()
    {
        NodeMeter meter{SimTime{std::chrono::seconds{10}}, 1, 11};
        meter.offered(SimTime{std::chrono::seconds{9}}, 3, false);
        meter.accepted(3);
        meter.completed(SimTime{std::chrono::seconds{10}}, 1,
                        std::chrono::seconds{1});  // at the very end: it counts
        meter.completed(SimTime{std::chrono::seconds{10}} + Duration{1}, 1, std::chrono::seconds{1});
        meter.failed(SimTime{std::chrono::seconds{11}}, 1);
        ComponentReport report;
        meter.writeTo(report, 0);
        QCOMPARE(report.counts.completed, std::uint64_t{1});
        QCOMPARE(report.counts.failed, std::uint64_t{0});
        QCOMPARE(report.counts.inFlight, std::uint64_t{2});
        QCOMPARE(report.latency.samples, std::uint64_t{1});
    }
    void seriesArePerSecondInTheirBins()
    {
        NodeMeter meter{SimTime{std::chrono::seconds{60}}, 5, 13};
        for (int n = 0; n < 60; ++n)
            meter.offered(SimTime{std::chrono::seconds{n}}, n < 30 ? 2 : 4, false);
        ComponentReport report;
        meter.writeTo(report, 0);
        QCOMPARE(report.series.front().name, std::string{"offered"});
        QCOMPARE(report.series.front().binSeconds, 5.0);
        QCOMPARE(report.series.front().values[0], 2.0);
        QCOMPARE(report.series.front().values[11], 4.0);
        QCOMPARE(report.series.front().values[12], 0.0);
    }
    void ratesKeepTheirHighestSecond()
    {
        RateUse use;
        use.add(SimTime{std::chrono::milliseconds{100}}, 3);
        use.add(SimTime{std::chrono::milliseconds{999}}, 4);
        use.add(SimTime{std::chrono::milliseconds{1000}}, 5);
        QCOMPARE(use.peak(), 7.0);
        QCOMPARE(use.total(), 12.0);
        use.add(SimTime{std::chrono::milliseconds{1500}}, 5);
        QCOMPARE(use.peak(), 10.0);  // the running second counts too
    }
    void heldQuantitiesIntegrateOverTime()
    {
        HeldUse use;
        use.set(SimTime{std::chrono::seconds{2}}, 4);
        use.set(SimTime{std::chrono::seconds{5}}, 1);
        // 0 for 2 s, 4 for 3 s, 1 for 5 s
        QCOMPARE(use.integralUntil(SimTime{std::chrono::seconds{10}}), 17.0);
        QCOMPARE(use.peak(), 4.0);
    }
};

PLIMSOLL_TEST(TstRunReport)
#include "tst_run_report.moc"
