// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_writers.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

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
private slots:
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
