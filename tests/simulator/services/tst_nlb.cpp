// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Drawing balanced(double perSecond, ParameterMap parameters)
{
    parameters["overheadMillis"] = 0.0;
    parameters["overheadP99Millis"] = 0.0;
    Drawing drawing = regular(perSecond, 100, 600);
    return drawing.place("nlb", "x", std::move(parameters))
        .place("custom-server", "web", {{"servers", whole(1000)}, {"serviceTimeMicros", whole(1)}})
        .connect("in", "x")
        .connect("x", "web");
}

}  // namespace

class TstNlb : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void unitsDependOnTheProtocol_data()
    {
        QTest::addColumn<std::string>("protocol");
        QTest::addColumn<double>("units");
        // 400/s, a connection each. TCP: 400 / 800 = 0.5 against 400 x 60 / 100,000 = 0.24 open.
        QTest::newRow("tcp") << std::string{"tcp"} << 0.5;
        // TLS: 400 / 50 = 8 against 400 x 350 / 3,000 = 46.7 open.
        QTest::newRow("tls") << std::string{"tls"} << 400 * 350 / 3000.0;
        // UDP: 400 / 400 = 1 against 400 x 120 / 50,000 = 0.96 open.
        QTest::newRow("udp") << std::string{"udp"} << 1.0;
    }
    void unitsDependOnTheProtocol()
    {
        QFETCH(std::string, protocol);
        QFETCH(double, units);
        const Drawing drawing = balanced(400, {{"protocol", text(protocol)},
                                               {"requestsPerConnection", whole(1)},
                                               {"idleTimeoutSeconds", whole(60)},
                                               {"answerBytes", whole(100)}});
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "x", "nlb/nlcu-hours"), units, 0.005 * units, "NLCU"));
        QCOMPARE(metered(report, "x", "nlb/hours"), 1.0);
        const auto estimated = reading(estimate(drawing.design).usage, "x", "nlb/nlcu-hours");
        QVERIFY(estimated && near(estimated->amount, units, 0.005 * units, "NLCU of the estimate"));
    }
    void whatADeadTargetGetsIsReset()
    {
        Drawing drawing = balanced(100, {});
        drawing.place("custom-server", "other", {{"servers", whole(1000)}, {"serviceTimeMicros", whole(1)}})
            .connect("x", "other");
        drawing.scenario().faults.push_back(faultOn("other", FaultKind::Down, 100, 1000));
        const RunReport report = run(drawing.design);
        QVERIFY(near(fact(at(report, "x"), "connections reset"), 3000, 2, "50/s for 2 x 30 s"));
    }
};

PLIMSOLL_TEST(TstNlb)
#include "tst_nlb.moc"
