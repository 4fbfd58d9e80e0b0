// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/inspector/inspector_panel.h"
#include "app/desktop/inspector/region_picker.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/drawing.h"
#include "app/desktop/results/results_panel.h"
#include "app/desktop/shell/main_window.h"
#include "app/desktop/text/format.h"
#include "app/desktop/text/language.h"
#include "app/desktop/text/pseudo_translator.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"
#include "tests/app/desktop/misfits.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QTextDocument>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QGraphicsView>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenuBar>

#include <array>
#include <set>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// What of a design is the user's own, and what is AWS's, word by word: neither is translated.
QSet<QString> namesOf(const Design& design, const ServiceCatalog& catalog)
{
    static const QRegularExpression word{QStringLiteral("[A-Za-z]{3,}")};
    QSet<QString> names;
    const auto add = [&](const std::string& text) {
        for (auto match = word.globalMatch(QString::fromStdString(text)); match.hasNext();)
            names.insert(match.next().captured());
    };
    add(design.title);
    for (const Component& each : design.components) {
        add(each.id);
        add(each.label);
        for (const auto& [name, value] : each.parameters)
            add(toString(value));
    }
    for (const Connection& each : design.connections)
        add(each.id);
    for (const Group& each : design.groups) {
        add(each.id);
        add(each.label);
    }
    for (const Note& each : design.notes)
        add(each.text);
    for (const Scenario& each : design.scenarios) {
        add(each.id);
        add(each.label);
    }
    for (const ServiceSpec& each : catalog.all()) {
        add(each.id);
        add(each.name);
        add(each.shortName);
        for (const ParameterSpec& parameter : each.parameters)
            add(parameter.id);
    }
    return names;
}

QString plain(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

void addItems(QStringList& texts, const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row)
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            texts << index.data().toString() << index.data(Qt::ToolTipRole).toString();
            if (column == 0)
                addItems(texts, model, index);
        }
}

/// All words on the window that a reader can get to see now.
QStringList textsOf(QWidget& window)
{
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        texts << textOf(*widget) << widget->toolTip() << widget->accessibleName();
        if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            for (int tab = 0; tab < bar->count(); ++tab)
                texts << bar->tabText(tab);
        if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            texts << line->placeholderText();
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            addItems(texts, *box->model());
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget); view && view->model()) {
            addItems(texts, *view->model());
            for (int column = 0; column < view->model()->columnCount(); ++column)
                texts << view->model()->headerData(column, Qt::Horizontal).toString();
        }
        if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
            texts << dock->windowTitle();
    }
    for (const QAction* action : window.findChildren<QAction*>())
        texts << action->text() << action->toolTip() << action->statusTip();
    return texts;
}

QStringList textsOf(CanvasScene& scene)
{
    TextRecorder recorder;
    {
        QPainter painter{&recorder};
        drawingOf(scene).paint(painter);
    }
    QStringList texts;
    for (const auto& each : recorder.texts())
        texts << each.text;
    return texts;
}

/// What charts, bars, tracks and other widgets of ours write by painting it.
QStringList paintedTextsOf(QWidget& window)
{
    QStringList texts;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->size().isEmpty())
            continue;
        TextRecorder recorder;
        if (auto* view = qobject_cast<QGraphicsView*>(widget)) {
            if (qobject_cast<CanvasView*>(view))
                continue;  // its items are looked at one by one
            QPainter painter{&recorder};
            view->render(&painter);
        } else if (QByteArrayView{widget->metaObject()->className()}.startsWith("plimsoll::")) {
            widget->render(&recorder, {}, {}, QWidget::RenderFlags{});
        }
        for (const auto& each : recorder.texts())
            texts << each.text;
    }
    return texts;
}

/// Knows no word, and remembers what it was asked for.
class AskedTranslator final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int) const override
    {
        asked.insert({QByteArray{context}, QByteArray{source}, QByteArray{comment}});
        return {};
    }
    mutable std::set<std::array<QByteArray, 3>> asked;
};

/// Kinds of texts that the core says in English only, as docs/limitations.md admits.
constexpr const char* kStillEnglish[] = {
    "https?://.*stored copy",  // citations of prices
    "^event$",                 // a unit of a price
};

/// Words in plain English: every vowel of the pseudo-language has an accent.
QStringList englishWordsOf(const QString& text, const QSet<QString>& names)
{
    static const QRegularExpression word{QStringLiteral("[\\p{L}]{3,}")};
    static const QRegularExpression english{QStringLiteral("^[A-Za-z]*[aeiouyAEIOUY][A-Za-z]*$")};
    // Addresses, names of files and of types of instances, and what is written in a program are no words.
    static const QRegularExpression noWord{
        QStringLiteral("https?:\\S+|\\{[^}]*\\}|\\S*[a-z0-9]\\.[a-z0-9]\\S*|\\S*_\\S*|[a-z]+[A-Z]{2,}\\w*|[A-"
                       "Z]\\w*[a-z][A-Z]\\w*")};
    QString shown = plain(text);
    for (const char* const each : kStillEnglish)
        if (QRegularExpression{QString::fromUtf8(each)}.match(shown).hasMatch())
            return {};
    shown.remove(u'&').remove(QChar{0x2060}).remove(noWord);
    QStringList found;
    for (auto match = word.globalMatch(shown); match.hasNext();)
        if (const QString each = match.next().captured();
            english.match(each).hasMatch() && !names.contains(each) && each != each.toUpper())
            found << each;
    return found;
}

}  // namespace

