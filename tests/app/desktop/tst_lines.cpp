// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/line_jumps.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/canvas_fixture.h"

#include <QtTest/QSignalSpy>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Two cards, one lower than the other, and the line between them.
struct BentFixture : CanvasFixture {
    BentFixture()
    {
        connect();
        view.canvas().findJumps();
    }
    void connect()
    {
        document.undoStack().push(new ConnectItems{document, a.toStdString(), b.toStdString()});
        line = QString::fromStdString(document.design().connections.front().id);
        view.setTransform({});
        view.centerOn(300, 150);
    }
    ConnectionItem& item() { return *dynamic_cast<ConnectionItem*>(view.canvas().item(line)); }
    const Connection& connection() { return document.design().connections.front(); }

    QString a = add("traffic-source", 0, 0), b = add("lambda", 420, 240);
    QString line;
};

}  // namespace

class tst_Lines : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labelsOfTemplatesLieApart_data()
    {
        QTest::addColumn<int>("which");
        for (std::size_t at = 0; at < designTemplates().size(); ++at)
            QTest::newRow(designTemplates()[at].id.c_str()) << static_cast<int>(at);
    }

    void labelsOfTemplatesLieApart()
    {
        QFETCH(int, which);
        CanvasFixture canvas;
        const DesignTemplate& shown = designTemplates()[static_cast<std::size_t>(which)];
        Result<LoadedDesign> read = parseDesign(std::string{shown.text}, canvas.document.catalog());
        QVERIFY(read.has_value());
        QSignalSpy figures{&canvas.view.canvas(), &CanvasScene::figuresChanged};
        canvas.document.replace(std::move(read->design), {});
        // However busy the machine is.
        QTRY_VERIFY_WITH_TIMEOUT(!canvas.session.estimate().issues.empty() || canvas.session.estimate().flow,
                                 120'000);
        QTRY_VERIFY_WITH_TIMEOUT(!figures.isEmpty(), 120'000);
        QTest::qWait(0);
        for (const double zoom : {0.3, 0.5, 1.0}) {
            QList<QRectF> taken;
            for (const Component& each : canvas.document.design().components)
                taken.append({each.position.x, each.position.y, kCardWidth, kCardHeight});
            for (const Connection& each : canvas.document.design().connections) {
                const auto* item =
                    dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(each.id)));
                const QRectF label = item->labelRect(zoom);
                if (label.isNull())
                    continue;  // left out, as there is no room
                for (const QRectF& other : taken)
                    QVERIFY2(!label.adjusted(1, 1, -1, -1).intersects(other),
                             qPrintable(QStringLiteral("%1 at %2").arg(item->id()).arg(zoom)));
                taken.append(label);
            }
        }
    }

    void linesThatComeBackLieAsTheyDid()
    {
        CanvasFixture canvas;
        Result<LoadedDesign> read =
            parseDesign(std::string{designTemplates().front().text}, canvas.document.catalog());
        QVERIFY(read.has_value());
        canvas.document.replace(std::move(read->design), {});
        const auto ways = [&] {
            QTest::qWait(0);  // what lies beside others is laid anew a turn later
            QHash<QString, QList<QPointF>> all;
            for (const Connection& each : canvas.document.design().connections) {
                const QString id = QString::fromStdString(each.id);
                all.insert(id, dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(id))->corners());
            }
            return all;
        };
        const auto before = ways();
        QVERIFY(before.size() >= 6);
        canvas.view.setFocus();
        canvas.view.actions().selectAll->trigger();
        canvas.view.actions().remove->trigger();
        QVERIFY(canvas.view.canvas().componentItems().isEmpty());
        canvas.document.undoStack().undo();
        const auto after = ways();
        QCOMPARE(after.size(), before.size());
        for (auto at = before.cbegin(); at != before.cend(); ++at) {
            QVERIFY2(at->size() >= 2, qPrintable(at.key()));
            QVERIFY2(after.value(at.key()) == *at, qPrintable(at.key()));
        }
    }

    void linesPartNearTheEndWithMoreOfThem()
    {
        CanvasFixture canvas;
        const QString source = canvas.add("traffic-source", 0, 200);
        QStringList ends;
        for (int at = 0; at < 3; ++at)
            ends.append(canvas.add("lambda", 400, 200.0 * at));
        for (const QString& end : ends)
            canvas.document.undoStack().push(
                new ConnectItems{canvas.document, source.toStdString(), end.toStdString()});
        QTest::qWait(1);
        for (const Connection& each : canvas.document.design().connections) {
            const auto* item =
                dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(each.id)));
            if (item->corners().size() == 4)
                QCOMPARE(item->corners()[1].x(), kCardWidth + kStub);
        }
    }

    void linesThatComeAndGoAtOneSideKeepApart()
    {
        CanvasFixture canvas;
        const QString upper = canvas.add("data-firehose", 0, 0), lower = canvas.add("s3", 0, 160),
                      stream = canvas.add("kinesis-data-streams", 20, 320);
        canvas.document.undoStack().push(
            new ConnectItems{canvas.document, upper.toStdString(), lower.toStdString()});
        const auto line = [&](std::size_t at) -> const ConnectionItem& {
            const Id id = canvas.document.design().connections[at].id;
            return *dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(id)));
        };
        QCOMPARE(line(0).corners().first().x(), kCardWidth / 2);
        canvas.document.undoStack().push(
            new ConnectItems{canvas.document, stream.toStdString(), upper.toStdString()});
        QTest::qWait(1);
        // What arrives from below does so beside what leaves downwards, which still goes straight.
        QVERIFY(line(1).corners().last().x() + 20 < line(0).corners().first().x());
        QCOMPARE(line(0).corners().first().x(), line(0).corners().last().x());
        canvas.document.undoStack().undo();
        QTest::qWait(1);
        QCOMPARE(line(0).corners().first().x(), kCardWidth / 2);
    }

    void aStraightLineRunsBetweenTheSidesThatFace()
    {
        const QRectF card{0, 0, kCardWidth, kCardHeight};
        const Attachment back = facingAttachment(card.translated(500, 20), card);
        QCOMPARE(back.from.x(), 500.0);
        QCOMPARE(back.to.x(), kCardWidth);
        const Attachment down = facingAttachment(card, card.translated(30, 300));
        QCOMPARE(down.from.y(), kCardHeight);
        QCOMPARE(down.to.y(), 300.0);
        const Attachment on = facingAttachment(card, card.translated(500, 20));
        QCOMPARE(on.from.x(), kCardWidth);
        QCOMPARE(on.to.x(), 500.0);
    }

    void labelsHideNoCardNoCrossingAndNoLabel_data()
    {
        QTest::addColumn<int>("style");
        for (const LineStyle style : {LineStyle::Orthogonal, LineStyle::Curved, LineStyle::Straight})
            QTest::newRow(qPrintable(QString::number(static_cast<int>(style)))) << static_cast<int>(style);
    }

    void labelsHideNoCardNoCrossingAndNoLabel()
    {
        QFETCH(int, style);
        CanvasFixture canvas;
        const auto join = [&](const QString& from, const QString& to) {
            canvas.document.undoStack().push(
                new ConnectItems{canvas.document, from.toStdString(), to.toStdString()});
        };
        // Two lines that cross in the middle of both, and one that passes over a card.
        const QString west = canvas.add("traffic-source", -600, 0), east = canvas.add("lambda", 600, 0);
        const QString north = canvas.add("traffic-source", -600, -300), south = canvas.add("s3", 600, 300);
        canvas.add("sqs", -60, -100);
        join(west, east);
        join(north, south);
        canvas.view.actions().lines[style]->trigger();
        canvas.view.canvas().findJumps();
        QList<QRectF> taken;
        for (const Component& each : canvas.document.design().components)
            taken.append({each.position.x, each.position.y, kCardWidth, kCardHeight});
        for (const Connection& each : canvas.document.design().connections) {
            const auto* line =
                dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(each.id)));
            for (const QRectF& other : std::as_const(taken))
                QVERIFY(!line->label().intersects(other));
            for (const LineJump& jump : line->jumps())
                QVERIFY(!line->label().contains(jump.at));
            taken.append(line->label());
        }
    }

    void labelsBetweenCardsThatAllButTouchAreSeen()
    {
        CanvasFixture canvas;
        const QString source = canvas.add("traffic-source", 0, 0),
                      stream = canvas.add("kinesis-data-streams", 200, 0),
                      function = canvas.add("lambda", 400, 0);
        canvas.document.undoStack().push(
            new ConnectItems{canvas.document, source.toStdString(), stream.toStdString()});
        canvas.document.undoStack().push(
            new ConnectItems{canvas.document, stream.toStdString(), function.toStdString()});
        canvas.view.canvas().findJumps();
        for (const Connection& line : canvas.document.design().connections) {
            const QRectF label =
                dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(line.id)))
                    ->label();
            for (const QString& each : {source, stream, function})
                QVERIFY(!label.intersects(canvas.card(each).mapRectToScene(canvas.card(each).card())));
        }
    }

    void aDraggedStretchStaysWhereItWasPut()
    {
        BentFixture canvas;
        const Design before = canvas.document.design();
        // The upright stretch in the middle of the way.
        QCOMPARE(canvas.item().corners().size(), qsizetype{4});
        const QPointF middle = (canvas.item().corners()[1] + canvas.item().corners()[2]) / 2;
        canvas.drag(canvas.at(middle - QPointF{0, 60}), canvas.at(middle + QPointF{48, -60}));
        const ItemDrawing drawing = drawingOf(canvas.connection().extraJson);
        QCOMPARE(drawing.bends.size(), std::size_t{2});
        QVERIFY(std::abs(drawing.bends[0].x - (middle.x() + 48)) <= 12);
        QCOMPARE(drawing.bends[0].x, drawing.bends[1].x);
        // Saved in the file, read again, undone in one step.
        const std::string saved = writeDesign(canvas.document.design());
        QVERIFY(saved.find("\"bends\"") != std::string::npos);
        QVERIFY(parseDesign(saved, canvas.document.catalog())->design == canvas.document.design());
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
        QVERIFY(canvas.item().bends().isEmpty());
    }

    void theEndsOfABentLineKeepToTheirPorts()
    {
        BentFixture canvas;
        const QPointF middle = (canvas.item().corners()[1] + canvas.item().corners()[2]) / 2;
        canvas.drag(canvas.at(middle - QPointF{0, 60}), canvas.at(middle + QPointF{48, -60}));
        const double pinned = canvas.item().corners()[1].x();
        canvas.document.undoStack().push(
            new MoveItems{canvas.document, {{canvas.b.toStdString(), {420, 360}, {}, {}, {}}}});
        const QList<QPointF>& corners = canvas.item().corners();
        QCOMPARE(corners.size(), qsizetype{4});
        QCOMPARE(corners[1].x(), pinned);
        QCOMPARE(corners[2].y(), 360 + kCardHeight / 2);
        for (qsizetype at = 0; at + 1 < corners.size(); ++at)
            QVERIFY(corners[at].x() == corners[at + 1].x() || corners[at].y() == corners[at + 1].y());
    }

    void bendsGoAlongWhenBothEndsMove()
    {
        BentFixture canvas;
        const QPointF middle = (canvas.item().corners()[1] + canvas.item().corners()[2]) / 2;
        canvas.drag(canvas.at(middle - QPointF{0, 60}), canvas.at(middle + QPointF{48, -60}));
        const QList<QPointF> before = canvas.item().bends();
        canvas.view.canvas().select({canvas.a, canvas.b});
        QTest::keyClick(&canvas.view, Qt::Key_Right);
        QCOMPARE(canvas.item().bends()[0], before[0] + QPointF(12, 0));
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.item().bends(), before);
    }

    void escapeLeavesALineAsItWas()
    {
        BentFixture canvas;
        const QList<QPointF> before = canvas.item().corners();
        const QPoint from = canvas.at((before[1] + before[2]) / 2 - QPointF{0, 60});
        canvas.press(from);
        canvas.moveTo(from + QPoint{40, 0});
        QVERIFY(canvas.item().corners() != before);
        QTest::keyClick(&canvas.view, Qt::Key_Escape);
        QCOMPARE(canvas.item().corners(), before);
        canvas.release(from + QPoint{40, 0});
        QVERIFY(drawingOf(canvas.connection().extraJson).bends.empty());
    }

    void straightLinesBendWhereTheyAreDragged()
    {
        BentFixture canvas;
        canvas.view.actions().lines[static_cast<int>(LineStyle::Straight)]->trigger();
        QCOMPARE(canvas.item().style(), LineStyle::Straight);
        const QPointF middle = canvas.item().corners()[0] * 0.75 + canvas.item().corners()[1] * 0.25;
        canvas.drag(canvas.at(middle), canvas.at(middle + QPointF{0, 60}));
        QCOMPARE(canvas.item().bends().size(), qsizetype{1});
        // The same bend again, not another one.
        const QPointF bend = canvas.item().bends().front();
        canvas.drag(canvas.at(bend), canvas.at(bend + QPointF{24, 0}));
        QCOMPARE(canvas.item().bends(), (QList<QPointF>{bend + QPointF(24, 0)}));
    }

    void aStyleIsChosenForTheDesignAndForOneLine()
    {
        BentFixture canvas;
        const QString other = canvas.add("s3", 800, 500);
        canvas.document.undoStack().push(
            new ConnectItems{canvas.document, canvas.b.toStdString(), other.toStdString()});
        const Design before = canvas.document.design();
        const auto styleOf = [&](std::size_t at) {
            const Id id = canvas.document.design().connections[at].id;
            return dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(id)))
                ->style();
        };
        canvas.view.actions().lines[static_cast<int>(LineStyle::Curved)]->trigger();
        QCOMPARE(styleOf(0), LineStyle::Curved);
        QCOMPARE(styleOf(1), LineStyle::Curved);
        canvas.document.undoStack().push(
            new SetDrawing{canvas.document, {}, {canvas.line.toStdString()}, [](ItemDrawing& drawing) {
                               drawing.line = DrawnLine::Straight;
                           }});
        QCOMPARE(styleOf(0), LineStyle::Straight);
        QCOMPARE(styleOf(1), LineStyle::Curved);
        QVERIFY(writeDesign(canvas.document.design()).find("\"line\": \"curved\"") != std::string::npos);
        canvas.document.undoStack().undo();
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
        QCOMPARE(styleOf(0), LineStyle::Orthogonal);
        QVERIFY(canvas.view.actions().lines[0]->isChecked());
    }

    void theLevelOneOfTwoCrossingLinesJumps()
    {
        const QList<QPointF> level{{0, 50}, {100, 50}}, upright{{50, 0}, {50, 100}};
        const QList<QList<LineJump>> jumps = lineJumps({upright, level});
        QVERIFY(jumps[0].isEmpty());
        QCOMPARE(jumps[1], (QList<LineJump>{{0, {50, 50}}}));
        // A junction, lines that end at each other and lines along each other are no crossings.
        QVERIFY(lineJumps({level, {{50, 50}, {50, 100}}})[0].isEmpty());
        QVERIFY(lineJumps({level, {{20, 50}, {80, 50}}})[0].isEmpty());
        // The arch leaves the line and comes back to it.
        const QPainterPath path = roundedPath(level, 0, jumps[1]);
        QVERIFY(path.boundingRect().top() < 50 - kJumpRadius / 2);
        QCOMPARE(path.currentPosition(), (QPointF{100, 50}));
    }
};

PLIMSOLL_TEST(tst_Lines)
#include "tst_lines.moc"
