// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/shell/main_window.h"
#include "tests/app/desktop/panel_fixture.h"

#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtWidgets/QTabWidget>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// What a reader can do something with, and would hear as "button" if it had no name.
bool wantsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::Table:
    case QAccessible::Tree:
        return true;
    default:
        return false;
    }
}

QString pathOf(const QAccessibleInterface* item)
{
    QStringList names;
    for (; item && names.size() < 5; item = item->parent())
        names.prepend(item->object() ? QString::fromLatin1(item->object()->metaObject()->className()) + u'#'
                                           + item->object()->objectName()
                                     : QStringLiteral("?"));
    return names.join(u'/');
}

void collectNameless(QAccessibleInterface* item, QStringList& found, int depth = 0)
{
    if (!item || depth > 40 || item->state().invisible)
        return;
    // The arrows of a spin box and the like belong to what they sit in.
    const bool part =
        item->parent()
        && (item->parent()->role() == QAccessible::SpinBox || item->parent()->role() == QAccessible::ComboBox
            || item->parent()->role() == QAccessible::EditableText
            || item->parent()->role() == QAccessible::ScrollBar);
    if (wantsName(item->role()) && !part && item->text(QAccessible::Name).trimmed().isEmpty())
        found << pathOf(item);
    // The rows of a table are texts.
    if (item->role() == QAccessible::Table || item->role() == QAccessible::Tree)
        return;
    for (int child = 0; child < item->childCount(); ++child)
        collectNameless(item->child(child), found, depth + 1);
}

}  // namespace

class tst_Accessibility : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingThatCanBeUsedHasAName()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QTemporaryDir settings;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
        QLocale::setDefault(QLocale{QLocale::English, QLocale::UnitedStates});
        MainWindow window{panelLibrary()};
        window.document().replace(smallDesign(), {});
        window.show();
        QSignalSpy finished{&window.session(), &RunSession::finished};
        window.run();
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
        QStringList found;
        for (QTabWidget* tabs : window.findChildren<QTabWidget*>())
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                collectNameless(QAccessible::queryAccessibleInterface(&window), found);
            }
        for (const char* id : {"orders", "fn", "producers", "c1"}) {
            window.canvas().reveal(QString::fromLatin1(id));
            collectNameless(QAccessible::queryAccessibleInterface(&window), found);
        }
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }
};

PLIMSOLL_TEST(tst_Accessibility)
#include "tst_accessibility.moc"
