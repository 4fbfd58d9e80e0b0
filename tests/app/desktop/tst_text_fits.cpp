// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/render/drawing.h"
#include "app/desktop/shell/main_window.h"
#include "simulator/services/builtin_services.h"
#include "tests/app/desktop/text_recorder.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStyle>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QToolButton>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

QString nameOf(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* each = &widget; each && !each->isWindow() && path.size() < 4;
         each = each->parentWidget())
        path.prepend(QString::fromLatin1(each->metaObject()->className())
                     + (each->objectName().isEmpty() ? QString{} : QLatin1Char{'#'} + each->objectName()));
    return path.join(QLatin1Char{'/'});
}

/// What a label needs and has, when it has too little; an Ignored width says that it may be cut.
QString tooSmall(const QLabel& label)
{
    if (label.text().isEmpty() || label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return {};
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + 1
                   ? QStringLiteral("needs %1 px of height, has %2").arg(needed).arg(label.height())
                   : QString{};
    }
    const QSize needed = label.sizeHint();
    if (needed.width() > label.width() + 1)
        return QStringLiteral("needs %1 px of width, has %2").arg(needed.width()).arg(label.width());
    if (needed.height() > label.height() + 2)
        return QStringLiteral("needs %1 px of height, has %2").arg(needed.height()).arg(label.height());
    return {};
}

QString tooSmall(const QAbstractButton& button)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty()
        || (tool
            && (tool->toolButtonStyle() == Qt::ToolButtonIconOnly
                || (tool->toolButtonStyle() == Qt::ToolButtonFollowStyle && !tool->icon().isNull()))))
        return {};
    QString shown = button.text();
    shown.remove(QLatin1Char{'&'});
    double needed = QFontMetricsF{button.font()}.horizontalAdvance(shown);
    if (!button.icon().isNull())
        needed += button.iconSize().width() + 4;
    if (qobject_cast<const QCheckBox*>(&button) || qobject_cast<const QRadioButton*>(&button))
        needed += button.style()->pixelMetric(QStyle::PM_IndicatorWidth) + 4;
    return needed > button.width()
               ? QStringLiteral("needs %1 px of width, has %2").arg(needed).arg(button.width())
               : QString{};
}

QString tooSmall(const QTabBar& bar)
{
    for (int tab = 0; tab < bar.count(); ++tab) {
        QString shown = bar.tabText(tab);
        shown.remove(QLatin1Char{'&'});
        const double needed = QFontMetricsF{bar.font()}.horizontalAdvance(shown);
        if (bar.isTabVisible(tab) && needed > bar.tabRect(tab).width())
            return QStringLiteral("tab \"%1\" needs %2 px, has %3")
                .arg(shown)
                .arg(needed)
                .arg(bar.tabRect(tab).width());
    }
    return {};
}

/// A number that is cut before its unit or at the buttons beside it.
QString tooSmall(const QAbstractSpinBox& box)
{
    constexpr int kOwnMargins = 4;
    const auto* line = box.findChild<const QLineEdit*>();
    const int needed = box.fontMetrics().horizontalAdvance(box.text()) + kOwnMargins;
    return line && needed > line->width()
               ? QStringLiteral("\"%1\" needs %2 px, has %3").arg(box.text()).arg(needed).arg(line->width())
               : QString{};
}

/// A field that reaches under the side of a column that scrolls up and down only.
QString beyondColumn(const QWidget& widget)
{
    for (const QWidget* each = widget.parentWidget(); each; each = each->parentWidget()) {
        const auto* area = qobject_cast<const QScrollArea*>(each);
        if (!area || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        const int right = widget.mapTo(area->viewport(), QPoint{widget.width(), 0}).x();
        if (right > area->viewport()->width() + 1)
            return QStringLiteral("ends %1 px beyond its column").arg(right - area->viewport()->width());
    }
    return {};
}

QString textOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return {};
}

/// All that does not fit its widget, or lies on another one's text.
QStringList misfitsOf(const QWidget& window)
{
    QStringList found;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        QString wrong;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            wrong = tooSmall(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            wrong = tooSmall(*button);
        else if (const auto* bar = qobject_cast<const QTabBar*>(widget))
            wrong = tooSmall(*bar);
        else if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget))
            wrong = tooSmall(*spin);
        if (wrong.isEmpty()
            && (!textOf(*widget).isEmpty() || qobject_cast<const QComboBox*>(widget)
                || qobject_cast<const QLineEdit*>(widget)))
            wrong = beyondColumn(*widget);
        if (!wrong.isEmpty())
            found.append(
                QStringLiteral("%1 \"%2\": %3").arg(nameOf(*widget), textOf(*widget).left(60), wrong));
        // Siblings share one space; what floats above a canvas is its own window or raised on purpose.
        if (textOf(*widget).isEmpty() || !widget->parentWidget())
            continue;
        for (const QWidget* other :
             widget->parentWidget()->findChildren<QWidget*>(QString{}, Qt::FindDirectChildrenOnly)) {
            if (other <= widget || !other->isVisible() || textOf(*other).isEmpty())
                continue;
            const QRect common = widget->geometry() & other->geometry();
            if (common.width() > 2 && common.height() > 2)
                found.append(QStringLiteral("%1 \"%2\" lies on \"%3\"")
                                 .arg(nameOf(*widget), textOf(*widget).left(40), textOf(*other).left(40)));
        }
    }
    return found;
}

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
private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        Theme::current().setChoice(ThemeChoice::Light, Theme::Remember::No);
        Theme::current().apply();
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
        for (const char* design : {"reference-comparison", "lake-and-warehouse"}) {
            QTest::addRow("%s 1366x768", design) << QString::fromLatin1(design) << QSize{1366, 768};
            QTest::addRow("%s 1600x1000", design) << QString::fromLatin1(design) << QSize{1600, 1000};
        }
    }
    void everythingFitsAfterARun()
    {
        QFETCH(QString, design);
        QFETCH(QSize, size);
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
