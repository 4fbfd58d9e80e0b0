// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/results/compare_page.h"
#include "app/desktop/results/compared_bars.h"
#include "app/desktop/results/history_page.h"
#include "app/desktop/results/price_field.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/widgets/why_bubble.h"
#include "app/desktop/widgets/why_label.h"
#include "app/study/templates.h"
#include "model/serialization/design_file.h"
#include "tests/app/desktop/panel_fixture.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// The shipped comparison, cut down to a minute so that its runs take a blink.
Design comparison()
{
    for (const DesignTemplate& each : designTemplates()) {
        if (each.id != "reference-comparison")
            continue;
        Design design = parseDesign(each.text, panelLibrary().catalog())->design;
        design.scenarios.front().durationSeconds = 60;
        return design;
    }
    return {};
}

}  // namespace

class tst_ComparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theEstimateAlreadyTellsTheSidesApart()
    {
        PanelFixture at{comparison()};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.settle());
        QTRY_VERIFY(at.session.compared() != nullptr);
        auto* page = panel.findChild<ComparePage*>();
        QCOMPARE(panel.tabs().currentWidget(), static_cast<QWidget*>(page));
        // $2,468 against $1,340, and the note's 45 times.
        const QString story = panel.verdictLabel().text() + page->sentences().join(u' ');
        QVERIFY2(story.contains(QStringLiteral("1.8 times")), qPrintable(story));
        QVERIFY2(story.contains(QStringLiteral("45 times")), qPrintable(story));
        const std::vector<ComparedBars::Row>& rows = page->bars().rows();
        QVERIFY(!rows.empty());
        // The widest gap comes first: $1,423.50 of write capacity that only the table has.
        QCOMPARE(std::lround(rows.front().difference.dollars() * 100), 142'350L);
        QTRY_VERIFY(page->sentences().join(u' ').contains(QStringLiteral("records/s")));
    }

    void namesOfMetersAreWholeInANarrowColumn()
    {
        PanelFixture at{comparison()};
        QVERIFY(at.settle());
        QTRY_VERIFY(at.session.compared() != nullptr);
        ComparedBars bars;
        bars.resize(600, 400);
        bars.setComparison(at.session.compared()->comparison);
        QVERIFY(!bars.rows().empty());
        const int wide = bars.sizeHint().height();
        // As in a third of what a screen of 1366 pixels leaves beside the two sides.
        bars.resize(240, 2000);
        TextRecorder recorder;
        bars.render(&recorder);
        QVERIFY(bars.sizeHint().height() > wide);
        QStringList written;
        for (const TextRecorder::Text& each : recorder.texts()) {
            written << each.text;
            QVERIFY2(each.box.right() <= 241, qPrintable(each.text));
        }
        for (const ComparedBars::Row& row : bars.rows())
            if (QFontMetrics{bars.font()}.horizontalAdvance(row.name) <= 240)
                QVERIFY2(written.contains(row.name), qPrintable(row.name));
    }

    void noLabelOfTheCurvesIsCutOff()
    {
        PanelFixture at{comparison()};
        QVERIFY(at.settle());
        QTRY_VERIFY(at.session.compared() && !at.session.compared()->crossover.curve.empty());
        CostCurves curves;
        curves.resize(280, 150);
        curves.setCrossover(at.session.compared()->crossover);
        TextRecorder recorder;
        curves.render(&recorder);
        QVERIFY(recorder.texts().size() > 4);
        QStringList written;
        for (const TextRecorder::Text& each : recorder.texts())
            written << each.text;
        // Where it changes which one is cheaper, and where the design stands.
        QVERIFY2(written.contains(QStringLiteral("27/s")), qPrintable(written.join(u'|')));
        QVERIFY(written.contains(QStringLiteral("now")));
        for (const TextRecorder::Text& each : recorder.texts())
            QVERIFY2(QRectF{curves.rect()}.adjusted(-1, -1, 1, 1).contains(each.box), qPrintable(each.text));
    }

    void thePriceIsThatOfEachSideAndNeverTheirSum()
    {
        PanelFixture at{comparison()};
        PriceField price{at.document, at.session};
        QVERIFY(at.settle());
        QTRY_COMPARE(price.text(), QStringLiteral("$1,340 or $2,468/month"));
    }

    void noRunIsSaidToCostTheSumOfItsSides()
    {
        PanelFixture at{comparison()};
        HistoryPage page{at.document, at.session};
        QVERIFY(at.run());
        QTRY_COMPARE(page.count(), 1);
        // A side's price each, from what this minute metered: about 1,300 and 2,500.
        const QStringList prices = page.list().topLevelItem(0)->text(2).split(QStringLiteral(" or "));
        QCOMPARE(prices.size(), 2);
        QVERIFY2(prices[0].startsWith(QStringLiteral("$1,3")), qPrintable(prices[0]));
        QVERIFY2(prices[1].startsWith(QStringLiteral("$2,4")), qPrintable(prices[1]));
    }

    void aRunIsFollowedByPairedRunsOfTheSides()
    {
        PanelFixture at{comparison()};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.run());
        QVERIFY(at.session.isComparing());
        // The verdict is about the sides, not about their sum.
        const QString verdict = panel.verdictLabel().text();
        QVERIFY2(verdict.contains(QStringLiteral("1.8 times")), qPrintable(verdict));
        QVERIFY2(!verdict.contains(QStringLiteral("$3,8")), qPrintable(verdict));
        QTRY_VERIFY_WITH_TIMEOUT(at.session.compared()->simulated, 60'000);
        const ComparedDesigns* compared = at.session.compared();
        QVERIFY(!compared->comparison.figures.empty());
        for (const ComparedFigure& figure : compared->comparison.figures) {
            QVERIFY(figure.difference.has_value());
            // What is said to differ does so by more than the interval is wide.
            QCOMPARE(figure.distinguishable,
                     std::abs(figure.difference->mean) > figure.difference->halfWidth);
        }
        auto* page = panel.findChild<ComparePage*>();
        QCOMPARE(page->findChildren<QLabel*>(QStringLiteral("difference")).size(),
                 static_cast<qsizetype>(compared->comparison.figures.size()));
    }

    void aVerdictIsPinkOnlyForWhatFailed()
    {
        PanelFixture at{comparison()};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.run());
        // Three full shards refuse a few records in a thousand; all objectives are met.
        QVERIFY(panel.verdictLabel().text().contains(QStringLiteral("Meets all 3 objectives")));
        QCOMPARE(panel.verdictLabel().property("state").toString(), QStringLiteral("ok"));
        at.session.cancel();
    }

    void pricesAndMetersOfTheSidesSayWhy()
    {
        PanelFixture at{comparison()};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        panel.resize(1200, 600);
        panel.show();
        QVERIFY(at.settle());
        panel.showComparison();
        auto* page = panel.findChild<ComparePage*>();
        QTRY_VERIFY(!page->findChildren<WhyLabel*>(QStringLiteral("side-price")).isEmpty());
        const auto& sides = at.session.compared()->comparison.sides;
        auto* price = page->findChildren<WhyLabel*>(QStringLiteral("side-price")).front();
        // The lines add up to the total.
        double sum = 0;
        for (const Derivation& line : price->why().inputs)
            sum += line.value;
        QVERIFY(std::abs(sum - sides.front().bill.total.dollars()) < 1e-6);
        QTest::mouseClick(price, Qt::LeftButton);
        auto* why = panel.findChild<WhyBubble*>();
        QVERIFY(why);
        QTest::keyClick(why, Qt::Key_Escape);
        QTRY_VERIFY(!panel.findChild<WhyBubble*>());
        ComparedBars& bars = page->bars();
        QTest::mouseClick(&bars, Qt::LeftButton, {}, bars.rectOf(0).center());
        QVERIFY((why = panel.findChild<WhyBubble*>()));
        QCOMPARE(why->view().topLevelItem(0)->text(0), bars.rows().front().name);
        QCOMPARE(why->view().topLevelItem(0)->childCount(), 2);
    }

    void anotherScenarioIsCompared()
    {
        Design design = smallDesign();
        for (Scenario& each : design.scenarios)
            if (each.id == "zero")
                each.traffic["producers"].ratePerSecond = 400;
        PanelFixture at{design};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.settle());
        QVERIFY(at.session.compared() == nullptr);
        panel.showComparison();
        auto* choices = panel.findChild<QComboBox*>(QStringLiteral("compare-with"));
        const int other = choices->findData(QStringLiteral("zero"));
        QVERIFY(other > 0);
        choices->setCurrentIndex(other);
        Q_EMIT choices->activated(other);
        QTRY_VERIFY(at.session.compared() != nullptr);
        const Comparison& comparison = at.session.compared()->comparison;
        QCOMPARE(comparison.sides.size(), std::size_t{2});
        QCOMPARE(comparison.sides[1].name, std::string{"Launch"});
        // Twice the records cost more to put.
        QVERIFY(comparison.sides[1].bill.total > comparison.sides[0].bill.total);
    }

    void partsOfUnequalLoadAreAddedUp()
    {
        Design design = comparison();
        design.groups.clear();
        for (Component& each : design.components)
            each.group.clear();
        design.scenarios.front().traffic["producers-b"].ratePerSecond = 300;
        PanelFixture at{design};
        QVERIFY(at.settle());
        const ComparedDesigns* compared = at.session.compared();
        QVERIFY(compared != nullptr);
        QVERIFY(!compared->alternatives);
    }

    void theCostOfBothSidesIsDrawnOverTheRate()
    {
        PanelFixture at{comparison()};
        ResultsPanel panel{at.document, at.session, at.studies, at.differences};
        QVERIFY(at.settle());
        QTRY_VERIFY(at.session.compared() != nullptr);
        auto* curves = panel.findChild<CostCurves*>();
        QVERIFY(curves);
        QTRY_VERIFY(!curves->isHidden());
        curves->resize(400, 200);
        const QImage picture = curves->grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (const int side : {0, 1}) {
            int columns = 0;
            for (int x = 0; x < picture.width(); ++x)
                for (int y = 0; y < picture.height(); ++y)
                    if (picture.pixelColor(x, y) == style::series(side).toRgb()) {
                        ++columns;
                        break;
                    }
            QVERIFY2(columns > picture.width() / 4, qPrintable(QString::number(columns)));
        }
    }
};

PLIMSOLL_TEST(tst_ComparePage)
#include "tst_compare_page.moc"
