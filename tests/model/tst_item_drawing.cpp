// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "model/serialization/item_drawing.h"

using namespace plimsoll;

class tst_ItemDrawing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsReadAgain()
    {
        ItemDrawing drawing;
        drawing.pinned = drawing.locked = drawing.collapsed = true;
        drawing.z = -3;
        drawing.line = DrawnLine::Curved;
        drawing.bends = {{1, 2}, {-3.25, 4}};
        drawing.shape = DrawnShape::Arrow;
        drawing.colour = "blue";
        drawing.points = {{0, 0}, {12.5, 7}};
        const std::string text = withDrawing(R"({"tags":["a"]})", drawing);
        QVERIFY(drawingOf(text) == drawing);
        QVERIFY(text.find("tags") != std::string::npos);
        // What says nothing leaves nothing behind but what was another's.
        QCOMPARE(withDrawing(text, {}), std::string{R"({"tags":["a"]})"});
        QCOMPARE(withDrawing(withDrawing({}, drawing), {}), std::string{});
    }

    void whatIsOfAWrongTypeOrBeyondItsRangeCountsAsNotGiven_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "[1]", "{", R"({"pinned":"yes","locked":1,"line":"wavy","bends":7})",
                                 R"({"shape":"blob","colour":3,"points":{}})", R"({"points":[[1,2],[3]]})",
                                 R"({"colour":"a name longer than any colour has"})", R"({"bends":[[1]]})",
                                 R"({"bends":[[1,"2"]]})", R"({"bends":[[1e300,2]]})"})
            QTest::newRow(text) << QByteArray{text};
        QTest::newRow("too many") << QByteArray{"{\"bends\":["} + QByteArray{"[0,0],"}.repeated(70)
                                         + "[0,0]]}";
    }

    void whatIsOfAWrongTypeOrBeyondItsRangeCountsAsNotGiven()
    {
        QFETCH(QByteArray, text);
        QVERIFY(drawingOf(text.toStdString()) == ItemDrawing{});
    }

    void aLayerIsBounded() { QCOMPARE(drawingOf(R"({"z":1e300})").z, 1'000'000); }

    void pagesAreReadAndWritten()
    {
        QVERIFY(pagesOf({}).empty());
        QVERIFY(pagesOf(R"({"pages": []})").empty());
        const std::string text =
            R"({"pages":[{"id":"page-1","label":"Ingest","paper":"a4"},{"id":"page-2"}],"strokes":[]})";
        const std::vector<DrawnPage> pages = pagesOf(text);
        QCOMPARE(pages.size(), std::size_t{2});
        QCOMPARE(pages[0].label, std::string{"Ingest"});
        QCOMPARE(pages[1].id, Id{"page-2"});
        // What this version does not know stays.
        const std::string written = withPages(text, pages);
        QVERIFY(written.find("a4") != std::string::npos && written.find("strokes") != std::string::npos);
        QVERIFY(pagesOf(written) == pages);
        // No list of pages: ids that are none, twice the same, something else.
        for (const char* bad : {R"({"pages": [{"id": "A b"}]})", R"({"pages": [{"id": "a"}, {"id": "a"}]})",
                                R"({"pages": "none"})", R"({"pages": [3]})"})
            QVERIFY(pagesOf(bad).empty());
        QCOMPARE(drawingOf(R"({"page": "page-2"})").page, Id{"page-2"});
        QVERIFY(drawingOf(R"({"page": 2})").page.empty());
    }
};

PLIMSOLL_TEST(tst_ItemDrawing)
#include "tst_item_drawing.moc"
