// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/page_bar.h"
#include "app/desktop/canvas/page_reference.h"
#include "app/desktop/document/pages.h"
#include "app/desktop/render/drawing.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/canvas_fixture.h"

#include <QtGui/QMouseEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Source -> stream -> function, where the function is moved to a second page.
struct PagesFixture : CanvasFixture {
    PagesFixture()
    {
        source = add("traffic-source", 0, 0);
        stream = add("kinesis-data-streams", 300, 0);
        function = add("lambda", 600, 0);
        connect(source, stream);
        connect(stream, function);
        bar.resize(900, 32);
        before = writeDesign(document.design());
    }
    void connect(const QString& from, const QString& to) { drag(outputOf(from), inputOf(to)); }
    /// A second page with the function on it; the first is looked at.
    void split()
    {
        const Id second = addPage(document);
        moveToPage(document, {function}, second);
        document.setCurrentPage("page-1");
    }
    QList<PageReference*> references() const
    {
        QList<PageReference*> found;
        for (QGraphicsItem* each : view.scene()->items())
            if (auto* reference = dynamic_cast<PageReference*>(each))
                found.append(reference);
        return found;
    }
    bool isShown(const QString& id) { return view.canvas().item(id) != nullptr; }
    Pages pages() const { return Pages{document.design()}; }
    std::string text() const { return writeDesign(document.design()); }
    void undoAll()
    {
        while (document.undoStack().canUndo())
            document.undoStack().undo();
    }

    QString source, stream, function;
    std::string before;
    PageBar bar{document};
};

}  // namespace

