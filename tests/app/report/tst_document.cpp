// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/document.h"
#include "tests/support/test_main.h"

using namespace plimsoll;

namespace {

Document table(std::vector<Row> rows)
{
    Document document;
    Section section;
    section.title = "Bill";
    section.table.columns = {{"Meter"}, {"USD", Align::Right}};
    section.table.rows = std::move(rows);
    document.sections.push_back(section);
    return document;
}

}  // namespace

class TestDocument final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void alignsColumns()
    {
        QCOMPARE(writeText(table({{{"Shard hours", "32.85"}}, {{"PUT", "1,090.22"}}})),
                 std::string{"Bill\n"
                             "  Meter             USD\n"
                             "  Shard hours     32.85\n"
                             "  PUT          1,090.22\n"});
    }

    void countsColumnsNotBytes()
    {
        QCOMPARE(displayWidth("Bestellungen"), 12);
        QCOMPARE(displayWidth("\u00dcber"), 4);
        QCOMPARE(displayWidth("\u6ce8\u6587"), 4);  // two wide characters
        QCOMPARE(displayWidth("e\u0301"), 1);       // a combining accent
        QCOMPARE(displayWidth("\xff\xfe"), 2);      // broken bytes still take room
        QCOMPARE(writeText(table({{{"\u00dcber", "1"}}, {{"abcd", "2"}}})),
                 std::string{"Bill\n  Meter  USD\n  \u00dcber     1\n  abcd     2\n"});
    }

    void labelsCannotDriveTheTerminal()
    {
        const std::string text = writeText(table({{{"\x1b[2Jevil\nline\xc2\x9b", "1"}}}));
        QVERIFY(text.find('\x1b') == std::string::npos);
        QVERIFY(text.find('\xc2') == std::string::npos);
        QCOMPARE(std::count(text.begin(), text.end(), '\n'), 3);
    }

    void wrapsSentencesBehindTheirMark()
    {
        Document document;
        Section section;
        section.before = {{"one two three four", Tone::Plain, "!"}};
        document.sections = {section};
        QCOMPARE(writeText(document, {false, 13}), std::string{"  ! one two\n    three\n    four\n"});
    }

    void coloursOnlyWhenAskedTo()
    {
        const Document document = table({{{"x", "1"}, Tone::Bad}});
        QVERIFY(writeText(document).find('\x1b') == std::string::npos);
        QVERIFY(writeText(document, {true, 100}).find("\x1b[31m") != std::string::npos);
    }

    void markdownShowsTextAsItIs()
    {
        const std::string text = writeMarkdown(table({{{"a|b <b>*x*", "1"}}}));
        QCOMPARE(text,
                 std::string{"## Bill\n\n| Meter | USD |\n| --- | ---: |\n| a\\|b &lt;b>\\*x\\* | 1 |\n"});
    }

    void csvQuotesAndDisarms_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << "Orders"
                               << "Orders";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("line break") << "a\nb"
                                    << "\"a\nb\"";
        QTest::newRow("formula") << "=1+1"
                                 << "'=1+1";
        QTest::newRow("at sign") << "@SUM(A1)"
                                 << "'@SUM(A1)";
        QTest::newRow("plus text") << "+cmd"
                                   << "'+cmd";
        QTest::newRow("negative number stays a number") << "-12.5"
                                                        << "-12.5";
    }
    void csvQuotesAndDisarms()
    {
        QFETCH(QString, cell);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(csvRow({cell.toStdString(), "x"})), expected + ",x\r\n");
    }
};

PLIMSOLL_TEST(TestDocument)
#include "tst_document.moc"
