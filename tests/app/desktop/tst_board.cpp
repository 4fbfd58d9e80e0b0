// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/board_bar.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/render/drawing.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/canvas_fixture.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QPlainTextEdit>

#include <algorithm>
#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

struct BoardFixture : CanvasFixture {
    BoardFixture()
    {
        add("lambda", 0, 0);
        view.setTransform({});
        view.centerOn(300, 200);
        view.actions().board->trigger();
    }
    void take(BoardTool tool) { view.findChild<BoardBar*>()->setTool(tool); }
    const std::vector<Note>& notes() const { return document.design().notes; }
    ItemDrawing drawing() const { return drawingOf(notes().back().extraJson); }
};

}  // namespace

class tst_Board : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thePenDrawsStrokesThatAreSavedAndUndone()
    {
        BoardFixture canvas;
        canvas.take(BoardTool::Pen);
        const QPoint start = canvas.at({300, 100});
        canvas.press(start);
        for (int x = 1; x <= 120; ++x)
            canvas.moveTo(start + QPoint{x, static_cast<int>(30 * std::sin(x / 10.0))});
        canvas.release(start + QPoint{120, 0});
        QCOMPARE(canvas.notes().size(), std::size_t{1});
        QCOMPARE(canvas.drawing().shape, DrawnShape::Pen);
        // A wave of 120 points needs fewer.
        QVERIFY(canvas.drawing().points.size() > 8 && canvas.drawing().points.size() < 90);
        // The pen stays in hand.
        canvas.drag(canvas.at({300, 250}), canvas.at({400, 300}));
        QCOMPARE(canvas.notes().size(), std::size_t{2});
        const std::string text = writeDesign(canvas.document.design());
        const Result<LoadedDesign> loaded = parseDesign(text, canvas.document.catalog());
        QVERIFY(loaded);
        QVERIFY(loaded->design == canvas.document.design());
        QCOMPARE(writeDesign(loaded->design), text);
        canvas.document.undoStack().undo();
        canvas.document.undoStack().undo();
        QVERIFY(canvas.notes().empty());
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
    }

    void eachShapeIsDrawnFromCornerToCorner_data()
    {
        QTest::addColumn<int>("tool");
        for (const BoardTool tool :
             {BoardTool::Rectangle, BoardTool::Ellipse, BoardTool::Diamond, BoardTool::Line, BoardTool::Arrow,
              BoardTool::Frame, BoardTool::Note, BoardTool::Text})
            QTest::addRow("%d", static_cast<int>(tool)) << static_cast<int>(tool);
    }
    void eachShapeIsDrawnFromCornerToCorner()
    {
        QFETCH(int, tool);
        BoardFixture canvas;
        canvas.take(static_cast<BoardTool>(tool));
        canvas.drag(canvas.at({300, 100}), canvas.at({460, 220}));
        QCOMPARE(canvas.notes().size(), std::size_t{1});
        const Note& note = canvas.notes().front();
        QCOMPARE(canvas.drawing().shape, shapeOf(static_cast<BoardTool>(tool)));
        QVERIFY(std::abs(note.position.x - 300) <= 1 && std::abs(note.position.y - 100) <= 1);
        QVERIFY(std::abs(note.width - 160) <= 2 && std::abs(note.height - 120) <= 2);
        // One is drawn, then the mouse selects again; the mark is selected and, where it is written in, open.
        QCOMPARE(canvas.view.canvas().pen().tool, BoardTool::Select);
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{QString::fromStdString(note.id)});
    }

    void aClickMakesANoteAndItsTextIsTyped()
    {
        BoardFixture canvas;
        canvas.take(BoardTool::Note);
        canvas.drag(canvas.at({300, 100}), canvas.at({300, 100}));
        auto* editor = canvas.view.findChild<QPlainTextEdit*>();
        QVERIFY(editor && editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("why two?"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(canvas.notes().front().text, std::string{"why two?"});
        QCOMPARE(canvas.notes().front().width, 192.0);
        // A line of no length is none.
        canvas.take(BoardTool::Line);
        canvas.drag(canvas.at({500, 100}), canvas.at({500, 100}));
        QCOMPARE(canvas.notes().size(), std::size_t{1});
    }

    void theEraserTakesMarksInOneStepAndLeavesComponents()
    {
        BoardFixture canvas;
        for (const int y : {150, 250}) {
            canvas.take(BoardTool::Line);
            canvas.drag(canvas.at({200, y * 1.0}), canvas.at({400, y * 1.0}));
        }
        canvas.take(BoardTool::Eraser);
        // Over both lines and the card.
        canvas.press(canvas.at({300, 300}));
        canvas.moveTo(canvas.at({300, 120}));
        canvas.moveTo(canvas.at({60, 30}));
        canvas.release(canvas.at({60, 30}));
        QVERIFY(canvas.notes().empty());
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.notes().size(), std::size_t{2});
        // Esc in between changes nothing, and puts the eraser down at last.
        canvas.press(canvas.at({300, 300}));
        canvas.moveTo(canvas.at({300, 120}));
        QTest::keyClick(&canvas.view, Qt::Key_Escape);
        canvas.release(canvas.at({300, 120}));
        QCOMPARE(canvas.notes().size(), std::size_t{2});
        QTest::keyClick(&canvas.view, Qt::Key_Escape);
        QCOMPARE(canvas.view.canvas().pen().tool, BoardTool::Select);
    }

    void whatIsSelectedTakesAColour()
    {
        BoardFixture canvas;
        canvas.take(BoardTool::Rectangle);
        canvas.drag(canvas.at({300, 100}), canvas.at({460, 220}));
        Q_EMIT canvas.view.findChild<BoardBar*>()->colourChosen("blue");
        QCOMPARE(canvas.drawing().colour, std::string{"blue"});
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.drawing().colour, std::string{});
    }

    void marksAreInPicturesAndMoveWithTheirFrame()
    {
        BoardFixture canvas;
        canvas.take(BoardTool::Frame);
        canvas.drag(canvas.at({-40, -40}), canvas.at({460, 260}));
        auto* editor = canvas.view.findChild<QPlainTextEdit*>();
        QTest::keyClicks(editor, QStringLiteral("Ingest"));
        QTest::keyClick(editor, Qt::Key_Escape);
        canvas.take(BoardTool::Ellipse);
        canvas.drag(canvas.at({300, 100}), canvas.at({400, 200}));
        TextRecorder recorder;
        {
            QPainter painter{&recorder};
            drawingOf(canvas.view.canvas()).paint(painter);
        }
        QVERIFY(std::any_of(recorder.texts().begin(), recorder.texts().end(),
                            [](const auto& each) { return each.text == QStringLiteral("Ingest"); }));
        const QString frame = QString::fromStdString(canvas.notes().front().id);
        QStringList moved = canvas.view.canvas().movedWith({frame});
        QCOMPARE(moved.size(), qsizetype{3});  // itself, the ellipse and the function
    }

    void hiddenNumbersAreNowhereOnTheCanvas()
    {
        CanvasFixture canvas;
        const QString source = canvas.add("traffic-source", 0, 0);
        QTRY_VERIFY_WITH_TIMEOUT(canvas.session.estimate().flow, 30'000);
        const auto numbers = [&] {
            TextRecorder recorder;
            {
                QPainter painter{&recorder};
                drawingOf(canvas.view.canvas()).paint(painter);
            }
            QString all;
            for (const auto& each : recorder.texts())
                all += each.text + u' ';
            return all.contains(QRegularExpression{QStringLiteral("[0-9]")});
        };
        QTRY_VERIFY(numbers());
        canvas.view.actions().hideNumbers->trigger();
        QVERIFY(!numbers());
        canvas.view.actions().hideNumbers->trigger();
        QTRY_VERIFY(numbers());
    }

    void aFrameIsNamedInItsTitle()
    {
        BoardFixture canvas;
        canvas.take(BoardTool::Frame);
        canvas.drag(canvas.at({-60, -60}), canvas.at({460, 260}));
        auto* editor = canvas.view.findChild<QPlainTextEdit*>();
        QVERIFY(editor && editor->isVisible());
        // What is in the frame stays in sight while its name is written.
        QVERIFY(!editor->geometry().contains(canvas.at({48, 24})));
        QTest::keyClicks(editor, QStringLiteral("Ingest"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(!editor->isVisible());
        QCOMPARE(canvas.notes().front().text, std::string{"Ingest"});
    }

    void theBarCoversNoCard()
    {
        CanvasFixture canvas;
        const QString low = canvas.add("lambda", 0, 0);
        canvas.add("s3", 0, 900);
        canvas.view.fit();
        canvas.view.actions().board->trigger();
        const QRect bar = canvas.view.findChild<BoardBar*>()->geometry();
        for (const ComponentItem* each : canvas.view.canvas().componentItems())
            QVERIFY(
                !bar.intersects(canvas.view.mapFromScene(each->mapRectToScene(each->card())).boundingRect()));
        // Of a design that goes on beyond the window what the bar would lie on moves up.
        canvas.view.actions().board->trigger();
        canvas.view.setTransform({});
        canvas.view.centerOn(kCardWidth / 2, kCardHeight / 2 - 360);
        canvas.view.actions().board->trigger();
        const QRect card =
            canvas.view.mapFromScene(canvas.card(low).mapRectToScene(canvas.card(low).card())).boundingRect();
        QVERIFY(canvas.view.viewport()->rect().contains(card));
        QVERIFY(!canvas.view.findChild<BoardBar*>()->geometry().intersects(card));
    }
};

PLIMSOLL_TEST(tst_Board)
#include "tst_board.moc"
