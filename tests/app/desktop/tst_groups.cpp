// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/guides.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/document/commands/set_drawing.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/inspector/summary_page.h"
#include "model/design/placement.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/canvas_fixture.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStyleOptionGraphicsItem>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// A source before a group of a stream and two functions, and a bucket behind it.
struct GroupFixture : CanvasFixture {
    GroupFixture()
    {
        for (const auto& [from, to] : {std::pair{source, stream},
                                       {stream, first},
                                       {stream, second},
                                       {first, bucket},
                                       {second, bucket}})
            document.undoStack().push(new ConnectItems{document, from.toStdString(), to.toStdString()});
        view.canvas().select({stream, first, second});
        view.actions().group->trigger();
        group = QString::fromStdString(document.design().groups.front().id);
        view.setTransform({});
        view.centerOn(450, 150);
    }
    GroupItem& frame() { return *dynamic_cast<GroupItem*>(view.canvas().item(group)); }
    int shownLines()
    {
        int shown = 0;
        for (const Connection& each : document.design().connections)
            shown += view.canvas().item(QString::fromStdString(each.id))->isVisible() ? 1 : 0;
        return shown;
    }

    QString source = add("traffic-source", 0, 96), stream = add("kinesis-data-streams", 300, 96),
            first = add("lambda", 600, 0), second = add("lambda", 600, 192), bucket = add("s3", 900, 96);
    QString group;
};

}  // namespace

