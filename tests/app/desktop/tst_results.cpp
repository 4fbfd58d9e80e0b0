// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/commands/set_parameter.h"
#include "app/desktop/document/field_links.h"
#include "app/desktop/results/audit_page.h"
#include "app/desktop/results/bill_page.h"
#include "app/desktop/results/components_page.h"
#include "app/desktop/results/delay_page.h"
#include "app/desktop/results/number_trees.h"
#include "app/desktop/results/overview_page.h"
#include "app/desktop/results/price_field.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/results/waterfall.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/derivation_view.h"
#include "app/desktop/widgets/why_bubble.h"
#include "app/desktop/widgets/why_label.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

struct ResultsFixture : PanelFixture {
    explicit ResultsFixture(Design design = smallDesign()) : PanelFixture{std::move(design)}
    {
        panel.resize(1100, 320);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }
    QStringList texts()
    {
        QStringList all;
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisibleTo(&panel))
                all << label->text();
        return all;
    }
    ResultsPanel panel{document, session, studies, differences};
};

Derivation shardsNeeded()
{
    return computed("shards needed by records", 3, "shards", "ceil(records per second / 1000)",
                    {given("records per second", 3000, "records/s"),
                     quoted("records a shard takes", 1000, "records/s",
                            "https://docs.aws.amazon.com/streams/latest/dev/x.html"),
                     assumed("target utilisation", 80, "%", "leaves room for bursts")});
}

}  // namespace

