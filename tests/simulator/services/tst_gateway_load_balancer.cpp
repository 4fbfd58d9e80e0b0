// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

class TstGatewayLoadBalancer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsTheDimensionThatNeedsMost()
    {
        // 300/s, a connection each: 300 / 600 = 0.5 against 300 x 120 / 60,000 = 0.6 open. One balancer. An appliance that
        // is down from 100 s on leaves after 2 x 10 s: half of 300/s for 20 s is lost.
        Drawing drawing = regular(300, 100, 300);
        drawing
            .place("gateway-load-balancer", "x",
                   {{"protocol", text("other")},
                    {"requestsPerConnection", whole(1)},
                    {"answerBytes", whole(100)},
                    {"overheadMillis", 0.0},
                    {"overheadP99Millis", 0.0}})
            .connect("in", "x");
        for (const char* appliance : {"a", "b"})
            drawing
                .place("custom-server", appliance, {{"servers", whole(100)}, {"serviceTimeMicros", whole(1)}})
                .connect("x", appliance);
        drawing.scenario().faults.push_back(faultOn("b", FaultKind::Down, 100, 1000));
        const RunReport report = run(drawing.design);
        QCOMPARE(metered(report, "x", "gateway-load-balancer/hours"), 1.0);
        QVERIFY(near(metered(report, "x", "gateway-load-balancer/glcu-hours"), 0.6, 0.003, "GLCU"));
        QVERIFY(near(fact(at(report, "x"), "connections reset"), 3000, 2, "lost flows"));
    }
};

PLIMSOLL_TEST(TstGatewayLoadBalancer)
#include "tst_gateway_load_balancer.moc"
