// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/carried_work.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "simulator/estimate/flow.h"
#include "simulator/services/builtin_services.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 1,000 writes a second of 1 KB into a table of 10 WCU.
const char* const kSmallTable =
    R"({"format": "plimsoll-design", "version": 1, "title": "t", "region": "us-east-1",
  "components": [{"id": "src", "service": "traffic-source", "parameters": {"recordSizeBytes": 1024}},
                 {"id": "t", "service": "dynamodb", "parameters": {"mode": "provisioned", "wcu": 10, "rcu": 10}}],
  "connections": [{"id": "c1", "from": "src", "to": "t", "parameters": {"kind": "call", "operation": "write"}}],
  "scenarios": [{"id": "s", "durationSeconds": 3600, "traffic": {"src": {"ratePerSecond": RATE}}}]})";

/// 50,000 events a second over 50 shards into a function that writes each to a table, and into an archive.
const char* const kStreaming =
    R"({"format": "plimsoll-design", "version": 1, "title": "t", "region": "us-east-1",
  "components": [{"id": "f", "service": "lambda"}, {"id": "fh", "service": "data-firehose"},
                 {"id": "k", "service": "kinesis-data-streams", "parameters": {"shards": 50}},
                 {"id": "s", "service": "s3"}, {"id": "t", "service": "dynamodb"},
                 {"id": "u", "service": "traffic-source", "parameters": {"recordSizeBytes": 500}}],
  "connections": [{"id": "c0", "from": "u", "to": "k"}, {"id": "c1", "from": "k", "to": "f"},
                  {"id": "c2", "from": "f", "to": "t"}, {"id": "c3", "from": "k", "to": "fh"},
                  {"id": "c4", "from": "fh", "to": "s"}],
  "scenarios": [{"id": "sc", "durationSeconds": 60, "traffic": {"u": {"ratePerSecond": 50000}}}]})";

Design designOf(std::string text, const char* rate = "1000")
{
    if (const std::size_t at = text.find("RATE"); at != std::string::npos)
        text.replace(at, 4, rate);
    Result<LoadedDesign> loaded = parseDesign(text, library().catalog());
    if (!loaded)
        qFatal("%s", loaded.error().toString().c_str());
    return std::move(loaded->design);
}

CarriedWork workOf(const Design& design)
{
    Result<CarriedWork> work = carriedWork(design, library(), design.scenarios.front().id, {});
    if (!work)
        qFatal("%s", work.error().toString().c_str());
    return std::move(*work);
}

const CarriedPart* partOf(const CarriedWork& work, const char* id)
{
    for (const CarriedPart& part : work.scenarios.front().parts)
        if (part.component == id)
            return &part;
    return nullptr;
}

bool changes(const CarriedWork& work, const char* parameter)
{
    return std::any_of(work.changes.begin(), work.changes.end(), [&](const SizeChange& each) {
        return each.parameter == parameter && each.to > each.from;
    });
}

}  // namespace

