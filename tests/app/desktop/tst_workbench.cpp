// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/design_card.h"
#include "app/desktop/canvas/empty_state.h"
#include "app/desktop/canvas/geometry.h"
#include "app/desktop/document/file_guard.h"
#include "app/desktop/document/mime_types.h"
#include "app/desktop/inspector/parameter_form.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/palette/palette_panel.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/shell/message_bar.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/desktop/widgets/disclosure.h"
#include "app/desktop/widgets/wrapped_tips.h"
#include "app/study/templates.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QFile>
#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDragEnterEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QImage>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolBar>
#include <QtWidgets/QToolTip>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

constexpr auto kOneComponent =
    R"({"format": "plimsoll-design", "version": 1, "title": "One", "region": "us-east-1",
        "components": [{"id": "a", "service": "lambda", "label": "A", "position": [%1, 0], "parameters": {}}],
        "connections": [], "groups": [], "notes": [], "scenarios": []})";

void write(const QString& path, const QByteArray& content)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray oneComponent(const QByteArray& x = "0")
{
    return QByteArray{kOneComponent}.replace("%1", x);
}

QPushButton* choice(const MainWindow& window, const QString& text)
{
    for (auto* button : window.findChildren<QPushButton*>())
        if (button->text() == text && button->isVisible())
            return button;
    return nullptr;
}

}  // namespace

