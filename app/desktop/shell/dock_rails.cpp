// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/dock_rails.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QAction>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QToolBar>

namespace plimsoll {

DockRails::DockRails(QMainWindow& window) : QObject{&window}, m_window{window} {}

void DockRails::add(QDockWidget* dock, Qt::ToolBarArea side, const QString& icon, int needs)
{
    auto* bar = new QToolBar{dock->windowTitle(), &m_window};
    bar->setObjectName(dock->objectName() + QStringLiteral("Rail"));
    bar->setProperty("role", "rail");
    bar->setMovable(false);
    bar->setIconSize({20, 20});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->toggleViewAction()->setVisible(false);  // it comes and goes with its panel
    QAction* open =
        bar->addAction(Theme::current().icon(icon), dock->windowTitle(), dock, [this, dock] { bring(dock); });
    open->setToolTip(tr("Show %1").arg(dock->windowTitle()));
    m_window.addToolBar(side, bar);
    m_rails.append({dock, bar, needs});
    const qsizetype at = m_rails.size() - 1;
    connect(dock, &QDockWidget::visibilityChanged, this, [this, at] { showRail(m_rails[at]); });
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool shown) {
        if (shown)
            bring(dock);
    });
    showRail(m_rails.back());
}

void DockRails::bring(QDockWidget* dock)
{
    m_wanted.insert(dock);
    dock->show();
    // Where there is no room for all, the one just asked for takes the place of the others.
    for (const Rail& rail : std::as_const(m_rails)) {
        if (rail.dock == dock || m_window.width() >= rail.needs || rail.dock->isHidden()
            || rail.dock->isFloating())
            continue;
        m_wanted.remove(rail.dock);
        m_putAway.insert(rail.dock);
        rail.dock->hide();
    }
}

void DockRails::addShortcuts(QDockWidget* dock, const QList<QAction*>& actions)
{
    for (const Rail& rail : m_rails)
        if (rail.dock == dock) {
            rail.bar->addSeparator();
            rail.bar->addActions(actions);
        }
}

void DockRails::showRail(const Rail& rail)
{
    const bool away = rail.dock->isHidden();
    rail.bar->setVisible(away);
    if (!m_fitting && away)
        m_wanted.remove(rail.dock);
}

void DockRails::fit(int width)
{
    m_fitting = true;
    for (const Rail& rail : std::as_const(m_rails)) {
        if (rail.dock->isFloating())
            continue;
        if (width < rail.needs && !rail.dock->isHidden() && !m_wanted.contains(rail.dock)) {
            m_putAway.insert(rail.dock);
            rail.dock->hide();
        } else if (width >= rail.needs && m_putAway.remove(rail.dock)) {
            rail.dock->show();
        }
    }
    m_fitting = false;
}

}  // namespace plimsoll