class TestCarriedWork final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTableThatRefusesNearlyAll()
    {
        const CarriedWork work = workOf(designOf(kSmallTable));
        QVERIFY(!work.isWhole());
        QCOMPARE(work.worst()->component, std::string{"t"});
        QCOMPARE(work.worst()->share(), 0.01);  // 10 of 1,000 writes of one unit
        QCOMPARE(work.scenarios.front().share, 0.01);
        QVERIFY(changes(work, "wcu"));
        // 1,250 WCU x 730 x 0.00065 = 593.125; 10 RCU x 730 x 0.00013 = 0.949; storage, month 1:
        // 1,000 x 1,124 B x 2,628,000 s / 2 / 2^30 x 0.25 = 343.876.
        QVERIFY(work.monthly && std::fabs(work.monthly->dollars() - 937.95) < 0.01);
        const std::optional<Finding> finding = carriedFinding(work);
        QVERIFY(finding && finding->level == FindingLevel::Problem);
        QVERIFY(finding->text.english().find("carries 1%") != std::string::npos);
        QVERIFY(finding->text.english().find("99% of 1,000/s are refused") != std::string::npos);
        QVERIFY(finding->remedy.english().find("$938") != std::string::npos);
    }

    void quietWhenAllIsCarried_data()
    {
        QTest::addColumn<QString>("rate");
        QTest::addColumn<bool>("whole");
        QTest::newRow("below") << "9" << true;
        QTest::newRow("all of it") << "10" << true;
        QTest::newRow("above") << "11" << false;
    }
    void quietWhenAllIsCarried()
    {
        QFETCH(QString, rate);
        QFETCH(bool, whole);
        const CarriedWork work = workOf(designOf(kSmallTable, rate.toUtf8().constData()));
        QCOMPARE(work.isWhole(), whole);
        QCOMPARE(carriedFinding(work).has_value(), !whole);
        QCOMPARE(carriedText(work).empty(), whole);
        QCOMPARE(work.monthly.has_value(), !whole);
    }

    void aFunctionThatFallsBehindHidesWhatItsTableNeeds()
    {
        const CarriedWork work = workOf(designOf(kStreaming));
        // The table is meant to get all 50,000/s; a new one serves 4,000, if the function asks for as much.
        const CarriedPart* table = partOf(work, "t");
        QVERIFY(table && std::fabs(table->wantedPerSecond - 50000) < 1);
        QVERIFY(table->share() > 0.01 && table->share() <= 0.0801);
        QVERIFY(partOf(work, "f")->carriedPerSecond < 0.5 * 50000);
        QCOMPARE(work.worst()->component, std::string{"t"});
        QVERIFY(partOf(work, "s")->share() > 0.999);
        for (const char* parameter : {"shards", "parallelizationFactor", "previousPeakWrites"})
            QVERIFY2(changes(work, parameter), parameter);
        // Writes 131.4e9 x 0.625/1e6 = 82,125, storage 9,178, Firehose 17,712, stream 2,530, archive 766, function
        // about 5,000 to 6,000 by its own assumptions.
        QVERIFY(work.stuck.empty());
        QVERIFY(work.monthly && work.monthly->dollars() > 112'000 && work.monthly->dollars() < 126'000);
    }

    void roundingIsNoWork()
    {
        // The stream takes all 50,000/s: 1 less what it accepts is nothing, not -4e-16 of them.
        const Result<FlowReport> flow = estimateFlow(designOf(kStreaming), library(), "sc", 0.8);
        QVERIFY(flow);
        QCOMPARE(findComponent(*flow, "k")->refused.recordsPerSecond, 0.0);
    }

    void grownSizesCarryAll()
    {
        Design design = designOf(kStreaming);
        const CarriedWork work = workOf(design);
        for (const SizeChange& change : work.changes) {
            for (Component& component : design.components)
                if (change.connection.empty() && component.id == change.component)
                    component.parameters[change.parameter] = static_cast<std::int64_t>(change.to);
            for (Connection& connection : design.connections)
                if (connection.id == change.connection)
                    connection.parameters[change.parameter] = static_cast<std::int64_t>(change.to);
        }
        QVERIFY(workOf(design).isWhole());
        const Result<Bill> bill = estimateBill(design, library(), "sc", {});
        QVERIFY(bill && bill->total == *work.monthly);
    }

    void oneHotKeyHasNoSizeThatHelps()
    {
        const DesignTemplate* hot = nullptr;
        for (const DesignTemplate& each : designTemplates())
            if (each.id == "hot-key")
                hot = &each;
        QVERIFY(hot);
        const CarriedWork work = workOf(designOf(std::string{hot->text}));
        QVERIFY(!work.isWhole());
        QVERIFY(!work.stuck.empty());
        QVERIFY(!work.monthly);
        QVERIFY(carriedFinding(work)->remedy.english().starts_with("No size was found"));
    }

    void everyScenarioOfTheMonthIsLookedAt()
    {
        Design design = designOf(kSmallTable, "5");
        design.scenarios.push_back(design.scenarios.front());
        design.scenarios.back().id = "launch";
        design.scenarios.back().traffic["src"].ratePerSecond = 100;
        design.month = {{"launch", 4.0, std::nullopt, {}}, {"s", std::nullopt, std::nullopt, {}}};
        const CarriedWork work = workOf(design);
        QCOMPARE(work.scenarios.size(), std::size_t{2});
        QCOMPARE(work.scenarios[0].share, 0.1);
        QCOMPARE(work.scenarios[1].share, 1.0);
        QVERIFY(work.monthly.has_value());
        PriceChoice alone;
        alone.wholeMonthIsTheScenario = true;
        QVERIFY(carriedWork(design, library(), "s", alone)->isWhole());
    }

    void aRunSaysWhatItRefused()
    {
        RunReport run;
        ComponentReport table;
        table.id = table.label = "t";
        table.counts.offered = 1000;
        QVERIFY(!refusedInRun(run, nullptr));
        run.components = {table};
        QVERIFY(!refusedInRun(run, nullptr));
        run.components.front().counts.throttled = 990;
        const CarriedWork work = workOf(designOf(kSmallTable));
        const std::optional<Finding> finding = refusedInRun(run, &work);
        QVERIFY(finding.has_value());
        QVERIFY(finding->text.english().find("99% of t was refused (990 of 1,000 attempts)")
                != std::string::npos);
        QVERIFY(finding->remedy.english().find("$938") != std::string::npos);
    }

    /// A table that is given 20 units on the way: what carries all of it, 1,250 at 80%, does so from the start.
    void aSizeThatChangesOnTheWayIsEnoughFromTheStart()
    {
        Design design = designOf(kSmallTable);
        ParameterChange change;
        change.id = "more";
        change.component = "t";
        change.parameter = "wcu";
        change.value = std::int64_t{20};
        change.startSeconds = 120;
        design.scenarios.front().changes.push_back(change);
        const CarriedWork work = workOf(design);
        QVERIFY(!work.isWhole());
        QCOMPARE(work.changes.size(), std::size_t{1});
        QCOMPARE(work.changes.front().to, 1250.0);
    }
};

PLIMSOLL_TEST(TestCarriedWork)
#include "tst_carried_work.moc"
