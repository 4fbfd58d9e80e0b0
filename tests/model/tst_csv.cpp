// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/csv.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using plimsoll::tests::q;

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsRows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");  // fields in <>, rows apart by |
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("one field") << "a"
                                   << "<a>";
        QTest::newRow("final line end") << "a,b\n"
                                        << "<a><b>";
        QTest::newRow("two rows") << "a,b\nc,d"
                                  << "<a><b>|<c><d>";
        QTest::newRow("windows line ends") << "a,b\r\nc,d\r\n"
                                           << "<a><b>|<c><d>";
        QTest::newRow("empty fields") << ",\n,x"
                                      << "<><>|<><x>";
        QTest::newRow("comma in quotes") << "\"a,b\",c"
                                         << "<a,b><c>";
        QTest::newRow("doubled quotes") << "\"a\"\"b\",c"
                                        << "<a\"b><c>";
        QTest::newRow("empty quotes") << "\"\",c"
                                      << "<><c>";
        QTest::newRow("line end in quotes") << "\"a\nb\",c"
                                            << "<a\nb><c>";
    }
    void readsRows()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        const Result<std::vector<CsvRow>> read = readCsv(text.toStdString());
        QVERIFY(read);
        QStringList shown;
        for (const CsvRow& row : *read) {
            QString line;
            for (const std::string& field : row)
                line += "<" + q(field) + ">";
            shown += line;
        }
        QCOMPARE(shown.join("|"), rows);
    }

    void refusesBrokenText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("open quote") << "a,b\n\"c,d"
                                    << "2:1";
        QTest::newRow("quote inside") << "a,b\"c"
                                      << "1:4";
        QTest::newRow("text after quote") << "\"a\"b,c"
                                          << "1:4";
        QTest::newRow("too few fields") << "a,b\nc"
                                        << "2:1";
        QTest::newRow("too many fields") << "a,b\nc,d,e"
                                         << "2:1";
        QTest::newRow("blank line") << "a,b\n\nc,d"
                                    << "2:1";
    }
    void refusesBrokenText()
    {
        QFETCH(QString, text);
        QFETCH(QString, place);
        const Result<std::vector<CsvRow>> read = readCsv(text.toStdString());
        QVERIFY(!read);
        QCOMPARE(q(read.error().place), place);
        QVERIFY(!read.error().remedy.empty());
    }
};

PLIMSOLL_TEST(TestCsv)
#include "tst_csv.moc"
