// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TstEc2 final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFixedGroupIsMMc()
    {
        // 2 instances x 2 workers, 40 ms: c = 4, a = 80 x 0.04 = 3.2, rho = 0.8. Erlang C:
        // (a^4/4!)/(1-rho) = 21.845, the sum of a^k/k! for k < 4 is 14.781, so C = 21.845 / 36.627 = 0.5964 and
        // Wq = C / (c mu - lambda) = 0.5964 / 20 = 29.8 ms.
        constexpr int kSeeds = 10;
        double waits = 0, waitSquares = 0, shares = 0, shareSquares = 0;
        for (int seed = 1; seed <= kSeeds; ++seed) {
            Drawing drawing{300};
            drawing.source("in", 80)
                .place("ec2", "group",
                       {{"instances", whole(2)}, {"slots", whole(2)}, {"serviceMillis", 40.0}})
                .connect("in", "group");
            const ComponentReport group = at(run(drawing.design, static_cast<std::uint64_t>(seed)), "group");
            const double wait = fact(group, "mean wait ms"), share = fact(group, "share that waited");
            waits += wait / kSeeds;
            waitSquares += wait * wait / kSeeds;
            shares += share / kSeeds;
            shareSquares += share * share / kSeeds;
        }
        const auto fourErrors = [](double mean, double squares) {
            return 4 * std::sqrt((squares - mean * mean) / (kSeeds - 1));
        };
        QVERIFY(near(waits, 29.82, fourErrors(waits, waitSquares), "mean wait ms"));
        QVERIFY(near(shares, 0.5964, fourErrors(shares, shareSquares), "share that waited"));
    }

    void aStepOfLoadIsFollowed()
    {
        // 4 requests a second of 1 s each on 2 instances of one worker, target 30% busy, looked at each minute, two
        // points to scale out and three to scale in, 2 minutes to boot.
        Drawing drawing = regular(4, 1024, 700);
        drawing
            .place("ec2", "group",
                   {{"instances", whole(2)},
                    {"slots", whole(1)},
                    {"serviceMillis", 1000.0},
                    {"serviceDistribution", text("deterministic")},
                    {"scaling", text("busy")},
                    {"targetBusyPercent", 30.0},
                    {"minInstances", whole(2)},
                    {"maxInstances", whole(20)},
                    {"bootSeconds", 120.0},
                    {"outPoints", whole(2)},
                    {"inPoints", whole(3)}})
            .connect("in", "group");
        drawing.scenario().opening = Opening::Cold;  // or it would begin with the 14 that it ends at
        const RunReport report = run(drawing.design);
        const ComponentReport& group = at(report, "group");
        // 120 s: both busy all the time, ceil(2 / 0.3) = 7, there at 240 s.
        // 300 and 360 s: 7 busy with what has piled up, ceil(7 / 0.3) = 24, so the most, 20, there at 480 s.
        // 480, 540 and 600 s: 4 busy are below 20 x 0.3 x 0.9 = 5.4, ceil(4 / 0.3) = 14 at once; 4 is not below
        // 14 x 0.3 x 0.9 = 3.78, so it stays.
        for (const auto& [t, instances] : std::initializer_list<std::pair<double, double>>{
                 {10, 2}, {236, 2}, {244, 7}, {476, 7}, {484, 20}, {596, 20}, {604, 14}, {690, 14}})
            QCOMPARE(seriesAt(group, "capacity", t), instances);
        QCOMPARE(fact(group, "scale-outs"), 2.0);
        QCOMPARE(fact(group, "scale-ins"), 1.0);
        // Billed from the launch: 2 x 120 + 7 x 240 + 20 x 240 + 14 x 100 = 8,120 instance-seconds.
        QVERIFY(
            near(metered(report, "group", "ec2/hours-m6i.large"), 8120.0 / 700, 1e-6, "instances billed"));
        // Once they are enough nobody waits: what came in the last minute has left, but for the last second.
        QVERIFY(group.counts.inFlight <= 4);
    }

    void aBacklogSetsTheSize()
    {
        // 100 messages for one worker at 1 s (and 10 ms for each receive): 59 or 60 are taken in the first minute and
        // 40 or 41 wait. At 12 s acceptable wait one instance may have 12 waiting: ceil(41 / 12) = 4, there at 90 s.
        Drawing drawing = volley(100, 0, 1024, 115);
        drawing.place("sqs", "queue")
            .place("ec2", "group",
                   {{"instances", whole(1)},
                    {"slots", whole(1)},
                    {"serviceMillis", 1000.0},
                    {"serviceDistribution", text("deterministic")},
                    {"scaling", text("backlog")},
                    {"acceptableSeconds", 12.0},
                    {"bootSeconds", 30.0},
                    {"outPoints", whole(1)}})
            .connect("in", "queue")
            .connect("queue", "group", {{"batchSize", whole(1)}});
        const RunReport report = run(drawing.design);
        const ComponentReport& group = at(report, "group");
        QCOMPARE(seriesAt(group, "capacity", 80), 1.0);
        QCOMPARE(seriesAt(group, "capacity", 95), 4.0);
        // At 90 s about 11 are left for four.
        QCOMPARE(group.counts.completed, 100u);
        QCOMPARE(fact(at(report, "queue"), "messages deleted"), 100.0);
    }

    void recordsOfAStreamAreReadShardByShard()
    {
        Drawing drawing = regular(20, 1024, 60);
        drawing.place("kinesis-data-streams", "stream", {{"shards", whole(2)}})
            .place("ec2", "group", {{"slots", whole(4)}, {"serviceMillis", 5.0}})
            .connect("in", "stream")
            .connect("stream", "group");
        const RunReport report = run(drawing.design);
        QVERIFY(everyCopyAccountedFor(at(report, "stream")));
        // All but what came in the last poll interval and its work.
        QVERIFY(at(report, "group").counts.completed >= 1150);
        QVERIFY(consumerOf(at(report, "stream"), "group").delivered >= at(report, "group").counts.offered);
    }

    void aFullLineRejects()
    {
        // One worker at 1 s, two waiting places, ten requests within a second: 1 served, 2 wait, at most one more gets
        // a place when the first ends.
        Drawing drawing = volley(10, 0, 1024, 20);
        drawing
            .place("ec2", "group",
                   {{"instances", whole(1)},
                    {"slots", whole(1)},
                    {"serviceMillis", 1000.0},
                    {"serviceDistribution", text("deterministic")},
                    {"queueLimit", whole(2)}})
            .connect("in", "group");
        const Counts counts = at(run(drawing.design), "group").counts;
        QVERIFY(counts.completed == 3 || counts.completed == 4);
        QCOMPARE(counts.rejected, 10 - counts.completed);
    }
};

PLIMSOLL_TEST(TstEc2)
#include "tst_ec2.moc"
