// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_writers.h"
#include "simulator/metrics/interval_notes.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace plimsoll;
using nlohmann::json;

namespace {

Report small()
{
    Report report;
    report.title = "Small";
    report.run.provenance.scenario = "steady";
    ComponentReport orders;
    orders.id = "orders";
    orders.service = "kinesis-data-streams";
    orders.label = "=Orders";
    orders.counts.offered = 12;
    orders.counts.accepted = 10;
    orders.counts.throttled = 2;
    orders.latency.samples = 10;
    orders.latency.mean = 1.5;
    orders.latency.p50 = 1.25;
    report.run.components = {orders};
    Bill bill;
    BillLine priced;
    priced.id = "bill/orders/kinesis-data-streams/shard-hours";
    priced.component = "orders";
    priced.componentLabel = "=Orders";
    priced.meter = "kinesis-data-streams/shard-hours";
    priced.name = "Shard hours";
    priced.amount = *Money::parse("32.85");
    BillLine unpriced = priced;
    unpriced.meter = "kinesis-data-streams/other";
    unpriced.amount = Money{};
    unpriced.state = LineState::Unpriced;
    bill.lines = {priced, unpriced};
    bill.total = priced.amount;
    report.bill = bill;
    return report;
}

}  // namespace

class TestDataWriters final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runJsonHasItsMembersInOrder()
    {
        const auto document = nlohmann::ordered_json::parse(writeRunJson(small()));
        std::vector<std::string> members;
        for (const auto& item : document.items())
            members.push_back(item.key());
        QCOMPARE(members, (std::vector<std::string>{"schema", "provenance", "components", "paths", "sinks",
                                                    "traces", "objectives", "bill", "findings", "audits"}));
        QCOMPARE(document["schema"].get<std::string>(), std::string{"plimsoll-run/1"});
    }

    void absentPercentilesAreNullWithTheReason()
    {
        Report report = small();
        const json latency = json::parse(writeRunJson(report))["components"][0]["latencyMillis"];
        QCOMPARE(latency["p50"].get<double>(), 1.25);
        QVERIFY(latency["p99"].is_null());
        QCOMPARE(latency["note"].get<std::string>(), std::string{"too few"});
        report.run.components.front().latency = {};
        QCOMPARE(
            json::parse(writeRunJson(report))["components"][0]["latencyMillis"]["note"].get<std::string>(),
            std::string{"no completions"});
    }

    void jsonCarriesHalfWidthsAndReasons()
    {
        Report report = small();
        RunReport& run = report.run;
        run.provenance.replications = 3;
        run.components.front().latency.p95 = 4;
        run.components.front().latency.p95HalfWidth = 0.5;
        run.components.front().latency.interval = IntervalBasis::Replications;
        run.components.front().latency.intervalParts = 3;
        run.figures = {{"backlog-peak", "orders", {10, 14, 12}},
                       {"use-mean slots", "orders", {1, std::nullopt, 3}},
                       {"cost", "", {100, 130, 160}}};
        LimitUse concurrency;
        concurrency.limit = "slots";
        run.components.front().limits.push_back(concurrency);
        ObjectiveReport objective;
        objective.objective = {"freshness-max", "orders", 1000.0, {}};
        objective.value = 500;
        objective.noInterval = "grows";
        run.objectives = {objective};
        run.provenance.intervals = intervalNotes(run);
        const json document = json::parse(writeRunJson(report));
        const json& component = document["components"][0];
        // s = 2: 4.30265 x 2 / sqrt(3) = 4.968.
        QVERIFY(std::abs(component["intervals"]["backlogPeak"]["halfWidth"].get<double>() - 4.968) < 0.001);
        QVERIFY(component["utilisation"][0]["intervals"]["mean"].contains("reason"));
        QCOMPARE(component["latencyMillis"]["intervals"]["p95"]["halfWidth"].get<double>(), 0.5);
        QVERIFY(component["latencyMillis"]["intervals"]["p99"].contains("reason"));
        QVERIFY(document["intervals"]["monthlyUsd"].contains("halfWidth"));
        QCOMPARE(document["objectives"][0]["reason"].get<std::string>(), std::string{"grows"});
        QVERIFY(!document["provenance"]["intervals"].empty());
        for (const json& note : document["provenance"]["intervals"])
            QVERIFY(!note["text"].get<std::string>().empty());
        // The readable report says it once.
        const std::string text = writeText(documentOf(report));
        const std::size_t first = text.find("it grows with the length");
        QVERIFY(first != std::string::npos);
        QVERIFY(text.find("it grows with the length", first + 1) == std::string::npos);
        QVERIFY(text.find("The total is within +- $74.52 at 95%") != std::string::npos);  // s = 30
        QVERIFY(writeRunCsv(report).find("intervals of,maxima,none,") != std::string::npos);

        run.provenance.replications = 1;
        run.figures.clear();
        run.provenance.intervals = intervalNotes(run);
        const json single = json::parse(writeRunJson(report));
        QVERIFY(!single["components"][0].contains("intervals"));
        QVERIFY(writeText(documentOf(report)).find("The total carries no interval: one run")
                != std::string::npos);
    }

    void missingPricesAreNullNotZero()
    {
        const json bill = json::parse(writeRunJson(small()))["bill"];
        QCOMPARE(bill["monthlyUsd"].get<double>(), 32.85);
        QVERIFY(bill["lines"][1]["usd"].is_null());
        Report report = small();
        report.bill.reset();
        QVERIFY(json::parse(writeRunJson(report))["bill"].is_null());
    }

    void csvHasOneFigurePerRow()
    {
        const std::string text = writeRunCsv(small());
        QVERIFY(text.starts_with("section,item,measure,value,unit\r\n"));
        QVERIFY(text.find("component,orders,throttled,2,\r\n") != std::string::npos);
        QVERIFY(text.find("component,orders,latency-p50,1.25,ms\r\n") != std::string::npos);
        QVERIFY(text.find("component,orders,latency-p99,,ms\r\n") != std::string::npos);
        QVERIFY(text.find("bill,,total,32.85,USD/month\r\n") != std::string::npos);
        QVERIFY(writeBillCsv(*small().bill).find("orders,'=Orders,") != std::string::npos);
    }

    void textReportHasItsSections()
    {
        Report report = small();
        report.verdict = {{"Nothing binds.", "run"}};
        const std::string text = writeText(documentOf(report));
        for (const char* title : {"Small", "Verdict", "Components", "Latency", "Bill"})
            QVERIFY2(text.find(std::string{"\n"} + title) != std::string::npos || text.starts_with(title),
                     title);
        QVERIFY(text.find("unpriced") != std::string::npos);
        QVERIFY(text.find("too few") != std::string::npos);
        // Columns without news are left out.
        QVERIFY(text.find("Throttled") != std::string::npos);
        QVERIFY(text.find("Rejected") == std::string::npos);
    }
};

PLIMSOLL_TEST(TestDataWriters)
#include "tst_data_writers.moc"
