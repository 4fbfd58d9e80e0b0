// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Messages of so many devices to a stream, a table by a rule that selects half, and a function.
Drawing fleet(double rate, std::int64_t bytes, std::int64_t devices, double seconds, ParameterMap core = {})
{
    core["devices"] = devices;
    Drawing drawing = regular(rate, bytes, seconds, {{"keys", devices}});
    drawing.place("iot-core", "core", std::move(core))
        .place("kinesis-data-streams", "stream")
        .place("dynamodb", "table")
        .place("lambda", "alarm")
        .connect("in", "core")
        .connect("core", "stream")
        .connect("core", "table", {{"route", text("match")}, {"share", 50.0}})
        .connect("core", "alarm");
    return drawing;
}

}  // namespace

class TstIotCore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void billsMessagesRulesActionsAndMinutes()
    {
        // 50/s of 6 KiB for 120 s: 6,000 messages of two units each, 2.5 rules and as many actions of two units each; 10,000
        // devices for two minutes.
        const Drawing drawing = fleet(50, 6 * 1024, 10'000, 120);
        const RunReport report = run(drawing.design);
        const double messages = number(at(report, "core").counts.accepted);
        QVERIFY(near(messages, 6000, 1, "messages"));
        QCOMPARE(metered(report, "core", "iot-core/messages"), 2 * messages);
        // Sigma of the share of keys and of messages: 0.8%.
        const double rules = metered(report, "core", "iot-core/rules-triggered");
        QVERIFY(near(rules, 2.5 * messages, 4 * 0.008 * messages, "rules"));
        QCOMPARE(metered(report, "core", "iot-core/actions"), 2 * rules);
        QVERIFY(near(metered(report, "core", "iot-core/connection-minutes"), 20'000, 1e-6, "minutes"));
        const FlowReport flow = estimate(drawing.design);
        QVERIFY(near(reading(flow.usage, "core", "iot-core/messages")->amount, 12'000, 1e-6, "estimated"));
        // It knows which keys match, and not which of them the messages draw.
        const double estimated = reading(flow.usage, "core", "iot-core/rules-triggered")->amount;
        QVERIFY(near(estimated, rules, 4 * 0.0065 * messages, "estimated"));
        QVERIFY(
            near(reading(flow.usage, "core", "iot-core/actions")->amount, 2 * estimated, 1e-6, "actions"));
    }
    void basicIngestCostsNoMessages()
    {
        const RunReport report = run(fleet(50, 1000, 1000, 20, {{"basicIngest", true}}).design);
        QCOMPARE(metered(report, "core", "iot-core/messages"), 0.0);
        QVERIFY(metered(report, "core", "iot-core/actions") > 2000);
    }
    void aDeviceIsHeldToItsOwnQuota()
    {
        // One device with 300 messages a second, of which 100 are taken after the first second's depth.
        const Drawing drawing = fleet(300, 1000, 1, 60);
        const RunReport report = run(drawing.design);
        QVERIFY(near(number(at(report, "core").counts.accepted), 100 * 60 + 100, 2, "taken"));
        QVERIFY(near(limitOf(at(report, "core"), "device").refused, 18'000 - 6100, 2,
                     "refused by the device's quota"));
        QCOMPARE(limitOf(at(report, "core"), "published").refused, 0.0);
        QVERIFY(near(findComponent(estimate(drawing.design), "core")->accepted.recordsPerSecond, 100, 1e-6,
                     "estimated"));
    }
};

PLIMSOLL_TEST(TstIotCore)
#include "tst_iot_core.moc"
