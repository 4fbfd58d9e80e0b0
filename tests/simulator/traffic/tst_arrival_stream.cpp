// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/arrival_stream.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <array>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Arrivals in each window of `window` seconds.
std::vector<double> counts(ArrivalStream stream, double window, double duration)
{
    std::vector<double> all(static_cast<std::size_t>(duration / window));
    SimTime last = kSimStart;
    for (SimTime at = stream.first(); at != kNever; at = stream.next(at)) {
        if (at < last)
            QTest::qFail("an arrival before the one ahead of it", __FILE__, __LINE__);
        last = at;
        const auto bin = static_cast<std::size_t>(seconds(at.time_since_epoch()) / window);
        if (bin < all.size())
            ++all[bin];
    }
    return all;
}

double meanOf(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

double varianceOf(const std::vector<double>& values)
{
    const double mean = meanOf(values);
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return sum / static_cast<double>(values.size() - 1);
}

ArrivalStream bursty(double rate, double duration, const BurstLaw& law, std::uint64_t seed)
{
    return {RateProfile{rate, duration}, Arrivals::Bursty,
            GapStream{mix64(seed)},      0.5,
            GapStream{mix64(~seed)},     law};
}

}  // namespace

class TstArrivalStream final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void burstsKeepTheMean()
    {
        const BurstLaw law{.factor = 4, .share = 0.1, .seconds = 2};
        // Quiet: (1 - 0.4) / 0.9 = 2/3 of the mean, for 2 x 0.9 / 0.1 = 18 s.
        QVERIFY(near(law.quietFactor(), 2.0 / 3, 1e-12, "quiet factor"));
        QVERIFY(near(law.quietSeconds(), 18, 1e-12, "quiet seconds"));
        const double duration = 200'000;
        const std::vector<double> perWindow = counts(bursty(5, duration, law, 1), 100, duration);
        // Windows of 100 s are 55 relaxation times (1 / (1/2 + 1/18) = 1.8 s) long, so nearly independent.
        const double sigma = std::sqrt(varianceOf(perWindow) / static_cast<double>(perWindow.size()));
        QVERIFY(near(meanOf(perWindow), 500, 4 * sigma, "arrivals in 100 s"));
    }
    void burstsSpreadTheCountsAsTheFormulaSays_data()
    {
        QTest::addColumn<double>("factor");
        QTest::addColumn<double>("window");
        QTest::newRow("short windows") << 4.0 << 1.0;
        QTest::newRow("long windows") << 4.0 << 40.0;
        QTest::newRow("all in bursts") << 10.0 << 10.0;
    }
    void burstsSpreadTheCountsAsTheFormulaSays()
    {
        QFETCH(double, factor);
        QFETCH(double, window);
        // MMPP of two states (Fischer and Meier-Hellstern 1993): with r1 = 1/B and r2 = 1/Q the rates of leaving burst
        // and quiet, Var N(t) / E N(t) = 1 + 2 A - 2 A (1 - e^{-r t}) / (r t), r = r1 + r2,
        // A = r1 r2 (l1 - l2)^2 / (r^2 (l1 r2 + l2 r1)).
        const BurstLaw law{.factor = factor, .share = 0.1, .seconds = 2};
        const double mean = 5, l1 = mean * factor, l2 = mean * law.quietFactor();
        const double r1 = 1 / law.seconds, r2 = 1 / law.quietSeconds(), r = r1 + r2;
        const double a = r1 * r2 * (l1 - l2) * (l1 - l2) / (r * r * (l1 * r2 + l2 * r1));
        const double expected = 1 + 2 * a - 2 * a * (1 - std::exp(-r * window)) / (r * window);
        // Twenty runs give the error of the mean of their indices.
        std::vector<double> indices;
        for (std::uint64_t run = 0; run < 20; ++run) {
            const std::vector<double> each = counts(bursty(mean, 20'000, law, 100 + run), window, 20'000);
            indices.push_back(varianceOf(each) / meanOf(each));
        }
        const double sigma = std::sqrt(varianceOf(indices) / 20);
        // The variance within a run is taken about the run's own mean: a bias of window / 20,000 of it.
        QVERIFY(near(meanOf(indices), expected, 4 * sigma + 0.004 * expected, "index of dispersion"));
        QVERIFY(expected > 1.5);  // and not that of a Poisson process
    }
    void burstsFollowTheShape()
    {
        TrafficProfile ramp;
        ramp.shape = TrafficShape::Ramp;
        ramp.ratePerSecond = 0;
        ramp.endPerSecond = 20;
        const double duration = 20'000;
        std::vector<double> first, second;
        for (std::uint64_t run = 0; run < 16; ++run) {
            const ArrivalStream stream{
                RateProfile{ramp, duration}, Arrivals::Bursty,
                GapStream{mix64(run)},       0.5,
                GapStream{mix64(~run)},      {.factor = 3, .share = 0.2, .seconds = 5}};
            const std::vector<double> halves = counts(stream, duration / 2, duration);
            first.push_back(halves[0]);
            second.push_back(halves[1]);
        }
        // A quarter of 200,000 comes in the first half of the ramp.
        QVERIFY(near(meanOf(first), 50'000, 4 * std::sqrt(varianceOf(first) / 16), "first half"));
        QVERIFY(near(meanOf(second), 150'000, 4 * std::sqrt(varianceOf(second) / 16), "second half"));
    }
    /// Whole columns of them are what one after the other is, also where the rate jumps, slopes or ends.
    void columnsAreWhatComesOneByOne_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<int>("arrivals");
        QTest::newRow("constant") << static_cast<int>(TrafficShape::Constant)
                                  << static_cast<int>(Arrivals::Poisson);
        QTest::newRow("a ramp") << static_cast<int>(TrafficShape::Ramp)
                                << static_cast<int>(Arrivals::Poisson);
        QTest::newRow("regular") << static_cast<int>(TrafficShape::Constant)
                                 << static_cast<int>(Arrivals::Regular);
        QTest::newRow("bursts") << static_cast<int>(TrafficShape::Constant)
                                << static_cast<int>(Arrivals::Bursty);
    }
    void columnsAreWhatComesOneByOne()
    {
        QFETCH(int, shape);
        QFETCH(int, arrivals);
        TrafficProfile profile;
        profile.shape = static_cast<TrafficShape>(shape);
        profile.ratePerSecond = 40;
        profile.endPerSecond = 5;
        TrafficSpike spike;
        spike.startSeconds = 20;
        spike.seconds = 7;
        spike.factor = 3;
        profile.spikes = {spike};
        const auto make = [&] {
            return ArrivalStream{RateProfile{profile, 100}, static_cast<Arrivals>(arrivals), GapStream{1},
                                 0.5, GapStream{2}};
        };
        std::vector<SimTime> one, together;
        ArrivalStream stream = make();
        for (SimTime at = stream.first(); at != kNever; at = stream.next(at))
            one.push_back(at);
        ArrivalStream columns = make();
        SimTime next = columns.first();
        for (SimTime end = kSimStart; next != kNever; end += std::chrono::milliseconds{700}) {
            for (std::array<SimTime, 5> times; next < end;) {
                const std::size_t count = columns.column(next, end, times);
                together.insert(together.end(), times.begin(),
                                times.begin() + static_cast<std::ptrdiff_t>(count));
            }
        }
        QVERIFY(one.size() > 1'000);
        QVERIFY(together == one);
    }
    void aShareOfOneIsNoBurst()
    {
        const std::vector<double> all =
            counts(bursty(5, 20'000, {.factor = 1, .share = 1, .seconds = 2}, 3), 20'000, 20'000);
        QVERIFY(near(all[0], 100'000, 4 * std::sqrt(100'000.0), "arrivals"));
    }
};

PLIMSOLL_TEST(TstArrivalStream)
#include "tst_arrival_stream.moc"
