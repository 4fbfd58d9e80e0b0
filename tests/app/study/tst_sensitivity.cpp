// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/sensitivity_report.h"
#include "app/study/coverage.h"
#include "app/study/sensitivity.h"
#include "simulator/services/builtin_services.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// M/M/1: lambda 80/s, mean service 10 ms.
Design queue(double seconds)
{
    Design design;
    design.components = {{"in", "traffic-source", "In", {}, {}, {}, {}},
                         {"server", "custom-server", "Server", {}, {{"serviceTimeMicros", 10000.0}}, {}, {}}};
    design.connections = {{"c1", "in", "server", {{"kind", std::string{"put"}}}, {}}};
    Scenario scenario;
    scenario.id = "steady";
    scenario.durationSeconds = seconds;
    scenario.traffic["in"].ratePerSecond = 80;
    design.scenarios = {scenario};
    return design;
}

const SensitivityRow* row(const Sensitivity& sensitivity, const std::string& id)
{
    for (const SensitivityRow& each : sensitivity.rows)
        if (each.id == id)
            return &each;
    return nullptr;
}

}  // namespace

class TestSensitivity final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranksWhatMovesTheTail()
    {
        SensitivityOptions options;
        options.threads = 2;
        RunMonitor monitor;
        const Result<Sensitivity> found = sensitivityOf(queue(300), library(), options, monitor);
        QVERIFY2(found, found ? "" : found.error().toString().c_str());
        QVERIFY(!found->partial);
        QVERIFY(found->millis.has_value());
        QVERIFY(found->figure.ends_with("-p99 at server") || found->figure.ends_with("-p99 at c1"));
        const SensitivityRow* service = row(*found, "server.serviceTimeMicros");
        const SensitivityRow* traffic = row(*found, "in.load");
        QVERIFY(service && traffic);
        // rho 0.88 at 88/s: W = 1 / (100 - 88) = 83 ms against 50: up; a tenth faster, 1 / (111.1 - 80) = 32 ms: down.
        QVERIFY(traffic->more && traffic->more->change && traffic->more->change->mean > 0);
        QVERIFY(service->less && service->less->change && service->less->change->mean < 0);
        QVERIFY(service->less->distinguishable);
        // A second server is the nearest that more servers can be: M/M/2 at rho 0.4, W = 11.9 ms.
        const SensitivityRow* servers = row(*found, "server.servers");
        QVERIFY(servers && servers->more && servers->more->value == 2 && !servers->less);
        QVERIFY(servers->more->change->mean < service->less->change->mean);
        // Widest first.
        for (std::size_t at = 1; at < found->rows.size(); ++at)
            QVERIFY(found->rows[at - 1].swing() >= found->rows[at].swing());
    }
    void threadsChangeNothing()
    {
        SensitivityOptions options;
        options.replications = 2;
        RunMonitor monitor;
        const Result<Sensitivity> one = sensitivityOf(queue(20), library(), options, monitor);
        options.threads = 3;
        const Result<Sensitivity> three = sensitivityOf(queue(20), library(), options, monitor);
        QVERIFY(one && three);
        QCOMPARE(writeSensitivityJson(*one), writeSensitivityJson(*three));
        const auto json = nlohmann::json::parse(writeSensitivityJson(*one));
        QCOMPARE(json["schema"].get<std::string>(), std::string{"plimsoll-sensitivity/1"});
        QCOMPARE(json["inputs"].size(), one->rows.size());
        QVERIFY(writeSensitivityCsv(*one).find("server.servers,") != std::string::npos);
        QVERIFY(!documentOf(*one, "Queue").sections.empty());
    }
    void stoppedEarlySaysSo()
    {
        class Stopped final : public RunMonitor {
            bool isCancelled() const override { return true; }
        } stopped;
        const Result<Sensitivity> found = sensitivityOf(queue(20), library(), {}, stopped);
        QVERIFY(found);
        QVERIFY(found->partial);
        QVERIFY(found->rows.empty());
    }
    void statedIntervalsHoldTheTruth()
    {
        // M/M/1 at rho 0.8, W = 50 ms, 40 seeds. At 95% 38 hold it; 4 sigma below, 38 - 4 sqrt(40 x 0.05 x 0.95) = 32.5.
        const auto figure = [](const RunReport& report) {
            return statedMean(findComponent(report, "server")->latency);
        };
        RunOptions five;
        five.replications = 5;
        const Result<Coverage> replications = coverageOf(queue(200), library(), five, 500, 40, 50, figure);
        QVERIFY(replications);
        QCOMPARE(replications->stated, 40);
        QVERIFY2(replications->covered >= 33, replications->text().c_str());
        const Result<Coverage> batches = coverageOf(queue(600), library(), {}, 700, 40, 50, figure);
        QVERIFY(batches);
        QVERIFY2(batches->stated >= 33, batches->text().c_str());
        // Of what is stated: 4 sigma below 95% of `stated`.
        const double least = 0.95 * batches->stated - 4 * std::sqrt(batches->stated * 0.05 * 0.95);
        QVERIFY2(batches->covered >= least, batches->text().c_str());
    }
};

PLIMSOLL_TEST(TestSensitivity)
#include "tst_sensitivity.moc"