/// The window as a whole: keys, files and panels, by the events a user makes.
class tst_Workbench : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
    }

    void aFirstWindowIsNoLargerThanTheScreen()
    {
        MainWindow window{panelLibrary()};
        window.fitScreen({1366, 740});
        QVERIFY(window.normalGeometry().width() <= 1366 && window.width() <= 1366);
        QVERIFY(window.height() <= 740);
        QVERIFY(window.isMaximized());
        MainWindow roomy{panelLibrary()};
        roomy.fitScreen({1920, 1080});
        QVERIFY(!roomy.isMaximized());
        QCOMPARE(roomy.width(), 1480);
    }

    void commandsActWhileAFieldHasTheFocus()
    {
        MainWindow window{panelLibrary()};
        window.show();
        auto* field = window.findChild<QLineEdit*>(QStringLiteral("title"));
        QVERIFY(field);
        const auto fieldTakes = [&](int key, Qt::KeyboardModifiers modifiers) {
            // Under X11 a field answers that Ctrl+E, Ctrl+K and Ctrl+D are its own.
            QKeyEvent event{QEvent::ShortcutOverride, key, modifiers};
            event.accept();
            QApplication::sendEvent(field, &event);
            return event.isAccepted();
        };
        for (const int key : {Qt::Key_E, Qt::Key_K, Qt::Key_D, Qt::Key_F})
            QVERIFY2(!fieldTakes(key, Qt::ControlModifier), qPrintable(QKeySequence{key}.toString()));
        for (const int key : {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X})
            QVERIFY2(fieldTakes(key, Qt::ControlModifier), qPrintable(QKeySequence{key}.toString()));
        QVERIFY(fieldTakes(Qt::Key_F, {}));
        QVERIFY(fieldTakes(Qt::Key_Right, Qt::ControlModifier));
    }

    void placeholdersAreAsLegibleAsOtherSmallPrint()
    {
        MainWindow window{panelLibrary()};
        window.show();
        for (const ThemeChoice theme : {ThemeChoice::HighContrast, ThemeChoice::Light}) {
            Theme::current().setChoice(theme, Theme::Remember::No);
            for (const char* name : {"title", "paletteSearch"}) {
                const auto* field = window.findChild<QLineEdit*>(QLatin1String{name});
                QVERIFY(field);
                QCOMPARE(field->palette().color(QPalette::PlaceholderText),
                         Theme::current().colour("textMuted"));
            }
        }
    }

    void whatTheUserNamedIsNotTranslated()
    {
        MainWindow window{panelLibrary()};
        window.show();
        QVERIFY(window.openTemplate("hot-key"));  // one of its components is called Devices
        Language::current().setChoice(QStringLiteral("de"), Language::Remember::No);
        const QString said = coreText(std::string{"conservation at Devices"});
        Language::current().setChoice(QStringLiteral("en"), Language::Remember::No);
        QVERIFY2(said.contains(QStringLiteral("Devices")), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("conservation")), qPrintable(said));
    }

    void tipsAreBrokenIntoLines()
    {
        MainWindow window{panelLibrary()};
        window.show();
        for (const int words : {60, 3, 80}) {
            QToolTip::showText(window.pos(), QStringLiteral("throughput ").repeated(words), &window);
            QWidget* tip = nullptr;
            for (QWidget* each : QApplication::topLevelWidgets())
                if (each->inherits("QTipLabel") && each->isVisible())
                    tip = each;
            QVERIFY(tip);
            QVERIFY(tip->width() <= WrappedTips::kWidest);
            QVERIFY(words < 10 || tip->height() > 2 * tip->fontMetrics().height());
        }
        QToolTip::hideText();
    }

    void aDesignWithoutScenarioShowsNothingOfTheLast()
    {
        MainWindow window{panelLibrary()};
        window.show();
        QVERIFY(window.openTemplate("reshard-and-replay"));
        const auto titled = [&](const QString& part) {
            const QList<Disclosure*> sections = window.findChildren<Disclosure*>();
            return std::any_of(sections.begin(), sections.end(), [&](const Disclosure* each) {
                return !each->isHidden() && each->title().contains(part);
            });
        };
        QVERIFY(titled(QStringLiteral("(1)")));
        window.document().replace({}, {});
        QVERIFY(!titled(QStringLiteral("(1)")));
    }

    void theStartPageOpensATemplate()
    {
        MainWindow window{panelLibrary()};
        show(window);
        const QList<DesignCard*> cards = window.canvas().emptyState().cards();
        QCOMPARE(static_cast<std::size_t>(cards.size()), designTemplates().size());
        // The comparison first, with what either side costs.
        QVERIFY2(cards.front()->price().contains(QStringLiteral("$1,340 or $2,468")),
                 qPrintable(cards.front()->price()));
        QTest::mouseClick(cards.front(), Qt::LeftButton);
        QCOMPARE(window.document().design().components.size(), std::size_t{8});
        QVERIFY(!window.canvas().emptyState().isVisible());
    }

    void theStartPageOffersWhatWasOpenBefore()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.plimsoll"));
        MainWindow window{panelLibrary()};
        show(window);
        QVERIFY(window.openTemplate("spike-and-drain"));
        QVERIFY(window.document().save(path).has_value());
        window.document().replace({}, {});
        EmptyState& start = window.canvas().emptyState();
        start.setRecentFiles({path, folder.filePath(QStringLiteral("gone.plimsoll"))});
        QCOMPARE(static_cast<std::size_t>(start.cards().size()), designTemplates().size() + 1);
        QTest::mouseClick(start.cards().back(), Qt::LeftButton);
        QCOMPARE(window.document().filePath(), path);
    }

    void escapeInANoteKeepsWhatWasWritten()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.canvas().actions().addNote->trigger();
        auto* editor = window.canvas().findChild<QPlainTextEdit*>();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClicks(editor, QStringLiteral("half a thought"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(window.document().design().notes.front().text, std::string{"half a thought"});
        QVERIFY(editor->isHidden());
    }

    void aNoteIsPutOnNoCard()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.canvas().addService(QStringLiteral("s3"), window.canvas().viewCentre());
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_T, Qt::ControlModifier);
        const Design& design = window.document().design();
        QCOMPARE(design.notes.size(), std::size_t{1});
        const Note& note = design.notes.front();
        const Position card = design.components.front().position;
        QVERIFY(!QRectF(note.position.x, note.position.y, note.width, note.height)
                     .intersects(QRectF(card.x, card.y, 192, 76)));
    }

    void aServiceThatIsDroppedLiesOnNoOther()
    {
        MainWindow window{panelLibrary()};
        show(window);
        CanvasView& canvas = window.canvas();
        QMimeData service;
        service.setData(QLatin1String{kServiceMime}, "s3");
        const auto drop = [&](QPointF scene) {
            const QPoint at = canvas.mapFromScene(scene);
            QDragEnterEvent enter{at, Qt::CopyAction, &service, Qt::LeftButton, Qt::NoModifier};
            QApplication::sendEvent(canvas.viewport(), &enter);
            QDropEvent dropped{at, Qt::CopyAction, &service, Qt::LeftButton, Qt::NoModifier};
            QApplication::sendEvent(canvas.viewport(), &dropped);
        };
        // One in the middle, and one on each of its quarters.
        const QPointF middle = canvas.viewCentre();
        for (const QPointF by :
             {QPointF{}, QPointF{60, 20}, QPointF{-60, 20}, QPointF{60, -20}, QPointF{-60, -20}})
            drop(middle + by);
        const std::vector<Component>& all = window.document().design().components;
        QCOMPARE(all.size(), std::size_t{5});
        for (std::size_t one = 0; one < all.size(); ++one) {
            const auto cardOf = [](const Component& each) {
                return QRectF(each.position.x, each.position.y, kCardWidth, kCardHeight);
            };
            for (std::size_t other = one + 1; other < all.size(); ++other)
                QVERIFY2(!cardOf(all[one]).intersects(cardOf(all[other])),
                         qPrintable(QString::fromStdString(all[one].id + " on " + all[other].id)));
            // As near as that goes: two cards away at most.
            QVERIFY(std::abs(cardOf(all[one]).center().x() - middle.x()) < 2.5 * kCardWidth);
            QVERIFY(std::abs(cardOf(all[one]).center().y() - middle.y()) < 3.5 * kCardHeight);
        }
    }

    void pastedGarbageGetsAMessage()
    {
        MainWindow window{panelLibrary()};
        show(window);
        QApplication::clipboard()->setText(QStringLiteral("SELECT * FROM orders"));
        QTest::keyClick(&window.canvas(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(window.messages().text().contains(QStringLiteral("clipboard")),
                 qPrintable(window.messages().text()));
        QVERIFY(window.document().design().components.empty());
    }

    void whatIsCopiedIsAPictureToo()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.canvas().addService(QStringLiteral("s3"), {0, 0});
        window.canvas().setFocus();
        QTest::keyClick(&window.canvas(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData* clip = QApplication::clipboard()->mimeData();
        QVERIFY(clip->hasFormat(QStringLiteral("image/svg+xml")));
        QVERIFY(clip->data(QStringLiteral("image/svg+xml")).contains("S3"));
        const auto image = qvariant_cast<QImage>(clip->imageData());
        // A card is 200 units wide; a picture has two pixels for each.
        QVERIFY2(image.width() > 400 && image.width() < 600, qPrintable(QString::number(image.width())));
        // In this program it is still the item itself.
        QTest::keyClick(&window.canvas(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(window.document().design().components.size(), std::size_t{2});
    }

    void aPartOfADesignIsPastedAsText()
    {
        MainWindow window{panelLibrary()};
        show(window);
        QApplication::clipboard()->setText(QString::fromUtf8(oneComponent()));
        QTest::keyClick(&window.canvas(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(window.document().design().components.size(), std::size_t{1});
    }

    void whatLiesBeyondTheCanvasComesBackToIt()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("far.plimsoll"));
        write(path, oneComponent("1e300"));
        MainWindow window{panelLibrary()};
        show(window);
        if (!window.openFile(path)) {
            // The reader may refuse such a number, as long as it says so.
            QVERIFY(!window.messages().text().isEmpty());
            return;
        }
        QVERIFY2(window.messages().text().contains(QStringLiteral("canvas")),
                 qPrintable(window.messages().text()));
        QVERIFY(std::abs(window.document().design().components.front().position.x) < 40'000);
        QVERIFY(window.canvas().zoom() > 0.5);
    }

    void aFileChangedOutsideIsNoticedAndNeverOverwrittenSilently()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("shared.plimsoll"));
        write(path, oneComponent());
        MainWindow window{panelLibrary()};
        show(window);
        QVERIFY(window.openFile(path));
        window.canvas().addService(QStringLiteral("s3"), {400, 0});
        const QByteArray theirs = oneComponent("240");
        write(path, theirs);
        QTRY_VERIFY_WITH_TIMEOUT(window.messages().text().contains(QStringLiteral("shared.plimsoll")),
                                 10'000);
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), theirs);
        file.close();
        // "Keep mine" says that this is meant.
        QTRY_VERIFY(choice(window, QStringLiteral("Keep mine")) != nullptr);
        QTest::mouseClick(choice(window, QStringLiteral("Keep mine")), Qt::LeftButton);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"s3\""));
        QVERIFY(!window.document().isModified());
    }

    void reloadTakesWhatTheOtherProgramWrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("shared.plimsoll"));
        write(path, oneComponent());
        MainWindow window{panelLibrary()};
        show(window);
        QVERIFY(window.openFile(path));
        write(path, oneComponent("480"));
        QTRY_VERIFY_WITH_TIMEOUT(choice(window, QStringLiteral("Reload")) != nullptr, 10'000);
        QTest::mouseClick(choice(window, QStringLiteral("Reload")), Qt::LeftButton);
        QCOMPARE(window.document().design().components.front().position.x, 480.0);
    }

    void ourOwnSavingIsNoChangeOutside()
    {
        QTemporaryDir folder;
        DesignDocument document{panelLibrary()};
        document.replace(smallDesign(), {});
        FileGuard guard{document, folder.path()};
        QVERIFY(document.save(folder.filePath(QStringLiteral("own.plimsoll"))));
        QVERIFY(!guard.isChangedOutside());
        QVERIFY(document.save(document.filePath()));
        QVERIFY(!guard.isChangedOutside());
    }

    void twoWindowsOnOneFileWarn()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("both.plimsoll"));
        write(path, oneComponent());
        MainWindow first{panelLibrary()};
        MainWindow second{panelLibrary()};
        QVERIFY(first.openFile(path));
        QVERIFY(first.messages().isHidden());
        QVERIFY(second.openFile(path));
        QVERIFY(!second.messages().isHidden());
    }

    void keysAreAboutTheCanvasWhereverTheFocusIs()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        QListView& list = window.palettePanel().list();
        list.setFocus();
        QTest::keyClick(&list, Qt::Key_3);
        QCOMPARE(window.canvas().canvas().overlay(), Overlay::Delay);
        QTest::keyClick(&list, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(window.canvas().canvas().selectedIds().size() >= 3);
        // Where text is typed a digit is a digit.
        auto* search = window.palettePanel().findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClick(search, Qt::Key_1);
        QCOMPARE(search->text(), QStringLiteral("1"));
        QCOMPARE(window.canvas().canvas().overlay(), Overlay::Delay);
    }

    void findGoesFromOneMatchToTheNext()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        QTest::keyClick(&window.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* text = window.canvas().findChild<QLineEdit*>(QStringLiteral("findText"));
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("r"));
        // "Orders", "Producers", "Enrich": all have an r; labels come in order.
        QCOMPARE(window.canvas().canvas().selectedIds(), QStringList{QStringLiteral("fn")});
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(window.canvas().canvas().selectedIds(), QStringList{QStringLiteral("orders")});
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(text->parentWidget()->isHidden());
    }

    void thePaletteClearsAfterAnAddAndRanksExactNamesFirst()
    {
        MainWindow window{panelLibrary()};
        show(window);
        auto* search = window.palettePanel().findChild<QLineEdit*>();
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("s3"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(window.document().design().components.front().service, std::string{"s3"});
        QVERIFY(search->text().isEmpty());
    }

    void aServiceIsTypedIntoTheCanvas()
    {
        MainWindow window{panelLibrary()};
        show(window);
        CanvasView& canvas = window.canvas();
        window.document().replace(smallDesign(), {});
        const QPoint where{canvas.viewport()->width() - 60, canvas.viewport()->height() - 60};
        const QPointF scene = canvas.mapToScene(where);
        QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, where);
        auto* text = canvas.findChild<QLineEdit*>(QStringLiteral("quickAddText"));
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("sqs"));
        QTest::keyClick(text, Qt::Key_Return);
        const Component* added = findComponent(window.document().design(), "sqs-1");
        QVERIFY(added);
        // Its middle is where the pointer was.
        QVERIFY(std::abs(added->position.x + kCardWidth / 2 - scene.x()) <= kGrid);
        QTest::keyClick(&canvas, Qt::Key_Slash);
        QTRY_VERIFY(text->isVisible());
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(text->parentWidget()->isHidden());
    }

    void theRemedyOfARefusedPairIsAButton()
    {
        MainWindow window{panelLibrary()};
        show(window);
        CanvasView& canvas = window.canvas();
        canvas.addService(QStringLiteral("kinesis-data-streams"), {0, 0});
        canvas.addService(QStringLiteral("s3"), {500, 0});
        canvas.fit();
        Q_EMIT canvas.canvas().refused(QStringLiteral("kinesis-data-streams-1"), QStringLiteral("s3-1"), {},
                                       QStringLiteral("A stream writes nothing by itself."), {250, 0});
        QPushButton* insert = choice(window, QStringLiteral("Insert Lambda"));
        QVERIFY(insert);
        QTest::mouseClick(insert, Qt::LeftButton);
        const Design& design = window.document().design();
        QCOMPARE(design.components.size(), std::size_t{3});
        QCOMPARE(design.connections.size(), std::size_t{2});
        // One step of undo takes both lines and the function away.
        window.document().undoStack().undo();
        QCOMPARE(window.document().design().components.size(), std::size_t{2});
        QVERIFY(window.document().design().connections.empty());
    }

    void controlAndAnArrowAddWhatComesNext()
    {
        MainWindow window{panelLibrary()};
        show(window);
        CanvasView& canvas = window.canvas();
        canvas.addService(QStringLiteral("kinesis-data-streams"), {0, 0});
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier);
        auto* text = canvas.findChild<QLineEdit*>(QStringLiteral("quickAddText"));
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("lambda"));
        QTest::keyClick(text, Qt::Key_Return);
        const Design& design = window.document().design();
        QCOMPARE(design.connections.size(), std::size_t{1});
        QCOMPARE(design.connections.front().from, std::string{"kinesis-data-streams-1"});
        QVERIFY(findComponent(design, "lambda-1")->position.x
                > findComponent(design, "kinesis-data-streams-1")->position.x + kCardWidth);
    }

    void shiftAndArrowsExtendTheSelection()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        CanvasView& canvas = window.canvas();
        canvas.reveal(QStringLiteral("producers"));
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(&canvas, Qt::Key_Right, Qt::ShiftModifier);
        const QStringList all{QStringLiteral("fn"), QStringLiteral("orders"), QStringLiteral("producers")};
        QCOMPARE(canvas.canvas().selectedIds(), all);
        QVERIFY(!window.document().isModified());
    }

    void resultsStayAwayUntilTheFirstRun()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        auto* results = window.findChild<QDockWidget*>(QStringLiteral("results"));
        QVERIFY(results->isHidden());
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        QVERIFY(!results->isHidden());
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
    }

    void aNarrowWindowPutsItsSidesAwayAndLosesNothing()
    {
        MainWindow window{panelLibrary()};
        window.resize(1600, 900);
        show(window);
        window.document().replace(smallDesign(), {});
        auto* palette = window.findChild<QDockWidget*>(QStringLiteral("services"));
        auto* rail = window.findChild<QToolBar*>(QStringLiteral("servicesRail"));
        QVERIFY(palette->isVisible());
        QVERIFY(!rail->isVisible());
        window.resize(1024, 700);
        QTRY_VERIFY(!palette->isVisible());
        QVERIFY(rail->isVisible());
        QTRY_COMPARE(window.width(), 1024);
        // Its icons add services; the first opens the panel in spite of the width.
        rail->actions().back()->trigger();
        QCOMPARE(window.document().design().components.size(), std::size_t{4});
        window.resize(1600, 900);
        QTRY_VERIFY(palette->isVisible());
        QVERIFY(!rail->isVisible());
    }

    void cardsAndLinesAreReadAloud()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        QAccessibleInterface* canvas = QAccessible::queryAccessibleInterface(&window.canvas());
        QVERIFY(canvas);
        // Three cards from left to right, then two connections.
        QCOMPARE(canvas->childCount(), 5);
        QVERIFY(canvas->child(0)->text(QAccessible::Name).startsWith(QStringLiteral("Producers, ")));
        QVERIFY(canvas->child(2)->text(QAccessible::Name).startsWith(QStringLiteral("Enrich, Lambda")));
        QVERIFY(canvas->child(3)->text(QAccessible::Name).contains(QStringLiteral("Orders")));
        window.canvas().reveal(QStringLiteral("orders"));
        QVERIFY(canvas->child(1)->state().selected);
        QVERIFY(!canvas->child(0)->state().selected);
        window.document().replace({}, {});
        QCOMPARE(canvas->childCount(), 0);
    }

    void linesCarryTheRunsOwnRatesAfterARun()
    {
        PanelFixture at;
        QVERIFY(at.run());
        const RunReport& report = at.session.result()->report;
        const OverlayFigures figures{at.document, at.session, Overlay::Traffic};
        const double span = report.provenance.simulatedSeconds;
        const double offered = static_cast<double>(findComponent(report, "orders")->counts.offered) / span;
        QCOMPARE(figures.connection(QStringLiteral("c1")).perSecond.value_or(0), offered);
        const ConsumerCounts& consumer = findComponent(report, "orders")->consumers.front();
        QCOMPARE(figures.connection(QStringLiteral("c2")).perSecond.value_or(0),
                 static_cast<double>(consumer.delivered + consumer.filtered) / span);
        // An edit makes them an estimate's again.
        Component changed = *findComponent(at.document.design(), "orders");
        changed.parameters["shards"] = std::int64_t{2};
        at.document.exchange("orders", changed);
        QVERIFY(at.settle());
        const OverlayFigures after{at.document, at.session, Overlay::Traffic};
        QCOMPARE(after.connection(QStringLiteral("c1")).perSecond.value_or(0), 200.0);
    }

    void theInspectorShowsWhatMattersAndFoldsTheRest()
    {
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(smallDesign(), {});
        for (const char* id : {"orders", "fn"}) {
            window.canvas().reveal(QString::fromLatin1(id));
            auto* form = window.findChild<ParameterForm*>();
            QVERIFY(form);
            const ServiceSpec* spec =
                panelLibrary().catalog().find(findComponent(window.document().design(), id)->service);
            int seen = 0;
            for (const ParameterSpec& parameter : spec->parameters)
                seen += form->field(parameter.id)->isVisible() ? 1 : 0;
            QVERIFY2(seen >= 1 && seen <= 5, id);
            // What is folded away is a click away.
            const auto folded = std::find_if(
                spec->parameters.begin(), spec->parameters.end(), [&](const ParameterSpec& each) {
                    return form->isShown(each.id) && !form->field(each.id)->isVisible();
                });
            if (folded != spec->parameters.end()) {
                QVERIFY(form->reveal(folded->id));
                QVERIFY(form->field(folded->id)->isVisible());
            }
        }
    }

    void deletingManyIsOneChange()
    {
        Design design = smallDesign();
        for (int i = 0; i < 200; ++i)
            design.components.push_back(
                {"x" + std::to_string(i), "lambda", "X", {i * 10.0, 400}, {}, {}, {}});
        MainWindow window{panelLibrary()};
        show(window);
        window.document().replace(design, {});
        const Design before = window.document().design();
        window.canvas().actions().selectAll->trigger();
        QSignalSpy revisions{&window.document(), &DesignDocument::revisionChanged};
        QSignalSpy selections{&window.canvas().canvas(), &CanvasScene::selectedIdsChanged};
        window.canvas().actions().remove->trigger();
        QCOMPARE(revisions.size(), qsizetype{1});
        QVERIFY(selections.size() <= 2);
        QVERIFY(window.document().design().components.empty());
        window.document().undoStack().undo();
        QVERIFY(window.document().design() == before);
    }

private:
    static void show(MainWindow& window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    QTemporaryDir m_settings;
};

PLIMSOLL_TEST(tst_Workbench)
#include "tst_workbench.moc"
