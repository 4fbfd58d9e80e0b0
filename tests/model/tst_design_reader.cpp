// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

Result<LoadedDesign> parsed(const QString& text)
{
    return parseDesign(text.toStdString(), smallCatalog());
}

/// A design with these members besides format and version. (No raw text here: moc would count its braces.)
QString file(const QString& members)
{
    const QString header = "\"format\": \"plimsoll-design\", \"version\": 1";
    return "{" + header + (members.isEmpty() ? "" : ", ") + members + "}";
}

}  // namespace

class TestDesignReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryMember()
    {
        const Result<LoadedDesign> loaded = parseDesign(sampleText(), smallCatalog());
        QVERIFY2(loaded, loaded ? "" : loaded.error().toString().c_str());
        const Design& design = loaded->design;
        QCOMPARE(q(design.region), QString("eu-west-1"));
        QCOMPARE(design.components.size(), std::size_t{8});
        QCOMPARE(design.connections.size(), std::size_t{7});

        const Component& function = *findComponent(design, "function");
        QCOMPARE(function.position.x, 480.0);
        QCOMPARE(q(function.group), QString("vpc-1"));
        QVERIFY(function.parameters.at("memoryMegabytes") == ParameterValue{std::int64_t{1024}});
        QVERIFY(function.parameters.at("fixedMillis") == ParameterValue{12.5});
        QVERIFY(function.parameters.at("arm") == ParameterValue{true});
        // "auto" is the word itself where the parameter is text, and sizing elsewhere.
        QVERIFY(function.parameters.at("runtime") == ParameterValue{std::string{"auto"}});
        QVERIFY(findComponent(design, "orders")->parameters.at("shards") == ParameterValue{Auto{}});
        QVERIFY(q(function.extraJson).contains("\"locked\":true"));
        QVERIFY(std::holds_alternative<RawJson>(
            findComponent(design, "producers")->parameters.at("recordSizeBytes")));

        const Scenario& launch = *findScenario(design, "launch");
        const TrafficProfile& spike = launch.traffic.at("producers");
        QVERIFY(spike.shape == TrafficShape::Spike && spike.arrivals == Arrivals::Regular);
        QCOMPARE(spike.ratePerSecond, 100.5);
        QCOMPARE(spike.peakStartSeconds, 600.0);
        QVERIFY(launch.faults.at(0).kind == FaultKind::Slow);
        QCOMPARE(launch.faults.at(0).factor, 10.0);

        const Scenario& steady = *findScenario(design, "steady");
        QCOMPARE(steady.queries.at(0).users, std::int64_t{20});
        QVERIFY(steady.jobs.at(0).reads == JobReads::Window && steady.jobs.at(0).overlap == JobOverlap::Skip);
        QCOMPARE(q(steady.jobs.at(1).afterJob), QString("nightly"));
        QCOMPARE(*steady.objectives.at(0).atMostMillis, 1000.0);
        QVERIFY(!steady.objectives.at(0).atMost);
        QCOMPARE(*steady.monthlyBudgetUsd, 2000.0);
        QCOMPARE(*design.month.at(0).times, 4.0);
        QVERIFY(!design.month.at(1).times && !design.month.at(1).hours);
    }

    void warnsAboutWhatItDoesNotKnow()
    {
        const Result<LoadedDesign> loaded = parsed(file(R"("components": [
            {"id": "a", "service": "lamda"},
            {"id": "b", "service": "kinesis-data-streams", "parameters": {"shard": 3, "zzzzzz": 1}, "group": "gone"},
            {"id": "c", "service": "lambda"}],
            "connections": [{"id": "d", "from": "b", "to": "c", "parameters": {"batchsize": 5, "reader": "shared"}}])"));
        QVERIFY(loaded);
        QStringList warnings;
        for (const std::string& warning : loaded->warnings)
            warnings += q(warning);
        const QString all = warnings.join('\n');
        QVERIFY2(all.contains("/components/a/service: unknown service \"lamda\"; did you mean \"lambda\"?"),
                 qPrintable(all));
        QVERIFY(all.contains("/components/b/parameters/shard: unknown parameter; did you mean \"shards\"?"));
        QVERIFY(all.contains("/components/b/parameters/zzzzzz: unknown parameter"));
        QVERIFY(all.contains("/components/b/group: there is no group \"gone\""));
        QVERIFY(all.contains(
            "/connections/d/parameters/batchsize: unknown parameter; did you mean \"batchSize\"?"));
        QCOMPARE(warnings.size(), 5);
        // All of it is kept.
        QCOMPARE(q(findComponent(loaded->design, "a")->service), QString("lamda"));
        QVERIFY(findComponent(loaded->design, "b")->parameters.contains("shard"));
    }

    void anEmptyDesignIsOne() { QVERIFY(parsed(file(""))); }

    void scenariosHaveANameSpaceOfTheirOwn()
    {
        QVERIFY(parsed(file(
            R"("components": [{"id": "launch", "service": "lambda"}], "scenarios": [{"id": "launch"}])")));
    }
    void aByteOrderMarkIsNoProblem()
    {
        QVERIFY(parseDesign("\xEF\xBB\xBF" + file("").toStdString(), smallCatalog()));
    }

    void itemsAreSortedById()
    {
        const Result<LoadedDesign> loaded = parsed(file(R"("components": [{"id": "b", "service": "lambda"},
            {"id": "a", "service": "lambda"}], "scenarios": [{"id": "y"}, {"id": "x"}])"));
        QVERIFY(loaded);
        QCOMPARE(q(loaded->design.components[0].id), QString("a"));
        QCOMPARE(q(loaded->design.scenarios[0].id), QString("x"));
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("what");
        const auto raw = [](const char* name, const QString& text, const char* place, const char* what) {
            QTest::newRow(name) << text << place << what;
        };
        const auto row = [&raw](const char* name, const char* members, const char* place, const char* what) {
            raw(name, file(members), place, what);
        };
        raw("empty", "", "", "empty");
        raw("blank", " \n\t ", "", "empty");
        raw("not JSON", "hello", "1:1", "not valid JSON");
        raw("a list", "[]", "", "not a Plimsoll design");
        raw("a number", "3", "", "not a Plimsoll design");
        raw("no format", R"({"version": 1})", "/format", "not a Plimsoll design");
        raw("another format", R"({"format": "other", "version": 1})", "/format", "not a Plimsoll design");
        raw("no version", R"({"format": "plimsoll-design"})", "/version", "whole number");
        raw("version as text", R"({"format": "plimsoll-design", "version": "1"})", "/version",
            "whole number");
        raw("version with decimals", R"({"format": "plimsoll-design", "version": 1.5})", "/version",
            "whole number");
        raw("version 0", R"({"format": "plimsoll-design", "version": 0})", "/version", "no version 0");
        raw("newer version", R"({"format": "plimsoll-design", "version": 2})", "/version",
            "was written by a newer Plimsoll (version 2)");
        raw("much newer version", R"({"format": "plimsoll-design", "version": 18446744073709551615})",
            "/version", "newer Plimsoll");
        raw("newer, with members of another type",
            R"({"format": "plimsoll-design", "version": 9, "components": 3})", "/version", "newer Plimsoll");
        raw("text after the end", file("") + "x", "1:44", "not valid JSON");
        raw("trailing comma", "{\n  \"format\": 1,\n}", "3:1", "not valid JSON");
        raw("NaN", "{\"format\": NaN}", "1:12", "not valid JSON");
        raw("a comment", "// hello\n{}", "1:1", "not valid JSON");
        raw("number beyond a double", "{\n\"a\": 1e999}", "2:10", "too large");
        raw("minus beyond a double", "{\"a\": -1e999}", "1:12", "too large");
        raw("cut short", "{\"format\": \"plimsoll-design\", \"ver", "1:35", "ends in the middle");
        row("same member twice", R"("title": "a", "title": "b")", "/title", "given twice");
        row("same parameter twice",
            R"("components": [{"id": "a", "service": "lambda", "parameters": {"x": 1, "x": 2}}])",
            "/components/0/parameters/x", "given twice");
        row("title of another type", R"("title": 3)", "/title", "must be text");
        row("region of another type", R"("region": null)", "/region", "must be text");
        row("components not a list", R"("components": {})", "/components", "must be a list");
        row("component not an object", R"("components": [3])", "/components/0", "must be an object");
        row("component without id", R"("components": [{"service": "lambda"}])", "/components/0",
            "has no \"id\"");
        row("id of another type", R"("components": [{"id": 3, "service": "lambda"}])", "/components/0/id",
            "must be text");
        row("invalid id", R"("components": [{"id": "A b", "service": "lambda"}])", "/components/0/id",
            "not a valid id");
        row("empty id", R"("components": [{"id": "", "service": "lambda"}])", "/components/0/id",
            "not a valid id");
        row("no service", R"("components": [{"id": "a"}])", "/components/0", "names no service");
        row("id twice", R"("components": [{"id": "a", "service": "lambda"}, {"id": "a", "service": "s3"}])",
            "/components/1/id", "used twice");
        row("id of another kind of item",
            R"("components": [{"id": "a", "service": "lambda"}], "groups": [{"id": "a"}])", "/groups/0/id",
            "used twice");
        row("scenario twice", R"("scenarios": [{"id": "a"}, {"id": "a"}])", "/scenarios/1/id", "used twice");
        row("position", R"("components": [{"id": "a", "service": "lambda", "position": [1]}])",
            "/components/0/position", "two numbers");
        row("position of texts",
            R"("components": [{"id": "a", "service": "lambda", "position": ["1", "2"]}])",
            "/components/0/position", "two numbers");
        row("parameters not an object",
            R"("components": [{"id": "a", "service": "lambda", "parameters": []}])",
            "/components/0/parameters", "must be an object");
        row("from nowhere",
            R"("components": [{"id": "a", "service": "lambda"}], "connections": [{"id": "c", "from": "b", "to": "a"}])",
            "/connections/0/from", "there is no component \"b\"");
        row("to nowhere",
            R"("components": [{"id": "a", "service": "lambda"}], "connections": [{"id": "c", "from": "a", "to": "b"}])",
            "/connections/0/to", "there is no component \"b\"");
        row("no end",
            R"("components": [{"id": "a", "service": "lambda"}], "connections": [{"id": "c", "from": "a"}])",
            "/connections/0", "has no \"to\"");
        row("duration as text", R"("scenarios": [{"id": "s", "durationSeconds": "1h"}])",
            "/scenarios/0/durationSeconds", "must be a number");
        row("unknown shape", R"("scenarios": [{"id": "s", "traffic": {"a": {"shape": "sinus"}}}])",
            "/scenarios/0/traffic/a/shape", "unknown shape \"sinus\"");
        row("unknown arrivals", R"("scenarios": [{"id": "s", "traffic": {"a": {"arrivals": "sudden"}}}])",
            "/scenarios/0/traffic/a/arrivals", "unknown arrivals");
        row("rate as text", R"("scenarios": [{"id": "s", "traffic": {"a": {"ratePerSecond": "3000"}}}])",
            "/scenarios/0/traffic/a/ratePerSecond", "must be a number");
        row("traffic of an invalid id", R"("scenarios": [{"id": "s", "traffic": {"A/~": {}}}])",
            "/scenarios/0/traffic/A~1~0", "not a valid id");
        row("users with decimals",
            R"("scenarios": [{"id": "s", "queries": [{"id": "q", "target": "a", "users": 1.5}]}])",
            "/scenarios/0/queries/0/users", "whole number");
        row("users beyond a signed number",
            R"("scenarios": [{"id": "s", "queries": [{"id": "q", "target": "a", "users": 9223372036854775808}]}])",
            "/scenarios/0/queries/0/users", "whole number");
        row("job twice",
            R"("scenarios": [{"id": "s", "jobs": [{"id": "j", "component": "a"}, {"id": "j", "component": "a"}]}])",
            "/scenarios/0/jobs/1/id", "used twice");
        row("unknown overlap",
            R"("scenarios": [{"id": "s", "jobs": [{"id": "j", "component": "a", "overlap": "never"}]}])",
            "/scenarios/0/jobs/0/overlap", "unknown overlap");
        row("unknown fault",
            R"("scenarios": [{"id": "s", "faults": [{"id": "f", "component": "a", "kind": "fire"}]}])",
            "/scenarios/0/faults/0/kind", "unknown kind");
        row("only a zone goes without a component", R"("scenarios": [{"id": "s", "faults": [{"id": "f"}]}])",
            "/scenarios/0/faults/0", "has no \"component\"");
        row("a redrive of nothing", R"("scenarios": [{"id": "s", "redrives": [{"id": "r"}]}])",
            "/scenarios/0/redrives/0", "has no \"component\"");
        row("a redrive with a fault's id",
            R"("scenarios": [{"id": "s", "faults": [{"id": "f", "component": "a"}],
                              "redrives": [{"id": "f", "component": "a"}]}])",
            "/scenarios/0/redrives/0/id", "used twice");
        row("a change to nothing",
            R"("scenarios": [{"id": "s", "changes": [{"id": "c", "component": "a", "parameter": "b"}]}])",
            "/scenarios/0/changes/0/value", "says no value");
        row("a change of nothing", R"("scenarios": [{"id": "s", "changes": [{"id": "c", "value": 1}]}])",
            "/scenarios/0/changes/0", "has no \"component\"");
        row("a replay of nothing", R"("scenarios": [{"id": "s", "replays": [{"id": "r"}]}])",
            "/scenarios/0/replays/0", "has no \"connection\"");
        row("target as text",
            R"("scenarios": [{"id": "s", "objectives": [{"metric": "x", "atMostMillis": "1"}]}])",
            "/scenarios/0/objectives/0/atMostMillis", "must be a number");
        row("month without scenario", R"("month": [{"times": 3}])", "/month/0", "has no \"scenario\"");
    }
    void refusesBadFiles()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        QFETCH(QString, what);
        const Result<LoadedDesign> loaded = parsed(text);
        QVERIFY(!loaded);
        QVERIFY2(q(loaded.error().what).contains(what), loaded.error().toString().c_str());
        QCOMPARE(q(loaded.error().place), place);
        QVERIFY(!loaded.error().remedy.empty());
    }

    void anUnknownShapeIsToldTheKnownOnes()
    {
        const Result<LoadedDesign> loaded =
            parsed(file(R"("scenarios": [{"id": "s", "traffic": {"a": {"shape": "x"}}}])"));
        QCOMPARE(q(loaded.error().remedy),
                 QString("use constant, ramp, step, spike, diurnal, weekly or trace"));
    }

    void aNewerVersionSaysWhatToDo()
    {
        const Result<LoadedDesign> loaded = parsed(R"({"format": "plimsoll-design", "version": 7})");
        QCOMPARE(q(loaded.error().toString()),
                 QString("/version: was written by a newer Plimsoll (version 7); update the program"));
    }

    void otherEncodingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-16 little endian") << QByteArray("\xFF\xFE{\0}\0", 6);
        QTest::newRow("UTF-16 big endian") << QByteArray("\xFE\xFF\0{\0}", 6);
        QTest::newRow("Latin-1 in a text") << QByteArray("{\"title\": \"\xFC\"}");
        QTest::newRow("zero bytes") << QByteArray(100, '\0');
        QTest::newRow("a lone surrogate") << QByteArray("{\"title\": \"\\ud800\"}");
    }
    void otherEncodingsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parseDesign(bytes.toStdString(), smallCatalog()));
    }

    void nestingIsLimited_data()
    {
        QTest::addColumn<int>("levels");  // of the whole file; the value sits three levels deep
        QTest::addColumn<bool>("accepted");
        QTest::newRow("just below") << 63 << true;
        QTest::newRow("at the limit") << 64 << true;
        QTest::newRow("just above") << 65 << false;
        QTest::newRow("a hundred thousand") << 100'000 << false;
    }
    void nestingIsLimited()
    {
        QFETCH(int, levels);
        QFETCH(bool, accepted);
        const int lists = levels - 1;
        const Result<LoadedDesign> loaded =
            parsed(file("\"extra\": " + QString(lists, '[') + QString(lists, ']')));
        QCOMPARE(loaded.has_value(), accepted);
        if (!accepted)
            QVERIFY(q(loaded.error().what).contains("deeper than 64"));
        else  // and what was read can be written and read again
            QVERIFY(parseDesign(writeDesign(loaded->design), smallCatalog()));
    }

    void bracketsInTextDoNotNest()
    {
        QVERIFY(parsed(file("\"title\": \"" + QString(1000, '[') + "\\\"" + QString(1000, '{') + "\"")));
    }

    void unclosedNestingIsRefusedToo()
    {
        QVERIFY(!parseDesign(std::string(100'000, '['), smallCatalog()));
        QVERIFY(!parseDesign(std::string(100'000, ']'), smallCatalog()));
    }

    void aCutAtAnyByteIsAnErrorAndNeverACrash()
    {
        const std::string text = sampleText();
        const ServiceCatalog catalog = smallCatalog();
        // The final line end may go.
        for (std::size_t length = 0; length + 2 <= text.size(); ++length) {
            const Result<LoadedDesign> loaded =
                parseDesign(std::string_view{text}.substr(0, length), catalog);
            QVERIFY2(!loaded, std::to_string(length).c_str());
        }
    }

    void aChangedByteNeverCrashes()
    {
        const std::string text = sampleText();
        const ServiceCatalog catalog = smallCatalog();
        for (std::size_t at = 0; at < text.size(); at += 3) {
            for (const char c : {'\0', '"', '{', ']', '9', '\\', '\xFF'}) {
                std::string changed = text;
                changed[at] = c;
                const Result<LoadedDesign> loaded = parseDesign(changed, catalog);
                // What still reads must also survive a save.
                if (loaded)
                    QVERIFY(parseDesign(writeDesign(loaded->design), catalog));
            }
        }
    }

    void aTooLargeTextIsRefusedAtOnce()
    {
        const Result<LoadedDesign> loaded =
            parseDesign(std::string(kLargestDesignFile + 1, ' '), smallCatalog());
        QVERIFY(!loaded);
        QVERIFY(q(loaded.error().what).contains("larger than 64 MB"));
    }

    void anIntegerTooLargeForUsIsKeptToTheDigit()
    {
        const QString text = file(
            R"("components": [{"id": "a", "service": "lambda", "parameters": {"memoryMegabytes": 18446744073709551615}}])");
        const Result<LoadedDesign> loaded = parsed(text);
        QVERIFY(loaded);
        QVERIFY(q(writeDesign(loaded->design)).contains("18446744073709551615"));
    }
};

PLIMSOLL_TEST(TestDesignReader)
#include "tst_design_reader.moc"
