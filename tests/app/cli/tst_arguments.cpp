// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "tests/support/test_main.h"

#include <QtCore/QTemporaryDir>

#include <fstream>

using namespace plimsoll;

namespace {

ServiceCatalog catalog()
{
    ServiceSpec source;
    source.id = "source";
    source.isSource = true;
    ServiceSpec stream;
    stream.id = "stream";
    ParameterSpec shards;
    shards.id = "shards";
    shards.minimum = 1;
    shards.maximum = 500;
    shards.sizable = true;
    ParameterSpec mode;
    mode.id = "mode";
    mode.type = ParameterType::Choice;
    mode.choices = {{"provisioned", ""}, {"on-demand", ""}};
    ParameterSpec share;
    share.id = "share";
    share.type = ParameterType::Real;
    share.maximum = 1;
    ParameterSpec on;
    on.id = "on";
    on.type = ParameterType::Boolean;
    stream.parameters = {shards, mode, share, on};
    return ServiceCatalog{{source, stream}};
}

Design design()
{
    Design made;
    Component producers;
    producers.id = "producers";
    producers.service = "source";
    Component orders;
    orders.id = "orders";
    orders.service = "stream";
    made.components = {orders, producers};
    Scenario steady;
    steady.id = "steady";
    steady.traffic["producers"].ratePerSecond = 100;
    steady.traffic["producers"].peakPerSecond = 300;
    made.scenarios = {steady};
    return made;
}

}  // namespace

