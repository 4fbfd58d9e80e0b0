// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/drawing.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/text/language.h"
#include "simulator/services/builtin_services.h"
#include "tests/app/desktop/misfits.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Texts of the drawing that lie on each other.
QStringList overlapsOf(CanvasScene& scene)
{
    TextRecorder recorder;
    {
        QPainter painter{&recorder};
        drawingOf(scene).paint(painter);
    }
    QStringList found;
    const auto& texts = recorder.texts();
    for (std::size_t a = 0; a < texts.size(); ++a) {
        for (std::size_t b = a + 1; b < texts.size(); ++b) {
            const QRectF common = texts[a].box & texts[b].box;
            // Boxes reach to the longest descender; letters touch later.
            if (common.width() > 2 && common.height() > 4)
                found.append(
                    QStringLiteral("canvas: \"%1\" lies on \"%2\"").arg(texts[a].text, texts[b].text));
        }
    }
    return found;
}

}  // namespace

class tst_TextFits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        Theme::current().setChoice(ThemeChoice::Light, Theme::Remember::No);
        Theme::current().apply();
    }

    void cleanup() { Language::current().setChoice(QStringLiteral("en"), Language::Remember::No); }
    void cleanupTestCase()
    {
        delete &Language::current();
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
    }

    void theRecorderSeesTextWhereItStands()
    {
        TextRecorder recorder;
        QPainter painter{&recorder};
        painter.translate(100, 50);
        painter.drawText(QPointF{0, 0}, QStringLiteral("x"));
        painter.end();
        QCOMPARE(recorder.texts().size(), std::size_t{1});
        QVERIFY(recorder.texts()[0].box.contains(QPointF{102, 48}));
    }

    void aCutLabelIsFound()
    {
        QWidget window;
        auto* label = new QLabel{QStringLiteral("a text that is far longer than its label"), &window};
        label->setGeometry(0, 0, 30, 20);
        auto* button = new QPushButton{QStringLiteral("Another long text"), &window};
        button->setGeometry(10, 0, 20, 20);
        window.show();
        QCOMPARE(misfitsOf(window).size(), qsizetype{3});  // both too narrow, and one on the other
    }

    void everythingFitsAfterARun_data()
    {
        QTest::addColumn<QString>("design");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        const QString english = QStringLiteral("en");
        for (const char* design : {"reference-comparison", "lake-and-warehouse"}) {
            QTest::addRow("%s 1366x768", design)
                << QString::fromLatin1(design) << QSize{1366, 768} << english;
            QTest::addRow("%s 1600x1000", design)
                << QString::fromLatin1(design) << QSize{1600, 1000} << english;
        }
        // The longest words on the smallest screen.
        QTest::newRow("German 1366x768")
            << QStringLiteral("reference-comparison") << QSize{1366, 768} << QStringLiteral("de");
    }
    void everythingFitsAfterARun()
    {
        QFETCH(QString, design);
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Language::current().setChoice(language, Language::Remember::No);
        MainWindow window{m_library};
        window.resize(size);
        QVERIFY(window.openTemplate(design.toStdString()));
        shortened(window);
        window.show();
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 120'000);
        QVERIFY(window.session().result());
        QStringList found;
        const auto look = [&](const QString& where) {
            // A request for room travels up one parent at a time, and the sides of a comparison may arrive
            // just now: what a reader is left with counts.
            if (QTest::qWaitFor([&] { return misfitsOf(window).isEmpty(); }, 3'000))
                return;
            for (const QString& each : misfitsOf(window))
                found.append(where + QStringLiteral(": ") + each);
        };
        for (QTabWidget* tabs : window.findChildren<QTabWidget*>()) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                look(tabs->tabText(tab));
            }
        }
        const Design& drawn = window.document().design();
        for (const Component& component : drawn.components) {
            window.canvas().reveal(QString::fromStdString(component.id));
            look(QString::fromStdString(component.id));
        }
        window.canvas().reveal(QString::fromStdString(drawn.connections.front().id));
        look(QStringLiteral("connection"));
        for (const Group& group : drawn.groups) {
            window.canvas().reveal(QString::fromStdString(group.id));
            look(QString::fromStdString(group.id));
        }
        for (const Overlay overlay : {Overlay::Traffic, Overlay::Limits, Overlay::Delay, Overlay::Cost}) {
            window.canvas().canvas().setOverlay(overlay);
            QTest::qWait(0);
            found.append(overlapsOf(window.canvas().canvas()));
        }
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(QLatin1Char{'\n'} + found.join(QLatin1Char{'\n'})));
    }

private:
    /// The same design over a minute: the texts are as long, the run is not.
    static void shortened(MainWindow& window)
    {
        Design design = window.document().design();
        for (Scenario& scenario : design.scenarios)
            scenario.durationSeconds = std::min(scenario.durationSeconds, 60.0);
        window.document().replace(design, {});
    }

    const ServiceLibrary m_library = builtinServices();
    QTemporaryDir m_settings;
};

PLIMSOLL_TEST(tst_TextFits)
#include "tst_text_fits.moc"
