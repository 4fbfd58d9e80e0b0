// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/window_keys.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

#include <algorithm>
#include <initializer_list>

namespace plimsoll {

WindowKeys::WindowKeys(QMainWindow& window) : QObject{&window}, m_window{window}
{
    qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto* field = qobject_cast<QWidget*>(watched);
    if (!field || field->window() != &m_window || !isCommand(*static_cast<QKeyEvent*>(event)))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

bool WindowKeys::isCommand(const QKeyEvent& key) const
{
    // Letters only: with arrows and the like one moves through the text.
    const bool letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    if (!letter || !(key.modifiers() & Qt::ControlModifier))
        return false;
    // What everybody expects to act on the text stays with the field.
    auto& pressed = const_cast<QKeyEvent&>(key);
    for (const auto each : {QKeySequence::Cut, QKeySequence::Copy, QKeySequence::Paste,
                            QKeySequence::SelectAll, QKeySequence::Undo, QKeySequence::Redo})
        if (pressed.matches(each))
            return false;
    const QKeySequence sequence{static_cast<int>(key.modifiers()) | key.key()};
    const QList<QAction*> actions = m_window.findChildren<QAction*>();
    return std::any_of(actions.begin(), actions.end(), [&](const QAction* each) {
        return each->isEnabled() && each->shortcuts().contains(sequence);
    });
}

}  // namespace plimsoll
