// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/results/charts_page.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/results/run_figures.h"
#include "app/desktop/widgets/chart_card.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

#include <cmath>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

struct ChartsFixture : PanelFixture {
    ChartsFixture()
    {
        panel.resize(1100, 620);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
    }
    ChartsPage& charts()
    {
        panel.tabs().setCurrentWidget(&panel.charts());
        return panel.charts();
    }
    ChartCard& card(const char* id)
    {
        for (ChartCard* each : charts().cards())
            if (each->figure().id == QLatin1String{id})
                return *each;
        qFatal("no chart %s", id);
    }
    /// A move of the pointer over the chart, with the button held or not.
    static void move(CurveChart& chart, int x, Qt::MouseButtons held = {})
    {
        const QPoint where{x, chart.height() / 2};
        QMouseEvent event{QEvent::MouseMove, where, chart.viewport()->mapToGlobal(where),
                          Qt::NoButton,      held,  {}};
        QApplication::sendEvent(chart.viewport(), &event);
    }

    ResultsPanel panel{document, session, studies, differences};
};

}  // namespace

class tst_Charts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aComponentShowsItsWorkItsLimitsAndItsTimes()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent(QStringLiteral("orders"));
        QStringList ids;
        for (ChartCard* each : fixture.charts().cards())
            ids << each->figure().id;
        for (const char* wanted : {"work", "utilisation", "time-inside"})
            QVERIFY2(ids.contains(QLatin1String{wanted}), qPrintable(ids.join(u' ')));
        // 200 records a second are offered, and drawn so.
        const Figure& work = fixture.card("work").figure();
        const QList<QPointF>& offered = work.curves.front().points;
        QVERIFY(std::abs(offered[offered.size() / 2].y() - 200) < 60);
        QCOMPARE(work.to, 10.0);
    }

    void cursorsGoInStep()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent(QStringLiteral("orders"));
        CurveChart& work = fixture.card("work").curves();
        CurveChart& limits = fixture.card("utilisation").curves();
        QSignalSpy pointed{&fixture.charts(), &ChartsPage::momentPointedAt};
        ChartsFixture::move(work, work.positionOf(5));
        QVERIFY(work.cursorAt());
        QVERIFY(std::abs(*work.cursorAt() - 5) < 0.1);
        QCOMPARE(limits.cursorAt(), work.cursorAt());
        QCOMPARE(pointed.count(), 1);
        QVERIFY2(work.readings().join(u'\n').contains("offered"), qPrintable(work.readings().join(u'\n')));
        QVERIFY(!work.accessibleDescription().isEmpty());
        QTest::keyClick(&work, Qt::Key_Right);
        QVERIFY(*work.cursorAt() > 5);
    }

    void aDragLooksCloserEverywhereAndADoubleClickGoesBack()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent(QStringLiteral("orders"));
        CurveChart& work = fixture.card("work").curves();
        CurveChart& limits = fixture.card("utilisation").curves();
        const int from = work.positionOf(2), to = work.positionOf(6);
        QTest::mousePress(work.viewport(), Qt::LeftButton, {}, {from, 40});
        ChartsFixture::move(work, to, Qt::LeftButton);
        QTest::mouseRelease(work.viewport(), Qt::LeftButton, {}, {to, 40});
        QVERIFY(work.range() && limits.range());
        QVERIFY(std::abs(work.range()->from - 2) < 0.2 && std::abs(work.range()->to - 6) < 0.2);
        QCOMPARE(limits.range()->from, work.range()->from);
        QTest::mouseDClick(work.viewport(), Qt::LeftButton, {}, {from, 40});
        QVERIFY(!work.range() && !limits.range());
    }

    void aCurveIsHiddenByItsLegend()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent(QStringLiteral("orders"));
        ChartCard& work = fixture.card("work");
        QVERIFY(work.legend().size() >= 2);
        QVERIFY(csvOf(work.figure(), work.hidden()).startsWith("seconds,offered (records/s),completed"));
        QTest::mouseClick(work.legend().front(), Qt::LeftButton);
        QCOMPARE(work.hidden(), QStringList{"offered"});
        work.copyData();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith("seconds,completed (records/s)\r\n"), qPrintable(copied.left(60)));
        QCOMPARE(copied.count("\r\n"), 1 + fixture.card("work").figure().curves.front().points.size());
        // What is hidden stays so when the next run arrives.
        QVERIFY(fixture.run());
        QCOMPARE(fixture.card("work").hidden(), QStringList{"offered"});
    }

    void aChartIsWrittenAsPictureAndAsData()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.panel.showComponent(QStringLiteral("orders"));
        ChartCard& work = fixture.card("work");
        const QTemporaryDir folder;
        for (const char* suffix : {"png", "svg", "csv"})
            QVERIFY(work.saveTo(folder.filePath(QStringLiteral("chart.") + QLatin1String{suffix})));
        // As large as it is seen, and large enough to be read on its own.
        const QSize written = QImage{folder.filePath("chart.png")}.size();
        QVERIFY(written.width() >= std::max(2 * work.width(), 1040));
        QVERIFY(written.height() >= std::max(2 * work.height(), 600));
        QFile svg{folder.filePath("chart.svg")};
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray drawn = svg.readAll();
        QVERIFY(drawn.contains("offered") && drawn.contains("<text") && !drawn.contains("<image"));
        QFile csv{folder.filePath("chart.csv")};
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readLine().startsWith("seconds,"));
        QVERIFY(!work.saveTo(folder.filePath("chart.doc")));
        QVERIFY(!work.saveTo(folder.filePath("no/such/folder/chart.png")));
    }

    void distributionsSumToAllAndRise()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        fixture.charts().setView(ChartsPage::View::Distribution);
        double sum = 0;
        for (const QPointF& point : fixture.card("distribution").figure().curves.front().points)
            sum += point.y();
        QVERIFY2(std::abs(sum - 1) < 1e-9, qPrintable(QString::number(sum)));
        const Figure::Curve& within = fixture.card("within").figure().curves.front();
        for (qsizetype at = 1; at < within.points.size(); ++at)
            QVERIFY(within.points[at].y() > within.points[at - 1].y()
                    && within.points[at].x() >= within.points[at - 1].x());
    }

    void costsAddUpToTheBillAndFollowTheLoad()
    {
        ChartsFixture fixture;
        QVERIFY(fixture.run());
        QVERIFY(fixture.settle());
        fixture.charts().setView(ChartsPage::View::Cost);
        const double total = fixture.session.result()->bill->total.dollars();
        for (const char* id : {"cost-by-component", "cost-by-meter"}) {
            double sum = 0;
            for (const Figure::Bar& bar : fixture.card(id).figure().bars)
                for (const double part : bar.parts)
                    sum += part;
            QVERIFY2(std::abs(sum - total) < 0.01, id);
        }
        QTRY_VERIFY_WITH_TIMEOUT(fixture.session.costCurve(), 60'000);
        const Figure& curve = fixture.card("cost-against-rate").figure();
        QCOMPARE(curve.curves.size(), std::size_t{1});
        QVERIFY(curve.curves.front().points.last().y() > 10 * curve.curves.front().points.first().y());
        // The bill of the present load lies on it.
        const double here = valueAt(curve.curves.front(), curve.marks.front().x);
        QVERIFY2(std::abs(here / fixture.session.estimate().bill->total.dollars() - 1) < 0.1,
                 qPrintable(QString::number(here)));
    }

    void aValueBetweenTwoPointsIsOnTheLine()
    {
        const Figure::Curve curve{"x", Figure::Tone::Plain, {{0, 0}, {10, 100}}, false, {}, {}};
        QCOMPARE(valueAt(curve, 2.5), 25.0);
        QCOMPARE(valueAt(curve, 10), 100.0);
        QVERIFY(std::isnan(valueAt(curve, 11)) && std::isnan(valueAt(curve, -1)));
    }

    void textsThatASpreadsheetWouldRunAreQuoted()
    {
        Figure figure;
        figure.kind = Figure::Kind::Bars;
        figure.title = "Cost";
        figure.unit = "USD";
        figure.partNames = {"cost"};
        figure.bars = {{"=1+1", {}, {2.5}}, {"a, b", {}, {1}}};
        QCOMPARE(csvOf(figure), QString{"Cost,cost (USD)\r\n'=1+1,2.5\r\n\"a, b\",1\r\n"});
    }

    void aLongLegendTakesTwoRowsAndUnfolds()
    {
        Figure figure;
        figure.id = QStringLiteral("many");
        figure.title = QStringLiteral("Throughput");
        figure.to = 10;
        figure.unit = QStringLiteral("records/s");
        for (int at = 0; at < 12; ++at)
            figure.curves.push_back({QStringLiteral("Component %1 completes").arg(at),
                                     Figure::Tone::Plain,
                                     {{0, 1.0 * at}, {10, 2.0 * at}},
                                     false,
                                     {},
                                     {}});
        ChartCard card;
        card.resize(400, 240);
        card.setFigure(figure);
        card.show();
        const auto shown = [&] {
            const QList<QToolButton*> chips = card.legend();
            return std::count_if(chips.begin(), chips.end(),
                                 [](const QToolButton* each) { return each->isVisible(); });
        };
        auto* more = card.findChild<QToolButton*>(QStringLiteral("more-names"));
        QVERIFY(more && more->isVisible());
        const auto folded = shown();
        QVERIFY(folded >= 1 && folded < 12);
        QCOMPARE(more->text(), QStringLiteral("%1 more").arg(12 - folded));
        const int low = card.headHeight(400);
        QVERIFY(card.curves().height() > 100);
        QTest::mouseClick(more, Qt::LeftButton);
        QCOMPARE(shown(), decltype(shown()){12});
        QVERIFY(card.headHeight(400) > low);
        QTest::mouseClick(more, Qt::LeftButton);
        // Folded or not, a file has all the names, and data of what cannot be seen in the legend, too.
        QCOMPARE(shown(), folded);
        const QByteArray drawn = card.svg();
        for (int at = 0; at < 12; ++at)
            QVERIFY(drawn.contains(QStringLiteral("Component %1 completes").arg(at).toUtf8()));
    }

    void whatIsZoomedIntoHasAllOfTheHeight()
    {
        Figure figure;
        figure.id = QStringLiteral("peak");
        figure.to = 100;
        figure.unit = QStringLiteral("records/s");
        figure.curves.push_back({QStringLiteral("work"),
                                 Figure::Tone::Plain,
                                 {{0, 5}, {10, 1000}, {20, 5}, {100, 5}},
                                 false,
                                 {},
                                 {}});
        CurveChart chart;
        chart.resize(400, 240);
        chart.setFigure(figure);
        QCOMPARE(chart.largestShown(), 1000.0);
        chart.setRange(Figure::Stretch{30, 100});
        QVERIFY(chart.largestShown() >= 5 && chart.largestShown() < 20);
    }

    void answersOfASourceAreToldApart()
    {
        Design design;
        design.connections = {{"to-a", "users", "a", {}, {}}, {"to-b", "users", "b", {}, {}}};
        RunReport report;
        for (const char* id : {"a", "b", "users"}) {
            ComponentReport component;
            component.id = id;
            component.label = QByteArray{id}.toUpper().toStdString();
            report.components.push_back(component);
        }
        for (const char* id : {"to-a", "to-b"}) {
            PathReport path;
            path.id = id;
            path.source = "users";
            path.connection = id;
            path.response.samples = 1000;
            path.response.p50 = 10;
            path.response.p99 = 20;
            report.paths.push_back(path);
        }
        QStringList names;
        for (const Figure& figure : distributionFigures(report, design))
            for (const Figure::Curve& curve : figure.curves)
                names << curve.name;
        QCOMPARE(names, (QStringList{QStringLiteral("USERS \u2192 A, response"),
                                     QStringLiteral("USERS \u2192 B, response")}));
    }

    void boundsOfPercentilesRiseWithThem()
    {
        RunReport report;
        SinkReport sink;
        sink.component = "end";
        for (int at = 1; at <= 2000; ++at)
            sink.histogram.add(std::chrono::milliseconds{at});
        // The upper ones are known far less well: 90 s either way of one second.
        sink.delay.samples = 2000;
        sink.delay.p50 = 1000;
        sink.delay.p90 = 1800;
        sink.delay.p99 = 1980;
        sink.delay.p50HalfWidth = 20;
        sink.delay.p90HalfWidth = 90'000;
        sink.delay.p99HalfWidth = 30;
        report.sinks = {sink};
        for (const Figure& figure : distributionFigures(report, {}))
            for (const Figure::Curve& curve : figure.curves)
                for (qsizetype at = 1; at < curve.low.size(); ++at) {
                    QVERIFY(curve.low[at].x() >= curve.low[at - 1].x());
                    QVERIFY(curve.high[at].x() >= curve.high[at - 1].x());
                    QVERIFY(curve.high[at].x() >= 980);
                }
    }
};

PLIMSOLL_TEST(tst_Charts)
#include "tst_charts.moc"
