// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
#include "simulator/metrics/batched_histogram.h"
#include "simulator/metrics/freshness.h"
#include "simulator/metrics/node_meter.h"
#include "tests/simulator/instants.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Splits `values` into pieces of drawn lengths, empty ones among them, and hands over each.
template <class Value, class Take>
void inPieces(const std::vector<Value>& values, Take take)
{
    std::uint64_t piece = 0;
    for (std::size_t from = 0; from < values.size();) {
        const std::size_t count = std::min<std::size_t>(mix64(piece++) % 150, values.size() - from);
        take(from, std::span<const Value>{values}.subspan(from, count));
        from += count;
    }
}

/// Values of every magnitude up to 2^62 or so, the ends of the octaves and of what a double holds among them.
std::vector<Duration> durations(int largestBits, std::size_t count)
{
    std::vector<Duration> values;
    for (std::uint64_t n = 0; n < count; ++n) {
        const std::uint64_t bits = mix64(n);
        const auto exponent = static_cast<int>(bits % static_cast<std::uint64_t>(largestBits));
        const std::int64_t low = std::int64_t{1} << exponent;
        const std::int64_t into = static_cast<std::int64_t>(mix64(bits) % static_cast<std::uint64_t>(low));
        values.emplace_back(n % 5 == 0 ? low : n % 5 == 1 ? low - 1 : low + into);
    }
    return values;
}

}  // namespace

/// Figures of whole columns are those of their messages one by one.
class TstColumns final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void histogramsCountColumns_data()
    {
        QTest::addColumn<int>("largestBits");
        QTest::newRow("all fit a double") << 51;
        QTest::newRow("some do not") << 61;
    }
    void histogramsCountColumns()
    {
        QFETCH(int, largestBits);
        const std::vector<Duration> values = durations(largestBits, 20'000);
        BatchedHistogram single, columns;
        for (const Duration value : values)
            single.add(value);
        inPieces(values, [&](std::size_t, std::span<const Duration> piece) { columns.addAll(piece); });
        QVERIFY(static_cast<const Histogram&>(single) == static_cast<const Histogram&>(columns));
        QCOMPARE(columns.batchMeans(), single.batchMeans());
        QVERIFY(!columns.batchMeans().empty());
        for (const double q : {0.1, 0.5, 0.99})
            QCOMPARE(columns.batchQuantiles(q, 8, 1), single.batchQuantiles(q, 8, 1));
    }
    void histogramsCountRepetitions()
    {
        BatchedHistogram single, together;
        for (const std::uint64_t times : {1u, 2u, 7u, 500u, 1200u, 3u}) {
            const Duration value{static_cast<std::int64_t>(times * 1000)};
            for (std::uint64_t n = 0; n < times; ++n)
                single.add(value);
            together.addRepeated(value, times);
        }
        QVERIFY(static_cast<const Histogram&>(single) == static_cast<const Histogram&>(together));
        QCOMPARE(together.batchMeans(), single.batchMeans());
    }
    /// Of 1 to 1000 in order, eight batches of 125: the median of each is its middle, to a range's width (6%).
    void quantilesOfBatchesAreTheirs()
    {
        BatchedHistogram histogram;
        for (int n = 0; n < 1024; ++n)
            histogram.add(Duration{(n + 1) * 1'000'000});
        const std::vector<double> medians = histogram.batchQuantiles(0.5, 8, 1);
        QCOMPARE(medians.size(), std::size_t{8});
        for (std::size_t batch = 0; batch < 8; ++batch) {
            const double middle = 128.0 * static_cast<double>(batch) + 64;
            QVERIFY2(std::abs(medians[batch] / middle - 1) < 0.06,
                     qPrintable(QString::number(medians[batch])));
        }
    }
    /// 3,000 s, so that slots become wider on the way.
    void heldSumsSpreadColumns()
    {
        std::vector<SimTime> from, to;
        for (std::uint64_t n = 0; n < 6'000; ++n) {
            const double begin = static_cast<double>(n) / 2 + toUnit(mix64(n));
            from.push_back(atSecond(begin));
            to.push_back(atSecond(begin + 5 * toUnit(mix64(n + 1'000'000)) * static_cast<double>(n % 3)));
        }
        HeldSums single, columns;
        for (std::size_t n = 0; n < from.size(); ++n)
            single.spread(from[n], to[n], 1);
        inPieces(from, [&](std::size_t first, std::span<const SimTime> piece) {
            columns.spreadEach(piece, std::span<const SimTime>{to}.subspan(first, piece.size()));
        });
        QCOMPARE(columns.means(3'010), single.means(3'010));
    }
    void metersCountColumns()
    {
        std::vector<SimTime> times, done;
        std::vector<Duration> stays;
        for (std::uint64_t n = 0; n < 3'000; ++n) {
            times.push_back(atSecond(static_cast<double>(n) / 50));
            stays.push_back(fromSeconds(30 * toUnit(mix64(n))));
            done.push_back(times.back() + stays.back());
        }
        NodeMeter single{atSecond(100), 0.5, 200}, columns{atSecond(100), 0.5, 200};
        for (std::size_t n = 0; n < times.size(); ++n) {
            single.offered(times[n], 1, false);
            single.completed(done[n], 1, stays[n]);
        }
        inPieces(times, [&](std::size_t first, std::span<const SimTime> piece) {
            if (piece.empty())
                return;
            columns.offeredEach(piece, 0);
            columns.completedEach(std::span<const SimTime>{done}.subspan(first, piece.size()),
                                  std::span<const Duration>{stays}.subspan(first, piece.size()));
        });
        ComponentReport expected, found;
        single.writeTo(expected, 0);
        columns.writeTo(found, 0);
        QCOMPARE(found.counts.completed, expected.counts.completed);
        QCOMPARE(found.counts.offered, expected.counts.offered);
        QVERIFY(!expected.series.empty());
        QCOMPARE(found.series.size(), expected.series.size());
        for (std::size_t at = 0; at < found.series.size(); ++at)
            QCOMPARE(found.series[at].values, expected.series[at].values);
        QCOMPARE(*found.latency.p99, *expected.latency.p99);
    }
    void freshnessCountsColumns()
    {
        std::vector<SimTime> born;
        for (std::uint64_t n = 0; n < 2'000; ++n)
            born.push_back(atSecond(static_cast<double>(n) / 100));
        FreshnessTracker single, columns;
        const auto ends = [](std::span<const SimTime> piece) {
            const auto [first, last] = std::minmax_element(piece.begin(), piece.end());
            return std::pair{*first, *last};
        };
        for (const SimTime t : born)
            single.accepted(t);
        inPieces(born, [&](std::size_t, std::span<const SimTime> piece) {
            if (!piece.empty())
                columns.acceptedEach(piece, ends(piece).first, ends(piece).second);
        });
        QCOMPARE(columns.undelivered(), std::uint64_t{2'000});
        const std::vector<SimTime> some(born.begin(), born.begin() + 700);
        for (const SimTime t : some)
            single.settled(t);
        inPieces(some, [&](std::size_t, std::span<const SimTime> piece) {
            if (!piece.empty())
                columns.settledEach(piece, ends(piece).first, ends(piece).second);
        });
        QCOMPARE(columns.undelivered(), std::uint64_t{1'300});
        QCOMPARE(columns.undeliveredAgeSeconds(atSecond(20)), single.undeliveredAgeSeconds(atSecond(20)));
        QCOMPARE(columns.undeliveredAgeSeconds(atSecond(20)), 13.0);
    }
};

PLIMSOLL_TEST(TstColumns)
#include "tst_columns.moc"