class tst_Languages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        Theme::current().setChoice(ThemeChoice::Light, Theme::Remember::No);
        Theme::current().apply();
    }
    void cleanup()
    {
        Language::current().setChoice(QStringLiteral("en"), Language::Remember::No);
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
    }
    /// Other tests ask for English words, in whatever language the machine has.
    void cleanupTestCase() { delete &Language::current(); }

    void thePseudoLanguageKeepsWhatProgramsRead()
    {
        QCOMPARE(PseudoTranslator::pseudo(QStringLiteral("Open %1 of %n")),
                 QStringLiteral("Óòpéèn %1 óòf %n"));
        QCOMPARE(PseudoTranslator::pseudo(QStringLiteral("{component} lost {lost|one|more}")),
                 QStringLiteral("{component} lóòst {lost|óònéè|móòréè}"));
        QCOMPARE(PseudoTranslator::pseudo(QStringLiteral("<a href=\"run\">Run</a> &nbsp;(*.png)")),
                 QStringLiteral("<a href=\"run\">Rúùn</a> &nbsp;(*.png)"));
        QCOMPARE(PseudoTranslator::pseudo(QStringLiteral("<%1")), QStringLiteral("<%1"));
    }

    void theSystemEnglishAndEveryCatalogueAreOffered()
    {
        QStringList codes;
        for (const Language::Choice& each : Language::offered())
            codes << each.code;
        QCOMPARE(codes, (QStringList{QString{}, QStringLiteral("en"), QStringLiteral("de")}));
        QCOMPARE(Language::offered().back().name, QStringLiteral("Deutsch"));
    }

    void whatWidgetsPaintIsSeen()
    {
        class Painted final : public QWidget {
        protected:
            void paintEvent(QPaintEvent*) override
            {
                QPainter painter{this};
                painter.drawText(10, 20, QStringLiteral("Written by hand"));
            }
        } painted;
        painted.resize(200, 40);
        TextRecorder recorder;
        painted.render(&recorder, {}, {}, QWidget::RenderFlags{});
        QCOMPARE(recorder.texts().size(), std::size_t{1});
        QCOMPARE(recorder.texts().front().text, QStringLiteral("Written by hand"));
    }

    void whatIsWrongAtAFieldIsSaidInTheReadersLanguage()
    {
        Language::current().setChoice(QStringLiteral("de"), Language::Remember::No);
        Design design;
        design.components = {{"orders", "kinesis-data-streams", "Orders", {0, 0}, {}, {}, {}}};
        design.components.front().parameters["mode"] = ParameterValue{std::string{"provisioned"}};
        design.components.front().parameters["shards"] = ParameterValue{std::int64_t{300'000}};
        MainWindow window{m_library};
        window.document().replace(design, {});
        window.show();
        window.canvas().reveal(QStringLiteral("orders"));
        const auto problem = [&] {
            for (const QLabel* each : window.findChildren<QLabel*>(QStringLiteral("problem")))
                if (each->isVisible())
                    return each->text();
            return QString{};
        };
        QTRY_VERIFY(!problem().isEmpty());
        QCOMPARE(problem(),
                 QStringLiteral("Offene Shards von Orders ist 300000 Shards, außerhalb des Bereichs: "
                                "1 bis 20000 Shards verwenden"));
    }

    void numbersFollowTheLanguageAndFilesDoNot()
    {
        Design design;
        Component source{"source", "traffic-source", "Source", {0.5, 1234.5}, {}, {}, {}};
        design.components = {source};
        const std::string english = writeDesign(design);
        Language::current().setChoice(QStringLiteral("de"), Language::Remember::No);
        QCOMPARE(Format{}.number(1234.5), QStringLiteral("1.234,5"));
        const QString lost = coreText(std::string{"1,180 records lost (3.3%)."});
        QVERIFY2(lost.contains(QStringLiteral("1.180")) && lost.contains(QStringLiteral("3,3")),
                 qPrintable(lost));
        QCOMPARE(writeDesign(design), english);
    }

    void theWindowChangesItsLanguageWhileItRuns()
    {
        Language::current().setChoice(QStringLiteral("en"), Language::Remember::No);
        MainWindow window{m_library};
        window.resize(1600, 1000);
        QVERIFY(open(window, "reference-comparison"));
        const std::string id = window.document().design().components.front().id;
        window.canvas().reveal(QString::fromStdString(id));
        auto* tabs = window.findChild<ResultsPanel*>();
        tabs->tabs().setCurrentIndex(5);
        const double zoom = window.canvas().zoom();
        const auto* result = window.session().result();

        const auto fileMenu = [&] { return window.menuBar()->actions().front()->text(); };
        QCOMPARE(fileMenu(), QStringLiteral("&File"));
        Language::current().setChoice(QStringLiteral("de"), Language::Remember::No);
        QTRY_COMPARE(fileMenu(), QStringLiteral("&Datei"));
        // What is open, chosen and found stays.
        QCOMPARE(window.session().result(), result);
        QCOMPARE(window.canvas().canvas().selectedIds(), QStringList{QString::fromStdString(id)});
        QCOMPARE(window.findChild<ResultsPanel*>()->tabs().currentIndex(), 5);
        QCOMPARE(window.findChild<HistoryPage*>()->count(), 1);
        QTRY_COMPARE(window.canvas().zoom(), zoom);
        QVERIFY(window.findChild<ResultsPanel*>()->isVisible());
        // And goes on: a command of the new menus works.
        window.document().undoStack().clear();
        window.canvas().actions().remove->trigger();
        QCOMPARE(window.document().undoStack().count(), 1);
        Language::current().setChoice(QStringLiteral("en"), Language::Remember::No);
        QTRY_COMPARE(fileMenu(), QStringLiteral("&File"));
    }

    void everythingIsInTheCataloguesAndFits_data()
    {
        QTest::addColumn<QString>("design");
        QTest::newRow("comparison") << QStringLiteral("reference-comparison");
        QTest::newRow("lake") << QStringLiteral("lake-and-warehouse");
    }
    void everythingIsInTheCataloguesAndFits()
    {
        QFETCH(QString, design);
        Language::current().setChoice(Language::pseudo(), Language::Remember::No);
        AskedTranslator asked;
        QCoreApplication::installTranslator(&asked);
        MainWindow window{m_library};
        window.resize(1600, 1000);
        QVERIFY(open(window, design.toStdString()));
        QSet<QString> names = namesOf(window.document().design(), m_library.catalog());
        // Languages and regions have names of their own.
        QStringList proper;
        for (const Language::Choice& each : Language::offered())
            proper << each.name;
        addItems(proper, *window.findChild<RegionPicker*>()->model());
        for (const QString& each : proper)
            for (const QString& word : each.split(QRegularExpression{QStringLiteral("\\W+")}))
                names.insert(word);
        QMap<QString, QString> english;
        QStringList cut;
        const auto look = [&](const QString& where) {
            QTest::qWait(0);
            for (const QString& text :
                 textsOf(window) + textsOf(window.canvas().canvas()) + paintedTextsOf(window))
                if (const QStringList words = englishWordsOf(text, names); !words.isEmpty())
                    english.insert(plain(text), words.join(u' '));
            // A request for room travels up one parent at a time: what a reader is left with counts.
            if (QTest::qWaitFor([&] { return misfitsOf(window).isEmpty(); }, 2'000))
                return;
            for (const QString& each : misfitsOf(window))
                cut.append(where + QStringLiteral(": ") + each);
        };
        QTabWidget& tabs = window.findChild<ResultsPanel*>()->tabs();
        for (int tab = 0; tab < tabs.count(); ++tab) {
            if (!tabs.isTabVisible(tab))
                continue;
            tabs.setCurrentIndex(tab);
            look(tabs.tabText(tab));
        }
        const Design& drawn = window.document().design();
        for (const Component& component : drawn.components) {
            window.canvas().reveal(QString::fromStdString(component.id));
            look(QString::fromStdString(component.id));
        }
        window.canvas().reveal(QString::fromStdString(drawn.connections.front().id));
        look(QStringLiteral("connection"));
        // What is asked for under another name than the catalogues have is never found in them.
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/plimsoll/translations/plimsoll_de.qm")));
        QStringList found;
        for (const auto& [context, source, comment] : asked.asked)
            if (context != "core" && !context.startsWith('Q')
                && german.translate(context, source, comment, 1).isEmpty())
                found << QStringLiteral("no entry for %1: %2")
                             .arg(QString::fromUtf8(context), QString::fromUtf8(source));
        for (auto at = english.cbegin(); at != english.cend(); ++at)
            found << QStringLiteral("\"%1\": %2").arg(at.key(), at.value());
        if (qEnvironmentVariableIsSet("PLIMSOLL_LIST_ENGLISH"))
            qInfo("%s", qPrintable(found.join(u'\n')));
        QVERIFY2(found.isEmpty(),
                 qPrintable(QStringLiteral("%1 texts are English:\n").arg(found.size()) + found.join(u'\n')));
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
    }

private:
    /// Opens the template over a minute, runs it and waits for what it says.
    static bool open(MainWindow& window, const std::string& id)
    {
        if (!window.openTemplate(id))
            return false;
        Design design = window.document().design();
        for (Scenario& scenario : design.scenarios)
            scenario.durationSeconds = std::min(scenario.durationSeconds, 20.0);
        window.document().replace(design, {});
        window.show();
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        return (!finished.isEmpty() || finished.wait(60'000)) && window.session().result();
    }

    const ServiceLibrary m_library = builtinServices();
    QTemporaryDir m_settings;
};

PLIMSOLL_TEST(tst_Languages)
#include "tst_languages.moc"
