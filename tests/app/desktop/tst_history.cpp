// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/results/history_page.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

using namespace plimsoll;
using namespace plimsoll::tests;

class tst_History : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNoteIsInSightInANarrowPanel()
    {
        PanelFixture fixture;
        // As much as a screen of 1366 pixels leaves beside the two sides.
        HistoryPage page{fixture.document, fixture.session};
        page.resize(830, 220);
        page.show();
        Design named = fixture.document.design();
        named.scenarios.front().label = "A scenario whose name says all that happens in it, and when";
        fixture.document.replace(named, {});
        run(fixture);
        QTRY_COMPARE(page.count(), 1);
        QTreeWidget& list = page.list();
        const QRect note = list.visualItemRect(list.topLevelItem(0))
                               .intersected({list.columnViewportPosition(4), 0, list.columnWidth(4), 10'000});
        QVERIFY(note.width() >= 80);
        QVERIFY2(note.right() <= list.viewport()->width(), qPrintable(QString::number(note.right())));
    }

    void anEarlierRunComesBackWithItsDesign()
    {
        PanelFixture fixture;
        HistoryPage page{fixture.document, fixture.session};
        page.resize(900, 300);
        page.show();
        run(fixture);
        QTRY_COMPARE(page.count(), 1);
        const Design first = fixture.document.design();
        const QString said = page.list().topLevelItem(0)->text(3);
        QVERIFY(!said.isEmpty());
        // Another design is another run.
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, Id{"orders"}, "shards", std::int64_t{2}});
        run(fixture);
        QTRY_COMPARE(page.count(), 2);
        const Design second = fixture.document.design();

        page.list().setCurrentItem(page.list().topLevelItem(1));
        page.list().topLevelItem(1)->setText(4, QStringLiteral("before"));
        const int steps = fixture.document.undoStack().count();
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("bring-back")), Qt::LeftButton);
        QVERIFY(fixture.document.design() == first);
        // Said at once, not with the next estimate.
        QVERIFY(
            page.findChild<QLabel*>(QStringLiteral("changes"))->text().contains(QStringLiteral("as it was")));
        QCOMPARE(fixture.document.undoStack().count(), steps + 1);
        QVERIFY(fixture.session.result());
        QVERIFY(!fixture.session.isStale());
        // Coming back is no run of its own.
        QCOMPARE(page.count(), 2);
        fixture.document.undoStack().undo();
        QVERIFY(fixture.document.design() == second);
        QVERIFY(fixture.session.isStale());
        QCOMPARE(page.list().topLevelItem(1)->text(4), QStringLiteral("before"));
    }

    void whatHasChangedSinceARunIsSaid()
    {
        PanelFixture fixture;
        HistoryPage page{fixture.document, fixture.session};
        run(fixture);
        page.list().setCurrentItem(page.list().topLevelItem(0));
        auto* changes = page.findChild<QLabel*>(QStringLiteral("changes"));
        QVERIFY(changes->text().contains(QStringLiteral("as it was")));
        const Design before = fixture.document.design();
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, Id{"orders"}, "shards", std::int64_t{4}});
        fixture.document.undoStack().push(new RemoveItems{fixture.document, {QStringLiteral("fn")}});
        const std::vector<ItemDifference> differences = differenceOf(before, fixture.document.design());
        // The function and its line went, and one number is another.
        QCOMPARE(differences.size(), std::size_t{3});
        QVERIFY(differences[0].kind == ItemDifference::Kind::Removed && differences[0].id == "fn");
        QVERIFY(differences[1].kind == ItemDifference::Kind::Changed && differences[1].id == "orders");
        QCOMPARE(toString(*differences[1].parameters[0].after), std::string{"4"});
        QVERIFY(differences[2].isConnection);
        QVERIFY(differenceOf(before, before).empty());
        const QRegularExpression named{
            QStringLiteral("Open shards from 1.shard to 4.shards")};  // narrow spaces
        QTRY_VERIFY(named.match(changes->text()).hasMatch());
        QVERIFY(changes->text().contains(QStringLiteral("Enrich")));
    }

private:
    static void run(PanelFixture& fixture)
    {
        QSignalSpy finished{&fixture.session, &RunSession::finished};
        fixture.session.start();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.session.isRunning(), 60'000);
    }
};

PLIMSOLL_TEST(tst_History)
#include "tst_history.moc"
