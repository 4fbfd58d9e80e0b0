// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/shell/command_palette.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/shell/message_bar.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QFile>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPushButton>

#include <cmath>

using namespace plimsoll;

class tst_MainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // The user's own settings and recovery files are none of a test's business.
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

    void aBrokenFileIsReportedAndTheOpenDesignStays()
    {
        MainWindow window{m_library};
        window.show();
        addLambda(window);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.plimsoll"));
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not a design");
        file.close();
        QVERIFY(!window.openFile(path));
        QVERIFY(window.messages().text().contains(QStringLiteral("broken.plimsoll")));
        QCOMPARE(window.document().design().components.size(), std::size_t{1});
    }

    void theTitleTellsOfUnsavedChanges()
    {
        MainWindow window{m_library};
        window.document().replace({}, {});
        QVERIFY(!window.isWindowModified());
        addLambda(window);
        QVERIFY(window.isWindowModified());
        window.document().undoStack().undo();
        QVERIFY(!window.isWindowModified());
    }

    void runWithoutLoadAddsASourceInOneStep()
    {
        MainWindow window{m_library};
        window.show();
        window.document().replace({}, {});
        window.canvas().addService(QStringLiteral("kinesis-data-streams"), {});
        const Design before = window.document().design();
        QSignalSpy finished{&window.session(), &RunSession::finished};
        QSignalSpy failed{&window.session(), &RunSession::failed};
        window.run();
        QCOMPARE(window.document().design().components.size(), std::size_t{2});
        QCOMPARE(window.document().design().scenarios.front().traffic.begin()->second.ratePerSecond, 100.0);
        QCOMPARE(window.canvas().canvas().selectedIds().size(), qsizetype{1});
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty() || !failed.isEmpty(), 60'000);
        window.document().undoStack().undo();
        QVERIFY(window.document().design() == before);
    }

    void theNumberOfRunsIsRemembered()
    {
        {
            MainWindow window{m_library};
            window.show();
            auto* runs = window.findChild<QComboBox*>(QStringLiteral("runs"));
            QVERIFY(runs);
            QVERIFY(window.session().runs() == Runs::Once);
            runs->setFocus();
            QTest::keyClick(runs, Qt::Key_Down);
            QVERIFY(window.session().runs() == Runs::Five);
        }
        MainWindow window{m_library};
        QVERIFY(window.session().runs() == Runs::Five);
        window.findChild<QComboBox*>(QStringLiteral("runs"))->setCurrentIndex(0);
    }

    void theFirstButtonOfTheEmptyCanvasOpensTheComparison()
    {
        MainWindow window{m_library};
        window.show();
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("startComparison")), Qt::LeftButton);
        const bool opened = !window.document().design().components.empty();
        // A build without templates says so instead of doing nothing.
        QVERIFY(opened || !window.messages().text().isEmpty());
    }

    void theCommandPaletteFindsAndRuns()
    {
        MainWindow window{m_library};
        window.show();
        auto* palette = new CommandPalette{*window.menuBar(), {}, &window};
        palette->show();
        auto* search = palette->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("limits"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(window.canvas().canvas().overlay(), Overlay::Limits);
    }

    void everyMenuCommandHasAName()
    {
        MainWindow window{m_library};
        QVERIFY(window.menuBar()->actions().size() >= 5);
        for (QAction* menu : window.menuBar()->actions()) {
            for (QAction* action : menu->menu()->actions())
                QVERIFY(action->isSeparator() || !action->text().isEmpty());
        }
    }

    void allThemesHaveTheSameColours()
    {
        Theme& theme = Theme::current();
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
            theme.setChoice(choice, Theme::Remember::No);
            for (const char* key : {"window", "canvas", "nodeFill", "edge", "ok", "warn", "danger", "info",
                                    "accent", "textMuted"})
                QVERIFY(theme.colour(QLatin1String{key}).isValid());
            QVERIFY(theme.chartColours().size() >= 6);
        }
        theme.setChoice(ThemeChoice::Light, Theme::Remember::No);
    }

    void highContrastKeepsItsPromise()
    {
        Theme& theme = Theme::current();
        theme.setChoice(ThemeChoice::HighContrast, Theme::Remember::No);
        // Contrast of WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of relative luminances; 7 is its enhanced level.
        const auto luminance = [](const QColor& colour) {
            const auto linear = [](double part) {
                return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
                   + 0.0722 * linear(colour.blueF());
        };
        for (const char* paper :
             {"window", "surface", "surfaceRaised", "surfaceSunken", "canvas", "nodeFill"})
            for (const char* ink : {"text", "textMuted", "ok", "warn", "danger", "info", "accent", "edge"}) {
                const double contrast = (luminance(theme.colour(QLatin1String{ink})) + 0.05)
                                        / (luminance(theme.colour(QLatin1String{paper})) + 0.05);
                QVERIFY2(contrast >= 7, qPrintable(QStringLiteral("%1 on %2: %3")
                                                       .arg(QLatin1String{ink}, QLatin1String{paper})
                                                       .arg(contrast)));
            }
        theme.setChoice(ThemeChoice::Light, Theme::Remember::No);
    }

    void aSavedDesignIsRemembered()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.plimsoll"));
        MainWindow window{m_library};
        addLambda(window);
        QVERIFY(window.document().save(path).has_value());
        QVERIFY(window.openFile(path));
        QVERIFY(QSettings{}.value(QStringLiteral("recentFiles")).toStringList().contains(path));
    }

private:
    void addLambda(MainWindow& window) { window.canvas().addService(QStringLiteral("lambda"), {}); }

    const ServiceLibrary m_library = builtinServices();
    QTemporaryDir m_settings;
};

PLIMSOLL_TEST(tst_MainWindow)
#include "tst_main_window.moc"
