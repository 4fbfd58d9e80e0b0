// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/document/commands/add_items.h"
#include "app/desktop/document/commands/move_items.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_parameter.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Minutes of work for the simulator: long enough to be stopped on the way.
Design longDesign()
{
    Design design = smallDesign();
    design.scenarios.front().durationSeconds =
        5'500;  // so many messages that a run takes seconds, too few to be sampled
    design.scenarios.front().traffic["producers"].ratePerSecond = 5000;
    design.components[1].parameters["shards"] = std::int64_t{10};
    return design;
}

}  // namespace

class tst_RunSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finishesBySignalWithABill()
    {
        PanelFixture fixture;
        QSignalSpy started{&fixture.session, &RunSession::started};
        QVERIFY(fixture.run());
        QCOMPARE(started.count(), 1);
        QVERIFY(!fixture.session.isRunning());
        const RunResult* result = fixture.session.result();
        QVERIFY(result);
        QCOMPARE(result->revision, fixture.document.revision());
        QVERIFY2(result->bill, qPrintable(result->billError));
        QVERIFY(!result->verdict.empty());
        QVERIFY(!fixture.session.isStale());
    }

    void saysWhyItDidNotRun()
    {
        Design design = smallDesign();
        design.components[1].service = "no-such-service";
        PanelFixture fixture{std::move(design)};
        QSignalSpy failed{&fixture.session, &RunSession::failed};
        QVERIFY(fixture.run());
        QCOMPARE(failed.count(), 1);
        QVERIFY(!failed.front().front().toString().isEmpty());
        QVERIFY(!fixture.session.result());
    }

    void cancelStopsSoon()
    {
        PanelFixture fixture{longDesign()};
        QSignalSpy finished{&fixture.session, &RunSession::finished};
        QSignalSpy progressed{&fixture.session, &RunSession::progressed};
        fixture.session.start();
        QVERIFY(fixture.session.isRunning());
        QTest::qWait(300);
        QVERIFY(fixture.session.isRunning());
        fixture.session.cancel();
        QVERIFY(finished.wait(10'000));
        QVERIFY(!fixture.session.isRunning());
        // What was simulated until then is kept and marked.
        if (const RunResult* result = fixture.session.result())
            QVERIFY(result->report.provenance.partial);
    }

    void leavingDoesNotHang()
    {
        QElapsedTimer clock;
        {
            PanelFixture fixture{longDesign()};
            fixture.session.start();
            QTest::qWait(50);
            clock.start();
        }
        QVERIFY(clock.elapsed() < 10'000);
    }

    void secondStartWhileRunningDoesNothing()
    {
        PanelFixture fixture{longDesign()};
        QSignalSpy started{&fixture.session, &RunSession::started};
        fixture.session.start();
        fixture.session.start();
        QCOMPARE(started.count(), 1);
    }

    void windowStaysLiveDuringARun()
    {
        PanelFixture fixture{longDesign()};
        fixture.session.start();
        QElapsedTimer clock;
        clock.start();
        int ticks = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++ticks; });
        ticker.start(10);
        QTest::qWait(300);
        QVERIFY(ticks >= 10);
        // And the estimate goes on following edits.
        fixture.document.undoStack().push(
            new SetParameter{fixture.document, "orders", "shards", std::int64_t{11}});
        QVERIFY(fixture.settle());
    }

    void latestEstimateWins()
    {
        PanelFixture fixture;
        QVERIFY(fixture.settle());
        quint64 last = 0;
        bool ordered = true;
        connect(&fixture.session, &RunSession::estimated, this, [&] {
            ordered = ordered && fixture.session.estimate().revision >= last;
            last = fixture.session.estimate().revision;
        });
        for (std::int64_t shards = 2; shards <= 40; ++shards) {
            fixture.document.undoStack().push(new SetParameter{fixture.document, "orders", "shards", shards});
            QTest::qWait(shards % 8 == 0 ? 40 : 0);
        }
        QVERIFY(fixture.settle());
        QVERIFY(ordered);
        QVERIFY(fixture.session.estimate().flow);
        const FlowComponent* orders = findComponent(*fixture.session.estimate().flow, "orders");
        QVERIFY(orders);
        QVERIFY(!orders->limits.empty());
        // 40 shards take 40 x 1,000 records/s.
        const auto records = std::find_if(orders->limits.begin(), orders->limits.end(),
                                          [](const LimitUse& use) { return use.limit == "records"; });
        QVERIFY(records != orders->limits.end());
        QCOMPARE(records->capacity, 40'000.0);
    }

    void anotherScenarioIsEstimatedAnew()
    {
        PanelFixture fixture;
        QVERIFY(fixture.settle());
        fixture.document.setCurrentScenario("zero");
        QVERIFY(QTest::qWaitFor([&] { return fixture.session.estimate().scenario == "zero"; }, 5000));
    }

    void onlyWhatChangesNumbersMakesAResultStale()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        QUndoStack& undo = fixture.document.undoStack();
        undo.push(new RenameItem{fixture.document, "orders", "Orders, renamed"});
        QVERIFY(!fixture.session.isStale());
        undo.push(new SetParameter{fixture.document, "orders", "shards", std::int64_t{2}});
        QVERIFY(fixture.session.isStale());
        undo.undo();
        QVERIFY(!fixture.session.isStale());
        fixture.document.setCurrentScenario("zero");
        QVERIFY(fixture.session.isStale());
    }

    void aGroupMakesAResultStaleOnlyByWhatItMeans()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        QUndoStack& undo = fixture.document.undoStack();
        const auto enclose = [&](const char* kind) {
            ItemSet items;
            items.groups.push_back({"g", "Part", kind, {-20, -20}, 900, 200, {}});
            Component inside = *findComponent(fixture.document.design(), "orders");
            inside.group = "g";
            items.components.push_back(std::move(inside));
            undo.push(new AddItems{fixture.document, std::move(items)});
        };
        enclose("group");
        QVERIFY(!fixture.session.isStale());
        undo.undo();
        // Traffic between zones has a price.
        enclose("availability-zone");
        QVERIFY(fixture.session.isStale());
        undo.undo();
        QVERIFY(!fixture.session.isStale());
    }

    void anotherDesignForgetsTheResult()
    {
        PanelFixture fixture;
        QVERIFY(fixture.run());
        fixture.document.replace(smallDesign(), {});
        QVERIFY(!fixture.session.result());
    }
};

PLIMSOLL_TEST(tst_RunSession)
#include "tst_run_session.moc"