class tst_Results : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anInputLeadsToTheFieldThatHoldsIt()
    {
        const Design design = smallDesign();
        const ServiceCatalog& catalog = panelLibrary().catalog();
        const auto field = [&](const Derivation& input) {
            return parameterBehind(design, catalog, "orders", input);
        };
        QCOMPARE(field(given("shards", 1, "shards")), std::string{"shards"});
        QCOMPARE(field(given("shards", 4, "shards")), std::string{});    // another value is another number
        QCOMPARE(field(given("records", 1, "records")), std::string{});  // no such parameter
        QCOMPARE(field(computed("shards", 1, "shards", "x", {given("x", 1, "")})), std::string{});
        DerivationView view;
        view.setFieldFinder([&](const Derivation& input) {
            return input.name == "shards" ? QStringLiteral("parameter:orders/shards") : QString{};
        });
        view.setDerivation(given("shards", 1, "shards"));
        view.resize(300, 60);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy led{&view, &DerivationView::fieldActivated};
        const QRect row = view.visualItemRect(view.topLevelItem(0));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {row.right() - 20, row.top() + 8});
        QCOMPARE(led.count(), 1);
        QCOMPARE(led.front().front().toString(), QStringLiteral("parameter:orders/shards"));
    }

    void emptyPanelSaysWhatToDo()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.texts().join(u' ').contains("F5"));
        QVERIFY(fixture.texts().join(u' ').contains("Steady 200/s"));
        fixture.document.replace(Design{}, {});
        QVERIFY(fixture.texts().join(u' ').contains("palette"));
    }

    void verdictClausesAreLinks()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        QLabel& verdict = fixture.panel.verdictLabel();
        QVERIFY(verdict.isVisibleTo(&fixture.panel));
        static const QRegularExpression kLink{"href=\"([^\"]+)\""};
        QStringList links;
        for (auto at = kLink.globalMatch(verdict.text()); at.hasNext();)
            links << at.next().captured(1);
        QVERIFY(links.contains("objectives"));
        QVERIFY(links.contains("bill"));
        QSignalSpy followed{&fixture.panel, &ResultsPanel::linkActivated};
        for (const QString& link : links)
            Q_EMIT verdict.linkActivated(link);
        QCOMPARE(followed.count(), links.size());
        QCOMPARE(followed.back().front().toString(), links.back());
    }

    void aClickOnTheVerdictFollowsIt()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        QLabel& verdict = fixture.panel.verdictLabel();
        QSignalSpy followed{&fixture.panel, &ResultsPanel::linkActivated};
        // The first clause starts at the label's left edge, past its padding.
        QTest::mouseClick(&verdict, Qt::LeftButton, {}, {40, verdict.height() / 2});
        QCOMPARE(followed.count(), 1);
        QCOMPARE(followed.front().front().toString(), "objectives");
    }

    void anEditMarksTheResultStale()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        QVERIFY(!fixture.texts().join(u' ').contains("run again"));
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, "orders", "shards", std::int64_t{3}});
        QVERIFY(fixture.texts().join(u' ').contains("run again"));
        QVERIFY(fixture.run());
        QVERIFY(!fixture.texts().join(u' ').contains("run again"));
    }

    void aFailedRunSaysWhy()
    {
        Design design = smallDesign();
        design.components[1].service = "no-such-service";
        ResultsFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        QVERIFY2(fixture.texts().join(u' ').contains("no-such-service"),
                 qPrintable(fixture.texts().join(u' ')));
    }

    void everyTabIsFilledAndComponentsSort()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        for (int tab = 0; tab < fixture.panel.tabs().count(); ++tab) {
            fixture.panel.tabs().setCurrentIndex(tab);
            QTest::qWait(1);
        }
        auto* components = fixture.panel.findChild<ComponentsPage*>();
        QVERIFY(components);
        QAbstractItemModel* model = components->table().model();
        QCOMPARE(model->rowCount(), 3);
        components->table().sortByColumn(1, Qt::DescendingOrder);
        const auto offered = [&](int row) {
            return QLocale{}.toULongLong(model->index(row, 1).data().toString());
        };
        QVERIFY(offered(0) >= offered(1) && offered(1) >= offered(2));
        QSignalSpy followed{&fixture.panel, &ResultsPanel::linkActivated};
        fixture.panel.tabs().setCurrentWidget(components);
        QTest::mouseClick(components->table().viewport(), Qt::LeftButton, {},
                          components->table().visualRect(model->index(0, 0)).center());
        QCOMPARE(followed.count(), 1);
        QVERIFY(followed.front().front().toString().startsWith("component:"));
    }

    void everyNumberOfAComponentSaysWhy()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        auto* components = fixture.panel.findChild<ComponentsPage*>();
        fixture.panel.tabs().setCurrentWidget(components);
        QTableView& table = components->table();
        const QAbstractItemModel& model = *table.model();
        QSignalSpy followed{&fixture.panel, &ResultsPanel::linkActivated};
        int asked = 0;
        for (int column = 1; column < model.columnCount(); ++column) {
            if (table.isColumnHidden(column))
                continue;
            table.scrollTo(model.index(0, column));
            QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                              table.visualRect(model.index(0, column)).center());
            auto* why = components->findChild<WhyBubble*>();
            if (!why)
                continue;
            QVERIFY(why->isVisible());
            QVERIFY(why->view().topLevelItemCount() == 1);
            QTest::keyClick(why, Qt::Key_Escape);
            QTRY_VERIFY(!components->findChild<WhyBubble*>());
            ++asked;
        }
        QVERIFY(asked >= 6);
    }

    void detailsOfAuditsAreWhole()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        auto* audits = fixture.panel.findChild<AuditPage*>();
        fixture.panel.tabs().setCurrentWidget(audits);
        QCoreApplication::processEvents();
        auto* tree = audits->findChild<QTreeWidget*>();
        QVERIFY(tree && tree->topLevelItemCount() > 0);
        for (int row = 0; row < tree->topLevelItemCount(); ++row) {
            const QTreeWidgetItem* item = tree->topLevelItem(row);
            const QRect cell = tree->visualRect(tree->model()->index(row, 1));
            const QRect needed = tree->fontMetrics().boundingRect(QRect{0, 0, cell.width(), 0},
                                                                  Qt::TextWordWrap, item->text(1));
            QVERIFY2(needed.height() <= cell.height() && needed.width() <= cell.width(),
                     qPrintable(item->text(1)));
            // Thousands are told apart: smallDesign() sends 2,000 records.
            if (item->text(1).startsWith(QStringLiteral("offered 2")))
                QVERIFY2(item->text(1).contains(u','), qPrintable(item->text(1)));
        }
    }

    void figuresOfDelaysAndObjectivesSayWhy()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        int asked = 0;
        for (QWidget* page : {static_cast<QWidget*>(fixture.panel.findChild<DelayPage*>()),
                              static_cast<QWidget*>(fixture.panel.findChild<OverviewPage*>())}) {
            fixture.panel.tabs().setCurrentWidget(page);
            for (WhyLabel* each : page->findChildren<WhyLabel*>()) {
                // By the mouse and by the keyboard in turn.
                if (asked % 2 == 0)
                    QTest::mouseClick(each, Qt::LeftButton);
                else
                    QTest::keyClick(each, Qt::Key_Return);
                auto* why = fixture.panel.findChild<WhyBubble*>();
                QVERIFY2(why, qPrintable(each->text()));
                QCOMPARE(why->view().topLevelItemCount(), 1);
                QVERIFY(why->view().topLevelItem(0)->childCount() > 0);
                QTest::keyClick(why, Qt::Key_Escape);
                QTRY_VERIFY(!fixture.panel.findChild<WhyBubble*>());
                ++asked;
            }
        }
        // Five figures of a delay, three of what was delivered; one objective.
        QVERIFY2(asked >= 8, qPrintable(QString::number(asked)));
    }

    void aPercentileOfTheOverviewSaysWhyAndItsNameLeadsToTheComponent()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        auto* page = fixture.panel.findChild<OverviewPage*>();
        fixture.panel.tabs().setCurrentWidget(page);
        auto* chart = page->findChild<PercentileChart*>();
        QVERIFY(!chart->rows().empty());
        const int line = chart->fontMetrics().height();
        QTest::mouseClick(chart, Qt::LeftButton, {}, {12, line + 3 + line / 2});
        auto* why = chart->findChild<WhyBubble*>();
        QVERIFY(why);
        QCOMPARE(why->view().topLevelItem(0)->text(0), QStringLiteral("p50"));
        QTest::keyClick(why, Qt::Key_Escape);
        QSignalSpy followed{&fixture.panel, &ResultsPanel::linkActivated};
        QTest::mouseClick(chart, Qt::LeftButton, {}, {12, line / 2});
        QCOMPARE(followed.count(), 1);
    }

    void treesOfCountsAddUp()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        const RunReport& report = fixture.session.result()->report;
        for (const ComponentReport& each : report.components) {
            for (const std::string figure : {"offered", "accepted"}) {
                const Derivation tree = treeOf(each, figure);
                // What was offered is in three parts; attempts after the first are among them, not beside them.
                const std::size_t parts = figure == "offered" ? 3 : tree.inputs.size();
                double sum = 0;
                for (std::size_t at = 0; at < parts; ++at)
                    sum += tree.inputs[at].value;
                QCOMPARE(sum, tree.value);
            }
            QCOMPARE(treeOf(each, "lost").inputs.front().value, double(each.counts.accepted));
        }
    }

    void answersOfOneSourceAreToldApart()
    {
        Design design = smallDesign();
        design.components.push_back({"returns", "sqs", "Returns", {264, 120}, {}, {}, {}});
        design.connections.push_back({"c3", "producers", "returns", {}, {}});
        PanelFixture at{std::move(design)};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.run());
        QString said;
        for (const QLabel* each : panel.findChild<DelayPage*>()->findChildren<QLabel*>())
            said += each->text() + u'\n';
        for (const char* target : {"Orders", "Returns"})
            QVERIFY2(said.contains(QStringLiteral("Producers \u2192 ") + QLatin1String{target}),
                     qPrintable(said));
    }

    void namesOfTheBillAreWholeInANarrowPanel()
    {
        BillPage page;
        // As much as a screen of 1366 pixels leaves beside the two sides.
        page.resize(830, 220);
        page.show();
        Bill bill;
        for (const char* name : {"Requests, standard queue", "On-demand write units"}) {
            BillLine line;
            line.component = "queue";
            line.componentLabel = "Archive queue";
            line.meter = line.name = name;
            line.unit = "GB-second";
            line.quantity = 264'210'000;
            line.amount = Money::nanodollars(105'690'000'000);
            line.derivation.name = name;
            line.derivation.source = "https://prices.example.com/v1/a-long-name-of-a-file/index.json";
            bill.lines.push_back(line);
        }
        page.setBill(&bill, {}, {});
        auto& tree = *page.findChild<QTreeWidget*>();
        const QTreeWidgetItem& group = *tree.topLevelItem(0);
        for (int at = 0; at < group.childCount(); ++at) {
            const QRect row = tree.visualItemRect(group.child(at));
            const int room = tree.columnWidth(0) - row.left();
            const int needed = tree.fontMetrics().horizontalAdvance(group.child(at)->text(0));
            QVERIFY2(needed < room, qPrintable(QStringLiteral("needs %1, has %2").arg(needed).arg(room)));
        }
        // Nothing of it has to be scrolled to.
        QVERIFY(tree.columnViewportPosition(4) + 60 <= tree.viewport()->width());
        QVERIFY(!tree.horizontalScrollBar()->isVisible());
    }

    void billOpensToItsArithmetic()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        auto* bill = fixture.panel.findChild<BillPage*>();
        QVERIFY(bill);
        QVERIFY(bill->tree().topLevelItemCount() >= 2);
        bool anyArithmetic = false;
        Money total;
        for (int i = 0; i < bill->tree().topLevelItemCount(); ++i)
            for (int line = 0; line < bill->tree().topLevelItem(i)->childCount(); ++line)
                anyArithmetic = anyArithmetic || bill->tree().topLevelItem(i)->child(line)->childCount() > 0;
        QVERIFY(anyArithmetic);
    }

    void priceFieldTellsEstimateFromRun()
    {
        PanelFixture fixture;
        PriceField price{fixture.document, fixture.session};
        QVERIFY(fixture.settle());
        QVERIFY2(price.text().startsWith("est. $"), qPrintable(price.text()));
        QVERIFY(price.toolTip().contains("730"));
        QVERIFY(fixture.run());
        QVERIFY2(price.text().startsWith("run $"), qPrintable(price.text()));
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, "orders", "shards", std::int64_t{7}});
        QVERIFY2(price.text().startsWith("est. $"), qPrintable(price.text()));
        QSignalSpy clicked{&price, &PriceField::clicked};
        QTest::mouseClick(&price, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
    }

    void severalRunsSayHowFarOffANumberMayBe()
    {
        ResultsFixture fixture;
        fixture.session.setRuns(Runs::Five);
        QVERIFY(fixture.run());
        QCOMPARE(fixture.session.result()->report.provenance.replications, 5);
        fixture.panel.tabs().setCurrentWidget(fixture.panel.findChild<DelayPage*>());
        const QString delays = fixture.texts().join(u'\n');
        QVERIFY2(delays.contains(QChar{0x00b1}), qPrintable(delays));
        fixture.panel.showLink("run");
        QVERIFY2(fixture.texts().join(u'\n').contains("5 replications"),
                 qPrintable(fixture.texts().join(u'\n')));
    }

    void oneMessageIsFollowedThroughTheDesign()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        auto* page = fixture.panel.findChild<DelayPage*>();
        fixture.panel.tabs().setCurrentWidget(page);
        auto* waterfall = page->findChild<Waterfall*>();
        QVERIFY(waterfall);
        // The stream hands the record on and the function ends its way.
        QVERIFY2(waterfall->rowNames().contains("Orders"), qPrintable(waterfall->rowNames().join(u' ')));
        QCOMPARE(waterfall->rowNames().back(), "Enrich");
        const QString before = waterfall->accessibleDescription();
        auto* slowest = page->findChild<QToolButton*>("trace-max");
        QVERIFY(slowest);
        QTest::mouseClick(slowest, Qt::LeftButton);
        QVERIFY(slowest->isChecked());
        QVERIFY(waterfall->accessibleDescription() != before);
    }

    void aTriedChangeIsAppliedInOneStep()
    {
        // 1,200/s on a shard that takes 1,000/s: a second shard is what helps.
        Design design = smallDesign();
        design.scenarios.front().traffic["producers"].ratePerSecond = 1200;
        design.scenarios.front().durationSeconds = 20;
        ResultsFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        auto* tryChanges = fixture.panel.findChild<QPushButton*>("try-changes");
        QVERIFY(tryChanges);
        QVERIFY(tryChanges->isVisibleTo(&fixture.panel));
        QSignalSpy finished{&fixture.session, &RunSession::finished};
        QTest::mouseClick(tryChanges, Qt::LeftButton);
        QVERIFY(fixture.session.isTrying());
        QVERIFY(finished.wait(60'000));
        QVERIFY(!tryChanges->isVisibleTo(&fixture.panel));
        const auto shards = [&] {
            return asNumber(findComponent(fixture.document.design(), "orders")->parameters.at("shards"));
        };
        bool applied = false;
        for (QPushButton* apply : fixture.panel.findChildren<QPushButton*>("apply")) {
            if (!apply->accessibleName().contains("shard"))
                continue;
            QTest::mouseClick(apply, Qt::LeftButton);
            applied = true;
            break;
        }
        QVERIFY(applied);
        QVERIFY(shards() > 1);
        QCOMPARE(fixture.document.undoStack().count(), 1);
        QVERIFY(!tryChanges->isEnabled());
        fixture.document.undoStack().undo();
        QCOMPARE(shards(), 1.0);
    }

    void aCancelledTrialLeavesTheResult()
    {
        Design design = smallDesign();
        design.scenarios.front().traffic["producers"].ratePerSecond = 1200;
        design.scenarios.front().durationSeconds = 60;
        ResultsFixture fixture{std::move(design)};
        QVERIFY(fixture.run());
        const RunResult* before = fixture.session.result();
        QSignalSpy finished{&fixture.session, &RunSession::finished};
        QTest::mouseClick(fixture.panel.findChild<QPushButton*>("try-changes"), Qt::LeftButton);
        fixture.session.cancel();
        QVERIFY(finished.wait(30'000));
        QCOMPARE(fixture.session.result(), before);
        QVERIFY(!fixture.session.result()->triedChanges);
    }

    void theChartShowsTheRoomThatIsLeft()
    {
        ResultsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent("orders");
        QComboBox* measures = nullptr;
        for (QComboBox* each : fixture.panel.findChildren<QComboBox*>())
            if (each->findData("head-room") >= 0)
                measures = each;
        QVERIFY(measures);
        measures->setFocus();
        measures->setCurrentIndex(measures->findData("head-room"));
        QVERIFY(fixture.texts().join(u' ').contains("room left"));
        measures->setCurrentIndex(measures->findData("utilisation"));
        QVERIFY(fixture.texts().join(u' ').contains("records"));
    }

    void derivationShowsEveryNodeWithItsEvidence()
    {
        DerivationView view{shardsNeeded()};
        QCOMPARE(view.topLevelItemCount(), 1);
        const QTreeWidgetItem* root = view.topLevelItem(0);
        QCOMPARE(root->childCount(), 3);
        QVERIFY(root->data(0, DerivationHowRole).toString().contains("ceil"));
        QCOMPARE(root->child(1)->data(0, DerivationSourceRole).toString(),
                 "https://docs.aws.amazon.com/streams/latest/dev/x.html");
        QVERIFY(root->child(2)->data(0, DerivationHowRole).toString().contains("assumption"));
        // Tall enough for all its rows: it never scrolls inside a card.
        view.resize(300, view.sizeHint().height());
        QVERIFY(view.sizeHint().height() > 4 * view.fontMetrics().height());
    }

    void aSourceIsOpenedByItsOwnLine()
    {
        DerivationView view{shardsNeeded()};
        view.disconnect(&view, &DerivationView::sourceActivated, nullptr, nullptr);
        view.resize(320, view.sizeHint().height());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy opened{&view, &DerivationView::sourceActivated};
        const QRect row = view.visualItemRect(view.topLevelItem(0)->child(1));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {row.left() + 20, row.top() + 6});
        QCOMPARE(opened.count(), 0);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {row.left() + 20, row.bottom() - 7});
        QCOMPARE(opened.count(), 1);
    }
};

PLIMSOLL_TEST(tst_Results)
#include "tst_results.moc"
