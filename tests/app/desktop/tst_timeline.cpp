// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/results/charts_page.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/timeline/timeline_bar.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// 200 records a second, 400 from the middle on: 20 seconds.
Design steppedDesign()
{
    Design design = smallDesign();
    Scenario& scenario = design.scenarios.front();
    scenario.durationSeconds = 20;
    TrafficProfile& traffic = scenario.traffic["producers"];
    traffic.shape = TrafficShape::Step;
    traffic.levels = {{10, 400, {}}};
    Fault fault;
    fault.id = "fault-1";
    fault.component = "fn";
    fault.kind = FaultKind::Slow;
    fault.startSeconds = 4;
    fault.durationSeconds = 4;
    fault.factor = 2;
    scenario.faults = {fault};
    return design;
}

struct TimelineFixture : PanelFixture {
    TimelineFixture() : PanelFixture{steppedDesign()}
    {
        bar.resize(1100, 56);
        bar.show();
        (void)QTest::qWaitForWindowExposed(&bar);
    }
    const Scenario& scenario() { return document.design().scenarios.front(); }
    void drag(QPoint from, QPoint to)
    {
        TimelineTrack& track = bar.track();
        QTest::mousePress(&track, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 5; ++step) {
            const QPoint where = from + (to - from) * step / 5;
            QMouseEvent event{QEvent::MouseMove, where,          track.mapToGlobal(where),
                              Qt::NoButton,      Qt::LeftButton, {}};
            QApplication::sendEvent(&track, &event);
        }
        QTest::mouseRelease(&track, Qt::LeftButton, {}, to);
    }

    TimelineBar bar{document, session};
};

}  // namespace

