// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A balancer without latency of its own before a server that takes no time worth mentioning.
Drawing balanced(double perSecond, std::int64_t bytes, ParameterMap parameters,
                 const std::string& target = "custom-server")
{
    parameters["overheadMillis"] = 0.0;
    parameters["overheadP99Millis"] = 0.0;
    Drawing drawing = regular(perSecond, bytes, 600);
    drawing.place("alb", "x", std::move(parameters));
    if (target == "custom-server")
        drawing.place(target, "web", {{"servers", whole(1000)}, {"serviceTimeMicros", whole(1)}});
    else
        drawing.place(target, "web");
    return drawing.connect("in", "x").connect("x", "web");
}

void expectUnits(const Drawing& drawing, double units)
{
    QVERIFY(near(metered(run(drawing.design), "x", "alb/lcu-hours"), units, 0.01 * units, "LCU of the run"));
    const auto estimated = reading(estimate(drawing.design).usage, "x", "alb/lcu-hours");
    QVERIFY(estimated.has_value());
    QVERIFY(near(estimated->amount, units, 0.01 * units, "LCU of the estimate"));
}

}  // namespace

class TstAlb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void newConnectionsBind()
    {
        // 100/s, a connection each that idles 1 s: 100 / 25 = 4; open 100 x 1 / 3,000 = 0.03; 200 B x 100 x 3,600 = 0.07 GB.
        expectUnits(balanced(100, 100,
                             {{"requestsPerConnection", whole(1)},
                              {"idleTimeoutSeconds", whole(1)},
                              {"answerBytes", whole(100)}}),
                    4);
    }
    void openConnectionsBind()
    {
        // 50/s in connections of 10, 20 s apart: 5 new/s open for 9 x 20 + 60 = 240 s are 1,200; / 3,000 = 0.4, 5 / 25 = 0.2.
        expectUnits(
            balanced(
                50, 100,
                {{"requestsPerConnection", whole(10)}, {"gapSeconds", 20.0}, {"answerBytes", whole(100)}}),
            0.4);
        // The same 70 s apart: none survives the idle timeout, 50 new a second that are open for 60 s: 1 against 2.
        expectUnits(
            balanced(
                50, 100,
                {{"requestsPerConnection", whole(10)}, {"gapSeconds", 70.0}, {"answerBytes", whole(100)}}),
            2);
    }
    void bytesBind()
    {
        // 10/s of 24 KiB and 1 MiB back: 10 x 1,048 KiB x 3,600 s / 1 GiB = 36.0 units.
        expectUnits(balanced(10, 24 * 1024, {{"answerBytes", whole(1024 * 1024)}}),
                    10 * 1048.0 * 3600 / (1024 * 1024));
        // A function's count 1 / 0.4 times as much.
        expectUnits(balanced(10, 24 * 1024, {{"answerBytes", whole(1024 * 1024)}}, "lambda"),
                    10 * 1048.0 * 3600 / (1024 * 1024) / 0.4);
    }
    void rulesBind()
    {
        // 60 rules, 10 of them free: 100 x 50 / 1,000 = 5; connections of 1,000: 0.1 new/s.
        expectUnits(balanced(100, 100,
                             {{"rules", whole(60)},
                              {"requestsPerConnection", whole(1000)},
                              {"gapSeconds", 0.1},
                              {"answerBytes", whole(100)}}),
                    5);
    }
    void aMonthOfOneBalancer()
    {
        // 730 h x $0.0225 + 4 LCU x 730 h x $0.008 = $16.43 + $23.36: a level of 1 and one of 4.
        const RunReport report = run(balanced(100, 100,
                                              {{"requestsPerConnection", whole(1)},
                                               {"idleTimeoutSeconds", whole(1)},
                                               {"answerBytes", whole(100)}})
                                         .design);
        QCOMPARE(metered(report, "x", "alb/hours"), 1.0);
        QVERIFY(near(metered(report, "x", "alb/lcu-hours"), 4, 0.001, "LCU"));
    }
    void withoutTargetsItAnswers503()
    {
        Drawing drawing = regular(10, 100, 60);
        drawing.place("alb", "x").connect("in", "x");
        const RunReport report = run(drawing.design);
        QCOMPARE(fact(at(report, "x"), "503: no target"), number(at(report, "x").counts.offered));
    }
    void aTargetThatIsTooSlowMakesA504()
    {
        Drawing drawing = regular(1, 100, 60);
        drawing.place("alb", "x", {{"idleTimeoutSeconds", whole(2)}})
            .place("custom-server", "web",
                   {{"servers", whole(100)},
                    {"serviceTimeMicros", whole(5'000'000)},
                    {"serviceDistribution", text("deterministic")}})
            .connect("in", "x")
            .connect("x", "web");
        const RunReport report = run(drawing.design);
        QVERIFY(fact(at(report, "x"), "504: target too slow") > 50);
        QCOMPARE(at(report, "x").counts.completed, std::uint64_t{0});
    }
    void aFunctionTakesNoMoreThanAMegabyte()
    {
        const RunReport report = run(balanced(1, 1024 * 1024 + 1, {}, "lambda").design);
        QCOMPARE(fact(at(report, "x"), "413: too large for a function"),
                 number(at(report, "x").counts.offered));
    }
};

PLIMSOLL_TEST(TstAlb)
#include "tst_alb.moc"
