// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/study/templates.h"
#include "simulator/services/builtin_services.h"
#include "tests/support/test_main.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <nlohmann/json.hpp>

#include <sstream>

using namespace plimsoll;
using nlohmann::json;

namespace {

struct Outcome {
    int status = 0;
    std::string out, err;
};

Outcome run(std::vector<std::string> arguments)
{
    static const ServiceLibrary library = builtinServices();
    std::vector<const char*> argv{"plimsoll-cli"};
    for (const std::string& each : arguments)
        argv.push_back(each.c_str());
    std::ostringstream out, err;
    const int status = runCommandLine(static_cast<int>(argv.size()), argv.data(), library, out, err);
    return {status, out.str(), err.str()};
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// A source of 20/s and one server at $1 an hour: $730 a month.
const char* const kDesign =
    R"({"format": "plimsoll-design", "version": 1, "title": "Small", "region": "us-east-1",
  "components": [
    {"id": "clients", "service": "traffic-source", "label": "Clients", "position": [0, 0]},
    {"id": "server", "service": "custom-server", "label": "Server", "position": [240, 0],
     "parameters": {"pricePerHourUsd": 1}}],
  "connections": [{"id": "c1", "from": "clients", "to": "server"}],
  "scenarios": [{"id": "steady", "label": "Steady", "durationSeconds": 30,
                 "traffic": {"clients": {"shape": "constant", "ratePerSecond": 20}}BUDGET}]})";

}  // namespace

class TestCommandLine final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }
    std::string save(const char* name, const std::string& text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write a test file");
        file.write(text.data(), static_cast<qint64>(text.size()));
        return path(name);
    }
    std::string saveDesign(const std::string& more = {}) const
    {
        std::string text = kDesign;
        text.replace(text.find("BUDGET"), 6, more);
        return save("small.plimsoll", text);
    }
    std::string saveAndLoad() const
    {
        saveDesign();
        return load("small.plimsoll");
    }
    std::string load(const char* name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "";
    }

