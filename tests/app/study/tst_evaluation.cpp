// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/evaluation.h"
#include "tests/support/test_main.h"

#include <limits>

using namespace plimsoll;

namespace {

const ServiceCatalog& catalog()
{
    static const ServiceLibrary services = builtinServices();
    return services.catalog();
}

ObjectiveReport objective(Verdict verdict)
{
    ObjectiveReport report;
    report.verdict = verdict;
    return report;
}

ComponentReport stream(double utilisation, double refused = 0)
{
    ComponentReport component;
    component.id = "orders";
    component.label = "Orders";
    LimitUse records;
    records.limit = "records";
    records.label = "Records written";
    records.unit = "records/s";
    records.capacity = 3000;
    records.utilisation = utilisation;
    records.refused = refused;
    component.limits.push_back(records);
    return component;
}

BillLine line(const char* component, const char* meter, const char* dollars, double quantity)
{
    BillLine line;
    line.id = std::string{"bill/"} + component + "/" + meter;
    line.component = component;
    line.componentLabel = component;
    line.meter = meter;
    line.name = meter;
    line.amount = *Money::parse(dollars);
    line.quantity = quantity;
    return line;
}

Bill billOfLines(std::vector<BillLine> lines)
{
    Bill bill;
    for (const BillLine& each : lines)
        bill.total += each.amount;
    bill.lines = std::move(lines);
    return bill;
}

bool has(const std::vector<Finding>& findings, const char* id)
{
    for (const Finding& finding : findings)
        if (finding.id == id)
            return true;
    return false;
}

}  // namespace