class tst_Pages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoAndRedoShowThePageTheyChange()
    {
        PagesFixture at;
        at.split();
        at.document.setCurrentPage("page-2");
        at.drag(at.centreOf(at.function), at.centreOf(at.function) + QPoint{60, 40});
        const Position moved = findComponent(at.document.design(), at.function.toStdString())->position;
        at.document.setCurrentPage("page-1");
        at.drag(at.centreOf(at.source), at.centreOf(at.source) + QPoint{0, 60});

        // What is changed on the page that is looked at leaves the reader there.
        at.document.undoStack().undo();
        QCOMPARE(at.document.currentPage(), Id{"page-1"});
        at.document.undoStack().undo();
        QCOMPARE(at.document.currentPage(), Id{"page-2"});
        QVERIFY(at.isShown(at.function));
        at.document.setCurrentPage("page-1");
        at.document.undoStack().redo();
        QCOMPARE(at.document.currentPage(), Id{"page-2"});
        QVERIFY(findComponent(at.document.design(), at.function.toStdString())->position == moved);
    }

    void whatIsDeletedIsBroughtBackInSight()
    {
        PagesFixture at;
        at.split();
        at.document.setCurrentPage("page-2");
        at.view.canvas().select({at.function});
        QTest::keyClick(&at.view, Qt::Key_Delete);
        if (at.isShown(at.function))
            at.view.actions().remove->trigger();
        QVERIFY(!at.isShown(at.function));
        at.document.setCurrentPage("page-1");
        at.document.undoStack().undo();
        QCOMPARE(at.document.currentPage(), Id{"page-2"});
        QVERIFY(at.isShown(at.function));
    }

    void aDesignWithoutPagesStaysAsItIs()
    {
        PagesFixture at;
        QVERIFY(at.bar.isHidden());
        QVERIFY(at.before.find("\"page\"") == std::string::npos);
        at.split();
        const Result<LoadedDesign> loaded = parseDesign(at.text(), at.document.catalog());
        QVERIFY(loaded);
        QVERIFY(loaded->design == at.document.design());
        QCOMPARE(writeDesign(loaded->design), at.text());
        at.document.undoStack().undo();
        at.document.undoStack().undo();
        QCOMPARE(at.text(), at.before);
        QVERIFY(at.bar.isHidden());
        QVERIFY(at.isShown(at.function));
    }

    void aPageShowsWhatIsOnItAndNothingElse()
    {
        PagesFixture at;
        at.split();
        QVERIFY(!at.bar.isHidden());
        QCOMPARE(at.bar.tabs().count(), 2);
        QVERIFY(at.isShown(at.source) && at.isShown(at.stream) && !at.isShown(at.function));
        QTest::mouseClick(&at.bar.tabs(), Qt::LeftButton, {}, at.bar.tabs().tabRect(1).center());
        QCOMPARE(at.document.currentPage(), Id{"page-2"});
        QVERIFY(!at.isShown(at.stream) && at.isShown(at.function));
        // What is added comes to the page that is looked at.
        const QString added = at.add("s3", 900, 0);
        QVERIFY(at.isShown(added));
        at.document.setCurrentPage("page-1");
        QVERIFY(!at.isShown(added));
        // And what was selected there is not selected here.
        QVERIFY(at.view.canvas().selectedIds().isEmpty());
    }

    void aLineToAnotherPageEndsInANameThatLeadsThere()
    {
        PagesFixture at;
        at.split();
        at.view.setTransform({});
        at.view.centerOn(300, 0);
        QCOMPARE(at.references().size(), qsizetype{1});
        PageReference* leaving = at.references().front();
        QVERIFY(leaving->text().startsWith(QStringLiteral("Lambda")));
        QTest::mouseClick(at.view.viewport(), Qt::LeftButton, {},
                          at.at(leaving->mapToScene(leaving->pill().center())));
        QTRY_COMPARE(at.document.currentPage(), Id{"page-2"});
        QCOMPARE(at.view.canvas().selectedIds(), QStringList{at.function});
        // There the same line comes in.
        QCOMPARE(at.references().size(), qsizetype{1});
        QCOMPARE(at.references().front()->other(), at.stream);
        // Whatever is looked for is shown, on whichever page it is.
        at.view.reveal(at.source);
        QCOMPARE(at.document.currentPage(), Id{"page-1"});
        QCOMPARE(at.view.canvas().selectedIds(), QStringList{at.source});
    }

    void aPictureHasTheMarksOfItsPage()
    {
        PagesFixture at;
        const double whole = drawingOf(at.view.canvas(), {}).size.width();
        at.split();
        const double first = drawingOf(at.view.canvas(), {}).size.width();
        QVERIFY2(first < whole, qPrintable(QString::number(first)));
        QVERIFY2(first > 300 + kCardWidth + 60, qPrintable(QString::number(first)));  // with the name
    }

    void pagesAreRenamedWhereTheyStand()
    {
        PagesFixture at;
        at.split();
        QTest::mouseDClick(&at.bar.tabs(), Qt::LeftButton, {}, at.bar.tabs().tabRect(1).center());
        auto* name = at.bar.findChild<QLineEdit*>();
        QVERIFY(name && name->isVisible());
        QTest::keyClicks(name, QStringLiteral("Readers & co"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(at.pages().list().at(1).label, std::string{"Readers & co"});
        QVERIFY(!name->isVisible());
        at.document.undoStack().undo();
        QCOMPARE(at.pages().list().at(1).label, std::string{"Page 2"});
    }

    void anotherOrderMovesNothingBetweenPages()
    {
        PagesFixture at;
        at.split();
        QTest::mouseClick(at.bar.findChild<QToolButton*>("add-page"), Qt::LeftButton);
        QCOMPARE(at.bar.tabs().count(), 3);
        const int steps = at.document.undoStack().count();
        QMenu* menu = at.bar.menuOf(2);
        for (QAction* each : menu->actions())
            if (each->text() == QStringLiteral("Move to the left"))
                each->trigger();
        delete menu;
        QCOMPARE(at.document.undoStack().count(), steps + 1);
        QCOMPARE(at.pages().list().at(1).id, Id{"page-3"});
        movePage(at.document, 0, 2);
        QCOMPARE(at.pages().list().front().id, Id{"page-3"});
        QCOMPARE(at.pages().ofItem(at.document.design(), at.source.toStdString()), Id{"page-1"});
        QCOMPARE(at.pages().ofItem(at.document.design(), at.function.toStdString()), Id{"page-2"});
        at.undoAll();
        QVERIFY(at.document.design().components.empty());
    }

    void aTabIsDraggedToItsPlaceInOneStep()
    {
        PagesFixture at;
        at.split();
        QTabBar& tabs = at.bar.tabs();
        const QPoint from = tabs.tabRect(0).center(), to = tabs.tabRect(1).center() + QPoint{8, 0};
        const int steps = at.document.undoStack().count();
        QTest::mousePress(&tabs, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 12; ++step) {
            const QPoint where = from + (to - from) * step / 12;
            QMouseEvent event{QEvent::MouseMove, where,          tabs.mapToGlobal(where),
                              Qt::NoButton,      Qt::LeftButton, {}};
            QApplication::sendEvent(&tabs, &event);
        }
        QTest::mouseRelease(&tabs, Qt::LeftButton, {}, to);
        QCOMPARE(at.document.undoStack().count(), steps + 1);
        QCOMPARE(at.pages().list().front().id, Id{"page-2"});
        QCOMPARE(at.document.currentPage(), Id{"page-1"});
        QVERIFY(at.isShown(at.source));
    }

    void aPageGoesWithAllThatIsOnIt()
    {
        PagesFixture at;
        at.split();
        const std::string two = at.text();
        removePage(at.document, "page-2");
        QCOMPARE(at.document.design().components.size(), std::size_t{2});
        QCOMPARE(at.document.design().connections.size(), std::size_t{1});
        // One page is none.
        QVERIFY(!at.pages().any());
        QVERIFY(at.text().find("\"page\"") == std::string::npos);
        at.document.undoStack().undo();
        QCOMPARE(at.text(), two);
        QVERIFY(!at.isShown(at.function));  // on its page again
    }

    void pastedItemsComeToThePageThatIsLookedAt()
    {
        PagesFixture at;
        at.split();
        at.view.canvas().select({at.stream});
        const std::string copied = copyItems(at.document, {at.stream});
        at.document.setCurrentPage("page-2");
        Result<ItemSet> items = pastedItems(at.document, copied, {40, 40});
        QVERIFY(items);
        const QString pasted = QString::fromStdString(items->components.front().id);
        at.document.undoStack().push(new AddItems{at.document, std::move(*items)});
        QVERIFY(at.isShown(pasted));
        QCOMPARE(at.pages().ofItem(at.document.design(), pasted.toStdString()), Id{"page-2"});
    }

    void whatLeavesItsFrameBehindStaysPartOfIt()
    {
        PagesFixture at;
        at.view.canvas().select({at.stream, at.function});
        at.view.actions().group->trigger();
        const auto groupOf = [&](const QString& id) {
            return findComponent(at.document.design(), id.toStdString())->group;
        };
        const Id group = groupOf(at.function);
        QVERIFY(!group.empty());
        at.split();
        QCOMPARE(groupOf(at.function), group);
        at.document.setCurrentPage("page-2");
        QVERIFY(!at.isShown(QString::fromStdString(group)));
        // Nor does moving it about where the frame is not to be seen take it out.
        at.view.canvas().moveItems({at.function}, {400, 300}, CanvasScene::Nudge::No);
        QCOMPARE(groupOf(at.function), group);
        // The frame takes along what it holds.
        moveToPage(at.document, {QString::fromStdString(group)}, "page-2");
        QVERIFY(at.isShown(at.stream) && at.isShown(QString::fromStdString(group)));
    }

    void anEmptyPageBeginsWhereNothingStands()
    {
        PagesFixture at;
        (void)addPage(at.document);
        QVERIFY(at.view.viewCentre().y() > 1000);
        QVERIFY(!at.view.canvas().isEmpty());
    }
};

PLIMSOLL_TEST(tst_Pages)
#include "tst_pages.moc"
