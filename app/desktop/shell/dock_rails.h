// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>

class QAction;
class QDockWidget;
class QMainWindow;
class QToolBar;

namespace plimsoll {

/// Panels at the sides that are put away leave an icon at their edge. Where the window is too narrow for a panel beside
/// a canvas worth working on, the panel is put away by itself and comes back when there is room.
class DockRails final : public QObject {
    Q_OBJECT
public:
    explicit DockRails(QMainWindow& window);
    /// Panels give way in the order they were added: `needs` is the least width of the window with it.
    void add(QDockWidget* dock, Qt::ToolBarArea side, const QString& icon, int needs);
    /// More icons on the rail of this panel, for what it offers, shown while it is put away.
    void addShortcuts(QDockWidget* dock, const QList<QAction*>& actions);
    /// Called when the window has another width.
    void fit(int width);

private:
    struct Rail {
        QDockWidget* dock;
        QToolBar* bar;
        int needs;
    };
    void showRail(const Rail& rail);
    void bring(QDockWidget* dock);

    QMainWindow& m_window;
    QList<Rail> m_rails;
    QSet<QDockWidget*> m_putAway;  ///< by fit(), not by the user
    QSet<QDockWidget*> m_wanted;   ///< opened by the user in spite of the width
    bool m_fitting = false;
};

}  // namespace plimsoll
