// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/random.h"
#include "simulator/traffic/rate_profile.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

TrafficProfile profile(TrafficShape shape)
{
    TrafficProfile profile;
    profile.shape = shape;
    profile.ratePerSecond = 100;
    profile.endPerSecond = 300;
    profile.peakPerSecond = shape == TrafficShape::Spike ? 1000 : 180;
    profile.peakStartSeconds = 20;
    profile.peakSeconds = 10;
    profile.peakHour = 14;
    return profile;
}

constexpr double kPi = 3.14159265358979323846;

}  // namespace

class TstRateProfile final : public QObject {
    Q_OBJECT
private slots:
    void expectedVolume_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<double>("duration");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<double>("records");
        const int constant = static_cast<int>(TrafficShape::Constant),
                  ramp = static_cast<int>(TrafficShape::Ramp), spike = static_cast<int>(TrafficShape::Spike),
                  diurnal = static_cast<int>(TrafficShape::Diurnal);
        QTest::newRow("constant") << constant << 60.0 << 0.0 << 60.0 << 6000.0;
        QTest::newRow("constant, a part") << constant << 60.0 << 10.5 << 11.0 << 50.0;
        QTest::newRow("constant, beyond the end") << constant << 60.0 << 50.0 << 100.0 << 1000.0;
        QTest::newRow("nothing before the start") << constant << 60.0 << -10.0 << 1.0 << 100.0;
        // From 100 to 300 over 60 s: mean 200.
        QTest::newRow("ramp") << ramp << 60.0 << 0.0 << 60.0 << 12000.0;
        // First half: from 100 to 200, mean 150 x 30 s.
        QTest::newRow("ramp, first half") << ramp << 60.0 << 0.0 << 30.0 << 4500.0;
        // 20 s x 100 + 10 s x 1000 + 30 s x 100
        QTest::newRow("spike") << spike << 60.0 << 0.0 << 60.0 << 15000.0;
        QTest::newRow("spike, over its edge") << spike << 60.0 << 19.0 << 21.0 << 1100.0;
        QTest::newRow("spike cut off by the end") << spike << 25.0 << 0.0 << 25.0 << 7000.0;
        QTest::newRow("spike after the end") << spike << 15.0 << 0.0 << 15.0 << 1500.0;
        // A whole day of mean 100 + 80 cos: the cosine adds nothing.
        QTest::newRow("diurnal day") << diurnal << 86400.0 << 0.0 << 86400.0 << 8640000.0;
        // Six hours either side of the peak: 43,200 x (100 + 80 x 2 / pi); chords of 5 minutes lose 40 parts per million.
        QTest::newRow("diurnal, around the peak")
            << diurnal << 86400.0 << 8 * 3600.0 << 20 * 3600.0 << 43200 * (100 + 80 * 2 / kPi);
    }
    void expectedVolume()
    {
        QFETCH(int, shape);
        QFETCH(double, duration);
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(double, records);
        const RateProfile rates{profile(static_cast<TrafficShape>(shape)), duration};
        QVERIFY(near(rates.expected(from, to), records, 1e-4 * records, "records"));
    }
    void ratesAtAnInstant()
    {
        const RateProfile ramp{profile(TrafficShape::Ramp), 60};
        QCOMPARE(ramp.rateAt(15), 150.0);
        QCOMPARE(ramp.peak(), 300.0);
        QCOMPARE(ramp.mean(), 200.0);
        const RateProfile spike{profile(TrafficShape::Spike), 60};
        QCOMPARE(spike.rateAt(19.999), 100.0);
        QCOMPARE(spike.rateAt(20), 1000.0);
        QCOMPARE(spike.rateAt(30), 100.0);
        QCOMPARE(spike.rateAt(61), 0.0);
        QCOMPARE(spike.peak(), 1000.0);
        const RateProfile day{profile(TrafficShape::Diurnal), 86400};
        QVERIFY(near(day.rateAt(14 * 3600), 180, 1e-6, "at the peak"));
        QVERIFY(near(day.rateAt(2 * 3600), 20, 1e-6, "twelve hours off"));
        QVERIFY(near(day.rateAt(8 * 3600), 100, 1e-6, "six hours off"));
    }
    void aCurveNeverGoesBelowZero()
    {
        TrafficProfile deep = profile(TrafficShape::Diurnal);
        deep.peakPerSecond = 500;  // 100 - 400 at night
        const RateProfile day{deep, 86400};
        for (double second = 0; second < 86400; second += 600)
            QVERIFY(day.rateAt(second) >= 0);
    }
    void afterInvertsTheVolume_data()
    {
        QTest::addColumn<int>("shape");
        QTest::newRow("constant") << static_cast<int>(TrafficShape::Constant);
        QTest::newRow("ramp") << static_cast<int>(TrafficShape::Ramp);
        QTest::newRow("spike") << static_cast<int>(TrafficShape::Spike);
        QTest::newRow("diurnal") << static_cast<int>(TrafficShape::Diurnal);
    }
    void afterInvertsTheVolume()
    {
        QFETCH(int, shape);
        const double duration = shape == static_cast<int>(TrafficShape::Diurnal) ? 7200 : 60;
        const RateProfile rates{profile(static_cast<TrafficShape>(shape)), duration};
        SimTime now = kSimStart;
        double wanted = 0;
        std::uint64_t arrivals = 0;
        for (std::uint64_t n = 0;; ++n) {
            const double gap = 3 * toUnit(mix64(n));
            const SimTime next = rates.after(now, gap);
            if (next == kNever) {
                QVERIFY(wanted + gap > rates.expected(0, duration) - 1e-4);
                break;
            }
            QVERIFY(next >= now);
            wanted += gap;
            // Each instant is rounded to a nanosecond, so the error grows by up to 0.5 ns x the rate each time.
            QVERIFY(std::abs(rates.expected(0, seconds(next.time_since_epoch())) - wanted)
                    < 1e-5 + 1e-6 * static_cast<double>(n));
            now = next;
            ++arrivals;
        }
        QVERIFY(arrivals > 1000);
    }
    void aSilentStretchIsSkipped()
    {
        TrafficProfile late = profile(TrafficShape::Spike);
        late.ratePerSecond = 0;
        const RateProfile rates{late, 60};
        QVERIFY(near(seconds(rates.after(kSimStart, 1).time_since_epoch()), 20.001, 1e-8, "first arrival"));
        QVERIFY(rates.after(SimTime{std::chrono::seconds{30}}, 0.001) == kNever);
        QVERIFY(RateProfile(0, 60).after(kSimStart, 1) == kNever);
    }
    void arrivalsOfARunMatch_data() { afterInvertsTheVolume_data(); }
    void arrivalsOfARunMatch()
    {
        QFETCH(int, shape);
        for (const Arrivals arrivals : {Arrivals::Poisson, Arrivals::Regular}) {
            Drawing drawing{shape == static_cast<int>(TrafficShape::Diurnal) ? 3600.0 : 60.0};
            drawing.source("in", 100);
            drawing.scenario().traffic["in"] = profile(static_cast<TrafficShape>(shape));
            drawing.scenario().traffic["in"].arrivals = arrivals;
            const double expected =
                RateProfile{drawing.scenario().traffic["in"], drawing.scenario().durationSeconds}.expected(
                    0, drawing.scenario().durationSeconds);
            const auto arrived = static_cast<double>(at(run(drawing.design, 5), "in").counts.offered);
            // Poisson: n +- 4 sqrt(n). Regular: all of them, but for the drawn phase.
            QVERIFY(near(arrived, expected, arrivals == Arrivals::Poisson ? 4 * std::sqrt(expected) : 1.01,
                         "arrivals"));
        }
    }
};

PLIMSOLL_TEST(TstRateProfile)
#include "tst_rate_profile.moc"