class TestEvaluation final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verdictSaysObjectivesBindingAndCost()
    {
        RunReport report;
        report.objectives = {objective(Verdict::Met), objective(Verdict::Met), objective(Verdict::Missed)};
        report.components = {stream(1.0)};
        const Bill bill = billOfLines({line("orders", "a/b", "1339.96", 1)});
        const std::vector<VerdictClause> clauses = verdict(report, &bill);
        QCOMPARE(
            verdictText(clauses),
            std::string{"Meets 2 of 3 objectives. Orders binds on records written (100%). $1,340/month."});
        QCOMPARE(clauses.at(0).link, std::string{"objectives"});
        QCOMPARE(clauses.at(1).link, std::string{"component:orders"});
        QCOMPARE(clauses.at(2).link, std::string{"bill"});
    }

    void verdictNamesTheClosestWhenNothingBinds()
    {
        RunReport report;
        report.components = {stream(0.62)};
        QCOMPARE(verdictText(verdict(report, nullptr)),
                 std::string{"Nothing binds; Orders is closest, on records written (62%)."});
    }

    void refusalsBindWhateverTheMean()
    {
        RunReport report;
        report.components = {stream(0.3, 1204), stream(0.9)};
        QCOMPARE(verdictText(verdict(report, nullptr)),
                 std::string{"Orders binds on records written (30% at its worst, 1,204 refused)."});
    }

    void verdictAdmitsWhatIsMissing()
    {
        RunReport report;
        report.provenance.partial = true;
        report.provenance.simulatedSeconds = 720;
        report.provenance.durationSeconds = 3600;
        report.objectives = {objective(Verdict::NoData)};
        report.totals.lost = 5;
        report.totals.born = 1000;
        report.audits = {{"run conservation", false, "1 + 1 is 3"}};
        QCOMPARE(verdictText(verdict(report, nullptr)),
                 std::string{"Stopped after 12 min of 1 h. No data on its objective. 5 records lost (0.5%). "
                             "1 audit failed: do not trust this run."});
    }

    void emptyRunHasAnEmptyVerdict() { QVERIFY(verdict(RunReport{}, nullptr).empty()); }

    void budgetIsMissedOnlyAboveIt_data()
    {
        QTest::addColumn<QString>("dollars");
        QTest::addColumn<bool>("missed");
        QTest::newRow("below") << "999.99" << false;
        QTest::newRow("at") << "1000" << false;
        QTest::newRow("above") << "1000.01" << true;
    }
    void budgetIsMissedOnlyAboveIt()
    {
        QFETCH(QString, dollars);
        QFETCH(bool, missed);
        Design design;
        design.scenarios.emplace_back();
        design.scenarios.back().id = "steady";
        design.scenarios.back().monthlyBudgetUsd = 1000;
        const Bill bill = billOfLines({line("x", "a/b", dollars.toUtf8().constData(), 1)});
        QCOMPARE(budgetClause(design, "steady", bill).has_value(), missed);
    }

    void roundingWasteBecomesAFinding_data()
    {
        QTest::addColumn<double>("record");
        QTest::addColumn<QString>("text");  // empty = no finding
        // 1090.22 x (1 - 1024 / 5120) = 872.18
        QTest::newRow("a fifth of the granule")
            << 1024.0 << "Delivery bills each 1,024 B record as 5 KB: $872 of $1,090 is rounding.";
        // 1090.22 x (1 - 5121 / 10240) = 545.00
        QTest::newRow("one byte above")
            << 5121.0 << "Delivery bills each 5 KB record as 10 KB: $545 of $1,090 is rounding.";
        QTest::newRow("just the granule") << 5120.0 << "";
        QTest::newRow("nearly the granule") << 5000.0 << "";
    }
    void roundingWasteBecomesAFinding()
    {
        QFETCH(double, record);
        QFETCH(QString, text);
        const char* meter = "data-firehose/kinesis-source-gb";
        MeterReading reading;
        reading.component = "Delivery";
        reading.meter = meter;
        reading.inputs = {
            computed("GB billed", 1, "GB/s", "records x record rounded up to 5 KB",
                     {given("record", record, "B"), quoted("billing granule", 5120, "B", "quota page")})};
        const std::vector<Finding> findings =
            billFindings(billOfLines({line("Delivery", meter, "1090.22", 37594)}), {reading}, catalog());
        QCOMPARE(has(findings, "record-rounding"), !text.isEmpty());
        if (!text.isEmpty()) {
            QCOMPARE(QString::fromStdString(findings.front().text.english()), text);
            QVERIFY(findings.front().remedy.english().find("larger records") != std::string::npos);
        }
    }

    void smallSharesAreNoNews()
    {
        BillLine requests = line("fn", "lambda/requests", "3.15", 1);
        requests.ofWhich.push_back(computed("retries", 0.10, "USD", "", {}));
        QVERIFY(!has(billFindings(billOfLines({requests}), {}, catalog()), "cost-share"));
    }

    void comparesThePricesOfStoredBytes()
    {
        // 4,127 GB at $0.25 against 3,759 GB at $0.023.
        // A key of a dollar a month is no byte.
        Bill bill = billOfLines({line("Archive", "s3/storage-standard", "86.47", 3759.4),
                                 line("Table", "dynamodb/storage", "1031.63", 4126.5),
                                 line("Keys", "kms/key-months", "5.00", 5)});
        bill.lines[0].unit = bill.lines[1].unit = "GB-month";
        bill.lines[2].unit = "key-month";
        Usage usage(3);
        usage[2].component = "Keys";
        usage[2].meter = "kms/key-months";
        usage[2].meterClass = MeterClass::Stock;
        usage[0].component = "Archive";
        usage[0].meter = "s3/storage-standard";
        usage[1].component = "Table";
        usage[1].meter = "dynamodb/storage";
        usage[0].meterClass = usage[1].meterClass = MeterClass::Stock;
        const std::vector<Finding> findings = billFindings(bill, usage, catalog());
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                               [](const Finding& each) { return each.id == "storage-price"; }),
                 1);
        QVERIFY(findings.front().text.english().starts_with(
            "A byte kept in Table costs 10.9 times what it costs in Archive"));

        // Where logs are kept is no place for a table's items.
        bill.lines[0].meter = usage[0].meter = "cloudwatch-logs/storage";
        QVERIFY(!has(billFindings(bill, usage, catalog()), "storage-price"));
    }

    void namesTheBiggestLineAndTheUnpriced()
    {
        BillLine unpriced = line("x", "a/c", "0", 7);
        unpriced.state = LineState::Unpriced;
        const std::vector<Finding> findings = billFindings(
            billOfLines({line("x", "a/b", "60", 1), line("x", "a/d", "40", 1), unpriced}), {}, catalog());
        QVERIFY(has(findings, "biggest-line"));
        QVERIFY(has(findings, "unpriced"));
    }

    void namesWhatRestsOnThirdParties()
    {
        BillLine quoted = line("x", "a/c", "40", 7);
        quoted.isUncertain = true;
        const std::vector<Finding> findings =
            billFindings(billOfLines({line("x", "a/b", "60", 1), quoted}), {}, catalog());
        const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& each) {
            return each.id.starts_with("uncertain-price");
        });
        QVERIFY(found != findings.end());
        QVERIFY2(found->text.english().starts_with("$40.00 of the bill"), found->text.english().c_str());
    }

    void everyNumberCanBeFound()
    {
        RunReport report;
        report.components = {stream(1.0)};
        Sizing shards;
        shards.parameter = "shards";
        report.components.front().sizing = {shards};
        const Bill bill = billOfLines({line("orders", "kinesis-data-streams/shard-hours", "32.85", 2190)});
        const std::vector<Explained> all = explainables(&report, nullptr, &bill);
        std::vector<std::string> ids;
        for (const Explained& each : all)
            ids.push_back(each.id);
        QCOMPARE(ids, (std::vector<std::string>{"bill/orders/kinesis-data-streams/shard-hours",
                                                "limit/orders/records", "size/orders/shards/minimum",
                                                "size/orders/shards/recommended"}));
        QCOMPARE(nearestIds("shard-hours", all), std::vector<std::string>{ids.front()});
        QCOMPARE(nearestIds("limit/orders/record", all), std::vector<std::string>{ids[1]});
        QVERIFY(nearestIds("", all).empty());
    }

    void unknownRegionsHaveNoBook()
    {
        Design design;
        design.region = "mars-north-1";
        QVERIFY(!priceBookFor(design, {}));
        PriceChoice note;
        note.book = "study-note";
        QVERIFY(priceBookFor(design, note).has_value());
        note.monthHoursGiven = true;
        const Result<PriceBook> refused = priceBookFor(design, note);
        QVERIFY(!refused);
        QVERIFY(refused.error().what.starts_with("study-note fixes its own hours: "));
    }
};

PLIMSOLL_TEST(TestEvaluation)
#include "tst_evaluation.moc"
