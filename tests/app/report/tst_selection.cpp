// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/selection.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace plimsoll;
using nlohmann::json;

namespace {

const char* const kDocument = R"({"schema": "x/1", "provenance": {"seed": 7},
  "components": [{"id": "a", "counts": {"offered": 3}}, {"id": "b", "counts": {"offered": 4}}],
  "findings": [{"id": "hot", "component": "a", "level": "note"}, {"id": "cold", "component": "b", "level": "advice"}],
  "bill": {"monthlyUsd": 0.1, "lines": [{"component": "a", "usd": 1}, {"component": "b", "usd": 2}]}})";

json chosen(std::vector<std::string> fields, std::vector<std::string> filters)
{
    const Result<std::string> text = selectFromJson(kDocument, {std::move(fields), std::move(filters)});
    return text ? json::parse(*text) : json{text.error().toString()};
}

/// As the writer would put it.
std::string normal(const char* text)
{
    return json::parse(text).dump();
}

}  // namespace

class TestSelection final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fieldsGoThroughLists()
    {
        QCOMPARE(chosen({"components.id", "provenance.seed"}, {}).dump(),
                 normal(R"({"components": [{"id": "a"}, {"id": "b"}], "provenance": {"seed": 7}})"));
        QCOMPARE(chosen({"bill.monthlyUsd"}, {}).dump(), normal(R"({"bill": {"monthlyUsd": 0.1}})"));
    }

    void aComponentIsKeptWhereverItIsNamed()
    {
        const json document = chosen({}, {"component=b"});
        QCOMPARE(document["components"].size(), std::size_t{1});
        QCOMPARE(document["components"][0]["id"].get<std::string>(), std::string{"b"});
        QCOMPARE(document["findings"].size(), std::size_t{1});
        QCOMPARE(document["bill"]["lines"].dump(), normal(R"([{"component": "b", "usd": 2}])"));
        QCOMPARE(document["provenance"]["seed"].get<int>(), 7);
    }

    void kindKeepsOneMember()
    {
        QCOMPARE(
            chosen({}, {"kind=findings", "level=note"}).dump(),
            normal(R"({"schema": "x/1", "findings": [{"id": "hot", "component": "a", "level": "note"}]})"));
    }

    void refusesWhatMeetsNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("filter");
        QTest::newRow("field") << "components.cuonts"
                               << "";
        QTest::newRow("end of a path") << "offered"
                                       << "";
        QTest::newRow("component") << ""
                                   << "component=z";
        QTest::newRow("kind") << ""
                              << "kind=bil";
        QTest::newRow("no value") << ""
                                  << "component";
    }
    void refusesWhatMeetsNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, filter);
        Selection selection;
        if (!field.isEmpty())
            selection.fields = {field.toStdString()};
        if (!filter.isEmpty())
            selection.filters = {filter.toStdString()};
        const Result<std::string> text = selectFromJson(kDocument, selection);
        QVERIFY(!text);
        QVERIFY(!text.error().remedy.empty());
    }

    void namesTheNearest()
    {
        QVERIFY(selectFromJson(kDocument, {{"offered"}, {}}).error().remedy.find("components.counts.offered")
                != std::string::npos);
    }

    void tablesByColumnAndRow()
    {
        const std::string table =
            "section,item,measure,value\r\ncomponent,a,offered,3\r\ncomponent,b,offered,4\r\n"
            "bill,a,total,\"1,5\"\r\n";
        QCOMPARE(*selectFromCsv(table, {{"measure", "value"}, {"component=a", "kind=bill"}}),
                 std::string{"measure,value\r\ntotal,\"1,5\"\r\n"});
        QVERIFY(!selectFromCsv(table, {{"valeu"}, {}}));
        QVERIFY(!selectFromCsv(table, {{}, {"component=z"}}));
    }
};

PLIMSOLL_TEST(TestSelection)
#include "tst_selection.moc"
