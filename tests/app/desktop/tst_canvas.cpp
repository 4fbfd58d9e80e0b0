// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/desktop/canvas_fixture.h"
#include "tests/support/test_main.h"

#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/frame_items.h"
#include "simulator/run/simulation.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>

#include <cmath>
#include <set>

using namespace plimsoll;
using namespace plimsoll::tests;

class tst_Canvas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDesignGrowsAgainWithTheRoomItHad()
    {
        CanvasFixture canvas;
        canvas.add("lambda", 0, 0);
        canvas.add("s3", 700, 500);
        canvas.view.fit();
        canvas.add("sqs", 300, 200);  // from here on the view is not as it was fitted
        const double before = canvas.view.transform().m11();
        canvas.view.resize(1200, 320);
        QVERIFY(canvas.view.transform().m11() < before);
        canvas.view.resize(1200, 800);
        QVERIFY(std::abs(canvas.view.transform().m11() - before) < 1e-9);
        // A zoom of the user's own stays.
        canvas.view.resize(1200, 320);
        canvas.view.actions().zoomOut->trigger();
        const double own = canvas.view.transform().m11();
        canvas.view.resize(1200, 800);
        QCOMPARE(canvas.view.transform().m11(), own);
    }

    void aDropPlacesTheServiceOnTheGrid()
    {
        CanvasFixture canvas;
        const QString id = canvas.drop("lambda", {613, 407});
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
        const Component& placed = canvas.document.design().components.front();
        QCOMPARE(placed.service, "lambda");
        QCOMPARE(std::fmod(placed.position.x, kGrid), 0.0);
        QCOMPARE(std::fmod(placed.position.y, kGrid), 0.0);
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{id});
        QCOMPARE(QString::fromStdString(placed.id), id);
    }

    void aDropOfSomethingElseIsLeftToTheWindow()
    {
        CanvasFixture canvas;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.plimsoll"))});
        QDragEnterEvent enter{QPoint{5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        enter.setAccepted(false);
        QApplication::sendEvent(canvas.view.viewport(), &enter);
        QVERIFY(!enter.isAccepted());
    }

    void aDragFromPortToCardConnects()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        canvas.drag(canvas.outputOf(stream), canvas.centreOf(function));
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
        const Connection& made = canvas.document.design().connections.front();
        QCOMPARE(made.from, stream.toStdString());
        QCOMPARE(made.to, function.toStdString());
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{QString::fromStdString(made.id)});
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design().connections.empty());
    }

    void aDragFromTheInputConnectsBackwards()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        canvas.drag(canvas.inputOf(function), canvas.centreOf(stream));
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
        QCOMPARE(canvas.document.design().connections.front().from, stream.toStdString());
    }

    void anImpossiblePairIsRefusedWithTheRemedyWhileDragging()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString table = canvas.add("dynamodb", 96, 0);
        const int steps = canvas.document.undoStack().count();
        canvas.press(canvas.outputOf(stream));
        canvas.moveTo(canvas.outputOf(stream) + QPoint{60, 0});
        canvas.moveTo(canvas.centreOf(table));
        QVERIFY2(canvas.view.hintText().contains(QStringLiteral("Lambda")),
                 qPrintable(canvas.view.hintText()));
        canvas.release(canvas.centreOf(table));
        QVERIFY(canvas.document.design().connections.empty());
        QCOMPARE(canvas.document.undoStack().count(), steps);
        QVERIFY(canvas.view.hintText().isEmpty());
    }

    void aReversedPairIsStoredTheCanonicalWay()
    {
        CanvasFixture canvas;
        const QString bucket = canvas.add("s3", -264, 0);
        const QString engine = canvas.add("athena", 96, 0);
        canvas.drag(canvas.outputOf(bucket), canvas.centreOf(engine));
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
        QCOMPARE(canvas.document.design().connections.front().from, engine.toStdString());
        QCOMPARE(canvas.document.design().connections.front().to, bucket.toStdString());
    }

    void theSamePairIsNotConnectedTwice()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        canvas.drag(canvas.outputOf(stream), canvas.centreOf(function));
        canvas.drag(canvas.outputOf(stream), canvas.centreOf(function));
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
    }

    void readingATablesStreamSwitchesItOnInOneStep()
    {
        CanvasFixture canvas;
        const QString table = canvas.add("dynamodb", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        const Design before = canvas.document.design();
        canvas.drag(canvas.outputOf(table, QStringLiteral("Stream")), canvas.centreOf(function));
        const Component* changed = findComponent(canvas.document.design(), table.toStdString());
        QCOMPARE(textOf(*canvas.document.catalog().find("dynamodb"), changed->parameters, "stream"),
                 "new-image");
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
    }

    void aDropOnEmptyCanvasOffersWhatCanFollow()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const Design before = canvas.document.design();
        canvas.drag(canvas.outputOf(stream), canvas.outputOf(stream) + QPoint{200, 80});
        auto* menu = canvas.view.findChild<QMenu*>(QStringLiteral("followers"));
        QVERIFY(menu);
        QAction* lambda = nullptr;
        for (QAction* action : menu->actions()) {
            if (action->text().contains(QStringLiteral("Lambda")))
                lambda = action;
        }
        QVERIFY(lambda);
        lambda->trigger();
        menu->close();
        QCOMPARE(canvas.document.design().components.size(), std::size_t{2});
        QCOMPARE(canvas.document.design().connections.size(), std::size_t{1});
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
    }

    void escapeLeavesNoTraceOfADrag()
    {
        CanvasFixture canvas;
        const QString id = canvas.add("lambda", 0, 0);
        const Design before = canvas.document.design();
        canvas.press(canvas.centreOf(id));
        canvas.moveTo(canvas.centreOf(id) + QPoint{90, 50});
        QTest::keyClick(&canvas.view, Qt::Key_Escape);
        canvas.release({600, 600});
        QVERIFY(canvas.document.design() == before);
        QCOMPARE(canvas.card(id).pos(), QPointF(0, 0));
    }

    void aDragMovesByTheGridAsOneStep()
    {
        CanvasFixture canvas;
        const QString id = canvas.add("lambda", 0, 0);
        const QPoint from = canvas.centreOf(id);
        canvas.drag(
            from, canvas.at(canvas.card(id).mapToScene(canvas.card(id).card().center()) + QPointF{100, 50}));
        const Component& moved = canvas.document.design().components.front();
        QCOMPARE(moved.position, (Position{96, 48}));  // 100 and 50 to the nearest 12
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.document.design().components.front().position, Position{});
        QCOMPARE(canvas.card(id).pos(), QPointF(0, 0));
    }

    void nudgesMergeIntoOneStep()
    {
        CanvasFixture canvas;
        const QString id = canvas.add("lambda", 0, 0);
        canvas.view.canvas().select({id});
        const int steps = canvas.document.undoStack().count();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&canvas.view, Qt::Key_Right);
        QCOMPARE(canvas.document.design().components.front().position, (Position{5 * kGrid, 0}));
        QCOMPARE(canvas.document.undoStack().count(), steps + 1);
        // Back where it began: nothing to undo is left of it.
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&canvas.view, Qt::Key_Left);
        QCOMPARE(canvas.document.undoStack().count(), steps);
    }

    void theRubberBandSelectsAndDeleteRemovesWithLines()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        canvas.drag(canvas.outputOf(stream), canvas.centreOf(function));
        const Design before = canvas.document.design();
        canvas.drag(canvas.at({-400, -120}), canvas.at({-60, 200}));
        QVERIFY(canvas.view.canvas().selectedIds().contains(stream));
        QVERIFY(!canvas.view.canvas().selectedIds().contains(function));
        canvas.view.setFocus();
        QTest::keyClick(&canvas.view, Qt::Key_Delete);
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
        QVERIFY(canvas.document.design().connections.empty());
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
    }

    void copyAndPasteMakeNewIdsAndKeepLines()
    {
        CanvasFixture canvas;
        const QString source = canvas.add("traffic-source", -400, 0);
        const QString stream = canvas.add("kinesis-data-streams", -100, 0);
        canvas.drag(canvas.outputOf(source), canvas.centreOf(stream));
        canvas.view.canvas().select({source, stream});
        canvas.view.actions().copy->trigger();
        canvas.view.actions().paste->trigger();
        const Design& design = canvas.document.design();
        QCOMPARE(design.components.size(), std::size_t{4});
        QCOMPARE(design.connections.size(), std::size_t{2});
        std::set<std::string> ids;
        for (const Component& each : design.components)
            ids.insert(each.id);
        QCOMPARE(ids.size(), std::size_t{4});
        // The copy of a source carries its traffic.
        QCOMPARE(design.scenarios.front().traffic.size(), std::size_t{2});
        QCOMPARE(canvas.view.canvas().selectedIds().size(), qsizetype{2});
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.document.design().components.size(), std::size_t{2});
        QCOMPARE(canvas.document.design().scenarios.front().traffic.size(), std::size_t{1});
    }

    void groupsTakeTheirMembersAlong()
    {
        CanvasFixture canvas;
        const QString id = canvas.add("lambda", 0, 0);
        const QString outside = canvas.add("s3", 0, 360);
        canvas.view.canvas().select({id});
        canvas.view.actions().group->trigger();
        QCOMPARE(canvas.document.design().groups.size(), std::size_t{1});
        const QString group = QString::fromStdString(canvas.document.design().groups.front().id);
        const auto* frame = dynamic_cast<GroupItem*>(canvas.view.canvas().item(group));
        const QPointF title = frame->mapToScene(frame->titleRect().center());
        canvas.drag(canvas.at(title), canvas.at(title + QPointF{120, 60}));
        QCOMPARE(findComponent(canvas.document.design(), id.toStdString())->position, (Position{120, 60}));
        QCOMPARE(findComponent(canvas.document.design(), outside.toStdString())->position,
                 (Position{0, 360}));
        // Dragged out of the frame, a card no longer belongs to it.
        canvas.view.canvas().select({id});
        canvas.drag(canvas.centreOf(id), canvas.centreOf(id) + QPoint{0, 300});
        QVERIFY(findComponent(canvas.document.design(), id.toStdString())->group.empty());
    }

    void notesAreWrittenInPlace()
    {
        CanvasFixture canvas;
        canvas.view.actions().addNote->trigger();
        auto* editor = canvas.view.findChild<QPlainTextEdit*>();
        QVERIFY(editor && editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("1 KB is billed as 5"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!editor->isVisible());
        QCOMPARE(canvas.document.design().notes.front().text, "1 KB is billed as 5");
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design().notes.front().text.empty());
    }

    void doubleClickRenames()
    {
        CanvasFixture canvas;
        const QString id = canvas.add("lambda", 0, 0);
        QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, {}, canvas.centreOf(id));
        auto* editor = canvas.view.findChild<QLineEdit*>();
        QVERIFY(editor && editor->isVisible());
        QTest::keyClicks(editor, QStringLiteral("Enrich"));
        QTest::keyClick(editor, Qt::Key_Return);
        QCOMPARE(canvas.document.design().components.front().label, "Enrich");
        QCOMPARE(canvas.document.design().components.front().id, id.toStdString());
    }

    void theKeysOneToFourChooseTheOverlay()
    {
        CanvasFixture canvas;
        canvas.view.activateWindow();
        canvas.view.setFocus();
        QTRY_VERIFY(canvas.view.hasFocus());
        QTest::keyClick(&canvas.view, Qt::Key_4);
        QCOMPARE(canvas.view.canvas().overlay(), Overlay::Cost);
        QTest::keyClick(&canvas.view, Qt::Key_1);
        QCOMPARE(canvas.view.canvas().overlay(), Overlay::Traffic);
    }

    void aRenamedCardStaysSelected()
    {
        CanvasFixture canvas;
        canvas.view.activateWindow();
        const QString id = canvas.add("lambda", 0, 0);
        canvas.add("s3", 400, 0);
        QTest::mouseDClick(canvas.view.viewport(), Qt::LeftButton, {}, canvas.centreOf(id));
        canvas.view.canvas().select({id});
        auto* editor = canvas.view.findChild<QLineEdit*>();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, QStringLiteral("Enrich"));
        QTest::keyClick(editor, Qt::Key_Return);
        // Del would take away whatever is selected now.
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{id});
    }

    void aServiceDroppedOnTheStartPageLandsOnTheCanvas()
    {
        CanvasFixture canvas;
        EmptyState& start = canvas.view.emptyState();
        QTRY_VERIFY(start.isVisible());
        QMimeData mime;
        mime.setData(QLatin1String{kServiceMime}, "lambda");
        const QPoint where = start.rect().center();
        QDragEnterEvent enter{where, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        QApplication::sendEvent(&start, &enter);
        QVERIFY(enter.isAccepted());
        const QPoint onCanvas = start.mapTo(&canvas.view, where);
        QDragMoveEvent move{onCanvas, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        QApplication::sendEvent(&canvas.view, &move);
        QVERIFY(move.isAccepted());
        const QPointF wanted = canvas.view.mapToScene(onCanvas);
        QDropEvent drop{onCanvas, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        QApplication::sendEvent(&canvas.view, &drop);
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
        const Position at = canvas.document.design().components.front().position;
        QVERIFY(QRectF(at.x, at.y, kCardWidth, kCardHeight).contains(wanted));
    }

    void whatWasAllInSightStaysSo()
    {
        CanvasFixture canvas;
        canvas.add("lambda", 0, 0);
        canvas.add("s3", 400, 300);
        canvas.view.setTransform({});
        canvas.view.centerOn(canvas.view.canvas().contentRect().center());
        const auto inSight = [&] {
            return canvas.view.mapToScene(canvas.view.viewport()->rect())
                .boundingRect()
                .contains(canvas.view.canvas().contentRect());
        };
        QVERIFY(inSight());
        // As when the results open below it.
        canvas.view.resize(900, 300);
        QVERIFY(inSight());
        // Who has looked closer goes on doing so.
        while (inSight())
            canvas.view.actions().zoomIn->trigger();
        const double zoom = canvas.view.transform().m11();
        canvas.view.resize(900, 280);
        QCOMPARE(canvas.view.transform().m11(), zoom);
    }

    void noPressMeansTwoShortcuts()
    {
        CanvasFixture canvas;
        // Under X11 Shift+1 is told as that and as the sign it makes; an action that lists both is ambiguous.
        QSet<QString> seen;
        for (const QAction* action : canvas.view.findChildren<QAction*>())
            for (const QKeySequence& each : action->shortcuts()) {
                QVERIFY2(!seen.contains(each.toString()), qPrintable(each.toString()));
                seen.insert(each.toString());
                for (const Qt::Key sign : {Qt::Key_Exclam, Qt::Key_At, Qt::Key_QuoteDbl, Qt::Key_NumberSign})
                    QVERIFY2(each[0].key() != sign, qPrintable(action->text()));
            }
    }

    void theWheelZoomsAboutThePointer()
    {
        CanvasFixture canvas;
        const QPoint pointer{300, 200};
        const QPointF before = canvas.view.mapToScene(pointer);
        QWheelEvent wheel{
            pointer, canvas.view.viewport()->mapToGlobal(pointer), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
            false};
        QApplication::sendEvent(canvas.view.viewport(), &wheel);
        QVERIFY(canvas.view.zoom() > 1.1);
        const QPointF after = canvas.view.mapToScene(pointer);
        QVERIFY(QLineF(before, after).length() < 3);
    }

    void twoFingersOnATouchPadZoomAboutThem()
    {
        CanvasFixture canvas;
        const QPointF fingers{300, 200};
        const QPointF before = canvas.view.mapToScene(fingers.toPoint());
        const double zoom = canvas.view.zoom();
        QNativeGestureEvent pinch{Qt::ZoomNativeGesture,
                                  QPointingDevice::primaryPointingDevice(),
                                  2,
                                  fingers,
                                  fingers,
                                  canvas.view.viewport()->mapToGlobal(fingers),
                                  0.2,
                                  {}};
        QApplication::sendEvent(canvas.view.viewport(), &pinch);
        QVERIFY(canvas.view.zoom() > zoom * 1.1);
        QVERIFY(QLineF(before, canvas.view.mapToScene(fingers.toPoint())).length() < 3);
    }

    void unknownServicesShowAsPlaceholders()
    {
        CanvasFixture canvas;
        Design design;
        design.components.push_back({"odd-1", "no-such-service", "Odd", {0, 0}, {}, {}, {}});
        canvas.document.replace(design, {});
        QVERIFY(canvas.view.canvas().item(QStringLiteral("odd-1")));
        QVERIFY(!canvas.view.viewport()->grab().isNull());
    }

    void theWholeComparisonIsBuiltByMouseAloneAndRuns()
    {
        CanvasFixture canvas;
        const QString sourceA = canvas.drop("traffic-source", {130, 240});
        const QString stream = canvas.drop("kinesis-data-streams", {400, 240});
        const QString delivery = canvas.drop("data-firehose", {700, 130});
        const QString archive = canvas.drop("s3", {1000, 130});
        const QString functionA = canvas.drop("lambda", {700, 340});
        const QString sourceB = canvas.drop("traffic-source", {130, 620});
        const QString table = canvas.drop("dynamodb", {400, 620});
        const QString functionB = canvas.drop("lambda", {700, 620});
        canvas.drag(canvas.outputOf(sourceA), canvas.centreOf(stream));
        canvas.drag(canvas.outputOf(stream), canvas.inputOf(functionA));
        canvas.drag(canvas.outputOf(stream), canvas.inputOf(delivery));
        canvas.drag(canvas.outputOf(delivery), canvas.centreOf(archive));
        canvas.drag(canvas.outputOf(sourceB), canvas.centreOf(table));
        canvas.drag(canvas.outputOf(table, QStringLiteral("Stream")), canvas.centreOf(functionB));
        const Design& design = canvas.document.design();
        QCOMPARE(design.components.size(), std::size_t{8});
        QCOMPARE(design.connections.size(), std::size_t{6});
        QCOMPARE(design.scenarios.size(), std::size_t{1});  // the sources brought their traffic

        RunOptions options;
        options.durationSeconds = 600;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(design, library(), options, monitor);
        QVERIFY2(report, report ? "" : report.error().toString().c_str());
        for (const Audit& audit : report->audits)
            QVERIFY2(audit.passed, audit.detail.c_str());
        for (const QString& end : {archive, functionA, functionB})
            QVERIFY2(findComponent(*report, end.toStdString())->counts.completed > 0, qPrintable(end));

        while (canvas.document.undoStack().canUndo())
            canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == Design{});
    }

    void tabGoesFromCardToCard()
    {
        CanvasFixture canvas;
        const QString second = canvas.add("lambda", 200, 0);
        const QString first = canvas.add("s3", -200, 0);
        canvas.view.canvas().select({});
        canvas.view.activateWindow();
        canvas.view.setFocus();
        QTRY_VERIFY(canvas.view.hasFocus());
        QTest::keyClick(&canvas.view, Qt::Key_Tab);
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{first});
        QTest::keyClick(&canvas.view, Qt::Key_Tab);
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{second});
        QTest::keyClick(&canvas.view, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{first});
    }

    void undoUnderAHeldLineLeavesNoTrace()
    {
        CanvasFixture canvas;
        const QString stream = canvas.add("kinesis-data-streams", -264, 0);
        const QString function = canvas.add("lambda", 96, 0);
        const QPoint end = canvas.centreOf(function);
        canvas.press(canvas.outputOf(stream));
        canvas.moveTo(end);
        canvas.document.undoStack().undo();
        canvas.release(end);
        QVERIFY(canvas.document.design().connections.empty());
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
    }

    void anEmptyCanvasInvites()
    {
        CanvasFixture canvas;
        QVERIFY(canvas.view.emptyState().isVisible());
        canvas.add("lambda", 0, 0);
        QVERIFY(!canvas.view.emptyState().isVisible());
        canvas.document.undoStack().undo();
        QVERIFY(canvas.view.emptyState().isVisible());
    }
};

PLIMSOLL_TEST(tst_Canvas)
#include "tst_canvas.moc"
