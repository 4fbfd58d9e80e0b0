// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <QtCore/QDir>

#include <algorithm>
#include <limits>

using namespace plimsoll;
using namespace plimsoll::tests;

class TestDesignWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCanonicalFileIsWrittenByteForByte()
    {
        const std::string text = sampleText();
        QVERIFY(!text.empty());
        const Result<LoadedDesign> loaded = parseDesign(text, smallCatalog());
        QVERIFY(loaded);
        QCOMPARE(q(writeDesign(loaded->design)), q(text));
    }

    void everyKindOfTrafficIsKept()
    {
        const std::string text = dataFile("v1/traffic.plimsoll");
        const Result<LoadedDesign> loaded = parseDesign(text, smallCatalog());
        QVERIFY(loaded);
        const TrafficProfile& month = loaded->design.scenarios[0].traffic.at("producers");
        QVERIFY(month.shape == TrafficShape::Weekly && month.arrivals == Arrivals::Bursty);
        QVERIFY(month.firstDay == Weekday::Friday);
        QCOMPARE(month.spikes.size(), std::size_t{2});
        QCOMPARE(*month.spikes[0].factor, 2.5);
        QCOMPARE(*month.spikes[1].peakPerSecond, 5000.0);
        QCOMPARE(month.pauses[0].everySeconds, 86'400.0);
        QCOMPARE(trafficOf(loaded->design.scenarios[0], "producers").load, 2.4 * 1.5);
        QCOMPARE(loaded->design.scenarios[1].traffic.at("producers").file, std::string{"calls.csv"});
        QCOMPARE(loaded->design.scenarios[2].traffic.at("producers").levels[1].ratePerSecond, 0.0);
        // A file as people write it; what the program makes of it stays as it is.
        const std::string written = writeDesign(loaded->design);
        QVERIFY(parseDesign(written, smallCatalog())->design == loaded->design);
        for (const char* member :
             {"\"weekendFactor\": 0.6", "\"firstDay\": \"friday\"", "\"why\": \"a launch\"",
              "\"burstShare\": 0.05", "\"load\": 1.5", "\"load\": 2.4"})
            QVERIFY2(written.find(member) != std::string::npos, member);
    }

    void aColdOpeningIsKept()
    {
        Result<LoadedDesign> loaded = parseDesign(dataFile("v1/redrive.plimsoll"), smallCatalog());
        QVERIFY(loaded);
        Scenario& scenario = loaded->design.scenarios[0];
        QVERIFY(scenario.opening == Opening::Settled);
        scenario.opening = Opening::Cold;
        const std::string written = writeDesign(loaded->design);
        QVERIFY(written.find("\"opening\": \"cold\"") != std::string::npos);
        QVERIFY(parseDesign(written, smallCatalog())->design == loaded->design);
    }

    void redrivesAreKept()
    {
        const std::string text = dataFile("v1/redrive.plimsoll");
        const Result<LoadedDesign> loaded = parseDesign(text, smallCatalog());
        QVERIFY(loaded);
        const std::vector<Redrive>& redrives = loaded->design.scenarios[0].redrives;
        QCOMPARE(redrives.size(), std::size_t{2});
        QCOMPARE(q(redrives[0].component), QString("dead"));
        QCOMPARE(redrives[0].startSeconds, 900.0);
        QCOMPARE(redrives[0].ratePerSecond, 50.0);
        QCOMPARE(redrives[1].ratePerSecond, 0.0);  // left to the queue
        QCOMPARE(q(writeDesign(loaded->design)), q(text));
    }

    void changesAndReplaysAreKept()
    {
        Result<LoadedDesign> loaded = parseDesign(dataFile("v1/redrive.plimsoll"), smallCatalog());
        QVERIFY(loaded);
        Scenario& scenario = loaded->design.scenarios[0];
        scenario.changes = {{"c-1", "dead", "visibilitySeconds", std::int64_t{60}, 30, {}},
                            {"c-2", "dead", "fifo", true, 45.5, R"({"why":"a launch"})"},
                            {"c-3", "dead", "mode", std::string{"fast"}, 0, {}}};
        scenario.replays = {{"r-1", "c1", 60, {}, {}}, {"r-2", "c1", 90, 30.0, {}}};
        const std::string written = writeDesign(loaded->design);
        for (const char* member : {"\"parameter\": \"fifo\"", "\"value\": 60", "\"value\": true",
                                   "\"why\": \"a launch\"", "\"fromSeconds\": 30"})
            QVERIFY2(written.find(member) != std::string::npos, member);
        const Result<LoadedDesign> again = parseDesign(written, smallCatalog());
        QVERIFY(again);
        QVERIFY(again->design == loaded->design);
        QCOMPARE(q(writeDesign(again->design)), q(written));
    }

    void everyReleasedFileLoadsAndIsStable()
    {
        const QDir folder{PLIMSOLL_SOURCE_DIR "/tests/data/designs/v1"};
        const QStringList names = folder.entryList({"*.plimsoll"}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString& name : names) {
            const Result<LoadedDesign> first =
                parseDesign(dataFile("v1/" + name.toStdString()), smallCatalog());
            QVERIFY2(first, qPrintable(name));
            const std::string written = writeDesign(first->design);
            const Result<LoadedDesign> second = parseDesign(written, smallCatalog());
            QVERIFY2(second, qPrintable(name));
            QVERIFY(first->design == second->design);
            QCOMPARE(q(writeDesign(second->design)), q(written));
        }
    }

    void theOrderInMemoryDoesNotMatter()
    {
        Design design = parseDesign(sampleText(), smallCatalog())->design;
        const std::string expected = writeDesign(design);
        std::reverse(design.components.begin(), design.components.end());
        std::reverse(design.connections.begin(), design.connections.end());
        std::reverse(design.scenarios.begin(), design.scenarios.end());
        QCOMPARE(q(writeDesign(design)), q(expected));
    }

    void anEmptyDesignHasAllTheLists()
    {
        const QString text = q(writeDesign(Design{}));
        QVERIFY(text.startsWith("{\n  \"format\": \"plimsoll-design\",\n  \"version\": 1,\n"));
        for (const char* key : {"components", "connections", "groups", "notes", "month", "scenarios"})
            QVERIFY2(text.contains(QString{"\"%1\": []"}.arg(key)), key);
        QVERIFY(text.endsWith("}\n"));
    }

    void numbersKeepTheirType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("integer") << "3";
        QTest::newRow("real") << "0.1";
        QTest::newRow("whole real") << "3.0";
        QTest::newRow("small") << "1e-09";
        QTest::newRow("largest integer") << "9223372036854775807";
        QTest::newRow("smallest integer") << "-9223372036854775808";
        QTest::newRow("null") << "null";
        QTest::newRow("true") << "true";
        QTest::newRow("text") << "\"12\"";
        QTest::newRow("empty list") << "[]";
        QTest::newRow("empty object") << "{}";
    }
    void numbersKeepTheirType()
    {
        QFETCH(QString, text);
        const QString file = QString{R"({"format": "plimsoll-design", "version": 1, "components": [
            {"id": "a", "service": "lambda", "parameters": {"x": %1}}]})"}
                                 .arg(text);
        const Result<LoadedDesign> loaded = parseDesign(file.toStdString(), smallCatalog());
        QVERIFY(loaded);
        const QString written = q(writeDesign(loaded->design));
        QVERIFY2(written.contains("\"x\": " + text + "\n"), qPrintable(written));
    }

    void whatCannotBeWrittenStillLeavesAFileThatOpens()
    {
        Design design = cleanDesign();
        design.components[0].parameters["memoryMegabytes"] = std::numeric_limits<double>::quiet_NaN();
        design.components[0].position.x = std::numeric_limits<double>::infinity();
        design.components[0].label = "broken \xFF UTF-8";
        design.components[0].extraJson = "no JSON";
        design.components[1].parameters["mode"] = RawJson{"{broken"};
        design.components[1].extraJson =
            "{\"id\": \"another\", \"kept\": 1}";  // never instead of a known member
        design.components[2].parameters["recordSizeBytes"] =
            RawJson{std::string(1000, '[') + std::string(1000, ']')};
        const Result<LoadedDesign> loaded = parseDesign(writeDesign(design), smallCatalog());
        QVERIFY2(loaded, loaded ? "" : loaded.error().toString().c_str());
        QVERIFY(findComponent(loaded->design, "another") == nullptr);
        QCOMPARE(q(findComponent(loaded->design, "orders")->extraJson), QString("{\"kept\":1}"));
    }
};

PLIMSOLL_TEST(TestDesignWriter)
#include "tst_design_writer.moc"
