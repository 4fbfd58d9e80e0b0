// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"
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
    profile.levels = {{15, 300}, {30, 0}, {40, 150}};
    return profile;
}

/// A diurnal month with weekends and four spikes of ten minutes.
TrafficProfile monthOfSpikes()
{
    TrafficProfile month = profile(TrafficShape::Diurnal);
    month.weekendFactor = 0.6;
    for (const int day : {3, 9, 17, 24})
        month.spikes.push_back(
            {.startSeconds = day * 86'400.0 + 36'000, .seconds = 600, .factor = 2.5, .peakPerSecond = {}});
    return month;
}

bool lastsDays(int shape)
{
    return shape == static_cast<int>(TrafficShape::Diurnal)
           || shape == static_cast<int>(TrafficShape::Weekly);
}

constexpr double kPi = 3.14159265358979323846;

}  // namespace

class TstRateProfile final : public QObject {
    Q_OBJECT
private Q_SLOTS:
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
        QTest::newRow("step") << static_cast<int>(TrafficShape::Step);
        QTest::newRow("weekly") << static_cast<int>(TrafficShape::Weekly);
    }
    void afterInvertsTheVolume()
    {
        QFETCH(int, shape);
        const double duration = lastsDays(shape) ? 7200 : 60;
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
            Drawing drawing{lastsDays(shape) ? 3600.0 : 60.0};
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
    void levelsHoldUntilTheNext()
    {
        TrafficProfile steps = profile(TrafficShape::Step);
        steps.levels = {{10, 200}, {20, 0}, {30, 50}};
        const RateProfile rates{steps, 60};
        QCOMPARE(rates.rateAt(0), 100.0);
        QCOMPARE(rates.rateAt(9.999), 100.0);
        QCOMPARE(rates.rateAt(10), 200.0);
        QCOMPARE(rates.rateAt(25), 0.0);
        QCOMPARE(rates.rateAt(59), 50.0);
        // 10 x 100 + 10 x 200 + 10 x 0 + 30 x 50
        QCOMPARE(rates.expected(0, 60), 4500.0);
        // Levels out of order and beyond the end do no harm: what is late counts from where the last one stood.
        steps.levels = {{20, 200}, {10, 300}, {100, 1e9}};
        QCOMPARE((RateProfile{steps, 60}.expected(0, 60)), 20 * 100.0 + 40 * 300);
    }
    void aWeekKnowsItsWeekend()
    {
        TrafficProfile week = profile(TrafficShape::Weekly);
        const double day = 86'400;
        const RateProfile rates{week, 7 * day};
        // Five whole days of mean 100, two of half of it.
        QVERIFY(near(rates.expected(0, 7 * day), (5 + 2 * 0.5) * 100 * day, 100, "records of a week"));
        QVERIFY(near(rates.rateAt(14 * 3600), 180, 1e-6, "Monday's peak"));
        QVERIFY(near(rates.rateAt(5 * day + 14 * 3600), 90, 1e-6, "Saturday's peak"));
        week.firstDay = Weekday::Sunday;
        QVERIFY(near(RateProfile(week, 7 * day).rateAt(14 * 3600), 90, 1e-6, "Sunday's peak"));
        QVERIFY(near(RateProfile(week, 7 * day).rateAt(day + 14 * 3600), 180, 1e-6, "then Monday's"));
        // Without a peak the days are flat; a factor may be given to any shape.
        week.peakPerSecond = 0;
        week.firstDay = Weekday::Friday;
        week.weekendFactor = 0.25;
        QCOMPARE((RateProfile{week, 2 * day}.expected(0, 2 * day)), 100 * day + 25 * day);
        TrafficProfile flat = profile(TrafficShape::Constant);
        flat.weekendFactor = 3;
        QCOMPARE((RateProfile{flat, 7 * day}.expected(0, 7 * day)), (5 + 2 * 3) * 100 * day);
    }
    void spikesMultiplyOrReplace()
    {
        TrafficProfile shape = profile(TrafficShape::Ramp);  // 100 + (200 / 60) t
        shape.spikes.push_back({.startSeconds = 15, .seconds = 15, .factor = 2, .peakPerSecond = {}});
        shape.spikes.push_back({.startSeconds = 45, .seconds = 5, .factor = {}, .peakPerSecond = 40});
        const RateProfile rates{shape, 60};
        QVERIFY(near(rates.rateAt(14.999), 150, 0.01, "before"));
        QVERIFY(near(rates.rateAt(15), 300, 1e-9, "double"));
        QVERIFY(near(rates.rateAt(29.999), 400, 0.01, "still sloped"));
        QCOMPARE(rates.rateAt(47), 40.0);
        // 12,000 + once more the ramp in [15, 30): mean 175 x 15; - in [45, 50) (mean 100 + 158.33) x 5 + 40 x 5
        QVERIFY(near(rates.expected(0, 60), 12000 + 175 * 15 - (100 + 200.0 / 60 * 47.5) * 5 + 200, 1e-6,
                     "records"));
    }
    void spikesAndPausesRepeat()
    {
        TrafficProfile shape = profile(TrafficShape::Constant);
        shape.spikes.push_back(
            {.startSeconds = 10, .seconds = 10, .factor = 3, .peakPerSecond = {}, .everySeconds = 100});
        shape.pauses.push_back({.startSeconds = 15, .seconds = 10, .everySeconds = 200});
        const RateProfile rates{shape, 1000};
        // Ten spikes of 10 s add 200/s each; five pauses take 5 s of a spike (300/s) and 5 s of the plain 100/s.
        QVERIFY(near(rates.expected(0, 1000), 100'000 + 10 * 10 * 200 - 5 * (5 * 300 + 5 * 100), 1e-6,
                     "records"));
        QCOMPARE(rates.rateAt(912), 300.0);
        QCOMPARE(rates.rateAt(816), 0.0);
        QCOMPARE(rates.rateAt(916), 300.0);
        QCOMPARE(rates.rateAt(925), 100.0);
        // A load multiplies what comes out.
        shape.load = 2.4;
        QVERIFY(
            near(RateProfile(shape, 1000).expected(0, 1000), 2.4 * rates.expected(0, 1000), 1e-6, "load"));
    }
    void whereSpikesOverlapTheHigherCounts()
    {
        TrafficProfile shape = profile(TrafficShape::Constant);
        shape.spikes.push_back({.startSeconds = 10, .seconds = 20, .factor = 2, .peakPerSecond = {}});
        shape.spikes.push_back({.startSeconds = 20, .seconds = 20, .factor = 5, .peakPerSecond = {}});
        shape.spikes.push_back({.startSeconds = 25, .seconds = 1, .factor = {}, .peakPerSecond = 1000});
        const RateProfile rates{shape, 60};
        for (const auto& [second, rate] :
             std::vector<std::pair<double, double>>{{15, 200}, {22, 500}, {25.5, 1000}, {35, 500}})
            QCOMPARE(rates.rateAt(second), rate);
    }
    void aWindowIsThePartOfTheCurve_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("whole") << 0.0 << 30 * 86'400.0;
        QTest::newRow("on no edge") << 1234.5 << 98'765.4;
        QTest::newRow("around a spike") << 86'400.0 * 3 + 36'000 - 100 << 86'400.0 * 3 + 36'000 + 700;
        QTest::newRow("over a weekend") << 4 * 86'400.0 + 7 << 8 * 86'400.0 + 11;
        QTest::newRow("beyond the end") << 29.5 * 86'400 << 40 * 86'400.0;
    }
    void aWindowIsThePartOfTheCurve()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        const TrafficProfile month = monthOfSpikes();
        const double duration = 30 * 86'400.0;
        const RateProfile whole{month, duration};
        const double end = std::min(to, duration);
        for (const RateProfile& part : {whole.window(from, to), RateProfile(month, duration, from, to)}) {
            QVERIFY(near(part.duration(), end - from, 1e-6, "seconds"));
            const double volume = whole.expected(from, to);
            QVERIFY(near(part.expected(0, part.duration()), volume, 1e-9 * volume, "records"));
            for (int step = 0; step < 1000; ++step) {
                const double at = (end - from) * (step + 0.37) / 1000;
                QVERIFY(near(part.rateAt(at), whole.rateAt(from + at), 1e-6, "rate"));
            }
        }
    }
    void aMonthIsFewSegments()
    {
        // 30 x 288 chords, cut twice by each of four spikes; the pieces join without a hole.
        const RateProfile month{monthOfSpikes(), 30 * 86'400.0};
        QVERIFY(month.segments().size() <= 30 * 288 + 8);
        double at = 0;
        for (const RateProfile::Segment& segment : month.segments()) {
            QCOMPARE(segment.from, at);
            QVERIFY(near(segment.before, month.expected(0, at), 1e-3, "records before"));
            at = segment.to;
        }
        QCOMPARE(at, month.duration());
        // Ten years are coarser, not larger than memory.
        QVERIFY(RateProfile(profile(TrafficShape::Diurnal), 3653 * 86'400.0).segments().size() < 400'000);
    }
    void aPlaceChangesNoInstant()
    {
        const RateProfile rates{monthOfSpikes(), 30 * 86'400.0};
        RateProfile::Place place;
        SimTime now = kSimStart;
        const auto near = [](SimTime a, SimTime b) {
            return a == b || (a < kNever && b < kNever && std::abs((a - b).count()) <= 1);
        };
        std::size_t asked = 0;
        // Mostly from one arrival to the next, now and then past the segment's end.
        for (std::uint64_t n = 0; now < kNever; ++n, ++asked) {
            const double gap = (n % 100 == 0 ? 3'000'000 : 3'000) * toUnit(mix64(n));
            const SimTime next = rates.after(now, gap, place);
            QVERIFY(near(next, rates.after(now, gap)));
            // A place that is far off is a guess like any other.
            RateProfile::Place wrong;
            wrong.segment = mix64(n) % rates.segments().size();
            QVERIFY(near(next, rates.after(now, gap, wrong)));
            now = next;
        }
        QVERIFY(asked > 10'000);
    }
    /// What gathers between two instants far apart is what was asked for on the way: nothing is lost where slopes meet.
    void placesLoseNothing()
    {
        const RateProfile rates{monthOfSpikes(), 30 * 86'400.0};
        RateProfile::Place place;
        SimTime now = kSimStart;
        double asked = 0;
        for (std::uint64_t n = 0; n < 1'000'000; ++n) {
            const double gap = 2 * toUnit(mix64(n));
            now = rates.after(now, gap, place);
            asked += gap;
        }
        // Each instant is rounded to a nanosecond.
        QVERIFY(std::abs(rates.expected(0, seconds(now.time_since_epoch())) - asked) < 1e-4 * 1'000);
    }
    void extremeRatesStayWhole()
    {
        // A thousand million a second: one a nanosecond; and one that never comes within the scenario.
        QVERIFY(RateProfile(1e9, 10).after(SimTime{std::chrono::seconds{5}}, 1)
                == SimTime{Duration{5'000'000'001}});
        QVERIFY(RateProfile(1e-300, 10).after(kSimStart, 1) == kNever);
        QVERIFY(RateProfile(0, 0).after(kSimStart, 1) == kNever);
        QVERIFY(RateProfile(5, 0).after(kSimStart, 1) == kNever);
        QCOMPARE(RateProfile(0, 0).rateAt(0), 0.0);
        // A spike that repeats a million million times stops at what a profile may hold.
        TrafficProfile shape = profile(TrafficShape::Constant);
        shape.spikes.push_back(
            {.startSeconds = 0, .seconds = 1e-9, .factor = 2, .peakPerSecond = {}, .everySeconds = 1e-8});
        QVERIFY(RateProfile(shape, 3600).segments().size() < 300'000);
    }
};

PLIMSOLL_TEST(TstRateProfile)
#include "tst_rate_profile.moc"
