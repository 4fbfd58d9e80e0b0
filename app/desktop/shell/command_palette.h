// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QAction>
#include <QtGui/QIcon>
#include <QtWidgets/QDialog>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QMenuBar;

namespace plimsoll {

/// Everything the menus can do and everything a design holds, found by typing a few letters (Ctrl+K).
class CommandPalette final : public QDialog {
    Q_OBJECT
public:
    /// Something that is no command of a menu: a service to add, a component to go to.
    struct Entry {
        QString name;  ///< "Add › Lambda"
        QIcon icon;
        std::function<void()> run;
    };
    /// Commands come first while nothing is typed.
    CommandPalette(const QMenuBar& menus, std::vector<Entry> more, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Command {
        QString path;  ///< "View › Theme › Dark"
        QAction* action = nullptr;
        QIcon icon{};
        std::function<void()> run{};
    };
    void collect(const QList<QAction*>& actions, const QString& path);
    void filter(const QString& text);
    void run(QListWidgetItem* item);

    QList<Command> m_commands;
    QLineEdit* m_search;
    QListWidget* m_list;
};

}  // namespace plimsoll
