// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/results/difference_page.h"
#include "app/desktop/results/history_page.h"
#include "app/desktop/results/results_panel.h"
#include "tests/app/desktop/panel_fixture.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// The small design without its function, with a bucket and another number of shards.
void change(PanelFixture& at)
{
    at.document.undoStack().push(new SetParameter{at.document, "orders", "shards", std::int64_t{4}});
    at.document.undoStack().push(new RemoveItems{at.document, {QStringLiteral("fn")}});
    at.document.undoStack().push(
        new AddItems{at.document, newComponent(at.document, *at.document.catalog().find("s3"), {528, 200})});
}

const DifferenceRow* rowOf(const DifferenceSession& session, std::string_view id)
{
    for (const DifferenceRow& each : session.rows())
        if (each.item.id == id)
            return &each;
    return nullptr;
}

}  // namespace

class tst_Differences : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowsSayCostAndCapacityOfBoth()
    {
        PanelFixture at;
        const auto before = at.document.snapshot();
        at.differences.setOther(before, QStringLiteral("before"));
        QVERIFY(at.differences.rows().empty());
        change(at);
        QTRY_VERIFY_WITH_TIMEOUT(at.differences.totalThen() && at.settle(), 30'000);
        // Four shards at $0.015 an hour instead of one, at 1,000 records/s each.
        const DifferenceRow* orders = rowOf(at.differences, "orders");
        QVERIFY(orders);
        QCOMPARE(orders->item.kind, ItemDifference::Kind::Changed);
        QCOMPARE((*orders->now.monthly - *orders->then.monthly).nanodollars(),
                 std::int64_t{3} * 730 * 15'000'000);
        QCOMPARE(*orders->now.capacity, 4 * *orders->then.capacity);
        const DifferenceRow* gone = rowOf(at.differences, "fn");
        QVERIFY(gone && gone->then.monthly && !gone->now.monthly);
        QCOMPARE(gone->item.kind, ItemDifference::Kind::Removed);
        const DifferenceRow* fresh = rowOf(at.differences, "s3-1");
        QVERIFY(fresh && !fresh->then.monthly);
        // With the function its connection went.
        QVERIFY(rowOf(at.differences, "c2"));
        QCOMPARE(rowOf(at.differences, "c2")->name, QStringLiteral("Orders \u2192 Enrich"));
        while (at.document.undoStack().canUndo())
            at.document.undoStack().undo();
        QVERIFY(at.differences.rows().empty());
    }

    void anotherRateIsADifference()
    {
        PanelFixture at;
        const auto before = at.document.snapshot();
        at.differences.setOther(before, QStringLiteral("before"));
        DifferencePage page{at.differences};
        Scenario scenario = at.document.design().scenarios.front();
        scenario.traffic["producers"].ratePerSecond = 7'000;
        at.document.undoStack().push(new SetScenario{at.document, scenario});
        const DifferenceRow* source = rowOf(at.differences, "producers");
        QVERIFY(source);
        QCOMPARE(source->item.kind, ItemDifference::Kind::Changed);
        const auto* table = page.findChild<QTreeWidget*>(QStringLiteral("differences"));
        QCOMPARE(table->topLevelItemCount(), 1);
        bool said = false;
        for (int column = 0; column < table->columnCount(); ++column)
            said = said || table->topLevelItem(0)->text(column).contains(QStringLiteral("7,000 instead of"));
        QVERIFY(said);
        // What a parameter is called, not its id.
        at.document.undoStack().push(
            new SetParameter{at.document, "orders", "shards", ParameterValue{std::int64_t{4}}});
        QCOMPARE(rowOf(at.differences, "orders")->item.parameters.front().parameter,
                 std::string{"Open shards"});
    }

    void theCanvasMarksWhatIsDifferent()
    {
        PanelFixture at;
        const auto before = at.document.snapshot();
        CanvasView view{at.document, at.session};
        view.resize(900, 500);
        change(at);
        std::vector<ItemDifference> items = differenceOf(*before, at.document.design());
        view.canvas().markDifferences(before, items);
        const auto texts = [&] {
            TextRecorder recorder;
            QPainter painter{&recorder};
            view.canvas().differenceMarks().paint(painter, view.canvas());
            painter.end();
            QStringList all;
            for (const auto& each : recorder.texts())
                all << each.text;
            all.sort();
            return all;
        };
        QCOMPARE(texts(), (QStringList{QStringLiteral("Enrich"), QStringLiteral("added"),
                                       QStringLiteral("changed"), QStringLiteral("removed")}));
        QCOMPARE(view.canvas().differenceMarks().placeOfRemoved(QStringLiteral("fn")).topLeft(),
                 QPointF(528, 0));
        view.canvas().markDifferences(nullptr, {});
        QVERIFY(texts().isEmpty());
    }

    void anEarlierRunIsHeldAgainstAndARowLeadsToItsComponent()
    {
        PanelFixture at;
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        panel.resize(1'100, 300);
        panel.show();
        QVERIFY(at.run());
        auto* history = panel.findChild<HistoryPage*>();
        panel.tabs().setCurrentWidget(history);
        history->list().setCurrentItem(history->list().topLevelItem(0));
        QTest::mouseClick(history->findChild<QPushButton*>(QStringLiteral("mark-changes")), Qt::LeftButton);
        auto* page = panel.findChild<DifferencePage*>();
        QCOMPARE(panel.tabs().currentWidget(), static_cast<QWidget*>(page));
        QCOMPARE(page->table().topLevelItemCount(), 0);
        change(at);
        QCOMPARE(page->table().topLevelItemCount(), 4);
        QSignalSpy link{&panel, &ResultsPanel::linkActivated};
        QTreeWidgetItem* first = page->table().topLevelItem(0);
        QTest::mouseClick(page->table().viewport(), Qt::LeftButton, {},
                          page->table().visualItemRect(first).center());
        QCOMPARE(link.size(), qsizetype{1});
        QVERIFY(link.front().front().toString().startsWith(QStringLiteral("component:")));
    }
};

PLIMSOLL_TEST(tst_Differences)
#include "tst_differences.moc"
