// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/cli/arguments.h"
#include "app/desktop/document/commands/set_scenario.h"
#include "app/desktop/results/study_page.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/front_chart.h"
#include "app/report/sweep_report.h"
#include "tests/app/desktop/panel_fixture.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeWidget>

#include <utility>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// The small design at 1,500 records/s, which one shard does not carry.
Design busyDesign()
{
    Design design = smallDesign();
    for (Scenario& each : design.scenarios)
        each.traffic["producers"].ratePerSecond = 1'500;
    Objective objective;
    objective.metric = "throttled-share";
    objective.component = "orders";
    objective.atMost = 0.01;
    design.scenarios.front().objectives = {objective};
    return design;
}

struct StudyFixture : PanelFixture {
    StudyFixture() : PanelFixture{busyDesign()}
    {
        page.resize(1'100, 260);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    void choose(const char* input, const char* values)
    {
        auto* box = page.findChild<QComboBox*>(QStringLiteral("input"));
        box->setCurrentIndex(box->findData(QLatin1String{input}));
        auto* line = page.findChild<QLineEdit*>(QStringLiteral("values"));
        line->selectAll();
        QTest::keyClicks(line, QLatin1String{values});
    }
    void start()
    {
        QTest::mouseClick(page.findChild<QPushButton*>(QStringLiteral("start-study")), Qt::LeftButton);
    }
    bool finish()
    {
        return QTest::qWaitFor([this] { return !studies.isRunning(); }, 120'000);
    }
    std::string shards() const
    {
        return toString(findComponent(document.design(), "orders")->parameters.at("shards"));
    }
    QString said() const { return page.findChild<QLabel*>(QStringLiteral("said"))->text(); }

    StudyPage page{document, studies, [this] { return session.priceChoice(); }};
};

}  // namespace

class tst_Studies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void labelsOfTheAxisLieBesideEachOther_data()
    {
        QTest::addColumn<double>("dearest");
        for (const double dearest : {850.0, 899.0, 6'000.0, 1'250'000.0})
            QTest::newRow(qPrintable(QString::number(dearest))) << dearest;
    }

    void labelsOfTheAxisLieBesideEachOther()
    {
        QFETCH(double, dearest);
        FrontChart chart;
        chart.resize(280, 160);
        const auto dollars = [](double value) { return Format{}.roundMoney(value); };
        chart.setAxes({QStringLiteral("dollars a month"), dollars},
                      {QStringLiteral("p99"), [](double value) { return Format{}.millis(value); }});
        chart.setPoints({{0, dearest, 120, {}, true, FrontChart::Tone::Good, {}},
                         {1, dearest * 0.97, 80, {}, false, FrontChart::Tone::Bad, {}}});
        TextRecorder recorder;
        chart.render(&recorder);
        QVERIFY(recorder.texts().size() >= 6);
        for (std::size_t a = 0; a < recorder.texts().size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                QVERIFY2(!recorder.texts()[a].box.intersects(recorder.texts()[b].box),
                         qPrintable(recorder.texts()[a].text + u'|' + recorder.texts()[b].text));
    }

    void aSweepFillsTheFrontAndAPointSetsTheDesign()
    {
        StudyFixture at;
        at.choose("orders.shards", "1:3:1");
        QSignalSpy changed{&at.studies, &StudySession::changed};
        at.start();
        QVERIFY(at.studies.isRunning());
        QVERIFY(at.finish());
        // One for the start, one for each point or several together, one for the end.
        QVERIFY(changed.size() >= 3);
        const Sweep& sweep = *at.studies.sweep();
        QCOMPARE(sweep.points.size(), std::size_t{3});
        QVERIFY(!sweep.partial);
        QCOMPARE(at.page.table().topLevelItemCount(), 3);
        QCOMPARE(at.page.chart().points().size(), std::size_t{3});
        // Names as on the canvas, values with their units: ids are for files.
        QCOMPARE(at.page.table().headerItem()->text(0), QString{"Orders: Open shards"});
        QCOMPARE(at.page.table().headerItem()->text(2), QString{"Share throttled at Orders"});
        QCOMPARE(at.page.table().topLevelItem(1)->text(0).simplified(), QString{"2 shards"});
        // One shard refuses a third and misses the objective, two meet it, and a third costs more for nothing.
        QVERIFY(sweep.points[0]->objectives.front().certainty == Certainty::Missed);
        QVERIFY(sweep.points[1]->objectives.front().certainty == Certainty::Met);
        QVERIFY(sweep.front[0] && sweep.front[1]);

        const FrontChart::Point& two = at.page.chart().points()[1];
        const int before = at.document.undoStack().count();
        QTest::mouseClick(&at.page.chart(), Qt::LeftButton, {}, at.page.chart().placeOf(two).toPoint());
        QCOMPARE(at.shards(), std::string{"2"});
        QCOMPARE(at.document.undoStack().count(), before + 1);
        at.document.undoStack().undo();
        QCOMPARE(at.shards(), std::string{"1"});
    }

    void theNumbersAreThoseOfTheCommandLine()
    {
        StudyFixture at;
        at.choose("orders.shards", "1,2");
        at.start();
        QVERIFY(at.finish());
        SweepOptions options;
        options.scenario = "steady";
        options.axes = {{"orders.shards", {"1", "2"}}};
        options.metric = "throttled-share@orders";
        options.setInput = [&](Design& design, const std::string& input, const std::string& value) {
            return applySetting(design, at.document.catalog(), input + "=" + value);
        };
        RunMonitor monitor;
        const Result<Sweep> alone = sweep(at.document.design(), panelLibrary(), options, monitor);
        QVERIFY(alone);
        QCOMPARE(at.page.csv(), writeSweepCsv(*alone));
    }

    void aStoppedSweepKeepsWhatItHas()
    {
        StudyFixture at;
        at.choose("orders.shards", "1:4000:1");
        at.start();
        QVERIFY(QTest::qWaitFor([&] { return at.page.table().topLevelItemCount() > 0; }, 120'000));
        at.start();  // the same button stops
        QVERIFY(at.finish());
        QVERIFY(at.studies.sweep()->partial);
        QVERIFY(at.page.table().topLevelItemCount() > 0);
        // Another one starts from there.
        at.choose("orders.shards", "1");
        at.start();
        QVERIFY(at.finish());
        QCOMPARE(at.page.table().topLevelItemCount(), 1);
    }

    void whatCannotBeVariedIsSaid()
    {
        StudyFixture at;
        at.choose("orders.shards", "3:1:1");
        at.start();
        QVERIFY(!at.studies.isRunning());
        QVERIFY2(at.said().contains(QStringLiteral("is no range")), qPrintable(at.said()));
        at.choose("orders.shards", "0");
        at.start();
        QVERIFY(at.finish());
        // The worker is done a moment before the window is told.
        QTRY_VERIFY2(at.said().contains(QStringLiteral("shards")), qPrintable(at.said()));
    }

    void theCheapestSizingIsFoundAndTaken()
    {
        StudyFixture at;
        at.studies.startSearch(at.session.priceChoice());
        QVERIFY(at.finish());
        const SizeSearch& search = *at.studies.search();
        QVERIFY2(search.found, search.why.c_str());
        const auto chosen =
            std::find_if(search.trials.begin(), search.trials.end(), [&](const SearchTrial& trial) {
                return trial.met && trial.values.front() == search.knobs.front().chosen;
            });
        QVERIFY(chosen != search.trials.end());
        QVERIFY(at.studies.load(static_cast<std::size_t>(chosen - search.trials.begin())));
        QCOMPARE(at.shards(), std::string{"2"});
        at.document.undoStack().undo();
        QCOMPARE(at.shards(), std::string{"1"});
    }

    void anotherDesignForgetsTheSweep()
    {
        StudyFixture at;
        at.choose("orders.shards", "1,2");
        at.start();
        at.document.replace(smallDesign(), {});
        QVERIFY(at.finish());
        QVERIFY(!at.studies.sweep());
        QCOMPARE(at.page.table().topLevelItemCount(), 0);
    }

    void theSearchAsksForAnObjectiveFirst()
    {
        StudyFixture at;
        Scenario without = at.document.design().scenarios.front();
        const std::vector<Objective> objectives = std::exchange(without.objectives, {});
        at.document.undoStack().push(new SetScenario{at.document, without, QStringLiteral("No objective")});
        for (QToolButton* each : at.page.findChildren<QToolButton*>())
            if (each->text() == QStringLiteral("Cheapest sizing"))
                QTest::mouseClick(each, Qt::LeftButton);
        auto* add = at.page.findChild<QPushButton*>(QStringLiteral("add-objective"));
        QVERIFY(add->isVisible());
        at.start();
        QVERIFY(!at.studies.isRunning());
        // Said in words of the window, not of the command line.
        QVERIFY2(at.said().contains(QStringLiteral("no objective"))
                     && !at.said().contains(QStringLiteral("--")),
                 qPrintable(at.said()));
        QSignalSpy links{&at.page, &StudyPage::linkActivated};
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(links.front().front().toString(), QStringLiteral("scenario:objectives/0"));
        at.document.undoStack().undo();
        QVERIFY(!add->isVisible());
        QCOMPARE(at.document.design().scenarios.front().objectives, objectives);
    }
};

PLIMSOLL_TEST(tst_Studies)
#include "tst_studies.moc"
