// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

class QKeyEvent;
class QMainWindow;

namespace plimsoll {

/// Lets the window's commands act while a field has the focus. Under X11 fields know the keys of Emacs, too, and would
/// take Ctrl+E, Ctrl+K and Ctrl+D for moves and deletions within their text.
class WindowKeys final : public QObject {
    Q_OBJECT
public:
    explicit WindowKeys(QMainWindow& window);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isCommand(const QKeyEvent& key) const;
    QMainWindow& m_window;
};

}  // namespace plimsoll
