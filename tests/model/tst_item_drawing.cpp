// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "model/serialization/item_drawing.h"

using namespace plimsoll;

class tst_ItemDrawing : public QObject {
    Q_OBJECT
private slots:
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
};

PLIMSOLL_TEST(tst_ItemDrawing)
#include "tst_item_drawing.moc"