class tst_Timeline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFaultIsDraggedToWhereItShallBe()
    {
        TimelineFixture fixture;
        TimelineTrack& track = fixture.bar.track();
        const QPoint middle = track.barOf("fault-1").center().toPoint();
        const int apart = track.positionOf(6) - track.positionOf(0);
        fixture.drag(middle, middle + QPoint{apart, 0});
        QCOMPARE(fixture.scenario().faults.front().startSeconds, 10.0);
        QCOMPARE(fixture.scenario().faults.front().durationSeconds, 4.0);
        QCOMPARE(fixture.document.undoStack().count(), 1);
        const QPoint end = track.barOf("fault-1/end").center().toPoint();
        fixture.drag(end, end + QPoint{apart / 3, 0});
        QCOMPARE(fixture.scenario().faults.front().durationSeconds, 6.0);
        QCOMPARE(fixture.document.undoStack().count(), 2);  // two drags, two steps
        fixture.document.undoStack().undo();
        fixture.document.undoStack().undo();
        QCOMPARE(fixture.document.design(), steppedDesign());
    }

    void whatHappensIsDraggedAsAMark()
    {
        const auto happenings = [] {
            Design design = steppedDesign();
            Scenario& scenario = design.scenarios.front();
            scenario.changes = {{"change-1", "orders", "shards", std::int64_t{2}, 5, {}}};
            scenario.replays = {{"replay-1", "c2", 12, 8.0, {}}};
            scenario.redrives = {{"redrive-1", "orders", 16, 0, {}}};
            return design;
        };
        TimelineFixture fixture;
        fixture.document.replace(happenings(), {});
        TimelineTrack& track = fixture.bar.track();
        const auto drag = [&](const char* name, double to) {
            const QPoint from = track.barOf(name).center().toPoint();
            fixture.drag(from, {track.positionOf(to), from.y()});
        };
        drag("change-1", 7);
        QCOMPARE(fixture.scenario().changes.front().startSeconds, 7.0);
        drag("redrive-1", 18);
        QCOMPARE(fixture.scenario().redrives.front().startSeconds, 18.0);
        drag("replay-1", 14);
        QCOMPARE(fixture.scenario().replays.front().startSeconds, 14.0);
        QCOMPARE(fixture.scenario().replays.front().fromSeconds.value_or(0), 8.0);
        drag("replay-1", 3);  // a reader goes back, never on
        QCOMPARE(fixture.scenario().replays.front().fromSeconds.value_or(0), 3.0);
        QCOMPARE(fixture.document.undoStack().count(), 4);  // one step a drag
        while (fixture.document.undoStack().canUndo())
            fixture.document.undoStack().undo();
        QCOMPARE(fixture.document.design(), happenings());
    }

    void aDoubleClickGoesToTheFields()
    {
        Design design = steppedDesign();
        Scenario& scenario = design.scenarios.front();
        scenario.changes = {{"change-1", "orders", "shards", std::int64_t{2}, 12, {}},
                            {"change-2", "orders", "shards", std::int64_t{4}, 17, {}}};
        scenario.traffic["producers"].spikes = {{14, 1, 3.0, {}, 0, {}}};
        TimelineFixture fixture;
        fixture.document.replace(std::move(design), {});
        TimelineTrack& track = fixture.bar.track();
        QSignalSpy asked{&track, &TimelineTrack::editRequested};
        const auto opened = [&](const char* name) {
            QTest::mouseDClick(&track, Qt::LeftButton, {}, track.barOf(name).center().toPoint());
            return asked.isEmpty() ? QString{} : asked.takeLast().front().toString();
        };
        QCOMPARE(opened("change-2"), QString{"scenario:changes/1"});
        QCOMPARE(opened("fault-1"), QString{"scenario:faults/0"});
        QCOMPARE(opened("spikes/0"), QString{"traffic:producers/spikes/0"});
        QCOMPARE(opened("levels/0"), QString{"traffic:producers/levels/0"});
        QCOMPARE(fixture.document.undoStack().count(), 0);
    }

    void aLevelIsDraggedInTimeAndRate()
    {
        TimelineFixture fixture;
        TimelineTrack& track = fixture.bar.track();
        const QPoint level = track.barOf("levels/0").center().toPoint();
        QCOMPARE(level, (QPoint{track.positionOf(10), track.heightOf(400)}));
        fixture.drag(level, {track.positionOf(15), track.heightOf(300)});
        const RateLevel& moved = fixture.scenario().traffic.at("producers").levels.front();
        QCOMPARE(moved.atSeconds, 15.0);
        QVERIFY2(std::abs(moved.ratePerSecond - 300) <= 20, qPrintable(QString::number(moved.ratePerSecond)));
        // The base rate below it.
        const QPoint base = track.barOf("rate").center().toPoint();
        const int wanted = track.heightOf(100);
        fixture.drag(base, {base.x(), wanted});
        QVERIFY(std::abs(fixture.scenario().traffic.at("producers").ratePerSecond - 100) <= 20);
    }

    void theEstimateFollowsTheDrag()
    {
        TimelineFixture fixture;
        QVERIFY(fixture.settle());
        const double before = fixture.session.estimate().bill->total.dollars();
        const QPoint level = fixture.bar.track().barOf("levels/0").center().toPoint();
        fixture.drag(level, {fixture.bar.track().positionOf(1), level.y()});
        QVERIFY(fixture.settle());
        QVERIFY(fixture.session.estimate().bill->total.dollars() > before);
    }

    void aDoubleClickAddsAStep()
    {
        TimelineFixture fixture;
        TimelineTrack& track = fixture.bar.track();
        QTest::mouseDClick(&track, Qt::LeftButton, {}, {track.positionOf(5), track.heightOf(380)});
        const auto& levels = fixture.scenario().traffic.at("producers").levels;
        QCOMPARE(levels.size(), std::size_t{2});
        QCOMPARE(levels.front().atSeconds, 5.0);  // in order of time
    }

    void theMenuAddsAndDeletes()
    {
        TimelineFixture fixture;
        TimelineTrack& track = fixture.bar.track();
        const auto trigger = [&](QPoint where, const QString& text) {
            QMenu* menu = track.menuAt(where);
            for (QAction* action : menu->actions()) {
                if (action->text() == text)
                    action->trigger();
                if (action->menu())
                    for (QAction* inner : action->menu()->actions())
                        if (inner->text() == text)
                            inner->trigger();
            }
            delete menu;
        };
        trigger({track.positionOf(14), track.height() - 4}, "Add a spike here");
        QCOMPARE(fixture.scenario().traffic.at("producers").spikes.front().startSeconds, 14.0);
        trigger({track.positionOf(2), track.height() - 4}, "Orders");
        QCOMPARE(fixture.scenario().faults.size(), std::size_t{2});
        QCOMPARE(fixture.scenario().faults.back().component, "orders");
        QCOMPARE(fixture.scenario().faults.back().id, "fault-2");
        trigger(track.barOf("fault-1").center().toPoint(), "Delete");
        QCOMPARE(fixture.scenario().faults.size(), std::size_t{1});
        trigger({track.positionOf(8), track.height() - 4}, "Orders: Open shards");
        QCOMPARE(fixture.scenario().changes.size(), std::size_t{1});
        QCOMPARE(fixture.scenario().changes.front().parameter, "shards");
        QCOMPARE(fixture.scenario().changes.front().startSeconds, 8.0);
        trigger({track.positionOf(18), track.height() - 4}, "Enrich reads Orders again");
        QCOMPARE(fixture.scenario().replays.front().connection, "c2");
        QCOMPARE(fixture.scenario().replays.front().startSeconds, 18.0);
        trigger(track.barOf("change-1").center().toPoint(), "Delete");
        QVERIFY(fixture.scenario().changes.empty());
    }

    void withoutARunThereIsNothingToScrub()
    {
        TimelineFixture fixture;
        TimelineTrack& track = fixture.bar.track();
        QTest::mouseClick(&track, Qt::LeftButton, {}, {track.positionOf(13), track.height() - 4});
        QVERIFY(!fixture.bar.moment());
        QVERIFY(!fixture.bar.findChild<QToolButton*>("timelinePlay")->isEnabled());
    }

    void aPressOnTheTrackShowsThatMoment()
    {
        TimelineFixture fixture;
        QVERIFY(fixture.run());
        TimelineTrack& track = fixture.bar.track();
        QTest::mouseClick(&track, Qt::LeftButton, {}, {track.positionOf(13), track.height() - 4});
        QVERIFY(fixture.bar.moment());
        QVERIFY(std::abs(*fixture.bar.moment() - 13) < 0.1);
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>("timelineOn"), Qt::LeftButton);
        QVERIFY(*fixture.bar.moment() > 13);
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>("timelineLeave"), Qt::LeftButton);
        QVERIFY(!fixture.bar.moment());
    }

    void theTrackStaysWhileTheRunIsPlayed()
    {
        TimelineFixture fixture;
        QVERIFY(fixture.run());
        TimelineTrack& track = fixture.bar.track();
        const auto placeAt = [&](double seconds) {
            fixture.bar.setMoment(seconds);
            QTest::qWait(1);
            return track.geometry();
        };
        QTest::qWait(1);
        const QRect whole = track.geometry();
        for (const double seconds : {0.0, 3.0, 9.0, 11.0, 20.0})
            QCOMPARE(placeAt(seconds), whole);
    }

    void aRunIsPlayedToItsEnd()
    {
        TimelineFixture fixture;
        QVERIFY(fixture.run());
        QSignalSpy phases{&fixture.bar, &TimelineBar::phaseChanged};
        fixture.bar.setMoment(19.9);
        QTest::mouseClick(fixture.bar.findChild<QToolButton*>("timelinePlay"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.bar.isPlaying(), 20'000);
        QCOMPARE(*fixture.bar.moment(), 20.0);
        QVERIFY(phases.count() >= 2);
        QVERIFY(!phases.back().front().value<std::optional<double>>());  // nothing moves any more
    }

    void theCanvasShowsTheMoment()
    {
        DesignDocument document{panelLibrary()};
        RunSession session{document};
        document.replace(steppedDesign(), {});
        QSignalSpy finished{&session, &RunSession::finished};
        session.start();
        QVERIFY(finished.wait(30'000));
        const auto offered = [&](double moment) {
            const OverlayFigures figures{document, session, Overlay::Traffic, moment};
            return figures.component("orders").text.remove(u',').toDouble();
        };
        QVERIFY2(std::abs(offered(5) - 200) < 80, qPrintable(QString::number(offered(5))));
        QVERIFY2(std::abs(offered(15) - 400) < 120, qPrintable(QString::number(offered(15))));
        const OverlayFigures early{document, session, Overlay::Traffic, 5};
        const OverlayFigures late{document, session, Overlay::Traffic, 15};
        QVERIFY(*early.connection("c1").perSecond < *late.connection("c1").perSecond);
        QVERIFY(*early.component("orders").fill < *late.component("orders").fill);
        QVERIFY2(late.origin().contains("15"), qPrintable(late.origin()));
        const OverlayFigures limits{document, session, Overlay::Limits, 15};
        QVERIFY(limits.component("orders").fill);
    }

    void aMarkOpensItsFieldsInTheWindow()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        MainWindow window{panelLibrary()};
        Design design = steppedDesign();
        design.scenarios.front().changes = {{"change-1", "orders", "shards", std::int64_t{2}, 12, {}}};
        design.scenarios.front().traffic["producers"].spikes = {{14, 1, 3.0, {}, 0, {}}};
        window.document().replace(std::move(design), {});
        window.resize(1366, 768);
        window.show();
        window.timeline().show();
        (void)QTest::qWaitForWindowExposed(&window);
        QTRY_VERIFY(window.timeline().track().width() > 200);
        TimelineTrack& track = window.timeline().track();
        const auto open = [&](const char* name) {
            QTest::mouseDClick(&track, Qt::LeftButton, {}, track.barOf(name).center().toPoint());
        };
        const auto shown = [&](const char* field) {
            for (QWidget* each : window.findChildren<QWidget*>(QString::fromLatin1(field)))
                if (each->isVisible() && !each->visibleRegion().isEmpty())
                    return true;
            return false;
        };
        open("change-1");
        QTRY_VERIFY(shown("value"));
        open("spikes/0");
        QTRY_VERIFY(shown("factor"));
        QCOMPARE(window.canvas().canvas().selectedIds(), QStringList{"producers"});
        open("fault-1");
        QTRY_VERIFY(shown("kind"));
        QVERIFY(window.canvas().canvas().selectedIds().isEmpty());
    }

    void chartsPlayheadAndCanvasGoTogether()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        MainWindow window{panelLibrary()};
        window.document().replace(steppedDesign(), {});
        window.show();
        QVERIFY(!window.timeline().isVisible());
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
        QVERIFY(window.timeline().isVisible());
        window.timeline().setMoment(12.0);
        QTRY_VERIFY(window.canvas().canvas().figuresOrigin().contains("12"));
        window.timeline().setMoment({});
        QTRY_VERIFY(!window.canvas().canvas().figuresOrigin().contains("12"));
    }

    void whatIsEditedIsSeenInTheEstimate()
    {
        TimelineFixture fixture;
        QVERIFY(fixture.run());
        fixture.bar.setMoment(13);
        TimelineTrack& track = fixture.bar.track();
        // The level from the tenth second on is dragged up: the moment of the old run gives way.
        const QPoint level = track.barOf("levels/0").center().toPoint();
        fixture.drag(level, level + QPoint{0, 8});
        QVERIFY(fixture.session.isStale());
        QVERIFY(!fixture.bar.moment());
    }
};

PLIMSOLL_TEST(tst_Timeline)
#include "tst_timeline.moc"
