// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QAction>
#include <QtWidgets/QDialog>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenuBar;

namespace plimsoll {

/// Everything the menus can do, found by typing a few letters (Ctrl+K).
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const QMenuBar& menus, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Command {
        QString path;  ///< "View › Theme › Dark"
        QAction* action;
    };
    void collect(const QList<QAction*>& actions, const QString& path);
    void filter(const QString& text);
    void run(QListWidgetItem* item);

    QList<Command> m_commands;
    QLineEdit* m_search;
    QListWidget* m_list;
};

}  // namespace plimsoll
