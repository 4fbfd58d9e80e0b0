// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/document/commands/connect_items.h"
#include "app/desktop/shell/guided_run.h"
#include "app/desktop/shell/main_window.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLayout>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace plimsoll;

class tst_GuidedRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void eachStepGoesOnWhenItWasDone()
    {
        MainWindow window{m_library};
        window.resize(1366, 768);
        window.show();
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("startGuide")), Qt::LeftButton);
        QPointer<GuidedRun> guide = window.findChild<GuidedRun*>();
        QVERIFY(guide && guide->isVisible());
        QCOMPARE(guide->step(), 0);
        QTRY_COMPARE(guide->height(), guide->layout()->heightForWidth(guide->width()));
        QVERIFY(!window.canvas().emptyState().isVisible());
        window.canvas().addService(QStringLiteral("traffic-source"), {0, 0});
        QCOMPARE(guide->step(), 1);
        window.canvas().addService(QStringLiteral("kinesis-data-streams"), {300, 0});
        QCOMPARE(guide->step(), 2);
        window.document().undoStack().push(
            new ConnectItems{window.document(), "traffic-source-1", "kinesis-data-streams-1"});
        QCOMPARE(guide->step(), 3);
        // It stays within the window.
        QTRY_VERIFY(window.rect().contains(guide->geometry()));
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 120'000);
        QCOMPARE(guide->step(), 4);
        // With the results open the canvas is low; the guide still covers neither card once it has its size.
        QTRY_COMPARE(guide->height(), guide->layout()->heightForWidth(guide->width()));
        const auto covers = [&] {
            CanvasView& canvas = window.canvas();
            const QRect here{canvas.mapFrom(&window, guide->pos()), guide->size()};
            const auto cards = canvas.canvas().componentItems();
            return std::any_of(cards.begin(), cards.end(), [&](const ComponentItem* each) {
                return canvas.mapFromScene(each->mapRectToScene(each->card()))
                    .boundingRect()
                    .intersects(here);
            });
        };
        QTRY_VERIFY2(
            !covers(),
            qPrintable(
                QStringLiteral("%1,%2 of %3").arg(guide->x()).arg(guide->y()).arg(window.canvas().height())));
        QTest::mouseClick(guide->findChild<QPushButton*>(QStringLiteral("endGuide")), Qt::LeftButton);
        QTRY_VERIFY(!guide);
    }

private:
    const ServiceLibrary m_library = builtinServices();
    QTemporaryDir m_settings;
};

PLIMSOLL_TEST(tst_GuidedRun)
#include "tst_guided_run.moc"