class tst_Groups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void severalGroupsCollapseInOneStep()
    {
        CanvasFixture canvas;
        QStringList groups;
        for (const double y : {0.0, 400.0}) {
            canvas.view.canvas().select({canvas.add("lambda", 0, y)});
            canvas.view.actions().group->trigger();
            groups.append(QString::fromStdString(canvas.document.design().groups.back().id));
        }
        const auto collapsed = [&] {
            return std::count_if(groups.begin(), groups.end(), [&](const QString& id) {
                return dynamic_cast<GroupItem*>(canvas.view.canvas().item(id))->isCollapsed();
            });
        };
        canvas.view.canvas().toggleGroup(groups.front());
        canvas.view.canvas().select(groups);
        // One of them is open still: all are closed, and one step takes that back.
        canvas.view.actions().collapse->trigger();
        QCOMPARE(collapsed(), 2);
        canvas.document.undoStack().undo();
        QCOMPARE(collapsed(), 1);
    }

    void aGroupSaysWhatItsComponentsComeTo()
    {
        GroupFixture canvas;
        QTRY_VERIFY_WITH_TIMEOUT(canvas.frame().totals().contains(QStringLiteral("100/s")), 120'000);
        // The same sum as the bill's lines of its three members.
        const Bill& bill = *canvas.session.estimate().bill;
        Money sum;
        for (const QString& id : {canvas.stream, canvas.first, canvas.second})
            sum += bill.totalOf(id.toStdString());
        QTRY_VERIFY(canvas.frame().totals().contains(Format{}.money(sum)));
    }

    void aCollapsedGroupIsOneCardWithItsOutsideLines()
    {
        GroupFixture canvas;
        const Design before = canvas.document.design();
        QCOMPARE(canvas.shownLines(), 5);
        // A click on the mark in its title.
        QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, {},
                          canvas.at(canvas.frame().mapToScene(canvas.frame().toggleRect().center())));
        QVERIFY(canvas.frame().isCollapsed());
        for (const QString& id : {canvas.stream, canvas.first, canvas.second})
            QVERIFY(!canvas.view.canvas().item(id)->isVisible());
        // One line in, and one for the two that lead to the bucket.
        QCOMPARE(canvas.shownLines(), 2);
        const QRectF card = canvas.frame().mapRectToScene(canvas.frame().frame());
        for (const Connection& each : canvas.document.design().connections)
            if (const auto* line =
                    dynamic_cast<ConnectionItem*>(canvas.view.canvas().item(QString::fromStdString(each.id)));
                line->isVisible())
                QVERIFY(card.adjusted(-20, -20, 20, 20).contains(line->corners().first())
                        || card.adjusted(-20, -20, 20, 20).contains(line->corners().last()));
        QVERIFY(writeDesign(canvas.document.design()).find("\"collapsed\": true") != std::string::npos);
        // Every number is as before: how a design is drawn changes nothing.
        QCOMPARE(canvas.document.design().components, before.components);
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
        QCOMPARE(canvas.shownLines(), 5);
        QVERIFY(canvas.view.canvas().item(canvas.first)->isVisible());
    }

    void aCollapsedGroupTakesItsMembersAlong()
    {
        GroupFixture canvas;
        canvas.view.canvas().toggleGroup(canvas.group);
        const Position before = findComponent(canvas.document.design(), canvas.first.toStdString())->position;
        const QPoint from = canvas.at(canvas.frame().mapToScene(QPointF{100, 60}));
        canvas.drag(from, from + QPoint{0, 240});
        const Position after = findComponent(canvas.document.design(), canvas.first.toStdString())->position;
        QCOMPARE(after.x, before.x);
        QCOMPARE(after.y, before.y + 240);
        QCOMPARE(QString::fromStdString(
                     findComponent(canvas.document.design(), canvas.first.toStdString())->group),
                 canvas.group);
        // What is deleted with it comes back with it.
        canvas.view.canvas().select({canvas.group});
        canvas.view.actions().remove->trigger();
        QVERIFY(canvas.view.canvas().item(canvas.first)->isVisible());
        canvas.document.undoStack().undo();
        QVERIFY(!canvas.view.canvas().item(canvas.first)->isVisible());
    }

    void whatIsLockedStays()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 300, 40);
        canvas.view.canvas().select({a});
        canvas.view.actions().lock->trigger();
        const Design locked = canvas.document.design();
        canvas.drag(canvas.centreOf(a), canvas.centreOf(a) + QPoint{60, 60});
        canvas.view.canvas().select({a});
        QTest::keyClick(&canvas.view, Qt::Key_Right);
        canvas.view.actions().remove->trigger();
        QVERIFY(canvas.document.design() == locked);
        canvas.view.canvas().select({a, b});
        canvas.view.actions().alignments[static_cast<int>(Alignment::Bottom)]->trigger();
        QCOMPARE(findComponent(canvas.document.design(), a.toStdString())->position, (Position{0, 0}));
        canvas.view.canvas().select({a});
        canvas.view.actions().lock->trigger();
        canvas.view.actions().remove->trigger();
        QCOMPARE(canvas.document.design().components.size(), std::size_t{1});
    }

    void whatIsPinnedStaysWhenTheRestIsTidied()
    {
        GroupFixture canvas;
        canvas.view.actions().ungroup->trigger();
        canvas.view.canvas().select({canvas.second});
        canvas.view.actions().pin->trigger();
        const Position pinned =
            findComponent(canvas.document.design(), canvas.second.toStdString())->position;
        canvas.view.canvas().select({});
        const Design before = canvas.document.design();
        canvas.view.actions().tidy->trigger();
        const Design& after = canvas.document.design();
        QVERIFY(after != before);
        QCOMPARE(findComponent(after, canvas.second.toStdString())->position, pinned);
        for (std::size_t one = 0; one < after.components.size(); ++one)
            for (std::size_t other = one + 1; other < after.components.size(); ++other) {
                const Position a = after.components[one].position, b = after.components[other].position;
                QVERIFY(std::abs(a.x - b.x) >= kCardWidth || std::abs(a.y - b.y) >= kCardHeight);
            }
        // The cards glide there, and arrive.
        for (const Component& each : after.components)
            QTRY_COMPARE(canvas.view.canvas().item(QString::fromStdString(each.id))->pos(),
                         (QPointF{each.position.x, each.position.y}));
        canvas.document.undoStack().undo();
        QVERIFY(canvas.document.design() == before);
    }

    void theOrderIsSavedAndShown()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 30, 30);
        const auto z = [&](const QString& id) { return canvas.view.canvas().item(id)->zValue(); };
        canvas.view.canvas().select({a});
        canvas.view.actions().toFront->trigger();
        QVERIFY(z(a) > z(b));
        canvas.view.actions().toBack->trigger();
        QVERIFY(z(a) < z(b));
        QCOMPARE(drawingOfItem(canvas.document.design(), a.toStdString()).z, -1);
        canvas.document.undoStack().undo();
        QVERIFY(z(a) > z(b));
    }

    void framesBecomeAsLargeAsTheLargest()
    {
        CanvasFixture canvas;
        ItemSet items;
        items.notes.push_back({"note-1", "a", {0, 0}, 100, 200, {}});
        items.notes.push_back({"note-2", "b", {300, 0}, 180, 60, {}});
        canvas.document.undoStack().push(new AddItems{canvas.document, std::move(items)});
        canvas.view.canvas().select({QStringLiteral("note-1"), QStringLiteral("note-2")});
        canvas.view.actions().sameSize->trigger();
        for (const Note& note : canvas.document.design().notes) {
            QCOMPARE(note.width, 180.0);
            QCOMPARE(note.height, 200.0);
        }
    }

    void aDraggedCardComesIntoLineWithItsNeighbours()
    {
        const Guides guides = guidesFor({103, 400, 192, 76}, {{100, 0, 192, 76}, {900, 402, 192, 76}}, 6);
        QCOMPARE(guides.across, std::optional{-3.0});
        QCOMPARE(guides.down, std::optional{2.0});
        QVERIFY(guides.lines.size() >= 2);
        QVERIFY(!guidesFor({120, 400, 192, 76}, {{100, 0, 192, 76}}, 6).across);

        CanvasFixture canvas;
        canvas.add("lambda", 5, 5);  // beside the grid
        const QString b = canvas.add("lambda", 300, 200);
        canvas.view.setTransform({});
        canvas.view.centerOn(200, 100);
        canvas.drag(canvas.centreOf(b), canvas.centreOf(b) - QPoint{292, 20});
        QCOMPARE(findComponent(canvas.document.design(), b.toStdString())->position.x, 5.0);
        // What is not near goes by the grid.
        QCOMPARE(findComponent(canvas.document.design(), b.toStdString())->position.y, 180.0);
    }

    void lineageDimsTheRest()
    {
        GroupFixture canvas;
        canvas.view.canvas().select({canvas.first});
        canvas.view.actions().lineage->trigger();
        const auto opacity = [&](const QString& id) { return canvas.view.canvas().item(id)->opacity(); };
        for (const QString& id : {canvas.source, canvas.stream, canvas.first, canvas.bucket})
            QCOMPARE(opacity(id), 1.0);
        QVERIFY(opacity(canvas.second) < 0.5);
        canvas.view.canvas().select({canvas.second});
        QVERIFY(opacity(canvas.first) < 0.5);
        canvas.view.actions().lineage->trigger();
        QCOMPARE(opacity(canvas.first), 1.0);
    }

    void aGroupDraggedIntoAnotherBelongsToIt()
    {
        GroupFixture canvas;
        // A frame round nothing, then the group is dragged into it by its rim.
        Group outer{"outer", "Account", "account", {-60, 420}, 900, 480, {}};
        ItemSet items;
        items.groups.push_back(outer);
        canvas.document.undoStack().push(new AddItems{canvas.document, std::move(items)});
        canvas.view.fit();
        auto& scene = canvas.view.canvas();
        const GroupItem& inner = canvas.frame();
        const QPoint rim = canvas.at(inner.mapToScene(QPointF{0, inner.size().height() * 0.85}));
        canvas.drag(rim, rim + canvas.at({0, 500}) - canvas.at({300, 0}));
        const QRectF around{outer.position.x, outer.position.y, outer.width, outer.height};
        QVERIFY(around.contains(QRectF{inner.pos(), inner.size()}));
        // Its components stay its own and lie in the account now, by what prices go by, too.
        const Component& stream = *findComponent(canvas.document.design(), canvas.stream.toStdString());
        QCOMPARE(stream.group, canvas.group.toStdString());
        QCOMPARE(placementOf(canvas.document.design(), stream).account, std::string{"outer"});
        // The outer one takes it along and counts what is in it.
        QVERIFY(scene.movedWith({QStringLiteral("outer")}).contains(canvas.group));
        QVERIFY(scene.movedWith({QStringLiteral("outer")}).contains(canvas.first));
        QTRY_COMPARE_WITH_TIMEOUT(
            groupFigures(canvas.document, canvas.session).value(QStringLiteral("outer")).members, 3, 30'000);
        // Folded up, one card stands for all.
        scene.toggleGroup(QStringLiteral("outer"));
        QVERIFY(!scene.item(canvas.group)->isVisible());
        QVERIFY(!scene.item(canvas.first)->isVisible());
        QCOMPARE(scene.standIn(canvas.first), QStringLiteral("outer"));
        scene.toggleGroup(QStringLiteral("outer"));
        QVERIFY(scene.item(canvas.group)->isVisible());
        QVERIFY(scene.item(canvas.first)->isVisible());
    }

    void aCollapsedCardCutsNoNumber_data()
    {
        QTest::addColumn<double>("zoom");
        for (const double zoom : {0.3, 0.45, 0.6, 0.8, 1.0, 1.6})
            QTest::addRow("%.2f", zoom) << zoom;
    }
    void aCollapsedCardCutsNoNumber()
    {
        QFETCH(double, zoom);
        GroupFixture canvas;
        canvas.view.canvas().toggleGroup(canvas.group);
        // As large as totals get: millions a second for millions of dollars.
        GroupFigure figure;
        figure.members = 3;
        figure.perSecond = 12'345'678;
        figure.monthly = Money::nanodollars(123'456'789'000'000'000);
        TextRecorder recorder;
        {
            QPainter painter{&recorder};
            painter.scale(zoom, zoom);
            QStyleOptionGraphicsItem option;
            canvas.frame().setFigure(figure);
            canvas.frame().paint(&painter, &option, nullptr);
        }
        QString written;
        for (const auto& text : recorder.texts()) {
            written += text.text;
            QVERIFY(zoom * 192 + 1 >= text.box.right());
        }
        // What must not break is held together by word joiners, which are drawn as texts of their own.
        const auto plain = [](QString text) { return text.remove(QChar{0x2060}); };
        for (const QString& part : canvas.frame().totals().split(QStringLiteral(" \u00b7 ")))
            QVERIFY2(plain(written).contains(plain(part)), qPrintable(written));
    }

    void aSelectedGroupIsEditedInTheInspector()
    {
        GroupFixture canvas;
        InspectorPanel inspector{canvas.document, canvas.session};
        inspector.resize(320, 900);
        inspector.show();
        inspector.showItems({canvas.group});
        auto* label = inspector.findChild<QLineEdit*>(QStringLiteral("label"));
        QVERIFY(label);
        label->setFocus();
        label->selectAll();
        QTest::keyClicks(label, QStringLiteral("Ingest"));
        QCOMPARE(canvas.document.design().groups.front().label, std::string{"Ingest"});
        auto* kind = inspector.findChild<QComboBox*>(QStringLiteral("kind"));
        QVERIFY(kind);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_V);
        QCOMPARE(kind->currentData().toString(), QStringLiteral("vpc"));
        QCOMPARE(canvas.document.design().groups.front().kind, std::string{"vpc"});
        QCOMPARE(canvas.document.undoStack().undoText(), QStringLiteral("Change kind of group"));
        canvas.document.undoStack().undo();
        QCOMPARE(canvas.document.design().groups.front().kind, std::string{"group"});
        // What its components are, and what they cost.
        const auto texts = inspector.findChildren<QLabel*>();
        QVERIFY(std::any_of(texts.begin(), texts.end(), [&](const QLabel* each) {
            return each->text().contains(QStringLiteral("component:") + canvas.stream);
        }));
    }

    void severalOfOneServiceAreEditedTogether()
    {
        CanvasFixture canvas;
        const QString a = canvas.add("lambda", 0, 0), b = canvas.add("lambda", 300, 0);
        InspectorPanel inspector{canvas.document, canvas.session};
        inspector.resize(360, 900);
        inspector.show();
        inspector.showItems({a, b});
        auto* form = inspector.findChild<ParameterForm*>();
        QVERIFY(form);
        auto* memory = qobject_cast<QSpinBox*>(form->field("memoryMb"));
        QVERIFY(memory);
        const int before = canvas.document.undoStack().count();
        memory->setFocus();
        memory->selectAll();
        QTest::keyClicks(memory, QStringLiteral("2048"));
        QTest::keyClick(memory, Qt::Key_Return);
        QCOMPARE(canvas.document.undoStack().count(), before + 1);
        for (const Component& each : canvas.document.design().components)
            QCOMPARE(toString(each.parameters.at("memoryMb")), std::string{"2048"});
        canvas.document.undoStack().undo();
        for (const Component& each : canvas.document.design().components)
            QVERIFY(!each.parameters.contains("memoryMb"));
        // Another service beside them has no parameters in common.
        inspector.showItems({a, b, canvas.add("s3", 600, 0)});
        QVERIFY(!inspector.findChild<SummaryPage*>()->findChild<ParameterForm*>());
    }

    void aTitleTakesTheMouseAllOverIt()
    {
        GroupFixture canvas;
        const QRectF title = canvas.frame().titleRect();
        for (double y = title.top() + 1; y < title.bottom(); y += 1) {
            canvas.view.canvas().select({});
            // Beside the mark that folds the group up.
            const QPointF at{canvas.frame().toggleRect().right() + 12, y};
            QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, {},
                              canvas.at(canvas.frame().mapToScene(at)));
            QCOMPARE(canvas.view.canvas().selectedIds(), QStringList{canvas.group});
        }
    }

    void aFrameIsResizedByEachCorner_data()
    {
        QTest::addColumn<int>("corner");
        QTest::addColumn<QRectF>("by");  // how much left, top, right and bottom move
        QTest::newRow("top left") << static_cast<int>(Corner::TopLeft)
                                  << QRectF{QPointF{-24, -36}, QPointF{0, 0}};
        QTest::newRow("top right") << static_cast<int>(Corner::TopRight)
                                   << QRectF{QPointF{0, -36}, QPointF{24, 0}};
        QTest::newRow("bottom left") << static_cast<int>(Corner::BottomLeft)
                                     << QRectF{QPointF{-24, 0}, QPointF{0, 36}};
        QTest::newRow("bottom right")
            << static_cast<int>(Corner::BottomRight) << QRectF{QPointF{0, 0}, QPointF{24, 36}};
    }
    void aFrameIsResizedByEachCorner()
    {
        QFETCH(int, corner);
        QFETCH(QRectF, by);
        GroupFixture canvas;
        canvas.view.canvas().select({canvas.group});
        const QRectF before{canvas.frame().pos(), canvas.frame().size()};
        const QRectF handle =
            canvas.frame().mapRectToScene(canvas.frame().resizeHandle(static_cast<Corner>(corner)));
        const QPoint from = canvas.at(handle.center());
        canvas.drag(from, from
                              + QPoint{static_cast<int>(by.left() + by.right()),
                                       static_cast<int>(by.top() + by.bottom())});
        const QRectF after{canvas.frame().pos(), canvas.frame().size()};
        // By the grid of 12, whichever side moved.
        QVERIFY(std::abs(after.left() - before.left() - by.left()) <= 12);
        QVERIFY(std::abs(after.top() - before.top() - by.top()) <= 12);
        QVERIFY(std::abs(after.right() - before.right() - by.right()) <= 12);
        QVERIFY(std::abs(after.bottom() - before.bottom() - by.bottom()) <= 12);
        QVERIFY(after.width() > before.width() && after.height() > before.height());
        canvas.document.undoStack().undo();
        QCOMPARE((QRectF{canvas.frame().pos(), canvas.frame().size()}), before);
    }

    void aFrameDrawnRoundACardTakesItIn()
    {
        GroupFixture canvas;
        canvas.view.canvas().select({canvas.group});
        const auto groupOf = [&](const QString& id) {
            return findComponent(canvas.document.design(), id.toStdString())->group;
        };
        QVERIFY(groupOf(canvas.bucket).empty());
        canvas.view.fit();
        const GroupItem& frame = canvas.frame();
        const QPoint from = canvas.at(frame.mapRectToScene(frame.resizeHandle(Corner::BottomRight)).center());
        const QRectF bucket = canvas.card(canvas.bucket).mapRectToScene(canvas.card(canvas.bucket).card());
        canvas.drag(from, {canvas.at(bucket.bottomRight()).x() + 12, from.y()});
        QCOMPARE(groupOf(canvas.bucket), canvas.group.toStdString());
        // Taken back in the same step, and let go when the frame shrinks again.
        canvas.document.undoStack().undo();
        QVERIFY(groupOf(canvas.bucket).empty());
        canvas.document.undoStack().redo();
        canvas.view.canvas().select({canvas.group});
        const QPoint right =
            canvas.at(frame.mapRectToScene(frame.resizeHandle(Corner::BottomRight)).center());
        canvas.drag(right, {canvas.at(bucket.topLeft()).x() - 12, right.y()});
        QVERIFY(groupOf(canvas.bucket).empty());
        QCOMPARE(groupOf(canvas.first), canvas.group.toStdString());
    }

    void theFrameThatWouldTakeACardIsMarked()
    {
        GroupFixture canvas;
        canvas.view.fit();
        const QPoint from = canvas.centreOf(canvas.bucket);
        const QPoint into =
            canvas.at(canvas.frame().mapToScene(QRectF{QPointF{}, canvas.frame().size()}.center()));
        canvas.press(from);
        canvas.moveTo(from + QPoint{20, 0});
        QVERIFY(!canvas.frame().isAwaiting());
        canvas.moveTo(into);
        QVERIFY(canvas.frame().isAwaiting());
        canvas.release(into);
        QVERIFY(!canvas.frame().isAwaiting());
        QCOMPARE(findComponent(canvas.document.design(), canvas.bucket.toStdString())->group,
                 canvas.group.toStdString());
        // What is in it already does not come into it.
        const QPoint inside = canvas.centreOf(canvas.stream);
        canvas.press(inside);
        canvas.moveTo(inside + QPoint{0, 20});
        QVERIFY(!canvas.frame().isAwaiting());
        canvas.release(inside + QPoint{0, 20});
    }

    void aGroupAndACardAreGroupedTogether()
    {
        GroupFixture canvas;
        canvas.view.canvas().select({canvas.group, canvas.first, canvas.bucket});
        canvas.view.actions().group->trigger();
        const Design& design = canvas.document.design();
        QCOMPARE(design.groups.size(), std::size_t{2});
        const QString outer = canvas.view.canvas().selectedIds().value(0);
        QVERIFY(outer != canvas.group);
        // The card comes into the new one, the inner group keeps what is its own.
        QCOMPARE(findComponent(design, canvas.bucket.toStdString())->group, outer.toStdString());
        QCOMPARE(findComponent(design, canvas.first.toStdString())->group, canvas.group.toStdString());
        QVERIFY(canvas.view.canvas().movedWith({outer}).contains(canvas.group));
        QVERIFY(canvas.view.canvas().movedWith({outer}).contains(canvas.stream));
    }
};

PLIMSOLL_TEST(tst_Groups)
#include "tst_groups.moc"