private Q_SLOTS:
    void tellsVersionAndHelp()
    {
        const Outcome version = run({"--version"});
        QCOMPARE(version.status, 0);
        QVERIFY(version.out.starts_with("plimsoll "));
        QCOMPARE(run({"--help"}).status, 0);
        for (const char* command : {"simulate", "price", "compare", "check", "size", "explain", "services",
                                    "templates", "prices", "migrate", "export", "report"}) {
            const Outcome help = run({command, "--help"});
            QCOMPARE(help.status, 0);
            QVERIFY2(contains(help.out, "Usage"), command);
        }
    }

    void badInputExitsWithTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");  // DESIGN stands for the saved one
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, QStringList arguments, const char* message) {
            QTest::newRow(name) << arguments << message;
        };
        row("no command", {}, "subcommand");
        row("unknown command", {"simulat", "DESIGN"}, "did you mean simulate?");
        row("no design", {"simulate"}, "design");
        row("missing file", {"simulate", "nowhere.plimsoll"}, "nowhere.plimsoll:");
        row("a directory", {"simulate", "/"}, "/:");
        row("unknown format", {"simulate", "DESIGN", "--format", "yaml"}, "--format: \"yaml\" is unknown");
        row("a workbook on a terminal", {"price", "DESIGN", "--format", "xlsx"}, "name a file with -o");
        row("a workbook of sizes", {"size", "DESIGN", "-o", "sizes.xlsx"}, "writes no xlsx");
        row("unknown engine", {"simulate", "DESIGN", "--engine", "warp"}, "warp");
        row("nearest component", {"simulate", "DESIGN", "--set", "servr.servers=2"},
            "did you mean \"server\"?");
        row("nearest parameter", {"price", "DESIGN", "--set", "server.server=2"},
            "did you mean \"servers\"?");
        row("out of range", {"price", "DESIGN", "--set", "server.servers=0"}, "give a number from 1");
        row("unknown source", {"simulate", "DESIGN", "--rate", "client=3"}, "did you mean \"clients\"?");
        row("wrong duration", {"simulate", "DESIGN", "--duration", "soon"},
            "--duration: \"soon\" is no duration");
        row("unknown scenario", {"check", "DESIGN", "--scenario", "stedy"}, "did you mean \"steady\"?");
        row("no month", {"price", "DESIGN", "--month-hours", "0"}, "--month-hours: 0 is not above 0");
        row("too long a month", {"price", "DESIGN", "--month-hours", "8785"}, "at most 8,784");
        row("note with hours", {"price", "DESIGN", "--price-book", "study-note", "--month-hours", "720"},
            "study-note fixes its own hours");
        row("unknown book", {"price", "DESIGN", "--price-book", "us-esat-1"}, "did you mean us-east-1?");
        row("missing book", {"price", "DESIGN", "--price-book", "./mine.json"},
            "./mine.json: cannot be read");
        row("unknown journey", {"explain", "DESIGN", "trace/c1/p98"}, "there are trace/c1/p50");
        row("unknown number", {"explain", "DESIGN", "bill/server/hours"}, "is no number of this design");
        row("unknown service", {"services", "lamda"}, "did you mean lambda?");
        row("unknown template", {"templates", "nothing-like-it"}, "is no template");
        row("nothing to compare", {"compare", "DESIGN"}, "has nothing to compare");
    }
    void badInputExitsWithTwo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        const std::string design = saveDesign();
        std::vector<std::string> list;
        for (const QString& each : arguments)
            list.push_back(each == "DESIGN" ? design : each.toStdString());
        const Outcome outcome = run(list);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(contains(outcome.err, message.toStdString()), outcome.err.c_str());
        QVERIFY2(outcome.out.empty(), outcome.out.c_str());
    }

    void designErrorsNameFileAndPlace()
    {
        const std::string broken = save("broken.plimsoll", R"({"format": "plimsoll-design", "version": )");
        const Outcome malformed = run({"simulate", broken});
        QCOMPARE(malformed.status, 2);
        QVERIFY2(malformed.err.starts_with(broken + ":"), malformed.err.c_str());

        std::string text = load("small.plimsoll");
        saveDesign();
        text = load("small.plimsoll");
        text.replace(text.find("custom-server"), 13, "warp-drive");
        const std::string unknown = save("unknown.plimsoll", text);
        for (const char* command : {"simulate", "price", "check"}) {
            const Outcome outcome = run({command, unknown});
            QCOMPARE(outcome.status, 2);
            QVERIFY2(contains(outcome.err, "warp-drive"), outcome.err.c_str());
        }
    }

    void simulatesInEveryFormat()
    {
        const std::string design = saveDesign();
        const Outcome text = run({"simulate", design});
        QVERIFY2(text.status == 0, text.err.c_str());
        for (const char* part : {"Small", "Verdict", "Components", "Bill", "730.00"})
            QVERIFY2(contains(text.out, part), part);
        const json document = json::parse(run({"simulate", design, "--format", "json"}).out);
        QCOMPARE(document["schema"].get<std::string>(), std::string{"plimsoll-run/1"});
        QCOMPARE(document["bill"]["monthlyUsd"].get<double>(), 730.0);
        QVERIFY(run({"simulate", design, "--format", "csv"})
                    .out.starts_with("section,item,measure,value,unit\r\n"));
        QVERIFY(contains(run({"simulate", design, "--format", "md"}).out, "# Small\n"));
        QVERIFY(contains(run({"simulate", design, "--engine", "flow"}).out, "from average rates"));
    }

    void sameSeedSameBytes()
    {
        const std::string design = saveDesign();
        const auto report = [&](const char* seed, const char* threads) {
            return run({"simulate", design, "--format", "json", "--seed", seed, "--replications", "3",
                        "--threads", threads})
                .out;
        };
        QCOMPARE(report("7", "1"), report("7", "1"));
        QCOMPARE(report("7", "1"), report("7", "2"));
    }

    void writesFilesWholeByTheirEnding()
    {
        const std::string design = saveDesign();
        const Outcome outcome = run({"simulate", design, "-o", path("run.json")});
        QVERIFY2(outcome.status == 0, outcome.err.c_str());
        QVERIFY(outcome.out.empty());
        QVERIFY(json::accept(load("run.json")));
        QCOMPARE(run({"price", design, "-o", path("bill.csv")}).status, 0);
        QVERIFY(load("bill.csv").starts_with("region,price_date,hours,component,label,meter"));
        QCOMPARE(run({"price", design, "-o", path("no/such/folder/bill.csv")}).status, 2);
        // A workbook is a zip archive; two of one report are the same bytes.
        QCOMPARE(run({"simulate", design, "-o", path("run.xlsx")}).status, 0);
        QVERIFY(load("run.xlsx").starts_with("PK"));
        QCOMPARE(run({"price", design, "-o", path("bill.xlsx")}).status, 0);
        QCOMPARE(run({"price", design, "-o", path("again.xlsx")}).status, 0);
        QCOMPARE(load("bill.xlsx"), load("again.xlsx"));
    }

    void aReportOfAlternativesBeginsWithTheirComparison()
    {
        // The same 20/s twice, on servers of $1 and $2 an hour: $730 against $1,460 a month, which nobody pays together.
        json design = json::parse(saveAndLoad());
        for (const auto& [id, service] :
             {std::pair{"clients-b", "traffic-source"}, {"server-b", "custom-server"}})
            design["components"].push_back(
                {{"id", id}, {"service", service}, {"label", id}, {"position", {0, 300}}, {"group", "b"}});
        design["components"][0]["group"] = design["components"][1]["group"] = "a";
        design["components"][3]["parameters"] = {{"pricePerHourUsd", 2}};
        design["connections"].push_back({{"id", "c2"}, {"from", "clients-b"}, {"to", "server-b"}});
        for (const char* id : {"a", "b"})
            design["groups"].push_back(
                {{"id", id}, {"label", id}, {"kind", "branch"}, {"position", {0, 0}}, {"size", {400, 100}}});
        design["scenarios"][0]["traffic"]["clients-b"] = design["scenarios"][0]["traffic"]["clients"];
        const std::string file = save("two.plimsoll", design.dump());
        const Outcome outcome = run({"report", file, "-o", path("two.md")});
        QVERIFY2(outcome.status == 0, outcome.err.c_str());
        const std::string text = load("two.md");
        QVERIFY(contains(text, "## Comparison"));
        QVERIFY(contains(text, "$1,460"));
        // The verdict names what each costs, not the sum of both.
        const std::string verdict = text.substr(0, text.find("## Comparison"));
        QVERIFY2(!contains(verdict, "$2,190"), verdict.c_str());
        QVERIFY(!contains(run({"report", saveDesign(), "-o", path("one.md")}).err, "compar"));
        QVERIFY(!contains(load("one.md"), "## Comparison"));
    }

    void aBillSaysWhereItWasMetered()
    {
        json design = json::parse(saveAndLoad());
        const auto group = [](const char* id, const char* label, const char* kind, int side) {
            return json{{"id", id},
                        {"label", label},
                        {"kind", kind},
                        {"position", {-side, -side}},
                        {"size", {2 * side, 2 * side}}};
        };
        design["groups"] = {group("acct", "Production", "account", 2000),
                            group("az", "Zone a", "availability-zone", 1000)};
        for (json& component : design["components"])
            if (component["id"] == "server")
                component["group"] = "az";
        const std::string placed = save("placed.plimsoll", design.dump());
        for (const char* command : {"price", "simulate"}) {
            const json document = json::parse(run({command, placed, "--format", "json"}).out);
            for (const json& line : (document.contains("bill") ? document["bill"] : document)["lines"]) {
                const bool within = line["component"] == "server";
                QCOMPARE(line["placement"]["account"].get<std::string>(), std::string{within ? "acct" : ""});
                QCOMPARE(line["placement"]["zone"].get<std::string>(), std::string{within ? "az" : ""});
                QCOMPARE(line["placement"]["region"].get<std::string>(), std::string{"us-east-1"});
            }
            QVERIFY(contains(run({command, placed}).out, "Production, Zone a"));
        }
        QCOMPARE(run({"price", placed, "-o", path("placed.csv")}).status, 0);
        QVERIFY(contains(load("placed.csv"), "acct,az"));
    }

    void checkExitsByBudget_data()
    {
        QTest::addColumn<QString>("budget");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << "" << 0;
        QTest::newRow("above the bill") << R"(, "monthlyBudgetUsd": 731)" << 0;
        QTest::newRow("the bill") << R"(, "monthlyBudgetUsd": 730)" << 0;
        QTest::newRow("below the bill") << R"(, "monthlyBudgetUsd": 729)" << 1;
    }
    void checkExitsByBudget()
    {
        QFETCH(QString, budget);
        QFETCH(int, status);
        const Outcome outcome = run({"check", saveDesign(budget.toStdString())});
        QCOMPARE(outcome.status, status);
        QVERIFY(contains(outcome.out, "Verdict"));
    }

    void checkNeedsABillForABudget_data()
    {
        QTest::addColumn<QString>("budget");
        QTest::addColumn<int>("status");
        QTest::newRow("no budget: a warning") << "" << 0;
        QTest::newRow("a budget") << R"(, "monthlyBudgetUsd": 731)" << 2;
    }
    void checkNeedsABillForABudget()
    {
        QFETCH(QString, budget);
        QFETCH(int, status);
        std::string text = kDesign;
        text.replace(text.find("BUDGET"), 6, budget.toStdString());
        text.replace(text.find("us-east-1"), 9, "eu-north-1");
        const Outcome outcome = run({"check", save("north.plimsoll", text)});
        QCOMPARE(outcome.status, status);
        QVERIFY(contains(outcome.out, "Verdict"));
        for (const std::string named : {"eu-west-1", "us-east-1", "--price-book"})
            QVERIFY2(contains(outcome.err, named), outcome.err.c_str());
    }

    void aRunAloneIsNoMonth()
    {
        // $1 an hour for 30 s: 30 / 3,600 = 0.008333333.
        const std::string design = saveDesign();
        for (const char* command : {"price", "simulate"}) {
            const Outcome outcome = run({command, design, "--for", "run", "--format", "json"});
            QCOMPARE(outcome.status, 0);
            const json document = json::parse(outcome.out);
            const json& bill = std::string{command} == "price" ? document : document["bill"];
            QCOMPARE(bill["monthlyUsd"].get<double>(), 0.008333333);
            QCOMPARE(bill["spanHours"].get<double>(), 30 / 3600.0);
        }
        const std::string text = run({"price", design, "--for", "run"}).out;
        QVERIFY2(contains(text, "$0.00833 for 30 s") && !contains(text, "month"), text.c_str());
    }

    void scriptsTakeWhatTheyWant()
    {
        const std::string design = saveDesign();
        const Outcome chosen =
            run({"simulate", design, "--format", "json", "--fields",
                 "components.id,components.counts.offered", "--filter", "component=server"});
        QCOMPARE(chosen.status, 0);
        const json document = json::parse(chosen.out);
        QCOMPARE(document.size(), std::size_t{1});
        QCOMPARE(document["components"].size(), std::size_t{1});
        QCOMPARE(document["components"][0].size(), std::size_t{2});
        const Outcome rows = run({"price", design, "--format", "csv", "--fields", "component,amount_usd"});
        QVERIFY2(rows.out.starts_with("component,amount_usd\r\nserver,730\r\n"), rows.out.c_str());
        QCOMPARE(run({"price", design, "--fields", "component"}).status, 2);
        QCOMPARE(run({"price", design, "--format", "json", "--fields", "nonsense"}).status, 2);
    }

    void readsVolumesByTheMonth()
    {
        const std::string design = saveDesign();
        const auto offered = [&](std::vector<std::string> more) {
            std::vector<std::string> all{"price", design, "--format", "json"};
            all.insert(all.end(), more.begin(), more.end());
            return json::parse(run(all).out)["carried"]["scenarios"][0]["components"][0]["offeredPerSecond"]
                .get<double>();
        };
        QVERIFY(std::abs(offered({"--rate", "clients=26.28M/month"}) - 10) < 0.01);
        QVERIFY(std::abs(offered({"--rate", "26.784M/month", "--month-hours", "744"}) - 10) < 0.01);
        QVERIFY(std::abs(offered({"--rate", "clients=600/min"}) - 10) < 0.01);
    }

    void aWarningOfTheReaderIsAFinding()
    {
        std::string text = kDesign;
        text.replace(text.find("BUDGET"), 6, "");
        text.replace(text.find("pricePerHourUsd"), 15, "pricePerHourUds");
        const Outcome outcome = run({"simulate", save("typo.plimsoll", text), "--format", "json"});
        QCOMPARE(outcome.status, 0);
        bool found = false;
        const json document = json::parse(outcome.out);
        for (const json& finding : document["findings"])
            found = found || finding["id"] == "design-file";
        QVERIFY(found);
        QVERIFY(contains(outcome.err, "warning"));
    }

    void pricesWithOptions()
    {
        const std::string design = saveDesign();
        const auto usd = [&](std::vector<std::string> more) {
            std::vector<std::string> all{"price", design, "--format", "json"};
            all.insert(all.end(), more.begin(), more.end());
            const Outcome outcome = run(all);
            return outcome.status == 0 ? json::parse(outcome.out)["monthlyUsd"].get<double>() : -1;
        };
        QCOMPARE(usd({}), 730.0);
        QCOMPARE(usd({"--month-hours", "744"}), 744.0);
        QCOMPARE(usd({"--set", "server.servers=3"}), 2190.0);
        QCOMPARE(usd({"--set", "server.servers=2", "--set", "server.pricePerHourUsd=0.5"}), 730.0);
        QCOMPARE(usd({"--price-book", "study-note"}), 0.0);
        const std::string own =
            save("mine.json", R"({"format": "plimsoll-price-book", "version": 1, "id": "mine",
            "region": "us-east-1", "prices": [{"meter": "custom-server/hours", "unit": "server-hour",
            "source": "contract", "tiers": [{"from": 0, "usdPerMillion": "2000000"}]}]})");
        QCOMPARE(usd({"--price-book", own}), 1460.0);
    }

    void showsTheJourneysOfSampledMessages()
    {
        const std::string design = saveDesign();
        const Outcome traced = run({"simulate", design, "--waterfall"});
        QCOMPARE(traced.status, 0);
        QVERIFY(contains(traced.out, "Response to Clients, the one at p99 of the sampled"));
        QVERIFY(contains(traced.out, "####"));
        QVERIFY(!contains(run({"simulate", design}).out, "of the sampled"));
        QVERIFY(contains(run({"explain", design, "trace/c1/p99"}).out, "the one at p99"));
        const Outcome as = run({"explain", design, "trace/c1/max", "--format", "json"});
        const json trace = json::parse(as.out);
        std::int64_t reached = 0;
        for (const json& segment : trace["segments"]) {
            QCOMPARE(segment["fromNanos"].get<std::int64_t>(), reached);
            reached = segment["toNanos"].get<std::int64_t>();
        }
        QCOMPARE(reached, trace["totalNanos"].get<std::int64_t>());
        QCOMPARE(run({"explain", design, "trace/c1/max", "--format", "json"}).out, as.out);
    }

    void triesChangesWhenAsked()
    {
        // 20 a second on one server of 49 ms: 98% busy, and an objective it cannot meet.
        const std::string design = saveDesign(
            R"(, "objectives": [{"metric": "response-p99", "component": "clients", "atMostMillis": 200}])");
        const std::vector<std::string> call{
            "simulate", design,     "--set", "server.serviceTimeMicros=49000", "--why", "--why-messages",
            "20000",    "--format", "json"};
        const Outcome outcome = run(call);
        QCOMPARE(outcome.status, 0);
        bool helped = false;
        const json report = json::parse(outcome.out);
        for (const json& finding : report["findings"])
            for (const json& change : finding["counterfactuals"])
                helped = helped || change["parameter"] == "servers";
        QVERIFY(helped);
        QCOMPARE(run(call).out, outcome.out);
    }

    void explainShowsTheArithmetic()
    {
        const std::string design = saveDesign();
        QVERIFY(contains(run({"explain", design}).out, "bill/server/custom-server/hours"));
        const Outcome outcome = run({"explain", design, "bill/server/custom-server/hours"});
        QCOMPARE(outcome.status, 0);
        QVERIFY2(contains(outcome.out, "730 x 1"), outcome.out.c_str());
        QVERIFY2(contains(outcome.out, "given in the design"), outcome.out.c_str());
    }

    void listsServicesAndTemplates()
    {
        QVERIFY(contains(run({"services"}).out, "kinesis-data-streams"));
        const Outcome one = run({"services", "lambda"});
        QVERIFY(contains(one.out, "memoryMb") || contains(one.out, "Parameters"));
        QVERIFY(contains(one.out, "lambda/requests"));
        QCOMPARE(run({"templates"}).status, 0);
        for (const DesignTemplate& each : designTemplates()) {
            QCOMPARE(run({"templates", each.id}).out, std::string{each.text});
            QCOMPARE(run({"templates", each.id, "-o", path("template.plimsoll")}).status, 0);
            const Outcome priced = run({"price", path("template.plimsoll")});
            QVERIFY2(priced.status == 0, priced.err.c_str());
        }
    }

    void showsAndComparesPriceBooks()
    {
        QVERIFY(contains(run({"prices"}).out, "study-note"));
        QCOMPARE(run({"prices", "show", "us-east-1", "-o", path("own.json")}).status, 0);
        // A book shown is a book that can be used.
        QCOMPARE(run({"price", saveDesign(), "--price-book", path("own.json")}).status, 0);
        QVERIFY(contains(run({"prices", "diff", "us-east-1", path("own.json")}).out, "The two books agree."));
        QVERIFY(contains(run({"prices", "diff", "us-east-1", "ap-northeast-1"}).out,
                         "kinesis-data-streams/shard-hours"));
        QCOMPARE(run({"prices", "show"}).status, 2);
        QCOMPARE(run({"prices", "diff", "us-east-1"}).status, 2);
        QCOMPARE(run({"prices", "show", "nowhere"}).status, 2);
    }

    void migratesInPlaceOrElsewhere()
    {
        const std::string design = saveDesign();
        const std::string before = load("small.plimsoll");
        QCOMPARE(run({"migrate", design, "-o", path("new.plimsoll")}).status, 0);
        QCOMPARE(load("small.plimsoll"), before);
        const std::string written = load("new.plimsoll");
        QCOMPARE(run({"migrate", design}).status, 0);
        QCOMPARE(load("small.plimsoll"), written);
        QVERIFY(contains(run({"migrate", design}).err, "current format already"));
        QCOMPARE(load("small.plimsoll"), written);
    }

    void comparesTwoFiles()
    {
        const std::string cheap = saveDesign();
        std::string text = load("small.plimsoll");
        text.replace(text.find("\"pricePerHourUsd\": 1"), 20, "\"pricePerHourUsd\": 2");
        text.replace(text.find("Small"), 5, "Large");
        const std::string dear = save("dear.plimsoll", text);
        const Outcome outcome = run({"compare", cheap, dear});
        QVERIFY2(outcome.status == 0, outcome.err.c_str());
        QVERIFY2(contains(outcome.out,
                          "Large costs $730 more a month than Small: $1,460 against $730, 2 times as much."),
                 outcome.out.c_str());
        QCOMPARE(run({"compare", cheap, dear, "--run", "--format", "json"}).status, 0);
    }

    // The study note's comparison, told with every meter: 1.8 times instead of 45.
    void comparesTheReferenceBranches()
    {
        const DesignTemplate* reference = nullptr;
        for (const DesignTemplate& each : designTemplates())
            if (each.id == "reference-comparison")
                reference = &each;
        QVERIFY(reference);
        const std::string design = save("reference.plimsoll", std::string{reference->text});
        const Outcome outcome = run({"compare", design, "--format", "json"});
        QVERIFY2(outcome.status == 0, outcome.err.c_str());
        const json sides = json::parse(outcome.out)["sides"];
        QCOMPARE(sides.size(), std::size_t{2});
        std::vector<double> totals{sides[0]["bill"]["monthlyUsd"], sides[1]["bill"]["monthlyUsd"]};
        std::sort(totals.begin(), totals.end());
        // 32.85 + 110.38 + 1,090.22 + 12.35 + 7.70 + 86.47, and 1,423.50 + 0.09 + 12.35 + 1,031.63
        QVERIFY2(std::abs(totals[0] - 1339.96) < 1, outcome.out.c_str());
        QVERIFY2(std::abs(totals[1] - 2467.57) < 1, outcome.out.c_str());
        const json note =
            json::parse(run({"compare", design, "--price-book", "study-note", "--format", "json"}).out);
        std::vector<std::string> noted;
        for (const json& side : note["sides"])
            noted.push_back(side["bill"]["monthlyUsd"].dump());
        std::sort(noted.begin(), noted.end());
        QCOMPARE(noted, (std::vector<std::string>{"1450.89672", "32.4"}));
    }

    void knowsACommandLineFromAFile()
    {
        const auto asks = [](std::vector<const char*> arguments) {
            arguments.insert(arguments.begin(), "plimsoll");
            return isCommandLine(static_cast<int>(arguments.size()), arguments.data());
        };
        QVERIFY(asks({"simulate", "x.plimsoll"}));
        QVERIFY(asks({"--version"}));
        QVERIFY(!asks({}));
        QVERIFY(!asks({"x.plimsoll"}));
    }
};

PLIMSOLL_TEST(TestCommandLine)
#include "tst_command_line.moc"