class TestArguments final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("seconds");  // 0 = refused
        QTest::newRow("hour") << "1h" << 3600.0;
        QTest::newRow("seconds") << "90s" << 90.0;
        QTest::newRow("milliseconds") << "500ms" << 0.5;
        QTest::newRow("minutes") << "15min" << 900.0;
        QTest::newRow("composed") << "1h30min" << 5400.0;
        QTest::newRow("fraction") << "1.5h" << 5400.0;
        QTest::newRow("days") << "2d" << 172800.0;
        QTest::newRow("bare seconds") << "60" << 60.0;
        QTest::newRow("ambiguous") << "1h30" << 0.0;
        QTest::newRow("empty") << "" << 0.0;
        QTest::newRow("zero") << "0s" << 0.0;
        QTest::newRow("negative") << "-5s" << 0.0;
        QTest::newRow("unknown unit") << "5weeks" << 0.0;
        QTest::newRow("no number") << "h" << 0.0;
        QTest::newRow("two points") << "1.2.3s" << 0.0;
        QTest::newRow("too long") << "367d" << 0.0;
    }
    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(double, seconds);
        const Result<double> read = parseDuration(text.toStdString(), "--duration");
        QCOMPARE(read.has_value(), seconds > 0);
        if (read)
            QCOMPARE(*read, seconds);
    }

    void setsParameters_data()
    {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("value");  // as written back; empty = refused
        QTest::addColumn<QString>("remedy");
        QTest::newRow("integer") << "orders.shards=4"
                                 << "4"
                                 << "";
        QTest::newRow("lowest") << "orders.shards=1"
                                << "1"
                                << "";
        QTest::newRow("highest") << "orders.shards=500"
                                 << "500"
                                 << "";
        QTest::newRow("auto") << "orders.shards=auto"
                              << "auto"
                              << "";
        QTest::newRow("choice") << "orders.mode=on-demand"
                                << "on-demand"
                                << "";
        QTest::newRow("real") << "orders.share=0.5"
                              << "0.5"
                              << "";
        QTest::newRow("boolean") << "orders.on=yes"
                                 << "true"
                                 << "";
        QTest::newRow("below") << "orders.shards=0"
                               << ""
                               << "give a number from 1 to 500";
        QTest::newRow("above") << "orders.shards=501"
                               << ""
                               << "give a number from 1 to 500";
        QTest::newRow("fraction of an integer") << "orders.shards=2.5"
                                                << ""
                                                << "give a number from 1 to 500";
        QTest::newRow("not a number") << "orders.shards=many"
                                      << ""
                                      << "give a number from 1 to 500";
        QTest::newRow("not a finite number") << "orders.share=inf"
                                             << ""
                                             << "give a number from 0 to 1";
        QTest::newRow("no auto") << "orders.mode=auto"
                                 << ""
                                 << "give a value";
        QTest::newRow("nearest choice") << "orders.mode=ondemand"
                                        << ""
                                        << "did you mean \"on-demand\"?";
        QTest::newRow("nearest parameter") << "orders.shard=4"
                                           << ""
                                           << "did you mean \"shards\"?";
        QTest::newRow("nearest component") << "order.shards=4"
                                           << ""
                                           << "did you mean \"orders\"?";
        QTest::newRow("no value") << "orders.shards"
                                  << ""
                                  << "write for example --set orders.shards=4";
        QTest::newRow("no parameter") << "orders=4"
                                      << ""
                                      << "write for example --set orders.shards=4";
    }
    void setsParameters()
    {
        QFETCH(QString, assignment);
        QFETCH(QString, value);
        QFETCH(QString, remedy);
        Design made = design();
        const Status status = applySetting(made, catalog(), assignment.toStdString());
        QCOMPARE(status.has_value(), !value.isEmpty());
        if (!status) {
            QCOMPARE(QString::fromStdString(status.error().remedy), remedy);
            QCOMPARE(made, design());
            return;
        }
        QCOMPARE(made.components.front().parameters.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(toString(made.components.front().parameters.begin()->second)), value);
    }

    void ratesKeepTheShape()
    {
        Design made = design();
        QVERIFY(applyRate(made, catalog(), "steady", "producers=200").has_value());
        QCOMPARE(made.scenarios.front().traffic["producers"].ratePerSecond, 200.0);
        QCOMPARE(made.scenarios.front().traffic["producers"].peakPerSecond, 600.0);
        // The only source needs no name.
        QVERIFY(applyRate(made, catalog(), "steady", "50").has_value());
        QCOMPARE(made.scenarios.front().traffic["producers"].ratePerSecond, 50.0);
    }

    void multiplesChangeTheLoadAlone()
    {
        Design made = design();
        QVERIFY(applyRate(made, catalog(), "steady", "producers=2.4x").has_value());
        QCOMPARE(made.scenarios.front().traffic["producers"].ratePerSecond, 100.0);
        QCOMPARE(made.scenarios.front().traffic["producers"].load, 2.4);
        QVERIFY(applyRate(made, catalog(), "steady", "0.5x").has_value());
        QCOMPARE(made.scenarios.front().traffic["producers"].load, 1.2);
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=x"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=-2x"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=2y"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=nanx"));
    }

    void tracesComeFromAnywhere()
    {
        QTemporaryDir folder;
        const std::string file = folder.filePath("calls.csv").toStdString();
        std::ofstream{file} << "time,rate\n0,10\n60,20\n";
        Design made = design();
        QVERIFY(applyTrace(made, catalog(), "steady", "producers=" + file).has_value());
        const TrafficProfile& traffic = made.scenarios.front().traffic["producers"];
        QVERIFY(traffic.shape == TrafficShape::Trace);
        QCOMPARE(traffic.trace.rates->stretches.size(), std::size_t{2});
        // A trace has its rates; they can be multiplied, not set.
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=5"));
        QVERIFY(applyRate(made, catalog(), "steady", "producers=5x").has_value());

        std::ofstream{file} << "time,rate\n0,10\n-60,20\n";
        const Status wrong = applyTrace(made, catalog(), "steady", file);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().place, std::string{"--trace calls.csv:3"});
        QVERIFY(!applyTrace(made, catalog(), "steady", "producers=" + file + ".none"));
    }

    void refusesWrongRates()
    {
        Design made = design();
        QCOMPARE(applyRate(made, catalog(), "steady", "producer=5").error().remedy,
                 std::string{"did you mean \"producers\"?"});
        QVERIFY(!applyRate(made, catalog(), "steady", "orders=5"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=-1"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers=fast"));
        QVERIFY(!applyRate(made, catalog(), "steady", "producers="));
    }

    void scenariosAreFoundByName()
    {
        QCOMPARE(*resolveScenario(design(), ""), std::string{"steady"});
        QCOMPARE(resolveScenario(design(), "stedy").error().remedy, std::string{"did you mean \"steady\"?"});
        QVERIFY(!resolveScenario(Design{}, ""));
    }

    void storageBasisIsRead()
    {
        QVERIFY(parseStorageBasis("first-month").has_value());
        QCOMPARE(parseStorageBasis("month=6")->month, 6);
        QVERIFY(parseStorageBasis("steady")->kind == StorageBasis::Kind::Steady);
        for (const char* wrong : {"month=0", "month=1.5", "month=", "month=1201", "always"})
            QVERIFY2(!parseStorageBasis(wrong), wrong);
    }
};

PLIMSOLL_TEST(TestArguments)
#include "tst_arguments.moc"
