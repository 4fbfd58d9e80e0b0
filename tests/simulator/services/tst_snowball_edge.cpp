// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Golden scenarios, worked by hand.
class TstSnowballEdge : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLoadTakesItsTrips_data()
    {
        QTest::addColumn<double>("terabytes");
        QTest::addColumn<int>("devices");
        QTest::addColumn<int>("trips");
        QTest::newRow("less than a device") << 100.0 << 1 << 1;
        QTest::newRow("just one") << 210.0 << 1 << 1;
        QTest::newRow("a little more") << 211.0 << 1 << 2;
        QTest::newRow("two side by side") << 420.0 << 2 << 1;
    }
    void aLoadTakesItsTrips()
    {
        QFETCH(double, terabytes);
        QFETCH(int, devices);
        QFETCH(int, trips);
        Drawing drawing{600};
        drawing.place("snowball-edge", "box", {{"devices", whole(devices)}, {"includedDays", whole(1)}});
        JobLoad load;
        load.id = "load";
        load.component = "box";
        load.gigabytes = terabytes * 1e12 / (1 << 30);
        drawing.scenario().jobs.push_back(load);
        const RunReport report = run(drawing.design);
        // Each trip 4 days both ways; 300 MB/s onto a device and off it again.
        const double hours = trips * 8 * 24 + terabytes * 1e6 * (2 / 300.0) / devices / 3600;
        QVERIFY(near(fact(at(report, "box"), "full load takes h"), hours, 0.01, "h"));
        QCOMPARE(metered(report, "box", "snowball-edge/jobs"), double(trips * devices));
        // Days that one device is filled for, begun ones whole, less the one included.
        const double days = std::ceil(terabytes * 1e6 / 300 / devices / trips / 86'400) - 1;
        QCOMPARE(metered(report, "box", "snowball-edge/extra-days-storage"), trips * devices * days);
    }
    void devicesAreSizedByTheTimeThereIs_data()
    {
        QTest::addColumn<double>("days");
        QTest::addColumn<double>("devices");
        // 400 TB in 30 days less 8 of shipping: 400e12 / (22 x 86,400 s) = 210 MB/s, two devices of 150 MB/s both ways; in
        // 12 days less 8 it is 1,157 MB/s, eight devices.
        QTest::newRow("a month") << 30.0 << 2.0;
        QTest::newRow("twelve days") << 12.0 << 8.0;
    }
    void devicesAreSizedByTheTimeThereIs()
    {
        QFETCH(double, days);
        QFETCH(double, devices);
        Drawing drawing{600};
        drawing.place("snowball-edge", "box", {{"loadWithinDays", days}});
        JobLoad load;
        load.id = "load";
        load.component = "box";
        load.gigabytes = 400e12 / (1 << 30);
        drawing.scenario().jobs.push_back(load);
        const FlowReport said = estimate(drawing.design);
        QCOMPARE(findComponent(said, "box")->sizing.front().minimum, devices);
        QCOMPARE(findComponent(said, "box")->sizing.front().unit, std::string{"devices"});
    }
};

PLIMSOLL_TEST(TstSnowballEdge)
#include "tst_snowball_edge.moc"
